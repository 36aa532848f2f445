package org.foerderturm.funding;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Happened;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Revision;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a grant after its notice: changes that the funder may have to consent to,
 * objection, payment stop, revocation, refund, closed budget years. Money is in euro cents.
 */
public sealed interface GrantCommand extends Command {

  String applicationId();

  /**
   * Says what of the grant is whose, by the partners' own notices. Needed before money is drawn
   * where it does not follow from the whole.
   *
   * <p>Refused with {@code grant-shares-unbalanced} if it does not add up to the grant, with {@code
   * grant-share-missing} or {@code grant-share-impossible}.
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record StateGrantShares(
      @TargetAggregateIdentifier String applicationId,
      List<PartnerGrant> shares,
      @Nullable StateGrantShares seen)
      implements GrantCommand, Revision<StateGrantShares> {
    public StateGrantShares(String applicationId, List<PartnerGrant> shares) {
      this(applicationId, shares, null);
    }

    public StateGrantShares {
      shares = List.copyOf(shares);
    }
  }

  /**
   * Says what the funder approved of a partner's cost rows, where its notice says otherwise than
   * the budget. The margin of the side conditions is measured on it.
   *
   * <p>Refused with {@code proof-of-use-already-submitted}, {@code cost-row-twice}, {@code
   * cost-row-unknown}, {@code amount-negative}, {@code approved-rows-too-much} if it is more than
   * the budget in all, or {@code nothing-changed}.
   *
   * @param partner by name or id
   * @param rows those of the budget that are not named were struck out
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record StateApprovedRows(
      @TargetAggregateIdentifier String applicationId,
      String partner,
      List<ApprovedRow> rows,
      @Nullable StateApprovedRows seen)
      implements GrantCommand, Revision<StateApprovedRows> {
    public StateApprovedRows(String applicationId, String partner, List<ApprovedRow> rows) {
      this(applicationId, partner, rows, null);
    }

    public StateApprovedRows {
      rows = List.copyOf(rows);
    }
  }

  // ---- requests for payment

  /**
   * Asks the funder for money of a partner (Zahlungsanforderung, Mittelabruf).
   *
   * <p>Refused as {@link FundingCommand.DrawDownFunds} while nothing may be paid, with {@code
   * payment-request-above-grant} above what is left beside other requests, {@code
   * amount-not-positive} or {@code draw-down-before-notice}.
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record RequestPayment(
      @TargetAggregateIdentifier String applicationId,
      String partnerId,
      long amountCents,
      @Happened LocalDate requestedOn)
      implements GrantCommand {}

  /**
   * What the funder said to a request: approved, cut or refused.
   *
   * <p>Refused with {@code payment-request-unknown}, {@code payment-request-settled}, {@code
   * payment-answer-impossible}, {@code payment-answer-before-request}, or {@code reason-missing}
   * for a cut without its reason.
   *
   * @param approvedCents 0 if it was refused
   * @param reason why it was cut or refused
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record AnswerPaymentRequest(
      @TargetAggregateIdentifier String applicationId,
      int number,
      long approvedCents,
      @Happened LocalDate answeredOn,
      @Nullable String reason)
      implements GrantCommand {}

  /**
   * Sets right what the funder said, until money came in on it. Refused as the answer itself, or
   * with {@code nothing-changed}.
   *
   * @param grounds why it was cut or refused
   * @param reason why what was recorded was wrong
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectPaymentAnswer(
      @TargetAggregateIdentifier String applicationId,
      int number,
      long approvedCents,
      @Happened LocalDate answeredOn,
      @Nullable String grounds,
      String reason,
      @Nullable CorrectPaymentAnswer seen)
      implements GrantCommand, Revision<CorrectPaymentAnswer> {
    public CorrectPaymentAnswer(
        String applicationId,
        int number,
        long approvedCents,
        LocalDate answeredOn,
        @Nullable String grounds,
        String reason) {
      this(applicationId, number, approvedCents, answeredOn, grounds, reason, null);
    }
  }

  /** Takes a request back that was not answered, with a reason. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record WithdrawPaymentRequest(
      @TargetAggregateIdentifier String applicationId, int number, String reason)
      implements GrantCommand {}

  // ---- changes

  /** Says that something shall be changed; what exactly is drafted next. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record BeginGrantChange(
      @TargetAggregateIdentifier String applicationId, String changeId, GrantChangeKind kind)
      implements GrantCommand {}

  /**
   * Says what shall be changed and why; may be said again until it is put to the funder.
   *
   * @param partnerId whose cost rows, or who leaves; not needed for an extension
   * @param amountCents how much moves between the rows
   * @param periodUntil the new last day of the grant period
   * @param successor who takes the partner's place
   * @param aidCategory of the successor's activity, and with what follows all that its own rate
   *     hangs on, see {@link AidFacts}; needed where that of the partner was determined
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record DraftGrantChange(
      @TargetAggregateIdentifier String applicationId,
      String changeId,
      @Nullable String partnerId,
      @Nullable CostRow fromRow,
      @Nullable CostRow toRow,
      @Nullable Long amountCents,
      @Nullable LocalDate periodUntil,
      @Nullable String successor,
      String reason,
      @Nullable String aidCategory,
      @Nullable String size,
      @Nullable Boolean collaboration,
      @Nullable String area,
      @Nullable Boolean memberStates,
      @Nullable Boolean nonProfit,
      @Nullable String noAidReason)
      implements GrantCommand {
    public DraftGrantChange(
        String applicationId,
        String changeId,
        @Nullable String partnerId,
        @Nullable CostRow fromRow,
        @Nullable CostRow toRow,
        @Nullable Long amountCents,
        @Nullable LocalDate periodUntil,
        @Nullable String successor,
        String reason) {
      this(
          applicationId,
          changeId,
          partnerId,
          fromRow,
          toRow,
          amountCents,
          periodUntil,
          successor,
          reason,
          null,
          null,
          null,
          null,
          null,
          null,
          null);
    }

    /** What the successor's rate hangs on; null if nobody said. */
    @Nullable AidFacts facts() {
      if (aidCategory == null || aidCategory.isBlank()) return null;
      return AidFacts.of(
          aidCategory, size, collaboration, area, memberStates, nonProfit, noAidReason);
    }

