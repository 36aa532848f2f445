package org.foerderturm.committee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.foerderturm.committee.CommitteeEvent.ObjectionGround;
import org.foerderturm.committee.CommitteeEvent.ObjectionOutcome;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingEvent.Ballot;
import org.foerderturm.committee.MeetingEvent.CandidateVotes;
import org.foerderturm.committee.MeetingEvent.Decisive;
import org.foerderturm.committee.MeetingEvent.ElectionOutcome;
import org.foerderturm.committee.MeetingEvent.VotingMode;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Sort;
import org.jspecify.annotations.Nullable;

/**
 * Questions about meetings and the register of resolutions. What is closed to the public is told to
 * members, project managers, office leads and auditors only; others learn that there is something.
 */
public sealed interface MeetingQuery<R> extends Query<R> {

  /**
   * Meetings: those ahead and running the next one first, past ones the last one first.
   *
   * @param bodyId null for all bodies
   * @param ahead true: planned, invited or running; false: over or cancelled
   */
  @AllowedTo(everyone = true)
  record FindMeetings(@Nullable String bodyId, boolean ahead, int offset, int limit)
      implements MeetingQuery<Page<MeetingRow>> {}

  /** One meeting; null if there is none. */
  @AllowedTo(everyone = true)
  record FindMeeting(String meetingId) implements MeetingQuery<@Nullable MeetingDetails> {}

  /**
   * The register, newest first.
   *
   * @param text words in number, title or text; German stemming; null or blank for all
   */
  @AllowedTo(everyone = true)
  record FindResolutions(
      @Nullable String bodyId,
      @Nullable Integer year,
      @Nullable String result,
      @Nullable String text,
      @Nullable Sort sort,
      int offset,
      int limit)
      implements MeetingQuery<Page<ResolutionRow>> {

    /** In the usual order. */
    public FindResolutions(
        @Nullable String bodyId,
        @Nullable Integer year,
        @Nullable String result,
        @Nullable String text,
        int offset,
        int limit) {
      this(bodyId, year, result, text, null, offset, limit);
    }
  }

  /** The years in which anything was decided, newest first. */
  @AllowedTo(everyone = true)
  record FindResolutionYears() implements MeetingQuery<List<Integer>> {}

  /** Urgent decisions of a body, newest first, the last 100. */
  @AllowedTo(everyone = true)
  record FindUrgentDecisions(String bodyId) implements MeetingQuery<List<UrgentDecisionRow>> {}

  /**
   * What concerns a body and happened since a meeting of it began, newest first: motions that came
   * in or were decided, urgent decisions, steps in the cases that its motions came from.
   *
   * @param meetingId the meeting for which one prepares; counted from the one before it
   */
  @AllowedTo(everyone = true)
  record FindSinceLastMeeting(String meetingId, int limit)
      implements MeetingQuery<@Nullable SinceLastMeeting> {}

  /**
   * What came to light or was decided after the votes of a meeting, and its elections; without what
   * is closed to the asker.
   */
  @AllowedTo(everyone = true)
  record FindAfterVotes(String meetingId) implements MeetingQuery<AfterVotes> {}

  /**
   * @param expertCitizens members of a committee who are no councillors
   */
  record AfterVotes(
      List<LateBiasRow> lateBias,
      List<ElectionRow> elections,
      List<ObjectionRow> objections,
      List<String> expertCitizens) {}

  /**
   * @param voteAgain null while it is open what follows
   */
  record LateBiasRow(
      String itemId,
      String member,
      String reason,
      String disclosedBy,
      LocalDate disclosedOn,
      boolean tookPart,
      Decisive decisive,
      @Nullable Boolean voteAgain,
      @Nullable String settledBecause,
      @Nullable String settledBy,
      @Nullable Instant settledAt) {}

  /**
   * @param lot how the lot was drawn; null where none was
   */
  record ElectionRow(
      String itemId,
      int round,
      List<CandidateVotes> votes,
      int no,
      int abstentions,
      int invalid,
      boolean byBallot,
      ElectionOutcome outcome,
      @Nullable String elected,
      List<String> standing,
      @Nullable String lot) {}

  /**
   * @param number of the resolution
   * @param outcome null while the resolution is suspended and the body has not decided again
   */
  record ObjectionRow(
      String number,
      ObjectionGround ground,
      String mayor,
      LocalDate objectedOn,
      String reason,
      @Nullable LocalDate meetFrom,
      @Nullable LocalDate meetUntil,
      String basis,
      @Nullable ObjectionOutcome outcome,
      @Nullable LocalDate decidedOn,
      @Nullable String reference) {}

  /**
   * @param phase {@code planned}, {@code invited}, {@code running}, {@code over}, {@code cancelled}
   */
  record MeetingRow(
      String meetingId,
      String bodyId,
      String bodyName,
      String title,
      Instant startsAt,
      String place,
      String phase,
      int items,
      Instant inviteBy,
      @Nullable Instant invitedAt,
      @Nullable Instant minutesBy,
      @Nullable Instant publishedAt) {}

  /**
   * @param moves in their order
   * @param present who is there now
   * @param lackStated a lack of the quorum is stated and lasts
   * @param inside who asks may read closed items, their papers and the whole minutes: by a seat on
   *     the body on the meeting's day, as its clerk, or for the office
   */
  record MeetingDetails(
      MeetingRow row,
      String chair,
      String clerk,
      List<String> members,
      int statutoryMembers,
      int quorumNeeded,
      int secretNeeded,
      String basis,
      @Nullable String urgentReason,
      @Nullable String cancelledReason,
      List<MoveRow> moves,
      @Nullable Instant openedAt,
      @Nullable Instant closedAt,
      List<String> present,
      boolean lackStated,
      long position,
      Minutes minutes,
      List<ItemRow> items,
      List<AttendanceRow> attendance,
      boolean inside) {}

