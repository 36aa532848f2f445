package org.foerderturm.funding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.foerderturm.funding.GrantState.notBefore;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.foerderturm.funding.FundingEvent.*;
import org.foerderturm.funding.GrantCommand.*;
import org.foerderturm.funding.GrantEvent.*;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Projects;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** Sets right what was typed wrongly from the notice on. What was drawn or proved is in Grant. */
final class GrantCorrections {
  private final GrantState state;
  private final StateAid aid;

  GrantCorrections(GrantState state, StateAid aid) {
    this.state = state;
    this.aid = aid;
  }

  @CommandHandler
  void handle(CorrectRefund asked) {
    var notice = state.granted();
    var former = state.refunds.get(asked.number());
    if (former == null) throw new Rejected("refund-unknown", Map.of("number", asked.number()));
    var c =
        Merge.of(
            asked,
            new CorrectRefund(
                asked.applicationId(),
                asked.number(),
                former.amountCents(),
                former.paidOn(),
                asked.reason()));
    var reason = Correction.reasoned(c.reason());
    if (c.amountCents() < 0) throw new Rejected("amount-not-positive");
    if (c.amountCents() == former.amountCents() && c.paidOn().equals(former.paidOn()))
      throw new Rejected("nothing-changed");
    long owed = state.owedCents() + former.amountCents();
    if (c.amountCents() > owed) throw new Rejected("refund-above-owed", Map.of("openCents", owed));
    notBefore(c.paidOn(), notice.receivedOn());
    state.mustBeOpen(former.paidOn());
    state.mustBeOpen(c.paidOn());
    apply(
        new RefundCorrected(
            c.applicationId(),
            c.number(),
            former.amountCents(),
            former.paidOn(),
            c.amountCents(),
            c.paidOn(),
            owed - c.amountCents(),
            reason,
            state.toldBy.get("refund " + c.number())));
  }

  @CommandHandler
  void handle(CorrectGrantDay asked) {
    var notice = state.granted();
    var former = recorded(asked.day());
    if (former == null) throw new Rejected("grant-day-missing");
    var c =
        Merge.of(
            asked, new CorrectGrantDay(asked.applicationId(), asked.day(), former, asked.reason()));
    var reason = Correction.reasoned(c.reason());
    if (c.on().equals(former)) throw new Rejected("nothing-changed");
    var finality = state.finality;
    if (c.day() != GrantDay.AGREEMENT) notBefore(c.on(), notice.receivedOn());
    if (c.day() == GrantDay.FINALITY
        && finality != null
        && !finality.waived()
        && !c.on().isAfter(state.appealUntil))
      throw new Rejected("appeal-still-possible", Map.of("until", state.appealUntil.toString()));
    if (c.day() == GrantDay.OBJECTION && c.on().isAfter(state.appealUntil))
      throw new Rejected("objection-too-late", Map.of("until", state.appealUntil.toString()));
    apply(
        new GrantDayCorrected(
            c.applicationId(), c.day(), former, c.on(), reason, state.toldBy.get(c.day().name())));
  }

  private @Nullable LocalDate recorded(GrantDay day) {
    return switch (day) {
      case FINALITY -> state.finality == null ? null : state.finality.on();
      case AGREEMENT -> state.agreedOn;
      case OBJECTION -> state.objectedOn;
      case PAYMENT_STOP -> state.stop == null ? null : state.stop.since();
    };
  }

