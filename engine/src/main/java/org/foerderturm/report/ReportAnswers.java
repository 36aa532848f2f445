package org.foerderturm.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Role;
import org.foerderturm.report.ReportQuery.*;
import org.foerderturm.view.Deadlines;
import org.foerderturm.view.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Answers with sums of facts, one statement a group of figures. */
@Component
class ReportAnswers {
  /** What was due then and is neither met nor dropped; money drawn is not overdue, nobody asks. */
  private static final String DUE =
      """
      from view_report_deadline d join view_report_subject s on s.subject_id = d.subject_id
      where d.at < :until and (d.ended_at is null or d.ended_at >= :until)
        and d.due_on <= :last and (d.due_on >= :day or d.kind <> 'spend-by')
        and (:kind::text is null or d.kind = :kind)
      """;

  /** As it was on that day: at its end, or now if that is to come. */
  private static final String LATE = "(d.due_on < :day or d.due_at < least(:until, now()))";

  private static final Order ORDER =
      new Order("d.due_on", "d.subject_id, d.kind, d.position, d.part")
          .by("due", "d.due_on")
          .name("what", "s.title")
          .code("kind", "d.kind")
          .by("money", "d.cents")
          .by("event", "d.position");

  /** Who may read what applications, projects and contributions owe. */
  private static final Set<Role> OFFICE =
      Set.of(Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR);

  private static final String MINE =
      """
      select d.*, s.title, s.title_en, s.page, coalesce(c.title, p.title) as about, t.assignee
      from view_report_deadline d join view_report_subject s on s.subject_id = d.subject_id
      left join view_case_name c on c.case_id = s.case_id
      left join view_report_subject p on s.kind = 'milestone' and p.subject_id = s.parent_id
      left join view_task t on d.kind = 'task' and t.task_id = d.subject_id and t.closed is null
      where d.due_on between :from and :until and %s
        and (t.assignee = :me
          or (t.assignee is null and t.candidates && string_to_array(:roles, ','))
          or (:office and d.kind <> 'task'))
      order by d.due_on, d.subject_id, d.kind, d.position, d.part"""
          .formatted(Deadlines.OPEN);

  private final JdbcClient db;

  ReportAnswers(JdbcClient db) {
    this.db = db;
  }

  @QueryHandler
  Figures answer(FindFigures q) {
    record Sum(String measure, String group, int year, long number, long cents) {}
    var sums =
        scoped(
                "select f.measure, f.grouped_by, f.year, sum(f.number) as number,"
                    + " sum(f.cents) as cents from view_report_fact f "
                    + which(q.scope())
                    + "group by f.measure, f.grouped_by, f.year",
                q.scope())
            .query(
                (rs, n) ->
                    new Sum(
                        rs.getString("measure"),
                        rs.getString("grouped_by"),
                        rs.getInt("year"),
                        rs.getLong("number"),
                        rs.getLong("cents")))
            .list();
    record Place(Figure figure, String group, int year) {}
    var figures = new LinkedHashMap<Place, long[]>();
    for (var figure : Figure.values()) {
      if (figure.report() != q.scope().report() || figure == Figure.ARREARS) continue;
      for (var sum : sums) {
        Integer sign = figure.terms().get(sum.measure());
        if (sign == null) continue;
        var place = new Place(figure, sum.group(), sum.year());
        var both = figures.computeIfAbsent(place, p -> new long[2]);
        both[0] += sign * sum.number();
        both[1] += sign * sum.cents();
      }
    }
    var rows = new ArrayList<FigureRow>();
    figures.forEach(
        (at, both) -> rows.add(new FigureRow(at.figure, at.group, at.year, both[0], both[1])));
    if (q.scope().report() == Report.CONTRIBUTIONS) rows.addAll(arrears(q.scope()));
    return new Figures(rows);
  }

  private List<FigureRow> arrears(Scope scope) {
    return scoped(
            "select grouped_by, year, count(*) as number, sum(cents) as cents from ("
                + inArrears(scope)
                + ") late group by grouped_by, year",
            scope)
        .param("day", scope.asOf())
        .query(
            (rs, n) ->
                new FigureRow(
                    Figure.ARREARS,
                    rs.getString("grouped_by"),
                    rs.getInt("year"),
                    rs.getLong("number"),
                    rs.getLong("cents")))
        .list();
  }

