package org.foerderturm.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Real PostgreSQL for tests: one durable server per test JVM under {@code target/}, stopped when
 * the JVM ends, and a fresh empty database in milliseconds.
 */
public final class TestDatabase {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final List<Runnable> BEFORE_STOP = new CopyOnWriteArrayList<>();

  private TestDatabase() {}

  /** Whoever lives as long as the JVM ends before its database does, or waits for it in vain. */
  public static void beforeStop(Runnable end) {
    BEFORE_STOP.add(end);
  }

  /** Where a fresh database is, for tests that start the program by its settings. */
  public record Access(String url, String user, String password) {}

  /** A pool of at most twelve connections on a new, empty database. */
  public static DataSource fresh() {
    return pool(freshAccess());
  }

  /** Creates a new, empty database and says how to reach it. */
  public static Access freshAccess() {
    var server = Server.SERVER;
    var name = "test_" + COUNT.incrementAndGet();
    try (var connection = administrate();
        var statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name + " with (force)");
      statement.execute("create database " + name + " owner " + server.user());
    } catch (SQLException e) {
      throw new IllegalStateException("no fresh database " + name, e);
    }
    return new Access(
        "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + name,
        server.user(),
        server.password());
  }

  /** A pool that holds no connection while nobody uses it. */
  public static HikariDataSource pool(Access access) {
    var config = new HikariConfig();
    config.setJdbcUrl(access.url());
    config.setUsername(access.user());
    config.setPassword(access.password());
    config.setMaximumPoolSize(12);
    config.setMinimumIdle(0);
    config.setIdleTimeout(Duration.ofSeconds(10).toMillis());
    return new HikariDataSource(config);
  }

  /** A superuser's connection to the server, for what a fresh database's owner may not do. */
  public static java.sql.Connection administrate() throws SQLException {
    var server = Server.SERVER;
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres",
        server.administrator(),
        server.password());
  }

  private static final class Server {
    static final EmbeddedDatabase SERVER = start();

    /** Two test JVMs in one module each take a folder of their own. */
    private static EmbeddedDatabase start() {
      for (var number = 1; ; number++) {
        var folder = Path.of("target", "test-database", Integer.toString(number));
        try {
          var server = EmbeddedDatabase.start(folder, Map.of("max_connections", "300"));
          Runtime.getRuntime()
              .addShutdownHook(
                  new Thread(
                      () -> {
                        BEFORE_STOP.forEach(Runnable::run);
                        server.close();
                      },
                      "stop-test-database"));
          return server;
        } catch (DatabaseRefused inUse) {
          if (number == 20) throw inUse;
        }
      }
    }
  }
}
