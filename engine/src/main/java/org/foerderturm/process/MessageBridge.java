package org.foerderturm.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.variable.Variables;
import org.foerderturm.kernel.Actor;
import org.foerderturm.ledger.LedgerReader;
import org.foerderturm.ledger.LedgerReader.SealedEvent;
import org.foerderturm.ledger.Sequencer;
import org.foerderturm.log.Bell;
import org.foerderturm.log.Conflict;
import org.foerderturm.log.Json;
import org.foerderturm.log.Leader;
import org.foerderturm.log.Ticket;
import org.foerderturm.log.Transactions;
import org.foerderturm.view.Follower;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Turns any sealed event into the BPMN message of the same name. It reaches the cases whose
 * business key is the event's stream, and those that hold the event's first component (its id) in a
 * variable of the same name; a message start event begins a case with the stream as business key.
 * Reading after the seal means that a case that sends a command and then waits for its event is
 * already waiting. Delivery and position commit together: each event is delivered once.
 */
final class MessageBridge extends Leader implements Follower {
  private static final Logger LOGGER = LoggerFactory.getLogger(MessageBridge.class);
  private static final String READER = "bridge";
  private static final long LOCK = 0x466f6572_00000003L;
  private static final int BATCH = 5_000;
  private static final int TRIES = 10;

  /** After another node has rung, its people wait for the position in the table. */
  private static final long WATCHED_NANOS = 2_000_000_000L;

  private static final Actor BRIDGE = Actor.SYSTEM;

  private final ProcessEngine engine;
  private final Models models;
  private final Transactions transactions;
  private final Sequencer sequencer;
  private final JdbcClient db;
  private final Dates dates;
  private final Object moved = new Object();
  private final Queue<Sequencer.Round> rounds = new ConcurrentLinkedQueue<>();
  private Set<String> names = Set.of();
  private volatile long position;
  private volatile long written;
  private volatile Sealed sealed = new Sealed(0, -1);
  private volatile long lastRing = System.nanoTime() - WATCHED_NANOS;
  private long stored;

  /** Where the last event that this bridge caused stands. */
  private record Sealed(long index, long position) {}

  MessageBridge(
      ProcessEngine engine,
      Models models,
      Transactions transactions,
      Sequencer sequencer,
      Bell bell,
      DataSource dataSource) {
    super(READER, dataSource, LOCK, Duration.ofMillis(200));
    this.engine = engine;
    this.dates = new Dates(engine);
    this.models = models;
    this.transactions = transactions;
    this.sequencer = sequencer;
    this.db = JdbcClient.create(dataSource);
    sequencer.onSealed(
        round -> {
          if (leads()) rounds.add(round);
          wake(bell);
        });
    bell.onRing(
        () -> {
          lastRing = System.nanoTime();
          wakeIfLeading();
        });
  }

