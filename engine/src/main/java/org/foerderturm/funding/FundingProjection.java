package org.foerderturm.funding;

import static org.foerderturm.funding.ApplicationRows.*;

import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.funding.FundingEvent.*;
import org.foerderturm.funding.GrantEvent.*;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.springframework.stereotype.Component;

/** Applications with budgets, deadlines and draw-downs, as lists and details show them. */
@Component
class FundingProjection implements Projection {
  @Override
  public String name() {
    return "funding";
  }

  @Override
  public List<String> tables() {
    return List.of(
        "view_application",
        "view_application_partner",
        "view_application_line",
        "view_application_aid",
        "view_application_stage",
        "view_application_threshold",
        "view_draw_down");
  }

  @EventHandler
  void on(ApplicationOpened e, Recorded r, Writes w) {
    w.add(
        e.applicationId(),
        "insert into view_application (application_id, title, consortium_id, programme, regime,"
            + " call_name, funder, deadline, decisive_arrival, stage, opened_at, moved_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?::timestamp, ?, 'idea', ?, ?)",
        e.applicationId(),
        e.title(),
        e.consortiumId(),
        code(e.programme()),
        code(e.regime()),
        e.call(),
        e.funder(),
        e.deadline().toString(),
        code(e.decisiveArrival()),
        r.at(),
        r.at());
  }

  @EventHandler
  void on(CallRulesStated e, Recorded r, Writes w) {
    var id = e.applicationId();
    w.add(id, "delete from view_application_threshold where application_id = ?", id);
    for (var each : e.thresholds())
      w.add(
          id,
          "insert into view_application_threshold values (?, ?, ?, ?::numeric, ?::numeric)",
          id,
          code(each.stage()),
          each.mark().code(),
          each.least(),
          each.weight());
    set(w, r, id, null, "two_stage = ?, rules_reason = ?", e.twoStage(), e.reason());
  }

  @EventHandler
  void on(OutlineSubmitted e, Recorded r, Writes w) {
    w.add(
        e.applicationId(),
        "insert into view_application_stage (application_id, submitted_at, deadline)"
            + " values (?, ?::timestamp, ?::timestamp)",
        e.applicationId(),
        e.submittedAt().toString(),
        e.deadline().toString());
    set(w, r, e.applicationId(), "outlined", null);
  }

  @EventHandler
  void on(FirstStageDecided e, Recorded r, Writes w) {
    w.add(
        e.applicationId(),
        "update view_application_stage set excellence = ?::numeric, impact = ?::numeric,"
            + " implementation = ?::numeric, total = ?::numeric, most = ?::numeric, invited = ?,"
            + " decided_on = ?, reference = ?, statement = ? where application_id = ?",
        e.excellence(),
        e.impact(),
        e.implementation(),
        e.total(),
        e.marking() == null ? null : e.marking().most(),
        e.invited(),
        e.receivedOn(),
        e.reference(),
        e.statement(),
        e.applicationId());
    if (e.deadline() == null) set(w, r, e.applicationId(), null, null);
    else
      set(w, r, e.applicationId(), "invited", "deadline = ?::timestamp", e.deadline().toString());
  }

  @EventHandler
  void on(FirstStageCorrected e, Recorded r, Writes w) {
    w.add(
        e.applicationId(),
        "update view_application_stage set excellence = ?::numeric, impact = ?::numeric,"
            + " implementation = ?::numeric, total = ?::numeric, decided_on = ?, reference = ?,"
            + " statement = ?::text where application_id = ?",
        e.excellence(),
        e.impact(),
        e.implementation(),
        e.total(),
        e.receivedOn(),
        e.reference(),
        e.statement(),
        e.applicationId());
    set(w, r, e.applicationId(), null, null);
  }

  @EventHandler
  void on(ReserveListed e, Recorded r, Writes w) {
    set(
        w,
        r,
        e.applicationId(),
        "reserve",
        "reserve_rank = ?, reserve_until = ?::date",
        e.rank(),
        e.until());
  }

  @EventHandler
  void on(ReserveListLapsed e, Recorded r, Writes w) {
    set(w, r, e.applicationId(), "rejected", "reason = coalesce(?::text, reason)", e.reason());
  }

  @EventHandler
  void on(GoScored e, Recorded r, Writes w) {
    set(w, r, e.applicationId(), null, "score = ?, advice = ?", e.score(), e.advice());
  }

