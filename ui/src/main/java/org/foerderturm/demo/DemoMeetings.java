package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.MEMBER;
import static org.foerderturm.demo.DemoPerson.MEMBER_2;
import static org.foerderturm.demo.DemoPerson.MEMBER_3;
import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.committee.MeetingCommand.*;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingQuery.FindMeeting;
import org.foerderturm.committee.Vote;
import org.jspecify.annotations.Nullable;

/** Meetings of the council: two with minutes, one without a quorum, one ahead. All invented. */
final class DemoMeetings {
  private static final ZoneId OFFICE = WorkingDays.OFFICE;
  static final String BODY = "council";
  private final Desk desk;
  private final Calendar calendar;
  private final Sittings sittings;

  DemoMeetings(Desk desk, Calendar calendar, Sittings sittings) {
    this.desk = desk;
    this.calendar = calendar;
    this.sittings = sittings;
  }

  /** The stories that were not told yet. */
  List<Story> stories() {
    var stories = new ArrayList<Story>();
    if (desk.asks(new FindMeeting("sitzung-1"), LEAD) != null) return stories;
    stories.add(first());
    stories.add(inquorate());
    stories.add(second());
    stories.add(ahead());
    return stories;
  }

  private Story first() {
    String id = "sitzung-1";
    var story = plan(id, 150, 128);
    item(
        story,
        id,
        "1",
        AgendaKind.REPORT,
        "Bericht der Geschäftsführung",
        "126 Partner, 18 Pilotprojekte; Stand der sechs Expertenteams.",
        null);
    item(
        story,
        id,
        "2",
        AgendaKind.RESOLUTION,
        "Leitlinien für offene Daten",
        "Das Gremium beschließt die Leitlinien für offene Daten der Allianz (erfunden).",
        null);
    item(
        story,
        id,
        "3",
        AgendaKind.RESOLUTION,
        "Besetzung des Sprecheramts",
        "Das Sprecheramt der Allianz wird wie vorgeschlagen besetzt (erfunden).",
        "Personenbezogene Angelegenheit");
    story.daysAgo(145, 9).does(PROJECT, new SendInvitations(id, null));
    open(story, id, 128);
    sittings.come(story, id, MEMBER, MEMBER_2, MEMBER_3);
    story
        .does(MEMBER, new CallItem(id, id + "-1"))
        .does(
            PROJECT,
            new NoteDiscussion(
                id,
                id + "-1",
                "Die Mitglieder fragen nach den Pilotprojekten, die noch nicht begonnen haben."))
        .does(MEMBER, new TakeNote(id, id + "-1"))
        .does(MEMBER, new CallItem(id, id + "-2"))
        .does(MEMBER, new OpenVoting(id, id + "-2"))
        .does(MEMBER, new RecordVote(id, id + "-2", MEMBER.userId(), Vote.YES))
        .does(MEMBER_2, new RecordVote(id, id + "-2", MEMBER_2.userId(), Vote.YES))
        .does(MEMBER_3, new RecordVote(id, id + "-2", MEMBER_3.userId(), Vote.NO))
        .does(MEMBER, new CloseVoting(id, id + "-2"))
        .does(MEMBER, new CallItem(id, id + "-3"))
        .does(MEMBER_2, new RequestSecretBallot(id, id + "-3", MEMBER_2.userId()));
    sittings.secret(story, id, id + "-3");
    story.does(MEMBER, new CloseMeeting(id));
    minutes(story, id, 122);
    return story;
  }

  private Story inquorate() {
    String id = "sitzung-2";
    var story = plan(id, 90, 70);
    item(
        story,
        id,
        "1",
        AgendaKind.RESOLUTION,
        "Standort der Technologieschau",
        "Die Technologieschau findet im Hafenquartier statt (erfunden).",
        null);
    story.daysAgo(85, 9).does(PROJECT, new SendInvitations(id, null));
    open(story, id, 70);
    sittings.come(story, id, MEMBER);
    story.does(MEMBER, new StateLackOfQuorum(id)).does(MEMBER, new CloseMeeting(id));
    minutes(story, id, 66);
    return story;
  }

  private Story second() {
    String id = "sitzung-3";
    var story = plan(id, 60, 42);
    item(
        story,
        id,
        "1",
        AgendaKind.REPORT,
        "Förderlandschaft",
        "Offene Aufrufe der nächsten neunzig Tage.",
        null);
    story.daysAgo(56, 9).does(PROJECT, new SendInvitations(id, null));
    open(story, id, 42);
    sittings.come(story, id, MEMBER, MEMBER_2);
    story
        .does(MEMBER, new CallItem(id, "sitzung-2-1"))
        .does(
            MEMBER_2,
            new Recuse(
                id,
                "sitzung-2-1",
                MEMBER_2.userId(),
                "Arbeitgeber betreibt Flächen im Hafenquartier (erfunden)"))
        .does(MEMBER, new CountHands(id, "sitzung-2-1", 1, 0, 0))
        .does(MEMBER, new TakeNote(id, id + "-1"))
        .does(MEMBER, new CloseMeeting(id));
    return story;
  }

  private Story ahead() {
    String id = "sitzung-4";
    var story = new Story(id, desk, calendar);
    var day = calendar.ahead(16);
    story
        .daysAgo(12, 11)
        .does(
            LEAD,
            new TakeUrgentDecision(
                BODY,
                "dringlich-1",
                "Ersatz der Sensoren am Hafen (erfunden)",
                "Die ausgefallenen Pegelsensoren werden sofort ersetzt; Kosten 18.400 €.",
                "Hochwasserwarnung, bis zur nächsten Sitzung nicht aufschiebbar",
                MEMBER.userId(),
                MEMBER_2.userId(),
                "Der Hauptausschuss käme erst nach dem Hochwasser zusammen (erfunden)",
                null))
        .daysAgo(6, 10)
        .does(
            PROJECT,
            new PlanMeeting(
                BODY,
                id,
                day.atTime(16, 0).atZone(OFFICE).toInstant(),
                "Rathaus, Raum 226",
                MEMBER.userId(),
                PROJECT.userId()));
    item(
        story,
        id,
        "1",
        AgendaKind.REPORT,
        "Quartalsbericht",
        "Stand der Projekte, Mittelabruf und Risiken.",
        null);
    item(
        story,
        id,
        "2",
        AgendaKind.RESOLUTION,
        "Beteiligungskonzept Westerfilde",
        "Das Beteiligungskonzept für das Projektgebiet Westerfilde wird beschlossen.",
        null);
    item(
        story,
        id,
        "3",
        AgendaKind.RESOLUTION,
        "Vertrag mit einem Betreiber (erfunden)",
        "Dem Vertrag wird zugestimmt.",
        "Geschäftsgeheimnisse Dritter");
    return story;
  }

  private Story plan(String id, int planned, int held) {
    return sittings.plan(
        BODY, id, calendar.daysAgo(planned, 10, id.hashCode()), calendar.daysAgo(held, 16, 0));
  }

  private void item(
      Story story,
      String id,
      String number,
      AgendaKind kind,
      String title,
      String text,
      @Nullable String closedReason) {
    sittings.item(story, id, number, kind, title, text, closedReason);
  }

  private static void open(Story story, String id, int day) {
    story.daysAgo(day, 16).does(MEMBER, new OpenMeeting(BODY, id));
  }

  private void minutes(Story story, String id, int day) {
    sittings.minutes(story, id, Calendar.day(calendar.daysAgo(day, 10, 0)));
  }
}
