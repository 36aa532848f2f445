package org.foerderturm.alliance;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Event;
import org.jspecify.annotations.Nullable;

/** What happened to a contribution, from the charge to its settlement. Money is in euro cents. */
public sealed interface ContributionEvent extends Event {

  String contributionId();

  @Revision("1")
  record ContributionCharged(
      String contributionId,
      String memberId,
      String memberName,
      int year,
      Terms terms,
      long amountCents)
      implements ContributionEvent {}

  /**
   * @param receivedOn when the member got the invoice, if that was said
   */
  @Revision("1")
  record ContributionInvoiced(
      String contributionId,
      String number,
      LocalDate invoicedOn,
      LocalDate dueOn,
      long amountCents,
      @Nullable LocalDate receivedOn)
      implements ContributionEvent {
    public ContributionInvoiced(
        String contributionId,
        String number,
        LocalDate invoicedOn,
        LocalDate dueOn,
        long amountCents) {
      this(contributionId, number, invoicedOn, dueOn, amountCents, null);
    }
  }

  /**
   * @param paidCents in all so far
   * @param openCents still owed
   * @param overpaidCents to be paid back; null if nothing is
   */
  @Revision("1")
  record ContributionPaid(
      String contributionId,
      long amountCents,
      LocalDate receivedOn,
      long paidCents,
      long openCents,
      @Nullable Long overpaidCents)
      implements ContributionEvent {
    public ContributionPaid(
        String contributionId,
        long amountCents,
        LocalDate receivedOn,
        long paidCents,
        long openCents) {
      this(contributionId, amountCents, receivedOn, paidCents, openCents, null);
    }
  }

  @Revision("1")
  record ContributionReminded(
      String contributionId, int count, LocalDate remindedOn, long openCents)
      implements ContributionEvent {}

  @Revision("1")
  record ContributionDeferred(String contributionId, LocalDate until, String reason)
      implements ContributionEvent {}

  @Revision("1")
  record ContributionDefaulted(String contributionId, LocalDate declaredOn, long openCents)
      implements ContributionEvent {}

  @Revision("1")
  record ContributionWaived(String contributionId, long waivedCents, String reason)
      implements ContributionEvent {}

  @Revision("1")
  record ContributionWrittenOff(String contributionId, long writtenOffCents, String reason)
      implements ContributionEvent {}

  /**
   * @param number of the payment, from 1
   * @param paidCents in all, with the right amount
   * @param openCents still owed
   * @param dueOn by which what is open must be paid
   * @param overpaidCents to be paid back; null if nothing is
   */
  @Revision("1")
  record ContributionPaymentCorrected(
      String contributionId,
      int number,
      long formerAmountCents,
      LocalDate formerReceivedOn,
      long amountCents,
      LocalDate receivedOn,
      long paidCents,
      long openCents,
      LocalDate dueOn,
      String reason,
      @Nullable Long overpaidCents,
      @Nullable String corrects)
      implements ContributionEvent, Correction {
    public ContributionPaymentCorrected(
        String contributionId,
        int number,
        long formerAmountCents,
        LocalDate formerReceivedOn,
        long amountCents,
        LocalDate receivedOn,
        long paidCents,
        long openCents,
        LocalDate dueOn,
        String reason,
        @Nullable String corrects) {
      this(
          contributionId,
          number,
          formerAmountCents,
          formerReceivedOn,
          amountCents,
          receivedOn,
          paidCents,
          openCents,
          dueOn,
          reason,
          null,
          corrects);
    }
  }

