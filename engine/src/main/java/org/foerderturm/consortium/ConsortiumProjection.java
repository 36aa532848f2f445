package org.foerderturm.consortium;

import java.util.List;
import java.util.Locale;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.consortium.CallEvent.CallDeadlineSet;
import org.foerderturm.consortium.CallEvent.CallLeft;
import org.foerderturm.consortium.ConsortiumEvent.*;
import org.foerderturm.consortium.IdeaEvent.*;
import org.foerderturm.consortium.RunningEvent.*;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Consortia and their partners, as lists and details show them. */
@Component
class ConsortiumProjection implements Projection {
  @Override
  public String name() {
    return "consortium";
  }

  @Override
  public List<String> tables() {
    return List.of("view_consortium", "view_consortium_partner");
  }

  @EventHandler
  void on(ConsortiumProposed e, Recorded r, Writes w) {
    w.add(
        e.consortiumId(),
        "insert into view_consortium (consortium_id, title, topic, programme, call_name, deadline,"
            + " maximum_funding_cents, coordinator, stage, idea, proposed_at, moved_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, 'idea', ?, ?, ?)",
        e.consortiumId(),
        e.title(),
        code(e.topic()),
        code(e.programme()),
        e.call(),
        e.deadline(),
        e.maximumFundingCents(),
        e.coordinator(),
        e.idea(),
        r.at(),
        r.at());
    partner(
        w,
        r,
        new PartnerInvited(
            e.consortiumId(),
            e.coordinatorId(),
            e.coordinator(),
            e.coordinatorCountry(),
            e.coordinatorCountryStatus(),
            PartnerRole.COORDINATOR,
            e.coordinatorKind()),
        "accepted");
  }

  @EventHandler
  void on(IdeaSelected e, Recorded r, Writes w) {
    move(w, r, e.consortiumId(), "selected", null);
  }

  @EventHandler
  void on(IdeaSetAside e, Recorded r, Writes w) {
    move(
        w,
        r,
        e.consortiumId(),
        "set-aside",
        "stage_before = stage, set_aside_reason = ?",
        e.reason());
  }

  @EventHandler
  void on(IdeaTakenUp e, Recorded r, Writes w) {
    w.add(
        e.consortiumId(),
        "update view_consortium set stage = coalesce(stage_before, 'idea'), stage_before = null,"
            + " set_aside_reason = null, moved_at = ? where consortium_id = ?",
        r.at(),
        e.consortiumId());
  }

  @EventHandler
  void on(CallDeadlineSet e, Recorded r, Writes w) {
    w.add(
        e.consortiumId(),
        "update view_consortium set call_name = ?, deadline = ?, moved_at = ?"
            + " where consortium_id = ?",
        e.call(),
        e.deadline(),
        r.at(),
        e.consortiumId());
  }

  @EventHandler
  void on(CallLeft e, Recorded r, Writes w) {
    w.add(
        e.consortiumId(),
        "update view_consortium set deadline = null, moved_at = ? where consortium_id = ?",
        r.at(),
        e.consortiumId());
  }

  @EventHandler
  void on(OnePagerWritten e, Recorded r, Writes w) {
    set(
        w,
        r,
        e,
        "one-pager",
        "aim = ?, approach = ?, benefit = ?",
        e.aim(),
        e.approach(),
        e.benefit());
  }

  @EventHandler
  void on(PartnerInvited e, Recorded r, Writes w) {
    set(w, r, e, "partner-search", null);
    partner(w, r, e, "invited");
  }

  @EventHandler
  void on(PartnerReplaced e, Recorded r, Writes w) {
    partner(
        w, e.consortiumId(), e.partnerId(), "status = 'replaced', successor = ?", e.successor());
  }

  @EventHandler
  void on(PartnerReminded e, Recorded r, Writes w) {
    partner(w, e.consortiumId(), e.partnerId(), "reminders = ?", e.count());
    set(w, r, e, null, null);
  }

  @EventHandler
  void on(PartnerAccepted e, Recorded r, Writes w) {
    partner(w, e.consortiumId(), e.partnerId(), "status = 'accepted'");
    set(w, r, e, "partner-search", "eligible = null");
  }

  @EventHandler
  void on(PartnerDeclined e, Recorded r, Writes w) {
    partner(w, e.consortiumId(), e.partnerId(), "status = 'declined', reason = ?", e.reason());
    set(w, r, e, null, null);
  }

  @EventHandler
  void on(PartnerWithdrew e, Recorded r, Writes w) {
    partner(w, e.consortiumId(), e.partnerId(), "status = 'withdrew', reason = ?", e.reason());
    set(w, r, e, null, "eligible = null");
  }

  @EventHandler
  void on(CoordinationHandedOver e, Recorded r, Writes w) {
    if (e.leaves())
      partner(
          w,
          e.consortiumId(),
          e.formerId(),
          "role = 'beneficiary', status = 'withdrew', reason = ?",
          e.reason());
    else partner(w, e.consortiumId(), e.formerId(), "role = 'beneficiary'");
    partner(w, e.consortiumId(), e.partnerId(), "role = 'coordinator'");
    coordinator(w, e.consortiumId(), e.name());
    set(w, r, e, null, "eligible = null");
  }

  @EventHandler
  void on(LetterOfIntentReceived e, Recorded r, Writes w) {
    partner(
        w,
        e.consortiumId(),
        e.partnerId(),
        "letter = true, letter_received_on = ?",
        e.receivedOn());
    set(w, r, e, "letters-of-intent", null);
  }

