package org.foerderturm.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foerderturm.audit.AuditQuery.FindCaseHistory;
import org.foerderturm.audit.AuditQuery.FindEventTypes;
import org.foerderturm.audit.AuditQuery.SearchEvents;
import org.foerderturm.view.ProjectionRates;
import org.foerderturm.view.TestLog;
import org.junit.jupiter.api.Test;

/** 100,000 events: how fast they become findable, and how fast they are found. */
class HistoryRateIT {
  private static final int CASES = Integer.getInteger("rate.cases", 9_100);

  @Test
  void a_hundred_thousand_events_are_searched_in_a_moment() {
    var log = new TestLog(new HistoryProjection());
    var cost = ProjectionRates.play(log, CASES, true);
    System.out.println("history: " + cost.perEvent(CASES * 11));
    log.db.sql("analyze").update();
    var audit = new AuditAnswers(log.db);
    Instant from = Instant.parse("2026-03-20T00:00:00Z");
    Map<String, Runnable> questions = new TreeMap<>();
    questions.put(
        "everything", () -> audit.answer(new SearchEvents(null, null, null, null, null, 0, 50)));
    questions.put(
        "last page",
        () -> audit.answer(new SearchEvents(null, null, null, null, null, CASES * 11 - 50, 50)));
    questions.put(
        "a rare word",
        () -> audit.answer(new SearchEvents("Leuchtturm 77", null, null, null, null, 0, 50)));
    questions.put(
        "a common word",
        () -> audit.answer(new SearchEvents("vollständige", null, null, null, null, 0, 50)));
    questions.put(
        "a word of all",
        () -> audit.answer(new SearchEvents("leuchtturm", null, null, null, null, 0, 50)));
    questions.put(
        "a type",
        () -> audit.answer(new SearchEvents(null, "DecisionTaken", null, null, null, 0, 50)));
    questions.put(
        "a person", () -> audit.answer(new SearchEvents(null, null, "person7", null, null, 0, 50)));
    questions.put(
        "a person's word in time",
        () ->
            audit.answer(
                new SearchEvents(
                    "gutachten",
                    "DecisionTaken",
                    "person7",
                    from,
                    from.plusSeconds(999_999),
                    0,
                    50)));
    questions.put(
        "a case",
        () -> audit.answer(new FindCaseHistory(new java.util.UUID(1, 5).toString(), null, 100)));
    questions.put("types", () -> audit.answer(new FindEventTypes()));
    for (var question : questions.entrySet()) {
      long best = Long.MAX_VALUE;
      for (int i = 0; i < 12; i++) {
        long start = System.nanoTime();
        question.getValue().run();
        best = Math.min(best, System.nanoTime() - start);
      }
      System.out.printf("history: %-24s %6.1f ms%n", question.getKey(), best / 1e6);
      assertThat(best / 1_000_000).as(question.getKey()).isLessThan(150);
    }
    assertThat(audit.answer(new FindEventTypes()))
        .isEqualTo(List.of("CaseAdvanced", "DecisionTaken"));
  }
}
