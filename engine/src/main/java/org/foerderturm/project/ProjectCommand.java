package org.foerderturm.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Happened;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Revision;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/** What can be asked of a granted project. Money is in euro cents. */
public sealed interface ProjectCommand extends Command {

  String projectId();

  /**
   * The grant is final and payments are free: the work begins.
   *
   * @param consortiumId the consortium that does it, if it was formed here
   * @param noticeReference the funder's number of the grant notice
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record StartProject(
      @TargetAggregateIdentifier String projectId,
      String applicationId,
      @Nullable String consortiumId,
      String title,
      @Nullable String funder,
      @Nullable String noticeReference,
      long grantCents,
      LocalDate periodFrom,
      LocalDate periodUntil)
      implements ProjectCommand {
    public StartProject {
      if (title.isBlank()) throw new IllegalArgumentException("title must not be blank");
    }
  }

  /**
   * The grant that started the project is another one than was told: its notice was corrected, its
   * period extended, a part of it revoked. Does nothing if the project knows it so.
   *
   * @param grantCents 0 if nothing of it is left
   * @param reason why it is another one
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record FollowGrant(
      @TargetAggregateIdentifier String projectId,
      String noticeReference,
      long grantCents,
      LocalDate periodFrom,
      LocalDate periodUntil,
      String reason)
      implements ProjectCommand {}

  /**
   * Work packages, milestones and budget lines, once; later changes are change requests.
   *
   * @param reportingMonths length of a reporting period, 1 to 12
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record PlanProject(
      @TargetAggregateIdentifier String projectId,
      int reportingMonths,
      List<PackagePlan> packages,
      List<MilestonePlan> milestones,
      List<LinePlan> lines)
      implements ProjectCommand {
    public PlanProject {
      packages = packages == null ? List.of() : List.copyOf(packages);
      milestones = milestones == null ? List.of() : List.copyOf(milestones);
      lines = lines == null ? List.of() : List.copyOf(lines);
    }
  }

  record PackagePlan(String title, String responsible, LocalDate startsOn, LocalDate endsOn) {}

  record MilestonePlan(String title, LocalDate baseline) {}

  record LinePlan(String title, long budgetCents) {}

  /**
   * Refused with {@code nothing-changed} if the same was said of the same day; so are the forecast
   * of a milestone and the figures of a line.
   *
   * @param percent how much of the work package is done, 0 to 100
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record ReportProgress(
      @TargetAggregateIdentifier String projectId,
      String packageId,
      int percent,
      LocalDate asOf,
      @Nullable ReportProgress seen)
      implements ProjectCommand, Revision<ReportProgress> {
    public ReportProgress(String projectId, String packageId, int percent, LocalDate asOf) {
      this(projectId, packageId, percent, asOf, null);
    }
  }

  /**
   * When a milestone will be reached, as seen on a day. Each forecast is kept: they are its trend.
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record ForecastMilestone(
      @TargetAggregateIdentifier String projectId,
      String milestoneId,
      LocalDate forecast,
      @Happened LocalDate reportedOn,
      @Nullable String reason,
      @Nullable ForecastMilestone seen)
      implements ProjectCommand, Revision<ForecastMilestone> {
    public ForecastMilestone(
        String projectId,
        String milestoneId,
        LocalDate forecast,
        LocalDate reportedOn,
        @Nullable String reason) {
      this(projectId, milestoneId, forecast, reportedOn, reason, null);
    }
  }

  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record ReachMilestone(
      @TargetAggregateIdentifier String projectId,
      String milestoneId,
      @Happened LocalDate reachedOn)
      implements ProjectCommand {}

  /**
   * How a budget line stands.
   *
   * @param committedCents ordered or contracted, paid or not
   * @param actualCents paid
   * @param forecastCents what it will have cost in the end
   * @param drawnCents of the grant, for this line
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record ReportLineFigures(
      @TargetAggregateIdentifier String projectId,
      String lineId,
      long committedCents,
      long actualCents,
      long forecastCents,
      long drawnCents,
      LocalDate asOf,
      @Nullable ReportLineFigures seen)
      implements ProjectCommand, Revision<ReportLineFigures> {
    public ReportLineFigures(
        String projectId,
        String lineId,
        long committedCents,
        long actualCents,
        long forecastCents,
        long drawnCents,
        LocalDate asOf) {
      this(projectId, lineId, committedCents, actualCents, forecastCents, drawnCents, asOf, null);
    }
  }

  /**
   * @param probability 1 (unlikely) to 5 (nearly certain)
   * @param impact 1 (hardly felt) to 5 (the project fails)
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record NoteRisk(
      @TargetAggregateIdentifier String projectId,
      String title,
      int probability,
      int impact,
      String measure,
      String owner)
      implements ProjectCommand {
    public NoteRisk {
      if (title == null || title.isBlank()) throw new Rejected("risk-title-missing");
      if (owner == null || owner.isBlank()) throw new Rejected("risk-owner-missing");
    }
  }

  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record ReassessRisk(
      @TargetAggregateIdentifier String projectId,
      String riskId,
      int probability,
      int impact,
      String measure,
      String owner,
      @Nullable ReassessRisk seen)
      implements ProjectCommand, Revision<ReassessRisk> {
    public ReassessRisk(
        String projectId,
        String riskId,
        int probability,
        int impact,
        String measure,
        String owner) {
      this(projectId, riskId, probability, impact, measure, owner, null);
    }

    public ReassessRisk {
      if (owner == null || owner.isBlank()) throw new Rejected("risk-owner-missing");
    }
  }

  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record CloseRisk(@TargetAggregateIdentifier String projectId, String riskId, String reason)
      implements ProjectCommand {
    public CloseRisk {
      if (reason == null || reason.isBlank()) throw new Rejected("reason-missing");
    }
  }

  /**
   * Asks for a status report: on the period that is over, or because something happened.
   *
   * @param occasion what happened; needed unless periodic
   * @param on the day whose state it reports; needed unless periodic
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record CallForReport(
      @TargetAggregateIdentifier String projectId,
      ReportKind kind,
      @Nullable String occasion,
      @Nullable LocalDate on)
      implements ProjectCommand {}

  /** Computes from the figures how far the project is off its plan on the report's day. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record MeasureProgress(@TargetAggregateIdentifier String projectId, String reportId)
      implements ProjectCommand {}

  /**
   * Puts what was written to review, before it is filed.
   *
   * @param proposed what the table traffic-light says to the figures
   * @param lights what the reporter says
   * @param overrideReason needed where they differ
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record SubmitStatusReport(
      @TargetAggregateIdentifier String projectId,
      String reportId,
      Lights proposed,
      Lights lights,
      @Nullable String overrideReason)
      implements ProjectCommand {}

  /**
   * @param comparison plan against actual
   * @param decisions what the committee is asked to decide
   * @param proposed what the table traffic-light says to the figures
   * @param lights what the reporter says
   * @param overrideReason needed where they differ
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record FileStatusReport(
      @TargetAggregateIdentifier String projectId,
      String reportId,
      String progress,
      String comparison,
      String outlook,
      String mainRisks,
      String measures,
      @Nullable String decisions,
      Lights proposed,
      Lights lights,
      @Nullable String overrideReason)
      implements ProjectCommand {}

  /** Takes to the committee what was red in two reports running. */
  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record EscalateProject(@TargetAggregateIdentifier String projectId, String reportId)
      implements ProjectCommand {}

