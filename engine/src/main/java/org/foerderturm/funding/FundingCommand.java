package org.foerderturm.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.consortium.Programme;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Happened;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Revision;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a funding application. Money is in euro cents, times of day are those of the
 * office (Europe/Berlin).
 */
public sealed interface FundingCommand extends Command {

  String applicationId();

  /**
   * Writes down which call shall be answered.
   *
   * <p>Refused with {@code consortium-unknown} if there is no such consortium.
   *
   * @param consortiumId the consortium that applies, if it was formed here; blank is none
   * @param deadline until when the application must have arrived
   * @param decisiveArrival which arrival must keep the deadline
   * @param reminderDays how many working days before the deadline somebody is reminded
   * @param action kind of action under Horizon: {@code ria}, {@code ia} or {@code csa}; null where
   *     the programme has none or nobody said
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record OpenApplication(
      @TargetAggregateIdentifier String applicationId,
      String title,
      @Nullable String consortiumId,
      Programme programme,
      Regime regime,
      String call,
      String funder,
      LocalDateTime deadline,
      Arrival decisiveArrival,
      List<Integer> reminderDays,
      @Nullable String action)
      implements FundingCommand {
    private static final Set<String> ACTIONS = Set.of("ria", "ia", "csa");

    public OpenApplication(
        String applicationId,
        String title,
        @Nullable String consortiumId,
        Programme programme,
        Regime regime,
        String call,
        String funder,
        LocalDateTime deadline,
        Arrival decisiveArrival,
        List<Integer> reminderDays) {
      this(
          applicationId,
          title,
          consortiumId,
          programme,
          regime,
          call,
          funder,
          deadline,
          decisiveArrival,
          reminderDays,
          null);
    }

    public OpenApplication {
      if (action != null && !ACTIONS.contains(action))
        throw new IllegalArgumentException("action must be one of " + ACTIONS + ": " + action);
      if (title.isBlank()) throw new IllegalArgumentException("title must not be blank");
      reminderDays = List.copyOf(reminderDays);
      if (reminderDays.stream().anyMatch(days -> days < 1 || days > 250))
        throw new IllegalArgumentException("reminders are 1 to 250 working days before");
    }
  }

  /**
   * Says how the call is decided, where it differs from its programme: in two stages, by other
   * thresholds and weights. Until the application is evaluated; says nothing if nothing differs.
   *
   * <p>Refused with {@code threshold-twice}, {@code threshold-without-marks} or {@code
   * outline-already-submitted}.
   *
   * @param twoStage whether an outline comes first, and only who is invited applies
   * @param thresholds of the stages that differ; a mark of such a stage that is not named is none
   * @param reason where that stands
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record StateCallRules(
      @TargetAggregateIdentifier String applicationId,
      @Nullable Boolean twoStage,
      @Nullable List<CallThreshold> thresholds,
      @Nullable String reason,
      @Nullable StateCallRules seen)
      implements FundingCommand, Revision<StateCallRules> {
    public StateCallRules(
        String applicationId,
        @Nullable Boolean twoStage,
        @Nullable List<CallThreshold> thresholds,
        @Nullable String reason) {
      this(applicationId, twoStage, thresholds, reason, null);
    }
  }

  /**
   * Records what the decision table says about going for the call.
   *
   * @param advice {@code go}, {@code no-go} or {@code weigh}
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RecordGoScore(
      @TargetAggregateIdentifier String applicationId, int score, String advice, String source)
      implements FundingCommand {}

  /**
   * Records what a body decided.
   *
   * @param motionId the motion that was voted on here; null if the body meets elsewhere
   * @param result {@code adopted} or {@code rejected}; of a paper also {@code amended}, {@code
   *     recommended}, {@code not-recommended}, {@code noted} or {@code withdrawn}
   * @param paperId the council paper, if it went before the council as one: it must have been asked
   *     for by this application, and have ended so
   */
  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record RecordFundingResolution(
      @TargetAggregateIdentifier String applicationId,
      ResolutionSubject subject,
      @Nullable String motionId,
      String result,
      @Nullable String paperId)
      implements FundingCommand {
    private static final Set<String> RESULTS =
        Set.of(
            "adopted",
            "amended",
            "rejected",
            "recommended",
            "not-recommended",
            "noted",
            "withdrawn");

    public RecordFundingResolution(
        String applicationId, ResolutionSubject subject, String motionId, String result) {
      this(applicationId, subject, motionId, result, null);
    }

    public RecordFundingResolution {
      if (motionId == null && paperId == null)
        throw new IllegalArgumentException("a resolution is of a motion or of a paper");
      if (!RESULTS.contains(result))
        throw new IllegalArgumentException("result must be one of " + RESULTS + ": " + result);
    }
  }

