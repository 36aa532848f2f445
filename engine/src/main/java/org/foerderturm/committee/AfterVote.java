package org.foerderturm.committee;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.foerderturm.committee.CommitteeConsequence.ReopenSubject;
import org.foerderturm.committee.CommitteeEvent.LeftOver;
import org.foerderturm.committee.MeetingCommand.DiscloseLateBias;
import org.foerderturm.committee.MeetingCommand.SettleLateBias;
import org.foerderturm.committee.MeetingEvent.AgendaItemDecided;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingEvent.Decisive;
import org.foerderturm.committee.MeetingEvent.LateBiasDisclosed;
import org.foerderturm.committee.MeetingEvent.LateBiasSettled;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/** What comes to light after the vote: bias (GO NRW § 31 Abs. 6), and what follows from it. */
abstract class AfterVote extends MeetingElections {

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DiscloseLateBias c, Actor actor) {
    var item = item(c.itemId());
    mustBeSelfOrConduct(actor, c.member());
    var decided = item.decided;
    if (decided == null) throw new Rejected("bias-before-the-vote", Map.of("title", item.title()));
    if (!members.contains(c.member()))
      throw new Rejected("not-a-member", Map.of("userId", c.member()));
    if (item.recused.contains(c.member()) || item.lateBias.containsKey(c.member()))
      throw new Rejected("bias-already-disclosed", Map.of("member", c.member()));
    if (c.reason().isBlank()) throw new Rejected("bias-reason-missing");
    if (c.disclosedBy().isBlank()) throw new Rejected("disclosed-by-missing");
    boolean tookPart = item.there.contains(c.member());
    apply(
        new LateBiasDisclosed(
            c.meetingId(),
            c.itemId(),
            plan().bodyId(),
            item.placed.subjectId(),
            item.motionId(),
            item.title(),
            c.member(),
            c.reason().strip(),
            c.disclosedBy().strip(),
            c.disclosedOn(),
            tookPart,
            tookPart ? decisive(item, decided, c.member()) : Decisive.NO));
  }

  /** Takes the vote away and counts again; where it isn't known, each way it may have been. */
  private Decisive decisive(AgendaItem item, AgendaItemDecided decided, String member) {
    if (item.placed.kind() == AgendaKind.ELECTION) return Decisive.POSSIBLE;
    var tally = new Tally(decided.yes(), decided.no(), decided.abstentions());
    var vote = item.votes.get(member);
    if (vote != null) return changes(decided, tally, vote) ? Decisive.YES : Decisive.NO;
    for (Vote possible : Vote.values())
      if (tally.has(possible) && changes(decided, tally, possible)) return Decisive.POSSIBLE;
    return Decisive.NO;
  }

  private boolean changes(AgendaItemDecided decided, Tally tally, Vote vote) {
    var without =
        tally
            .without(vote)
            .majority(plan().rules(), decided.present() - 1, decided.statutoryMembers());
    return without.equals(Tally.ADOPTED) == decided.result().equals(Tally.REJECTED);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(SettleLateBias c, Actor actor, Consequences consequences) {
    var item = item(c.itemId());
    if (!actor.userId().equals(plan().chair()) && !actor.has(Role.OFFICE_LEAD))
      throw new Rejected("late-bias-for-the-chair");
    if (actor.userId().equals(c.member())) throw new Rejected("late-bias-own");
    @Nullable Boolean settled = item.lateBias.get(c.member());
    if (settled == null) throw new Rejected("bias-not-disclosed", Map.of("member", c.member()));
    if (settled) throw new Rejected("late-bias-settled", Map.of("member", c.member()));
    if (c.reason().isBlank()) throw new Rejected("reason-missing");
    apply(
        new LateBiasSettled(
            c.meetingId(),
            c.itemId(),
            item.placed.subjectId(),
            item.title(),
            c.member(),
            c.voteAgain(),
            c.reason().strip()));
    if (c.voteAgain())
      consequences.send(
          new ReopenSubject(
              plan().bodyId(),
              new LeftOver(
                  item.placed.subjectId(),
                  item.placed.kind(),
                  item.title(),
                  item.wording(),
                  null,
                  item.placed.closedReason(),
                  false)));
  }
}
