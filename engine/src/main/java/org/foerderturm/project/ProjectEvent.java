package org.foerderturm.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.foerderturm.kernel.Event;
import org.jspecify.annotations.Nullable;

/** Facts about a granted project, in its stream. Money is in euro cents. */
public sealed interface ProjectEvent extends Event {

  String projectId();

  @Revision("1")
  record ProjectStarted(
      String projectId,
      String applicationId,
      @Nullable String consortiumId,
      String title,
      @Nullable String funder,
      @Nullable String noticeReference,
      long grantCents,
      LocalDate periodFrom,
      LocalDate periodUntil)
      implements ProjectEvent {}

  /**
   * The grant is another one than when the project started.
   *
   * @param nextReportAt when the next periodic report is called for now; null where there is no
   *     plan yet and after the last period
   */
  @Revision("1")
  record ProjectGrantChanged(
      String projectId,
      @Nullable String formerNoticeReference,
      long formerGrantCents,
      LocalDate formerPeriodFrom,
      LocalDate formerPeriodUntil,
      String noticeReference,
      long grantCents,
      LocalDate periodFrom,
      LocalDate periodUntil,
      @Nullable Instant nextReportAt,
      String reason)
      implements ProjectEvent {}

  /**
   * @param nextReportAt when the first periodic report is called for
   */
  @Revision("1")
  record ProjectPlanned(
      String projectId,
      int reportingMonths,
      List<WorkPackage> packages,
      List<Milestone> milestones,
      List<MoneyLine> lines,
      long budgetCents,
      Instant nextReportAt)
      implements ProjectEvent {
    public ProjectPlanned {
      packages = List.copyOf(packages);
      milestones = List.copyOf(milestones);
      lines = List.copyOf(lines);
    }
  }

  @Revision("1")
  record ProgressReported(
      String projectId, String packageId, String title, int percent, LocalDate asOf)
      implements ProjectEvent {}

  /**
   * @param former the forecast before, at first the baseline
   */
  @Revision("1")
  record MilestoneForecast(
      String projectId,
      String milestoneId,
      String title,
      LocalDate baseline,
      LocalDate former,
      LocalDate forecast,
      LocalDate reportedOn,
      @Nullable String reason)
      implements ProjectEvent {}

  /**
   * @param daysLate against the baseline; negative if early
   */
  @Revision("1")
  record MilestoneReached(
      String projectId,
      String milestoneId,
      String title,
      LocalDate baseline,
      LocalDate reachedOn,
      int daysLate)
      implements ProjectEvent {}

  @Revision("1")
  record LineFiguresReported(
      String projectId,
      String lineId,
      String title,
      long budgetCents,
      long committedCents,
      long actualCents,
      long forecastCents,
      long drawnCents,
      LocalDate asOf)
      implements ProjectEvent {}

  /**
   * @param score probability times impact
   */
  @Revision("1")
  record RiskNoted(
      String projectId,
      String riskId,
      String title,
      int probability,
      int impact,
      int score,
      String measure,
      String owner)
      implements ProjectEvent {}

  @Revision("1")
  record RiskReassessed(
      String projectId,
      String riskId,
      String title,
      int probability,
      int impact,
      int score,
      int formerScore,
      String measure,
      String owner)
      implements ProjectEvent {}

  @Revision("1")
  record RiskClosed(String projectId, String riskId, String title, String reason)
      implements ProjectEvent {}

  /**
   * A status report is to be written.
   *
   * @param reportId the project's id with {@code -r1}, {@code -r2} …
   * @param title the project's
   * @param periodFrom null unless periodic
   * @param asOf the day whose state it reports
   * @param dueAt ten working days after that day
   */
  @Revision("1")
  record ReportDue(
      String projectId,
      String reportId,
      int number,
      String title,
      ReportKind kind,
      @Nullable String occasion,
      @Nullable LocalDate periodFrom,
      LocalDate asOf,
      Instant dueAt)
      implements ProjectEvent {}

