package org.foerderturm.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** Each test in a data folder of its own: created, killed, moved and tampered with for real. */
class EmbeddedDatabaseIT {
  private static final Map<String, String> SMALL = Map.of("shared_buffers", "16MB");
  private static final Path PRISTINE =
      Path.of("target", "embedded-database-it-pristine").toAbsolutePath();
  private final Path data = Path.of("target", "embedded-database-it").toAbsolutePath();
  private final List<Process> children = new ArrayList<>();

  /** Created once and copied for each test: creating takes seconds. */
  @BeforeAll
  static void create() throws Exception {
    FileSystemUtils.deleteRecursively(PRISTINE);
    EmbeddedDatabase.start(PRISTINE, SMALL).close();
  }

  @BeforeEach
  void copy() throws Exception {
    copyTo(data);
  }

  private static void copyTo(Path folder) throws Exception {
    FileSystemUtils.deleteRecursively(folder);
    var copied = new ProcessBuilder("cp", "-a", PRISTINE.toString(), folder.toString()).start();
    assertThat(copied.waitFor()).isZero();
  }

  @AfterEach
  void stop() throws Exception {
    children.forEach(Process::destroyForcibly);
    for (var child : children) child.waitFor();
    if (Files.exists(data.resolve("postgres/PG_VERSION")))
      EmbeddedDatabase.start(data, SMALL).close();
  }

