package org.foerderturm.funding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.foerderturm.funding.GrantState.notBefore;

import java.time.LocalDate;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.foerderturm.funding.GrantCommand.*;
import org.foerderturm.funding.GrantEvent.*;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Projects;
import org.foerderturm.kernel.Rejected;

/** What holds money back or takes it back: payment stop, revocation, refund, closed books. */
final class GrantSupervision {
  private final GrantState state;

  GrantSupervision(GrantState state) {
    this.state = state;
  }

  @CommandHandler
  void handle(StopPayments c) {
    var notice = state.granted();
    if (state.stop != null)
      throw new Rejected(
          "payments-stopped",
          Map.of("since", state.stop.since().toString(), "reason", state.stop.reason()));
    notBefore(c.since(), notice.receivedOn());
    apply(new PaymentsStopped(c.applicationId(), c.since(), c.reason().strip()));
  }

  @CommandHandler
  void handle(LiftPaymentStop c) {
    state.granted();
    if (state.stop == null) throw new Rejected("payments-not-stopped");
    notBefore(c.liftedOn(), state.stop.since());
    apply(new PaymentStopLifted(c.applicationId(), c.liftedOn(), c.reason()));
  }

  @CommandHandler
  void handle(RevokeGrant c, Decisions tables, Projects projects, Consequences consequences) {
    var notice = state.granted();
    if (c.amountCents() <= 0) throw new Rejected("amount-not-positive");
    if (c.amountCents() > state.grantedCents)
      throw new Rejected("revoked-above-granted", Map.of("grantedCents", state.grantedCents));
    notBefore(c.receivedOn(), notice.receivedOn());
    notBefore(c.refundDueOn(), c.receivedOn());
    long left = state.grantedCents - c.amountCents();
    apply(
        new GrantRevoked(
            c.applicationId(),
            c.reference(),
            c.receivedOn(),
            c.amountCents(),
            left,
            Math.max(0, state.keptCents() - left),
            c.refundDueOn(),
            c.reason().strip(),
            left == 0,
            state.deMinimisAids(left, c.deMinimisAids()),
            state.law.of(
                tables,
                NoticeKind.REVOCATION,
                new NoticeLaw.Came(c.postedOn(), c.receivedOn(), c.withoutInstruction()))));
    GrantFollowers.tell(state, c.reason().strip(), projects, consequences);
  }

  @CommandHandler
  void handle(StateGrantShares asked, Decisions tables) {
    var notice = state.granted();
    var c = Merge.of(asked, new StateGrantShares(asked.applicationId(), state.knownShares()));
    if (c.shares().equals(state.knownShares())) throw new Rejected("nothing-changed");
    var shares = GrantShares.checked(state.financing, state.grantedCents, c.shares());
    apply(
        new GrantSharesStated(
            c.applicationId(),
            shares,
            state.aboveSharesCents(shares),
            GrantShares.dues(
                shares,
                new PartnerGrant("", 0, null, state.regime(), notice.periodFrom(), state.until),
                notice.receivedOn(),
                notice.reportingMonths(),
                tables)));
  }

  @CommandHandler
  void handle(StateApprovedRows asked) {
    state.granted();
    if (state.accounted) throw new Rejected("proof-of-use-already-submitted");
    var budget = state.financing.budget(asked.partner());
    var known = state.approvedRows(budget.partnerId());
    var c = Merge.of(asked, new StateApprovedRows(asked.applicationId(), asked.partner(), known));
    var rows = ApprovedRows.checked(budget, c.rows());
    if (rows.equals(known)) throw new Rejected("nothing-changed");
    apply(new ApprovedRowsStated(c.applicationId(), budget.partnerId(), budget.name(), rows));
  }

  @CommandHandler
  void handle(RefundFunds c) {
    var notice = state.granted();
    if (c.amountCents() <= 0) throw new Rejected("amount-not-positive");
    if (c.amountCents() > state.owedCents())
      throw new Rejected("refund-above-owed", Map.of("openCents", state.owedCents()));
    notBefore(c.paidOn(), notice.receivedOn());
    state.mustBeOpen(c.paidOn());
    var partner = c.partnerId();
    apply(
        new FundsRefunded(
            c.applicationId(),
            state.refunds.size() + 1,
            c.amountCents(),
            c.paidOn(),
            state.owedCents() - c.amountCents(),
            partner == null || partner.isBlank()
                ? null
                : state.financing.budget(partner).partnerId()));
  }

  @CommandHandler
  void handle(CloseBudgetYear c) {
    var notice = state.granted();
    var end = LocalDate.of(c.year(), 12, 31);
    if (state.closedYears.contains(c.year()))
      throw new Rejected(
          "budget-year-closed",
          Map.of("year", String.valueOf(c.year()), "day", c.closedOn().toString()));
    if (c.year() < notice.receivedOn().getYear())
      throw new Rejected(
          "budget-year-before-notice", Map.of("receivedOn", notice.receivedOn().toString()));
    notBefore(c.closedOn(), end.plusDays(1));
    apply(new BudgetYearClosed(c.applicationId(), c.year(), c.closedOn()));
  }

  @CommandHandler
  void handle(ReopenBudgetYear c) {
    state.granted();
    if (!state.closedYears.contains(c.year()))
      throw new Rejected("budget-year-not-closed", Map.of("year", String.valueOf(c.year())));
    apply(new BudgetYearReopened(c.applicationId(), c.year(), c.reason().strip()));
  }
}