  @EventHandler
  void on(FundingResolved e, Recorded r, Writes w) {
    if (e.subject() == ResolutionSubject.APPLICATION)
      set(
          w,
          r,
          e.applicationId(),
          e.result().equals("adopted") ? "go" : null,
          "go_motion_id = ?, go_result = ?",
          e.motionId(),
          e.result());
    else
      set(
          w,
          r,
          e.applicationId(),
          null,
          "cover_motion_id = ?, cover_result = ?, cover_paper_id = ?,"
              + " cover_cents = greatest(cover_cents, ?)",
          e.motionId(),
          e.result(),
          e.paperId(),
          e.resolvedCents());
  }

  @EventHandler
  void on(OutlineWritten e, Recorded r, Writes w) {
    set(
        w,
        r,
        e.applicationId(),
        "outline",
        "aim = ?, work_plan = ?, benefit = ?",
        e.aim(),
        e.workPlan(),
        e.benefit());
  }

  @EventHandler
  void on(PartnerBudgeted e, Recorded r, Writes w) {
    w.add(
        e.applicationId(),
        "insert into view_application_partner (application_id, partner_id, position, name, city,"
            + " intensity_percent, costs_cents, grant_cents, own_cents, third_party_cents)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (application_id, partner_id) do update set name = excluded.name,"
            + " city = excluded.city, intensity_percent = excluded.intensity_percent,"
            + " costs_cents = excluded.costs_cents, grant_cents = excluded.grant_cents,"
            + " own_cents = excluded.own_cents, third_party_cents = excluded.third_party_cents,"
            + " signatory = null",
        e.applicationId(),
        e.partnerId(),
        r.position(),
        e.name(),
        e.city(),
        e.intensityPercent(),
        e.costsCents(),
        e.grantCents(),
        e.ownCents(),
        e.thirdPartyCents());
    put(w, e.applicationId(), e.partnerId(), e.lines());
    set(w, r, e.applicationId(), "budgeted", "cover_needed = null");
  }

  @EventHandler
  void on(AidDetermined e, Recorded r, Writes w) {
    w.add(
        e.applicationId(),
        "insert into view_application_aid (application_id, partner_id, name, category,"
            + " no_aid_reason, day, planned, percent, source, version, above_cents)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (application_id, partner_id) do update set name = excluded.name,"
            + " category = excluded.category, no_aid_reason = excluded.no_aid_reason,"
            + " day = excluded.day, planned = excluded.planned, percent = excluded.percent,"
            + " source = excluded.source, version = excluded.version,"
            + " above_cents = excluded.above_cents",
        e.applicationId(),
        e.partnerId(),
        e.name(),
        e.facts().category(),
        e.facts().noAidReason(),
        e.day(),
        e.planned(),
        e.percent(),
        e.source(),
        e.version(),
        e.aboveCents());
    set(w, r, e.applicationId(), null, null);
  }

  @EventHandler
  void on(AidRowMissing e, Recorded r, Writes w) {
    w.add(
        e.applicationId(),
        "update view_application_aid set day = ?, percent = null, source = null"
            + " where application_id = ? and partner_id = ?",
        e.day(),
        e.applicationId(),
        e.partnerId());
    set(w, r, e.applicationId(), null, null);
  }

  @EventHandler
  void on(PartnerBudgetRemoved e, Recorded r, Writes w) {
    w.add(
        e.applicationId(),
        "delete from view_application_aid where application_id = ? and partner_id = ?",
        e.applicationId(),
        e.partnerId());
    lines(w, e.applicationId(), e.partnerId());
    w.add(
        e.applicationId(),
        "delete from view_application_partner where application_id = ? and partner_id = ?",
        e.applicationId(),
        e.partnerId());
    set(w, r, e.applicationId(), "budgeted", "cover_needed = null");
  }

  @EventHandler
  void on(BudgetSignedOff e, Recorded r, Writes w) {
    w.add(
        e.applicationId(),
        "update view_application_partner set signatory = ?"
            + " where application_id = ? and partner_id = ?",
        e.signatory(),
        e.applicationId(),
        e.partnerId());
    set(w, r, e.applicationId(), null, null);
  }

  @EventHandler
  void on(BudgetAgreed e, Recorded r, Writes w) {
    set(w, r, e.applicationId(), "signed-off", null);
  }

  @EventHandler
  void on(CoverChecked e, Recorded r, Writes w) {
    set(
        w,
        r,
        e.applicationId(),
        null,
        "cover_needed = ?, cover_source = ?",
        e.resolutionNeeded(),
        e.source());
  }

  @EventHandler
  void on(ApplicationSubmitted e, Recorded r, Writes w) {
    set(
        w,
        r,
        e.applicationId(),
        "submitted",
        "submitted_at = ?::timestamp",
        e.submittedAt().toString());
  }

