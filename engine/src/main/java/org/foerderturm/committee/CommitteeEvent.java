package org.foerderturm.committee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingEvent.Decisive;
import org.foerderturm.kernel.Event;
import org.jspecify.annotations.Nullable;

/**
 * Facts about bodies, in the stream of the body, and about motions, in the stream of the motion.
 */
public sealed interface CommitteeEvent extends Event {

  @Revision("1")
  record BodyFounded(
      String bodyId, String name, BodyKind kind, int statutoryMembers, BodyRules rules)
      implements CommitteeEvent {}

  @Revision("1")
  record RulesAdopted(String bodyId, BodyRules rules) implements CommitteeEvent {}

  /**
   * @param memberId for which organisation; null for none, and in events older than this part
   */
  @Revision("1")
  record MemberAppointed(
      String bodyId,
      String userId,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable String memberId,
      @Nullable Boolean expertCitizen)
      implements CommitteeEvent {
    public MemberAppointed(
        String bodyId,
        String userId,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String memberId) {
      this(bodyId, userId, from, until, memberId, null);
    }

    public MemberAppointed(
        String bodyId, String userId, @Nullable LocalDate from, @Nullable LocalDate until) {
      this(bodyId, userId, from, until, null);
    }
  }

  /**
   * @param reason none in events older than this part
   */
  @Revision("1")
  record MemberDismissed(String bodyId, String userId, @Nullable String reason)
      implements CommitteeEvent {}

  /**
   * @param from null if it has begun
   * @param until null if it is open
   */
  @Revision("1")
  record OfficeAssigned(
      String bodyId,
      BodyOffice office,
      String userId,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      String source)
      implements CommitteeEvent {}

  @Revision("1")
  record OfficeEnded(String bodyId, BodyOffice office, String userId, String reason)
      implements CommitteeEvent {}

  @Revision("1")
  record MainCommitteeNamed(String bodyId, String committeeId, String source)
      implements CommitteeEvent {}

  /** A motion came in; its day settles who is in office and which rules hold. */
  @Revision("1")
  record MotionReceived(String bodyId, String motionId) implements CommitteeEvent {}

  /**
   * A motion stands before a body.
   *
   * @param members who may vote, in alphabetical order
   * @param rules by which it will be decided, whatever the body adopts meanwhile
   * @param voteUntil last moment to vote without a meeting; null where the rules know no such vote,
   *     and in events older than this part
   * @param amendable whether a meeting may adopt it with another wording and sum; null for no
   */
  @Revision("1")
  record MotionSubmitted(
      String motionId,
      String bodyId,
      String bodyName,
      String title,
      String proposal,
      String caseKey,
      List<String> members,
      int statutoryMembers,
      BodyRules rules,
      @Nullable Instant voteUntil,
      @Nullable Boolean amendable)
      implements CommitteeEvent {
    public MotionSubmitted {
      members = List.copyOf(members);
    }

    public MotionSubmitted(
        String motionId,
        String bodyId,
        String bodyName,
        String title,
        String proposal,
        String caseKey,
        List<String> members,
        int statutoryMembers,
        BodyRules rules,
        @Nullable Instant voteUntil) {
      this(
          motionId,
          bodyId,
          bodyName,
          title,
          proposal,
          caseKey,
          members,
          statutoryMembers,
          rules,
          voteUntil,
          null);
    }

    public MotionSubmitted(
        String motionId,
        String bodyId,
        String bodyName,
        String title,
        String proposal,
        String caseKey,
        List<String> members,
        int statutoryMembers,
        BodyRules rules) {
      this(
          motionId,
          bodyId,
          bodyName,
          title,
          proposal,
          caseKey,
          members,
          statutoryMembers,
          rules,
          null,
          null);
    }
  }

  /** The case that put the motion was cancelled; it is decided by nobody. */
  @Revision("1")
  record MotionWithdrawn(String motionId, String bodyId, String caseKey, String reason)
      implements CommitteeEvent {}

  @Revision("1")
  record VoteCast(String motionId, String member, Vote vote) implements CommitteeEvent {}

  /** A member disclosed bias, left and takes no part. */
  @Revision("1")
  record BiasDeclared(String motionId, String member, String reason) implements CommitteeEvent {}

