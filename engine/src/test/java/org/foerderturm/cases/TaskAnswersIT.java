package org.foerderturm.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.foerderturm.cases.CaseQuery.Box;
import org.foerderturm.cases.CaseQuery.CountTasks;
import org.foerderturm.cases.CaseQuery.FindOpenTasksOf;
import org.foerderturm.cases.CaseQuery.FindTask;
import org.foerderturm.cases.CaseQuery.FindTasks;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Role;
import org.foerderturm.view.TestLog;
import org.foerderturm.view.TestLog.By;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The inbox with 10,000 open tasks of 2,000 cases, and four tasks that matter. */
class TaskAnswersIT {
  private static final int CASES = 2_000;
  private static final Instant LONG_AGO = Instant.parse("2025-01-01T10:00:00Z");
  private static final Actor EXPERT = Actor.of("erika", Role.EXPERT_TEAM);
  private static final Actor MODELER = Actor.of("moritz", Role.MODELER);
  private static final Actor LEAD = Actor.of("leni", Role.OFFICE_LEAD);
  private static final Actor AUDITOR = Actor.of("aurel", Role.AUDITOR);
  private static TestLog log;
  private static TaskAnswers tasks;

  @BeforeAll
  static void fill() {
    log = new TestLog(new CaseProjection());
    tasks = new TaskAnswers(log.db);
    var random = new Random(1);
    for (int i = 0; i < CASES; i++) {
      String id = "case" + i;
      var step = Steps.start(id, "Vorgang " + i);
      for (int t = 0; t < 5; t++)
        step.open(
            id + "-" + t,
            "Antrag prüfen",
            null,
            t == 0 ? null : LONG_AGO.plusSeconds(86_400L * (random.nextInt(20) + 40_000)),
            null,
            "project-manager");
      log.collect(id, step.event(), By.actor("petra").of(id));
    }
    log.collect(
        "x",
        Steps.start("x", "Leuchtturm Westerfilde")
            .open("mine", "Eignung prüfen", "erika", LONG_AGO, "Gdańsk")
            .open(
                "group",
                "Gutachten schreiben",
                null,
                null,
                "Amiens",
                "expert-team",
                "scientific-advisor")
            .open("taken", "Gutachten lesen", "egon", LONG_AGO, null, "expert-team")
            .open("late", "Frist prüfen", null, LONG_AGO.plusSeconds(1), null, "expert-team")
            .open("done", "Brief schreiben", "erika", LONG_AGO, null, "expert-team")
            .event(),
        By.actor("petra").of("x"));
    log.collect(
        "x",
        Steps.step("x", "Leuchtturm Westerfilde").close("done", "completed").event(),
        By.actor("erika").of("x"));
    log.flush();
    log.db.sql("analyze").update();
  }

  private static List<String> find(Box box, String search, Actor asker) {
    var page = tasks.answer(new FindTasks(box, search, 0, 50), asker);
    return page.rows().stream().map(TaskRow::taskId).toList();
  }

  @Test
  void each_box_holds_what_the_asker_may_work_on_by_due_date() {
    assertThat(find(Box.MINE, null, EXPERT)).containsExactly("mine");
    assertThat(find(Box.GROUP, null, EXPERT)).containsExactly("late", "group");
    assertThat(find(Box.OVERDUE, null, EXPERT)).containsExactly("mine", "late");
    assertThat(find(Box.ALL, null, EXPERT)).containsExactly("mine", "late", "group");
    assertThat(find(Box.ALL, null, MODELER)).isEmpty();
    assertThat(tasks.answer(new CountTasks(), EXPERT))
        .isEqualTo(
            Map.of(
                Box.MINE,
                1L,
                Box.GROUP,
                2L,
                Box.OVERDUE,
                2L,
                Box.ALL,
                3L,
                Box.OTHERS,
                0L,
                Box.DONE,
                1L));
  }

  @Test
  void what_waits_for_others_stands_apart_and_only_for_those_who_look_after_it() {
    assertThat(tasks.answer(new CountTasks(), LEAD))
        .containsEntry(Box.OTHERS, 5L * CASES + 4)
        .containsEntry(Box.ALL, 0L)
        .containsEntry(Box.MINE, 0L);
    var both = Actor.of("leni", Role.OFFICE_LEAD, Role.EXPERT_TEAM);
    assertThat(find(Box.ALL, null, both)).containsExactly("late", "group");
    assertThat(find(Box.OTHERS, "westerfilde", both)).containsExactly("mine", "taken");
    assertThat(find(Box.OTHERS, null, EXPERT)).isEmpty();
  }

  @Test
  void what_somebody_completed_is_found_again() {
    assertThat(find(Box.DONE, null, EXPERT)).containsExactly("done");
    var row = tasks.answer(new FindTasks(Box.DONE, "westerfilde", 0, 5), EXPERT).rows().getFirst();
    assertThat(row.closedAt()).isNotNull();
    assertThat(find(Box.DONE, null, LEAD)).isEmpty();
  }

  @Test
  void a_task_is_open_to_its_candidates_the_lead_and_the_auditor_and_to_nobody_else() {
    assertThat(tasks.answer(new FindTask("taken"), EXPERT)).isNotNull();
    assertThat(tasks.answer(new FindTask("mine"), EXPERT)).isNotNull();
    assertThat(tasks.answer(new FindTask("group"), MODELER)).isNull();
    assertThat(tasks.answer(new FindTask("nowhere"), LEAD)).isNull();
    for (Actor reader : List.of(LEAD, AUDITOR))
      assertThat(tasks.answer(new FindTask("group"), reader).row())
          .matches(task -> !task.claimable() && !task.mine());
    assertThat(tasks.answer(new FindTask("taken"), EXPERT).row().claimable()).isFalse();
  }

  @Test
  void the_open_tasks_about_one_thing_begin_with_the_most_urgent() {
    var key = tasks.answer(new FindTask("group"), EXPERT).row().caseKey();
    assertThat(tasks.answer(new FindOpenTasksOf(key), EXPERT))
        .extracting(TaskRow::taskId)
        .containsExactly("mine", "taken", "late", "group");
    assertThat(tasks.answer(new FindOpenTasksOf("nothing"), EXPERT)).isEmpty();
  }

  @Test
  void search_finds_words_of_task_subject_and_case() {
    assertThat(find(Box.ALL, "gutachten", EXPERT)).containsExactly("group");
    assertThat(find(Box.ALL, "AMIENS westerfilde", EXPERT)).containsExactly("group");
    assertThat(find(Box.ALL, "amiens gdańsk", EXPERT)).isEmpty();
    assertThat(find(Box.ALL, "  ", EXPERT)).hasSize(3);
    assertThat(find(Box.OTHERS, "vorgang 1999", LEAD)).hasSize(5);
  }

  @Test
  void paging_shows_each_of_ten_thousand_tasks_once_in_one_order() {
    var asker = Actor.of("petra", Role.PROJECT_MANAGER);
    var seen = new HashSet<String>();
    Instant due = Instant.EPOCH;
    for (int offset = 0; offset < 5 * CASES; offset += 500) {
      var page = tasks.answer(new FindTasks(Box.GROUP, null, offset, 500), asker);
      assertThat(page.total()).isEqualTo(5 * CASES);
      for (TaskRow row : page.rows()) {
        assertThat(seen.add(row.taskId())).isTrue();
        Instant next = row.dueAt() == null ? Instant.MAX : row.dueAt();
        assertThat(next).isAfterOrEqualTo(due);
        due = next;
      }
    }
    assertThat(seen).hasSize(5 * CASES);
  }
}
