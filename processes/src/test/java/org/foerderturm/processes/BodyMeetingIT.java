package org.foerderturm.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.foerderturm.TestBodies;
import org.foerderturm.TestOffice;
import org.foerderturm.cases.CaseQuery.CaseDetails;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.committee.BodyRules;
import org.foerderturm.committee.CommitteeCommand.AppointMember;
import org.foerderturm.committee.CommitteeCommand.FoundBody;
import org.foerderturm.committee.CommitteeCommand.SubmitMotion;
import org.foerderturm.committee.MeetingCommand.*;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingQuery.FindMeeting;
import org.foerderturm.committee.MeetingQuery.MeetingDetails;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.ProcessCommand.CancelCase;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.junit.jupiter.api.Test;

/** Every path through body-meeting. */
class BodyMeetingIT {
  private static final Actor ANNA = Actor.of("anna", Role.COMMITTEE_MEMBER);
  private static final Actor CLARA = Actor.of("clara", Role.PROJECT_MANAGER);

  private final TestOffice office = TestOffice.shared();
  private final String body = "body-" + UUID.randomUUID();
  private final String meeting = "meeting-" + UUID.randomUUID();

  @Test
  void a_meeting_is_carried_from_its_plan_to_its_published_minutes_by_tasks() {
    plan(20);
    place("i1");
    assertThat(task("Task_PrepareAgenda").dueAt()).isNotNull();
    complete("Task_PrepareAgenda", Map.of("outcome", "invite"), TestOffice.MANAGER);
    assertThat(meeting().row().phase()).isEqualTo("invited");
    hold();
    var draft = task("Task_DraftMinutes");
    assertThat(draft.assignee()).isEqualTo("clara");
    assertThat(draft.dueAt()).isEqualTo(meeting().row().minutesBy());
    send(new DraftMinutes(meeting, "full", "public"), CLARA);
    complete("Task_SignChair", Map.of("outcome", "sign"), ANNA);
    complete("Task_SignClerk", Map.of("outcome", "sign"), CLARA);
    complete("Task_Publish", Map.of("outcome", "publish"), TestOffice.LEAD);
    assertThat(meeting().row().publishedAt()).isNotNull();
    assertThat(found().row().ended()).isEqualTo("completed");
    assertThat(found().done()).containsKeys("EndEvent_Published", "EndEvent_Done");
  }

  @Test
  void minutes_that_nobody_drew_up_are_not_said_to_be_drawn_up() {
    plan(20);
    place("i1");
    send(new SendInvitations(meeting, null), TestOffice.LEAD);
    hold();
    assertThatThrownBy(() -> complete("Task_DraftMinutes", Map.of("outcome", "done"), CLARA))
        .hasMessage("minutes-not-drafted");
    assertThat(found().tasks()).extracting(TaskRow::taskKey).containsExactly("Task_DraftMinutes");
    assertThat(found().row().ended()).isNull();
    send(new DraftMinutes(meeting, "full", "public"), CLARA);
    assertThat(found().tasks())
        .extracting(TaskRow::taskKey)
        .containsExactlyInAnyOrder("Task_SignChair", "Task_SignClerk");
  }

  @Test
  void the_chair_sends_minutes_back_and_signs_the_new_version() {
    plan(20);
    place("i1");
    send(new SendInvitations(meeting, null), TestOffice.LEAD);
    hold();
    send(new DraftMinutes(meeting, "full", "public"), CLARA);
    complete("Task_SignChair", Map.of("outcome", "back", "reason", "TOP 1 fehlt"), ANNA);
    assertThat(task("Task_RedraftMinutes").assignee()).isEqualTo("clara");
    assertThatThrownBy(() -> complete("Task_SignClerk", Map.of("outcome", "sign"), CLARA))
        .hasMessage("minutes-sent-back");
    send(new DraftMinutes(meeting, "full-2", "public-2"), CLARA);
    complete("Task_RedraftMinutes", Map.of("outcome", "done"), CLARA);
    complete("Task_SignChair", Map.of("outcome", "sign"), ANNA);
    complete("Task_SignClerk", Map.of("outcome", "sign"), CLARA);
    complete("Task_Publish", Map.of("outcome", "publish"), TestOffice.LEAD);
    assertThat(found().row().ended()).isEqualTo("completed");
  }

