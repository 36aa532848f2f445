package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.FINANCE;
import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.LEGAL;
import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all council papers have in common. Sums are in euros. */
final class Papers {
  private static final long EURO = 100;

  private Papers() {}

  /** Words and money of a paper. */
  record Text(String title, String proposal, String reasons, long euros, @Nullable String cover) {}

  static Story write(Story story, Text text, List<?> consultations, List<?> cosigners) {
    var values = new HashMap<String, Object>();
    values.put("outcome", "submit");
    values.put("title", text.title());
    values.put("datedOn", story.day().toString());
    values.put("originator", "Geschäftsstelle der Allianz (Demo)");
    values.put("proposal", text.proposal());
    values.put("variants", List.of(Map.of("text", "Es bleibt, wie es ist.")));
    values.put("reasons", text.reasons());
    long total = text.euros() * EURO;
    long now = total / 3;
    values.put("totalCents", total);
    values.put(
        "years",
        List.of(
            Map.of("year", story.day().getYear(), "amountCents", now),
            Map.of("year", story.day().getYear() + 1, "amountCents", total - now)));
    if (text.cover() != null) values.put("cover", text.cover());
    values.put("consultations", consultations);
    values.put("cosigners", cosigners);
    return story.task(PROJECT, "Task_Write", values);
  }

  static Story checked(Story story, int daysAgo) {
    return story
        .daysAgo(daysAgo, 11)
        .task(
            FINANCE, "Task_FinanceCheck", Map.of("outcome", "pass", "statement", "Deckung steht."))
        .task(LEGAL, "Task_LegalCheck", Map.of("outcome", "pass"));
  }

  static Story resolved(Story story, int daysAgo, String result, String reference) {
    story.daysAgo(daysAgo, 17);
    return story.task(
        LEAD,
        "Task_RecordResult",
        Map.of("outcome", result, "heldOn", story.day().toString(), "reference", reference));
  }

  static Map<String, Object> consultation(String bodyId, LocalDate on, String purpose) {
    return row(bodyId, null, on, purpose);
  }

  static Map<String, Object> outside(String body, LocalDate on, String purpose) {
    return row("outside", body, on, purpose);
  }

  static Map<String, Object> row(
      String bodyId, @Nullable String body, LocalDate on, String purpose) {
    var row = new HashMap<String, Object>();
    row.put("bodyId", bodyId);
    if (body != null) row.put("body", body);
    row.put("open", true);
    row.put("plannedOn", on.toString());
    row.put("purpose", purpose);
    return row;
  }

  static Map<String, Object> cosigner(String department, String group) {
    return Map.of("department", department, "group", group);
  }
}
