package org.foerderturm.alliance;

import java.time.LocalDate;
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

  @Revision("1")
  record ContributionInvoiced(
      String contributionId, String number, LocalDate invoicedOn, LocalDate dueOn, long amountCents)
      implements ContributionEvent {}

  /**
   * @param paidCents in all so far
   * @param openCents still owed
   */
  @Revision("1")
  record ContributionPaid(
      String contributionId, long amountCents, LocalDate receivedOn, long paidCents, long openCents)
      implements ContributionEvent {}

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
      @Nullable String corrects)
      implements ContributionEvent, Correction {}

  /**
   * @param number of the invoice
   * @param amountCents what the invoice asks for
   * @param openCents still owed
   * @param paidCents in all so far
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
      @Nullable String corrects)
      implements ContributionEvent, Correction {
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
}
