package org.foerderturm.log;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else changed the same thing at the same moment. Nothing was written; the whole command
 * may be tried again in a new transaction.
 */
public final class Conflict extends RuntimeException {
  public Conflict(Throwable cause) {
    super("changed by somebody else at the same moment", cause);
  }

  /**
   * Unique key, serialization failure, deadlock, lock timeout: try again. Anything else is a
   * failure.
   */
  static RuntimeException translate(SQLException e) {
    return isConflict(e)
        ? new Conflict(e)
        : new IllegalStateException("append failed: " + e.getMessage(), e);
  }

  /** Whether a cause in the chain is a conflict of two writers. */
  public static boolean isConflict(@Nullable Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof Conflict
          || t instanceof org.axonframework.modelling.command.ConcurrencyException
          || t instanceof org.axonframework.common.lock.LockAcquisitionFailedException
          || t instanceof org.axonframework.common.lock.DeadlockException
          || t.getClass().getSimpleName().contains("OptimisticLocking")
          || t.getClass().getSimpleName().contains("CrdbTransactionRetry")) return true;
      if (t instanceof SQLException sql && sql.getSQLState() != null) {
        switch (sql.getSQLState()) {
          case "23505", "40001", "40P01", "55P03" -> {
            return true;
          }
          default -> {}
        }
      }
    }
    return false;
  }

  /**
   * Whether the database, not the work, is the reason: it was not there, or went away meanwhile.
   */
  public static boolean isOutage(@Nullable Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof java.sql.SQLTransientConnectionException) return true;
      if (t instanceof SQLException sql) {
        String state = sql.getSQLState();
        // the server names a state with all that it refuses; without one the pool says that the
        // connection is closed, which is all that is left to see when a rollback fails, too
        if (state == null
            || state.startsWith("08")
            || state.startsWith("57P")
            || state.startsWith("53")) return true;
      }
      for (Throwable hidden : t.getSuppressed()) if (isOutage(hidden)) return true;
    }
    return false;
  }
}
