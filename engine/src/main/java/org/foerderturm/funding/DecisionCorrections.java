package org.foerderturm.funding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.foerderturm.funding.GrantState.notBefore;

import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.foerderturm.funding.FundingEvent.PartnerBudgeted;
import org.foerderturm.funding.GrantCommand.CorrectObjectionDecision;
import org.foerderturm.funding.GrantCommand.CorrectRevocation;
import org.foerderturm.funding.GrantEvent.ObjectionDecisionCorrected;
import org.foerderturm.funding.GrantEvent.RevocationCorrected;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Projects;
import org.foerderturm.kernel.Rejected;

/** Sets right what was recorded of the funder's decisions on a grant after its notice. */
final class DecisionCorrections {
  private final GrantState state;

  DecisionCorrections(GrantState state) {
    this.state = state;
  }

  @CommandHandler
  void handle(
      CorrectObjectionDecision asked,
      Decisions tables,
      Projects projects,
      Consequences consequences) {
    state.granted();
    var former = state.decision;
    if (former == null) throw new Rejected("no-objection-decided");
    var c =
        Merge.of(
            asked,
            new CorrectObjectionDecision(
                asked.applicationId(),
                former.decidedOn(),
                former.reference(),
                former.grantedCents(),
                Delivery.posted(former.delivery()),
                Delivery.received(former.delivery()),
                Delivery.uninstructed(former.delivery()),
                asked.reason()));
    var reason = Correction.reasoned(c.reason());
    boolean sameSum = c.grantedCents() == former.grantedCents();
    boolean withdrawn = former.result() == ObjectionResult.WITHDRAWN;
    var came =
        NoticeLaw.Came.decided(c.decidedOn(), c.postedOn(), c.receivedOn(), c.withoutInstruction());
    var delivery =
        withdrawn || (former.delivery() == null && came.plain())
            ? null
            : state.law.decided(tables, came, state.filed == Remedy.OBJECTION);
    boolean sameDay =
        c.decidedOn().equals(former.decidedOn()) && Objects.equals(delivery, former.delivery());
    if (sameSum && sameDay && Objects.equals(c.reference(), former.reference()))
      throw new Rejected("nothing-changed");
    if (!sameSum) {
      if (former.result() != ObjectionResult.REMEDIED) throw new Rejected("objection-not-remedied");
      if (state.grantedCents != former.grantedCents()) throw new Rejected("grant-changed-since");
      if (c.grantedCents() <= 0) throw new Rejected("amount-not-positive");
      long requested = state.financing.total(PartnerBudgeted::grantCents);
      if (c.grantedCents() > requested)
        throw new Rejected("granted-above-requested", Map.of("requestedCents", requested));
      if (c.grantedCents() < state.keptCents())
        throw new Rejected("granted-below-drawn", Map.of("drawnCents", state.keptCents()));
    }
    var appealUntil =
        sameDay || withdrawn ? former.appealUntil() : Delivery.until(delivery, came.receivedOn());
    if (!sameDay) {
      notBefore(c.decidedOn(), state.filedOn);
      state.mustFitAppeal(came.receivedOn(), appealUntil);
    }
    apply(
        new ObjectionDecisionCorrected(
            c.applicationId(),
            former.result(),
            former.decidedOn(),
            former.reference(),
            former.grantedCents(),
            c.decidedOn(),
            c.reference(),
            c.grantedCents(),
            appealUntil,
            sameSum
                ? former.deMinimisAids()
                : DeMinimisShares.granted(state.financing, c.grantedCents(), null),
            former.delivery(),
            delivery,
            reason,
            state.toldBy.get("objection-decision")));
    if (!sameSum) GrantFollowers.tellAll(state, reason, projects, consequences);
  }

  @CommandHandler
  void handle(
      CorrectRevocation asked, Decisions tables, Projects projects, Consequences consequences) {
    var notice = state.granted();
    var former = state.revocations.get(asked.number());
    if (former == null) throw new Rejected("revocation-unknown", Map.of("number", asked.number()));
    var c =
        Merge.of(
            asked,
            new CorrectRevocation(
                asked.applicationId(),
                asked.number(),
                former.reference(),
                former.receivedOn(),
                former.amountCents(),
                asked.refundDueOn() == null ? null : former.refundDueOn(),
                former.reason(),
                Delivery.posted(former.delivery()),
                Delivery.uninstructed(former.delivery()),
                asked.reason()));
    var reason = Correction.reasoned(c.reason());
    if (c.reference().isBlank()) throw new Rejected("notice-reference-missing");
    if (c.grounds().isBlank()) throw new Rejected("grounds-missing");
    var dueOn = c.refundDueOn() == null ? former.refundDueOn() : c.refundDueOn();
    var delivery =
        state.law.corrected(
            tables,
            NoticeKind.REVOCATION,
            former.delivery(),
            new NoticeLaw.Came(c.postedOn(), c.receivedOn(), c.withoutInstruction()));
    if (c.reference().strip().equals(former.reference())
        && Objects.equals(delivery, former.delivery())
        && c.receivedOn().equals(former.receivedOn())
        && c.amountCents() == former.amountCents()
        && dueOn.equals(former.refundDueOn())
        && c.grounds().strip().equals(former.reason())) throw new Rejected("nothing-changed");
    if (c.amountCents() <= 0) throw new Rejected("amount-not-positive");
    long before = state.grantedCents + former.amountCents();
    if (c.amountCents() > before)
      throw new Rejected("revoked-above-granted", Map.of("grantedCents", before));
    notBefore(c.receivedOn(), notice.receivedOn());
    notBefore(dueOn, c.receivedOn());
    long left = before - c.amountCents();
    boolean sameSum = c.amountCents() == former.amountCents();
    long refund =
        sameSum
            ? former.refundCents()
            : Math.max(0, state.keptCents() + former.refundCents() - left);
    long open = state.owedCents() - former.refundCents() + refund;
    if (open < 0)
      throw new Rejected(
          "revocation-below-refunded", Map.of("refundedCents", state.refundedCents()));
    apply(
        new RevocationCorrected(
            c.applicationId(),
            c.number(),
            former.reference(),
            former.receivedOn(),
            former.amountCents(),
            former.refundDueOn(),
            former.reason(),
            former.refundCents(),
            c.reference().strip(),
            c.receivedOn(),
            c.amountCents(),
            dueOn,
            c.grounds().strip(),
            refund,
            left,
            left == 0,
            open,
            state.deMinimisAids(left, null),
            former.delivery(),
            delivery,
            reason,
            state.toldBy.get("revocation " + c.number())));
    if (!sameSum) GrantFollowers.tellAll(state, reason, projects, consequences);
  }
}
