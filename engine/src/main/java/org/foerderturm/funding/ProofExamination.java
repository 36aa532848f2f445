package org.foerderturm.funding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.foerderturm.funding.GrantState.notBefore;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.foerderturm.funding.FundingEvent.PartnerBudgeted;
import org.foerderturm.funding.FundingEvent.ProofOfUseSubmitted;
import org.foerderturm.funding.GrantCommand.CorrectProofResult;
import org.foerderturm.funding.GrantCommand.RecordProofResult;
import org.foerderturm.funding.GrantEvent.ProofExamined;
import org.foerderturm.funding.GrantEvent.ProofResultCorrected;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * What the funder's examination of the proof of use found, partner by partner. The last instalment
 * follows what is recognised; what was paid beyond it must be paid back.
 */
final class ProofExamination {
  private final GrantState state;

  ProofExamination(GrantState state) {
    this.state = state;
  }

  @CommandHandler
  void handle(RecordProofResult c, Decisions tables) {
    state.granted();
    var budget = state.financing.budget(c.partnerId());
    var proof = proof();
    if (state.examined.containsKey(budget.partnerId()))
      throw new Rejected("proof-result-already-recorded", Map.of("partner", budget.name()));
    var found =
        found(
            budget,
            proof,
            c.decidedOn(),
            c.reference(),
            c.cutCents(),
            c.cutCostsCents(),
            c.refundDueOn(),
            c.grounds(),
            0,
            tables);
    apply(found);
  }

  @CommandHandler
  void handle(CorrectProofResult asked, Decisions tables) {
    state.granted();
    var budget = state.financing.budget(asked.partnerId());
    var proof = proof();
    var former = state.examined.get(budget.partnerId());
    if (former == null)
      throw new Rejected("proof-result-missing", Map.of("partner", budget.name()));
    var c =
        Merge.of(
            asked,
            new CorrectProofResult(
                asked.applicationId(),
                asked.partnerId(),
                former.decidedOn(),
                former.reference(),
                former.cutCents(),
                former.cutCostsCents(),
                former.refundDueOn(),
                former.grounds(),
                asked.reason()));
    var reason = Correction.reasoned(c.reason());
    var found =
        found(
            budget,
            proof,
            c.decidedOn(),
            c.reference(),
            c.cutCents(),
            c.cutCostsCents(),
            c.refundDueOn(),
            c.grounds(),
            former.refundCents(),
            tables);
    if (found.decidedOn().equals(former.decidedOn())
        && Objects.equals(found.reference(), former.reference())
        && found.cutCents() == former.cutCents()
        && Objects.equals(found.cutCostsCents(), former.cutCostsCents())
        && Objects.equals(found.refundDueOn(), former.refundDueOn())
        && Objects.equals(found.grounds(), former.grounds())) throw new Rejected("nothing-changed");
    if (found.openCents() < 0)
      throw new Rejected("proof-below-refunded", Map.of("refundedCents", state.refundedCents()));
    if (found.refundCents() < former.refundCents()) mustBearNoInterest(budget);
    apply(
        new ProofResultCorrected(
            c.applicationId(),
            budget.partnerId(),
            budget.name(),
            former.decidedOn(),
            former.reference(),
            former.cutCents(),
            former.cutCostsCents(),
            former.recognisedCents(),
            former.refundCents(),
            former.refundDueOn(),
            former.grounds(),
            found.decidedOn(),
            found.reference(),
            found.cutCents(),
            found.cutCostsCents(),
            found.recognisedCents(),
            found.refundCents(),
            found.refundDueOn(),
            found.grounds(),
            found.openCents(),
            reason,
            state.toldBy.get("proof-result " + budget.partnerId())));
  }

  /** Interest that was claimed on a sum stays with it: it is waived first. */
  private void mustBearNoInterest(PartnerBudgeted budget) {
    for (var claim : state.interest.values())
      if (claim.partnerId().equals(budget.partnerId()) && claim.cents() > 0)
        throw new Rejected("interest-claimed-on-it", Map.of("number", claim.number()));
  }

  private ProofOfUseSubmitted proof() {
    if (state.proof == null) throw new Rejected("proof-to-examine-missing");
    return state.proof;
  }

  /**
   * @param formerRefundCents what this examination had claimed until now
   */
  private ProofExamined found(
      PartnerBudgeted budget,
      ProofOfUseSubmitted proof,
      LocalDate decidedOn,
      @Nullable String reference,
      @Nullable Long saidCents,
      @Nullable Long cutCosts,
      @Nullable LocalDate dueOn,
      @Nullable String said,
      long formerRefundCents,
      Decisions tables) {
    notBefore(decidedOn, proof.submittedOn());
    if (dueOn != null) notBefore(dueOn, decidedOn);
    long share = state.shareCents(budget.partnerId());
    if (cutCosts != null && (cutCosts < 0 || cutCosts > budget.costsCents()))
      throw above(budget, budget.costsCents());
    long cut = saidCents != null ? saidCents : granted(share, budget, cutCosts);
    long proved = provedCents(proof, budget, share, tables);
    if (cut < 0 || cut > proved) throw above(budget, proved);
    var grounds = stripped(said);
    if ((cut > 0 || (cutCosts != null && cutCosts > 0)) && grounds == null)
      throw new Rejected("reason-missing");
    long recognised = proved - cut;
    long kept =
        state.drawnCents(budget.partnerId())
            - state.claimedCents(budget.partnerId())
            + formerRefundCents;
    long refund =
        Math.clamp(kept - recognised, 0, Math.max(0, state.keptCents() + formerRefundCents));
    return new ProofExamined(
        proof.applicationId(),
        budget.partnerId(),
        budget.name(),
        decidedOn,
        stripped(reference),
        cut,
        cutCosts,
        recognised,
        refund,
        dueOn,
        grounds,
        state.owedCents() - formerRefundCents + refund);
  }

  private static Rejected above(PartnerBudgeted budget, long most) {
    return new Rejected("cut-above-proved", Map.of("partner", budget.name(), "mostCents", most));
  }

  /** What of the grant goes with costs that are not recognised: its part of them. */
  private static long granted(long share, PartnerBudgeted budget, @Nullable Long cutCosts) {
    if (cutCosts == null || budget.costsCents() == 0) return 0;
    return BigDecimal.valueOf(share)
        .multiply(BigDecimal.valueOf(cutCosts))
        .divide(BigDecimal.valueOf(budget.costsCents()), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /**
   * Of what something can be cut: what was granted where a last instalment is still to come, else
   * what this partner spent of it. Where only the sum of several partners was proved, nobody knows
   * that, and it is what was granted.
   */
  private long provedCents(
      ProofOfUseSubmitted proof, PartnerBudgeted budget, long share, Decisions tables) {
    if (state.rules(budget.partnerId(), tables).balanceAfterProof()) return share;
    for (var part : proof.byPartner())
      if (part.partnerId().equals(budget.partnerId())) return Math.min(share, part.spentCents());
    return state.financing.partners() > 1 ? share : Math.min(share, proof.spentCents());
  }

  private static @Nullable String stripped(@Nullable String words) {
    return words == null || words.isBlank() ? null : words.strip();
  }
}
