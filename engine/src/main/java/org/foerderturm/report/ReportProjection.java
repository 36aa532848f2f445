package org.foerderturm.report;

import static org.foerderturm.report.ReportRows.*;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.alliance.ContributionDay;
import org.foerderturm.alliance.ContributionEvent.*;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.committee.CommitteeEvent.*;
import org.foerderturm.consortium.CallEvent.*;
import org.foerderturm.consortium.ConsortiumEvent.*;
import org.foerderturm.consortium.IdeaEvent.*;
import org.foerderturm.funding.AdditionalRequestEvent.*;
import org.foerderturm.funding.FundingEvent.*;
import org.foerderturm.funding.GrantDay;
import org.foerderturm.funding.GrantEvent.*;
import org.foerderturm.process.ProcessEvent.CaseAdvanced;
import org.foerderturm.project.PlanChange;
import org.foerderturm.project.ProjectEvent.*;
import org.foerderturm.project.ReportKind;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns events into facts that reports add up. A fact takes group and year from what it is about,
 * as its first event gave them: so the facts of one thing never fall into different columns.
 */
@Component
class ReportProjection implements Projection {
  static final ZoneId OFFICE = WorkingDays.OFFICE;
  private static final String REQUEST = "additional-request";

  @Override
  public String name() {
    return "report";
  }

  @Override
  public List<String> tables() {
    return List.of("view_report_subject", "view_report_fact", "view_report_deadline");
  }

  // ---- applications

  @EventHandler
  void on(ApplicationOpened e, Recorded r, Writes w) {
    subject(
        w,
        UNDERTAKINGS,
        e.applicationId(),
        "application",
        e.title(),
        "funding/" + e.applicationId(),
        e.consortiumId(),
        code(e.programme()),
        e.deadline().getYear(),
        null,
        null);
    fact(w, UNDERTAKINGS, r, 0, Figure.OPENED, e.applicationId(), 0L);
    due(w, UNDERTAKINGS, r, 0, e.applicationId(), "submission", e.deadline().toLocalDate(), null);
    atHour(w, UNDERTAKINGS, r, 0, e.applicationId(), "submission", moment(e.deadline()));
  }

  /** What is due first in a call of two stages is the outline. */
  @EventHandler
  void on(CallRulesStated e, Recorded r, Writes w) {
    renamed(
        w,
        e.applicationId(),
        e.twoStage() ? "submission" : "outline",
        e.twoStage() ? "outline" : "submission");
  }

  @EventHandler
  void on(OutlineSubmitted e, Recorded r, Writes w) {
    done(w, UNDERTAKINGS, r, e.applicationId(), "outline", e.submittedAt().toLocalDate());
  }

  @EventHandler
  void on(FirstStageDecided e, Recorded r, Writes w) {
    if (e.deadline() == null) return;
    due(w, UNDERTAKINGS, r, 0, e.applicationId(), "submission", e.deadline().toLocalDate(), null);
    atHour(w, UNDERTAKINGS, r, 0, e.applicationId(), "submission", moment(e.deadline()));
  }

  @EventHandler
  void on(ReserveListed e, Recorded r, Writes w) {
    endedUnless(w, r, e.applicationId(), "reserve-list", List.of());
    if (e.until() != null)
      due(w, UNDERTAKINGS, r, 0, e.applicationId(), "reserve-list", e.until(), null);
  }

  @EventHandler
  void on(ReserveListLapsed e, Recorded r, Writes w) {
    done(w, UNDERTAKINGS, r, e.applicationId(), "reserve-list", e.on());
    fact(w, UNDERTAKINGS, r, 0, Figure.DECIDED, e.applicationId(), null);
    fact(w, UNDERTAKINGS, r, 1, Figure.LOST, e.applicationId(), null);
  }

  @EventHandler
  void on(ApplicationSubmitted e, Recorded r, Writes w) {
    w.add(
        UNDERTAKINGS,
        "update view_report_subject set asked_cents = ? where subject_id = ?",
        e.grantCents(),
        e.applicationId());
    fact(w, UNDERTAKINGS, r, 0, Figure.APPLIED, e.applicationId(), e.grantCents());
    done(w, UNDERTAKINGS, r, e.applicationId(), "submission", e.submittedAt().toLocalDate());
  }

