package org.foerderturm.committee;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.UUID;
import org.foerderturm.TestOffice;
import org.foerderturm.audit.AuditQuery.FindStreamHistory;
import org.foerderturm.audit.AuditQuery.SearchEvents;
import org.foerderturm.committee.CommitteeCommand.AdoptRules;
import org.foerderturm.committee.CommitteeCommand.AppointMember;
import org.foerderturm.committee.CommitteeCommand.AssignOffice;
import org.foerderturm.committee.CommitteeCommand.DismissMember;
import org.foerderturm.committee.CommitteeCommand.FoundBody;
import org.foerderturm.committee.CommitteeCommand.SubmitMotion;
import org.foerderturm.committee.CommitteeCommand.WithdrawMotion;
import org.foerderturm.committee.CommitteeQuery.FindMotion;
import org.foerderturm.committee.CommitteeQuery.FindMotions;
import org.foerderturm.committee.CommitteeQuery.OfficeRow;
import org.foerderturm.committee.MeetingCommand.*;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingEvent.Ballot;
import org.foerderturm.committee.MeetingQuery.*;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.Files;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Meetings on the real log, ledger and tables. */
class MeetingIT {
  private static final Actor LEAD = TestOffice.LEAD;
  private static final Actor GUEST = Actor.of("momo", Role.MODELER);

  private final TestOffice office = TestOffice.shared();
  private final String body = "body-" + UUID.randomUUID();
  private final String meeting = "meeting-" + UUID.randomUUID();

  @Test
  void a_motion_is_decided_in_a_meeting_and_stands_in_the_register() {
    found();
    String motion = submit();
    plan(meeting, 20);
    place(meeting, "i1", motion, null);
    place(meeting, "i2", null, "Verträge Dritter");
    send(new SendInvitations(meeting, null));
    open(meeting, 20);
    for (var member : List.of("anna", "ben", "cem")) send(new ArriveAtMeeting(meeting, member));
    send(new CountHands(meeting, "i1", 2, 0, 1));
    send(new CountHands(meeting, "i2", 3, 0, 0));

    var decided = ask(new FindMotion(motion));
    assertThat(decided.row().result()).isEqualTo("adopted");
    assertThat(decided.row().yes()).isEqualTo(2);
    assertThat(decided.tabledIn()).isEqualTo(meeting);
    var register = ask(new FindResolutions(body, null, null, null, 0, 10));
    assertThat(register.rows())
        .extracting(row -> row.number().substring(5), ResolutionRow::closed, ResolutionRow::title)
        .containsExactly(tuple("002", true, "Titel i2"), tuple("001", false, "Konsortium bilden"));
    assertThat(register.rows().getLast().caseKey()).isEqualTo("case-" + motion);
    assertThat(find().items().getFirst().resolution()).endsWith("-001");
    assertThat(find().items().getFirst().text()).isEqualTo("Das Konsortium wird gebildet.");
  }

  @Test
  void what_is_closed_is_not_told_to_everyone() {
    found();
    plan(meeting, 20);
    place(meeting, "i2", null, "Verträge Dritter");
    var seen = Objects.requireNonNull(office.office().ask(new FindMeeting(meeting), GUEST));
    var item = seen.items().getFirst();
    assertThat(item.closed()).isTrue();
    assertThat(item.title()).isNull();
    assertThat(item.text()).isEmpty();
    assertThat(item.closedReason()).isNull();
    assertThat(find().items().getFirst().title()).isEqualTo("Titel i2");
  }

