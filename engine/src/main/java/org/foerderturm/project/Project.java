package org.foerderturm.project;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.project.ProjectCommand.*;
import org.foerderturm.project.ProjectEvent.*;
import org.jspecify.annotations.Nullable;

/**
 * A granted project from its start to its closing. Its plan changes only by a change request that
 * the committee adopted; where the grant notice is touched, the funder consented, too.
 */
@AggregateRoot
class Project {
  /**
   * A line may exceed its budget by a fifth (ANBest-P Nr. 1.2, to be checked against the notice).
   */
  private static final long TOLERANCE_PERCENT = 20;

  @AggregateIdentifier private String projectId;
  private ProjectStarted started;
  private @Nullable Plan plan;
  private final Map<String, RiskNoted> risks = new LinkedHashMap<>();
  private final Map<String, Integer> openRisks = new HashMap<>();
  private final Map<String, ReportDue> openReports = new LinkedHashMap<>();
  private final Set<String> measured = new HashSet<>();
  private final Map<String, List<String>> redTwice = new HashMap<>();
  private final Set<String> escalated = new HashSet<>();
  private final Map<String, Change> changes = new LinkedHashMap<>();
  private @Nullable Lights lights;
  private int reports;
  private int periodsReported;
  private boolean completed;
  private boolean closed;

  /** The day on which the event that was applied last was recorded, in the office. */
  private LocalDate recorded = LocalDate.MIN;

  @SuppressWarnings("NullAway.Init")
  private Project() {}

  @CommandHandler
  @SuppressWarnings("NullAway.Init")
  Project(StartProject c) {
    if (c.grantCents() <= 0) throw new Rejected("amount-not-positive");
    if (c.periodUntil().isBefore(c.periodFrom())) throw new Rejected("period-out-of-order");
    apply(
        new ProjectStarted(
            c.projectId(),
            c.applicationId(),
            c.consortiumId(),
            c.title().strip(),
            c.funder(),
            c.noticeReference(),
            c.grantCents(),
            c.periodFrom(),
            c.periodUntil()));
  }

  @CommandHandler
  void handle(PlanProject c) {
    if (plan != null) throw new Rejected("plan-already-made");
    apply(Plan.checked(c, started));
  }

  // ---- how it goes

  @CommandHandler
  void handle(ReportProgress c) {
    var workPackage = running().workPackage(c.packageId());
    if (c.percent() < 0 || c.percent() > 100) throw new Rejected("percent-out-of-range");
    apply(
        new ProgressReported(projectId, c.packageId(), workPackage.title(), c.percent(), c.asOf()));
    notInFuture(c.asOf());
  }

  @CommandHandler
  void handle(ForecastMilestone c) {
    var way = open(c.milestoneId());
    if (c.reportedOn().isBefore(way.reportedOn()))
      throw new Rejected(
          "forecast-out-of-order", Map.of("reportedOn", way.reportedOn().toString()));
    if (c.forecast().isBefore(c.reportedOn()))
      throw new Rejected("forecast-in-past", Map.of("title", way.title()));
    apply(
        new MilestoneForecast(
            projectId,
            c.milestoneId(),
            way.title(),
            way.baseline(),
            way.forecast(),
            c.forecast(),
            c.reportedOn(),
            c.reason()));
    notInFuture(c.reportedOn());
  }

  @CommandHandler
  void handle(ReachMilestone c) {
    var way = open(c.milestoneId());
    if (c.reachedOn().isBefore(started.periodFrom()))
      throw new Rejected("milestone-before-start", Map.of("from", started.periodFrom().toString()));
    apply(
        new MilestoneReached(
            projectId,
            c.milestoneId(),
            way.title(),
            way.baseline(),
            c.reachedOn(),
            Math.toIntExact(ChronoUnit.DAYS.between(way.baseline(), c.reachedOn()))));
    notInFuture(c.reachedOn());
  }

  private Plan.Way open(String milestoneId) {
    var way = running().milestone(milestoneId);
    if (way.reached())
      throw new Rejected("milestone-already-reached", Map.of("title", way.title()));
    return way;
  }