  @EventHandler
  void on(AdditionalRequestReceived e, Recorded r, Writes w) {
    due(w, UNDERTAKINGS, r, e.number(), e.applicationId(), REQUEST, e.dueOn(), null);
  }

  @EventHandler
  void on(AdditionalRequestMoved e, Recorded r, Writes w) {
    numberedMoved(w, r, e.applicationId(), REQUEST, e.number(), e.dueOn());
  }

  @EventHandler
  void on(AdditionalRequestAnswered e, Recorded r, Writes w) {
    numberedDone(w, r, e.applicationId(), REQUEST, e.number(), e.answeredOn());
  }

  @EventHandler
  void on(AdditionalAnswerCorrected e, Recorded r, Writes w) {
    numberedCorrected(w, e.applicationId(), REQUEST, e.number(), e.answeredOn());
  }

  @EventHandler
  void on(AdditionalRequestEnded e, Recorded r, Writes w) {
    numberedDone(w, r, e.applicationId(), REQUEST, e.number(), null);
  }

  @EventHandler
  void on(GrantNoticeReceived e, Recorded r, Writes w) {
    var id = e.applicationId();
    fact(w, UNDERTAKINGS, r, 0, Figure.DECIDED, id, null);
    fact(w, UNDERTAKINGS, r, 1, Figure.WON, id, e.grantedCents());
    granted(w, id, e.grantedCents());
    endedUnless(w, r, id, "reserve-list", List.of());
    w.add(UNDERTAKINGS, STARTED, r.position(), 2, r.at(), id);
    w.add(UNDERTAKINGS, IS_STARTED, id);
    if (e.appealUntil() != null) due(w, UNDERTAKINGS, r, 0, id, "appeal", e.appealUntil(), null);
    due(w, UNDERTAKINGS, r, 1, id, "proof-of-use", e.proofOfUseDue(), null);
    int part = 2;
    for (var day : e.interimProofs())
      due(w, UNDERTAKINGS, r, part++, id, "interim-proof", day, null);
  }

  /** Partners whose own notice says otherwise prove on days of their own. */
  @EventHandler
  void on(GrantSharesStated e, Recorded r, Writes w) {
    int part = 0;
    endedUnless(w, r, e.applicationId(), "partner-proof", List.of());
    for (var due : e.dues()) {
      due(
          w,
          UNDERTAKINGS,
          r,
          part++,
          e.applicationId(),
          "partner-proof",
          due.proofOfUseDue(),
          null);
      for (var day : due.interimProofs())
        dueIfNew(w, r, part++, e.applicationId(), "interim-proof", day);
    }
  }

  @EventHandler
  void on(ApplicationRejected e, Recorded r, Writes w) {
    fact(w, UNDERTAKINGS, r, 0, Figure.DECIDED, e.applicationId(), null);
    fact(w, UNDERTAKINGS, r, 1, Figure.LOST, e.applicationId(), null);
    endedUnless(w, r, e.applicationId(), "reserve-list", List.of());
    if (e.contestUntil() != null)
      due(w, UNDERTAKINGS, r, 0, e.applicationId(), "contest", e.contestUntil(), null);
  }

  @EventHandler
  void on(RejectionContested e, Recorded r, Writes w) {
    done(w, UNDERTAKINGS, r, e.applicationId(), "contest", e.filedOn());
  }

  @EventHandler
  void on(ContestDecided e, Recorded r, Writes w) {
    if (e.furtherUntil() != null)
      due(w, UNDERTAKINGS, r, 0, e.applicationId(), "contest", e.furtherUntil(), null);
  }

  /** Another notice is awaited: what was answered and lost is so no more. */
  @EventHandler
  void on(RejectionLifted e, Recorded r, Writes w) {
    back(w, r, 0, Figure.DECIDED, e.applicationId());
    back(w, r, 1, Figure.LOST, e.applicationId());
  }