  /**
   * A seat on that body on that day, or the office: the role of a committee member opens nothing.
   */
  @Test
  void who_sits_on_the_body_on_that_day_is_inside_and_no_role_is() {
    found();
    String motion = submit();
    plan(meeting, 20);
    place(meeting, "i1", motion, "Personalie");
    place(meeting, "i2", null, "Verträge Dritter");
    send(new DismissMember(body, "emil", "verzogen"));
    send(new AppointMember(body, "gone", null, LocalDate.now(ZoneOffset.UTC).plusDays(3)));
    var dora = member("dora");
    for (var outside : List.of(member("fremd"), member("emil"), member("gone"), GUEST))
      assertThat(sees(outside, motion)).as(outside.userId()).isEqualTo("");
    for (var inside : List.of(dora, LEAD))
      assertThat(sees(inside, motion)).as(inside.userId()).startsWith("item history inside");
    assertThat(sees(Actor.of("clara", Role.MODELER), motion)).as("clerk").startsWith("item inside");
    assertThat(sees(dora, motion)).contains("motion", "found");

    send(new SendInvitations(meeting, null));
    open(meeting, 20);
    for (var there : List.of("anna", "ben", "cem")) send(new ArriveAtMeeting(meeting, there));
    send(new CountHands(meeting, "i2", 3, 0, 0));
    send(new CloseMeeting(meeting));
    send(new DismissMember(body, "dora", "verzogen"));
    assertThat(sees(dora, motion)).as("was there that day").contains("item", "resolution");
    assertThat(sees(member("fremd"), motion)).isEqualTo("");
    assertThat(sees(LEAD, motion)).contains("item", "resolution", "found");
  }

  /** What of the closed part this person gets to see, by way of each question. */
  private String sees(Actor asker, String motion) {
    var seen = new StringJoiner(" ");
    var office = this.office.office();
    var found = Objects.requireNonNull(office.ask(new FindMeeting(meeting), asker));
    if (found.items().stream().anyMatch(item -> item.title() != null)) seen.add("item");
    if (office.ask(new FindStreamHistory(meeting, 100), asker).stream()
        .anyMatch(row -> row.payload().toString().matches(".*(Titel i2|Personalie|Dritter).*")))
      seen.add("history");
    if (found.inside()) seen.add("inside");
    if (office.ask(new FindMotion(motion), asker) != null
        || office.ask(new FindMotions(body, null, 0, 9), asker).total() > 0) seen.add("motion");
    if (office.ask(new FindResolutions(body, null, null, null, 0, 9), asker).rows().stream()
        .anyMatch(row -> row.title() != null)) seen.add("resolution");
    if (office.ask(new FindStreamHistory(body, 100), asker).stream()
        .anyMatch(row -> row.payload().toString().matches(".*(Titel i2|Dritter).*")))
      seen.add("body-history");
    if ((asker.has(Role.COMMITTEE_MEMBER) || asker.has(Role.OFFICE_LEAD))
        && List.of("AgendaItemPlaced", "AgendaItemDecided", "MotionSubmitted").stream()
            .map(type -> new SearchEvents(List.of(), type, null, null, null, null, null, 500))
            .flatMap(search -> office.ask(search, asker).rows().stream())
            .anyMatch(
                row ->
                    row.stream().equals(motion)
                        || row.stream().equals(meeting)
                            && List.of("i1", "i2").contains(row.payload().path("itemId").asText())))
      seen.add("found");
    return seen.toString();
  }

  @Test
  void a_secret_ballot_is_counted_and_proved_and_links_to_nobody() {
    found();
    String motion = submit();
    plan(meeting, 20);
    place(meeting, "i1", motion, null);
    send(new SendInvitations(meeting, null));
    open(meeting, 20);
    for (var member : List.of("anna", "ben", "cem")) send(new ArriveAtMeeting(meeting, member));
    office.send(new RequestSecretBallot(meeting, "i1", "ben"), member("ben"));
    assertThatThrownBy(() -> send(new CountHands(meeting, "i1", 3, 0, 0)))
        .hasMessage("ballot-must-be-secret");
    var box = office.bean(SecretBallots.class);
    box.open(meeting, "i1", LEAD);
    var anna = box.handIn(meeting, "i1", Vote.YES, member("anna"));
    var ben = box.handIn(meeting, "i1", Vote.NO, member("ben"));
    assertThatThrownBy(() -> box.handIn(meeting, "i1", Vote.YES, member("ben")))
        .hasMessage("vote-already-cast");
    var cem = box.handIn(meeting, "i1", Vote.NO, member("cem"));
    assertThat(log()).noneMatch(row -> holds(row, anna) || holds(row, ben) || holds(row, cem));
    box.count(meeting, "i1", LEAD);

    var item = find().items().getFirst();
    assertThat(item.result()).isEqualTo("rejected");
    assertThat(item.ballots()).containsExactlyInAnyOrder(anna, ben, cem);
    assertThat(item.handedIn()).containsExactly("anna", "ben", "cem");
    assertThat(ask(new FindMotion(motion)).row().result()).isEqualTo("rejected");
    // one row holds the ballots, and it is not a voter's
    assertThat(log().stream().filter(row -> holds(row, ben)).toList())
        .singleElement()
        .satisfies(row -> assertThat(row).startsWith(LEAD.userId() + "|BallotsPublished|"));
    assertThatThrownBy(() -> box.handIn(meeting, "i1", Vote.YES, member("anna")))
        .hasMessage("ballot-box-gone");
  }