  @QueryHandler
  List<DurationRow> answer(FindDurations q) {
    var scope = new Scope(Report.DECISIONS, q.asOf(), q.year(), q.body());
    return scoped(
            """
            select f.grouped_by, count(*) as decided,
              percentile_disc(0.5) within group (order by f.days) as median, max(f.days) as longest
            from view_report_fact f
            """
                + which(scope)
                + "and f.days is not null group by grouping sets ((f.grouped_by), ())"
                + " having count(*) > 0 order by f.grouped_by nulls last",
            scope)
        .query(
            (rs, n) ->
                new DurationRow(
                    rs.getString("grouped_by"),
                    rs.getLong("decided"),
                    rs.getInt("median"),
                    rs.getInt("longest")))
        .list();
  }

  @QueryHandler
  ReportChoices answer(FindChoices q) {
    var years = new TreeSet<Integer>(Comparator.reverseOrder());
    var groups = new LinkedHashSet<Choice>();
    db.sql(
            """
            select g.grouped_by, g.year, s.title
            from (select grouped_by, year from view_report_fact where report = ?
                  group by grouped_by, year) g
            left join view_report_subject s on s.subject_id = g.grouped_by and s.kind = 'body'
            order by coalesce(s.title, g.grouped_by) collate "de-x-icu", g.grouped_by
            """)
        .param(q.report().code())
        .query(
            rs -> {
              years.add(rs.getInt("year"));
              groups.add(new Choice(rs.getString("grouped_by"), rs.getString("title")));
            });
    return new ReportChoices(List.copyOf(years), List.copyOf(groups));
  }

  @QueryHandler
  Facts answer(FindFacts q) {
    var terms = q.figure().terms();
    var scope = q.scope();
    String which = which(scope) + "and f.measure = any(:measures) ";
    if (q.figure() == Figure.ARREARS)
      which += "and f.subject_id in (select subject_id from (" + inArrears(scope) + ") late) ";
    var params = new HashMap<String, @Nullable Object>();
    params.put("measures", q.figure().measures().toArray(String[]::new));
    params.put("day", scope.asOf());
    var totals = new long[3];
    scoped(
            "select f.measure, count(*) as facts, sum(f.number) as number, sum(f.cents) as cents,"
                + " count(distinct f.subject_id) as subjects from view_report_fact f "
                + which
                + "group by f.measure",
            scope)
        .params(params)
        .query(
            rs -> {
              int sign = Objects.requireNonNull(terms.get(rs.getString("measure")));
              totals[0] += rs.getLong("facts");
              totals[1] +=
                  q.figure() == Figure.ARREARS
                      ? (rs.getString("measure").equals("charged") ? rs.getLong("subjects") : 0)
                      : sign * rs.getLong("number");
              totals[2] += sign * rs.getLong("cents");
            });
    var rows =
        scoped(
                "select f.*, s.title, s.page from view_report_fact f"
                    + " join view_report_subject s on s.subject_id = f.subject_id "
                    + which
                    + "and f.position < :before order by f.position desc"
                    + " fetch first :limit rows with ties",
                scope)
            .params(params)
            .param("before", q.before() == null ? Long.MAX_VALUE : q.before())
            .param("limit", q.limit())
            .query((rs, n) -> fact(rs, terms))
            .list();
    return new Facts(rows, totals[0], totals[1], totals[2]);
  }

  private static FactRow fact(ResultSet rs, Map<String, Integer> terms) throws SQLException {
    int sign = Objects.requireNonNull(terms.get(rs.getString("measure")));
    return new FactRow(
        rs.getLong("position"),
        rs.getString("measure"),
        rs.getString("grouped_by"),
        rs.getInt("year"),
        rs.getString("title"),
        rs.getString("page"),
        rs.getObject("at", OffsetDateTime.class).toInstant(),
        sign * rs.getInt("number"),
        sign * rs.getLong("cents"),
        rs.getObject("days", Integer.class));
  }

  @QueryHandler
  List<DeadlineCount> answer(CountDeadlines q) {
    return due(
            "select d.kind, case when "
                + LATE
                + " is not true then date_trunc('month', d.due_on)::date end as month, count(*) as number "
                + DUE
                + "group by d.kind, month order by d.kind, month nulls first",
            q.asOf(),
            q.days(),
            null)
        .query(
            (rs, n) ->
                new DeadlineCount(
                    rs.getString("kind"),
                    rs.getObject("month", LocalDate.class),
                    rs.getLong("number")))
        .list();
  }

