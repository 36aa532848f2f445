package org.foerderturm.committee;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.foerderturm.committee.AgendaItem.State;
import org.foerderturm.committee.CommitteeConsequence.*;
import org.foerderturm.committee.MeetingCommand.*;
import org.foerderturm.committee.MeetingEvent.*;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting remembers of its events, and the rules that all of its commands share.
 *
 * <p>Of a secret ballot it knows who handed in and, after the count, all ballots; never which
 * ballot is whose. See {@link SecretBallots}.
 */
abstract class MeetingState {
  enum Phase {
    UNKNOWN,
    PLANNED,
    INVITED,
    RUNNING,
    OVER,
    CANCELLED
  }

  @AggregateIdentifier
  @SuppressWarnings("unused")
  @Nullable String meetingId;

  @Nullable MeetingPlanned planned;
  Phase phase = Phase.UNKNOWN;
  final Map<String, AgendaItem> items = new LinkedHashMap<>();
  Set<String> members = Set.of();
  int statutoryMembers;

  /** Members of a committee who are no councillors (sachkundige Bürger). */
  Set<String> expertCitizens = Set.of();

  final Set<String> present = new HashSet<>();
  boolean lackStated;
  @Nullable MinutesDrafted draft;

  /** The draft at hand was not accepted. */
  boolean sentBack;

  boolean signedByChair;
  boolean signedByClerk;
  boolean published;
  Instant now = Instant.EPOCH;

  // rules in common

  MeetingPlanned plan() {
    if (planned == null) throw new Rejected("meeting-unknown");
    return planned;
  }

  void mustBe(Phase wanted, String otherwise) {
    plan();
    if (phase != wanted) throw new Rejected(otherwise);
  }

  void mustRun() {
    mustBe(Phase.RUNNING, "meeting-not-running");
  }

  void mustConduct(Actor actor) {
    if (!conducts(actor)) throw new Rejected("not-for-you-in-meeting");
  }

  boolean conducts(Actor actor) {
    var plan = plan();
    return actor.userId().equals(plan.chair())
        || actor.userId().equals(plan.clerk())
        || actor.has(Role.OFFICE_LEAD)
        || actor.has(Role.PROJECT_MANAGER);
  }

  void mustBeSelfOrConduct(Actor actor, String member) {
    if (!actor.userId().equals(member)) mustConduct(actor);
  }

  void mustBePresent(String member) {
    if (!present.contains(member)) throw new Rejected("not-present", Map.of("member", member));
  }

  void mustTakePart(AgendaItem item, String member) {
    mustBePresent(member);
    if (item.recused.contains(member))
      throw new Rejected("biased-member-takes-no-part", Map.of("member", member));
  }

  void mustNotBeSecret(AgendaItem item) {
    if (item.secretAskedBy.size() >= requestsNeeded())
      throw new Rejected("ballot-must-be-secret", Map.of("requests", item.secretAskedBy.size()));
  }

  static boolean hasVoted(AgendaItem item, String member) {
    return item.votes.containsKey(member) || item.handedIn.contains(member);
  }

  AgendaItem item(String itemId) {
    plan();
    var item = items.get(itemId);
    if (item == null) throw new Rejected("not-on-agenda");
    return item;
  }

  AgendaItem unsettled(String itemId) {
    mustRun();
    var item = item(itemId);
    if (item.settled()) throw new Rejected("item-already-settled", Map.of("title", item.title()));
    return item;
  }

  /** An item on which a vote may begin. */
  AgendaItem votable(String itemId) {
    var item = unsettled(itemId);
    if (!item.voted()) throw new Rejected("report-needs-no-vote");
    if (item.underVote()) throw new Rejected("vote-is-running");
    if (lackStated && !item.placed.secondMeeting())
      throw new Rejected("quorum-lacking", Map.of("present", present.size(), "needed", needed()));
    if (entitled(item) == 0) throw new Rejected("nobody-may-vote");
    return item;
  }

  int entitled(AgendaItem item) {
    return (int) present.stream().filter(member -> !item.recused.contains(member)).count();
  }

  /** Who was there for this item's vote: who is there now, and who left after having voted. */
  int counted(AgendaItem item) {
    return thereFor(item).size();
  }

  private Set<String> thereFor(AgendaItem item) {
    var there = new HashSet<>(present);
    there.removeAll(item.recused);
    there.addAll(item.votes.keySet());
    there.addAll(item.handedIn);
    return there;
  }

  int needed() {
    return plan().rules().quorum().least(statutoryMembers);
  }

  boolean quorumReached() {
    return present.size() >= needed() && councillorsOutnumber();
  }

  /**
   * A committee has its quorum only while more councillors than expert citizens are there (GO NRW §
   * 58 Abs. 3); where nobody sits as an expert citizen, this asks nothing.
   */
  private boolean councillorsOutnumber() {
    return expertCitizens.isEmpty() || present.size() > 2 * citizensPresent();
  }

  int citizensPresent() {
    return (int) present.stream().filter(expertCitizens::contains).count();
  }

  int requestsNeeded() {
    return plan().rules().forMeetings().secretOnRequest().least(statutoryMembers);
  }

  // what it remembers

  @EventSourcingHandler
  void on(MeetingPlanned e) {
    meetingId = e.meetingId();
    planned = e;
    members = Set.copyOf(e.members());
    statutoryMembers = e.statutoryMembers();
    phase = Phase.PLANNED;
  }

  @EventSourcingHandler
  void on(AgendaItemPlaced e) {
    items.put(e.itemId(), new AgendaItem(e));
  }

  @EventSourcingHandler
  void on(AgendaPaperWritten e) {
    known(e.itemId()).text = e.text();
  }