  @EventHandler
  void on(DeadlineMoved e, Recorded r, Writes w) {
    moved(w, UNDERTAKINGS, r, e.applicationId(), "submission", e.deadline().toLocalDate());
    atHour(w, UNDERTAKINGS, r, 0, e.applicationId(), "submission", moment(e.deadline()));
    movedIfOpen(w, UNDERTAKINGS, r, 1, e.applicationId(), "outline", e.deadline().toLocalDate());
    atHour(w, UNDERTAKINGS, r, 1, e.applicationId(), "outline", moment(e.deadline()));
  }

  @EventHandler
  void on(ObjectionDecided e, Recorded r, Writes w) {
    worth(w, r, e.applicationId(), e.grantedCents());
    moved(w, UNDERTAKINGS, r, e.applicationId(), "appeal", e.appealUntil());
  }

  @EventHandler
  void on(GrantRevoked e, Recorded r, Writes w) {
    var id = e.applicationId();
    worth(w, r, id, e.grantedCents());
    if (e.refundCents() > 0)
      due(w, UNDERTAKINGS, r, 0, id, "refund", e.refundDueOn(), e.refundCents());
  }

  @EventHandler
  void on(ObjectionDecisionCorrected e, Recorded r, Writes w) {
    var id = e.applicationId();
    if (e.grantedCents() != e.formerGrantedCents()) worth(w, r, id, e.grantedCents());
    movedIfOpen(w, UNDERTAKINGS, r, 0, id, "appeal", e.appealUntil());
  }

  @EventHandler
  void on(RejectionCorrected e, Recorded r, Writes w) {
    movedIfOpen(w, UNDERTAKINGS, r, 0, e.applicationId(), "contest", e.contestUntil());
  }

  @EventHandler
  void on(ContestDecisionCorrected e, Recorded r, Writes w) {
    if (e.furtherUntil() != null)
      movedIfOpen(w, UNDERTAKINGS, r, 0, e.applicationId(), "contest", e.furtherUntil());
  }

  @EventHandler
  void on(RevocationCorrected e, Recorded r, Writes w) {
    var id = e.applicationId();
    if (e.amountCents() != e.formerAmountCents()) worth(w, r, id, e.grantedCents());
    if (e.refundCents() == e.formerRefundCents() && e.refundDueOn().equals(e.formerRefundDueOn()))
      return;
    if (e.formerRefundCents() > 0)
      endOne(w, UNDERTAKINGS, r, id, "refund", e.formerRefundDueOn(), e.formerRefundCents());
    if (e.refundCents() > 0 && e.openCents() > 0)
      due(w, UNDERTAKINGS, r, 0, id, "refund", e.refundDueOn(), e.refundCents());
  }

  @EventHandler
  void on(ProofExamined e, Recorded r, Writes w) {
    if (e.refundCents() > 0 && e.refundDueOn() != null)
      due(w, UNDERTAKINGS, r, 0, e.applicationId(), "refund", e.refundDueOn(), e.refundCents());
  }

  @EventHandler
  void on(ProofResultCorrected e, Recorded r, Writes w) {
    var id = e.applicationId();
    if (e.refundCents() == e.formerRefundCents()
        && Objects.equals(e.refundDueOn(), e.formerRefundDueOn())) return;
    if (e.formerRefundCents() > 0 && e.formerRefundDueOn() != null)
      endOne(w, UNDERTAKINGS, r, id, "refund", e.formerRefundDueOn(), e.formerRefundCents());
    if (e.refundCents() > 0 && e.refundDueOn() != null && e.openCents() > 0)
      due(w, UNDERTAKINGS, r, 0, id, "refund", e.refundDueOn(), e.refundCents());
  }

  @EventHandler
  void on(FundsRefunded e, Recorded r, Writes w) {
    if (e.openCents() == 0) done(w, UNDERTAKINGS, r, e.applicationId(), "refund", e.paidOn());
  }

  @EventHandler
  void on(RefundCorrected e, Recorded r, Writes w) {
    var id = e.applicationId();
    if (e.openCents() == 0) refunded(w, r, id, e.paidOn());
    else refundOpen(w, r, id, e.openCents());
  }

