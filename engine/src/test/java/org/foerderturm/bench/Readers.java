package org.foerderturm.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.foerderturm.TestOffice;
import org.foerderturm.log.Commands;
import org.foerderturm.view.Projection;
import org.foerderturm.view.ProjectionQuery.RebuildProjection;

/**
 * Sealing a backlog, bringing all projections up to date with it, rebuilding each; against a plain
 * cursor read of the same rows, and against Axon's processors over the same positions.
 */
final class Readers {
  private static final String CURSOR = "cursor read";

  private final Figures figures;
  private final Product product;

  Readers(Figures figures, Product product) {
    this.figures = figures;
    this.product = product;
  }

  void measure(int events, int rounds, boolean axon) throws SQLException, InterruptedException {
    template();
    product.background(false);
    backlog(events);
    seal();
    for (int round = 0; round < rounds; round++) {
      cursor();
      together();
      for (Projection projection : product.projections()) rebuild(projection);
      if (axon)
        for (int segments : new int[] {1, 4}) {
          cursor();
          axon(segments);
        }
    }
    figures.ratio("all projections together / " + CURSOR, "all projections together", CURSOR);
    for (Projection projection : product.projections())
      figures.ratio(
          "rebuild of " + projection.name() + " / " + CURSOR,
          "rebuild of " + projection.name(),
          CURSOR);
    for (String segments : new String[] {"1 segment", "4 segments"})
      figures.ratio(
          "all projections together / axon, " + segments,
          "all projections together",
          "axon, " + segments);
    product.background(true);
  }

  /** One case from start to end: what the backlog is made of. */
  private void template() {
    product.background(true);
    product.db.sql("create table if not exists bench_template (case_id text)").update();
    String key = UUID.randomUUID().toString();
    product.start(key, Candidate.order(0));
    product.complete(task(key), Candidate.check(0));
    product.complete(task(key), Candidate.ship(0));
    product
        .db
        .sql(
            "insert into bench_template select distinct case_id from event_log"
                + " where case_id is not null and payload ->> 'caseKey' = ?")
        .param(key)
        .update();
  }

  private String task(String caseKey) {
    return product
        .db
        .sql(
            "select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_"
                + " where e.business_key_ = ?")
        .param(caseKey)
        .query(String.class)
        .single();
  }

  /**
   * Copies that case: the engine's ids of one JVM end alike, so another ending makes them the ids
   * of another case. A hundred cases go on side by side.
   */
  private void backlog(int events) {
    int copied =
        product
            .db
            .sql(
                """
                with t as (select e.*, right(e.case_id, 12) as ending from event_log e join bench_template using (case_id))
                insert into event_log (event_id, stream_type, stream_id, sequence, event_type, revision, recorded_at,
                  actor, roles, correlation_id, case_id, payload)
                select gen_random_uuid(), t.stream_type, replace(t.stream_id, t.ending, n.ending), t.sequence, t.event_type,
                  t.revision, t.recorded_at, t.actor, t.roles, gen_random_uuid(), replace(t.case_id, t.ending, n.ending),
                  replace(t.payload::text, t.ending, n.ending)::json
                from t, (select i, lpad(to_hex(i), 12, '0') as ending from generate_series(1, ?) i) n
                order by n.i / 100, t.sequence, n.i""")
            .param(events / 5)
            .update();
    System.out.printf("%d events in the backlog%n", copied);
    product.db.sql("analyze event_log").update();
  }

  private void seal() {
    long before = head();
    long start = System.nanoTime();
    product.sequencer.start();
    product.sequencer.await(
        product.db.sql("select max(global_index) from event_log").query(Long.class).single(),
        Duration.ofMinutes(10));
    double seconds = seconds(start);
    product.sequencer.stop();
    figures.add("sealing", "events/s", (head() - before) / seconds);
    product.db.sql("analyze ledger_entry").update();
  }

  private void cursor() throws SQLException {
    long rows = 0;
    long start = System.nanoTime();
    try (var connection = product.dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (var query =
          connection.prepareStatement(
              "select l.position, e.event_id::text, e.stream_type, e.stream_id, e.sequence, e.event_type, e.revision,"
                  + " e.recorded_at, e.actor, e.on_behalf_of, e.roles, e.correlation_id::text, e.case_id, e.payload::text"
                  + " from ledger_entry l join event_log e using (global_index) order by l.position")) {
        query.setFetchSize(2_000);
        try (var row = query.executeQuery()) {
          for (; row.next(); rows++) for (int i = 1; i <= 14; i++) row.getString(i);
        }
      }
      connection.commit();
    }
    figures.add(CURSOR, "events/s", rows / seconds(start));
  }

  /** All projections from empty tables, as a node does it that comes back after a long time. */
  private void together() {
    empty();
    product.db.sql("update reader_position set position = 0 where name like 'view:%'").update();
    long head = head();
    long start = System.nanoTime();
    product.projector.start();
    product.projector.await(head - 1, Duration.ofMinutes(10));
    figures.add("all projections together", "events/s", head / seconds(start));
    product.projector.stop();
  }

  private void empty() {
    for (Projection projection : product.projections())
      for (String table : projection.tables()) product.db.sql("truncate " + table).update();
  }

  /** As an administrator orders it: beside the living tables, then swapped. */
  private void rebuild(Projection projection) throws InterruptedException {
    product.projector.start();
    long head = head();
    product.projector.await(head - 1, Duration.ofMinutes(10));
    String table = projection.tables().getFirst();
    long before = oid(table);
    product
        .node
        .bean(Commands.class)
        .run(new RebuildProjection(projection.name()), TestOffice.ADMIN, Product.key());
    while (oid("rebuild_" + projection.name().replace('-', '_') + "." + table) == 0
        && oid(table) == before) Thread.sleep(1);
    long start = System.nanoTime();
    while (oid(table) == before) Thread.sleep(5);
    figures.add("rebuild of " + projection.name(), "events/s", head / seconds(start));
    product.projector.stop();
  }

  /** Another number means another table of that name; 0 none. */
  private long oid(String table) {
    return product
        .db
        .sql("select coalesce(to_regclass(?)::oid::bigint, 0)")
        .param(table)
        .query(Long.class)
        .single();
  }

  private void axon(int segments) throws InterruptedException {
    empty();
    long head = head();
    try (var reader = new AxonReader(product.dataSource, product.projections(), segments)) {
      long start = System.nanoTime();
      reader.readTo(head);
      figures.add(
          "axon, " + segments + (segments == 1 ? " segment" : " segments"),
          "events/s",
          head / seconds(start));
    }
  }

  private long head() {
    return product.db.sql("select size from ledger_head").query(Long.class).single();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
