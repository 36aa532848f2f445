package org.foerderturm.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.foerderturm.TestBodies;
import org.foerderturm.TestOffice;
import org.foerderturm.alliance.AllianceQuery.FindPayments;
import org.foerderturm.alliance.AllianceQuery.PaymentRow;
import org.foerderturm.alliance.ContributionCommand.CorrectContributionPayment;
import org.foerderturm.alliance.ContributionCommand.DeferContribution;
import org.foerderturm.alliance.ContributionCommand.InvoiceContribution;
import org.foerderturm.alliance.ContributionCommand.RecordContributionPayment;
import org.foerderturm.alliance.ContributionCommand.WaiveContribution;
import org.foerderturm.alliance.MemberCommand.AssessContribution;
import org.foerderturm.alliance.MemberCommand.ChargeContribution;
import org.foerderturm.alliance.MemberCommand.RegisterMember;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.audit.AuditQuery.FindEvents;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.committee.CommitteeCommand.AppointMember;
import org.foerderturm.committee.CommitteeCommand.EndVote;
import org.foerderturm.committee.CommitteeCommand.FoundBody;
import org.foerderturm.committee.CommitteeCommand.SubmitMotion;
import org.foerderturm.consortium.ConsortiumCommand.DissolveConsortium;
import org.foerderturm.consortium.ConsortiumCommand.ProposeConsortium;
import org.foerderturm.consortium.ConsortiumCommand.RecordResolution;
import org.foerderturm.consortium.CountryStatus;
import org.foerderturm.consortium.IdeaCommand.SelectIdea;
import org.foerderturm.consortium.IdeaCommand.SetIdeaAside;
import org.foerderturm.consortium.IdeaCommand.TakeUpIdea;
import org.foerderturm.consortium.OrganisationKind;
import org.foerderturm.consortium.Programme;
import org.foerderturm.consortium.Topic;
import org.foerderturm.funding.Arrival;
import org.foerderturm.funding.BudgetLine;
import org.foerderturm.funding.CostRow;
import org.foerderturm.funding.FundingCommand.AgreeBudget;
import org.foerderturm.funding.FundingCommand.BudgetPartner;
import org.foerderturm.funding.FundingCommand.DrawDownFunds;
import org.foerderturm.funding.FundingCommand.MoveDeadline;
import org.foerderturm.funding.FundingCommand.OpenApplication;
import org.foerderturm.funding.FundingCommand.RecordArrival;
import org.foerderturm.funding.FundingCommand.RecordCoverCheck;
import org.foerderturm.funding.FundingCommand.RecordEvaluation;
import org.foerderturm.funding.FundingCommand.RecordFinality;
import org.foerderturm.funding.FundingCommand.RecordFundingResolution;
import org.foerderturm.funding.FundingCommand.RecordGrantNotice;
import org.foerderturm.funding.FundingCommand.RecordRejectionNotice;
import org.foerderturm.funding.FundingCommand.SignCooperationAgreement;
import org.foerderturm.funding.FundingCommand.SignOffBudget;
import org.foerderturm.funding.FundingCommand.StopApplication;
import org.foerderturm.funding.FundingCommand.SubmitApplication;
import org.foerderturm.funding.FundingCommand.SubmitInterimProof;
import org.foerderturm.funding.FundingCommand.WriteOutline;
import org.foerderturm.funding.GrantChangeKind;
import org.foerderturm.funding.GrantCommand.*;
import org.foerderturm.funding.ObjectionResult;
import org.foerderturm.funding.Regime;
import org.foerderturm.funding.Remedy;
import org.foerderturm.funding.ResolutionSubject;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.foerderturm.project.ProjectCommand.ForecastMilestone;
import org.foerderturm.project.ProjectCommand.LinePlan;
import org.foerderturm.project.ProjectCommand.MilestonePlan;
import org.foerderturm.project.ProjectCommand.PackagePlan;
import org.foerderturm.project.ProjectCommand.PlanProject;
import org.foerderturm.project.ProjectCommand.ReachMilestone;
import org.foerderturm.project.ProjectCommand.StartProject;
import org.foerderturm.report.Figure;
import org.foerderturm.report.Report;
import org.foerderturm.report.ReportQuery.*;
import org.foerderturm.view.ProjectionQuery.FindProjections;
import org.foerderturm.view.ProjectionQuery.RebuildProjection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reports over what people did through the office; every test has a year of its own. */
class ReportIT {
  private static final Actor LEAD = TestOffice.LEAD;
  private static final Actor AUDITOR = Actor.of("rita.revision", Role.AUDITOR);

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static TestOffice office;
  private final String id = UUID.randomUUID().toString().substring(0, 8);

