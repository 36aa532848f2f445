package org.foerderturm.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.foerderturm.TestBodies;
import org.foerderturm.TestOffice;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.cases.CaseQuery.CaseDetails;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.cases.CaseQuery.FindTask;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.cases.CaseQuery.Token;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.committee.BodyRules;
import org.foerderturm.committee.CommitteeCommand.AppointMember;
import org.foerderturm.committee.CommitteeCommand.CastVote;
import org.foerderturm.committee.CommitteeCommand.CloseVote;
import org.foerderturm.committee.CommitteeCommand.DismissMember;
import org.foerderturm.committee.CommitteeCommand.EndVote;
import org.foerderturm.committee.CommitteeCommand.FoundBody;
import org.foerderturm.committee.CommitteeCommand.SubmitMotion;
import org.foerderturm.committee.CommitteeQuery.FindMotion;
import org.foerderturm.committee.CommitteeQuery.MotionDetails;
import org.foerderturm.committee.MeetingCommand.PlaceOnAgenda;
import org.foerderturm.committee.MeetingCommand.PlanMeeting;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingRules.Outside;
import org.foerderturm.committee.Vote;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.ProcessCommand.CancelCase;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every path through body-vote. */
class BodyVoteIT {
  private static final Map<String, Object> YES = Map.of("biased", "no", "outcome", "YES");
  private static final Map<String, Object> NO = Map.of("biased", "no", "outcome", "NO");
  private static final Map<String, Object> ABSTAIN = Map.of("biased", "no", "outcome", "ABSTAIN");
  private static final Map<String, Object> BIASED =
      Map.of("biased", "yes", "biasReason", "Arbeitgeber ist Partner", "outcome", "LEAVE");

  private final TestOffice office = TestOffice.shared();
  private final String body = "body-" + UUID.randomUUID();
  private final String motion = UUID.randomUUID().toString();

  @Test
  void each_member_gets_a_task_and_nobody_one_to_close_early() {
    submit("anna", "ben", "cem");
    assertThat(vote().tasks())
        .extracting(TaskRow::taskKey, TaskRow::assignee, TaskRow::subject)
        .containsExactlyInAnyOrder(
            tuple("Task_CastVote", "anna", "Lenkungsgremium"),
            tuple("Task_CastVote", "ben", "Lenkungsgremium"),
            tuple("Task_CastVote", "cem", "Lenkungsgremium"));
    assertThat(vote().tasks()).allMatch(task -> task.dueAt() != null);
    assertThat(vote().row().title()).isEqualTo("Konsortium bilden");
  }

  @Test
  void a_vote_is_counted_not_cancelled() {
    submit("anna", "ben", "cem");
    assertThatThrownBy(
            () -> office.send(new CancelCase(vote().row().caseId(), "weg"), TestOffice.LEAD))
        .isInstanceOfSatisfying(
            Rejected.class,
            no -> {
              assertThat(no.code()).isEqualTo("case-ends-by-task");
              assertThat(no.args().get("tasks").toString()).contains("Über die Vorlage abstimmen");
            });
    assertThat(vote().tasks()).hasSize(3);
    assertThat(vote().row().ended()).isNull();
  }

  @Test
  void each_token_of_a_vote_names_its_own_member_and_body() {
    submit("anna", "ben");
    assertThat(vote().tokens())
        .filteredOn(token -> token.elementId().equals("Task_CastVote"))
        .extracting(Token::waitsFor, Token::subject)
        .containsExactlyInAnyOrder(
            tuple("anna", "Lenkungsgremium"), tuple("ben", "Lenkungsgremium"));
  }

  @Test
  void the_vote_closes_by_itself_when_everybody_has_voted() {
    submit("anna", "ben", "cem");
    cast("anna", YES);
    cast("ben", NO);
    assertThat(motion().row().result()).isNull();
    cast("cem", YES);

    assertThat(motion().row().result()).isEqualTo("adopted");
    assertThat(vote().row().ended()).isEqualTo("completed");
    assertThat(vote().done())
        .containsKeys("EndEvent_AllVoted", "Service_CloseVote", "EndEvent_Decided");
  }

