package org.foerderturm.project;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.project.ProjectCommand.PlanProject;
import org.foerderturm.project.ProjectCommand.ReportLineFigures;
import org.foerderturm.project.ProjectEvent.LineFiguresReported;
import org.foerderturm.project.ProjectEvent.ProjectPlanned;
import org.foerderturm.project.ProjectEvent.ProjectStarted;
import org.jspecify.annotations.Nullable;

/** Work packages, milestones and budget lines, and how far the project is off them. */
final class Plan {
  /** A milestone on its way. */
  record Way(
      String title, LocalDate baseline, LocalDate forecast, LocalDate reportedOn, boolean reached) {
    static Way of(Milestone planned) {
      return new Way(planned.title(), planned.baseline(), planned.baseline(), LocalDate.MIN, false);
    }
  }

  private final Map<String, WorkPackage> packages = new LinkedHashMap<>();
  private final Map<String, Integer> percent = new LinkedHashMap<>();
  private final Map<String, Way> milestones = new LinkedHashMap<>();
  private final Map<String, MoneyLine> lines = new LinkedHashMap<>();
  private final Set<String> dropped = new HashSet<>();
  private final Map<String, Long> forecasts = new LinkedHashMap<>();
  private final Map<String, LineFiguresReported> reported = new LinkedHashMap<>();
  private ReportingPeriods periods;

  Plan(ProjectStarted started, ProjectPlanned planned) {
    periods =
        new ReportingPeriods(
            started.periodFrom(), started.periodUntil(), planned.reportingMonths());
    planned.packages().forEach(each -> packages.put(each.packageId(), each));
    planned.milestones().forEach(each -> milestones.put(each.milestoneId(), Way.of(each)));
    planned.lines().forEach(each -> put(each));
  }

  private void put(MoneyLine line) {
    lines.put(line.lineId(), line);
    forecasts.putIfAbsent(line.lineId(), line.budgetCents());
  }

  /** The plan that a command asks for, with ids in its order. */
  static ProjectPlanned checked(PlanProject c, ProjectStarted started) {
    if (c.reportingMonths() < 1 || c.reportingMonths() > 12)
      throw new Rejected("reporting-cycle-out-of-range");
    if (c.packages().isEmpty() || c.milestones().isEmpty() || c.lines().isEmpty())
      throw new Rejected("plan-incomplete");
    once(c.packages(), each -> each.title(), title -> new Rejected("work-package-twice", title));
    once(c.milestones(), each -> each.title(), title -> new Rejected("milestone-twice", title));
    once(c.lines(), each -> each.title(), title -> new Rejected("budget-line-twice", title));
    var packages = new ArrayList<WorkPackage>();
    for (var each : c.packages()) {
      if (each.endsOn().isBefore(each.startsOn()))
        throw new Rejected("work-package-out-of-order", Map.of("title", each.title()));
      packages.add(
          new WorkPackage(
              "ap" + (packages.size() + 1),
              each.title().strip(),
              each.responsible() == null ? "" : each.responsible().strip(),
              each.startsOn(),
              each.endsOn()));
    }
    var milestones = new ArrayList<Milestone>();
    for (var each : c.milestones()) {
      if (each.baseline().isBefore(started.periodFrom())
          || each.baseline().isAfter(started.periodUntil()))
        throw new Rejected(
            "milestone-outside-period",
            Map.of(
                "title", each.title(),
                "from", started.periodFrom().toString(),
                "until", started.periodUntil().toString()));
      milestones.add(
          new Milestone("ms" + (milestones.size() + 1), each.title().strip(), each.baseline()));
    }
    var lines = new ArrayList<MoneyLine>();
    for (var each : c.lines()) {
      notNegative(each.title(), each.budgetCents());
      lines.add(new MoneyLine("z" + (lines.size() + 1), each.title().strip(), each.budgetCents()));
    }
    long budget = lines.stream().mapToLong(MoneyLine::budgetCents).reduce(0, Math::addExact);
    if (budget < started.grantCents())
      throw new Rejected(
          "budget-below-grant", Map.of("budgetCents", budget, "grantCents", started.grantCents()));
    var periods =
        new ReportingPeriods(started.periodFrom(), started.periodUntil(), c.reportingMonths());
    var first = periods.calledAt(1);
    if (first == null) throw new IllegalStateException("a grant period has a first period");
    return new ProjectPlanned(
        c.projectId(), c.reportingMonths(), packages, milestones, lines, budget, first);
  }

  private static <T> void once(
      List<T> all, Function<T, String> title, Function<Map<String, ?>, Rejected> no) {
    var known = new HashSet<String>();
    for (var each : all) {
      var name = title.apply(each);
      if (name == null || name.isBlank()) throw new Rejected("plan-title-missing");
      if (!known.add(name.strip().toLowerCase(Locale.ROOT)))
        throw no.apply(Map.of("title", name.strip()));
    }
  }

  static void notNegative(String line, long... cents) {
    for (long amount : cents)
      if (amount < 0) throw new Rejected("money-negative", Map.of("line", line));
  }