  /**
   * How far the project is off its plan.
   *
   * @param scopePercent percentage points of planned work that is not done
   * @param delayDays the latest open milestone's, in calendar days; 0 if all are in time
   * @param costPercent by how much the forecast exceeds the budget; negative below it
   * @param riskScore the highest open risk's; 0 without any
   */
  @Revision("1")
  record ProgressMeasured(
      String projectId,
      String reportId,
      LocalDate asOf,
      double scopePercent,
      int delayDays,
      double costPercent,
      int riskScore)
      implements ProjectEvent {}

  /**
   * The period has its report.
   *
   * @param nextReportAt when the next periodic report is called for; null after the last period
   */
  @Revision("1")
  record ReportingPeriodClosed(
      String projectId, LocalDate periodUntil, @Nullable Instant nextReportAt)
      implements ProjectEvent {}

  /** A report is written and waits for its reviewer. */
  @Revision("1")
  record StatusReportSubmitted(String projectId, String reportId, int number, String title)
      implements ProjectEvent {}

  /**
   * @param redTwice the lights that are red here and were red in the report before
   */
  @Revision("1")
  record StatusReportFiled(
      String projectId,
      String reportId,
      int number,
      String title,
      ReportKind kind,
      LocalDate asOf,
      String progress,
      String comparison,
      String outlook,
      String mainRisks,
      String measures,
      @Nullable String decisions,
      Lights proposed,
      Lights lights,
      Trends trends,
      @Nullable String overrideReason,
      List<String> redTwice)
      implements ProjectEvent {
    public StatusReportFiled {
      redTwice = List.copyOf(redTwice);
    }
  }

  /**
   * @param decideBy until when the body is to decide; null in earlier versions
   * @param source where the time for it stands; null in earlier versions
   */
  @Revision("1")
  record ProjectEscalated(
      String projectId,
      String reportId,
      String title,
      List<String> lights,
      @Nullable Instant decideBy,
      @Nullable String source)
      implements ProjectEvent {
    public ProjectEscalated {
      lights = List.copyOf(lights);
    }

    public ProjectEscalated(String projectId, String reportId, String title, List<String> lights) {
      this(projectId, reportId, title, lights, null, null);
    }
  }

  /**
   * The body gets more time to decide on an escalation.
   *
   * @param reportId the report that was escalated
   * @param decideBy until when it is to decide now
   */
  @Revision("1")
  record EscalationExtended(
      String projectId, String reportId, String title, Instant decideBy, String reason)
      implements ProjectEvent {}

  /**
   * @param result {@code adopted} or {@code rejected}
   */
  @Revision("1")
  record EscalationSettled(
      String projectId, String reportId, String motionId, String result, String measures)
      implements ProjectEvent {}

  /**
   * @param changeId the project's id with {@code -c1}, {@code -c2} …
   * @param title the project's
   * @param change what shall change
   * @param reason null if forced
   * @param forced the forecast of its budget line exceeds the budget by more than the margin
   * @param tolerancePercent the margin; null unless forced, and in earlier versions
   * @param toleranceSource where it stands; null unless forced, and in earlier versions
   * @param plan the row that it drops or adds; null in earlier versions
   */
  @Revision("1")
  record ChangeRequested(
      String projectId,
      String changeId,
      String title,
      String change,
      @Nullable String reason,
      @Nullable String lineId,
      @Nullable String milestoneId,
      boolean forced,
      @Nullable Integer tolerancePercent,
      @Nullable String toleranceSource,
      @Nullable PlanChange plan)
      implements ProjectEvent {
    public ChangeRequested(
        String projectId,
        String changeId,
        String title,
        String change,
        @Nullable String reason,
        @Nullable String lineId,
        @Nullable String milestoneId,
        boolean forced) {
      this(
          projectId,
          changeId,
          title,
          change,
          reason,
          lineId,
          milestoneId,
          forced,
          null,
          null,
          null);
    }

    public ChangeRequested(
        String projectId,
        String changeId,
        String title,
        String change,
        @Nullable String reason,
        @Nullable String lineId,
        @Nullable String milestoneId,
        boolean forced,
        @Nullable Integer tolerancePercent,
        @Nullable String toleranceSource) {
      this(
          projectId,
          changeId,
          title,
          change,
          reason,
          lineId,
          milestoneId,
          forced,
          tolerancePercent,
          toleranceSource,
          null);
    }
  }