  @Test
  void a_motion_that_is_withdrawn_is_shown_as_that_and_not_carried_on() {
    found();
    String motion = submit();
    String other = submit();
    plan(meeting, 20);
    place(meeting, "i1", motion, null);
    place(meeting, "i2", other, null);
    send(new SendInvitations(meeting, null));
    open(meeting, 20);
    send(new ArriveAtMeeting(meeting, "anna"));
    send(new StateLackOfQuorum(meeting));
    send(new WithdrawMotion(motion, "kein Geld mehr"));
    assertThat(find().items())
        .extracting(ItemRow::state, ItemRow::reason, ItemRow::settled)
        .containsExactly(tuple("struck", "kein Geld mehr", true), tuple("ahead", null, false));
    send(new CloseMeeting(meeting));
    // the other one is withdrawn between two meetings
    send(new WithdrawMotion(other, "überholt"));
    assertThat(find().items()).extracting(ItemRow::state).containsExactly("struck", "ahead");
    String next = meeting + "-2";
    plan(next, 40);
    var carried = Objects.requireNonNull(office.office().ask(new FindMeeting(next), LEAD));
    assertThat(carried.items())
        .extracting(ItemRow::subjectId, ItemRow::state, ItemRow::reason)
        .containsExactly(tuple(other, "struck", "überholt"));
  }

  private static boolean holds(String row, Ballot ballot) {
    return row.contains(ballot.hash()) || row.contains(ballot.nonce());
  }

  private List<String> log() {
    return office
        .db()
        .sql(
            "select actor || '|' || event_type || '|' || payload::text || coalesce(command_key, '')"
                + " from event_log")
        .query(String.class)
        .list();
  }

  @Test
  void what_lacked_the_quorum_is_decided_by_the_second_meeting() {
    found();
    String motion = submit();
    plan(meeting, 20);
    place(meeting, "i1", motion, null);
    send(new SendInvitations(meeting, null));
    open(meeting, 20);
    send(new ArriveAtMeeting(meeting, "anna"));
    send(new StateLackOfQuorum(meeting));
    assertThat(find().lackStated()).isTrue();
    send(new CloseMeeting(meeting));
    assertThat(ask(new FindMotion(motion)).row().result()).isNull();

    String second = "meeting-" + UUID.randomUUID();
    plan(second, 40);
    var item =
        Objects.requireNonNull(office.office().ask(new FindMeeting(second), LEAD))
            .items()
            .getFirst();
    assertThat(item.secondMeeting()).isTrue();
    send(new SendInvitations(second, null));
    open(second, 40);
    send(new ArriveAtMeeting(second, "anna"));
    send(new StateLackOfQuorum(second));
    send(new CountHands(second, item.itemId(), 1, 0, 0));
    assertThat(ask(new FindMotion(motion)).row().result()).isEqualTo("adopted");
  }