  /**
   * Gives the body more time to decide on an escalation.
   *
   * @param until the last day of it, not before today
   */
  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record ExtendEscalation(
      @TargetAggregateIdentifier String projectId, String reportId, LocalDate until, String reason)
      implements ProjectCommand {}

  /**
   * What came of it.
   *
   * @param result {@code adopted} or {@code rejected}; {@code inquorate} if no second meeting was
   *     called
   */
  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record SettleEscalation(
      @TargetAggregateIdentifier String projectId,
      String reportId,
      String motionId,
      String result,
      String measures)
      implements ProjectCommand {
    public SettleEscalation {
      if (!Set.of("adopted", "rejected", "inquorate").contains(result))
        throw new IllegalArgumentException("no result of a vote: " + result);
    }
  }

  /**
   * @param change what shall change, in a few words
   * @param lineId the budget line it concerns, if any
   * @param milestoneId the milestone it concerns, if any
   * @param plan the row that it drops or adds; null if it only moves money or a day
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RequestChange(
      @TargetAggregateIdentifier String projectId,
      String change,
      String reason,
      @Nullable String lineId,
      @Nullable String milestoneId,
      @Nullable PlanChange plan)
      implements ProjectCommand {
    public RequestChange(
        String projectId,
        String change,
        String reason,
        @Nullable String lineId,
        @Nullable String milestoneId) {
      this(projectId, change, reason, lineId, milestoneId, null);
    }

    public RequestChange {
      if (change == null || change.isBlank()) throw new Rejected("change-title-missing");
      if (reason == null || reason.isBlank()) throw new Rejected("reason-missing");
    }
  }

  /**
   * @param costEffectCents what it costs more; negative if it saves
   * @param delayDays by how much it moves the end; negative if it comes earlier
   * @param touchesNotice whether it departs from the grant notice, so that the funder must consent
   * @param newBudgetCents of its budget line; needed if it has one
   * @param newBaseline of its milestone; needed if it has one
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record AssessChange(
      @TargetAggregateIdentifier String projectId,
      String changeId,
      String assessment,
      long costEffectCents,
      int delayDays,
      boolean touchesNotice,
      @Nullable Long newBudgetCents,
      @Nullable LocalDate newBaseline)
      implements ProjectCommand {}

  /** Takes a request back before the committee decides. One that a rule forced stays. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record WithdrawChange(@TargetAggregateIdentifier String projectId, String changeId, String reason)
      implements ProjectCommand {
    public WithdrawChange {
      if (reason == null || reason.isBlank()) throw new Rejected("reason-missing");
    }
  }

  /**
   * @param result {@code adopted} or {@code rejected}
   */
  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record RecordChangeResolution(
      @TargetAggregateIdentifier String projectId, String changeId, String motionId, String result)
      implements ProjectCommand {
    public RecordChangeResolution {
      if (!result.equals("adopted") && !result.equals("rejected"))
        throw new IllegalArgumentException("result must be adopted or rejected: " + result);
    }
  }