  void granted(LocalDate from, LocalDate until) {
    periods = periods.within(from, until);
  }

  ReportingPeriods periods() {
    return periods;
  }

  WorkPackage workPackage(String id) {
    var found = packages.get(id);
    if (found == null) throw new Rejected("work-package-unknown", Map.of("id", id));
    if (dropped.contains(id))
      throw new Rejected("work-package-dropped", Map.of("title", found.title()));
    return found;
  }

  Way milestone(String id) {
    var found = milestones.get(id);
    if (found == null) throw new Rejected("milestone-unknown", Map.of("id", id));
    return found;
  }

  MoneyLine line(String id) {
    var found = lines.get(id);
    if (found == null) throw new Rejected("budget-line-unknown", Map.of("id", id));
    return found;
  }

  int percent(String packageId) {
    return percent.getOrDefault(packageId, 0);
  }

  /** The report that would change nothing; of the same day. */
  ReportLineFigures figures(ReportLineFigures asked) {
    var last = reported.get(asked.lineId());
    return new ReportLineFigures(
        asked.projectId(),
        asked.lineId(),
        last == null ? 0 : last.committedCents(),
        last == null ? 0 : last.actualCents(),
        forecasts.getOrDefault(asked.lineId(), 0L),
        last == null ? 0 : last.drawnCents(),
        asked.asOf());
  }

  /** What is drawn for the other lines. */
  long drawnBeside(String lineId) {
    return reported.values().stream()
        .filter(each -> !each.lineId().equals(lineId))
        .mapToLong(LineFiguresReported::drawnCents)
        .sum();
  }

  List<String> openMilestones() {
    return milestones.entrySet().stream()
        .filter(each -> !each.getValue().reached() && !dropped.contains(each.getKey()))
        .map(each -> each.getValue().title())
        .toList();
  }

  boolean isDropped(String id) {
    return dropped.contains(id);
  }

  // ---- rows dropped and added since

  /**
   * Refuses a change of a row that the plan does not allow, as it is now.
   *
   * @return the change with what the plan says of a row that is dropped, so that whoever reads the
   *     request, and years later the log, knows which
   */
  PlanChange fitted(PlanChange change, ProjectStarted started) {
    return switch (change.kind()) {
      case DROP_MILESTONE -> {
        var way = milestone(needed(change.rowId(), "plan-row-missing"));
        if (way.reached())
          throw new Rejected("milestone-already-reached", Map.of("title", way.title()));
        if (dropped.contains(change.rowId()))
          throw new Rejected("milestone-dropped", Map.of("title", way.title()));
        yield new PlanChange(
            change.kind(), change.rowId(), way.title(), null, null, way.baseline(), null);
      }
      case DROP_PACKAGE -> {
        var found = workPackage(needed(change.rowId(), "plan-row-missing"));
        if (percent(found.packageId()) == 100)
          throw new Rejected("work-package-done", Map.of("title", found.title()));
        if (packages.keySet().stream().filter(id -> !dropped.contains(id)).count() == 1)
          throw new Rejected("last-work-package", Map.of("title", found.title()));
        yield new PlanChange(
            change.kind(),
            change.rowId(),
            found.title(),
            found.responsible().isEmpty() ? null : found.responsible(),
            found.startsOn(),
            found.endsOn(),
            null);
      }
      case ADD_MILESTONE -> {
        mustBeNew(change, milestones.values().stream().map(Way::title), "milestone-twice");
        var day = needed(change.endsOn(), "plan-day-missing");
        if (day.isBefore(started.periodFrom()) || day.isAfter(started.periodUntil()))
          throw new Rejected(
              "milestone-outside-period",
              Map.of(
                  "title", title(change),
                  "from", started.periodFrom().toString(),
                  "until", started.periodUntil().toString()));
        yield change;
      }
      case ADD_PACKAGE -> {
        mustBeNew(change, packages.values().stream().map(WorkPackage::title), "work-package-twice");
        if (needed(change.endsOn(), "plan-day-missing")
            .isBefore(needed(change.startsOn(), "plan-day-missing")))
          throw new Rejected("work-package-out-of-order", Map.of("title", title(change)));
        yield change;
      }
      case ADD_LINE -> {
        mustBeNew(change, lines.values().stream().map(MoneyLine::title), "budget-line-twice");
        var cents = change.budgetCents();
        if (cents == null)
          throw new Rejected("new-budget-missing", Map.of("change", title(change)));
        notNegative(title(change), cents);
        yield change;
      }
    };
  }

  private static void mustBeNew(PlanChange change, Stream<String> titles, String code) {
    var title = title(change);
    if (titles.anyMatch(each -> each.equalsIgnoreCase(title)))
      throw new Rejected(code, Map.of("title", title));
  }

  private static String title(PlanChange change) {
    var title = change.title();
    if (title == null || title.isBlank()) throw new Rejected("plan-title-missing");
    return title.strip();
  }