  @EventHandler
  void on(GrantNoticeCorrected e, Recorded r, Writes w) {
    var id = e.applicationId();
    if (e.grantedCents() != e.formerGrantedCents()) worth(w, r, id, e.grantedCents());
    if (e.appealUntil() != null) movedIfOpen(w, UNDERTAKINGS, r, 0, id, "appeal", e.appealUntil());
    movedIfOpen(w, UNDERTAKINGS, r, 1, id, "proof-of-use", e.proofOfUseDue());
    endedUnless(w, r, id, "interim-proof", e.interimProofs());
    int part = 2;
    for (var day : e.interimProofs()) dueIfNew(w, r, part++, id, "interim-proof", day);
  }

  @EventHandler
  void on(GrantDayCorrected e, Recorded r, Writes w) {
    if (e.day() == GrantDay.FINALITY) doneOn(w, e.applicationId(), "appeal", e.on());
  }

  @EventHandler
  void on(GrantPeriodExtended e, Recorded r, Writes w) {
    var id = e.applicationId();
    moved(w, UNDERTAKINGS, r, id, "proof-of-use", e.proofOfUseDue());
    int part = 1;
    for (var day : e.interimProofs()) dueIfNew(w, r, part++, id, "interim-proof", day);
  }

  @EventHandler
  void on(GrantBecameFinal e, Recorded r, Writes w) {
    done(w, UNDERTAKINGS, r, e.applicationId(), "appeal", e.on());
  }

  @EventHandler
  void on(FundsDrawn e, Recorded r, Writes w) {
    fact(w, UNDERTAKINGS, r, 0, Figure.DRAWN, e.applicationId(), e.amountCents());
    if (e.spendBy() != null)
      due(w, UNDERTAKINGS, r, 0, e.applicationId(), "spend-by", e.spendBy(), e.amountCents());
  }

  @EventHandler
  void on(InterimProofCorrected e, Recorded r, Writes w) {
    corrected(w, e.applicationId(), "interim-proof", e.dueOn(), e.submittedOn());
  }

  @EventHandler
  void on(ProofOfUseCorrected e, Recorded r, Writes w) {
    corrected(w, e.applicationId(), "proof-of-use", e.dueOn(), e.submittedOn());
  }

  @EventHandler
  void on(DrawDownCorrected e, Recorded r, Writes w) {
    var id = e.applicationId();
    differs(w, UNDERTAKINGS, r, Figure.DRAWN, id, e.amountCents() - e.formerAmountCents());
    if (Objects.equals(e.spendBy(), e.formerSpendBy()) && e.amountCents() == e.formerAmountCents())
      return;
    if (e.formerSpendBy() != null)
      endOne(w, UNDERTAKINGS, r, id, "spend-by", e.formerSpendBy(), e.formerAmountCents());
    if (e.spendBy() != null && e.amountCents() > 0)
      due(w, UNDERTAKINGS, r, 0, id, "spend-by", e.spendBy(), e.amountCents());
  }

  @EventHandler
  void on(InterimProofSubmitted e, Recorded r, Writes w) {
    done(w, UNDERTAKINGS, r, e.applicationId(), "interim-proof", e.dueOn(), e.submittedOn());
  }

  @EventHandler
  void on(PurposeMet e, Recorded r, Writes w) {
    moved(w, UNDERTAKINGS, r, e.applicationId(), "proof-of-use", e.proofOfUseDue());
  }

  @EventHandler
  void on(ProofOfUseSubmitted e, Recorded r, Writes w) {
    done(w, UNDERTAKINGS, r, e.applicationId(), "proof-of-use", e.submittedOn());
    done(w, UNDERTAKINGS, r, e.applicationId(), "partner-proof", e.submittedOn());
    ended(w, r, e.applicationId());
  }

  @EventHandler
  void on(ApplicationStopped e, Recorded r, Writes w) {
    fact(w, UNDERTAKINGS, r, 0, Figure.STOPPED, e.applicationId(), 0L);
    w.add(UNDERTAKINGS, END, r.at(), r.position(), e.applicationId());
  }

