package org.foerderturm.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells the other nodes of this database that there is work for whoever leads there. A node that
 * leads everything itself never rings, so a single one pays nothing. A ring may be lost: leaders
 * look for work at intervals too.
 */
public final class Bell implements SmartLifecycle {
  private static final Logger LOGGER = LoggerFactory.getLogger(Bell.class);
  private static final String CHANNEL = "foerderturm";

  private final String node = UUID.randomUUID().toString();
  private final DataSource dataSource;
  private final JdbcClient db;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable Thread thread;

  Bell(DataSource dataSource) {
    this.dataSource = dataSource;
    this.db = JdbcClient.create(dataSource);
  }

  /** Called when another node has rung. */
  public void onRing(Runnable listener) {
    listeners.add(listener);
  }

  /** Must not be called inside a transaction that writes: the others would hear it after that. */
  public void ring() {
    try {
      db.sql("select pg_notify(?, ?)").params(CHANNEL, node).query((row, i) -> true).list();
    } catch (RuntimeException e) {
      LOGGER.debug("nobody was told", e); // what it was about is committed; the others will look
    }
  }

  @Override
  public void start() {
    Thread started = new Thread(this::listen, "foerderturm-bell");
    started.setDaemon(true);
    thread = started;
    started.start();
  }

  private void listen() {
    while (thread == Thread.currentThread()) {
      try (Connection connection = dataSource.getConnection()) {
        try (var statement = connection.createStatement()) {
          statement.execute("listen " + CHANNEL);
          hear(connection.unwrap(PGConnection.class));
          statement.execute("unlisten " + CHANNEL);
        }
      } catch (SQLException e) {
        LOGGER.debug("deaf for a moment", e);
        rest();
      }
    }
  }

  private void hear(PGConnection connection) throws SQLException {
    while (thread == Thread.currentThread()) {
      boolean rung = false;
      for (var notification : connection.getNotifications(500))
        rung |= !notification.getParameter().equals(node);
      if (rung) listeners.forEach(Runnable::run);
    }
  }

  private void rest() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      thread = null;
    }
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running == null) return;
    try {
      running.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  @Override
  public int getPhase() {
    return -100; // as the leaders
  }
}