  @Test
  void a_body_that_decides_in_meetings_only_asks_nobody() {
    submit(Outside.NEVER, "anna", "ben", "cem");
    assertThat(vote().tasks()).isEmpty();
    assertThat(vote().row().ended()).isNull();
  }

  @Test
  void a_circular_vote_that_is_not_unanimous_leaves_the_motion_to_a_meeting() {
    submit(Outside.UNANIMOUS, "anna", "ben", "cem");
    cast("anna", YES);
    cast("ben", YES);
    cast("cem", ABSTAIN);
    assertThat(motion().row().result()).isNull();
    assertThat(motion().circularFailed()).isTrue();
    assertThat(vote().row().ended()).isEqualTo("completed");
  }

  @Test
  void a_unanimous_circular_vote_adopts() {
    submit(Outside.UNANIMOUS, "anna", "ben", "cem");
    for (var member : List.of("anna", "ben", "cem")) cast(member, YES);
    assertThat(motion().row().result()).isEqualTo("adopted");
  }

  @Test
  void a_tie_rejects() {
    submit("anna", "ben", "cem");
    cast("anna", YES);
    cast("ben", NO);
    cast("cem", ABSTAIN);
    assertThat(motion().row().result()).isEqualTo("rejected");
  }

  @Test
  void nobody_counts_before_the_end_while_one_may_still_vote() {
    submit("anna", "ben", "cem");
    cast("anna", YES);
    cast("ben", YES);
    var until = LocalDate.ofInstant(motion().voteUntil(), WorkingDays.OFFICE);
    for (var early : List.of(new CloseVote(motion), new EndVote(motion)))
      assertThatThrownBy(() -> office.send(early, TestOffice.LEAD)).isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> office.send(new CloseVote(motion), TestOffice.LEAD))
        .isInstanceOfSatisfying(
            Rejected.class,
            no -> {
              assertThat(no.code()).isEqualTo("vote-still-open");
              assertThat(no.args())
                  .containsEntry("until", until.toString())
                  .containsEntry("outstanding", 1);
            });
    assertThat(motion().row().result()).isNull();
    assertThat(motion().voteOver()).isFalse();
    cast("cem", NO);
    assertThat(motion().row().result()).isEqualTo("adopted");
  }

  @Test
  void too_few_are_no_quorum() {
    submit("anna", "ben", "cem", "dora");
    cast("anna", YES);
    cast("ben", YES);
    assertThat(motion().quorum().needed()).isEqualTo(3);
    assertThat(motion().quorum().reached()).isFalse();
    assertThat(motion().quorum().reachable()).isTrue();
    TestBodies.timeIsOver(office, motion);
    assertThat(motion().row().result()).isEqualTo("inquorate");
  }

  @Test
  void a_biased_member_takes_no_part() {
    submit("anna", "ben", "cem");
    cast("anna", BIASED);
    cast("ben", YES);
    cast("cem", YES);

    var motion = motion();
    assertThat(motion.row().result()).isEqualTo("adopted");
    assertThat(motion.row().biased()).isEqualTo(1);
    assertThat(motion.quorum().present()).isEqualTo(2);
    var anna = motion.votes().getFirst();
    assertThat(anna.biased()).isTrue();
    assertThat(anna.vote()).isNull();
    assertThat(anna.biasReason()).isEqualTo("Arbeitgeber ist Partner");
  }

  @Test
  void the_answers_of_one_member_do_not_reach_another() {
    submit("anna", "ben", "cem");
    cast("anna", BIASED);
    cast("ben", YES);
    assertThat(motion().votes().get(1).biasReason()).isNull();
    assertThat(motion().votes().get(1).vote()).isEqualTo(Vote.YES);
    assertThat(vote().variables()).doesNotContainKeys("outcome", "biased", "biasReason");
  }

  @Test
  void who_is_biased_can_not_vote_all_the_same() {
    submit("anna", "ben", "cem");
    var both =
        Map.<String, Object>of("biased", "yes", "biasReason", "Arbeitgeber", "outcome", "YES");
    assertThatThrownBy(() -> cast("anna", both)).hasMessage("form-invalid");
    assertThat(motion().row().yes()).isZero();
    cast("anna", BIASED);
    assertThat(motion().row().biased()).isEqualTo(1);
  }

  @Test
  void who_is_not_biased_votes_or_abstains() {
    submit("anna", "ben", "cem");
    var neither = Map.<String, Object>of("biased", "no", "outcome", "LEAVE");
    assertThatThrownBy(() -> cast("anna", neither)).hasMessage("form-invalid");
    cast("anna", ABSTAIN);
    assertThat(motion().row().abstentions()).isEqualTo(1);
  }

  @Test
  void the_question_of_bias_is_answered_with_a_reason() {
    submit("anna", "ben", "cem");
    assertThatThrownBy(() -> cast("anna", Map.of("outcome", "YES"))).hasMessage("form-invalid");
    assertThatThrownBy(() -> cast("anna", Map.of("biased", "yes", "outcome", "LEAVE")))
        .hasMessage("form-invalid");
  }

  @Test
  void nobody_votes_in_the_place_of_another() {
    submit("anna", "ben", "cem");
    String task = task("Task_CastVote", "anna").taskId();
    assertThatThrownBy(() -> office.send(new CompleteTask(task, YES), member("ben")))
        .hasMessage("task-not-yours");
    assertThatThrownBy(() -> office.send(new CompleteTask(task, YES), TestOffice.LEAD))
        .hasMessage("task-not-yours");
    assertThat(motion().row().yes()).isZero();
  }

  @Test
  void nobody_votes_twice() {
    submit("anna", "ben", "cem");
    String task = task("Task_CastVote", "anna").taskId();
    cast("anna", YES);
    assertThatThrownBy(() -> office.send(new CompleteTask(task, NO), member("anna")))
        .hasMessage("already-done");
    assertThat(motion().row().yes()).isEqualTo(1);
    assertThat(motion().row().no()).isZero();
  }

  @Test
  void nobody_votes_past_the_case() {
    submit("anna", "ben", "cem");
    var past = new CastVote(motion, "anna", Vote.YES, false, null);
    assertThatThrownBy(() -> office.send(past, member("anna"))).hasMessage("not-allowed");
  }

  @Test
  void a_count_in_another_way_ends_the_case() {
    submit("anna", "ben", "cem");
    cast("anna", YES);
    TestBodies.timeIsOver(office, motion);

    assertThat(motion().row().result()).isEqualTo("inquorate");
    assertThat(vote().row().ended()).isEqualTo("completed");
    assertThat(vote().done()).containsKey("EndEvent_DecidedElsewhere");
    assertThat(vote().tasks()).isEmpty();
    assertThatThrownBy(() -> office.send(new CloseVote(motion), TestOffice.LEAD))
        .hasMessage("vote-already-closed");
  }

  @Test
  void who_is_dismissed_meanwhile_still_votes() {
    submit("anna", "ben", "cem");
    office.send(new DismissMember(body, "anna", "Ausgeschieden"), TestOffice.LEAD);
    cast("anna", YES);
    assertThat(motion().row().yes()).isEqualTo(1);
  }

  @Test
  void members_who_vote_at_the_same_moment_are_all_counted() throws Exception {
    var members = List.of("anna", "ben", "cem", "dora", "emil", "fatma", "georg");
    submit(members.toArray(String[]::new));
    List<Callable<Object>> votes = new ArrayList<>();
    for (String member : members) {
      String task = task("Task_CastVote", member).taskId();
      votes.add(() -> office.send(new CompleteTask(task, YES), member(member)));
    }
    try (var pool = Executors.newFixedThreadPool(members.size())) {
      for (var vote : pool.invokeAll(votes)) vote.get();
    }
    assertThat(motion().row().yes()).isEqualTo(7);
    assertThat(motion().row().result()).isEqualTo("adopted");
    assertThat(vote().row().ended()).isEqualTo("completed");
  }

  @Test
  void the_vote_ends_by_itself_when_its_time_is_over() {
    submit("anna", "ben", "cem");
    var until = Objects.requireNonNull(motion().voteUntil());
    assertThat(vote().tasks()).extracting(TaskRow::dueAt).containsOnly(until);
    assertThat(timer().getDuedate()).isEqualTo(Date.from(until));
    cast("anna", YES);
    cast("ben", YES);
    String open = task("Task_CastVote", "cem").taskId();
    endAt(until);

    assertThat(motion().row().result()).isEqualTo("adopted");
    assertThat(motion().voteOver()).isTrue();
    assertThat(vote().row().ended()).isEqualTo("completed");
    assertThat(vote().done()).containsKeys("Service_EndVote", "EndEvent_PeriodOver");
    assertThat(closed(open)).isEqualTo("cancelled");
  }

  @Test
  void a_circular_vote_fails_if_an_answer_is_missing_at_the_end() {
    submit(Outside.UNANIMOUS, "anna", "ben", "cem");
    cast("anna", YES);
    cast("ben", YES);
    endAt(Objects.requireNonNull(motion().voteUntil()));
    assertThat(motion().row().result()).isNull();
    assertThat(motion().circularFailed()).isTrue();
    assertThat(vote().row().ended()).isEqualTo("completed");
  }

  @Test
  void a_motion_on_an_agenda_is_left_to_the_meeting_when_the_time_is_over() {
    submit("anna", "ben", "cem");
    String meeting = "meeting-" + UUID.randomUUID();
    var begins = Instant.now().plus(Duration.ofDays(40));
    office.knows(Role.COMMITTEE_MEMBER, "anna");
    office.knows(Role.PROJECT_MANAGER, "clara");
    office.send(
        new PlanMeeting(body, meeting, begins, "Rathaus", "anna", "clara"), TestOffice.MANAGER);
    office.send(
        new PlaceOnAgenda(meeting, "i", AgendaKind.RESOLUTION, motion, "Titel", "", motion, null),
        TestOffice.MANAGER);
    endAt(Objects.requireNonNull(motion().voteUntil()));
    assertThat(motion().row().result()).isNull();
    assertThat(motion().voteOver()).isTrue();
    assertThat(vote().row().ended()).isEqualTo("completed");
  }

  private void endAt(Instant until) {
    var jobs = office.bean(ProcessEngine.class).getManagementService();
    Clocks.at(until, () -> jobs.executeJob(timer().getId()));
    await().untilAsserted(() -> assertThat(vote().row().ended()).isEqualTo("completed"));
  }

  private Job timer() {
    return office
        .bean(ProcessEngine.class)
        .getManagementService()
        .createJobQuery()
        .timers()
        .processInstanceId(vote().row().caseId())
        .singleResult();
  }

  private void submit(String... members) {
    submit(Outside.BY_MAJORITY, members);
  }

  private void submit(Outside outside, String... members) {
    var rules =
        outside == Outside.NEVER ? BodyRules.municipal() : TestBodies.electronic(outside, 7);
    office.send(
        new FoundBody(body, "Lenkungsgremium", BodyKind.STEERING, members.length, rules),
        TestOffice.LEAD);
    for (String member : members) office.send(new AppointMember(body, member), TestOffice.LEAD);
    office.send(
        new SubmitMotion(
            motion, body, "Konsortium bilden", "Das Konsortium wird gebildet.", "k-" + motion),
        TestOffice.MANAGER);
  }

  private void cast(String member, Map<String, Object> values) {
    office.send(new CompleteTask(task("Task_CastVote", member).taskId(), values), member(member));
  }

  private TaskRow task(String key, @Nullable String assignee) {
    return vote().tasks().stream()
        .filter(task -> task.taskKey().equals(key) && Objects.equals(task.assignee(), assignee))
        .findFirst()
        .orElseThrow();
  }

  private CaseDetails vote() {
    var cases = office.office().ask(new FindCasesOf(motion), TestOffice.LEAD);
    assertThat(cases).hasSize(1);
    return office.find(cases.getFirst().caseId());
  }

  private MotionDetails motion() {
    return Objects.requireNonNull(office.office().ask(new FindMotion(motion), TestOffice.LEAD));
  }

  private String closed(String taskId) {
    return Objects.requireNonNull(office.office().ask(new FindTask(taskId), TestOffice.LEAD))
        .closed();
  }

  private static Actor member(String userId) {
    return Actor.of(userId, Role.COMMITTEE_MEMBER);
  }
}
