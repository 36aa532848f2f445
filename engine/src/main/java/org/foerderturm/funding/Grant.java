package org.foerderturm.funding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.foerderturm.funding.GrantState.notBefore;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.foerderturm.funding.FundingCommand.*;
import org.foerderturm.funding.FundingEvent.*;
import org.foerderturm.funding.GrantCommand.DecideObjection;
import org.foerderturm.funding.GrantCommand.FileObjection;
import org.foerderturm.funding.GrantEvent.ObjectionDecided;
import org.foerderturm.funding.GrantEvent.ObjectionFiled;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Projects;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** The straight life of a grant: when it is final, what is drawn, what is proved. */
final class Grant {
  private final GrantState state;

  Grant(GrantState state) {
    this.state = state;
  }

  // ---- final or objected to

  @CommandHandler
  void handle(RecordFinality c) {
    var notice = state.granted();
    if (state.isFinal) throw new Rejected("grant-already-final");
    if (notice.appealUntil() == null) throw new Rejected("grant-never-final");
    if (state.objectedOn != null)
      throw new Rejected("objection-pending", Map.of("filedOn", day(state.objectedOn)));
    if (c.on().isBefore(notice.receivedOn()))
      throw new Rejected("finality-before-notice", Map.of("receivedOn", day(notice.receivedOn())));
    if (!c.waived() && !c.on().isAfter(state.appealUntil))
      throw new Rejected("appeal-still-possible", Map.of("until", day(state.appealUntil)));
    apply(new GrantBecameFinal(c.applicationId(), c.on(), c.waived()));
  }

  @CommandHandler
  void handle(FileObjection c, Decisions tables) {
    var notice = state.granted();
    if (state.isFinal) throw new Rejected("grant-already-final");
    if (state.objectedOn != null)
      throw new Rejected("objection-pending", Map.of("filedOn", day(state.objectedOn)));
    var remedy = c.remedy() == null ? Remedy.OBJECTION : c.remedy();
    mustBeOpen(remedy, notice, tables);
    notBefore(c.filedOn(), notice.receivedOn());
    if (c.filedOn().isAfter(state.appealUntil))
      throw new Rejected("objection-too-late", Map.of("until", day(state.appealUntil)));
    apply(
        new ObjectionFiled(
            c.applicationId(),
            c.filedOn(),
            c.reason().strip(),
            state.deMinimisAids(state.grantedCents, null),
            remedy));
  }

  private void mustBeOpen(Remedy asked, GrantNoticeReceived notice, Decisions tables) {
    var decided = state.decidedRemedy;
    var until = state.appealUntil;
    if (decided != null && decided != Remedy.OBJECTION) throw new Rejected("no-further-remedy");
    if (decided != null && asked == Remedy.OBJECTION)
      throw new Rejected("objection-already-decided", Map.of("until", day(until)));
    var how = notice.delivery();
    var notifiedOn = how == null ? notice.receivedOn() : how.notifiedOn();
    var open =
        decided == null ? state.law.first(tables, NoticeKind.GRANT, notifiedOn) : Remedy.ACTION;
    state.law.mustBeOpen(tables, NoticeKind.GRANT, notifiedOn, asked, open, until);
  }

  @CommandHandler
  void handle(DecideObjection c, Decisions tables) {
    state.granted();
    var filedOn = state.objectedOn;
    if (filedOn == null) throw new Rejected("no-objection-pending");
    notBefore(c.decidedOn(), filedOn);
    long granted = state.grantedCents;
    if (c.result() == ObjectionResult.REMEDIED && c.grantedCents() != null) {
      granted = c.grantedCents();
      if (granted <= 0) throw new Rejected("amount-not-positive");
      long requested = state.financing.total(PartnerBudgeted::grantCents);
      if (granted > requested)
        throw new Rejected("granted-above-requested", Map.of("requestedCents", requested));
    }
    boolean withdrawn = c.result() == ObjectionResult.WITHDRAWN;
    var came =
        NoticeLaw.Came.decided(c.decidedOn(), c.postedOn(), c.receivedOn(), c.withoutInstruction());
    var told = withdrawn ? null : state.law.decided(tables, came, state.filed == Remedy.OBJECTION);
    apply(
        new ObjectionDecided(
            c.applicationId(),
            c.result(),
            c.decidedOn(),
            c.reference(),
            granted,
            withdrawn ? state.appealUntil : Delivery.until(told, came.receivedOn()),
            state.deMinimisAids(
                granted, c.result() == ObjectionResult.REMEDIED ? c.deMinimisAids() : null),
            state.filed,
            told));
  }

  // ---- paid