  @CommandHandler
  void handle(ReportLineFigures c) {
    var line = running().line(c.lineId());
    Plan.notNegative(
        line.title(), c.committedCents(), c.actualCents(), c.forecastCents(), c.drawnCents());
    if (c.forecastCents() < c.actualCents())
      throw new Rejected("forecast-below-actual", Map.of("line", line.title()));
    long left = started.grantCents() - running().drawnBeside(c.lineId());
    if (c.drawnCents() > left)
      throw new Rejected("drawn-above-grant", Map.of("line", line.title(), "leftCents", left));
    apply(
        new LineFiguresReported(
            projectId,
            c.lineId(),
            line.title(),
            line.budgetCents(),
            c.committedCents(),
            c.actualCents(),
            c.forecastCents(),
            c.drawnCents(),
            c.asOf()));
    notInFuture(c.asOf());
    if (exceeds(line, c.forecastCents()) && !changePending(c.lineId()))
      apply(
          new ChangeRequested(
              projectId,
              nextChange(),
              started.title(),
              line.title(),
              null,
              c.lineId(),
              null,
              true));
  }

  private static boolean exceeds(MoneyLine line, long forecastCents) {
    return Math.multiplyExact(forecastCents, 100L)
        > Math.multiplyExact(line.budgetCents(), 100L + TOLERANCE_PERCENT);
  }

  private boolean changePending(String lineId) {
    return changes.values().stream()
        .anyMatch(change -> change.isOpen() && lineId.equals(change.requested().lineId()));
  }

  // ---- risks

  @CommandHandler
  void handle(NoteRisk c) {
    running();
    inRange(c.probability(), c.impact());
    apply(
        new RiskNoted(
            projectId,
            "r" + (risks.size() + 1),
            c.title().strip(),
            c.probability(),
            c.impact(),
            c.probability() * c.impact(),
            c.measure() == null ? "" : c.measure(),
            c.owner().strip()));
  }

  @CommandHandler
  void handle(ReassessRisk c) {
    var risk = openRisk(c.riskId());
    inRange(c.probability(), c.impact());
    apply(
        new RiskReassessed(
            projectId,
            c.riskId(),
            risk.title(),
            c.probability(),
            c.impact(),
            c.probability() * c.impact(),
            openRisks.getOrDefault(c.riskId(), 0),
            c.measure() == null ? "" : c.measure(),
            c.owner().strip()));
  }

  @CommandHandler
  void handle(CloseRisk c) {
    apply(new RiskClosed(projectId, c.riskId(), openRisk(c.riskId()).title(), c.reason()));
  }

  private RiskNoted openRisk(String riskId) {
    running();
    var risk = risks.get(riskId);
    if (risk == null) throw new Rejected("risk-unknown", Map.of("id", riskId));
    if (!openRisks.containsKey(riskId))
      throw new Rejected("risk-already-closed", Map.of("title", risk.title()));
    return risk;
  }

  private static void inRange(int probability, int impact) {
    if (probability < 1 || probability > 5 || impact < 1 || impact > 5)
      throw new Rejected("risk-out-of-range");
  }

  // ---- status reports

  @CommandHandler
  void handle(CallForReport c) {
    var periods = running().periods();
    boolean periodic = c.kind() == ReportKind.PERIODIC;
    LocalDate from = null;
    var asOf = c.on();
    if (periodic) {
      int number = periodsReported + 1;
      if (!periods.has(number)) throw new Rejected("all-periods-reported");
      if (openReports.values().stream().anyMatch(each -> each.kind() == ReportKind.PERIODIC))
        throw new Rejected("report-already-called");
      from = periods.firstDay(number);
      asOf = periods.lastDay(number);
    } else if (c.occasion() == null || c.occasion().isBlank() || asOf == null)
      throw new Rejected("occasion-missing");
    if (asOf == null) throw new IllegalStateException("a period has a last day");
    apply(
        new ReportDue(
            projectId,
            projectId + "-r" + (reports + 1),
            reports + 1,
            started.title(),
            c.kind(),
            periodic ? null : c.occasion(),
            from,
            asOf,
            ReportingPeriods.writtenBy(asOf)));
    if (!periodic) notInFuture(asOf);
    else if (!recorded.isAfter(asOf))
      throw new Rejected("period-not-over", Map.of("until", asOf.toString()));
  }

  @CommandHandler
  void handle(MeasureProgress c) {
    var plan = running();
    var report = openReport(c.reportId());
    apply(
        new ProgressMeasured(
            projectId,
            c.reportId(),
            report.asOf(),
            plan.scopePercent(report.asOf()),
            plan.delayDays(report.asOf()),
            plan.costPercent(),
            openRisks.values().stream().mapToInt(Integer::intValue).max().orElse(0)));
  }

