package org.foerderturm.funding;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.foerderturm.alliance.DefaultInterest;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Event;
import org.jspecify.annotations.Nullable;

/** Facts about a grant after its notice, in the application's stream. Money is in euro cents. */
public sealed interface GrantEvent extends Event {

  String applicationId();

  /**
   * @param number from 1 within the grant
   * @param title of the application
   * @param grantees whose budgets can change
   */
  @Revision("1")
  record GrantChangeBegun(
      String applicationId,
      String changeId,
      int number,
      GrantChangeKind kind,
      String title,
      List<Applicant> grantees,
      LocalDate periodUntil)
      implements GrantEvent {
    public GrantChangeBegun {
      grantees = List.copyOf(grantees);
    }
  }

  /**
   * @param name of the partner; null for an extension
   * @param consentNeeded whether the funder must consent
   * @param source where that stands
   * @param facts that a successor's own rate hangs on; not said by earlier versions
   */
  @Revision("1")
  record GrantChangeDrafted(
      String applicationId,
      String changeId,
      GrantChangeKind kind,
      @Nullable String partnerId,
      @Nullable String name,
      @Nullable CostRow fromRow,
      @Nullable CostRow toRow,
      @Nullable Long amountCents,
      @Nullable LocalDate periodUntil,
      @Nullable String successor,
      String reason,
      boolean consentNeeded,
      String source,
      @Nullable AidFacts facts)
      implements GrantEvent {
    public GrantChangeDrafted(
        String applicationId,
        String changeId,
        GrantChangeKind kind,
        @Nullable String partnerId,
        @Nullable String name,
        @Nullable CostRow fromRow,
        @Nullable CostRow toRow,
        @Nullable Long amountCents,
        @Nullable LocalDate periodUntil,
        @Nullable String successor,
        String reason,
        boolean consentNeeded,
        String source) {
      this(
          applicationId,
          changeId,
          kind,
          partnerId,
          name,
          fromRow,
          toRow,
          amountCents,
          periodUntil,
          successor,
          reason,
          consentNeeded,
          source,
          null);
    }
  }

  @Revision("1")
  record GrantChangePut(String applicationId, String changeId, LocalDate putOn)
      implements GrantEvent {}

  /**
   * @param delivery how the answer came; not said by earlier versions
   */
  @Revision("1")
  record GrantChangeConsented(
      String applicationId,
      String changeId,
      LocalDate decidedOn,
      @Nullable String reference,
      @Nullable Delivery delivery)
      implements GrantEvent {
    public GrantChangeConsented(
        String applicationId, String changeId, LocalDate decidedOn, @Nullable String reference) {
      this(applicationId, changeId, decidedOn, reference, null);
    }
  }

  /**
   * @param delivery how the answer came; not said by earlier versions
   */
  @Revision("1")
  record GrantChangeRefused(
      String applicationId,
      String changeId,
      LocalDate decidedOn,
      String reason,
      @Nullable Delivery delivery)
      implements GrantEvent {
    public GrantChangeRefused(
        String applicationId, String changeId, LocalDate decidedOn, String reason) {
      this(applicationId, changeId, decidedOn, reason, null);
    }
  }

  @Revision("1")
  record GrantChangeWithdrawn(String applicationId, String changeId, String reason)
      implements GrantEvent {}

  /**
   * Money moved between two cost rows.
   *
   * @param lines all rows of the partner as they are now
   * @param consented whether the funder did; else it lay within the margin of the regime
   */
  @Revision("1")
  record BudgetReallocated(
      String applicationId,
      String changeId,
      String partnerId,
      String name,
      CostRow fromRow,
      CostRow toRow,
      long amountCents,
      List<BudgetLine> lines,
      boolean consented)
      implements GrantEvent {
    public BudgetReallocated {
      lines = List.copyOf(lines);
    }
  }

  /**
   * @param interimProofs all days on which one is due, those given already included
   */
  @Revision("1")
  record GrantPeriodExtended(
      String applicationId,
      String changeId,
      LocalDate periodFrom,
      LocalDate periodUntil,
      List<LocalDate> interimProofs,
      LocalDate proofOfUseDue,
      String source)
      implements GrantEvent {
    public GrantPeriodExtended {
      interimProofs = List.copyOf(interimProofs);
    }
  }

