package org.foerderturm.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work that exactly one node does at a time. The leader holds an advisory lock on the connection it
 * writes with: if the connection is lost, so are the lock and the unfinished transaction. Woken by
 * {@link #wake()}, else looks for work at an interval.
 */
public abstract class Leader implements SmartLifecycle {
  private final Logger logger = LoggerFactory.getLogger(getClass());
  private final String name;
  private final DataSource dataSource;
  private final long lock;
  private final Duration idle;
  private final Semaphore wake = new Semaphore(0);
  private volatile @Nullable Thread thread;
  private volatile boolean leads;

  protected Leader(String name, DataSource dataSource, long lock, Duration idle) {
    this.name = name;
    this.dataSource = dataSource;
    this.lock = lock;
    this.idle = idle;
  }

  /** Called once when this node becomes the leader; reads where it stands. */
  protected abstract void elected(Connection connection) throws SQLException;

  /**
   * Does one round of work and commits it.
   *
   * @return whether to call again at once
   */
  protected abstract boolean work(Connection connection) throws SQLException;

  /** Wakes the leader, on whichever node it is. */
  public final void wake(Bell bell) {
    if (leads) wake();
    else bell.ring();
  }

  protected final void wakeIfLeading() {
    if (leads) wake();
  }

  public final void wake() {
    if (wake.availablePermits() == 0) wake.release();
  }

  public final boolean leads() {
    return leads;
  }

  @Override
  public final void start() {
    Thread started = new Thread(this::run, "foerderturm-" + name);
    started.setDaemon(true);
    thread = started;
    started.start();
  }

  private void run() {
    while (thread == Thread.currentThread()) {
      try (Connection connection = dataSource.getConnection()) {
        connection.setAutoCommit(false);
        if (elect(connection)) lead(connection);
        else rest(500);
      } catch (Exception | Error e) { // whatever it is: a node without it is no node
        leads = false;
        if (thread == Thread.currentThread()) {
          logger.warn("{} stepped down and starts again: {}", name, e.getMessage());
          rest(200);
        }
      }
    }
  }

  private boolean elect(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select pg_try_advisory_lock(" + lock + ")")) {
      row.next();
      boolean elected = row.getBoolean(1);
      connection.commit();
      return elected;
    }
  }

  private void lead(Connection connection) throws SQLException {
    try {
      elected(connection);
      leads = true;
      while (thread == Thread.currentThread()) {
        wake.drainPermits();
        if (!work(connection)) rest(idle.toMillis());
      }
    } finally {
      leads = false;
      release(connection);
    }
  }

  private void release(Connection connection) {
    try (var statement = connection.createStatement()) {
      boolean inTransaction = !connection.getAutoCommit();
      if (inTransaction) connection.rollback();
      statement.execute("select pg_advisory_unlock(" + lock + ")");
      statement.execute("reset all"); // the pool lends this connection to a command next
      if (inTransaction) connection.commit();
    } catch (SQLException e) {
      logger.debug("{}: the lock goes with its connection", name, e);
    }
  }

  private void rest(long millis) {
    try {
      if (wake.tryAcquire(millis, TimeUnit.MILLISECONDS)) wake.drainPermits();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      thread = null;
    }
  }

  @Override
  public final void stop() {
    Thread running = thread;
    thread = null;
    wake();
    if (running == null) return;
    try {
      running.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public final boolean isRunning() {
    return thread != null;
  }

  @Override
  public int getPhase() {
    return -100; // before anything writes; stops after it
  }
}
