package org.foerderturm.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.foerderturm.TestOffice;
import org.foerderturm.cases.CaseQuery.FindIncidents;
import org.foerderturm.cases.CaseQuery.FindTask;
import org.foerderturm.faults.Checker.Sent;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.foerderturm.process.ProcessCommand.RetryIncident;
import org.foerderturm.process.ProcessCommand.StartCase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An exception at each boundary of a completed task, of a job, of sealing and of projection. */
class FaultsIT {
  private static TestOffice office;
  private static final List<Sent> DONE = new ArrayList<>();

  @BeforeAll
  static void start() {
    office = TestOffice.fresh();
    Workflows.deploy(office);
    Workflows.body(office, "council", true);
  }

  @AfterEach
  void sound() throws Exception {
    Views.settle(office);
    try (Connection db = office.dataSource().getConnection()) {
      assertThat(Checker.violations(db, DONE, List.of(), List.of())).isEmpty();
    }
  }

  @AfterAll
  static void rebuilt() throws Exception {
    assertThat(Views.differencesAfterRebuild(office)).isEmpty();
    office.close();
  }

  private static String started(String workflow) {
    return office.start(
        workflow, UUID.randomUUID().toString(), Map.of("body", "council"), TestOffice.MANAGER);
  }

  private static Function<String, Throwable> kind(String name) {
    return switch (name) {
      case "error" -> AssertionError::new;
      case "checked" -> SQLException::new;
      default -> IllegalStateException::new;
    };
  }

  private static long events() {
    return office.db().sql("select count(*) from event_log").query(Long.class).single();
  }

  private static Sent complete(Sent sent) {
    office.office().send(new CompleteTask(sent.taskId(), Map.of()), TestOffice.MANAGER, sent.key());
    DONE.add(sent);
    return sent;
  }

