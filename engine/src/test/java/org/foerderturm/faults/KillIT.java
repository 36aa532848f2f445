package org.foerderturm.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.foerderturm.TestOffice;
import org.foerderturm.database.EmbeddedDatabase;
import org.foerderturm.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.FileSystemUtils;

/**
 * Kills real nodes (-9) at random moments under load, and the database server too. The next node
 * starts while the one before works, so that two nodes share the database most of the time.
 *
 * <p>Twelve in every run, so that the suite stays short; {@code -Dkills=200} for more, {@code
 * -Dkills.seed=…} for the same moments again.
 */
@Timeout(value = 3, unit = TimeUnit.HOURS)
class KillIT {
  private static final int KILLS = Integer.getInteger("kills", 12);
  private static final long SEED = Long.getLong("kills.seed", System.nanoTime());
  private static final Path HOME = Path.of("target", "kill").toAbsolutePath();
  private static final Path JOURNALS = HOME.resolve("journals");

  private static EmbeddedDatabase server;
  private static final List<Process> STARTED = new ArrayList<>();
  private final Random random = new Random(SEED);
  private int names;

  @BeforeAll
  static void start() throws Exception {
    FileSystemUtils.deleteRecursively(HOME);
    Files.createDirectories(JOURNALS);
    server = EmbeddedDatabase.start(HOME.resolve("data"), Map.of("max_connections", "100"));
    archive();
    Process warm = node("warm", "-XX:ArchiveClassesAtExit=" + HOME.resolve("node.jsa"));
    assertThat(warm.waitFor()).as(Files.readString(HOME.resolve("warm.out"))).isZero();
  }

  @AfterAll
  static void stop() throws Exception {
    for (Process process : STARTED) kill(process);
    if (server != null) server.close();
  }

  @Test
  void whatever_is_killed_each_acknowledged_completion_stands_once_and_nothing_in_halves()
      throws Exception {
    long began = System.nanoTime();
    Deque<Process> alive = new ArrayDeque<>();
    alive.add(next());
    awaitUp(alive.getLast());
    int kills = 0;
    int duringStart = 0;
    while (kills < KILLS) {
      Process newer = next();
      if (random.nextInt(5) == 0) {
        Thread.sleep(random.nextInt(3_000));
        kill(newer);
        kills++;
        duringStart++;
        continue;
      }
      awaitUp(newer);
      Thread.sleep(random.nextInt(500));
      alive.add(newer);
      kill(random.nextInt(4) == 0 ? alive.removeLast() : alive.removeFirst());
      kills++;
      if (random.nextInt(4) == 0) {
        kill(alive.removeFirst());
        kills++;
        alive.add(next());
        awaitUp(alive.getLast());
      }
    }
    System.out.printf(
        "%d kills (%d while starting, seed %d) in %d s%n",
        kills, duringStart, SEED, Duration.ofNanos(System.nanoTime() - began).toSeconds());

    for (int i = 0; i < 2; i++) {
      killServer();
      int before = Journal.read(JOURNALS).acknowledged().size();
      long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
      while (Journal.read(JOURNALS).acknowledged().size() < before + 20) {
        assertThat(System.nanoTime()).as("the node works again").isLessThan(end);
        Thread.sleep(100);
      }
    }
    for (Process process : alive) kill(process);
    check();
    System.out.printf("all in %d s%n", Duration.ofNanos(System.nanoTime() - began).toSeconds());
  }

