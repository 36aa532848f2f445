package org.foerderturm.project;

import static org.foerderturm.kernel.Refusals.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.foerderturm.alliance.ShippedTables;
import org.foerderturm.kernel.Candidates;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.project.PlanChange.Kind;
import org.foerderturm.project.ProjectCommand.*;
import org.foerderturm.project.ProjectEvent.*;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows that fall out of a plan or are added to it, and projects that end early. */
class PlanChangeTest {
  private static final String P = "p-1";
  private static final LocalDate FROM = day("2026-01-01");
  private static final LocalDate UNTIL = day("2026-12-31");
  private static final LocalDate APRIL = day("2026-04-01");
  private static final PlanChange DROP = drop(Kind.DROP_MILESTONE, "ms1");

  // ---- abandoned

  @Test
  void a_project_ends_early_with_a_reason_and_its_open_milestones_are_dropped() {
    running(new MilestoneReached(P, "ms1", "Aufbau", APRIL, APRIL, 0))
        .when(new AbandonProject(P, APRIL, " Partner insolvent ", " Lenkungskreis 30.03. "))
        .expectEvents(abandoned(List.of("Betrieb")), new ProjectCompleted(P, "Ampel", APRIL));
    refused(
        running(abandoned(List.of("Aufbau", "Betrieb")), new ProjectCompleted(P, "Ampel", APRIL))
            .when(new ReachMilestone(P, "ms2", APRIL)),
        "milestone-dropped",
        Map.of("title", "Betrieb"));
  }

  @Test
  void nobody_abandons_without_reason_and_consent_nor_what_is_done() {
    refused(running().when(new AbandonProject(P, APRIL, " ", "x")), "reason-missing");
    refused(running().when(new AbandonProject(P, APRIL, "x", " ")), "consent-missing");
    refused(
        running().when(new AbandonProject(P, FROM.minusDays(1), "x", "y")),
        "completed-before-start");
    refused(
        running(new ProjectCompleted(P, "Ampel", APRIL))
            .when(new AbandonProject(P, APRIL, "x", "y")),
        "project-already-completed");
    refused(
        fixture().given(started()).when(new AbandonProject(P, APRIL, "x", "y")), "plan-missing");
  }

  /** Else a project in which money ran over could never be closed. */
  @Test
  void what_the_figures_asked_for_is_dropped_once_the_project_is_abandoned() {
    var forced =
        new ChangeRequested(P, P + "-c1", "Ampel", "Geräte", null, "z1", null, true, 20, "…");
    refused(running(forced).when(new WithdrawChange(P, P + "-c1", "x")), "forced-change-stays");
    running(forced, abandoned(List.of()), new ProjectCompleted(P, "Ampel", APRIL))
        .when(new WithdrawChange(P, P + "-c1", "abgebrochen"))
        .expectSuccessfulHandlerExecution();
    refused(
        running(abandoned(List.of()), new ProjectCompleted(P, "Ampel", APRIL)).when(request(DROP)),
        "project-abandoned");
  }

  // ---- rows dropped

  @Test
  void a_milestone_is_dropped_by_an_adopted_change_and_holds_up_nothing_any_more() {
    running()
        .when(request(DROP))
        .expectEvents(
            requested(
                new PlanChange(Kind.DROP_MILESTONE, "ms1", "Aufbau", null, null, APRIL, null)));
    refused(running(requested(DROP), assessed()).when(implement()), "change-not-resolved");
    running(requested(DROP), assessed(), adopted())
        .when(implement())
        .expectEvents(implemented(DROP));
    refused(
        running(requested(DROP), assessed(), adopted(), implemented(DROP))
            .when(new CompleteProject(P, APRIL)),
        "milestones-open",
        Map.of("milestones", List.of("Betrieb")));
    refused(
        running(requested(DROP), assessed(), adopted(), implemented(DROP))
            .when(new ForecastMilestone(P, "ms1", UNTIL, APRIL, "x")),
        "milestone-dropped");
    refused(
        running(requested(DROP), assessed(), adopted(), implemented(DROP)).when(request(DROP)),
        "milestone-dropped");
  }

  @Test
  void what_was_reached_while_the_body_was_asked_is_not_dropped() {
    refused(
        running(
                requested(DROP),
                assessed(),
                adopted(),
                new MilestoneReached(P, "ms1", "Aufbau", APRIL, APRIL, 0))
            .when(implement()),
        "milestone-already-reached");
  }

  @Test
  void a_work_package_is_dropped_unless_it_is_done_or_the_last() {
    var one = drop(Kind.DROP_PACKAGE, "ap1");
    var two = drop(Kind.DROP_PACKAGE, "ap2");
    running()
        .when(request(one))
        .expectEvents(
            requested(
                new PlanChange(Kind.DROP_PACKAGE, "ap1", "Planung", null, FROM, UNTIL, null)));
    refused(
        running(new ProgressReported(P, "ap1", "Planung", 100, APRIL)).when(request(one)),
        "work-package-done");
    var dropped = List.<Object>of(requested(one), assessed(), adopted(), implemented(one));
    refused(running(dropped.toArray()).when(request(two)), "last-work-package");
    refused(
        running(dropped.toArray()).when(new ReportProgress(P, "ap1", 10, APRIL)),
        "work-package-dropped");
    refused(running().when(request(drop(Kind.DROP_PACKAGE, "ap9"))), "work-package-unknown");
    refused(running().when(request(drop(Kind.DROP_PACKAGE, null))), "plan-row-missing");
  }

  // ---- rows added