  /** The body said no; the change is put to it once more, revised. Its no stays on record. */
  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record ResubmitChange(@TargetAggregateIdentifier String projectId, String changeId, String reason)
      implements ProjectCommand {
    public ResubmitChange {
      if (reason == null || reason.isBlank()) throw new Rejected("reason-missing");
    }
  }

  /**
   * @param reference the letter in which the funder answered
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RecordFunderAnswer(
      @TargetAggregateIdentifier String projectId,
      String changeId,
      boolean consented,
      String reference,
      @Happened LocalDate answeredOn)
      implements ProjectCommand {}

  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record ImplementChange(
      @TargetAggregateIdentifier String projectId,
      String changeId,
      @Happened LocalDate implementedOn)
      implements ProjectCommand {}

  /** The work is done; what remains is the closing. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record CompleteProject(
      @TargetAggregateIdentifier String projectId, @Happened LocalDate completedOn)
      implements ProjectCommand {}

  /**
   * The project ends before its work is done: open milestones are dropped, what remains is the
   * closing.
   *
   * @param consent who agreed and when: the body's resolution, the funder's answer
   */
  @AllowedTo({Role.OFFICE_LEAD})
  record AbandonProject(
      @TargetAggregateIdentifier String projectId,
      @Happened LocalDate abandonedOn,
      String reason,
      String consent)
      implements ProjectCommand {}

  /**
   * Finds out until when the files must be kept, by the table retention for each kind of them.
   * Whether state aid was in it the grant knows.
   *
   * <p>Refused with {@code last-payment-missing} if time runs from the last payment and none is
   * known.
   *
   * @param lastPaymentOn when money of the grant came in last, if later than the last draw-down
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record DetermineRetention(
      @TargetAggregateIdentifier String projectId,
      @Happened LocalDate proofSubmittedOn,
      @Happened @Nullable LocalDate lastPaymentOn,
      boolean bookFiles,
      boolean voucherFiles,
      boolean letterFiles)
      implements ProjectCommand {}

  /**
   * Money of the grant came in, or when it did was set right: until when the files are kept
   * follows. Does nothing while that was not determined.
   *
   * @param formerLastOn what was known as the last payment's day; null if there was none
   * @param lastOn what is known now; null if there is none
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record FollowPayment(
      @TargetAggregateIdentifier String projectId,
      @Nullable LocalDate formerLastOn,
      @Nullable LocalDate lastOn)
      implements ProjectCommand {}

  /**
   * Closes it for good.
   *
   * @param proofReference where the proof of use is found
   * @param retentionYears how long its files are kept; null if that was determined
   * @param retentionSource null if that was determined
   */
  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record CloseProject(
      @TargetAggregateIdentifier String projectId,
      String proofReference,
      @Happened LocalDate proofSubmittedOn,
      String lessons,
      @Nullable Integer retentionYears,
      @Nullable String retentionSource)
      implements ProjectCommand {
    public CloseProject {
      if (proofReference == null || proofReference.isBlank())
        throw new Rejected("proof-reference-missing");
      if (lessons == null || lessons.isBlank()) throw new Rejected("lessons-missing");
      if (retentionYears != null && (retentionYears < 1 || retentionYears > 100))
        throw new IllegalArgumentException("files are kept 1 to 100 years");
    }
  }
}
