package org.foerderturm.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.foerderturm.TestOffice;
import org.foerderturm.kernel.Office;
import org.foerderturm.ledger.Sequencer;
import org.foerderturm.log.Commands;
import org.foerderturm.log.Leader;
import org.foerderturm.log.Transactions;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.foerderturm.process.ProcessCommand.StartCase;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Projector;

/** The whole product without its web pages. */
final class Product extends Candidate {
  final TestOffice node;
  final Office office;
  final Sequencer sequencer;
  final Projector projector;

  /** Milliseconds from each commit until readers see it. */
  final ConcurrentLinkedQueue<Double> lags = new ConcurrentLinkedQueue<>();

  private final ThreadLocal<Long> committed = new ThreadLocal<>();

  Product() throws SQLException, IOException {
    super("product");
    node = TestOffice.on(dataSource, false);
    office = node.office();
    sequencer = node.bean(Sequencer.class);
    projector = node.bean(Projector.class);
    // other workflows wait for messages: so the bridge has something to look for
    db.sql("insert into model_message values ('MotionDecided') on conflict do nothing").update();
    node.bean(Transactions.class)
        .probe(
            point -> {
              if (point.equals("after-commit")) committed.set(System.nanoTime());
            });
  }

  List<Projection> projections() {
    return List.copyOf(node.beans(Projection.class));
  }

  @Override
  void start(String caseKey, Map<String, Object> values) {
    node.bean(Commands.class)
        .run(new StartCase("two-steps", caseKey, values), TestOffice.MANAGER, key());
  }

  @Override
  void complete(String taskId, Map<String, Object> values) {
    office.send(new CompleteTask(taskId, values), TestOffice.MANAGER, key());
    lags.add((System.nanoTime() - committed.get()) / 1e6);
  }

  /** Completes a task; readers see it a little later. */
  void completeOnly(String taskId, Map<String, Object> values) {
    node.bean(Commands.class).run(new CompleteTask(taskId, values), TestOffice.MANAGER, key());
  }

  /** Waits until readers see everything. */
  void caughtUp() {
    long last = db.sql("select max(global_index) from event_log").query(Long.class).single();
    projector.await(sequencer.await(last, Duration.ofMinutes(10)), Duration.ofMinutes(10));
  }

  static String key() {
    return UUID.randomUUID().toString();
  }

  @Override
  void background(boolean on) {
    Collection<Leader> leaders = node.beans(Leader.class);
    leaders.forEach(on ? Leader::start : Leader::stop);
    if (on) caughtUp();
  }

  @Override
  public void close() {
    node.close();
    super.close();
  }
}
