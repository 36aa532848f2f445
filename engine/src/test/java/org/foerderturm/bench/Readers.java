package org.foerderturm.bench;

import java.sql.SQLException;
import java.time.Duration;
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
    var backlog = new Backlog(product);
    product.background(false);
    backlog.copy(events);
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
