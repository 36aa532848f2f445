package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.PROJECT;
import static org.foerderturm.demo.Steering.figures;
import static org.foerderturm.demo.Steering.line;
import static org.foerderturm.demo.Steering.milestone;
import static org.foerderturm.demo.Steering.part;
import static org.foerderturm.demo.Steering.plan;
import static org.foerderturm.demo.Steering.reported;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foerderturm.project.ProjectCommand.*;
import org.foerderturm.project.ReportKind;
import org.jspecify.annotations.Nullable;

/**
 * How the granted applications of the table go on as projects: reported every half year, most of
 * them green, some amber or red, one done, one closed with its files kept.
 */
final class DemoCourses {
  private static final int MONTHS = 6;
  private static final long THOUSAND = 1_000;
  private static final String CITY = "Stadt Dortmund";

  private final Desk desk;
  private final Calendar calendar;

  DemoCourses(Desk desk, Calendar calendar) {
    this.desk = desk;
    this.calendar = calendar;
  }

  List<Story> stories(List<Bid> bids) {
    var stories = new ArrayList<Story>();
    for (var bid : bids)
      if (bid.outcome().equals("granted") && !bid.course().equals("planned"))
        stories.add(new Course(bid).told());
    return stories;
  }

  /** One project from its plan on. */
  private final class Course {
    private final Bid bid;
    private final Story story;
    private final LocalDate from;
    private final LocalDate until;
    private final List<LocalDate> milestones = new ArrayList<>();
    private int reached;
    private long share;
    private int forecast = 100;
    private long shown;
    private @Nullable LocalDate expected;

    Course(Bid bid) {
      this.bid = bid;
      story = new Story(bid.projectId(), desk, calendar);
      from = bid.from(calendar);
      until = bid.until(calendar);
      for (int third = 1; third <= 3; third++)
        milestones.add(from.plusMonths((long) bid.months() * third / 3).minusDays(8L * third));
    }

    Story told() {
      story.daysAgo(bid.days() - 101, 10);
      planned();
      var periods = new ArrayList<LocalDate>();
      for (var day = from.plusMonths(MONTHS);
          !day.minusDays(1).isAfter(until) && day.plusDays(5).isBefore(calendar.today());
          day = day.plusMonths(MONTHS)) periods.add(day);
      for (int i = 0; i < periods.size(); i++)
        period(periods.get(i), i + 1, i + 1 == periods.size());
      sinceThen();
      return switch (bid.course()) {
        case "completed" -> completed();
        case "closed" -> closed();
        default -> story;
      };
    }

    private void planned() {
      var partner = bid.together() ? bid.partner() : CITY;
      var middle = from.plusMonths(bid.months() / 2);
      var lines = new ArrayList<Map<String, Object>>();
      lines.add(line("Personal", (bid.costs() + bid.partnerCosts()) * THOUSAND / 2));
      lines.add(line("Aufträge", bid.costs() * THOUSAND / 2));
      if (bid.together()) lines.add(line("Geräte", bid.partnerCosts() * THOUSAND / 2));
      plan(
          story,
          MONTHS,
          List.of(
              part("Bedarf und Planung", CITY, from, from.plusMonths(bid.months() / 3)),
              part("Aufbau und Betrieb", partner, from.plusMonths(bid.months() / 4), until),
              part("Auswertung und Übertragung", CITY, middle, until)),
          List.of(
              milestone("Planung abgeschlossen", milestones.get(0)),
              milestone("Erster Betrieb", milestones.get(1)),
              milestone("Ergebnisse übergeben", milestones.get(2))),
          lines);
      story.does(
          PROJECT,
          new NoteRisk(
              bid.projectId(),
              "Preise steigen während der Vergabe",
              2,
              3,
              "Lose bilden, Bindefristen verlängern",
              PROJECT.displayName()));
    }

    private void period(LocalDate after, int number, boolean newest) {
      var asOf = after.minusDays(1);
      boolean late = newest && (bid.course().equals("amber") || bid.course().equals("red"));
      boolean red = newest && bid.course().equals("red");
      reach(asOf, late);
      reported(story, after);
      int behind = red ? 16 : late ? 9 : 0;
      progress("ap1", from, from.plusMonths(bid.months() / 3), asOf, 0);
      progress("ap2", from.plusMonths(bid.months() / 4), until, asOf, behind);
      progress("ap3", from.plusMonths(bid.months() / 2), until, asOf, behind);
      money(asOf, red ? 112 : late ? 106 : 100 + number % 3);
      if (late && reached < milestones.size()) {
        expected = later(milestones.get(reached), asOf).plusDays(red ? 55 : 18);
        story.does(
            PROJECT,
            new ForecastMilestone(
                bid.projectId(),
                "ms" + (reached + 1),
                expected,
                story.day(),
                red ? "Vergabe musste wiederholt werden" : "Lieferzeit"));
      }
      report(red ? "red" : late ? "amber" : "green");
    }

