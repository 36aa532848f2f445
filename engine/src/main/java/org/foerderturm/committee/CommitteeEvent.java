package org.foerderturm.committee;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
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

  @Revision("1")
  record MemberAppointed(
      String bodyId, String userId, @Nullable LocalDate from, @Nullable LocalDate until)
      implements CommitteeEvent {}

  @Revision("1")
  record MemberDismissed(String bodyId, String userId) implements CommitteeEvent {}

  /** A motion came in; its day settles who is in office and which rules hold. */
  @Revision("1")
  record MotionReceived(String bodyId, String motionId) implements CommitteeEvent {}

  /**
   * A motion stands before a body.
   *
   * @param members who may vote, in alphabetical order
   * @param rules by which it will be decided, whatever the body adopts meanwhile
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
      BodyRules rules)
      implements CommitteeEvent {
    public MotionSubmitted {
      members = List.copyOf(members);
    }
  }

  @Revision("1")
  record VoteCast(String motionId, String member, Vote vote) implements CommitteeEvent {}

  /** A member disclosed bias, left and takes no part. */
  @Revision("1")
  record BiasDeclared(String motionId, String member, String reason) implements CommitteeEvent {}

  /**
   * The vote is closed and counted.
   *
   * @param result {@link Tally#ADOPTED}, {@link Tally#REJECTED} or {@link Tally#INQUORATE}, in
   *     small letters
   * @param present who voted, abstentions included
   * @param basis source of the rules by which it was counted
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
      String basis)
      implements CommitteeEvent {}
}
