package org.foerderturm.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.foerderturm.view.Handlers.Parsed;
import org.foerderturm.view.Projector.Track;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Builds projections anew from position 0. The handlers run unchanged on shadow tables in a schema
 * of their own, found first on the search path; the old tables answer until the projector's thread,
 * which alone writes to them, swaps both in one transaction.
 */
final class Rebuilds {
  private static final Logger LOGGER = LoggerFactory.getLogger(Rebuilds.class);
  private static final int BATCH = 5_000;
  private static final String LOCK_TIMEOUT = "55P03";
  private static final String REQUEST = "rebuild:";
  private static final String OPTIONS =
      "select array_to_string(reloptions, ', ') from pg_class where oid = ?::regclass and reloptions is not null";
  private static final String KEYS =
      "select quote_ident(conname) || ' ' || pg_get_constraintdef(oid) from pg_constraint"
          + " where conrelid = ?::regclass and contype in ('p', 'u')";
  private static final String INDEXES =
      "select pg_get_indexdef(indexrelid) from pg_index i where indrelid = ?::regclass"
          + " and not exists (select from pg_constraint c where c.conindid = i.indexrelid)";

  /** A running rebuild. */
  static final class Shadow {
    final Track track;
    final AtomicLong position = new AtomicLong(); // only the thread at work moves it
    volatile boolean ready;
    volatile @Nullable String failure;

    Shadow(Track track) {
      this.track = track;
    }

    String schema() {
      return "rebuild_" + track.projection.name().replace('-', '_');
    }
  }

  private final DataSource dataSource;
  private final Projector projector;
  private final Map<String, Shadow> running = new ConcurrentHashMap<>();

  Rebuilds(DataSource dataSource, Projector projector) {
    this.dataSource = dataSource;
    this.projector = projector;
  }

  /** Starts a rebuild in the background; a running one of the same projection goes on. */
  void start(String name) {
    Track track = projector.track(name);
    var shadow = new Shadow(track);
    Shadow other = running.putIfAbsent(name, shadow);
    if (other != null && other.failure == null) return;
    running.put(name, shadow);
    Thread.ofPlatform().daemon().name("foerderturm-rebuild-" + name).start(() -> build(shadow));
  }

  /** Asked on a node that doesn't lead: the leader finds the request within a second. */
  void request(String name) {
    projector.track(name);
    JdbcClient.create(dataSource)
        .sql("insert into reader_position (name, position) values (?, 0) on conflict do nothing")
        .param(REQUEST + name)
        .update();
  }

