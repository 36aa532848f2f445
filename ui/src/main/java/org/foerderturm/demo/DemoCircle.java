package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.ADMINISTRATOR;
import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.MEMBER;
import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.foerderturm.access.AccessCommand.RegisterUser;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.committee.CommitteeCommand.AppointMember;
import org.foerderturm.committee.CommitteeCommand.FoundBody;
import org.foerderturm.committee.MeetingCommand.*;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.kernel.Role;

/**
 * The steering circle with its 52 members, as many as the real one had in January 2019. It meets
 * every half year; those who are members of nothing else have no password.
 */
final class DemoCircle {
  private static final String BODY = "steering-circle";
  private static final int MEMBERS = 52;

  private final Desk desk;
  private final Calendar calendar;
  private final Sittings sittings;

  DemoCircle(Desk desk, Calendar calendar, Sittings sittings) {
    this.desk = desk;
    this.calendar = calendar;
    this.sittings = sittings;
  }

  List<Story> stories() {
    var stories = new ArrayList<Story>();
    stories.add(founded());
    int year = calendar.lastYear() - 2;
    int number = 0;
    for (var held = LocalDate.of(year, 3, 14);
        held.isBefore(calendar.today().minusDays(20));
        held = held.plusMonths(8)) stories.add(meeting(held, number++));
    return stories;
  }

  private Story founded() {
    var story = new Story(BODY, desk, calendar).on(calendar.opening().plusDays(2), 9);
    story.does(
        LEAD, new FoundBody(BODY, "Lenkungskreis der Allianz (Demo)", BodyKind.STEERING, MEMBERS));
    for (var member : DemoPerson.MEMBERS)
      story.does(LEAD, new AppointMember(BODY, member.userId()));
    for (int i = 0; i < MEMBERS - DemoPerson.MEMBERS.size(); i++)
      story
          .does(
              ADMINISTRATOR,
              new RegisterUser(user(i), Invented.person(900 + i), Set.of(Role.COMMITTEE_MEMBER)))
          .does(LEAD, new AppointMember(BODY, user(i)));
    return story;
  }

  /** Between 29 and 44 come; once the circle rejects what is proposed. */
  private Story meeting(LocalDate held, int number) {
    var id = "lenkungskreis-" + (number + 1);
    var story = sittings.plan(BODY, id, held, 40);
    sittings.item(
        story,
        id,
        "1",
        AgendaKind.REPORT,
        "Bericht der Geschäftsführung",
        "Mitglieder, Ideen nach Themenfeldern, Stand der Pilotprojekte und der Anträge.",
        null);
    sittings.item(
        story,
        id,
        "2",
        AgendaKind.REPORT,
        "Bericht der Expertenteams",
        "Jedes Team stellt ein Vorhaben vor.",
        null);
    sittings.item(
        story,
        id,
        "3",
        AgendaKind.RESOLUTION,
        SUBJECTS[number % SUBJECTS.length][0],
        SUBJECTS[number % SUBJECTS.length][1],
        null);
    story.on(held.minusDays(21), 9).does(PROJECT, new SendInvitations(id, null));
    story.on(held, 16).does(MEMBER, new OpenMeeting(BODY, id)).pace(Duration.ofSeconds(40));
    int present = 29 + number * 7 % 16;
    story.does(PROJECT, new ArriveAtMeeting(id, MEMBER.userId()));
    for (int i = 1; i < present; i++) story.does(PROJECT, new ArriveAtMeeting(id, user(i)));
    int no = number == 2 ? present / 2 + 3 : 3 + number % 4;
    int abstain = 2 + number % 3;
    story
        .pace(Duration.ofMinutes(11))
        .does(MEMBER, new CallItem(id, id + "-1"))
        .does(MEMBER, new TakeNote(id, id + "-1"))
        .does(MEMBER, new CallItem(id, id + "-2"))
        .does(MEMBER, new TakeNote(id, id + "-2"))
        .does(MEMBER, new CallItem(id, id + "-3"))
        .does(MEMBER, new CountHands(id, id + "-3", present - no - abstain, no, abstain))
        .does(MEMBER, new CloseMeeting(id));
    sittings.minutes(story, id, held.plusDays(9));
    return story;
  }

  private static final String[][] SUBJECTS = {
    {
      "Arbeitsprogramm der Allianz",
      "Der Lenkungskreis beschließt das Arbeitsprogramm für das laufende Jahr (erfunden)."
    },
    {
      "Leitfaden für Reallabore",
      "Der Lenkungskreis empfiehlt den Leitfaden für Reallabore im Quartier (erfunden)."
    },
    {
      "Eigene Messe der Allianz",
      "Die Allianz richtet eine eigene Messe aus; Kosten 240.000 € aus Beiträgen (erfunden)."
    },
    {
      "Zusammenarbeit mit Nachbarstädten",
      "Der Lenkungskreis befürwortet Partnerschaften mit zwei Nachbarstädten (erfunden)."
    },
    {
      "Grundsätze für Daten der Mitglieder",
      "Der Lenkungskreis beschließt die Grundsätze zum Teilen von Daten (erfunden)."
    },
    {
      "Schwerpunkte der Förderung",
      "Energie und Hafenquartier werden Schwerpunkte der nächsten Anträge (erfunden)."
    },
    {
      "Beteiligung der Stadtbezirke",
      "Jeder Stadtbezirk bekommt einmal im Jahr eine Ideenwerkstatt (erfunden)."
    },
  };

  private static String user(int number) {
    return "lenkungskreis-%02d".formatted(number + 1);
  }
}