  /** The outline (Skizze); may be rewritten until submission. Needs the body's go. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record WriteOutline(
      @TargetAggregateIdentifier String applicationId, String aim, String workPlan, String benefit)
      implements FundingCommand {}

  /**
   * Says whose budgets are drawn up next; those of others stay.
   *
   * @param applicants null or empty if nobody's budget changes
   * @param grantPlannedOn on which day the grant is expected, not before the deadline: what may be
   *     granted hangs on it; null counts as the deadline
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record NameApplicants(
      @TargetAggregateIdentifier String applicationId,
      @Nullable List<Named> applicants,
      @Nullable LocalDate grantPlannedOn)
      implements FundingCommand {
    public NameApplicants(String applicationId, @Nullable List<Named> applicants) {
      this(applicationId, applicants, null);
    }
  }

  /**
   * Finds how much of a partner's costs may be granted at most, for the day of the grant or the
   * planned one.
   *
   * <p>Refused with {@code no-aid-without-reason}, or with {@code aid-row-missing} if no row of the
   * table holds on that day.
   *
   * @see AidFacts
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record DetermineAid(
      @TargetAggregateIdentifier String applicationId,
      String partner,
      String aidCategory,
      @Nullable String size,
      @Nullable Boolean collaboration,
      @Nullable String area,
      @Nullable Boolean memberStates,
      @Nullable Boolean nonProfit,
      @Nullable String noAidReason)
      implements FundingCommand {
    AidFacts facts() {
      return AidFacts.of(
          aidCategory, size, collaboration, area, memberStates, nonProfit, noAidReason);
    }
  }

  /** An organisation by its name. */
  record Named(String name) {}

  /**
   * Sets a partner's budget, or replaces it; a sign-off of the former one lapses.
   *
   * @param city whether it is the city itself, whose own share the council may have to cover
   * @param intensityPercent most of the costs that may be granted; counts only where {@link
   *     DetermineAid} did not find it, as in cases that began before it was asked
   * @param deMinimis whether the grant would be de-minimis aid
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record BudgetPartner(
      @TargetAggregateIdentifier String applicationId,
      String name,
      boolean city,
      @Nullable Integer intensityPercent,
      List<BudgetLine> lines,
      boolean deMinimis)
      implements FundingCommand {
    public BudgetPartner(
        String applicationId,
        String name,
        boolean city,
        @Nullable Integer intensityPercent,
        List<BudgetLine> lines) {
      this(applicationId, name, city, intensityPercent, lines, false);
    }

    /** The same, with the rate that holds. */
    BudgetPartner upTo(int percent) {
      return new BudgetPartner(applicationId, name, city, percent, lines, deMinimis);
    }