  @EventHandler
  void on(ApplicationClosed e, Recorded r, Writes w) {
    w.add(UNDERTAKINGS, END, r.at(), r.position(), e.applicationId());
  }

  // ---- contributions

  @EventHandler
  void on(ContributionCharged e, Recorded r, Writes w) {
    subject(
        w,
        e.contributionId(),
        e.contributionId(),
        "contribution",
        e.memberName(),
        "alliance/" + e.memberId(),
        e.memberId(),
        e.terms().appliedClass().code(),
        e.year(),
        null,
        null);
    fact(w, e.contributionId(), r, 0, Figure.CHARGED, e.contributionId(), e.amountCents());
  }

  @EventHandler
  void on(ContributionInvoiced e, Recorded r, Writes w) {
    var id = e.contributionId();
    due(w, id, r, 0, id, "contribution", e.dueOn(), e.amountCents());
  }

  @EventHandler
  void on(InvoiceCorrected e, Recorded r, Writes w) {
    var id = e.contributionId();
    long more = e.amountCents() - e.formerAmountCents();
    differs(w, id, r, Figure.CHARGED, id, more);
    if (more == 0 && e.dueOn().equals(e.formerDueOn())) return;
    if (e.openCents() == 0) w.add(id, END, r.at(), r.position(), id);
    else restated(w, r, id, "contribution", e.formerDueOn(), e.dueOn(), e.openCents());
  }

  /** What comes in above what is owed counts as paid for nothing. */
  @EventHandler
  void on(ContributionPaid e, Recorded r, Writes w) {
    var id = e.contributionId();
    long over = orZero(e.overpaidCents());
    fact(w, id, r, 0, Figure.PAID, id, Math.max(0, e.amountCents() - over));
    if (e.openCents() == 0) w.add(id, END, r.at(), r.position(), id);
  }

  /** What is owed again is due again. */
  @EventHandler
  void on(ContributionPaymentCorrected e, Recorded r, Writes w) {
    var id = e.contributionId();
    long owed = e.paidCents() + e.openCents() - orZero(e.overpaidCents());
    long former = e.paidCents() - e.amountCents() + e.formerAmountCents();
    differs(w, id, r, Figure.PAID, id, Math.min(owed, e.paidCents()) - Math.min(owed, former));
    if (e.openCents() == 0) w.add(id, END, r.at(), r.position(), id);
    else if (former >= owed) due(w, id, r, 0, id, "contribution", e.dueOn(), e.openCents());
  }

  private static long orZero(@Nullable Long cents) {
    return cents == null ? 0 : cents;
  }

  @EventHandler
  void on(InvoiceCancelled e, Recorded r, Writes w) {
    var id = e.contributionId();
    differs(w, id, r, Figure.CHARGED, id, e.amountCents() - e.owedCents());
    long counted = Math.min(e.owedCents(), e.paidCents());
    differs(w, id, r, 1, Figure.PAID, id, Math.min(e.amountCents(), e.paidCents()) - counted);
    w.add(id, END, r.at(), r.position(), id);
  }

  /** Before, so much less was paid back or more; what is above what is owed counts for nothing. */
  @EventHandler
  void on(ContributionRefundCorrected e, Recorded r, Writes w) {
    var id = e.contributionId();
    long more = e.formerAmountCents() - e.amountCents();
    long counted = Math.min(0, e.overpaidCents() - e.openCents() - more);
    differs(w, id, r, 1, Figure.PAID, id, -e.openCents() - counted);
    if (e.openCents() == 0) w.add(id, END, r.at(), r.position(), id);
  }

  @EventHandler
  void on(DefaultInterestClaimed e, Recorded r, Writes w) {
    var id = e.contributionId();
    long more = e.interestCents() + e.flatCents();
    differs(w, id, r, Figure.CHARGED, id, more);
    differs(w, id, r, 1, Figure.PAID, id, Math.max(0, more - e.openCents()));
    if (e.openCents() > more)
      restated(w, r, id, "contribution", e.dueOn(), e.dueOn(), e.openCents());
    else if (e.openCents() > 0) due(w, id, r, 0, id, "contribution", e.dueOn(), e.openCents());
  }

