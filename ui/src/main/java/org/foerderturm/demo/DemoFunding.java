package org.foerderturm.demo;

import static org.foerderturm.demo.Applying.applicant;
import static org.foerderturm.demo.Applying.applicants;
import static org.foerderturm.demo.Applying.budget;
import static org.foerderturm.demo.Applying.call;
import static org.foerderturm.demo.Applying.criteria;
import static org.foerderturm.demo.Applying.draw;
import static org.foerderturm.demo.Applying.go;
import static org.foerderturm.demo.Applying.interim;
import static org.foerderturm.demo.Applying.line;
import static org.foerderturm.demo.Applying.notice;
import static org.foerderturm.demo.Applying.outline;
import static org.foerderturm.demo.Applying.sent;
import static org.foerderturm.demo.Applying.share;
import static org.foerderturm.demo.Applying.signed;
import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.MEMBER;
import static org.foerderturm.demo.DemoPerson.MEMBER_2;
import static org.foerderturm.demo.DemoPerson.MEMBER_3;
import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foerderturm.committee.MeetingCommand.*;
import org.foerderturm.committee.MeetingEvent.AgendaKind;

/** Funding applications from the first weighing to the second draw-down. */
final class DemoFunding {
  /** The last day on which the table of aid intensities has a rule for what is aid. */
  private static final LocalDate GBER_UNTIL = LocalDate.of(2026, 12, 31);

  /** What was drawn for bus priority, in euros; the budget lines of the project say the same. */
  static final long DRAWN_BY_THE_CITY = 85_000;

  static final long DRAWN_BY_THE_COMPANY = 40_000;

  private static final String SITTING = "sitzung-ampelvorrang";

  private final Desk desk;
  private final Calendar calendar;
  private final Sittings sittings;

  DemoFunding(Desk desk, Calendar calendar, Sittings sittings) {
    this.desk = desk;
    this.calendar = calendar;
    this.sittings = sittings;
  }

  /** The stories that were not told yet. */
  List<Story> stories() {
    var stories = new ArrayList<Story>();
    if (!desk.knows("antrag-westerfilde")) stories.add(westerfilde());
    if (!desk.knows("antrag-lagebild")) stories.add(emergency());
    if (!desk.knows("antrag-ampelvorrang")) {
      stories.add(trafficLights());
      stories.add(minutes());
    }
    if (!desk.knows("antrag-hitzeinseln")) stories.add(heat());
    return stories;
  }

  /** For the real bid, with invented sums: one budget signed, one off by a row, one to draw up. */
  private Story westerfilde() {
    var story =
        story("antrag-westerfilde")
            .daysAgo(24, 9)
            .start(
                "funding-application",
                PROJECT,
                call(
                    "Horizon-Antrag Westerfilde",
                    "leuchtturm-westerfilde",
                    "horizon",
                    "horizon",
                    "Horizon 2020: Smart Cities and Communities",
                    "Europäische Kommission",
                    calendar.ahead(25)));
    go(story, 23, 3, 2, 3, 2, 3);
    outline(
        story,
        15,
        "Ein Bestandsquartier senkt Verbrauch und Emissionen so, dass andere Städte es nachbauen"
            + " können. Nachgestellt; alle Beträge sind erfunden.");
    return applicants(
            story,
            13,
            applicant("Stadt Dortmund", true, "no-aid"),
            applicant("Stadt Amiens", false, "no-aid"),
            applicant("Stadt Gdańsk", false, "no-aid"))
        .daysAgo(9, 10)
        .task(
            PROJECT,
            "Task_DrawUpBudget",
            "Stadt Dortmund",
            budget(
                line("eu-a", 2_400_000, 2_400_000, 0, 0),
                line("eu-b", 3_100_000, 3_100_000, 0, 0),
                line("eu-c", 1_900_000, 1_500_000, 400_000, 0),
                line("eu-d", 60_000, 60_000, 0, 0)))
        .daysAgo(7, 14)
        .task(PROJECT, "Task_SignOff", "Stadt Dortmund", signed(LEAD.displayName()))
        .daysAgo(4, 11)
        .task(
            PROJECT,
            "Task_DrawUpBudget",
            "Stadt Amiens",
            budget(
                line("eu-a", 1_250_000, 1_250_000, 0, 0),
                line("eu-b", 2_200_000, 1_900_000, 250_000, 0),
                line("eu-d", 45_000, 45_000, 0, 0)));
  }