  private static <T> T needed(@Nullable T value, String code) {
    if (value == null) throw new Rejected(code);
    return value;
  }

  /** The change with the id of its row: the next of its kind if it adds one. */
  PlanChange placed(PlanChange change) {
    return switch (change.kind()) {
      case DROP_MILESTONE, DROP_PACKAGE -> change;
      case ADD_MILESTONE -> change.as("ms" + (milestones.size() + 1));
      case ADD_PACKAGE -> change.as("ap" + (packages.size() + 1));
      case ADD_LINE -> change.as("z" + (lines.size() + 1));
    };
  }

  // ---- how far off

  /** Percentage points of work that should be done on the day and is not, over all packages. */
  double scopePercent(LocalDate on) {
    double behind = 0;
    int counted = 0;
    for (var each : packages.values()) {
      if (dropped.contains(each.packageId())) continue;
      double planned = plannedPercent(each, on);
      behind += Math.max(0, planned - percent.getOrDefault(each.packageId(), 0));
      counted++;
    }
    return counted == 0 ? 0 : up(BigDecimal.valueOf(behind / counted));
  }

  private static double plannedPercent(WorkPackage each, LocalDate on) {
    if (on.isBefore(each.startsOn())) return 0;
    if (!on.isBefore(each.endsOn())) return 100;
    double days = ChronoUnit.DAYS.between(each.startsOn(), each.endsOn()) + 1.0;
    return 100 * (ChronoUnit.DAYS.between(each.startsOn(), on) + 1.0) / days;
  }

  /** Of the open milestone that is furthest behind its baseline; one that was missed is late. */
  int delayDays(LocalDate on) {
    long worst = 0;
    for (var each : milestones.entrySet())
      if (!each.getValue().reached() && !dropped.contains(each.getKey())) {
        var way = each.getValue();
        var expected = way.forecast().isBefore(on) ? on : way.forecast();
        worst = Math.max(worst, ChronoUnit.DAYS.between(way.baseline(), expected));
      }
    return Math.toIntExact(worst);
  }

  /** By how much the forecast of all lines exceeds their budget. */
  double costPercent() {
    long budget = lines.values().stream().mapToLong(MoneyLine::budgetCents).sum();
    if (budget == 0) return 0;
    long forecast = forecasts.values().stream().mapToLong(Long::longValue).sum();
    return up(
        BigDecimal.valueOf(forecast - budget)
            .movePointRight(2)
            .divide(BigDecimal.valueOf(budget), 8, RoundingMode.CEILING));
  }

  /** Rounded up, so that what is above a limit stays above it. */
  private static double up(BigDecimal percent) {
    return percent
        .setScale(6, RoundingMode.HALF_UP)
        .setScale(2, RoundingMode.CEILING)
        .doubleValue();
  }

  // ---- what happens to it

  void progressed(String packageId, int done) {
    percent.put(packageId, done);
  }

  void figures(LineFiguresReported e) {
    forecasts.put(e.lineId(), e.forecastCents());
    reported.put(e.lineId(), e);
  }

  void budget(String lineId, long cents) {
    lines.put(lineId, new MoneyLine(lineId, line(lineId).title(), cents));
  }

  void forecast(String milestoneId, LocalDate day, LocalDate reportedOn) {
    var way = milestone(milestoneId);
    milestones.put(milestoneId, new Way(way.title(), way.baseline(), day, reportedOn, false));
  }

  void reached(String milestoneId) {
    var way = milestone(milestoneId);
    milestones.put(
        milestoneId, new Way(way.title(), way.baseline(), way.forecast(), way.reportedOn(), true));
  }

  void drop(String id) {
    dropped.add(id);
  }

  void dropOpenMilestones() {
    milestones.forEach(
        (id, way) -> {
          if (!way.reached()) dropped.add(id);
        });
  }

  /** As it was implemented: with its id. */
  void changed(PlanChange change) {
    var id = Objects.requireNonNull(change.rowId(), "an implemented row has an id");
    var title = Objects.requireNonNullElse(change.title(), "").strip();
    switch (change.kind()) {
      case DROP_MILESTONE, DROP_PACKAGE -> drop(id);
      case ADD_MILESTONE ->
          milestones.put(
              id, Way.of(new Milestone(id, title, Objects.requireNonNull(change.endsOn()))));
      case ADD_PACKAGE ->
          packages.put(
              id,
              new WorkPackage(
                  id,
                  title,
                  Objects.requireNonNullElse(change.responsible(), "").strip(),
                  Objects.requireNonNull(change.startsOn()),
                  Objects.requireNonNull(change.endsOn())));
      case ADD_LINE -> put(new MoneyLine(id, title, Objects.requireNonNull(change.budgetCents())));
    }
  }

  void baseline(String milestoneId, LocalDate day) {
    var way = milestone(milestoneId);
    var forecast = way.forecast().isBefore(day) ? day : way.forecast();
    milestones.put(
        milestoneId, new Way(way.title(), day, forecast, way.reportedOn(), way.reached()));
  }
}
