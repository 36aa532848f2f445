package org.foerderturm.demo;

import static org.foerderturm.demo.DemoFunding.DRAWN_BY_THE_CITY;
import static org.foerderturm.demo.DemoFunding.DRAWN_BY_THE_COMPANY;
import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.MEMBER;
import static org.foerderturm.demo.DemoPerson.MEMBER_2;
import static org.foerderturm.demo.DemoPerson.MEMBER_3;
import static org.foerderturm.demo.DemoPerson.PROJECT;
import static org.foerderturm.demo.Steering.figures;
import static org.foerderturm.demo.Steering.line;
import static org.foerderturm.demo.Steering.milestone;
import static org.foerderturm.demo.Steering.part;
import static org.foerderturm.demo.Steering.plan;
import static org.foerderturm.demo.Steering.report;
import static org.foerderturm.demo.Steering.reported;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foerderturm.project.ProjectCommand.*;
import org.foerderturm.project.ReportKind;

/**
 * Granted projects that are steered: one is red twice and stands before the committee, one runs
 * with an amber light, one awaits its plan.
 */
final class DemoProjects {
  private static final long EURO = 100;
  private static final String BUSES = "antrag-ampelvorrang-project";
  private static final String GREEN_ROOFS = "projekt-gruendaecher";
  private static final String SENSORS = "projekt-pegelsensoren";

  private final Desk desk;
  private final Calendar calendar;

  DemoProjects(Desk desk, Calendar calendar) {
    this.desk = desk;
    this.calendar = calendar;
  }

  /** The stories that were not told yet. */
  List<Story> stories() {
    var stories = new ArrayList<Story>();
    if (!desk.knows(BUSES)) stories.add(buses());
    if (!desk.knows(GREEN_ROOFS)) stories.add(greenRoofs());
    if (!desk.knows(SENSORS)) stories.add(sensors());
    return stories;
  }

  /** Invented; the grant of the application for bus priority started it. */
  private Story buses() {
    var from = calendar.today().minusDays(540).plusMonths(1).withDayOfMonth(1);
    var story = story(BUSES).daysAgo(555, 9);
    plan(
        story,
        6,
        List.of(
            part("Anforderungen und Simulation", "Stadt Dortmund", from, from.plusMonths(9)),
            part(
                "Einbau an 40 Kreuzungen",
                "Signaltechnik Ruhr GmbH (erfunden)",
                from.plusMonths(6),
                from.plusMonths(27)),
            part(
                "Auswertung",
                "Stadt Dortmund",
                from.plusMonths(24),
                from.plusYears(3).minusDays(1))),
        List.of(
            milestone("Simulation abgeschlossen", from.plusMonths(8)),
            milestone("Erste 10 Kreuzungen im Betrieb", from.plusMonths(15)),
            milestone("Alle Kreuzungen im Betrieb", from.plusMonths(27))),
        List.of(line("Personal", 520_000), line("Aufträge", 160_000), line("Geräte", 80_000)));
    var first = from.plusMonths(6);
    reported(story, first);
    story
        .does(PROJECT, new ReportProgress(BUSES, "ap1", 62, story.day()))
        .does(PROJECT, figures(BUSES, "z1", story, 0, 88_000, 525_000, DRAWN_BY_THE_CITY))
        .does(
            PROJECT,
            new NoteRisk(
                BUSES,
                "Lieferzeit der Steuergeräte",
                3,
                4,
                "Zweiten Anbieter anfragen",
                "Petra Projekt (Demo)"))
        .does(
            PROJECT,
            new ForecastMilestone(
                BUSES, "ms2", from.plusMonths(15).plusDays(20), story.day(), "Lieferzeit"));
    report(
        story,
        new CallForReport(BUSES, ReportKind.PERIODIC, null, null),
        "Die Simulation läuft, die Ausschreibung der Geräte ist veröffentlicht.",
        "Die Geräte kommen drei Wochen später als geplant.",
        "Ergebnisse der Simulation, Zuschlag für die Geräte.",
        "Zweiten Anbieter anfragen (Projektleitung, vier Wochen).",
        null,
        "green",
        "amber",
        "green",
        "amber");
    story
        .on(from.plusMonths(8).plusDays(5), 11)
        .does(PROJECT, new ReachMilestone(BUSES, "ms1", from.plusMonths(8).plusDays(2)))
        .does(PROJECT, new ReportProgress(BUSES, "ap1", 100, story.day()));
    var second = from.plusMonths(12);
    reported(story, second);
    story
        .does(PROJECT, new ReportProgress(BUSES, "ap2", 26, story.day()))
        .does(PROJECT, figures(BUSES, "z1", story, 0, 176_000, 528_000, DRAWN_BY_THE_CITY))
        .does(PROJECT, figures(BUSES, "z2", story, 90_000, 40_000, 160_000, 0))
        .does(
            PROJECT,
            new ForecastMilestone(
                BUSES,
                "ms2",
                from.plusMonths(16).plusDays(15),
                story.day(),
                "Hersteller nennt neuen Termin"));
    report(
        story,
        new CallForReport(BUSES, ReportKind.PERIODIC, null, null),
        "Simulation abgeschlossen, vier Kreuzungen umgebaut.",
        "Die Steuergeräte fehlen; sechs Wochen Verzug beim zweiten Meilenstein.",
        "Weitere sechs Kreuzungen, sobald die Geräte da sind.",
        "Mit dem Hersteller eine Teillieferung vereinbaren.",
        null,
        "green",
        "red",
        "green",
        "amber");
    story
        .daysAgo(75, 9)
        .does(PROJECT, new ReportProgress(BUSES, "ap2", 40, story.day()))
        .does(
            PROJECT,
            new ReassessRisk(BUSES, "r1", 4, 4, "Ersatzgeräte mieten", "Petra Projekt (Demo)"))
        .does(
            PROJECT,
            new ForecastMilestone(
                BUSES,
                "ms2",
                calendar.today().plusDays(30),
                story.day(),
                "Lieferant zahlungsunfähig"));
    report(
        story,
        new CallForReport(
            BUSES, ReportKind.OCCASION, "Lieferant der Steuergeräte zahlungsunfähig", story.day()),
        "Sechs Kreuzungen umgebaut; der Lieferant hat Insolvenz angemeldet.",
        "Der zweite Meilenstein verschiebt sich um Monate.",
        "Ersatzlieferant bis Quartalsende.",
        "Geräte mieten, Restlieferung neu ausschreiben.",
        "Das Gremium stimmt der Neuausschreibung der Steuergeräte zu.",
        "green",
        "red",
        "green",
        "red");
    story
        .daysAgo(70, 10)
        .votesOn(BUSES + "-r3-m1", MEMBER, "YES")
        .votesOn(BUSES + "-r3-m1", MEMBER_2, "YES")
        .votesOn(BUSES + "-r3-m1", MEMBER_3, "YES")
        .daysAgo(68, 9)
        .task(
            LEAD,
            "Task_TakeMeasures",
            Map.of(
                "agreedMeasures",
                "Mietgeräte für acht Kreuzungen; Neuausschreibung bis Monatsende (Projektleitung)."))
        .daysAgo(12, 10);
    return story
        .does(PROJECT, figures(BUSES, "z3", story, 60_000, 30_000, 98_500, DRAWN_BY_THE_COMPANY))
        .says(PROJECT, "Die Mietgeräte sprengen die Zeile; der Änderungsantrag wird bewertet.");
  }

