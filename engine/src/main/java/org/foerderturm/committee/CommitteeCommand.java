package org.foerderturm.committee;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.committee.CommitteeEvent.ObjectionGround;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Happened;
import org.foerderturm.kernel.Revision;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/** What is asked of bodies and of the motions before them. */
public sealed interface CommitteeCommand extends Command {

  /**
   * @param bodyId lower case slug, stable for ever, e.g. {@code steering}
   * @param statutoryMembers the number by law or bylaw, not the number of those appointed
   * @param rules null for {@link BodyRules#municipal()}
   */
  @AllowedTo({Role.OFFICE_LEAD, Role.ADMINISTRATOR})
  record FoundBody(
      @TargetAggregateIdentifier String bodyId,
      String name,
      BodyKind kind,
      int statutoryMembers,
      @Nullable BodyRules rules)
      implements CommitteeCommand {
    public FoundBody(String bodyId, String name, BodyKind kind, int statutoryMembers) {
      this(bodyId, name, kind, statutoryMembers, null);
    }
  }

  /**
   * Gives a body other rules from a day on; motions submitted before keep theirs, as do meetings of
   * earlier days. A row that has not begun yet is replaced by one of the same day; what has begun
   * stands. Refused if somebody sits on this body and on one that would be incompatible.
   */
  @AllowedTo({Role.OFFICE_LEAD, Role.ADMINISTRATOR})
  record AdoptRules(
      @TargetAggregateIdentifier String bodyId, BodyRules rules, @Nullable AdoptRules seen)
      implements CommitteeCommand, Revision<AdoptRules> {
    public AdoptRules(String bodyId, BodyRules rules) {
      this(bodyId, rules, null);
    }
  }

  /**
   * @param from first day of the term of office; null if it has begun
   * @param until last day; null if it is open
   * @param memberId the member of the alliance for which the person sits there: the seat ends with
   *     that membership at the latest; null if it is for nobody
   * @param expertCitizen whether the person sits on a committee without being a councillor
   *     (sachkundige Bürger, GO NRW § 58 Abs. 3); null for no
   */
  @AllowedTo({Role.OFFICE_LEAD, Role.ADMINISTRATOR})
  record AppointMember(
      @TargetAggregateIdentifier String bodyId,
      String userId,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable String memberId,
      @Nullable Boolean expertCitizen)
      implements CommitteeCommand {
    public AppointMember(
        String bodyId,
        String userId,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String memberId) {
      this(bodyId, userId, from, until, memberId, null);
    }

    public AppointMember(String bodyId, String userId) {
      this(bodyId, userId, null, null);
    }

    public AppointMember(
        String bodyId, String userId, @Nullable LocalDate from, @Nullable LocalDate until) {
      this(bodyId, userId, from, until, null);
    }
  }

  /** Ends a membership now. Votes on motions that are before the body already stay possible. */
  @AllowedTo({Role.OFFICE_LEAD, Role.ADMINISTRATOR})
  record DismissMember(
      @TargetAggregateIdentifier String bodyId, String userId, @Nullable String reason)
      implements CommitteeCommand {}

  /**
   * Records who holds an office in a council or committee. Each office has one holder at a time.
   *
   * @param from first day; null if it has begun
   * @param until last day; null if it is open
   * @param source election or appointment, as one cites it
   */
  @AllowedTo({Role.OFFICE_LEAD, Role.ADMINISTRATOR})
  record AssignOffice(
      @TargetAggregateIdentifier String bodyId,
      BodyOffice office,
      String userId,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      String source)
      implements CommitteeCommand {}

  /** Ends the office now, also one that was recorded by mistake. */
  @AllowedTo({Role.OFFICE_LEAD, Role.ADMINISTRATOR})
  record EndOffice(
      @TargetAggregateIdentifier String bodyId, BodyOffice office, String userId, String reason)
      implements CommitteeCommand {}

  /**
   * The mayor objects to a resolution (GO NRW § 54): because it endangers the municipality's good
   * (a council's only), or because it breaks the law. It is suspended, and the body decides on it
   * again in its next meeting. Recorded by the mayor or the office lead.
   *
   * @param number of the resolution in the body's register
   * @param objectedOn the day of the objection
   */
  @AllowedTo(everyone = true)
  record ObjectToResolution(
      @TargetAggregateIdentifier String bodyId,
      String number,
      ObjectionGround ground,
      @Happened LocalDate objectedOn,
      String reason)
      implements CommitteeCommand {}

