package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.MEMBER;
import static org.foerderturm.demo.DemoPerson.MEMBER_2;
import static org.foerderturm.demo.DemoPerson.MEMBER_3;
import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.util.List;
import java.util.stream.IntStream;
import org.foerderturm.committee.MeetingCommand.*;
import org.foerderturm.committee.MeetingEvent.AgendaKind;

/** Meetings of the council, one a quarter, before those that {@link DemoMeetings} tells. */
final class DemoQuarters {
  private final Calendar calendar;
  private final Sittings sittings;

  DemoQuarters(Calendar calendar, Sittings sittings) {
    this.calendar = calendar;
    this.sittings = sittings;
  }

  List<Story> stories() {
    return IntStream.range(0, EARLIER.length).mapToObj(this::earlier).toList();
  }

  private Story earlier(int number) {
    var id = "sitzung-frueher-" + (number + 1);
    int day = 160 + 90 * (EARLIER.length - number);
    var story =
        sittings.plan(
            DemoMeetings.BODY,
            id,
            calendar.daysAgo(day + 22, 10, id.hashCode()),
            calendar.daysAgo(day, 16, 0));
    sittings.item(story, id, "1", AgendaKind.REPORT, "Quartalsbericht", QUARTER, null);
    for (int i = 0; i < EARLIER[number].length; i += 2)
      sittings.item(
          story,
          id,
          String.valueOf(2 + i / 2),
          AgendaKind.RESOLUTION,
          EARLIER[number][i],
          EARLIER[number][i + 1] + " (erfunden)",
          null);
    story.daysAgo(day + 15, 9).does(PROJECT, new SendInvitations(id, null));
    story.daysAgo(day, 16).does(MEMBER, new OpenMeeting(DemoMeetings.BODY, id));
    sittings.come(story, id, MEMBER, MEMBER_2);
    if (number != 4) sittings.come(story, id, MEMBER_3);
    story.does(MEMBER, new CallItem(id, id + "-1")).does(MEMBER, new TakeNote(id, id + "-1"));
    for (int i = 2; i < 2 + EARLIER[number].length / 2; i++) {
      int yes = (number + i) % 5 == 0 ? 1 : 2;
      story
          .does(MEMBER, new CallItem(id, id + "-" + i))
          .does(MEMBER, new CountHands(id, id + "-" + i, yes, 2 - yes, 0));
    }
    story.does(MEMBER, new CloseMeeting(id));
    sittings.minutes(story, id, Calendar.day(calendar.daysAgo(day - 8, 10, 0)));
    return story;
  }

  private static final String QUARTER = "Stand der Projekte, Mittelabruf, Risiken und Ideen.";
  private static final String[][] EARLIER = {
    {
      "Geschäftsordnung", "Das Gremium gibt sich die Geschäftsordnung.",
      "Beitragsordnung", "Die Beitragsordnung gilt für das laufende Jahr."
    },
    {"Datenstrategie", "Die Datenstrategie der Allianz wird beschlossen."},
    {"Technologieschau im Rathaus", "Die Technologieschau zieht ins Rathaus."},
    {
      "Leitlinien für Beteiligung", "Wer betroffen ist, wird vor dem Antrag gefragt.",
      "Eigenes Logo für jedes Projekt", "Jedes Projekt bekommt ein eigenes Logo."
    },
    {"Standortsuche Ladepunkte", "Die Suche nach Standorten beginnt in drei Stadtbezirken."},
    {"Reserve für Eigenanteile", "Aus Beiträgen wird eine Reserve für Eigenanteile gebildet."},
    {
      "Messnetz Hafen", "Das Messnetz am Hafen wird um zwölf Punkte erweitert.",
      "Öffentliche Sitzungen im Netz", "Die Sitzungen werden im Netz übertragen."
    },
  };
}