  /** Invented; granted before the office kept its applications here. */
  private Story greenRoofs() {
    var from = calendar.today().minusMonths(8).withDayOfMonth(1);
    var story = story(GREEN_ROOFS).on(from.minusDays(10), 9);
    story.does(
        PROJECT,
        new StartProject(
            GREEN_ROOFS,
            "antrag-gruendaecher",
            null,
            "Gründächer an Schulen (erfunden)",
            "Erfundener Projektträger",
            "DEMO 25 0815",
            240_000 * EURO,
            from,
            from.plusMonths(20).minusDays(1)));
    plan(
        story,
        3,
        List.of(
            part("Auswahl der Dächer", "Stadt Dortmund", from, from.plusMonths(5)),
            part(
                "Bepflanzung",
                "Gartenbau Emscher (erfunden)",
                from.plusMonths(4),
                from.plusMonths(18))),
        List.of(
            milestone("Zehn Dächer ausgewählt", from.plusMonths(4)),
            milestone("Alle Dächer bepflanzt", from.plusMonths(17))),
        List.of(line("Aufträge", 260_000), line("Personal", 60_000)));
    reported(story, from.plusMonths(3));
    story
        .does(PROJECT, new ReportProgress(GREEN_ROOFS, "ap1", 60, story.day()))
        .does(PROJECT, figures(GREEN_ROOFS, "z2", story, 0, 9_000, 60_000, 5_000));
    report(
        story,
        new CallForReport(GREEN_ROOFS, ReportKind.PERIODIC, null, null),
        "Sieben Dächer sind ausgewählt.",
        "Wie geplant.",
        "Statik der übrigen Dächer.",
        "Keine nötig.",
        null,
        "green",
        "green",
        "green",
        "green");
    reported(story, from.plusMonths(6));
    story
        .does(PROJECT, new ReachMilestone(GREEN_ROOFS, "ms1", from.plusMonths(4).plusDays(12)))
        .does(PROJECT, new ReportProgress(GREEN_ROOFS, "ap1", 100, story.day()))
        .does(PROJECT, new ReportProgress(GREEN_ROOFS, "ap2", 14, story.day()))
        .does(PROJECT, figures(GREEN_ROOFS, "z1", story, 120_000, 40_000, 282_000, 35_000));
    report(
        story,
        new CallForReport(GREEN_ROOFS, ReportKind.PERIODIC, null, null),
        "Zehn Dächer sind ausgewählt, zwei bepflanzt.",
        "Die Aufträge sind teurer als kalkuliert.",
        "Vier weitere Dächer bis zum Herbst.",
        "Lose zusammenlegen, Preise nachverhandeln.",
        null,
        "green",
        "green",
        "amber",
        "green");
    return story;
  }

  /** Invented; the plan is still to be drawn up. */
  private Story sensors() {
    var from = calendar.today().plusMonths(1).withDayOfMonth(1);
    var story = story(SENSORS).daysAgo(4, 10);
    return story.does(
        PROJECT,
        new StartProject(
            SENSORS,
            "antrag-pegelsensoren",
            null,
            "Pegelsensoren an der Emscher (erfunden)",
            "Erfundene Landesstelle",
            "DEMO 26 4712",
            180_000 * EURO,
            from,
            from.plusYears(2).minusDays(1)));
  }

  private Story story(String key) {
    return new Story(key, desk, calendar);
  }
}
