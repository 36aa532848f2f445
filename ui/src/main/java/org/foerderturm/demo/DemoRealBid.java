package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.PROJECT;
import static org.foerderturm.demo.Forming.idea;
import static org.foerderturm.demo.Forming.outcome;
import static org.foerderturm.demo.Forming.partner;

import java.util.List;
import java.util.Map;
import org.foerderturm.calendar.WorkingDays;

/** The real bid of 2015, carried to the last letter of intent. */
final class DemoRealBid {
  /** From today: it was 5 May 2015, which is over, and a call that is over shows nothing. */
  private static final long DAYS_LEFT = 24;

  private DemoRealBid() {}

  static Story told(Story story) {
    var begun = story.daysAgo(43, 9);
    return begun
        .start(
            "consortium-formation",
            PROJECT,
            idea(
                "Leuchtturm Westerfilde",
                "energy",
                "horizon",
                "Horizon 2020: Leuchtturmprojekte Smart Cities and Communities",
                WorkingDays.onOrAfter(begun.day().plusDays(43 + DAYS_LEFT)).toString(),
                25_000_000,
                "Stadt Dortmund",
                "Westerfilde im Stadtbezirk Mengede wird zum Leuchtturm: Energie, Verkehr und Daten"
                    + " eines Quartiers greifen ineinander. Dortmund koordiniert, der Rat hat am"
                    + " 11.12.2014 zugestimmt, fünf Arbeitsgruppen bereiten den Antrag vor."
                    + " Nachgestellt nach der Bewerbung von 2015."))
        .daysAgo(40, 10)
        .task(
            PROJECT,
            "Task_WriteOnePager",
            Map.of(
                "aim",
                "Ein Bestandsquartier senkt Verbrauch und Emissionen so, dass andere Städte es"
                    + " nachbauen können.",
                "approach",
                "Projektraum Westerfilde; fünf Arbeitsgruppen; zwei weitere Leuchtturmstädte, zwei"
                    + " Städte, die folgen.",
                "benefit",
                "Für die Menschen im Quartier niedrigere Nebenkosten; für die Partnerstädte"
                    + " erprobte Lösungen."))
        .daysAgo(38, 11)
        .task(
            PROJECT,
            "Task_NamePartners",
            Map.of(
                "partners",
                List.of(
                    partner("Stadt Amiens", "FR", "municipality", "beneficiary"),
                    partner("Stadt Gdańsk", "PL", "municipality", "beneficiary"),
                    partner("Stadt Kozani", "GR", "municipality", "beneficiary"),
                    partner("Stadt Karlskrona", "SE", "municipality", "beneficiary"))))
        .daysAgo(33, 14)
        .task(PROJECT, "Task_RecordAnswer", "Stadt Amiens", outcome("accept"))
        .daysAgo(31, 9)
        .task(PROJECT, "Task_RecordAnswer", "Stadt Gdańsk", outcome("accept"))
        .daysAgo(28, 15)
        .task(PROJECT, "Task_RecordAnswer", "Stadt Karlskrona", outcome("remind"))
        .daysAgo(27, 10)
        .task(PROJECT, "Task_RecordAnswer", "Stadt Kozani", outcome("accept"))
        .daysAgo(25, 11)
        .task(PROJECT, "Task_RecordAnswer", "Stadt Karlskrona", outcome("accept"))
        .daysAgo(23, 16)
        .task(PROJECT, "Task_ObtainSharing", Map.of("confidential", true))
        .daysAgo(18, 9)
        .letter(PROJECT, "Stadt Amiens")
        .daysAgo(14, 13)
        .letter(PROJECT, "Stadt Gdańsk")
        .daysAgo(6, 10)
        .letter(PROJECT, "Stadt Kozani")
        .daysAgo(3, 15)
        .says(PROJECT, "Karlskrona schickt die Absichtserklärung diese Woche.");
  }
}
