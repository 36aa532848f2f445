package org.foerderturm.view;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.ledger.LedgerReader;
import org.foerderturm.ledger.LedgerReader.SealedEvent;
import org.foerderturm.ledger.Sequencer;
import org.foerderturm.log.Bell;
import org.foerderturm.log.EventTypes;
import org.foerderturm.log.Leader;
import org.foerderturm.log.Transactions;
import org.foerderturm.view.Handlers.Parsed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps all projections at the head of the ledger. A batch is read and parsed once for all of them,
 * and their rows and positions commit together; the commit may be lazy, since a crash only rolls
 * both back. A projection that fails stands still with its reason, tried again later; the others go
 * on.
 */
public final class Projector extends Leader implements Follower {
  static final int BATCH = 2_000;
  private static final long LOCK = 0x466f6572_00000002L;
  private static final long RETRY_NANOS = 10_000_000_000L;

  /** A projection on its way. */
  static final class Track {
    final Projection projection;
    final Handlers handlers;
    volatile long position;
    volatile @Nullable String failure;
    long retryAt;

    Track(Projection projection, Handlers handlers) {
      this.projection = projection;
      this.handlers = handlers;
    }

    String reader() {
      return "view:" + projection.name();
    }
  }

  private final DataSource dataSource;
  private final EventTypes types;
  private final Transactions transactions;
  private final Map<String, Track> tracks = new LinkedHashMap<>();
  private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();
  private final Object moved = new Object();
  private final Rebuilds rebuilds;
  private long requestsAt = Long.MIN_VALUE;

  Projector(
      DataSource dataSource,
      EventTypes types,
      Sequencer sequencer,
      Transactions transactions,
      Bell bell,
      Collection<Projection> projections,
      MeterRegistry meters) {
    super("projector", dataSource, LOCK, Duration.ofMillis(100));
    this.dataSource = dataSource;
    this.types = types;
    this.transactions = transactions;
    for (Projection projection : projections) {
      var track = new Track(projection, new Handlers(projection, types));
      if (tracks.put(projection.name(), track) != null)
        throw new IllegalStateException("two projections named " + projection.name());
      meters.gauge(
          "foerderturm.projection.lag",
          List.of(io.micrometer.core.instrument.Tag.of("projection", projection.name())),
          track,
          t -> leads() ? Math.max(0, sequencer.size() - t.position) : Double.NaN);
    }
    rebuilds = new Rebuilds(dataSource, this);
    sequencer.onSealed(round -> wake(bell));
    bell.onRing(this::wakeIfLeading);
  }

  /** Called after each batch with the streams and cases that moved. */
  public AutoCloseable onMoved(Consumer<Set<String>> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  Collection<Track> tracks() {
    return tracks.values();
  }

  Track track(String name) {
    Track track = tracks.get(name);
    if (track == null) throw new Rejected("no-such-projection", Map.of("name", name));
    return track;
  }

  Rebuilds rebuilds() {
    return rebuilds;
  }

  @Override
  protected void elected(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("set synchronous_commit = off");
      for (Track track : tracks.values())
        statement.execute(
            "insert into reader_position (name, position) values ('"
                + track.reader()
                + "', 0) on conflict do nothing");
      try (var rows =
          statement.executeQuery("select name, position, failure from reader_position")) {
        while (rows.next())
          for (Track track : tracks.values())
            if (track.reader().equals(rows.getString(1))) {
              track.position = rows.getLong(2);
              track.failure = rows.getString(3);
            }
      }
    }
    connection.commit();
  }

  @Override
  protected boolean work(Connection connection) throws SQLException {
    rebuilds.swapReady(connection);
    if (System.nanoTime() > requestsAt) {
      requestsAt = System.nanoTime() + 1_000_000_000L;
      rebuilds.takeRequests(connection);
    }
    boolean more = false;
    var groups = new TreeMap<Long, List<Track>>();
    for (Track track : tracks.values())
      if (track.failure == null || System.nanoTime() > track.retryAt)
        groups.computeIfAbsent(track.position, p -> new ArrayList<>()).add(track);
    for (var group : groups.entrySet()) {
      var batch = read(connection, group.getKey(), BATCH);
      if (batch.isEmpty()) {
        connection.commit();
        continue;
      }
      more |= batch.size() == BATCH || groups.size() > 1;
      try {
        apply(connection, group.getValue(), batch);
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        for (Track track : group.getValue()) alone(connection, track, batch);
      }
      announce(batch);
    }
    return more;
  }

  List<Parsed> read(Connection connection, long from, int limit) throws SQLException {
    return LedgerReader.read(connection, from, limit).stream().map(Parsed::new).toList();
  }

  private void apply(Connection connection, List<Track> group, List<Parsed> batch)
      throws SQLException {
    transactions.probe().at("before-projection");
    var writes = new BatchedWrites();
    for (Parsed event : batch) for (Track track : group) track.handlers.handle(event, writes);
    writes.flush(connection);
    long next = batch.getLast().stored.position() + 1;
    move(connection, group.stream().map(Track::reader).toArray(String[]::new), next);
    connection.commit();
    for (Track track : group) {
      track.position = next;
      track.failure = null;
    }
    transactions.probe().at("after-projection");
  }

  static void move(Connection connection, String[] readers, long next) throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update reader_position set position = ?, moved_at = now(), failure = null where name = any(?)")) {
      update.setLong(1, next);
      update.setArray(2, connection.createArrayOf("text", readers));
      update.executeUpdate();
    }
  }

  /** One projection, event by event: so its position stops right before the event it can't take. */
  private void alone(Connection connection, Track track, List<Parsed> batch) throws SQLException {
    for (Parsed event : batch) {
      // what failed may have come after the commit
      if (event.stored.position() < track.position) continue;
      try {
        apply(connection, List.of(track), List.of(event));
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        String reason =
            "position " + event.stored.position() + ", " + event.stored.type() + ": " + e;
        track.failure = reason;
        track.retryAt = System.nanoTime() + RETRY_NANOS;
        try (var update =
            connection.prepareStatement("update reader_position set failure = ? where name = ?")) {
          update.setString(1, reason);
          update.setString(2, track.reader());
          update.executeUpdate();
        }
        connection.commit();
        return;
      }
    }
  }

  private void announce(List<Parsed> batch) {
    synchronized (moved) {
      moved.notifyAll();
    }
    if (listeners.isEmpty()) return;
    var streams = new HashSet<String>();
    for (Parsed event : batch) {
      SealedEvent stored = event.stored;
      streams.add(stored.stream());
      if (stored.caseId() != null) streams.add(stored.caseId());
    }
    for (var listener : listeners) listener.accept(streams);
  }

  EventTypes types() {
    return types;
  }

  /** Waits until every healthy projection has passed the position. */
  @Override
  public long await(long position, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    synchronized (moved) {
      while (passed() <= position && System.nanoTime() < end) pause(leads() ? 20 : 4);
    }
    return position;
  }

  private long passed() {
    if (leads())
      return tracks.values().stream()
          .filter(track -> track.failure == null)
          .mapToLong(track -> track.position)
          .min()
          .orElse(Long.MAX_VALUE);
    return JdbcClient.create(dataSource)
        .sql(
            "select coalesce(min(position), 9223372036854775807) from reader_position where name like 'view:%' and failure is null")
        .query(Long.class)
        .single();
  }

  @SuppressWarnings("WaitNotInLoop") // the caller loops
  private void pause(long millis) {
    try {
      moved.wait(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the views", e);
    }
  }
}
