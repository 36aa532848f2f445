package org.foerderturm.view;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.view.ProjectionQuery.FindProjections;
import org.foerderturm.view.ProjectionQuery.ProjectionRow;
import org.foerderturm.view.ProjectionQuery.RebuildProjection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where each projection stands, and the order to rebuild one. */
@Component
class ProjectionAnswers {
  private record Stand(
      long position, Instant movedAt, @org.jspecify.annotations.Nullable String failure) {}

  private final Projector projector;
  private final JdbcClient db;

  ProjectionAnswers(Projector projector, JdbcClient db) {
    this.projector = projector;
    this.db = db;
  }

  @QueryHandler
  List<ProjectionRow> find(FindProjections query) {
    long head = db.sql("select size from ledger_head").query(Long.class).single();
    var stands = new HashMap<String, Stand>();
    db.sql("select name, position, moved_at, failure from reader_position")
        .query(
            row -> {
              stands.put(
                  row.getString(1),
                  new Stand(
                      row.getLong(2),
                      row.getObject(3, OffsetDateTime.class).toInstant(),
                      row.getString(4)));
            });
    return projector.tracks().stream()
        .map(
            track -> {
              String name = track.projection.name();
              Stand stand = stands.getOrDefault(track.reader(), new Stand(0, Instant.EPOCH, null));
              String failure =
                  stand.failure != null ? stand.failure : projector.rebuilds().failure(name);
              return new ProjectionRow(
                  name,
                  stand.position,
                  head,
                  Math.max(0, head - stand.position),
                  stand.movedAt,
                  projector.rebuilds().progress(name, head),
                  failure);
            })
        .toList();
  }

  @CommandHandler
  void handle(RebuildProjection command) {
    if (projector.leads()) projector.rebuilds().start(command.name());
    else projector.rebuilds().request(command.name());
  }
}