  @CommandHandler
  void handle(FileStatusReport c) {
    var plan = running();
    var report = openReport(c.reportId());
    if (!measured.contains(c.reportId())) throw new Rejected("progress-not-measured");
    if (!c.lights().equals(c.proposed())
        && (c.overrideReason() == null || c.overrideReason().isBlank()))
      throw new Rejected("override-reason-missing");
    if (report.kind() == ReportKind.PERIODIC)
      apply(
          new ReportingPeriodClosed(
              projectId, report.asOf(), plan.periods().calledAt(periodsReported + 2)));
    apply(
        new StatusReportFiled(
            projectId,
            c.reportId(),
            report.number(),
            started.title(),
            report.kind(),
            report.asOf(),
            c.progress(),
            c.comparison(),
            c.outlook(),
            c.mainRisks(),
            c.measures(),
            c.decisions(),
            c.proposed(),
            c.lights(),
            Trends.of(lights, c.lights()),
            c.overrideReason(),
            c.lights().redTwice(lights)));
  }

  private ReportDue openReport(String reportId) {
    var report = openReports.get(reportId);
    if (report == null)
      throw redTwice.containsKey(reportId)
          ? new Rejected("report-already-filed")
          : new Rejected("report-not-called");
    return report;
  }

  @CommandHandler
  void handle(EscalateProject c) {
    running();
    var red = redTwice.getOrDefault(c.reportId(), List.of());
    if (red.isEmpty()) throw new Rejected("nothing-to-escalate");
    if (escalated.contains(c.reportId())) throw new Rejected("already-escalated");
    apply(new ProjectEscalated(projectId, c.reportId(), started.title(), red));
  }

  @CommandHandler
  void handle(SettleEscalation c) {
    running();
    if (!escalated.contains(c.reportId())) throw new Rejected("not-escalated");
    apply(new EscalationSettled(projectId, c.reportId(), c.motionId(), c.result(), c.measures()));
  }

  // ---- change requests

  @CommandHandler
  void handle(RequestChange c) {
    var plan = running();
    if (c.lineId() != null) plan.line(c.lineId());
    if (c.milestoneId() != null) open(c.milestoneId());
    apply(
        new ChangeRequested(
            projectId,
            nextChange(),
            started.title(),
            c.change().strip(),
            c.reason(),
            c.lineId(),
            c.milestoneId(),
            false));
  }

  private String nextChange() {
    return projectId + "-c" + (changes.size() + 1);
  }

  @CommandHandler
  void handle(AssessChange c) {
    var change = change(c.changeId());
    change.mustBeUndecided();
    if (change.requested().lineId() != null && c.newBudgetCents() == null)
      throw new Rejected("new-budget-missing", change.about());
    if (c.newBudgetCents() != null)
      Plan.notNegative(change.requested().change(), c.newBudgetCents());
    if (change.requested().milestoneId() != null && c.newBaseline() == null)
      throw new Rejected("new-baseline-missing", change.about());
    if (c.newBaseline() != null && c.newBaseline().isBefore(started.periodFrom()))
      throw new Rejected("milestone-before-start", Map.of("from", started.periodFrom().toString()));
    apply(
        new ChangeAssessed(
            projectId,
            c.changeId(),
            change.requested().change(),
            c.assessment(),
            c.costEffectCents(),
            c.delayDays(),
            c.touchesNotice(),
            change.requested().lineId() == null ? null : c.newBudgetCents(),
            change.requested().milestoneId() == null ? null : c.newBaseline()));
  }

  @CommandHandler
  void handle(WithdrawChange c) {
    var change = change(c.changeId());
    change.mustBeUndecided();
    if (change.requested().forced()) throw new Rejected("forced-change-stays", change.about());
    apply(new ChangeWithdrawn(projectId, c.changeId(), change.requested().change(), c.reason()));
  }

  @CommandHandler
  void handle(RecordChangeResolution c) {
    var change = change(c.changeId());
    change.mustBeUndecided();
    change.assessment();
    apply(
        new ChangeResolved(
            projectId, c.changeId(), change.requested().change(), c.motionId(), c.result()));
  }

  @CommandHandler
  void handle(RecordFunderAnswer c) {
    var change = change(c.changeId());
    change.mustAwaitFunder();
    apply(
        new FunderAnswered(
            projectId,
            c.changeId(),
            change.requested().change(),
            c.consented(),
            c.reference(),
            c.answeredOn()));
    notInFuture(c.answeredOn());
  }

  @CommandHandler
  void handle(ImplementChange c) {
    var change = change(c.changeId());
    change.mustBeReady();
    var requested = change.requested();
    apply(
        new ChangeImplemented(
            projectId,
            c.changeId(),
            requested.change(),
            c.implementedOn(),
            requested.lineId(),
            change.assessment().newBudgetCents(),
            requested.milestoneId(),
            change.assessment().newBaseline()));
    notInFuture(c.implementedOn());
  }

