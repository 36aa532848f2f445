package org.foerderturm.committee;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.foerderturm.committee.CommitteeCommand.CastVote;
import org.foerderturm.committee.CommitteeCommand.CloseVote;
import org.foerderturm.committee.CommitteeEvent.BiasDeclared;
import org.foerderturm.committee.CommitteeEvent.MotionDecided;
import org.foerderturm.committee.CommitteeEvent.MotionSubmitted;
import org.foerderturm.committee.CommitteeEvent.VoteCast;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Rejected;
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
  @AggregateIdentifier
  @SuppressWarnings("unused")
  private @Nullable String motionId;

  private @Nullable MotionSubmitted submitted;
  private final Map<String, Vote> votes = new HashMap<>();
  private final Set<String> biased = new HashSet<>();
  private @Nullable String result;

  Motion() {}

  Motion(MotionSubmitted submitted) {
    apply(submitted);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CastVote command, Actor actor) {
    String member = command.member();
    if (result != null) throw new Rejected("vote-already-closed", Map.of("result", result));
    if (!motion().members().contains(member))
      throw new Rejected("not-entitled-to-vote", Map.of("member", member));
    if (!actor.userId().equals(member))
      throw new Rejected("not-your-vote", Map.of("member", member));
    if (votes.containsKey(member) || biased.contains(member))
      throw new Rejected("vote-already-cast", Map.of("member", member));
    if (command.biased()) declareBias(command);
    else if (command.vote() == null) throw new Rejected("vote-missing");
    else apply(new VoteCast(command.motionId(), member, command.vote()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CloseVote command) {
    if (result != null) throw new Rejected("vote-already-closed", Map.of("result", result));
    var motion = motion();
    var tally = Tally.of(votes.values());
    apply(
        new MotionDecided(
            motion.motionId(),
            motion.bodyId(),
            motion.caseKey(),
            tally.result(motion.rules(), motion.statutoryMembers()),
            tally.yes(),
            tally.no(),
            tally.abstentions(),
            tally.present(),
            motion.statutoryMembers(),
            tally.quorate(motion.rules(), motion.statutoryMembers()),
            motion.rules().source()));
  }

  @EventSourcingHandler
  void on(MotionSubmitted event) {
    motionId = event.motionId();
    submitted = event;
  }

  @EventSourcingHandler
  void on(VoteCast event) {
    votes.put(event.member(), event.vote());
  }

  @EventSourcingHandler
  void on(BiasDeclared event) {
    biased.add(event.member());
  }

  @EventSourcingHandler
  void on(MotionDecided event) {
    result = event.result();
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
