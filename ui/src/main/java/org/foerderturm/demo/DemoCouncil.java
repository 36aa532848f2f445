package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.EXPERT;
import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.PROJECT;
import static org.foerderturm.demo.Papers.checked;
import static org.foerderturm.demo.Papers.consultation;
import static org.foerderturm.demo.Papers.cosigner;
import static org.foerderturm.demo.Papers.outside;
import static org.foerderturm.demo.Papers.resolved;
import static org.foerderturm.demo.Papers.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foerderturm.demo.Papers.Text;

/** Papers that nobody's application asked for; the others are told by {@link DemoFunding}. */
final class DemoCouncil {
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
    for (int i = 0; i < RESOLVED.size(); i++)
      if (!desk.knows("vorlage-" + (i + 1))) stories.add(resolvedPaper(i));
    return stories;
  }

  private record Resolved(String title, String proposal, int daysAgo, long euros, String result) {}

  /** Papers of three years; all invented. */
  private static final List<Resolved> RESOLVED =
      List.of(
          new Resolved(
              "Beitritt zum Netz offener Städte", "dem Beitritt zu", 800, 12_000, "adopted"),
          new Resolved(
              "Ladesäulen an Bezirksverwaltungen",
              "dem Aufbau von 24 Ladesäulen zu",
              720,
              310_000,
              "adopted"),
          new Resolved(
              "WLAN in allen Begegnungszentren", "der Ausstattung zu", 640, 145_000, "adopted"),
          new Resolved("Parkgebühren nach Auslastung", "dem Versuch zu", 560, 60_000, "rejected"),
          new Resolved("Sachstand Smart City", "dem Bericht zu", 470, 0, "noted"),
          new Resolved(
              "Sensoren für Pegel und Unterführungen",
              "der Beschaffung zu",
              390,
              88_000,
              "adopted"),
          new Resolved("Grundsätze für Daten der Stadt", "den Grundsätzen zu", 330, 0, "adopted"),
          new Resolved(
              "Technologieschau auf Dauer",
              "dem Mietvertrag über fünf Jahre zu",
              260,
              420_000,
              "rejected"),
          new Resolved(
              "Beirat für Beteiligung",
              "der Einrichtung eines Beirats zu",
              120,
              18_000,
              "adopted"));

  private Story resolvedPaper(int number) {
    var paper = RESOLVED.get(number);
    var story = begun("vorlage-" + (number + 1), paper.daysAgo(), paper.title() + " (erfunden)");
    write(
        story,
        new Text(
            story.title(),
            "Der Rat stimmt " + paper.proposal() + ".",
            "Die Verwaltung hat den Bedarf geprüft; Varianten sind dargestellt.",
            paper.euros(),
            paper.euros() == 0 ? null : "Ergebnishaushalt, Budget Digitalisierung (erfunden)"),
        List.of(
            outside(
                "Rat (erfundene Sitzung)",
                story.day().plusDays(28),
                paper.result().equals("noted") ? "note" : "resolution")),
        List.of());
    checked(story, paper.daysAgo() - 6);
    return resolved(
        story,
        paper.daysAgo() - 30,
        paper.result(),
        "Niederschrift (erfunden), TOP " + (number + 4));
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
                "council", Calendar.day(calendar.daysAgo(daysAgo - 6, 9, 0)), "resolution")),
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
}