  /** Invented; two of three sign-offs are awaited, then the council. */
  private Story emergency() {
    var story =
        story("antrag-lagebild")
            .daysAgo(32, 10)
            .start(
                "funding-application",
                PROJECT,
                call(
                    "Antrag Gemeinsames Lagebild (erfunden)",
                    "lagebild-notruf",
                    "erdf",
                    "anbest-gk",
                    "Erfundener Aufruf: Sichere Stadt",
                    "Erfundene Landesstelle",
                    calendar.ahead(31)));
    go(story, 31, 3, 3, 2, 2, 2);
    outline(story, 22, "Leitstellen teilen ein Lagebild, bevor das erste Fahrzeug losfährt.");
    return applicants(
            story,
            19,
            applicant("Stadt Dortmund", true, "no-aid"),
            applicant("Erfundene Leitstelle Ost", false, "no-aid"),
            applicant("Erfundenes Sicherheitslabor", false, "no-aid"))
        .daysAgo(13, 9)
        .task(
            PROJECT,
            "Task_DrawUpBudget",
            "Erfundene Leitstelle Ost",
            budget(
                line("efre-pk", 200_000, 160_000, 40_000, 0),
                line("efre-in", 250_000, 150_000, 40_000, 60_000)))
        .daysAgo(10, 15)
        .task(PROJECT, "Task_SignOff", "Erfundene Leitstelle Ost", signed("Leitung (erfunden)"))
        .daysAgo(8, 10)
        .task(
            PROJECT,
            "Task_DrawUpBudget",
            "Stadt Dortmund",
            budget(
                line("efre-pk", 300_000, 240_000, 60_000, 0),
                line("efre-sk", 180_000, 150_000, 30_000, 0),
                line("efre-in", 10_000, 8_000, 2_000, 0)))
        .daysAgo(6, 16)
        .task(
            PROJECT,
            "Task_DrawUpBudget",
            "Erfundenes Sicherheitslabor",
            budget(
                line("efre-pk", 250_000, 120_000, 130_000, 0),
                line("efre-in", 40_000, 10_000, 30_000, 0),
                line("efre-sk", 20_000, 12_000, 8_000, 0)));
  }

  /** Invented; the council paid the city's share; granted, drawn from twice, one proof given. */
  private Story trafficLights() {
    var company = "Signaltechnik Ruhr GmbH (erfunden)";
    var deadline = Calendar.day(calendar.daysAgo(650, 9, 0));
    var story =
        story("antrag-ampelvorrang")
            .daysAgo(700, 9)
            .start(
                "funding-application",
                PROJECT,
                call(
                    "Ampelvorrang für Busse (erfunden)",
                    null,
                    "federal-joint-project",
                    "nabf",
                    "Erfundener Aufruf: Nahverkehr zuerst",
                    "Erfundener Projektträger",
                    deadline));
    go(story, 697, 3, 3, 3, 2, 3);
    outline(story, 676, "Busse melden sich an der Ampel an und warten seltener.");
    applicants(
            story,
            672,
            applicant("Stadt Dortmund", true, "no-aid"),
            applicant(company, false, deadline.isAfter(GBER_UNTIL) ? "no-aid" : "industrial"))
        .daysAgo(666, 10)
        .task(
            PROJECT,
            "Task_DrawUpBudget",
            "Stadt Dortmund",
            budget(
                line("0812", 220_000, 200_000, 20_000, 0),
                line("0835", 160_000, 120_000, 40_000, 0)))
        .task(
            PROJECT,
            "Task_DrawUpBudget",
            company,
            budget(
                line("0812", 300_000, 150_000, 150_000, 0),
                line("0850", 80_000, 40_000, 40_000, 0)))
        .daysAgo(660, 14)
        .task(PROJECT, "Task_SignOff", "Stadt Dortmund", signed(LEAD.displayName()))
        .task(PROJECT, "Task_SignOff", company, signed("Prokura (erfunden)"))
        .task(
            LEAD,
            "Task_DraftCoverMotion",
            Map.of(
                "motionTitle",
                "Eigenanteil der Stadt: Ampelvorrang für Busse (erfunden)",
                "proposal",
                "Der Rat stellt den Eigenanteil der Stadt bereit."));
    DemoCouncil.answer(story.about("antrag-ampelvorrang-v1"), calendar, 659);
    resolved(story.daysAgo(656, 17));
    story.about(story.key());
    sent(story, 652)
        .daysAgo(610, 11)
        .task(PROJECT, "Task_RecordEvaluation", Map.of("outcome", "positive"));
    return granted(story, company);
  }

