package org.foerderturm.alliance;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.alliance.ContributionEvent.*;
import org.foerderturm.alliance.MemberEvent.*;
import org.foerderturm.consortium.Topic;
import org.foerderturm.log.Json;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Members and their contributions, as lists and pages show them. */
@Component
class AllianceProjection implements Projection {
  @Override
  public String name() {
    return "alliance";
  }

  @Override
  public List<String> tables() {
    return List.of(
        "view_member",
        "view_member_year",
        "view_contribution",
        "view_contribution_payment",
        "view_contribution_day",
        "view_contribution_booking");
  }

  // ---- members

  @EventHandler
  void on(InquiryReceived e, Recorded r, Writes w) {
    member(w, r, e, e.name(), e.kind(), e.figures(), e.topics(), "prospect", e.inquiry());
  }

  @EventHandler
  void on(MemberRegistered e, Recorded r, Writes w) {
    member(w, r, e, e.name(), e.kind(), e.figures(), e.topics(), "member", null);
  }

  @EventHandler
  void on(MemberDescribed e, Recorded r, Writes w) {
    set(
        w,
        r,
        e,
        "name = ?, topics = ?, expert_teams = ?",
        e.name(),
        codes(e.topics()),
        e.expertTeams().stream().map(ExpertTeam::code).toArray(String[]::new));
  }

  @EventHandler
  void on(MemberIdentified e, Recorded r, Writes w) {
    set(w, r, e, "register_id = nullif(?, '')", e.registerId());
  }

  @EventHandler
  void on(FiguresCorrected e, Recorded r, Writes w) {
    on(new FiguresReported(e.memberId(), e.kind(), e.figures()), r, w);
  }

  @EventHandler
  void on(FiguresReported e, Recorded r, Writes w) {
    var f = e.figures();
    set(
        w,
        r,
        e,
        "kind = ?, staff = ?::integer, turnover_cents = ?::bigint, group_staff = ?::integer,"
            + " group_turnover_cents = ?::bigint, founded_on = ?::date",
        e.kind().code(),
        f.staff(),
        f.turnoverCents(),
        f.groupStaff(),
        f.groupTurnoverCents(),
        f.foundedOn());
  }

  @EventHandler
  void on(TalkRecorded e, Recorded r, Writes w) {
    set(w, r, e, "talk_on = ?, talk_summary = ?", e.heldOn(), e.summary());
  }

  @EventHandler
  void on(OfferCalculated e, Recorded r, Writes w) {
    set(w, r, e, "status = status");
  }

  @EventHandler
  void on(OfferMade e, Recorded r, Writes w) {
    set(
        w,
        r,
        e,
        "offer_number = ?, offer_state = 'open', offer_cents = ?, offer_class = ?,"
            + " offer_joins_on = ?, offer_valid_until = ?, offer_german = null, offer_english ="
            + " null",
        e.number(),
        e.terms().amountCents(),
        e.terms().appliedClass().code(),
        e.joinsOn(),
        e.validUntil());
  }

  @EventHandler
  void on(OfferWritten e, Recorded r, Writes w) {
    set(w, r, e, "offer_german = ?, offer_english = ?", e.german(), e.english());
  }

  @EventHandler
  void on(OfferAccepted e, Recorded r, Writes w) {
    set(w, r, e, "offer_state = 'accepted'");
  }

  @EventHandler
  void on(OfferDeclined e, Recorded r, Writes w) {
    set(w, r, e, "offer_state = 'declined'");
  }

  @EventHandler
  void on(InquiryClosed e, Recorded r, Writes w) {
    set(w, r, e, "status = 'closed', left_reason = ?", e.reason());
  }

  @EventHandler
  void on(MemberJoined e, Recorded r, Writes w) {
    set(
        w,
        r,
        e,
        "status = 'member', joined_on = ?, left_on = null, left_reason = null, notice_on = null",
        e.joinedOn());
  }

  @EventHandler
  void on(MemberLeft e, Recorded r, Writes w) {
    set(
        w,
        r,
        e,
        "status = 'left', left_on = ?, left_reason = ?, notice_on = ?::date",
        e.leftOn(),
        e.reason(),
        e.resignedOn());
  }

  @EventHandler
  void on(LeavingWithdrawn e, Recorded r, Writes w) {
    set(w, r, e, "status = 'member', left_on = null, left_reason = null, notice_on = null");
  }