  /**
   * A partner's place in the budget passed to another: what was drawn counts for the place.
   *
   * @param grantees all partners as they are now
   * @param deMinimisCents what the successor gets as de-minimis aid, 0 for none; not said by
   *     earlier versions, which took over that of the partner
   */
  @Revision("1")
  record GranteeReplaced(
      String applicationId,
      String changeId,
      String partnerId,
      String name,
      String successorId,
      String successorName,
      List<Applicant> grantees,
      @Nullable Long deMinimisCents)
      implements GrantEvent {
    public GranteeReplaced(
        String applicationId,
        String changeId,
        String partnerId,
        String name,
        String successorId,
        String successorName,
        List<Applicant> grantees) {
      this(applicationId, changeId, partnerId, name, successorId, successorName, grantees, null);
    }

    public GranteeReplaced {
      grantees = List.copyOf(grantees);
    }
  }

  /**
   * @param deMinimisAids what of the grant is de-minimis aid; empty in earlier versions
   * @param remedy not said by earlier versions, which knew objections only
   */
  @Revision("1")
  record ObjectionFiled(
      String applicationId,
      LocalDate filedOn,
      String reason,
      List<DeMinimisAid> deMinimisAids,
      @Nullable Remedy remedy)
      implements GrantEvent {
    public ObjectionFiled(
        String applicationId, LocalDate filedOn, String reason, List<DeMinimisAid> deMinimisAids) {
      this(applicationId, filedOn, reason, deMinimisAids, null);
    }

    public ObjectionFiled(String applicationId, LocalDate filedOn, String reason) {
      this(applicationId, filedOn, reason, List.of());
    }

    public ObjectionFiled {
      deMinimisAids = deMinimisAids == null ? List.of() : List.copyOf(deMinimisAids);
    }
  }

  /**
   * @param appealUntil last day on which the decision itself can be appealed
   * @param deMinimisAids what of the grant is de-minimis aid now; empty in earlier versions
   * @param remedy that is decided; not said by earlier versions, which knew objections only
   * @param delivery not said by earlier versions, for which the day of the decision counted
   */
  @Revision("1")
  record ObjectionDecided(
      String applicationId,
      ObjectionResult result,
      LocalDate decidedOn,
      @Nullable String reference,
      long grantedCents,
      LocalDate appealUntil,
      List<DeMinimisAid> deMinimisAids,
      @Nullable Remedy remedy,
      @Nullable Delivery delivery)
      implements GrantEvent {
    public ObjectionDecided(
        String applicationId,
        ObjectionResult result,
        LocalDate decidedOn,
        @Nullable String reference,
        long grantedCents,
        LocalDate appealUntil,
        List<DeMinimisAid> deMinimisAids) {
      this(
          applicationId,
          result,
          decidedOn,
          reference,
          grantedCents,
          appealUntil,
          deMinimisAids,
          null,
          null);
    }

    public ObjectionDecided(
        String applicationId,
        ObjectionResult result,
        LocalDate decidedOn,
        @Nullable String reference,
        long grantedCents,
        LocalDate appealUntil) {
      this(applicationId, result, decidedOn, reference, grantedCents, appealUntil, List.of());
    }

    public ObjectionDecided {
      deMinimisAids = deMinimisAids == null ? List.of() : List.copyOf(deMinimisAids);
    }
  }

  /**
   * @param until last day on which it could be contested
   */
  @Revision("1")
  record RejectionContested(
      String applicationId, Remedy remedy, LocalDate filedOn, String reason, LocalDate until)
      implements GrantEvent {}

  /**
   * @param further whether an action is possible
   * @param furtherUntil last day of it; null if it is not
   * @param delivery not said by earlier versions, for which the day of the decision counted
   */
  @Revision("1")
  record ContestDecided(
      String applicationId,
      Remedy remedy,
      ObjectionResult result,
      LocalDate decidedOn,
      @Nullable String reference,
      boolean further,
      @Nullable LocalDate furtherUntil,
      @Nullable Delivery delivery)
      implements GrantEvent {
    public ContestDecided(
        String applicationId,
        Remedy remedy,
        ObjectionResult result,
        LocalDate decidedOn,
        @Nullable String reference,
        boolean further,
        @Nullable LocalDate furtherUntil) {
      this(applicationId, remedy, result, decidedOn, reference, further, furtherUntil, null);
    }
  }

