package org.foerderturm.project;

import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.project.ProjectEvent.*;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Projects with plan, money, risks, reports and changes, as portfolio and project page show them.
 */
@Component
class ProjectProjection implements Projection {
  private static final PlanChange NO_ROW =
      new PlanChange(PlanChange.Kind.ADD_LINE, null, null, null, null, null, null);

  @Override
  public String name() {
    return "project";
  }

  @Override
  public List<String> tables() {
    return List.of(
        "view_project",
        "view_project_package",
        "view_project_milestone",
        "view_project_forecast",
        "view_project_line",
        "view_project_risk",
        "view_project_report",
        "view_project_change");
  }

  @EventHandler
  void on(ProjectStarted e, Recorded r, Writes w) {
    w.add(
        e.projectId(),
        "insert into view_project (project_id, application_id, consortium_id, title, funder,"
            + " notice_reference, grant_cents, period_from, period_until, stage, started_at,"
            + " moved_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'granted', ?, ?)",
        e.projectId(),
        e.applicationId(),
        e.consortiumId(),
        e.title(),
        e.funder(),
        e.noticeReference(),
        e.grantCents(),
        e.periodFrom(),
        e.periodUntil(),
        r.at(),
        r.at());
  }

  @EventHandler
  void on(ProjectGrantChanged e, Recorded r, Writes w) {
    set(
        w,
        r,
        e,
        "notice_reference = ?, grant_cents = ?, period_from = ?, period_until = ?,"
            + " next_report_at = ?::timestamptz",
        e.noticeReference(),
        e.grantCents(),
        e.periodFrom(),
        e.periodUntil(),
        e.nextReportAt());
  }

  @EventHandler
  void on(ProjectPlanned e, Recorded r, Writes w) {
    int position = 0;
    for (var each : e.packages())
      w.add(
          e.projectId(),
          "insert into view_project_package (project_id, package_id, position, title, responsible,"
              + " starts_on, ends_on) values (?, ?, ?, ?, ?, ?, ?)",
          e.projectId(),
          each.packageId(),
          position++,
          each.title(),
          each.responsible(),
          each.startsOn(),
          each.endsOn());
    for (var each : e.milestones())
      w.add(
          e.projectId(),
          "insert into view_project_milestone (project_id, milestone_id, position, title, baseline,"
              + " forecast) values (?, ?, ?, ?, ?, ?)",
          e.projectId(),
          each.milestoneId(),
          position++,
          each.title(),
          each.baseline(),
          each.baseline());
    for (var each : e.lines())
      w.add(
          e.projectId(),
          "insert into view_project_line (project_id, line_id, position, title, budget_cents,"
              + " forecast_cents) values (?, ?, ?, ?, ?, ?)",
          e.projectId(),
          each.lineId(),
          position++,
          each.title(),
          each.budgetCents(),
          each.budgetCents());
    set(
        w,
        r,
        e,
        "stage = 'running', reporting_months = ?, next_report_at = ?",
        e.reportingMonths(),
        e.nextReportAt());
  }

  @EventHandler
  void on(ProgressReported e, Recorded r, Writes w) {
    w.add(
        e.projectId(),
        "update view_project_package set percent = ?, as_of = ?"
            + " where project_id = ? and package_id = ?",
        e.percent(),
        e.asOf(),
        e.projectId(),
        e.packageId());
    set(w, r, e, null);
  }

  @EventHandler
  void on(MilestoneForecast e, Recorded r, Writes w) {
    w.add(
        e.projectId(),
        "update view_project_milestone set forecast = ? where project_id = ? and milestone_id = ?",
        e.forecast(),
        e.projectId(),
        e.milestoneId());
    w.add(
        e.projectId(),
        "insert into view_project_forecast (project_id, milestone_id, position, reported_on,"
            + " former, forecast, reason) values (?, ?, ?, ?, ?, ?, ?)",
        e.projectId(),
        e.milestoneId(),
        r.position(),
        e.reportedOn(),
        e.former(),
        e.forecast(),
        e.reason());
    set(w, r, e, null);
  }

  @EventHandler
  void on(MilestoneReached e, Recorded r, Writes w) {
    w.add(
        e.projectId(),
        "update view_project_milestone set reached_on = ?"
            + " where project_id = ? and milestone_id = ?",
        e.reachedOn(),
        e.projectId(),
        e.milestoneId());
    set(w, r, e, null);
  }

