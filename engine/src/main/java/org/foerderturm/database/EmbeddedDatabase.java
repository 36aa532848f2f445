package org.foerderturm.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A real, durable PostgreSQL in a data folder, on the loopback interface, behind a random password.
 *
 * <p>It outlives a killed program: the next start on the folder takes over exactly this server, and
 * restarts it if its version or settings are not those of today. Which server is ours is decided by
 * the cluster that its process serves, never by its port. If the server dies, it is started again
 * on its port.
 */
public final class EmbeddedDatabase implements Database {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String ADMIN = "foerderturm_admin";
  private static final String USER = "foerderturm";
  private static final int MAJOR = 18;
  private static final Duration RECOVERY = Duration.ofMinutes(10);

  private final DataFolder folder;
  private final Path cluster;
  private final Path home;
  private final String password;
  private final Map<String, String> settings;
  private @Nullable Postmaster postmaster;
  private boolean closed;

  private EmbeddedDatabase(DataFolder folder, Map<String, String> settings) throws IOException {
    this.folder = folder;
    this.settings = settings;
    this.cluster = folder.path().resolve("postgres");
    this.password = folder.password();
    this.home = PostgresBinaries.unpack(folder.path().resolve("server"));
  }

  /**
   * @param more settings of the server beside the usual ones, in the spelling of {@code SHOW}
   * @throws DatabaseRefused if the folder is in use, can't be written, or belongs to another
   *     version
   */
  public static EmbeddedDatabase start(Path dataFolder, Map<String, String> more) {
    try {
      var folder = DataFolder.hold(dataFolder);
      try {
        var database = new EmbeddedDatabase(folder, ServerSettings.with(more));
        database.startOrAdopt();
        return database;
      } catch (IOException | RuntimeException e) {
        folder.close();
        throw e;
      }
    } catch (IOException e) {
      throw new DatabaseRefused(
          "The database in %s can't be made or started: %s"
              .formatted(dataFolder.toAbsolutePath(), e.getMessage()),
          "Is the disk full? As root in a container, run Förderturm as an ordinary user instead. More"
              + " is in the folder log beside the data.",
          e);
    }
  }

  @Override
  public String url() {
    return url(USER);
  }

  /** The owner of the product's database; no superuser. */
  @Override
  public String user() {
    return USER;
  }

  /** The superuser, for administration and measuring; the password is the same. */
  public String administrator() {
    return ADMIN;
  }

  @Override
  public String password() {
    return password;
  }

  /** The port of this start; another start may have another. */
  public synchronized int port() {
    if (postmaster == null) throw new IllegalStateException("the database is not running");
    return postmaster.port();
  }

  /** Process number of the server. */
  public synchronized long pid() {
    if (postmaster == null) throw new IllegalStateException("the database is not running");
    return postmaster.pid();
  }