  /** The rejection stands no more: another notice is awaited. */
  @Revision("1")
  record RejectionLifted(String applicationId, String title, Remedy remedy, LocalDate on)
      implements GrantEvent {}

  @Revision("1")
  record PaymentsStopped(String applicationId, LocalDate since, String reason)
      implements GrantEvent {}

  @Revision("1")
  record PaymentStopLifted(String applicationId, LocalDate liftedOn, @Nullable String reason)
      implements GrantEvent {}

  /**
   * @param grantedCents what is left of the grant
   * @param refundCents what was drawn beyond that and must be paid back
   * @param whole whether nothing is left
   * @param deMinimisAids what of the rest is de-minimis aid; empty in earlier versions
   * @param delivery not said by earlier versions
   */
  @Revision("1")
  record GrantRevoked(
      String applicationId,
      String reference,
      LocalDate receivedOn,
      long amountCents,
      long grantedCents,
      long refundCents,
      LocalDate refundDueOn,
      String reason,
      boolean whole,
      List<DeMinimisAid> deMinimisAids,
      @Nullable Delivery delivery)
      implements GrantEvent {
    public GrantRevoked(
        String applicationId,
        String reference,
        LocalDate receivedOn,
        long amountCents,
        long grantedCents,
        long refundCents,
        LocalDate refundDueOn,
        String reason,
        boolean whole,
        List<DeMinimisAid> deMinimisAids) {
      this(
          applicationId,
          reference,
          receivedOn,
          amountCents,
          grantedCents,
          refundCents,
          refundDueOn,
          reason,
          whole,
          deMinimisAids,
          null);
    }

    public GrantRevoked(
        String applicationId,
        String reference,
        LocalDate receivedOn,
        long amountCents,
        long grantedCents,
        long refundCents,
        LocalDate refundDueOn,
        String reason,
        boolean whole) {
      this(
          applicationId,
          reference,
          receivedOn,
          amountCents,
          grantedCents,
          refundCents,
          refundDueOn,
          reason,
          whole,
          List.of());
    }

    public GrantRevoked {
      deMinimisAids = deMinimisAids == null ? List.of() : List.copyOf(deMinimisAids);
    }
  }

  /**
   * @param number from 1
   * @param openCents what must still be paid back
   * @param partnerId by whom; null if that was not said
   */
  @Revision("1")
  record FundsRefunded(
      String applicationId,
      int number,
      long amountCents,
      LocalDate paidOn,
      long openCents,
      @Nullable String partnerId)
      implements GrantEvent {
    public FundsRefunded(
        String applicationId, int number, long amountCents, LocalDate paidOn, long openCents) {
      this(applicationId, number, amountCents, paidOn, openCents, null);
    }
  }

  /**
   * What the funder's examination of the proof of use found for one partner.
   *
   * @param cutCents what of the grant is not recognised
   * @param cutCostsCents what of the costs is not recognised; null if nobody said
   * @param recognisedCents what of the grant is
   * @param refundCents what was paid beyond that, and must be paid back
   * @param openCents what must be paid back in all
   */
  @Revision("1")
  record ProofExamined(
      String applicationId,
      String partnerId,
      String name,
      LocalDate decidedOn,
      @Nullable String reference,
      long cutCents,
      @Nullable Long cutCostsCents,
      long recognisedCents,
      long refundCents,
      @Nullable LocalDate refundDueOn,
      @Nullable String grounds,
      long openCents)
      implements GrantEvent {}

