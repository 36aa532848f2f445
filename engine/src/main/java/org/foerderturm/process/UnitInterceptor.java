package org.foerderturm.process;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.log.Conflict;
import org.foerderturm.log.Ticket;
import org.foerderturm.log.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * First in the engine's chain: every engine command runs inside a root unit of work, also jobs and
 * timers, so that locks on aggregates hold until the commit (ADR 2). A conflict found at that
 * commit is told to the job executor in its own words: then the job runs again and loses no retry.
 */
final class UnitInterceptor extends CommandInterceptor {
  private final Transactions transactions;

  UnitInterceptor(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (CurrentUnitOfWork.isStarted()) {
      try {
        return next.execute(command);
      } catch (RuntimeException e) {
        throw uncaught(e);
      }
    }
    try {
      return transactions.inOwnUnit(
          Transactions.newTicket(Actor.SYSTEM), () -> next.execute(command));
    } catch (OptimisticLockingException e) {
      throw e;
    } catch (RuntimeException e) {
      if (Conflict.isConflict(e))
        throw new OptimisticLockingException(String.valueOf(e.getMessage()));
      throw e;
    }
  }

  /** A refused command that no boundary event caught reaches the person as what it is. */
  private static RuntimeException uncaught(RuntimeException failure) {
    @Nullable Rejected refusal = Ticket.current().refusal();
    String message = String.valueOf(failure.getMessage());
    return refusal != null && message.contains("'" + refusal.code() + "'") ? refusal : failure;
  }
}
