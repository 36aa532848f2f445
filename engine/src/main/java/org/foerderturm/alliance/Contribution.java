package org.foerderturm.alliance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.AggregateRoot;
import org.foerderturm.alliance.ContributionCommand.*;
import org.foerderturm.alliance.ContributionEvent.*;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Invoices;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * What one member owes for one year: charged by {@link Member}, then invoiced, then paid at once or
 * in parts. What is not paid is deferred, waived or written off. What was charged stays, unless a
 * wrong invoice is corrected.
 */
@AggregateRoot
class Contribution {
  @AggregateIdentifier
  @SuppressWarnings("unused")
  private @Nullable String contributionId;

  @AggregateMember private final ContributionAccount account = new ContributionAccount();
  @AggregateMember private final ContributionDays days = new ContributionDays(account);

  @AggregateMember
  @SuppressWarnings("unused") // it handles commands
  private final Settlement settlement = new Settlement(account, days);

  Contribution() {}

  Contribution(ContributionCharged event) {
    apply(event);
  }

  @CommandHandler
  void handle(InvoiceContribution c, Invoices invoices) {
    if (account.amountCents == 0) throw new Rejected("contribution-is-free");
    if (account.invoice != null) throw new Rejected("contribution-already-invoiced");
    if (account.openCents == 0) throw new Rejected("contribution-settled");
    var receivedOn = c.receivedOn();
    mustBeInOrder(c.number(), c.invoicedOn(), c.dueOn(), receivedOn);
    account.mustBeUnused(c.number());
    invoices.reserve(c.number(), c.contributionId());
    apply(
        new ContributionInvoiced(
            c.contributionId(),
            c.number().strip(),
            c.invoicedOn(),
            c.dueOn(),
            account.openCents,
            receivedOn));
  }

  private static void mustBeInOrder(
      String number, LocalDate invoicedOn, LocalDate dueOn, @Nullable LocalDate receivedOn) {
    if (number.isBlank()) throw new Rejected("invoice-number-missing");
    if (dueOn.isBefore(invoicedOn)) throw new Rejected("due-before-invoice");
    if (receivedOn != null && receivedOn.isBefore(invoicedOn))
      throw new Rejected("received-before-invoice", Map.of("invoicedOn", invoicedOn.toString()));
  }

  @CommandHandler
  void handle(RecordContributionPayment c) {
    boolean more = Boolean.TRUE.equals(c.overpaid());
    account.mustNotBeGivenUp();
    account.invoice();
    if (c.amountCents() <= 0) throw new Rejected("payment-not-positive");
    if (!more) {
      if (account.openCents == 0) throw new Rejected("contribution-settled");
      if (c.amountCents() > account.openCents)
        throw new Rejected("payment-above-owed", Map.of("openCents", account.openCents));
    }
    notBeforeInvoice(c.receivedOn());
    long paid = account.paidCents() + c.amountCents();
    apply(
        new ContributionPaid(
            c.contributionId(),
            c.amountCents(),
            c.receivedOn(),
            paid,
            Math.max(0, account.openCents - c.amountCents()),
            overpaid(paid)));
  }

  /** Null where nothing is: so it was before more than was owed could come in. */
  private @Nullable Long overpaid(long paidCents) {
    return paidCents > account.owedCents() ? paidCents - account.owedCents() : null;
  }

  @CommandHandler
  void handle(CorrectContributionPayment asked) {
    if (asked.number() < 1 || asked.number() > account.payments.size())
      throw new Rejected("payment-unknown", Map.of("number", asked.number()));
    var former = account.payments.get(asked.number() - 1);
    var c =
        Merge.of(
            asked,
            new CorrectContributionPayment(
                asked.contributionId(),
                asked.number(),
                former.amountCents(),
                former.on(),
                asked.reason(),
                asked.overpaid(),
                null));
    var reason = Correction.reasoned(c.reason());
    account.mustNotBeGivenUp();
    if (c.amountCents() < 0) throw new Rejected("payment-not-positive");
    if (c.amountCents() == former.amountCents() && c.receivedOn().equals(former.on()))
      throw new Rejected("nothing-changed");
    long paid = account.paidCents() - former.amountCents() + c.amountCents();
    long owed = account.owedCents() - account.paidCents() + former.amountCents();
    boolean more = Boolean.TRUE.equals(c.overpaid());
    if (c.amountCents() > Math.max(owed, former.amountCents()) && !more)
      throw new Rejected("payment-above-owed", Map.of("openCents", Math.max(0, owed)));
    boolean newDay = former.amountCents() == 0 || !c.receivedOn().equals(former.on());
    if (c.amountCents() > 0 && newDay) notBeforeInvoice(c.receivedOn());
    apply(
        new ContributionPaymentCorrected(
            c.contributionId(),
            c.number(),
            former.amountCents(),
            former.on(),
            c.amountCents(),
            c.receivedOn(),
            paid,
            Math.max(0, account.owedCents() - paid),
            days.lastDue(),
            reason,
            overpaid(paid),
            former.toldBy()));
  }

