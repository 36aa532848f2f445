package org.foerderturm.demo;

import static org.foerderturm.demo.Applying.draw;
import static org.foerderturm.demo.Applying.interim;
import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What follows a grant: money drawn, proofs, the end. */
final class DemoGrants {
  private static final long THOUSAND = 1_000;

  private final Calendar calendar;

  DemoGrants(Calendar calendar) {
    this.calendar = calendar;
  }

  /**
   * What came from the funder on a day.
   *
   * @param byPartner the partner drew it, else the city
   */
  record Drawn(LocalDate on, boolean byPartner, long euros) {}

  /** Draws and the interim proofs that are due. */
  void money(Story story, Bid bid) {
    var from = bid.from(calendar);
    var draws = draws(bid, calendar);
    var due = new ArrayList<LocalDate>();
    if (bid.regime().equals("nabf"))
      for (int year = from.getYear(); year < bid.until(calendar).getYear(); year++)
        due.add(LocalDate.of(year + 1, 4, 30));
    for (var day = from; day.isBefore(last(bid, calendar)); day = day.plusDays(1)) {
      if (due.contains(day)) {
        story.on(day.minusDays(11), 10);
        interim(story, day);
      }
      for (var each : draws) {
        if (!each.on().equals(day)) continue;
        story.on(day, 9);
        draw(story, each.byPartner() ? bid.partner() : DemoApplications.CITY, each.euros());
      }
    }
  }

  /** A fifth of the grant every five months, by turns; oldest first. */
  static List<Drawn> draws(Bid bid, Calendar calendar) {
    var draws = new ArrayList<Drawn>();
    for (int i = 0; i < 6; i++) {
      var day = bid.from(calendar).plusMonths(4 + 5L * i);
      if (!day.isBefore(last(bid, calendar))) break;
      boolean partner = bid.together() && i % 2 == 1;
      long share = partner ? bid.partnerCosts() - bid.partnerOwn() : bid.costs() - bid.own();
      draws.add(new Drawn(day, partner, share * THOUSAND * 3 / (bid.together() ? 10 : 20)));
    }
    return draws;
  }

  private static LocalDate last(Bid bid, Calendar calendar) {
    var last = calendar.today().minusDays(5);
    return bid.until(calendar).isBefore(last) ? bid.until(calendar).minusDays(20) : last;
  }

  static Story closed(Story story, Bid bid, LocalDate until) {
    story.on(until.plusDays(10), 9);
    story
        .task(PROJECT, "Task_Account", Map.of("outcome", "purpose"))
        .task(PROJECT, "Task_PurposeMet", Map.of("purposeMetOn", until.toString()))
        .on(until.plusDays(70), 9)
        .task(PROJECT, "Task_Account", Map.of("outcome", "proof"))
        .task(PROJECT, "Task_ProveUse", proof(bid, until.plusDays(68)))
        .on(until.plusDays(82), 10);
    examined(story, DemoApplications.CITY);
    if (bid.together()) examined(story, bid.partner());
    return story
        .on(until.plusDays(84), 14)
        .task(
            LEAD,
            "Task_Close",
            Map.of("lessons", "Mietende früh einbeziehen; Messkonzept vor dem Umbau festlegen."));
  }

  private static Map<String, Object> proof(Bid bid, LocalDate on) {
    if (!bid.together())
      return Map.of("proofSubmittedOn", on.toString(), "spentCents", bid.grant() * THOUSAND * 100);
    return Map.of(
        "proofSubmittedOn",
        on.toString(),
        "spentByPartner",
        List.of(
            spent(DemoApplications.CITY, bid.costs() - bid.own()),
            spent(bid.partner(), bid.partnerCosts() - bid.partnerOwn())));
  }

  private static Map<String, Object> spent(String partner, long thousands) {
    return Map.of("name", partner, "spentCents", thousands * THOUSAND * 100);
  }

  /** The funder examined the proof of use of a partner and recognised all of it. */
  private static void examined(Story story, String partner) {
    story.task(
        PROJECT,
        "Task_RecordExamination",
        partner,
        Map.of("examinedOn", story.day().toString(), "outcome", "record"));
  }
}