  @Test
  void a_first_start_is_durable_private_and_on_this_machine_only() throws Exception {
    try (var database = EmbeddedDatabase.start(data, SMALL)) {
      assertThat(ask(database, "show fsync")).isEqualTo("on");
      assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
      assertThat(ask(database, "show data_checksums")).isEqualTo("on");
      assertThat(ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(database, "show server_encoding")).isEqualTo("UTF8");
      assertThat(ask(database, "show max_connections")).isEqualTo("60");
      assertThat(ask(database, "show jit")).isEqualTo("off");
      assertThat(ask(database, "select lower('ÄÖÜẞ')")).isEqualTo("äöüß");
      assertThat(ask(database, "select rolsuper from pg_roles where rolname = current_user"))
          .isEqualTo("f");
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.url(), database.user(), "guess"))
          .hasMessageContaining("password authentication failed");
    }
    assertThat(mode(data)).isEqualTo("rwx------");
    assertThat(mode(data.resolve("postgres"))).isEqualTo("rwx------");
    assertThat(mode(data.resolve("database.password"))).isEqualTo("rw-------");
  }

  @Test
  void what_was_committed_is_there_after_a_restart() throws Exception {
    try (var database = EmbeddedDatabase.start(data, SMALL)) {
      run(database, "create table fact (id int)", "insert into fact values (7)");
    }
    try (var database = EmbeddedDatabase.start(data, SMALL)) {
      assertThat(ask(database, "select id from fact")).isEqualTo("7");
    }
  }

  @Test
  void a_second_program_on_the_same_folder_is_refused_by_name() throws Exception {
    var other = child("128MB");
    assertThatThrownBy(() -> EmbeddedDatabase.start(data, SMALL))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining(data.toString())
        .hasMessageContaining(Long.toString(other.process().pid()));
  }

  @Test
  void after_a_kill_the_same_server_is_taken_over() throws Exception {
    var killed = child("16MB");
    killed.kill();
    assertThat(ProcessHandle.of(killed.server())).isPresent();
    try (var database = EmbeddedDatabase.start(data, SMALL)) {
      assertThat(database.pid()).isEqualTo(killed.server());
      assertThat(ask(database, "select id from fact")).isEqualTo("42");
    }
    // a stopped process that nobody fetches stays in the list, without a command line
    assertThat(ProcessHandle.of(killed.server()).flatMap(p -> p.info().commandLine())).isEmpty();
  }

  @Test
  void a_server_left_with_other_settings_is_restarted_with_the_right_ones() throws Exception {
    var killed = child("32MB");
    killed.kill();
    try (var database = EmbeddedDatabase.start(data, SMALL)) {
      assertThat(database.pid()).isNotEqualTo(killed.server());
      assertThat(ask(database, "show shared_buffers")).isEqualTo("16MB");
      assertThat(ask(database, "select id from fact")).isEqualTo("42");
    }
  }

  @Test
  void after_program_and_server_are_killed_together_the_database_recovers() throws Exception {
    var killed = child("16MB");
    killed.kill();
    ProcessHandle.of(killed.server()).orElseThrow().destroyForcibly();
    try (var database = EmbeddedDatabase.start(data, SMALL)) {
      assertThat(ask(database, "select id from fact")).isEqualTo("42");
    }
  }

  @Test
  void a_server_that_dies_alone_is_started_again_where_it_was() throws Exception {
    try (var database = EmbeddedDatabase.start(data, SMALL)) {
      run(database, "create table fact (id int)", "insert into fact values (7)");
      var url = database.url();
      ProcessHandle.of(database.pid()).orElseThrow().destroyForcibly();
      assertThat(eventually(database, "select id from fact")).isEqualTo("7");
      assertThat(database.url()).isEqualTo(url);
    }
  }

  @Test
  void a_strangers_server_on_the_old_port_is_left_alone() throws Exception {
    int port;
    try (var database = EmbeddedDatabase.start(data, SMALL)) {
      port = database.port();
      run(database, "create table fact (id int)", "insert into fact values (7)");
    }
    var strangersData = data.resolveSibling("embedded-database-it-stranger");
    copyTo(strangersData);
    try (var stranger = EmbeddedDatabase.start(strangersData, SMALL)) {
      leaveBehind(stranger.pid(), stranger.port());
      try (var database = EmbeddedDatabase.start(data, SMALL)) {
        assertThat(database.pid()).isNotEqualTo(stranger.pid());
        assertThat(ask(database, "select id from fact")).isEqualTo("7");
      }
      assertThat(ask(stranger, "select 1")).isEqualTo("1");
      try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
          var database = EmbeddedDatabase.start(data, SMALL)) {
        assertThat(database.port()).isNotEqualTo(taken.getLocalPort());
      }
    }
  }

  @Test
  void a_left_over_number_that_is_now_another_program_stops_no_start() throws Exception {
    var sleeper = new ProcessBuilder("sleep", "600").start();
    children.add(sleeper);
    leaveBehind(sleeper.pid(), 5432);
    EmbeddedDatabase.start(data, SMALL).close();
    assertThat(sleeper.isAlive()).isTrue();
  }

  @Test
  void a_database_told_to_lose_commits_is_refused() throws Exception {
    var overrides = data.resolve("postgres/postgresql.auto.conf");
    var before = Files.readString(overrides);
    Files.writeString(overrides, before + "synchronous_commit = off\n");
    assertThatThrownBy(() -> EmbeddedDatabase.start(data, SMALL))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("synchronous_commit=off");
    Files.writeString(overrides, before);
  }

  @Test
  void a_creation_that_was_killed_half_way_is_begun_anew() throws Exception {
    FileSystemUtils.deleteRecursively(data.resolve("postgres"));
    Files.createDirectories(data.resolve("postgres.new/base"));
    Files.writeString(data.resolve("postgres.new/PG_VERSION"), "18\n");
    try (var database = EmbeddedDatabase.start(data, SMALL)) {
      assertThat(ask(database, "select 1")).isEqualTo("1");
    }
  }

  /** The file that a crashed machine leaves, with a number that belongs to someone else by now. */
  private void leaveBehind(long pid, int port) throws Exception {
    Files.writeString(
        data.resolve("postgres/postmaster.pid"),
        "%d\n%s\n1795000000\n%d\n\n127.0.0.1\n  123456  99999\nready   \n"
            .formatted(pid, data.resolve("postgres"), port));
  }

  private record Child(Process process, long server) {
    void kill() throws Exception {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  private Child child(String sharedBuffers) throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledProgram.class.getName(),
                data.toString(),
                sharedBuffers)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    children.add(process);
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("up ")) return new Child(process, Long.parseLong(line.substring(3)));
    }
    throw new AssertionError("the other program did not start");
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  static void run(EmbeddedDatabase database, String... statements) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var statement = connection.createStatement()) {
      for (var sql : statements) statement.execute(sql);
    }
  }

  private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static String eventually(EmbeddedDatabase database, String sql) throws Exception {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (true) {
      try {
        return ask(database, sql);
      } catch (SQLException e) {
        if (System.nanoTime() > end) throw e;
        Thread.sleep(100);
      }
    }
  }
}
