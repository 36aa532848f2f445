package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.EXPERT;
import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Papers that nobody's application asked for; the others are told by {@link DemoFunding}. */
final class DemoCouncil {
  private static final long EURO = 100;
  private final Desk desk;
  private final Calendar calendar;

  DemoCouncil(Desk desk, Calendar calendar) {
    this.desk = desk;
    this.calendar = calendar;
  }

  /** The stories that were not told yet. */
  List<Story> stories() {
    var stories = new ArrayList<Story>();
    if (!desk.knows("vorlage-stadtklima")) stories.add(climate());
    if (!desk.knows("vorlage-datenplattform")) {
      stories.add(platform());
      stories.add(supplement());
    }
    return stories;
  }

  /** Invented; one department has signed, two have not. */
  private Story climate() {
    var story = begun("vorlage-stadtklima", 12, "Messnetz Stadtklima ausbauen (erfunden)");
    return write(
            story,
            new Text(
                story.title(),
                "Der Rat beschließt, das Messnetz um 40 Standorte zu erweitern.",
                "Die Stadt misst heute an sieben Stellen; für Hitzewarnungen je Quartier reicht das"
                    + " nicht.",
                180_000,
                "Investitionshaushalt, Maßnahme Stadtklima (erfunden)"),
            List.of(
                consultation("steering", calendar.ahead(20), "recommendation"),
                outside("Rat (erfundene Sitzung)", calendar.ahead(41), "resolution")),
            List.of(
                cosigner("Kämmerei", "office-lead"),
                cosigner("Umweltamt", "expert-team"),
                cosigner("Vermessungsamt", "project-manager")))
        .daysAgo(6, 14)
        .task(
            EXPERT,
            "Task_Cosign",
            "Umweltamt",
            Map.of("outcome", "sign", "statement", "Die Standorte sind abgestimmt."));
  }

  /** Invented; resolved by a council that meets elsewhere. */
  private Story platform() {
    var story = begun("vorlage-datenplattform", 210, "Offene Datenplattform (erfunden)");
    write(
        story,
        new Text(
            story.title(),
            "Der Rat stimmt dem Aufbau der Datenplattform zu.",
            "Daten der Stadt sollen an einer Stelle zu finden sein.",
            90_000,
            "Ergebnishaushalt, Budget Digitalisierung (erfunden)"),
        List.of(outside("Rat (erfundene Sitzung)", story.day().plusDays(28), "resolution")),
        List.of());
    checked(story, 205);
    return resolved(story, 180, "adopted", "Niederschrift (erfunden), TOP 7");
  }

  /** Invented; registered, the council meets later. */
  private Story supplement() {
    var story =
        new Story("vorlage-datenplattform-e1", desk, calendar)
            .daysAgo(40, 10)
            .supplement("vorlage-datenplattform", PROJECT, "Datenplattform: Ausbau (erfunden)");
    write(
        story,
        new Text(
            story.title(),
            "Der Rat stimmt der Erweiterung um Verkehrsdaten zu.",
            "Die Plattform läuft; die Verkehrsdaten fehlen noch.",
            30_000,
            "Ergebnishaushalt, Budget Digitalisierung (erfunden)"),
        List.of(outside("Rat (erfundene Sitzung)", calendar.ahead(10), "resolution")),
        List.of());
    return checked(story, 33);
  }

  /** Tells the paper that an application asked for, through a committee, to the council's vote. */
  static Story answer(Story story, Calendar calendar, int daysAgo) {
    write(
        story.daysAgo(daysAgo, 9),
        new Text(
            "Eigenanteil der Stadt: Ampelvorrang für Busse (erfunden)",
            "Der Rat stellt den Eigenanteil der Stadt für „Ampelvorrang für Busse“ bereit.",
            "Ohne Eigenanteil wird das Vorhaben nicht gefördert; die Busse brauchen die Zeit.",
            60_000,
            "Investitionshaushalt, Maßnahme Nahverkehr (erfunden)"),
        List.of(
            outside(
                "Ausschuss für Mobilität (erfunden)",
                Calendar.day(calendar.daysAgo(daysAgo - 3, 9, 0)),
                "recommendation"),
            consultation(
                "council", Calendar.day(calendar.daysAgo(daysAgo - 4, 9, 0)), "resolution")),
        List.of(cosigner("Kämmerei", "office-lead")));
    story.task(LEAD, "Task_Cosign", "Kämmerei", Map.of("outcome", "sign"));
    checked(story, daysAgo - 1);
    return resolved(story, daysAgo - 3, "adopted", "Niederschrift (erfunden), TOP 3");
  }

  private Story begun(String key, int daysAgo, String title) {
    return new Story(key, desk, calendar)
        .daysAgo(daysAgo, 10)
        .start("council-paper", PROJECT, Map.of("title", title));
  }

  /** Words and money of a paper. */
  private record Text(String title, String proposal, String reasons, long euros, String cover) {}

  private static Story write(Story story, Text text, List<?> consultations, List<?> cosigners) {
    var values = new HashMap<String, Object>();
    values.put("outcome", "submit");
    values.put("title", text.title());
    values.put("datedOn", story.day().toString());
    values.put("originator", "Geschäftsstelle der Allianz (Demo)");
    values.put("proposal", text.proposal());
    values.put("variants", List.of(Map.of("text", "Es bleibt, wie es ist.")));
    values.put("reasons", text.reasons());
    values.put("totalCents", text.euros() * EURO);
    values.put(
        "years",
        List.of(
            Map.of("year", story.day().getYear(), "amountCents", text.euros() * EURO / 3),
            Map.of("year", story.day().getYear() + 1, "amountCents", text.euros() * EURO * 2 / 3)));
    values.put("cover", text.cover());
    values.put("consultations", consultations);
    values.put("cosigners", cosigners);
    return story.task(PROJECT, "Task_Write", values);
  }

  private static Story checked(Story story, int daysAgo) {
    return story
        .daysAgo(daysAgo, 11)
        .task(LEAD, "Task_FinanceCheck", Map.of("outcome", "pass", "statement", "Deckung steht."))
        .task(LEAD, "Task_LegalCheck", Map.of("outcome", "pass"));
  }

  private static Story resolved(Story story, int daysAgo, String result, String reference) {
    story.daysAgo(daysAgo, 17);
    return story.task(
        LEAD,
        "Task_RecordResult",
        Map.of("outcome", result, "heldOn", story.day().toString(), "reference", reference));
  }

  private static Map<String, Object> consultation(String bodyId, LocalDate on, String purpose) {
    return row(bodyId, null, on, purpose);
  }

  private static Map<String, Object> outside(String body, LocalDate on, String purpose) {
    return row("outside", body, on, purpose);
  }

  private static Map<String, Object> row(
      String bodyId, @Nullable String body, LocalDate on, String purpose) {
    var row = new HashMap<String, Object>();
    row.put("bodyId", bodyId);
    if (body != null) row.put("body", body);
    row.put("open", true);
    row.put("plannedOn", on.toString());
    row.put("purpose", purpose);
    return row;
  }

  private static Map<String, Object> cosigner(String department, String group) {
    return Map.of("department", department, "group", group);
  }
}