  @Revision("1")
  record ChangeAssessed(
      String projectId,
      String changeId,
      String change,
      String assessment,
      long costEffectCents,
      int delayDays,
      boolean touchesNotice,
      @Nullable Long newBudgetCents,
      @Nullable LocalDate newBaseline)
      implements ProjectEvent {}

  @Revision("1")
  record ChangeWithdrawn(String projectId, String changeId, String change, String reason)
      implements ProjectEvent {}

  /**
   * @param result {@code adopted} or {@code rejected}
   */
  @Revision("1")
  record ChangeResolved(
      String projectId, String changeId, String change, String motionId, String result)
      implements ProjectEvent {}

  @Revision("1")
  record ChangeResubmitted(String projectId, String changeId, String change, String reason)
      implements ProjectEvent {}

  @Revision("1")
  record FunderAnswered(
      String projectId,
      String changeId,
      String change,
      boolean consented,
      String reference,
      LocalDate answeredOn)
      implements ProjectEvent {}

  /**
   * The plan is another one from here on.
   *
   * @param newBudgetCents of the budget line, if it has one
   * @param newBaseline of the milestone, if it has one
   * @param plan the row that is dropped or added, with its id; null in earlier versions
   */
  @Revision("1")
  record ChangeImplemented(
      String projectId,
      String changeId,
      String change,
      LocalDate implementedOn,
      @Nullable String lineId,
      @Nullable Long newBudgetCents,
      @Nullable String milestoneId,
      @Nullable LocalDate newBaseline,
      @Nullable PlanChange plan)
      implements ProjectEvent {
    public ChangeImplemented(
        String projectId,
        String changeId,
        String change,
        LocalDate implementedOn,
        @Nullable String lineId,
        @Nullable Long newBudgetCents,
        @Nullable String milestoneId,
        @Nullable LocalDate newBaseline) {
      this(
          projectId,
          changeId,
          change,
          implementedOn,
          lineId,
          newBudgetCents,
          milestoneId,
          newBaseline,
          null);
    }
  }

  /**
   * The project ends before its work is done; {@link ProjectCompleted} follows.
   *
   * @param consent who agreed and when
   * @param dropped titles of the milestones that were open
   */
  @Revision("1")
  record ProjectAbandoned(
      String projectId,
      String title,
      LocalDate abandonedOn,
      String reason,
      String consent,
      List<String> dropped)
      implements ProjectEvent {}

  @Revision("1")
  record ProjectCompleted(String projectId, String title, LocalDate completedOn)
      implements ProjectEvent {}

  /**
   * Until when the files must be kept.
   *
   * @param lastPaymentOn when money of the grant came in last; null while none did
   * @param periods one for each kind of files, the longest first
   * @param years of the longest one
   * @param until last day of the longest one
   */
  @Revision("1")
  record RetentionDetermined(
      String projectId,
      LocalDate proofSubmittedOn,
      @Nullable LocalDate lastPaymentOn,
      boolean bookFiles,
      boolean voucherFiles,
      boolean letterFiles,
      List<RetentionPeriod> periods,
      int years,
      LocalDate until,
      String rule,
      String source)
      implements ProjectEvent {
    public RetentionDetermined {
      periods = List.copyOf(periods);
    }
  }

  /**
   * @param retainUntil last day on which its files must be kept
   */
  @Revision("1")
  record ProjectClosed(
      String projectId,
      String title,
      String proofReference,
      LocalDate proofSubmittedOn,
      String lessons,
      int retentionYears,
      String retentionSource,
      LocalDate retainUntil)
      implements ProjectEvent {}
}
