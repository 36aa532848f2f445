package org.foerderturm.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.kernel.Page;
import org.foerderturm.project.ProjectQuery.*;
import org.foerderturm.view.Deadlines;
import org.foerderturm.view.Like;
import org.foerderturm.view.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers questions about projects. */
@Component
class ProjectAnswers {
  private static final String ROWS =
      """
      select p.*, m.title as next_milestone, m.forecast as next_milestone_on,
             coalesce(l.budget, 0) as budget_cents, coalesce(l.actual, 0) as actual_cents,
             coalesce(l.forecast, 0) as forecast_cents, d.due_on as next_due, d.kind as next_kind
      from view_project p
      left join lateral (select title, forecast from view_project_milestone m
                         where m.project_id = p.project_id and m.reached_on is null
                           and m.dropped_on is null
                         order by forecast, position limit 1) m on true
      left join lateral (select sum(budget_cents)::bigint budget, sum(actual_cents)::bigint actual,
                                sum(forecast_cents)::bigint forecast
                         from view_project_line l where l.project_id = p.project_id) l on true
      left join lateral (select due_on, kind from view_report_deadline d
                         where d.object_id = p.project_id and %s
                         order by due_on, kind limit 1) d on true
      """
          .formatted(Deadlines.OPEN);
  private static final String CHANGES =
      """
      select c.*, l.title as line_title, m.title as milestone_title,
             coalesce(c.plan_title, dm.title, dp.title) as row_title
      from view_project_change c
      left join view_project_line l
        on l.project_id = c.project_id and l.line_id = c.line_id
      left join view_project_milestone m
        on m.project_id = c.project_id and m.milestone_id = c.milestone_id
      left join view_project_milestone dm
        on dm.project_id = c.project_id and dm.milestone_id = c.plan_row
          and c.plan_kind = 'DROP_MILESTONE'
      left join view_project_package dp
        on dp.project_id = c.project_id and dp.package_id = c.plan_row
          and c.plan_kind = 'DROP_PACKAGE'
      """;
  private static final String WHICH =
      """
      where (:worst::integer is null or p.worst = :worst)
        and p.search like all(:search::text[])
      """;

  private static final Order ORDER =
      new Order("p.worst desc, p.title collate \"de-x-icu\"", "p.project_id")
          .name("title", "p.title")
          .by("lights", "p.worst")
          .by("milestone", "m.forecast")
          .by("used", "l.actual::numeric / nullif(l.budget, 0)")
          .by("next", "d.due_on")
          .code("stage", "p.stage");

  private final JdbcClient db;

  ProjectAnswers(JdbcClient db) {
    this.db = db;
  }

  @QueryHandler
  Page<ProjectRow> answer(FindProjects q) {
    var search = Like.words(q.search());
    var worst = worst(q.light());
    var rows =
        db.sql(ROWS + WHICH + ORDER.sql(q.sort()) + "limit :limit offset :offset")
            .param("codes", Order.codes(q.sort()))
            .param("worst", worst)
            .param("search", search)
            .param("limit", q.limit())
            .param("offset", q.offset())
            .query((rs, n) -> row(rs))
            .list();
    var total =
        db.sql("select count(*) from view_project p " + WHICH)
            .param("worst", worst)
            .param("search", search)
            .query(Long.class)
            .single();
    return new Page<>(rows, total);
  }

  private static @Nullable Integer worst(@Nullable String light) {
    if (light == null) return null;
    for (var each : Light.values()) if (each.code().equals(light)) return each.weight();
    return null;
  }

  @QueryHandler
  List<RoadmapMark> answer(FindRoadmap q) {
    return db.sql(
            "select *, coalesce(reached_on, forecast) as day from view_project_milestone"
                + " where project_id = any(?) and dropped_on is null"
                + " order by project_id, day, position")
        .param(q.projectIds().toArray(String[]::new))
        .query(
            (rs, n) ->
                new RoadmapMark(
                    rs.getString("project_id"),
                    rs.getString("title"),
                    needed(rs, "baseline"),
                    needed(rs, "day"),
                    day(rs, "reached_on") != null))
        .list();
  }

  @QueryHandler
  List<ProjectRow> answer(FindProjectsOf q) {
    return db.sql(ROWS + "where p.application_id = ? order by p.started_at, p.project_id")
        .param(q.applicationId())
        .query((rs, n) -> row(rs))
        .list();
  }

