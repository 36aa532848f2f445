package org.foerderturm.committee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Event;
import org.jspecify.annotations.Nullable;

/** Facts about one meeting, in its stream. */
public sealed interface MeetingEvent extends Event {

  /** What an agenda item asks of the body. */
  enum AgendaKind {
    /** A vote on a text. */
    RESOLUTION,
    /** To be heard; taken note of. */
    REPORT,
    /** A vote on an urgent decision that was taken without the body. */
    RATIFICATION,
    /** A vote on who gets an office or a seat (GO NRW § 50 Abs. 2). */
    ELECTION
  }

  /** How an item was voted on. */
  enum VotingMode {
    /** Each member's vote stands in the log. */
    OPEN,
    /** Raised hands, counted by the chair. */
    HANDS,
    /** Ballots that nobody can tell apart; see {@link SecretBallots}. */
    SECRET
  }

  /**
   * A ballot of a secret vote, as it was found in the box.
   *
   * @param hash SHA-256, hex, of {@code vote + "|" + nonce}
   * @param nonce 32 random bytes, hex, drawn when the ballot was marked
   */
  record Ballot(String hash, Vote vote, String nonce) {}

  /**
   * @param title what people call the meeting
   * @param members who is in office on its day
   * @param rules that hold on its day
   * @param inviteBy last moment for an ordinary invitation
   */
  @Revision("1")
  record MeetingPlanned(
      String meetingId,
      String bodyId,
      String bodyName,
      String title,
      Instant startsAt,
      String place,
      String chair,
      String clerk,
      List<String> members,
      int statutoryMembers,
      BodyRules rules,
      Instant inviteBy)
      implements MeetingEvent {
    public MeetingPlanned {
      members = List.copyOf(members);
    }

    MeetingPlanned movedBy(MeetingMoved move) {
      return new MeetingPlanned(
          meetingId,
          bodyId,
          bodyName,
          move.title(),
          move.startsAt(),
          move.place(),
          chair,
          clerk,
          move.members(),
          move.statutoryMembers(),
          move.rules(),
          move.inviteBy());
    }

    MeetingPlanned at(String otherPlace) {
      return new MeetingPlanned(
          meetingId,
          bodyId,
          bodyName,
          title,
          startsAt,
          otherPlace,
          chair,
          clerk,
          members,
          statutoryMembers,
          rules,
          inviteBy);
    }
  }

  @Revision("1")
  record AgendaItemPlaced(
      String meetingId,
      String itemId,
      AgendaKind kind,
      String subjectId,
      String title,
      String text,
      @Nullable String motionId,
      @Nullable String closedReason,
      boolean secondMeeting)
      implements MeetingEvent {}

  @Revision("1")
  record AgendaPaperWritten(String meetingId, String itemId, String text) implements MeetingEvent {}

  /**
   * @param subjectId what the item is about; later meetings that deal with it have the file too
   * @param late added after the invitation
   */
  @Revision("1")
  record AgendaFileAttached(
      String meetingId,
      String itemId,
      String fileId,
      String subjectId,
      String name,
      String mediaType,
      long size,
      String sha256,
      boolean late)
      implements MeetingEvent {}

  @Revision("1")
  record AgendaFileRemoved(String meetingId, String itemId, String fileId)
      implements MeetingEvent {}

  /**
   * @param sha256 of the wrong file, whose bytes stay
   */
  @Revision("1")
  record AgendaFileWithdrawn(
      String meetingId,
      String itemId,
      String fileId,
      String sha256,
      String reason,
      @Nullable String corrects)
      implements MeetingEvent, Correction {}

  @Revision("1")
  record AgendaItemWithdrawn(String meetingId, String itemId, String title, String reason)
      implements MeetingEvent {}

  /**
   * @param secondMeetingItems the items for which the invitation says that the body is quorate
   *     however few come
   */
  @Revision("1")
  record InvitationsSent(
      String meetingId,
      List<String> members,
      int items,
      @Nullable String urgentReason,
      List<String> secondMeetingItems)
      implements MeetingEvent {}

