package org.foerderturm.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Real PostgreSQL for tests: one durable server per test JVM under {@code target/}, stopped when
 * the JVM ends, and a fresh empty database in milliseconds.
 */
public final class TestDatabase {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabase() {}

  /** Where a fresh database is, for tests that start the program by its settings. */
  public record Access(String url, String user, String password) {}

  /** A pool of at most twelve connections on a new, empty database. */
  public static DataSource fresh() {
    return pool(freshAccess());
  }

  /** Creates a new, empty database and says how to reach it. */
  public static Access freshAccess() {
    var name = "test_" + COUNT.incrementAndGet();
    try (var connection = Server.SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no fresh database " + name, e);
    }
    return new Access(
        "jdbc:postgresql://127.0.0.1:" + Server.SERVER.getPort() + "/" + name,
        "postgres",
        "postgres");
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

  private static final class Server {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      var folder = Path.of("target", "test-database", Long.toString(ProcessHandle.current().pid()));
      try {
        return EmbeddedPostgres.builder()
            .setDataDirectory(folder.toAbsolutePath())
            .setCleanDataDirectory(true)
            .setLocaleConfig("locale", "C")
            .setPGStartupWait(Duration.ofSeconds(60))
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "300")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
