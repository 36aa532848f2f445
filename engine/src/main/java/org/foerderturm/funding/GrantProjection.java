package org.foerderturm.funding;

import static org.foerderturm.funding.ApplicationRows.code;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.funding.FundingEvent.ProofOfUseCorrected;
import org.foerderturm.funding.FundingEvent.ProofOfUseSubmitted;
import org.foerderturm.funding.GrantEvent.*;
import org.foerderturm.log.Json;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes of a grant and what else happened to it after its notice. */
@Component
class GrantProjection implements Projection {
  private static final int LAST = -1;
  private static final String CAME =
      " posted_on = ?::date, received_on = ?::date, without_instruction = ?";

  @Override
  public String name() {
    return "grant";
  }

  @Override
  public List<String> tables() {
    return List.of(
        "view_grant_change",
        "view_grant_note",
        "view_budget_year",
        "view_grant_share",
        "view_grant_row",
        "view_payment_request",
        "view_partner_proof",
        "view_proof_result",
        "view_repayment_interest");
  }

  @EventHandler
  void on(GrantSharesStated e, Writes w) {
    w.add(
        e.applicationId(),
        "delete from view_grant_share where application_id = ?",
        e.applicationId());
    for (var each : e.shares())
      w.add(
          e.applicationId(),
          "insert into view_grant_share (application_id, partner_id, reference, granted_cents,"
              + " regime, period_from, period_until) values (?, ?, ?, ?, ?, ?::date, ?::date)",
          e.applicationId(),
          Financing.partnerId(each.partner()),
          each.noticeReference(),
          each.amountCents(),
          each.regime() == null ? null : each.regime().code(),
          each.periodFrom(),
          each.periodUntil());
    for (var due : e.dues())
      w.add(
          e.applicationId(),
          "update view_grant_share set proof_due = ? where application_id = ? and partner_id = ?",
          due.proofOfUseDue(),
          e.applicationId(),
          due.partnerId());
  }

  @EventHandler
  void on(PaymentRequested e, Writes w) {
    w.add(
        e.applicationId(),
        "insert into view_payment_request (application_id, number, partner_id, name, asked_cents,"
            + " requested_on) values (?, ?, ?, ?, ?, ?)",
        e.applicationId(),
        e.number(),
        e.partnerId(),
        e.name(),
        e.amountCents(),
        e.requestedOn());
  }

  @EventHandler
  void on(PaymentRequestAnswered e, Writes w) {
    w.add(
        e.applicationId(),
        "update view_payment_request set approved_cents = ?, answered_on = ?, reason = ?::text"
            + " where application_id = ? and number = ?",
        e.approvedCents(),
        e.answeredOn(),
        e.reason(),
        e.applicationId(),
        e.number());
  }

  @EventHandler
  void on(PaymentAnswerCorrected e, Writes w) {
    w.add(
        e.applicationId(),
        "update view_payment_request set approved_cents = ?, answered_on = ?, reason = ?::text"
            + " where application_id = ? and number = ?",
        e.approvedCents(),
        e.answeredOn(),
        e.grounds(),
        e.applicationId(),
        e.number());
  }

  @EventHandler
  void on(PaymentRequestWithdrawn e, Writes w) {
    w.add(
        e.applicationId(),
        "update view_payment_request set withdrawn = true, reason = ? where application_id = ?"
            + " and number = ?",
        e.reason(),
        e.applicationId(),
        e.number());
  }

  @EventHandler
  void on(ApprovedRowsStated e, Writes w) {
    approved(w, e.applicationId(), e.partnerId(), e.rows());
  }

