package org.foerderturm.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.foerderturm.TestOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Commits overtake each other, clocks lie, transactions hang and roll back, leaders are cut off:
 * nothing is lost, each stream keeps its order, positions have no gap. Events are written past the
 * product, by their own transactions.
 */
class GapIT {
  private static final OffsetDateTime LONG_AGO =
      OffsetDateTime.of(2019, 5, 4, 3, 2, 1, 0, ZoneOffset.UTC);

  private static TestOffice office;

  @BeforeAll
  static void start() {
    office = TestOffice.fresh();
  }

  @AfterAll
  static void close() throws Exception {
    assertThat(Views.differencesAfterRebuild(office)).isEmpty();
    office.close();
  }

  private static Connection transaction() throws SQLException {
    Connection connection = office.dataSource().getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  /** Writes one event; its cause is the newest event that another transaction shows. */
  private static String write(Connection db, String stream, OffsetDateTime at) throws SQLException {
    String id = UUID.randomUUID().toString();
    try (var insert =
        db.prepareStatement(
            "insert into event_log (event_id, stream_type, stream_id, sequence, event_type, revision, recorded_at,"
                + " actor, roles, correlation_id, causation_id, payload)"
                + " select ?::uuid, 'test', ?, (select coalesce(max(sequence), -1) + 1 from event_log where stream_id = ?),"
                + " 'CommentAdded', 1, ?, 'gap', '', gen_random_uuid(), (select event_id from event_log"
                + " where xid <> pg_current_xact_id() order by global_index desc limit 1),"
                + " json_build_object('caseId', 'none', 'commentId', ?, 'text', 'Lücke')")) {
      insert.setString(1, id);
      insert.setString(2, stream);
      insert.setString(3, stream);
      insert.setObject(4, at);
      insert.setString(5, id);
      insert.executeUpdate();
    }
    return id;
  }

  private static Long position(String event) {
    return office
        .db()
        .sql(
            "select position from ledger_entry join event_log using (global_index) where event_id = ?::uuid")
        .param(event)
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  private static long sealed(String event) throws InterruptedException {
    long end = System.nanoTime() + 20_000_000_000L;
    while (position(event) == null) {
      assertThat(System.nanoTime()).as("sealed in time").isLessThan(end);
      Thread.sleep(5);
    }
    return position(event);
  }

  private static void sound() throws Exception {
    Views.settle(office);
    try (Connection db = office.dataSource().getConnection()) {
      assertThat(Checker.violations(db)).isEmpty();
    }
  }

  @Test
  void an_open_transaction_delays_only_itself_and_is_not_lost() throws Exception {
    try (Connection slow = transaction();
        Connection quick = transaction()) {
      String late = write(slow, "gap-slow", OffsetDateTime.now(ZoneOffset.UTC).minusHours(1));
      String early = write(quick, "gap-quick", LONG_AGO);
      quick.commit();
      long first = sealed(early);
      assertThat(position(late)).isNull();
      // many rounds pass, other events are sealed, and it is still open
      for (int i = 0; i < 20; i++) {
        String other = write(quick, "gap-quick", OffsetDateTime.now(ZoneOffset.UTC));
        quick.commit();
        assertThat(sealed(other)).isGreaterThan(first);
      }
      slow.commit();
      assertThat(sealed(late)).isGreaterThan(first + 20);
    }
    sound();
  }

  @Test
  void an_import_of_old_events_beside_an_open_transaction_is_sealed_whole() throws Exception {
    int imported = 12_000;
    try (Connection slow = transaction();
        Connection bulk = transaction()) {
      String late = write(slow, "gap-beside-import", LONG_AGO);
      try (var statement = bulk.createStatement()) {
        statement.executeUpdate(
            "insert into event_log (event_id, stream_type, stream_id, sequence, event_type, revision, recorded_at,"
                + " actor, roles, correlation_id, payload) select gen_random_uuid(), 'test', 'import-' || n % 40,"
                + " n / 40, 'CommentAdded', 1, timestamptz '2019-01-01' - n * interval '1 hour', 'import', '',"
                + " gen_random_uuid(), json_build_object('caseId', 'none', 'commentId', n::text, 'text', 'alt')"
                + " from generate_series(0, "
                + (imported - 1)
                + ") n");
      }
      bulk.commit();
      write(bulk, "gap-rolled-back", LONG_AGO);
      bulk.rollback();
      slow.commit();
      sealed(late);
    }
    sound();
    assertThat(
            office
                .db()
                .sql(
                    "select count(*) from ledger_entry join event_log using (global_index) where actor = 'import'")
                .query(Long.class)
                .single())
        .isEqualTo(imported);
  }

  @Test
  void ten_writers_slow_quick_and_rolled_back_while_leaders_are_cut_off() throws Exception {
    Set<String> committed = ConcurrentHashMap.newKeySet();
    Set<String> undone = ConcurrentHashMap.newKeySet();
    long end = System.nanoTime() + 6_000_000_000L;
    var writers = new ArrayList<Future<?>>();
    try (var pool = Executors.newFixedThreadPool(9)) {
      for (int i = 0; i < 9; i++) {
        var random = new Random(i);
        writers.add(
            pool.submit(
                () -> {
                  while (System.nanoTime() < end) work(random, committed, undone);
                  return null;
                }));
      }
      while (System.nanoTime() < end) {
        Thread.sleep(700);
        // every leader of the database: sequencer, projector and bridge
        office
            .db()
            .sql(
                "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                    + " and database = (select oid from pg_database where datname = current_database())"
                    + " and classid = x'466f6572'::int")
            .query(Boolean.class)
            .list();
      }
      for (var writer : writers) writer.get();
    }
    sound();
    var stored =
        office
            .db()
            .sql("select event_id::text from event_log where stream_id like 'w%'")
            .query(String.class)
            .list();
    assertThat(stored).containsAll(committed).doesNotContainAnyElementsOf(undone);
    assertThat(committed).hasSizeGreaterThan(200);
    assertThat(undone).isNotEmpty();
  }

  private static void work(Random random, Set<String> committed, Set<String> undone)
      throws Exception {
    var mine = new ArrayList<String>();
    try (Connection db = transaction();
        var statement = db.createStatement()) {
      if (random.nextInt(3) == 0) statement.execute("select pg_current_xact_id()"); // an early xid
      int chance = random.nextInt(20);
      if (chance == 0) Thread.sleep(random.nextInt(1_500));
      else if (chance < 8) Thread.sleep(random.nextInt(20));
      for (String stream :
          random
              .ints(1 + random.nextInt(4), 0, 30)
              .distinct()
              .sorted()
              .mapToObj(n -> "w" + n)
              .toList()) {
        statement.execute("select pg_advisory_xact_lock(7, " + stream.substring(1) + ")");
        mine.add(
            write(
                db, stream, random.nextBoolean() ? LONG_AGO : OffsetDateTime.now(ZoneOffset.UTC)));
        if (random.nextInt(6) == 0) Thread.sleep(random.nextInt(10));
      }
      if (random.nextInt(10) == 0) {
        db.rollback();
        undone.addAll(mine);
      } else {
        db.commit();
        committed.addAll(mine);
      }
    }
  }
}
