package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.MEMBER_2;
import static org.foerderturm.demo.DemoPerson.PROJECT;
import static org.foerderturm.demo.Forming.constituted;
import static org.foerderturm.demo.Forming.idea;
import static org.foerderturm.demo.Forming.motion;
import static org.foerderturm.demo.Forming.onePager;
import static org.foerderturm.demo.Forming.opinions;
import static org.foerderturm.demo.Forming.outcome;
import static org.foerderturm.demo.Forming.partner;
import static org.foerderturm.demo.Forming.upToOpinions;

import java.util.List;
import java.util.Map;

/** Consortia at every stage, so that each role finds something to do. */
final class DemoConsortia {
  static final String REAL_BID = "leuchtturm-westerfilde";

  /** How many are told here. */
  static final int COUNT = 7;

  private final Desk desk;
  private final Calendar calendar;

  DemoConsortia(Desk desk, Calendar calendar) {
    this.desk = desk;
    this.calendar = calendar;
  }

  /** The stories that were not told yet. */
  List<Story> stories() {
    return List.of(
            REAL_BID,
            "lieferverkehr-speicherstrasse",
            "pflege-sensorik",
            "laternenladen",
            "offene-verkehrsdaten",
            "lagebild-notruf",
            "drohnen-hafen")
        .stream()
        .filter(key -> !desk.knows(key))
        .map(this::story)
        .toList();
  }

  private Story story(String key) {
    var story = new Story(key, desk, calendar);
    return switch (key) {
      case REAL_BID -> DemoRealBid.told(story);
      case "lieferverkehr-speicherstrasse" -> delivery(story);
      case "pflege-sensorik" -> care(story);
      case "laternenladen" -> lanterns(story);
      case "offene-verkehrsdaten" -> trafficData(story);
      case "lagebild-notruf" -> emergency(story);
      default -> drones(story);
    };
  }

  /** Invented; both opinions are awaited. */
  private Story delivery(Story story) {
    story
        .daysAgo(36, 10)
        .start(
            "consortium-formation",
            PROJECT,
            idea(
                "Lieferverkehr Speicherstraße (erfunden)",
                "mobility-logistics",
                "federal-joint-project",
                "Erfundener Aufruf: Stadtlogistik ohne Emissionen",
                null,
                3_000_000,
                "Stadt Dortmund",
                "Ein Mikrodepot am Hafen bündelt Pakete; die letzten Meter fahren Lastenräder."
                    + " Erfundenes Beispiel."));
    return upToOpinions(
        story,
        32,
        "Erfundene Spedition GmbH",
        "sme",
        "Erfundenes Institut für Logistik",
        "research",
        2_800_000);
  }

  /** Invented; the office lead decides how it goes on. */
  private Story care(Story story) {
    story
        .daysAgo(40, 13)
        .start(
            "consortium-formation",
            PROJECT,
            idea(
                "Pflege zu Hause mit Sensorik (erfunden)",
                "people-demography",
                "erdf",
                null,
                null,
                1_200_000,
                "Stadt Dortmund",
                "Sensoren melden Stürze und ungewohnte Stille, ohne Bilder zu machen. Erfundenes"
                    + " Beispiel."));
    upToOpinions(
        story,
        37,
        "Erfundener Pflegeverbund e. V.",
        "ngo",
        "Erfundene Hochschule",
        "university",
        1_100_000);
    return opinions(story, 8, "recommended", "with-conditions");
  }

  /** Invented; the body is voting. */
  private Story lanterns(Story story) {
    story
        .daysAgo(52, 9)
        .start(
            "consortium-formation",
            PROJECT,
            idea(
                "Ladepunkte an Laternen (erfunden)",
                "energy",
                "federal-joint-project",
                "Erfundener Aufruf: Laden im Quartier",
                null,
                2_000_000,
                "Stadt Dortmund",
                "Straßenlaternen bekommen Ladepunkte, wo niemand eine Garage hat. Erfundenes"
                    + " Beispiel."));
    upToOpinions(
        story,
        49,
        "Erfundene Stadtwerke GmbH",
        "municipal-company",
        "Erfundenes Ladelabor",
        "research",
        1_900_000);
    opinions(story, 20, "recommended", "recommended");
    return motion(story, 6).daysAgo(2, 16).votes(MEMBER_2, "YES");
  }

