package org.foerderturm.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.foerderturm.TestBodies;
import org.foerderturm.TestOffice;
import org.foerderturm.cases.CaseQuery.CaseDetails;
import org.foerderturm.cases.CaseQuery.CaseRow;
import org.foerderturm.cases.CaseQuery.FindCase;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.ProcessCommand.CancelCase;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.foerderturm.project.PlanChange;
import org.foerderturm.project.PlanChange.Kind;
import org.foerderturm.project.ProjectCommand.*;
import org.foerderturm.project.ProjectQuery.Abandoned;
import org.foerderturm.project.ProjectQuery.FindProject;
import org.foerderturm.project.ProjectQuery.FindProjects;
import org.foerderturm.project.ProjectQuery.FindRoadmap;
import org.foerderturm.project.ProjectQuery.MilestoneRow;
import org.foerderturm.project.ProjectQuery.ProjectDetails;
import org.foerderturm.project.ReportKind;
import org.foerderturm.report.ReportQuery.FindDeadlinesOf;
import org.foerderturm.view.ProjectionQuery.RebuildProjection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way through the three models of project steering, on the real engine and database. */
class ProjectSteeringIT {
  private static final Actor MANAGER = Actor.of("petra.projekt", Role.PROJECT_MANAGER);
  private static final Actor LEAD = Actor.of("gerda.geschaeft", Role.OFFICE_LEAD);
  private static final List<String> MEMBERS =
      List.of("mia.mitglied", "max.mitglied", "mona.mitglied");

  private static TestOffice office;
  private String key;
  private Instant now = Instant.parse("2026-01-05T08:00:00Z");

