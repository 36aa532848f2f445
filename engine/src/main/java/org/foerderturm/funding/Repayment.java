package org.foerderturm.funding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.foerderturm.funding.GrantState.notBefore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.foerderturm.alliance.DefaultInterest;
import org.foerderturm.alliance.DefaultInterest.Interest;
import org.foerderturm.alliance.DefaultInterest.Principal;
import org.foerderturm.funding.FundingEvent.FundsDrawn;
import org.foerderturm.funding.FundingEvent.PartnerBudgeted;
import org.foerderturm.funding.GrantCommand.ClaimRepaymentInterest;
import org.foerderturm.funding.GrantCommand.CorrectRepaymentInterest;
import org.foerderturm.funding.GrantEvent.FundsRefunded;
import org.foerderturm.funding.GrantEvent.RepaymentInterestClaimed;
import org.foerderturm.funding.GrantEvent.RepaymentInterestCorrected;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Interest on money that a partner must pay back (VwVfG § 49a (3)): so many points above the base
 * rate a year, for every day, on what is not paid back yet.
 */
final class Repayment {
  private final GrantState state;

  Repayment(GrantState state) {
    this.state = state;
  }

  @CommandHandler
  void handle(ClaimRepaymentInterest c, Decisions tables) {
    state.granted();
    var budget = state.financing.budget(c.partnerId());
    var last = lastClaimed(budget.partnerId());
    var from = c.from();
    if (from == null) from = last == null ? lastPaid(budget) : last.until().plusDays(1);
    var interest = interest(budget, from, c.until(), 0, tables);
    apply(
        new RepaymentInterestClaimed(
            c.applicationId(),
            state.interest.size() + 1,
            budget.partnerId(),
            budget.name(),
            from,
            c.until(),
            interest.cents(),
            asked(c.cents(), 1, interest),
            interest.stretches(),
            interest.source()));
  }

  @CommandHandler
  void handle(CorrectRepaymentInterest asked, Decisions tables) {
    state.granted();
    var former = state.interest.get(asked.number());
    if (former == null)
      throw new Rejected("repayment-interest-unknown", Map.of("number", asked.number()));
    var c =
        Merge.of(
            asked,
            new CorrectRepaymentInterest(
                asked.applicationId(),
                asked.number(),
                former.from(),
                former.until(),
                asked.cents() == null ? null : Long.valueOf(former.cents()),
                asked.reason()));
    var reason = Correction.reasoned(c.reason());
    var budget = state.financing.budget(former.partnerId());
    var interest = interest(budget, c.from(), c.until(), c.number(), tables);
    long cents = asked(c.cents(), 0, interest);
    if (c.from().equals(former.from())
        && c.until().equals(former.until())
        && cents == former.cents()) throw new Rejected("nothing-changed");
    if (state.owedCents() - former.cents() + cents < 0)
      throw new Rejected("interest-below-refunded", Map.of("refundedCents", state.refundedCents()));
    apply(
        new RepaymentInterestCorrected(
            c.applicationId(),
            c.number(),
            budget.partnerId(),
            budget.name(),
            former.from(),
            former.until(),
            former.cents(),
            c.from(),
            c.until(),
            interest.cents(),
            cents,
            interest.stretches(),
            interest.source(),
            reason,
            state.toldBy.get("interest " + c.number())));
  }

  /** What the funder asks for, at most what the rule gives. */
  private static long asked(@Nullable Long cents, long least, Interest interest) {
    if (cents == null) return interest.cents();
    if (cents < least) throw new Rejected("amount-not-positive");
    if (cents > interest.cents())
      throw new Rejected("interest-above-rule", Map.of("mostCents", interest.cents()));
    return cents;
  }

  /**
   * @param except number of a claim that is set right; 0 for none
   */
  private Interest interest(
      PartnerBudgeted budget, LocalDate from, LocalDate until, int except, Decisions tables) {
    long claimed = state.claimedCents(budget.partnerId());
    if (claimed <= 0) throw new Rejected("nothing-to-repay", Map.of("partner", budget.name()));
    if (until.isBefore(from)) throw new Rejected("period-out-of-order");
    notBefore(from, firstPaid(budget));
    for (var other : state.interest.values())
      if (other.number() != except
          && other.cents() > 0
          && other.partnerId().equals(budget.partnerId())
          && !until.isBefore(other.from())
          && !from.isAfter(other.until()))
        throw new Rejected(
            "interest-already-claimed",
            Map.of("from", other.from().toString(), "until", other.until().toString()));
    var found =
        DefaultInterest.of(
            tables,
            "repayment-interest",
            Map.of("regime", state.regime().code()),
            from,
            until,
            principals(budget.partnerId(), claimed));
    if (found.cents() == 0)
      throw new Rejected("nothing-to-repay", Map.of("partner", budget.name()));
    return found;
  }

  /** What was open, by day: money bears interest until the day before it is back. */
  private List<Principal> principals(String partnerId, long claimed) {
    var open = new ArrayList<Principal>();
    long cents = claimed;
    open.add(new Principal(LocalDate.MIN, cents));
    for (var refund :
        state.refunds.values().stream()
            .filter(each -> state.isPaidBy(each, partnerId))
            .sorted(Comparator.comparing(FundsRefunded::paidOn))
            .toList()) {
      cents = Math.max(0, cents - refund.amountCents());
      open.add(new Principal(refund.paidOn(), cents));
    }
    return open;
  }

  private @Nullable RepaymentInterestClaimed lastClaimed(String partnerId) {
    return state.interest.values().stream()
        .filter(each -> each.partnerId().equals(partnerId) && each.cents() > 0)
        .max(Comparator.comparing(RepaymentInterestClaimed::until))
        .orElse(null);
  }

  private LocalDate lastPaid(PartnerBudgeted budget) {
    return paid(budget).getLast();
  }

  private LocalDate firstPaid(PartnerBudgeted budget) {
    return paid(budget).getFirst();
  }

  /** When a partner got money, in order; never empty. */
  private List<LocalDate> paid(PartnerBudgeted budget) {
    var days =
        state.draws.values().stream()
            .filter(draw -> draw.partnerId().equals(budget.partnerId()) && draw.amountCents() > 0)
            .map(FundsDrawn::receivedOn)
            .sorted()
            .toList();
    if (days.isEmpty()) throw new Rejected("nothing-to-repay", Map.of("partner", budget.name()));
    return days;
  }
}
