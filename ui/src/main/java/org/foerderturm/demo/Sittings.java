package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.MEMBER;
import static org.foerderturm.demo.DemoPerson.MEMBER_2;
import static org.foerderturm.demo.DemoPerson.MEMBER_3;
import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.foerderturm.committee.MeetingCommand.*;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingQuery.FindMeeting;
import org.foerderturm.committee.SecretBallots;
import org.foerderturm.committee.Vote;
import org.foerderturm.process.Files;
import org.foerderturm.ui.committee.MinutesFile;
import org.jspecify.annotations.Nullable;

/** What all meetings have in common: how they are planned, opened, and written down. */
final class Sittings {
  private final Desk desk;
  private final Calendar calendar;
  private final SecretBallots ballots;
  private final Files files;

  Sittings(Desk desk, Calendar calendar, SecretBallots ballots, Files files) {
    this.desk = desk;
    this.calendar = calendar;
    this.ballots = ballots;
    this.files = files;
  }

  /** A meeting of the past. */
  Story plan(String body, String id, LocalDate held, int daysBefore) {
    return plan(
        body,
        id,
        calendar.on(held.minusDays(daysBefore), 10, id.hashCode()),
        calendar.on(held, 16, 0));
  }

  Story plan(String body, String id, Instant planned, Instant held) {
    return new Story(id, desk, calendar)
        .on(Calendar.day(planned), 10)
        .does(
            PROJECT,
            new PlanMeeting(
                body,
                id,
                held.truncatedTo(ChronoUnit.HOURS),
                "Rathaus, Raum 226",
                MEMBER.userId(),
                PROJECT.userId()));
  }

  void item(
      Story story,
      String id,
      String number,
      AgendaKind kind,
      String title,
      String text,
      @Nullable String closedReason) {
    String item = id + "-" + number;
    story.does(PROJECT, new PlaceOnAgenda(id, item, kind, item, title, text, null, closedReason));
  }

  void come(Story story, String id, DemoPerson... members) {
    for (var member : members) story.does(PROJECT, new ArriveAtMeeting(id, member.userId()));
  }

  void secret(Story story, String id, String item) {
    story.step(() -> ballots.open(id, item, MEMBER.actor()));
    handIn(story, id, item, MEMBER, Vote.YES);
    handIn(story, id, item, MEMBER_2, Vote.YES);
    handIn(story, id, item, MEMBER_3, Vote.ABSTAIN);
    story.step(() -> ballots.count(id, item, MEMBER.actor()));
  }

  private void handIn(Story story, String id, String item, DemoPerson member, Vote vote) {
    story.step(() -> ballots.handIn(id, item, vote, member.actor()));
  }

  void minutes(Story story, String id, LocalDate day) {
    story
        .on(day, 10)
        .step(() -> draft(id))
        .does(PROJECT, new SignMinutes(id, null))
        .does(MEMBER, new SignMinutes(id, null))
        .does(LEAD, new PublishMinutes(id));
  }

  private void draft(String id) {
    var meeting = desk.asks(new FindMeeting(id), LEAD);
    if (meeting == null) throw new IllegalStateException("no meeting " + id);
    var names = desk.names();
    var open =
        CompletableFuture.supplyAsync(() -> MinutesFile.of(meeting, names, Locale.GERMAN, false));
    var whole = MinutesFile.of(meeting, names, Locale.GERMAN, true);
    desk.send(new DraftMinutes(id, files.store(whole), files.store(open.join())), PROJECT.actor());
  }
}