  @BeforeAll
  static void open() {
    office = TestOffice.fresh();
    TestBodies.found(office, "steering", "Lenkungsgremium", BodyKind.STEERING, MEMBERS);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @BeforeEach
  void grant() {
    key = "p-" + UUID.randomUUID();
    send(
        new StartProject(
            key,
            "a-1",
            null,
            "Ampelvorrang",
            "Bund",
            "13N1",
            100_000_00,
            day("2026-01-01"),
            day("2026-06-30")));
    complete(
        "project-steering",
        "Task_PlanProject",
        Map.of(
            "reportingMonths", 3,
            "packages",
                List.of(
                    Map.of(
                        "title", "Aufbau",
                        "responsible", "Werk",
                        "startsOn", "2026-01-01",
                        "endsOn", "2026-06-30")),
            "milestones", List.of(Map.of("title", "Betrieb", "baseline", "2026-05-29")),
            "lines",
                List.of(
                    Map.of("title", "Personal", "budgetCents", 80_000_00),
                    Map.of("title", "Geräte", "budgetCents", 40_000_00))),
        MANAGER);
  }

  // ---- reports

  @Test
  void a_quarter_ends_its_report_is_called_for_written_and_filed() {
    at("2026-04-01T08:00:00Z");
    send(new ReportProgress(key, "ap1", 50, day("2026-04-01")));
    periodIsOver();
    state();
    assertThat(variables("project-report")).containsEntry("delayDays", 0L);
    report("green", "green", "green", "green", null);
    assertThat(cases("project-report").getFirst().ended()).isEqualTo("completed");
    assertThat(String.valueOf(variables("project-steering").get("nextReportAt")))
        .startsWith("2026-07-01T06:00"); // the first working day after the half-year
  }

  @Test
  void all_periods_are_reported_and_the_project_waits_for_its_completion() {
    at("2026-07-02T08:00:00Z");
    send(new ReportProgress(key, "ap1", 100, day("2026-07-02")));
    send(new ReachMilestone(key, "ms1", day("2026-06-10")));
    for (int i = 0; i < 2; i++) {
      periodIsOver();
      state();
      report("green", "green", "green", "green", null);
    }
    assertThat(details("project-steering").done()).containsKey("EndEvent_AllReported");
    assertThat(project().row().nextKind()).isEqualTo("end");
    send(new CompleteProject(key, day("2026-07-01")));
    closing();
  }

  @Test
  void a_report_that_was_called_for_by_hand_counts_for_its_period() {
    at("2026-04-01T08:00:00Z");
    send(new ReportProgress(key, "ap1", 50, day("2026-04-01")));
    send(new CallForReport(key, ReportKind.PERIODIC, null, null));
    periodIsOver(); // the timer finds it called for
    assertThat(details("project-steering").done()).containsKey("BoundaryEvent_Called");
    state();
    report("green", "green", "green", "green", null);
    assertThat(cases("project-report")).hasSize(1);
    assertThat(String.valueOf(variables("project-steering").get("nextReportAt")))
        .startsWith("2026-07-01");
  }

  @Test
  void a_report_that_was_filed_before_the_timer_counts_for_its_period() {
    at("2026-04-01T08:00:00Z");
    send(new ReportProgress(key, "ap1", 50, day("2026-04-01")));
    send(new CallForReport(key, ReportKind.PERIODIC, null, null));
    state();
    report("green", "green", "green", "green", null);
    assertThat(details("project-steering").done()).containsKey("Event_ReportedBefore");
    assertThat(String.valueOf(variables("project-steering").get("nextReportAt")))
        .startsWith("2026-07-01");
  }

  @Test
  void the_table_proposes_and_who_departs_from_it_says_why() {
    at("2026-04-01T08:00:00Z");
    send(new ReportProgress(key, "ap1", 50, day("2026-04-01")));
    send(new ForecastMilestone(key, "ms1", day("2026-06-20"), day("2026-03-30"), "Lieferzeit"));
    periodIsOver();
    state();
    var task = office.task(caseId("project-report"), "Task_WriteReport");
    assertThatThrownBy(() -> report("green", "green", "green", "green", null))
        .hasMessage("override-reason-missing");
    assertThat(task.taskId())
        .isEqualTo(office.task(caseId("project-report"), "Task_WriteReport").taskId());
    report("green", "green", "green", "green", "Die Lieferung ist zugesagt.");
  }

  @Test
  void red_twice_running_goes_to_the_committee_by_itself() {
    redTwice();
    assertThat(open("project-report", "Task_TakeMeasures")).isFalse();
    vote("YES", "YES", "NO");
    complete(
        "project-report",
        "Task_TakeMeasures",
        Map.of("agreedMeasures", "Ein zweiter Anbieter liefert bis Ende Mai."),
        LEAD);
    assertThat(latest("project-report").ended()).isEqualTo("completed");
    assertThat(details("project-report").done()).containsKey("EndEvent_Settled");
  }

  @Test
  void without_a_quorum_the_escalation_is_voted_on_a_second_time() {
    redTwice();
    vote("YES");
    complete("project-report", "Task_CallSecondMeeting", Map.of("outcome", "again"), LEAD);
    vote("NO", "NO", "YES");
    complete("project-report", "Task_TakeMeasures", Map.of("agreedMeasures", "Weiter so."), LEAD);
    assertThat(latest("project-report").ended()).isEqualTo("completed");
  }

  @Test
  void who_waits_for_a_resolution_too_long_is_told_and_the_resolution_ends_it() {
    redTwice();
    var motion = details("project-report").variables().get("motionId").toString();
    assertThat(escalationDue()).isEqualTo("2026-06-03");
    late("2026-06-08T08:00:00Z");
    complete(
        "project-report",
        "Task_ChaseDecision",
        Map.of("decideUntil", "2026-06-30", "extendReason", "Sitzung am 25.06."),
        LEAD);
    assertThat(escalationDue()).isEqualTo("2026-06-30");
    late("2026-07-01T08:00:00Z");
    vote("YES", "YES", "YES");
    complete("project-report", "Task_TakeMeasures", Map.of("agreedMeasures", "Weiter so."), LEAD);
    assertThat(latest("project-report").ended()).isEqualTo("completed");
    assertThat(details("project-report").variables().get("motionId")).isEqualTo(motion);
    assertThat(escalationDue()).isNull();
  }

  private @Nullable String escalationDue() {
    return office.office().ask(new FindDeadlinesOf(key), LEAD).stream()
        .filter(each -> each.kind().equals("escalation"))
        .map(each -> each.dueOn().toString())
        .findFirst()
        .orElse(null);
  }

  /** The time to decide is over: its timer fires. The others stay where they are. */
  private void late(String when) {
    ManagementService jobs = office.bean(ProcessEngine.class).getManagementService();
    var timers = jobs.createJobQuery().timers().processInstanceId(caseId("project-report")).list();
    assertThat(timers).hasSize(1);
    Clocks.at(Instant.parse(when), () -> jobs.executeJob(timers.getFirst().getId()));
    await()
        .until(
            () ->
                office.tasks(caseId("project-report")).stream()
                    .anyMatch(task -> task.taskKey().equals("Task_ChaseDecision")));
  }

  private void redTwice() {
    at("2026-04-01T08:00:00Z");
    send(new ReportProgress(key, "ap1", 50, day("2026-04-01")));
    send(new ForecastMilestone(key, "ms1", day("2026-06-30"), day("2026-03-30"), "Lieferzeit"));
    periodIsOver();
    state();
    report("green", "red", "green", "green", null);
    assertThat(latest("project-report").ended()).isEqualTo("completed");
    at("2026-05-04T08:00:00Z");
    send(new ReportProgress(key, "ap1", 70, day("2026-05-04")));
    send(new CallForReport(key, ReportKind.OCCASION, "Lieferant insolvent", day("2026-05-04")));
    state();
    report("green", "red", "green", "green", null);
    assertThat(details("project-report").done()).containsKey("Task_Escalate");
  }

  @Test
  void a_rebuild_of_the_view_shows_the_same() {
    redTwice();
    send(new NoteRisk(key, "Lieferkette", 3, 4, "zweiter Anbieter", "Projektleitung"));
    send(new ReportLineFigures(key, "z2", 1, 2, 48_000_01, 3, day("2026-04-01")));
    var before = project();
    assertThat(before.row().lights()).isNotNull();
    assertThat(before.row().lights().timeTrend()).isEqualTo("same");
    assertThat(before.row().nextMilestone()).isEqualTo("Betrieb");
    assertThat(before.row().forecastCents()).isEqualTo(128_000_01);
    assertThat(before.milestones().getFirst().trend()).hasSize(1);
    assertThat(before.reports().getFirst().escalated()).containsExactly("time");
    assertThat(before.changes()).singleElement().satisfies(c -> assertThat(c.forced()).isTrue());
    assertThat(before.risks()).singleElement().satisfies(r -> assertThat(r.score()).isEqualTo(12));
    long stored = stored();
    office.send(new RebuildProjection("project"), TestOffice.ADMIN);
    await().untilAsserted(() -> assertThat(stored()).isNotEqualTo(stored));
    assertThat(project()).isEqualTo(before);
    assertThat(office.office().ask(new FindProjects("ampel", "red", 0, 500), MANAGER).rows())
        .contains(before.row());
    assertThat(office.office().ask(new FindRoadmap(List.of(key)), MANAGER)).hasSize(1);
  }

  // ---- change requests

  @Test
  void a_line_above_20_percent_forces_a_change_that_the_funder_consents_to() {
    at("2026-04-01T08:00:00Z");
    send(new ReportLineFigures(key, "z2", 30_000_00, 0, 48_000_01, 0, day("2026-04-01")));
    assertThatThrownBy(
            () -> assess("withdraw", Map.of("newBudgetCents", 0, "withdrawReason", "doch nicht")))
        .hasMessage("forced-change-stays");
    assess("assess", Map.of("touchesNotice", true, "newBudgetCents", 50_000_00));
    motion();
    vote("YES", "YES", "NO");
    assertThat(open("project-change", "Task_Implement")).isFalse();
    assertThatThrownBy(() -> send(new ImplementChange(key, key + "-c1", day("2026-04-01"))))
        .hasMessage("funder-consent-missing");
    funder("granted");
    complete(
        "project-change",
        "Task_Implement",
        Map.of("outcome", "implement", "implementedOn", "2026-04-01"),
        MANAGER);
    assertThat(latest("project-change").ended()).isEqualTo("completed");
    send(new ReportLineFigures(key, "z2", 30_000_00, 0, 60_000_00, 0, day("2026-04-01")));
    assertThat(cases("project-change")).as("20 % of the new budget").hasSize(1);
  }

  @Test
  void a_change_within_the_notice_needs_the_committee_alone() {
    at("2026-02-02T08:00:00Z");
    send(new RequestChange(key, "Betrieb später", "Lieferzeit", null, "ms1"));
    assess("assess", Map.of("newBaseline", "2026-06-30"));
    motion();
    vote("YES");
    complete("project-change", "Task_CallSecondMeeting", Map.of("outcome", "again"), LEAD);
    vote("YES", "YES", "YES");
    complete(
        "project-change",
        "Task_Implement",
        Map.of("outcome", "implement", "implementedOn", "2026-02-02"),
        MANAGER);
    assertThat(details("project-change").done()).containsKey("EndEvent_Implemented");
  }

  @Test
  void a_report_is_sent_back_by_its_reviewer_and_comes_again_as_it_was() {
    at("2026-04-01T08:00:00Z");
    send(new ReportProgress(key, "ap1", 50, day("2026-04-01")));
    send(new CallForReport(key, ReportKind.PERIODIC, null, null));
    state();
    written("green", "green", "green", "green", null);
    assertThatThrownBy(
            () -> complete("project-report", "Task_ReviewReport", Map.of("outcome", "back"), LEAD))
        .isInstanceOfSatisfying(
            Rejected.class, no -> assertThat(no.args()).containsEntry("field", "reason"));
    complete(
        "project-report",
        "Task_ReviewReport",
        Map.of("outcome", "back", "reason", "Risiken fehlen"),
        LEAD);
    assertThat(details("project-report").variables())
        .containsEntry("reviewReason", "Risiken fehlen")
        .containsEntry("progress", "Der Aufbau läuft.");
    report("green", "green", "green", "green", null);
    assertThat(details("project-report").done()).containsKey("EndEvent_Reported");
  }

  @Test
  void a_project_that_is_abandoned_goes_to_its_closing_with_its_milestones_dropped() {
    at("2026-02-02T08:00:00Z");
    var abandon = new AbandonProject(key, day("2026-02-02"), "Partner insolvent", "Beschluss 7/26");
    assertThatThrownBy(() -> send(abandon, MANAGER)).hasMessage("not-allowed");
    send(abandon, LEAD);
    var found = office.office().ask(new FindProject(key), LEAD);
    assertThat(found.row().stage()).isEqualTo("abandoned");
    assertThat(found.abandoned()).isEqualTo(new Abandoned("Partner insolvent", "Beschluss 7/26"));
    assertThat(found.milestones()).isNotEmpty().noneMatch(MilestoneRow::isOpen);
    assertThat(office.tasks(caseId("project-steering")))
        .anyMatch(task -> task.taskKey().equals("Task_WriteClosing"));
    assertThat(office.office().ask(new FindDeadlinesOf(key), LEAD))
        .noneMatch(each -> each.kind().equals("milestone"));
  }

  @Test
  void a_milestone_falls_out_of_the_plan_by_a_change_and_another_is_added() {
    at("2026-02-02T08:00:00Z");
    var drop = new PlanChange(Kind.DROP_MILESTONE, "ms1", null, null, null, null, null);
    send(new RequestChange(key, "ohne Betrieb", "zu teuer", null, null, drop));
    assess("assess", Map.of());
    motion();
    vote("YES", "YES", "YES");
    complete(
        "project-change",
        "Task_Implement",
        Map.of("outcome", "implement", "implementedOn", "2026-02-02"),
        MANAGER);
    var found = office.office().ask(new FindProject(key), LEAD);
    assertThat(found.milestones().getFirst().droppedOn()).isEqualTo(day("2026-02-02"));
    assertThat(office.office().ask(new FindDeadlinesOf(key), LEAD))
        .noneMatch(each -> each.subjectId().endsWith("#ms1"));
  }

  @Test
  void a_project_ends_by_its_closing_not_by_cancelling_its_case() {
    assertThatThrownBy(() -> send(new CancelCase(caseId("project-steering"), "weg"), LEAD))
        .isInstanceOfSatisfying(
            Rejected.class,
            no -> {
              assertThat(no.code()).isEqualTo("case-ends-by-task");
              assertThat(no.args().get("tasks").toString()).contains("Abschluss freigeben");
            });
    assertThat(details("project-steering").row().ended()).isNull();
  }

  @Test
  void a_change_ends_where_the_committee_or_the_funder_says_no_or_it_is_withdrawn() {
    at("2026-04-01T08:00:00Z");
    send(new RequestChange(key, "Mehr Ampeln", "Nachfrage", null, null));
    assess("assess", Map.of());
    motion();
    vote("NO", "NO", "YES");
    var weighing = "Task_DecideAfterRejection";
    complete("project-change", weighing, Map.of("outcome", "revise", "reason", "kleiner"), LEAD);
    motion();
    vote("NO", "NO", "YES");
    complete("project-change", weighing, Map.of("outcome", "stop", "reason", "erledigt"), LEAD);
    assertThat(details("project-change").done()).containsKey("EndEvent_Rejected");

    send(new RequestChange(key, "Andere Stadt", "Nachfrage", null, null));
    assess("assess", Map.of("touchesNotice", true));
    motion();
    vote("YES", "YES", "YES");
    funder("refused");
    complete(
        "project-change",
        "Task_DecideAfterRefusal",
        Map.of("outcome", "stop", "reason", "kein Geld"),
        MANAGER);
    assertThat(details("project-change").done()).containsKey("EndEvent_Refused");

    send(new RequestChange(key, "Weniger Ampeln", "Kosten", null, null));
    assess("withdraw", Map.of("withdrawReason", "erledigt"));
    assertThat(details("project-change").done()).containsKey("EndEvent_Withdrawn");
    assertThat(cases("project-change"))
        .hasSize(3)
        .allSatisfy(row -> assertThat(row.ended()).isEqualTo("completed"));
  }

  @Test
  void what_the_funder_refused_is_revised_and_asked_for_again() {
    at("2026-04-01T08:00:00Z");
    send(new RequestChange(key, "Andere Stadt", "Nachfrage", null, null));
    assess("assess", Map.of("touchesNotice", true));
    motion();
    vote("YES", "YES", "YES");
    funder("refused");
    assertThat(project().changes().getFirst().stage()).isEqualTo("refused");
    complete(
        "project-change",
        "Task_DecideAfterRefusal",
        Map.of("outcome", "revise", "reason", "ohne die Nachbarstadt"),
        MANAGER);
    assess("assess", Map.of("touchesNotice", true, "delayDays", 3));
    motion();
    assertThat(variables("project-change").get("motionId")).isEqualTo(key + "-c1-m2");
    vote("YES", "YES", "YES");
    funder("granted");
    complete(
        "project-change",
        "Task_Implement",
        Map.of("outcome", "implement", "implementedOn", "2026-04-01"),
        MANAGER);
    assertThat(project().changes().getFirst().stage()).isEqualTo("implemented");
  }

  @Test
  void a_change_is_dropped_instead_of_a_second_meeting_or_of_being_carried_out() {
    at("2026-04-01T08:00:00Z");
    send(new RequestChange(key, "Mehr Ampeln", "Nachfrage", null, null));
    assess("assess", Map.of());
    motion();
    vote("YES");
    complete("project-change", "Task_CallSecondMeeting", Map.of("outcome", "revise"), LEAD);
    motion();
    vote("YES");
    assertThatThrownBy(
            () ->
                complete(
                    "project-change",
                    "Task_CallSecondMeeting",
                    Map.of("outcome", "withdraw"),
                    LEAD))
        .isInstanceOfSatisfying(
            Rejected.class, no -> assertThat(no.args()).containsEntry("field", "withdrawReason"));
    complete(
        "project-change",
        "Task_CallSecondMeeting",
        Map.of("outcome", "withdraw", "withdrawReason", "nicht mehr nötig"),
        LEAD);
    assertThat(details("project-change").done()).containsKey("EndEvent_Withdrawn");
    assertThat(project().changes().getFirst().stage()).isEqualTo("withdrawn");

    send(new RequestChange(key, "Andere Stadt", "Nachfrage", null, null));
    assess("assess", Map.of());
    motion();
    vote("YES", "YES", "YES");
    complete(
        "project-change",
        "Task_Implement",
        Map.of("outcome", "drop", "withdrawReason", "überholt"),
        MANAGER);
    assertThat(details("project-change").done()).containsKey("EndEvent_Withdrawn");
  }

  @Test
  void an_escalation_is_settled_without_a_second_meeting() {
    redTwice();
    vote("YES");
    complete(
        "project-report",
        "Task_CallSecondMeeting",
        Map.of("outcome", "settle", "reason", "bis dahin geliefert"),
        LEAD);
    complete("project-report", "Task_TakeMeasures", Map.of("agreedMeasures", "Keine."), LEAD);
    assertThat(details("project-report").done()).containsKey("EndEvent_Settled");
  }

  // ---- closing

  @Test
  void completing_ends_the_reports_and_the_longest_retention_wins() {
    at("2026-06-01T08:00:00Z");
    assertThatThrownBy(() -> send(new CompleteProject(key, day("2026-06-01"))))
        .hasMessage("milestones-open");
    send(new ReachMilestone(key, "ms1", day("2026-05-20")));
    send(new CompleteProject(key, day("2026-06-01")));
    at("2026-07-01T08:00:00Z");
    closing();
    assertThatThrownBy(
            () -> send(new CallForReport(key, ReportKind.OCCASION, "X", day("2026-06-30"))))
        .hasMessage("project-closed");
  }

  private void closing() {
    writeClosing(false);
    // nobody knows the grant here, so that it counts as aid, from its beginning
    assertThat(variables("project-steering")).containsEntry("retainUntil", "2036-01-01");
    complete("project-steering", "Task_ReleaseClosing", Map.of("outcome", "back"), LEAD);
    writeClosing(true);
    assertThat(variables("project-steering")).containsEntry("retainUntil", "2036-12-31");
    assertThat(project().row().stage()).isEqualTo("completed");
    complete("project-steering", "Task_ReleaseClosing", Map.of("outcome", "release"), LEAD);
    assertThat(project().closing().retainUntil()).isEqualTo(day("2036-12-31"));
    assertThat(latest("project-steering").ended()).isEqualTo("completed");
  }

  private void writeClosing(boolean books) {
    complete(
        "project-steering",
        "Task_WriteClosing",
        Map.of(
            "proofReference",
            "VN 13N1",
            "proofSubmittedOn",
            "2026-07-01",
            "lessons",
            "Früher bestellen.",
            "bookFiles",
            books,
            "voucherFiles",
            books),
        MANAGER);
  }

  // ---- steps

  private void at(String time) {
    now = Instant.parse(time);
  }

  private void periodIsOver() {
    ManagementService jobs = office.bean(ProcessEngine.class).getManagementService();
    var timers =
        jobs.createJobQuery().timers().processInstanceId(caseId("project-steering")).list();
    assertThat(timers).hasSize(1);
    int before = details("project-steering").done().getOrDefault("Event_PeriodOver", 0);
    Clocks.at(
        now,
        () -> {
          jobs.executeJob(timers.getFirst().getId());
          await()
              .until(
                  () ->
                      details("project-steering").done().getOrDefault("Event_PeriodOver", 0)
                              > before
                          && cases("project-report").stream().anyMatch(row -> row.ended() == null));
        });
  }

  private void state() {
    complete("project-report", "Task_UpdateState", Map.of("outcome", "current"), MANAGER);
  }

  private void report(String scope, String time, String cost, String risk, String reason) {
    written(scope, time, cost, risk, reason);
    complete("project-report", "Task_ReviewReport", Map.of("outcome", "accept"), LEAD);
  }

  private void written(String scope, String time, String cost, String risk, String reason) {
    var values = new HashMap<String, Object>();
    values.putAll(
        Map.of(
            "progress", "Der Aufbau läuft.",
            "comparison", "Wie geplant.",
            "outlook", "Probebetrieb.",
            "mainRisks", "Lieferzeiten.",
            "measures", "Wöchentlich nachfragen.",
            "scopeLight", scope,
            "timeLight", time,
            "costLight", cost,
            "riskLight", risk));
    if (reason != null) values.put("overrideReason", reason);
    complete("project-report", "Task_WriteReport", values, MANAGER);
  }

  private void assess(String outcome, Map<String, Object> more) {
    var values = new HashMap<String, Object>(more);
    values.put("assessment", "Vertretbar.");
    values.put("costEffectCents", 10_000_00);
    values.put("delayDays", 0);
    values.put("outcome", outcome);
    complete("project-change", "Task_AssessChange", values, MANAGER);
  }

  private void motion() {
    complete(
        "project-change",
        "Task_DraftMotion",
        Map.of("motionTitle", "Änderung", "proposal", "Der Änderung wird zugestimmt."),
        LEAD);
  }

  private void funder(String outcome) {
    complete(
        "project-change",
        "Task_AskFunder",
        Map.of("answerReference", "Az. 1", "answeredOn", "2026-03-31", "outcome", outcome),
        MANAGER);
  }

  /** The members vote in order; those without a vote are absent. */
  private void vote(String... votes) {
    var motionId =
        office
            .db()
            .sql("select motion_id from view_motion where case_key = ? order by position desc")
            .param(key)
            .query(String.class)
            .list()
            .getFirst();
    var ballot = office.office().ask(new FindCasesOf(motionId), LEAD).getFirst().caseId();
    for (int i = 0; i < votes.length; i++) {
      var member = Actor.of(MEMBERS.get(i), Role.COMMITTEE_MEMBER);
      var task =
          office.tasks(ballot).stream()
              .filter(t -> member.userId().equals(t.assignee()))
              .findFirst()
              .orElseThrow();
      send(new CompleteTask(task.taskId(), Map.of("biased", "no", "outcome", votes[i])), member);
    }
    if (votes.length < MEMBERS.size()) TestBodies.timeIsOver(office, motionId);
  }

  private void send(Command command) {
    send(command, MANAGER);
  }

  private void send(Command command, Actor actor) {
    now = now.plusSeconds(1); // no two at the same time
    var refusal = new AtomicReference<RuntimeException>();
    Clocks.at(
        now,
        () -> {
          try {
            office.send(command, actor);
          } catch (RuntimeException no) {
            refusal.set(no);
          }
        });
    if (refusal.get() != null) throw refusal.get();
  }

  private void complete(String process, String task, Map<String, Object> values, Actor actor) {
    await().until(() -> !cases(process).isEmpty() && open(process, task));
    send(new CompleteTask(office.task(caseId(process), task).taskId(), values), actor);
  }

  // ---- what one sees

  private List<CaseRow> cases(String process) {
    var rows = new ArrayList<>(office.office().ask(new FindCasesOf(key), LEAD));
    rows.removeIf(row -> !row.model().key().equals(process));
    return rows;
  }

  /** The running case of the process, or the one that ended last. */
  private CaseRow latest(String process) {
    var rows = cases(process);
    return rows.stream().filter(row -> row.ended() == null).findFirst().orElseGet(rows::getLast);
  }

  private String caseId(String process) {
    return latest(process).caseId();
  }

  private CaseDetails details(String process) {
    return Objects.requireNonNull(office.office().ask(new FindCase(caseId(process), null), LEAD));
  }

  private Map<String, Object> variables(String process) {
    return details(process).variables();
  }

  private boolean open(String process, String task) {
    return office.tasks(caseId(process)).stream().anyMatch(t -> t.taskKey().equals(task));
  }

  private ProjectDetails project() {
    return Objects.requireNonNull(office.office().ask(new FindProject(key), MANAGER));
  }

  /** Which file holds the view's table: another one after a rebuild. */
  private static long stored() {
    return office
        .db()
        .sql("select 'view_project'::regclass::oid::bigint")
        .query(Long.class)
        .single();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