  /**
   * The meeting takes place at another time, perhaps at another place too; an invitation that was
   * out has lapsed.
   *
   * @param title what people call it now
   * @param members who is in office on the new day
   * @param rules that hold on the new day
   * @param inviteBy last moment for an ordinary invitation to the new time
   */
  @Revision("1")
  record MeetingMoved(
      String meetingId,
      Instant startsAt,
      String place,
      String reason,
      String title,
      List<String> members,
      int statutoryMembers,
      BodyRules rules,
      Instant inviteBy)
      implements MeetingEvent {
    public MeetingMoved {
      members = List.copyOf(members);
    }
  }

  /** Another place at the same time; an invitation that is out stands. */
  @Revision("1")
  record MeetingPlaceChanged(String meetingId, String place, String reason)
      implements MeetingEvent {}

  @Revision("1")
  record MeetingCancelled(String meetingId, String reason) implements MeetingEvent {}

  /**
   * @param members who is in office now and may vote
   * @param expertCitizens those of them who sit on the committee without being councillors; null in
   *     events older than this part
   */
  @Revision("1")
  record MeetingOpened(
      String meetingId,
      List<String> members,
      int statutoryMembers,
      @Nullable List<String> expertCitizens)
      implements MeetingEvent {
    public MeetingOpened(String meetingId, List<String> members, int statutoryMembers) {
      this(meetingId, members, statutoryMembers, null);
    }
  }

  @Revision("1")
  record MemberArrived(String meetingId, String member) implements MeetingEvent {}

  @Revision("1")
  record MemberDeparted(String meetingId, String member) implements MeetingEvent {}

  /**
   * @param expertCitizens how many of those present are no councillors; null where that counts for
   *     nothing, and in events older than this part
   */
  @Revision("1")
  record QuorumLackStated(
      String meetingId, int present, int needed, @Nullable Integer expertCitizens)
      implements MeetingEvent {
    public QuorumLackStated(String meetingId, int present, int needed) {
      this(meetingId, present, needed, null);
    }
  }

  @Revision("1")
  record AgendaItemCalled(String meetingId, String itemId, String title) implements MeetingEvent {}

  @Revision("1")
  record DiscussionNoted(String meetingId, String itemId, String text) implements MeetingEvent {}

  @Revision("1")
  record MemberRecused(String meetingId, String itemId, String member, String reason)
      implements MeetingEvent {}

  /**
   * @param requests so far, this one included
   * @param needed from which on the ballot is secret
   */
  @Revision("1")
  record SecretBallotRequested(
      String meetingId, String itemId, String member, int requests, int needed)
      implements MeetingEvent {}

  @Revision("1")
  record OpenVotingBegun(String meetingId, String itemId, String title) implements MeetingEvent {}

  /**
   * @param recordedBy who typed it; null in events older than this part
   */
  @Revision("1")
  record OpenVoteRecorded(
      String meetingId, String itemId, String member, Vote vote, @Nullable String recordedBy)
      implements MeetingEvent {}

  @Revision("1")
  record OpenVoteCorrected(
      String meetingId,
      String itemId,
      String member,
      Vote formerVote,
      Vote vote,
      String reason,
      @Nullable String corrects)
      implements MeetingEvent, Correction {}

  /**
   * @param round from 1; one more each time that a ballot was void
   */
  @Revision("1")
  record SecretBallotBegun(String meetingId, String itemId, int round) implements MeetingEvent {}

  /** That a member took part in a secret ballot; never how. */
  @Revision("1")
  record BallotHandedIn(String meetingId, String itemId, int round, String member)
      implements MeetingEvent {}

  @Revision("1")
  record SecretBallotClosed(String meetingId, String itemId, int round, int handedIn)
      implements MeetingEvent {}

  /**
   * @param ballots in the order of their hashes, which says nothing about who handed in when
   */
  @Revision("1")
  record BallotsPublished(String meetingId, String itemId, int round, List<Ballot> ballots)
      implements MeetingEvent {
    public BallotsPublished {
      ballots = List.copyOf(ballots);
    }
  }

  @Revision("1")
  record SecretBallotVoided(String meetingId, String itemId, int round, String reason)
      implements MeetingEvent {}

