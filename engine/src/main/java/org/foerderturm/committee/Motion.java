package org.foerderturm.committee;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.foerderturm.committee.CommitteeCommand.CastVote;
import org.foerderturm.committee.CommitteeCommand.CloseVote;
import org.foerderturm.committee.CommitteeCommand.DiscloseBias;
import org.foerderturm.committee.CommitteeCommand.EndVote;
import org.foerderturm.committee.CommitteeCommand.PostponeMotion;
import org.foerderturm.committee.CommitteeCommand.SettleBias;
import org.foerderturm.committee.CommitteeCommand.WithdrawMotion;
import org.foerderturm.committee.CommitteeConsequence.AllowVoteOutside;
import org.foerderturm.committee.CommitteeConsequence.CarryMotion;
import org.foerderturm.committee.CommitteeConsequence.ConfirmAmendable;
import org.foerderturm.committee.CommitteeConsequence.CountUnlessInMeetings;
import org.foerderturm.committee.CommitteeConsequence.CountVotes;
import org.foerderturm.committee.CommitteeConsequence.DecideMotion;
import org.foerderturm.committee.CommitteeConsequence.NumberResolution;
import org.foerderturm.committee.CommitteeConsequence.PutOffMotion;
import org.foerderturm.committee.CommitteeConsequence.ReopenSubject;
import org.foerderturm.committee.CommitteeConsequence.StrikeMotion;
import org.foerderturm.committee.CommitteeConsequence.TableMotion;
import org.foerderturm.committee.CommitteeEvent.BiasDeclared;
import org.foerderturm.committee.CommitteeEvent.CircularVoteFailed;
import org.foerderturm.committee.CommitteeEvent.LeftOver;
import org.foerderturm.committee.CommitteeEvent.MotionBiasDisclosed;
import org.foerderturm.committee.CommitteeEvent.MotionBiasSettled;
import org.foerderturm.committee.CommitteeEvent.MotionDecided;
import org.foerderturm.committee.CommitteeEvent.MotionPostponed;
import org.foerderturm.committee.CommitteeEvent.MotionSubmitted;
import org.foerderturm.committee.CommitteeEvent.MotionTabled;
import org.foerderturm.committee.CommitteeEvent.MotionWithdrawn;
import org.foerderturm.committee.CommitteeEvent.VoteCast;
import org.foerderturm.committee.CommitteeEvent.VotingPeriodEnded;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingEvent.Decisive;
import org.foerderturm.committee.MeetingRules.Outside;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * A motion (Beschlussvorlage) before a body, from its submission to its result; created by {@link
 * Body}. Decided once: an inquorate motion comes back as a new one.
 *
 * <p>The quorum is presumed as long as members can vote; closing the vote counts them and so states
 * a lack (GO NRW § 49 Abs. 1).
 */
@AggregateRoot
class Motion {
  /** In the place of a result: nobody decides it any more. */
  static final String WITHDRAWN = "withdrawn";

  @AggregateIdentifier
  @SuppressWarnings("unused")
  private @Nullable String motionId;

  private @Nullable MotionSubmitted submitted;
  private final Map<String, Vote> votes = new HashMap<>();
  private final Set<String> biased = new HashSet<>();
  private @Nullable String result;
  private @Nullable MotionWithdrawn withdrawn;
  private boolean circularFailed;
  private boolean periodOver;
  private @Nullable String tabledIn;
  private boolean decidedInMeeting;

  /** Whose bias came to light after the count, and whether what follows is settled. */
  private final Map<String, Boolean> lateBias = new HashMap<>();

  private Instant now = Instant.EPOCH;

  Motion() {}