  /**
   * The vote is closed and counted.
   *
   * @param result {@link Tally#ADOPTED}, {@link Tally#AMENDED}, {@link Tally#REJECTED} or {@link
   *     Tally#INQUORATE}, in small letters
   * @param present who voted, abstentions included
   * @param basis source of the rules by which it was counted
   * @param meetingId null if it was decided outside of a meeting
   * @param amendedText the changed wording, if it was adopted with changes
   * @param amendedCents the changed sum, if it was adopted with changes
   */
  @Revision("1")
  record MotionDecided(
      String motionId,
      String bodyId,
      String caseKey,
      String result,
      int yes,
      int no,
      int abstentions,
      int present,
      int statutoryMembers,
      boolean quorate,
      String basis,
      @Nullable String meetingId,
      @Nullable String amendedText,
      @Nullable Long amendedCents)
      implements CommitteeEvent {
    public MotionDecided(
        String motionId,
        String bodyId,
        String caseKey,
        String result,
        int yes,
        int no,
        int abstentions,
        int present,
        int statutoryMembers,
        boolean quorate,
        String basis,
        @Nullable String meetingId) {
      this(
          motionId,
          bodyId,
          caseKey,
          result,
          yes,
          no,
          abstentions,
          present,
          statutoryMembers,
          quorate,
          basis,
          meetingId,
          null,
          null);
    }

    public MotionDecided(
        String motionId,
        String bodyId,
        String caseKey,
        String result,
        int yes,
        int no,
        int abstentions,
        int present,
        int statutoryMembers,
        boolean quorate,
        String basis) {
      this(
          motionId,
          bodyId,
          caseKey,
          result,
          yes,
          no,
          abstentions,
          present,
          statutoryMembers,
          quorate,
          basis,
          null,
          null,
          null);
    }
  }

  /**
   * The time to vote without a meeting is over.
   *
   * @param outstanding members who neither voted nor declared bias
   * @param meetingId the meeting that is to decide all the same; null if there is none
   */
  @Revision("1")
  record VotingPeriodEnded(String motionId, int outstanding, @Nullable String meetingId)
      implements CommitteeEvent {}

  /**
   * A bias came to light after a vote without a meeting was counted.
   *
   * @param tookPart whether the member voted
   */
  @Revision("1")
  record MotionBiasDisclosed(
      String motionId,
      String bodyId,
      String member,
      String reason,
      String disclosedBy,
      LocalDate disclosedOn,
      boolean tookPart,
      Decisive decisive)
      implements CommitteeEvent {}

  @Revision("1")
  record MotionBiasSettled(
      String motionId, String bodyId, String member, boolean voteAgain, String reason)
      implements CommitteeEvent {}

  /** A motion came off the agenda, to come before its body on a later day. */
  @Revision("1")
  record MotionPostponed(
      String motionId, String bodyId, String caseKey, LocalDate until, String reason)
      implements CommitteeEvent {}

  /** A motion stands on a meeting's agenda; it can still be decided otherwise before. */
  @Revision("1")
  record MotionTabled(String motionId, String meetingId) implements CommitteeEvent {}

  /** Not every member agreed in writing, so a meeting has to decide. */
  @Revision("1")
  record CircularVoteFailed(
      String motionId, int yes, int no, int abstentions, int outstanding, int biased)
      implements CommitteeEvent {}

  /**
   * @param carried ids of the subjects that stand on its agenda by themselves
   */
  @Revision("1")
  record MeetingCalled(String bodyId, String meetingId, Instant startsAt, List<String> carried)
      implements CommitteeEvent {
    public MeetingCalled {
      carried = List.copyOf(carried);
    }
  }

  /** A meeting that was fixed will begin at another time. */
  @Revision("1")
  record MeetingRescheduled(String bodyId, String meetingId, Instant startsAt)
      implements CommitteeEvent {}

  /**
   * A meeting is over or cancelled.
   *
   * @param leftOver what stands on the agenda of the next meeting by itself
   * @param struck subjects that were withdrawn and wait no longer
   */
  @Revision("1")
  record MeetingConcluded(
      String bodyId, String meetingId, List<LeftOver> leftOver, List<String> struck)
      implements CommitteeEvent {
    public MeetingConcluded {
      leftOver = List.copyOf(leftOver);
      struck = struck == null ? List.of() : List.copyOf(struck);
    }
  }