  /**
   * The wording that is voted on was changed.
   *
   * @param formerText what was proposed, or changed before
   * @param amountCents the changed sum; null where it has none
   */
  @Revision("1")
  record AgendaItemAmended(
      String meetingId,
      String itemId,
      String formerText,
      String text,
      @Nullable Long amountCents,
      String reason)
      implements MeetingEvent {}

  /**
   * @param present members that were there and not biased
   * @param result {@code adopted}, {@code amended} or {@code rejected}
   */
  @Revision("1")
  record AgendaItemDecided(
      String meetingId,
      String itemId,
      String bodyId,
      String subjectId,
      @Nullable String motionId,
      String title,
      VotingMode mode,
      int yes,
      int no,
      int abstentions,
      int present,
      int statutoryMembers,
      String result,
      String basis)
      implements MeetingEvent {}

  /** A person that stands for election, and how many votes it has. */
  record CandidateVotes(String person, int votes) {}

  /** What a round of an election came to. */
  enum ElectionOutcome {
    ELECTED,
    /** Nobody has more than half: {@code standing} go on. */
    RUN_OFF,
    /** A tie in the run-off: the lot decides between {@code standing}. */
    LOT,
    /** Nobody is elected, and there is nobody to choose between. */
    NOBODY
  }

  /**
   * @param round 1, or 2 for the run-off
   * @param valid votes for a person and noes
   * @param present members that were there and not biased
   * @param elected null unless somebody is
   * @param standing who goes on; empty if it is over
   */
  @Revision("1")
  record ElectionCounted(
      String meetingId,
      String itemId,
      String title,
      int round,
      List<CandidateVotes> votes,
      int no,
      int abstentions,
      int invalid,
      int valid,
      int present,
      boolean byBallot,
      ElectionOutcome outcome,
      @Nullable String elected,
      List<String> standing)
      implements MeetingEvent {
    public ElectionCounted {
      votes = List.copyOf(votes);
      standing = List.copyOf(standing);
    }
  }

  /** A tie in the run-off was decided by lot. */
  @Revision("1")
  record LotDrawn(String meetingId, String itemId, String title, String elected, String how)
      implements MeetingEvent {}

  /** Whether a vote that should not have been cast decided the result (GO NRW § 31 Abs. 6). */
  enum Decisive {
    NO,
    /** How the member voted is not known, and one of the ways would have decided. */
    POSSIBLE,
    YES
  }

  /**
   * A bias came to light after the vote.
   *
   * @param tookPart whether the member voted, or was there where its vote can't be known
   */
  @Revision("1")
  record LateBiasDisclosed(
      String meetingId,
      String itemId,
      String bodyId,
      String subjectId,
      @Nullable String motionId,
      String title,
      String member,
      String reason,
      String disclosedBy,
      LocalDate disclosedOn,
      boolean tookPart,
      Decisive decisive)
      implements MeetingEvent {}

  @Revision("1")
  record LateBiasSettled(
      String meetingId,
      String itemId,
      String subjectId,
      String title,
      String member,
      boolean voteAgain,
      String reason)
      implements MeetingEvent {}

  @Revision("1")
  record AgendaItemNoted(String meetingId, String itemId, String title) implements MeetingEvent {}

  @Revision("1")
  record AgendaItemAdjourned(String meetingId, String itemId, String title, String reason)
      implements MeetingEvent {}

  /** Its motion was withdrawn: it stays on the agenda, and nobody votes on it. */
  @Revision("1")
  record AgendaItemStruck(String meetingId, String itemId, String title, String reason)
      implements MeetingEvent {}

  /**
   * @param minutesBy when the draft minutes are due
   */
  @Revision("1")
  record MeetingClosed(String meetingId, Instant minutesBy) implements MeetingEvent {}

  @Revision("1")
  record MinutesDrafted(String meetingId, String sha256, String publicSha256)
      implements MeetingEvent {}

  @Revision("1")
  record MinutesSentBack(String meetingId, String member, String reason) implements MeetingEvent {}

  @Revision("1")
  record MinutesSignedByChair(String meetingId, String member, String sha256)
      implements MeetingEvent {}

  @Revision("1")
  record MinutesSignedByClerk(String meetingId, String member, String sha256)
      implements MeetingEvent {}

  @Revision("1")
  record MinutesPublished(String meetingId, String publicSha256) implements MeetingEvent {}
}