  @CommandHandler
  void handle(SignCooperationAgreement c) {
    state.granted();
    if (state.agreement) throw new Rejected("cooperation-agreement-already-signed");
    apply(new CooperationAgreementSigned(c.applicationId(), c.signedOn()));
  }

  @CommandHandler
  void handle(DrawDownFunds c, Decisions tables, Projects projects, Consequences consequences) {
    var before = state.lastPaidOn();
    var notice = state.granted();
    var budget = state.financing.budget(c.partnerId());
    var rules = state.payable(budget, tables);
    if (c.amountCents() <= 0) throw new Rejected("amount-not-positive");
    if (c.receivedOn().isBefore(notice.receivedOn()))
      throw new Rejected("draw-down-before-notice", Map.of("receivedOn", day(notice.receivedOn())));
    state.mustBeOpen(c.receivedOn());
    long left = state.grantedCents - state.keptCents();
    long share = state.shareCents(budget.partnerId());
    long most = state.openCents(budget);
    if (c.amountCents() > most)
      throw new Rejected(
          "draw-down-above-grant", Map.of("partner", budget.name(), "leftCents", most));
    state.requests.mustHold(c.request(), budget, c.amountCents());
    // the last instalment after the proof is paid by what was proved
    if (rules.drawIncurred() && !state.accounted) mustBeIncurred(c, budget, share);
    apply(
        new FundsDrawn(
            c.applicationId(),
            state.draws.size() + 1,
            budget.partnerId(),
            budget.name(),
            c.amountCents(),
            c.receivedOn(),
            state.accounted ? null : rules.spendBy(c.receivedOn()),
            left - c.amountCents(),
            c.incurredCents(),
            c.incurredUntil(),
            c.request()));
    GrantFollowers.tellPaid(state, before, projects, consequences);
  }

  /** Costs incurred are paid after the quarter in which they were, by the share that is granted. */
  private void mustBeIncurred(DrawDownFunds c, PartnerBudgeted budget, long share) {
    var from = state.periodFrom(budget.partnerId());
    var until = c.incurredUntil();
    var costs = c.incurredCents();
    if (until == null || costs == null || costs < 0)
      throw new Rejected("incurred-costs-missing", Map.of("partner", budget.name()));
    if (until.getMonthValue() % 3 != 0 || until.getDayOfMonth() != until.lengthOfMonth())
      throw new Rejected("no-quarter-end", Map.of("day", day(until)));
    if (!until.isBefore(c.receivedOn()) || until.isBefore(from))
      throw new Rejected("quarter-not-over", Map.of("day", day(until), "from", day(from)));
    var last = state.lastQuarter(budget.partnerId());
    if (last != null && !until.isAfter(last.until()))
      throw new Rejected("quarter-already-drawn", Map.of("day", day(last.until())));
    mustFitIncurred(
        budget, share, costs, Math.addExact(state.drawnCents(budget.partnerId()), c.amountCents()));
  }

  /** Of costs incurred the grant pays its part, in all that was ever drawn. */
  private static void mustFitIncurred(
      PartnerBudgeted budget, long share, long costs, long allCents) {
    long most =
        BigInteger.valueOf(Math.min(costs, budget.costsCents()))
            .multiply(BigInteger.valueOf(share))
            .divide(BigInteger.valueOf(Math.max(1, budget.costsCents())))
            .longValueExact();
    if (allCents > most)
      throw new Rejected(
          "draw-down-above-incurred",
          Map.of("partner", budget.name(), "mostCents", most, "tooMuchCents", allCents - most));
  }