  @EventHandler
  void on(LineFiguresReported e, Recorded r, Writes w) {
    w.add(
        e.projectId(),
        "update view_project_line set committed_cents = ?, actual_cents = ?, forecast_cents = ?,"
            + " drawn_cents = ?, as_of = ? where project_id = ? and line_id = ?",
        e.committedCents(),
        e.actualCents(),
        e.forecastCents(),
        e.drawnCents(),
        e.asOf(),
        e.projectId(),
        e.lineId());
    set(w, r, e, null);
  }

  @EventHandler
  void on(RiskNoted e, Recorded r, Writes w) {
    w.add(
        e.projectId(),
        "insert into view_project_risk (project_id, risk_id, title, probability, impact, score,"
            + " measure, owner) values (?, ?, ?, ?, ?, ?, ?, ?)",
        e.projectId(),
        e.riskId(),
        e.title(),
        e.probability(),
        e.impact(),
        e.score(),
        e.measure(),
        e.owner());
    set(w, r, e, null);
  }

  @EventHandler
  void on(RiskReassessed e, Recorded r, Writes w) {
    w.add(
        e.projectId(),
        "update view_project_risk set probability = ?, impact = ?, score = ?, measure = ?,"
            + " owner = ? where project_id = ? and risk_id = ?",
        e.probability(),
        e.impact(),
        e.score(),
        e.measure(),
        e.owner(),
        e.projectId(),
        e.riskId());
    set(w, r, e, null);
  }

  @EventHandler
  void on(RiskClosed e, Recorded r, Writes w) {
    w.add(
        e.projectId(),
        "update view_project_risk set closed_for = ? where project_id = ? and risk_id = ?",
        e.reason(),
        e.projectId(),
        e.riskId());
    set(w, r, e, null);
  }

  // ---- reports

  @EventHandler
  void on(ReportDue e, Recorded r, Writes w) {
    w.add(
        e.projectId(),
        "insert into view_project_report (project_id, report_id, number, kind, occasion, as_of,"
            + " due_at) values (?, ?, ?, ?, ?, ?, ?)",
        e.projectId(),
        e.reportId(),
        e.number(),
        e.kind() == ReportKind.PERIODIC ? "periodic" : "occasion",
        e.occasion(),
        e.asOf(),
        e.dueAt());
    set(w, r, e, null);
  }

  @EventHandler
  void on(ProgressMeasured e, Recorded r, Writes w) {
    report(
        w,
        e.projectId(),
        e.reportId(),
        "scope_percent = ?, delay_days = ?, cost_percent = ?, risk_score = ?",
        e.scopePercent(),
        e.delayDays(),
        e.costPercent(),
        e.riskScore());
  }

  @EventHandler
  void on(ReportingPeriodClosed e, Recorded r, Writes w) {
    set(w, r, e, "next_report_at = ?", e.nextReportAt());
  }

  @EventHandler
  void on(StatusReportSubmitted e, Recorded r, Writes w) {
    set(w, r, e, null);
  }

  @EventHandler
  void on(StatusReportFiled e, Recorded r, Writes w) {
    var lights = e.lights();
    var trends = e.trends();
    report(
        w,
        e.projectId(),
        e.reportId(),
        "filed_at = ?, progress = ?, comparison = ?, outlook = ?, main_risks = ?, measures = ?,"
            + " decisions = ?, override_reason = ?, "
            + LIGHTS,
        r.at(),
        e.progress(),
        e.comparison(),
        e.outlook(),
        e.mainRisks(),
        e.measures(),
        e.decisions(),
        e.overrideReason(),
        lights.scope().code(),
        lights.time().code(),
        lights.cost().code(),
        lights.risk().code(),
        trends.scope().code(),
        trends.time().code(),
        trends.cost().code(),
        trends.risk().code());
    set(
        w,
        r,
        e,
        LIGHTS + ", worst = ?, lights_on = ?",
        lights.scope().code(),
        lights.time().code(),
        lights.cost().code(),
        lights.risk().code(),
        trends.scope().code(),
        trends.time().code(),
        trends.cost().code(),
        trends.risk().code(),
        lights.worst().weight(),
        e.asOf());
  }

  private static final String LIGHTS =
      "scope_light = ?, time_light = ?, cost_light = ?, risk_light = ?,"
          + " scope_trend = ?, time_trend = ?, cost_trend = ?, risk_trend = ?";