  @EventHandler
  void on(DefaultInterestWithdrawn e, Recorded r, Writes w) {
    var id = e.contributionId();
    differs(w, id, r, Figure.CHARGED, id, -e.cents());
    differs(w, id, r, 1, Figure.PAID, id, -Math.min(e.cents(), e.overpaidCents()));
    if (e.openCents() == 0) w.add(id, END, r.at(), r.position(), id);
    else restated(w, r, id, "contribution", e.dueOn(), e.dueOn(), e.openCents());
  }

  @EventHandler
  void on(ContributionDeferred e, Recorded r, Writes w) {
    var id = e.contributionId();
    w.add(id, END, r.at(), r.position(), id);
    due(w, id, r, 0, id, "contribution", e.until(), null);
  }

  @EventHandler
  void on(ContributionDayCorrected e, Recorded r, Writes w) {
    var id = e.contributionId();
    if (e.day() == ContributionDay.DEFERRAL) movedIfOpen(w, id, r, 0, id, "contribution", e.on());
  }

  @EventHandler
  void on(ContributionWaived e, Recorded r, Writes w) {
    var id = e.contributionId();
    fact(w, id, r, 0, Figure.WAIVED, id, e.waivedCents());
    w.add(id, END, r.at(), r.position(), id);
  }

  @EventHandler
  void on(ContributionWrittenOff e, Recorded r, Writes w) {
    var id = e.contributionId();
    fact(w, id, r, 0, Figure.WRITTEN_OFF, id, e.writtenOffCents());
    w.add(id, END, r.at(), r.position(), id);
  }

  // ---- bodies and motions

  @EventHandler
  void on(BodyFounded e, Recorded r, Writes w) {
    subject(w, e.bodyId(), e.bodyId(), "body", e.name(), null, null, null, null, null, null);
  }

  @EventHandler
  void on(MotionSubmitted e, Recorded r, Writes w) {
    var day = day(r.at());
    subject(
        w,
        e.motionId(),
        e.motionId(),
        "motion",
        e.title(),
        "motions/" + e.motionId(),
        null,
        e.bodyId(),
        day.getYear(),
        WorkingDays.number(day),
        null);
    fact(w, e.motionId(), r, 0, Figure.PRESENTED, e.motionId(), 0L);
  }

  @EventHandler
  void on(MotionDecided e, Recorded r, Writes w) {
    var figure =
        switch (e.result()) {
          case "adopted", "amended" -> Figure.ADOPTED;
          case "rejected" -> Figure.REJECTED;
          default -> Figure.INQUORATE;
        };
    w.add(
        e.motionId(),
        FACT,
        r.position(),
        0,
        figure.report().code(),
        figure.code(),
        r.at(),
        1,
        0L,
        WorkingDays.number(day(r.at())),
        e.motionId());
  }

  // ---- ideas

  @EventHandler
  void on(ConsortiumProposed e, Recorded r, Writes w) {
    subject(
        w,
        UNDERTAKINGS,
        e.consortiumId(),
        "idea",
        e.title(),
        "consortia/" + e.consortiumId(),
        null,
        code(e.topic()),
        day(r.at()).getYear(),
        null,
        "proposed");
    fact(w, UNDERTAKINGS, r, 0, Figure.PROPOSED, e.consortiumId(), 0L);
    if (e.deadline() != null)
      due(w, UNDERTAKINGS, r, 0, e.consortiumId(), "call", e.deadline(), null);
  }

  @EventHandler
  void on(CallDeadlineSet e, Recorded r, Writes w) {
    endedUnless(w, r, e.consortiumId(), "call", List.of(e.deadline()));
    dueIfNew(w, r, 0, e.consortiumId(), "call", e.deadline());
  }

  @EventHandler
  void on(CallLeft e, Recorded r, Writes w) {
    endedUnless(w, r, e.consortiumId(), "call", List.of());
  }

  /** What it formed for goes on in the application, which has a deadline of its own. */
  @EventHandler
  void on(ConsortiumConstituted e, Recorded r, Writes w) {
    done(w, UNDERTAKINGS, r, e.consortiumId(), "call", day(r.at()));
  }

