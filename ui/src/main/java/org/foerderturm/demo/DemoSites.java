package org.foerderturm.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where things are put: one search with its comparison on the table, one that is being rated. */
final class DemoSites {
  private final Desk desk;
  private final Calendar calendar;

  DemoSites(Desk desk, Calendar calendar) {
    this.desk = desk;
    this.calendar = calendar;
  }

  /** The stories that were not told yet. */
  List<Story> stories() {
    var stories = new ArrayList<Story>();
    if (!desk.knows("site-reallabor")) stories.add(lab());
    if (!desk.knows("site-ladepark")) stories.add(chargingPark());
    return stories;
  }

  private Story lab() {
    var story =
        new Story("site-reallabor", desk, calendar)
            .daysAgo(24, 10)
            .start(
                "site-search",
                DemoPerson.PROJECT,
                need(
                    "Reallabor Westerfilde: Werkstatt für das Quartier", 120, 40, 1_800_000, true));
    story
        .daysAgo(19, 9)
        .task(
            DemoPerson.PROJECT,
            "Task_NameSites",
            Map.of(
                "outcome",
                "rate",
                "sites",
                List.of(
                    site(
                        "Ladenzeile am Marktplatz (erfunden)", "Mengede", 160, 60, 1_440_000, true),
                    site("Ehemalige Schule (erfunden)", "Mengede", 420, 45, 1_200_000, false),
                    site("Gewerbehalle am Kanal (erfunden)", "Huckarde", 310, 90, 1_680_000, true),
                    site("Pavillon im Park (erfunden)", "Mengede", 70, 20, 600_000, true))));
    rate(story, 9, "Ladenzeile am Marktplatz (erfunden)", 9, 7, 9, 7, 4);
    rate(story, 3, "Gewerbehalle am Kanal (erfunden)", 5, 8, 6, 6, 9);
    return story;
  }

  private Story chargingPark() {
    return new Story("site-ladepark", desk, calendar)
        .daysAgo(8, 14)
        .start(
            "site-search",
            DemoPerson.PROJECT,
            need("Ladepark am Hafen: Standort für 20 Ladepunkte", 900, 400, 3_600_000, false))
        .daysAgo(5, 11)
        .task(
            DemoPerson.PROJECT,
            "Task_NameSites",
            Map.of(
                "outcome",
                "rate",
                "sites",
                List.of(
                    site(
                        "Speicherstraße (erfunden)",
                        "Innenstadt-Nord",
                        1_400,
                        630,
                        3_000_000,
                        true),
                    site(
                        "Parkplatz am Stadthafen (erfunden)",
                        "Innenstadt-Nord",
                        950,
                        400,
                        2_400_000,
                        true))));
  }

  private static void rate(Story story, int daysAgo, String site, int... marks) {
    story
        .daysAgo(daysAgo, 13)
        .task(
            DemoPerson.EXPERT,
            "Task_RateSite",
            site,
            Map.of(
                "access", marks[0],
                "condition", marks[1],
                "acceptance", marks[2],
                "economy", marks[3],
                "growth", marks[4],
                "outcome", "rated"));
  }

  private Map<String, Object> need(
      String title, int area, int power, long rentCents, boolean stepFree) {
    return Map.ofEntries(
        Map.entry("title", title),
        Map.entry("purpose", "Ein Ort, an dem ausprobiert wird, was später überall stehen soll."),
        Map.entry("minAreaSqm", area),
        Map.entry("minPowerKw", power),
        Map.entry("maxRentCents", rentCents),
        Map.entry("needsFibre", true),
        Map.entry("needsStepFree", stepFree),
        Map.entry("weightAccess", 5),
        Map.entry("weightCondition", 3),
        Map.entry("weightAcceptance", 4),
        Map.entry("weightEconomy", 3),
        Map.entry("weightGrowth", 2),
        Map.entry("rateBy", calendar.ahead(12).toString()));
  }

  private static Map<String, Object> site(
      String name, String district, int area, int power, long rentCents, boolean stepFree) {
    return Map.of(
        "name", name,
        "district", district,
        "areaSqm", area,
        "powerKw", power,
        "rentCents", rentCents,
        "fibre", true,
        "stepFree", stepFree,
        "permit", "none");
  }
}
