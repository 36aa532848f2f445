package org.foerderturm.committee;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.foerderturm.committee.AgendaItem.State;
import org.foerderturm.committee.CommitteeConsequence.*;
import org.foerderturm.committee.MeetingCommand.*;
import org.foerderturm.committee.MeetingEvent.*;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** Dealing with the items of an agenda: discussion, bias, votes and ballots. */
abstract class MeetingVotes extends MeetingState {
  /** Why a body may decide however few came: the invitation to the second meeting said so. */
  private static final String SECOND_MEETING = "; GO NRW § 49 Abs. 2 (zweite Sitzung)";

  // dealing with an item

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CallItem c, Actor actor) {
    var item = unsettled(c.itemId());
    mustConduct(actor);
    apply(new AgendaItemCalled(c.meetingId(), c.itemId(), item.title()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(NoteDiscussion c, Actor actor) {
    if (phase != Phase.RUNNING && phase != Phase.OVER) throw new Rejected("meeting-not-running");
    mustConduct(actor);
    item(c.itemId());
    if (published) throw new Rejected("minutes-already-published");
    if (c.text().isBlank()) throw new Rejected("note-empty");
    apply(new DiscussionNoted(c.meetingId(), c.itemId(), c.text().strip()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(Recuse c, Actor actor) {
    var item = unsettled(c.itemId());
    mustBeSelfOrConduct(actor, c.member());
    mustBePresent(c.member());
    if (c.reason().isBlank()) throw new Rejected("bias-reason-missing");
    // an open vote that was cast already is taken out; a ballot in the box can't be
    boolean open = item.state == State.OPEN_VOTE;
    if (item.recused.contains(c.member())
        || item.handedIn.contains(c.member())
        || (!open && hasVoted(item, c.member())))
      throw new Rejected("vote-already-cast", Map.of("member", c.member()));
    apply(new MemberRecused(c.meetingId(), c.itemId(), c.member(), c.reason().strip()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(TakeNote c, Actor actor) {
    var item = unsettled(c.itemId());
    mustConduct(actor);
    if (item.voted()) throw new Rejected("item-needs-vote");
    apply(new AgendaItemNoted(c.meetingId(), c.itemId(), item.title()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(AdjournItem c, Actor actor) {
    var item = unsettled(c.itemId());
    mustConduct(actor);
    if (item.underVote()) throw new Rejected("vote-is-running");
    if (c.reason().isBlank()) throw new Rejected("adjournment-without-reason");
    apply(new AgendaItemAdjourned(c.meetingId(), c.itemId(), item.title(), c.reason().strip()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(AmendItem c, Actor actor, Consequences consequences) {
    var item = unsettled(c.itemId());
    mustConduct(actor);
    if (item.placed.kind() != AgendaKind.RESOLUTION) throw new Rejected("item-not-amendable");
    if (item.underVote()) throw new Rejected("vote-is-running");
    if (c.text().isBlank()) throw new Rejected("motion-proposal-missing");
    if (c.reason().isBlank()) throw new Rejected("reason-missing");
    var before = item.amended;
    var text = c.text().strip();
    if (text.equals(item.wording())
        && (before == null || Objects.equals(before.amountCents(), c.amountCents()))
        && (before != null || c.amountCents() == null)) throw new Rejected("nothing-changed");
    var former = item.wording();
    apply(
        new AgendaItemAmended(
            c.meetingId(), c.itemId(), former, text, c.amountCents(), c.reason().strip()));
    if (item.motionId() != null)
      consequences.send(new ConfirmAmendable(item.motionId(), c.amountCents()));
  }

  private static void mustBeNoElection(AgendaItem item) {
    if (item.placed.kind() == AgendaKind.ELECTION) throw new Rejected("item-is-an-election");
  }

  // votes

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RequestSecretBallot c, Actor actor) {
    var item = votable(c.itemId());
    mustBeSelfOrConduct(actor, c.member());
    mustTakePart(item, c.member());
    if (item.secretAskedBy.contains(c.member()))
      throw new Rejected("secret-ballot-already-asked", Map.of("member", c.member()));
    apply(
        new SecretBallotRequested(
            c.meetingId(),
            c.itemId(),
            c.member(),
            item.secretAskedBy.size() + 1,
            requestsNeeded()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(OpenVoting c, Actor actor) {
    var item = votable(c.itemId());
    mustBeNoElection(item);
    mustConduct(actor);
    mustNotBeSecret(item);
    apply(new OpenVotingBegun(c.meetingId(), c.itemId(), item.title()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RecordVote c, Actor actor) {
    var item = unsettled(c.itemId());
    if (item.state != State.OPEN_VOTE) throw new Rejected("no-vote-is-running");
    mustBeSelfOrConduct(actor, c.member());
    mustTakePart(item, c.member());
    if (hasVoted(item, c.member()))
      throw new Rejected("vote-already-cast", Map.of("member", c.member()));
    apply(new OpenVoteRecorded(c.meetingId(), c.itemId(), c.member(), c.vote(), actor.userId()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CorrectVote asked, Actor actor) {
    var item = unsettled(asked.itemId());
    mustConduct(actor);
    if (item.state != State.OPEN_VOTE) throw new Rejected("no-vote-is-running");
    var member = asked.member();
    var former = item.votes.get(member);
    if (former == null) throw new Rejected("vote-not-cast", Map.of("member", member));
    if (item.ownVotes.contains(member))
      throw new Rejected("vote-is-the-members-own", Map.of("member", member));
    var c =
        Merge.of(
            asked,
            new CorrectVote(asked.meetingId(), asked.itemId(), member, former, asked.reason()));
    var reason = Correction.reasoned(c.reason());
    if (c.vote() == former) throw new Rejected("nothing-changed");
    apply(
        new OpenVoteCorrected(
            c.meetingId(),
            c.itemId(),
            member,
            former,
            c.vote(),
            reason,
            item.votesToldBy.get(member)));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CloseVoting c, Actor actor, Consequences consequences) {
    var item = unsettled(c.itemId());
    mustConduct(actor);
    if (item.state != State.OPEN_VOTE) throw new Rejected("no-vote-is-running");
    decide(item, VotingMode.OPEN, Tally.of(item.votes.values()), consequences);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CountHands c, Actor actor, Consequences consequences) {
    var item = votable(c.itemId());
    mustBeNoElection(item);
    mustConduct(actor);
    mustNotBeSecret(item);
    if (c.yes() < 0 || c.no() < 0 || c.abstentions() < 0) throw new Rejected("votes-negative");
    long hands = (long) c.yes() + c.no() + c.abstentions();
    if (hands > entitled(item))
      throw new Rejected(
          "more-votes-than-present", Map.of("votes", hands, "present", entitled(item)));
    decide(item, VotingMode.HANDS, new Tally(c.yes(), c.no(), c.abstentions()), consequences);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(OpenSecretBallot c, Actor actor) {
    var item = votable(c.itemId());
    mustBeNoElection(item);
    mustConduct(actor);
    apply(new SecretBallotBegun(c.meetingId(), c.itemId(), item.round + 1));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(HandInBallot c, Actor actor) {
    var item = unsettled(c.itemId());
    if (item.state != State.SECRET_BALLOT) throw new Rejected("no-vote-is-running");
    String member = actor.userId();
    mustTakePart(item, member);
    if (hasVoted(item, member)) throw new Rejected("vote-already-cast", Map.of("member", member));
    apply(new BallotHandedIn(c.meetingId(), c.itemId(), item.round, member));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CloseSecretBallot c, Actor actor) {
    var item = unsettled(c.itemId());
    mustConduct(actor);
    if (item.state != State.SECRET_BALLOT) throw new Rejected("no-vote-is-running");
    apply(new SecretBallotClosed(c.meetingId(), c.itemId(), item.round, item.handedIn.size()));
  }

  /** A box that holds more or fewer ballots than were handed in, or a forged one, is void. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(PublishBallots c, Consequences consequences) {
    var item = unsettled(c.itemId());
    if (item.state != State.COUNTING) throw new Rejected("no-vote-is-running");
    var ballots = c.ballots().stream().sorted(Comparator.comparing(Ballot::hash)).toList();
    boolean whole =
        ballots.size() == item.handedIn.size()
            && ballots.stream().map(Ballot::nonce).distinct().count() == ballots.size()
            && ballots.stream().allMatch(MeetingVotes::genuine);
    if (!whole) {
      apply(new SecretBallotVoided(c.meetingId(), c.itemId(), item.round, "count"));
      return;
    }
    apply(new BallotsPublished(c.meetingId(), c.itemId(), item.round, ballots));
    decide(
        item,
        VotingMode.SECRET,
        Tally.of(ballots.stream().map(Ballot::vote).toList()),
        consequences);
  }

  private static boolean genuine(Ballot ballot) {
    return ballot.hash().equals(SecretBallots.hash(ballot.vote(), ballot.nonce()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(VoidSecretBallot c, Actor actor) {
    var item = unsettled(c.itemId());
    mustConduct(actor);
    if (item.state != State.SECRET_BALLOT && item.state != State.COUNTING)
      throw new Rejected("no-vote-is-running");
    if (c.reason().isBlank()) throw new Rejected("void-without-reason");
    apply(new SecretBallotVoided(c.meetingId(), c.itemId(), item.round, c.reason().strip()));
  }

  private void decide(AgendaItem item, VotingMode mode, Tally tally, Consequences consequences) {
    decide(item, mode, tally, null, null, consequences);
  }

  /**
   * @param elected of an election: who; null if nobody
   * @param electedBy of an election: by what rule; null for all others
   */
  void decide(
      AgendaItem item,
      VotingMode mode,
      Tally tally,
      @Nullable String elected,
      @Nullable String electedBy,
      Consequences consequences) {
    var plan = plan();
    var rules = plan.rules();
    int there = counted(item);
    var changed = item.amended;
    String counted =
        electedBy == null
            ? tally.majority(rules, there, statutoryMembers)
            : elected == null ? Tally.REJECTED : Tally.ADOPTED;
    boolean adopted = counted.equals(Tally.ADOPTED);
    String result = adopted && changed != null ? Tally.AMENDED : counted;
    var source = electedBy == null ? rules.source() : electedBy;
    String basis = item.placed.secondMeeting() ? source + SECOND_MEETING : source;
    apply(
        new AgendaItemDecided(
            plan.meetingId(),
            item.id(),
            plan.bodyId(),
            item.placed.subjectId(),
            item.motionId(),
            item.title(),
            mode,
            tally.yes(),
            tally.no(),
            tally.abstentions(),
            there,
            statutoryMembers,
            result,
            basis));
    if (item.motionId() != null)
      consequences.send(
          new DecideMotion(
              item.motionId(),
              plan.meetingId(),
              result,
              tally.yes(),
              tally.no(),
              tally.abstentions(),
              there,
              statutoryMembers,
              basis,
              item.closed(),
              changed == null ? null : changed.text(),
              changed == null ? null : changed.amountCents()));
    else
      consequences.send(
          new NumberResolution(
              plan.bodyId(),
              item.placed.subjectId(),
              plan.meetingId(),
              null,
              null,
              item.title(),
              elected == null ? item.wording() : item.wording() + "\nGewählt: " + elected,
              result,
              item.closed()));
    if (item.placed.kind() == AgendaKind.RATIFICATION)
      consequences.send(
          new SettleUrgency(plan.bodyId(), item.placed.subjectId(), plan.meetingId(), adopted));
  }
}