  @EventHandler
  void on(IdeaSelected e, Recorded r, Writes w) {
    becomes(w, r, 0, Figure.SELECTED, 1, e.consortiumId(), "proposed", "selected");
  }

  @EventHandler
  void on(IdeaSetAside e, Recorded r, Writes w) {
    becomes(w, r, 0, Figure.DROPPED, 1, e.consortiumId(), "proposed", "dropped");
    becomes(w, r, 1, Figure.WITHDRAWN, 1, e.consortiumId(), "selected", "withdrawn");
    endedUnless(w, r, e.consortiumId(), "call", List.of());
  }

  /** Takes back what setting it aside had counted; as of a day before, that counts still. */
  @EventHandler
  void on(IdeaTakenUp e, Recorded r, Writes w) {
    becomes(w, r, 0, Figure.DROPPED, -1, e.consortiumId(), "dropped", "proposed");
    becomes(w, r, 1, Figure.WITHDRAWN, -1, e.consortiumId(), "withdrawn", "selected");
  }

  @EventHandler
  void on(ConsortiumResolved e, Recorded r, Writes w) {
    if (e.result().equals("adopted"))
      becomes(w, r, 0, Figure.SELECTED, 1, e.consortiumId(), "proposed", "selected");
  }

  @EventHandler
  void on(ConsortiumDissolved e, Recorded r, Writes w) {
    endedUnless(w, r, e.consortiumId(), "call", List.of());
    becomes(w, r, 0, Figure.DROPPED, 1, e.consortiumId(), "proposed", "dropped");
    becomes(w, r, 1, Figure.WITHDRAWN, 1, e.consortiumId(), "selected", "withdrawn");
  }

  // ---- milestones

  @EventHandler
  void on(ProjectStarted e, Recorded r, Writes w) {
    var page = "projects/" + e.projectId();
    subject(
        w, e.projectId(), e.projectId(), "project", e.title(), page, null, null, null, null, null);
    due(w, e.projectId(), r, 0, e.projectId(), "end", e.periodUntil(), null);
  }

  @EventHandler
  void on(ProjectGrantChanged e, Recorded r, Writes w) {
    var project = e.projectId();
    movedIfOpen(w, project, r, 0, project, "end", e.periodUntil());
    if (e.nextReportAt() == null)
      w.add(project, END_KIND, r.at(), r.position(), project, "next-report");
    else movedIfOpen(w, project, r, 1, project, "next-report", day(e.nextReportAt()));
  }

  @EventHandler
  void on(ProjectPlanned e, Recorded r, Writes w) {
    var project = e.projectId();
    for (var each : e.milestones()) {
      var id = milestone(project, each.milestoneId());
      var page = "projects/" + project;
      subject(w, project, id, "milestone", each.title(), page, project, null, null, null, null);
      due(w, project, r, 0, project, id, "milestone", each.baseline(), null);
    }
    due(w, project, r, 1, project, "next-report", day(e.nextReportAt()), null);
  }

  @EventHandler
  void on(MilestoneForecast e, Recorded r, Writes w) {
    var id = milestone(e.projectId(), e.milestoneId());
    moved(w, e.projectId(), r, e.projectId(), id, "milestone", e.forecast());
  }

  @EventHandler
  void on(MilestoneReached e, Recorded r, Writes w) {
    var id = milestone(e.projectId(), e.milestoneId());
    done(w, e.projectId(), r, id, "milestone", e.reachedOn());
  }

  // ---- reports of projects

  @EventHandler
  void on(ReportDue e, Recorded r, Writes w) {
    var project = e.projectId();
    var id = part(project, e.reportId());
    if (e.kind() == ReportKind.PERIODIC)
      w.add(project, END_KIND, r.at(), r.position(), project, "next-report");
    w.add(project, REPORT, id, e.title(), "projects/" + project, project);
    due(w, project, r, 0, project, id, "report", day(e.dueAt()), null);
  }

  @EventHandler
  void on(StatusReportFiled e, Recorded r, Writes w) {
    done(w, e.projectId(), r, part(e.projectId(), e.reportId()), "report", day(r.at()));
  }