  @QueryHandler
  @Nullable ProjectDetails answer(FindProject q) {
    return db.sql(ROWS + "where p.project_id = ?")
        .param(q.projectId())
        .query((rs, n) -> details(rs))
        .optional()
        .orElse(null);
  }

  private ProjectDetails details(ResultSet rs) throws SQLException {
    var id = rs.getString("project_id");
    return new ProjectDetails(
        row(rs),
        rs.getString("notice_reference"),
        rs.getObject("reporting_months", Integer.class),
        time(rs, "next_report_at"),
        day(rs, "lights_on"),
        day(rs, "completed_on"),
        rs.getString("abandoned_because") == null
            ? null
            : new Abandoned(rs.getString("abandoned_because"), rs.getString("abandoned_consent")),
        closing(rs),
        packages(id),
        milestones(id),
        lines(id),
        risks(id),
        reports(id),
        changes(id));
  }

  private static @Nullable Closing closing(ResultSet rs) throws SQLException {
    var years = rs.getObject("retention_years", Integer.class);
    if (years == null) return null;
    return new Closing(
        rs.getString("proof_reference"),
        needed(rs, "proof_on"),
        rs.getString("lessons"),
        years,
        rs.getString("retention_source"),
        needed(rs, "retain_until"));
  }

  private List<PackageRow> packages(String id) {
    return db.sql("select * from view_project_package where project_id = ? order by position")
        .param(id)
        .query(
            (rs, n) ->
                new PackageRow(
                    rs.getString("package_id"),
                    rs.getString("title"),
                    rs.getString("responsible"),
                    needed(rs, "starts_on"),
                    needed(rs, "ends_on"),
                    rs.getInt("percent"),
                    day(rs, "as_of"),
                    day(rs, "dropped_on")))
        .list();
  }