  @EventHandler
  void on(ProjectEscalated e, Recorded r, Writes w) {
    report(
        w,
        e.projectId(),
        e.reportId(),
        "escalated = ?",
        (Object) e.lights().toArray(String[]::new));
    set(w, r, e, null);
  }

  @EventHandler
  void on(EscalationSettled e, Recorded r, Writes w) {
    report(
        w,
        e.projectId(),
        e.reportId(),
        "motion_id = ?, result = ?, agreed_measures = ?",
        e.motionId(),
        e.result(),
        e.measures());
    set(w, r, e, null);
  }

  // ---- change requests

  @EventHandler
  void on(ChangeRequested e, Recorded r, Writes w) {
    var plan = e.plan() == null ? NO_ROW : e.plan();
    w.add(
        e.projectId(),
        "insert into view_project_change (project_id, change_id, change, reason, forced, line_id,"
            + " milestone_id, stage, requested_at, tolerance_percent, tolerance_source, plan_kind,"
            + " plan_row, plan_title, plan_responsible, plan_from, plan_until, plan_budget_cents)"
            + " values (?, ?, ?, ?, ?, ?, ?, 'requested', ?, ?::integer, ?, ?, ?, ?, ?, ?::date,"
            + " ?::date, ?::bigint)",
        e.projectId(),
        e.changeId(),
        e.change(),
        e.reason(),
        e.forced(),
        e.lineId(),
        e.milestoneId(),
        r.at(),
        e.tolerancePercent(),
        e.toleranceSource(),
        e.plan() == null ? null : plan.kind().name(),
        plan.rowId(),
        plan.title(),
        plan.responsible(),
        plan.startsOn(),
        plan.endsOn(),
        plan.budgetCents());
    set(w, r, e, null);
  }

  @EventHandler
  void on(ChangeAssessed e, Recorded r, Writes w) {
    change(
        w,
        e.projectId(),
        e.changeId(),
        "stage = 'assessed', assessment = ?, cost_effect_cents = ?, delay_days = ?,"
            + " touches_notice = ?, new_budget_cents = ?::bigint, new_baseline = ?::date",
        e.assessment(),
        e.costEffectCents(),
        e.delayDays(),
        e.touchesNotice(),
        e.newBudgetCents(),
        e.newBaseline());
    set(w, r, e, null);
  }

  @EventHandler
  void on(ChangeWithdrawn e, Recorded r, Writes w) {
    change(w, e.projectId(), e.changeId(), "stage = 'withdrawn'");
    set(w, r, e, null);
  }

  @EventHandler
  void on(ChangeResolved e, Recorded r, Writes w) {
    change(w, e.projectId(), e.changeId(), "stage = ?, motion_id = ?", e.result(), e.motionId());
    set(w, r, e, null);
  }

  @EventHandler
  void on(ChangeResubmitted e, Recorded r, Writes w) {
    change(w, e.projectId(), e.changeId(), "stage = 'assessed'");
    set(w, r, e, null);
  }

  @EventHandler
  void on(FunderAnswered e, Recorded r, Writes w) {
    change(
        w,
        e.projectId(),
        e.changeId(),
        "stage = ?, answer_reference = ?",
        e.consented() ? "consented" : "refused",
        e.reference());
    set(w, r, e, null);
  }

  @EventHandler
  void on(ChangeImplemented e, Recorded r, Writes w) {
    change(
        w,
        e.projectId(),
        e.changeId(),
        "stage = 'implemented', implemented_on = ?",
        e.implementedOn());
    if (e.lineId() != null && e.newBudgetCents() != null)
      w.add(
          e.projectId(),
          "update view_project_line set budget_cents = ? where project_id = ? and line_id = ?",
          e.newBudgetCents(),
          e.projectId(),
          e.lineId());
    if (e.milestoneId() != null && e.newBaseline() != null)
      w.add(
          e.projectId(),
          "update view_project_milestone set baseline = ?, forecast = greatest(forecast, ?)"
              + " where project_id = ? and milestone_id = ?",
          e.newBaseline(),
          e.newBaseline(),
          e.projectId(),
          e.milestoneId());
    if (e.plan() != null) row(e, e.plan(), w);
    set(w, r, e, null);
  }