  @EventHandler
  void on(AgreedInPrinciple e, Recorded r, Writes w) {
    set(
        w,
        r,
        e,
        "agreement",
        "total_costs_cents = ?, grant_requested_cents = ?, duration_months = ?",
        e.totalCostsCents(),
        e.grantRequestedCents(),
        e.durationMonths());
  }

  @EventHandler
  void on(EligibilityChecked e, Recorded r, Writes w) {
    set(
        w,
        r,
        e,
        e.eligible() ? "eligible" : "not-eligible",
        "eligible = ?, eligibility_finding = ?, eligibility_source = ?",
        e.eligible(),
        e.finding(),
        e.source());
  }

  @EventHandler
  void on(ExpertOpinionGiven e, Recorded r, Writes w) {
    set(
        w,
        r,
        e,
        "opinions",
        "expert_opinion = ?, expert_statement = ?",
        code(e.recommendation()),
        e.statement());
  }

  @EventHandler
  void on(ScientificOpinionGiven e, Recorded r, Writes w) {
    set(
        w,
        r,
        e,
        "opinions",
        "scientific_opinion = ?, scientific_statement = ?",
        code(e.recommendation()),
        e.statement());
  }

  @EventHandler
  void on(OpinionCorrected e, Recorded r, Writes w) {
    var whose = e.opinion() == OpinionKind.EXPERT ? "expert" : "scientific";
    set(
        w,
        r,
        e,
        null,
        whose + "_opinion = ?, " + whose + "_statement = ?",
        code(e.recommendation()),
        e.statement());
  }

  @EventHandler
  void on(ConsortiumResolved e, Recorded r, Writes w) {
    set(w, r, e, e.result(), "motion_id = ?, resolution = ?", e.motionId(), e.result());
  }

  @EventHandler
  void on(ConsortiumConstituted e, Recorded r, Writes w) {
    set(w, r, e, "constituted", null);
  }

  @EventHandler
  void on(ConsortiumDissolved e, Recorded r, Writes w) {
    set(w, r, e, "dissolved", "dissolved_reason = ?", e.reason());
  }

  @EventHandler
  void on(PartnerLeft e, Recorded r, Writes w) {
    partner(
        w,
        e.consortiumId(),
        e.partnerId(),
        "status = 'left', reason = ?, successor = ?",
        e.reason(),
        e.successor());
  }

  @EventHandler
  void on(PartnerJoined e, Recorded r, Writes w) {
    partner(
        w,
        r,
        new PartnerInvited(
            e.consortiumId(),
            e.partnerId(),
            e.name(),
            e.country(),
            e.countryStatus(),
            e.role(),
            e.kind()),
        "accepted");
    if (e.role() == PartnerRole.COORDINATOR) coordinator(w, e.consortiumId(), e.name());
  }

  @EventHandler
  void on(CoordinationPassed e, Recorded r, Writes w) {
    partner(w, e.consortiumId(), e.partnerId(), "role = 'coordinator'");
    coordinator(w, e.consortiumId(), e.name());
  }

  @EventHandler
  void on(ConsortiumChanged e, Recorded r, Writes w) {
    w.add(
        e.consortiumId(),
        "update view_consortium set moved_at = ? where consortium_id = ?",
        r.at(),
        e.consortiumId());
  }

  private static void coordinator(Writes w, String consortiumId, String name) {
    w.add(
        consortiumId,
        "update view_consortium set coordinator = ? where consortium_id = ?",
        name,
        consortiumId);
  }

  private static void set(
      Writes w,
      Recorded r,
      ConsortiumEvent e,
      @Nullable String stage,
      @Nullable String assignments,
      @Nullable Object... values) {
    move(w, r, e.consortiumId(), stage, assignments, values);
  }

  /** Changes the consortium's row; a null stage leaves the stage. */
  private static void move(
      Writes w,
      Recorded r,
      String consortiumId,
      @Nullable String stage,
      @Nullable String assignments,
      @Nullable Object... values) {
    var args = new Object[values.length + 3];
    System.arraycopy(values, 0, args, 0, values.length);
    args[values.length] = stage;
    args[values.length + 1] = r.at();
    args[values.length + 2] = consortiumId;
    w.add(
        consortiumId,
        "update view_consortium set "
            + (assignments == null ? "" : assignments + ", ")
            + "stage = coalesce(?::text, stage), moved_at = ? where consortium_id = ?",
        args);
  }

  private static void partner(Writes w, Recorded r, PartnerInvited e, String status) {
    w.add(
        e.consortiumId(),
        "insert into view_consortium_partner (consortium_id, partner_id, position, name, country,"
            + " country_status, role, kind, status) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (consortium_id, partner_id) do update set name = excluded.name,"
            + " country = excluded.country, country_status = excluded.country_status,"
            + " role = excluded.role, kind = excluded.kind, status = excluded.status,"
            + " reminders = 0, letter = false, letter_received_on = null, reason = null,"
            + " successor = null",
        e.consortiumId(),
        e.partnerId(),
        r.position(),
        e.name(),
        e.country(),
        code(e.countryStatus()),
        code(e.role()),
        code(e.kind()),
        status);
  }

  private static void partner(
      Writes w,
      String consortiumId,
      String partnerId,
      String assignments,
      @Nullable Object... values) {
    var args = new Object[values.length + 2];
    System.arraycopy(values, 0, args, 0, values.length);
    args[values.length] = consortiumId;
    args[values.length + 1] = partnerId;
    w.add(
        consortiumId,
        "update view_consortium_partner set "
            + assignments
            + " where consortium_id = ? and partner_id = ?",
        args);
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
