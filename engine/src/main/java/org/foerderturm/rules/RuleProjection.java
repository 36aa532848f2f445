package org.foerderturm.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.kernel.RuleChange;
import org.foerderturm.kernel.RuleTable;
import org.foerderturm.kernel.RuleTables;
import org.foerderturm.log.Json;
import org.foerderturm.process.ProcessEvent.OfficeRowsKept;
import org.foerderturm.rules.RuleEvent.*;
import org.foerderturm.rules.RuleQuery.*;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposals to change rules, and what became of them. */
@Component
class RuleProjection implements Projection {
  private final JdbcClient db;
  private final ObjectProvider<RuleTables> tables; // they are there once the engine runs

  RuleProjection(JdbcClient db, ObjectProvider<RuleTables> tables) {
    this.db = db;
    this.tables = tables;
  }

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public List<String> tables() {
    return List.of("view_rule_change", "view_rule_kept");
  }

  @EventHandler
  void on(RuleChangeProposed e, Recorded r, Writes w) {
    w.add(
        e.changeId(),
        "insert into view_rule_change (change_id, sheet_id, change, version, reason, source,"
            + " past_reason, proposed_at, proposed_by, state)"
            + " values (?, ?, ?::json, ?, ?, ?, ?, ?, ?, 'open')",
        e.changeId(),
        e.sheetId(),
        Json.write(e.change()),
        e.version(),
        e.reason(),
        e.source(),
        e.pastReason(),
        r.at(),
        r.actor());
  }

  @EventHandler
  void on(RuleChangeApproved e, Recorded r, Writes w) {
    decided(e, "approved", null, e.version(), r, w);
  }

  @EventHandler
  void on(RuleChangeRefused e, Recorded r, Writes w) {
    decided(e, "refused", e.reason(), null, r, w);
  }

  @EventHandler
  void on(RuleChangeWithdrawn e, Recorded r, Writes w) {
    decided(e, "withdrawn", e.reason(), null, r, w);
  }

  private static void decided(
      RuleEvent e,
      String state,
      @Nullable String why,
      @Nullable Integer version,
      Recorded r,
      Writes w) {
    w.add(
        e.changeId(),
        "update view_rule_change set state = ?, decided_at = ?, decided_by = ?, decided_why = ?,"
            + " made_version = ?::int where change_id = ?",
        state,
        r.at(),
        r.actor(),
        why,
        version,
        e.changeId());
  }

  @EventHandler
  void on(OfficeRowsKept e, Recorded r, Writes w) {
    w.add(
        e.file(),
        "insert into view_rule_kept (file, version, changes, problem, at) values (?, ?, ?, ?, ?)"
            + " on conflict (file) do update set version = excluded.version,"
            + " changes = excluded.changes, problem = excluded.problem, at = excluded.at",
        e.file(),
        e.version(),
        e.changes(),
        e.problem(),
        r.at());
  }

  @QueryHandler
  List<RuleTable> answer(FindRuleTables q) {
    return tables.getObject().all();
  }

  @QueryHandler
  List<RuleChangeRow> answer(FindRuleChanges q) {
    return db.sql("select * from view_rule_change order by proposed_at desc, change_id")
        .query(RuleProjection::row)
        .list();
  }

  private static RuleChangeRow row(ResultSet row, int number) throws SQLException {
    int version = row.getInt("made_version");
    var made = row.wasNull() ? null : version;
    var at = row.getObject("decided_at", OffsetDateTime.class);
    return new RuleChangeRow(
        row.getString("change_id"),
        row.getString("sheet_id"),
        Json.read(row.getString("change"), RuleChange.class),
        row.getInt("version"),
        row.getString("reason"),
        row.getString("source"),
        row.getString("past_reason"),
        at(row, "proposed_at"),
        row.getString("proposed_by"),
        row.getString("state"),
        at == null ? null : at.toInstant(),
        row.getString("decided_by"),
        row.getString("decided_why"),
        made);
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  @QueryHandler
  List<KeptRules> answer(FindKeptRules q) {
    return db.sql("select * from view_rule_kept order by file")
        .query(
            (row, i) ->
                new KeptRules(
                    row.getString("file"),
                    row.getInt("version"),
                    row.getInt("changes"),
                    row.getString("problem"),
                    at(row, "at")))
        .list();
  }
}
