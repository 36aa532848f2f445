package org.foerderturm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.committee.BodyRules;
import org.foerderturm.committee.CommitteeCommand.AppointMember;
import org.foerderturm.committee.CommitteeCommand.EndVote;
import org.foerderturm.committee.CommitteeCommand.FoundBody;
import org.foerderturm.committee.CommitteeQuery.FindMotion;
import org.foerderturm.committee.MeetingCommand.ArriveAtMeeting;
import org.foerderturm.committee.MeetingCommand.CloseMeeting;
import org.foerderturm.committee.MeetingCommand.CountHands;
import org.foerderturm.committee.MeetingCommand.OpenMeeting;
import org.foerderturm.committee.MeetingCommand.PlaceOnAgenda;
import org.foerderturm.committee.MeetingCommand.PlanMeeting;
import org.foerderturm.committee.MeetingCommand.SendInvitations;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingRules;
import org.foerderturm.committee.MeetingRules.Outside;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Role;

/** Bodies whose members vote without meeting by their own rule, and what only meetings decide. */
public final class TestBodies {
  private TestBodies() {}

  /** Votes by majority without a meeting, as only a body's own rule can allow. */
  public static BodyRules electronic() {
    return electronic(Outside.BY_MAJORITY, 7);
  }

  public static BodyRules electronic(Outside how, int days) {
    return BodyRules.municipal()
        .with(MeetingRules.municipal().voting(how, days, "Geschäftsordnung § 6"));
  }

  /** A body of that kind with its members; it votes without meeting if law lets it. */
  public static void found(
      TestOffice office, String body, String name, BodyKind kind, List<String> members) {
    var rules =
        kind.decidesInMeetingsOnly() ? BodyRules.municipal() : electronic(Outside.BY_MAJORITY, 21);
    office.send(new FoundBody(body, name, kind, members.size(), rules), TestOffice.LEAD);
    members.forEach(member -> office.send(new AppointMember(body, member), TestOffice.LEAD));
  }

  /** The announced end of an electronic vote has come. */
  public static void timeIsOver(TestOffice office, String motion) {
    var found =
        Objects.requireNonNull(office.office().ask(new FindMotion(motion), TestOffice.LEAD));
    Clocks.at(
        Objects.requireNonNull(found.voteUntil()),
        () -> office.send(new EndVote(motion), TestOffice.LEAD));
  }

  /** A meeting, planned now and held in twenty days, decides the motion by raised hands. */
  public static void meets(
      TestOffice office, String body, String motion, List<String> members, int yes, int no) {
    var planned = Clocks.now();
    meets(office, body, motion, members, yes, no, planned, planned.plus(Duration.ofDays(20)));
  }

  public static void meets(
      TestOffice office,
      String body,
      String motion,
      List<String> members,
      int yes,
      int no,
      Instant planned,
      Instant held) {
    var meeting = "meeting-" + UUID.randomUUID();
    var chair = members.getFirst();
    office.knows(Role.COMMITTEE_MEMBER, chair);
    office.knows(Role.PROJECT_MANAGER, "clara.clerk");
    Clocks.at(
        planned,
        () -> {
          office.send(
              new PlanMeeting(body, meeting, held, "Rathaus", chair, "clara.clerk"),
              TestOffice.LEAD);
          office.send(
              new PlaceOnAgenda(
                  meeting, "i1", AgendaKind.RESOLUTION, motion, motion, "", motion, null),
              TestOffice.LEAD);
          office.send(new SendInvitations(meeting, null), TestOffice.LEAD);
        });
    Clocks.at(
        held,
        () -> {
          office.send(new OpenMeeting(body, meeting), TestOffice.LEAD);
          for (var member : members.subList(0, yes + no))
            office.send(new ArriveAtMeeting(meeting, member), TestOffice.LEAD);
          office.send(new CountHands(meeting, "i1", yes, no, 0), TestOffice.LEAD);
          office.send(new CloseMeeting(meeting), TestOffice.LEAD);
        });
  }
}
