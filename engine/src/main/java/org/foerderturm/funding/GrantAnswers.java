package org.foerderturm.funding;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.funding.GrantQuery.*;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers questions about grants after their notice. */
@Component
class GrantAnswers {
  private final JdbcClient db;

  GrantAnswers(JdbcClient db) {
    this.db = db;
  }

  @QueryHandler
  GrantDetails answer(FindGrant q) {
    return new GrantDetails(
        changes(q.applicationId()),
        notes(q.applicationId()),
        years(q.applicationId()),
        shares(q.applicationId()),
        results(q.applicationId()),
        interest(q.applicationId()),
        approved(q.applicationId()),
        requests(q.applicationId()));
  }

  private List<PaymentRequestRow> requests(String id) {
    return db.sql(
            """
            select r.*, coalesce((select sum(d.amount_cents) from view_draw_down d
              where d.application_id = r.application_id and d.request = r.number), 0)::bigint as received_cents
            from view_payment_request r where r.application_id = ? order by r.number""")
        .param(id)
        .query(
            (rs, i) ->
                new PaymentRequestRow(
                    rs.getInt("number"),
                    rs.getString("partner_id"),
                    rs.getString("name"),
                    rs.getLong("asked_cents"),
                    rs.getObject("requested_on", LocalDate.class),
                    rs.getObject("approved_cents", Long.class),
                    rs.getObject("answered_on", LocalDate.class),
                    rs.getLong("received_cents"),
                    rs.getString("reason"),
                    rs.getBoolean("withdrawn")))
        .list();
  }

  /** A row of the budget that a statement does not name was struck out. */
  private List<ApprovedRowOf> approved(String id) {
    return db.sql(
            """
            select l.partner_id, p.name, l.cost_row, l.costs_cents,
              case when exists (select from view_grant_row r where r.application_id = l.application_id
                  and r.partner_id = l.partner_id)
                then coalesce((select r.costs_cents from view_grant_row r where r.application_id = l.application_id
                  and r.partner_id = l.partner_id and r.cost_row = l.cost_row), 0)
                else l.costs_cents end as approved_cents
            from view_application_line l join view_application_partner p using (application_id, partner_id)
            join view_application a using (application_id)
            where l.application_id = ? and a.notice_on is not null and a.granted_cents is not null
            order by p.position, l.cost_row""")
        .param(id)
        .query(
            (rs, i) ->
                new ApprovedRowOf(
                    rs.getString("partner_id"),
                    rs.getString("name"),
                    rs.getString("cost_row"),
                    rs.getLong("costs_cents"),
                    rs.getLong("approved_cents")))
        .list();
  }

  private List<ProofResultRow> results(String id) {
    return db.sql("select * from view_proof_result where application_id = ? order by partner_id")
        .param(id)
        .query(
            (rs, n) ->
                new ProofResultRow(
                    rs.getString("partner_id"),
                    rs.getObject("decided_on", LocalDate.class),
                    rs.getString("reference"),
                    rs.getLong("cut_cents"),
                    rs.getObject("cut_costs_cents", Long.class),
                    rs.getLong("recognised_cents"),
                    rs.getLong("refund_cents"),
                    rs.getObject("refund_due_on", LocalDate.class),
                    rs.getString("grounds")))
        .list();
  }

  private List<InterestRow> interest(String id) {
    return db.sql("select * from view_repayment_interest where application_id = ? order by number")
        .param(id)
        .query(
            (rs, n) ->
                new InterestRow(
                    rs.getInt("number"),
                    rs.getString("name"),
                    rs.getObject("from_day", LocalDate.class),
                    rs.getObject("until_day", LocalDate.class),
                    rs.getLong("most_cents"),
                    rs.getLong("cents"),
                    rs.getString("source")))
        .list();
  }

