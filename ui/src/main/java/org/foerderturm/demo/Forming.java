package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.EXPERT;
import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.MEMBER;
import static org.foerderturm.demo.DemoPerson.MEMBER_2;
import static org.foerderturm.demo.DemoPerson.MEMBER_3;
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
    return upToOpinions(
        story,
        daysAgo,
        grant + 400_000,
        grant,
        List.of(
            partner(first, "DE", firstKind, "beneficiary"),
            partner(second, "DE", secondKind, "beneficiary")));
  }

  /** From the one-pager to the agreement in principle, in nineteen days. */
  static Story upToOpinions(
      Story story, int daysAgo, long costs, long grant, List<Map<String, Object>> partners) {
    var agreement = new HashMap<>(agreement(costs, grant));
    agreement.put("agreementPlanned", true);
    agreement.put("seatInNrw", true);
    // a form refuses what it does not show
    if (story.programme().equals("erdf")) agreement.remove("agreementPlanned");
    else agreement.remove("seatInNrw");
    story
        .daysAgo(daysAgo, 9)
        .task(PROJECT, "Task_WriteOnePager", onePager())
        .daysAgo(daysAgo - 2, 11)
        .task(PROJECT, "Task_NamePartners", Map.of("partners", partners));
    for (int i = 0; i < partners.size(); i++)
      story
          .daysAgo(daysAgo - 7 - 2 * i, 10 + 4 * i)
          .task(PROJECT, "Task_RecordAnswer", name(partners.get(i)), outcome("accept"));
    story
        .daysAgo(daysAgo - 13, 10)
        .task(PROJECT, "Task_ObtainSharing", Map.of("confidential", true));
    for (int i = 0; i < partners.size(); i++)
      story.daysAgo(daysAgo - 14 - i, 9 + 7 * i).letter(PROJECT, name(partners.get(i)));
    return story.daysAgo(daysAgo - 19, 13).task(PROJECT, "Task_AgreeInPrinciple", agreement);
  }

  private static String name(Map<String, Object> partner) {
    return String.valueOf(partner.get("name"));
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
        .daysAgo(daysAgo, 15)
        .task(PROJECT, "Task_ObtainMandates", Map.of("mandated", true))
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

  /** The members agree, then it is constituted with all its documents. */
  static Story constituted(Story story, int daysAgo, String lastVote) {
    return story
        .daysAgo(daysAgo, 10)
        .votes(MEMBER, "YES")
        .votes(MEMBER_2, "YES")
        .votes(MEMBER_3, lastVote)
        .daysAgo(daysAgo - 6, 14)
        .task(
            PROJECT,
            "Task_PrepareConstitution",
            Map.of(
                "outcome",
                "constitute",
                "mandatesComplete",
                true,
                "documents",
                List.of("declaration-of-honour", "consortium-agreement", "co-financing")));
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
