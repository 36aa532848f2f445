package org.foerderturm.committee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingEvent.CandidateVotes;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Happened;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Revision;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a meeting. What conducts it (agenda, attendance, votes, minutes) is for the
 * meeting's chair, its clerk, the office lead and project managers; who isn't one of them is
 * refused with {@code not-for-you-in-meeting}.
 */
public sealed interface MeetingCommand extends Command {

  /**
   * Fixes a meeting; what the last one left over and urgent decisions that await ratification stand
   * on its agenda by themselves. Chair and clerk must be able to sign in, and may read what is
   * closed to the public, because both sign the minutes.
   *
   * @param meetingId not used before
   * @param place where, or the address of the video conference
   * @param chair a member of the body
   * @param clerk who writes the minutes; not the chair
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record PlanMeeting(
      @TargetAggregateIdentifier String bodyId,
      String meetingId,
      Instant startsAt,
      String place,
      String chair,
      String clerk)
      implements MeetingCommand {}

  /**
   * @param subjectId what it is about, the same in every meeting that deals with it: the motion's
   *     id, or any id of a subject without one
   * @param text the resolution word by word, or what the report is about; empty as long as the
   *     paper is missing
   * @param motionId a motion before this body, or null
   * @param closedReason why the public is excluded; null for a public item
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record PlaceOnAgenda(
      @TargetAggregateIdentifier String meetingId,
      String itemId,
      AgendaKind kind,
      String subjectId,
      String title,
      String text,
      @Nullable String motionId,
      @Nullable String closedReason)
      implements MeetingCommand {}

  /** Gives an item its paper: the text in question. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record WriteAgendaPaper(
      @TargetAggregateIdentifier String meetingId,
      String itemId,
      String text,
      @Nullable WriteAgendaPaper seen)
      implements MeetingCommand, Revision<WriteAgendaPaper> {
    public WriteAgendaPaper(String meetingId, String itemId, String text) {
      this(meetingId, itemId, text, null);
    }
  }

  /**
   * Adds a file to an item's paper; its bytes were stored before under their hash. After the
   * invitation it counts as handed in later (Tischvorlage), and is refused once the item is
   * settled.
   *
   * @param fileId not used before
   * @param size bytes, at most 20 MiB
   * @param sha256 hex
   */
  @AllowedTo(everyone = true)
  record AttachToItem(
      @TargetAggregateIdentifier String meetingId,
      String itemId,
      String fileId,
      String name,
      String mediaType,
      long size,
      String sha256)
      implements MeetingCommand {}

  /** Takes a file off again; only before the invitation, which says what belongs to the paper. */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record RemoveFromItem(@TargetAggregateIdentifier String meetingId, String itemId, String fileId)
      implements MeetingCommand {}

  /**
   * Takes a wrong file back after the invitation; that it was there, its checksum and the reason
   * stay. Not once the item is settled: then it belongs to what was decided.
   */
  @AllowedTo(everyone = true)
  record WithdrawAgendaFile(
      @TargetAggregateIdentifier String meetingId, String itemId, String fileId, String reason)
      implements MeetingCommand {}

  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record WithdrawFromAgenda(
      @TargetAggregateIdentifier String meetingId, String itemId, String reason)
      implements MeetingCommand {}

  /**
   * @param urgentReason null for an ordinary invitation, which must keep the notice period
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record SendInvitations(@TargetAggregateIdentifier String meetingId, @Nullable String urgentReason)
      implements MeetingCommand {}

  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record CancelMeeting(@TargetAggregateIdentifier String meetingId, String reason)
      implements MeetingCommand {}

  /**
   * Moves a meeting that has not begun (Verlegung). An invitation names time and place (GO NRW § 48
   * Abs. 1), so at another time nobody is invited any more: the invitation lapses, the agenda opens
   * again, and the notice period of the new day's rules runs anew; where it can't be kept, only an
   * urgent invitation is left. Another place alone takes nobody's time to prepare: the invitation
   * stands, the members read the new place.
   *
   * <p>Refused if nothing changes, if the new time is past or nearer than an urgent invitation
   * needs, and if the chair is not in office on the new day.
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record MoveMeeting(
      @TargetAggregateIdentifier String bodyId,
      String meetingId,
      Instant startsAt,
      String place,
      String reason,
      @Nullable MoveMeeting seen)
      implements MeetingCommand, Revision<MoveMeeting> {
    public MoveMeeting(
        String bodyId, String meetingId, Instant startsAt, String place, String reason) {
      this(bodyId, meetingId, startsAt, place, reason, null);
    }
  }

  /**
   * Begins the meeting with the members that are in office on its day; never before that day, or
   * the notice period would mean nothing.
   */
  @AllowedTo(everyone = true)
  record OpenMeeting(@TargetAggregateIdentifier String bodyId, String meetingId)
      implements MeetingCommand {}