  @CommandHandler
  void handle(
      CorrectDrawDown asked, Decisions tables, Projects projects, Consequences consequences) {
    var before = state.lastPaidOn();
    var notice = state.granted();
    var former = state.draws.get(asked.number());
    if (former == null) throw new Rejected("draw-down-unknown", Map.of("number", asked.number()));
    // what was drawn before the proof is proved; a last instalment came after it
    if (state.accounted && !state.isBalance(asked.number()))
      throw new Rejected("proof-of-use-already-submitted");
    var c =
        Merge.of(
            asked,
            new CorrectDrawDown(
                asked.applicationId(),
                asked.number(),
                former.amountCents(),
                former.receivedOn(),
                asked.reason()));
    var reason = Correction.reasoned(c.reason());
    if (c.amountCents() < 0) throw new Rejected("amount-not-positive");
    if (c.amountCents() == former.amountCents() && c.receivedOn().equals(former.receivedOn()))
      throw new Rejected("nothing-changed");
    if (c.receivedOn().isBefore(notice.receivedOn()))
      throw new Rejected("draw-down-before-notice", Map.of("receivedOn", day(notice.receivedOn())));
    state.mustBeOpen(former.receivedOn());
    state.mustBeOpen(c.receivedOn());
    var budget = state.financing.budget(former.partnerId());
    long left = state.grantedCents - state.keptCents() + former.amountCents();
    boolean more = c.amountCents() > former.amountCents();
    var stop = state.stop;
    if (more && stop != null && !c.receivedOn().isBefore(stop.since()))
      throw new Rejected(
          "payments-stopped", Map.of("since", day(stop.since()), "reason", stop.reason()));
    long share = state.mostCents(budget);
    long own =
        state.dueCents(budget, share) - state.drawnCents(budget.partnerId()) + former.amountCents();
    if (c.amountCents() > Math.max(former.amountCents(), Math.min(left, own)))
      throw new Rejected(
          "draw-down-above-grant",
          Map.of("partner", budget.name(), "leftCents", Math.max(0, Math.min(left, own))));
    state.requests.mustHoldCorrected(c.number(), former.amountCents(), c.amountCents());
    // a correction is no way round the costs that were incurred
    var quarter = state.lastQuarter(budget.partnerId());
    if (!state.accounted && quarter != null && more)
      mustFitIncurred(
          budget,
          share,
          quarter.costsCents(),
          state.drawnCents(budget.partnerId()) - former.amountCents() + c.amountCents());
    apply(
        new DrawDownCorrected(
            c.applicationId(),
            c.number(),
            former.partnerId(),
            former.name(),
            former.amountCents(),
            former.receivedOn(),
            former.spendBy(),
            c.amountCents(),
            c.receivedOn(),
            state.rules(former.partnerId(), tables).spendBy(c.receivedOn()),
            left - c.amountCents(),
            reason,
            state.toldBy.get("draw-down " + c.number())));
    GrantFollowers.tellPaid(state, before, projects, consequences);
  }

  // ---- proved

  @CommandHandler
  void handle(SubmitInterimProof c) {
    state.granted();
    if (!state.interimProofs.contains(c.dueOn()))
      throw new Rejected("no-interim-proof-due", Map.of("dueOn", day(c.dueOn())));
    if (state.proved.containsKey(c.dueOn()))
      throw new Rejected("interim-proof-already-submitted", Map.of("dueOn", day(c.dueOn())));
    apply(new InterimProofSubmitted(c.applicationId(), c.dueOn(), c.submittedOn()));
  }

  @CommandHandler
  void handle(CorrectInterimProof asked) {
    state.granted();
    var former = state.proved.get(asked.dueOn());
    if (former == null)
      throw new Rejected("no-interim-proof-submitted", Map.of("dueOn", day(asked.dueOn())));
    var c =
        Merge.of(
            asked,
            new CorrectInterimProof(asked.applicationId(), asked.dueOn(), former, asked.reason()));
    var reason = Correction.reasoned(c.reason());
    if (c.submittedOn().equals(former)) throw new Rejected("nothing-changed");
    apply(
        new InterimProofCorrected(
            c.applicationId(),
            c.dueOn(),
            former,
            c.submittedOn(),
            reason,
            state.toldBy.get("interim-proof " + c.dueOn())));
  }

  @CommandHandler
  void handle(RecordPurposeMet c, Decisions tables) {
    var notice = state.granted();
    if (state.accounted) throw new Rejected("proof-of-use-already-submitted");
    if (c.on().isBefore(notice.periodFrom()))
      throw new Rejected("purpose-before-period", Map.of("from", day(notice.periodFrom())));
    var rules = GrantRules.of(tables, state.regime(), notice.receivedOn());
    apply(new PurposeMet(c.applicationId(), c.on(), rules.proofOfUse(state.until, c.on())));
  }

  @CommandHandler
  void handle(SubmitProofOfUse c) {
    var notice = state.granted();
    mustBeFinal(notice);
    if (state.accounted) throw new Rejected("proof-of-use-already-submitted");
    if (c.submittedOn().isBefore(notice.periodFrom()))
      throw new Rejected("proof-before-period", Map.of("from", day(notice.periodFrom())));
    var parts = parts(c.byPartner(), List.of());
    long spent = spent(c.spentCents(), parts);
    apply(
        new ProofOfUseSubmitted(
            c.applicationId(),
            state.proofOfUseDue,
            c.submittedOn(),
            spent,
            unspent(parts, spent, state.keptCents()),
            parts));
  }

