package org.foerderturm.committee;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
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
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.FileRules;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;

/**
 * A meeting (Sitzung) of a body, from its planning to its published minutes; created by {@link
 * Body}. The quorum is presumed until a lack is stated (GO NRW § 49 Abs. 1).
 */
@AggregateRoot
class Meeting extends AfterVote {

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
  void handle(WriteAgendaPaper asked) {
    mustBe(Phase.PLANNED, "agenda-already-sent");
    var item = item(asked.itemId());
    if (item.motionId() != null) throw new Rejected("paper-is-the-motion");
    var c = Merge.of(asked, new WriteAgendaPaper(asked.meetingId(), asked.itemId(), item.text));
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
    var name = FileRules.checked(c.name(), c.size(), archive.begin(c.sha256()));
    if (!archive.has(c.sha256())) throw new Rejected("file-missing", Map.of("name", c.name()));
    if (item.files.containsValue(c.sha256()) || item.files.containsKey(c.fileId()))
      throw new Rejected("file-already-attached", Map.of("name", c.name()));
    apply(
        new AgendaFileAttached(
            c.meetingId(),
            c.itemId(),
            c.fileId(),
            item.placed.subjectId(),
            name,
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
  void handle(WithdrawAgendaFile c, Actor actor) {
    var item = item(c.itemId());
    mustConduct(actor);
    if (item.settled()) throw new Rejected("item-already-settled", Map.of("title", item.title()));
    var hash = item.files.get(c.fileId());
    if (hash == null) throw new Rejected("file-gone");
    apply(
        new AgendaFileWithdrawn(
            c.meetingId(),
            c.itemId(),
            c.fileId(),
            hash,
            Correction.reasoned(c.reason()),
            item.filesToldBy.get(c.fileId())));
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
  void handle(StrikeMotion c) {
    plan();
    if (phase == Phase.OVER || phase == Phase.CANCELLED) return;
    for (var item : List.copyOf(items.values()))
      if (c.motionId().equals(item.motionId()) && !item.settled())
        apply(new AgendaItemStruck(c.meetingId(), item.id(), item.title(), c.reason()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(PutOffMotion c) {
    plan();
    if (phase == Phase.OVER || phase == Phase.CANCELLED) return;
    for (var item : List.copyOf(items.values())) {
      if (!c.motionId().equals(item.motionId()) || item.settled()) continue;
      if (item.underVote()) throw new Rejected("vote-is-running");
      if (phase == Phase.PLANNED)
        apply(new AgendaItemWithdrawn(c.meetingId(), item.id(), item.title(), c.reason()));
      else apply(new AgendaItemAdjourned(c.meetingId(), item.id(), item.title(), c.reason()));
    }
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
    if (!now.isBefore(plan.startsAt())) throw new Rejected("invitation-after-begin");
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
    consequences.send(new ConcludeMeeting(plan.bodyId(), c.meetingId(), List.of(), struck()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(Reschedule c) {
    var plan = plan();
    if (phase != Phase.PLANNED && phase != Phase.INVITED) throw new Rejected("meeting-not-ahead");
    var place = c.place(plan.place());
    if (Body.sameMinute(c.startsAt(), plan.startsAt())) {
      if (place.equals(plan.place())) throw new Rejected("meeting-not-moved");
      apply(new MeetingPlaceChanged(c.meetingId(), place, c.reason()));
      return;
    }
    if (!c.members().contains(plan.chair()))
      throw new Rejected("chair-not-a-member", Map.of("member", plan.chair()));
    apply(
        new MeetingMoved(
            c.meetingId(),
            c.startsAt(),
            place,
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
    apply(
        new MeetingOpened(
            c.meetingId(),
            c.members(),
            c.statutoryMembers(),
            c.expertCitizens().isEmpty() ? null : c.expertCitizens()));
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
    apply(
        new QuorumLackStated(
            c.meetingId(),
            present.size(),
            needed(),
            expertCitizens.isEmpty() ? null : citizensPresent()));
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
        items.values().stream()
            .filter(item -> item.state != State.DONE && item.state != State.STRUCK)
            .map(this::left)
            .toList();
    var day = LocalDate.ofInstant(plan.startsAt(), Body.OFFICE);
    apply(
        new MeetingClosed(
            c.meetingId(),
            day.plusDays(plan.rules().forMeetings().minutesDays())
                .atTime(17, 0)
                .atZone(Body.OFFICE)
                .toInstant()));
    consequences.send(new ConcludeMeeting(plan.bodyId(), c.meetingId(), leftOver, struck()));
  }

  private List<String> struck() {
    return items.values().stream()
        .filter(item -> item.state == State.STRUCK)
        .map(item -> item.placed.subjectId())
        .toList();
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
  void handle(ConfirmMinutes c) {
    plan();
    if (draft == null) throw new Rejected("minutes-not-drafted");
    if (sentBack) throw new Rejected("minutes-sent-back");
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(SendBackMinutes c, Actor actor) {
    var plan = plan();
    if (draft == null) throw new Rejected("minutes-not-drafted");
    if (!actor.userId().equals(plan.chair())) throw new Rejected("not-the-chair");
    if (signedByChair)
      throw new Rejected("minutes-already-signed", Map.of("member", actor.userId()));
    apply(new MinutesSentBack(c.meetingId(), actor.userId(), c.reason().strip()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(SignMinutes c, Actor actor) {
    var plan = plan();
    if (draft == null) throw new Rejected("minutes-not-drafted");
    String sha256 = c.sha256() == null ? draft.sha256() : c.sha256();
    if (!sha256.equals(draft.sha256())) throw new Rejected("minutes-changed-meanwhile");
    if (sentBack) throw new Rejected("minutes-sent-back");
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
}