  @BeforeAll
  static void open() {
    office = TestOffice.fresh();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  // ---- pipeline

  @Test
  void the_pipeline_counts_what_was_applied_for_won_and_drawn() {
    granted("2021-03-01", "a" + id, null);
    on("2021-03-02", () -> submit("b" + id, Programme.HORIZON, "2021-04-01", 200_000_00));
    on("2021-05-03", () -> reject("b" + id));
    on("2021-03-03", () -> submit("c" + id, Programme.HORIZON, "2021-04-01", 50_000_00));
    on("2021-03-04", () -> prepare("d" + id, null, Programme.ERDF, "2021-10-01", 1_00));
    on("2021-03-05", () -> stop("e" + id));

    var figures = figures(Report.PIPELINE, "2021-12-31", 2021);
    assertThat(figures.number(Figure.OPENED, null, 2021)).isEqualTo(5);
    assertThat(figures.number(Figure.PREPARING, null, 2021)).isEqualTo(1);
    assertThat(figures.number(Figure.AWAITED, null, 2021)).isEqualTo(1);
    assertThat(figures.cents(Figure.APPLIED, null, 2021)).isEqualTo(350_000_00);
    assertThat(figures.cents(Figure.APPLIED, "horizon", 2021)).isEqualTo(250_000_00);
    assertThat(figures.number(Figure.WON, null, 2021)).isEqualTo(1);
    assertThat(figures.cents(Figure.WON, "federal-joint-project", 2021)).isEqualTo(90_000_00);
    assertThat(figures.cents(Figure.LOST, "horizon", 2021)).isEqualTo(200_000_00);
    assertThat(figures.cents(Figure.DECIDED, null, 2021)).isEqualTo(300_000_00);
    assertThat(figures.cents(Figure.DRAWN, null, 2021)).isEqualTo(30_000_00);
    assertThat(figures.cents(Figure.UNDRAWN, null, 2021)).isEqualTo(60_000_00);
  }

  @Test
  void an_application_that_was_rejected_and_then_granted_counts_once() {
    on(
        "2014-03-03",
        () -> submit("a" + id, Programme.FEDERAL_JOINT_PROJECT, "2014-04-01", 100_000_00));
    on("2014-05-05", () -> reject("a" + id));
    on("2014-05-20", () -> lift("a" + id));
    var between = figures(Report.PIPELINE, "2014-06-30", 2014);
    assertThat(between.number(Figure.DECIDED, null, null)).isZero();
    assertThat(between.number(Figure.LOST, null, null)).isZero();
    assertThat(between.cents(Figure.LOST, null, null)).isZero();
    assertThat(between.number(Figure.AWAITED, null, null)).isEqualTo(1);
    on("2014-08-01", () -> grant("a" + id, 80_000_00));

    var figures = figures(Report.PIPELINE, "2014-12-31", 2014);
    assertThat(figures.number(Figure.DECIDED, null, null)).isEqualTo(1);
    assertThat(figures.cents(Figure.DECIDED, null, null)).isEqualTo(100_000_00);
    assertThat(figures.number(Figure.WON, null, null)).isEqualTo(1);
    assertThat(figures.number(Figure.LOST, null, null)).isZero();
    assertThat(figures.number(Figure.AWAITED, null, null)).isZero();
    var then = figures(Report.PIPELINE, "2014-05-10", 2014);
    assertThat(then.number(Figure.LOST, null, null)).isEqualTo(1);
    assertThat(then.cents(Figure.LOST, null, null)).isEqualTo(100_000_00);
    var behind =
        ask(new FindFacts(Figure.DECIDED, scope(Report.PIPELINE, "2014-12-31", 2014), null, 50));
    assertThat(behind.rows()).extracting(FactRow::number).containsExactly(1, -1, 1);
  }

  @Test
  void what_was_won_follows_objection_and_revocation_and_drawn_is_what_was_drawn() {
    on(
        "2013-03-04",
        () -> submit("a" + id, Programme.FEDERAL_JOINT_PROJECT, "2013-04-01", 100_000_00));
    on(
        "2013-05-06",
        () -> {
          evaluate("a" + id, true);
          grant("a" + id, 60_000_00);
          send(new FileObjection("a" + id, day("2013-05-06"), "zu wenig"));
        });
    on(
        "2013-07-01",
        () ->
            send(
                new DecideObjection(
                    "a" + id, ObjectionResult.REMEDIED, day("2013-07-01"), null, 90_000_00L)));
    assertThat(deadlines("Antrag a" + id, "2013-07-02")).containsOnlyOnce("appeal");
    on(
        "2013-07-02",
        () -> {
          send(new RecordFinality("a" + id, day("2013-07-02"), true));
          send(new DrawDownFunds("a" + id, "stadt dortmund", 50_000_00, day("2013-07-02")));
          revoke("a" + id, 70_000_00, "2013-07-02");
        });
    var figures = figures(Report.PIPELINE, "2013-12-31", 2013);
    assertThat(figures(Report.PIPELINE, "2013-05-31", 2013).cents(Figure.WON, null, null))
        .isEqualTo(60_000_00);
    assertThat(figures(Report.PIPELINE, "2013-07-01", 2013).cents(Figure.WON, null, null))
        .isEqualTo(90_000_00);
    assertThat(figures.number(Figure.WON, null, null)).isEqualTo(1);
    assertThat(figures.cents(Figure.WON, null, null)).isEqualTo(20_000_00);
    assertThat(figures.cents(Figure.DRAWN, null, null)).isEqualTo(50_000_00);
    assertThat(figures.number(Figure.DRAWN, null, null)).isEqualTo(1);
    assertThat(deadlines("Antrag a" + id, "2013-08-01")).contains("refund");
    on("2013-08-02", () -> send(new RefundFunds("a" + id, 30_000_00, day("2013-08-02"))));
    assertThat(deadlines("Antrag a" + id, "2013-08-02")).doesNotContain("refund");
  }

  @Test
  void a_figure_of_a_past_day_is_not_changed_by_what_came_later() {
    on("2022-03-01", () -> submit("a" + id, Programme.ERDF, "2022-04-01", 80_000_00));
    var then = figures(Report.PIPELINE, "2022-03-31", 2022);
    assertThat(then.number(Figure.AWAITED, "erdf", 2022)).isEqualTo(1);

    on("2022-06-01", () -> reject("a" + id));
    on("2022-04-01", () -> prepare("b" + id, null, Programme.ERDF, "2022-09-01", 1_00));

    assertThat(figures(Report.PIPELINE, "2022-03-31", 2022)).isEqualTo(then);
    var now = figures(Report.PIPELINE, "2022-12-31", 2022);
    assertThat(now.number(Figure.AWAITED, "erdf", 2022)).isZero();
    assertThat(now.number(Figure.LOST, "erdf", 2022)).isEqualTo(1);
    assertThat(figures(Report.PIPELINE, "2022-02-28", 2022).rows()).isEmpty();
  }

  @Test
  void the_day_ends_at_midnight_in_the_office() {
    // 23:30 in Dortmund, already the next day an hour later; in UTC both are the same day
    at("2020-07-01T21:30:00Z", () -> prepare("a" + id, null, Programme.ERDF, "2020-08-01", 1_00));
    at("2020-07-01T22:30:00Z", () -> prepare("b" + id, null, Programme.ERDF, "2020-08-01", 1_00));
    assertThat(figures(Report.PIPELINE, "2020-07-01", 2020).number(Figure.OPENED, null, null))
        .isEqualTo(1);
  }

  @Test
  void a_figure_opens_the_events_that_it_is_the_sum_of() {
    granted("2019-03-01", "a" + id, null);
    var scope = scope(Report.PIPELINE, "2019-12-31", 2019);
    var undrawn = ask(new FindFacts(Figure.UNDRAWN, scope, null, 50));
    assertThat(undrawn.cents()).isEqualTo(60_000_00);
    assertThat(undrawn.rows())
        .extracting(FactRow::measure, FactRow::cents, FactRow::title, FactRow::page)
        .containsExactly(
            tuple("drawn", -30_000_00L, "Antrag a" + id, "funding/a" + id),
            tuple("won", 90_000_00L, "Antrag a" + id, "funding/a" + id));
    var events = ask(new FindEvents(undrawn.rows().stream().map(FactRow::position).toList()));
    assertThat(events)
        .extracting(event -> event.type(), event -> event.stream())
        .containsExactly(tuple("FundsDrawn", "a" + id), tuple("GrantNoticeReceived", "a" + id));

    var first = ask(new FindFacts(Figure.UNDRAWN, scope, null, 1)).rows();
    assertThat(first).hasSize(1);
    var second = ask(new FindFacts(Figure.UNDRAWN, scope, first.getFirst().position(), 1)).rows();
    assertThat(second).extracting(FactRow::measure).containsExactly("won");
  }

  // ---- contributions

  @Test
  void contributions_show_what_is_charged_paid_and_late() {
    on("2031-01-10", () -> charge("a" + id, 20, 2031, "2031-02-28"));
    on("2031-01-10", () -> charge("b" + id, 3, 2031, "2031-02-28"));
    on("2031-02-20", () -> pay("a" + id, 2031, 500_00));
    on("2031-03-20", () -> pay("a" + id, 2031, 1_000_00));
    on("2031-03-10", () -> send(new DeferContribution(of("b" + id, 2031), day("2031-06-30"), "…")));
    on("2031-07-10", () -> send(new WaiveContribution(of("b" + id, 2031), "erlassen")));

    var february = figures(Report.CONTRIBUTIONS, "2031-02-28", 2031);
    assertThat(february.cents(Figure.CHARGED, null, null)).isEqualTo(2_000_00);
    assertThat(february.cents(Figure.OPEN, null, null)).isEqualTo(1_500_00);
    assertThat(february.cents(Figure.ARREARS, null, null)).as("due today").isZero();
    var march = figures(Report.CONTRIBUTIONS, "2031-03-01", 2031);
    assertThat(march.cents(Figure.ARREARS, "small", 2031)).isEqualTo(1_000_00);
    assertThat(march.cents(Figure.ARREARS, "micro", 2031)).isEqualTo(500_00);
    assertThat(march.number(Figure.ARREARS, null, null)).isEqualTo(2);
    var deferred = figures(Report.CONTRIBUTIONS, "2031-04-01", 2031);
    assertThat(deferred.cents(Figure.ARREARS, null, null)).isZero();
    assertThat(deferred.cents(Figure.OPEN, null, null)).isEqualTo(500_00);
    var july = figures(Report.CONTRIBUTIONS, "2031-07-05", 2031);
    assertThat(july.cents(Figure.ARREARS, "micro", null)).isEqualTo(500_00);
    var end = figures(Report.CONTRIBUTIONS, "2031-12-31", 2031);
    assertThat(end.cents(Figure.OPEN, null, null)).isZero();
    assertThat(end.cents(Figure.WAIVED, null, null)).isEqualTo(500_00);
    assertThat(end.cents(Figure.PAID, null, null)).isEqualTo(1_500_00);

    var behind =
        ask(
            new FindFacts(
                Figure.ARREARS, scope(Report.CONTRIBUTIONS, "2031-03-01", 2031), null, 50));
    assertThat(behind.cents()).isEqualTo(1_500_00);
    assertThat(behind.number()).isEqualTo(2);
    assertThat(behind.rows()).hasSize(3);
  }

  @Test
  void a_payment_that_was_set_right_counts_as_it_is_right() {
    on("2038-01-10", () -> charge("c" + id, 20, 2038, "2038-02-28"));
    var owed = of("c" + id, 2038);
    on("2038-02-20", () -> pay("c" + id, 2038, 1_500_00));
    on(
        "2038-03-10",
        () -> send(new CorrectContributionPayment(owed, 1, 150_00, day("2038-02-21"), "Komma")));
    var before = figures(Report.CONTRIBUTIONS, "2038-03-01", 2038);
    assertThat(before.cents(Figure.PAID, null, null)).isEqualTo(1_500_00);
    assertThat(before.cents(Figure.ARREARS, null, null)).isZero();
    var after = figures(Report.CONTRIBUTIONS, "2038-03-31", 2038);
    assertThat(after.cents(Figure.PAID, null, null)).isEqualTo(150_00);
    assertThat(after.cents(Figure.OPEN, null, null)).isEqualTo(1_350_00);
    assertThat(after.cents(Figure.ARREARS, null, null)).isEqualTo(1_350_00);
    assertThat(ask(new FindPayments("c" + id)))
        .containsExactly(new PaymentRow(owed, 1, 150_00, day("2038-02-21")));
  }

  // ---- deadlines

  @Test
  void deadlines_stand_until_they_are_met() {
    granted("2023-03-01", "a" + id, null);
    assertThat(deadlines("Antrag a" + id, "2023-03-05")).doesNotContain("submission");
    assertThat(deadlines("Antrag a" + id, "2023-05-02"))
        .contains("appeal")
        .doesNotContain("interim-proof");
    assertThat(deadlines("Antrag a" + id, "2023-05-15"))
        .contains("spend-by")
        .doesNotContain("appeal");
    assertThat(deadlines("Antrag a" + id, "2024-03-01")).contains("interim-proof");
    on(
        "2024-04-10",
        () -> send(new SubmitInterimProof("a" + id, day("2024-04-30"), day("2024-04-10"))));
    assertThat(deadlines("Antrag a" + id, "2024-04-09")).contains("interim-proof");
    assertThat(deadlines("Antrag a" + id, "2024-04-10")).doesNotContain("interim-proof");
    var counted = ask(new CountDeadlines(day("2024-03-01"), 90));
    assertThat(counted)
        .extracting(DeadlineCount::kind, DeadlineCount::month)
        .contains(tuple("interim-proof", day("2024-04-01")))
        .doesNotContain(tuple("spend-by", null));
    assertThat(counted.stream().mapToLong(DeadlineCount::number).sum())
        .isEqualTo(ask(new FindDeadlines(day("2024-03-01"), 90, null, 0, 1)).total());
  }

  @Test
  void a_deadline_that_was_moved_stands_once() {
    on("2012-03-01", () -> prepare("a" + id, null, Programme.ERDF, "2012-05-01", 1_00));
    on(
        "2012-04-02",
        () -> send(new MoveDeadline("a" + id, day("2012-06-15").atTime(12, 0), "Störung")));
    assertThat(due("Antrag a" + id, "2012-04-01")).containsExactly("submission 2012-05-01");
    assertThat(due("Antrag a" + id, "2012-04-02")).containsExactly("submission 2012-06-15");
  }

  @Test
  void an_extension_moves_the_proof_of_use_and_adds_interim_proofs() {
    granted("2011-03-01", "a" + id, null); // until 2013-05-01
    on(
        "2012-02-01",
        () -> {
          var app = "a" + id;
          send(new BeginGrantChange(app, app + "-c", GrantChangeKind.EXTENSION));
          send(
              new DraftGrantChange(
                  app, app + "-c", null, null, null, null, day("2014-03-31"), null, "später"));
          send(new PutGrantChange(app, app + "-c", day("2012-02-01")));
          send(new RecordFunderConsent(app, app + "-c", day("2012-02-01"), null));
        });
    assertThat(due("Antrag a" + id, "2013-09-01")).doesNotContain("proof-of-use 2013-11-01");
    assertThat(due("Antrag a" + id, "2014-07-15"))
        .contains("interim-proof 2014-04-30", "proof-of-use 2014-09-30")
        .containsOnlyOnce("interim-proof 2013-04-30");
  }

  @Test
  void a_milestone_is_due_on_its_forecast_until_it_is_reached() {
    var project = "p" + id;
    on(
        "2010-03-01",
        () -> {
          send(
              new StartProject(
                  project,
                  "f" + id,
                  null,
                  "Projekt " + id,
                  null,
                  null,
                  100_00,
                  day("2010-03-01"),
                  day("2011-02-28")));
          send(
              new PlanProject(
                  project,
                  6,
                  List.of(new PackagePlan("AP", "Amt", day("2010-03-01"), day("2011-02-28"))),
                  List.of(
                      new MilestonePlan("Konzept " + id, day("2010-05-31")),
                      new MilestonePlan("Betrieb " + id, day("2010-12-31"))),
                  List.of(new LinePlan("Personal", 100_00))));
        });
    assertThat(due("Konzept " + id, "2010-03-02")).containsExactly("milestone 2010-05-31");
    assertThat(due("Betrieb " + id, "2010-03-02")).as("not within 90 days").isEmpty();
    assertThat(ask(new FindDeadlines(day("2010-03-02"), 90, "milestone", 0, 10)).rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.about()).isEqualTo("Projekt " + id);
              assertThat(row.page()).isEqualTo("projects/" + project);
            });
    on(
        "2010-05-03",
        () ->
            send(
                new ForecastMilestone(
                    project, "ms1", day("2010-07-15"), day("2010-05-03"), "Lieferung")));
    assertThat(due("Konzept " + id, "2010-05-02")).containsExactly("milestone 2010-05-31");
    assertThat(due("Konzept " + id, "2010-05-03")).containsExactly("milestone 2010-07-15");
    on("2010-07-20", () -> send(new ReachMilestone(project, "ms1", day("2010-07-20"))));
    assertThat(due("Konzept " + id, "2010-07-19")).as("overdue").hasSize(1);
    assertThat(due("Konzept " + id, "2010-07-20")).isEmpty();
  }

  @Test
  void a_task_is_due_until_it_is_done() {
    var body = found("g" + id);
    on("2018-03-01", () -> motion(body, "m" + id));
    var open = tasks("2018-03-01", "Beschluss m" + id);
    assertThat(open).hasSizeGreaterThanOrEqualTo(3).allMatch(row -> row.page() != null);
    on("2018-03-02", () -> votes("m" + id, "YES", "YES", "YES"));
    assertThat(tasks("2018-03-02", "Beschluss m" + id)).isEmpty();
    assertThat(tasks("2018-03-01", "Beschluss m" + id)).isEqualTo(open);
  }

  // ---- decisions

  @Test
  void decisions_say_how_many_working_days_they_took() {
    var body = found("g" + id);
    on("2017-04-12", () -> motion(body, "a" + id)); // Wednesday before Easter
    on("2017-04-19", () -> votes("a" + id, "YES", "YES", "NO")); // Good Friday, Easter Monday free
    on("2017-05-02", () -> motion(body, "b" + id));
    on("2017-05-02", () -> votes("b" + id, "NO", "NO", "NO"));
    on("2017-05-03", () -> motion(body, "c" + id));
    on("2017-05-31", () -> send(new EndVote("c" + id))); // 25 May is Ascension Day
    on("2017-06-01", () -> motion(body, "d" + id));

    var figures = figures(Report.DECISIONS, "2017-12-31", 2017);
    assertThat(figures.number(Figure.PRESENTED, body, null)).isEqualTo(4);
    assertThat(figures.number(Figure.ADOPTED, body, null)).isEqualTo(1);
    assertThat(figures.number(Figure.REJECTED, body, null)).isEqualTo(1);
    assertThat(figures.number(Figure.INQUORATE, body, null)).isEqualTo(1);
    assertThat(figures.number(Figure.PENDING, body, null)).isEqualTo(1);
    assertThat(ask(new FindDurations(day("2017-12-31"), 2017, body)))
        .containsExactly(new DurationRow(body, 3, 3, 19), new DurationRow(null, 3, 3, 19));
    assertThat(ask(new FindDurations(day("2017-05-01"), 2017, body)))
        .containsExactly(new DurationRow(body, 1, 3, 3), new DurationRow(null, 1, 3, 3));
    assertThat(ask(new FindChoices(Report.DECISIONS)).groups())
        .contains(new Choice(body, "Gremium g" + id));
  }

  // ---- ideas

  @Test
  void ideas_are_submitted_selected_and_started_once() {
    on("2016-02-01", () -> propose("a" + id, Topic.HARBOUR));
    on("2016-02-02", () -> propose("b" + id, Topic.HARBOUR));
    on("2016-02-03", () -> propose("c" + id, Topic.ENERGY));
    on("2016-02-04", () -> propose("d" + id, Topic.ENERGY));
    on("2016-03-01", () -> resolve("a" + id, "adopted"));
    on("2016-03-02", () -> resolve("b" + id, "adopted"));
    on("2016-03-03", () -> send(new DissolveConsortium("c" + id, "kein Aufruf")));
    on("2016-03-04", () -> send(new DissolveConsortium("b" + id, "Partner fehlen")));
    granted("2016-04-01", "fa" + id, "a" + id);
    granted("2016-05-02", "fb" + id, "a" + id);

    var figures = figures(Report.IDEAS, "2016-12-31", 2016);
    assertThat(figures.number(Figure.PROPOSED, null, null)).isEqualTo(4);
    assertThat(figures.number(Figure.SELECTED, "harbour", null)).isEqualTo(2);
    assertThat(figures.number(Figure.STARTED, "harbour", null)).as("two grants").isEqualTo(1);
    assertThat(figures.number(Figure.WITHDRAWN, "harbour", null)).isEqualTo(1);
    assertThat(figures.number(Figure.NOT_STARTED, null, null)).isZero();
    assertThat(figures.number(Figure.DROPPED, "energy", null)).isEqualTo(1);
    assertThat(figures.number(Figure.UNDECIDED, "energy", null)).isEqualTo(1);
    assertThat(
            figures(Report.IDEAS, "2016-03-03", 2016).number(Figure.NOT_STARTED, "harbour", null))
        .isEqualTo(2);
  }

  @Test
  void an_idea_set_aside_counts_as_not_selected_until_it_is_taken_up_again() {
    on("2013-02-01", () -> propose("a" + id, Topic.SECURITY));
    on("2013-02-02", () -> propose("b" + id, Topic.SECURITY));
    on("2013-03-01", () -> send(new SetIdeaAside("a" + id, "niemand übernimmt sie")));
    on("2013-04-01", () -> send(new TakeUpIdea("a" + id)));
    on("2013-05-01", () -> send(new SelectIdea("a" + id)));
    on("2013-05-02", () -> resolve("b" + id, "adopted"));
    on("2013-06-01", () -> send(new SetIdeaAside("b" + id, "kein Geld")));

    var march = figures(Report.IDEAS, "2013-03-31", 2013);
    assertThat(march.number(Figure.DROPPED, "security", null)).isEqualTo(1);
    assertThat(march.number(Figure.UNDECIDED, "security", null)).isEqualTo(1);
    var april = figures(Report.IDEAS, "2013-04-30", 2013);
    assertThat(april.number(Figure.DROPPED, "security", null)).isZero();
    assertThat(april.number(Figure.UNDECIDED, "security", null)).isEqualTo(2);
    var june = figures(Report.IDEAS, "2013-06-30", 2013);
    assertThat(june.number(Figure.SELECTED, "security", null)).isEqualTo(2);
    assertThat(june.number(Figure.WITHDRAWN, "security", null)).isEqualTo(1);
    assertThat(june.number(Figure.NOT_STARTED, "security", null)).isEqualTo(1);
    on("2013-07-01", () -> send(new TakeUpIdea("b" + id)));
    var july = figures(Report.IDEAS, "2013-07-31", 2013);
    assertThat(july.number(Figure.WITHDRAWN, "security", null)).isZero();
    assertThat(july.number(Figure.NOT_STARTED, "security", null)).isEqualTo(2);
  }

  // ---- all

  @Test
  void a_rebuild_says_the_same() throws Exception {
    granted("2015-03-02", "a" + id, null);
    on("2015-05-04", () -> charge("c" + id, 20, 2032, "2032-02-28"));
    on("2015-05-05", () -> pay("c" + id, 2032, 1_00));
    var body = found("g" + id);
    on("2015-06-01", () -> motion(body, "m" + id));
    var before = rows();
    assertThat(before).hasSizeGreaterThan(10);
    office.send(new RebuildProjection("report"), TestOffice.ADMIN);
    for (int i = 0; i < 600 && rebuilding(); i++) Thread.sleep(50);
    assertThat(rebuilding()).isFalse();
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void only_the_office_committees_and_auditors_read_reports() {
    var scope = scope(Report.PIPELINE, "2026-01-01", null);
    List<Query<?>> questions =
        List.of(
            new FindFigures(scope),
            new FindDurations(day("2026-01-01"), null, null),
            new FindChoices(Report.IDEAS),
            new FindFacts(Figure.WON, scope, null, 10),
            new CountDeadlines(day("2026-01-01"), 90),
            new FindDeadlines(day("2026-01-01"), 90, null, 0, 10),
            new FindEvents(List.of(0L)));
    for (var question : questions) {
      for (var role : List.of(Role.MODELER, Role.ADMINISTRATOR, Role.EXPERT_TEAM))
        assertThatThrownBy(() -> office.office().ask(question, Actor.of("x", role)))
            .hasMessage("not-allowed");
      for (var role : List.of(Role.PROJECT_MANAGER, Role.COMMITTEE_MEMBER, Role.AUDITOR))
        assertThat((Object) office.office().ask(question, Actor.of("x", role))).isNotNull();
    }
  }

  // ---- what people do

  private void granted(String date, String app, @Nullable String consortium) {
    var from = day(date);
    var programme = Programme.FEDERAL_JOINT_PROJECT;
    on(date, () -> prepare(app, consortium, programme, from.plusDays(20).toString(), 100_000_00));
    on(from.plusDays(1).toString(), () -> submit(app));
    on(
        from.plusDays(60).toString(),
        () -> {
          evaluate(app, true);
          send(
              new RecordGrantNotice(
                  app,
                  "Z-" + app,
                  from.plusDays(60),
                  90_000_00,
                  from.plusMonths(2),
                  from.plusMonths(26),
                  null,
                  null));
        });
    on(
        from.plusDays(70).toString(),
        () -> {
          send(new SignCooperationAgreement(app, from.plusDays(70)));
          send(new RecordFinality(app, from.plusDays(70), true));
          send(new DrawDownFunds(app, "stadt dortmund", 30_000_00, from.plusDays(70)));
        });
  }

  private static void grant(String app, long cents) {
    var today = LocalDate.ofInstant(Clocks.now(), ZONE);
    send(
        new RecordGrantNotice(
            app, "Z-" + app, today, cents, today, today.plusMonths(12), null, null));
  }

  private static void lift(String app) {
    var today = LocalDate.ofInstant(Clocks.now(), ZONE);
    send(new ContestRejection(app, Remedy.OBJECTION, today, "zu Unrecht"));
    send(new DecideContest(app, ObjectionResult.REMEDIED, today, null));
  }

  private static void revoke(String app, long cents, String day) {
    var on = day(day);
    send(new RevokeGrant(app, "WB", on, cents, on.plusMonths(1), "Zweck verfehlt"));
  }

  private void prepare(
      String app, @Nullable String consortium, Programme programme, String deadline, long cents) {
    send(
        new OpenApplication(
            app,
            "Antrag " + app,
            consortium,
            programme,
            Regime.NABF,
            "Aufruf",
            "Träger",
            day(deadline).atTime(17, 0),
            Arrival.ELECTRONIC,
            List.of()));
    send(new RecordFundingResolution(app, ResolutionSubject.APPLICATION, "go-" + app, "adopted"));
    send(new WriteOutline(app, "Ziel", "Plan", "Nutzen"));
    var lines = List.of(new BudgetLine(row(programme), cents, cents, 0, 0));
    send(new BudgetPartner(app, "Stadt Dortmund", true, null, lines));
    send(new SignOffBudget(app, "stadt dortmund", "Leitung"));
    send(new AgreeBudget(app));
    send(new RecordCoverCheck(app, false, "Tabelle"));
  }

  private static CostRow row(Programme programme) {
    return switch (programme) {
      case HORIZON -> CostRow.EU_SUBCONTRACTING;
      case ERDF -> CostRow.ERDF_GOODS;
      case FEDERAL_JOINT_PROJECT -> CostRow.CONTRACTS;
    };
  }

  private void submit(String app, Programme programme, String deadline, long cents) {
    prepare(app, null, programme, deadline, cents);
    submit(app);
  }

  private void submit(String app) {
    send(new SubmitApplication(app, minute()));
  }

  /** To the minute, as a form says it: a machine's clock may step back by less. */
  private static LocalDateTime minute() {
    return LocalDateTime.ofInstant(Clocks.now(), ZONE).truncatedTo(ChronoUnit.MINUTES);
  }

  private void evaluate(String app, boolean positive) {
    var now = minute();
    send(new RecordArrival(app, Arrival.ELECTRONIC, now.minusDays(1), null));
    send(new RecordEvaluation(app, null, null, null, positive, null));
  }

  private void reject(String app) {
    evaluate(app, false);
    var today = LocalDate.ofInstant(Clocks.now(), ZONE);
    send(new RecordRejectionNotice(app, "A-" + app, today, "Mittel erschöpft"));
  }

  private void stop(String app) {
    prepare(app, null, Programme.ERDF, "2021-10-01", 1_00);
    send(new StopApplication(app, "zu wenig Personal"));
  }

  private void charge(String member, int staff, int year, String due) {
    send(
        new RegisterMember(
            member,
            "Zeche " + member,
            MemberKind.COMPANY,
            staff,
            100_000_00L,
            null,
            null,
            null,
            List.of(),
            day("2015-01-01")));
    send(new AssessContribution(member, year, null));
    send(new ChargeContribution(member, year, null));
    var today = LocalDate.ofInstant(Clocks.now(), ZONE);
    send(new InvoiceContribution(of(member, year), "R-" + member, today, day(due)));
  }

  private void pay(String member, int year, long cents) {
    var today = LocalDate.ofInstant(Clocks.now(), ZONE);
    send(new RecordContributionPayment(of(member, year), cents, today));
  }

  private String of(String member, int year) {
    return office
        .db()
        .sql("select contribution_id from view_contribution where member_id = ? and year = ?")
        .params(member, year)
        .query(String.class)
        .single();
  }

  private String found(String body) {
    send(new FoundBody(body, "Gremium " + body, BodyKind.STEERING, 3, TestBodies.electronic()));
    for (var member : List.of("anna", "ben", "cem")) send(new AppointMember(body, member));
    return body;
  }

  private void motion(String body, String motion) {
    send(new SubmitMotion(motion, body, "Beschluss " + motion, "Es wird beschlossen.", motion));
  }

  private void votes(String motion, String... votes) {
    var members = List.of("anna", "ben", "cem");
    for (int i = 0; i < votes.length; i++) {
      var member = members.get(i);
      var caseId = office.office().ask(new FindCasesOf(motion), LEAD).getFirst().caseId();
      var task =
          office.tasks(caseId).stream()
              .filter(row -> member.equals(row.assignee()))
              .findFirst()
              .orElseThrow();
      office.send(
          new CompleteTask(task.taskId(), Map.of("biased", "no", "outcome", votes[i])),
          Actor.of(member, Role.COMMITTEE_MEMBER));
    }
  }

  private void propose(String consortium, Topic topic) {
    send(
        new ProposeConsortium(
            consortium,
            "Idee " + consortium,
            topic,
            Programme.ERDF,
            null,
            null,
            0,
            "Stadt Dortmund",
            "DE",
            CountryStatus.MEMBER_STATE,
            OrganisationKind.values()[0],
            "Gute Idee"));
  }

  private void resolve(String consortium, String result) {
    send(new RecordResolution(consortium, "m-" + consortium, result));
  }

  private static void send(Command command) {
    office.send(command, LEAD);
  }

  private static void on(String date, Runnable work) {
    at(day(date).atTime(10, 0).atZone(ZONE).toInstant().toString(), work);
  }

  private static void at(String instant, Runnable work) {
    Clocks.at(Instant.parse(instant), work);
  }

  // ---- what reports say

  private static Figures figures(Report report, String asOf, int year) {
    return ask(new FindFigures(scope(report, asOf, year)));
  }

  private static List<String> deadlines(String title, String asOf) {
    return ask(new FindDeadlines(day(asOf), 90, null, 0, 100)).rows().stream()
        .filter(row -> row.title().equals(title))
        .map(DeadlineRow::kind)
        .toList();
  }

  private static List<String> due(String title, String asOf) {
    return ask(new FindDeadlines(day(asOf), 90, null, 0, 500)).rows().stream()
        .filter(row -> row.title().equals(title))
        .map(row -> row.kind() + " " + row.dueOn())
        .toList();
  }

  private static List<DeadlineRow> tasks(String asOf, String about) {
    return ask(new FindDeadlines(day(asOf), 90, "task", 0, 500)).rows().stream()
        .filter(row -> about.equals(row.about()))
        .toList();
  }

  private static Scope scope(Report report, String asOf, @Nullable Integer year) {
    return new Scope(report, day(asOf), year, null);
  }

  private static <R> R ask(Query<R> query) {
    return office.office().ask(query, AUDITOR);
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  private static List<String> rows() {
    var rows = new ArrayList<String>();
    for (var table : List.of("view_report_subject", "view_report_fact", "view_report_deadline"))
      rows.addAll(
          office.db().sql("select t::text from " + table + " t").query(String.class).list());
    rows.sort(null);
    return rows;
  }

  private static boolean rebuilding() {
    return office.office().ask(new FindProjections(), TestOffice.ADMIN).stream()
        .filter(row -> row.name().equals("report"))
        .anyMatch(row -> row.rebuild() != null || row.failure() != null || row.lag() > 0);
  }
}