  @Test
  void rows_are_added_under_the_next_number_and_are_reported_on_like_the_others() {
    var day = day("2026-09-30");
    var milestone = new PlanChange(Kind.ADD_MILESTONE, null, " Abnahme ", null, null, day, null);
    running(requested(milestone), assessed(), adopted())
        .when(implement())
        .expectEvents(implemented(milestone.as("ms3")));
    running(requested(milestone), assessed(), adopted(), implemented(milestone.as("ms3")))
        .when(new ReachMilestone(P, "ms3", APRIL))
        .expectEvents(new MilestoneReached(P, "ms3", "Abnahme", day, APRIL, -182));
    var line = new PlanChange(Kind.ADD_LINE, null, "Reisen", null, null, null, 5_00L);
    running(requested(line), assessed(), adopted(), implemented(line.as("z2")))
        .when(new ReportLineFigures(P, "z2", 0, 0, 5_00, 0, APRIL))
        .expectSuccessfulHandlerExecution();
    var work = new PlanChange(Kind.ADD_PACKAGE, null, "Test", "Werk", APRIL, UNTIL, null);
    running(requested(work), assessed(), adopted(), implemented(work.as("ap3")))
        .when(new ReportProgress(P, "ap3", 10, APRIL))
        .expectEvents(new ProgressReported(P, "ap3", "Test", 10, APRIL));
  }

  @Test
  void an_added_row_says_what_it_must_and_is_there_only_once() {
    refused(running().when(request(add(Kind.ADD_MILESTONE, " ", UNTIL))), "plan-title-missing");
    refused(running().when(request(add(Kind.ADD_MILESTONE, "aufbau", UNTIL))), "milestone-twice");
    refused(running().when(request(add(Kind.ADD_MILESTONE, "Neu", null))), "plan-day-missing");
    refused(
        running().when(request(add(Kind.ADD_MILESTONE, "Neu", UNTIL.plusDays(1)))),
        "milestone-outside-period");
    refused(running().when(request(add(Kind.ADD_PACKAGE, "PLANUNG", UNTIL))), "work-package-twice");
    refused(running().when(request(add(Kind.ADD_PACKAGE, "Neu", UNTIL))), "plan-day-missing");
    refused(
        running()
            .when(
                request(
                    new PlanChange(
                        Kind.ADD_PACKAGE, null, "Neu", "Lars Gesperrt", FROM, UNTIL, null))),
        "person-locked");
    refused(running().when(request(add(Kind.ADD_LINE, "Personal", null))), "budget-line-twice");
    refused(running().when(request(add(Kind.ADD_LINE, "Neu", null))), "new-budget-missing");
    refused(
        running().when(request(new PlanChange(Kind.ADD_LINE, null, "Neu", null, null, null, -1L))),
        "money-negative");
  }

  // ---- what happened

  private static AggregateTestFixture<Project> fixture() {
    var fixture = new AggregateTestFixture<>(Project.class);
    fixture.registerInjectableResource(new ShippedTables("project-steering"));
    Candidates but =
        (name, day) -> {
          if (name.equals("Lars Gesperrt")) throw new Rejected("person-locked");
        };
    fixture.registerInjectableResource(but);
    return fixture;
  }

  private static TestExecutor<Project> running(Object... then) {
    var events = new ArrayList<Object>(List.of(started(), planned()));
    events.addAll(List.of(then));
    return fixture().given(events).andGivenCurrentTime(Instant.parse("2026-04-01T06:00:00Z"));
  }

  private static ProjectStarted started() {
    return new ProjectStarted(P, "a-1", null, "Ampel", "Bund", "13N1", 80_00, FROM, UNTIL);
  }

  private static ProjectPlanned planned() {
    return new ProjectPlanned(
        P,
        3,
        List.of(
            new WorkPackage("ap1", "Planung", "", FROM, UNTIL),
            new WorkPackage("ap2", "Bau", "", FROM, UNTIL)),
        List.of(new Milestone("ms1", "Aufbau", APRIL), new Milestone("ms2", "Betrieb", UNTIL)),
        List.of(new MoneyLine("z1", "Personal", 80_00)),
        80_00,
        Instant.parse("2026-04-01T06:00:00Z"));
  }

  private static ProjectAbandoned abandoned(List<String> dropped) {
    return new ProjectAbandoned(
        P, "Ampel", APRIL, "Partner insolvent", "Lenkungskreis 30.03.", dropped);
  }

  private static PlanChange drop(Kind kind, @Nullable String row) {
    return new PlanChange(kind, row, null, null, null, null, null);
  }

  private static PlanChange add(Kind kind, String title, @Nullable LocalDate until) {
    return new PlanChange(kind, null, title, null, null, until, null);
  }

  private static RequestChange request(PlanChange plan) {
    return new RequestChange(P, "anders", "weil", null, null, plan);
  }

  private static ChangeRequested requested(PlanChange plan) {
    return new ChangeRequested(
        P, P + "-c1", "Ampel", "anders", "weil", null, null, false, null, null, plan);
  }

  private static ChangeAssessed assessed() {
    return new ChangeAssessed(P, P + "-c1", "anders", "nötig", 0, 0, false, null, null);
  }

  private static ChangeResolved adopted() {
    return new ChangeResolved(P, P + "-c1", "anders", "m-1", "adopted");
  }

  private static ImplementChange implement() {
    return new ImplementChange(P, P + "-c1", APRIL);
  }

  private static ChangeImplemented implemented(PlanChange plan) {
    return new ChangeImplemented(P, P + "-c1", "anders", APRIL, null, null, null, null, plan);
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