  @Test
  void an_urgent_decision_is_ratified_by_the_next_meeting() {
    found();
    office.knows(Role.PROJECT_MANAGER, "otto");
    var urgent =
        new TakeUrgentDecision(
            body, "u-" + body, "Deich", "Text", "Hochwasser", "otto", "ben", "zu spät", null);
    assertThatThrownBy(() -> send(urgent)).hasMessage("not-the-mayor");
    send(new AssignOffice(body, BodyOffice.MAYOR, "otto", null, null, "Wahl"));
    send(urgent);
    assertThat(ask(new CommitteeQuery.FindBody(body)).offices())
        .containsExactly(new OfficeRow(BodyOffice.MAYOR, "otto", null, null, "Wahl"));
    plan(meeting, 20);
    var item = find().items().getFirst();
    assertThat(item.kind()).isEqualTo(AgendaKind.RATIFICATION);
    send(new SendInvitations(meeting, null));
    open(meeting, 20);
    for (var member : List.of("anna", "ben", "cem")) send(new ArriveAtMeeting(meeting, member));
    send(new CountHands(meeting, item.itemId(), 3, 0, 0));
    assertThat(ask(new FindUrgentDecisions(body)).getFirst().state()).isEqualTo("ratified");
  }

  @Test
  void nobody_sits_on_two_incompatible_bodies() {
    found();
    String other = "body-" + UUID.randomUUID();
    send(new FoundBody(other, "Aufsicht", BodyKind.BOARD, 3));
    var law = BodyRules.municipal();
    var strict =
        new MeetingRules(
            8, 24, 14, MeetingRules.Outside.NEVER, 7, Share.atLeast(1, 5), true, List.of(body));
    send(
        new AdoptRules(
            other,
            new BodyRules(
                law.quorum(),
                law.majority(),
                java.time.LocalDate.parse("2026-01-01"),
                "Satzung § 2",
                strict)));
    assertThatThrownBy(() -> send(new AppointMember(other, "anna")))
        .hasMessage("member-of-incompatible-body");
    send(new AppointMember(other, "fritz"));
    assertThat(ask(new CommitteeQuery.FindBody(other)).members()).hasSize(1);
    assertThat(ask(new CommitteeQuery.FindBody(other)).rules().getLast().meetings())
        .isEqualTo(strict);
  }

  @Test
  void what_changed_since_the_last_meeting_is_told() {
    found();
    plan(meeting, 20);
    place(meeting, "i1", null, null);
    send(new SendInvitations(meeting, null));
    open(meeting, 20);
    send(new CloseMeeting(meeting));
    String motion = "motion-" + UUID.randomUUID();
    String next = "meeting-" + UUID.randomUUID();
    Clocks.at(Instant.now().plus(Duration.ofDays(21)), () -> submit(motion));
    plan(next, 40);
    var since = ask(new FindSinceLastMeeting(next, 50));
    assertThat(since.lastMeetingId()).isEqualTo(meeting);
    assertThat(since.changes()).extracting(ChangeRow::id).contains(motion);
    assertThat(ask(new FindMeetings(body, false, 0, 10)).rows())
        .extracting(MeetingRow::meetingId)
        .containsExactly(meeting);
    assertThat(ask(new FindMeetings(body, true, 0, 10)).total()).isEqualTo(1);
  }

  @Test
  void the_catalogue_of_what_people_may_send_has_no_consequence() {
    assertThatThrownBy(
            () ->
                send(
                    new CommitteeConsequence.DecideMotion(
                        "none", meeting, "adopted", 1, 0, 0, 1, 1, "", false)))
        .hasMessage("motion-unknown");
  }

  @Test
  void the_files_of_a_closed_item_are_for_insiders_and_follow_the_subject() {
    found();
    plan(meeting, 20);
    place(meeting, "i1", null, null);
    place(meeting, "i2", null, "Verträge Dritter");
    var files = office.bean(Files.class);
    for (var item : List.of("i1", "i2"))
      send(
          new AttachToItem(
              meeting,
              item,
              "f-" + item,
              item + ".txt",
              "text/plain",
              3,
              files.store(item.getBytes(UTF_8))));
    assertThat(find().items()).extracting(item -> item.files().size()).containsExactly(1, 1);
    var seen = Objects.requireNonNull(office.office().ask(new FindMeeting(meeting), GUEST));
    assertThat(seen.items()).extracting(item -> item.files().size()).containsExactly(1, 0);
    var file = find().items().getFirst().files().getFirst();
    assertThat(files.load(file.sha256())).hasValue("i1".getBytes(UTF_8));
    assertThat(file.late()).isFalse();

    send(new SendInvitations(meeting, null));
    open(meeting, 20);
    send(new CloseMeeting(meeting));
    String next = "meeting-" + UUID.randomUUID();
    plan(next, 40);
    var carried = ask(new FindMeeting(next)).items();
    assertThat(carried).extracting(ItemRow::closed).containsExactly(false, true);
    assertThat(carried).allSatisfy(item -> assertThat(item.files()).hasSize(1));
    assertThat(carried).noneMatch(item -> item.files().getFirst().here());
    var outside = Objects.requireNonNull(office.office().ask(new FindMeeting(next), GUEST));
    assertThat(outside.items()).extracting(item -> item.files().size()).containsExactly(1, 0);
  }

