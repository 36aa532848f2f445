package org.foerderturm.committee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foerderturm.committee.MeetingQuery.LateBiasRow;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Query;
import org.jspecify.annotations.Nullable;

/**
 * Questions about bodies, motions and votes. Votes are open: everyone who is signed in sees them.
 */
public sealed interface CommitteeQuery<R> extends Query<R> {

  @AllowedTo(everyone = true)
  record FindBodies() implements CommitteeQuery<List<BodyRow>> {}

  /** Who sits in which body on a day: user ids by id of the body, for all of them at once. */
  @AllowedTo(everyone = true)
  record FindSeats(LocalDate on) implements CommitteeQuery<Map<String, List<String>>> {}

  /** One body; null if there is none. */
  @AllowedTo(everyone = true)
  record FindBody(String bodyId) implements CommitteeQuery<@Nullable BodyDetails> {}

  /**
   * Motions, newest first.
   *
   * @param bodyId null for all bodies
   * @param open true: only those that are voted on, false: only decided ones, null: both
   */
  @AllowedTo(everyone = true)
  record FindMotions(@Nullable String bodyId, @Nullable Boolean open, int offset, int limit)
      implements CommitteeQuery<Page<MotionRow>> {}

  /** One motion with its votes; null if there is none. */
  @AllowedTo(everyone = true)
  record FindMotion(String motionId) implements CommitteeQuery<@Nullable MotionDetails> {}

  /**
   * @param members how many terms of office stand in the book, ended ones included
   */
  record BodyRow(String bodyId, String name, BodyKind kind, int statutoryMembers, int members) {}

  /**
   * @param recorded oldest first
   * @param mainCommittee id of a council's main committee; null if none was named
   */
  record BodyDetails(
      BodyRow row,
      List<MemberRow> members,
      List<RulesRow> recorded,
      List<OfficeRow> offices,
      @Nullable String mainCommittee) {
    public List<BodyRules> rules() {
      return recorded.stream().map(RulesRow::rules).toList();
    }
  }

  /**
   * @param by who recorded the rules; null until the list is made again after an update
   * @param at when; null as above
   */
  record RulesRow(BodyRules rules, @Nullable String by, @Nullable Instant at) {}

  record OfficeRow(
      BodyOffice office,
      String userId,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      String source) {
    public boolean heldOn(LocalDate day) {
      return (from == null || !from.isAfter(day)) && (until == null || !until.isBefore(day));
    }
  }

  /**
   * @param until last day; at the latest that of the organisation's membership
   * @param organisation name of the member of the alliance for which the person sits there
   * @param expertCitizen whether the person is on a committee without being a councillor
   */
  record MemberRow(
      String userId,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable String organisation,
      boolean expertCitizen) {
    public MemberRow(String userId, @Nullable LocalDate from, @Nullable LocalDate until) {
      this(userId, from, until, null, false);
    }
  }

  /**
   * @param entitled how many may vote
   * @param biased how many declared bias
   * @param result {@code adopted}, {@code rejected}, {@code inquorate}, {@code withdrawn}, or null
   *     while open
   */
  record MotionRow(
      String motionId,
      String bodyId,
      String bodyName,
      String title,
      String caseKey,
      Instant submittedAt,
      String submittedBy,
      int entitled,
      int yes,
      int no,
      int abstentions,
      int biased,
      @Nullable String result,
      @Nullable Instant decidedAt) {}

  /**
   * @param votes one row for each entitled member, in alphabetical order
   * @param tabledIn the meeting on whose agenda it stands, or where it was decided
   * @param circularFailed a circular vote was not unanimous: a meeting must decide
   * @param voteUntil last moment to vote without a meeting; null if there is no such vote
   * @param voteOver that moment has passed and was recorded
   * @param amendable whether a meeting may adopt it with changes
   * @param amendedText the changed wording, and {@code amendedCents} the changed sum, if it was
   *     adopted with changes
   * @param lateBias that came to light after a vote without a meeting
   */
  record MotionDetails(
      MotionRow row,
      String proposal,
      List<VoteRow> votes,
      Quorum quorum,
      String basis,
      @Nullable String tabledIn,
      boolean circularFailed,
      @Nullable Instant voteUntil,
      boolean voteOver,
      boolean amendable,
      @Nullable String amendedText,
      @Nullable Long amendedCents,
      List<LateBiasRow> lateBias) {}

  /**
   * @param vote null if outstanding or biased
   * @param biasReason null unless biased
   * @param at null if outstanding
   */
  record VoteRow(
      String member,
      @Nullable Vote vote,
      boolean biased,
      @Nullable String biasReason,
      @Nullable Instant at) {}

  /**
   * The quorum as it stands.
   *
   * @param needed how many must be present
   * @param reachable it can still be reached: enough members are present or have not voted yet
   */
  record Quorum(
      int needed, int present, int statutoryMembers, boolean reached, boolean reachable) {}
}
