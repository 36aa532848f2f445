package org.foerderturm.alliance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.foerderturm.alliance.ContributionCommand.*;
import org.foerderturm.alliance.ContributionEvent.*;
import org.foerderturm.alliance.DefaultInterest.Principal;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Invoices;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;

/** What is cancelled, paid back, or owed beside a contribution because it was not paid in time. */
final class Settlement {
  private final ContributionAccount account;
  private final ContributionDays days;

  Settlement(ContributionAccount account, ContributionDays days) {
    this.account = account;
    this.days = days;
  }

  // ---- credit notes

  /** A wrong invoice stays what it was: a credit note takes it back, a new invoice follows. */
  @CommandHandler
  void handle(CancelInvoice c, Invoices invoices) {
    var invoice = account.invoice();
    account.mustNotBeGivenUp();
    if (!invoice.number().equals(c.invoiceNumber()))
      throw new Rejected("invoice-replaced", Map.of("number", invoice.number()));
    var reason = Correction.reasoned(c.reason());
    if (c.number().isBlank()) throw new Rejected("invoice-number-missing");
    if (c.amountCents() < 0) throw new Rejected("right-amount-negative");
    if (c.cancelledOn().isBefore(invoice.invoicedOn()))
      throw new Rejected(
          "credit-before-invoice", Map.of("invoicedOn", invoice.invoicedOn().toString()));
    account.mustBeUnused(c.number());
    if (c.number().strip().equalsIgnoreCase(invoice.number()))
      throw new Rejected("invoice-number-used", Map.of("number", invoice.number()));
    invoices.reserve(c.number(), c.contributionId());
    long paid = account.paidCents();
    apply(
        new InvoiceCancelled(
            c.contributionId(),
            invoice.number(),
            invoice.amountCents(),
            c.number().strip(),
            c.cancelledOn(),
            account.owedCents(),
            c.amountCents(),
            paid,
            Math.max(0, c.amountCents() - paid),
            Math.max(0, paid - c.amountCents()),
            reason));
  }

  // ---- refunds

  @CommandHandler
  void handle(RefundContribution c) {
    if (c.amountCents() <= 0) throw new Rejected("payment-not-positive");
    long overpaid = account.overpaidCents();
    if (c.amountCents() > overpaid)
      throw new Rejected("refund-above-overpaid", Map.of("overpaidCents", overpaid));
    mustFollowPayment(c.refundedOn());
    apply(
        new ContributionRefunded(
            c.contributionId(), c.amountCents(), c.refundedOn(), overpaid - c.amountCents()));
  }

  @CommandHandler
  void handle(CorrectContributionRefund asked) {
    if (asked.number() < 1 || asked.number() > account.refunds.size())
      throw new Rejected("refund-unknown", Map.of("number", asked.number()));
    var former = account.refunds.get(asked.number() - 1);
    var c =
        Merge.of(
            asked,
            new CorrectContributionRefund(
                asked.contributionId(),
                asked.number(),
                former.amountCents(),
                former.on(),
                asked.reason()));
    var reason = Correction.reasoned(c.reason());
    account.mustNotBeGivenUp();
    if (c.amountCents() < 0) throw new Rejected("payment-not-positive");
    if (c.amountCents() == former.amountCents() && c.refundedOn().equals(former.on()))
      throw new Rejected("nothing-changed");
    long most = account.overpaidCents() + former.amountCents();
    if (c.amountCents() > most)
      throw new Rejected("refund-above-overpaid", Map.of("overpaidCents", most));
    if (c.amountCents() > 0) mustFollowPayment(c.refundedOn());
    long paid = account.paidCents() + former.amountCents() - c.amountCents();
    apply(
        new ContributionRefundCorrected(
            c.contributionId(),
            c.number(),
            former.amountCents(),
            former.on(),
            c.amountCents(),
            c.refundedOn(),
            Math.max(0, account.owedCents() - paid),
            Math.max(0, paid - account.owedCents()),
            reason,
            former.toldBy()));
  }

  /** Nothing is paid back before anything came in. */
  private void mustFollowPayment(LocalDate refundedOn) {
    var first =
        account.payments.stream()
            .filter(each -> each.amountCents() > 0)
            .map(ContributionAccount.Payment::on)
            .min(Comparator.naturalOrder());
    if (first.isPresent() && refundedOn.isBefore(first.get()))
      throw new Rejected("refund-before-payment", Map.of("receivedOn", first.get().toString()));
  }

  // ---- interest on default

  @CommandHandler
  void handle(ClaimDefaultInterest c, Decisions tables) {
    account.mustNotBeGivenUp();
    account.invoice();
    var begins = days.defaultBegins(tables);
    if (begins == null) throw new Rejected("contribution-not-in-default");
    var claimed =
        account.claims.stream()
            .filter(claim -> !claim.withdrawn())
            .map(ContributionAccount.Claim::until)
            .max(Comparator.naturalOrder());
    var from = claimed.map(until -> until.plusDays(1)).orElse(begins);
    if (c.until().isBefore(from))
      throw new Rejected("interest-before-default", Map.of("from", from.toString()));
    var interest = DefaultInterest.of(tables, from, c.until(), principals(from));
    boolean charged =
        account.claims.stream().anyMatch(claim -> !claim.withdrawn() && claim.flatCents() > 0);
    long flat = charged ? 0 : DefaultInterest.flatCents(tables, begins);
    if (interest.cents() + flat == 0) throw new Rejected("no-interest");
    apply(
        new DefaultInterestClaimed(
            c.contributionId(),
            from,
            c.until(),
            interest.stretches(),
            interest.cents(),
            flat,
            account.openWith(interest.cents() + flat),
            days.dueOn(),
            interest.source()));
  }

  /** What of the contribution itself was open on which day; a payment counts from its day on. */
  private List<Principal> principals(LocalDate from) {
    var moves = new ArrayList<Principal>();
    for (var paid : account.payments) moves.add(new Principal(paid.on(), -paid.amountCents()));
    for (var back : account.refunds) moves.add(new Principal(back.on(), back.amountCents()));
    moves.sort(Comparator.comparing(Principal::from));
    long open = account.amountCents;
    var principals = new ArrayList<Principal>();
    principals.add(new Principal(from, open));
    for (var move : moves) {
      open += move.cents();
      var day = move.from().isBefore(from) ? from : move.from();
      principals.add(new Principal(day, Math.max(0, open)));
    }
    return principals;
  }

  @CommandHandler
  void handle(WithdrawDefaultInterest c) {
    account.mustNotBeGivenUp();
    if (c.number() < 1
        || c.number() > account.claims.size()
        || account.claims.get(c.number() - 1).withdrawn())
      throw new Rejected("interest-unknown", Map.of("number", c.number()));
    for (int later = c.number(); later < account.claims.size(); later++)
      if (!account.claims.get(later).withdrawn())
        throw new Rejected("interest-claimed-since", Map.of("number", later + 1));
    var reason = Correction.reasoned(c.reason());
    var claim = account.claims.get(c.number() - 1);
    long owed = account.owedCents() - claim.cents();
    apply(
        new DefaultInterestWithdrawn(
            c.contributionId(),
            c.number(),
            claim.cents(),
            Math.max(0, owed - account.paidCents()),
            Math.max(0, account.paidCents() - owed),
            days.lastDue(),
            reason));
  }
}