  /**
   * What the supervisory authority decided on a resolution that the body upheld against an
   * objection for breach of law; of a committee's, what the council decided (GO NRW § 54 Abs. 2 and
   * 3).
   *
   * @param stands whether the resolution holds
   * @param reference of the decision
   */
  @AllowedTo(Role.OFFICE_LEAD)
  record RecordSupervision(
      @TargetAggregateIdentifier String bodyId,
      String number,
      boolean stands,
      @Happened LocalDate decidedOn,
      String reference)
      implements CommitteeCommand {}

  /** Says which committee is the council's main committee (Hauptausschuss, GO NRW § 57 Abs. 2). */
  @AllowedTo({Role.OFFICE_LEAD, Role.ADMINISTRATOR})
  record NameMainCommittee(
      @TargetAggregateIdentifier String bodyId, String committeeId, String source)
      implements CommitteeCommand {}

  /**
   * Puts a motion before a body. Who may vote and by which rules is settled now.
   *
   * @param motionId not used before
   * @param proposal the resolution as it shall be adopted, word by word
   * @param caseKey business key of the case that waits for the decision
   * @param onDay the day for which the decision is planned; a vote without a meeting stays open at
   *     least until its end. Null if none is.
   * @param inMeeting a meeting shall decide, also where the body might vote without one; null for
   *     as its rules say
   * @param amendable whether a meeting may adopt it with another wording and sum, because the case
   *     that waits knows what to do with it; null for no
   */
  @AllowedTo(
      value = {Role.PROJECT_MANAGER, Role.OFFICE_LEAD},
      models = true)
  record SubmitMotion(
      String motionId,
      @TargetAggregateIdentifier String bodyId,
      String title,
      String proposal,
      String caseKey,
      @Nullable LocalDate onDay,
      @Nullable Boolean inMeeting,
      @Nullable Boolean amendable)
      implements CommitteeCommand {
    public SubmitMotion(
        String motionId, String bodyId, String title, String proposal, String caseKey) {
      this(motionId, bodyId, title, proposal, caseKey, null, null);
    }

    public SubmitMotion(
        String motionId,
        String bodyId,
        String title,
        String proposal,
        String caseKey,
        @Nullable LocalDate onDay,
        @Nullable Boolean inMeeting) {
      this(motionId, bodyId, title, proposal, caseKey, onDay, inMeeting, null);
    }
  }

  /**
   * One member's vote, or that the member is biased and takes no part. Only the member itself casts
   * it; there is no proxy.
   *
   * @param vote null if and only if biased
   * @param biasReason needed if biased: what advantage or relation (GO NRW § 31)
   */
  @AllowedTo(models = true)
  record CastVote(
      @TargetAggregateIdentifier String motionId,
      String member,
      @Nullable Vote vote,
      boolean biased,
      @Nullable String biasReason)
      implements CommitteeCommand {}

  /**
   * Counts: before the announced end only if all who may vote have voted, since until then each may
   * still vote. Who has not voted by the end was not present.
   */
  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record CloseVote(@TargetAggregateIdentifier String motionId) implements CommitteeCommand {}

  /**
   * Ends the vote because its time is over, and counts by the body's rules: who has not voted was
   * not present; a circular vote that must be unanimous has failed. A motion that stands on an
   * agenda is left to that meeting. Refused before the time is over.
   */
  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record EndVote(@TargetAggregateIdentifier String motionId) implements CommitteeCommand {}

  /**
   * Bias that comes to light in a vote without a meeting: while it runs, the member's vote is taken
   * out; after the count, what follows is settled apart (GO NRW § 31 Abs. 6). Said by the member or
   * recorded by the office.
   *
   * @param disclosedBy who said it, in words
   */
  @AllowedTo(everyone = true)
  record DiscloseBias(
      @TargetAggregateIdentifier String motionId,
      String member,
      String reason,
      String disclosedBy,
      @Happened LocalDate disclosedOn)
      implements CommitteeCommand {}

  /** What follows from a bias that came to light after the count: it stands, or a new vote. */
  @AllowedTo(Role.OFFICE_LEAD)
  record SettleBias(
      @TargetAggregateIdentifier String motionId, String member, boolean voteAgain, String reason)
      implements CommitteeCommand {}

  /**
   * A motion that waits for a meeting comes later before its body: it comes off the agenda of a
   * meeting that is ahead, or is adjourned there if the invitation is out. Refused while a vote
   * runs.
   *
   * @param caseKey business key of the case that put it
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record PostponeMotion(
      @TargetAggregateIdentifier String motionId, String caseKey, LocalDate until, String reason)
      implements CommitteeCommand {}

  /**
   * Takes the motion back because the case that put it is cancelled: nobody votes on it any more.
   * Without effect once it is decided.
   */
  @AllowedTo(value = Role.OFFICE_LEAD, models = true)
  record WithdrawMotion(@TargetAggregateIdentifier String motionId, String reason)
      implements CommitteeCommand {}
}
