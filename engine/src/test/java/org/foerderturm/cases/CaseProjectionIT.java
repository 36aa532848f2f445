package org.foerderturm.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.foerderturm.cases.CaseQuery.CaseCounts;
import org.foerderturm.cases.CaseQuery.CaseDetails;
import org.foerderturm.cases.CaseQuery.CaseRow;
import org.foerderturm.cases.CaseQuery.CountCases;
import org.foerderturm.cases.CaseQuery.FindCase;
import org.foerderturm.cases.CaseQuery.FindCases;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.cases.CaseQuery.FindIncidents;
import org.foerderturm.cases.CaseQuery.FindTask;
import org.foerderturm.cases.CaseQuery.Token;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.ProcessEvent.DecisionTaken;
import org.foerderturm.process.ProcessEvent.Label;
import org.foerderturm.view.TestLog;
import org.foerderturm.view.TestLog.By;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CaseProjectionIT {
  private static final Actor EXPERT = Actor.of("erika", Role.EXPERT_TEAM);
  private static final Actor LEAD = Actor.of("leni", Role.OFFICE_LEAD);
  private static TestLog log;
  private static CaseAnswers cases;
  private static TaskAnswers tasks;

  @BeforeAll
  static void start() {
    log = new TestLog(new CaseProjection());
    cases = new CaseAnswers(log.db, log.transactions);
    tasks = new TaskAnswers(log.db);
  }

  private static long tell(String caseId, String actor, Steps step) {
    return log.add(caseId, step.event(), By.actor(actor).of(caseId));
  }

  private static CaseDetails see(String caseId) {
    return cases.answer(new FindCase(caseId, null), EXPERT);
  }

  @Test
  void a_started_case_shows_its_token_its_facts_and_who_is_awaited() {
    long position =
        tell(
            "s1",
            "petra",
            Steps.start("s1", "Leuchtturm")
                .open("s1a", "Eignung prüfen", null, null, "Gdańsk", "expert-team")
                .set("cents", "case", 25_000_000_00L)
                .set("partner", "case", Map.of("name", "Amiens")));
    var seen = see("s1");
    assertThat(seen.position()).isEqualTo(position);
    assertThat(seen.row())
        .extracting(CaseRow::title, CaseRow::startedBy, CaseRow::openTasks, CaseRow::ended)
        .containsExactly("Leuchtturm", "petra", 1, null);
    assertThat(seen.tokens())
        .extracting(Token::elementId, Token::waitsFor)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Task_s1a", "expert-team"));
    assertThat(seen.variables())
        .containsEntry("cents", 25_000_000_00L)
        .containsEntry("partner", Map.of("name", "Amiens"));
    assertThat(seen.tasks()).singleElement().matches(task -> task.claimable() && !task.mine());
  }

  @Test
  void a_claimed_and_completed_task_stays_as_done_with_who_when_and_how() {
    tell(
        "c1",
        "petra",
        Steps.start("c1", "Fall").open("c1a", "Eignung prüfen", null, null, null, "expert-team"));
    tell(
        "c1",
        "erika",
        Steps.step("c1", "Fall")
            .change("c1a", "assignee", "erika")
            .change("c1a", "dueAt", "2026-05-05T10:00:00Z"));
    assertThat(tasks.answer(new FindTask("c1a"), EXPERT).row())
        .matches(task -> task.mine() && !task.claimable())
        .matches(task -> task.dueAt().toString().equals("2026-05-05T10:00:00Z"));
    assertThat(see("c1").tokens()).extracting(Token::waitsFor).containsExactly("erika");
    var by = By.actor("erika").of("c1");
    log.collect(
        "c1",
        new DecisionTaken(
            "c1",
            "key-c1",
            "c1a",
            "Task_c1a",
            new Label("Eignung prüfen", null),
            "geeignet",
            Map.of("outcome", "geeignet"),
            Steps.MODEL,
            "form",
            1,
            null),
        by);
    log.add(
        "c1",
        Steps.step("c1", "Fall")
            .close("c1a", "completed")
            .open("c1b", "LoI anfordern", null, null, null, "office-lead")
            .event(),
        by);
    var done = tasks.answer(new FindTask("c1a"), EXPERT);
    assertThat(done.closed()).isEqualTo("completed");
    assertThat(done.closedBy()).isEqualTo("erika");
    assertThat(done.closedAt()).isEqualTo(log.now);
    assertThat(done.row().claimable()).isFalse();
    assertThat(
            log.db
                .sql("select outcome from view_task where task_id = 'c1a'")
                .query(String.class)
                .single())
        .isEqualTo("geeignet");
    assertThat(see("c1").done()).isEqualTo(Map.of("Task_c1a", 1));
    assertThat(see("c1").tasks()).extracting(CaseQuery.TaskRow::taskId).containsExactly("c1b");
  }

  @Test
  void parallel_tokens_stand_side_by_side_and_an_element_counts_how_often_it_was_done() {
    var start = Steps.start("p1", "Fall");
    for (String task : List.of("p1a", "p1b", "p1c"))
      start.open(task, "Stellungnahme", null, null, null, "expert-team");
    tell("p1", "petra", start);
    assertThat(see("p1").tokens()).hasSize(3);
    tell(
        "p1",
        "erika",
        Steps.step("p1", "Fall")
            .leave("token-p1a", "Task_x", false)
            .leave("token-p1b", "Task_x", false));
    tell(
        "p1",
        "erika",
        Steps.step("p1", "Fall")
            .leave("token-p1c", "Task_x", false)
            .enter("p1d", "Event_wait", "receiveTask"));
    assertThat(see("p1").tokens())
        .extracting(Token::elementId, Token::waitsFor)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Event_wait", null));
    assertThat(see("p1").done()).isEqualTo(Map.of("Task_x", 3));
  }

  @Test
  void a_task_cut_off_by_a_boundary_event_is_cancelled_and_not_counted_as_done() {
    tell(
        "b1",
        "petra",
        Steps.start("b1", "Fall")
            .open("b1a", "Auf Zusage warten", null, null, null, "project-manager"));
    tell(
        "b1",
        "system",
        Steps.step("b1", "Fall")
            .close("b1a", "cancelled")
            .enter("b1b", "Task_Remind", "serviceTask"));
    assertThat(tasks.answer(new FindTask("b1a"), LEAD).closed()).isEqualTo("cancelled");
    assertThat(see("b1").done()).isEmpty();
    assertThat(see("b1").tokens()).extracting(Token::elementId).containsExactly("Task_Remind");
  }

  @Test
  void an_incident_is_open_until_it_is_resolved() {
    tell(
        "i1",
        "petra",
        Steps.start("i1", "Fall mit Störung")
            .enter("i1t", "Task_Send", "serviceTask")
            .raise("incident-1", "Server\u0000 weg"));
    assertThat(see("i1").row().incidents()).isEqualTo(1);
    assertThat(cases.answer(new FindIncidents()))
        .filteredOn(i -> i.caseId().equals("i1"))
        .singleElement()
        .matches(
            i ->
                "Fall mit Störung".equals(i.caseTitle()) && "Server\uFFFD weg".equals(i.message()));
    tell("i1", "system", Steps.step("i1", "Fall mit Störung").resolve("incident-1"));
    assertThat(see("i1").incidents()).isEmpty();
  }

  @Test
  void an_ended_case_has_no_tokens_and_says_when_and_how() {
    tell(
        "e1",
        "petra",
        Steps.start("e1", "Fall")
            .open("e1a", "Eins", null, null, null, "office-lead")
            .open("e1b", "Zwei", null, null, null, "office-lead"));
    tell(
        "e1",
        "leni",
        Steps.step("e1", "Fall")
            .close("e1a", "cancelled")
            .close("e1b", "cancelled")
            .end("cancelled"));
    var row = see("e1").row();
    assertThat(row.ended()).isEqualTo("cancelled");
    assertThat(row.endedAt()).isEqualTo(log.now);
    assertThat(row.openTasks()).isZero();
    assertThat(see("e1").tokens()).isEmpty();
  }

  @Test
  void facts_local_to_a_round_show_on_its_task_only() {
    tell(
        "l1",
        "petra",
        Steps.start("l1", "Fall")
            .open("l1a", "Antworten", null, null, "Gdańsk", "expert-team")
            .open("l1b", "Antworten", null, null, "Amiens", "expert-team")
            .set("partner", "token-l1a", "Gdańsk")
            .set("partner", "token-l1b", "Kozani"));
    tell("l1", "petra", Steps.step("l1", "Fall").set("partner", "token-l1b", "Amiens"));
    assertThat(tasks.answer(new FindTask("l1a"), EXPERT).variables())
        .containsEntry("partner", "Gdańsk")
        .containsEntry("title", "Fall");
    assertThat(tasks.answer(new FindTask("l1b"), EXPERT).variables())
        .containsEntry("partner", "Amiens");
    assertThat(see("l1").variables()).doesNotContainKey("partner");
  }

  @Test
  void cases_of_an_aggregate_include_those_called_from_one() {
    tell("k1", "petra", Steps.start("k1", "Mutter"));
    tell("k2", "petra", Steps.start("k2", "Tochter").calledBy("k1"));
    assertThat(cases.answer(new FindCasesOf("key-k1")))
        .extracting(CaseRow::caseId)
        .containsExactly("k1", "k2");
    assertThat(cases.answer(new FindCasesOf("key-k2")))
        .extracting(CaseRow::caseId)
        .containsExactly("k2");
  }

  @Test
  void before_a_case_began_there_was_none() {
    long position = tell("n1", "petra", Steps.start("n1", "Fall"));
    assertThat(cases.answer(new FindCase("n1", position - 1), EXPERT)).isNull();
    assertThat(cases.answer(new FindCase("n1", position), EXPERT)).isNotNull();
    assertThat(cases.answer(new FindCase("never", null), EXPERT)).isNull();
  }

  @Test
  void cases_are_found_by_every_word_newest_movement_first() {
    tell("f1", "petra", Steps.start("f1", "Leuchtturm Westerfilde"));
    tell("f2", "petra", Steps.start("f2", "Leuchtturm 100 % Westerfilde"));
    tell("f1", "petra", Steps.step("f1", "Leuchtturm Westerfilde"));
    assertThat(cases.answer(new FindCases("westerf LEUCHT", null, 0, 10)).rows())
        .extracting(CaseRow::caseId)
        .containsExactly("f1", "f2");
    assertThat(cases.answer(new FindCases("100 %", null, 0, 10)).rows())
        .extracting(CaseRow::caseId)
        .containsExactly("f2");
    assertThat(cases.answer(new FindCases("_", null, 0, 10)).rows()).isEmpty();
    assertThat(cases.answer(new FindCases("westerfilde", false, 0, 10)).total()).isZero();
    CaseCounts counts = cases.answer(new CountCases());
    assertThat(counts.running() + counts.ended())
        .isEqualTo(cases.answer(new FindCases(null, null, 0, 1)).total());
  }
}