  /** Invented; answers of partners are awaited, one was replaced. */
  private Story trafficData(Story story) {
    return story
        .daysAgo(15, 11)
        .start(
            "consortium-formation",
            PROJECT,
            idea(
                "Offene Verkehrsdaten Rhein-Ruhr (erfunden)",
                "it-citizen-services",
                "horizon",
                null,
                null,
                6_000_000,
                "Stadt Dortmund",
                "Nachbarstädte veröffentlichen Verkehrsdaten in einem Format, damit Dienste überall"
                    + " laufen. Erfundenes Beispiel."))
        .task(PROJECT, "Task_WriteOnePager", onePager())
        .daysAgo(12, 10)
        .task(
            PROJECT,
            "Task_NamePartners",
            Map.of(
                "partners",
                List.of(
                    partner("Erfundene Datenwerke AB", "SE", "company", "beneficiary"),
                    partner("Erfundene Universität", "NL", "university", "beneficiary"),
                    partner(
                        "Erfundener Verkehrsverbund",
                        "DE",
                        "municipal-company",
                        "associated-partner"))))
        .daysAgo(9, 14)
        .task(PROJECT, "Task_RecordAnswer", "Erfundener Verkehrsverbund", outcome("accept"))
        .daysAgo(7, 9)
        .task(
            PROJECT,
            "Task_RecordAnswer",
            "Erfundene Datenwerke AB",
            Map.of("outcome", "replace", "reason", "In diesem Jahr ist kein Personal frei."))
        .daysAgo(5, 11)
        .task(
            PROJECT,
            "Task_NameReplacement",
            "Erfundene Datenwerke AB",
            Map.of(
                "outcome", "invite",
                "partnerName", "Erfundenes Datenhaus Oy",
                "partnerCountry", "FI",
                "partnerKind", "sme",
                "partnerRole", "beneficiary"))
        .daysAgo(2, 10)
        .task(PROJECT, "Task_RecordAnswer", "Erfundene Universität", outcome("remind"));
  }

  /** Invented; constituted. */
  private Story emergency(Story story) {
    story
        .daysAgo(83, 9)
        .start(
            "consortium-formation",
            PROJECT,
            idea(
                "Gemeinsames Lagebild für den Notruf (erfunden)",
                "security",
                "erdf",
                null,
                null,
                900_000,
                "Stadt Dortmund",
                "Leitstellen teilen ein Lagebild, bevor das erste Fahrzeug losfährt. Erfundenes"
                    + " Beispiel."));
    upToOpinions(
        story,
        79,
        "Erfundene Leitstelle Ost",
        "municipality",
        "Erfundenes Sicherheitslabor",
        "research",
        850_000);
    opinions(story, 52, "recommended", "recommended");
    return constituted(motion(story, 45), 41, "ABSTAIN");
  }

  /** Invented; dissolved, because nobody joined. */
  private Story drones(Story story) {
    return story
        .daysAgo(70, 10)
        .start(
            "consortium-formation",
            PROJECT,
            idea(
                "Drohnen im Hafen (erfunden)",
                "harbour",
                "horizon",
                null,
                null,
                4_000_000,
                "Stadt Dortmund",
                "Drohnen prüfen Kaimauern und Kräne, statt dass Menschen klettern. Erfundenes"
                    + " Beispiel."))
        .daysAgo(66, 10)
        .task(PROJECT, "Task_WriteOnePager", onePager())
        .daysAgo(60, 11)
        .task(
            PROJECT,
            "Task_NamePartners",
            Map.of(
                "partners", List.of(partner("Erfundene Hafen AG", "DE", "company", "beneficiary"))))
        .daysAgo(51, 9)
        .task(
            PROJECT,
            "Task_RecordAnswer",
            "Erfundene Hafen AG",
            Map.of("outcome", "decline", "reason", "Die Versicherung deckt den Betrieb nicht."))
        .daysAgo(47, 15)
        .task(
            LEAD,
            "Task_DecideEarly",
            Map.of(
                "outcome",
                "dissolve",
                "reason",
                "Ohne weitere Partner bleibt der Antrag chancenlos."));
  }
}