  /** What is free of consent moves the budget only: what was approved stays as it was before. */
  private static void approvedBefore(Writes w, BudgetReallocated e) {
    var rows = new EnumMap<CostRow, Long>(CostRow.class);
    for (var line : e.lines()) rows.put(line.row(), line.costsCents());
    rows.merge(e.fromRow(), e.amountCents(), Long::sum);
    rows.merge(e.toRow(), -e.amountCents(), Long::sum);
    w.add(
        e.applicationId(),
        "insert into view_grant_row (application_id, partner_id, cost_row, costs_cents)"
            + " select ?, ?, said.key, said.value::bigint from json_each_text(?::json) said"
            + " where said.value::bigint > 0 and not exists (select from view_grant_row"
            + " where application_id = ? and partner_id = ?)",
        e.applicationId(),
        e.partnerId(),
        Json.write(
            rows.entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().code(), Map.Entry::getValue))),
        e.applicationId(),
        e.partnerId());
  }

  private static void approved(Writes w, String id, String partnerId, List<ApprovedRow> rows) {
    w.add(
        id,
        "delete from view_grant_row where application_id = ? and partner_id = ?",
        id,
        partnerId);
    for (var each : rows)
      w.add(
          id,
          "insert into view_grant_row (application_id, partner_id, cost_row, costs_cents)"
              + " values (?, ?, ?, ?)",
          id,
          partnerId,
          each.row().code(),
          each.costsCents());
  }

  @EventHandler
  void on(ProofOfUseSubmitted e, Writes w) {
    parts(w, e.applicationId(), e.byPartner());
  }

  @EventHandler
  void on(ProofOfUseCorrected e, Writes w) {
    parts(w, e.applicationId(), e.byPartner());
  }

  private static void parts(Writes w, String id, List<PartnerProof> parts) {
    w.add(id, "delete from view_partner_proof where application_id = ?", id);
    for (var each : parts)
      w.add(
          id,
          "insert into view_partner_proof values (?, ?, ?, ?)",
          id,
          each.partnerId(),
          each.spentCents(),
          each.unspentCents());
  }

  @EventHandler
  void on(GranteeReplaced e, Writes w) {
    w.add(
        e.applicationId(),
        "update view_grant_share set partner_id = ?, reference = null, regime = null,"
            + " period_from = null, period_until = null, proof_due = null"
            + " where application_id = ? and partner_id = ?",
        e.successorId(),
        e.applicationId(),
        e.partnerId());
    w.add(
        e.applicationId(),
        "update view_grant_row set partner_id = ? where application_id = ? and partner_id = ?",
        e.successorId(),
        e.applicationId(),
        e.partnerId());
    w.add(
        e.applicationId(),
        "update view_payment_request set partner_id = ?, name = ? where application_id = ?"
            + " and partner_id = ?",
        e.successorId(),
        e.successorName(),
        e.applicationId(),
        e.partnerId());
  }

  @EventHandler
  void on(ProofExamined e, Writes w) {
    w.add(
        e.applicationId(),
        "insert into view_proof_result (application_id, partner_id, decided_on, reference,"
            + " cut_cents, cut_costs_cents, recognised_cents, refund_cents, refund_due_on, grounds)"
            + " values (?, ?, ?, ?, ?, ?::bigint, ?, ?, ?::date, ?)",
        e.applicationId(),
        e.partnerId(),
        e.decidedOn(),
        e.reference(),
        e.cutCents(),
        e.cutCostsCents(),
        e.recognisedCents(),
        e.refundCents(),
        e.refundDueOn(),
        e.grounds());
  }

  @EventHandler
  void on(ProofResultCorrected e, Writes w) {
    w.add(
        e.applicationId(),
        "update view_proof_result set decided_on = ?, reference = ?, cut_cents = ?,"
            + " cut_costs_cents = ?::bigint, recognised_cents = ?, refund_cents = ?,"
            + " refund_due_on = ?::date, grounds = ? where application_id = ? and partner_id = ?",
        e.decidedOn(),
        e.reference(),
        e.cutCents(),
        e.cutCostsCents(),
        e.recognisedCents(),
        e.refundCents(),
        e.refundDueOn(),
        e.grounds(),
        e.applicationId(),
        e.partnerId());
  }

  @EventHandler
  void on(RepaymentInterestClaimed e, Writes w) {
    w.add(
        e.applicationId(),
        "insert into view_repayment_interest (application_id, number, partner_id, name, from_day,"
            + " until_day, most_cents, cents, source) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        e.applicationId(),
        e.number(),
        e.partnerId(),
        e.name(),
        e.from(),
        e.until(),
        e.mostCents(),
        e.cents(),
        e.source());
  }

  @EventHandler
  void on(RepaymentInterestCorrected e, Writes w) {
    w.add(
        e.applicationId(),
        "update view_repayment_interest set from_day = ?, until_day = ?, most_cents = ?, cents = ?,"
            + " source = ? where application_id = ? and number = ?",
        e.from(),
        e.until(),
        e.mostCents(),
        e.cents(),
        e.source(),
        e.applicationId(),
        e.number());
  }

  @EventHandler
  void on(GrantChangeBegun e, Writes w) {
    w.add(
        e.applicationId(),
        "insert into view_grant_change (application_id, change_id, number, kind, state)"
            + " values (?, ?, ?, ?, 'begun')",
        e.applicationId(),
        e.changeId(),
        e.number(),
        code(e.kind()));
  }

  @EventHandler
  void on(GrantChangeDrafted e, Writes w) {
    set(
        w,
        e.applicationId(),
        e.changeId(),
        "drafted",
        "name = ?, from_row = ?, to_row = ?, amount_cents = ?::bigint, period_until = ?::date,"
            + " successor = ?, reason = ?, consent_needed = ?, source = ?",
        e.name(),
        e.fromRow() == null ? null : e.fromRow().code(),
        e.toRow() == null ? null : e.toRow().code(),
        e.amountCents(),
        e.periodUntil(),
        e.successor(),
        e.reason(),
        e.consentNeeded(),
        e.source());
  }

  @EventHandler
  void on(GrantChangePut e, Writes w) {
    set(w, e.applicationId(), e.changeId(), "put", "put_on = ?", e.putOn());
  }

  @EventHandler
  void on(GrantChangeConsented e, Writes w) {
    set(
        w,
        e.applicationId(),
        e.changeId(),
        "consented",
        "decided_on = ?, reference = ?",
        e.decidedOn(),
        e.reference());
  }

  @EventHandler
  void on(GrantChangeRefused e, Writes w) {
    set(
        w,
        e.applicationId(),
        e.changeId(),
        "refused",
        "decided_on = ?, answer = ?",
        e.decidedOn(),
        e.reason());
  }

  @EventHandler
  void on(GrantChangeWithdrawn e, Writes w) {
    set(w, e.applicationId(), e.changeId(), "withdrawn", "answer = ?", e.reason());
  }

  @EventHandler
  void on(BudgetReallocated e, Writes w) {
    if (e.consented())
      approved(
          w,
          e.applicationId(),
          e.partnerId(),
          e.lines().stream().map(each -> new ApprovedRow(each.row(), each.costsCents())).toList());
    else {
      set(w, e.applicationId(), e.changeId(), "free", "answer = null");
      approvedBefore(w, e);
    }
  }

  @EventHandler
  void on(ObjectionFiled e, Recorded r, Writes w) {
    note(w, r, e.applicationId(), kind(e.remedy()), e.filedOn(), null, null, null, e.reason());
  }

  @EventHandler
  void on(ObjectionDecided e, Recorded r, Writes w) {
    note(
        w,
        r,
        e.applicationId(),
        kind(e.remedy()) + "-" + code(e.result()),
        e.decidedOn(),
        e.appealUntil(),
        e.grantedCents(),
        e.reference(),
        null);
    came(w, e.applicationId(), r.position(), e.delivery());
  }

  /** Earlier versions knew objections only. */
  private static String kind(@Nullable Remedy remedy) {
    return remedy == null ? "objection" : remedy.code();
  }

  @EventHandler
  void on(RejectionContested e, Recorded r, Writes w) {
    note(
        w,
        r,
        e.applicationId(),
        "contest-" + code(e.remedy()),
        e.filedOn(),
        null,
        null,
        null,
        e.reason());
  }

  @EventHandler
  void on(ContestDecided e, Recorded r, Writes w) {
    note(
        w,
        r,
        e.applicationId(),
        "contest-" + code(e.remedy()) + "-" + code(e.result()),
        e.decidedOn(),
        e.furtherUntil(),
        null,
        e.reference(),
        null);
    came(w, e.applicationId(), r.position(), e.delivery());
  }

  @EventHandler
  void on(PaymentsStopped e, Recorded r, Writes w) {
    note(w, r, e.applicationId(), "payment-stop", e.since(), null, null, null, e.reason());
  }

  @EventHandler
  void on(PaymentStopLifted e, Recorded r, Writes w) {
    note(w, r, e.applicationId(), "stop-lifted", e.liftedOn(), null, null, null, e.reason());
  }

  @EventHandler
  void on(GrantRevoked e, Recorded r, Writes w) {
    note(
        w,
        r,
        e.applicationId(),
        e.whole() ? "revocation" : "part-revocation",
        e.receivedOn(),
        e.refundCents() > 0 ? e.refundDueOn() : null,
        e.amountCents(),
        e.reference(),
        e.reason());
    came(w, e.applicationId(), r.position(), e.delivery());
  }

  @EventHandler
  void on(FundsRefunded e, Recorded r, Writes w) {
    note(w, r, e.applicationId(), "refund", e.paidOn(), null, e.amountCents(), null, null);
  }

  @EventHandler
  void on(RefundCorrected e, Writes w) {
    renote(
        w,
        e.applicationId(),
        "refund",
        e.number(),
        "day = ?, amount_cents = ?",
        e.paidOn(),
        e.amountCents());
  }

  @EventHandler
  void on(RevocationCorrected e, Writes w) {
    renote(
        w,
        e.applicationId(),
        "revocation|part-revocation",
        e.number(),
        "kind = ?, day = ?, due_on = ?::date, amount_cents = ?, reference = ?, reason = ?," + CAME,
        e.whole() ? "revocation" : "part-revocation",
        e.receivedOn(),
        e.refundCents() > 0 ? e.refundDueOn() : null,
        e.amountCents(),
        e.reference(),
        e.grounds(),
        Delivery.posted(e.delivery()),
        Delivery.received(e.delivery()),
        Delivery.uninstructed(e.delivery()));
  }

  @EventHandler
  void on(ObjectionDecisionCorrected e, Writes w) {
    renote(
        w,
        e.applicationId(),
        "(objection|action)-.*",
        LAST,
        "day = ?, due_on = ?, amount_cents = ?, reference = ?," + CAME,
        e.decidedOn(),
        e.appealUntil(),
        e.grantedCents(),
        e.reference(),
        Delivery.posted(e.delivery()),
        Delivery.received(e.delivery()),
        Delivery.uninstructed(e.delivery()));
  }

  @EventHandler
  void on(ContestDecisionCorrected e, Writes w) {
    renote(
        w,
        e.applicationId(),
        "contest-" + code(e.remedy()) + "-.*",
        LAST,
        "day = ?, due_on = ?::date, reference = ?," + CAME,
        e.decidedOn(),
        e.furtherUntil(),
        e.reference(),
        Delivery.posted(e.delivery()),
        Delivery.received(e.delivery()),
        Delivery.uninstructed(e.delivery()));
  }

  @EventHandler
  void on(GrantDayCorrected e, Writes w) {
    var kind =
        switch (e.day()) {
          case OBJECTION -> "objection|action";
          case PAYMENT_STOP -> "payment-stop";
          case FINALITY, AGREEMENT -> null;
        };
    if (kind != null) renote(w, e.applicationId(), kind, LAST, "day = ?", e.on());
  }

  @EventHandler
  void on(BudgetYearClosed e, Writes w) {
    w.add(
        e.applicationId(),
        "insert into view_budget_year values (?, ?, ?)",
        e.applicationId(),
        e.year(),
        e.closedOn());
  }

  @EventHandler
  void on(BudgetYearReopened e, Writes w) {
    w.add(
        e.applicationId(),
        "delete from view_budget_year where application_id = ? and year = ?",
        e.applicationId(),
        e.year());
  }

  private static void set(
      Writes w,
      String applicationId,
      String changeId,
      String state,
      String assignments,
      @Nullable Object... values) {
    var args = new Object[values.length + 3];
    System.arraycopy(values, 0, args, 0, values.length);
    args[values.length] = state;
    args[values.length + 1] = applicationId;
    args[values.length + 2] = changeId;
    w.add(
        applicationId,
        "update view_grant_change set "
            + assignments
            + ", state = ? where application_id = ? and change_id = ?",
        args);
  }

  /**
   * Sets a note right.
   *
   * @param kinds of which it is one, as a regular expression
   * @param number among those, from 1, or {@link #LAST}
   */
  private static void renote(
      Writes w,
      String applicationId,
      String kinds,
      int number,
      String assignments,
      @Nullable Object... values) {
    var args = Arrays.copyOf(values, values.length + 4);
    args[values.length] = applicationId;
    args[values.length + 1] = applicationId;
    args[values.length + 2] = "^(" + kinds + ")$";
    args[values.length + 3] = number == LAST ? 0 : number - 1;
    w.add(
        applicationId,
        "update view_grant_note set "
            + assignments
            + " where application_id = ? and position = (select position from view_grant_note"
            + " where application_id = ? and kind ~ ? order by position"
            + (number == LAST ? " desc" : "")
            + " offset ? limit 1)",
        args);
  }

  /** How the decision came that the note at this position is about. */
  private static void came(Writes w, String id, long position, @Nullable Delivery delivery) {
    if (delivery == null) return;
    w.add(
        id,
        "update view_grant_note set" + CAME + " where application_id = ? and position = ?",
        delivery.postedOn(),
        delivery.receivedOn(),
        delivery.withoutInstruction(),
        id,
        position);
  }

  private static void note(
      Writes w,
      Recorded r,
      String applicationId,
      String kind,
      LocalDate day,
      @Nullable LocalDate dueOn,
      @Nullable Long cents,
      @Nullable String reference,
      @Nullable String reason) {
    w.add(
        applicationId,
        "insert into view_grant_note (application_id, position, kind, day, due_on, amount_cents,"
            + " reference, reason) values (?, ?, ?, ?, ?::date, ?::bigint, ?, ?)",
        applicationId,
        r.position(),
        kind,
        day,
        dueOn,
        cents,
        reference,
        reason);
  }
}
