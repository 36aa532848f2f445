package org.foerderturm.kernel;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The one door to the product: commands in, answers out, changes announced. */
public interface Office {
  /**
   * Runs the command in one transaction and waits until the read side shows its events.
   *
   * @param key idempotency key: the same key twice changes nothing and answers the same
   * @throws Rejected if a rule or a missing right refuses it; the refusal is on record
   */
  Receipt send(Command command, Actor actor, String key);

  /**
   * As {@link #send}, without waiting for the read side: for one who sends many commands and reads
   * after the last. What it did may not show until {@link #await}.
   */
  default Receipt post(Command command, Actor actor, String key) {
    return send(command, actor, key);
  }

  /** Waits until the read side shows what a posted command did, and all that came before it. */
  default void await(Receipt posted) {}

  /**
   * @throws Rejected with {@code not-allowed} if the actor may not ask this
   */
  <R> R ask(Query<R> query, Actor actor);

  /**
   * Asks as of an earlier moment: what the questions ask about the things is answered as it stood
   * then. What nothing tells of the things is answered as it is today.
   *
   * @param things stream ids of what is asked about
   * @param position of the last event that had happened
   */
  <R> R asOf(Set<String> things, long position, Supplier<R> questions);

  /**
   * Calls the listener, on a thread of its own, with the stream ids (cases, aggregates) whose view
   * just changed. Close it when the screen goes.
   */
  AutoCloseable onChange(Consumer<Set<String>> listener);
}