  /** A member has come; said by itself or by who conducts the meeting. */
  @AllowedTo(everyone = true)
  record ArriveAtMeeting(@TargetAggregateIdentifier String meetingId, String member)
      implements MeetingCommand {}

  @AllowedTo(everyone = true)
  record LeaveMeeting(@TargetAggregateIdentifier String meetingId, String member)
      implements MeetingCommand {}

  /**
   * States that too few are present. Until then the quorum is presumed (GO NRW § 49 Abs. 1); from
   * then on nothing is voted on but what a second meeting may decide.
   */
  @AllowedTo(everyone = true)
  record StateLackOfQuorum(@TargetAggregateIdentifier String meetingId) implements MeetingCommand {}

  @AllowedTo(everyone = true)
  record CallItem(@TargetAggregateIdentifier String meetingId, String itemId)
      implements MeetingCommand {}

  /** Notes for the minutes what was said. */
  @AllowedTo(everyone = true)
  record NoteDiscussion(@TargetAggregateIdentifier String meetingId, String itemId, String text)
      implements MeetingCommand {}

  /** A member is biased in this item (GO NRW § 31): it leaves, is not counted, may not vote. */
  @AllowedTo(everyone = true)
  record Recuse(
      @TargetAggregateIdentifier String meetingId, String itemId, String member, String reason)
      implements MeetingCommand {}

  @AllowedTo(everyone = true)
  record RequestSecretBallot(
      @TargetAggregateIdentifier String meetingId, String itemId, String member)
      implements MeetingCommand {}

  /** Begins an open vote; a secret one begins with {@link SecretBallots#open}. */
  @AllowedTo(everyone = true)
  record OpenVoting(@TargetAggregateIdentifier String meetingId, String itemId)
      implements MeetingCommand {}

  /** One present member's vote in an open vote. */
  @AllowedTo(everyone = true)
  record RecordVote(
      @TargetAggregateIdentifier String meetingId, String itemId, String member, Vote vote)
      implements MeetingCommand {}

  /** Counts an open vote. Who is present and has not voted took no part. */
  @AllowedTo(everyone = true)
  record CloseVoting(@TargetAggregateIdentifier String meetingId, String itemId)
      implements MeetingCommand {}

  /** Decides an item by raised hands as the chair counted them. */
  @AllowedTo(everyone = true)
  record CountHands(
      @TargetAggregateIdentifier String meetingId, String itemId, int yes, int no, int abstentions)
      implements MeetingCommand {}

  /** Begins a secret ballot. Sent by {@link SecretBallots}, which keeps the ballots. */
  @AllowedTo(everyone = true)
  record OpenSecretBallot(@TargetAggregateIdentifier String meetingId, String itemId)
      implements MeetingCommand {}

  /**
   * The one who sends it has put a ballot into the box. It doesn't say what is on the ballot: see
   * {@link SecretBallots}.
   */
  @AllowedTo(everyone = true)
  record HandInBallot(@TargetAggregateIdentifier String meetingId, String itemId)
      implements MeetingCommand {}

  /** Nobody can hand in any more; the box is emptied. */
  @AllowedTo(everyone = true)
  record CloseSecretBallot(@TargetAggregateIdentifier String meetingId, String itemId)
      implements MeetingCommand {}

  /** The ballot counts for nothing, e.g. because the box was lost; it may begin again. */
  @AllowedTo(everyone = true)
  record VoidSecretBallot(@TargetAggregateIdentifier String meetingId, String itemId, String reason)
      implements MeetingCommand {}

  /**
   * A bias that came to light after the vote (GO NRW § 31 Abs. 6). Said by the member itself or by
   * who conducts the meeting; what follows from it is settled apart.
   *
   * @param disclosedBy who said it, in words: the member itself, another one, the press
   * @param disclosedOn the day on which it was said
   */
  @AllowedTo(everyone = true)
  record DiscloseLateBias(
      @TargetAggregateIdentifier String meetingId,
      String itemId,
      String member,
      String reason,
      String disclosedBy,
      @Happened LocalDate disclosedOn)
      implements MeetingCommand {}

  /**
   * What follows from a bias that came to light after the vote: the result stands, or the body
   * votes again; then the item stands on the next agenda by itself. By the chair or the office
   * lead.
   */
  @AllowedTo(everyone = true)
  record SettleLateBias(
      @TargetAggregateIdentifier String meetingId,
      String itemId,
      String member,
      boolean voteAgain,
      String reason)
      implements MeetingCommand {}

  /**
   * The count of one round of an election (GO NRW § 50 Abs. 2): more than half of the valid votes
   * elects, a no is valid; else those with the two highest numbers stand in a run-off, where most
   * votes elect; a tie is decided by lot.
   *
   * @param votes by person; in the run-off only those who stand in it
   * @param byBallot by ballot papers; needed as soon as one member objects to an open vote
   */
  @AllowedTo(everyone = true)
  record CountElection(
      @TargetAggregateIdentifier String meetingId,
      String itemId,
      List<CandidateVotes> votes,
      int no,
      int abstentions,
      int invalid,
      boolean byBallot)
      implements MeetingCommand {}