  @EventSourcingHandler
  void on(AgendaFileAttached e, @MessageIdentifier String id) {
    known(e.itemId()).filesToldBy.put(e.fileId(), id);
    known(e.itemId()).files.put(e.fileId(), e.sha256());
  }

  @EventSourcingHandler
  void on(AgendaFileRemoved e) {
    known(e.itemId()).files.remove(e.fileId());
  }

  @EventSourcingHandler
  void on(AgendaFileWithdrawn e) {
    known(e.itemId()).files.remove(e.fileId());
  }

  @EventSourcingHandler
  void on(AgendaItemWithdrawn e) {
    items.remove(e.itemId());
  }

  @EventSourcingHandler
  void on(InvitationsSent e, @Timestamp Instant at) {
    phase = Phase.INVITED;
    now = at;
  }

  @EventSourcingHandler
  void on(MeetingMoved e, @Timestamp Instant at) {
    planned = plan().movedBy(e);
    members = Set.copyOf(e.members());
    statutoryMembers = e.statutoryMembers();
    phase = Phase.PLANNED;
    now = at;
  }

  @EventSourcingHandler
  void on(MeetingPlaceChanged e) {
    planned = plan().at(e.place());
  }

  @EventSourcingHandler
  void on(MeetingCancelled e) {
    phase = Phase.CANCELLED;
  }

  @EventSourcingHandler
  void on(MeetingOpened e, @Timestamp Instant at) {
    now = at;
    members = Set.copyOf(e.members());
    statutoryMembers = e.statutoryMembers();
    expertCitizens = e.expertCitizens() == null ? Set.of() : Set.copyOf(e.expertCitizens());
    phase = Phase.RUNNING;
  }

  @EventSourcingHandler
  void on(MemberArrived e) {
    present.add(e.member());
    if (quorumReached()) lackStated = false;
  }

  @EventSourcingHandler
  void on(MemberDeparted e) {
    present.remove(e.member());
  }

  @EventSourcingHandler
  void on(QuorumLackStated e) {
    lackStated = true;
  }

  @EventSourcingHandler
  void on(MemberRecused e) {
    var item = known(e.itemId());
    item.recused.add(e.member());
    item.votes.remove(e.member());
    item.ownVotes.remove(e.member());
  }

  @EventSourcingHandler
  void on(SecretBallotRequested e) {
    known(e.itemId()).secretAskedBy.add(e.member());
  }

  @EventSourcingHandler
  void on(OpenVotingBegun e) {
    known(e.itemId()).state = State.OPEN_VOTE;
  }

  @EventSourcingHandler
  void on(OpenVoteRecorded e, @MessageIdentifier String id) {
    var item = known(e.itemId());
    item.votesToldBy.put(e.member(), id);
    item.votes.put(e.member(), e.vote());
    if (e.member().equals(e.recordedBy())) item.ownVotes.add(e.member());
  }

  @EventSourcingHandler
  void on(OpenVoteCorrected e, @MessageIdentifier String id) {
    var item = known(e.itemId());
    item.votesToldBy.put(e.member(), id);
    item.votes.put(e.member(), e.vote());
  }

  @EventSourcingHandler
  void on(SecretBallotBegun e) {
    var item = known(e.itemId());
    item.state = State.SECRET_BALLOT;
    item.round = e.round();
  }

  @EventSourcingHandler
  void on(BallotHandedIn e) {
    known(e.itemId()).handedIn.add(e.member());
  }

  @EventSourcingHandler
  void on(SecretBallotClosed e) {
    known(e.itemId()).state = State.COUNTING;
  }

  @EventSourcingHandler
  void on(SecretBallotVoided e) {
    var item = known(e.itemId());
    item.state = State.AHEAD;
    item.handedIn.clear();
  }

  @EventSourcingHandler
  void on(AgendaItemAmended e) {
    known(e.itemId()).amended = e;
  }

  @EventSourcingHandler
  void on(AgendaItemDecided e) {
    var item = known(e.itemId());
    item.there = thereFor(item);
    item.decided = e;
    item.state = State.DONE;
  }

  @EventSourcingHandler
  void on(ElectionCounted e) {
    known(e.itemId()).election = e;
  }

  @EventSourcingHandler
  void on(LateBiasDisclosed e, @Timestamp Instant at) {
    now = at;
    known(e.itemId()).lateBias.put(e.member(), false);
  }

  @EventSourcingHandler
  void on(LateBiasSettled e) {
    known(e.itemId()).lateBias.put(e.member(), true);
  }

  @EventSourcingHandler
  void on(AgendaItemNoted e) {
    known(e.itemId()).state = State.DONE;
  }

  @EventSourcingHandler
  void on(AgendaItemAdjourned e) {
    known(e.itemId()).state = State.ADJOURNED;
  }

  @EventSourcingHandler
  void on(AgendaItemStruck e) {
    known(e.itemId()).state = State.STRUCK;
  }

  @EventSourcingHandler
  void on(MeetingClosed e) {
    phase = Phase.OVER;
  }

  @EventSourcingHandler
  void on(MinutesDrafted e) {
    draft = e;
    sentBack = false;
    signedByChair = false;
    signedByClerk = false;
  }

  @EventSourcingHandler
  void on(MinutesSentBack e) {
    sentBack = true;
  }

  @EventSourcingHandler
  void on(MinutesSignedByChair e) {
    signedByChair = true;
  }

  @EventSourcingHandler
  void on(MinutesSignedByClerk e) {
    signedByClerk = true;
  }

  @EventSourcingHandler
  void on(MinutesPublished e) {
    published = true;
  }

  private AgendaItem known(String itemId) {
    return Objects.requireNonNull(items.get(itemId));
  }
}