  @QueryHandler
  Page<DeadlineRow> answer(FindDeadlines q) {
    var rows =
        due(
                "select d.*, s.title, s.title_en, s.page, coalesce(c.title, p.title) as about"
                    + " from (select d.* "
                    + DUE
                    + ORDER.sql(q.sort())
                    + "limit :limit offset :offset) d"
                    + " join view_report_subject s on s.subject_id = d.subject_id"
                    + " left join view_case_name c on c.case_id = s.case_id"
                    + " left join view_report_subject p"
                    + " on s.kind = 'milestone' and p.subject_id = s.parent_id"
                    + ORDER.sql(q.sort()),
                q.asOf(),
                q.days(),
                q.kind())
            .param("codes", Order.codes(q.sort()))
            .param("limit", q.limit())
            .param("offset", q.offset())
            .query((rs, n) -> deadline(rs))
            .list();
    long total =
        due("select count(*) " + DUE, q.asOf(), q.days(), q.kind()).query(Long.class).single();
    return new Page<>(rows, total);
  }

  private static DeadlineRow deadline(ResultSet rs) throws SQLException {
    return new DeadlineRow(
        rs.getString("subject_id"),
        rs.getString("kind"),
        rs.getObject("due_on", LocalDate.class),
        rs.getString("title"),
        rs.getString("title_en"),
        rs.getString("about"),
        rs.getString("page"),
        rs.getObject("cents", Long.class),
        rs.getLong("position"),
        rs.getTimestamp("due_at") == null ? null : rs.getTimestamp("due_at").toInstant());
  }

  @QueryHandler
  List<DeadlineRow> answer(FindDeadlinesOf q) {
    return db.sql(
            """
            select d.*, s.title, s.title_en, s.page, p.title as about
            from view_report_deadline d join view_report_subject s on s.subject_id = d.subject_id
            left join view_report_subject p on s.kind = 'milestone' and p.subject_id = s.parent_id
            where d.object_id = :object and %s
            order by d.due_on, d.kind, d.subject_id, d.position, d.part"""
                .formatted(Deadlines.OPEN))
        .param("object", q.objectId())
        .query((rs, n) -> deadline(rs))
        .list();
  }

  @QueryHandler
  List<MyDeadline> answer(FindMyDeadlines q, Actor asker) {
    boolean office = q.office() && OFFICE.stream().anyMatch(asker::has);
    return db.sql(MINE)
        .param("from", q.from() == null ? LocalDate.of(1900, 1, 1) : q.from())
        .param("until", q.until())
        .param("me", asker.userId())
        .param("roles", asker.roleCodes())
        .param("office", office)
        .query((rs, n) -> new MyDeadline(deadline(rs), rs.getString("assignee")))
        .list();
  }

  private StatementSpec due(String sql, LocalDate asOf, int days, @Nullable String kind) {
    return db.sql(sql)
        .param("until", until(asOf))
        .param("day", asOf)
        .param("last", asOf.plusDays(days))
        .param("kind", kind);
  }

  /**
   * Only the conditions that are asked for: what might be null is guessed as rare by a plan that
   * serves all parameters, which then looks up each of 100,000 facts by itself.
   */
  private static String which(Scope scope) {
    return "where f.report = :report and f.at < :until "
        + (scope.year() == null ? "" : "and f.year = :year ")
        + (scope.group() == null ? "" : "and f.grouped_by = :group ");
  }

  /** Contributions whose due date, as it stood then, had passed with something open. */
  private static String inArrears(Scope scope) {
    return """
        select f.subject_id, f.grouped_by, f.year,
          sum(case f.measure when 'charged' then f.cents else -f.cents end) as cents
        from view_report_fact f
        """
        + which(scope)
        + """
          and f.subject_id in (
            select d.subject_id from view_report_deadline d
            where d.kind = 'contribution' and d.due_on < :day and d.at < :until
              and (d.ended_at is null or d.ended_at >= :until))
        group by f.subject_id, f.grouped_by, f.year
        having sum(case f.measure when 'charged' then f.cents else -f.cents end) > 0
        """;
  }

  private StatementSpec scoped(String sql, Scope scope) {
    return db.sql(sql)
        .param("report", scope.report().code())
        .param("until", until(scope.asOf()))
        .param("year", scope.year())
        .param("group", scope.group());
  }

  /** The end of the day in the office. */
  private static OffsetDateTime until(LocalDate day) {
    return day.plusDays(1)
        .atStartOfDay(ReportProjection.OFFICE)
        .toOffsetDateTime()
        .withOffsetSameInstant(ZoneOffset.UTC);
  }
}
