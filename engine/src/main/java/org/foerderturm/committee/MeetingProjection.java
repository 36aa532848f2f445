package org.foerderturm.committee;

import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.committee.CommitteeEvent.*;
import org.foerderturm.committee.MeetingEvent.*;
import org.foerderturm.kernel.SearchText;
import org.foerderturm.log.Json;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Meetings with their agendas as they stand, the register of resolutions, urgent decisions. */
@Component
class MeetingProjection implements Projection {
  private static final String OF_MEETING = " where meeting_id = ?";
  private static final String OF_ITEM = " where meeting_id = ? and item_id = ?";
  private static final String PLANNED =
      """
      insert into view_meeting (meeting_id, body_id, body_name, title, starts_at, place, chair, clerk, members,
        statutory_members, quorum_needed, secret_needed, basis, invite_by, position)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String PLACED =
      """
      insert into view_agenda_item (meeting_id, item_id, position, kind, subject_id, title, text, motion_id,
        closed_reason, second_meeting) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String MORE =
      "update view_meeting set items = items + ?::integer" + OF_MEETING;
  private static final String PAPER = "update view_agenda_item set text = ?" + OF_ITEM;
  private static final String FILE =
      """
      insert into view_agenda_file (meeting_id, item_id, file_id, subject_id, position, name, media_type, size,
        sha256, late, attached_by, attached_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String FILE_REMOVED =
      "delete from view_agenda_file" + OF_ITEM + " and file_id = ?";
  private static final String WITHDRAWN = "delete from view_agenda_item" + OF_ITEM;
  private static final String INVITED =
      "update view_meeting set phase = 'invited', invited_at = ?, urgent_reason = ?" + OF_MEETING;
  private static final String MOVED =
      """
      update view_meeting set phase = 'planned', invited_at = null, urgent_reason = null, title = ?,
        starts_at = ?, place = ?, members = ?, statutory_members = ?, quorum_needed = ?, secret_needed = ?,
        basis = ?, invite_by = ? where meeting_id = ?\
      """;
  private static final String PLACE = "update view_meeting set place = ?" + OF_MEETING;
  // before the meeting itself is changed: what it was is kept here
  private static final String MOVE =
      """
      insert into view_meeting_move (meeting_id, position, from_starts_at, from_place, invited, starts_at, place,
        reason, at)
      select meeting_id, ?, starts_at, place, invited_at is not null, coalesce(?::timestamptz, starts_at), ?, ?, ?
      from view_meeting where meeting_id = ?\
      """;
  private static final String CANCELLED =
      "update view_meeting set phase = 'cancelled', cancelled_reason = ?" + OF_MEETING;
  private static final String OPENED =
      """
      update view_meeting set phase = 'running', opened_at = ?, members = ?, statutory_members = ?,
        expert_citizens = ?
      where meeting_id = ?\
      """;
  private static final String ATTENDANCE =
      """
      insert into view_attendance (meeting_id, position, kind, member, present, at)
      values (?, ?, ?, ?, ?, ?)\
      """;
  private static final String ARRIVED =
      """
      update view_meeting set present = array_append(present, ?),
        lack_stated = lack_stated and (cardinality(present) + 1 < quorum_needed
          or cardinality(expert_citizens) > 0 and cardinality(present) + 1 <= 2 * (
            select count(*) from unnest(array_append(present, ?)) there where there = any(expert_citizens)))
        where meeting_id = ?\
      """;
  private static final String LEFT =
      "update view_meeting set present = array_remove(present, ?)" + OF_MEETING;
  private static final String LACKING = "update view_meeting set lack_stated = true" + OF_MEETING;
  private static final String CALLED = "update view_agenda_item set called_at = ?" + OF_ITEM;
  private static final String NOTED =
      "update view_agenda_item set notes = array_append(notes, ?)" + OF_ITEM;
  // an open vote that was cast before is taken out
  private static final String BIASED =
      "insert into view_item_member (meeting_id, item_id, member, bias) values (?, ?, ?, ?)"
          + " on conflict (meeting_id, item_id, member) do update set bias = excluded.bias,"
          + " vote = null, recorded_by = null";
  private static final String VOTED =
      "insert into view_item_member (meeting_id, item_id, member, vote, recorded_by)"
          + " values (?, ?, ?, ?, ?)";
  private static final String REVISED =
      "update view_item_member set vote = ? where meeting_id = ? and item_id = ? and member = ?";
  private static final String LATE_BIAS =
      """
      insert into view_late_bias (meeting_id, item_id, member, subject_id, reason, disclosed_by, disclosed_on,
        took_part, decisive) values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String LATE_BIAS_SETTLED =
      """
      update view_late_bias set vote_again = ?, settled_because = ?, settled_by = ?, settled_at = ?
      where meeting_id = ? and item_id = ? and member = ?\
      """;
  private static final String ELECTION =
      """
      insert into view_election (meeting_id, item_id, round, votes, no, abstentions, invalid, by_ballot, outcome,
        elected, standing) values (?, ?, ?, ?::json, ?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String LOT =
      "update view_election set elected = ?, lot = ?" + OF_ITEM + " and outcome = 'LOT'";
  private static final String OBJECTED =
      """
      insert into view_objection (body_id, number, subject_id, ground, mayor, objected_on, reason, meet_from,
        meet_until, basis) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String OBJECTION_SETTLED =
      """
      update view_objection set outcome = ?,
        decided_on = coalesce(?::date, (?::timestamptz at time zone 'Europe/Berlin')::date), reference = ?
      where body_id = ? and number = ?\
      """;
  private static final String SECRET_ASKED =
      "update view_agenda_item set secret_asked = array_append(secret_asked, ?)" + OF_ITEM;
  private static final String STATE = "update view_agenda_item set state = ?" + OF_ITEM;
  private static final String BALLOT_BEGUN =
      "update view_agenda_item set state = 'secret-ballot', round = ?, handed_in = '{}'" + OF_ITEM;
  private static final String HANDED_IN =
      "update view_agenda_item set handed_in = array_append(handed_in, ?)" + OF_ITEM;
  private static final String BALLOTS = "update view_agenda_item set ballots = ?::json" + OF_ITEM;
  private static final String VOIDED =
      "update view_agenda_item set state = 'ahead', handed_in = '{}', reason = ?" + OF_ITEM;
  private static final String AMENDED =
      "update view_agenda_item set amended_text = ?, amended_cents = ?, amended_because = ?"
          + OF_ITEM;
  private static final String DECIDED =
      """
      update view_agenda_item set state = 'done', mode = ?, yes = ?, no = ?, abstentions = ?, present = ?,
        result = ?, settled_at = ?, settled_position = ? where meeting_id = ? and item_id = ?\
      """;
  private static final String SETTLED =
      """
      update view_agenda_item set state = ?, result = ?, reason = ?, settled_at = ?, settled_position = ?
      where meeting_id = ? and item_id = ?\
      """;
  private static final String CLOSED =
      "update view_meeting set phase = 'over', closed_at = ?, minutes_by = ?" + OF_MEETING;
  private static final String DRAFTED =
      """
      update view_meeting set minutes = ?, public_minutes = ?, minutes_at = ?, chair_signed_at = null,
        clerk_signed_at = null where meeting_id = ?\
      """;
  private static final String CHAIR_SIGNED =
      "update view_meeting set chair_signed_at = ?" + OF_MEETING;
  private static final String CLERK_SIGNED =
      "update view_meeting set clerk_signed_at = ?" + OF_MEETING;
  private static final String PUBLISHED = "update view_meeting set published_at = ?" + OF_MEETING;
  private static final String NUMBERED =
      """
      insert into view_resolution (body_id, year, sequence, number, subject_id, meeting_id, motion_id, case_key,
        title, text, result, closed, decided_at, position, words)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, to_tsvector('german', ?))\
      """;
  private static final String URGENT =
      """
      insert into view_urgent_decision (body_id, decision_id, title, text, reason, mayor, councillor, taken_at,
        position, committee_reason, committee_number) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String URGENT_SETTLED =
      """
      update view_urgent_decision set state = ?, meeting_id = ? where body_id = ? and decision_id = ?\
      """;

  @Override
  public String name() {
    return "meetings";
  }

  @Override
  public List<String> tables() {
    return List.of(
        "view_meeting",
        "view_meeting_move",
        "view_agenda_item",
        "view_agenda_file",
        "view_item_member",
        "view_attendance",
        "view_late_bias",
        "view_election",
        "view_objection",
        "view_resolution",
        "view_urgent_decision");
  }

  @EventHandler
  void on(MeetingPlanned e, Recorded r, Writes w) {
    var rules = e.rules();
    w.add(
        e.meetingId(),
        PLANNED,
        e.meetingId(),
        e.bodyId(),
        e.bodyName(),
        e.title(),
        e.startsAt(),
        e.place(),
        e.chair(),
        e.clerk(),
        e.members().toArray(String[]::new),
        e.statutoryMembers(),
        rules.quorum().least(e.statutoryMembers()),
        rules.forMeetings().secretOnRequest().least(e.statutoryMembers()),
        rules.source(),
        e.inviteBy(),
        r.position());
  }

  @EventHandler
  void on(AgendaItemPlaced e, Recorded r, Writes w) {
    w.add(
        e.meetingId(),
        PLACED,
        e.meetingId(),
        e.itemId(),
        r.position(),
        e.kind().name(),
        e.subjectId(),
        e.title(),
        e.text(),
        e.motionId(),
        e.closedReason(),
        e.secondMeeting());
    w.add(e.meetingId(), MORE, 1, e.meetingId());
  }

  @EventHandler
  void on(AgendaPaperWritten e, Recorded r, Writes w) {
    w.add(e.meetingId(), PAPER, e.text(), e.meetingId(), e.itemId());
  }

  @EventHandler
  void on(AgendaFileAttached e, Recorded r, Writes w) {
    w.add(
        e.meetingId(),
        FILE,
        e.meetingId(),
        e.itemId(),
        e.fileId(),
        e.subjectId(),
        r.position(),
        e.name(),
        e.mediaType(),
        e.size(),
        e.sha256(),
        e.late(),
        r.actor(),
        r.at());
  }

  @EventHandler
  void on(AgendaFileRemoved e, Recorded r, Writes w) {
    w.add(e.meetingId(), FILE_REMOVED, e.meetingId(), e.itemId(), e.fileId());
  }

  @EventHandler
  void on(AgendaFileWithdrawn e, Recorded r, Writes w) {
    w.add(e.meetingId(), FILE_REMOVED, e.meetingId(), e.itemId(), e.fileId());
  }

  @EventHandler
  void on(AgendaItemWithdrawn e, Recorded r, Writes w) {
    w.add(e.meetingId(), WITHDRAWN, e.meetingId(), e.itemId());
    w.add(e.meetingId(), MORE, -1, e.meetingId());
  }

  @EventHandler
  void on(InvitationsSent e, Recorded r, Writes w) {
    w.add(e.meetingId(), INVITED, r.at(), e.urgentReason(), e.meetingId());
  }

  @EventHandler
  void on(MeetingMoved e, Recorded r, Writes w) {
    moved(e.meetingId(), e.startsAt(), e.place(), e.reason(), r, w);
    w.add(
        e.meetingId(),
        MOVED,
        e.title(),
        e.startsAt(),
        e.place(),
        e.members().toArray(String[]::new),
        e.statutoryMembers(),
        e.rules().quorum().least(e.statutoryMembers()),
        e.rules().forMeetings().secretOnRequest().least(e.statutoryMembers()),
        e.rules().source(),
        e.inviteBy(),
        e.meetingId());
  }

  @EventHandler
  void on(MeetingPlaceChanged e, Recorded r, Writes w) {
    moved(e.meetingId(), null, e.place(), e.reason(), r, w);
    w.add(e.meetingId(), PLACE, e.place(), e.meetingId());
  }

  private static void moved(
      String meeting, @Nullable Instant to, String place, String reason, Recorded r, Writes w) {
    w.add(meeting, MOVE, r.position(), to, place, reason, r.at(), meeting);
  }

  @EventHandler
  void on(MeetingCancelled e, Recorded r, Writes w) {
    w.add(e.meetingId(), CANCELLED, e.reason(), e.meetingId());
  }

  @EventHandler
  void on(MeetingOpened e, Recorded r, Writes w) {
    w.add(
        e.meetingId(),
        OPENED,
        r.at(),
        e.members().toArray(String[]::new),
        e.statutoryMembers(),
        (e.expertCitizens() == null ? List.<String>of() : e.expertCitizens())
            .toArray(String[]::new),
        e.meetingId());
  }

  @EventHandler
  void on(MemberArrived e, Recorded r, Writes w) {
    w.add(e.meetingId(), ARRIVED, e.member(), e.member(), e.meetingId());
    attended(e.meetingId(), "arrived", e.member(), null, r, w);
  }

  @EventHandler
  void on(MemberDeparted e, Recorded r, Writes w) {
    w.add(e.meetingId(), LEFT, e.member(), e.meetingId());
    attended(e.meetingId(), "left", e.member(), null, r, w);
  }

  @EventHandler
  void on(QuorumLackStated e, Recorded r, Writes w) {
    w.add(e.meetingId(), LACKING, e.meetingId());
    attended(e.meetingId(), "lack", null, e.present(), r, w);
  }

  private static void attended(
      String meeting,
      String kind,
      @Nullable String member,
      @Nullable Integer present,
      Recorded r,
      Writes w) {
    w.add(meeting, ATTENDANCE, meeting, r.position(), kind, member, present, r.at());
  }

  @EventHandler
  void on(AgendaItemCalled e, Recorded r, Writes w) {
    w.add(e.meetingId(), CALLED, r.at(), e.meetingId(), e.itemId());
  }

  @EventHandler
  void on(DiscussionNoted e, Recorded r, Writes w) {
    w.add(e.meetingId(), NOTED, e.text(), e.meetingId(), e.itemId());
  }

  @EventHandler
  void on(MemberRecused e, Recorded r, Writes w) {
    w.add(e.meetingId(), BIASED, e.meetingId(), e.itemId(), e.member(), e.reason());
  }

  @EventHandler
  void on(SecretBallotRequested e, Recorded r, Writes w) {
    w.add(e.meetingId(), SECRET_ASKED, e.member(), e.meetingId(), e.itemId());
  }

  @EventHandler
  void on(OpenVotingBegun e, Recorded r, Writes w) {
    w.add(e.meetingId(), STATE, "open-vote", e.meetingId(), e.itemId());
  }

  @EventHandler
  void on(OpenVoteRecorded e, Recorded r, Writes w) {
    w.add(
        e.meetingId(),
        VOTED,
        e.meetingId(),
        e.itemId(),
        e.member(),
        e.vote().name(),
        e.recordedBy());
  }

  @EventHandler
  void on(OpenVoteCorrected e, Recorded r, Writes w) {
    w.add(e.meetingId(), REVISED, e.vote().name(), e.meetingId(), e.itemId(), e.member());
  }

  @EventHandler
  void on(SecretBallotBegun e, Recorded r, Writes w) {
    w.add(e.meetingId(), BALLOT_BEGUN, e.round(), e.meetingId(), e.itemId());
  }

  @EventHandler
  void on(BallotHandedIn e, Recorded r, Writes w) {
    w.add(e.meetingId(), HANDED_IN, e.member(), e.meetingId(), e.itemId());
  }

  @EventHandler
  void on(SecretBallotClosed e, Recorded r, Writes w) {
    w.add(e.meetingId(), STATE, "counting", e.meetingId(), e.itemId());
  }

  @EventHandler
  void on(BallotsPublished e, Recorded r, Writes w) {
    w.add(e.meetingId(), BALLOTS, Json.write(e.ballots()), e.meetingId(), e.itemId());
  }

  @EventHandler
  void on(SecretBallotVoided e, Recorded r, Writes w) {
    w.add(e.meetingId(), VOIDED, e.reason(), e.meetingId(), e.itemId());
  }

  @EventHandler
  void on(AgendaItemAmended e, Recorded r, Writes w) {
    w.add(e.meetingId(), AMENDED, e.text(), e.amountCents(), e.reason(), e.meetingId(), e.itemId());
  }

  @EventHandler
  void on(AgendaItemDecided e, Recorded r, Writes w) {
    w.add(
        e.meetingId(),
        DECIDED,
        e.mode().name(),
        e.yes(),
        e.no(),
        e.abstentions(),
        e.present(),
        e.result(),
        r.at(),
        r.position(),
        e.meetingId(),
        e.itemId());
  }

  @EventHandler
  void on(LateBiasDisclosed e, Recorded r, Writes w) {
    w.add(
        e.meetingId(),
        LATE_BIAS,
        e.meetingId(),
        e.itemId(),
        e.member(),
        e.subjectId(),
        e.reason(),
        e.disclosedBy(),
        e.disclosedOn(),
        e.tookPart(),
        e.decisive().name());
  }

  @EventHandler
  void on(LateBiasSettled e, Recorded r, Writes w) {
    w.add(
        e.meetingId(),
        LATE_BIAS_SETTLED,
        e.voteAgain(),
        e.reason(),
        r.actor(),
        r.at(),
        e.meetingId(),
        e.itemId(),
        e.member());
  }

  @EventHandler
  void on(ElectionCounted e, Recorded r, Writes w) {
    w.add(
        e.meetingId(),
        ELECTION,
        e.meetingId(),
        e.itemId(),
        e.round(),
        Json.write(e.votes()),
        e.no(),
        e.abstentions(),
        e.invalid(),
        e.byBallot(),
        e.outcome().name(),
        e.elected(),
        e.standing().toArray(String[]::new));
  }

  @EventHandler
  void on(LotDrawn e, Recorded r, Writes w) {
    w.add(e.meetingId(), LOT, e.elected(), e.how(), e.meetingId(), e.itemId());
  }

  @EventHandler
  void on(ResolutionObjected e, Recorded r, Writes w) {
    w.add(
        e.bodyId(),
        OBJECTED,
        e.bodyId(),
        e.number(),
        e.subjectId(),
        e.ground().name(),
        e.mayor(),
        e.objectedOn(),
        e.reason(),
        e.meetFrom(),
        e.meetUntil(),
        e.basis());
  }

  @EventHandler
  void on(ObjectionSettled e, Recorded r, Writes w) {
    w.add(
        e.bodyId(),
        OBJECTION_SETTLED,
        e.outcome().name(),
        e.decidedOn(),
        r.at(),
        e.reference(),
        e.bodyId(),
        e.number());
  }

  @EventHandler
  void on(AgendaItemNoted e, Recorded r, Writes w) {
    settled(e.meetingId(), e.itemId(), "done", "noted", null, r, w);
  }

  @EventHandler
  void on(AgendaItemAdjourned e, Recorded r, Writes w) {
    settled(e.meetingId(), e.itemId(), "adjourned", null, e.reason(), r, w);
  }

  @EventHandler
  void on(AgendaItemStruck e, Recorded r, Writes w) {
    settled(e.meetingId(), e.itemId(), "struck", null, e.reason(), r, w);
  }

  private static void settled(
      String meeting,
      String item,
      String state,
      @Nullable String result,
      @Nullable String reason,
      Recorded r,
      Writes w) {
    w.add(meeting, SETTLED, state, result, reason, r.at(), r.position(), meeting, item);
  }

  @EventHandler
  void on(MeetingClosed e, Recorded r, Writes w) {
    w.add(e.meetingId(), CLOSED, r.at(), e.minutesBy(), e.meetingId());
  }

  @EventHandler
  void on(MinutesDrafted e, Recorded r, Writes w) {
    w.add(e.meetingId(), DRAFTED, e.sha256(), e.publicSha256(), r.at(), e.meetingId());
  }

  @EventHandler
  void on(MinutesSignedByChair e, Recorded r, Writes w) {
    w.add(e.meetingId(), CHAIR_SIGNED, r.at(), e.meetingId());
  }

  @EventHandler
  void on(MinutesSignedByClerk e, Recorded r, Writes w) {
    w.add(e.meetingId(), CLERK_SIGNED, r.at(), e.meetingId());
  }

  @EventHandler
  void on(MinutesPublished e, Recorded r, Writes w) {
    w.add(e.meetingId(), PUBLISHED, r.at(), e.meetingId());
  }

  @EventHandler
  void on(ResolutionNumbered e, Recorded r, Writes w) {
    w.add(
        e.bodyId(),
        NUMBERED,
        e.bodyId(),
        e.year(),
        e.sequence(),
        e.number(),
        e.subjectId(),
        e.meetingId(),
        e.motionId(),
        e.caseKey(),
        e.title(),
        e.text(),
        e.result(),
        e.closed(),
        r.at(),
        r.position(),
        SearchText.of(e.number() + " " + e.title() + " " + e.text()));
  }

  @EventHandler
  void on(UrgentDecisionTaken e, Recorded r, Writes w) {
    w.add(
        e.bodyId(),
        URGENT,
        e.bodyId(),
        e.decisionId(),
        e.title(),
        e.text(),
        e.reason(),
        e.mayor(),
        e.councillor(),
        r.at(),
        r.position(),
        e.committeeReason(),
        e.committeeNumber());
  }

  @EventHandler
  void on(UrgentDecisionRatified e, Recorded r, Writes w) {
    w.add(e.bodyId(), URGENT_SETTLED, "ratified", e.meetingId(), e.bodyId(), e.decisionId());
  }

  @EventHandler
  void on(UrgentDecisionRevoked e, Recorded r, Writes w) {
    w.add(e.bodyId(), URGENT_SETTLED, "revoked", e.meetingId(), e.bodyId(), e.decisionId());
  }
}
