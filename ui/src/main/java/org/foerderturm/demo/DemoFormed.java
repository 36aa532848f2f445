package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.MEMBER;
import static org.foerderturm.demo.DemoPerson.MEMBER_2;
import static org.foerderturm.demo.DemoPerson.MEMBER_3;
import static org.foerderturm.demo.DemoPerson.PROJECT;
import static org.foerderturm.demo.Forming.partner;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foerderturm.consortium.CommissionCommand.InvoiceCommission;
import org.foerderturm.consortium.CommissionCommand.OrderCommission;
import org.foerderturm.consortium.CommissionCommand.PerformCommission;
import org.foerderturm.consortium.CommissionKind;

/**
 * The consortia behind granted federal projects, from the idea to the constitution; one of them
 * replaced a partner later, three commissioned the office.
 */
final class DemoFormed {
  private static final long THOUSAND = 1_000;
  private static final long EURO = 100;

  private final Desk desk;
  private final Calendar calendar;

  DemoFormed(Desk desk, Calendar calendar) {
    this.desk = desk;
    this.calendar = calendar;
  }

  List<Story> stories(List<Bid> bids) {
    var stories = new ArrayList<Story>();
    for (var bid : bids) {
      if (!bid.formed()) continue;
      stories.add(formed(bid));
      switch (bid.key()) {
        case "digitaler-zwilling" -> stories.add(replaced(bid));
        case "hafen-landstrom" ->
            stories.add(commission(bid, CommissionKind.STEERING, 24_000, "Projektsteuerung"));
        case "starkregen-warnung" ->
            stories.add(commission(bid, CommissionKind.APPLICATION, 9_500, "Förderantrag"));
        case "quartiersspeicher" ->
            stories.add(commission(bid, CommissionKind.ADVICE, 4_200, "Beratung der Partner"));
        default -> {}
      }
    }
    return stories;
  }

  private Story formed(Bid bid) {
    int start = bid.days() + 160;
    var story =
        new Story(bid.ideaId(), desk, calendar)
            .daysAgo(start, 10)
            .start(
                "consortium-formation",
                PROJECT,
                Forming.idea(
                    bid.title(),
                    bid.topicCode(),
                    bid.programmeCode(),
                    "Erfundener Aufruf: " + bid.title(),
                    null,
                    bid.grant() * THOUSAND + 100_000,
                    "Stadt Dortmund",
                    bid.idea() + " Erfundenes Beispiel."));
    Forming.upToOpinions(
        story,
        start - 4,
        (bid.costs() + bid.partnerCosts()) * THOUSAND,
        bid.grant() * THOUSAND,
        List.of(partner(bid.partner(), "DE", kind(bid.partner()), "beneficiary")));
    Forming.opinions(story, start - 30, "recommended", "recommended");
    Forming.motion(story, start - 40);
    return Forming.constituted(story, start - 44 - bid.days() % 3, "YES");
  }

  private static String kind(String name) {
    if (name.contains("GmbH") || name.contains(" eG")) return "sme";
    return name.startsWith("Verband") ? "association" : "research";
  }

  /** The partner leaves while the project runs; the body agrees to who comes instead. */
  private Story replaced(Bid bid) {
    var story =
        new Story("aenderung-" + bid.key(), desk, calendar)
            .daysAgo(150, 10)
            .start(
                "consortium-change",
                PROJECT,
                Map.of(
                    "title",
                    "Partnerwechsel: " + bid.title(),
                    "consortiumId",
                    bid.ideaId(),
                    "changeKind",
                    "replacement",
                    "partner",
                    bid.partner(),
                    "successor",
                    "Institut für offene Daten (erfunden)",
                    "successorCountry",
                    "DE",
                    "successorKind",
                    "research",
                    "successorRole",
                    "beneficiary",
                    "reason",
                    "Die Arbeitsgruppe ist umgezogen.",
                    "conditionsHold",
                    true))
            .daysAgo(147, 9);
    story
        .task(
            LEAD,
            "Task_DraftMotion",
            Map.of(
                "motionTitle",
                "Partnerwechsel im Konsortium „" + bid.title() + "“",
                "proposal",
                "Das Gremium stimmt dem Wechsel des Partners zu.",
                "outcome",
                "submit"))
        .daysAgo(141, 11)
        .votes(MEMBER, "YES")
        .votes(MEMBER_2, "YES")
        .votes(MEMBER_3, "YES")
        .daysAgo(134, 14);
    return story.task(
        PROJECT,
        "Task_CarryOut",
        Map.of("outcome", "carry-out", "effectiveOn", story.day().toString()));
  }

  private Story commission(Bid bid, CommissionKind kind, long euros, String subject) {
    var id = "auftrag-" + bid.key();
    var from = calendar.today().minusDays(bid.days() - 10L).withDayOfMonth(1);
    var until = kind == CommissionKind.STEERING ? bid.until(calendar) : from.plusMonths(3);
    var story = new Story(id, desk, calendar).on(from.minusDays(6), 11);
    story.does(
        PROJECT,
        new OrderCommission(
            id, bid.ideaId(), kind, subject + " (erfunden)", euros * EURO, from, until));
    return until.isBefore(calendar.today()) ? invoiced(story, id, until) : story;
  }

  private static Story invoiced(Story story, String id, LocalDate until) {
    story.on(until.plusDays(4), 10).does(PROJECT, new PerformCommission(id, until));
    story.on(until.plusDays(8), 10);
    return story.does(LEAD, new InvoiceCommission(id, "DEMO-" + id, story.day()));
  }
}