  @EventHandler
  void on(ApplicationArrived e, Recorded r, Writes w) {
    var at = e.arrivedAt().toString();
    var column = e.arrival() == Arrival.PAPER ? "paper_at" : "electronic_at";
    if (e.decisive())
      set(w, r, e.applicationId(), null, column + " = ?::timestamp, in_time = ?", at, e.inTime());
    else set(w, r, e.applicationId(), null, column + " = ?::timestamp", at);
  }

  @EventHandler
  void on(ArrivalCorrected e, Recorded r, Writes w) {
    on(
        new ApplicationArrived(
            e.applicationId(), e.arrival(), e.arrivedAt(), e.reference(), e.inTime(), e.decisive()),
        r,
        w);
  }

  @EventHandler
  void on(ApplicationEvaluated e, Recorded r, Writes w) {
    set(
        w,
        r,
        e.applicationId(),
        "evaluated",
        "excellence = ?, impact = ?, implementation = ?, total = ?, positive = ?,"
            + " total_most = ?::numeric",
        e.excellence(),
        e.impact(),
        e.implementation(),
        e.total(),
        e.positive(),
        e.marking() == null ? null : e.marking().most());
  }

  @EventHandler
  void on(EvaluationCorrected e, Recorded r, Writes w) {
    set(
        w,
        r,
        e.applicationId(),
        null,
        "excellence = ?::numeric, impact = ?::numeric, implementation = ?::numeric,"
            + " total = ?::numeric, positive = ?",
        e.excellence(),
        e.impact(),
        e.implementation(),
        e.total(),
        e.positive());
  }

  @EventHandler
  void on(RejectionCorrected e, Recorded r, Writes w) {
    set(
        w,
        r,
        e.applicationId(),
        null,
        "notice_reference = ?, notice_on = ?, reason = ?, contest_until = ?",
        e.reference(),
        e.receivedOn(),
        e.grounds(),
        e.contestUntil());
    // the refusal of an outline is the same notice
    w.add(
        e.applicationId(),
        "update view_application_stage set decided_on = ?, reference = ?, statement = ?"
            + " where application_id = ? and invited = false",
        e.receivedOn(),
        e.reference(),
        e.grounds(),
        e.applicationId());
  }

  @EventHandler
  void on(ContestDecisionCorrected e, Recorded r, Writes w) {
    set(
        w,
        r,
        e.applicationId(),
        null,
        "contest_until = coalesce(?::date, contest_until)",
        e.furtherUntil());
  }

  @EventHandler
  void on(ObjectionDecisionCorrected e, Recorded r, Writes w) {
    set(
        w,
        r,
        e.applicationId(),
        null,
        "granted_cents = case when granted_cents = ? then ? else granted_cents end",
        e.formerGrantedCents(),
        e.grantedCents());
  }

  @EventHandler
  void on(RevocationCorrected e, Recorded r, Writes w) {
    set(
        w,
        r,
        e.applicationId(),
        null,
        "granted_cents = ?, refund_cents = refund_cents + ?",
        e.grantedCents(),
        e.refundCents() - e.formerRefundCents());
  }

  @EventHandler
  void on(GrantNoticeReceived e, Recorded r, Writes w) {
    set(
        w,
        r,
        e.applicationId(),
        "granted",
        "notice_reference = ?, notice_on = ?, granted_cents = ?, period_from = ?,"
            + " period_until = ?, proof_source = ?, never_final = ?",
        e.reference(),
        e.receivedOn(),
        e.grantedCents(),
        e.periodFrom(),
        e.periodUntil(),
        e.source(),
        e.appealUntil() == null);
  }

  @EventHandler
  void on(GrantNoticeCorrected e, Recorded r, Writes w) {
    set(
        w,
        r,
        e.applicationId(),
        null,
        "notice_reference = ?, notice_on = ?, granted_cents = case when granted_cents = ? then ?"
            + " else granted_cents end, period_from = ?, period_until = case when period_until ="
            + " ?::date then ?::date else period_until end, proof_source = ?",
        e.reference(),
        e.receivedOn(),
        e.formerGrantedCents(),
        e.grantedCents(),
        e.periodFrom(),
        e.formerPeriodUntil(),
        e.periodUntil(),
        e.source());
  }