  @Test
  void what_is_done_on_the_page_needs_no_task() {
    plan(20);
    place("i1");
    send(new SendInvitations(meeting, null), TestOffice.LEAD);
    assertThat(found().tasks()).isEmpty();
    hold();
    send(new DraftMinutes(meeting, "full", "public"), CLARA);
    send(new SignMinutes(meeting, "full"), CLARA);
    assertThat(found().tasks()).extracting(TaskRow::taskKey).containsExactly("Task_SignChair");
    send(new SignMinutes(meeting, "full"), ANNA);
    send(new PublishMinutes(meeting), TestOffice.LEAD);
    assertThat(found().row().ended()).isEqualTo("completed");
    assertThat(found().done()).containsKeys("EndEvent_PublishedOnPage");
  }

  @Test
  void nobody_is_invited_while_the_agenda_is_empty() {
    plan(20);
    assertThatThrownBy(
            () -> complete("Task_PrepareAgenda", Map.of("outcome", "invite"), TestOffice.LEAD))
        .hasMessage("agenda-empty");
    assertThat(task("Task_PrepareAgenda")).isNotNull();
  }

  @Test
  void who_cancels_the_case_cancels_the_meeting() {
    plan(20);
    place("i1");
    send(new CancelCase(found().row().caseId(), "Stromausfall"), TestOffice.LEAD);
    assertThat(meeting().row().phase()).isEqualTo("cancelled");
    assertThat(found().row().ended()).isEqualTo("cancelled");
  }

  @Test
  void a_held_meeting_ends_by_its_minutes() {
    plan(20);
    place("i1");
    send(new SendInvitations(meeting, null), TestOffice.LEAD);
    hold();
    assertThatThrownBy(() -> send(new CancelCase(found().row().caseId(), "weg"), TestOffice.LEAD))
        .hasMessage("case-ends-by-task");
    assertThat(found().tasks()).isNotEmpty();
  }

  @Test
  void a_cancelled_meeting_ends_its_case() {
    plan(20);
    send(new CancelMeeting(meeting, "Stromausfall"), TestOffice.LEAD);
    assertThat(found().row().ended()).isEqualTo("completed");
    assertThat(found().done()).containsKeys("EndEvent_Cancelled");
  }

  @Test
  void a_meeting_at_another_time_is_prepared_anew() {
    plan(20);
    place("i1");
    send(new SendInvitations(meeting, null), TestOffice.LEAD);
    assertThat(found().tasks()).isEmpty();
    var later = meeting().row().startsAt().plus(Duration.ofDays(7));
    send(new MoveMeeting(body, meeting, later, "Hafenhaus", "Vorsitz erkrankt"), TestOffice.LEAD);
    var again = task("Task_PrepareAgenda");
    assertThat(again.dueAt()).isEqualTo(meeting().row().inviteBy());
    assertThat(again.subject()).isEqualTo(meeting().row().title());
    complete("Task_PrepareAgenda", Map.of("outcome", "invite"), TestOffice.MANAGER);
    assertThat(meeting().row().phase()).isEqualTo("invited");
    hold(27);
    assertThat(found().tasks()).extracting(TaskRow::taskKey).containsExactly("Task_DraftMinutes");
  }

  @Test
  void another_place_alone_leaves_the_case_where_it_is() {
    plan(20);
    place("i1");
    send(new SendInvitations(meeting, null), TestOffice.LEAD);
    send(
        new MoveMeeting(body, meeting, meeting().row().startsAt(), "Hafenhaus", "Wasserschaden"),
        TestOffice.LEAD);
    assertThat(found().tasks()).isEmpty();
    assertThat(meeting().row().phase()).isEqualTo("invited");
  }

