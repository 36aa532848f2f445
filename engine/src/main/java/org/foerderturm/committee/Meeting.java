package org.foerderturm.committee;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.foerderturm.committee.AgendaItem.State;
import org.foerderturm.committee.CommitteeConsequence.*;
import org.foerderturm.committee.CommitteeEvent.LeftOver;
import org.foerderturm.committee.MeetingCommand.*;
import org.foerderturm.committee.MeetingEvent.*;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Archive;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * A meeting (Sitzung) of a body, from its planning to its published minutes; created by {@link
 * Body}. The quorum is presumed until a lack is stated (GO NRW § 49 Abs. 2).
 *
 * <p>Of a secret ballot it knows who handed in and, after the count, all ballots; never which
 * ballot is whose. See {@link SecretBallots}.
 */
@AggregateRoot
class Meeting {
  private static final long LARGEST_FILE = 20L * 1024 * 1024;

  private enum Phase {
    UNKNOWN,
    PLANNED,
    INVITED,
    RUNNING,
    OVER,
    CANCELLED
  }

  @AggregateIdentifier
  @SuppressWarnings("unused")
  private @Nullable String meetingId;

  private @Nullable MeetingPlanned planned;
  private Phase phase = Phase.UNKNOWN;
  private final Map<String, AgendaItem> items = new LinkedHashMap<>();
  private Set<String> members = Set.of();
  private int statutoryMembers;
  private final Set<String> present = new HashSet<>();
  private boolean lackStated;
  private @Nullable MinutesDrafted draft;
  private boolean signedByChair;
  private boolean signedByClerk;
  private boolean published;
  private Instant now = Instant.EPOCH;

  Meeting() {}

  Meeting(MeetingPlanned planned, List<LeftOver> carried) {
    apply(planned);
    for (var item : carried)
      apply(
          new AgendaItemPlaced(
              planned.meetingId(),
              item.subjectId(),
              item.kind(),
              item.subjectId(),
              item.title(),
              item.text(),
              item.motionId(),
              item.closedReason(),
              item.inquorate()));
  }

