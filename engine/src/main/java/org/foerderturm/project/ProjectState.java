package org.foerderturm.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.project.ProjectCommand.*;
import org.foerderturm.project.ProjectEvent.*;
import org.jspecify.annotations.Nullable;

/** What a project remembers of its events, and the rules that its commands share. */
abstract class ProjectState {
  @AggregateIdentifier String projectId;
  ProjectStarted started;
  @Nullable Plan plan;

  /** Until when the files are kept, as it was determined last; null if it was not. */
  @Nullable RetentionDetermined retention;

  /** What was said last of each package, milestone and line, as far as it still holds. */
  private final Map<String, ProjectCommand> said = new HashMap<>();

  final Map<String, RiskNoted> risks = new LinkedHashMap<>();

  /** The open ones, each as it was assessed last. */
  final Map<String, ReassessRisk> openRisks = new HashMap<>();

  final Map<String, ReportDue> openReports = new LinkedHashMap<>();
  final Set<String> measured = new HashSet<>();
  final Map<String, List<String>> redTwice = new HashMap<>();
  final Set<String> escalated = new HashSet<>();
  final Set<String> settled = new HashSet<>();

  final Map<String, Change> changes = new LinkedHashMap<>();
  @Nullable Lights lights;
  int reports;
  int periodsReported;
  boolean completed;

  /** It ended before its work was done. */
  boolean abandoned;

  boolean closed;

  /** The day on which the event that was applied last was recorded, in the office. */
  LocalDate recorded = LocalDate.MIN;

  @SuppressWarnings("NullAway.Init")
  ProjectState() {}

  Plan running() {
    if (closed) throw new Rejected("project-closed", Map.of("title", started.title()));
    if (plan == null) throw new Rejected("plan-missing");
    return plan;
  }

  /** Knows no clock: what was just applied says which day it is; the refusal undoes it. */
  void notInFuture(LocalDate stated) {
    if (stated.isAfter(recorded))
      throw new Rejected("time-in-future", Map.of("stated", stated.toString()));
  }

  /** The same again on a later day confirms it; the same again of the same day says nothing. */
  void mustBeNews(String about, ProjectCommand c) {
    if (c.equals(said.get(about))) throw new Rejected("nothing-changed");
  }

  Plan.Way open(String milestoneId) {
    var way = running().milestone(milestoneId);
    if (way.reached())
      throw new Rejected("milestone-already-reached", Map.of("title", way.title()));
    if (running().isDropped(milestoneId))
      throw new Rejected("milestone-dropped", Map.of("title", way.title()));
    return way;
  }

  // ---- what is remembered

  void at(Instant when) {
    recorded = LocalDate.ofInstant(when, ReportingPeriods.OFFICE);
  }

  @EventSourcingHandler
  void on(ProjectStarted e) {
    projectId = e.projectId();
    started = e;
  }

  @EventSourcingHandler
  void on(ProjectGrantChanged e) {
    started =
        new ProjectStarted(
            projectId,
            started.applicationId(),
            started.consortiumId(),
            started.title(),
            started.funder(),
            e.noticeReference(),
            e.grantCents(),
            e.periodFrom(),
            e.periodUntil());
    if (plan != null) plan.granted(e.periodFrom(), e.periodUntil());
  }

  @EventSourcingHandler
  void on(ProjectPlanned e) {
    plan = new Plan(started, e);
  }

  @EventSourcingHandler
  void on(ProgressReported e, @Timestamp Instant when) {
    at(when);
    running().progressed(e.packageId(), e.percent());
    said.put(
        e.packageId(), new ReportProgress(e.projectId(), e.packageId(), e.percent(), e.asOf()));
  }

  @EventSourcingHandler
  void on(MilestoneForecast e, @Timestamp Instant when) {
    at(when);
    running().forecast(e.milestoneId(), e.forecast(), e.reportedOn());
    said.put(
        e.milestoneId(),
        new ForecastMilestone(
            e.projectId(), e.milestoneId(), e.forecast(), e.reportedOn(), e.reason()));
  }

  @EventSourcingHandler
  void on(MilestoneReached e, @Timestamp Instant when) {
    at(when);
    running().reached(e.milestoneId());
  }