  /** The result of the examination as it is. */
  @Revision("1")
  record ProofResultCorrected(
      String applicationId,
      String partnerId,
      String name,
      LocalDate formerDecidedOn,
      @Nullable String formerReference,
      long formerCutCents,
      @Nullable Long formerCutCostsCents,
      long formerRecognisedCents,
      long formerRefundCents,
      @Nullable LocalDate formerRefundDueOn,
      @Nullable String formerGrounds,
      LocalDate decidedOn,
      @Nullable String reference,
      long cutCents,
      @Nullable Long cutCostsCents,
      long recognisedCents,
      long refundCents,
      @Nullable LocalDate refundDueOn,
      @Nullable String grounds,
      long openCents,
      String reason,
      @Nullable String corrects)
      implements GrantEvent, Correction {}

  /**
   * Interest on what one partner must pay back.
   *
   * @param number from 1
   * @param until last day
   * @param mostCents what the rule gives for these days
   * @param cents what the funder asks for
   * @param stretches days with one principal and one rate each, in order
   * @param source where the rates stand
   */
  @Revision("1")
  record RepaymentInterestClaimed(
      String applicationId,
      int number,
      String partnerId,
      String name,
      LocalDate from,
      LocalDate until,
      long mostCents,
      long cents,
      List<DefaultInterest.Stretch> stretches,
      String source)
      implements GrantEvent {
    public RepaymentInterestClaimed {
      stretches = List.copyOf(stretches);
    }
  }

  /** Claimed interest as it is. */
  @Revision("1")
  record RepaymentInterestCorrected(
      String applicationId,
      int number,
      String partnerId,
      String name,
      LocalDate formerFrom,
      LocalDate formerUntil,
      long formerCents,
      LocalDate from,
      LocalDate until,
      long mostCents,
      long cents,
      List<DefaultInterest.Stretch> stretches,
      String source,
      String reason,
      @Nullable String corrects)
      implements GrantEvent, Correction {
    public RepaymentInterestCorrected {
      stretches = List.copyOf(stretches);
    }
  }

  /**
   * What of the grant is whose.
   *
   * @param refundCents what partners drew above their own sum, and must be paid back
   * @param dues of the partners whose own notice says otherwise than that of the whole; empty in
   *     earlier versions
   */
  @Revision("1")
  record GrantSharesStated(
      String applicationId, List<PartnerGrant> shares, long refundCents, List<PartnerDue> dues)
      implements GrantEvent {
    public GrantSharesStated(String applicationId, List<PartnerGrant> shares, long refundCents) {
      this(applicationId, shares, refundCents, List.of());
    }

    public GrantSharesStated {
      shares = List.copyOf(shares);
      dues = dues == null ? List.of() : List.copyOf(dues);
    }
  }

  /**
   * @param number from 1
   */
  @Revision("1")
  record PaymentRequested(
      String applicationId,
      int number,
      String partnerId,
      String name,
      long amountCents,
      LocalDate requestedOn)
      implements GrantEvent {}

  /**
   * @param cutCents what of the request was not approved; it may be asked for again
   * @param reason null if it was approved in full
   */
  @Revision("1")
  record PaymentRequestAnswered(
      String applicationId,
      int number,
      String name,
      long approvedCents,
      long cutCents,
      LocalDate answeredOn,
      @Nullable String reason)
      implements GrantEvent {}

  /** What the funder said to a request, as it is. */
  @Revision("1")
  record PaymentAnswerCorrected(
      String applicationId,
      int number,
      String name,
      long formerApprovedCents,
      LocalDate formerAnsweredOn,
      @Nullable String formerGrounds,
      long approvedCents,
      long cutCents,
      LocalDate answeredOn,
      @Nullable String grounds,
      String reason,
      @Nullable String corrects)
      implements GrantEvent, Correction {}

  @Revision("1")
  record PaymentRequestWithdrawn(String applicationId, int number, String name, String reason)
      implements GrantEvent {}

  /**
   * What the funder approved of a partner's cost rows.
   *
   * @param rows in the order of the form; what is not named was struck out
   */
  @Revision("1")
  record ApprovedRowsStated(
      String applicationId, String partnerId, String name, List<ApprovedRow> rows)
      implements GrantEvent {
    public ApprovedRowsStated {
      rows = List.copyOf(rows);
    }
  }

  @Revision("1")
  record BudgetYearClosed(String applicationId, int year, LocalDate closedOn)
      implements GrantEvent {}

