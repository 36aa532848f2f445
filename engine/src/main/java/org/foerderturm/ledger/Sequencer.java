package org.foerderturm.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.foerderturm.log.Bell;
import org.foerderturm.log.Leader;
import org.foerderturm.log.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives every committed event its position. One node leads (advisory lock on the very connection
 * that writes, so a lost lock is a lost connection); the others wait to take over. A round reads,
 * in one snapshot and in insert order, the committed events that have no position, and appends them
 * to the ledger. Whoever saw an event before appending its own has the higher index, and whenever
 * the later is visible so is the earlier: no effect precedes its cause, nothing is skipped, a slow
 * transaction delays only itself (ADR 5).
 */
public final class Sequencer extends Leader {
  static final int ROUND = 5_000;
  private static final long LOCK = 0x466f6572_00000001L;

  private final DataSource dataSource;
  private final Transactions transactions;
  private final Map<Long, CompletableFuture<Long>> waiting = new ConcurrentHashMap<>();
  private final Map<Long, Long> recent = Collections.synchronizedMap(new Recent());
  private final List<Consumer<Round>> sealed = new CopyOnWriteArrayList<>();
  private final Timer lag;
  private @Nullable MerkleTree tree;
  private String lowXid = "0";
  private volatile long size;

  Sequencer(DataSource dataSource, Transactions transactions, Bell bell, MeterRegistry meters) {
    super("sequencer", dataSource, LOCK, Duration.ofMillis(50));
    this.dataSource = dataSource;
    this.transactions = transactions;
    lag =
        Timer.builder("foerderturm.sealing.lag")
            .description("from recording an event to its position in the ledger")
            .publishPercentiles(0.5, 0.99)
            .register(meters);
    meters.gauge("foerderturm.ledger.size", this, s -> s.size);
    transactions.onAppended(() -> wake(bell));
    bell.onRing(this::wakeIfLeading);
  }

  /** Insert index → position of what was sealed last: for those who ask a moment too late. */
  private static final class Recent extends LinkedHashMap<Long, Long> {
    private static final int KEPT = 2 * ROUND;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
      return size() > KEPT;
    }
  }

  /**
   * What one round sealed.
   *
   * @param first position of its first event
   * @param next position after its last
   */
  public record Round(long first, long next, Set<String> types) {}

  /** Called on this node after each round that sealed something here. */
  public void onSealed(Consumer<Round> listener) {
    sealed.add(listener);
  }

  @Override
  protected void elected(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                // after a restore into another server the stored transaction id may lie ahead of
                // its own
                "select size, least(low_xid, pg_snapshot_xmin(pg_current_snapshot()))::text, peaks from ledger_head")) {
      row.next();
      tree = new MerkleTree(row.getLong(1), row.getBytes(3));
      lowXid = row.getString(2);
      size = tree.size();
    }
    connection.commit();
    connection.setAutoCommit(
        true); // a round reads once and writes once: each needs no commit of its own
  }

  /** One round; returns whether there may be more. */
  @Override
  protected boolean work(Connection connection) throws SQLException {
    if (tree == null) throw new IllegalStateException("not elected");
    transactions.probe().at("before-sealing");
    long first = tree.size();
    var indexes = new ArrayList<Long>();
    var leaves = new ArrayList<byte[]>();
    var recorded = new ArrayList<Instant>();
    var types = new HashSet<String>();
    String xmin = lowXid;
    try (var query =
        connection.prepareStatement(
            "select e.global_index, pg_snapshot_xmin(pg_current_snapshot())::text, e.recorded_at, "
                + Leaf.COLUMNS
                + " from event_log e where e.xid >= ?::xid8"
                + " and not exists (select 1 from ledger_entry l where l.global_index = e.global_index)"
                + " order by e.global_index limit "
                + ROUND)) {
      query.setString(1, lowXid);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          indexes.add(rows.getLong(1));
          xmin = rows.getString(2);
          recorded.add(rows.getObject(3, java.time.OffsetDateTime.class).toInstant());
          types.add(rows.getString(8));
          leaves.add(Leaf.hash(rows, 4));
        }
      }
    }
    int n = indexes.size();
    if (n == 0) return false;
    leaves.forEach(tree::append);
    try {
      write(connection, first, indexes, leaves, n < ROUND ? xmin : lowXid);
    } catch (SQLException | RuntimeException e) {
      tree = null; // a failed round must not leave its leaves in the tree
      throw e;
    }
    if (n < ROUND) lowXid = xmin;
    size = tree.size();
    transactions.probe().at("after-sealing");
    Instant now = Instant.now();
    for (int i = 0; i < n; i++) {
      lag.record(
          Math.max(0, Duration.between(recorded.get(i), now).toNanos()), TimeUnit.NANOSECONDS);
      recent.put(indexes.get(i), first + i);
      CompletableFuture<Long> waiter = waiting.remove(indexes.get(i));
      if (waiter != null) waiter.complete(first + i);
    }
    var round = new Round(first, first + n, types);
    sealed.forEach(listener -> listener.accept(round));
    return n == ROUND;
  }

  private void write(
      Connection connection, long first, List<Long> indexes, List<byte[]> leaves, String xmin)
      throws SQLException {
    if (tree == null) throw new IllegalStateException("not elected");
    // one statement, so one transaction: entries only if the head still is where this round began
    try (var insert =
        connection.prepareStatement(
            "with head as (update ledger_head set size = ?, low_xid = ?::xid8, root = ?, peaks = ? where size = ?"
                + " returning size) insert into ledger_entry (position, global_index, leaf_hash)"
                + " select ? + e.ord - 1, e.global_index, e.leaf_hash from head,"
                + " unnest(?::bigint[], ?::bytea[]) with ordinality as e(global_index, leaf_hash, ord)")) {
      insert.setLong(1, tree.size());
      insert.setString(2, xmin);
      insert.setBytes(3, tree.root());
      insert.setBytes(4, tree.peaks());
      insert.setLong(5, first);
      insert.setLong(6, first);
      insert.setArray(7, connection.createArrayOf("bigint", indexes.toArray()));
      insert.setArray(8, connection.createArrayOf("bytea", leaves.toArray(new byte[0][])));
      if (insert.executeUpdate() != indexes.size())
        throw new SQLException("another sequencer has sealed; this one steps down");
    }
  }

  /** Number of sealed events, as far as this node knows. */
  public long size() {
    return size;
  }

  /**
   * Waits until an event is sealed.
   *
   * @return its position, or -1 if it isn't sealed in time
   */
  public long await(long globalIndex, Duration patience) {
    var future = waiting.computeIfAbsent(globalIndex, i -> new CompletableFuture<>());
    long end = System.nanoTime() + patience.toNanos();
    try {
      Long known = recent.get(globalIndex);
      if (known != null) return known;
      // another node may lead: then the table tells
      for (long pause = leads() ? 50 : 3; ; pause = Math.min(pause * 2, 50)) {
        Long position = poll(future, pause);
        if (position == null) position = lookUp(globalIndex);
        if (position != null) return position;
        if (System.nanoTime() > end) return -1;
      }
    } finally {
      waiting.remove(globalIndex);
    }
  }

  private static @Nullable Long poll(CompletableFuture<Long> future, long millis) {
    try {
      return future.get(millis, TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the ledger", e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable Long lookUp(long globalIndex) {
    return JdbcClient.create(dataSource)
        .sql("select position from ledger_entry where global_index = ?")
        .param(globalIndex)
        .query(Long.class)
        .optional()
        .orElse(null);
  }
}
