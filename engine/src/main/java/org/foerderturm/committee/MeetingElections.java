package org.foerderturm.committee;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.foerderturm.committee.MeetingCommand.CountElection;
import org.foerderturm.committee.MeetingCommand.DrawLot;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingEvent.CandidateVotes;
import org.foerderturm.committee.MeetingEvent.ElectionCounted;
import org.foerderturm.committee.MeetingEvent.ElectionOutcome;
import org.foerderturm.committee.MeetingEvent.LotDrawn;
import org.foerderturm.committee.MeetingEvent.VotingMode;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** Elections (GO NRW § 50 Abs. 2): a first vote, a run-off, the lot. */
abstract class MeetingElections extends MeetingVotes {
  private static final String BASIS = "GO NRW § 50 Abs. 2 (zu bestätigen)";

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CountElection c, Actor actor, Consequences consequences) {
    var item = votable(c.itemId());
    mustConduct(actor);
    if (item.placed.kind() != AgendaKind.ELECTION) throw new Rejected("item-is-no-election");
    var before = item.election;
    if (before != null && before.outcome() == ElectionOutcome.LOT)
      throw new Rejected("lot-must-decide");
    if (!c.byBallot() && !item.secretAskedBy.isEmpty())
      throw new Rejected("election-needs-ballots");
    boolean runOff = before != null;
    mustStand(c, before);
    if (c.no() < 0 || c.abstentions() < 0 || c.invalid() < 0) throw new Rejected("votes-negative");
    long forPersons = c.votes().stream().mapToLong(CandidateVotes::votes).sum();
    int there = counted(item);
    long cast = forPersons + c.no() + c.abstentions() + c.invalid();
    if (cast > there)
      throw new Rejected("more-votes-than-present", Map.of("votes", cast, "present", there));
    int valid = Math.toIntExact(forPersons + c.no());
    var counted = runOff ? runOff(c.votes()) : first(c.votes(), valid);
    apply(
        new ElectionCounted(
            c.meetingId(),
            c.itemId(),
            item.title(),
            runOff ? 2 : 1,
            c.votes(),
            c.no(),
            c.abstentions(),
            c.invalid(),
            valid,
            there,
            c.byBallot(),
            counted.outcome(),
            counted.elected(),
            counted.standing()));
    if (counted.standing().isEmpty()) settle(item, counted.elected(), consequences);
  }

  /** What a round came to. */
  private record Counted(
      ElectionOutcome outcome, @Nullable String elected, List<String> standing) {}

  private static Counted first(List<CandidateVotes> votes, int valid) {
    var best = best(votes);
    if (2 * best.votes() > valid) return elected(best.person());
    var two =
        votes.stream().map(CandidateVotes::votes).distinct().sorted(Comparator.reverseOrder());
    var highest = new HashSet<>(two.limit(2).toList());
    var standing =
        votes.stream()
            .filter(each -> each.votes() > 0 && highest.contains(each.votes()))
            .map(CandidateVotes::person)
            .toList();
    return standing.size() < 2
        ? new Counted(ElectionOutcome.NOBODY, null, List.of())
        : new Counted(ElectionOutcome.RUN_OFF, null, standing);
  }

  private static Counted runOff(List<CandidateVotes> votes) {
    int most = best(votes).votes();
    var first =
        votes.stream().filter(each -> each.votes() == most).map(CandidateVotes::person).toList();
    return first.size() == 1
        ? elected(first.getFirst())
        : new Counted(ElectionOutcome.LOT, null, first);
  }

  private static Counted elected(String person) {
    return new Counted(ElectionOutcome.ELECTED, person, List.of());
  }

  private static CandidateVotes best(List<CandidateVotes> votes) {
    return votes.stream().max(Comparator.comparingInt(CandidateVotes::votes)).orElseThrow();
  }

  private static void mustStand(CountElection c, @Nullable ElectionCounted before) {
    var known = new HashSet<String>();
    for (var each : c.votes()) {
      if (each.person().isBlank()) throw new Rejected("candidate-missing");
      if (each.votes() < 0) throw new Rejected("votes-negative");
      if (!known.add(each.person()))
        throw new Rejected("candidate-twice", Map.of("person", each.person()));
    }
    if (known.isEmpty()) throw new Rejected("candidate-missing");
    if (before != null && !known.equals(new HashSet<>(before.standing())))
      throw new Rejected(
          "run-off-between", Map.of("persons", String.join(", ", before.standing())));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DrawLot c, Actor actor, Consequences consequences) {
    var item = unsettled(c.itemId());
    mustConduct(actor);
    var counted = item.election;
    if (counted == null || counted.outcome() != ElectionOutcome.LOT)
      throw new Rejected("lot-not-called-for");
    if (!counted.standing().contains(c.elected()))
      throw new Rejected(
          "run-off-between", Map.of("persons", String.join(", ", counted.standing())));
    if (c.how().isBlank()) throw new Rejected("lot-without-words");
    apply(new LotDrawn(c.meetingId(), c.itemId(), item.title(), c.elected(), c.how().strip()));
    settle(item, c.elected(), consequences);
  }

  private void settle(AgendaItem item, @Nullable String elected, Consequences consequences) {
    var counted = item.election;
    if (counted == null) throw new IllegalStateException("nothing was counted");
    int all = counted.votes().stream().mapToInt(CandidateVotes::votes).sum();
    int yes =
        counted.votes().stream()
            .filter(each -> each.person().equals(elected))
            .mapToInt(CandidateVotes::votes)
            .sum();
    decide(
        item,
        VotingMode.HANDS,
        new Tally(yes, all - yes + counted.no(), counted.abstentions()),
        elected,
        BASIS,
        consequences);
  }
}