  /**
   * A subject that a meeting did not settle.
   *
   * @param inquorate for lack of a quorum: a second meeting may decide it however few come
   */
  record LeftOver(
      String subjectId,
      AgendaKind kind,
      String title,
      String text,
      @Nullable String motionId,
      @Nullable String closedReason,
      boolean inquorate) {}

  /**
   * Decided without the body (GO NRW § 60): by its main committee, or by the mayor with one
   * councillor; holds until revoked.
   *
   * @param mayor who held that office or its deputy's; null if the main committee decided
   * @param councillor null if the main committee decided
   * @param committeeReason why the main committee could not be called in time; null if it decided,
   *     where there is none to call, and in events older than this part
   * @param committeeNumber number of the main committee's resolution; null if the mayor decided
   */
  @Revision("1")
  record UrgentDecisionTaken(
      String bodyId,
      String decisionId,
      String title,
      String text,
      String reason,
      @Nullable String mayor,
      @Nullable String councillor,
      @Nullable String committeeReason,
      @Nullable String committeeNumber)
      implements CommitteeEvent {}

  /** An urgent decision was put on the agenda of a meeting that was fixed already. */
  @Revision("1")
  record UrgentDecisionTabled(String bodyId, String decisionId, String meetingId)
      implements CommitteeEvent {}

  @Revision("1")
  record UrgentDecisionRatified(String bodyId, String decisionId, String meetingId)
      implements CommitteeEvent {}

  @Revision("1")
  record UrgentDecisionRevoked(String bodyId, String decisionId, String meetingId)
      implements CommitteeEvent {}

  /** A subject that was decided comes before the body again; it stands on the next agenda. */
  @Revision("1")
  record SubjectReopened(String bodyId, LeftOver subject) implements CommitteeEvent {}

  /** Why a mayor objects. */
  enum ObjectionGround {
    /** It endangers the municipality's good (GO NRW § 54 Abs. 1). */
    HARM,
    /** It breaks the law (Beanstandung, GO NRW § 54 Abs. 2 and 3). */
    LAW
  }

  /** What became of an objection. */
  enum ObjectionOutcome {
    /** The body decided otherwise: the resolution is gone. */
    GIVEN_UP,
    /** Upheld, or confirmed: it holds. */
    HOLDS,
    /** Upheld against the law: the supervisory authority decides, of a committee's the council. */
    REFERRED,
    /** The supervisory authority, or the council, set it aside. */
    SET_ASIDE
  }

  /**
   * The mayor objected: the resolution is suspended.
   *
   * @param mayor who held that office or its deputy's on that day
   * @param meetFrom first day of the meeting that decides again; null where the law names none
   * @param meetUntil last day of it; null where the law names none
   * @param basis by which rule
   */
  @Revision("1")
  record ResolutionObjected(
      String bodyId,
      String number,
      String subjectId,
      @Nullable String motionId,
      ObjectionGround ground,
      String mayor,
      LocalDate objectedOn,
      String reason,
      @Nullable LocalDate meetFrom,
      @Nullable LocalDate meetUntil,
      String basis)
      implements CommitteeEvent {}

  /**
   * @param decidedOn null if the body's own register says it
   * @param reference the body's new resolution, or where the other's decision is found
   */
  @Revision("1")
  record ObjectionSettled(
      String bodyId,
      String number,
      ObjectionOutcome outcome,
      @Nullable LocalDate decidedOn,
      String reference)
      implements CommitteeEvent {}

  /** A decision came in; its day settles the year of its number. */
  @Revision("1")
  record DecisionReported(String bodyId, String subjectId) implements CommitteeEvent {}

  /**
   * A decision stands in the body's register.
   *
   * @param number year and running number in that body, e.g. {@code 2026-014}
   * @param meetingId null if it was decided outside of a meeting
   * @param caseKey business key of the case that waited for it
   * @param result {@code adopted} or {@code rejected}
   * @param closed decided with the public excluded
   */
  @Revision("1")
  record ResolutionNumbered(
      String bodyId,
      String number,
      int year,
      int sequence,
      String subjectId,
      @Nullable String meetingId,
      @Nullable String motionId,
      @Nullable String caseKey,
      String title,
      String text,
      String result,
      boolean closed)
      implements CommitteeEvent {}
}
