package org.foerderturm.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.foerderturm.TestOffice;
import org.foerderturm.access.AccessEvent.UserLocked;
import org.foerderturm.audit.AuditQuery.FindCaseHistory;
import org.foerderturm.audit.AuditQuery.FindEventTypes;
import org.foerderturm.audit.AuditQuery.FindStreamHistory;
import org.foerderturm.audit.AuditQuery.HistoryRow;
import org.foerderturm.audit.AuditQuery.SearchEvents;
import org.foerderturm.audit.AuditQuery.Term;
import org.foerderturm.process.ProcessEvent.CaseAdvanced;
import org.foerderturm.process.ProcessEvent.CommentAdded;
import org.foerderturm.process.ProcessEvent.DecisionTaken;
import org.foerderturm.process.ProcessEvent.Label;
import org.foerderturm.process.ProcessEvent.Model;
import org.foerderturm.process.ProcessEvent.Trigger;
import org.foerderturm.process.ProcessEvent.VariableChanged;
import org.foerderturm.view.TestLog;
import org.foerderturm.view.TestLog.By;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AuditAnswersIT {
  private static final Model MODEL =
      new Model("formation", 1, "formation:1:x", "Konsortialbildung");
  private static final UUID ONE_COMMAND = UUID.randomUUID();
  private static TestLog log;
  private static AuditAnswers audit;
  private static Instant middle;

  @BeforeAll
  static void record() {
    log = new TestLog(new HistoryProjection());
    audit = new AuditAnswers(log.db);
    log.db
        .sql("insert into view_user values ('erika', 'Erika Beispiel', '{}', false, null, now())")
        .update();
    var petra = By.actor("petra").of("case-1");
    log.add("case-1", step("case-1", "Leuchtturm Westerfilde", true), petra);
    log.add("case-2", step("case-2", "Hafenquartier", true), By.actor("petra").of("case-2"));
    middle = log.now;
    var decision = new By("erika", "leni", "case-1", ONE_COMMAND);
    log.add("case-1", decision("case-1", "Eignung prüfen", "geeignet"), decision);
    log.add("case-1", step("case-1", "Leuchtturm Westerfilde", false), decision);
    log.add(
        "motion-7",
        new UserLocked("motion-7", "Beschlüsse gefasst"),
        new By("erika", null, null, ONE_COMMAND));
    log.add("someone", new UserLocked("someone", "ausgeschieden"), By.actor("admin"));
    log.add("case-1", step("case-1", "Leuchtturm Dortmund", false), petra);
    log.add(
        "case-1",
        new CommentAdded("case-1", "c", null, "Bitte die Anlage nachreichen\u0000"),
        petra);
  }

  private static CaseAdvanced step(String caseId, String title, boolean started) {
    return new CaseAdvanced(
        caseId,
        "key",
        title,
        MODEL,
        new Trigger("start", null),
        started,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(new VariableChanged("title", "case", null, title)),
        List.of(),
        List.of(),
        List.of());
  }

  private static DecisionTaken decision(String caseId, String task, String outcome) {
    return new DecisionTaken(
        caseId,
        "key",
        "t",
        "Task_x",
        new Label(task, "Check eligibility"),
        outcome,
        Map.of("outcome", outcome),
        MODEL,
        "f",
        1,
        null);
  }

  private static List<Long> search(
      @Nullable String text, @Nullable String type, @Nullable String actor) {
    return search(text, List.of(), type, actor);
  }

  private static List<Long> search(
      @Nullable String text, List<String> saying, @Nullable String type, @Nullable String actor) {
    var terms = text == null ? List.<Term>of() : List.of(new Term(text, List.of(), saying, false));
    var page =
        audit.answer(
            new SearchEvents(terms, type, actor, null, null, null, null, 50), TestOffice.LEAD);
    assertThat(page.total()).isEqualTo(page.rows().size());
    return page.rows().stream().map(HistoryRow::position).toList();
  }

  @Test
  void a_case_shows_its_events_and_what_the_same_command_did_elsewhere_newest_first() {
    var rows = audit.answer(new FindCaseHistory("case-1", null, 50), TestOffice.LEAD);
    assertThat(rows).extracting(HistoryRow::position).containsExactly(7L, 6L, 4L, 3L, 2L, 0L);
    assertThat(audit.answer(new FindCaseHistory("case-1", 4L, 2), TestOffice.LEAD))
        .extracting(HistoryRow::position)
        .containsExactly(3L, 2L);
    var decision = rows.get(4);
    assertThat(decision.actorName()).isEqualTo("Erika Beispiel");
    assertThat(decision.onBehalfOf()).isEqualTo("leni");
    assertThat(decision.caseTitle()).isEqualTo("Leuchtturm Dortmund");
    assertThat(decision.payload().path("outcome").asText()).isEqualTo("geeignet");
    assertThat(decision.leaf()).hasSize(64);
    assertThat(rows.getLast().actorName()).isEqualTo("petra");
  }

  @Test
  void a_stream_is_told_from_its_beginning() {
    assertThat(audit.answer(new FindStreamHistory("case-1", 2), TestOffice.MANAGER))
        .extracting(HistoryRow::position)
        .containsExactly(0L, 2L);
  }

  @Test
  void who_is_not_of_the_office_is_told_of_open_streams_only() {
    var query = new FindStreamHistory("someone", 9);
    assertThat(audit.answer(query, TestOffice.MANAGER)).hasSize(1);
    assertThat(audit.answer(query, TestOffice.ADMIN)).isEmpty();
    log.db.sql("update event_log set stream_type = 'Body' where stream_id = 'someone'").update();
    assertThat(audit.answer(query, TestOffice.ADMIN)).hasSize(1);
  }

  @Test
  void words_are_found_by_their_stem_and_across_payload_title_and_actor() {
    assertThat(search("beschluss", null, null)).containsExactly(4L);
    assertThat(search("eignungen westerfilde", null, null)).containsExactly(2L);
    assertThat(search("eligibility", null, null)).containsExactly(2L);
    assertThat(search("dortmund anlage", null, null)).containsExactly(7L);
    assertThat(search("hafenquartier", null, null)).containsExactly(1L);
    assertThat(search("beschluesse", null, null)).containsExactly(4L);
    assertThat(search("eignung pruefen", null, null)).containsExactly(2L);
    assertThat(search("\"' & | ! :* \u0000 xyz", null, null)).isEmpty();
    assertThat(search("hat", null, null)).as("narrows nothing").hasSize(8);
  }

  @Test
  void events_whose_sentences_hold_the_words_are_found_too() {
    var saying = List.of("UserLocked");
    assertThat(search("gesperrt", null, null)).isEmpty();
    assertThat(search("gesperrt", saying, null, null)).containsExactly(5L, 4L);
    assertThat(search("hafenquartier", saying, null, null)).containsExactly(5L, 4L, 1L);
    assertThat(search("gesperrt", saying, null, "erika")).containsExactly(4L);
    assertThat(search("gesperrt", saying, "CommentAdded", null)).isEmpty();
    assertThat(search(null, saying, "CommentAdded", null)).containsExactly(7L);
  }

  @Test
  void each_word_is_met_by_the_text_or_by_the_sentence() {
    var locked = new Term("gesperrt", List.of(), List.of("UserLocked"), false);
    assertThat(found(locked, Term.of("ausgeschieden"))).containsExactly(5L);
    assertThat(found(locked, new Term("Erika", List.of("erika"), List.of(), false)))
        .containsExactly(4L);
    assertThat(found(locked, new Term("ausgeschieden", List.of(), List.of(), true)))
        .containsExactly(4L);
    assertThat(found(new Term("Leni", List.of("leni"), List.of(), false)))
        .as("on whose behalf")
        .containsExactly(3L, 2L);
    assertThat(found(new Term("gestartet", List.of("enginestarted"), List.of(), false)))
        .as("what a step brought about")
        .containsExactly(1L, 0L);
  }

  private static List<Long> found(Term... terms) {
    return audit
        .answer(
            new SearchEvents(List.of(terms), null, null, null, null, null, null, 50),
            TestOffice.LEAD)
        .rows()
        .stream()
        .map(HistoryRow::position)
        .toList();
  }

  @Test
  void older_goes_on_by_position_while_new_events_come() {
    var log = new TestLog(new HistoryProjection());
    var audit = new AuditAnswers(log.db);
    for (int i = 0; i < 108; i++)
      log.add("u" + i, new UserLocked("u" + i, "Anlass"), By.actor("admin"));
    var seen = new ArrayList<Long>();
    var first = audit.answer(page(null, null), TestOffice.LEAD);
    first.rows().forEach(row -> seen.add(row.position()));
    assertThat(first.total()).isEqualTo(108);
    for (int i = 0; i < 4; i++)
      log.add("n" + i, new UserLocked("n" + i, "Anlass"), By.actor("admin"));
    for (var more : List.of(50, 8, 0)) {
      var next = audit.answer(page(seen.getLast(), seen.getFirst()), TestOffice.LEAD);
      assertThat(next.total()).as("as many as when it began").isEqualTo(108);
      assertThat(next.rows()).hasSize(more);
      next.rows().forEach(row -> seen.add(row.position()));
    }
    assertThat(seen).isEqualTo(LongStream.iterate(107, p -> p - 1).limit(108).boxed().toList());
    assertThat(audit.answer(page(null, null), TestOffice.LEAD).total()).isEqualTo(112);
  }

  private static SearchEvents page(@Nullable Long before, @Nullable Long newest) {
    return new SearchEvents(List.of(Term.of("Anlass")), null, null, null, null, before, newest, 50);
  }

  @Test
  void type_person_and_time_narrow_the_search() {
    assertThat(search(null, "UserLocked", null)).containsExactly(5L, 4L);
    assertThat(search(null, null, "leni")).containsExactly(3L, 2L);
    assertThat(search(null, "UserLocked", "erika")).containsExactly(4L);
    assertThat(
            audit
                .answer(
                    new SearchEvents(
                        List.of(),
                        null,
                        null,
                        middle.plusSeconds(1),
                        middle.plusSeconds(70),
                        null,
                        null,
                        9),
                    TestOffice.LEAD)
                .rows())
        .extracting(HistoryRow::position)
        .containsExactly(2L);
    assertThat(audit.answer(new FindEventTypes()))
        .containsExactly("CaseAdvanced", "CommentAdded", "DecisionTaken", "UserLocked");
  }
}
