package org.foerderturm.enterprise;

import java.math.BigDecimal;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.enterprise.EnterpriseEvent.*;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Writes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The register of enterprises, as lists and pages show it. */
@Component
class EnterpriseProjection implements Projection {
  @Override
  public String name() {
    return "enterprises";
  }

  @Override
  public List<String> tables() {
    return List.of(
        "view_enterprise",
        "view_enterprise_year",
        "view_enterprise_link",
        "view_de_minimis_aid",
        "view_partner_check");
  }

  @EventHandler
  void on(EnterpriseEntered e, Writes w) {
    put(w, e.enterpriseId(), e.name(), e.publicPercent(), e.publicBody());
  }

  @EventHandler
  void on(EnterpriseDescribed e, Writes w) {
    put(w, e.enterpriseId(), e.name(), e.publicPercent(), e.publicBody());
  }

  private static void put(Writes w, String id, String name, BigDecimal percent, boolean body) {
    w.add(
        id,
        "insert into view_enterprise (enterprise_id, name, public_percent, public_body)"
            + " values (?, ?, ?, ?)"
            + " on conflict (enterprise_id) do update set name = excluded.name,"
            + " public_percent = excluded.public_percent, public_body = excluded.public_body",
        id,
        name,
        percent,
        body);
  }

  @EventHandler
  void on(EnterpriseYearReported e, Writes w) {
    year(w, e.enterpriseId(), e.year(), e.figures());
  }

  @EventHandler
  void on(EnterpriseYearCorrected e, Writes w) {
    year(w, e.enterpriseId(), e.year(), e.figures());
  }

  private static void year(Writes w, String id, int year, Year figures) {
    w.add(
        id,
        "insert into view_enterprise_year (enterprise_id, year, staff, turnover_cents,"
            + " balance_cents) values (?, ?, ?, ?, ?) on conflict (enterprise_id, year) do update"
            + " set staff = excluded.staff, turnover_cents = excluded.turnover_cents,"
            + " balance_cents = excluded.balance_cents",
        id,
        year,
        figures.staff(),
        figures.turnoverCents(),
        figures.balanceCents());
  }

  @EventHandler
  void on(EnterprisesLinked e, Writes w) {
    w.add(
        e.holderId(),
        "insert into view_enterprise_link (holder_id, held_id, share_percent, controls, relation,"
            + " source) values (?, ?, ?, ?, ?, ?)",
        e.holderId(),
        e.heldId(),
        e.sharePercent(),
        e.controls(),
        e.relation().code(),
        e.source());
  }

  @EventHandler
  void on(LinkEnded e, Writes w) {
    w.add(
        e.holderId(),
        "delete from view_enterprise_link where holder_id = ? and held_id = ?",
        e.holderId(),
        e.heldId());
  }

  @EventHandler
  void on(DeMinimisAidRecorded e, Writes w) {
    w.add(
        e.aidId(),
        "insert into view_de_minimis_aid (aid_id, enterprise_id, amount_cents, granted_on, grantor,"
            + " document, application_id) values (?, ?, ?, ?, ?, ?, ?)",
        e.aidId(),
        e.enterpriseId(),
        e.amountCents(),
        e.grantedOn(),
        e.grantor(),
        e.document(),
        e.applicationId());
    granted(w, e.applicationId(), e.partnerId(), e.amountCents(), e.sumCents(), e.ceilingCents());
  }

  @EventHandler
  void on(DeMinimisAidCorrected e, Writes w) {
    w.add(
        e.aidId(),
        "update view_de_minimis_aid set amount_cents = ?, granted_on = ?, document ="
            + " coalesce(?::text, document), corrected = ? where aid_id = ?",
        e.amountCents(),
        e.grantedOn(),
        e.document(),
        e.reason(),
        e.aidId());
    granted(w, e.applicationId(), e.partnerId(), e.amountCents(), e.sumCents(), e.ceilingCents());
  }

  private static void granted(
      Writes w,
      @Nullable String applicationId,
      @Nullable String partnerId,
      @Nullable Long cents,
      @Nullable Long sumCents,
      @Nullable Long ceilingCents) {
    if (applicationId == null || partnerId == null) return;
    w.add(
        applicationId,
        "update view_partner_check set granted_cents = ?::bigint, granted_sum_cents = ?::bigint,"
            + " granted_ceiling_cents = ?::bigint where application_id = ? and partner_id = ?",
        cents,
        sumCents,
        ceilingCents,
        applicationId,
        partnerId);
  }

  @EventHandler
  void on(DeMinimisAidCancelled e, Writes w) {
    w.add(
        e.aidId(),
        "update view_de_minimis_aid set cancelled = ? where aid_id = ?",
        e.reason(),
        e.aidId());
    granted(w, e.applicationId(), e.partnerId(), null, null, null);
  }

  @EventHandler
  void on(SizeDetermined e, Writes w) {
    w.add(
        e.applicationId(),
        "insert into view_partner_check (application_id, partner_id, partner, enterprise_id, size,"
            + " derived, last_year, version) values (?, ?, ?, ?, ?, ?, ?::integer, ?) on conflict"
            + " (application_id, partner_id) do update set partner = excluded.partner,"
            + " enterprise_id = excluded.enterprise_id, size = excluded.size, derived ="
            + " excluded.derived, last_year = excluded.last_year, version = excluded.version,"
            + " aid_cents = null, sum_cents = null, ceiling_cents = null",
        e.applicationId(),
        e.partnerId(),
        e.partner(),
        e.enterpriseId(),
        e.size().code(),
        e.derived(),
        e.lastYear(),
        e.version());
  }

  @EventHandler
  void on(DeMinimisChecked e, Writes w) {
    w.add(
        e.applicationId(),
        "insert into view_partner_check (application_id, partner_id, partner, enterprise_id,"
            + " aid_cents, sum_cents, ceiling_cents) values (?, ?, ?, ?, ?, ?, ?) on conflict"
            + " (application_id, partner_id) do update set enterprise_id = excluded.enterprise_id,"
            + " aid_cents = excluded.aid_cents, sum_cents = excluded.sum_cents,"
            + " ceiling_cents = excluded.ceiling_cents",
        e.applicationId(),
        e.partnerId(),
        e.partner(),
        e.enterpriseId(),
        e.amountCents(),
        e.sumCents(),
        e.ceilingCents());
  }
}
