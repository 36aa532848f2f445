package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.EXPERT;
import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.PROJECT;
import static org.foerderturm.demo.DemoPerson.SCIENCE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all consortia have in common while they form. Sums are in euros. */
final class Forming {
  private static final long EURO = 100;

  private Forming() {}

  static Story upToOpinions(
      Story story,
      int daysAgo,
      String first,
      String firstKind,
      String second,
      String secondKind,
      long grant) {
    var agreement = new HashMap<>(agreement(grant + 400_000, grant));
    agreement.put("agreementPlanned", true);
    agreement.put("seatInNrw", true);
    // a form refuses what it does not show
    if (story.programme().equals("erdf")) agreement.remove("agreementPlanned");
    else agreement.remove("seatInNrw");
    return story
        .daysAgo(daysAgo, 9)
        .task(PROJECT, "Task_WriteOnePager", onePager())
        .daysAgo(daysAgo - 2, 11)
        .task(
            PROJECT,
            "Task_NamePartners",
            Map.of(
                "partners",
                List.of(
                    partner(first, "DE", firstKind, "beneficiary"),
                    partner(second, "DE", secondKind, "beneficiary"))))
        .daysAgo(daysAgo - 7, 10)
        .task(PROJECT, "Task_RecordAnswer", first, outcome("accept"))
        .daysAgo(daysAgo - 9, 14)
        .task(PROJECT, "Task_RecordAnswer", second, outcome("accept"))
        .daysAgo(daysAgo - 14, 9)
        .letter(PROJECT, first)
        .daysAgo(daysAgo - 15, 16)
        .letter(PROJECT, second)
        .daysAgo(daysAgo - 19, 13)
        .task(PROJECT, "Task_AgreeInPrinciple", agreement);
  }

  static Story opinions(Story story, int daysAgo, String expert, String science) {
    return story
        .daysAgo(daysAgo, 11)
        .task(
            EXPERT,
            "Task_GiveExpertOpinion",
            Map.of(
                "outcome",
                expert,
                "expertStatement",
                "Das Vorhaben passt zum Themenfeld; Technik und Partner sind vorhanden."))
        .daysAgo(daysAgo - 3, 15)
        .task(
            SCIENCE,
            "Task_GiveScientificOpinion",
            Map.of(
                "outcome",
                science,
                "scientificStatement",
                "Der Nutzen ist messbar, wenn von Beginn an vergleichend erhoben wird."));
  }

  static Story motion(Story story, int daysAgo) {
    return story
        .daysAgo(daysAgo, 9)
        .task(
            LEAD,
            "Task_DecideToGoOn",
            Map.of("outcome", "advance", "reason", "Beide Gutachten tragen das Vorhaben."))
        .daysAgo(daysAgo - 1, 10)
        .task(
            LEAD,
            "Task_DraftMotion",
            Map.of(
                "bodyId", "steering",
                "motionTitle", "Bildung des Konsortiums „" + story.title() + "“",
                "proposal",
                    "Das Gremium stimmt der Bildung des Konsortiums zu und gibt die Antragstellung"
                        + " frei."));
  }

  static Map<String, Object> idea(
      String title,
      String topic,
      String programme,
      @Nullable String call,
      @Nullable String deadline,
      long maximum,
      String coordinator,
      String idea) {
    var values = new HashMap<String, Object>();
    values.put("title", title);
    values.put("topic", topic);
    values.put("programme", programme);
    if (call != null) values.put("call", call);
    if (deadline != null) values.put("deadline", deadline);
    values.put("maximumFundingCents", maximum * EURO);
    values.put("coordinator", coordinator);
    values.put("coordinatorCountry", "DE");
    values.put("coordinatorKind", "municipality");
    values.put("idea", idea);
    return values;
  }

  static Map<String, Object> onePager() {
    return Map.of(
        "aim", "Nach drei Jahren läuft der Dienst ohne Förderung weiter.",
        "approach", "Bedarf klären, in einem Quartier erproben, auswerten, übertragen.",
        "benefit", "Spürbar für die Menschen vor Ort, übertragbar auf andere Städte.");
  }

  static Map<String, Object> partner(String name, String country, String kind, String role) {
    return Map.of("name", name, "country", country, "kind", kind, "role", role);
  }

  static Map<String, Object> agreement(long costs, long grant) {
    return Map.of(
        "totalCostsCents", costs * EURO, "grantRequestedCents", grant * EURO, "durationMonths", 36);
  }

  static Map<String, Object> outcome(String outcome) {
    return Map.of("outcome", outcome);
  }
}