  /**
   * Whom the lot chose after a tie in the run-off.
   *
   * @param how who drew it and how
   */
  @AllowedTo(everyone = true)
  record DrawLot(
      @TargetAggregateIdentifier String meetingId, String itemId, String elected, String how)
      implements MeetingCommand {}

  /**
   * Changes the wording that is voted on (Änderung in der Sitzung), before the vote; may be said
   * again. If it is adopted, the result is "with changes". Refused for a motion whose case would
   * not know what to do with another wording than the one it put.
   *
   * @param amountCents the changed sum, 0 if there is none; asked for where the motion has one
   * @param reason why, or on whose motion
   */
  @AllowedTo(everyone = true)
  record AmendItem(
      @TargetAggregateIdentifier String meetingId,
      String itemId,
      String text,
      @Nullable Long amountCents,
      String reason)
      implements MeetingCommand {}

  /** A report was heard. */
  @AllowedTo(everyone = true)
  record TakeNote(@TargetAggregateIdentifier String meetingId, String itemId)
      implements MeetingCommand {}

  /** Puts an item off; it stands on the agenda of the next meeting by itself. */
  @AllowedTo(everyone = true)
  record AdjournItem(@TargetAggregateIdentifier String meetingId, String itemId, String reason)
      implements MeetingCommand {}

  @AllowedTo(everyone = true)
  record CloseMeeting(@TargetAggregateIdentifier String meetingId) implements MeetingCommand {}

  /**
   * Lays the draft before chair and clerk; earlier signatures lapse.
   *
   * @param sha256 of the stored paper with the closed part
   * @param publicSha256 of the stored paper without it
   */
  @AllowedTo(everyone = true)
  record DraftMinutes(
      @TargetAggregateIdentifier String meetingId, String sha256, String publicSha256)
      implements MeetingCommand {}

  /** Refused as long as no draft of the minutes lies there; records nothing. */
  @AllowedTo(models = true)
  record ConfirmMinutes(@TargetAggregateIdentifier String meetingId) implements MeetingCommand {}

  /** The chair doesn't sign this version: it must be drafted anew. */
  @AllowedTo(everyone = true, models = true)
  record SendBackMinutes(@TargetAggregateIdentifier String meetingId, String reason)
      implements MeetingCommand {
    public SendBackMinutes {
      if (reason == null || reason.isBlank()) throw new Rejected("reason-missing");
    }
  }

  /**
   * Signs as the one who sends it: chair or clerk.
   *
   * @param sha256 of the paper that was read; null for the draft that lies there
   */
  @AllowedTo(everyone = true, models = true)
  record SignMinutes(@TargetAggregateIdentifier String meetingId, @Nullable String sha256)
      implements MeetingCommand {}

  /** Makes the public minutes public; both signatures must be there. */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record PublishMinutes(@TargetAggregateIdentifier String meetingId) implements MeetingCommand {}

  /**
   * Records what was decided because it can't wait for a meeting of the council (GO NRW § 60 Abs.
   * 1): by its main committee, or if that can't be called in time either, by the mayor with one
   * councillor; for a committee by the mayor with one of its members (Abs. 2). Stands on the agenda
   * of the next meeting by itself, which ratifies or revokes it.
   *
   * @param decisionId not used before
   * @param reason why it can't wait
   * @param mayor who holds that office there today, or its deputy's; null if the main committee
   *     decided
   * @param councillor a member of the body, not the mayor; null if the main committee decided
   * @param committeeReason why the main committee can't be called in time; asked for a council only
   * @param committeeNumber number of the main committee's resolution; null if the mayor decides
   */
  @AllowedTo(Role.OFFICE_LEAD)
  record TakeUrgentDecision(
      @TargetAggregateIdentifier String bodyId,
      String decisionId,
      String title,
      String text,
      String reason,
      @Nullable String mayor,
      @Nullable String councillor,
      @Nullable String committeeReason,
      @Nullable String committeeNumber)
      implements MeetingCommand {}

  /**
   * Sets right what was typed for a member in an open vote, before it is counted. What a member
   * said itself is nobody else's to change.
   */
  @AllowedTo(everyone = true)
  record CorrectVote(
      @TargetAggregateIdentifier String meetingId,
      String itemId,
      String member,
      Vote vote,
      String reason,
      @Nullable CorrectVote seen)
      implements MeetingCommand, Revision<CorrectVote> {
    public CorrectVote(String meetingId, String itemId, String member, Vote vote, String reason) {
      this(meetingId, itemId, member, vote, reason, null);
    }
  }
}
