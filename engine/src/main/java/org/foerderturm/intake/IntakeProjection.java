package org.foerderturm.intake;

import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.intake.IntakeEvent.MembersImported;
import org.foerderturm.intake.IntakeQuery.*;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which lists were taken up, when and by whom. */
@Component
class IntakeProjection implements Projection {
  private final JdbcClient db;

  IntakeProjection(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String name() {
    return "member-imports";
  }

  @Override
  public List<String> tables() {
    return List.of("view_member_import");
  }

  @EventHandler
  void on(MembersImported e, Recorded r, Writes w) {
    w.add(
        e.importId(),
        "insert into view_member_import (import_id, file_name, sha256, taken, known, refused,"
            + " imported_at, imported_by) values (?, ?, ?, ?, ?, ?, ?, ?)",
        e.importId(),
        e.fileName(),
        e.sha256(),
        e.taken(),
        e.known(),
        e.refused(),
        r.at(),
        r.actor());
  }

  @QueryHandler
  List<ImportRow> answer(FindImports q) {
    return db.sql("select * from view_member_import order by imported_at desc, import_id limit ?")
        .param(q.limit())
        .query(
            (rs, n) ->
                new ImportRow(
                    rs.getString("import_id"),
                    rs.getString("file_name"),
                    rs.getString("sha256"),
                    rs.getInt("taken"),
                    rs.getInt("known"),
                    rs.getInt("refused"),
                    rs.getObject("imported_at", OffsetDateTime.class).toInstant(),
                    rs.getString("imported_by")))
        .list();
  }
}