  @EventHandler
  void on(ProjectEscalated e, Recorded r, Writes w) {
    if (e.decideBy() == null) return;
    var id = part(e.projectId(), e.reportId());
    due(w, e.projectId(), r, 0, e.projectId(), id, "escalation", day(e.decideBy()), null);
  }

  @EventHandler
  void on(EscalationExtended e, Recorded r, Writes w) {
    var id = part(e.projectId(), e.reportId());
    moved(w, e.projectId(), r, e.projectId(), id, "escalation", day(e.decideBy()));
  }

  @EventHandler
  void on(EscalationSettled e, Recorded r, Writes w) {
    done(w, e.projectId(), r, part(e.projectId(), e.reportId()), "escalation", day(r.at()));
  }

  @EventHandler
  void on(ReportingPeriodClosed e, Recorded r, Writes w) {
    var project = e.projectId();
    w.add(project, END_KIND, r.at(), r.position(), project, "next-report");
    if (e.nextReportAt() != null)
      due(w, project, r, 0, project, "next-report", day(e.nextReportAt()), null);
  }

  /** A report may still be owed; nothing else is. */
  @EventHandler
  void on(ProjectCompleted e, Recorded r, Writes w) {
    w.add(e.projectId(), END_OBJECT + " and kind <> 'report'", r.at(), r.position(), e.projectId());
  }

  @EventHandler
  void on(ProjectClosed e, Recorded r, Writes w) {
    w.add(e.projectId(), END_OBJECT, r.at(), r.position(), e.projectId());
  }

  @EventHandler
  void on(ChangeImplemented e, Recorded r, Writes w) {
    if (e.milestoneId() != null && e.newBaseline() != null)
      notBefore(w, e.projectId(), r, milestone(e.projectId(), e.milestoneId()), e.newBaseline());
    if (e.plan() != null) row(e.projectId(), e.plan(), r, w);
  }

  /** A dropped milestone is due no more, an added one is. */
  private static void row(String project, PlanChange plan, Recorded r, Writes w) {
    var id = milestone(project, String.valueOf(plan.rowId()));
    if (plan.kind() == PlanChange.Kind.DROP_MILESTONE)
      w.add(project, END, r.at(), r.position(), id);
    if (plan.kind() != PlanChange.Kind.ADD_MILESTONE || plan.endsOn() == null) return;
    var page = "projects/" + project;
    var title = String.valueOf(plan.title());
    subject(w, project, id, "milestone", title, page, project, null, null, null, null);
    due(w, project, r, 0, project, id, "milestone", plan.endsOn(), null);
  }

  private static Instant moment(LocalDateTime local) {
    return local.atZone(OFFICE).toInstant();
  }

  private static String milestone(String projectId, String milestoneId) {
    return part(projectId, milestoneId);
  }

  private static String part(String projectId, String id) {
    return projectId + "#" + id;
  }

  // ---- tasks

  @EventHandler
  void on(CaseAdvanced e, Recorded r, Writes w) {
    int part = 0;
    for (var task : e.tasksOpened())
      if (task.dueAt() != null) {
        w.add(
            task.taskId(),
            SUBJECT,
            task.taskId(),
            "task",
            task.name().de(),
            task.name().en(),
            "cases/" + e.caseId(),
            e.caseId(),
            null,
            null,
            null,
            null,
            null);
        due(w, task.taskId(), r, part, task.taskId(), "task", day(task.dueAt()), null);
        atHour(w, task.taskId(), r, part++, task.taskId(), "task", task.dueAt());
      }
    for (var change : e.tasksChanged())
      if (change.property().equals("dueAt")) {
        w.add(change.taskId(), END, r.at(), r.position(), change.taskId());
        if (change.newValue() instanceof String at) {
          var due = Instant.parse(at);
          due(w, change.taskId(), r, part, change.taskId(), "task", day(due), null);
          atHour(w, change.taskId(), r, part++, change.taskId(), "task", due);
        }
      }
    for (var task : e.tasksClosed()) w.add(task.taskId(), END, r.at(), r.position(), task.taskId());
  }
}