  /**
   * @param number of the invoice
   * @param amountCents what the invoice asks for
   * @param openCents still owed
   * @param paidCents in all so far
   * @param receivedOn when the member got it, if that was said
   */
  @Revision("1")
  record InvoiceCorrected(
      String contributionId,
      String formerNumber,
      LocalDate formerInvoicedOn,
      LocalDate formerDueOn,
      long formerAmountCents,
      String number,
      LocalDate invoicedOn,
      LocalDate dueOn,
      long amountCents,
      long openCents,
      long paidCents,
      String reason,
      @Nullable LocalDate receivedOn,
      @Nullable String corrects)
      implements ContributionEvent, Correction {
    public InvoiceCorrected(
        String contributionId,
        String formerNumber,
        LocalDate formerInvoicedOn,
        LocalDate formerDueOn,
        long formerAmountCents,
        String number,
        LocalDate invoicedOn,
        LocalDate dueOn,
        long amountCents,
        long openCents,
        long paidCents,
        String reason,
        @Nullable String corrects) {
      this(
          contributionId,
          formerNumber,
          formerInvoicedOn,
          formerDueOn,
          formerAmountCents,
          number,
          invoicedOn,
          dueOn,
          amountCents,
          openCents,
          paidCents,
          reason,
          null,
          corrects);
    }

    boolean changesNothing() {
      return formerNumber.equals(number)
          && formerInvoicedOn.equals(invoicedOn)
          && formerDueOn.equals(dueOn)
          && formerAmountCents == amountCents;
    }
  }

  /**
   * A day that was recorded wrongly.
   *
   * @param number of the reminder or deferral, from 1
   * @param on the right one
   */
  @Revision("1")
  record ContributionDayCorrected(
      String contributionId,
      ContributionDay day,
      int number,
      LocalDate formerOn,
      LocalDate on,
      String reason,
      @Nullable String corrects)
      implements ContributionEvent, Correction {}

  /**
   * A credit note took a wrong invoice back, with the interest that was claimed on it.
   *
   * @param invoiceNumber the one that is cancelled
   * @param invoiceCents what it asked for
   * @param number of the credit note
   * @param owedCents what was owed until then, with interest
   * @param amountCents what is owed by right
   * @param paidCents in all so far
   * @param openCents still owed, to be invoiced anew
   * @param overpaidCents to be paid back
   */
  @Revision("1")
  record InvoiceCancelled(
      String contributionId,
      String invoiceNumber,
      long invoiceCents,
      String number,
      LocalDate cancelledOn,
      long owedCents,
      long amountCents,
      long paidCents,
      long openCents,
      long overpaidCents,
      String reason)
      implements ContributionEvent {}

  /**
   * @param overpaidCents what is left to be paid back
   */
  @Revision("1")
  record ContributionRefunded(
      String contributionId, long amountCents, LocalDate refundedOn, long overpaidCents)
      implements ContributionEvent {}

  /**
   * @param number of the refund, from 1
   * @param openCents owed again
   * @param overpaidCents to be paid back
   */
  @Revision("1")
  record ContributionRefundCorrected(
      String contributionId,
      int number,
      long formerAmountCents,
      LocalDate formerRefundedOn,
      long amountCents,
      LocalDate refundedOn,
      long openCents,
      long overpaidCents,
      String reason,
      @Nullable String corrects)
      implements ContributionEvent, Correction {}

  /**
   * Interest on what is not paid in time, and once the flat charge (BGB § 288).
   *
   * @param from first day
   * @param until last day
   * @param stretches by rate and by what was open
   * @param openCents owed in all
   * @param dueOn by which the contribution was to be paid
   * @param source of the rates
   */
  @Revision("1")
  record DefaultInterestClaimed(
      String contributionId,
      LocalDate from,
      LocalDate until,
      List<DefaultInterest.Stretch> stretches,
      long interestCents,
      long flatCents,
      long openCents,
      LocalDate dueOn,
      String source)
      implements ContributionEvent {}

  /**
   * @param number of the claim, from 1
   * @param cents interest and flat charge of it
   * @param dueOn by which the contribution was to be paid
   */
  @Revision("1")
  record DefaultInterestWithdrawn(
      String contributionId,
      int number,
      long cents,
      long openCents,
      long overpaidCents,
      LocalDate dueOn,
      String reason)
      implements ContributionEvent {}
}