  private static void row(ChangeImplemented e, PlanChange plan, Writes w) {
    var project = e.projectId();
    switch (plan.kind()) {
      case DROP_MILESTONE ->
          w.add(
              project,
              "update view_project_milestone set dropped_on = ?"
                  + " where project_id = ? and milestone_id = ?",
              e.implementedOn(),
              project,
              plan.rowId());
      case DROP_PACKAGE ->
          w.add(
              project,
              "update view_project_package set dropped_on = ?"
                  + " where project_id = ? and package_id = ?",
              e.implementedOn(),
              project,
              plan.rowId());
      case ADD_MILESTONE ->
          w.add(
              project,
              "insert into view_project_milestone (project_id, milestone_id, position, title,"
                  + " baseline, forecast) select ?, ?, 1000 + count(*), ?, ?::date, ?::date"
                  + " from view_project_milestone where project_id = ?",
              project,
              plan.rowId(),
              plan.title(),
              plan.endsOn(),
              plan.endsOn(),
              project);
      case ADD_PACKAGE ->
          w.add(
              project,
              "insert into view_project_package (project_id, package_id, position, title,"
                  + " responsible, starts_on, ends_on) select ?, ?, 1000 + count(*), ?, ?, ?::date,"
                  + " ?::date from view_project_package where project_id = ?",
              project,
              plan.rowId(),
              plan.title(),
              plan.responsible() == null ? "" : plan.responsible(),
              plan.startsOn(),
              plan.endsOn(),
              project);
      case ADD_LINE ->
          w.add(
              project,
              "insert into view_project_line (project_id, line_id, position, title, budget_cents,"
                  + " forecast_cents) select ?, ?, 1000 + count(*), ?, ?::bigint, ?::bigint"
                  + " from view_project_line where project_id = ?",
              project,
              plan.rowId(),
              plan.title(),
              plan.budgetCents(),
              plan.budgetCents(),
              project);
    }
  }

  // ---- the end

  @EventHandler
  void on(ProjectAbandoned e, Recorded r, Writes w) {
    w.add(
        e.projectId(),
        "update view_project_milestone set dropped_on = ?"
            + " where project_id = ? and reached_on is null and dropped_on is null",
        e.abandonedOn(),
        e.projectId());
    set(w, r, e, "abandoned_because = ?, abandoned_consent = ?", e.reason(), e.consent());
  }

  @EventHandler
  void on(ProjectCompleted e, Recorded r, Writes w) {
    set(
        w,
        r,
        e,
        "stage = case when abandoned_because is null then 'completed' else 'abandoned' end,"
            + " completed_on = ?, next_report_at = null",
        e.completedOn());
  }

  /** Before the closing it is a proposal, which the page does not show yet. */
  @EventHandler
  void on(RetentionDetermined e, Recorded r, Writes w) {
    w.add(
        e.projectId(),
        "update view_project set retention_years = ?, retention_source = ?, retain_until = ?"
            + " where project_id = ? and stage = 'closed'",
        e.years(),
        e.rule() + "; " + e.source(),
        e.until(),
        e.projectId());
  }

  @EventHandler
  void on(ProjectClosed e, Recorded r, Writes w) {
    set(
        w,
        r,
        e,
        "stage = 'closed', proof_reference = ?, proof_on = ?, lessons = ?, retention_years = ?,"
            + " retention_source = ?, retain_until = ?",
        e.proofReference(),
        e.proofSubmittedOn(),
        e.lessons(),
        e.retentionYears(),
        e.retentionSource(),
        e.retainUntil());
  }

  private static void set(
      Writes w,
      Recorded r,
      ProjectEvent e,
      @Nullable String assignments,
      @Nullable Object... values) {
    w.add(
        e.projectId(),
        "update view_project set "
            + (assignments == null ? "" : assignments + ", ")
            + "moved_at = ? where project_id = ?",
        with(values, r.at(), e.projectId()));
  }

  private static void report(
      Writes w, String project, String report, String assignments, @Nullable Object... values) {
    w.add(
        project,
        "update view_project_report set " + assignments + " where project_id = ? and report_id = ?",
        with(values, project, report));
  }

  private static void change(
      Writes w, String project, String change, String assignments, @Nullable Object... values) {
    w.add(
        project,
        "update view_project_change set " + assignments + " where project_id = ? and change_id = ?",
        with(values, project, change));
  }

  private static @Nullable Object[] with(@Nullable Object[] values, Object... more) {
    var all = java.util.Arrays.copyOf(values, values.length + more.length);
    System.arraycopy(more, 0, all, values.length, more.length);
    return all;
  }
}