    public DraftGrantChange {
      if (reason == null || reason.isBlank()) throw new Rejected("reason-missing");
    }
  }

  /** Carries out a change that the funder need not consent to. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record CarryOutGrantChange(@TargetAggregateIdentifier String applicationId, String changeId)
      implements GrantCommand {}

  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record PutGrantChange(
      @TargetAggregateIdentifier String applicationId, String changeId, @Happened LocalDate putOn)
      implements GrantCommand {
    public PutGrantChange {
      if (putOn == null) throw new Rejected("grant-day-missing");
    }
  }

  /**
   * The funder consented: the change takes effect.
   *
   * @param postedOn when it was given to the post; null if it was served or handed over
   * @param receivedOn when it was in the box; null on the day of the decision
   * @param withoutInstruction whether its instruction about remedies was missing or wrong
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RecordFunderConsent(
      @TargetAggregateIdentifier String applicationId,
      String changeId,
      @Happened LocalDate decidedOn,
      @Nullable String reference,
      @Happened @Nullable LocalDate postedOn,
      @Happened @Nullable LocalDate receivedOn,
      boolean withoutInstruction)
      implements GrantCommand {
    public RecordFunderConsent(
        String applicationId, String changeId, LocalDate decidedOn, @Nullable String reference) {
      this(applicationId, changeId, decidedOn, reference, null, null, false);
    }

    public RecordFunderConsent {
      if (decidedOn == null) throw new Rejected("grant-day-missing");
    }
  }

  /**
   * @param postedOn when it was given to the post; null if it was served or handed over
   * @param receivedOn when it was in the box; null on the day of the decision
   * @param withoutInstruction whether its instruction about remedies was missing or wrong
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RecordFunderRefusal(
      @TargetAggregateIdentifier String applicationId,
      String changeId,
      @Happened LocalDate decidedOn,
      String reason,
      @Happened @Nullable LocalDate postedOn,
      @Happened @Nullable LocalDate receivedOn,
      boolean withoutInstruction)
      implements GrantCommand {
    public RecordFunderRefusal(
        String applicationId, String changeId, LocalDate decidedOn, String reason) {
      this(applicationId, changeId, decidedOn, reason, null, null, false);
    }

    public RecordFunderRefusal {
      if (decidedOn == null) throw new Rejected("grant-day-missing");
      if (reason == null || reason.isBlank()) throw new Rejected("reason-missing");
    }
  }

  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record WithdrawGrantChange(
      @TargetAggregateIdentifier String applicationId, String changeId, String reason)
      implements GrantCommand {
    public WithdrawGrantChange {
      if (reason == null || reason.isBlank()) throw new Rejected("reason-missing");
    }
  }

  // ---- objection

  /**
   * Contests the notice within the time of appeal; until that is decided nothing is final.
   *
   * @param remedy null for an objection
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record FileObjection(
      @TargetAggregateIdentifier String applicationId,
      @Happened LocalDate filedOn,
      String reason,
      @Nullable Remedy remedy)
      implements GrantCommand {
    public FileObjection(String applicationId, LocalDate filedOn, String reason) {
      this(applicationId, filedOn, reason, null);
    }

    public FileObjection {
      if (reason == null || reason.isBlank()) throw new Rejected("reason-missing");
    }
  }

  /**
   * @param grantedCents what is granted now, if the objection was remedied; null if as before
   * @param deMinimisAids what of it is de-minimis aid of which partner; null or empty if that
   *     follows from the whole
   * @param postedOn when it was given to the post; null if it was served or handed over
   * @param receivedOn when it was in the box; null on the day of the decision
   * @param withoutInstruction whether its instruction about remedies was missing or wrong
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record DecideObjection(
      @TargetAggregateIdentifier String applicationId,
      ObjectionResult result,
      @Happened LocalDate decidedOn,
      @Nullable String reference,
      @Nullable Long grantedCents,
      @Nullable List<DeMinimisAid> deMinimisAids,
      @Happened @Nullable LocalDate postedOn,
      @Happened @Nullable LocalDate receivedOn,
      boolean withoutInstruction)
      implements GrantCommand {
    public DecideObjection(
        String applicationId,
        ObjectionResult result,
        LocalDate decidedOn,
        @Nullable String reference,
        @Nullable Long grantedCents,
        @Nullable List<DeMinimisAid> deMinimisAids) {
      this(
          applicationId,
          result,
          decidedOn,
          reference,
          grantedCents,
          deMinimisAids,
          null,
          null,
          false);
    }

    public DecideObjection(
        String applicationId,
        ObjectionResult result,
        LocalDate decidedOn,
        @Nullable String reference,
        @Nullable Long grantedCents) {
      this(applicationId, result, decidedOn, reference, grantedCents, null);
    }
  }

  /**
   * Contests a rejection notice in time, each remedy once: what the table funding-remedies puts
   * first, then what is left.
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record ContestRejection(
      @TargetAggregateIdentifier String applicationId,
      Remedy remedy,
      @Happened LocalDate filedOn,
      String reason)
      implements GrantCommand {
    public ContestRejection {
      if (reason == null || reason.isBlank()) throw new Rejected("reason-missing");
      if (filedOn == null) throw new Rejected("grant-day-missing");
    }
  }

  /**
   * How the contest ended. If it was remedied, the application is open for a new notice.
   *
   * @param postedOn when it was given to the post; null if it was served or handed over
   * @param receivedOn when it was in the box; null on the day of the decision
   * @param withoutInstruction whether its instruction about remedies was missing or wrong
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record DecideContest(
      @TargetAggregateIdentifier String applicationId,
      ObjectionResult result,
      @Happened LocalDate decidedOn,
      @Nullable String reference,
      @Happened @Nullable LocalDate postedOn,
      @Happened @Nullable LocalDate receivedOn,
      boolean withoutInstruction)
      implements GrantCommand {
    public DecideContest(
        String applicationId,
        ObjectionResult result,
        LocalDate decidedOn,
        @Nullable String reference) {
      this(applicationId, result, decidedOn, reference, null, null, false);
    }

    public DecideContest {
      if (decidedOn == null) throw new Rejected("grant-day-missing");
    }
  }

  // ---- what the funder does to the money

  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record StopPayments(
      @TargetAggregateIdentifier String applicationId, LocalDate since, String reason)
      implements GrantCommand {
    public StopPayments {
      if (reason == null || reason.isBlank()) throw new Rejected("reason-missing");
    }
  }

  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record LiftPaymentStop(
      @TargetAggregateIdentifier String applicationId,
      @Happened LocalDate liftedOn,
      @Nullable String reason)
      implements GrantCommand {}

  /**
   * The funder takes back the grant, or a part of it.
   *
   * @param amountCents how much of the grant is taken back
   * @param refundDueOn until when what was drawn too much must be paid back
   * @param deMinimisAids what of the rest is de-minimis aid of which partner; null or empty if that
   *     follows from the whole
   * @param postedOn when it was given to the post; null if it was served or handed over
   * @param withoutInstruction whether its instruction about remedies was missing or wrong
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RevokeGrant(
      @TargetAggregateIdentifier String applicationId,
      String reference,
      @Happened LocalDate receivedOn,
      long amountCents,
      LocalDate refundDueOn,
      String reason,
      @Nullable List<DeMinimisAid> deMinimisAids,
      @Happened @Nullable LocalDate postedOn,
      boolean withoutInstruction)
      implements GrantCommand {
    public RevokeGrant(
        String applicationId,
        String reference,
        LocalDate receivedOn,
        long amountCents,
        LocalDate refundDueOn,
        String reason,
        @Nullable List<DeMinimisAid> deMinimisAids) {
      this(
          applicationId,
          reference,
          receivedOn,
          amountCents,
          refundDueOn,
          reason,
          deMinimisAids,
          null,
          false);
    }

    public RevokeGrant(
        String applicationId,
        String reference,
        LocalDate receivedOn,
        long amountCents,
        LocalDate refundDueOn,
        String reason) {
      this(applicationId, reference, receivedOn, amountCents, refundDueOn, reason, null);
    }

    public RevokeGrant {
      if (reason == null || reason.isBlank()) throw new Rejected("reason-missing");
    }
  }

  /**
   * Money of the grant was paid back.
   *
   * @param partnerId by whom; null if that is not said
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RefundFunds(
      @TargetAggregateIdentifier String applicationId,
      long amountCents,
      @Happened LocalDate paidOn,
      @Nullable String partnerId)
      implements GrantCommand {
    public RefundFunds(String applicationId, long amountCents, LocalDate paidOn) {
      this(applicationId, amountCents, paidOn, null);
    }
  }

  // ---- the funder's examination of the proof of use

  /**
   * What the funder's examination of a proof of use found for one partner. What was paid beyond
   * what is recognised must be paid back.
   *
   * <p>Refused with {@code proof-of-use-missing}, {@code proof-result-already-recorded}, {@code
   * cut-above-proved} or {@code time-in-future}.
   *
   * @param cutCents what of the grant is not recognised; null if it follows from the costs
   * @param cutCostsCents what of the costs is not recognised; null if nobody said
   * @param refundDueOn until when what was paid too much must be paid back; null if nobody said
   * @param grounds why something is not recognised; needed then
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record RecordProofResult(
      @TargetAggregateIdentifier String applicationId,
      String partnerId,
      @Happened LocalDate decidedOn,
      @Nullable String reference,
      @Nullable Long cutCents,
      @Nullable Long cutCostsCents,
      @Nullable LocalDate refundDueOn,
      @Nullable String grounds)
      implements GrantCommand {
    public RecordProofResult {
      if (decidedOn == null) throw new Rejected("grant-day-missing");
    }
  }

  /** Sets the result of an examination right; what must be paid back follows. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectProofResult(
      @TargetAggregateIdentifier String applicationId,
      String partnerId,
      @Happened LocalDate decidedOn,
      @Nullable String reference,
      long cutCents,
      @Nullable Long cutCostsCents,
      @Nullable LocalDate refundDueOn,
      @Nullable String grounds,
      String reason,
      @Nullable CorrectProofResult seen)
      implements GrantCommand, Revision<CorrectProofResult> {
    public CorrectProofResult(
        String applicationId,
        String partnerId,
        LocalDate decidedOn,
        @Nullable String reference,
        long cutCents,
        @Nullable Long cutCostsCents,
        @Nullable LocalDate refundDueOn,
        @Nullable String grounds,
        String reason) {
      this(
          applicationId,
          partnerId,
          decidedOn,
          reference,
          cutCents,
          cutCostsCents,
          refundDueOn,
          grounds,
          reason,
          null);
    }
  }

  /**
   * The funder asks for interest on what a partner must pay back. What the rule gives, says the
   * table repayment-interest with the base rates.
   *
   * @param from first day, at the earliest when the money came; null from the day on which the
   *     money came in last
   * @param until last day
   * @param cents what the funder asks for, at most what the rule gives; null for all of that
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record ClaimRepaymentInterest(
      @TargetAggregateIdentifier String applicationId,
      String partnerId,
      @Nullable LocalDate from,
      @Happened LocalDate until,
      @Nullable Long cents)
      implements GrantCommand {
    public ClaimRepaymentInterest {
      if (until == null) throw new Rejected("grant-day-missing");
    }
  }

  /**
   * Sets interest right that was claimed.
   *
   * @param number of the claim, from 1
   * @param cents 0 if the funder waives it; null for all that the rule gives
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectRepaymentInterest(
      @TargetAggregateIdentifier String applicationId,
      int number,
      LocalDate from,
      @Happened LocalDate until,
      @Nullable Long cents,
      String reason,
      @Nullable CorrectRepaymentInterest seen)
      implements GrantCommand, Revision<CorrectRepaymentInterest> {
    public CorrectRepaymentInterest(
        String applicationId,
        int number,
        LocalDate from,
        LocalDate until,
        @Nullable Long cents,
        String reason) {
      this(applicationId, number, from, until, cents, reason, null);
    }
  }

  /** The books of a year are closed: nothing is paid in it any more. */
  @AllowedTo(Role.OFFICE_LEAD)
  record CloseBudgetYear(
      @TargetAggregateIdentifier String applicationId, int year, @Happened LocalDate closedOn)
      implements GrantCommand {}

  @AllowedTo(Role.OFFICE_LEAD)
  record ReopenBudgetYear(@TargetAggregateIdentifier String applicationId, int year, String reason)
      implements GrantCommand {
    public ReopenBudgetYear {
      if (reason == null || reason.isBlank()) throw new Rejected("reason-missing");
    }
  }

  // ---- what was recorded wrongly

  /**
   * Sets a refund right.
   *
   * @param amountCents what was paid back; 0 if nothing was
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectRefund(
      @TargetAggregateIdentifier String applicationId,
      int number,
      long amountCents,
      @Happened LocalDate paidOn,
      String reason,
      @Nullable CorrectRefund seen)
      implements GrantCommand, Revision<CorrectRefund> {
    public CorrectRefund(
        String applicationId, int number, long amountCents, LocalDate paidOn, String reason) {
      this(applicationId, number, amountCents, paidOn, reason, null);
    }
  }

  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectGrantDay(
      @TargetAggregateIdentifier String applicationId,
      GrantDay day,
      LocalDate on,
      String reason,
      @Nullable CorrectGrantDay seen)
      implements GrantCommand, Revision<CorrectGrantDay> {
    public CorrectGrantDay(String applicationId, GrantDay day, LocalDate on, String reason) {
      this(applicationId, day, on, reason, null);
    }
  }

  /**
   * Sets right what the notice says; the days of proofs and of appeal follow from it.
   *
   * @param postedOn when it was given to the post; null if it was served or handed over
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectGrantNotice(
      @TargetAggregateIdentifier String applicationId,
      String reference,
      @Happened LocalDate receivedOn,
      long grantedCents,
      LocalDate periodFrom,
      LocalDate periodUntil,
      @Happened @Nullable LocalDate postedOn,
      boolean withoutInstruction,
      String reason,
      @Nullable CorrectGrantNotice seen)
      implements GrantCommand, Revision<CorrectGrantNotice> {
    public CorrectGrantNotice(
        String applicationId,
        String reference,
        LocalDate receivedOn,
        long grantedCents,
        LocalDate periodFrom,
        LocalDate periodUntil,
        @Nullable LocalDate postedOn,
        boolean withoutInstruction,
        String reason) {
      this(
          applicationId,
          reference,
          receivedOn,
          grantedCents,
          periodFrom,
          periodUntil,
          postedOn,
          withoutInstruction,
          reason,
          null);
    }

    public CorrectGrantNotice(
        String applicationId,
        String reference,
        LocalDate receivedOn,
        long grantedCents,
        LocalDate periodFrom,
        LocalDate periodUntil,
        String reason) {
      this(
          applicationId,
          reference,
          receivedOn,
          grantedCents,
          periodFrom,
          periodUntil,
          null,
          false,
          reason,
          null);
    }
  }

  /**
   * Sets the last decision on an objection right; until when it can be appealed follows.
   *
   * @param grantedCents what is granted since, if the objection was remedied
   * @param postedOn when it was given to the post; null if it was served or handed over
   * @param receivedOn when it was in the box; null on the day of the decision
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectObjectionDecision(
      @TargetAggregateIdentifier String applicationId,
      @Happened LocalDate decidedOn,
      @Nullable String reference,
      long grantedCents,
      @Happened @Nullable LocalDate postedOn,
      @Happened @Nullable LocalDate receivedOn,
      boolean withoutInstruction,
      String reason,
      @Nullable CorrectObjectionDecision seen)
      implements GrantCommand, Revision<CorrectObjectionDecision> {
    public CorrectObjectionDecision(
        String applicationId,
        LocalDate decidedOn,
        @Nullable String reference,
        long grantedCents,
        @Nullable LocalDate postedOn,
        @Nullable LocalDate receivedOn,
        boolean withoutInstruction,
        String reason) {
      this(
          applicationId,
          decidedOn,
          reference,
          grantedCents,
          postedOn,
          receivedOn,
          withoutInstruction,
          reason,
          null);
    }

    public CorrectObjectionDecision(
        String applicationId,
        LocalDate decidedOn,
        @Nullable String reference,
        long grantedCents,
        String reason) {
      this(applicationId, decidedOn, reference, grantedCents, null, null, false, reason, null);
    }
  }

  /**
   * Sets a revocation right; what is left of the grant and what must be paid back follow.
   *
   * @param number of the revocation, from 1
   * @param refundDueOn null if that stays
   * @param grounds why the funder revoked
   * @param postedOn when it was given to the post; null if it was served or handed over
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record CorrectRevocation(
      @TargetAggregateIdentifier String applicationId,
      int number,
      String reference,
      @Happened LocalDate receivedOn,
      long amountCents,
      @Nullable LocalDate refundDueOn,
      String grounds,
      @Happened @Nullable LocalDate postedOn,
      boolean withoutInstruction,
      String reason,
      @Nullable CorrectRevocation seen)
      implements GrantCommand, Revision<CorrectRevocation> {
    public CorrectRevocation(
        String applicationId,
        int number,
        String reference,
        LocalDate receivedOn,
        long amountCents,
        @Nullable LocalDate refundDueOn,
        String grounds,
        @Nullable LocalDate postedOn,
        boolean withoutInstruction,
        String reason) {
      this(
          applicationId,
          number,
          reference,
          receivedOn,
          amountCents,
          refundDueOn,
          grounds,
          postedOn,
          withoutInstruction,
          reason,
          null);
    }

    public CorrectRevocation(
        String applicationId,
        int number,
        String reference,
        LocalDate receivedOn,
        long amountCents,
        @Nullable LocalDate refundDueOn,
        String grounds,
        String reason) {
      this(
          applicationId,
          number,
          reference,
          receivedOn,
          amountCents,
          refundDueOn,
          grounds,
          null,
          false,
          reason,
          null);
    }
  }
}
