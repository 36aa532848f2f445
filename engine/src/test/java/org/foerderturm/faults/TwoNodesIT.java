package org.foerderturm.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.foerderturm.TestOffice;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.cases.CaseQuery.FindTask;
import org.foerderturm.database.TestDatabase;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Receipt;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.log.Commands;
import org.foerderturm.log.Transactions;
import org.foerderturm.process.ProcessCommand.AddComment;
import org.foerderturm.process.ProcessCommand.ClaimTask;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.foerderturm.process.ProcessCommand.ReleaseTask;
import org.foerderturm.process.ProcessCommand.StartCase;
import org.foerderturm.view.ProjectionQuery.RebuildProjection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one database, both with jobs, and people on both who want the same. */
class TwoNodesIT {
  private static final int ROUNDS = Integer.getInteger("rounds", 1_000);
  private static final Actor ANNA = Actor.of("anna.one", Role.PROJECT_MANAGER);
  private static final Actor BERND = Actor.of("bernd.two", Role.PROJECT_MANAGER);

  private static TestOffice one;
  private static TestOffice two;
  private static ExecutorService people;

  @BeforeAll
  static void start() {
    var access = TestDatabase.freshAccess();
    one = TestOffice.on(TestDatabase.pool(access), true);
    two = TestOffice.on(TestDatabase.pool(access), true);
    people = Executors.newFixedThreadPool(8);
    Workflows.deploy(one);
    Workflows.body(one, "council", true);
  }

  @AfterEach
  void sound() throws Exception {
    Views.settle(one);
    try (Connection db = one.dataSource().getConnection()) {
      assertThat(Checker.violations(db)).isEmpty();
    }
  }

  @AfterAll
  static void close() throws Exception {
    assertThat(Views.differencesAfterRebuild(leader())).isEmpty();
    people.shutdownNow();
    one.close();
    two.close();
  }

  /** The node that projects. */
  private static TestOffice leader() {
    return leads(one) ? one : two;
  }

  private static boolean leads(TestOffice office) {
    return office.bean(org.foerderturm.view.Projector.class).leads();
  }

