package org.foerderturm.committee;

import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.committee.CommitteeEvent.BiasDeclared;
import org.foerderturm.committee.CommitteeEvent.CircularVoteFailed;
import org.foerderturm.committee.CommitteeEvent.MotionBiasDisclosed;
import org.foerderturm.committee.CommitteeEvent.MotionBiasSettled;
import org.foerderturm.committee.CommitteeEvent.MotionDecided;
import org.foerderturm.committee.CommitteeEvent.MotionPostponed;
import org.foerderturm.committee.CommitteeEvent.MotionSubmitted;
import org.foerderturm.committee.CommitteeEvent.MotionTabled;
import org.foerderturm.committee.CommitteeEvent.MotionWithdrawn;
import org.foerderturm.committee.CommitteeEvent.VoteCast;
import org.foerderturm.committee.CommitteeEvent.VotingPeriodEnded;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.springframework.stereotype.Component;

/** Motions with the count as it stands, and who voted how. */
@Component
class MotionProjection implements Projection {
  private static final String SUBMITTED =
      """
      insert into view_motion (motion_id, body_id, body_name, title, proposal, case_key, submitted_at,
        submitted_by, position, entitled, statutory_members, quorum_needed, basis, vote_until, amendable)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String ENTITLED = "insert into view_vote (motion_id, member) values (?, ?)";
  private static final String COUNTED =
      """
      update view_motion set yes = yes + ?, no = no + ?, abstentions = abstentions + ?,
        biased = biased + ? where motion_id = ?\
      """;
  private static final String VOTED =
      "update view_vote set vote = ?, voted_at = ? where motion_id = ? and member = ?";
  // a vote that was cast before counts no more
  private static final String TAKEN_OUT =
      """
      update view_motion m set yes = yes - (v.vote = 'YES')::int, no = no - (v.vote = 'NO')::int,
        abstentions = abstentions - (v.vote = 'ABSTAIN')::int
      from view_vote v where m.motion_id = ? and v.motion_id = m.motion_id and v.member = ?
        and v.vote is not null\
      """;
  private static final String LATE_BIAS =
      """
      insert into view_motion_bias (motion_id, member, reason, disclosed_by, disclosed_on, took_part, decisive)
      values (?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String LATE_BIAS_SETTLED =
      """
      update view_motion_bias set vote_again = ?, settled_because = ?, settled_by = ?, settled_at = ?
      where motion_id = ? and member = ?\
      """;
  private static final String BIASED =
      """
      update view_vote set biased = true, vote = null, bias_reason = ?, voted_at = ?
      where motion_id = ? and member = ?\
      """;
  private static final String DECIDED =
      "update view_motion set result = ?, decided_at = ? where motion_id = ?";
  private static final String COUNTED_IN_MEETING =
      """
      update view_motion set yes = ?, no = ?, abstentions = ?, statutory_members = ?, tabled_in = ?
      where motion_id = ?\
      """;
  private static final String TABLED = "update view_motion set tabled_in = ? where motion_id = ?";
  private static final String CIRCULAR_FAILED =
      "update view_motion set circular_failed = true where motion_id = ?";

  private static final String AMENDED =
      "update view_motion set amended_text = ?, amended_cents = ? where motion_id = ?";

  private static final String PERIOD_OVER =
      "update view_motion set vote_over = true where motion_id = ?";

  @Override
  public String name() {
    return "motions";
  }

  @Override
  public List<String> tables() {
    return List.of("view_motion", "view_vote", "view_motion_bias");
  }

  @EventHandler
  void on(MotionSubmitted event, Recorded recorded, Writes writes) {
    String motion = event.motionId();
    writes.add(
        motion,
        SUBMITTED,
        motion,
        event.bodyId(),
        event.bodyName(),
        event.title(),
        event.proposal(),
        event.caseKey(),
        recorded.at(),
        recorded.actor(),
        recorded.position(),
        event.members().size(),
        event.statutoryMembers(),
        event.rules().quorum().least(event.statutoryMembers()),
        event.rules().source(),
        event.voteUntil(),
        Boolean.TRUE.equals(event.amendable()));
    for (String member : event.members()) writes.add(motion, ENTITLED, motion, member);
  }

  @EventHandler
  void on(VoteCast event, Recorded recorded, Writes writes) {
    String motion = event.motionId();
    Vote vote = event.vote();
    writes.add(motion, VOTED, vote.name(), recorded.at(), motion, event.member());
    count(
        motion,
        writes,
        vote == Vote.YES ? 1 : 0,
        vote == Vote.NO ? 1 : 0,
        vote == Vote.ABSTAIN ? 1 : 0,
        0);
  }

  @EventHandler
  void on(BiasDeclared event, Recorded recorded, Writes writes) {
    String motion = event.motionId();
    writes.add(motion, TAKEN_OUT, motion, event.member());
    writes.add(motion, BIASED, event.reason(), recorded.at(), motion, event.member());
    count(motion, writes, 0, 0, 0, 1);
  }

  @EventHandler
  void on(MotionDecided event, Recorded recorded, Writes writes) {
    writes.add(event.motionId(), DECIDED, event.result(), recorded.at(), event.motionId());
    if (event.amendedText() != null)
      writes.add(
          event.motionId(), AMENDED, event.amendedText(), event.amendedCents(), event.motionId());
    if (event.meetingId() != null)
      writes.add(
          event.motionId(),
          COUNTED_IN_MEETING,
          event.yes(),
          event.no(),
          event.abstentions(),
          event.statutoryMembers(),
          event.meetingId(),
          event.motionId());
  }

  @EventHandler
  void on(MotionWithdrawn event, Recorded recorded, Writes writes) {
    writes.add(event.motionId(), DECIDED, Motion.WITHDRAWN, recorded.at(), event.motionId());
  }

  @EventHandler
  void on(MotionBiasDisclosed event, Recorded recorded, Writes writes) {
    writes.add(
        event.motionId(),
        LATE_BIAS,
        event.motionId(),
        event.member(),
        event.reason(),
        event.disclosedBy(),
        event.disclosedOn(),
        event.tookPart(),
        event.decisive().name());
  }

  @EventHandler
  void on(MotionBiasSettled event, Recorded recorded, Writes writes) {
    writes.add(
        event.motionId(),
        LATE_BIAS_SETTLED,
        event.voteAgain(),
        event.reason(),
        recorded.actor(),
        recorded.at(),
        event.motionId(),
        event.member());
  }

  @EventHandler
  void on(MotionPostponed event, Recorded recorded, Writes writes) {
    writes.add(event.motionId(), TABLED, null, event.motionId());
  }

  @EventHandler
  void on(MotionTabled event, Recorded recorded, Writes writes) {
    writes.add(event.motionId(), TABLED, event.meetingId(), event.motionId());
  }

  @EventHandler
  void on(CircularVoteFailed event, Recorded recorded, Writes writes) {
    writes.add(event.motionId(), CIRCULAR_FAILED, event.motionId());
  }

  @EventHandler
  void on(VotingPeriodEnded event, Recorded recorded, Writes writes) {
    writes.add(event.motionId(), PERIOD_OVER, event.motionId());
  }

  private static void count(
      String motion, Writes writes, int yes, int no, int abstentions, int biased) {
    writes.add(motion, COUNTED, yes, no, abstentions, biased, motion);
  }
}