  // agenda and invitation

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(PlaceOnAgenda c, Consequences consequences) {
    var plan = plan();
    boolean late = c.kind() == AgendaKind.RATIFICATION && phase != Phase.OVER;
    if (phase == Phase.CANCELLED || (phase != Phase.PLANNED && !late))
      throw new Rejected("agenda-already-sent");
    if (c.title().isBlank()) throw new Rejected("motion-title-missing");
    if (c.closedReason() != null && c.closedReason().isBlank())
      throw new Rejected("closed-without-reason");
    if (c.motionId() != null && !c.motionId().equals(c.subjectId()))
      throw new Rejected("subject-is-the-motion");
    if (items.containsKey(c.itemId())
        || items.values().stream().anyMatch(i -> i.placed.subjectId().equals(c.subjectId())))
      throw new Rejected("already-on-agenda", Map.of("title", c.title().strip()));
    apply(
        new AgendaItemPlaced(
            c.meetingId(),
            c.itemId(),
            c.kind(),
            c.subjectId(),
            c.title().strip(),
            c.text().strip(),
            c.motionId(),
            c.closedReason() == null ? null : c.closedReason().strip(),
            false));
    if (c.motionId() != null)
      consequences.send(new TableMotion(c.motionId(), plan.bodyId(), c.meetingId()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(WriteAgendaPaper c) {
    mustBe(Phase.PLANNED, "agenda-already-sent");
    if (item(c.itemId()).motionId() != null) throw new Rejected("paper-is-the-motion");
    if (c.text().isBlank()) throw new Rejected("motion-proposal-missing");
    apply(new AgendaPaperWritten(c.meetingId(), c.itemId(), c.text().strip()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(AttachToItem c, Actor actor, Archive archive) {
    var item = item(c.itemId());
    mustConduct(actor);
    if (phase == Phase.OVER || phase == Phase.CANCELLED) throw new Rejected("meeting-already-over");
    if (item.settled()) throw new Rejected("item-already-settled", Map.of("title", item.title()));
    if (c.name().isBlank()) throw new Rejected("file-without-name");
    if (c.size() < 1) throw new Rejected("file-empty", Map.of("name", c.name()));
    if (c.size() > LARGEST_FILE) throw new Rejected("file-too-large", Map.of("limit", "20 MiB"));
    if (!archive.has(c.sha256())) throw new Rejected("file-missing", Map.of("name", c.name()));
    if (item.files.containsValue(c.sha256()) || item.files.containsKey(c.fileId()))
      throw new Rejected("file-already-attached", Map.of("name", c.name()));
    apply(
        new AgendaFileAttached(
            c.meetingId(),
            c.itemId(),
            c.fileId(),
            item.placed.subjectId(),
            c.name().strip(),
            c.mediaType(),
            c.size(),
            c.sha256(),
            phase != Phase.PLANNED));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RemoveFromItem c) {
    mustBe(Phase.PLANNED, "agenda-already-sent");
    if (!item(c.itemId()).files.containsKey(c.fileId())) throw new Rejected("file-gone");
    apply(new AgendaFileRemoved(c.meetingId(), c.itemId(), c.fileId()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(WithdrawFromAgenda c) {
    mustBe(Phase.PLANNED, "agenda-already-sent");
    var item = item(c.itemId());
    if (c.reason().isBlank()) throw new Rejected("withdrawal-without-reason");
    if (item.placed.kind() == AgendaKind.RATIFICATION)
      throw new Rejected("ratification-cannot-be-withdrawn");
    apply(new AgendaItemWithdrawn(c.meetingId(), c.itemId(), item.title(), c.reason().strip()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(SendInvitations c) {
    var plan = plan();
    mustBe(Phase.PLANNED, "invitations-already-sent");
    if (items.isEmpty()) throw new Rejected("agenda-empty");
    var missing = items.values().stream().filter(AgendaItem::lacksPaper).toList();
    if (!missing.isEmpty())
      throw new Rejected(
          "papers-missing",
          Map.of(
              "titles", missing.stream().map(AgendaItem::title).collect(Collectors.joining(", "))));
    if (c.urgentReason() != null && c.urgentReason().isBlank())
      throw new Rejected("urgency-reason-missing");
    var second = items.values().stream().filter(item -> item.placed.secondMeeting());
    apply(
        new InvitationsSent(
            c.meetingId(),
            plan.members(),
            items.size(),
            c.urgentReason() == null ? null : c.urgentReason().strip(),
            second.map(AgendaItem::id).toList()));
    keepNotice(plan, c.urgentReason() != null);
  }

  /** {@link #now} is the moment at which the invitation went out. */
  private void keepNotice(MeetingPlanned plan, boolean urgent) {
    var rules = plan.rules().forMeetings();
    if (urgent) {
      var latest = plan.startsAt().minus(Duration.ofHours(rules.urgentHours()));
      if (now.isAfter(latest))
        throw new Rejected("urgent-notice-too-short", Map.of("hours", rules.urgentHours()));
    } else if (now.isAfter(plan.inviteBy()))
      throw new Rejected(
          "notice-too-short",
          Map.of(
              "days",
              rules.noticeDays(),
              "last",
              LocalDate.ofInstant(plan.inviteBy(), Body.OFFICE).toString()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CancelMeeting c, Consequences consequences) {
    var plan = plan();
    if (phase != Phase.PLANNED && phase != Phase.INVITED) throw new Rejected("meeting-not-ahead");
    if (c.reason().isBlank()) throw new Rejected("cancellation-without-reason");
    apply(new MeetingCancelled(c.meetingId(), c.reason().strip()));
    consequences.send(new ConcludeMeeting(plan.bodyId(), c.meetingId(), List.of()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(Reschedule c) {
    var plan = plan();
    if (phase != Phase.PLANNED && phase != Phase.INVITED) throw new Rejected("meeting-not-ahead");
    if (Body.sameMinute(c.startsAt(), plan.startsAt())) {
      if (c.place().equals(plan.place())) throw new Rejected("meeting-not-moved");
      apply(new MeetingPlaceChanged(c.meetingId(), c.place(), c.reason()));
      return;
    }
    if (!c.members().contains(plan.chair()))
      throw new Rejected("chair-not-a-member", Map.of("member", plan.chair()));
    apply(
        new MeetingMoved(
            c.meetingId(),
            c.startsAt(),
            c.place(),
            c.reason(),
            c.title(),
            c.members(),
            c.statutoryMembers(),
            c.rules(),
            c.inviteBy()));
    int hours = c.rules().forMeetings().urgentHours();
    if (now.isAfter(c.startsAt().minus(Duration.ofHours(hours))))
      throw new Rejected("moved-too-near", Map.of("hours", hours));
  }

  // attendance and quorum

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(BeginMeeting c, Actor actor) {
    var day = LocalDate.ofInstant(plan().startsAt(), Body.OFFICE);
    mustConduct(actor);
    if (phase == Phase.PLANNED) throw new Rejected("nobody-was-invited");
    mustBe(Phase.INVITED, "meeting-not-ahead");
    apply(new MeetingOpened(c.meetingId(), c.members(), c.statutoryMembers()));
    if (LocalDate.ofInstant(now, Body.OFFICE).isBefore(day))
      throw new Rejected("meeting-not-yet", Map.of("day", day.toString()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ArriveAtMeeting c, Actor actor) {
    mustRun();
    mustBeSelfOrConduct(actor, c.member());
    if (!members.contains(c.member()))
      throw new Rejected("not-a-member", Map.of("userId", c.member()));
    if (present.contains(c.member()))
      throw new Rejected("already-present", Map.of("member", c.member()));
    apply(new MemberArrived(c.meetingId(), c.member()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(LeaveMeeting c, Actor actor) {
    mustRun();
    mustBeSelfOrConduct(actor, c.member());
    mustBePresent(c.member());
    apply(new MemberDeparted(c.meetingId(), c.member()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(StateLackOfQuorum c, Actor actor) {
    mustRun();
    mustConduct(actor);
    if (quorumReached()) throw new Rejected("quorum-is-there", Map.of("present", present.size()));
    if (lackStated) throw new Rejected("lack-already-stated");
    if (items.values().stream().anyMatch(AgendaItem::underVote))
      throw new Rejected("vote-is-running");
    apply(new QuorumLackStated(c.meetingId(), present.size(), needed()));
  }

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
    if (item.recused.contains(c.member()) || hasVoted(item, c.member()))
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
    apply(new OpenVoteRecorded(c.meetingId(), c.itemId(), c.member(), c.vote()));
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
            && ballots.stream().allMatch(Meeting::genuine);
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
    var plan = plan();
    var rules = plan.rules();
    String result = tally.majority(rules);
    int there = entitled(item);
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
            rules.source()));
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
              rules.source(),
              item.closed()));
    else
      consequences.send(
          new NumberResolution(
              plan.bodyId(),
              item.placed.subjectId(),
              plan.meetingId(),
              null,
              null,
              item.title(),
              item.text,
              result,
              item.closed()));
    if (item.placed.kind() == AgendaKind.RATIFICATION)
      consequences.send(
          new SettleUrgency(
              plan.bodyId(),
              item.placed.subjectId(),
              plan.meetingId(),
              result.equals(Tally.ADOPTED)));
  }

  // the end, and the minutes

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CloseMeeting c, Actor actor, Consequences consequences) {
    mustRun();
    mustConduct(actor);
    var plan = plan();
    if (items.values().stream().anyMatch(AgendaItem::underVote))
      throw new Rejected("vote-is-running");
    var leftOver =
        items.values().stream().filter(item -> item.state != State.DONE).map(this::left).toList();
    var day = LocalDate.ofInstant(plan.startsAt(), Body.OFFICE);
    apply(
        new MeetingClosed(
            c.meetingId(),
            day.plusDays(plan.rules().forMeetings().minutesDays())
                .atTime(17, 0)
                .atZone(Body.OFFICE)
                .toInstant()));
    consequences.send(new ConcludeMeeting(plan.bodyId(), c.meetingId(), leftOver));
  }

  private LeftOver left(AgendaItem item) {
    return new LeftOver(
        item.placed.subjectId(),
        item.placed.kind(),
        item.title(),
        item.text,
        item.motionId(),
        item.placed.closedReason(),
        lackStated && item.voted() && item.state != State.ADJOURNED);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DraftMinutes c, Actor actor) {
    mustBe(Phase.OVER, "meeting-not-over");
    mustConduct(actor);
    if (published) throw new Rejected("minutes-already-published");
    apply(new MinutesDrafted(c.meetingId(), c.sha256(), c.publicSha256()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(SignMinutes c, Actor actor) {
    var plan = plan();
    if (draft == null) throw new Rejected("minutes-not-drafted");
    String sha256 = c.sha256() == null ? draft.sha256() : c.sha256();
    if (!sha256.equals(draft.sha256())) throw new Rejected("minutes-changed-meanwhile");
    String who = actor.userId();
    if (who.equals(plan.chair())) {
      if (signedByChair) throw new Rejected("minutes-already-signed", Map.of("member", who));
      apply(new MinutesSignedByChair(c.meetingId(), who, sha256));
    } else if (who.equals(plan.clerk())) {
      if (signedByClerk) throw new Rejected("minutes-already-signed", Map.of("member", who));
      apply(new MinutesSignedByClerk(c.meetingId(), who, sha256));
    } else throw new Rejected("not-chair-nor-clerk");
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(PublishMinutes c) {
    plan();
    if (published) throw new Rejected("minutes-already-published");
    if (draft == null || !signedByChair || !signedByClerk) throw new Rejected("minutes-not-signed");
    apply(new MinutesPublished(c.meetingId(), draft.publicSha256()));
  }

  // rules in common

  private MeetingPlanned plan() {
    if (planned == null) throw new Rejected("meeting-unknown");
    return planned;
  }

  private void mustBe(Phase wanted, String otherwise) {
    plan();
    if (phase != wanted) throw new Rejected(otherwise);
  }

  private void mustRun() {
    mustBe(Phase.RUNNING, "meeting-not-running");
  }

  private void mustConduct(Actor actor) {
    if (!conducts(actor)) throw new Rejected("not-for-you-in-meeting");
  }

  private boolean conducts(Actor actor) {
    var plan = plan();
    return actor.userId().equals(plan.chair())
        || actor.userId().equals(plan.clerk())
        || actor.has(Role.OFFICE_LEAD)
        || actor.has(Role.PROJECT_MANAGER);
  }

  private void mustBeSelfOrConduct(Actor actor, String member) {
    if (!actor.userId().equals(member)) mustConduct(actor);
  }

  private void mustBePresent(String member) {
    if (!present.contains(member)) throw new Rejected("not-present", Map.of("member", member));
  }

  private void mustTakePart(AgendaItem item, String member) {
    mustBePresent(member);
    if (item.recused.contains(member))
      throw new Rejected("biased-member-takes-no-part", Map.of("member", member));
  }

  private void mustNotBeSecret(AgendaItem item) {
    if (item.secretAskedBy.size() >= requestsNeeded())
      throw new Rejected("ballot-must-be-secret", Map.of("requests", item.secretAskedBy.size()));
  }

  private static boolean hasVoted(AgendaItem item, String member) {
    return item.votes.containsKey(member) || item.handedIn.contains(member);
  }

  private AgendaItem item(String itemId) {
    plan();
    var item = items.get(itemId);
    if (item == null) throw new Rejected("not-on-agenda");
    return item;
  }

  private AgendaItem unsettled(String itemId) {
    mustRun();
    var item = item(itemId);
    if (item.settled()) throw new Rejected("item-already-settled", Map.of("title", item.title()));
    return item;
  }

  /** An item on which a vote may begin. */
  private AgendaItem votable(String itemId) {
    var item = unsettled(itemId);
    if (!item.voted()) throw new Rejected("report-needs-no-vote");
    if (item.underVote()) throw new Rejected("vote-is-running");
    if (lackStated && !item.placed.secondMeeting())
      throw new Rejected("quorum-lacking", Map.of("present", present.size(), "needed", needed()));
    if (entitled(item) == 0) throw new Rejected("nobody-may-vote");
    return item;
  }

  private int entitled(AgendaItem item) {
    return (int) present.stream().filter(member -> !item.recused.contains(member)).count();
  }

  private int needed() {
    return plan().rules().quorum().least(statutoryMembers);
  }

  private boolean quorumReached() {
    return present.size() >= needed();
  }

  private int requestsNeeded() {
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
  void on(AgendaFileAttached e) {
    known(e.itemId()).files.put(e.fileId(), e.sha256());
  }

  @EventSourcingHandler
  void on(AgendaFileRemoved e) {
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
    known(e.itemId()).recused.add(e.member());
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
  void on(OpenVoteRecorded e) {
    known(e.itemId()).votes.put(e.member(), e.vote());
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
  void on(AgendaItemDecided e) {
    known(e.itemId()).state = State.DONE;
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
  void on(MeetingClosed e) {
    phase = Phase.OVER;
  }

  @EventSourcingHandler
  void on(MinutesDrafted e) {
    draft = e;
    signedByChair = false;
    signedByClerk = false;
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