  /** Starts cases with one open task each; gives the ids of the tasks. */
  private static List<String> tasks(int count) throws Exception {
    var keys = new ArrayList<String>();
    for (int i = 0; i < count; i++) keys.add(UUID.randomUUID().toString());
    var starts = new ArrayList<Callable<Receipt>>();
    for (String key : keys)
      starts.add(
          () ->
              one.bean(Commands.class)
                  .run(new StartCase("two-steps", key, Map.of()), TestOffice.MANAGER, key));
    for (var start : people.invokeAll(starts)) start.get();
    return one.db()
        .sql(
            "select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_"
                + " where e.business_key_ = any(?) order by t.id_")
        .param(keys.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  /** What became of one attempt. */
  private static Object attempt(TestOffice office, Command command, Actor actor, String key) {
    try {
      return office.office().send(command, actor, key);
    } catch (Rejected no) {
      return no;
    }
  }

  /** Both at the same moment. */
  private static List<Object> together(Callable<Object> first, Callable<Object> second)
      throws Exception {
    var barrier = new CyclicBarrier(2);
    var outcomes = new ArrayList<Object>();
    for (var outcome :
        people.invokeAll(
            List.of(
                () -> {
                  barrier.await();
                  return first.call();
                },
                () -> {
                  barrier.await();
                  return second.call();
                }))) outcomes.add(outcome.get());
    return outcomes;
  }

  private static void assertOneWinner(String taskId, List<Object> outcomes) {
    assertThat(outcomes).filteredOn(Receipt.class::isInstance).as(taskId).hasSize(1);
    var winner = outcomes.getFirst() instanceof Receipt ? ANNA : BERND;
    var no = (Rejected) outcomes.get(outcomes.getFirst() instanceof Receipt ? 1 : 0);
    assertThat(no.code()).isEqualTo("already-done");
    assertThat(no.args()).containsEntry("by", winner.userId());
    assertThat(Instant.parse((String) no.args().get("at")))
        .isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now());
  }

  private static void contest(TestOffice annas, TestOffice bernds) throws Exception {
    int annaWon = 0;
    for (String task : tasks(ROUNDS)) {
      var outcomes =
          together(
              () ->
                  attempt(
                      annas,
                      new CompleteTask(task, Map.of("outcome", "decline", "note", "von Anna")),
                      ANNA,
                      UUID.randomUUID().toString()),
              () ->
                  attempt(
                      bernds,
                      new CompleteTask(task, Map.of("outcome", "accept", "amount", 1)),
                      BERND,
                      UUID.randomUUID().toString()));
      assertOneWinner(task, outcomes);
      if (outcomes.getFirst() instanceof Receipt) annaWon++;
    }
    System.out.println("contest: anna " + annaWon + " of " + ROUNDS);
  }

  @Test
  void two_people_on_one_node_complete_the_same_task_and_one_wins() throws Exception {
    contest(one, one);
  }

  @Test
  void two_people_on_two_nodes_complete_the_same_task_and_one_wins() throws Exception {
    contest(one, two);
  }

  @Test
  void the_same_key_on_two_nodes_at_once_is_one_command_with_one_receipt() throws Exception {
    for (String task : tasks(100)) {
      String key = UUID.randomUUID().toString();
      var command = new CompleteTask(task, Map.of("outcome", "decline"));
      var outcomes =
          together(() -> attempt(one, command, ANNA, key), () -> attempt(two, command, ANNA, key));
      assertThat(outcomes.getFirst()).isInstanceOf(Receipt.class).isEqualTo(outcomes.getLast());
    }
    String caseId = one.start("two-steps", UUID.randomUUID().toString(), Map.of(), ANNA);
    for (int i = 0; i < 50; i++) {
      String key = UUID.randomUUID().toString();
      var comment = new AddComment(caseId, null, "Gut so " + i);
      var outcomes =
          together(() -> attempt(one, comment, ANNA, key), () -> attempt(two, comment, ANNA, key));
      assertThat(outcomes.getFirst()).isInstanceOf(Receipt.class).isEqualTo(outcomes.getLast());
    }
    assertThat(
            one.db()
                .sql(
                    "select count(*) from event_log where stream_id = ? and event_type = 'CommentAdded'")
                .param(caseId)
                .query(Long.class)
                .single())
        .isEqualTo(50);
  }

  @Test
  void two_people_claim_the_same_task_and_one_gets_it() throws Exception {
    for (String task : tasks(100)) {
      var outcomes =
          together(
              () -> attempt(one, new ClaimTask(task), ANNA, UUID.randomUUID().toString()),
              () -> attempt(two, new ClaimTask(task), BERND, UUID.randomUUID().toString()));
      assertThat(outcomes).filteredOn(Receipt.class::isInstance).hasSize(1);
      assertThat(outcomes)
          .filteredOn(Rejected.class::isInstance)
          .singleElement()
          .isInstanceOfSatisfying(
              Rejected.class, no -> assertThat(no.code()).isEqualTo("task-already-claimed"));
    }
  }

  @Test
  void two_people_start_a_case_of_the_same_key_and_one_does() throws Exception {
    for (int i = 0; i < 50; i++) {
      String caseKey = UUID.randomUUID().toString();
      var start = new StartCase("two-steps", caseKey, Map.of());
      var outcomes =
          together(
              () -> attempt(one, start, ANNA, UUID.randomUUID().toString()),
              () -> attempt(two, start, BERND, UUID.randomUUID().toString()));
      assertThat(outcomes).filteredOn(Receipt.class::isInstance).hasSize(1);
      assertThat(one.office().ask(new FindCasesOf(caseKey), ANNA)).hasSize(1);
    }
  }

  @Test
  void two_hundred_jobs_on_one_aggregate_end_without_an_incident() throws Exception {
    String body = Workflows.body(one, "crowded", true);
    var starts = new ArrayList<Callable<Receipt>>();
    for (int i = 0; i < 200; i++) {
      String key = "crowd-" + i;
      var office = i % 2 == 0 ? one : two;
      starts.add(
          () ->
              office
                  .bean(Commands.class)
                  .run(new StartCase(Workflows.JOB, key, Map.of("body", body)), ANNA, key));
    }
    long began = System.nanoTime();
    for (var start : people.invokeAll(starts)) start.get();
    long end = began + Duration.ofSeconds(150).toNanos();
    String done =
        "select count(*) from event_log where stream_id = 'crowded' and event_type = 'MotionReceived'";
    while (one.db().sql(done).query(Long.class).single() < 200) {
      assertThat(System.nanoTime()).as("all jobs are done in time").isLessThan(end);
      Thread.sleep(50);
    }
    assertThat(one.db().sql("select count(*) from act_ru_incident").query(Long.class).single())
        .isZero();
    assertThat(
            one.db()
                .sql(
                    "select count(distinct payload ->> 'motionId') from event_log"
                        + " where event_type = 'MotionSubmitted' and payload ->> 'bodyId' = 'crowded'")
                .query(Long.class)
                .single())
        .isEqualTo(200);
    System.out.printf("200 jobs in %d ms%n", (System.nanoTime() - began) / 1_000_000);
  }

  @Test
  void whoever_has_sent_a_command_reads_it_at_once_on_either_node() throws Exception {
    String task = tasks(1).getFirst();
    for (int i = 0; i < ROUNDS; i++) {
      boolean claim = i % 2 == 0;
      var sender = i % 4 < 2 ? one : two;
      sender.send(claim ? new ClaimTask(task) : new ReleaseTask(task), ANNA);
      for (var reader : List.of(one, two))
        assertThat(reader.office().ask(new FindTask(task), ANNA).row().assignee())
            .as("round " + i)
            .isEqualTo(claim ? ANNA.userId() : null);
    }
  }

  @Test
  void a_rebuild_while_people_work_keeps_answering_and_ends_equal() throws Exception {
    var stop = new AtomicBoolean();
    var answers = new AtomicInteger();
    String caseId = one.start("two-steps", UUID.randomUUID().toString(), Map.of(), ANNA);
    var working = new ArrayList<java.util.concurrent.Future<?>>();
    for (var office : List.of(one, two)) {
      working.add(
          people.submit(
              () -> {
                while (!stop.get()) {
                  String key = UUID.randomUUID().toString();
                  office.send(new StartCase("two-steps", key, Map.of("title", "Neu")), ANNA);
                  assertThat(office.office().ask(new FindCasesOf(key), ANNA)).hasSize(1);
                }
                return null;
              }));
      working.add(
          people.submit(
              () -> {
                while (!stop.get()) {
                  assertThat(office.find(caseId).tasks()).hasSize(1);
                  office
                      .office()
                      .ask(
                          new org.foerderturm.cases.CaseQuery.FindTasks(
                              org.foerderturm.cases.CaseQuery.Box.ALL, "neu", 0, 20),
                          ANNA);
                  answers.incrementAndGet();
                }
                return null;
              }));
    }
    for (int i = 0; i < 3; i++) {
      for (var row : Views.rows(leader()))
        leader().send(new RebuildProjection(row.name()), TestOffice.ADMIN);
      awaitRebuilt(leader());
    }
    stop.set(true);
    for (var worker : working) worker.get(60, TimeUnit.SECONDS);
    assertThat(answers.get()).isPositive();
    assertThat(Views.differencesAfterRebuild(leader())).isEmpty();
  }

  @Test
  void a_rebuild_may_be_ordered_on_the_node_that_does_not_project() throws Exception {
    var follower = leads(one) ? two : one;
    one.db().sql("update view_task set words = 'verdorben'").update();
    follower.send(new RebuildProjection("cases"), TestOffice.ADMIN);
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (one.db()
            .sql("select count(*) from view_task where words = 'verdorben'")
            .query(Long.class)
            .single()
        > 0) {
      assertThat(System.nanoTime()).as("rebuilt in time").isLessThan(end);
      Thread.sleep(50);
    }
    awaitRebuilt(follower);
  }

  private static void awaitRebuilt(TestOffice office) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (Views.rows(office).stream().anyMatch(row -> row.rebuild() != null)) {
      assertThat(System.nanoTime()).as("rebuilt in time").isLessThan(end);
      assertThat(Views.rows(office)).allMatch(row -> row.failure() == null);
      Thread.sleep(20);
    }
  }

