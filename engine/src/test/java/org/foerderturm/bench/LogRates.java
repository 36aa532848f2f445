package org.foerderturm.bench;

import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.foerderturm.TestOffice;
import org.foerderturm.log.Json;
import org.foerderturm.log.Ticket;
import org.foerderturm.log.Transactions;
import org.foerderturm.process.ProcessEvent.CommentAdded;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast the log takes events: through a ticket, against plain inserts and commits into an equal
 * table; nothing seals meanwhile.
 */
final class LogRates {
  private static final String RAW =
      "insert into raw_log (event_id, stream_type, stream_id, sequence, event_type, revision, recorded_at,"
          + " actor, roles, correlation_id, payload) values (?, ?, ?, ?, ?, ?, now(), ?, ?, ?, ?::json)";

  private final Figures figures;
  private final Product product;
  private final Transactions transactions;

  LogRates(Figures figures, Product product) {
    this.figures = figures;
    this.product = product;
    this.transactions = product.node.bean(Transactions.class);
  }

  void measure(int threads, int transactionsARound, int rounds) {
    product.background(false);
    JdbcClient db = product.db;
    db.sql("drop table if exists raw_log").update();
    db.sql("create table raw_log (like event_log including all)").update();
    for (int round = -1; round < rounds; round++)
      for (int events : new int[] {1, 10}) {
        int n = events == 1 ? transactionsARound : transactionsARound / 4;
        double log = append(threads, n, events);
        double raw = insert(threads, n, events);
        if (round < 0) continue;
        String what = ", " + events + (events == 1 ? " event" : " events") + " a transaction";
        figures.add("append" + what + ": event log", "events/s", n * events / log);
        figures.add("append" + what + ": raw insert", "events/s", n * events / raw);
      }
    for (String what : new String[] {", 1 event a transaction", ", 10 events a transaction"})
      figures.ratio(
          "append" + what + ": event log / raw insert",
          "append" + what + ": event log",
          "append" + what + ": raw insert");
    product.background(true);
  }

  private double append(int threads, int count, int events) {
    ThreadLocal<String> stream = ThreadLocal.withInitial(Product::key);
    return Work.on(
        threads,
        count,
        i ->
            transactions.inOwnUnit(
                Transactions.newTicket(TestOffice.MANAGER),
                () -> {
                  for (int k = 0; k < events; k++)
                    Ticket.current().add("bench", stream.get(), event(stream.get()), null);
                  return true;
                }));
  }

  private static CommentAdded event(String stream) {
    return new CommentAdded(stream, Product.key(), null, Candidate.NOTE + Candidate.NOTE);
  }

  private double insert(int threads, int count, int events) {
    ThreadLocal<String> stream = ThreadLocal.withInitial(Product::key);
    ThreadLocal<AtomicInteger> sequence = ThreadLocal.withInitial(AtomicInteger::new);
    return Work.on(threads, count, i -> insert(stream.get(), sequence.get(), events));
  }

  private void insert(String stream, AtomicInteger sequence, int events) throws SQLException {
    try (var connection = product.dataSource.getConnection();
        var insert = connection.prepareStatement(RAW)) {
      connection.setAutoCommit(false);
      for (int k = 0; k < events; k++) {
        insert.setObject(1, UUID.randomUUID());
        insert.setString(2, "bench");
        insert.setString(3, stream);
        insert.setLong(4, sequence.getAndIncrement());
        insert.setString(5, "CommentAdded");
        insert.setShort(6, (short) 1);
        insert.setString(7, TestOffice.MANAGER.userId());
        insert.setString(8, TestOffice.MANAGER.roleCodes());
        insert.setObject(9, UUID.randomUUID());
        insert.setString(10, Json.write(event(stream)));
        if (events > 1) insert.addBatch();
      }
      if (events > 1) insert.executeBatch();
      else insert.executeUpdate();
      connection.commit();
    }
  }
}
