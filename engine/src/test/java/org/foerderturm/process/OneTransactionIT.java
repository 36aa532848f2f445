package org.foerderturm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.foerderturm.TestOffice;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.junit.jupiter.api.Test;

class OneTransactionIT {
  private final TestOffice office = TestOffice.shared();

  private String started() {
    return office.start("two-steps", UUID.randomUUID().toString(), Map.of(), TestOffice.MANAGER);
  }

  private List<String> events(String caseId) {
    return office
        .db()
        .sql("select event_type from event_log where stream_id = ? order by sequence")
        .param(caseId)
        .query(String.class)
        .list();
  }

  @Test
  void a_completed_task_is_one_decision_and_one_step() {
    String caseId = started();
    office.complete(
        caseId,
        "Task_Check",
        Map.of("outcome", "accept", "note", "gut", "amount", 5),
        TestOffice.MANAGER);

    assertThat(events(caseId)).containsExactly("CaseAdvanced", "DecisionTaken", "CaseAdvanced");
    assertThat(office.tasks(caseId)).extracting("taskKey").containsExactly("Task_Ship");
    assertThat(office.find(caseId).variables())
        .containsEntry("note", "gut")
        .containsEntry("outcome", "accept");
    assertThat(office.find(caseId).done()).containsEntry("Task_Check", 1);
  }

  @Test
  void the_engine_keeps_no_history() {
    String caseId = started();
    office.complete(caseId, "Task_Check", Map.of("outcome", "decline"), TestOffice.MANAGER);
    assertThat(office.find(caseId).row().ended()).isEqualTo("completed");
    for (String table :
        office
            .db()
            .sql(
                "select relname::text from pg_class where relkind = 'r' and relname like 'act_hi_%'")
            .query(String.class)
            .list())
      assertThat(office.db().sql("select count(*) from " + table).query(Long.class).single())
          .as(table)
          .isZero();
  }

  @Test
  void the_same_key_twice_changes_nothing_and_answers_the_same() {
    String caseId = started();
    var command =
        new CompleteTask(office.task(caseId, "Task_Check").taskId(), Map.of("outcome", "accept"));
    String key = UUID.randomUUID().toString();
    var first = office.office().send(command, TestOffice.MANAGER, key);
    var second = office.office().send(command, TestOffice.MANAGER, key);
    assertThat(second).isEqualTo(first);
    assertThat(events(caseId)).hasSize(3);
  }

  @Test
  void the_second_to_complete_a_task_reads_who_did_it_and_the_attempt_is_on_record() {
    String caseId = started();
    var command =
        new CompleteTask(office.task(caseId, "Task_Check").taskId(), Map.of("outcome", "accept"));
    office.send(command, TestOffice.MANAGER);
    assertThatThrownBy(() -> office.send(command, TestOffice.LEAD))
        .isInstanceOfSatisfying(
            Rejected.class,
            no -> {
              assertThat(no.code()).isEqualTo("already-done");
              assertThat(no.args()).containsEntry("by", "paul.manager").containsKey("at");
            });
    assertThat(
            office
                .db()
                .sql(
                    "select count(*) from event_log where event_type = 'AttemptRefused' and case_id = ?")
                .param(caseId)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void old_and_new_values_are_told() {
    String caseId = started();
    office.complete(
        caseId, "Task_Check", Map.of("outcome", "accept", "note", "eins"), TestOffice.MANAGER);
    office.complete(caseId, "Task_Ship", Map.of("parcel", "P-1"), TestOffice.MANAGER);
    String last =
        office
            .db()
            .sql(
                "select payload::text from event_log where stream_id = ? order by sequence desc limit 1")
            .param(caseId)
            .query(String.class)
            .single();
    assertThat(last).contains("\"ended\":\"completed\"").contains("EndEvent_Shipped");
  }
}
