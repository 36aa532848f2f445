package org.foerderturm.committee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.committee.CommitteeEvent.LeftOver;
import org.foerderturm.committee.MeetingCommand.MoveMeeting;
import org.foerderturm.committee.MeetingEvent.Ballot;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * What bodies, motions and meetings ask of each other in one transaction. Package-private and not
 * for models, so that nobody can ask it alone: a motion is decided in a meeting only because the
 * meeting voted.
 */
sealed interface CommitteeConsequence extends Command {

  /** Refuses somebody who sits on this body in that time. */
  @AllowedTo(Role.OFFICE_LEAD)
  record RuleOutMember(
      @TargetAggregateIdentifier String bodyId,
      String userId,
      @Nullable LocalDate from,
      @Nullable LocalDate until)
      implements CommitteeConsequence {}

  /** Refuses a body that is no committee. */
  @AllowedTo(Role.OFFICE_LEAD)
  record ConfirmCommittee(@TargetAggregateIdentifier String bodyId)
      implements CommitteeConsequence {}

  /** Refuses a number under which this body, a committee, has adopted nothing. */
  @AllowedTo(Role.OFFICE_LEAD)
  record ConfirmResolution(@TargetAggregateIdentifier String bodyId, String number)
      implements CommitteeConsequence {}

  /** Refuses a vote without a meeting where the body has none, whatever its motions once said. */
  @AllowedTo(Role.OFFICE_LEAD)
  record AllowVoteOutside(@TargetAggregateIdentifier String bodyId)
      implements CommitteeConsequence {}

  /** The time to vote is over: counts, unless the body decides in meetings only. */
  @AllowedTo(Role.OFFICE_LEAD)
  record CountUnlessInMeetings(@TargetAggregateIdentifier String bodyId, String motionId)
      implements CommitteeConsequence {}

  @AllowedTo(Role.OFFICE_LEAD)
  record CountVotes(@TargetAggregateIdentifier String motionId) implements CommitteeConsequence {}

  @AllowedTo(Role.OFFICE_LEAD)
  record BeginMeeting(
      @TargetAggregateIdentifier String meetingId,
      List<String> members,
      int statutoryMembers,
      List<String> expertCitizens)
      implements CommitteeConsequence {
    BeginMeeting(String meetingId, List<String> members, int statutoryMembers) {
      this(meetingId, members, statutoryMembers, List.of());
    }
  }

  /** A subject that was decided comes before the body again. */
  @AllowedTo(Role.OFFICE_LEAD)
  record ReopenSubject(@TargetAggregateIdentifier String bodyId, LeftOver subject)
      implements CommitteeConsequence {}

  /** Moves a meeting to another time or place, with what holds in the body on that day. */
  @AllowedTo(Role.OFFICE_LEAD)
  record Reschedule(
      @TargetAggregateIdentifier String meetingId,
      Instant startsAt,
      String place,
      String reason,
      String title,
      List<String> members,
      int statutoryMembers,
      BodyRules rules,
      Instant inviteBy,
      @Nullable MoveMeeting asked)
      implements CommitteeConsequence {
    Reschedule(
        String meetingId,
        Instant startsAt,
        String place,
        String reason,
        String title,
        List<String> members,
        int statutoryMembers,
        BodyRules rules,
        Instant inviteBy) {
      this(
          meetingId,
          startsAt,
          place,
          reason,
          title,
          members,
          statutoryMembers,
          rules,
          inviteBy,
          null);
    }

    /** Where it takes place, unless somebody moved it elsewhere meanwhile. */
    String place(String now) {
      var seen = asked == null ? null : asked.seen();
      if (asked == null || seen == null) return place;
      return Merge.of(
              asked,
              new MoveMeeting(
                  asked.bodyId(), asked.meetingId(), seen.startsAt(), now, asked.reason()))
          .place()
          .strip();
    }
  }

  /** Puts a motion on an agenda; refuses one of another body or one that is decided. */
  @AllowedTo(Role.OFFICE_LEAD)
  record TableMotion(@TargetAggregateIdentifier String motionId, String bodyId, String meetingId)
      implements CommitteeConsequence {}

  /** What was left over stands on the next agenda; a motion withdrawn meanwhile as withdrawn. */
  @AllowedTo(Role.OFFICE_LEAD)
  record CarryMotion(@TargetAggregateIdentifier String motionId, String meetingId)
      implements CommitteeConsequence {}

  /** The motion is withdrawn: nobody votes on it in this meeting. Without effect on a past one. */
  @AllowedTo(Role.OFFICE_LEAD)
  record StrikeMotion(@TargetAggregateIdentifier String meetingId, String motionId, String reason)
      implements CommitteeConsequence {}

  /** The motion is put off: this meeting does not deal with it. Without effect on a past one. */
  @AllowedTo(Role.OFFICE_LEAD)
  record PutOffMotion(@TargetAggregateIdentifier String meetingId, String motionId, String reason)
      implements CommitteeConsequence {}

  @AllowedTo(Role.OFFICE_LEAD)
  record DecideMotion(
      @TargetAggregateIdentifier String motionId,
      String meetingId,
      String result,
      int yes,
      int no,
      int abstentions,
      int present,
      int statutoryMembers,
      String basis,
      boolean closed,
      @Nullable String amendedText,
      @Nullable Long amendedCents)
      implements CommitteeConsequence {
    DecideMotion(
        String motionId,
        String meetingId,
        String result,
        int yes,
        int no,
        int abstentions,
        int present,
        int statutoryMembers,
        String basis,
        boolean closed) {
      this(
          motionId,
          meetingId,
          result,
          yes,
          no,
          abstentions,
          present,
          statutoryMembers,
          basis,
          closed,
          null,
          null);
    }
  }

  /** Refuses changes of a motion whose case takes it only as it was put. */
  @AllowedTo(Role.OFFICE_LEAD)
  record ConfirmAmendable(@TargetAggregateIdentifier String motionId, @Nullable Long amountCents)
      implements CommitteeConsequence {}

  @AllowedTo(Role.OFFICE_LEAD)
  record NumberResolution(
      @TargetAggregateIdentifier String bodyId,
      String subjectId,
      @Nullable String meetingId,
      @Nullable String motionId,
      @Nullable String caseKey,
      String title,
      String text,
      String result,
      boolean closed)
      implements CommitteeConsequence {}

  @AllowedTo(Role.OFFICE_LEAD)
  record SettleUrgency(
      @TargetAggregateIdentifier String bodyId,
      String decisionId,
      String meetingId,
      boolean ratified)
      implements CommitteeConsequence {}

  /**
   * The meeting is over or cancelled; what it left waits for the next one.
   *
   * @param struck subjects that wait no longer, since they were withdrawn
   */
  @AllowedTo(Role.OFFICE_LEAD)
  record ConcludeMeeting(
      @TargetAggregateIdentifier String bodyId,
      String meetingId,
      List<LeftOver> leftOver,
      List<String> struck)
      implements CommitteeConsequence {}

  /** The ballots as they fell out of the box. Sent by {@link BallotBox}. */
  @AllowedTo(everyone = true)
  record PublishBallots(
      @TargetAggregateIdentifier String meetingId, String itemId, List<Ballot> ballots)
      implements CommitteeConsequence {}
}