  /**
   * The bridge's leader loses its lock in the middle of a delivery; the other node takes over and
   * delivers; then the first goes on.
   */
  @Test
  void a_message_is_delivered_once_though_two_bridges_think_they_lead() throws Exception {
    String body = Workflows.body(one, "slow-body", true);
    var stuck = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    for (var office : List.of(one, two))
      office
          .bean(Transactions.class)
          .probe(
              point -> {
                if (!point.equals("before-append")
                    || !Thread.currentThread().getName().equals("foerderturm-bridge")
                    || stuck.getCount() == 0) return;
                stuck.countDown();
                try {
                  goOn.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
    try {
      var start =
          people.submit(
              () -> one.send(new StartCase(Workflows.DASH, "slow-1", Map.of("body", body)), ANNA));
      assertThat(stuck.await(20, TimeUnit.SECONDS)).isTrue();
      one.db()
          .sql(
              "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = 3"
                  + " and classid = x'466f6572'::int"
                  + " and database = (select oid from pg_database where datname = current_database())")
          .query(Boolean.class)
          .list();
      // the other bridge delivers, if nothing keeps it from doing so
      Thread.sleep(2_000);
      goOn.countDown();
      start.get(30, TimeUnit.SECONDS);
      Views.settle(one);
    } finally {
      goOn.countDown();
      for (var office : List.of(one, two)) office.bean(Transactions.class).probe(point -> {});
    }
    assertThat(
            one.db()
                .sql(
                    "select count(*) from event_log c join event_log m on m.event_id = c.causation_id"
                        + " where m.stream_id = 'slow-body' and m.event_type = 'MotionReceived'"
                        + " and c.event_type = 'CaseAdvanced'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }
}
