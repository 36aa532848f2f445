package org.foerderturm.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.foerderturm.TestOffice;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.consortium.ConsortiumCommand.WriteOnePager;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Receipt;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.process.ProcessCommand.AddComment;
import org.foerderturm.process.ProcessCommand.ClaimTask;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.foerderturm.process.ProcessCommand.StartCase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The edges of one transaction: commands within commands, foreign transactions, many and odd. */
class NestedIT {
  private static TestOffice office;

  @BeforeAll
  static void start() {
    office = TestOffice.fresh();
    Workflows.deploy(office);
    Workflows.body(office, "council", true);
    Workflows.body(office, "deserted", false);
  }

  @AfterEach
  void sound() throws Exception {
    Views.settle(office);
    try (Connection db = office.dataSource().getConnection()) {
      assertThat(Checker.violations(db)).isEmpty();
    }
  }

  @AfterAll
  static void rebuilt() throws Exception {
    assertThat(Views.differencesAfterRebuild(office)).isEmpty();
    office.close();
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static List<String> list(String sql, Object... params) {
    return office.db().sql(sql).params(params).query(String.class).list();
  }

  @Test
  void a_refused_command_that_the_model_catches_leaves_nothing_and_takes_nothing_with_it() {
    String key = key();
    String caseId =
        office.start(
            Workflows.NESTED,
            key,
            Map.of("body", "council", "nobodysBody", "deserted"),
            TestOffice.MANAGER);
    var receipt = office.complete(caseId, "Task_Go", Map.of(), TestOffice.MANAGER);

    assertThat(
            list(
                "select event_type || ' ' || stream_id from event_log where global_index between ? and ?"
                    + " order by global_index",
                receipt.firstIndex(),
                receipt.lastIndex()))
        .containsExactlyInAnyOrder(
            "DecisionTaken " + caseId,
            "MotionReceived council",
            "MotionSubmitted " + key + "-a",
            "MotionReceived council",
            "MotionSubmitted " + key + "-d",
            "CaseAdvanced " + caseId);
    assertThat(list("select stream_id from event_log where stream_id = 'deserted'")).hasSize(1);
    assertThat(office.task(caseId, "Task_Done")).isNotNull();
    assertThat(office.find(caseId).done())
        .containsEntry("Boundary_Nobody", 1)
        .containsEntry("Boundary_Again", 1);
  }

  @Test
  void a_refused_command_that_nobody_catches_undoes_all_and_is_told_as_what_it_is() {
    String caseId =
        office.start(Workflows.ORDER, key(), Map.of("body", "deserted"), TestOffice.MANAGER);
    String task = office.task(caseId, "Task_Check").taskId();
    assertThatThrownBy(() -> office.send(new CompleteTask(task, Map.of()), TestOffice.MANAGER))
        .isInstanceOfSatisfying(
            Rejected.class, no -> assertThat(no.code()).isEqualTo("nobody-in-office"));
    assertThat(list("select event_type from event_log where stream_id = ?", caseId)).hasSize(1);
    assertThat(
            list(
                "select event_type from event_log where case_id = ? and stream_type = 'attempts'",
                caseId))
        .containsExactly("AttemptRefused");
    assertThat(office.task(caseId, "Task_Check").taskId()).isEqualTo(task);
  }

  @Test
  void a_command_for_something_that_was_never_made_says_so() {
    assertThatThrownBy(
            () ->
                office.send(
                    new WriteOnePager("nowhere", "Ziel", "Weg", "Nutzen"), TestOffice.MANAGER))
        .isInstanceOfSatisfying(
            Rejected.class,
            no -> {
              assertThat(no.code()).isEqualTo("nothing-of-that-id");
              assertThat(no.args()).containsEntry("id", "nowhere");
            });
  }

  @Test
  void a_command_inside_a_foreign_transaction_is_refused_and_leaves_that_one_alone() {
    var foreign = new TransactionTemplate(office.bean(PlatformTransactionManager.class));
    String key = key();
    long before = office.db().sql("select count(*) from event_log").query(Long.class).single();
    foreign.executeWithoutResult(
        status -> {
          office.db().sql("create table if not exists foreign_work (id int)").update();
          assertThatThrownBy(
                  () ->
                      office
                          .office()
                          .send(new StartCase("two-steps", key, Map.of()), TestOffice.MANAGER, key))
              .hasMessageContaining("foreign transaction");
          assertThatThrownBy(
                  () ->
                      office
                          .bean(ProcessEngine.class)
                          .getRuntimeService()
                          .startProcessInstanceByKey("two-steps"))
              .hasMessageContaining("foreign transaction");
          office.db().sql("insert into foreign_work values (1)").update();
        });
    assertThat(list("select id::text from foreign_work")).containsExactly("1");
    office.db().sql("drop table foreign_work").update();
    assertThat(office.db().sql("select count(*) from event_log").query(Long.class).single())
        .isEqualTo(before);
    office.office().send(new StartCase("two-steps", key, Map.of()), TestOffice.MANAGER, key);
  }

  @Test
  void a_case_that_starts_and_ends_in_one_transaction_is_on_record() {
    String key = key();
    office.send(new StartCase(Workflows.DASH, key, Map.of("body", "council")), TestOffice.MANAGER);
    var row = office.office().ask(new FindCasesOf(key), TestOffice.MANAGER).getFirst();
    assertThat(row.ended()).isEqualTo("completed");
    assertThat(list("select event_type from event_log where case_id = ?", row.caseId()))
        .containsExactlyInAnyOrder("MotionReceived", "MotionSubmitted", "CaseAdvanced");
  }

  @Test
  void five_hundred_tasks_of_one_case_are_completed_by_many_at_once() throws Exception {
    int many = 500;
    String caseId =
        office.start(
            Workflows.MANY,
            key(),
            Map.of("numbers", IntStream.range(0, many).boxed().toList()),
            TestOffice.MANAGER);
    List<String> tasks = list("select id_ from act_ru_task where proc_inst_id_ = ?", caseId);
    assertThat(tasks).hasSize(many);
    var work = new ArrayList<Callable<Receipt>>();
    for (String task : tasks)
      work.add(() -> office.send(new CompleteTask(task, Map.of()), TestOffice.MANAGER));
    long began = System.nanoTime();
    try (var people = Executors.newFixedThreadPool(4)) {
      for (var done : people.invokeAll(work)) done.get();
    }
    System.out.printf("500 tasks of one case in %d ms%n", (System.nanoTime() - began) / 1_000_000);
    assertThat(office.find(caseId).row().ended()).isEqualTo("completed");
    assertThat(office.find(caseId).done()).containsEntry("Task_One", many);
  }

  @Test
  void the_same_key_gets_the_same_receipt_though_the_second_time_there_is_nothing_to_do() {
    String caseId = office.start("two-steps", key(), Map.of(), TestOffice.MANAGER);
    String key = key();
    Command claim = new ClaimTask(office.task(caseId, "Task_Check").taskId());
    var first = office.office().send(claim, TestOffice.MANAGER, key);
    assertThat(first.lastIndex()).isPositive();
    assertThat(office.office().send(claim, TestOffice.MANAGER, key)).isEqualTo(first);
  }

  @Test
  void characters_that_no_database_stores_stop_nobody() {
    String odd = "a\u0000b \ud800 c \uffff \u202e";
    String caseId = office.start("two-steps", key(), Map.of(), TestOffice.MANAGER);
    String task = office.task(caseId, "Task_Check").taskId();
    var attempts =
        List.<Command>of(
            new StartCase("two-steps", key(), Map.of("list", List.of(Map.of("deep", odd)))),
            new StartCase("two-steps", key(), Map.of("flat", odd)),
            new StartCase("two-steps", key(), Map.of(odd, "name")),
            new StartCase("two-steps", "key\u0000" + key(), Map.of()),
            new AddComment(caseId, null, odd),
            new CompleteTask(task, Map.of("outcome", "accept", "note", odd)),
            new CompleteTask("no such task " + odd, Map.of("note", odd)));
    for (Command attempt : attempts)
      try {
        office.send(attempt, TestOffice.MANAGER);
      } catch (Rejected refusedInWords) {
        assertThat(refusedInWords.code()).isNotBlank();
      }
    // whatever became of them, the office works on
    String after = office.start("two-steps", key(), Map.of("note", "danach"), TestOffice.MANAGER);
    assertThat(office.tasks(after)).hasSize(1);
    assertThat(Views.rows(office)).allMatch(row -> row.failure() == null);
  }

  @Test
  @SuppressWarnings("try") // open while the body runs, that is all
  void a_listener_that_fails_harms_neither_the_views_nor_the_durability_of_others()
      throws Exception {
    try (var closed =
        office
            .office()
            .onChange(
                streams -> {
                  throw new IllegalStateException("a screen that went away");
                })) {
      for (int i = 0; i < 5; i++)
        office.start("two-steps", key(), Map.of("note", "x"), TestOffice.MANAGER);
    }
    var connections = new ArrayList<Connection>();
    try {
      // all that the pool lends, but those of the three leaders and of the bell
      for (int i = 0; i < 8; i++) {
        Connection connection = office.dataSource().getConnection();
        connections.add(connection);
        try (var row = connection.createStatement().executeQuery("show synchronous_commit")) {
          row.next();
          assertThat(row.getString(1)).isEqualTo("on");
        }
      }
    } finally {
      for (Connection connection : connections) connection.close();
    }
  }
}