  /**
   * What each partner spent, and what of its own draw-downs it did not; empty if nobody said.
   *
   * @param former what was claimed by the proof that is corrected
   */
  private List<PartnerProof> parts(@Nullable List<PartnerSpent> said, List<PartnerProof> former) {
    if (said == null || said.isEmpty()) return List.of();
    var parts = new TreeMap<String, PartnerProof>();
    for (var each : said) {
      var budget = state.financing.budget(each.name());
      if (each.spentCents() < 0) throw new Rejected("spent-negative");
      long claimed =
          former.stream()
              .filter(was -> was.partnerId().equals(budget.partnerId()))
              .mapToLong(PartnerProof::unspentCents)
              .sum();
      long kept =
          state.drawnCents(budget.partnerId()) - state.claimedCents(budget.partnerId()) + claimed;
      var part =
          new PartnerProof(
              budget.partnerId(),
              budget.name(),
              each.spentCents(),
              Math.max(0, kept - each.spentCents()));
      if (parts.put(budget.partnerId(), part) != null)
        throw new Rejected("applicant-twice", Map.of("partner", budget.name()));
    }
    var missing =
        state.financing.applicants().stream()
            .filter(each -> !parts.containsKey(each.id()))
            .map(Applicant::name)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) throw new Rejected("spent-missing", Map.of("partners", missing));
    return List.copyOf(parts.values());
  }

  private static long spent(@Nullable Long said, List<PartnerProof> parts) {
    long sum = parts.stream().mapToLong(PartnerProof::spentCents).reduce(0, Math::addExact);
    if (parts.isEmpty() && said == null)
      throw new Rejected("spent-missing", Map.of("partners", ""));
    if (said == null) return sum;
    if (said < 0) throw new Rejected("spent-negative");
    if (!parts.isEmpty() && said != sum)
      throw new Rejected("spent-unbalanced", Map.of("sumCents", sum, "spentCents", said));
    return said;
  }

  /** What one partner did not spend is not made up for by another. */
  private static long unspent(List<PartnerProof> parts, long spent, long kept) {
    return parts.isEmpty()
        ? Math.max(0, kept - spent)
        : parts.stream().mapToLong(PartnerProof::unspentCents).sum();
  }

  @CommandHandler
  void handle(CorrectProofOfUse asked) {
    var notice = state.granted();
    var former = state.proof;
    if (former == null) throw new Rejected("proof-of-use-missing");
    state.mustNotBeExamined();
    var c =
        Merge.of(
            asked,
            new CorrectProofOfUse(
                asked.applicationId(),
                former.submittedOn(),
                former.spentCents(),
                asked.byPartner() == null ? null : spentOf(former.byPartner()),
                asked.reason()));
    var reason = Correction.reasoned(c.reason());
    if (c.submittedOn().isBefore(notice.periodFrom()))
      throw new Rejected("proof-before-period", Map.of("from", day(notice.periodFrom())));
    // who only sets the day right leaves what was said of the partners
    var said =
        c.byPartner() == null && c.spentCents() == former.spentCents()
            ? spentOf(former.byPartner())
            : c.byPartner();
    var parts = parts(said, former.byPartner());
    long spent = spent(c.spentCents(), parts);
    if (c.submittedOn().equals(former.submittedOn())
        && spent == former.spentCents()
        && spentOf(parts).equals(spentOf(former.byPartner())))
      throw new Rejected("nothing-changed");
    long unspent = unspent(parts, spent, state.keptCents() + former.unspentCents());
    if (state.owedCents() - former.unspentCents() + unspent < 0)
      throw new Rejected("proof-below-refunded", Map.of("refundedCents", state.refundedCents()));
    apply(
        new ProofOfUseCorrected(
            c.applicationId(),
            former.dueOn(),
            former.submittedOn(),
            former.spentCents(),
            former.unspentCents(),
            c.submittedOn(),
            spent,
            unspent,
            reason,
            former.byPartner(),
            parts,
            state.toldBy.get("proof-of-use")));
  }

  private static List<PartnerSpent> spentOf(List<PartnerProof> parts) {
    return parts.stream().map(each -> new PartnerSpent(each.name(), each.spentCents())).toList();
  }

  /** What can't be appealed is never final, and need not be. */
  private void mustBeFinal(GrantNoticeReceived notice) {
    if (!state.isFinal && notice.appealUntil() != null) throw new Rejected("grant-not-final");
  }

  /** Refuses the end of an application while something is owed to the funder. */
  void mustBeSettled() {
    state.granted();
    if (!state.accounted) throw new Rejected("proof-of-use-missing");
    if (state.owedCents() > 0)
      throw new Rejected("refund-open", Map.of("openCents", state.owedCents()));
  }

  private static String day(LocalDate day) {
    return day.toString();
  }
}