  @EventHandler
  void on(InKindAgreed e, Recorded r, Writes w) {
    w.add(
        e.memberId(),
        "insert into view_member_year (member_id, year, in_kind_cents, in_kind_what)"
            + " values (?, ?, ?, ?) on conflict (member_id, year) do update set"
            + " in_kind_cents = excluded.in_kind_cents, in_kind_what = excluded.in_kind_what",
        e.memberId(),
        e.year(),
        e.valueCents(),
        e.what());
    set(w, r, e, "status = status");
  }

  @EventHandler
  void on(ExceptionGranted e, Recorded r, Writes w) {
    w.add(
        e.memberId(),
        "insert into view_member_year (member_id, year, exception_cents, exception_reason)"
            + " values (?, ?, ?, ?) on conflict (member_id, year) do update set"
            + " exception_cents = excluded.exception_cents,"
            + " exception_reason = excluded.exception_reason",
        e.memberId(),
        e.year(),
        e.amountCents(),
        e.reason());
    set(w, r, e, "status = status");
  }

  @EventHandler
  void on(ContributionFixed e, Recorded r, Writes w) {
    set(w, r, e, "contribution_class = ?", e.appliedClass().code());
  }

  private static void member(
      Writes w,
      Recorded r,
      MemberEvent e,
      String name,
      MemberKind kind,
      Figures f,
      List<Topic> topics,
      String status,
      @Nullable String inquiry) {
    w.add(
        e.memberId(),
        "insert into view_member (member_id, name, kind, staff, turnover_cents, group_staff,"
            + " group_turnover_cents, founded_on, topics, status, inquiry, moved_at) values (?, ?,"
            + " ?, ?::integer, ?::bigint, ?::integer, ?::bigint, ?::date, ?, ?, ?, ?) on conflict"
            + " (member_id) do update set name = excluded.name, kind = excluded.kind, staff ="
            + " excluded.staff, turnover_cents = excluded.turnover_cents, group_staff ="
            + " excluded.group_staff, group_turnover_cents = excluded.group_turnover_cents,"
            + " founded_on = excluded.founded_on, topics = excluded.topics, status ="
            + " excluded.status, inquiry = excluded.inquiry, moved_at = excluded.moved_at",
        e.memberId(),
        name,
        kind.code(),
        f.staff(),
        f.turnoverCents(),
        f.groupStaff(),
        f.groupTurnoverCents(),
        f.foundedOn(),
        codes(topics),
        status,
        inquiry,
        r.at());
  }

  private static void set(
      Writes w, Recorded r, MemberEvent e, String assignments, @Nullable Object... values) {
    var args = new Object[values.length + 2];
    System.arraycopy(values, 0, args, 0, values.length);
    args[values.length] = r.at();
    args[values.length + 1] = e.memberId();
    w.add(
        e.memberId(),
        "update view_member set " + assignments + ", moved_at = ? where member_id = ?",
        args);
  }