  /** Lets no one in any more, ends open sessions, writes everything down, stops the server. */
  @Override
  public synchronized void close() {
    if (closed) return;
    closed = true;
    try (folder) {
      stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void startOrAdopt() throws IOException {
    if (!Files.exists(cluster.resolve("PG_VERSION"))) create();
    var version = Files.readString(cluster.resolve("PG_VERSION")).strip();
    if (!version.equals(Integer.toString(MAJOR))) {
      throw new DatabaseRefused(
          "The data folder %s is of PostgreSQL %s, this program brings %d."
              .formatted(folder.path(), version, MAJOR),
          "See docs/how-to/back-up-and-restore.md for the way from one version to the next.");
    }
    postmaster = Postmaster.running(cluster);
    if (postmaster != null && !fits()) {
      LOG.info(
          "The database still runs from an earlier start, with other settings; restarting it.");
      stop();
    }
    if (postmaster == null) {
      launch(null);
    } else {
      LOG.info("Taking over the database that still runs from an earlier start.");
    }
    checkVital();
    watch();
  }

  private void create() throws IOException {
    LOG.info("Creating the database in {} (once, a few seconds).", folder.path());
    var half = folder.path().resolve("postgres.new");
    FileSystemUtils.deleteRecursively(half);
    Files.createDirectories(folder.path().resolve("log"));
    run(
        "initdb",
        List.of(
            "-D",
            half.toString(),
            "-U",
            ADMIN,
            "--pwfile=" + folder.path().resolve("database.password")),
        List.of(
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--no-locale",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-instructions"));
    Files.writeString(
        half.resolve("pg_hba.conf"),
        """
        # Written once: this machine only, password only.
        host all         all 127.0.0.1/32 scram-sha-256
        host replication all 127.0.0.1/32 scram-sha-256
        """);
    Files.move(half, cluster);
  }

  private void launch(@Nullable Integer wantedPort) throws IOException {
    Files.createDirectories(folder.path().resolve("log"));
    Files.writeString(cluster.resolve("postgresql.conf"), ServerSettings.file(settings));
    var log = folder.path().resolve("log/start.log");
    IOException failed = null;
    for (var attempt = 0; attempt < 10; attempt++) {
      Postmaster.disown(cluster);
      Files.deleteIfExists(log);
      var port = wantedPort != null ? wantedPort : freePort();
      try {
        run(
            "pg_ctl",
            List.of("start", "-w", "-s", "-D", cluster.toString()),
            List.of(
                "-t",
                Long.toString(RECOVERY.toSeconds()),
                "-l",
                log.toString(),
                "-o",
                "-p " + port));
        postmaster = Postmaster.running(cluster);
        if (postmaster != null) {
          createDatabase();
          return;
        }
      } catch (IOException e) {
        failed = e;
      }
      postmaster = Postmaster.running(cluster); // a start that the killed program had begun
      if (postmaster != null && fits()) return;
      pause(); // sessions of a dead server take a moment to notice
    }
    throw new DatabaseRefused(
        "The database in %s does not start: %s"
            .formatted(folder.path(), failed == null ? "" : failed.getMessage()),
        "Read the files in %s.".formatted(folder.path().resolve("log")));
  }

  private void stop() throws IOException {
    if (postmaster == null || !postmaster.serves(cluster)) return;
    try {
      run(
          "pg_ctl",
          List.of("stop", "-w", "-s", "-D", cluster.toString()),
          List.of("-m", "fast", "-t", "30"));
    } catch (IOException e) {
      LOG.warn(
          "The database did not stop in time; it will recover at its next start: {}",
          e.getMessage());
      run(
          "pg_ctl",
          List.of("stop", "-w", "-s", "-D", cluster.toString()),
          List.of("-m", "immediate", "-t", "30"));
    }
    postmaster = null;
  }

  /**
   * Is the running server ours, of this version and with today's settings? Waits while it recovers.
   */
  private boolean fits() throws IOException {
    var end = System.nanoTime() + RECOVERY.toNanos();
    while (postmaster != null && postmaster.serves(cluster)) {
      try (var connection = connect()) {
        if (!Path.of(show(connection, "data_directory")).toRealPath().equals(cluster)) return false;
        if (!postmaster.runs(program("postgres"))) return false;
        if (!differences(connection).isEmpty()) return false;
        createDatabase();
        return true;
      } catch (SQLException e) {
        var starting = "57P03".equals(e.getSQLState()) || "08001".equals(e.getSQLState());
        if (!starting || System.nanoTime() > end) return false;
        pause();
      }
    }
    return false;
  }

  private void checkVital() throws IOException {
    try (var connection = connect()) {
      var wrong = differences(connection);
      wrong.keySet().retainAll(ServerSettings.VITAL);
      var data = Path.of(show(connection, "data_directory")).toRealPath();
      if (wrong.isEmpty() && data.equals(cluster)) return;
      stop();
      throw new DatabaseRefused(
          "The database in %s does not keep its settings: %s.".formatted(folder.path(), wrong),
          "Remove them from %s.".formatted(cluster.resolve("postgresql.auto.conf")));
    } catch (SQLException e) {
      stop();
      throw new DatabaseRefused(
          "The database in %s refuses its own program: %s."
              .formatted(folder.path(), e.getMessage()),
          "If database.password was lost or changed, restore it from a backup.",
          e);
    }
  }

  private Map<String, String> differences(Connection connection) throws SQLException {
    var found = new TreeMap<String, String>();
    for (var setting : settings.entrySet()) {
      var value = show(connection, setting.getKey());
      if (!value.equals(setting.getValue())) found.put(setting.getKey(), value);
    }
    return found;
  }

  private void createDatabase() throws IOException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      try (var found =
          statement.executeQuery("select 1 from pg_database where datname = '" + USER + "'")) {
        if (found.next()) return;
      }
      // Letters, digits, - and _ only, so it needs no quoting.
      statement.execute(
          "do $$ begin if not exists (select 1 from pg_roles where rolname = '%s') then create role %s login password '%s'; end if; end $$"
              .formatted(USER, USER, password));
      statement.execute("create database %s owner %s".formatted(USER, USER));
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Asks for the process, not for its end: an adopted server is no child and may stay a zombie. */
  private void watch() {
    var watched = postmaster;
    if (watched == null) return;
    var watcher =
        new Thread(
            () -> {
              while (watched.serves(cluster)) pause();
              revive();
            },
            "database-watch");
    watcher.setDaemon(true);
    watcher.start();
  }

  private synchronized void revive() {
    if (closed || postmaster == null) return;
    LOG.error("The database has died; starting it again. See {}.", folder.path().resolve("log"));
    try {
      launch(postmaster.port());
      watch();
    } catch (IOException | RuntimeException e) {
      LOG.error("The database could not be started again.", e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url("postgres"), ADMIN, password);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database);
  }

  private static String show(Connection connection, String setting) throws SQLException {
    try (var query = connection.prepareStatement("select current_setting(?)")) {
      query.setString(1, setting);
      try (var rows = query.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  private void run(String program, List<String> first, List<String> second) throws IOException {
    var command = new ArrayList<String>();
    // PostgreSQL refuses to be root; in a user namespace of its own it is nobody.
    if ("root".equals(System.getProperty("user.name"))) command.addAll(List.of("unshare", "-U"));
    command.add(program(program).toString());
    command.addAll(first);
    command.addAll(second);
    var output =
        Files.createTempFile(
            folder.path(),
            program,
            ".out",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      var builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      builder.environment().put("LC_ALL", "C");
      var process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(RECOVERY.toSeconds() + 30, TimeUnit.SECONDS)) process.destroy();
      if (process.waitFor() != 0) {
        throw new IOException(program + ": " + Files.readString(output).strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(program + " was interrupted", e);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