  @CommandHandler
  void handle(
      CorrectGrantNotice asked, Decisions tables, Projects projects, Consequences consequences) {
    var former = state.granted();
    var c =
        Merge.of(
            asked,
            new CorrectGrantNotice(
                asked.applicationId(),
                former.reference(),
                former.receivedOn(),
                former.grantedCents(),
                former.periodFrom(),
                former.periodUntil(),
                Delivery.posted(former.delivery()),
                Delivery.uninstructed(former.delivery()),
                asked.reason()));
    var reason = Correction.reasoned(c.reason());
    if (c.reference().isBlank()) throw new Rejected("notice-reference-missing");
    boolean sameDays =
        c.receivedOn().equals(former.receivedOn())
            && Objects.equals(c.postedOn(), Delivery.posted(former.delivery()))
            && c.withoutInstruction() == Delivery.uninstructed(former.delivery());
    if (c.reference().strip().equals(former.reference())
        && sameDays
        && c.grantedCents() == former.grantedCents()
        && c.periodFrom().equals(former.periodFrom())
        && c.periodUntil().equals(former.periodUntil())) throw new Rejected("nothing-changed");
    if (c.periodUntil().isBefore(c.periodFrom())) throw new Rejected("period-out-of-order");
    var delivery = former.delivery();
    var appealUntil = former.appealUntil() == null ? null : state.appealUntil;
    if (!sameDays) {
      Examination.notBeforeSubmission(
          c.postedOn() == null ? c.receivedOn() : c.postedOn(), state.submittedOn);
      delivery =
          state.law.corrected(
              tables,
              NoticeKind.GRANT,
              delivery,
              new NoticeLaw.Came(c.postedOn(), c.receivedOn(), c.withoutInstruction()));
      if (appealUntil != null && state.decision == null)
        appealUntil = Delivery.until(delivery, c.receivedOn());
    }
    mustFitWhatCameAfter(c, former);
    if (!sameDays && appealUntil != null) state.mustFitAppeal(c.receivedOn(), appealUntil);
    var rules = GrantRules.of(tables, state.regime(), c.receivedOn());
    var last = state.until.equals(former.periodUntil()) ? c.periodUntil() : state.until;
    var aids =
        c.grantedCents() == former.grantedCents()
            ? former.deMinimisAids()
            : DeMinimisShares.granted(state.financing, c.grantedCents(), null);
    if (!c.receivedOn().equals(former.receivedOn()))
      aid.granted(c.applicationId(), c.receivedOn(), tables);
    apply(
        new GrantNoticeCorrected(
            c.applicationId(),
            former.reference(),
            former.receivedOn(),
            former.grantedCents(),
            former.periodFrom(),
            former.periodUntil(),
            c.reference().strip(),
            c.receivedOn(),
            c.grantedCents(),
            c.periodFrom(),
            c.periodUntil(),
            appealUntil,
            interimProofs(c, former, rules, last),
            rules.proofOfUse(last, state.purposeMet),
            rules.source(),
            aids,
            former.delivery(),
            delivery,
            reason,
            state.toldBy.get("notice")));
    GrantFollowers.tellAll(state, reason, projects, consequences);
  }

  /** What was objected to, revoked, extended, drawn or made final since keeps its ground. */
  private void mustFitWhatCameAfter(CorrectGrantNotice c, GrantNoticeReceived former) {
    if (c.grantedCents() != former.grantedCents()) {
      if (c.grantedCents() <= 0) throw new Rejected("amount-not-positive");
      if (state.grantedCents != former.grantedCents()) throw new Rejected("grant-changed-since");
      long requested = state.financing.total(PartnerBudgeted::grantCents);
      if (c.grantedCents() > requested)
        throw new Rejected("granted-above-requested", Map.of("requestedCents", requested));
      if (c.grantedCents() < state.keptCents())
        throw new Rejected("granted-below-drawn", Map.of("drawnCents", state.keptCents()));
    }
    if (!c.periodUntil().equals(former.periodUntil()) && !state.until.equals(former.periodUntil()))
      throw new Rejected("period-extended-since");
    for (var draw : state.draws.values())
      if (draw.receivedOn().isBefore(c.receivedOn()))
        throw new Rejected("notice-after-draw-down", Map.of("day", draw.receivedOn().toString()));
    if (state.finality != null && state.finality.on().isBefore(c.receivedOn()))
      throw new Rejected("notice-after-finality", Map.of("day", state.finality.on().toString()));
  }

  /** Those that the notice named itself stay; those that follow from its period follow anew. */
  private List<LocalDate> interimProofs(
      CorrectGrantNotice c, GrantNoticeReceived former, GrantRules rules, LocalDate last) {
    var followed = rules.interimProofs(former.periodFrom(), state.until, former.reportingMonths());
    if (!followed.equals(List.copyOf(state.interimProofs))) return List.copyOf(state.interimProofs);
    var days = new TreeSet<>(state.proved.keySet());
    days.addAll(rules.interimProofs(c.periodFrom(), last, former.reportingMonths()));
    return List.copyOf(days);
  }
}