  @EventHandler
  void on(GrantDayCorrected e, Recorded r, Writes w) {
    var column =
        switch (e.day()) {
          case FINALITY -> "final_on";
          case AGREEMENT -> "agreement_on";
          case OBJECTION -> "objected_on";
          case PAYMENT_STOP -> "stopped_since";
        };
    set(w, r, e.applicationId(), null, column + " = ?", e.on());
  }

  @EventHandler
  void on(RefundCorrected e, Recorded r, Writes w) {
    long more = e.amountCents() - e.formerAmountCents();
    set(w, r, e.applicationId(), null, "refunded_cents = refunded_cents + ?", more);
  }

  @EventHandler
  void on(ApplicationRejected e, Recorded r, Writes w) {
    set(
        w,
        r,
        e.applicationId(),
        "rejected",
        "notice_reference = ?, notice_on = ?, reason = ?, contest_until = ?::date,"
            + " objection_possible = ?",
        e.reference(),
        e.receivedOn(),
        e.reason(),
        e.contestUntil(),
        e.delivery() == null || e.delivery().remedy() == Remedy.OBJECTION);
  }

  @EventHandler
  void on(RejectionContested e, Recorded r, Writes w) {
    set(w, r, e.applicationId(), "contested", null);
  }

  @EventHandler
  void on(ContestDecided e, Recorded r, Writes w) {
    if (e.result() == ObjectionResult.WITHDRAWN) set(w, r, e.applicationId(), "rejected", null);
    else
      set(
          w,
          r,
          e.applicationId(),
          "rejected",
          "contest_until = ?::date, objection_possible = false",
          e.furtherUntil());
  }

  @EventHandler
  void on(RejectionLifted e, Recorded r, Writes w) {
    set(
        w,
        r,
        e.applicationId(),
        "evaluated",
        "notice_reference = null, notice_on = null, reason = null, positive = true");
    w.add(
        e.applicationId(),
        "update view_application set stage = 'outlined', positive = null"
            + " where application_id = ? and submitted_at is null",
        e.applicationId());
  }

  @EventHandler
  void on(GrantBecameFinal e, Recorded r, Writes w) {
    set(w, r, e.applicationId(), "final", "final_on = ?, waived = ?", e.on(), e.waived());
  }

  @EventHandler
  void on(CooperationAgreementSigned e, Recorded r, Writes w) {
    set(w, r, e.applicationId(), null, "agreement_on = ?", e.signedOn());
  }

  @EventHandler
  void on(FundsDrawn e, Recorded r, Writes w) {
    w.add(
        e.applicationId(),
        "insert into view_draw_down (application_id, number, name, amount_cents, received_on,"
            + " spend_by, partner_id, request) values (?, ?, ?, ?, ?, ?, ?, ?::int)",
        e.applicationId(),
        e.number(),
        e.name(),
        e.amountCents(),
        e.receivedOn(),
        e.spendBy(),
        e.partnerId(),
        e.request());
    set(w, r, e.applicationId(), null, "drawn_cents = drawn_cents + ?", e.amountCents());
  }

  @EventHandler
  void on(DrawDownCorrected e, Recorded r, Writes w) {
    w.add(
        e.applicationId(),
        "update view_draw_down set amount_cents = ?, received_on = ?, spend_by = ?::date"
            + " where application_id = ? and number = ?",
        e.amountCents(),
        e.receivedOn(),
        e.spendBy(),
        e.applicationId(),
        e.number());
    long more = e.amountCents() - e.formerAmountCents();
    set(w, r, e.applicationId(), null, "drawn_cents = drawn_cents + ?", more);
  }

  @EventHandler
  void on(InterimProofCorrected e, Recorded r, Writes w) {
    set(w, r, e.applicationId(), null, null);
  }

  @EventHandler
  void on(ProofOfUseCorrected e, Recorded r, Writes w) {
    set(
        w,
        r,
        e.applicationId(),
        null,
        "spent_cents = ?, unspent_cents = ?, refund_cents = refund_cents + ?",
        e.spentCents(),
        e.unspentCents(),
        e.unspentCents() - e.formerUnspentCents());
  }

  @EventHandler
  void on(InterimProofSubmitted e, Recorded r, Writes w) {
    set(w, r, e.applicationId(), null, null);
  }

  @EventHandler
  void on(PurposeMet e, Recorded r, Writes w) {
    set(w, r, e.applicationId(), null, null);
  }

  @EventHandler
  void on(ProofOfUseSubmitted e, Recorded r, Writes w) {
    set(
        w,
        r,
        e.applicationId(),
        "proved",
        "spent_cents = ?, unspent_cents = ?, refund_cents = refund_cents + ?",
        e.spentCents(),
        e.unspentCents(),
        e.unspentCents());
  }