  /** Called by the leader now and then. */
  void takeRequests(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "delete from reader_position where name like '" + REQUEST + "%' returning name")) {
      while (rows.next()) start(rows.getString(1).substring(REQUEST.length()));
    }
    connection.commit();
  }

  /** 0 to 100, or null if none runs. */
  @Nullable Integer progress(String name, long head) {
    Shadow shadow = running.get(name);
    if (shadow == null || shadow.failure != null) return null;
    return head == 0 ? 100 : (int) Math.min(100, 100 * shadow.position.get() / head);
  }

  @Nullable String failure(String name) {
    Shadow shadow = running.get(name);
    return shadow == null ? null : shadow.failure;
  }

  private void build(Shadow shadow) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        create(connection, shadow);
        while (advance(connection, shadow, shadow.position.get() + BATCH) == BATCH) {}
        index(connection, shadow);
        shadow.ready = true;
        projector.wake();
      } finally {
        connection.rollback();
        execute(connection, "reset search_path");
        connection.commit();
      }
    } catch (SQLException | RuntimeException e) {
      LOGGER.warn("rebuild of {} failed: {}", shadow.track.projection.name(), e.getMessage());
      shadow.failure = String.valueOf(e.getMessage());
    }
  }

  private static void create(Connection connection, Shadow shadow) throws SQLException {
    execute(connection, "drop schema if exists " + shadow.schema() + " cascade");
    execute(connection, "create schema " + shadow.schema());
    for (String table : shadow.track.projection.tables()) {
      String made = shadow.schema() + "." + table;
      execute(
          connection,
          "create table " + made + " (like public." + table + " including all excluding indexes)");
      for (String options : strings(connection, OPTIONS, table))
        execute(connection, "alter table " + made + " set (" + options + ")");
      for (String key : strings(connection, KEYS, table))
        execute(connection, "alter table " + made + " add constraint " + key);
    }
    connection.commit();
  }

  /** Made of whole tables they cost a fraction of what they cost row by row. */
  private static void index(Connection connection, Shadow shadow) throws SQLException {
    execute(connection, "set local maintenance_work_mem = '128MB'");
    for (String table : shadow.track.projection.tables()) {
      for (String index : strings(connection, INDEXES, table))
        execute(connection, index.replace(" ON public.", " ON " + shadow.schema() + "."));
      execute(connection, "analyze " + shadow.schema() + "." + table);
    }
    connection.commit();
  }

  private static List<String> strings(Connection connection, String sql, String table)
      throws SQLException {
    var found = new ArrayList<String>();
    try (var query = connection.prepareStatement(sql)) {
      query.setString(1, "public." + table);
      try (var rows = query.executeQuery()) {
        while (rows.next()) found.add(rows.getString(1));
      }
    }
    return found;
  }

  /**
   * Applies one batch below the given position to the shadow tables; returns how many events it
   * had.
   */
  private int advance(Connection connection, Shadow shadow, long below) throws SQLException {
    execute(connection, "set local search_path = " + shadow.schema() + ", public");
    execute(connection, "set local synchronous_commit = off");
    int limit = (int) Math.min(BATCH, below - shadow.position.get());
    var batch = projector.read(connection, shadow.position.get(), limit);
    var writes = new BatchedWrites();
    for (Parsed event : batch)
      if (shadow.track.handlers.handles(event.type(projector.types())))
        shadow.track.handlers.handle(event, writes);
    writes.flush(connection);
    if (below - shadow.position.get() >= BATCH) connection.commit();
    shadow.position.addAndGet(batch.size());
    return batch.size();
  }

  /** Called by the projector's thread between batches: the old tables stand still meanwhile. */
  void swapReady(Connection connection) throws SQLException {
    for (var entry : List.copyOf(running.entrySet())) {
      Shadow shadow = entry.getValue();
      if (!shadow.ready || shadow.failure != null) continue;
      try {
        swap(connection, shadow);
        running.remove(entry.getKey());
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        if (e instanceof SQLException sql && LOCK_TIMEOUT.equals(sql.getSQLState())) continue;
        shadow.failure = String.valueOf(e.getMessage());
        LOGGER.warn("swap of {} failed: {}", entry.getKey(), e.getMessage());
      }
    }
  }

  private void swap(Connection connection, Shadow shadow) throws SQLException {
    Track track = shadow.track;
    long target = Math.max(track.position, shadow.position.get());
    while (shadow.position.get() < target) if (advance(connection, shadow, target) == 0) break;
    connection.commit();
    // who reads several of the tables may hold one that we wait for and wait for one that we hold:
    // then we give way, before the database finds the deadlock and ends the reader
    execute(connection, "set local lock_timeout = '300ms'");
    execute(connection, "set local search_path = public");
    execute(
        connection,
        "lock table " + String.join(", ", track.projection.tables()) + " in access exclusive mode");
    for (String table : track.projection.tables()) {
      execute(connection, "drop table public." + table);
      execute(connection, "alter table " + shadow.schema() + "." + table + " set schema public");
    }
    execute(connection, "drop schema " + shadow.schema());
    Projector.move(connection, new String[] {track.reader()}, shadow.position.get());
    connection.commit();
    track.position = shadow.position.get();
    track.failure = null;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