  Motion(MotionSubmitted submitted) {
    apply(submitted);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CastVote command, Actor actor, Consequences consequences) {
    String member = command.member();
    mustBeUndecided("vote-already-closed");
    motion();
    mustBeForVotesOutside();
    if (periodOver) throw periodOver();
    if (!motion().members().contains(member))
      throw new Rejected("not-entitled-to-vote", Map.of("member", member));
    if (!actor.userId().equals(member))
      throw new Rejected("not-your-vote", Map.of("member", member));
    if (votes.containsKey(member) || biased.contains(member))
      throw new Rejected("vote-already-cast", Map.of("member", member));
    if (command.biased()) declareBias(command);
    else if (command.vote() == null) throw new Rejected("vote-missing");
    else apply(new VoteCast(command.motionId(), member, command.vote()));
    var until = motion().voteUntil();
    if (until != null && now.isAfter(until)) throw periodOver();
    if (olderThanOwnRules()) consequences.send(new AllowVoteOutside(motion().bodyId()));
  }

  private static Rejected periodOver() {
    return new Rejected("voting-period-over");
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CloseVote command, Consequences consequences) {
    mustBeOpen();
    var until = motion().voteUntil();
    if (until != null && !periodOver && outstanding() > 0)
      end(
          until,
          new Rejected(
              "vote-still-open",
              Map.of(
                  "until",
                  LocalDate.ofInstant(until, Body.OFFICE).toString(),
                  "outstanding",
                  outstanding())),
          consequences);
    else {
      if (olderThanOwnRules()) consequences.send(new AllowVoteOutside(motion().bodyId()));
      count(consequences);
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(EndVote command, Consequences consequences) {
    mustBeOpen();
    if (periodOver) throw periodOver();
    var until = motion().voteUntil();
    end(until == null ? Instant.MAX : until, new Rejected("voting-period-runs"), consequences);
  }

  /** Who votes at the last moment is still in time, so the end is the moment after. */
  private void end(Instant until, Rejected tooEarly, Consequences consequences) {
    var motion = motion();
    apply(new VotingPeriodEnded(motion.motionId(), outstanding(), tabledIn));
    if (now.isBefore(until)) throw tooEarly;
    if (tabledIn != null && outside() != Outside.UNANIMOUS) return;
    if (olderThanOwnRules())
      consequences.send(new CountUnlessInMeetings(motion.bodyId(), motion.motionId()));
    else count(consequences);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CountVotes command, Consequences consequences) {
    count(consequences);
  }

  private int outstanding() {
    return motion().members().size() - votes.size() - biased.size();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(WithdrawMotion command, Consequences consequences) {
    var motion = motion();
    if (result != null) return;
    if (command.reason().isBlank()) throw new Rejected("reason-missing");
    apply(
        new MotionWithdrawn(
            motion.motionId(), motion.bodyId(), motion.caseKey(), command.reason().strip()));
    if (tabledIn != null)
      consequences.send(new StrikeMotion(tabledIn, motion.motionId(), command.reason().strip()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DiscloseBias command, Actor actor) {
    var motion = motion();
    var member = command.member();
    if (!actor.userId().equals(member)
        && !actor.has(Role.OFFICE_LEAD)
        && !actor.has(Role.PROJECT_MANAGER))
      throw new Rejected("not-your-vote", Map.of("member", member));
    if (!motion.members().contains(member))
      throw new Rejected("not-entitled-to-vote", Map.of("member", member));
    if (biased.contains(member) || lateBias.containsKey(member))
      throw new Rejected("bias-already-disclosed", Map.of("member", member));
    if (command.reason().isBlank()) throw new Rejected("bias-reason-missing");
    if (WITHDRAWN.equals(result)) throw new Rejected("motion-withdrawn");
    if (result == null) {
      if (!votes.containsKey(member)) throw new Rejected("bias-with-the-vote");
      apply(new BiasDeclared(command.motionId(), member, command.reason().strip()));
      return;
    }
    if (decidedInMeeting) throw new Rejected("bias-at-the-meeting");
    if (command.disclosedBy().isBlank()) throw new Rejected("disclosed-by-missing");
    var vote = votes.get(member);
    apply(
        new MotionBiasDisclosed(
            motion.motionId(),
            motion.bodyId(),
            member,
            command.reason().strip(),
            command.disclosedBy().strip(),
            command.disclosedOn(),
            vote != null,
            vote != null && decided(vote) ? Decisive.YES : Decisive.NO));
  }

  /** Whether the result would be another without this vote. */
  private boolean decided(Vote vote) {
    var motion = motion();
    var without = Tally.of(votes.values()).without(vote);
    return !without.result(motion.rules(), motion.statutoryMembers()).equals(result);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(SettleBias command, Actor actor, Consequences consequences) {
    var motion = motion();
    var member = command.member();
    if (actor.userId().equals(member)) throw new Rejected("late-bias-own");
    @Nullable Boolean settled = lateBias.get(member);
    if (settled == null) throw new Rejected("bias-not-disclosed", Map.of("member", member));
    if (settled) throw new Rejected("late-bias-settled", Map.of("member", member));
    if (command.reason().isBlank()) throw new Rejected("reason-missing");
    apply(
        new MotionBiasSettled(
            motion.motionId(),
            motion.bodyId(),
            member,
            command.voteAgain(),
            command.reason().strip()));
    if (command.voteAgain())
      consequences.send(
          new ReopenSubject(
              motion.bodyId(),
              new LeftOver(
                  motion.motionId(),
                  AgendaKind.RESOLUTION,
                  motion.title(),
                  motion.proposal(),
                  null,
                  null,
                  false)));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(PostponeMotion command, Consequences consequences) {
    var motion = motion();
    if (!motion.caseKey().equals(command.caseKey()))
      throw new Rejected("motion-of-another-case", Map.of("title", motion.title()));
    mustBeUndecided("motion-already-decided");
    if (outside() != Outside.NEVER && !circularFailed && !periodOver)
      throw new Rejected("vote-runs-without-meeting", Map.of("body", motion.bodyName()));
    if (command.reason().isBlank()) throw new Rejected("reason-missing");
    var meeting = tabledIn;
    var reason = command.reason().strip();
    apply(
        new MotionPostponed(
            motion.motionId(), motion.bodyId(), motion.caseKey(), command.until(), reason));
    if (meeting != null) consequences.send(new PutOffMotion(meeting, motion.motionId(), reason));
  }

  private void mustBeOpen() {
    mustBeUndecided("vote-already-closed");
    mustBeForVotesOutside();
  }

  private void count(Consequences consequences) {
    var motion = motion();
    var tally = Tally.of(votes.values());
    if (outside() == Outside.UNANIMOUS && tally.yes() < motion.members().size()) {
      int voted = tally.present() + biased.size();
      apply(
          new CircularVoteFailed(
              motion.motionId(),
              tally.yes(),
              tally.no(),
              tally.abstentions(),
              motion.members().size() - voted,
              biased.size()));
      return;
    }
    String counted = tally.result(motion.rules(), motion.statutoryMembers());
    apply(
        new MotionDecided(
            motion.motionId(),
            motion.bodyId(),
            motion.caseKey(),
            counted,
            tally.yes(),
            tally.no(),
            tally.abstentions(),
            tally.present(),
            motion.statutoryMembers(),
            tally.quorate(motion.rules(), motion.statutoryMembers()),
            motion.rules().source()));
    if (!counted.equals(Tally.INQUORATE))
      number(counted, motion.proposal(), null, false, consequences);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(TableMotion command) {
    if (!motion().bodyId().equals(command.bodyId()))
      throw new Rejected("motion-of-another-body", Map.of("body", motion().bodyName()));
    mustBeUndecided("motion-already-decided");
    apply(new MotionTabled(command.motionId(), command.meetingId()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CarryMotion command, Consequences consequences) {
    motion();
    if (withdrawn != null)
      consequences.send(
          new StrikeMotion(command.meetingId(), command.motionId(), withdrawn.reason()));
    else if (result == null) apply(new MotionTabled(command.motionId(), command.meetingId()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ConfirmAmendable command) {
    if (!Boolean.TRUE.equals(motion().amendable()))
      throw new Rejected("motion-not-amendable", Map.of("title", motion().title()));
    if (command.amountCents() == null) throw new Rejected("amended-sum-missing");
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DecideMotion command, Consequences consequences) {
    var motion = motion();
    mustBeUndecided("motion-already-decided");
    apply(
        new MotionDecided(
            motion.motionId(),
            motion.bodyId(),
            motion.caseKey(),
            command.result(),
            command.yes(),
            command.no(),
            command.abstentions(),
            command.present(),
            command.statutoryMembers(),
            true,
            command.basis(),
            command.meetingId(),
            command.result().equals(Tally.AMENDED) ? command.amendedText() : null,
            command.result().equals(Tally.AMENDED) ? command.amendedCents() : null));
    number(
        command.result(),
        command.result().equals(Tally.AMENDED) && command.amendedText() != null
            ? command.amendedText()
            : motion.proposal(),
        command.meetingId(),
        command.closed(),
        consequences);
  }

  @EventSourcingHandler
  void on(MotionSubmitted event) {
    motionId = event.motionId();
    submitted = event;
  }

  @EventSourcingHandler
  void on(VoteCast event, @Timestamp Instant at) {
    now = at;
    votes.put(event.member(), event.vote());
  }

  @EventSourcingHandler
  void on(BiasDeclared event, @Timestamp Instant at) {
    now = at;
    biased.add(event.member());
    votes.remove(event.member());
  }

  @EventSourcingHandler
  void on(MotionDecided event) {
    result = event.result();
    decidedInMeeting = event.meetingId() != null;
  }

  @EventSourcingHandler
  void on(MotionWithdrawn event) {
    result = WITHDRAWN;
    withdrawn = event;
  }

  @EventSourcingHandler
  void on(CircularVoteFailed event) {
    circularFailed = true;
  }

  @EventSourcingHandler
  void on(VotingPeriodEnded event, @Timestamp Instant at) {
    now = at;
    periodOver = true;
  }

  @EventSourcingHandler
  void on(MotionBiasDisclosed event, @Timestamp Instant at) {
    now = at;
    lateBias.put(event.member(), false);
  }

  @EventSourcingHandler
  void on(MotionBiasSettled event) {
    lateBias.put(event.member(), true);
  }

  @EventSourcingHandler
  void on(MotionPostponed event) {
    tabledIn = null;
  }

  @EventSourcingHandler
  void on(MotionTabled event) {
    tabledIn = event.meetingId();
  }

  /** A motion older than the rules for meetings was put to an electronic vote. */
  private Outside outside() {
    var how = motion().rules().meetings();
    return how == null ? Outside.BY_MAJORITY : how.outside();
  }

  /** From a time when any body could be asked without a meeting; its body now says if it may. */
  private boolean olderThanOwnRules() {
    var how = motion().rules().meetings();
    return how == null || how.outsideSource() == null;
  }

  private void mustBeUndecided(String code) {
    if (WITHDRAWN.equals(result)) throw new Rejected("motion-withdrawn");
    if (result != null) throw new Rejected(code, Map.of("result", result));
  }

  private void mustBeForVotesOutside() {
    if (outside() == Outside.NEVER)
      throw new Rejected("decided-in-meetings-only", Map.of("body", motion().bodyName()));
    if (circularFailed) throw new Rejected("circular-vote-failed");
  }

  private void number(
      String decided,
      String text,
      @Nullable String meetingId,
      boolean closed,
      Consequences consequences) {
    var motion = motion();
    consequences.send(
        new NumberResolution(
            motion.bodyId(),
            motion.motionId(),
            meetingId,
            motion.motionId(),
            motion.caseKey(),
            motion.title(),
            text,
            decided,
            closed));
  }

  private void declareBias(CastVote command) {
    if (command.vote() != null) throw new Rejected("biased-member-must-not-vote");
    String reason = command.biasReason();
    if (reason == null || reason.isBlank()) throw new Rejected("bias-reason-missing");
    apply(new BiasDeclared(command.motionId(), command.member(), reason.strip()));
  }

  private MotionSubmitted motion() {
    if (submitted == null) throw new Rejected("motion-unknown");
    return submitted;
  }
}