  @CommandHandler
  void handle(CorrectInvoice asked, Invoices invoices) {
    var former = account.invoice();
    account.mustNotBeGivenUp();
    var c =
        Merge.of(
            asked,
            new CorrectInvoice(
                asked.contributionId(),
                former.number(),
                former.invoicedOn(),
                former.dueOn(),
                former.amountCents(),
                asked.reason(),
                former.receivedOn(),
                null));
    var reason = Correction.reasoned(c.reason());
    mustBeInOrder(c.number(), c.invoicedOn(), c.dueOn(), c.receivedOn());
    if (c.amountCents() <= 0) throw new Rejected("amount-not-positive");
    if (!c.number().strip().equals(former.number())) {
      account.mustBeUnused(c.number());
      invoices.replace(former.number(), c.number(), c.contributionId());
    }
    if (!c.invoicedOn().equals(former.invoicedOn())) mustPrecedePayments(c.invoicedOn());
    // what was deferred is due on its own day
    if (!former.dueOn().equals(days.dueOn()) && !c.dueOn().equals(former.dueOn()))
      throw new Rejected("invoice-deferred");
    long more = c.amountCents() - former.amountCents();
    if (account.owedCents() + more < account.paidCents())
      throw new Rejected("invoice-below-paid", Map.of("paidCents", account.paidCents()));
    var right =
        new InvoiceCorrected(
            c.contributionId(),
            former.number(),
            former.invoicedOn(),
            former.dueOn(),
            former.amountCents(),
            c.number().strip(),
            c.invoicedOn(),
            c.dueOn(),
            c.amountCents(),
            account.openWith(more),
            account.paidCents(),
            reason,
            c.receivedOn(),
            account.invoiceToldBy);
    if (right.changesNothing() && Objects.equals(c.receivedOn(), former.receivedOn()))
      throw new Rejected("nothing-changed");
    apply(right);
  }

  @CommandHandler
  void handle(WaiveContribution c) {
    if (account.openCents == 0) throw new Rejected("contribution-settled");
    if (c.reason().isBlank()) throw new Rejected("waiver-without-reason");
    apply(new ContributionWaived(c.contributionId(), account.openCents, c.reason().strip()));
  }

  @CommandHandler
  void handle(WriteOffContribution c) {
    days.due();
    if (!days.inDefault()) throw new Rejected("contribution-not-in-default");
    if (c.reason().isBlank()) throw new Rejected("write-off-without-reason");
    apply(new ContributionWrittenOff(c.contributionId(), account.openCents, c.reason().strip()));
  }

  /** Nobody pays what was not invoiced yet. */
  private void notBeforeInvoice(LocalDate receivedOn) {
    if (account.invoice == null) return; // it was cancelled since
    var day = account.invoice.invoicedOn();
    if (receivedOn.isBefore(day))
      throw new Rejected("payment-before-invoice", Map.of("invoicedOn", day.toString()));
  }

  private void mustPrecedePayments(LocalDate invoicedOn) {
    for (var payment : account.payments)
      if (payment.amountCents() > 0 && payment.on().isBefore(invoicedOn))
        throw new Rejected("invoice-after-payment", Map.of("receivedOn", payment.on().toString()));
  }

  @EventSourcingHandler
  void on(ContributionCharged e) {
    contributionId = e.contributionId();
  }
}