  @EventSourcingHandler
  void on(LineFiguresReported e, @Timestamp Instant when) {
    at(when);
    running().figures(e);
    said.put(
        e.lineId(),
        new ReportLineFigures(
            e.projectId(),
            e.lineId(),
            e.committedCents(),
            e.actualCents(),
            e.forecastCents(),
            e.drawnCents(),
            e.asOf()));
  }

  @EventSourcingHandler
  void on(RiskNoted e) {
    risks.put(e.riskId(), e);
    openRisks.put(
        e.riskId(),
        new ReassessRisk(
            e.projectId(), e.riskId(), e.probability(), e.impact(), e.measure(), e.owner()));
  }

  @EventSourcingHandler
  void on(RiskReassessed e) {
    openRisks.put(
        e.riskId(),
        new ReassessRisk(
            e.projectId(), e.riskId(), e.probability(), e.impact(), e.measure(), e.owner()));
  }

  @EventSourcingHandler
  void on(RiskClosed e) {
    openRisks.remove(e.riskId());
  }

  @EventSourcingHandler
  void on(ReportDue e, @Timestamp Instant when) {
    at(when);
    reports = e.number();
    openReports.put(e.reportId(), e);
  }

  @EventSourcingHandler
  void on(ProgressMeasured e) {
    measured.add(e.reportId());
  }

  @EventSourcingHandler
  void on(ReportingPeriodClosed e) {
    periodsReported++;
  }

  @EventSourcingHandler
  void on(StatusReportFiled e, @Timestamp Instant when) {
    at(when);
    openReports.remove(e.reportId());
    redTwice.put(e.reportId(), e.redTwice());
    lights = e.lights();
  }

  @EventSourcingHandler
  void on(ProjectEscalated e) {
    escalated.add(e.reportId());
  }

  @EventSourcingHandler
  void on(EscalationExtended e, @Timestamp Instant when) {
    at(when);
  }

  @EventSourcingHandler
  void on(EscalationSettled e) {
    settled.add(e.reportId());
  }

  @EventSourcingHandler
  void on(ChangeRequested e, @Timestamp Instant when) {
    at(when);
    changes.put(e.changeId(), Change.of(e));
  }

  @EventSourcingHandler
  void on(ChangeAssessed e) {
    changes.computeIfPresent(e.changeId(), (id, change) -> change.assessed(e));
  }

  @EventSourcingHandler
  void on(ChangeWithdrawn e) {
    changes.computeIfPresent(e.changeId(), (id, change) -> change.ended());
  }

  @EventSourcingHandler
  void on(ChangeResolved e) {
    boolean yes = e.result().equals("adopted");
    changes.computeIfPresent(e.changeId(), (id, change) -> change.resolved(yes));
  }

  @EventSourcingHandler
  void on(ChangeResubmitted e) {
    changes.computeIfPresent(e.changeId(), (id, change) -> change.resubmitted());
  }

  @EventSourcingHandler
  void on(FunderAnswered e, @Timestamp Instant when) {
    at(when);
    changes.computeIfPresent(e.changeId(), (id, change) -> change.answered(e.consented()));
  }

  @EventSourcingHandler
  void on(ChangeImplemented e, @Timestamp Instant when) {
    at(when);
    changes.computeIfPresent(e.changeId(), (id, change) -> change.ended());
    said.remove(e.lineId());
    said.remove(e.milestoneId());
    if (e.lineId() != null && e.newBudgetCents() != null)
      running().budget(e.lineId(), e.newBudgetCents());
    if (e.milestoneId() != null && e.newBaseline() != null)
      running().baseline(e.milestoneId(), e.newBaseline());
    if (e.plan() != null) running().changed(e.plan());
  }

  @EventSourcingHandler
  void on(ProjectAbandoned e) {
    abandoned = true;
    running().dropOpenMilestones();
  }

  @EventSourcingHandler
  void on(ProjectCompleted e, @Timestamp Instant when) {
    at(when);
    completed = true;
  }

  @EventSourcingHandler
  void on(RetentionDetermined e, @Timestamp Instant when) {
    at(when);
    retention = e;
  }

  @EventSourcingHandler
  void on(ProjectClosed e, @Timestamp Instant when) {
    at(when);
    closed = true;
  }
}