  @EventHandler
  void on(ApplicationStopped e, Recorded r, Writes w) {
    set(w, r, e.applicationId(), "stopped", "reason = ?", e.reason());
  }

  @EventHandler
  void on(ApplicationClosed e, Recorded r, Writes w) {
    set(w, r, e.applicationId(), "closed", "lessons = ?", e.lessons());
  }

  // ---- after the notice

  @EventHandler
  void on(DeadlineMoved e, Recorded r, Writes w) {
    set(w, r, e.applicationId(), null, "deadline = ?::timestamp", e.deadline().toString());
  }

  @EventHandler
  void on(BudgetReallocated e, Recorded r, Writes w) {
    put(w, e.applicationId(), e.partnerId(), e.lines());
    set(w, r, e.applicationId(), null, null);
  }

  @EventHandler
  void on(GrantPeriodExtended e, Recorded r, Writes w) {
    set(
        w,
        r,
        e.applicationId(),
        null,
        "period_until = ?, proof_source = ?",
        e.periodUntil(),
        e.source());
  }

  @EventHandler
  void on(GranteeReplaced e, Recorded r, Writes w) {
    w.add(
        e.applicationId(),
        "update view_application_partner set partner_id = ?, name = ?"
            + " where application_id = ? and partner_id = ?",
        e.successorId(),
        e.successorName(),
        e.applicationId(),
        e.partnerId());
    w.add(
        e.applicationId(),
        "update view_application_line set partner_id = ?"
            + " where application_id = ? and partner_id = ?",
        e.successorId(),
        e.applicationId(),
        e.partnerId());
    w.add(
        e.applicationId(),
        "delete from view_application_aid where application_id = ? and partner_id = ?",
        e.applicationId(),
        e.partnerId());
    w.add(
        e.applicationId(),
        "update view_draw_down set partner_id = ? where application_id = ? and partner_id = ?",
        e.successorId(),
        e.applicationId(),
        e.partnerId());
    set(w, r, e.applicationId(), null, null);
  }

  @EventHandler
  void on(ObjectionFiled e, Recorded r, Writes w) {
    set(w, r, e.applicationId(), null, "objected_on = ?", e.filedOn());
  }

  @EventHandler
  void on(ObjectionDecided e, Recorded r, Writes w) {
    set(w, r, e.applicationId(), null, "objected_on = null, granted_cents = ?", e.grantedCents());
  }

  @EventHandler
  void on(PaymentsStopped e, Recorded r, Writes w) {
    set(w, r, e.applicationId(), null, "stopped_since = ?", e.since());
  }

  @EventHandler
  void on(PaymentStopLifted e, Recorded r, Writes w) {
    set(w, r, e.applicationId(), null, "stopped_since = null");
  }

  @EventHandler
  void on(GrantRevoked e, Recorded r, Writes w) {
    set(
        w,
        r,
        e.applicationId(),
        null,
        "granted_cents = ?, refund_cents = refund_cents + ?",
        e.grantedCents(),
        e.refundCents());
  }

  @EventHandler
  void on(GrantSharesStated e, Recorded r, Writes w) {
    set(w, r, e.applicationId(), null, "refund_cents = refund_cents + ?", e.refundCents());
  }

  @EventHandler
  void on(FundsRefunded e, Recorded r, Writes w) {
    set(w, r, e.applicationId(), null, "refunded_cents = refunded_cents + ?", e.amountCents());
  }

  @EventHandler
  void on(ProofExamined e, Recorded r, Writes w) {
    examined(w, r, e.applicationId(), e.cutCents(), e.refundCents());
  }

  @EventHandler
  void on(ProofResultCorrected e, Recorded r, Writes w) {
    examined(
        w,
        r,
        e.applicationId(),
        e.cutCents() - e.formerCutCents(),
        e.refundCents() - e.formerRefundCents());
  }

  private static void examined(Writes w, Recorded r, String id, long cut, long refund) {
    set(w, r, id, null, "cut_cents = cut_cents + ?, refund_cents = refund_cents + ?", cut, refund);
  }

  @EventHandler
  void on(RepaymentInterestClaimed e, Recorded r, Writes w) {
    set(w, r, e.applicationId(), null, "interest_cents = interest_cents + ?", e.cents());
  }

  @EventHandler
  void on(RepaymentInterestCorrected e, Recorded r, Writes w) {
    long more = e.cents() - e.formerCents();
    set(w, r, e.applicationId(), null, "interest_cents = interest_cents + ?", more);
  }
}