  private static String[] codes(List<Topic> topics) {
    return topics.stream()
        .map(topic -> topic.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
        .toArray(String[]::new);
  }

  // ---- contributions

  @EventHandler
  void on(ContributionCharged e, Recorded r, Writes w) {
    w.add(
        e.contributionId(),
        "insert into view_contribution (contribution_id, member_id, member_name, year, terms,"
            + " applied_class, amount_cents, open_cents, status) values (?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?)",
        e.contributionId(),
        e.memberId(),
        e.memberName(),
        e.year(),
        Json.write(e.terms()),
        e.terms().appliedClass().code(),
        e.amountCents(),
        e.amountCents(),
        e.amountCents() == 0 ? "free" : "charged");
  }

  @EventHandler
  void on(ContributionInvoiced e, Recorded r, Writes w) {
    change(
        w,
        e,
        "status = 'invoiced', invoice_number = ?, invoiced_on = ?, due_on = ?, received_on = ?,"
            + " invoice_cents = ?",
        e.number(),
        e.invoicedOn(),
        e.dueOn(),
        e.receivedOn(),
        e.amountCents());
  }

  @EventHandler
  void on(InvoiceCorrected e, Recorded r, Writes w) {
    var status = e.openCents() == 0 ? "paid" : e.paidCents() == 0 ? "invoiced" : "partly-paid";
    change(
        w,
        e,
        "status = case when status = 'paid' or ? = 0 then '"
            + status
            + "' else status end, invoice_number = ?, invoiced_on = ?,"
            + " due_on = case when due_on = ?::date then ?::date else due_on end,"
            + " amount_cents = amount_cents + ?, open_cents = ?, received_on = ?,"
            + " invoice_cents = ?",
        e.openCents(),
        e.number(),
        e.invoicedOn(),
        e.formerDueOn(),
        e.dueOn(),
        e.amountCents() - e.formerAmountCents(),
        e.openCents(),
        e.receivedOn(),
        e.amountCents());
  }

  /** The next invoice begins anew; the lines of the credit note and of what was paid stay. */
  @EventHandler
  void on(InvoiceCancelled e, Recorded r, Writes w) {
    book(w, e, "CREDIT", e.cancelledOn(), null, e.invoiceCents(), 0, e.number(), e.reason());
    w.add(
        e.contributionId(),
        "update view_contribution_booking set gone = true where contribution_id = ?"
            + " and kind = 'INTEREST'",
        e.contributionId());
    w.add(
        e.contributionId(),
        "delete from view_contribution_day where contribution_id = ?",
        e.contributionId());
    change(
        w,
        e,
        "status = ?, invoice_number = null, invoiced_on = null, due_on = null, received_on = null,"
            + " invoice_cents = null,"
            + " reminders = 0, in_default = false, amount_cents = ?, open_cents = ?, overpaid_cents = ?",
        e.openCents() > 0 ? "charged" : e.amountCents() > 0 ? "paid" : "cancelled",
        e.amountCents(),
        e.openCents(),
        e.overpaidCents());
  }

  @EventHandler
  void on(ContributionRefunded e, Recorded r, Writes w) {
    book(w, e, "REFUND", e.refundedOn(), null, e.amountCents(), 0, null, null);
    change(w, e, "overpaid_cents = ?", e.overpaidCents());
  }

  @EventHandler
  void on(ContributionRefundCorrected e, Recorded r, Writes w) {
    w.add(
        e.contributionId(),
        "update view_contribution_booking set amount_cents = ?, on_day = ?"
            + " where contribution_id = ? and kind = 'REFUND' and number = ?",
        e.amountCents(),
        e.refundedOn(),
        e.contributionId(),
        e.number());
    owes(w, e, e.openCents(), e.overpaidCents());
  }

  @EventHandler
  void on(DefaultInterestClaimed e, Recorded r, Writes w) {
    book(
        w,
        e,
        "INTEREST",
        e.from(),
        e.until(),
        e.interestCents() + e.flatCents(),
        e.flatCents(),
        null,
        e.source());
    change(
        w,
        e,
        "overpaid_cents = greatest(0, overpaid_cents - ?)",
        e.interestCents() + e.flatCents());
    owes(w, e, e.openCents(), null);
  }

  @EventHandler
  void on(DefaultInterestWithdrawn e, Recorded r, Writes w) {
    w.add(
        e.contributionId(),
        "update view_contribution_booking set gone = true"
            + " where contribution_id = ? and kind = 'INTEREST' and number = ?",
        e.contributionId(),
        e.number());
    owes(w, e, e.openCents(), e.overpaidCents());
  }

  private static void book(
      Writes w,
      ContributionEvent e,
      String kind,
      LocalDate on,
      @Nullable LocalDate until,
      long cents,
      long flatCents,
      @Nullable String number,
      @Nullable String words) {
    w.add(
        e.contributionId(),
        "insert into view_contribution_booking (contribution_id, kind, number, member_id, on_day,"
            + " until_day, amount_cents, flat_cents, reference, words) select contribution_id, ?,"
            + " 1 + (select count(*) from view_contribution_booking b where b.contribution_id ="
            + " c.contribution_id and b.kind = ?), member_id, ?::date, ?::date, ?::bigint,"
            + " ?::bigint, ?, ? from view_contribution c where contribution_id = ?",
        kind,
        kind,
        on,
        until,
        cents,
        flatCents,
        number,
        words,
        e.contributionId());
  }

  /** What is owed again is open again; what is not owed any more is paid. */
  private static void owes(
      Writes w, ContributionEvent e, long openCents, @Nullable Long overpaidCents) {
    change(
        w,
        e,
        "status = case when ? = 0 and status <> 'cancelled' and amount_cents > 0 then 'paid' when"
            + " ? > 0 and status = 'paid' then 'partly-paid' else status end, open_cents = ?,"
            + " overpaid_cents = coalesce(?::bigint, overpaid_cents)",
        openCents,
        openCents,
        openCents,
        overpaidCents);
  }

  @EventHandler
  void on(ContributionPaid e, Recorded r, Writes w) {
    w.add(
        e.contributionId(),
        "insert into view_contribution_payment"
            + " select contribution_id, payments + 1, member_id, ?::bigint, ?::date"
            + " from view_contribution where contribution_id = ?",
        e.amountCents(),
        e.receivedOn(),
        e.contributionId());
    var counted = "payments = payments + 1, ";
    if (e.openCents() == 0)
      change(
          w,
          e,
          counted + "status = 'paid', open_cents = 0, overpaid_cents = ?",
          e.overpaidCents() == null ? 0L : e.overpaidCents());
    else change(w, e, counted + unlessInDefault("partly-paid") + ", open_cents = ?", e.openCents());
  }

  @EventHandler
  void on(ContributionPaymentCorrected e, Recorded r, Writes w) {
    w.add(
        e.contributionId(),
        "update view_contribution_payment set amount_cents = ?, received_on = ?"
            + " where contribution_id = ? and number = ?",
        e.amountCents(),
        e.receivedOn(),
        e.contributionId(),
        e.number());
    var status = e.openCents() == 0 ? "paid" : e.paidCents() == 0 ? "invoiced" : "partly-paid";
    change(
        w,
        e,
        unlessInDefault(status) + ", open_cents = ?, overpaid_cents = ?",
        e.openCents(),
        e.overpaidCents() == null ? 0L : e.overpaidCents());
  }

  @EventHandler
  void on(ContributionReminded e, Recorded r, Writes w) {
    change(w, e, unlessInDefault("reminded") + ", reminders = ?", e.count());
    day(w, e, ContributionDay.REMINDER, e.remindedOn());
  }

  @EventHandler
  void on(ContributionDeferred e, Recorded r, Writes w) {
    change(
        w,
        e,
        "status = 'deferred', in_default = false, due_on = ?, reason = ?",
        e.until(),
        e.reason());
    day(w, e, ContributionDay.DEFERRAL, e.until());
  }

  @EventHandler
  void on(ContributionDefaulted e, Recorded r, Writes w) {
    change(w, e, "status = 'default', in_default = true");
    w.add(
        e.contributionId(),
        "delete from view_contribution_day where contribution_id = ? and kind = ?",
        e.contributionId(),
        ContributionDay.DEFAULT.name());
    day(w, e, ContributionDay.DEFAULT, e.declaredOn());
  }

  /** The next of its kind. */
  private static void day(Writes w, ContributionEvent e, ContributionDay kind, LocalDate on) {
    w.add(
        e.contributionId(),
        "insert into view_contribution_day select contribution_id, ?, 1 + (select count(*) from"
            + " view_contribution_day d where d.contribution_id = c.contribution_id and d.kind ="
            + " ?), member_id, ?::date from view_contribution c where contribution_id = ?",
        kind.name(),
        kind.name(),
        on,
        e.contributionId());
  }

  @EventHandler
  void on(ContributionDayCorrected e, Recorded r, Writes w) {
    w.add(
        e.contributionId(),
        "update view_contribution_day set on_day = ? where contribution_id = ? and kind = ?"
            + " and number = ?",
        e.on(),
        e.contributionId(),
        e.day().name(),
        e.day() == ContributionDay.DEFAULT ? 1 : e.number());
    if (e.day() == ContributionDay.DEFERRAL) change(w, e, "due_on = ?", e.on());
  }

  @EventHandler
  void on(ContributionWaived e, Recorded r, Writes w) {
    change(w, e, "status = 'waived', open_cents = 0, reason = ?", e.reason());
  }

  @EventHandler
  void on(ContributionWrittenOff e, Recorded r, Writes w) {
    change(w, e, "status = 'written-off', open_cents = 0, reason = ?", e.reason());
  }

  /** A default lasts until all is paid, deferred or given up, whatever is tried meanwhile. */
  private static String unlessInDefault(String status) {
    return "status = case status when 'default' then status else '" + status + "' end";
  }

  private static void change(
      Writes w, ContributionEvent e, String assignments, @Nullable Object... values) {
    var args = new Object[values.length + 1];
    System.arraycopy(values, 0, args, 0, values.length);
    args[values.length] = e.contributionId();
    w.add(
        e.contributionId(),
        "update view_contribution set " + assignments + " where contribution_id = ?",
        args);
  }
}