  /** An extraordinary meeting of the council: a council decides in meetings only. */
  private void resolved(Story story) {
    var motion = "antrag-ampelvorrang-v1-m1";
    var held = calendar.daysAgo(653, 18, 0).truncatedTo(ChronoUnit.HOURS);
    story
        .does(
            PROJECT,
            new PlanMeeting(
                DemoMeetings.BODY,
                SITTING,
                held,
                "Rathaus, Raum 226",
                MEMBER.userId(),
                PROJECT.userId()))
        .does(
            PROJECT,
            new PlaceOnAgenda(
                SITTING,
                SITTING + "-1",
                AgendaKind.RESOLUTION,
                motion,
                "Eigenanteil der Stadt: Ampelvorrang für Busse (erfunden)",
                "",
                motion,
                null))
        .does(PROJECT, new SendInvitations(SITTING, "Frist des Fördergebers"))
        .daysAgo(653, 18)
        .does(MEMBER, new OpenMeeting(DemoMeetings.BODY, SITTING));
    sittings.come(story, SITTING, MEMBER, MEMBER_2, MEMBER_3);
    story
        .does(MEMBER, new CallItem(SITTING, SITTING + "-1"))
        .does(MEMBER, new CountHands(SITTING, SITTING + "-1", 3, 0, 0))
        .does(MEMBER, new CloseMeeting(SITTING));
  }

  private Story minutes() {
    var story = new Story(SITTING, desk, calendar);
    sittings.minutes(story, SITTING, Calendar.day(calendar.daysAgo(646, 10, 0)));
    return story;
  }

  private Story granted(Story story, String company) {
    var from = calendar.today().minusDays(540).plusMonths(1).withDayOfMonth(1);
    var proof = LocalDate.of(from.getYear() + 1, 4, 30);
    notice(
            story,
            580,
            "DEMO 19 4711",
            500_000,
            from,
            from.plusYears(3).minusDays(1),
            true,
            share("Stadt Dortmund", 315_000, "DEMO 19 4711 A"),
            share(company, 185_000, "DEMO 19 4711 B"))
        .daysAgo(480, 9);
    draw(story, "Stadt Dortmund", DRAWN_BY_THE_CITY).on(proof.minusDays(12), 10);
    interim(story, proof).daysAgo(24, 9);
    return draw(story, company, DRAWN_BY_THE_COMPANY);
  }

  /** Invented; the office lead decides whether to put it before the body. */
  private Story heat() {
    return story("antrag-hitzeinseln")
        .daysAgo(8, 10)
        .start(
            "funding-application",
            PROJECT,
            call(
                "Hitzeinseln kühlen (erfunden)",
                null,
                "federal-joint-project",
                "anbest-gk",
                "Erfundener Aufruf: Stadtklima",
                "Erfundener Projektträger",
                calendar.ahead(60)))
        .daysAgo(5, 11)
        .task(PROJECT, "Task_RateCriteria", criteria(2, 2, 2, 2, 1));
  }

  private Story story(String key) {
    return new Story(key, desk, calendar);
  }
}