  /**
   * @param invited an invitation was out; it lapsed if the time changed
   */
  record MoveRow(
      Instant fromStartsAt,
      String fromPlace,
      boolean invited,
      Instant startsAt,
      String place,
      String reason,
      Instant at) {
    public boolean otherTime() {
      return !fromStartsAt.equals(startsAt);
    }
  }

  record Minutes(
      @Nullable String sha256,
      @Nullable String publicSha256,
      @Nullable Instant draftedAt,
      @Nullable Instant chairSignedAt,
      @Nullable Instant clerkSignedAt) {}

  /**
   * @param number on the agenda, from 1
   * @param title null if it is closed to the asker, as is all that says what it is about
   * @param state {@code ahead}, {@code open-vote}, {@code secret-ballot}, {@code counting}, {@code
   *     done}, {@code adjourned}
   * @param result adopted, amended, rejected or noted; null as long as it is open
   * @param reason why it was adjourned, or why a secret ballot was void
   * @param handedIn who handed in a ballot
   * @param ballots those of a secret ballot that was counted
   * @param files of this meeting and of earlier ones that dealt with the same subject
   * @param resolution its number in the register
   * @param position of the event that settled it
   * @param amended null if what was proposed is voted on
   */
  record ItemRow(
      int number,
      String itemId,
      AgendaKind kind,
      String subjectId,
      @Nullable String title,
      String text,
      @Nullable String motionId,
      boolean closed,
      @Nullable String closedReason,
      boolean secondMeeting,
      String state,
      @Nullable Instant calledAt,
      List<String> secretAskedBy,
      List<String> handedIn,
      List<Ballot> ballots,
      List<PartRow> parts,
      @Nullable VotingMode mode,
      int yes,
      int no,
      int abstentions,
      int present,
      @Nullable String result,
      @Nullable String reason,
      List<String> notes,
      List<FileRow> files,
      @Nullable String resolution,
      @Nullable Instant settledAt,
      @Nullable Long position,
      @Nullable Amended amended) {

    /** Whether this meeting deals with it no more: done, adjourned, or its motion withdrawn. */
    public boolean settled() {
      return List.of("done", "adjourned", "struck").contains(state);
    }
  }

  /**
   * The changed wording that is voted on.
   *
   * @param amountCents the changed sum; null where it has none
   */
  record Amended(String text, @Nullable Long amountCents, String reason) {}

  /**
   * @param here attached in this meeting, not in an earlier one
   * @param late after the invitation
   * @param size bytes
   */
  record FileRow(
      String fileId,
      boolean here,
      String name,
      String mediaType,
      long size,
      String sha256,
      boolean late,
      String attachedBy,
      Instant attachedAt) {}

  /**
   * What a member said in an open vote, or why it is biased.
   *
   * @param recordedBy who typed the vote; null if that isn't known
   */
  record PartRow(
      String member, @Nullable Vote vote, @Nullable String bias, @Nullable String recordedBy) {
    /** Whether somebody typed it for the member, so that it may be set right. */
    public boolean typed() {
      return vote != null && !member.equals(recordedBy);
    }
  }

  /**
   * @param kind {@code arrived}, {@code left}, or {@code lack}: a lack of the quorum was stated
   * @param present how many, when a lack was stated
   */
  record AttendanceRow(
      String kind, @Nullable String member, @Nullable Integer present, Instant at, long position) {}

  /**
   * @param title null if it is closed to the asker, as is the text
   * @param doubt {@code suspended}, {@code referred}, {@code given-up} or {@code set-aside} by an
   *     objection of the mayor, {@code bias} where it is open what follows from one that came to
   *     light; null if there is none
   */
  record ResolutionRow(
      String bodyId,
      String bodyName,
      String number,
      String subjectId,
      @Nullable String meetingId,
      @Nullable String motionId,
      @Nullable String caseKey,
      @Nullable String title,
      String text,
      String result,
      boolean closed,
      Instant decidedAt,
      long position,
      @Nullable String doubt) {}

  /**
   * @param mayor null if the main committee decided, as is the councillor
   * @param state {@code pending}, {@code ratified} or {@code revoked}
   * @param committeeReason why the main committee could not be called in time
   * @param committeeNumber number of the main committee's resolution; null if the mayor decided
   */
  record UrgentDecisionRow(
      String bodyId,
      String decisionId,
      String title,
      String text,
      String reason,
      @Nullable String mayor,
      @Nullable String councillor,
      Instant takenAt,
      String state,
      @Nullable String meetingId,
      @Nullable String committeeReason,
      @Nullable String committeeNumber) {}

  /**
   * @param lastMeetingId null if there was none: then everything counts
   */
  record SinceLastMeeting(
      @Nullable String lastMeetingId, @Nullable Instant since, List<ChangeRow> changes) {}

  /**
   * @param kind {@code motion-submitted}, {@code resolution}, {@code urgent-decision} or {@code
   *     case}
   * @param id of the motion, the subject, the decision or the case
   * @param detail result of a resolution; how many steps a case took
   */
  record ChangeRow(String kind, String id, String title, @Nullable String detail, Instant at) {}
}