    public BudgetPartner {
      if (name.isBlank()) throw new IllegalArgumentException("name must not be blank");
      lines = List.copyOf(lines);
    }
  }

  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RemovePartnerBudget(@TargetAggregateIdentifier String applicationId, String partnerId)
      implements FundingCommand {}

  /** A partner agrees to its budget as it stands. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record SignOffBudget(
      @TargetAggregateIdentifier String applicationId, String partnerId, String signatory)
      implements FundingCommand {
    public SignOffBudget {
      if (signatory == null || signatory.isBlank()) throw new Rejected("signatory-missing");
    }
  }

  /** Adds up what all partners signed. Refused while a sign-off or money is missing. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record AgreeBudget(@TargetAggregateIdentifier String applicationId) implements FundingCommand {}

  /**
   * Records whether the city's own share needs a resolution of the council, by the table
   * council-limit.
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RecordCoverCheck(
      @TargetAggregateIdentifier String applicationId, boolean resolutionNeeded, String source)
      implements FundingCommand {}

  @AllowedTo(models = true)
  record RemindOfDeadline(@TargetAggregateIdentifier String applicationId, int workingDays)
      implements FundingCommand {}

  /**
   * The funder's answer is overdue.
   *
   * @param what {@code first-stage}, {@code evaluation}, {@code notice} or {@code proof-result}
   */
  @AllowedTo(models = true)
  record RemindOfAnswer(@TargetAggregateIdentifier String applicationId, String what)
      implements FundingCommand {
    private static final Set<String> ANSWERS =
        Set.of("first-stage", "evaluation", "notice", "proof-result");

    public RemindOfAnswer {
      if (!ANSWERS.contains(what))
        throw new IllegalArgumentException("an answer is one of " + ANSWERS + ": " + what);
    }
  }

  /** The funder moved the deadline of the call. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record MoveDeadline(
      @TargetAggregateIdentifier String applicationId,
      LocalDateTime deadline,
      String reason,
      @Nullable MoveDeadline seen)
      implements FundingCommand, Revision<MoveDeadline> {
    public MoveDeadline(String applicationId, LocalDateTime deadline, String reason) {
      this(applicationId, deadline, reason, null);
    }

    public MoveDeadline {
      if (reason == null || reason.isBlank()) throw new Rejected("reason-missing");
    }
  }

  /**
   * @param submittedAt when it was sent, as the sender knows it
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record SubmitApplication(
      @TargetAggregateIdentifier String applicationId, @Happened LocalDateTime submittedAt)
      implements FundingCommand {
    public SubmitApplication {
      if (submittedAt == null) throw new Rejected("submission-time-missing");
    }
  }

  /**
   * The outline of a call in two stages was sent. Refused with {@code call-has-one-stage}.
   *
   * @param submittedAt when it was sent, as the sender knows it
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record SubmitOutline(
      @TargetAggregateIdentifier String applicationId, @Happened LocalDateTime submittedAt)
      implements FundingCommand {
    public SubmitOutline {
      if (submittedAt == null) throw new Rejected("submission-time-missing");
    }
  }

  /**
   * What became of the outline: an invitation to the second stage, or a refusal, which can be
   * contested like that of an application.
   *
   * <p>Refused with {@code invited-below-threshold}, {@code second-deadline-missing} or {@code
   * reason-missing}.
   *
   * @param deadline of the second stage; null if there is none, for a refusal
   * @param receivedOn when the answer was in the box
   * @param postedOn when it was given to the post; null if it was not
   * @param withoutInstruction whether its instruction about remedies was missing or wrong
   * @param statement reasons and remarks of the funder
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RecordFirstStage(
      @TargetAggregateIdentifier String applicationId,
      @Nullable BigDecimal excellence,
      @Nullable BigDecimal impact,
      @Nullable BigDecimal implementation,
      boolean invited,
      @Nullable LocalDateTime deadline,
      String reference,
      @Happened LocalDate receivedOn,
      @Happened @Nullable LocalDate postedOn,
      boolean withoutInstruction,
      @Nullable String statement)
      implements FundingCommand {}

  /**
   * @param reference number or stamp that proves it
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RecordArrival(
      @TargetAggregateIdentifier String applicationId,
      Arrival arrival,
      @Happened LocalDateTime arrivedAt,
      @Nullable String reference)
      implements FundingCommand {}

  /**
   * What the funder's examination found: by marks where the call gives them, and by its result.
   *
   * <p>Refused with {@code reserve-below-threshold} or {@code reserve-rank-missing}.
   *
   * @param positive needed where there are no marks; where there are, a no goes before them, for
   *     not everybody above the thresholds is funded
   * @param reserveRank place on the reserve list; null if it is not on it
   * @param reserveUntil until when that list holds; null if nobody knows
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RecordEvaluation(
      @TargetAggregateIdentifier String applicationId,
      @Nullable BigDecimal excellence,
      @Nullable BigDecimal impact,
      @Nullable BigDecimal implementation,
      @Nullable Boolean positive,
      @Nullable String statement,
      @Nullable Boolean reserve,
      @Nullable Integer reserveRank,
      @Nullable LocalDate reserveUntil)
      implements FundingCommand {
    public RecordEvaluation(
        String applicationId,
        @Nullable BigDecimal excellence,
        @Nullable BigDecimal impact,
        @Nullable BigDecimal implementation,
        @Nullable Boolean positive,
        @Nullable String statement) {
      this(
          applicationId, excellence, impact, implementation, positive, statement, null, null, null);
    }
  }

  /** The place on the reserve list changed, or until when the list holds. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record MoveOnReserveList(
      @TargetAggregateIdentifier String applicationId,
      int rank,
      @Nullable LocalDate until,
      @Nullable MoveOnReserveList seen)
      implements FundingCommand, Revision<MoveOnReserveList> {
    public MoveOnReserveList(String applicationId, int rank, @Nullable LocalDate until) {
      this(applicationId, rank, until, null);
    }
  }

  /**
   * The reserve list holds no longer, and nothing was granted from it: the end, without a notice.
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record LapseReserveList(
      @TargetAggregateIdentifier String applicationId,
      @Happened LocalDate on,
      @Nullable String reason)
      implements FundingCommand {}

  /**
   * @param reportingMonths length of a reporting period under Horizon
   * @param interimProofs dates that the notice itself sets; null or empty for those of the regime
   * @param deMinimisAids what of it is de-minimis aid of which partner; null or empty if that
   *     follows from what was asked for
   * @param receivedOn when it was in the box
   * @param postedOn when it was given to the post; null if it was served or handed over
   * @param withoutInstruction whether its instruction about remedies was missing or wrong
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RecordGrantNotice(
      @TargetAggregateIdentifier String applicationId,
      String reference,
      @Happened LocalDate receivedOn,
      long grantedCents,
      LocalDate periodFrom,
      LocalDate periodUntil,
      @Nullable Integer reportingMonths,
      @Nullable List<ProofDate> interimProofs,
      @Nullable List<DeMinimisAid> deMinimisAids,
      @Happened @Nullable LocalDate postedOn,
      boolean withoutInstruction,
      @Nullable List<PartnerGrant> shares)
      implements FundingCommand {
    public RecordGrantNotice(
        String applicationId,
        String reference,
        LocalDate receivedOn,
        long grantedCents,
        LocalDate periodFrom,
        LocalDate periodUntil,
        @Nullable Integer reportingMonths,
        @Nullable List<ProofDate> interimProofs,
        @Nullable List<DeMinimisAid> deMinimisAids,
        @Nullable LocalDate postedOn,
        boolean withoutInstruction) {
      this(
          applicationId,
          reference,
          receivedOn,
          grantedCents,
          periodFrom,
          periodUntil,
          reportingMonths,
          interimProofs,
          deMinimisAids,
          postedOn,
          withoutInstruction,
          null);
    }

    public RecordGrantNotice(
        String applicationId,
        String reference,
        LocalDate receivedOn,
        long grantedCents,
        LocalDate periodFrom,
        LocalDate periodUntil,
        @Nullable Integer reportingMonths,
        @Nullable List<ProofDate> interimProofs,
        @Nullable List<DeMinimisAid> deMinimisAids) {
      this(
          applicationId,
          reference,
          receivedOn,
          grantedCents,
          periodFrom,
          periodUntil,
          reportingMonths,
          interimProofs,
          deMinimisAids,
          null,
          false);
    }

    public RecordGrantNotice(
        String applicationId,
        String reference,
        LocalDate receivedOn,
        long grantedCents,
        LocalDate periodFrom,
        LocalDate periodUntil,
        @Nullable Integer reportingMonths,
        @Nullable List<ProofDate> interimProofs) {
      this(
          applicationId,
          reference,
          receivedOn,
          grantedCents,
          periodFrom,
          periodUntil,
          reportingMonths,
          interimProofs,
          null);
    }
  }

  /** A day that the notice itself sets for an interim proof. */
  record ProofDate(LocalDate dueOn) {}

  /**
   * @param receivedOn when it was in the box
   * @param postedOn when it was given to the post; null if it was served or handed over
   * @param withoutInstruction whether its instruction about remedies was missing or wrong
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RecordRejectionNotice(
      @TargetAggregateIdentifier String applicationId,
      String reference,
      @Happened LocalDate receivedOn,
      String reason,
      @Happened @Nullable LocalDate postedOn,
      boolean withoutInstruction)
      implements FundingCommand {
    public RecordRejectionNotice(
        String applicationId, String reference, LocalDate receivedOn, String reason) {
      this(applicationId, reference, receivedOn, reason, null, false);
    }

    public RecordRejectionNotice {
      if (reason == null || reason.isBlank()) throw new Rejected("reason-missing");
    }
  }

  /**
   * The grant can no longer be appealed, because the time passed or because all waived it.
   *
   * @param on first day on which it is final
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RecordFinality(
      @TargetAggregateIdentifier String applicationId, @Happened LocalDate on, boolean waived)
      implements FundingCommand {}

  /** All partners signed the cooperation agreement: payments are free. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record SignCooperationAgreement(
      @TargetAggregateIdentifier String applicationId, @Happened LocalDate signedOn)
      implements FundingCommand {}

  /**
   * Money of the grant came in for a partner.
   *
   * <p>Refused with {@code grant-shares-missing} while it is not known what the partner's own sum
   * is, with {@code draw-down-above-grant} above it. Where the regime pays costs incurred by the
   * quarter (NKBF) also with {@code incurred-costs-missing}, {@code quarter-not-over} or {@code
   * draw-down-above-incurred}.
   *
   * @param incurredCents costs that the partner has incurred since the period began
   * @param incurredUntil the end of the quarter until which
   * @param request number of the request for payment that it answers; no more comes in on it than
   *     was approved ({@code payment-above-approved})
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record DrawDownFunds(
      @TargetAggregateIdentifier String applicationId,
      String partnerId,
      long amountCents,
      @Happened LocalDate receivedOn,
      @Nullable Long incurredCents,
      @Happened @Nullable LocalDate incurredUntil,
      @Nullable Integer request)
      implements FundingCommand {
    public DrawDownFunds(
        String applicationId, String partnerId, long amountCents, LocalDate receivedOn) {
      this(applicationId, partnerId, amountCents, receivedOn, null, null);
    }

    public DrawDownFunds(
        String applicationId,
        String partnerId,
        long amountCents,
        LocalDate receivedOn,
        @Nullable Long incurredCents,
        @Nullable LocalDate incurredUntil) {
      this(applicationId, partnerId, amountCents, receivedOn, incurredCents, incurredUntil, null);
    }
  }

  /**
   * @param dueOn which of the interim proofs it is
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record SubmitInterimProof(
      @TargetAggregateIdentifier String applicationId,
      LocalDate dueOn,
      @Happened LocalDate submittedOn)
      implements FundingCommand {}

  /** The purpose of the grant is met; the proof of use may be due earlier. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RecordPurposeMet(@TargetAggregateIdentifier String applicationId, @Happened LocalDate on)
      implements FundingCommand {}

  /**
   * The proof of use was handed in.
   *
   * <p>Refused with {@code spent-missing}, {@code spent-unbalanced} or {@code applicant-twice}.
   *
   * @param spentCents of the whole grant; null if it is the sum of the partners
   * @param byPartner what each partner of a joint project spent; null or empty if only the sum is
   *     known: then a cut of one partner is measured on its whole grant
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record SubmitProofOfUse(
      @TargetAggregateIdentifier String applicationId,
      @Happened LocalDate submittedOn,
      @Nullable Long spentCents,
      @Nullable List<PartnerSpent> byPartner)
      implements FundingCommand {
    public SubmitProofOfUse(String applicationId, LocalDate submittedOn, long spentCents) {
      this(applicationId, submittedOn, spentCents, null);
    }
  }

  /** Gives an application up before it is submitted. */
  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record StopApplication(@TargetAggregateIdentifier String applicationId, String reason)
      implements FundingCommand {
    public StopApplication {
      if (reason == null || reason.isBlank()) throw new Rejected("reason-missing");
    }
  }

  /** Ends it for good: after the proof of use, or after a rejection. */
  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record CloseApplication(@TargetAggregateIdentifier String applicationId, @Nullable String lessons)
      implements FundingCommand {}

  /** Sets right when an application arrived. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectArrival(
      @TargetAggregateIdentifier String applicationId,
      Arrival arrival,
      @Happened LocalDateTime arrivedAt,
      @Nullable String reference,
      String reason,
      @Nullable CorrectArrival seen)
      implements FundingCommand, Revision<CorrectArrival> {
    public CorrectArrival(
        String applicationId,
        Arrival arrival,
        LocalDateTime arrivedAt,
        @Nullable String reference,
        String reason) {
      this(applicationId, arrival, arrivedAt, reference, reason, null);
    }
  }

  /**
   * Sets a draw-down right that was recorded wrongly; until the final proof of use.
   *
   * @param amountCents what came in; 0 if nothing did
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectDrawDown(
      @TargetAggregateIdentifier String applicationId,
      int number,
      long amountCents,
      @Happened LocalDate receivedOn,
      String reason,
      @Nullable CorrectDrawDown seen)
      implements FundingCommand, Revision<CorrectDrawDown> {
    public CorrectDrawDown(
        String applicationId, int number, long amountCents, LocalDate receivedOn, String reason) {
      this(applicationId, number, amountCents, receivedOn, reason, null);
    }
  }

  /** Sets right when the interim proof was submitted that was due on that day. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectInterimProof(
      @TargetAggregateIdentifier String applicationId,
      LocalDate dueOn,
      @Happened LocalDate submittedOn,
      String reason,
      @Nullable CorrectInterimProof seen)
      implements FundingCommand, Revision<CorrectInterimProof> {
    public CorrectInterimProof(
        String applicationId, LocalDate dueOn, LocalDate submittedOn, String reason) {
      this(applicationId, dueOn, submittedOn, reason, null);
    }
  }

  /**
   * Sets the final proof of use right; what must be paid back follows.
   *
   * @param byPartner what each partner spent; null or empty if that is not known
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectProofOfUse(
      @TargetAggregateIdentifier String applicationId,
      @Happened LocalDate submittedOn,
      long spentCents,
      @Nullable List<PartnerSpent> byPartner,
      String reason,
      @Nullable CorrectProofOfUse seen)
      implements FundingCommand, Revision<CorrectProofOfUse> {
    public CorrectProofOfUse(
        String applicationId, LocalDate submittedOn, long spentCents, String reason) {
      this(applicationId, submittedOn, spentCents, null, reason, null);
    }

    public CorrectProofOfUse(
        String applicationId,
        LocalDate submittedOn,
        long spentCents,
        @Nullable List<PartnerSpent> byPartner,
        String reason) {
      this(applicationId, submittedOn, spentCents, byPartner, reason, null);
    }
  }

  /**
   * Sets right what was recorded of the funder's examination.
   *
   * @param positive needed where there are no marks
   * @param statement null if that stays
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectEvaluation(
      @TargetAggregateIdentifier String applicationId,
      @Nullable BigDecimal excellence,
      @Nullable BigDecimal impact,
      @Nullable BigDecimal implementation,
      @Nullable Boolean positive,
      @Nullable String statement,
      String reason,
      @Nullable CorrectEvaluation seen)
      implements FundingCommand, Revision<CorrectEvaluation> {
    public CorrectEvaluation(
        String applicationId,
        @Nullable BigDecimal excellence,
        @Nullable BigDecimal impact,
        @Nullable BigDecimal implementation,
        @Nullable Boolean positive,
        @Nullable String statement,
        String reason) {
      this(applicationId, excellence, impact, implementation, positive, statement, reason, null);
    }
  }

  /**
   * Sets right what was recorded of an invitation to the second stage, until the application itself
   * is submitted. The second deadline is moved by {@link MoveDeadline}; a refusal is set right as
   * the notice that it is, by {@link CorrectRejection}.
   *
   * <p>Refused with {@code first-stage-not-decided}, {@code outline-refused}, {@code
   * application-already-submitted}, {@code invited-below-threshold} or {@code nothing-changed}.
   *
   * @param reason why what was recorded was wrong
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectFirstStage(
      @TargetAggregateIdentifier String applicationId,
      @Nullable BigDecimal excellence,
      @Nullable BigDecimal impact,
      @Nullable BigDecimal implementation,
      String reference,
      @Happened LocalDate receivedOn,
      @Nullable String statement,
      String reason,
      @Nullable CorrectFirstStage seen)
      implements FundingCommand, Revision<CorrectFirstStage> {
    public CorrectFirstStage(
        String applicationId,
        @Nullable BigDecimal excellence,
        @Nullable BigDecimal impact,
        @Nullable BigDecimal implementation,
        String reference,
        LocalDate receivedOn,
        @Nullable String statement,
        String reason) {
      this(
          applicationId,
          excellence,
          impact,
          implementation,
          reference,
          receivedOn,
          statement,
          reason,
          null);
    }
  }

  /**
   * Sets a rejection notice right; until when it can be contested follows.
   *
   * @param grounds why the funder rejected
   * @param postedOn when it was given to the post; null if it was served or handed over
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectRejection(
      @TargetAggregateIdentifier String applicationId,
      String reference,
      @Happened @Nullable LocalDate postedOn,
      @Happened LocalDate receivedOn,
      boolean withoutInstruction,
      String grounds,
      String reason,
      @Nullable CorrectRejection seen)
      implements FundingCommand, Revision<CorrectRejection> {
    public CorrectRejection(
        String applicationId,
        String reference,
        @Nullable LocalDate postedOn,
        LocalDate receivedOn,
        boolean withoutInstruction,
        String grounds,
        String reason) {
      this(
          applicationId,
          reference,
          postedOn,
          receivedOn,
          withoutInstruction,
          grounds,
          reason,
          null);
    }

    public CorrectRejection(
        String applicationId,
        String reference,
        LocalDate receivedOn,
        String grounds,
        String reason) {
      this(applicationId, reference, null, receivedOn, false, grounds, reason, null);
    }
  }

  /**
   * Sets the last decision on a contested rejection right; the time for an action follows.
   *
   * @param postedOn when it was given to the post; null if it was served or handed over
   * @param receivedOn when it was in the box; null on the day of the decision
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectContestDecision(
      @TargetAggregateIdentifier String applicationId,
      @Happened LocalDate decidedOn,
      @Happened @Nullable LocalDate postedOn,
      @Happened @Nullable LocalDate receivedOn,
      boolean withoutInstruction,
      @Nullable String reference,
      String reason,
      @Nullable CorrectContestDecision seen)
      implements FundingCommand, Revision<CorrectContestDecision> {
    public CorrectContestDecision(
        String applicationId,
        LocalDate decidedOn,
        @Nullable LocalDate postedOn,
        @Nullable LocalDate receivedOn,
        boolean withoutInstruction,
        @Nullable String reference,
        String reason) {
      this(
          applicationId,
          decidedOn,
          postedOn,
          receivedOn,
          withoutInstruction,
          reference,
          reason,
          null);
    }

    public CorrectContestDecision(
        String applicationId, LocalDate decidedOn, @Nullable String reference, String reason) {
      this(applicationId, decidedOn, null, null, false, reference, reason, null);
    }
  }
}
