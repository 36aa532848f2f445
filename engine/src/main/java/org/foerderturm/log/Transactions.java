package org.foerderturm.log;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Clocks;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The one way to a database transaction that writes: Axon's root unit of work owns it, so that
 * locks on aggregates hold until the commit. The gathered events are appended as the last act
 * before the commit. A nested unit of work joins; its failure alone doesn't doom the outer one (a
 * model may catch it).
 */
public final class Transactions implements TransactionManager {
  private static final Transaction JOINED =
      new Transaction() {
        @Override
        public void commit() {}

        @Override
        public void rollback() {}
      };

  private final PlatformTransactionManager spring;
  private final EventLog log;
  private final List<Runnable> appended = new CopyOnWriteArrayList<>();
  private volatile Probe probe = point -> {};

  /** Called at each boundary of a transaction; tests make it throw or kill. */
  public interface Probe {
    void at(String point);
  }

  Transactions(PlatformTransactionManager spring, EventLog log) {
    this.spring = spring;
    this.log = log;
  }

  /** Called after each commit that wrote events. */
  public void onAppended(Runnable listener) {
    appended.add(listener);
  }

  public void probe(Probe newProbe) {
    probe = newProbe;
  }

  public Probe probe() {
    return probe;
  }

  @Override
  public Transaction startTransaction() {
    if (CurrentUnitOfWork.get().parent().isPresent()) return JOINED;
    if (TransactionSynchronizationManager.isActualTransactionActive())
      throw new IllegalStateException("a command must not run inside a foreign transaction");
    TransactionStatus status = spring.getTransaction(new DefaultTransactionDefinition());
    try {
      String contested = Ticket.current().contested();
      if (contested != null) log.queueFor(contested);
    } catch (RuntimeException e) {
      spring.rollback(status);
      throw e;
    }
    return new Transaction() {
      @Override
      public void commit() {
        try {
          commitNow();
        } catch (Error e) {
          // Axon rolls back on exceptions only: an error would leave the transaction on its thread
          throw new IllegalStateException("the commit failed: " + e, e);
        }
      }

      private void commitNow() {
        Ticket ticket = Ticket.current();
        probe.at("before-append");
        log.append(ticket, Clocks.now());
        probe.at("after-append");
        spring.commit(status);
        probe.at("after-commit");
        if (ticket.lastIndex > 0) appended.forEach(Runnable::run);
      }

      @Override
      public void rollback() {
        if (!status.isCompleted()) spring.rollback(status);
      }
    };
  }

  /** Runs work in the current unit of work, or in a root one of its own for the system. */
  public <T extends @Nullable Object> T inUnit(Callable<T> work) {
    return CurrentUnitOfWork.isStarted() ? call(work) : inOwnUnit(newTicket(Actor.SYSTEM), work);
  }

  /** Runs work in a root unit of work of its own, even beside a current one. */
  public <T extends @Nullable Object> T inOwnUnit(Ticket ticket, Callable<T> work) {
    UnitOfWork<?> outer = CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get() : null;
    if (outer != null) CurrentUnitOfWork.clear(outer);
    try {
      var unit =
          DefaultUnitOfWork.startAndGet(
              new GenericMessage<>("unit", java.util.Map.of(Ticket.metaDataKey(), ticket)));
      unit.attachTransaction(this);
      var result = unit.executeWithResult(work, RollbackConfigurationType.ANY_THROWABLE);
      if (result.isExceptional()) throw unchecked(result.exceptionResult());
      return result.getPayload();
    } finally {
      if (outer != null) CurrentUnitOfWork.set(outer);
    }
  }

  /** A ticket for work that no command asked for. */
  public static Ticket newTicket(Actor actor) {
    return new Ticket(actor, java.util.UUID.randomUUID(), null, null);
  }

  /**
   * @param causation id of the event that made somebody act
   */
  public static Ticket newTicket(Actor actor, java.util.UUID causation) {
    return new Ticket(actor, java.util.UUID.randomUUID(), causation, null);
  }

  private static <T extends @Nullable Object> T call(Callable<T> work) {
    try {
      return work.call();
    } catch (Exception e) {
      throw unchecked(e);
    }
  }

  static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof RuntimeException e) return e;
    if (failure instanceof Error e) throw e;
    return new IllegalStateException(failure.getMessage(), failure);
  }
}
