package org.foerderturm.funding;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.foerderturm.consortium.Programme;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Event;
import org.jspecify.annotations.Nullable;

/** Facts about a funding application, in its stream. Money is in euro cents. */
public sealed interface FundingEvent extends Event {

  String applicationId();

  /**
   * @param remindAt when to remind of the deadline, in the order of the reminder days
   * @param action kind of action under Horizon; null where there is none, and in earlier versions
   */
  @Revision("1")
  record ApplicationOpened(
      String applicationId,
      String title,
      @Nullable String consortiumId,
      Programme programme,
      Regime regime,
      String call,
      String funder,
      LocalDateTime deadline,
      Arrival decisiveArrival,
      List<Integer> reminderDays,
      List<Instant> remindAt,
      @Nullable String action)
      implements FundingEvent {
    public ApplicationOpened(
        String applicationId,
        String title,
        @Nullable String consortiumId,
        Programme programme,
        Regime regime,
        String call,
        String funder,
        LocalDateTime deadline,
        Arrival decisiveArrival,
        List<Integer> reminderDays,
        List<Instant> remindAt) {
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
          remindAt,
          null);
    }

    public ApplicationOpened {
      reminderDays = List.copyOf(reminderDays);
      remindAt = List.copyOf(remindAt);
    }
  }

  /**
   * How the call is decided, where it differs from its programme; goes before what was stated until
   * then.
   */
  @Revision("1")
  record CallRulesStated(
      String applicationId,
      boolean twoStage,
      List<CallThreshold> thresholds,
      @Nullable String reason)
      implements FundingEvent {
    public CallRulesStated {
      thresholds = List.copyOf(thresholds);
    }
  }

  @Revision("1")
  record GoScored(String applicationId, int score, String advice, String source)
      implements FundingEvent {}

  /**
   * @param motionId the motion that was voted on here; null if the body meets elsewhere
   * @param result {@code adopted} or {@code rejected}; of a paper also {@code noted} or {@code
   *     withdrawn}
   * @param paperId the council paper, if it went before the council as one
   * @param resolvedCents of the own share, what the council resolved to pay; not said by earlier
   *     versions, which took it for the whole share
   */
  @Revision("1")
  record FundingResolved(
      String applicationId,
      ResolutionSubject subject,
      @Nullable String motionId,
      String result,
      @Nullable String paperId,
      @Nullable Long resolvedCents)
      implements FundingEvent {
    public FundingResolved(
        String applicationId,
        ResolutionSubject subject,
        @Nullable String motionId,
        String result,
        @Nullable String paperId) {
      this(applicationId, subject, motionId, result, paperId, null);
    }

    public FundingResolved(
        String applicationId, ResolutionSubject subject, String motionId, String result) {
      this(applicationId, subject, motionId, result, null);
    }
  }

  @Revision("1")
  record OutlineWritten(String applicationId, String aim, String workPlan, String benefit)
      implements FundingEvent {}

  /**
   * @param grantPlannedOn expected day of the grant; null is the deadline
   */
  @Revision("1")
  record ApplicantsNamed(
      String applicationId, List<String> names, @Nullable LocalDate grantPlannedOn)
      implements FundingEvent {
    public ApplicantsNamed(String applicationId, List<String> names) {
      this(applicationId, names, null);
    }

    public ApplicantsNamed {
      names = List.copyOf(names);
    }
  }

  /**
   * What may be granted to a partner at most.
   *
   * @param day that counts: of the grant, or while it is {@code planned} the expected one
   * @param percent of the costs
   * @param version of the table aid-intensity that was asked
   * @param aboveCents by how much what is applied for, with other public money, is above it
   */
  @Revision("1")
  record AidDetermined(
      String applicationId,
      String partnerId,
      String name,
      AidFacts facts,
      LocalDate day,
      boolean planned,
      int percent,
      String source,
      int version,
      long aboveCents)
      implements FundingEvent {}

  /** The day that counts has moved to one on which no row of the table holds. */
  @Revision("1")
  record AidRowMissing(
      String applicationId, String partnerId, String name, String category, LocalDate day)
      implements FundingEvent {}

  /**
   * @param deMinimis whether the grant would be de-minimis aid; not said by earlier versions
   */
  @Revision("1")
  record PartnerBudgeted(
      String applicationId,
      String partnerId,
      String name,
      boolean city,
      @Nullable Integer intensityPercent,
      List<BudgetLine> lines,
      long costsCents,
      long grantCents,
      long ownCents,
      long thirdPartyCents,
      boolean deMinimis)
      implements FundingEvent {
    public PartnerBudgeted(
        String applicationId,
        String partnerId,
        String name,
        boolean city,
        @Nullable Integer intensityPercent,
        List<BudgetLine> lines,
        long costsCents,
        long grantCents,
        long ownCents,
        long thirdPartyCents) {
      this(
          applicationId,
          partnerId,
          name,
          city,
          intensityPercent,
          lines,
          costsCents,
          grantCents,
          ownCents,
          thirdPartyCents,
          false);
    }

    /** The same, as de-minimis aid or not. */
    PartnerBudgeted with(boolean aid) {
      return new PartnerBudgeted(
          applicationId,
          partnerId,
          name,
          city,
          null,
          lines,
          costsCents,
          grantCents,
          ownCents,
          thirdPartyCents,
          aid);
    }

    public PartnerBudgeted {
      lines = List.copyOf(lines);
    }
  }

  @Revision("1")
  record PartnerBudgetRemoved(String applicationId, String partnerId, String name)
      implements FundingEvent {}

  @Revision("1")
  record BudgetSignedOff(String applicationId, String partnerId, String name, String signatory)
      implements FundingEvent {}

  /**
   * Every partner has signed off and the financing equals the costs; what the whole comes to.
   *
   * @param cityOwnCents the city's own share
   */
  @Revision("1")
  record BudgetAgreed(
      String applicationId,
      List<Applicant> applicants,
      long costsCents,
      long grantCents,
      long ownCents,
      long thirdPartyCents,
      long cityOwnCents)
      implements FundingEvent {
    public BudgetAgreed {
      applicants = List.copyOf(applicants);
    }
  }

  /**
   * @param resolvedCents what the council had resolved to pay by then; not said by earlier versions
   */
  @Revision("1")
  record CoverChecked(
      String applicationId,
      boolean resolutionNeeded,
      long cityOwnCents,
      String source,
      @Nullable Long resolvedCents)
      implements FundingEvent {
    public CoverChecked(
        String applicationId, boolean resolutionNeeded, long cityOwnCents, String source) {
      this(applicationId, resolutionNeeded, cityOwnCents, source, null);
    }
  }

  @Revision("1")
  record DeadlineReminded(String applicationId, int workingDays, LocalDateTime deadline)
      implements FundingEvent {}

  /**
   * @param what {@code first-stage}, {@code evaluation}, {@code notice} or {@code proof-result}
   */
  @Revision("1")
  record AnswerOverdue(String applicationId, String title, String what) implements FundingEvent {}

  /**
   * @param former the deadline until now
   * @param remindAt when to remind of the new one, in the order of the reminder days
   */
  @Revision("1")
  record DeadlineMoved(
      String applicationId,
      LocalDateTime former,
      LocalDateTime deadline,
      String reason,
      List<Instant> remindAt)
      implements FundingEvent {
    public DeadlineMoved {
      remindAt = List.copyOf(remindAt);
    }
  }

  /**
   * @param deMinimisAids what of it would be de-minimis aid; empty in earlier versions
   * @param asked what each partner asks for; empty in earlier versions
   */
  @Revision("1")
  record ApplicationSubmitted(
      String applicationId,
      String title,
      LocalDateTime submittedAt,
      LocalDateTime deadline,
      long costsCents,
      long grantCents,
      List<DeMinimisAid> deMinimisAids,
      List<PartnerGrant> asked)
      implements FundingEvent {
    public ApplicationSubmitted(
        String applicationId,
        String title,
        LocalDateTime submittedAt,
        LocalDateTime deadline,
        long costsCents,
        long grantCents,
        List<DeMinimisAid> deMinimisAids) {
      this(
          applicationId,
          title,
          submittedAt,
          deadline,
          costsCents,
          grantCents,
          deMinimisAids,
          List.of());
    }

    public ApplicationSubmitted(
        String applicationId,
        String title,
        LocalDateTime submittedAt,
        LocalDateTime deadline,
        long costsCents,
        long grantCents) {
      this(applicationId, title, submittedAt, deadline, costsCents, grantCents, List.of());
    }

    public ApplicationSubmitted {
      deMinimisAids = deMinimisAids == null ? List.of() : List.copyOf(deMinimisAids);
      asked = asked == null ? List.of() : List.copyOf(asked);
    }
  }

  /**
   * The outline of a call in two stages.
   *
   * @param deadline of the first stage
   */
  @Revision("1")
  record OutlineSubmitted(
      String applicationId, String title, LocalDateTime submittedAt, LocalDateTime deadline)
      implements FundingEvent {}

  /**
   * What became of the outline. A refusal is told by an {@link ApplicationRejected} as well.
   *
   * @param marking by which it was marked; null where there are no marks
   * @param deadline of the second stage; null if not invited
   * @param remindAt when to remind of it, in the order of the reminder days
   */
  @Revision("1")
  record FirstStageDecided(
      String applicationId,
      String title,
      @Nullable BigDecimal excellence,
      @Nullable BigDecimal impact,
      @Nullable BigDecimal implementation,
      @Nullable BigDecimal total,
      @Nullable Marking marking,
      boolean invited,
      String reference,
      LocalDate receivedOn,
      @Nullable String statement,
      @Nullable LocalDateTime deadline,
      List<Instant> remindAt)
      implements FundingEvent {
    public FirstStageDecided {
      remindAt = List.copyOf(remindAt);
    }
  }

  /**
   * @param inTime not after the deadline
   * @param decisive whether it is this arrival that must keep the deadline
   */
  @Revision("1")
  record ApplicationArrived(
      String applicationId,
      Arrival arrival,
      LocalDateTime arrivedAt,
      @Nullable String reference,
      boolean inTime,
      boolean decisive)
      implements FundingEvent {}

  /**
   * @param total sum of the marks; null where there are none
   * @param marking by which it was marked; null where there are no marks, and in earlier versions,
   *     for which 3 of 5 each and 10 in all counted
   */
  @Revision("1")
  record ApplicationEvaluated(
      String applicationId,
      @Nullable BigDecimal excellence,
      @Nullable BigDecimal impact,
      @Nullable BigDecimal implementation,
      @Nullable BigDecimal total,
      boolean positive,
      @Nullable String statement,
      @Nullable Marking marking)
      implements FundingEvent {
    public ApplicationEvaluated(
        String applicationId,
        @Nullable BigDecimal excellence,
        @Nullable BigDecimal impact,
        @Nullable BigDecimal implementation,
        @Nullable BigDecimal total,
        boolean positive,
        @Nullable String statement) {
      this(applicationId, excellence, impact, implementation, total, positive, statement, null);
    }
  }

  /**
   * Good enough, and no money left: the application waits with its place on the list. Nothing is
   * final until a grant, a rejection or the list's end.
   *
   * @param rank from 1
   * @param formerRank null when it came on the list
   * @param until when the list ends; null if nobody knows
   */
  @Revision("1")
  record ReserveListed(
      String applicationId,
      String title,
      int rank,
      @Nullable Integer formerRank,
      @Nullable LocalDate until)
      implements FundingEvent {}

  @Revision("1")
  record ReserveListLapsed(
      String applicationId, String title, LocalDate on, int rank, @Nullable String reason)
      implements FundingEvent {}

  /**
   * @param appealUntil last day on which the notice can be appealed; null where it can't be
   * @param source where the periods of the proofs stand
   * @param reportingMonths length of a reporting period under Horizon; null where there is none
   * @param deMinimisAids what of it is de-minimis aid; empty in earlier versions
   * @param delivery not said by earlier versions, for which the day of receipt counted
   */
  @Revision("1")
  record GrantNoticeReceived(
      String applicationId,
      String reference,
      LocalDate receivedOn,
      long grantedCents,
      LocalDate periodFrom,
      LocalDate periodUntil,
      @Nullable LocalDate appealUntil,
      List<LocalDate> interimProofs,
      LocalDate proofOfUseDue,
      String source,
      @Nullable Integer reportingMonths,
      List<DeMinimisAid> deMinimisAids,
      @Nullable Delivery delivery)
      implements FundingEvent {
    public GrantNoticeReceived(
        String applicationId,
        String reference,
        LocalDate receivedOn,
        long grantedCents,
        LocalDate periodFrom,
        LocalDate periodUntil,
        LocalDate appealUntil,
        List<LocalDate> interimProofs,
        LocalDate proofOfUseDue,
        String source,
        @Nullable Integer reportingMonths,
        List<DeMinimisAid> deMinimisAids) {
      this(
          applicationId,
          reference,
          receivedOn,
          grantedCents,
          periodFrom,
          periodUntil,
          appealUntil,
          interimProofs,
          proofOfUseDue,
          source,
          reportingMonths,
          deMinimisAids,
          null);
    }

    public GrantNoticeReceived(
        String applicationId,
        String reference,
        LocalDate receivedOn,
        long grantedCents,
        LocalDate periodFrom,
        LocalDate periodUntil,
        LocalDate appealUntil,
        List<LocalDate> interimProofs,
        LocalDate proofOfUseDue,
        String source,
        @Nullable Integer reportingMonths) {
      this(
          applicationId,
          reference,
          receivedOn,
          grantedCents,
          periodFrom,
          periodUntil,
          appealUntil,
          interimProofs,
          proofOfUseDue,
          source,
          reportingMonths,
          List.of());
    }

    public GrantNoticeReceived {
      interimProofs = List.copyOf(interimProofs);
      deMinimisAids = deMinimisAids == null ? List.of() : List.copyOf(deMinimisAids);
    }
  }

  /**
   * @param contestUntil last day on which it can be contested; null in notices of earlier versions
   * @param delivery not said by earlier versions, for which the day of receipt counted
   */
  @Revision("1")
  record ApplicationRejected(
      String applicationId,
      String reference,
      LocalDate receivedOn,
      String reason,
      @Nullable LocalDate contestUntil,
      @Nullable Delivery delivery)
      implements FundingEvent {
    public ApplicationRejected(
        String applicationId,
        String reference,
        LocalDate receivedOn,
        String reason,
        @Nullable LocalDate contestUntil) {
      this(applicationId, reference, receivedOn, reason, contestUntil, null);
    }

    public ApplicationRejected(
        String applicationId, String reference, LocalDate receivedOn, String reason) {
      this(applicationId, reference, receivedOn, reason, null, null);
    }
  }

  @Revision("1")
  record GrantBecameFinal(String applicationId, LocalDate on, boolean waived)
      implements FundingEvent {}

  @Revision("1")
  record CooperationAgreementSigned(String applicationId, LocalDate signedOn)
      implements FundingEvent {}

  /**
   * @param number from 1
   * @param spendBy last day to spend it; null where the regime sets none
   * @param leftCents what is left of the whole grant
   * @param incurredCents costs that the partner had incurred, where the regime pays by them
   * @param incurredUntil the quarter's end until which
   * @param request number of the request for payment that it answers
   */
  @Revision("1")
  record FundsDrawn(
      String applicationId,
      int number,
      String partnerId,
      String name,
      long amountCents,
      LocalDate receivedOn,
      @Nullable LocalDate spendBy,
      long leftCents,
      @Nullable Long incurredCents,
      @Nullable LocalDate incurredUntil,
      @Nullable Integer request)
      implements FundingEvent {
    public FundsDrawn(
        String applicationId,
        int number,
        String partnerId,
        String name,
        long amountCents,
        LocalDate receivedOn,
        @Nullable LocalDate spendBy,
        long leftCents,
        @Nullable Long incurredCents,
        @Nullable LocalDate incurredUntil) {
      this(
          applicationId,
          number,
          partnerId,
          name,
          amountCents,
          receivedOn,
          spendBy,
          leftCents,
          incurredCents,
          incurredUntil,
          null);
    }

    public FundsDrawn(
        String applicationId,
        int number,
        String partnerId,
        String name,
        long amountCents,
        LocalDate receivedOn,
        @Nullable LocalDate spendBy,
        long leftCents) {
      this(
          applicationId,
          number,
          partnerId,
          name,
          amountCents,
          receivedOn,
          spendBy,
          leftCents,
          null,
          null);
    }
  }

  @Revision("1")
  record InterimProofSubmitted(String applicationId, LocalDate dueOn, LocalDate submittedOn)
      implements FundingEvent {}

  @Revision("1")
  record PurposeMet(String applicationId, LocalDate on, LocalDate proofOfUseDue)
      implements FundingEvent {}

  /**
   * @param unspentCents drawn but not spent: to be paid back
   * @param byPartner empty where only the sum is known, and in earlier versions
   */
  @Revision("1")
  record ProofOfUseSubmitted(
      String applicationId,
      LocalDate dueOn,
      LocalDate submittedOn,
      long spentCents,
      long unspentCents,
      List<PartnerProof> byPartner)
      implements FundingEvent {
    public ProofOfUseSubmitted(
        String applicationId,
        LocalDate dueOn,
        LocalDate submittedOn,
        long spentCents,
        long unspentCents) {
      this(applicationId, dueOn, submittedOn, spentCents, unspentCents, List.of());
    }

    public ProofOfUseSubmitted {
      byPartner = byPartner == null ? List.of() : List.copyOf(byPartner);
    }
  }

  @Revision("1")
  record ApplicationStopped(String applicationId, String title, String reason)
      implements FundingEvent {}

  @Revision("1")
  record ApplicationClosed(String applicationId, String title, @Nullable String lessons)
      implements FundingEvent {}

  @Revision("1")
  record ArrivalCorrected(
      String applicationId,
      Arrival arrival,
      LocalDateTime formerArrivedAt,
      @Nullable String formerReference,
      LocalDateTime arrivedAt,
      @Nullable String reference,
      boolean inTime,
      boolean decisive,
      String reason,
      @Nullable String corrects)
      implements FundingEvent, Correction {}

  /**
   * @param spendBy last day to spend it; null where the regime sets none
   * @param leftCents what is left of the whole grant
   */
  @Revision("1")
  record DrawDownCorrected(
      String applicationId,
      int number,
      String partnerId,
      String name,
      long formerAmountCents,
      LocalDate formerReceivedOn,
      @Nullable LocalDate formerSpendBy,
      long amountCents,
      LocalDate receivedOn,
      @Nullable LocalDate spendBy,
      long leftCents,
      String reason,
      @Nullable String corrects)
      implements FundingEvent, Correction {}

  @Revision("1")
  record InterimProofCorrected(
      String applicationId,
      LocalDate dueOn,
      LocalDate formerSubmittedOn,
      LocalDate submittedOn,
      String reason,
      @Nullable String corrects)
      implements FundingEvent, Correction {}

  /**
   * @param unspentCents drawn but not spent: to be paid back
   */
  @Revision("1")
  record ProofOfUseCorrected(
      String applicationId,
      LocalDate dueOn,
      LocalDate formerSubmittedOn,
      long formerSpentCents,
      long formerUnspentCents,
      LocalDate submittedOn,
      long spentCents,
      long unspentCents,
      String reason,
      List<PartnerProof> formerByPartner,
      List<PartnerProof> byPartner,
      @Nullable String corrects)
      implements FundingEvent, Correction {
    public ProofOfUseCorrected(
        String applicationId,
        LocalDate dueOn,
        LocalDate formerSubmittedOn,
        long formerSpentCents,
        long formerUnspentCents,
        LocalDate submittedOn,
        long spentCents,
        long unspentCents,
        String reason,
        @Nullable String corrects) {
      this(
          applicationId,
          dueOn,
          formerSubmittedOn,
          formerSpentCents,
          formerUnspentCents,
          submittedOn,
          spentCents,
          unspentCents,
          reason,
          List.of(),
          List.of(),
          corrects);
    }

    public ProofOfUseCorrected {
      formerByPartner = formerByPartner == null ? List.of() : List.copyOf(formerByPartner);
      byPartner = byPartner == null ? List.of() : List.copyOf(byPartner);
    }
  }

  /**
   * What the funder's examination found, as it is.
   *
   * @param total sum of the marks; null where there are none
   */
  @Revision("1")
  record EvaluationCorrected(
      String applicationId,
      @Nullable BigDecimal formerExcellence,
      @Nullable BigDecimal formerImpact,
      @Nullable BigDecimal formerImplementation,
      boolean formerPositive,
      @Nullable String formerStatement,
      @Nullable BigDecimal excellence,
      @Nullable BigDecimal impact,
      @Nullable BigDecimal implementation,
      @Nullable BigDecimal total,
      boolean positive,
      @Nullable String statement,
      String reason,
      @Nullable String corrects)
      implements FundingEvent, Correction {}

  /**
   * The invitation to the second stage, as it is.
   *
   * @param total sum of the marks; null where there are none
   */
  @Revision("1")
  record FirstStageCorrected(
      String applicationId,
      @Nullable BigDecimal formerExcellence,
      @Nullable BigDecimal formerImpact,
      @Nullable BigDecimal formerImplementation,
      String formerReference,
      LocalDate formerReceivedOn,
      @Nullable String formerStatement,
      @Nullable BigDecimal excellence,
      @Nullable BigDecimal impact,
      @Nullable BigDecimal implementation,
      @Nullable BigDecimal total,
      String reference,
      LocalDate receivedOn,
      @Nullable String statement,
      String reason,
      @Nullable String corrects)
      implements FundingEvent, Correction {}

  /**
   * The rejection notice as it is.
   *
   * @param grounds why the funder rejected
   * @param contestUntil last day of the next remedy
   * @param formerDelivery null where none was recorded
   * @param delivery null where none is recorded
   */
  @Revision("1")
  record RejectionCorrected(
      String applicationId,
      String formerReference,
      LocalDate formerReceivedOn,
      String formerGrounds,
      String reference,
      LocalDate receivedOn,
      String grounds,
      LocalDate contestUntil,
      @Nullable Delivery formerDelivery,
      @Nullable Delivery delivery,
      String reason,
      @Nullable String corrects)
      implements FundingEvent, Correction {
    public RejectionCorrected(
        String applicationId,
        String formerReference,
        LocalDate formerReceivedOn,
        String formerGrounds,
        String reference,
        LocalDate receivedOn,
        String grounds,
        LocalDate contestUntil,
        String reason,
        @Nullable String corrects) {
      this(
          applicationId,
          formerReference,
          formerReceivedOn,
          formerGrounds,
          reference,
          receivedOn,
          grounds,
          contestUntil,
          null,
          null,
          reason,
          corrects);
    }
  }
}
