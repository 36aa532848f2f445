package org.foerderturm.project;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.kernel.Candidates;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.project.ProjectCommand.*;
import org.foerderturm.project.ProjectEvent.*;
import org.jspecify.annotations.Nullable;

/** A project's risks, status reports and escalations. */
abstract class ProjectReports extends ProjectState {
  // ---- risks

  @CommandHandler
  void handle(NoteRisk c, Candidates candidates) {
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
    candidates.mustBeThere(c.owner(), recorded);
  }

  @CommandHandler
  void handle(ReassessRisk asked, Candidates candidates) {
    var risk = openRisk(asked.riskId());
    var former = Objects.requireNonNull(openRisks.get(asked.riskId()));
    var c = Merge.of(asked, former);
    inRange(c.probability(), c.impact());
    apply(
        new RiskReassessed(
            projectId,
            c.riskId(),
            risk.title(),
            c.probability(),
            c.impact(),
            c.probability() * c.impact(),
            former.probability() * former.impact(),
            c.measure() == null ? "" : c.measure(),
            c.owner().strip()));
    // who had it before may keep it: what is assessed is the risk
    if (!c.owner().strip().equals(former.owner().strip()))
      candidates.mustBeThere(c.owner(), recorded);
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
  void handle(CallForReport c, Decisions tables) {
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
    long toWrite = tables.decide("report-writing", Map.of("day", asOf)).number("workingDays");
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
            ReportingPeriods.writtenBy(asOf, toWrite)));
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
            openRisks.values().stream()
                .mapToInt(risk -> risk.probability() * risk.impact())
                .max()
                .orElse(0)));
  }

  @CommandHandler
  void handle(SubmitStatusReport c) {
    var report = measuredReport(c.reportId(), c.proposed(), c.lights(), c.overrideReason());
    apply(new StatusReportSubmitted(projectId, c.reportId(), report.number(), started.title()));
  }

  private ReportDue measuredReport(
      String reportId, Lights proposed, Lights said, @Nullable String overrideReason) {
    running();
    var report = openReport(reportId);
    if (!measured.contains(reportId)) throw new Rejected("progress-not-measured");
    if (!said.equals(proposed) && (overrideReason == null || overrideReason.isBlank()))
      throw new Rejected("override-reason-missing");
    return report;
  }

  @CommandHandler
  void handle(FileStatusReport c) {
    var plan = running();
    var report = measuredReport(c.reportId(), c.proposed(), c.lights(), c.overrideReason());
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
  void handle(EscalateProject c, Decisions tables) {
    running();
    var red = redTwice.getOrDefault(c.reportId(), List.of());
    if (red.isEmpty()) throw new Rejected("nothing-to-escalate");
    if (escalated.contains(c.reportId())) throw new Rejected("already-escalated");
    var time = tables.decide("escalation-deadline", Map.of("day", recorded));
    apply(
        new ProjectEscalated(
            projectId,
            c.reportId(),
            started.title(),
            red,
            ReportingPeriods.endOf(WorkingDays.after(recorded, time.number("workingDays"))),
            time.text("source")));
  }

  @CommandHandler
  void handle(ExtendEscalation c) {
    running();
    if (!escalated.contains(c.reportId())) throw new Rejected("not-escalated");
    if (settled.contains(c.reportId())) throw new Rejected("escalation-settled");
    var reason = Correction.reasoned(c.reason());
    apply(
        new EscalationExtended(
            projectId, c.reportId(), started.title(), ReportingPeriods.endOf(c.until()), reason));
    if (!c.until().isAfter(recorded))
      throw new Rejected("escalation-deadline-past", Map.of("stated", c.until().toString()));
  }

  @CommandHandler
  void handle(SettleEscalation c) {
    running();
    if (!escalated.contains(c.reportId())) throw new Rejected("not-escalated");
    apply(new EscalationSettled(projectId, c.reportId(), c.motionId(), c.result(), c.measures()));
  }
}