  @ParameterizedTest
  @CsvSource({
    "after-decision, exception",
    "after-engine-step, exception",
    "before-append, exception",
    "after-append, exception",
    "after-decision, error",
    "after-engine-step, error",
    "before-append, error",
    "after-append, error",
    "after-append, checked"
  })
  void before_the_commit_a_failure_undoes_all_and_a_retry_with_the_same_key_does_it_once(
      String point, String kind) {
    String caseId = started(Workflows.ORDER);
    var sent = new Sent(UUID.randomUUID().toString(), office.task(caseId, "Task_Check").taskId());
    long before = events();
    var me = Thread.currentThread();
    try (var fault = Fault.once(office, point, thread -> thread == me, kind(kind))) {
      assertThatThrownBy(
              () ->
                  office
                      .office()
                      .send(
                          new CompleteTask(sent.taskId(), Map.of()),
                          TestOffice.MANAGER,
                          sent.key()))
          .hasStackTraceContaining("fault at " + point);
      assertThat(fault.hits()).isEqualTo(1);
    }
    assertThat(events()).isEqualTo(before);
    assertThat(office.task(caseId, "Task_Check").taskId()).isEqualTo(sent.taskId());

    complete(sent);
    long after = events();
    complete(sent);
    assertThat(events()).as("the same key again").isEqualTo(after);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exception", "checked", "error"})
  void after_the_commit_a_failure_changes_nothing_and_the_client_gets_its_receipt(String kind) {
    String caseId = started(Workflows.ORDER);
    var sent = new Sent(UUID.randomUUID().toString(), office.task(caseId, "Task_Check").taskId());
    var me = Thread.currentThread();
    try (var fault = Fault.once(office, "after-commit", thread -> thread == me, kind(kind))) {
      complete(sent);
      assertThat(fault.hits()).isEqualTo(1);
    }
    complete(sent);
  }

  @ParameterizedTest
  @CsvSource({
    "before-sealing, exception",
    "after-sealing, exception",
    "before-projection, exception",
    "after-projection, exception",
    "before-sealing, error",
    "after-sealing, error",
    "before-projection, error",
    "after-projection, error",
    "before-sealing, checked",
    "after-projection, checked"
  })
  void a_failure_while_sealing_or_projecting_delays_but_loses_and_doubles_nothing(
      String point, String kind) throws Exception {
    String caseId = started(Workflows.ORDER);
    try (var fault = Fault.once(office, point, thread -> true, kind(kind))) {
      var sent =
          complete(
              new Sent(UUID.randomUUID().toString(), office.task(caseId, "Task_Check").taskId()));
      Views.settle(office);
      assertThat(fault.hits()).isPositive();
      assertThat(office.office().ask(new FindTask(sent.taskId()), TestOffice.MANAGER).closed())
          .isEqualTo("completed");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "before-append, exception, 1",
    "after-append, exception, 1",
    "after-commit, exception, 0",
    "before-append, error, 1",
    "after-append, error, 1",
    "after-commit, error, 0"
  })
  void a_job_whose_transaction_fails_is_done_once_in_the_end(String point, String kind, int left) {
    String caseId = started(Workflows.JOB);
    String job = job(caseId);
    var management = office.bean(ProcessEngine.class).getManagementService();
    var me = Thread.currentThread();
    try (var fault = Fault.once(office, point, thread -> thread == me, kind(kind))) {
      assertThatThrownBy(() -> management.executeJob(job))
          .hasStackTraceContaining("fault at " + point);
      assertThat(fault.hits()).isPositive();
    }
    assertThat(management.createJobQuery().jobId(job).count()).isEqualTo(left);
    if (left > 0) management.executeJob(job);
    assertThat(motions(caseId)).isEqualTo(1);
    assertThat(
            office
                .db()
                .sql("select task_def_key_ from act_ru_task where proc_inst_id_ = ?")
                .param(caseId)
                .query(String.class)
                .list())
        .containsExactly("Task_After");
  }

  @Test
  void a_job_that_fails_for_good_is_an_incident_on_record_and_can_be_tried_again() {
    String caseId = started(Workflows.JOB);
    String job = job(caseId);
    var management = office.bean(ProcessEngine.class).getManagementService();
    var me = Thread.currentThread();
    for (int i = 0; i < 3; i++)
      try (var fault = Fault.once(office, "after-append", t -> t == me, kind("exception"))) {
        assertThatThrownBy(() -> management.executeJob(job)).hasStackTraceContaining("fault at");
        assertThat(fault.hits()).isPositive();
      }
    long last =
        office.db().sql("select max(global_index) from event_log").query(Long.class).single();
    assertThat(
            office
                .db()
                .sql(
                    "select payload -> 'incidentsRaised' -> 0 ->> 'elementId' from event_log where global_index = ?")
                .param(last)
                .query(String.class)
                .single())
        .isEqualTo("Service_Submit");
    long end = System.nanoTime() + 10_000_000_000L;
    while (office.office().ask(new FindIncidents(), TestOffice.ADMIN).isEmpty()
        && System.nanoTime() < end) Thread.onSpinWait();
    var incident = office.office().ask(new FindIncidents(), TestOffice.ADMIN).getFirst();
    assertThat(incident.caseId()).isEqualTo(caseId);

    office.send(new RetryIncident(incident.incidentId()), TestOffice.ADMIN);
    management.executeJob(job);
    assertThat(motions(caseId)).isEqualTo(1);
    assertThat(office.office().ask(new FindIncidents(), TestOffice.ADMIN)).isEmpty();
  }

  @Test
  void a_start_that_fails_leaves_no_case() {
    String key = UUID.randomUUID().toString();
    var me = Thread.currentThread();
    var start = new StartCase(Workflows.DASH, key, Map.of("body", "council"));
    for (String point : List.of("before-append", "after-append"))
      try (var fault = Fault.once(office, point, thread -> thread == me, kind("exception"))) {
        assertThatThrownBy(() -> office.send(start, TestOffice.MANAGER))
            .hasStackTraceContaining("fault at");
        assertThat(fault.hits()).isEqualTo(1);
      }
    assertThat(
            office
                .db()
                .sql("select count(*) from event_log where payload ->> 'caseKey' = ?")
                .param(key)
                .query(Long.class)
                .single())
        .isZero();
    office.send(start, TestOffice.MANAGER);
  }

  private static String job(String caseId) {
    return office
        .db()
        .sql("select id_ from act_ru_job where process_instance_id_ = ?")
        .param(caseId)
        .query(String.class)
        .single();
  }

  private static long motions(String caseId) {
    return office
        .db()
        .sql("select count(*) from event_log where event_type = 'MotionSubmitted' and case_id = ?")
        .param(caseId)
        .query(Long.class)
        .single();
  }
}