  @Test
  void a_moved_meeting_says_where_it_was_to_be_and_waits_for_its_invitation() {
    found();
    plan(meeting, 20);
    place(meeting, "i1", null, null);
    send(new SendInvitations(meeting, "Frist des Fördergebers"));
    var before = find();
    var later = before.row().startsAt().plus(Duration.ofDays(7));
    send(new MoveMeeting(body, meeting, before.row().startsAt(), "Hafenhaus", "Wasserschaden"));
    assertThat(find().row().phase()).isEqualTo("invited");
    assertThat(find().row().place()).isEqualTo("Hafenhaus");
    send(new MoveMeeting(body, meeting, later, "Rathaus, Raum 2", "Vorsitz erkrankt"));

    var after = find();
    assertThat(after.row().phase()).isEqualTo("planned");
    assertThat(after.row().startsAt()).isEqualTo(later);
    assertThat(after.row().inviteBy()).isEqualTo(before.row().inviteBy().plus(Duration.ofDays(7)));
    assertThat(after.row().invitedAt()).isNull();
    assertThat(after.urgentReason()).isNull();
    assertThat(after.row().title()).isNotEqualTo(before.row().title());
    assertThat(after.moves())
        .extracting(
            MoveRow::otherTime,
            MoveRow::invited,
            MoveRow::fromPlace,
            MoveRow::place,
            MoveRow::reason)
        .containsExactly(
            tuple(false, true, "Rathaus", "Hafenhaus", "Wasserschaden"),
            tuple(true, true, "Hafenhaus", "Rathaus, Raum 2", "Vorsitz erkrankt"));
    assertThat(after.moves().getLast().fromStartsAt()).isEqualTo(before.row().startsAt());
  }

  private void found() {
    send(new FoundBody(body, "Rat", BodyKind.COUNCIL, 5));
    for (var member : List.of("anna", "ben", "cem", "dora", "emil"))
      send(new AppointMember(body, member));
  }

  private String submit() {
    return submit("motion-" + UUID.randomUUID());
  }

  private String submit(String motion) {
    office.send(
        new SubmitMotion(
            motion, body, "Konsortium bilden", "Das Konsortium wird gebildet.", "case-" + motion),
        TestOffice.MANAGER);
    return motion;
  }

  private void plan(String id, int days) {
    office.knows(Role.COMMITTEE_MEMBER, "anna");
    office.knows(Role.PROJECT_MANAGER, "clara");
    send(
        new PlanMeeting(
            body, id, Instant.now().plus(Duration.ofDays(days)), "Rathaus", "anna", "clara"));
  }

  private void open(String id, int days) {
    Clocks.at(Instant.now().plus(Duration.ofDays(days)), () -> send(new OpenMeeting(body, id)));
  }

  private void place(
      String id, String item, @Nullable String motion, @Nullable String closedReason) {
    send(
        new PlaceOnAgenda(
            id,
            item,
            AgendaKind.RESOLUTION,
            motion == null ? item + id : motion,
            motion == null ? "Titel " + item : "Konsortium bilden",
            motion == null ? "Text" : "",
            motion,
            closedReason));
  }

  private void send(org.foerderturm.kernel.Command command) {
    office.send(command, LEAD);
  }

  private static Actor member(String id) {
    return Actor.of(id, Role.COMMITTEE_MEMBER);
  }

  private MeetingDetails find() {
    return ask(new FindMeeting(meeting));
  }

  private <R> R ask(Query<R> query) {
    return Objects.requireNonNull(office.office().ask(query, LEAD));
  }
}