  @Test
  void a_late_meeting_that_is_moved_needs_no_decision_any_more() {
    plan(20);
    place("i1");
    Clocks.at(
        Instant.now().plus(Duration.ofDays(13)),
        () -> {
          fireTimer();
          await()
              .untilAsserted(
                  () ->
                      assertThat(found().tasks())
                          .extracting(TaskRow::taskKey)
                          .containsExactly("Task_DecideLate"));
          send(
              new MoveMeeting(
                  body,
                  meeting,
                  Instant.now().plus(Duration.ofDays(40)),
                  "Rathaus",
                  "Papiere fehlen noch"),
              TestOffice.LEAD);
        });
    assertThat(found().tasks()).extracting(TaskRow::taskKey).containsExactly("Task_PrepareAgenda");
  }

  private void fireTimer() {
    var jobs = office.bean(ProcessEngine.class).getManagementService();
    var timer =
        jobs.createJobQuery().timers().processInstanceId(found().row().caseId()).singleResult();
    jobs.executeJob(timer.getId());
  }

  @Test
  void a_motion_decided_in_the_meeting_ends_the_electronic_vote() {
    plan(20, BodyKind.STEERING, TestBodies.electronic());
    String motion = "motion-" + UUID.randomUUID();
    send(new SubmitMotion(motion, body, "Titel", "Text", motion), TestOffice.MANAGER);
    assertThat(vote(motion).tasks()).hasSize(3);
    send(
        new PlaceOnAgenda(meeting, "i1", AgendaKind.RESOLUTION, motion, "Titel", "", motion, null),
        TestOffice.LEAD);
    send(new SendInvitations(meeting, null), TestOffice.LEAD);
    open();
    for (var member : List.of("anna", "ben"))
      send(new ArriveAtMeeting(meeting, member), TestOffice.LEAD);
    send(new CountHands(meeting, "i1", 2, 0, 0), ANNA);
    assertThat(vote(motion).row().ended()).isEqualTo("completed");
    assertThat(vote(motion).done()).containsKeys("EndEvent_DecidedElsewhere");
  }

  private void hold() {
    hold(20);
  }

  private void hold(int days) {
    open(days);
    for (var member : List.of("anna", "ben"))
      send(new ArriveAtMeeting(meeting, member), TestOffice.LEAD);
    send(new CountHands(meeting, "i1", 2, 0, 0), ANNA);
    send(new CloseMeeting(meeting), ANNA);
  }

  private void open() {
    open(20);
  }

  private void open(int days) {
    Clocks.at(
        Instant.now().plus(Duration.ofDays(days)),
        () -> send(new OpenMeeting(body, meeting), ANNA));
  }

  private void plan(int days) {
    plan(days, BodyKind.COUNCIL, BodyRules.municipal());
  }

  private void plan(int days, BodyKind kind, BodyRules rules) {
    office.knows(Role.COMMITTEE_MEMBER, "anna");
    office.knows(Role.PROJECT_MANAGER, "clara");
    send(new FoundBody(body, "Rat", kind, 3, rules), TestOffice.LEAD);
    for (var member : List.of("anna", "ben", "cem"))
      send(new AppointMember(body, member), TestOffice.LEAD);
    send(
        new PlanMeeting(
            body, meeting, Instant.now().plus(Duration.ofDays(days)), "Rathaus", "anna", "clara"),
        TestOffice.MANAGER);
  }

  private void place(String item) {
    send(
        new PlaceOnAgenda(
            meeting, item, AgendaKind.RESOLUTION, item + meeting, "Titel", "Text", null, null),
        TestOffice.LEAD);
  }

  private void send(Command command, Actor actor) {
    office.send(command, actor);
  }

  private void complete(String key, Map<String, Object> values, Actor actor) {
    send(new CompleteTask(task(key).taskId(), values), actor);
  }

  private TaskRow task(String key) {
    return found().tasks().stream()
        .filter(task -> task.taskKey().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private CaseDetails found() {
    return vote(meeting);
  }

  private CaseDetails vote(String key) {
    var rows = office.office().ask(new FindCasesOf(key), TestOffice.LEAD);
    return office.find(rows.getFirst().caseId());
  }

  private MeetingDetails meeting() {
    return Objects.requireNonNull(office.office().ask(new FindMeeting(meeting), TestOffice.LEAD));
  }
}