    /** What the plan promised by that day; who is late misses the newest. */
    private void reach(LocalDate asOf, boolean late) {
      while (reached < milestones.size() && !milestones.get(reached).isAfter(asOf)) {
        if (late && milestones.get(reached).plusMonths(2).isAfter(asOf)) return;
        var day = milestones.get(reached).plusDays(2 - reached);
        story
            .on(day.plusDays(3), 11)
            .does(PROJECT, new ReachMilestone(bid.projectId(), "ms" + ++reached, day));
      }
    }

    /** What was late came when it was expected; what the plan promises since then came, too. */
    private void sinceThen() {
      var today = calendar.today().minusDays(6);
      if (expected != null && expected.isBefore(today)) {
        story
            .on(expected.plusDays(3), 11)
            .does(PROJECT, new ReachMilestone(bid.projectId(), "ms" + ++reached, expected));
        expected = null;
      }
      if (expected == null) reach(today, false);
      drawn();
    }

    /** What came from the funder since the last report stands in the lines, too. */
    private void drawn() {
      var draws = DemoGrants.draws(bid, calendar);
      if (draws.isEmpty() || drawnUntil(calendar.today()) == shown) return;
      story.on(later(draws.getLast().on().plusDays(2), story.day()), 12);
      state(share, forecast);
    }

    /** What the funder paid until that day, in euros. */
    private long drawnUntil(LocalDate day) {
      return DemoGrants.draws(bid, calendar).stream()
          .filter(each -> !each.on().isAfter(day))
          .mapToLong(DemoGrants.Drawn::euros)
          .sum();
    }

    private void progress(
        String part, LocalDate starts, LocalDate ends, LocalDate asOf, int behind) {
      if (asOf.isBefore(starts)) return;
      long days = ChronoUnit.DAYS.between(starts, ends) + 1;
      long done = Math.min(100, 100 * (ChronoUnit.DAYS.between(starts, asOf) + 2) / days);
      story.does(
          PROJECT,
          new ReportProgress(bid.projectId(), part, (int) Math.max(0, done - behind), story.day()));
    }

    /**
     * @param forecast percent of the budget
     */
    private void money(LocalDate asOf, int forecast) {
      long share =
          Math.min(
              95, 100 * ChronoUnit.DAYS.between(from, asOf) / ChronoUnit.DAYS.between(from, until));
      state(share, forecast);
    }

    private void state(long share, int forecast) {
      this.share = share;
      this.forecast = forecast;
      shown = drawnUntil(story.day());
      long staff = (bid.costs() + bid.partnerCosts()) * THOUSAND / 2;
      long orders = bid.costs() * THOUSAND / 2;
      long ofStaff = shown * 3 / 5;
      story
          .does(PROJECT, spent("z1", staff, 0, share, forecast, ofStaff))
          .does(PROJECT, spent("z2", orders, 70, share / 2, forecast, shown - ofStaff));
    }

    private ReportLineFigures spent(
        String id, long budget, long committed, long spent, int forecast, long drawn) {
      return figures(
          bid.projectId(),
          id,
          story,
          budget * committed / 100,
          budget * spent / 100,
          budget * forecast / 100,
          drawn);
    }

    private void report(String light) {
      boolean green = light.equals("green");
      var values = new HashMap<String, Object>();
      values.put("progress", green ? "Alle Arbeitspakete laufen." : "Der Aufbau stockt.");
      values.put(
          "comparison", green ? "Wie geplant." : "Arbeiten und Kosten liegen über dem Plan.");
      values.put("outlook", "Die nächste Etappe folgt dem Plan.");
      values.put("mainRisks", "Preise und Lieferzeiten.");
      values.put(
          "measures",
          green ? "Keine nötig." : "Vergabe bündeln, Termine mit den Partnern neu abstimmen.");
      for (var what : List.of("scope", "time", "cost")) values.put(what + "Light", light);
      values.put("riskLight", "green");
      if (!green)
        values.put(
            "overrideReason", "Einschätzung der Projektleitung, mit den Partnern abgestimmt.");
      story
          .does(PROJECT, new CallForReport(bid.projectId(), ReportKind.PERIODIC, null, null))
          .task(PROJECT, "Task_UpdateState", Map.of("outcome", "current"))
          .task(PROJECT, "Task_WriteReport", values)
          .task(LEAD, "Task_ReviewReport", Map.of("outcome", "accept"));
    }

    private Story completed() {
      reach(until, false);
      story.on(until.plusDays(4), 10);
      return story.does(PROJECT, new CompleteProject(bid.projectId(), until));
    }

    private Story closed() {
      completed().on(until.plusDays(72), 10);
      return story
          .task(
              PROJECT,
              "Task_WriteClosing",
              Map.of(
                  "proofReference",
                  "Verwendungsnachweis DEMO (erfunden)",
                  "proofSubmittedOn",
                  until.plusDays(68).toString(),
                  "lessons",
                  "Messkonzept vor dem Umbau festlegen; Mietende früh einbeziehen.",
                  "voucherFiles",
                  true))
          .on(until.plusDays(80), 9)
          .task(LEAD, "Task_ReleaseClosing", Map.of("outcome", "release"));
    }

    private LocalDate later(LocalDate one, LocalDate other) {
      return one.isAfter(other) ? one : other;
    }
  }
}
