package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two organisations on their way into the alliance. */
final class DemoJoining {
  private static final long EURO = 100;

  private final Desk desk;
  private final Calendar calendar;

  DemoJoining(Desk desk, Calendar calendar) {
    this.desk = desk;
    this.calendar = calendar;
  }

  /** The stories that were not told yet. */
  List<Story> stories() {
    var stories = new ArrayList<Story>();
    if (!desk.knows("grubenfunk")) stories.add(offerToPrepare());
    if (!desk.knows("quartierswaerme")) stories.add(answerAwaited());
    return stories;
  }

  private Story offerToPrepare() {
    return inquiry(
            "grubenfunk",
            11,
            "Grubenfunk Systeme GmbH (erfunden)",
            64,
            11_500_000,
            "Wir möchten Funknetze für Sensoren im Hafen erproben und suchen Partner.")
        .daysAgo(5, 14)
        .task(
            PROJECT,
            "Task_HoldTalk",
            talk(5, "Will im Hafen mitarbeiten und im ersten Jahr Funkstationen stellen.", 1_200));
  }

  private Story answerAwaited() {
    return inquiry(
            "quartierswaerme",
            26,
            "Quartierswärme Süd eG (erfunden)",
            18,
            2_600_000,
            "Wir versorgen drei Siedlungen mit Wärme und wollen von den Energieprojekten lernen.")
        .daysAgo(20, 10)
        .task(
            PROJECT,
            "Task_HoldTalk",
            talk(
                20,
                "Interesse am Expertenteam Energie; der Vorstand entscheidet in seiner nächsten Sitzung.",
                0))
        .daysAgo(15, 9)
        .task(
            LEAD,
            "Task_PrepareOffer",
            Map.of("outcome", "send", "validUntil", calendar.ahead(21).toString()));
  }

  private Story inquiry(
      String key, int daysAgo, String name, int staff, long turnover, String inquiry) {
    return new Story(key, desk, calendar)
        .daysAgo(daysAgo, 11)
        .start(
            "member-joining",
            PROJECT,
            Map.of(
                "name",
                name,
                "kind",
                "company",
                "topics",
                List.of("energy", "harbour"),
                "inquiry",
                inquiry,
                "staff",
                staff,
                "turnoverCents",
                turnover * EURO));
  }

  private Map<String, Object> talk(int daysAgo, String summary, long inKind) {
    return Map.of(
        "outcome",
        "offer",
        "heldOn",
        Calendar.day(calendar.daysAgo(daysAgo, 9, 0)).toString(),
        "summary",
        summary,
        "joinsOn",
        calendar.today().plusMonths(2).withDayOfMonth(1).toString(),
        "inKindCents",
        inKind * EURO);
  }
}
