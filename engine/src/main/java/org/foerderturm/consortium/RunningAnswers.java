package org.foerderturm.consortium;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.consortium.ConsortiumQuery.FindConsortium;
import org.foerderturm.consortium.ConsortiumQuery.PartnerRow;
import org.foerderturm.consortium.DocumentRules.Needed;
import org.foerderturm.consortium.RunningQuery.*;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers questions about documents, agreements, changes and commissions. */
@Component
class RunningAnswers {
  private static final Set<Role> READERS =
      Set.of(Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR);

  private final JdbcClient db;
  private final ConsortiumAnswers consortia;
  private final ObjectProvider<Decisions> decisions; // the tables are there once the engine runs

  RunningAnswers(JdbcClient db, ConsortiumAnswers consortia, ObjectProvider<Decisions> decisions) {
    this.db = db;
    this.consortia = consortia;
    this.decisions = decisions;
  }

  private record Came(
      String state,
      @Nullable LocalDate receivedOn,
      @Nullable String reason,
      @Nullable DocumentFile file) {}

  private record Kind(String role, String kind, String stage) {}

  @QueryHandler
  List<ChecklistRow> answer(FindChecklist q, Actor asker) {
    boolean reads = READERS.stream().anyMatch(asker::has);
    var found = consortia.answer(new FindConsortium(q.consortiumId()));
    if (found == null) return List.of();
    var came = new HashMap<String, Came>();
    db.sql("select * from view_consortium_document where consortium_id = ?")
        .param(q.consortiumId())
        .query(
            rs -> {
              came.put(
                  rs.getString("partner_id") + ' ' + rs.getString("document"),
                  new Came(
                      rs.getString("state"),
                      rs.getObject("received_on", LocalDate.class),
                      rs.getString("reason"),
                      reads ? file(rs) : null));
            });
    var rules = new DocumentRules(decisions.getObject());
    var asked = new HashMap<Kind, List<Needed>>(); // the table answers once a kind of partner
    var rows = new ArrayList<ChecklistRow>();
    for (var partner : found.partners())
      if (partner.status().equals("accepted"))
        DocumentRules.STAGES.stream()
            .map(stage -> new Kind(partner.role(), partner.kind(), stage))
            .flatMap(
                kind ->
                    asked
                        .computeIfAbsent(
                            kind, k -> rules.of(found.row().programme(), k.role, k.kind, k.stage))
                        .stream())
            .map(needed -> row(partner, needed, came))
            .forEach(rows::add);
    return rows;
  }

  private static @Nullable DocumentFile file(ResultSet rs) throws SQLException {
    String sha256 = rs.getString("sha256");
    return sha256 == null
        ? null
        : new DocumentFile(
            rs.getString("file_name"),
            rs.getString("media_type"),
            rs.getLong("file_size"),
            sha256,
            rs.getObject("filed_at", OffsetDateTime.class).toInstant());
  }

  private static ChecklistRow row(PartnerRow partner, Needed needed, Map<String, Came> came) {
    var what = came.get(partner.partnerId() + ' ' + needed.document().code());
    return new ChecklistRow(
        partner.partnerId(),
        partner.name(),
        partner.role(),
        needed.document().code(),
        needed.stage(),
        needed.required(),
        needed.source(),
        what == null ? null : what.state,
        what == null ? null : what.receivedOn,
        what == null ? null : what.reason,
        what == null ? null : what.file);
  }

  @QueryHandler
  @Nullable AgreementDetails answer(FindAgreement q) {
    return db.sql("select * from view_consortium_agreement where consortium_id = ?")
        .param(q.consortiumId())
        .query(
            (rs, n) ->
                new AgreementDetails(
                    rs.getObject("signed_on", LocalDate.class),
                    new AgreementRules(
                        rs.getString("quorum"),
                        rs.getString("majority"),
                        rs.getInt("invitation_days"),
                        rs.getInt("extraordinary_days"),
                        rs.getInt("minutes_days"),
                        rs.getInt("veto_days"),
                        rs.getInt("publication_days"),
                        rs.getInt("objection_days"),
                        rs.getBoolean("changes_need_resolution"),
                        rs.getString("source")),
                    rs.getObject("recorded_at", OffsetDateTime.class).toInstant()))
        .optional()
        .orElse(null);
  }

  @QueryHandler
  AgreementRules answer(FindAgreementDefaults q) {
    var row =
        decisions.getObject().decide("agreement-defaults", Map.of("programme", q.programme()));
    return new AgreementRules(
        row.text("quorum"),
        row.text("majority"),
        (int) row.number("invitationDays"),
        (int) row.number("extraordinaryDays"),
        (int) row.number("minutesDays"),
        (int) row.number("vetoDays"),
        (int) row.number("publicationDays"),
        (int) row.number("objectionDays"),
        row.yes("changesNeedResolution"),
        row.text("source"));
  }

  @QueryHandler
  List<ChangeRow> answer(FindConsortiumChanges q) {
    return db.sql(
            "select * from view_consortium_change where consortium_id = ?"
                + " order by requested_at desc, change_id limit 200")
        .param(q.consortiumId())
        .query((rs, n) -> change(rs))
        .list();
  }

  @QueryHandler
  List<CommissionRow> answer(FindCommissions q) {
    return db.sql(
            "select * from view_commission where consortium_id = ?"
                + " order by ordered_at desc, commission_id limit 200")
        .param(q.consortiumId())
        .query((rs, n) -> commission(rs))
        .list();
  }

  private static ChangeRow change(ResultSet rs) throws SQLException {
    return new ChangeRow(
        rs.getString("change_id"),
        rs.getString("kind"),
        rs.getString("reason"),
        rs.getString("partner"),
        rs.getString("successor"),
        rs.getString("amendment"),
        rs.getString("state"),
        rs.getObject("eligible", Boolean.class),
        rs.getString("finding"),
        rs.getString("motion_id"),
        rs.getObject("requested_at", OffsetDateTime.class).toInstant(),
        rs.getObject("effective_on", LocalDate.class));
  }

  private static CommissionRow commission(ResultSet rs) throws SQLException {
    return new CommissionRow(
        rs.getString("commission_id"),
        rs.getString("kind"),
        rs.getString("subject"),
        rs.getLong("fee_cents"),
        rs.getObject("starts_on", LocalDate.class),
        rs.getObject("ends_on", LocalDate.class),
        rs.getString("state"),
        rs.getObject("performed_on", LocalDate.class),
        rs.getString("invoice_number"),
        rs.getObject("invoiced_on", LocalDate.class),
        rs.getString("reason"));
  }
}