  @Override
  protected void elected(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "insert into reader_position (name, position) values ('"
              + READER
              + "', 0) on conflict do nothing");
      try (var row =
          statement.executeQuery(
              "select position from reader_position where name = '" + READER + "'")) {
        row.next();
        position = row.getLong(1);
        stored = position;
      }
    }
    connection.commit();
    rounds.clear();
    names = awaited();
  }

  private Set<String> awaited() {
    return new HashSet<>(db.sql("select name from model_message").query(String.class).list());
  }

  @Override
  protected boolean work(Connection connection) throws SQLException {
    boolean more = goOn(connection);
    if (stored < position && System.nanoTime() - lastRing < WATCHED_NANOS) store(position);
    return more;
  }

  private boolean goOn(Connection connection) throws SQLException {
    boolean news = false;
    for (Sequencer.Round round; (round = rounds.poll()) != null; news = true)
      if (!passes(round)) return look(connection);
    return !news && look(connection);
  }

  /**
   * Goes past a round sealed on this node of which nobody waits for anything, without a look into
   * the table: nearly all of them. A deployment, which may bring new names, is an event too.
   */
  private boolean passes(Sequencer.Round round) {
    if (round.next() <= position) return true;
    if (round.first() > position
        || round.types().contains("ModelsDeployed")
        || !Collections.disjoint(round.types(), names)) return false;
    moveTo(round.next());
    return true;
  }

  private boolean look(Connection connection) throws SQLException {
    names = awaited();
    long head;
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select size from ledger_head")) {
      row.next();
      head = row.getLong(1);
    }
    long until = Math.min(head, position + BATCH);
    if (until > position && !names.isEmpty())
      for (SealedEvent event :
          LedgerReader.read(connection, position, BATCH, names.toArray(String[]::new)))
        if (event.position() < until) deliver(event);
    connection.commit();
    boolean idle = until == position;
    moveTo(until);
    if ((idle && stored != position) || position - stored > 10_000) store(position);
    return until < head;
  }

  private void moveTo(long next) {
    position = next;
    synchronized (moved) {
      moved.notifyAll();
    }
  }

  private void store(long next) {
    db.sql(
            "update reader_position set position = ?, moved_at = now() where name = ? and position < ?")
        .params(next, READER, next)
        .update();
    stored = next;
  }

  private void deliver(SealedEvent event) {
    for (int attempt = 1; ; attempt++) {
      var ticket = Transactions.newTicket(BRIDGE, UUID.fromString(event.eventId()));
      try {
        transactions.inOwnUnit(
            ticket,
            () -> {
              advance(event);
              correlate(event);
              return true;
            });
        stored = event.position() + 1;
        if (ticket.lastIndex() > 0) written = ticket.lastIndex();
        return;
      } catch (Overtaken stepDown) {
        throw stepDown;
      } catch (RuntimeException failure) {
        boolean conflict = Conflict.isConflict(failure);
        if (conflict && attempt < TRIES) continue;
        // neither is the message's fault: the leader rests, and begins again with this event
        if (conflict || Conflict.isOutage(failure)) throw failure;
        giveUp(event, failure);
        stored = event.position() + 1;
        return;
      }
    }
  }

  /**
   * Moves the position past the event before anything else: deliveries run on connections of their
   * own, so a bridge that has lost its lock may not know it yet. The row's lock lets one of two
   * through.
   */
  private void advance(SealedEvent event) {
    if (db.sql(
                "update reader_position set position = ?, moved_at = now() where name = ? and position <= ?")
            .params(event.position() + 1, READER, event.position())
            .update()
        != 1) throw new Overtaken();
  }

  /** Another node's bridge has delivered the event; this one no longer leads. */
  private static final class Overtaken extends RuntimeException {
    Overtaken() {
      super("another bridge delivers");
    }
  }

  /** One undeliverable message must not hold up all others: it goes on record, with its reason. */
  private void giveUp(SealedEvent event, RuntimeException failure) {
    LOGGER.warn(
        "{} at position {} was not delivered: {}",
        event.type(),
        event.position(),
        failure.getMessage());
    String reason = String.valueOf(failure.getMessage());
    transactions.inOwnUnit(
        Transactions.newTicket(BRIDGE, UUID.fromString(event.eventId())),
        () -> {
          Ticket.current()
              .add(
                  "bridge",
                  "bridge",
                  new ProcessEvent.MessageUndelivered(
                      event.type(), event.position(), reason.lines().findFirst().orElse("")),
                  event.caseId());
          advance(event);
          return true;
        });
  }

  private void correlate(SealedEvent event) {
    var runtime = engine.getRuntimeService();
    JsonNode payload = Json.tree(event.payload());
    Map<String, Object> fields = Json.map(payload);
    Facts facts = Facts.current(models);
    facts.triggeredBy("message", event.type());
    var waiting = new LinkedHashMap<String, Execution>();
    runtime
        .createExecutionQuery()
        .messageEventSubscriptionName(event.type())
        .processInstanceBusinessKey(event.stream())
        .list()
        .forEach(execution -> waiting.put(execution.getId(), execution));
    String id = payload.fieldNames().hasNext() ? payload.fieldNames().next() : null;
    if (id != null && payload.get(id).isTextual())
      for (Execution execution :
          runtime
              .createExecutionQuery()
              .messageEventSubscriptionName(event.type())
              .processVariableValueEquals(id, payload.get(id).asText())
              .list()) waiting.put(execution.getId(), execution);
    var message = new HashMap<String, Object>();
    message.put("event", Variables.untypedValue(fields, true));
    for (Execution execution : waiting.values()) {
      runtime.messageEventReceived(event.type(), execution.getId(), message);
      dates.follow(
          ((ExecutionEntity) execution).getProcessDefinitionId(),
          execution.getProcessInstanceId(),
          facts);
    }
    boolean starts =
        db.sql(
                    "select count(*) from act_ru_event_subscr where event_type_ = 'message' and event_name_ = ?"
                        + " and execution_id_ is null")
                .param(event.type())
                .query(Long.class)
                .single()
            > 0;
    if (starts) {
      facts.startedFrom(event.caseId());
      runtime.startProcessInstanceByMessage(event.type(), event.stream(), fields);
    }
  }

  @Override
  public long await(long wanted, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    synchronized (moved) {
      while (passed() <= wanted && System.nanoTime() < end) pause(leads() ? 20 : 5);
    }
    long last = written;
    if (last != sealed.index) sealed = new Sealed(last, sequencer.await(last, patience));
    return Math.max(wanted, sealed.position);
  }

  private long passed() {
    if (leads()) return position;
    return db.sql(
            "select coalesce(max(position), 9223372036854775807) from reader_position where name = ?")
        .param(READER)
        .query(Long.class)
        .single();
  }

  @SuppressWarnings("WaitNotInLoop") // the caller loops
  private void pause(long millis) {
    try {
      moved.wait(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for messages", e);
    }
  }
}
