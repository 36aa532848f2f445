package org.foerderturm.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.foerderturm.TestOffice;
import org.foerderturm.faults.Checker.Sent;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The checker sees what it is there to see. Each wrong is done in a transaction and undone. */
class CheckerIT {
  private static final String VICTIM =
      "(select global_index from event_log where event_type = 'DecisionTaken' order by 1 offset 2 limit 1)";

  private static TestOffice office;
  private static final List<Sent> DONE = new ArrayList<>();

  @BeforeAll
  static void work() throws Exception {
    office = TestOffice.fresh();
    for (int i = 0; i < 4; i++) {
      String caseId =
          office.start(
              "two-steps",
              UUID.randomUUID().toString(),
              Map.of("place", "A" + i),
              TestOffice.MANAGER);
      complete(caseId, "Task_Check", Map.of("outcome", "accept", "note", "Anmerkung " + i));
      if (i < 2) complete(caseId, "Task_Ship", Map.of());
    }
    Views.settle(office);
  }

  private static void complete(String caseId, String task, Map<String, Object> values) {
    var sent = new Sent(UUID.randomUUID().toString(), office.task(caseId, task).taskId());
    office.office().send(new CompleteTask(sent.taskId(), values), TestOffice.MANAGER, sent.key());
    DONE.add(sent);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  private static List<String> violationsAfter(String... wrongs) throws SQLException {
    try (Connection db = office.dataSource().getConnection();
        var statement = db.createStatement()) {
      db.setAutoCommit(false);
      try {
        for (String wrong : wrongs)
          assertThat(statement.executeUpdate(wrong)).as(wrong).isPositive();
        return Checker.violations(db, DONE, List.of(), List.of());
      } finally {
        db.rollback();
      }
    }
  }

  private static void assertSays(List<String> violations, String... words) {
    for (String word : words)
      assertThat(violations).as("violations").anyMatch(said -> said.contains(word));
  }

  @Test
  void sound_work_is_found_sound() throws Exception {
    assertThat(violationsAfter()).isEmpty();
    assertThat(Views.differencesAfterRebuild(office)).isEmpty();
  }

  @Test
  void a_removed_event_is_caught() throws Exception {
    assertSays(
        violationsAfter("delete from event_log where global_index = " + VICTIM),
        "was acknowledged, but is not stored",
        "which nobody decided",
        "has no event",
        "stream");
  }

  @Test
  void an_event_removed_with_its_position_is_caught() throws Exception {
    assertSays(
        violationsAfter(
            "delete from ledger_entry where position = (select max(position) from ledger_entry)",
            "delete from event_log where global_index = (select max(global_index) from event_log)"),
        "the head says",
        "root",
        "steps");
  }

  @Test
  void a_doubled_step_is_caught() throws Exception {
    assertSays(
        violationsAfter(
            "insert into event_log (event_id, stream_type, stream_id, sequence, event_type, revision, recorded_at,"
                + " actor, on_behalf_of, roles, correlation_id, causation_id, case_id, payload)"
                + " select gen_random_uuid(), stream_type, stream_id, sequence + 1000, event_type, revision, recorded_at,"
                + " actor, on_behalf_of, roles, correlation_id, causation_id, case_id, payload from event_log"
                + " where event_type = 'CaseAdvanced' and payload -> 'trigger' ->> 'kind' = 'task' limit 1"),
        "has 2 steps",
        "has no position",
        "stream");
  }

  @Test
  void an_edited_row_is_caught() throws Exception {
    assertSays(
        violationsAfter(
            "update event_log set payload = replace(payload::text, 'Anmerkung', 'Bemerkung')::json"
                + " where global_index = "
                + VICTIM),
        "is not the one that was sealed");
    assertSays(
        violationsAfter(
            "update event_log set actor = 'somebody.else' where global_index = " + VICTIM),
        "is not the one that was sealed");
    assertSays(
        violationsAfter(
            "update event_log set recorded_at = recorded_at + interval '1 microsecond'"
                + " where global_index = "
                + VICTIM),
        "is not the one that was sealed");
  }

  @Test
  void an_edited_row_whose_leaf_was_edited_too_is_caught_by_the_root() throws Exception {
    var violations =
        violationsAfter(
            "update event_log set payload = replace(payload::text, 'Anmerkung', 'Bemerkung')::json"
                + " where global_index = "
                + VICTIM,
            "update ledger_entry l set leaf_hash = sha256('\\x00'::bytea || convert_to(concat_ws(chr(10), e.event_id::text,"
                + " e.stream_type, e.stream_id, e.sequence::text, e.event_type, e.revision::text,"
                + " (extract(epoch from e.recorded_at) * 1000000)::bigint::text, e.actor, coalesce(e.on_behalf_of, ''),"
                + " e.roles, e.correlation_id::text, coalesce(e.causation_id::text, ''), coalesce(e.case_id, ''),"
                + " e.payload::text) || chr(10), 'UTF8')) from event_log e"
                + " where e.global_index = l.global_index and l.global_index = "
                + VICTIM);
    assertThat(violations).containsExactly("the leaves don't give the ledger's root");
  }

  @Test
  void exchanged_positions_are_caught() throws Exception {
    assertSays(
        violationsAfter(
            "update ledger_entry set position = -position where position in (4, 5)",
            "update ledger_entry set position = 9 + position where position in (-4, -5)"),
        "root");
  }

  @Test
  void an_engine_that_went_its_own_way_is_caught() throws Exception {
    assertSays(
        violationsAfter(
            "delete from act_ru_identitylink where task_id_ = (select min(id_) from act_ru_task)",
            "delete from act_ru_task where id_ = (select min(id_) from act_ru_task)"),
        "is open in the log, but not in the engine");
    assertSays(
        violationsAfter(
            "update act_ru_variable set text_ = 'anders' where name_ = 'note' and text_ like 'Anmerkung%'"),
        "the log says");
    assertSays(
        violationsAfter("insert into act_hi_comment (id_, time_) values ('1', now())"),
        "act_hi_comment");
  }

  @Test
  void a_decision_that_no_client_sent_is_caught() throws Exception {
    try (Connection db = office.dataSource().getConnection()) {
      assertSays(
          Checker.violations(db, DONE.subList(1, DONE.size()), List.of(), List.of()),
          "was sent by no client");
      assertSays(
          Checker.violations(db, DONE, List.of(), List.of(DONE.getFirst().key())),
          "refused, but stored");
      assertSays(
          Checker.violations(db, List.of(new Sent("lost", "task")), DONE, List.of()),
          "nothing is stored under the key lost",
          "the completion of task task was acknowledged");
    }
  }

  @Test
  void a_view_that_differs_from_the_log_is_caught() throws Exception {
    office.db().sql("update view_task set outcome = 'decline' where outcome = 'accept'").update();
    assertThat(Views.differencesAfterRebuild(office))
        .anyMatch(said -> said.contains("view_task had"))
        .anyMatch(said -> said.contains("view_task should have"));
    assertThat(Views.differencesAfterRebuild(office)).isEmpty();
  }
}