  @Revision("1")
  record BudgetYearReopened(String applicationId, int year, String reason) implements GrantEvent {}

  /**
   * @param number of the refund, from 1
   * @param openCents what must still be paid back
   */
  @Revision("1")
  record RefundCorrected(
      String applicationId,
      int number,
      long formerAmountCents,
      LocalDate formerPaidOn,
      long amountCents,
      LocalDate paidOn,
      long openCents,
      String reason,
      @Nullable String corrects)
      implements GrantEvent, Correction {}

  /**
   * A day that was recorded wrongly.
   *
   * @param on the right one
   */
  @Revision("1")
  record GrantDayCorrected(
      String applicationId,
      GrantDay day,
      LocalDate formerOn,
      LocalDate on,
      String reason,
      @Nullable String corrects)
      implements GrantEvent, Correction {}

  /**
   * The notice as it is, with what follows from it.
   *
   * @param appealUntil last day on which the notice can be appealed; null where it can't be
   * @param interimProofs all days on which one is due, those given already included
   * @param source where the periods of the proofs stand
   * @param deMinimisAids what of it is de-minimis aid
   * @param formerDelivery null where none was recorded
   * @param delivery null where none is recorded
   */
  @Revision("1")
  record GrantNoticeCorrected(
      String applicationId,
      String formerReference,
      LocalDate formerReceivedOn,
      long formerGrantedCents,
      LocalDate formerPeriodFrom,
      LocalDate formerPeriodUntil,
      String reference,
      LocalDate receivedOn,
      long grantedCents,
      LocalDate periodFrom,
      LocalDate periodUntil,
      @Nullable LocalDate appealUntil,
      List<LocalDate> interimProofs,
      LocalDate proofOfUseDue,
      String source,
      List<DeMinimisAid> deMinimisAids,
      @Nullable Delivery formerDelivery,
      @Nullable Delivery delivery,
      String reason,
      @Nullable String corrects)
      implements GrantEvent, Correction {
    public GrantNoticeCorrected(
        String applicationId,
        String formerReference,
        LocalDate formerReceivedOn,
        long formerGrantedCents,
        LocalDate formerPeriodFrom,
        LocalDate formerPeriodUntil,
        String reference,
        LocalDate receivedOn,
        long grantedCents,
        LocalDate periodFrom,
        LocalDate periodUntil,
        LocalDate appealUntil,
        List<LocalDate> interimProofs,
        LocalDate proofOfUseDue,
        String source,
        List<DeMinimisAid> deMinimisAids,
        String reason,
        @Nullable String corrects) {
      this(
          applicationId,
          formerReference,
          formerReceivedOn,
          formerGrantedCents,
          formerPeriodFrom,
          formerPeriodUntil,
          reference,
          receivedOn,
          grantedCents,
          periodFrom,
          periodUntil,
          appealUntil,
          interimProofs,
          proofOfUseDue,
          source,
          deMinimisAids,
          null,
          null,
          reason,
          corrects);
    }

    public GrantNoticeCorrected {
      interimProofs = List.copyOf(interimProofs);
      deMinimisAids = List.copyOf(deMinimisAids);
    }
  }

  /**
   * The decision on an objection as it is.
   *
   * @param appealUntil last day on which the decision itself can be appealed
   * @param deMinimisAids what of the grant is de-minimis aid
   * @param formerDelivery null where none was recorded
   * @param delivery null where none is recorded
   */
  @Revision("1")
  record ObjectionDecisionCorrected(
      String applicationId,
      ObjectionResult result,
      LocalDate formerDecidedOn,
      @Nullable String formerReference,
      long formerGrantedCents,
      LocalDate decidedOn,
      @Nullable String reference,
      long grantedCents,
      LocalDate appealUntil,
      List<DeMinimisAid> deMinimisAids,
      @Nullable Delivery formerDelivery,
      @Nullable Delivery delivery,
      String reason,
      @Nullable String corrects)
      implements GrantEvent, Correction {
    public ObjectionDecisionCorrected(
        String applicationId,
        ObjectionResult result,
        LocalDate formerDecidedOn,
        @Nullable String formerReference,
        long formerGrantedCents,
        LocalDate decidedOn,
        @Nullable String reference,
        long grantedCents,
        LocalDate appealUntil,
        List<DeMinimisAid> deMinimisAids,
        String reason,
        @Nullable String corrects) {
      this(
          applicationId,
          result,
          formerDecidedOn,
          formerReference,
          formerGrantedCents,
          decidedOn,
          reference,
          grantedCents,
          appealUntil,
          deMinimisAids,
          null,
          null,
          reason,
          corrects);
    }

    public ObjectionDecisionCorrected {
      deMinimisAids = List.copyOf(deMinimisAids);
    }
  }

