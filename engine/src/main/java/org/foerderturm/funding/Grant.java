package org.foerderturm.funding;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.foerderturm.funding.FundingCommand.DrawDownFunds;
import org.foerderturm.funding.FundingCommand.RecordFinality;
import org.foerderturm.funding.FundingCommand.SubmitInterimProof;
import org.foerderturm.funding.FundingCommand.SubmitProofOfUse;
import org.foerderturm.funding.FundingEvent.FundsDrawn;
import org.foerderturm.funding.FundingEvent.GrantNoticeReceived;
import org.foerderturm.funding.FundingEvent.InterimProofSubmitted;
import org.foerderturm.funding.FundingEvent.PartnerBudgeted;
import org.foerderturm.funding.FundingEvent.ProofOfUseSubmitted;
import org.foerderturm.kernel.Rejected;

/** The money that was granted: when it is final, what was drawn, what was proved. */
final class Grant {
  private final GrantNoticeReceived notice;
  private final Map<String, Long> drawn = new HashMap<>();
  private final Set<LocalDate> proved = new HashSet<>();
  private LocalDate proofOfUseDue;
  private int draws;
  private boolean isFinal;
  private boolean agreement;
  private boolean accounted;

  Grant(GrantNoticeReceived notice) {
    this.notice = notice;
    this.proofOfUseDue = notice.proofOfUseDue();
  }

  void checkFinality(RecordFinality c) {
    if (isFinal) throw new Rejected("grant-already-final");
    if (c.on().isBefore(notice.receivedOn()))
      throw new Rejected("finality-before-notice", Map.of("receivedOn", day(notice.receivedOn())));
    if (!c.waived() && !c.on().isAfter(notice.appealUntil()))
      throw new Rejected("appeal-still-possible", Map.of("until", day(notice.appealUntil())));
  }

  void checkAgreement() {
    if (agreement) throw new Rejected("cooperation-agreement-already-signed");
  }

  /**
   * @param partners how many apply: one alone needs no cooperation agreement
   */
  FundsDrawn draw(DrawDownFunds c, PartnerBudgeted budget, int partners, Regime regime) {
    if (!isFinal) throw new Rejected("grant-not-final");
    if (!agreement && partners > 1) throw new Rejected("payments-blocked");
    if (accounted) throw new Rejected("proof-of-use-already-submitted");
    if (c.amountCents() <= 0) throw new Rejected("amount-not-positive");
    if (c.receivedOn().isBefore(notice.receivedOn()))
      throw new Rejected("draw-down-before-notice", Map.of("receivedOn", day(notice.receivedOn())));
    long left = notice.grantedCents() - drawnCents();
    long own = budget.grantCents() - drawn.getOrDefault(budget.partnerId(), 0L);
    if (c.amountCents() > Math.min(left, own))
      throw new Rejected(
          "draw-down-above-grant",
          Map.of("partner", budget.name(), "leftCents", Math.min(left, own)));
    return new FundsDrawn(
        c.applicationId(),
        draws + 1,
        budget.partnerId(),
        budget.name(),
        c.amountCents(),
        c.receivedOn(),
        regime.spendBy(c.receivedOn()),
        left - c.amountCents());
  }

  InterimProofSubmitted interim(SubmitInterimProof c) {
    if (!notice.interimProofs().contains(c.dueOn()))
      throw new Rejected("no-interim-proof-due", Map.of("dueOn", day(c.dueOn())));
    if (proved.contains(c.dueOn()))
      throw new Rejected("interim-proof-already-submitted", Map.of("dueOn", day(c.dueOn())));
    return new InterimProofSubmitted(c.applicationId(), c.dueOn(), c.submittedOn());
  }

  void checkPurpose(LocalDate on) {
    if (accounted) throw new Rejected("proof-of-use-already-submitted");
    if (on.isBefore(notice.periodFrom()))
      throw new Rejected("purpose-before-period", Map.of("from", day(notice.periodFrom())));
  }

  ProofOfUseSubmitted account(SubmitProofOfUse c) {
    if (!isFinal) throw new Rejected("grant-not-final");
    if (accounted) throw new Rejected("proof-of-use-already-submitted");
    if (c.spentCents() < 0) throw new Rejected("spent-negative");
    if (c.submittedOn().isBefore(notice.periodFrom()))
      throw new Rejected("proof-before-period", Map.of("from", day(notice.periodFrom())));
    return new ProofOfUseSubmitted(
        c.applicationId(),
        proofOfUseDue,
        c.submittedOn(),
        c.spentCents(),
        Math.max(0, drawnCents() - c.spentCents()));
  }

  GrantNoticeReceived notice() {
    return notice;
  }

  boolean isAccounted() {
    return accounted;
  }

  void becameFinal() {
    isFinal = true;
  }

  void agreed() {
    agreement = true;
  }

  void purposeMet(LocalDate due) {
    proofOfUseDue = due;
  }

  void drew(FundsDrawn e) {
    draws = e.number();
    drawn.merge(e.partnerId(), e.amountCents(), Math::addExact);
  }

  void proved(LocalDate dueOn) {
    proved.add(dueOn);
  }

  void accounted() {
    accounted = true;
  }

  private long drawnCents() {
    return drawn.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String day(LocalDate day) {
    return day.toString();
  }
}
