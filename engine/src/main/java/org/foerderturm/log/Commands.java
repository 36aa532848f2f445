package org.foerderturm.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.ChangedMeanwhile;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Event;
import org.foerderturm.kernel.Progress;
import org.foerderturm.kernel.Receipt;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sends commands: checks the right, opens the transaction, tries again when two met, answers a
 * repeated key with its first receipt, and puts every refusal on record.
 */
public final class Commands {
  /** Metadata of a command sent by a service task: the case it happens in. */
  public static final String CASE_ID = "caseId";

  private static final int TRIES = 12;

  private final CommandBus bus;
  private final Transactions transactions;
  private final JdbcClient db;

  Commands(CommandBus bus, Transactions transactions, JdbcClient db) {
    this.bus = bus;
    this.transactions = transactions;
    this.db = db;
  }

  /**
   * Runs a command as the outermost unit of work.
   *
   * @throws Rejected if a right or a rule refuses it; recorded as {@code AttemptRefused}
   */
  public Receipt run(Command command, Actor actor, String key) {
    return run(command, actor, key, null);
  }

  /**
   * @param causation id of the event that made the caller send this
   */
  public Receipt run(Command typed, Actor actor, String key, @Nullable UUID causation) {
    Command command = Composed.of(typed);
    String contested = null;
    for (int attempt = 1; ; attempt++) {
      var ticket = new Ticket(actor, UUID.randomUUID(), causation, key);
      ticket.queueFor(contested);
      Progress.began();
      try {
        checkAllowed(command, actor);
        if (Json.holdsNul(Json.write(command))) throw new Rejected("character-not-allowed");
        dispatch(command, Map.of(Ticket.metaDataKey(), ticket));
        Receipt done = new Receipt(key, ticket.firstIndex, ticket.lastIndex);
        // nothing to do: perhaps because the same key has done it
        return ticket.lastIndex == 0 ? earlier(key).orElse(done) : done;
      } catch (RuntimeException failure) {
        Optional<Receipt> earlier = earlier(key);
        if (earlier.isPresent()) return earlier.get();
        Rejected refused = rejection(failure);
        if (refused instanceof ChangedMeanwhile changed)
          refused = changed.with(Meanwhile.told(db, command, changed, ticket.caseId()));
        if (refused != null) {
          record(command, actor, ticket, refused);
          throw refused;
        }
        if (!Conflict.isConflict(failure)) throw failure;
        if (attempt == TRIES) {
          var busy = new Rejected("changed-by-others", Map.of());
          record(command, actor, ticket, busy);
          throw busy;
        }
        contested = ticket.caseId() == null ? command.getClass().getName() : ticket.caseId();
        pause(attempt);
      }
    }
  }

  /**
   * Runs a command of a model inside the current unit of work.
   *
   * @return the events it caused, in order
   */
  public List<Event> runNested(Command command, String caseId) {
    AllowedTo rule = command.getClass().getAnnotation(AllowedTo.class);
    if (rule == null || !rule.models())
      throw new Rejected("not-for-models", Map.of("command", EventTypes.name(command.getClass())));
    var caused = new ArrayList<Event>();
    Ticket ticket = Ticket.current();
    List<Event> outer = ticket.watch(caused);
    try {
      dispatch(command, Map.of(CASE_ID, caseId));
    } finally {
      ticket.watch(outer);
    }
    return caused;
  }

  /**
   * Runs a command that follows from the current one, in its unit of work and by its actor. Its
   * events are none of the command that a model sent: a model that asks for the event of its
   * command must not meet what followed elsewhere.
   */
  void runConsequence(Command command) {
    if (!CurrentUnitOfWork.isStarted())
      throw new IllegalStateException("nothing at hand that it could follow from: " + command);
    Ticket ticket = Ticket.current();
    List<Event> outer = ticket.watch(new ArrayList<>());
    try {
      dispatch(command, Map.of());
    } finally {
      ticket.watch(outer);
    }
    Progress.advanced();
  }

  private void dispatch(Command command, Map<String, Object> metaData) {
    HappenedDays.check(command, Clocks.now());
    var failure = new Throwable[1];
    bus.dispatch(
        GenericCommandMessage.asCommandMessage(command).andMetaData(metaData),
        (message, result) -> failure[0] = failureOf(result));
    if (failure[0] != null) throw Transactions.unchecked(failure[0]);
  }

  private static @Nullable Throwable failureOf(CommandResultMessage<?> result) {
    return result.isExceptional() ? result.exceptionResult() : null;
  }

  private static void checkAllowed(Object command, Actor actor) {
    if (!Rights.allowed(command.getClass(), actor))
      throw new Rejected("not-allowed", Map.of("what", EventTypes.name(command.getClass())));
  }

  /** A rejection anywhere in the chain of causes: the engine wraps what a service task throws. */
  private static @Nullable Rejected rejection(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof Rejected r) return r;
      if (t instanceof AggregateNotFoundException unknown)
        return new Rejected("nothing-of-that-id", Map.of("id", unknown.getAggregateIdentifier()));
    }
    return null;
  }

  private Optional<Receipt> earlier(String key) {
    return db.sql(
            "select min(global_index), max(global_index) from event_log where xid = (select xid"
                + " from event_log where command_key = ?) having count(*) > 0")
        .param(key)
        .query((row, i) -> new Receipt(key, row.getLong(1), row.getLong(2)))
        .optional();
  }

  private void record(Command command, Actor actor, Ticket refused, Rejected why) {
    Map<String, Object> fields = Json.map(command);
    String text = Json.write(fields);
    if (text.length() > 16_000 || Json.holdsNul(text)) fields = Map.of();
    var event =
        new LogEvent.AttemptRefused(
            EventTypes.name(command.getClass()), why.code(), why.args(), fields);
    for (int attempt = 1; ; attempt++) {
      var ticket = new Ticket(actor, refused.correlation, refused.causation, null);
      try {
        transactions.inOwnUnit(
            ticket,
            () -> {
              ticket.add("attempts", "attempts-" + actor.userId(), event, refused.caseId());
              return event;
            });
        return;
      } catch (RuntimeException failure) {
        if (!Conflict.isConflict(failure) || attempt == TRIES) throw failure;
        pause(attempt);
      }
    }
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(1, 4L << Math.min(attempt, 6)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for another try", e);
    }
  }
}
