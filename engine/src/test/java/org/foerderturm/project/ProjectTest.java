package org.foerderturm.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foerderturm.project.Light.AMBER;
import static org.foerderturm.project.Light.GREEN;
import static org.foerderturm.project.Light.RED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.foerderturm.alliance.ShippedTables;
import org.foerderturm.kernel.Candidates;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Decisions.Verdict;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Refusals;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.project.ProjectCommand.*;
import org.foerderturm.project.ProjectEvent.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectTest {
  private static final String P = "p-1";
  private static final LocalDate FROM = day("2026-01-01");
  private static final LocalDate UNTIL = day("2026-09-30");
  private static final LocalDate APRIL = day("2026-04-01");
  private static final Instant NOW = Instant.parse("2026-04-01T06:00:00Z");

  /** Lars is locked, Erna speaks for nobody any more, nobody knows the others. */
  private static final Candidates CANDIDATES =
      (name, day) -> {
        if (name.equals("Lars Gesperrt")) throw new Rejected("person-locked");
        if (name.equals("Erna Ehemals")) throw new Rejected("person-gone");
      };

  private final AggregateTestFixture<Project> project = new AggregateTestFixture<>(Project.class);

  ProjectTest() {
    project.registerInjectableResource(new ShippedTables("project-steering"));
    project.registerInjectableResource(CANDIDATES);
  }

  // ---- start and plan

  @Test
  void a_grant_starts_a_project() {
    project.givenNoPriorActivity().when(start(100_00, FROM, UNTIL)).expectEvents(started());
  }

  @Test
  void a_project_without_money_or_with_its_dates_out_of_order_does_not_start() {
    refused(project.givenNoPriorActivity().when(start(0, FROM, UNTIL)), "amount-not-positive");
    refused(project.givenNoPriorActivity().when(start(1, UNTIL, FROM)), "period-out-of-order");
  }

  @Test
  void a_plan_numbers_its_parts_and_says_when_the_first_report_is_called_for() {
    project
        .given(started())
        .when(
            plan(
                List.of(new PackagePlan(" Aufbau", "Werk", FROM, UNTIL)),
                List.of(new MilestonePlan("Betrieb", day("2026-06-30"))),
                List.of(new LinePlan("Personal", 80_00), new LinePlan("Geräte", 40_00))))
        .expectEvents(planned());
  }

  @Test
  void a_project_follows_its_grant_and_so_do_its_rules() {
    var changed =
        new ProjectGrantChanged(
            P,
            "13N1",
            100_00,
            FROM,
            UNTIL,
            "13N1-neu",
            90_00,
            FROM.plusMonths(1),
            UNTIL.plusMonths(1),
            Instant.parse("2026-05-04T06:00:00Z"),
            "verlesen");
    var follow =
        new FollowGrant(P, "13N1-neu", 90_00, FROM.plusMonths(1), UNTIL.plusMonths(1), "verlesen");
    project.given(started(), planned()).when(follow).expectEvents(changed);
    project.given(started(), planned(), changed).when(follow).expectNoEvents();
    refused(
        project
            .given(started(), planned(), changed)
            .when(new ReportLineFigures(P, "z1", 0, 0, 80_00, 90_01, FROM)),
        "drawn-above-grant",
        Map.of("line", "Personal", "leftCents", 90_00L));
  }

  @Test
  void a_plan_is_made_once() {
    refused(running().when(plan(packages(), milestones("A"), lines(100_00))), "plan-already-made");
  }

  @Test
  void a_plan_without_milestones_is_none() {
    refused(
        project.given(started()).when(plan(packages(), List.of(), lines(100_00))),
        "plan-incomplete");
  }

  @Test
  void a_milestone_is_planned_once_however_it_is_written() {
    refused(
        project
            .given(started())
            .when(plan(packages(), milestones("Betrieb", "BETRIEB "), lines(100_00))),
        "milestone-twice",
        Map.of("title", "BETRIEB"));
  }

  @Test
  void a_milestone_lies_in_the_grant_period() {
    refused(
        project
            .given(started())
            .when(
                plan(
                    packages(),
                    List.of(new MilestonePlan("Betrieb", UNTIL.plusDays(1))),
                    lines(100_00))),
        "milestone-outside-period",
        Map.of("title", "Betrieb", "from", "2026-01-01", "until", "2026-09-30"));
  }

  @Test
  void a_work_package_ends_after_it_begins() {
    refused(
        project
            .given(started())
            .when(
                plan(
                    List.of(new PackagePlan("Aufbau", "", UNTIL, FROM)),
                    milestones("A"),
                    lines(100_00))),
        "work-package-out-of-order",
        Map.of("title", "Aufbau"));
  }

  @Test
  void a_budget_is_not_negative_and_holds_the_grant() {
    refused(
        project.given(started()).when(plan(packages(), milestones("A"), lines(-1))),
        "money-negative",
        Map.of("line", "Zeile -1"));
    refused(
        project.given(started()).when(plan(packages(), milestones("A"), lines(99_99))),
        "budget-below-grant",
        Map.of("budgetCents", 99_99L, "grantCents", 100_00L));
  }

  @Test
  void nothing_is_reported_before_there_is_a_plan() {
    refused(project.given(started()).when(periodic()), "plan-missing");
  }

  // ---- milestones

  @Test
  void every_forecast_is_kept_with_the_one_before() {
    running(forecast("2026-06-30", "2026-07-15", "2026-02-02"))
        .when(new ForecastMilestone(P, "ms1", day("2026-08-01"), day("2026-03-02"), "Lieferzeit"))
        .expectEvents(
            new MilestoneForecast(
                P,
                "ms1",
                "Betrieb",
                day("2026-06-30"),
                day("2026-07-15"),
                day("2026-08-01"),
                day("2026-03-02"),
                "Lieferzeit"));
  }

  @Test
  void forecasts_are_reported_in_order_and_look_ahead() {
    refused(
        running(forecast("2026-06-30", "2026-07-15", "2026-03-02"))
            .when(new ForecastMilestone(P, "ms1", UNTIL, day("2026-03-01"), null)),
        "forecast-out-of-order",
        Map.of("reportedOn", "2026-03-02"));
    refused(
        running().when(new ForecastMilestone(P, "ms1", day("2026-02-01"), day("2026-03-01"), null)),
        "forecast-in-past",
        Map.of("title", "Betrieb"));
  }

  @Test
  void a_milestone_is_reached_once_and_not_before_the_project() {
    running().when(new ReachMilestone(P, "ms1", APRIL)).expectEvents(reached(APRIL, -90));
    refused(
        running(reached(APRIL, -90)).when(new ReachMilestone(P, "ms1", APRIL)),
        "milestone-already-reached",
        Map.of("title", "Betrieb"));
    refused(
        running().when(new ReachMilestone(P, "ms1", day("2025-12-31"))),
        "milestone-before-start",
        Map.of("from", "2026-01-01"));
    refused(
        running().when(new ReachMilestone(P, "ms9", APRIL)),
        "milestone-unknown",
        Map.of("id", "ms9"));
  }

  // ---- money

  @Test
  void money_is_not_negative_and_a_forecast_holds_what_was_paid() {
    refused(
        running().when(new ReportLineFigures(P, "z1", 0, -1, 80_00, 0, APRIL)),
        "money-negative",
        Map.of("line", "Personal"));
    refused(
        running().when(new ReportLineFigures(P, "z1", 0, 81_00, 80_00, 0, APRIL)),
        "forecast-below-actual",
        Map.of("line", "Personal"));
  }

  @Test
  void no_more_is_drawn_than_was_granted() {
    refused(
        running(figures("z2", "Geräte", 40_00, 40_00, 40_00))
            .when(new ReportLineFigures(P, "z1", 0, 0, 80_00, 60_01, APRIL)),
        "drawn-above-grant",
        Map.of("line", "Personal", "leftCents", 60_00L));
  }

  @Test
  void domain_4_a_line_at_20_percent_above_its_budget_forces_nothing() {
    running()
        .when(new ReportLineFigures(P, "z2", 0, 0, 48_00, 0, APRIL))
        .expectEvents(figures("z2", "Geräte", 40_00, 48_00, 0));
  }

  @Test
  void the_margin_is_what_the_table_says_for_the_day_on_which_the_project_began() {
    var stricter = new AggregateTestFixture<>(Project.class);
    stricter.registerInjectableResource(CANDIDATES);
    stricter.registerInjectableResource(
        (Decisions)
            (table, inputs) ->
                new Verdict(
                    table,
                    2,
                    Map.of(
                        "percent",
                        inputs.equals(Map.of("day", "2026-01-01")) ? 0 : 99,
                        "source",
                        "Bescheid")));
    stricter
        .given(started(), planned())
        .andGivenCurrentTime(NOW)
        .when(new ReportLineFigures(P, "z2", 0, 0, 40_01, 0, APRIL))
        .expectEvents(
            figures("z2", "Geräte", 40_00, 40_01, 0),
            new ChangeRequested(
                P, P + "-c1", "Ampelvorrang", "Geräte", null, "z2", null, true, 0, "Bescheid"));
  }

  @Test
  void domain_4_a_line_above_20_percent_forces_a_change_request_once() {
    running()
        .when(new ReportLineFigures(P, "z2", 0, 0, 48_01, 0, APRIL))
        .expectEvents(figures("z2", "Geräte", 40_00, 48_01, 0), forced());
    running(figures("z2", "Geräte", 40_00, 48_01, 0), forced())
        .when(new ReportLineFigures(P, "z2", 0, 0, 50_00, 0, APRIL))
        .expectEvents(figures("z2", "Geräte", 40_00, 50_00, 0));
  }

  @Test
  void what_was_said_of_a_day_is_not_said_again() {
    var before = day("2026-03-31");
    refused(
        running(figures("z1", "Personal", 80_00, 70_00, 0))
            .when(new ReportLineFigures(P, "z1", 0, 0, 70_00, 0, APRIL)),
        "nothing-changed");
    refused(
        running(progress(50, APRIL)).when(new ReportProgress(P, "ap1", 50, APRIL)),
        "nothing-changed");
    refused(
        running(forecast("2026-06-30", "2026-07-15", "2026-03-31"))
            .when(new ForecastMilestone(P, "ms1", day("2026-07-15"), before, null)),
        "nothing-changed");
  }

  @Test
  void the_same_on_a_later_day_or_for_another_reason_says_something() {
    running(progress(50, day("2026-03-31")))
        .when(new ReportProgress(P, "ap1", 50, APRIL))
        .expectEvents(progress(50, APRIL));
    running(forecast("2026-06-30", "2026-07-15", "2026-03-31"))
        .when(new ForecastMilestone(P, "ms1", day("2026-07-15"), APRIL, null))
        .expectEvents(forecast("2026-07-15", "2026-07-15", "2026-04-01"));
    running(forecast("2026-06-30", "2026-07-15", "2026-04-01"))
        .when(new ForecastMilestone(P, "ms1", day("2026-07-15"), APRIL, "Lieferzeit"))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void figures_can_be_said_again_after_a_change_of_their_line() {
    running(
            figures("z2", "Geräte", 40_00, 48_00, 0),
            new ChangeImplemented(P, P + "-c1", "Geräte", APRIL, "z2", 45_00L, null, null))
        .when(new ReportLineFigures(P, "z2", 0, 0, 48_00, 0, APRIL))
        .expectEvents(figures("z2", "Geräte", 45_00, 48_00, 0));
  }

  // ---- risks

  @Test
  void a_risk_scores_probability_times_impact() {
    running()
        .when(new NoteRisk(P, "Lieferkette", 3, 4, "zweiter Anbieter", "Projektleitung"))
        .expectEvents(risk(3, 4));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "6, 1", "1, 0", "1, 6"})
  void probability_and_impact_go_from_1_to_5(int probability, int impact) {
    refused(
        running().when(new NoteRisk(P, "X", probability, impact, "", "Y")), "risk-out-of-range");
  }

  @Test
  void a_risk_assessed_by_two_at_a_time_keeps_what_each_said() {
    var opened = new ReassessRisk(P, "r1", 3, 4, "", "Y");
    running(
            new RiskNoted(P, "r1", "Lieferkette", 3, 4, 12, "", "Y"),
            new RiskReassessed(P, "r1", "Lieferkette", 3, 4, 12, 12, "Lager", "Y"))
        .when(Merge.seen(new ReassessRisk(P, "r1", 5, 4, "", "Y"), opened))
        .expectEvents(new RiskReassessed(P, "r1", "Lieferkette", 5, 4, 20, 12, "Lager", "Y"));
  }

  @Test
  void a_closed_risk_stays_closed() {
    refused(
        running(risk(3, 4), new RiskClosed(P, "r1", "Lieferkette", "geliefert"))
            .when(new ReassessRisk(P, "r1", 1, 1, "", "Y")),
        "risk-already-closed",
        Map.of("title", "Lieferkette"));
  }

  // ---- reports

  @Test
  void the_first_report_is_on_the_first_quarter_and_due_ten_working_days_after_it() {
    running().when(periodic()).expectEvents(due(1));
  }

  @Test
  void there_is_no_report_on_a_period_that_is_not_over() {
    refused(
        project
            .given(started(), planned())
            .andGivenCurrentTime(Instant.parse("2026-03-31T21:59:59Z"))
            .when(periodic()),
        "period-not-over",
        Map.of("until", "2026-03-31"));
  }

  @Test
  void a_period_has_one_report() {
    refused(running(due(1)).when(periodic()), "report-already-called");
    refused(
        running(due(1), measured(1), periodClosed(), filed(1, GREEN, List.of()))
            .when(file(1, GREEN)),
        "report-already-filed");
    refused(running().when(file(1, GREEN)), "report-not-called");
  }

  @Test
  void a_report_on_an_event_says_which() {
    refused(
        running().when(new CallForReport(P, ReportKind.OCCASION, " ", APRIL)), "occasion-missing");
  }

  @Test
  void measuring_counts_work_delay_cost_and_the_highest_open_risk() {
    running(
            new ProgressReported(P, "ap1", "Aufbau", 20, APRIL),
            forecast("2026-06-30", "2026-07-29", "2026-03-02"),
            figures("z2", "Geräte", 40_00, 46_01, 0),
            risk(3, 4),
            due(1))
        .when(new MeasureProgress(P, P + "-r1"))
        // 90 of 273 days are over: 32.97 % should be done, 20 % are; 6.01 of 120 € more
        .expectEvents(new ProgressMeasured(P, P + "-r1", day("2026-03-31"), 12.97, 29, 5.01, 12));
  }

  @Test
  void nothing_is_filed_before_it_was_measured() {
    refused(running(due(1)).when(file(1, GREEN)), "progress-not-measured");
  }

  @Test
  void who_overrides_the_table_says_why() {
    refused(running(due(1), measured(1)).when(file(1, AMBER)), "override-reason-missing");
  }

  @Test
  void a_filed_report_closes_its_period_and_says_when_the_next_is_called_for() {
    running(due(1), measured(1))
        .when(file(1, GREEN))
        .expectEvents(periodClosed(), filed(1, GREEN, List.of()));
  }

  @Test
  void red_twice_running_is_escalated_once() {
    var twice =
        List.of(
            due(1),
            measured(1),
            periodClosed(),
            filed(1, RED, List.of()),
            filed(2, RED, List.of("time")));
    running(twice.toArray())
        .when(new EscalateProject(P, P + "-r2"))
        .expectEvents(
            new ProjectEscalated(
                P,
                P + "-r2",
                "Ampelvorrang",
                List.of("time"),
                // twenty working days after 1 April: Easter and 1 May are none
                Instant.parse("2026-05-04T15:00:00Z"),
                "Vorschlag der Geschäftsstelle (zu bestätigen / to be confirmed)"));
    refused(
        running(twice.toArray()).when(new EscalateProject(P, P + "-r1")), "nothing-to-escalate");
    var escalated = new ArrayList<Object>(twice);
    escalated.add(new ProjectEscalated(P, P + "-r2", "Ampelvorrang", List.of("time")));
    refused(
        running(escalated.toArray()).when(new EscalateProject(P, P + "-r2")), "already-escalated");
  }

  @Test
  void an_escalation_gets_more_time_with_a_reason_until_it_is_settled() {
    var id = P + "-r2";
    var by = Instant.parse("2026-05-04T15:00:00Z");
    var escalated =
        new Object[] {
          filed(2, RED, List.of("time")),
          new ProjectEscalated(P, id, "Ampelvorrang", List.of("time"), by, "x")
        };
    var later = day("2026-05-20");
    running(escalated)
        .when(new ExtendEscalation(P, id, later, " Sitzung verschoben "))
        .expectEvents(
            new EscalationExtended(
                P,
                id,
                "Ampelvorrang",
                Instant.parse("2026-05-20T15:00:00Z"),
                "Sitzung verschoben"));
    refused(running(escalated).when(new ExtendEscalation(P, id, later, " ")), "reason-missing");
    refused(
        running(escalated).when(new ExtendEscalation(P, id, APRIL, "x")),
        "escalation-deadline-past",
        Map.of("stated", "2026-04-01"));
    refused(running().when(new ExtendEscalation(P, id, later, "x")), "not-escalated");
    refused(
        running(
                escalated[0],
                escalated[1],
                new EscalationSettled(P, id, "m", "adopted", "Maßnahmen"))
            .when(new ExtendEscalation(P, id, later, "x")),
        "escalation-settled");
  }

  @Test
  void red_once_then_red_again_counts_as_twice_and_trends_compare_with_the_last_report() {
    running(
            filed(1, RED, List.of()),
            new ReportDue(
                P, P + "-r2", 2, "Ampelvorrang", ReportKind.OCCASION, "X", null, FROM, NOW),
            measured(2))
        .when(
            new FileStatusReport(
                P,
                P + "-r2",
                "",
                "",
                "",
                "",
                "",
                null,
                new Lights(GREEN, RED, AMBER, GREEN),
                new Lights(GREEN, RED, AMBER, GREEN),
                null))
        .expectEvents(
            new StatusReportFiled(
                P,
                P + "-r2",
                2,
                "Ampelvorrang",
                ReportKind.OCCASION,
                FROM,
                "",
                "",
                "",
                "",
                "",
                null,
                new Lights(GREEN, RED, AMBER, GREEN),
                new Lights(GREEN, RED, AMBER, GREEN),
                new Trends(Trend.SAME, Trend.SAME, Trend.WORSE, Trend.SAME),
                null,
                List.of("time")));
  }

  @ParameterizedTest
  @CsvSource({"GREEN, RED", "AMBER, RED", "RED, AMBER", "RED, GREEN"})
  void red_once_is_not_red_twice(Light before, Light now) {
    var last = new Lights(GREEN, before, GREEN, GREEN);
    assertThat(new Lights(GREEN, now, GREEN, GREEN).redTwice(last)).isEmpty();
  }

  // ---- change requests

  @Test
  void a_change_is_not_implemented_without_a_resolution() {
    refused(
        running(requested(), assessed(false)).when(implement()), "change-not-resolved", aChange());
  }

  @Test
  void a_change_that_touches_the_notice_is_not_implemented_without_the_funders_consent() {
    refused(
        running(requested(), assessed(true), resolved("adopted")).when(implement()),
        "funder-consent-missing",
        aChange());
  }

  @Test
  void a_rejected_change_is_not_implemented() {
    refused(
        running(requested(), assessed(false), resolved("rejected")).when(implement()),
        "change-ended",
        aChange());
    refused(
        running(requested(), assessed(true), resolved("adopted"), answered(false))
            .when(implement()),
        "change-ended",
        aChange());
  }

  @Test
  void an_adopted_change_with_consent_changes_the_plan_once() {
    running(requested(), assessed(true), resolved("adopted"), answered(true))
        .when(implement())
        .expectEvents(implemented());
    refused(
        running(requested(), assessed(true), resolved("adopted"), answered(true), implemented())
            .when(implement()),
        "change-ended",
        aChange());
  }

  @Test
  void after_the_change_the_new_budget_counts() {
    running(requested(), assessed(false), resolved("adopted"), implemented())
        .when(new ReportLineFigures(P, "z2", 0, 0, 60_00, 0, APRIL))
        .expectEvents(figures("z2", "Geräte", 50_00, 60_00, 0));
  }

  @Test
  void the_funder_is_asked_only_where_the_notice_is_touched() {
    refused(
        running(requested(), assessed(false), resolved("adopted"))
            .when(new RecordFunderAnswer(P, P + "-c1", true, "Az. 1", APRIL)),
        "funder-need-not-consent",
        aChange());
  }

  @Test
  void a_change_of_a_line_says_its_new_budget_and_is_assessed_before_it_is_resolved() {
    refused(
        running(requested())
            .when(new AssessChange(P, P + "-c1", "nötig", 10_00, 0, false, null, null)),
        "new-budget-missing",
        aChange());
    refused(
        running(requested()).when(new RecordChangeResolution(P, P + "-c1", "m-1", "adopted")),
        "change-not-assessed",
        aChange());
  }

  @Test
  void only_what_the_body_rejected_is_put_to_it_again() {
    var no = new ChangeResolved(P, P + "-c1", "mehr Geräte", "m-1", "rejected");
    running(requested(), assessed(false), no)
        .when(new ResubmitChange(P, P + "-c1", " kleiner "))
        .expectEvents(new ChangeResubmitted(P, P + "-c1", "mehr Geräte", "kleiner"));
    running(
            requested(),
            assessed(false),
            no,
            new ChangeResubmitted(P, P + "-c1", "mehr Geräte", "kleiner"))
        .when(new RecordChangeResolution(P, P + "-c1", "m-2", "adopted"))
        .expectEvents(new ChangeResolved(P, P + "-c1", "mehr Geräte", "m-2", "adopted"));
    refused(
        running(requested(), assessed(false)).when(new ResubmitChange(P, P + "-c1", "x")),
        "change-not-rejected",
        aChange());
  }

  @Test
  void a_forced_change_can_not_be_withdrawn() {
    refused(
        running(forced()).when(new WithdrawChange(P, P + "-c1", "doch nicht")),
        "forced-change-stays",
        Map.of("change", "Geräte"));
  }

  // ---- the end

  @Test
  void a_project_with_open_milestones_is_not_completed() {
    refused(
        running().when(new CompleteProject(P, APRIL)),
        "milestones-open",
        Map.of("milestones", List.of("Betrieb")));
  }

  @Test
  void a_project_is_closed_after_its_completion_with_nothing_open() {
    refused(running().when(close()), "project-not-completed");
    refused(running(completed(), due(1)).when(close()), "reports-open");
    refused(
        running(completed(), requested()).when(close()),
        "changes-open",
        Map.of("changes", List.of("mehr Geräte")));
    refused(
        running(completed())
            .when(new CloseProject(P, "VN 1", day("2025-12-31"), "…", 10, "AO § 147")),
        "proof-before-start",
        Map.of("from", "2026-01-01"));
  }

  @Test
  void its_files_are_kept_for_whole_years_after_the_year_of_the_proof() {
    running(completed()).when(close()).expectEvents(closed());
  }

  @Test
  void a_closed_project_does_not_change_any_more() {
    for (ProjectCommand late :
        List.of(
            periodic(),
            new ReachMilestone(P, "ms1", APRIL),
            new NoteRisk(P, "X", 1, 1, "", "Y"),
            new RequestChange(P, "mehr", "weil", null, null)))
      refused(
          running(completed(), closed()).when(late),
          "project-closed",
          Map.of("title", "Ampelvorrang"));
  }

  // ---- what happened

  private TestExecutor<Project> running(Object... then) {
    var events = new ArrayList<Object>(List.of(started(), planned()));
    events.addAll(List.of(then));
    return project.givenCurrentTime(NOW).andGiven(events);
  }

  private static ProjectStarted started() {
    return new ProjectStarted(P, "a-1", "c-1", "Ampelvorrang", "Bund", "13N1", 100_00, FROM, UNTIL);
  }

  private static ProjectPlanned planned() {
    return new ProjectPlanned(
        P,
        3,
        List.of(new WorkPackage("ap1", "Aufbau", "Werk", FROM, UNTIL)),
        List.of(new Milestone("ms1", "Betrieb", day("2026-06-30"))),
        List.of(new MoneyLine("z1", "Personal", 80_00), new MoneyLine("z2", "Geräte", 40_00)),
        120_00,
        Instant.parse("2026-04-01T06:00:00Z"));
  }

  private static MilestoneForecast forecast(String former, String forecast, String reportedOn) {
    return new MilestoneForecast(
        P, "ms1", "Betrieb", day("2026-06-30"), day(former), day(forecast), day(reportedOn), null);
  }

  private static ProgressReported progress(int percent, LocalDate asOf) {
    return new ProgressReported(P, "ap1", "Aufbau", percent, asOf);
  }

  private static MilestoneReached reached(LocalDate on, int late) {
    return new MilestoneReached(P, "ms1", "Betrieb", day("2026-06-30"), on, late);
  }

  private static LineFiguresReported figures(
      String line, String title, long budget, long forecast, long drawn) {
    return new LineFiguresReported(P, line, title, budget, 0, 0, forecast, drawn, APRIL);
  }

  private static RiskNoted risk(int probability, int impact) {
    return new RiskNoted(
        P,
        "r1",
        "Lieferkette",
        probability,
        impact,
        probability * impact,
        "zweiter Anbieter",
        "Projektleitung");
  }

  private static ReportDue due(int number) {
    return new ReportDue(
        P,
        P + "-r" + number,
        number,
        "Ampelvorrang",
        ReportKind.PERIODIC,
        null,
        FROM,
        day("2026-03-31"),
        Instant.parse("2026-04-16T15:00:00Z")); // Good Friday and Easter Monday are none
  }

  private static ProgressMeasured measured(int number) {
    return new ProgressMeasured(P, P + "-r" + number, day("2026-03-31"), 0, 0, 0, 0);
  }

  private static ReportingPeriodClosed periodClosed() {
    return new ReportingPeriodClosed(P, day("2026-03-31"), Instant.parse("2026-07-01T06:00:00Z"));
  }

  private static StatusReportFiled filed(int number, Light time, List<String> twice) {
    var lights = new Lights(GREEN, time, GREEN, GREEN);
    return new StatusReportFiled(
        P,
        P + "-r" + number,
        number,
        "Ampelvorrang",
        ReportKind.PERIODIC,
        day("2026-03-31"),
        "läuft",
        "wie geplant",
        "gut",
        "keine",
        "keine",
        null,
        lights,
        lights,
        new Trends(Trend.FIRST, Trend.FIRST, Trend.FIRST, Trend.FIRST),
        null,
        twice);
  }

  private static ChangeRequested requested() {
    return new ChangeRequested(
        P, P + "-c1", "Ampelvorrang", "mehr Geräte", "weil", "z2", null, false);
  }

  private static ChangeRequested forced() {
    return new ChangeRequested(
        P,
        P + "-c1",
        "Ampelvorrang",
        "Geräte",
        null,
        "z2",
        null,
        true,
        20,
        "ANBest-P Nr. 1.2 (zu prüfen)");
  }

  private static ChangeAssessed assessed(boolean touchesNotice) {
    return new ChangeAssessed(
        P, P + "-c1", "mehr Geräte", "nötig", 10_00, 0, touchesNotice, 50_00L, null);
  }

  private static ChangeResolved resolved(String result) {
    return new ChangeResolved(P, P + "-c1", "mehr Geräte", "m-1", result);
  }

  private static FunderAnswered answered(boolean yes) {
    return new FunderAnswered(P, P + "-c1", "mehr Geräte", yes, "Az. 1", APRIL);
  }

  private static ChangeImplemented implemented() {
    return new ChangeImplemented(P, P + "-c1", "mehr Geräte", APRIL, "z2", 50_00L, null, null);
  }

  private static ProjectCompleted completed() {
    return new ProjectCompleted(P, "Ampelvorrang", APRIL);
  }

  private static ProjectClosed closed() {
    return new ProjectClosed(
        P, "Ampelvorrang", "VN 1", APRIL, "früher bestellen", 10, "AO § 147", day("2036-12-31"));
  }

  // ---- what is asked

  private static StartProject start(long cents, LocalDate from, LocalDate until) {
    return new StartProject(P, "a-1", "c-1", " Ampelvorrang", "Bund", "13N1", cents, from, until);
  }

  private static PlanProject plan(
      List<PackagePlan> packages, List<MilestonePlan> milestones, List<LinePlan> lines) {
    return new PlanProject(P, 3, packages, milestones, lines);
  }

  @Test
  void who_is_locked_or_gone_answers_for_nothing_new() {
    for (var refusal :
        Map.of("Lars Gesperrt", "person-locked", "Erna Ehemals", "person-gone").entrySet()) {
      var name = refusal.getKey();
      var code = refusal.getValue();
      refused(running().when(new NoteRisk(P, "X", 1, 1, "", name)), code);
      refused(
          running(new RiskNoted(P, "r1", "X", 3, 4, 12, "", "Y"))
              .when(new ReassessRisk(P, "r1", 1, 1, "", name)),
          code);
      var plan =
          plan(List.of(new PackagePlan("A", name, FROM, UNTIL)), milestones("A"), lines(100_00));
      var fresh = new AggregateTestFixture<>(Project.class);
      fresh.registerInjectableResource(CANDIDATES);
      refused(fresh.given(started()).when(plan), code);
    }
  }

  @Test
  void who_answered_for_a_risk_before_the_lock_may_still_be_named() {
    running(new RiskNoted(P, "r1", "X", 3, 4, 12, "", "Lars Gesperrt"))
        .when(new ReassessRisk(P, "r1", 5, 4, "", "Lars Gesperrt"))
        .expectEvents(new RiskReassessed(P, "r1", "X", 5, 4, 20, 12, "", "Lars Gesperrt"));
  }

  private static List<PackagePlan> packages() {
    return List.of(new PackagePlan("Aufbau", "Werk", FROM, UNTIL));
  }

  private static List<MilestonePlan> milestones(String... titles) {
    return List.of(titles).stream().map(each -> new MilestonePlan(each, APRIL)).toList();
  }

  private static List<LinePlan> lines(long cents) {
    return List.of(new LinePlan("Zeile " + cents, cents));
  }

  private static CallForReport periodic() {
    return new CallForReport(P, ReportKind.PERIODIC, null, null);
  }

  private static FileStatusReport file(int number, Light time) {
    return new FileStatusReport(
        P,
        P + "-r" + number,
        "läuft",
        "wie geplant",
        "gut",
        "keine",
        "keine",
        null,
        new Lights(GREEN, GREEN, GREEN, GREEN),
        new Lights(GREEN, time, GREEN, GREEN),
        null);
  }

  private static ImplementChange implement() {
    return new ImplementChange(P, P + "-c1", APRIL);
  }

  private static CloseProject close() {
    return new CloseProject(P, "VN 1", APRIL, "früher bestellen", 10, "AO § 147");
  }

  private static Map<String, Object> aChange() {
    return Map.of("change", "mehr Geräte");
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static void refused(ResultValidator<Project> result, String code) {
    Refusals.refused(result, code, Map.of());
  }

  private static void refused(ResultValidator<Project> result, String code, Map<String, ?> args) {
    Refusals.refused(result, code, args);
  }
}