  private static void check() throws Exception {
    var knowledge = Journal.read(JOURNALS);
    try (var office = TestOffice.on(pool(), true)) {
      // jobs that a killed node held are free after five minutes; nobody waits for that here
      office.db().sql("update act_ru_job set lock_exp_time_ = null, lock_owner_ = null").update();
      long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (office
              .db()
              .sql(
                  "select count(*) from act_ru_job where retries_ > 0 and process_instance_id_ is not null"
                      + " and (duedate_ is null or duedate_ < now() + interval '1 day')")
              .query(Long.class)
              .single()
          > 0) {
        assertThat(System.nanoTime()).as("all jobs are done").isLessThan(end);
        Thread.sleep(100);
      }
      Views.settle(office);
      // for the questions below alone: each asks about each of tens of thousands of events
      office.db().sql("create index on event_log (causation_id)").update();
      office.db().sql("create index on event_log (case_id)").update();
      office.db().sql("analyze event_log").update();
      System.out.printf(
          "%d acknowledged, %d unknown, %d refused; %d events%n",
          knowledge.acknowledged().size(),
          knowledge.unknown().size(),
          knowledge.refused().size(),
          office.db().sql("select count(*) from event_log").query(Long.class).single());
      try (Connection db = office.dataSource().getConnection()) {
        assertThat(
                Checker.violations(
                    db,
                    knowledge.acknowledged().values(),
                    knowledge.unknown().values(),
                    knowledge.refused()))
            .isEmpty();
      }
      assertThat(list(office, "select incident_msg_ from act_ru_incident"))
          .as("incidents")
          .isEmpty();
      assertThat(
              list(
                  office,
                  "select m.event_id::text from event_log m where m.event_type = 'MotionReceived' and 1 <>"
                      + " (select count(*) from event_log c where c.causation_id = m.event_id"
                      + " and c.event_type = 'CaseAdvanced' and (c.payload ->> 'started')::boolean)"))
          .as("motions that did not start exactly one case")
          .isEmpty();
      assertThat(
              list(
                  office,
                  "select c.case_id from event_log c where c.event_type = 'CaseAdvanced'"
                      + " and c.payload -> 'model' ->> 'key' = 'fault-order' and 2 <>"
                      + " (select count(*) from event_log m where m.case_id = c.case_id"
                      + " and m.event_type = 'MotionSubmitted') and exists (select from event_log d"
                      + " where d.stream_id = c.stream_id and d.event_type = 'DecisionTaken')"))
          .as("checked orders without their two motions")
          .isEmpty();
      assertThat(
              list(
                  office,
                  "select p.stream_id from event_log p where p.event_type = 'ProjectStarted' and 1"
                      + " <> (select count(*) from event_log c where c.causation_id = p.event_id"
                      + " and c.event_type = 'CaseAdvanced' and (c.payload ->>"
                      + " 'started')::boolean)"))
          .as("projects that did not start exactly one case")
          .isEmpty();
      assertThat(
              list(
                  office,
                  "select m.stream_id from event_log m where m.event_type = 'MemberJoined' and 1 <>"
                      + " (select count(*) from event_log c where c.stream_id = m.stream_id"
                      + " and c.event_type = 'ContributionFixed')"))
          .as("members who joined without exactly one contribution")
          .isEmpty();
      assertThat(
              list(
                  office,
                  "select r.stream_id from event_log r where r.event_type = 'ApplicationRejected'"
                      + " and (select count(*) from event_log c where c.stream_id = r.stream_id"
                      + " and c.event_type = 'RejectionLifted') <> (select count(*) from event_log c"
                      + " where c.stream_id = r.stream_id and c.event_type = 'ContestDecided'"
                      + " and c.payload ->> 'result' = 'remedied')"))
          .as("rejections lifted without the decision, or not lifted in spite of it")
          .isEmpty();
      assertThat(
              list(
                  office,
                  "select c.case_id from event_log c where c.event_type = 'CaseAdvanced'"
                      + " and (c.payload ->> 'started')::boolean"
                      + " and c.payload -> 'model' ->> 'key' = 'rejection-contest' and 1 <>"
                      + " (select count(*) from event_log r where r.case_id = c.case_id"
                      + " and r.event_type = 'RejectionContested'"
                      + " and r.payload ->> 'remedy' = 'objection')"))
          .as("contests that did not file exactly one objection")
          .isEmpty();
      assertThat(
              list(
                  office,
                  "select distinct event_type from event_log where event_type in"
                      + " ('MemberJoined', 'GoScored', 'ProjectPlanned', 'RiskNoted', 'ContestDecided',"
                      + " 'DeMinimisAidRecorded')"))
          .as("the office's workflows were at work")
          .hasSize(6);
      assertThat(Views.differencesAfterRebuild(office)).isEmpty();
    }
    assertThat(knowledge.acknowledged()).hasSizeGreaterThan(KILLS);
  }

  private static List<String> list(TestOffice office, String sql) {
    return office.db().sql(sql).query(String.class).list();
  }

  private Process next() throws IOException {
    return node("node-" + names++, "-XX:SharedArchiveFile=" + HOME.resolve("node.jsa"));
  }

  private static Process node(String name, String archive) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xlog:disable",
                "-Dlogging.level.root=ERROR",
                archive,
                "-cp",
                classPath(),
                Node.class.getName(),
                server.url(),
                server.user(),
                server.password(),
                JOURNALS.toString(),
                name)
            .redirectErrorStream(true)
            .redirectOutput(HOME.resolve(name + ".out").toFile())
            .start();
    STARTED.add(process);
    return process;
  }

  private void awaitUp(Process process) throws Exception {
    Path out = HOME.resolve("node-" + (names - 1) + ".out");
    long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
    while (Files.readString(out).lines().noneMatch("up"::equals)) {
      assertThat(process.isAlive()).as("%s", Files.readString(out)).isTrue();
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private static void killServer() throws Exception {
    ProcessHandle postmaster = ProcessHandle.of(server.pid()).orElseThrow();
    var all = new ArrayList<>(postmaster.children().toList());
    all.addFirst(postmaster);
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle process : all) process.onExit().get(20, TimeUnit.SECONDS);
  }

  private static javax.sql.DataSource pool() {
    return TestDatabase.pool(
        new TestDatabase.Access(server.url(), server.user(), server.password()));
  }

  /** Class data sharing, which halves the start, takes jars only. */
  private static void archive() throws IOException {
    int n = 0;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path folder = Path.of(entry);
      if (!Files.isDirectory(folder)) continue;
      try (var jar =
              new JarOutputStream(Files.newOutputStream(HOME.resolve("classes-" + n++ + ".jar")));
          var files = Files.walk(folder)) {
        for (Path file : files.toList()) {
          String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
          if (name.isEmpty()) continue;
          if (Files.isDirectory(file)) {
            jar.putNextEntry(new JarEntry(name + '/'));
          } else {
            jar.putNextEntry(new JarEntry(name));
            Files.copy(file, jar);
          }
        }
      }
    }
  }

  private static String classPath() {
    var path = new ArrayList<String>();
    int n = 0;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator))
      if (Files.isDirectory(Path.of(entry)))
        path.add(HOME.resolve("classes-" + n++ + ".jar").toString());
      else if (Files.exists(Path.of(entry))) path.add(entry);
    return String.join(File.pathSeparator, path);
  }
}
