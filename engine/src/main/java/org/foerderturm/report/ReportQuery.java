package org.foerderturm.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.foerderturm.calendar.Due;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;
import org.foerderturm.kernel.Sort;
import org.jspecify.annotations.Nullable;

/**
 * Questions about figures. Each is asked as of a day: what was recorded until its end, in the
 * office's time, counts, whenever it is asked. Money is in euro cents.
 */
public sealed interface ReportQuery<R> extends Query<R> {

  /**
   * Which facts count.
   *
   * @param year null for all
   * @param group programme, class, body or topic, by the report; null for all
   */
  record Scope(Report report, LocalDate asOf, @Nullable Integer year, @Nullable String group) {}

  /** The sums of a report by group and year. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR})
  record FindFigures(Scope scope) implements ReportQuery<Figures> {}

  /** How long the bodies took from submission to decision. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR})
  record FindDurations(LocalDate asOf, @Nullable Integer year, @Nullable String body)
      implements ReportQuery<List<DurationRow>> {}

  /** By what the report can be narrowed, whatever the day. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR})
  record FindChoices(Report report) implements ReportQuery<ReportChoices> {}

  /**
   * The facts behind a figure, newest first.
   *
   * @param before only positions below it; null from the newest
   * @param limit at least so many; all facts of the last event are among them
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR})
  record FindFacts(Figure figure, Scope scope, @Nullable Long before, int limit)
      implements ReportQuery<Facts> {}

  /** How much is due, by kind and month. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR})
  record CountDeadlines(LocalDate asOf, int days) implements ReportQuery<List<DeadlineCount>> {}

  /**
   * What is due within so many days or overdue, the earliest first.
   *
   * @param kind null for all
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR})
  record FindDeadlines(
      LocalDate asOf, int days, @Nullable String kind, @Nullable Sort sort, int offset, int limit)
      implements ReportQuery<Page<DeadlineRow>> {

    /** In the usual order. */
    public FindDeadlines(LocalDate asOf, int days, @Nullable String kind, int offset, int limit) {
      this(asOf, days, kind, null, offset, limit);
    }
  }

  /** What one application or project owes from now on, the earliest first. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR})
  record FindDeadlinesOf(String objectId) implements ReportQuery<List<DeadlineRow>> {}

  /**
   * What the asker has to mind between these days, the earliest first: own tasks and those that the
   * asker may take; with {@code office} also what applications, projects and contributions owe, as
   * far as the asker may read it.
   *
   * @param from first day; null for all that is overdue as well
   */
  @AllowedTo(everyone = true)
  record FindMyDeadlines(@Nullable LocalDate from, LocalDate until, boolean office)
      implements ReportQuery<List<MyDeadline>> {}

  /**
   * @param assignee user id of who holds the task; null for a task that nobody holds, and for all
   *     that is no task
   */
  record MyDeadline(DeadlineRow row, @Nullable String assignee) {}

  /** Sums, to be added up by group, by year or in all. */
  record Figures(List<FigureRow> rows) {
    public Figures {
      rows = List.copyOf(rows);
    }

    /** The number; null for group or year adds up all. */
    public long number(Figure figure, @Nullable String group, @Nullable Integer year) {
      return rows.stream()
          .filter(row -> row.is(figure, group, year))
          .mapToLong(FigureRow::number)
          .sum();
    }

    /** The money; null for group or year adds up all. */
    public long cents(Figure figure, @Nullable String group, @Nullable Integer year) {
      return rows.stream()
          .filter(row -> row.is(figure, group, year))
          .mapToLong(FigureRow::cents)
          .sum();
    }

    /** The groups that occur, in the order of their codes. */
    public List<String> groups() {
      return rows.stream().map(FigureRow::group).distinct().sorted().toList();
    }

    /** The years that occur, in order. */
    public List<Integer> years() {
      return rows.stream().map(FigureRow::year).distinct().sorted().toList();
    }
  }

  /** One figure of one group and year. */
  record FigureRow(Figure figure, String group, int year, long number, long cents) {
    boolean is(Figure wanted, @Nullable String ofGroup, @Nullable Integer ofYear) {
      return figure == wanted
          && (ofGroup == null || group.equals(ofGroup))
          && (ofYear == null || Objects.equals(ofYear, year));
    }
  }

  /**
   * @param body null in the row of all bodies together, which comes last
   * @param medianDays working days; the lower of two in the middle
   * @param longestDays working days
   */
  record DurationRow(@Nullable String body, long decided, int medianDays, int longestDays) {}

  /**
   * @param groups in the order of their names
   */
  record ReportChoices(List<Integer> years, List<Choice> groups) {
    public ReportChoices {
      years = List.copyOf(years);
      groups = List.copyOf(groups);
    }
  }

  /**
   * @param name null where it is a code that has words of its own
   */
  record Choice(String code, @Nullable String name) {}

  /**
   * @param total of all facts of the figure, not of this page
   * @param number what the figure comes to
   * @param cents what the figure comes to
   */
  record Facts(List<FactRow> rows, long total, long number, long cents) {
    public Facts {
      rows = List.copyOf(rows);
    }
  }

  /**
   * @param position of the event in the ledger
   * @param measure name of the elementary figure
   * @param number signed as it counts in the figure asked for
   * @param cents signed as it counts in the figure asked for
   * @param days working days it took, where that is measured
   * @param page path of the page that shows what it is about
   */
  record FactRow(
      long position,
      String measure,
      String group,
      int year,
      String title,
      @Nullable String page,
      Instant at,
      int number,
      long cents,
      @Nullable Integer days) {}

  /**
   * @param month first day of the month in which it is due; null for what is overdue
   */
  record DeadlineCount(String kind, @Nullable LocalDate month, long number) {}

  /**
   * @param subjectId what must be done in time, e.g. an application, a contribution or a task
   * @param kind {@code submission}, {@code additional-request}, {@code contest}, {@code appeal},
   *     {@code interim-proof}, {@code proof-of-use}, {@code spend-by}, {@code refund}, {@code
   *     milestone}, {@code contribution} or {@code task}
   * @param titleEn null where there is no other than the German one
   * @param about the case of a task, the project of a milestone
   * @param position of the event that set it
   * @param dueAt the moment, where an hour of that day was named
   */
  record DeadlineRow(
      String subjectId,
      String kind,
      LocalDate dueOn,
      String title,
      @Nullable String titleEn,
      @Nullable String about,
      @Nullable String page,
      @Nullable Long cents,
      long position,
      @Nullable Instant dueAt) {

    /** Whether it is overdue at this moment. */
    public boolean isOverdue(Instant now) {
      return dueAt == null
          ? Due.isOverdue(dueOn, LocalDate.ofInstant(now, WorkingDays.OFFICE))
          : Due.isOverdue(dueAt, now);
    }
  }
}