  private List<GrantChangeRow> changes(String id) {
    return db.sql("select * from view_grant_change where application_id = ? order by number")
        .param(id)
        .query(
            (rs, n) ->
                new GrantChangeRow(
                    rs.getString("change_id"),
                    rs.getInt("number"),
                    rs.getString("kind"),
                    rs.getString("name"),
                    rs.getString("from_row"),
                    rs.getString("to_row"),
                    rs.getObject("amount_cents", Long.class),
                    rs.getObject("period_until", LocalDate.class),
                    rs.getString("successor"),
                    rs.getString("reason"),
                    rs.getObject("consent_needed", Boolean.class),
                    rs.getString("source"),
                    rs.getString("state"),
                    rs.getObject("put_on", LocalDate.class),
                    rs.getObject("decided_on", LocalDate.class),
                    rs.getString("reference"),
                    rs.getString("answer")))
        .list();
  }

  private List<GrantNote> notes(String id) {
    return db.sql("select * from view_grant_note where application_id = ? order by position")
        .param(id)
        .query(
            (rs, n) ->
                new GrantNote(
                    rs.getString("kind"),
                    rs.getObject("day", LocalDate.class),
                    rs.getObject("due_on", LocalDate.class),
                    rs.getObject("amount_cents", Long.class),
                    rs.getString("reference"),
                    rs.getString("reason"),
                    rs.getObject("posted_on", LocalDate.class),
                    rs.getObject("received_on", LocalDate.class),
                    rs.getBoolean("without_instruction")))
        .list();
  }

  private List<ShareRow> shares(String id) {
    var granted =
        db.sql("select granted_cents from view_application where application_id = ?")
            .param(id)
            .query((rs, n) -> Optional.ofNullable(rs.getObject(1, Long.class)))
            .optional()
            .flatMap(Function.identity());
    if (granted.isEmpty()) return List.of();
    var rows =
        db.sql(
                """
                select p.partner_id, p.name, p.grant_cents, s.reference, s.granted_cents,
                  s.regime, s.period_from, s.period_until, s.proof_due,
                  (select spent_cents from view_partner_proof v
                   where v.application_id = p.application_id and v.partner_id = p.partner_id) spent,
                  (select coalesce(sum(d.amount_cents), 0) from view_draw_down d
                   where d.application_id = p.application_id and d.partner_id = p.partner_id) drawn
                from view_application_partner p
                left join view_grant_share s using (application_id, partner_id)
                where p.application_id = ? order by p.name collate "de-x-icu", p.partner_id\
                """)
            .param(id)
            .query(
                (rs, n) ->
                    new ShareRow(
                        rs.getString("partner_id"),
                        rs.getString("name"),
                        rs.getString("reference"),
                        rs.getLong("grant_cents"),
                        rs.getObject("granted_cents", Long.class),
                        rs.getLong("drawn"),
                        rs.getString("regime"),
                        rs.getObject("period_from", LocalDate.class),
                        rs.getObject("period_until", LocalDate.class),
                        rs.getObject("proof_due", LocalDate.class),
                        rs.getObject("spent", Long.class)))
            .list();
    var stated = new HashMap<String, Long>();
    var requested = new HashMap<String, Long>();
    for (var row : rows) {
      if (row.grantedCents() != null) stated.put(row.partnerId(), row.grantedCents());
      requested.put(row.partnerId(), row.requestedCents());
    }
    var known = GrantShares.of(stated, requested, granted.get());
    return rows.stream()
        .map(
            row ->
                new ShareRow(
                    row.partnerId(),
                    row.partner(),
                    row.reference(),
                    row.requestedCents(),
                    known == null ? null : known.get(row.partnerId()),
                    row.drawnCents(),
                    row.regime(),
                    row.periodFrom(),
                    row.periodUntil(),
                    row.proofDue(),
                    row.spentCents()))
        .toList();
  }

  private List<Integer> years(String id) {
    return db.sql("select year from view_budget_year where application_id = ? order by year")
        .param(id)
        .query(Integer.class)
        .list();
  }
}
