package org.foerderturm.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.foerderturm.ledger.LedgerReader;
import org.foerderturm.view.Handlers.Parsed;
import org.foerderturm.view.Projector.Track;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers as they would have been at an earlier position. The projections that tell of a thing run
 * unchanged over what had happened to it and to what it names, on tables of their own that are
 * found first and never committed.
 */
final class Past {
  /** Streams that the events of the given ones name, at any place of their payload. */
  private static final String NAMED =
      "select distinct s.stream_id from event_log e join ledger_entry l using (global_index)"
          + " cross join lateral jsonb_path_query(e.payload::jsonb,"
          + " '$.** ? (@.type() == \"string\")') v"
          + " join event_log s on s.stream_id = v #>> '{}' and s.sequence = 0"
          + " where e.stream_id = any(?) and l.position <= ? and s.stream_type <> 'case'";

  private final DataSource dataSource;
  private final TransactionTemplate transaction;
  private final Projector projector;
  private final AtomicLong schemas = new AtomicLong();

  Past(DataSource dataSource, PlatformTransactionManager transactions, Projector projector) {
    this.dataSource = dataSource;
    this.transaction = new TransactionTemplate(transactions);
    this.projector = projector;
  }

  <R> R at(Set<String> things, long position, Supplier<R> questions) {
    R told =
        transaction.execute(
            status -> {
              status.setRollbackOnly();
              var connection = DataSourceUtils.getConnection(dataSource);
              try {
                build(connection, things, position);
                return questions.get();
              } catch (SQLException e) {
                throw new IllegalStateException("the past of " + things + " can't be told", e);
              } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
              }
            });
    return Objects.requireNonNull(told, "questions have answers");
  }

  private void build(Connection connection, Set<String> things, long position) throws SQLException {
    var streams = new HashSet<>(things);
    streams.addAll(named(connection, things, position));
    var all =
        LedgerReader.read(connection, Long.MAX_VALUE - 1, streams.toArray(String[]::new)).stream()
            .map(Parsed::new)
            .toList();
    var events = all.stream().filter(event -> event.stored.position() <= position).toList();
    // a schema of its own each time: a statement that the connection knows is read anew
    var schema = "past_" + ProcessHandle.current().pid() + "_" + schemas.incrementAndGet();
    execute(connection, "create schema " + schema);
    var tracks = new ArrayList<Track>();
    for (var track : projector.tracks()) // also those that had nothing to tell yet
    if (all.stream().anyMatch(event -> track.handlers.handles(event.type(projector.types()))))
        tracks.add(track);
    for (var track : tracks)
      for (String table : track.projection.tables())
        execute(
            connection,
            "create table " + schema + "." + table + " (like public." + table + " including all)");
    execute(connection, "set local search_path = " + schema + ", public");
    var writes = new BatchedWrites();
    for (var event : events) for (var track : tracks) track.handlers.handle(event, writes);
    writes.flush(connection);
  }

  private static List<String> named(Connection connection, Set<String> things, long position)
      throws SQLException {
    try (var query = connection.prepareStatement(NAMED)) {
      query.setArray(1, connection.createArrayOf("text", things.toArray()));
      query.setLong(2, position);
      var found = new ArrayList<String>();
      try (var rows = query.executeQuery()) {
        while (rows.next()) found.add(rows.getString(1));
      }
      return found;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
