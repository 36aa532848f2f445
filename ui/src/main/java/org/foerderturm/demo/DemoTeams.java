package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foerderturm.alliance.ExpertTeam;
import org.foerderturm.contact.ContactCommand.AddContact;
import org.foerderturm.contact.TeamCommand;
import org.foerderturm.contact.TeamCommand.AppointExpert;
import org.foerderturm.contact.TeamCommand.EndExpertTerm;
import org.foerderturm.intake.NewMember;

/**
 * The expert teams: 173 people in office, as many as the real ones had in January 2019, and some
 * whose term is over.
 */
final class DemoTeams {
  private static final int PEOPLE = 173;
  private static final int FORMER = 17;
  private static final LocalDate FIRST_CONFERENCE = LocalDate.of(2017, 3, 2);
  private static final List<String> FUNCTIONS =
      List.of(
          "Geschäftsführung",
          "Leitung Entwicklung",
          "Leitung Innovation",
          "Projektleitung",
          "Referat Digitalisierung",
          "Fachgebietsleitung",
          "Vorstand",
          "Vertrieb Kommunen");

  private final Desk desk;
  private final Calendar calendar;
  private final List<NewMember> members;
  private int people;

  DemoTeams(Desk desk, Calendar calendar, List<NewMember> members) {
    this.desk = desk;
    this.calendar = calendar;
    this.members = members;
  }

  List<Story> stories() {
    var stories = new ArrayList<Story>();
    var teams = ExpertTeam.values();
    for (int i = 0; i < teams.length; i++) {
      int seats = PEOPLE / teams.length + (i < PEOPLE % teams.length ? 1 : 0);
      stories.add(team(teams[i], seats, calendar.opening().plusDays(8 + 2L * i)));
    }
    return stories;
  }

  /** One of its members each until all have one, then a second one of each, and so on. */
  private Story team(ExpertTeam team, int seats, LocalDate day) {
    var id = TeamCommand.idOf(team);
    var own = members.stream().filter(member -> member.expertTeams().contains(team)).toList();
    var story = new Story(id, desk, calendar).on(day, 9);
    for (int seat = 0; seat < seats; seat++)
      seat(story, id, team, own.get(seat % own.size()), seat);
    int former = FORMER / ExpertTeam.values().length + 1;
    for (int seat = 0; seat < former; seat++)
      formerSeat(story, id, team, own.get((seat * 5 + 3) % own.size()));
    return story;
  }

  private void seat(Story story, String id, ExpertTeam team, NewMember member, int seat) {
    var from = later(member.joinedOn(), FIRST_CONFERENCE.plusDays(seat * 31L % 900));
    story.does(PROJECT, contact(member, from));
    story.does(
        PROJECT,
        new AppointExpert(id, team, "contact-" + people, member.memberId(), from, null, seat == 0));
  }

  private void formerSeat(Story story, String id, ExpertTeam team, NewMember member) {
    var from = later(member.joinedOn(), FIRST_CONFERENCE);
    var until = from.plusYears(3).plusDays(people % 200);
    story
        .does(PROJECT, contact(member, from))
        .does(
            PROJECT,
            new AppointExpert(id, team, "contact-" + people, member.memberId(), from, null, false))
        .does(PROJECT, new EndExpertTerm(id, "contact-" + people, until));
  }

  private AddContact contact(NewMember member, LocalDate from) {
    var name = Invented.person(++people);
    return new AddContact(
        "contact-" + people,
        member.memberId(),
        name,
        FUNCTIONS.get(people % FUNCTIONS.size()),
        "person-%03d@mitglied.example".formatted(people),
        null,
        from);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
