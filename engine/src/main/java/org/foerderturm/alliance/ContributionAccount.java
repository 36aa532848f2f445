package org.foerderturm.alliance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.foerderturm.alliance.ContributionEvent.*;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** What is owed of one contribution, what came in, and what was paid back; in euro cents. */
final class ContributionAccount {
  /** Charged, or owed by right since an invoice was cancelled; without interest. */
  long amountCents;

  long openCents;
  boolean givenUp;
  @Nullable ContributionInvoiced invoice;

  /** Of the invoice or of its last correction. */
  @Nullable String invoiceToldBy;

  /** Numbers of cancelled invoices and of credit notes, in small letters: nobody has them again. */
  private final Set<String> usedNumbers = new HashSet<>();

  final List<Payment> payments = new ArrayList<>();
  final List<Payment> refunds = new ArrayList<>();
  final List<Claim> claims = new ArrayList<>();

  /**
   * @param toldBy id of the event that told it last
   */
  record Payment(long amountCents, LocalDate on, String toldBy) {}

  /**
   * Interest on default.
   *
   * @param until its last day
   * @param cents with the flat charge
   */
  record Claim(LocalDate until, long cents, long flatCents, boolean withdrawn) {}

  /** With the interest that was claimed and not withdrawn. */
  long owedCents() {
    return amountCents + claims.stream().mapToLong(each -> each.withdrawn ? 0 : each.cents).sum();
  }

  /** What came in and was not paid back. */
  long paidCents() {
    return sum(payments) - sum(refunds);
  }

  long overpaidCents() {
    return Math.max(0, paidCents() - owedCents());
  }

  /** What would be open if so much more were owed, or less. */
  long openWith(long moreCents) {
    return Math.max(0, owedCents() + moreCents - paidCents());
  }

  ContributionInvoiced invoice() {
    if (invoice == null) throw new Rejected("contribution-not-invoiced");
    return invoice;
  }

  /** Refuses a number that a cancelled invoice of this contribution or a credit note has. */
  void mustBeUnused(String number) {
    if (usedNumbers.contains(number.strip().toLowerCase(Locale.ROOT)))
      throw new Rejected("invoice-number-used", Map.of("number", number.strip()));
  }

  void mustNotBeGivenUp() {
    if (givenUp) throw new Rejected("contribution-given-up");
  }

  private static long sum(List<Payment> payments) {
    return payments.stream().mapToLong(Payment::amountCents).sum();
  }

  @EventSourcingHandler
  void on(ContributionCharged e) {
    amountCents = e.amountCents();
    openCents = e.amountCents();
  }

  @EventSourcingHandler
  void on(ContributionInvoiced e, @MessageIdentifier String id) {
    invoice = e;
    invoiceToldBy = id;
  }

  @EventSourcingHandler
  void on(InvoiceCorrected e, @MessageIdentifier String id) {
    amountCents += e.amountCents() - e.formerAmountCents();
    openCents = e.openCents();
    invoice =
        new ContributionInvoiced(
            e.contributionId(),
            e.number(),
            e.invoicedOn(),
            e.dueOn(),
            e.amountCents(),
            e.receivedOn());
    invoiceToldBy = id;
  }

  @EventSourcingHandler
  void on(InvoiceCancelled e) {
    invoice = null;
    for (var number : List.of(e.invoiceNumber(), e.number()))
      usedNumbers.add(number.toLowerCase(Locale.ROOT));
    claims.clear();
    amountCents = e.amountCents();
    openCents = e.openCents();
  }

  @EventSourcingHandler
  void on(ContributionPaid e, @MessageIdentifier String id) {
    openCents = e.openCents();
    payments.add(new Payment(e.amountCents(), e.receivedOn(), id));
  }

  @EventSourcingHandler
  void on(ContributionPaymentCorrected e, @MessageIdentifier String id) {
    openCents = e.openCents();
    payments.set(e.number() - 1, new Payment(e.amountCents(), e.receivedOn(), id));
  }

  @EventSourcingHandler
  void on(ContributionRefunded e, @MessageIdentifier String id) {
    refunds.add(new Payment(e.amountCents(), e.refundedOn(), id));
  }

  @EventSourcingHandler
  void on(ContributionRefundCorrected e, @MessageIdentifier String id) {
    openCents = e.openCents();
    refunds.set(e.number() - 1, new Payment(e.amountCents(), e.refundedOn(), id));
  }

  @EventSourcingHandler
  void on(DefaultInterestClaimed e) {
    openCents = e.openCents();
    claims.add(new Claim(e.until(), e.interestCents() + e.flatCents(), e.flatCents(), false));
  }

  @EventSourcingHandler
  void on(DefaultInterestWithdrawn e) {
    openCents = e.openCents();
    var claim = claims.get(e.number() - 1);
    claims.set(e.number() - 1, new Claim(claim.until, claim.cents, claim.flatCents, true));
  }

  @EventSourcingHandler
  void on(ContributionWaived e) {
    givenUp = true;
    openCents = 0;
  }

  @EventSourcingHandler
  void on(ContributionWrittenOff e) {
    givenUp = true;
    openCents = 0;
  }
}
