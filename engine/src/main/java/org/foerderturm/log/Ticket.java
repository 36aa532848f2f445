package org.foerderturm.log;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Event;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * What one root unit of work is about: who acts, and the events it has gathered. They are appended
 * in one statement right before the commit, so that a command costs one round trip however much it
 * writes.
 */
public final class Ticket {
  private static final String KEY = Ticket.class.getName();

  /** Turns what happened into a last event, asked right before the append. */
  public interface Closing {
    void close(Ticket ticket);
  }

  record Entry(
      String streamType,
      String streamId,
      @Nullable Long sequence,
      String eventId,
      Event event,
      @Nullable String caseId) {}

  private Actor actor;
  final UUID correlation;
  final @Nullable UUID causation;
  final @Nullable String commandKey;
  final List<Entry> entries = new ArrayList<>();
  private final List<Closing> closings = new ArrayList<>(1);
  private @Nullable String caseId;
  private @Nullable String contested;
  private @Nullable Rejected refusal;
  private @Nullable List<Event> watcher;
  long firstIndex;
  long lastIndex;

  Ticket(Actor actor, UUID correlation, @Nullable UUID causation, @Nullable String commandKey) {
    this.actor = actor;
    this.correlation = correlation;
    this.causation = causation;
    this.commandKey = commandKey;
  }

  /**
   * The ticket of the current root unit of work; one for the system if it was opened by the engine.
   */
  public static Ticket current() {
    UnitOfWork<?> root = CurrentUnitOfWork.get().root();
    Ticket ticket = root.getResource(KEY);
    if (ticket != null) return ticket;
    Object given = root.getMessage().getMetaData().get(KEY);
    ticket =
        given instanceof Ticket sent
            ? sent
            : new Ticket(Actor.SYSTEM, UUID.randomUUID(), null, null);
    root.resources().put(KEY, ticket);
    return ticket;
  }

  static String metaDataKey() {
    return KEY;
  }

  public Actor actor() {
    return actor;
  }

  public UUID correlation() {
    return correlation;
  }

  /** Who is represented may be known only once the task is loaded. */
  public void onBehalfOf(@Nullable String represented) {
    actor = new Actor(actor.userId(), represented, actor.roles());
  }

  /** Names the case that this is about, so that even a refusal shows in its history. */
  public void about(String newCaseId) {
    caseId = newCaseId;
  }

  /** From now on published events are also put into this list; gives the list that was before. */
  @Nullable List<Event> watch(@Nullable List<Event> list) {
    List<Event> before = watcher;
    watcher = list;
    return before;
  }

  void published(Event event) {
    if (watcher != null) watcher.add(event);
  }

  /**
   * A service task's command was refused; if no model catches it, this is what the person reads.
   */
  public void refused(Rejected why) {
    refusal = why;
  }

  public @Nullable Rejected refusal() {
    return refusal;
  }

  /** Those who met over the same thing before go one by one. */
  void queueFor(@Nullable String contestedThing) {
    contested = contestedThing;
  }

  @Nullable String contested() {
    return contested;
  }

  @Nullable String caseId() {
    return caseId;
  }

  /** Adds an event to a stream that has no aggregate; its sequence is given at the append. */
  public void add(String streamType, String streamId, Event event, @Nullable String caseId) {
    entries.add(new Entry(streamType, streamId, null, UUID.randomUUID().toString(), event, caseId));
  }

  public void beforeAppend(Closing closing) {
    closings.add(closing);
  }

  /** Insert index of the last event written, 0 before the commit or if there was none. */
  public long lastIndex() {
    return lastIndex;
  }

  void close() {
    closings.forEach(closing -> closing.close(this));
    closings.clear();
  }
}