  /**
   * The decision on a contested rejection as it is.
   *
   * @param furtherUntil last day of the action that is left; null if nothing is
   * @param formerDelivery null where none was recorded
   * @param delivery null where none is recorded
   */
  @Revision("1")
  record ContestDecisionCorrected(
      String applicationId,
      Remedy remedy,
      ObjectionResult result,
      LocalDate formerDecidedOn,
      @Nullable String formerReference,
      LocalDate decidedOn,
      @Nullable String reference,
      @Nullable LocalDate furtherUntil,
      @Nullable Delivery formerDelivery,
      @Nullable Delivery delivery,
      String reason,
      @Nullable String corrects)
      implements GrantEvent, Correction {
    public ContestDecisionCorrected(
        String applicationId,
        Remedy remedy,
        ObjectionResult result,
        LocalDate formerDecidedOn,
        @Nullable String formerReference,
        LocalDate decidedOn,
        @Nullable String reference,
        @Nullable LocalDate furtherUntil,
        String reason,
        @Nullable String corrects) {
      this(
          applicationId,
          remedy,
          result,
          formerDecidedOn,
          formerReference,
          decidedOn,
          reference,
          furtherUntil,
          null,
          null,
          reason,
          corrects);
    }
  }

  /**
   * A revocation as it is.
   *
   * @param number of the revocation, from 1
   * @param amountCents by how much it lowers the grant
   * @param grounds why the funder revoked
   * @param grantedCents what is left of the grant
   * @param refundCents what is drawn beyond that and must be paid back because of it
   * @param whole whether nothing is left
   * @param openCents what must still be paid back in all
   * @param formerDelivery null where none was recorded
   * @param delivery null where none is recorded
   */
  @Revision("1")
  record RevocationCorrected(
      String applicationId,
      int number,
      String formerReference,
      LocalDate formerReceivedOn,
      long formerAmountCents,
      LocalDate formerRefundDueOn,
      String formerGrounds,
      long formerRefundCents,
      String reference,
      LocalDate receivedOn,
      long amountCents,
      LocalDate refundDueOn,
      String grounds,
      long refundCents,
      long grantedCents,
      boolean whole,
      long openCents,
      List<DeMinimisAid> deMinimisAids,
      @Nullable Delivery formerDelivery,
      @Nullable Delivery delivery,
      String reason,
      @Nullable String corrects)
      implements GrantEvent, Correction {
    public RevocationCorrected(
        String applicationId,
        int number,
        String formerReference,
        LocalDate formerReceivedOn,
        long formerAmountCents,
        LocalDate formerRefundDueOn,
        String formerGrounds,
        long formerRefundCents,
        String reference,
        LocalDate receivedOn,
        long amountCents,
        LocalDate refundDueOn,
        String grounds,
        long refundCents,
        long grantedCents,
        boolean whole,
        long openCents,
        List<DeMinimisAid> deMinimisAids,
        String reason,
        @Nullable String corrects) {
      this(
          applicationId,
          number,
          formerReference,
          formerReceivedOn,
          formerAmountCents,
          formerRefundDueOn,
          formerGrounds,
          formerRefundCents,
          reference,
          receivedOn,
          amountCents,
          refundDueOn,
          grounds,
          refundCents,
          grantedCents,
          whole,
          openCents,
          deMinimisAids,
          null,
          null,
          reason,
          corrects);
    }

    public RevocationCorrected {
      deMinimisAids = List.copyOf(deMinimisAids);
    }
  }
}