  private List<MilestoneRow> milestones(String id) {
    record Forecast(String milestone, ForecastRow row) {}
    Map<String, List<ForecastRow>> trends =
        db
            .sql(
                "select * from view_project_forecast where project_id = ?"
                    + " order by milestone_id, position")
            .param(id)
            .query(
                (rs, n) ->
                    new Forecast(
                        rs.getString("milestone_id"),
                        new ForecastRow(
                            needed(rs, "reported_on"),
                            needed(rs, "former"),
                            needed(rs, "forecast"),
                            rs.getString("reason"))))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Forecast::milestone, Collectors.mapping(Forecast::row, Collectors.toList())));
    return db.sql("select * from view_project_milestone where project_id = ? order by position")
        .param(id)
        .query(
            (rs, n) ->
                new MilestoneRow(
                    rs.getString("milestone_id"),
                    rs.getString("title"),
                    needed(rs, "baseline"),
                    needed(rs, "forecast"),
                    day(rs, "reached_on"),
                    day(rs, "dropped_on"),
                    trends.getOrDefault(rs.getString("milestone_id"), List.of())))
        .list();
  }

  private List<MoneyRow> lines(String id) {
    return db.sql("select * from view_project_line where project_id = ? order by position")
        .param(id)
        .query(
            (rs, n) ->
                new MoneyRow(
                    rs.getString("line_id"),
                    rs.getString("title"),
                    rs.getLong("budget_cents"),
                    rs.getLong("committed_cents"),
                    rs.getLong("actual_cents"),
                    rs.getLong("forecast_cents"),
                    rs.getLong("drawn_cents"),
                    day(rs, "as_of")))
        .list();
  }

  private List<RiskRow> risks(String id) {
    return db.sql(
            "select * from view_project_risk where project_id = ?"
                + " order by closed_for is not null, score desc, risk_id")
        .param(id)
        .query(
            (rs, n) ->
                new RiskRow(
                    rs.getString("risk_id"),
                    rs.getString("title"),
                    rs.getInt("probability"),
                    rs.getInt("impact"),
                    rs.getInt("score"),
                    rs.getString("measure"),
                    rs.getString("owner"),
                    rs.getString("closed_for")))
        .list();
  }

  private List<ReportRow> reports(String id) {
    return db.sql("select * from view_project_report where project_id = ? order by number desc")
        .param(id)
        .query((rs, n) -> report(rs))
        .list();
  }

  private static ReportRow report(ResultSet rs) throws SQLException {
    var escalated = rs.getArray("escalated");
    return new ReportRow(
        rs.getString("report_id"),
        rs.getInt("number"),
        rs.getString("kind"),
        rs.getString("occasion"),
        needed(rs, "as_of"),
        rs.getObject("due_at", OffsetDateTime.class).toInstant(),
        time(rs, "filed_at"),
        rs.getObject("scope_percent", Double.class),
        rs.getObject("delay_days", Integer.class),
        rs.getObject("cost_percent", Double.class),
        rs.getObject("risk_score", Integer.class),
        rs.getString("progress"),
        rs.getString("comparison"),
        rs.getString("outlook"),
        rs.getString("main_risks"),
        rs.getString("measures"),
        rs.getString("decisions"),
        lights(rs),
        rs.getString("override_reason"),
        escalated == null ? List.of() : List.of((String[]) escalated.getArray()),
        rs.getString("motion_id"),
        rs.getString("result"),
        rs.getString("agreed_measures"));
  }

  @QueryHandler
  @Nullable ChangeRow answer(FindChangeOfMotion q) {
    // the model numbers the motions of a change behind the change's own id
    return db.sql(
            CHANGES + "where c.project_id = :project and starts_with(:motion, c.change_id || '-m')")
        .param("project", q.projectId())
        .param("motion", q.motionId())
        .query((rs, n) -> change(rs))
        .optional()
        .orElse(null);
  }

  private List<ChangeRow> changes(String id) {
    return db.sql(CHANGES + "where c.project_id = ? order by c.requested_at desc, c.change_id desc")
        .param(id)
        .query((rs, n) -> change(rs))
        .list();
  }

  private static ChangeRow change(ResultSet rs) throws SQLException {
    return new ChangeRow(
        rs.getString("change_id"),
        rs.getString("change"),
        rs.getString("reason"),
        rs.getBoolean("forced"),
        rs.getObject("tolerance_percent", Integer.class),
        rs.getString("tolerance_source"),
        rs.getString("stage"),
        rs.getString("assessment"),
        rs.getObject("cost_effect_cents", Long.class),
        rs.getObject("delay_days", Integer.class),
        rs.getBoolean("touches_notice"),
        rs.getString("motion_id"),
        plan(rs),
        rs.getString("line_title"),
        rs.getObject("new_budget_cents", Long.class),
        rs.getString("milestone_title"),
        day(rs, "new_baseline"),
        rs.getObject("requested_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable PlanChange plan(ResultSet rs) throws SQLException {
    var kind = rs.getString("plan_kind");
    if (kind == null) return null;
    return new PlanChange(
        PlanChange.Kind.valueOf(kind),
        rs.getString("plan_row"),
        rs.getString("row_title"),
        rs.getString("plan_responsible"),
        day(rs, "plan_from"),
        day(rs, "plan_until"),
        rs.getObject("plan_budget_cents", Long.class));
  }

  private static ProjectRow row(ResultSet rs) throws SQLException {
    return new ProjectRow(
        rs.getString("project_id"),
        rs.getString("application_id"),
        rs.getString("consortium_id"),
        rs.getString("title"),
        rs.getString("funder"),
        rs.getString("stage"),
        rs.getLong("grant_cents"),
        needed(rs, "period_from"),
        needed(rs, "period_until"),
        lights(rs),
        rs.getString("next_milestone"),
        day(rs, "next_milestone_on"),
        rs.getLong("budget_cents"),
        rs.getLong("actual_cents"),
        rs.getLong("forecast_cents"),
        day(rs, "next_due"),
        rs.getString("next_kind"),
        rs.getObject("moved_at", OffsetDateTime.class).toInstant(),
        day(rs, "lights_on"));
  }

  private static @Nullable FourLights lights(ResultSet rs) throws SQLException {
    if (rs.getString("scope_light") == null) return null;
    return new FourLights(
        rs.getString("scope_light"),
        rs.getString("time_light"),
        rs.getString("cost_light"),
        rs.getString("risk_light"),
        rs.getString("scope_trend"),
        rs.getString("time_trend"),
        rs.getString("cost_trend"),
        rs.getString("risk_trend"));
  }

  private static @Nullable LocalDate day(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, LocalDate.class);
  }

  private static LocalDate needed(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, LocalDate.class);
  }

  private static @Nullable Instant time(ResultSet rs, String column) throws SQLException {
    var found = rs.getObject(column, OffsetDateTime.class);
    return found == null ? null : found.toInstant();
  }
}