  private Change change(String changeId) {
    running();
    var change = changes.get(changeId);
    if (change == null) throw new Rejected("change-request-unknown", Map.of("id", changeId));
    return change;
  }

  // ---- the end

  @CommandHandler
  void handle(CompleteProject c) {
    var plan = running();
    if (completed) throw new Rejected("project-already-completed");
    if (c.completedOn().isBefore(started.periodFrom()))
      throw new Rejected("completed-before-start", Map.of("from", started.periodFrom().toString()));
    if (!plan.openMilestones().isEmpty())
      throw new Rejected("milestones-open", Map.of("milestones", plan.openMilestones()));
    apply(new ProjectCompleted(projectId, started.title(), c.completedOn()));
    notInFuture(c.completedOn());
  }

  @CommandHandler
  void handle(CloseProject c) {
    running();
    if (!completed) throw new Rejected("project-not-completed");
    if (!openReports.isEmpty()) throw new Rejected("reports-open");
    var open = changes.values().stream().filter(Change::isOpen).toList();
    if (!open.isEmpty())
      throw new Rejected(
          "changes-open",
          Map.of("changes", open.stream().map(change -> change.requested().change()).toList()));
    if (c.proofSubmittedOn().isBefore(started.periodFrom()))
      throw new Rejected("proof-before-start", Map.of("from", started.periodFrom().toString()));
    apply(
        new ProjectClosed(
            projectId,
            started.title(),
            c.proofReference().strip(),
            c.proofSubmittedOn(),
            c.lessons(),
            c.retentionYears(),
            c.retentionSource(),
            // the years are counted from the end of the year (AO § 147 Abs. 4)
            LocalDate.of(c.proofSubmittedOn().getYear() + c.retentionYears(), 12, 31)));
    notInFuture(c.proofSubmittedOn());
  }

  private Plan running() {
    if (closed) throw new Rejected("project-closed", Map.of("title", started.title()));
    if (plan == null) throw new Rejected("plan-missing");
    return plan;
  }

  /** Knows no clock: what was just applied says which day it is; the refusal undoes it. */
  private void notInFuture(LocalDate stated) {
    if (stated.isAfter(recorded))
      throw new Rejected("time-in-future", Map.of("stated", stated.toString()));
  }

  // ---- what is remembered

  private void at(Instant when) {
    recorded = LocalDate.ofInstant(when, ReportingPeriods.OFFICE);
  }

  @EventSourcingHandler
  void on(ProjectStarted e) {
    projectId = e.projectId();
    started = e;
  }

  @EventSourcingHandler
  void on(ProjectPlanned e) {
    plan = new Plan(started, e);
  }

  @EventSourcingHandler
  void on(ProgressReported e, @Timestamp Instant when) {
    at(when);
    running().progressed(e.packageId(), e.percent());
  }

  @EventSourcingHandler
  void on(MilestoneForecast e, @Timestamp Instant when) {
    at(when);
    running().forecast(e.milestoneId(), e.forecast(), e.reportedOn());
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
  }

  @EventSourcingHandler
  void on(RiskNoted e) {
    risks.put(e.riskId(), e);
    openRisks.put(e.riskId(), e.score());
  }

  @EventSourcingHandler
  void on(RiskReassessed e) {
    openRisks.put(e.riskId(), e.score());
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
  void on(StatusReportFiled e) {
    openReports.remove(e.reportId());
    redTwice.put(e.reportId(), e.redTwice());
    lights = e.lights();
  }

  @EventSourcingHandler
  void on(ProjectEscalated e) {
    escalated.add(e.reportId());
  }

  @EventSourcingHandler
  void on(ChangeRequested e) {
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
  void on(FunderAnswered e, @Timestamp Instant when) {
    at(when);
    changes.computeIfPresent(e.changeId(), (id, change) -> change.answered(e.consented()));
  }

  @EventSourcingHandler
  void on(ChangeImplemented e, @Timestamp Instant when) {
    at(when);
    changes.computeIfPresent(e.changeId(), (id, change) -> change.ended());
    if (e.lineId() != null && e.newBudgetCents() != null)
      running().budget(e.lineId(), e.newBudgetCents());
    if (e.milestoneId() != null && e.newBaseline() != null)
      running().baseline(e.milestoneId(), e.newBaseline());
  }

  @EventSourcingHandler
  void on(ProjectCompleted e, @Timestamp Instant when) {
    at(when);
    completed = true;
  }

  @EventSourcingHandler
  void on(ProjectClosed e, @Timestamp Instant when) {
    at(when);
    closed = true;
  }
}
