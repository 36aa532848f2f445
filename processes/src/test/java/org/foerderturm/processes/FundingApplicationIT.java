package org.foerderturm.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.foerderturm.TestBodies;
import org.foerderturm.TestOffice;
import org.foerderturm.cases.CaseQuery.CaseDetails;
import org.foerderturm.cases.CaseQuery.FindCase;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.chain.ChainQuery.ChainNode;
import org.foerderturm.chain.ChainQuery.FindChain;
import org.foerderturm.chain.ChainStage;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.council.CouncilCommand.ObjectToPaper;
import org.foerderturm.council.CouncilCommand.SettlePaperObjection;
import org.foerderturm.council.CouncilQuery.FindCouncilPaper;
import org.foerderturm.council.CouncilQuery.FindSuspended;
import org.foerderturm.enterprise.EnterpriseCommand.CancelDeMinimisAid;
import org.foerderturm.enterprise.EnterpriseCommand.EnterEnterprise;
import org.foerderturm.enterprise.EnterpriseCommand.LinkEnterprises;
import org.foerderturm.enterprise.EnterpriseCommand.RecordDeMinimisAid;
import org.foerderturm.enterprise.EnterpriseCommand.ReportYear;
import org.foerderturm.enterprise.EnterpriseQuery.AidRow;
import org.foerderturm.enterprise.EnterpriseQuery.FindEnterprise;
import org.foerderturm.enterprise.EnterpriseQuery.FindPartnerChecks;
import org.foerderturm.enterprise.EnterpriseQuery.PartnerCheck;
import org.foerderturm.enterprise.EnterpriseSize;
import org.foerderturm.funding.AdditionalRequestCommand.AnswerAdditionalRequest;
import org.foerderturm.funding.AdditionalRequestCommand.MoveAdditionalRequest;
import org.foerderturm.funding.AdditionalRequestCommand.RecordAdditionalRequest;
import org.foerderturm.funding.FundingCommand.CorrectFirstStage;
import org.foerderturm.funding.FundingCommand.MoveDeadline;
import org.foerderturm.funding.FundingCommand.RecordFundingResolution;
import org.foerderturm.funding.FundingQuery.AdditionalRequestRow;
import org.foerderturm.funding.FundingQuery.ApplicationDetails;
import org.foerderturm.funding.FundingQuery.DeadlineRow;
import org.foerderturm.funding.FundingQuery.FindAdditionalRequests;
import org.foerderturm.funding.FundingQuery.FindAidRates;
import org.foerderturm.funding.FundingQuery.FindApplication;
import org.foerderturm.funding.FundingQuery.FindApplications;
import org.foerderturm.funding.FundingQuery.FindCall;
import org.foerderturm.funding.FundingQuery.FindStartOfWork;
import org.foerderturm.funding.FundingQuery.Notice;
import org.foerderturm.funding.FundingQuery.StartOfWorkDetails;
import org.foerderturm.funding.GrantChangeKind;
import org.foerderturm.funding.GrantCommand.BeginGrantChange;
import org.foerderturm.funding.GrantCommand.CorrectGrantNotice;
import org.foerderturm.funding.GrantCommand.DraftGrantChange;
import org.foerderturm.funding.GrantCommand.PutGrantChange;
import org.foerderturm.funding.GrantCommand.RecordFunderConsent;
import org.foerderturm.funding.GrantCommand.RefundFunds;
import org.foerderturm.funding.GrantCommand.RevokeGrant;
import org.foerderturm.funding.Marking;
import org.foerderturm.funding.RemedyQuery.FindRemedies;
import org.foerderturm.funding.RemedyQuery.FindRemedy;
import org.foerderturm.funding.RemedyQuery.RemedyRow;
import org.foerderturm.funding.ResolutionSubject;
import org.foerderturm.funding.StartOfWorkCommand.DecideEarlyStart;
import org.foerderturm.funding.StartOfWorkCommand.RecordStartOfWork;
import org.foerderturm.funding.StartOfWorkCommand.RequestEarlyStart;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.ProcessCommand.CancelCase;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.foerderturm.process.ProcessCommand.DeployModels;
import org.foerderturm.project.ProjectQuery.FindProject;
import org.foerderturm.project.ProjectQuery.ProjectDetails;
import org.foerderturm.report.ReportQuery.FindDeadlinesOf;
import org.foerderturm.view.ProjectionQuery.RebuildProjection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way through the model, on the real engine and a real database. */
class FundingApplicationIT {
  private static final Actor MANAGER = Actor.of("petra.projekt", Role.PROJECT_MANAGER);
  private static final Actor LEAD = Actor.of("gerda.geschaeft", Role.OFFICE_LEAD);
  private static final Actor FINANCE = Actor.of("kai.kasse", Role.FINANCE_OFFICE);
  private static final Actor LAWYER = Actor.of("rita.recht", Role.LEGAL_OFFICE);
  private static final List<String> MEMBERS =
      List.of("mia.mitglied", "max.mitglied", "mona.mitglied");

  private static TestOffice office;
  private String key;
  private String caseId;

  @BeforeAll
  static void open() {
    office = TestOffice.fresh(); // founds bodies that other tests found, too
    TestBodies.found(office, "steering", "Lenkungsgremium", BodyKind.STEERING, MEMBERS);
    TestBodies.found(office, "council", "Entscheidungsgremium", BodyKind.COUNCIL, MEMBERS);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @BeforeEach
  void propose() {
    key = "f-" + UUID.randomUUID();
  }

  // ---- the straight way

  @Test
  void from_the_call_to_the_closed_grant() {
    start("federal-joint-project", "nabf");
    go();
    outline();
    assertThatThrownBy(
            () -> applicants(applicant("Werk", false, "no-aid"), applicant("WERK", true, "no-aid")))
        .hasMessage("applicant-twice");
    applicants(applicant("Stadt Dortmund", true, "no-aid"), applicant("Werk", false, "industrial"));
    assertThat(open("Task_DrawUpBudget"))
        .extracting(TaskRow::subject)
        .containsExactlyInAnyOrder("Stadt Dortmund", "Werk");
    budget("Stadt Dortmund", line("0812", 5_000_00, 4_000_00, 1_000_00));
    budget("Werk", line("0835", 10_000_00, 5_000_00, 5_000_00));
    sign("Werk");
    assertThat(application().row().stage()).isEqualTo("budgeted");
    sign("Stadt Dortmund");
    assertThat(application().row().stage()).isEqualTo("signed-off");
    assertThat(application().coverNeeded()).isFalse();
    submit();
    assertThat(application().row().costsCents()).isEqualTo(15_000_00);
    arrived("electronic", "another");
    arrived("paper", "done");
    assertThat(application().inTime()).isTrue();
    complete("Task_RecordEvaluation", Map.of("outcome", "positive"), MANAGER);
    granted(9_000_00);
    assertThat(application().deadlines())
        .extracting(DeadlineRow::kind, DeadlineRow::dueOn)
        .containsExactly(
            tuple("submission", LocalDate.parse("2015-05-05")),
            tuple("appeal", LocalDate.parse("2015-10-01")),
            tuple("interim-proof", LocalDate.parse("2016-04-30")),
            tuple("interim-proof", LocalDate.parse("2017-04-30")),
            tuple("proof-of-use", LocalDate.parse("2018-03-31")));
    finality("2015-09-02", true);
    assertThat(application().row().nextKind()).isEqualTo("interim-proof");
    complete("Task_SignAgreement", Map.of("agreementSignedOn", "2015-10-05"), MANAGER);

    account("draw");
    complete(
        "Task_DrawDown",
        Map.of("drawPartner", "werk", "amountCents", 2_000_00, "drawnOn", "2015-11-02"),
        MANAGER);
    assertThat(application().drawDowns())
        .singleElement()
        .satisfies(draw -> assertThat(draw.spendBy()).isEqualTo(LocalDate.parse("2015-12-14")));
    account("interim");
    complete(
        "Task_Interim",
        Map.of("interimDueOn", "2016-04-30", "interimSubmittedOn", "2016-04-12"),
        MANAGER);
    account("purpose");
    complete("Task_PurposeMet", Map.of("purposeMetOn", "2017-06-15"), MANAGER);
    assertThat(application().deadlines())
        .contains(new DeadlineRow("proof-of-use", LocalDate.parse("2017-12-15"), null));
    account("proof");
    complete(
        "Task_ProveUse",
        Map.of(
            "proofSubmittedOn",
            "2017-11-30",
            "spentByPartner",
            List.of(
                Map.of("name", "Stadt Dortmund", "spentCents", 0),
                Map.of("name", "Werk", "spentCents", 1_900_00))),
        MANAGER);
    assertThat(application().unspentCents()).isEqualTo(100_00);
    assertThat(open("Task_RecordExamination"))
        .extracting(TaskRow::subject)
        .containsExactlyInAnyOrder("Stadt Dortmund", "Werk");
    examined("Werk", Map.of("examinedOn", "2018-02-01", "outcome", "record"));
    examined("Stadt Dortmund", Map.of("outcome", "none"));
    assertThatThrownBy(() -> complete("Task_Close", Map.of("lessons", "früher anfangen"), LEAD))
        .hasMessage("refund-open");
    office.send(new RefundFunds(key, 100_00, LocalDate.parse("2017-12-05")), MANAGER);
    complete("Task_Close", Map.of("lessons", "früher anfangen"), LEAD);
    assertThat(application().row().stage()).isEqualTo("closed");
    assertThat(details().row().ended()).isEqualTo("completed");
    assertThat(office.office().ask(new FindApplications(key, "closed", 0, 10), MANAGER).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.grantedCents()).isEqualTo(9_000_00));
  }

  @Test
  void a_rebuild_of_the_view_shows_the_same() {
    ready("federal-joint-project", "nabf");
    submit();
    arrived("electronic", "done");
    complete("Task_RecordEvaluation", Map.of("outcome", "positive"), MANAGER);
    granted(50_00);
    var before = application();
    long stored = stored();
    office.send(new RebuildProjection("funding"), TestOffice.ADMIN);
    await().untilAsserted(() -> assertThat(stored()).isNotEqualTo(stored));
    assertThat(application()).isEqualTo(before);
  }

  // ---- to go for it or not

  @Test
  void the_office_lead_decides_not_to_apply() {
    start("erdf", "anbest-p");
    rate(1);
    assertThat(application().advice()).isEqualTo("no-go");
    complete("Task_DecideToApply", Map.of("outcome", "stop", "reason", "lohnt sich nicht"), LEAD);
    assertThat(application().row().stage()).isEqualTo("stopped");
    assertThat(application().reason()).isEqualTo("lohnt sich nicht");
    assertThat(details().row().ended()).isEqualTo("completed");
  }

  @Test
  void what_was_rated_wrong_is_rated_anew() {
    start("erdf", "anbest-p");
    rate(1);
    assertThatThrownBy(() -> complete("Task_DecideToApply", Map.of("outcome", "rate"), LEAD))
        .isInstanceOfSatisfying(
            Rejected.class, no -> assertThat(no.args()).containsEntry("field", "reason"));
    complete("Task_DecideToApply", Map.of("outcome", "rate", "reason", "zu optimistisch"), LEAD);
    assertThat(details().variables()).containsEntry("reason", "zu optimistisch");
    rate(3);
    assertThat(application().advice()).isEqualTo("go");
    assertThat(open("Task_DecideToApply")).hasSize(1);
  }

  @Test
  void who_stops_says_why() {
    start("erdf", "anbest-p");
    rate(1);
    assertThatThrownBy(() -> complete("Task_DecideToApply", Map.of("outcome", "stop"), LEAD))
        .isInstanceOfSatisfying(
            Rejected.class, no -> assertThat(no.args()).containsEntry("field", "reason"));
    assertThat(open("Task_DecideToApply")).hasSize(1);
  }

  @Test
  void without_a_quorum_the_body_meets_again_and_its_no_is_weighed() {
    start("erdf", "anbest-p");
    rate(3);
    assertThat(application().score()).isEqualTo(36);
    complete("Task_DecideToApply", Map.of("outcome", "submit"), LEAD);
    motion("Task_DraftMotion");
    vote("YES");
    complete("Task_CallSecondMeeting", Map.of("outcome", "again"), LEAD);
    vote("YES", "NO", "NO");
    assertThat(application().goResult()).isEqualTo("rejected");
    assertThat(application().row().stage()).isNotEqualTo("stopped");
    complete(
        "Task_DecideAfterRejection", Map.of("outcome", "stop", "reason", "kein Rückhalt"), LEAD);
    assertThat(application().row().stage()).isEqualTo("stopped");
    assertThat(application().reason()).isEqualTo("kein Rückhalt");
    assertThat(details().row().ended()).isEqualTo("completed");
  }

  @Test
  void instead_of_a_second_meeting_the_motion_is_revised_or_nothing_applied_for() {
    start("erdf", "anbest-p");
    rate(3);
    complete("Task_DecideToApply", Map.of("outcome", "submit"), LEAD);
    motion("Task_DraftMotion");
    vote("YES");
    complete("Task_CallSecondMeeting", Map.of("outcome", "revise"), LEAD);
    motion("Task_DraftMotion");
    vote("YES");
    complete("Task_CallSecondMeeting", Map.of("outcome", "stop", "reason", "zu spät"), LEAD);
    assertThat(application().row().stage()).isEqualTo("stopped");
    assertThat(application().reason()).isEqualTo("zu spät");
  }

  @Test
  void what_the_body_rejected_is_revised_and_put_to_it_again() {
    start("erdf", "anbest-p");
    rate(3);
    complete("Task_DecideToApply", Map.of("outcome", "submit"), LEAD);
    motion("Task_DraftMotion");
    vote("NO", "NO", "NO");
    complete("Task_DecideAfterRejection", Map.of("outcome", "revise", "reason", "kleiner"), LEAD);
    motion("Task_DraftMotion");
    vote("YES", "YES", "YES");
    assertThat(application().goResult()).isEqualTo("adopted");
    assertThat(application().goMotionId()).endsWith("-m2");
    assertThat(open("Task_WriteOutline")).hasSize(1);
  }

  // ---- what the funder changes beside the way

  @Test
  void timers_and_tasks_follow_a_deadline_that_the_funder_moved() {
    ready("federal-joint-project", "nabf");
    office.send(new MoveDeadline(key, LocalDateTime.parse("2015-06-03T12:00"), "Störung"), MANAGER);
    await()
        .untilAsserted(
            () ->
                assertThat(details().variables()).containsEntry("deadline", "2015-06-03T12:00:00"));
    assertThat(
            office
                .bean(ProcessEngine.class)
                .getManagementService()
                .createJobQuery()
                .timers()
                .processInstanceId(caseId)
                .list())
        .extracting(timer -> timer.getDuedate().toInstant())
        .containsExactlyInAnyOrder(
            Instant.parse("2015-05-12T06:00:00Z"),
            Instant.parse("2015-05-22T06:00:00Z"),
            Instant.parse("2015-06-01T06:00:00Z"));
    assertThat(open("Task_SendApplication"))
        .extracting(TaskRow::dueAt)
        .containsExactly(Instant.parse("2015-06-03T10:00:00Z"));
    assertThat(application().row().deadline())
        .isEqualTo(LocalDateTime.parse("2015-06-03T12:00:00"));
    complete(
        "Task_SendApplication",
        Map.of("outcome", "submit", "submittedAt", "2015-06-03T11:59"),
        MANAGER);
    assertThat(application().row().stage()).isEqualTo("submitted");
  }

  @Test
  void the_case_goes_on_with_what_a_change_of_the_grant_made_of_it() {
    ready("federal-joint-project", "nabf");
    submit();
    arrived("electronic", "done");
    complete("Task_RecordEvaluation", Map.of("outcome", "positive"), MANAGER);
    granted(50_00);
    finality("2015-09-02", true);
    var until = LocalDate.parse("2018-06-30");
    office.send(new BeginGrantChange(key, key + "-c1", GrantChangeKind.EXTENSION), MANAGER);
    office.send(
        new DraftGrantChange(key, key + "-c1", null, null, null, null, until, null, "später"),
        MANAGER);
    office.send(new PutGrantChange(key, key + "-c1", LocalDate.parse("2016-02-01")), MANAGER);
    office.send(
        new RecordFunderConsent(key, key + "-c1", LocalDate.parse("2016-03-01"), null), MANAGER);
    await()
        .untilAsserted(
            () -> assertThat(details().variables()).containsEntry("proofOfUseDue", "2018-12-31"));
    account("interim");
    complete(
        "Task_Interim",
        Map.of("interimDueOn", "2018-04-30", "interimSubmittedOn", "2018-04-12"),
        MANAGER);
    assertThat(application().deadlines())
        .contains(
            new DeadlineRow(
                "interim-proof", LocalDate.parse("2018-04-30"), LocalDate.parse("2018-04-12")));
  }

  /** Before the project begins the case starts it with the right figures, afterwards it follows. */
  @Test
  void what_hangs_on_a_corrected_notice_follows_it() {
    ready("federal-joint-project", "nabf");
    submit();
    arrived("electronic", "done");
    complete("Task_RecordEvaluation", Map.of("outcome", "positive"), MANAGER);
    granted(50_00);
    var due = open("Task_RecordFinality").getFirst().dueAt();
    correct("13N1-neu", "2015-09-08", 40_00, "2017-12-31");
    await()
        .untilAsserted(
            () ->
                assertThat(details().variables())
                    .containsEntry("appealUntil", "2015-10-08")
                    .containsEntry("noticeReference", "13N1-neu"));
    assertThat(open("Task_RecordFinality").getFirst().dueAt()).isAfter(due);
    // posted the day before: the third day was the one that counted in 2015
    office.send(
        new CorrectGrantNotice(
            key,
            "13N1-neu",
            LocalDate.parse("2015-09-08"),
            40_00,
            LocalDate.parse("2015-10-01"),
            LocalDate.parse("2017-12-31"),
            LocalDate.parse("2015-09-07"),
            false,
            "Poststempel"),
        MANAGER);
    await()
        .untilAsserted(
            () -> assertThat(details().variables()).containsEntry("appealUntil", "2015-10-12"));
    assertThat(remedy().notifiedOn()).isEqualTo("2015-09-10");
    assertThat(remedy().until()).isEqualTo("2015-10-12");
    finality("2015-09-09", true);
    await().untilAsserted(() -> assertThat(project().row().grantCents()).isEqualTo(40_00));
    assertThat(project().noticeReference()).isEqualTo("13N1-neu");
    correct("13N1-neu", "2015-09-08", 45_00, "2018-03-31");
    await().untilAsserted(() -> assertThat(project().row().grantCents()).isEqualTo(45_00));
    assertThat(project().row().until()).isEqualTo(LocalDate.parse("2018-03-31"));
    assertThat(chain(key))
        .extracting(ChainNode::id, ChainNode::amountCents)
        .contains(tuple(key + "#notice", 45_00L), tuple(key + "-project", 45_00L));
    assertThat(office.office().ask(new FindDeadlinesOf(key + "-project"), MANAGER))
        .extracting(each -> each.dueOn())
        .containsExactly(LocalDate.parse("2018-03-31"));
    office.send(
        new RevokeGrant(
            key,
            "WB 1",
            LocalDate.parse("2016-02-01"),
            5_00,
            LocalDate.parse("2016-03-01"),
            "zu viel"),
        MANAGER);
    await().untilAsserted(() -> assertThat(project().row().grantCents()).isEqualTo(40_00));
    assertThat(chain(key))
        .extracting(ChainNode::id, ChainNode::amountCents)
        .contains(tuple(key + "#notice", 40_00L), tuple(key + "-project", 40_00L));
  }

  private ProjectDetails project() {
    return Objects.requireNonNull(office.office().ask(new FindProject(key + "-project"), MANAGER));
  }

  private void correct(String reference, String on, long cents, String until) {
    office.send(
        new CorrectGrantNotice(
            key,
            reference,
            LocalDate.parse(on),
            cents,
            LocalDate.parse("2015-10-01"),
            LocalDate.parse(until),
            "verlesen"),
        MANAGER);
  }

  // ---- budgets

  @Test
  void a_budget_that_does_not_balance_is_not_signed_and_the_refusal_names_the_row() {
    start("federal-joint-project", "nabf");
    go();
    outline();
    applicants(applicant("Werk", false, "no-aid"));
    budget("Werk", line("0812", 100_00, 80_00, 20_00), line("0835", 50_00, 40_00, 3_00));
    assertThatThrownBy(() -> sign("Werk"))
        .hasMessage("financing-unbalanced")
        .asInstanceOf(InstanceOfAssertFactories.type(Rejected.class))
        .extracting(no -> no.args().get("rows"))
        .isEqualTo(List.of(Map.of("partner", "Werk", "row", "0835", "missingCents", 7_00L)));
    signOff("Werk", "change");
    budget("Werk", line("0812", 100_00, 80_00, 20_00));
    sign("Werk");
    assertThat(application().row().stage()).isEqualTo("signed-off");
  }

  @Test
  void a_grant_above_the_aid_intensity_is_refused_and_a_partner_can_leave() {
    start("federal-joint-project", "nabf");
    go();
    outline();
    applicants(
        applicant("Werk", false, "experimental"), applicant("Institut", false, "fundamental"));
    assertThatThrownBy(() -> budget("Werk", line("0835", 100_00, 25_01, 74_99)))
        .hasMessage("grant-above-intensity");
    budget("Werk", line("0835", 100_00, 25_00, 75_00));
    budget("Institut", line("0835", 100_00, 100_00, 0));
    sign("Institut");
    signOff("Werk", "leave");
    assertThat(application().partners())
        .singleElement()
        .satisfies(partner -> assertThat(partner.name()).isEqualTo("Institut"));
    assertThat(open("Task_SendApplication")).hasSize(1);
  }

  /** R5, R6: the day counts, and the newest rows, whichever the case began with. */
  @Test
  void a_row_that_is_entered_while_the_case_runs_holds_for_it_from_its_day_on() throws IOException {
    start("federal-joint-project", "nabf");
    go();
    outline();
    var planned =
        Map.<String, Object>of(
            "applicants",
            List.of(applicant("Werk", false, "industrial")),
            "grantPlannedOn",
            "2041-02-15");
    assertThatThrownBy(() -> complete("Task_NameApplicants", planned, MANAGER))
        .hasMessage("aid-row-missing");
    assertThat(open("Task_NameApplicants")).hasSize(1);
    var table =
        Files.readString(
            Path.of("src/main/resources/processes/funding-application/aid-intensity.dmn"));
    var row = table.substring(table.indexOf("<rule id=\"Rule_aid-intensity_3\">"));
    row = row.substring(0, row.indexOf("</rule>") + "</rule>".length());
    var successor =
        row.replace("Rule_aid-intensity_3", "Rule_aid-intensity_9")
            .replace("[date(\"2027-01-01\")..date(\"2027-06-30\")]", "&gt;= date(\"2041-01-01\")")
            .replace("min(cap, base + sizeBonus + extraBonus)", "45")
            .replaceAll("\"AGVO[^\"]*\"", "\"Nachfolgeregel\"");
    office.send(
        new DeployModels("rules", Map.of("aid-intensity.dmn", table.replace(row, row + successor))),
        Actor.of("mona.modell", Role.MODELER));
    complete("Task_NameApplicants", planned, MANAGER);
    assertThat(office.office().ask(new FindAidRates(key), MANAGER))
        .singleElement()
        .satisfies(
            rate -> {
              assertThat(rate.percent()).isEqualTo(45);
              assertThat(rate.source()).isEqualTo("Nachfolgeregel");
              assertThat(rate.day()).isEqualTo(LocalDate.parse("2041-02-15"));
              assertThat(rate.planned()).isTrue();
            });
    assertThatThrownBy(() -> budget("Werk", line("0835", 100_00, 45_01, 54_99)))
        .hasMessage("grant-above-intensity");
    budget("Werk", line("0835", 100_00, 45_00, 55_00));
    sign("Werk");
    // the grant comes earlier than planned: the rate of its day counts, and the page says so
    submit();
    evaluated();
    granted(45_00);
    assertThat(office.office().ask(new FindAidRates(key), MANAGER))
        .singleElement()
        .satisfies(
            rate -> {
              assertThat(rate.percent()).isEqualTo(50);
              assertThat(rate.day()).isEqualTo(LocalDate.parse("2015-09-01"));
              assertThat(rate.planned()).isFalse();
            });
  }

  @Test
  void an_enterprise_of_the_register_can_t_claim_that_its_grant_is_no_aid() {
    var name = enterprise();
    start("federal-joint-project", "nabf");
    go();
    outline();
    assertThatThrownBy(() -> applicants(sized(name, "no-aid", "small")))
        .hasMessage("no-aid-for-enterprise");
    var silent = new HashMap<>(applicant("Institut", false, "no-aid"));
    silent.remove("noAidReason");
    assertThatThrownBy(() -> applicants(silent)).hasMessage("form-invalid");
  }

  // ---- what the register of enterprises says

  @Test
  void a_declared_size_that_the_figures_contradict_is_refused_and_the_right_one_is_shown() {
    var name = enterprise();
    start("federal-joint-project", "nabf");
    go();
    outline();
    assertThatThrownBy(() -> applicants(sized(name, "industrial", "large")))
        .hasMessage("size-contradicts-figures")
        .asInstanceOf(InstanceOfAssertFactories.type(Rejected.class))
        .extracting(Rejected::args)
        .isEqualTo(Map.of("partner", name, "declared", "large", "derived", "small"));
    applicants(sized(name, "industrial", "small"), applicant("Institut", false, "fundamental"));
    assertThat(office.office().ask(new FindPartnerChecks(key), MANAGER))
        .extracting(PartnerCheck::partner, PartnerCheck::size, PartnerCheck::derived)
        .containsExactlyInAnyOrder(
            tuple(name, EnterpriseSize.SMALL, true),
            tuple("Institut", EnterpriseSize.LARGE, false));
    assertThatThrownBy(() -> budget(name, line("0835", 100_00, 70_01, 29_99)))
        .hasMessage("grant-above-intensity");
    budget(name, line("0835", 100_00, 70_00, 30_00));
  }

  @Test
  void de_minimis_aid_above_the_ceiling_of_the_linked_group_is_refused() {
    var name = enterprise();
    office.send(new EnterEnterprise(key + "-m", "Mutter " + key, BigDecimal.ZERO), MANAGER);
    office.send(
        new LinkEnterprises(
            key + "-m", key, BigDecimal.valueOf(60), false, LocalDate.parse("2015-01-01")),
        MANAGER);
    office.send(new ReportYear(key + "-m", 2014, 5, 10_000_00, 10_000_00), MANAGER);
    office.send(
        new RecordDeMinimisAid(
            key + "-a", key + "-m", 150_000_00, LocalDate.parse("2014-03-01"), "Land", "Bescheid"),
        MANAGER);
    start("federal-joint-project", "nabf");
    go();
    outline();
    applicants(sized(name, "de-minimis", "small"));
    assertThatThrownBy(() -> budget(name, line("0835", 60_000_00, 50_000_01, 9_999_99)))
        .hasMessage("de-minimis-ceiling")
        .asInstanceOf(InstanceOfAssertFactories.type(Rejected.class))
        .extracting(Rejected::args)
        .isEqualTo(
            Map.of(
                "undertaking", name + " (+ Mutter " + key + ")",
                "lastDay", "2015-05-05",
                "sumCents", 150_000_00L,
                "askedCents", 50_000_01L,
                "ceilingCents", 200_000_00L,
                "excessCents", 1L));
    assertThat(application().partners()).isEmpty();
    budget(name, line("0835", 60_000_00, 50_000_00, 10_000_00));
    sign(name);
    assertThat(office.office().ask(new FindPartnerChecks(key), MANAGER))
        .singleElement()
        .satisfies(check -> assertThat(check.sumCents()).isEqualTo(150_000_00));
    assertThat(open("Task_SendApplication")).hasSize(1);
  }

  @Test
  void the_ceiling_is_checked_again_on_the_day_of_submission_and_nothing_is_half_done() {
    var name = enterprise();
    aided(name, 50_000_00);
    office.send(
        new RecordDeMinimisAid(
            key + "-a", key, 150_000_01, LocalDate.parse("2015-05-05"), "Land", "Bescheid"),
        MANAGER);
    assertThatThrownBy(this::submit)
        .hasMessage("de-minimis-ceiling")
        .asInstanceOf(InstanceOfAssertFactories.type(Rejected.class))
        .extracting(Rejected::args)
        .isEqualTo(
            Map.of(
                "undertaking", name,
                "lastDay", "2015-05-05",
                "sumCents", 150_000_01L,
                "askedCents", 50_000_00L,
                "ceilingCents", 200_000_00L,
                "excessCents", 1L));
    assertThat(application().submittedAt()).isNull();
    assertThat(application().row().stage()).isEqualTo("signed-off");
    assertThat(open("Task_SendApplication")).hasSize(1);
    assertThat(
            office
                .db()
                .sql(
                    "select count(*) from event_log where event_type = 'AttemptRefused'"
                        + " and payload::text like '%de-minimis-ceiling%' and payload::text like ?")
                .param("%" + name + "%")
                .query(Long.class)
                .single())
        .isEqualTo(1);
    office.send(new CancelDeMinimisAid(key + "-a", "doppelt erfasst"), MANAGER);
    submit();
    assertThat(checks()).singleElement().satisfies(check -> assertThat(check.sumCents()).isZero());
  }

  @Test
  void a_granted_aid_enters_the_register_by_itself_and_follows_objection_and_revocation() {
    var name = enterprise();
    aided(name, 50_000_00);
    evaluated();
    granted(40_000_00);
    assertThat(aids())
        .extracting(AidRow::amountCents, AidRow::grantedOn, AidRow::document, AidRow::applicationId)
        .containsExactly(tuple(40_000_00L, LocalDate.parse("2015-09-01"), "13N1234", key));
    assertThat(checks())
        .singleElement()
        .satisfies(check -> assertThat(check.grantedSumCents()).isEqualTo(40_000_00));

    var objection =
        beside("grant-objection", Map.of("filedOn", "2015-09-20", "reason", "zu wenig"));
    office.complete(
        objection,
        "Task_RecordDecision",
        Map.of("decidedOn", "2015-12-01", "grantedCents", 50_000_00, "outcome", "remedied"),
        MANAGER);
    assertThat(aids())
        .extracting(AidRow::amountCents, AidRow::counts, AidRow::corrected)
        .containsExactly(tuple(50_000_00L, true, "Entscheidung vom 2015-12-01"));

    beside(
        "grant-revocation",
        Map.of(
            "reference", "WB 1",
            "receivedOn", "2016-05-02",
            "amountCents", 50_000_00,
            "refundDueOn", "2016-06-02",
            "reason", "Zweck verfehlt"));
    assertThat(aids())
        .extracting(AidRow::counts, AidRow::cancelled)
        .containsExactly(tuple(false, "WB 1: Zweck verfehlt"));
  }

  @Test
  void a_notice_that_cuts_the_grant_of_several_names_the_aid_of_each() {
    var name = enterprise();
    start("federal-joint-project", "nabf");
    go();
    outline();
    applicants(sized(name, "de-minimis", "small"), applicant("Institut", false, "fundamental"));
    budget(name, line("0835", 60_000_00, 50_000_00, 10_000_00));
    budget("Institut", line("0835", 100_00, 100_00, 0));
    sign(name);
    sign("Institut");
    submit();
    evaluated();
    complete(
        "Task_RecordNotice",
        Map.of("noticeReference", "13N1", "noticeReceivedOn", "2015-09-01", "outcome", "grant"),
        MANAGER);
    var form = office.tasks(caseId).getFirst();
    assertThat(form.taskKey()).isEqualTo("Task_RecordGrant");
    assertThat(details().variables())
        .containsEntry(
            "deMinimisAids", List.of(Map.of("partner", name, "amountCents", 50_000_00L)));
    var grant =
        Map.<String, Object>of(
            "grantedCents", 30_000_00, "periodFrom", "2015-10-01", "periodUntil", "2017-09-30");
    assertThatThrownBy(() -> complete("Task_RecordGrant", grant, MANAGER))
        .hasMessage("de-minimis-share-missing");
    assertThat(aids()).isEmpty();
    assertThat(application().row().stage()).isEqualTo("evaluated");
    var named = new HashMap<>(grant);
    named.put("deMinimisAids", List.of(Map.of("partner", name, "amountCents", 29_900_00)));
    complete("Task_RecordGrant", named, MANAGER);
    assertThat(aids()).extracting(AidRow::amountCents).containsExactly(29_900_00L);
    assertThat(open("Task_RecordFinality")).hasSize(1);

    var partly =
        new HashMap<String, Object>(
            Map.of(
                "reference", "WB 1",
                "receivedOn", "2016-05-02",
                "amountCents", 10_000_00,
                "refundDueOn", "2016-06-02",
                "reason", "zu teuer"));
    assertThatThrownBy(() -> beside("grant-revocation", partly))
        .hasMessage("de-minimis-share-missing");
    partly.put("keepsDeMinimis", true);
    partly.put("deMinimisAids", List.of(Map.of("partner", name, "amountCents", 19_900_00)));
    beside("grant-revocation", partly);
    assertThat(aids())
        .extracting(AidRow::amountCents, AidRow::corrected)
        .containsExactly(tuple(19_900_00L, "WB 1: zu teuer"));
  }

  /** All is ready to be submitted, with de-minimis aid for one partner. */
  private void aided(String name, long cents) {
    start("federal-joint-project", "nabf");
    go();
    outline();
    applicants(sized(name, "de-minimis", "small"));
    budget(name, line("0835", cents + 10_000_00, cents, 10_000_00));
    sign(name);
  }

  private void evaluated() {
    if (application().submittedAt() == null) submit();
    arrived("electronic", "done");
    complete("Task_RecordEvaluation", Map.of("outcome", "positive"), MANAGER);
  }

  private String beside(String process, Map<String, Object> more) {
    var values = new HashMap<>(more);
    values.put("applicationId", key);
    values.put("title", "Neben " + key);
    return office.start(process, UUID.randomUUID().toString(), values, MANAGER);
  }

  private List<AidRow> aids() {
    var day = LocalDate.parse("2016-06-01");
    return Objects.requireNonNull(office.office().ask(new FindEnterprise(key, day), MANAGER))
        .aids();
  }

  private List<PartnerCheck> checks() {
    return office.office().ask(new FindPartnerChecks(key), MANAGER);
  }

  @Test
  void de_minimis_aid_needs_an_entry_in_the_register() {
    start("federal-joint-project", "nabf");
    go();
    outline();
    applicants(applicant("Unbekannt", false, "de-minimis"));
    assertThatThrownBy(() -> budget("Unbekannt", line("0835", 100_00, 50_00, 50_00)))
        .hasMessage("enterprise-unknown");
  }

  private String enterprise() {
    var name = "Sensor " + key;
    office.send(new EnterEnterprise(key, name, BigDecimal.ZERO), MANAGER);
    office.send(new ReportYear(key, 2014, 20, 300_000_000, 300_000_000), MANAGER);
    return name;
  }

  private static Map<String, Object> sized(String name, String category, String size) {
    var applicant = new HashMap<>(applicant(name, false, category));
    applicant.put("size", size);
    return applicant;
  }

  // ---- the council

  @Test
  void a_high_own_share_waits_for_the_council_paper() {
    upToCover(60_000_00);
    ask();
    assertThat(open("Task_SendApplication")).isEmpty();
    council(1, "YES", "YES", "NO");
    assertThat(application().coverResult()).isEqualTo("adopted");
    assertThat(application().coverPaperId()).isEqualTo(key + "-v1");
    assertThat(application().coverMotionId()).isEqualTo(key + "-v1-m1");
    submit();
    assertThat(application().row().stage()).isEqualTo("submitted");
  }

  @Test
  void a_resolution_of_a_council_that_meets_elsewhere_counts_as_well() {
    upToCover(60_000_00);
    ask();
    registered(1, "outside");
    office.complete(
        paperCase(1),
        "Task_RecordResult",
        Map.of("outcome", "adopted", "heldOn", "2026-02-03", "reference", "NS, TOP 4"),
        LEAD);
    answered(1);
    assertThat(application().coverResult()).isEqualTo("adopted");
    assertThat(application().coverMotionId()).isNull();
    submit();
  }

  @Test
  void what_the_mayor_objected_to_pays_no_own_share_until_it_holds() {
    upToCover(60_000_00);
    ask();
    registered(1, "outside");
    office.complete(
        paperCase(1),
        "Task_RecordResult",
        Map.of("outcome", "adopted", "heldOn", "2026-02-03", "reference", "NS, TOP 4"),
        LEAD);
    answered(1);
    var paper = key + "-v1";
    office.send(new ObjectToPaper(paper, LocalDate.parse("2026-02-05"), "Deckung fehlt"), LEAD);
    assertThat(office.office().ask(new FindSuspended(paper), MANAGER)).isTrue();
    assertThatThrownBy(this::submit).hasMessage("own-share-suspended");
    assertThat(open("Task_SendApplication")).hasSize(1);
    office.send(
        new SettlePaperObjection(paper, true, LocalDate.parse("2026-02-12"), "NS, TOP 1"), LEAD);
    assertThat(office.office().ask(new FindSuspended(paper), MANAGER)).isFalse();
    submit();
  }

  /** What the council resolves with changes is its own sum; a share that fits it needs no more. */
  @Test
  void a_paper_adopted_with_changes_covers_the_sum_that_was_resolved_and_no_more() {
    upToCover(60_000_00);
    ask();
    registered(1, "outside");
    office.complete(
        paperCase(1),
        "Task_RecordResult",
        Map.of(
            "outcome", "amended",
            "heldOn", "2026-02-03",
            "reference", "NS, TOP 4",
            "amendedText", "Der Rat stellt 45.000 € bereit.",
            "amendedCents", 45_000_00),
        LEAD);
    answered(1);
    assertThat(application().coverResult()).isEqualTo("amended");
    assertThat(application().coverCents()).isEqualTo(45_000_00);
    assertThat(open("Task_SendApplication")).isEmpty();
    complete("Task_DecideAfterCover", Map.of("outcome", "change", "reason", "kleiner"), LEAD);
    applicants(applicant("Stadt Dortmund", true, "no-aid"));
    budget("Stadt Dortmund", line("0812", 100_000_00, 55_000_00, 45_000_00));
    sign("Stadt Dortmund");
    assertThat(application().coverNeeded()).isFalse();
    submit();
  }

  /** The alliance's own body advises; whose own share it is, that municipality must resolve. */
  @Test
  void a_recommendation_of_the_alliance_s_own_body_is_no_resolution_of_the_council() {
    upToCover(60_000_00);
    ask();
    for (var purpose : List.of("recommendation", "resolution", "note"))
      assertThatThrownBy(() -> written(1, "steering", purpose))
          .as(purpose)
          .hasMessage("council-resolution-missing");
    assertThatThrownBy(() -> written(1, "council", "recommendation"))
        .hasMessage("council-resolution-missing");
    assertThat(office.office().ask(new FindCouncilPaper(key + "-v1"), LEAD).row().stage())
        .isEqualTo("draft");
    assertThat(open("Task_SendApplication")).isEmpty();
    assertThatThrownBy(
            () ->
                office.send(
                    new RecordFundingResolution(
                        key, ResolutionSubject.OWN_SHARE, null, "adopted", key + "-v1"),
                    LEAD))
        .hasMessage("council-paper-undecided");
  }

  @Test
  void a_paper_that_is_withdrawn_does_not_cover_the_share() {
    upToCover(60_000_00);
    ask();
    registered(1, "outside");
    office.complete(
        paperCase(1),
        "Task_RecordResult",
        Map.of("outcome", "withdraw", "reason", "zu früh"),
        LEAD);
    answered(1);
    assertThat(application().coverResult()).isEqualTo("withdrawn");
    complete("Task_DecideAfterCover", Map.of("outcome", "change", "reason", "noch einmal"), LEAD);
    complete("Task_NameApplicants", Map.of("applicants", List.of()), MANAGER);
    ask();
    council(2, "YES", "YES", "YES");
    assertThat(application().coverPaperId()).isEqualTo(key + "-v2");
    submit();
  }

  @Test
  void a_paper_that_is_withdrawn_is_asked_for_again() {
    upToCover(60_000_00);
    ask();
    registered(1, "outside");
    office.complete(
        paperCase(1),
        "Task_RecordResult",
        Map.of("outcome", "withdraw", "reason", "zu früh"),
        LEAD);
    answered(1);
    complete("Task_DecideAfterCover", Map.of("outcome", "again", "reason", "jetzt"), LEAD);
    ask();
    council(2, "YES", "YES", "YES");
    submit();
  }

  @Test
  void after_a_no_of_the_council_a_smaller_share_may_do_without_it() {
    upToCover(60_000_00);
    ask();
    council(1, "NO", "NO", "NO");
    complete("Task_DecideAfterCover", Map.of("outcome", "change", "reason", "kleiner"), LEAD);
    applicants(applicant("Stadt Dortmund", true, "no-aid"));
    budget("Stadt Dortmund", line("0812", 100_000_00, 90_000_00, 10_000_00));
    sign("Stadt Dortmund");
    assertThat(application().coverNeeded()).isFalse();
    submit();
  }

  @Test
  void after_a_no_of_the_council_the_application_may_be_given_up() {
    upToCover(60_000_00);
    ask();
    council(1, "NO", "NO", "NO");
    complete("Task_DecideAfterCover", Map.of("outcome", "stop", "reason", "kein Geld"), LEAD);
    assertThat(application().row().stage()).isEqualTo("stopped");
    assertThat(details().row().ended()).isEqualTo("completed");
  }

  // ---- the chain

  @Test
  void every_euro_drawn_leads_back_to_the_resolution_that_allowed_it() {
    granted();
    var all = chain(key);
    assertThat(all)
        .extracting(ChainNode::stage, ChainNode::id, ChainNode::state, ChainNode::amountCents)
        .containsExactly(
            tuple(ChainStage.PAPER, key + "-v1", "adopted", 60_000_00L),
            tuple(ChainStage.RESOLUTION, key + "-m1", "adopted", null),
            tuple(ChainStage.RESOLUTION, key + "-v1-m1", "adopted", null),
            tuple(ChainStage.APPLICATION, key, "granted", 40_000_00L),
            tuple(ChainStage.NOTICE, key + "#notice", "final", 40_000_00L),
            tuple(ChainStage.DRAW_DOWN, key + "#draw-down-1", "received", 500_00L),
            tuple(ChainStage.PROOF, key + "#proof", "submitted", 500_00L),
            tuple(ChainStage.PROJECT, key + "-project", "running", 40_000_00L));
    for (var node : all) assertThat(chain(node.id())).as(node.id()).isEqualTo(all);
    assertThat(chain("unknown")).isEmpty();
  }

  @Test
  void a_rebuild_of_the_chain_shows_the_same() {
    granted();
    var before = chain(key);
    long stored = stored("view_chain_node");
    office.send(new RebuildProjection("chain"), TestOffice.ADMIN);
    await().untilAsserted(() -> assertThat(stored("view_chain_node")).isNotEqualTo(stored));
    assertThat(chain(key)).isEqualTo(before);
  }

  /** Up to the proof of use, with a resolution of the council about the city's own share. */
  private void granted() {
    upToCover(60_000_00);
    ask();
    council(1, "YES", "YES", "YES");
    submit();
    arrived("electronic", "done");
    complete("Task_RecordEvaluation", Map.of("outcome", "positive"), MANAGER);
    granted(40_000_00);
    finality("2015-09-02", true);
    account("draw");
    complete(
        "Task_DrawDown",
        Map.of("drawPartner", "stadt dortmund", "amountCents", 500_00, "drawnOn", "2015-11-02"),
        MANAGER);
    account("proof");
    complete(
        "Task_ProveUse", Map.of("proofSubmittedOn", "2017-11-30", "spentCents", 500_00), MANAGER);
  }

  private static List<ChainNode> chain(String id) {
    return office.office().ask(new FindChain(id), MANAGER);
  }

  // ---- submission

  @Test
  void after_the_deadline_nothing_is_submitted() {
    ready("federal-joint-project", "nabf");
    assertThatThrownBy(
            () ->
                complete(
                    "Task_SendApplication",
                    Map.of("outcome", "submit", "submittedAt", "2015-05-05T17:01"),
                    MANAGER))
        .hasMessage("submission-after-deadline");
    assertThatThrownBy(() -> complete("Task_SendApplication", Map.of("outcome", "submit"), MANAGER))
        .hasMessage("submission-time-missing");
    complete(
        "Task_SendApplication", Map.of("outcome", "stop", "reason", "Frist versäumt"), MANAGER);
    assertThat(application().row().stage()).isEqualTo("stopped");
  }

  @Test
  void before_the_submission_the_budgets_can_change_once_more() {
    ready("federal-joint-project", "nabf");
    complete("Task_SendApplication", Map.of("outcome", "change"), MANAGER);
    complete("Task_NameApplicants", Map.of("applicants", List.of()), MANAGER);
    submit();
    assertThat(application().submittedAt()).isEqualTo(LocalDateTime.parse("2015-05-05T16:30"));
  }

  @Test
  void before_the_deadline_it_reminds_and_at_last_the_office_lead_steps_in() {
    start("federal-joint-project", "nabf");
    go();
    fireTimers();
    await()
        .untilAsserted(
            () ->
                assertThat(details().done())
                    .containsKeys("EndEvent_Reminded14", "EndEvent_Reminded7", "Task_Remind2"));
    complete("Task_SecureDeadline", Map.of("measure", "Wochenende"), LEAD);
    assertThat(open("Task_WriteOutline")).hasSize(1);
  }

  // ---- evaluation and notice

  @Test
  void a_horizon_proposal_below_the_threshold_is_rejected_and_closed() {
    ready("horizon", "horizon");
    submit();
    arrived("electronic", "done");
    assertThatThrownBy(
            () -> complete("Task_RecordEvaluation", Map.of("outcome", "negative"), MANAGER))
        .hasMessage("scores-missing");
    complete(
        "Task_RecordEvaluation",
        Map.of("outcome", "negative", "excellence", 3, "impact", "3.5", "implementation", 3),
        MANAGER);
    assertThat(application().total()).isEqualByComparingTo("9.5");
    assertThat(application().positive()).isFalse();
    complete(
        "Task_RecordNotice",
        Map.of(
            "noticeReference", "SEP-1",
            "noticeReceivedOn", "2015-09-01",
            "reason", "unter der Schwelle",
            "outcome", "rejection"),
        MANAGER);
    complete("Task_Close", Map.of(), LEAD);
    assertThat(application().row().stage()).isEqualTo("closed");
    assertThat(details().row().ended()).isEqualTo("completed");
  }

  /** R32: two criteria of 4 each, 8 in all; then the programme's thresholds again. */
  @Test
  void a_call_in_two_stages_invites_or_refuses_after_the_outline() {
    begun(twoStages());
    go();
    outline();
    assertThat(open("Task_NameApplicants")).isEmpty();
    complete(
        "Task_SendOutline",
        Map.of("outcome", "submit", "outlineSentAt", "2015-05-04T10:00"),
        MANAGER);
    assertThat(application().row().stage()).isEqualTo("outlined");
    assertThat(application().deadlines())
        .containsExactly(
            new DeadlineRow(
                "outline", LocalDate.parse("2015-05-05"), LocalDate.parse("2015-05-04")));
    var answer =
        Map.<String, Object>of(
            "excellence", 4,
            "impact", 4,
            "stageReference", "INV-1",
            "stageReceivedOn", "2015-08-03",
            "secondStageUntil", "2015-11-10T17:00",
            "outcome", "invited");
    var below = new HashMap<>(answer);
    below.put("excellence", "3.5");
    assertThatThrownBy(() -> complete("Task_RecordFirstStage", below, MANAGER))
        .hasMessage("invited-below-threshold");
    complete("Task_RecordFirstStage", answer, MANAGER);
    assertThat(application().row().stage()).isEqualTo("invited");
    assertThat(application().row().deadline()).isEqualTo("2015-11-10T17:00");
    assertThat(application().deadlines())
        .contains(new DeadlineRow("submission", LocalDate.parse("2015-11-10"), null));
    office.send(
        new CorrectFirstStage(
            key,
            new BigDecimal("4.5"),
            new BigDecimal("4"),
            null,
            "INV-2",
            LocalDate.parse("2015-08-04"),
            null,
            "vertippt"),
        MANAGER);
    await()
        .untilAsserted(
            () ->
                assertThat(details().variables())
                    .containsEntry("stageReference", "INV-2")
                    .containsEntry("stageReceivedOn", "2015-08-04"));
    outline();
    assertThat(open("Task_NameApplicants")).hasSize(1);
    applicants(applicant("Stadt Dortmund", true, "no-aid"));
    budget("Stadt Dortmund", line("0812", 100_00, 50_00, 50_00));
    sign("Stadt Dortmund");
    complete(
        "Task_SendApplication",
        Map.of("submittedAt", "2015-11-09T10:00", "outcome", "submit"),
        MANAGER);
    assertThat(application().row().stage()).isEqualTo("submitted");
    var call = office.office().ask(new FindCall(key), MANAGER);
    assertThat(call).isNotNull();
    assertThat(call.outline())
        .matches(outline -> Boolean.TRUE.equals(outline.invited()))
        .matches(outline -> outline.total().compareTo(new BigDecimal("8.5")) == 0)
        .matches(outline -> "INV-2".equals(outline.reference()));
    assertThat(call.first()).matches(Marking::own);
    assertThat(call.full()).matches(marking -> !marking.own());
  }

  @Test
  void a_refused_outline_is_contested_or_closed() {
    begun(twoStages());
    go();
    outline();
    complete("Task_SendOutline", Map.of("outcome", "change"), MANAGER);
    outline();
    complete(
        "Task_SendOutline",
        Map.of("outcome", "submit", "outlineSentAt", "2015-05-04T10:00"),
        MANAGER);
    complete(
        "Task_RecordFirstStage",
        Map.of(
            "excellence", 3,
            "impact", 4,
            "statement", "zu wenig neu",
            "stageReference", "INV-2",
            "stageReceivedOn", "2015-08-03",
            "outcome", "refused"),
        MANAGER);
    assertThat(application().row().stage()).isEqualTo("rejected");
    assertThat(application().reason()).isEqualTo("zu wenig neu");
    assertThat(application().contestUntil()).isEqualTo(LocalDate.parse("2015-09-02"));
    complete("Task_Close", Map.of("lessons", "früher anfangen"), LEAD);
    assertThat(application().row().stage()).isEqualTo("closed");
    assertThat(details().row().ended()).isEqualTo("completed");
  }

  @Test
  void an_application_waits_on_the_reserve_list_until_a_notice_or_its_end() {
    onReserveList();
    assertThat(application().row().stage()).isEqualTo("reserve");
    assertThat(open("Task_RecordNotice")).isEmpty();
    complete(
        "Task_WatchReserve",
        Map.of("outcome", "moved", "reserveRank", 1, "reserveUntil", "2016-06-30"),
        MANAGER);
    assertThat(application().deadlines())
        .contains(new DeadlineRow("reserve-list", LocalDate.parse("2016-06-30"), null));
    assertThat(office.office().ask(new FindCall(key), MANAGER))
        .isNotNull()
        .matches(call -> Integer.valueOf(1).equals(call.reserveRank()));
    complete("Task_WatchReserve", Map.of("outcome", "notice"), MANAGER);
    granted(50_00);
    assertThat(application().row().stage()).isEqualTo("granted");

    key = "f-" + UUID.randomUUID();
    onReserveList();
    complete(
        "Task_WatchReserve", Map.of("outcome", "lapsed", "reserveEndedOn", "2016-06-30"), MANAGER);
    assertThat(application().row().stage()).isEqualTo("rejected");
    complete("Task_Close", Map.of(), LEAD);
    assertThat(application().row().stage()).isEqualTo("closed");
  }

  // ---- what the funder asks for in addition

  @Test
  void an_additional_request_is_a_task_and_a_deadline_until_it_is_answered_or_decided() {
    ready("federal-joint-project", "nabf");
    submit();
    arrived("electronic", "done");
    office.send(request("Kostenplan", "2015-06-30"), MANAGER);
    requests(1);
    assertThat(open("Task_AnswerRequest"))
        .extracting(TaskRow::subject, TaskRow::dueAt)
        .containsExactly(tuple("1", Instant.parse("2015-06-29T22:00:00Z")));
    assertThat(application().deadlines())
        .contains(new DeadlineRow("additional-request", LocalDate.parse("2015-06-30"), null));

    // the funder extends the time, and asks for something else
    office.send(
        new MoveAdditionalRequest(key, 1, LocalDate.parse("2015-07-15"), "Urlaub"), MANAGER);
    await()
        .untilAsserted(
            () ->
                assertThat(open("Task_AnswerRequest"))
                    .extracting(TaskRow::dueAt)
                    .containsExactly(Instant.parse("2015-07-14T22:00:00Z")));
    office.send(request("Erklärung", "2015-06-30"), MANAGER);
    requests(2);

    complete(
        "Task_AnswerRequest",
        "1",
        Map.of(
            "outcome", "answered",
            "answeredOn", "2015-07-16",
            "handedIn", "Kostenplan vom 10.7."));
    requests(1);
    assertThat(office.office().ask(new FindAdditionalRequests(key), MANAGER))
        .extracting(AdditionalRequestRow::late, AdditionalRequestRow::isOpen)
        .containsExactly(tuple(true, false), tuple(false, true));
    assertThat(application().deadlines())
        .contains(
            new DeadlineRow(
                "additional-request", LocalDate.parse("2015-07-15"), LocalDate.parse("2015-07-16")),
            new DeadlineRow("additional-request", LocalDate.parse("2015-06-30"), null));

    // on the page: its task ends, that of another stays
    office.send(request("Vollmacht", "2015-08-31"), MANAGER);
    requests(2);
    office.send(
        new AnswerAdditionalRequest(key, 2, LocalDate.parse("2015-06-29"), "Erklärung"), MANAGER);
    await()
        .untilAsserted(
            () ->
                assertThat(open("Task_AnswerRequest"))
                    .extracting(TaskRow::subject)
                    .containsExactly("3"));

    // the decision comes while one is open
    complete("Task_RecordEvaluation", Map.of("outcome", "positive"), MANAGER);
    assertThat(open("Task_AnswerRequest")).hasSize(1);
    granted(50_00);
    requests(0);
    assertThat(application().deadlines())
        .extracting(DeadlineRow::kind, DeadlineRow::dueOn)
        .doesNotContain(tuple("additional-request", LocalDate.parse("2015-08-31")));
    assertThatThrownBy(() -> office.send(request("Kostenplan", "2015-12-31"), MANAGER))
        .hasMessage("notice-already-received");
    complete("Task_RecordFinality", Map.of("finalOn", "2015-10-05", "waived", false), MANAGER);
    assertThat(application().row().stage()).isEqualTo("final");
  }

  @Test
  void what_began_before_it_was_allowed_is_not_granted_until_the_funder_allows_it() {
    ready("federal-joint-project", "nabf");
    submit();
    arrived("electronic", "done");
    complete("Task_RecordEvaluation", Map.of("outcome", "positive"), MANAGER);
    var june = LocalDate.parse("2015-06-10");
    assertThatThrownBy(
            () -> office.send(new RecordStartOfWork(key, june, "Auftrag", false), MANAGER))
        .hasMessage("work-before-notice");
    office.send(new RecordStartOfWork(key, june, "Auftrag", true), MANAGER);
    assertThat(work().obstacle()).isEqualTo("work-before-notice");
    assertThatThrownBy(() -> granted(50_00)).hasMessage("work-before-notice");
    office.send(new RequestEarlyStart(key, june, "Lieferfrist"), MANAGER);
    assertThat(work().isPending()).isTrue();
    office.send(
        new DecideEarlyStart(key, true, LocalDate.parse("2015-07-01"), june, "Z 1", null), MANAGER);
    assertThat(work().obstacle()).isNull();
    assertThat(work().permittedFrom()).isEqualTo(june);
    complete(
        "Task_RecordGrant",
        Map.of("grantedCents", 50_00, "periodFrom", "2015-10-01", "periodUntil", "2017-09-30"),
        MANAGER);
    assertThat(application().row().stage()).isEqualTo("granted");
  }

  private StartOfWorkDetails work() {
    return Objects.requireNonNull(office.office().ask(new FindStartOfWork(key), MANAGER));
  }

  private RecordAdditionalRequest request(String what, String due) {
    return new RecordAdditionalRequest(
        key, what, LocalDate.parse("2015-06-01"), LocalDate.parse(due));
  }

  private void requests(int number) {
    await().untilAsserted(() -> assertThat(open("Task_AnswerRequest")).hasSize(number));
  }

  private void onReserveList() {
    ready("horizon", "horizon");
    submit();
    arrived("electronic", "done");
    complete(
        "Task_RecordEvaluation",
        Map.of(
            "outcome", "reserve",
            "excellence", 4,
            "impact", 4,
            "implementation", 4,
            "reserveRank", 3,
            "reserveUntil", "2016-03-31"),
        MANAGER);
  }

  private static Map<String, Object> twoStages() {
    return Map.of(
        "callStages",
        "two",
        "rulesSource",
        "Aufruf, Abschnitt 4",
        "ownThresholds",
        true,
        "thresholds",
        List.of(
            Map.of("stage", "first", "mark", "excellence", "least", 4),
            Map.of("stage", "first", "mark", "impact", "least", 4),
            Map.of("stage", "first", "mark", "sum", "least", 8)));
  }

  @Test
  void an_objection_that_is_upheld_leads_back_to_the_notice_and_to_a_grant() {
    rejected();
    var contest = contest("objection", "2015-09-20");
    assertThat(application().row().stage()).isEqualTo("contested");
    assertThatThrownBy(() -> complete("Task_Close", Map.of(), LEAD)).hasMessage("contest-pending");
    decided(contest, "remedied", "2015-12-01");
    assertThat(office.find(contest).row().ended()).isEqualTo("completed");
    await().untilAsserted(() -> assertThat(open("Task_RecordNotice")).hasSize(1));
    assertThat(open("Task_Close")).isEmpty();
    assertThat(application().row().stage()).isEqualTo("evaluated");
    granted(50_00);
    assertThat(application().row().stage()).isEqualTo("granted");
    assertThat(application().deadlines())
        .contains(
            new DeadlineRow(
                "contest", LocalDate.parse("2015-10-01"), LocalDate.parse("2015-09-20")));
  }

  @Test
  void an_objection_that_is_refused_can_go_to_court_and_end_there() {
    rejected();
    var contest = contest("objection", "2015-09-20");
    decided(contest, "refused", "2015-12-01");
    assertThat(application().row().stage()).isEqualTo("rejected");
    assertThat(application().contestUntil()).isEqualTo(LocalDate.parse("2016-01-04"));
    assertThat(application().objectionPossible()).isFalse();
    assertThatThrownBy(() -> sue(contest, "2016-01-05")).hasMessage("remedy-too-late");
    sue(contest, "2016-01-04");
    assertThat(application().row().stage()).isEqualTo("contested");
    decided(contest, "refused", "2017-03-01");
    assertThat(office.find(contest).row().ended()).isEqualTo("completed");
    assertThat(application().contestUntil()).isNull();
    complete("Task_Close", Map.of(), LEAD);
    assertThat(application().row().stage()).isEqualTo("closed");
  }

  @Test
  void who_accepts_the_refused_objection_closes_the_application() {
    rejected();
    var contest = contest("objection", "2015-09-20");
    decided(contest, "refused", "2015-12-01");
    office.complete(contest, "Task_WeighAction", Map.of("outcome", "accept"), MANAGER);
    assertThat(office.find(contest).done()).containsKey("EndEvent_Accepted");
    complete("Task_Close", Map.of(), LEAD);
    assertThat(application().deadlines()).extracting(DeadlineRow::doneOn).doesNotContainNull();
  }

  @Test
  void a_withdrawn_objection_leaves_the_rejection_and_a_late_one_is_refused() {
    rejected();
    var contest = contest("objection", "2015-09-20");
    decided(contest, "withdrawn", "2015-09-25");
    assertThat(application().row().stage()).isEqualTo("rejected");
    assertThatThrownBy(() -> contest("action", "2015-09-30")).hasMessage("remedy-is-objection");
    assertThatThrownBy(() -> contest("objection", "2015-10-02")).hasMessage("remedy-too-late");
    complete("Task_Close", Map.of(), LEAD);
  }

  @Test
  void what_the_union_grants_is_paid_without_finality() {
    ready("horizon", "horizon");
    submit();
    arrived("electronic", "done");
    complete(
        "Task_RecordEvaluation",
        Map.of("outcome", "positive", "excellence", 5, "impact", 5, "implementation", 5),
        MANAGER);
    granted(50_00);
    assertThat(open("Task_RecordFinality")).isEmpty();
    assertThat(open("Task_Account")).hasSize(1);
    assertThat(remedy().state()).isEqualTo("none");
    assertThat(application().notice()).matches(Notice::neverFinal);
    assertThatThrownBy(
            () -> beside("grant-objection", Map.of("filedOn", "2015-09-20", "reason", "zu wenig")))
        .hasMessage("no-remedy");
    account("draw");
    complete(
        "Task_DrawDown",
        Map.of("drawPartner", "stadt dortmund", "amountCents", 10_00, "drawnOn", "2015-11-02"),
        MANAGER);
    assertThat(application().drawnCents()).isEqualTo(10_00);
  }

  @Test
  void against_a_notice_of_the_land_one_goes_to_court_at_once_and_once() {
    ready("erdf", "anbest-gk");
    submit();
    arrived("electronic", "done");
    complete("Task_RecordEvaluation", Map.of("outcome", "positive"), MANAGER);
    complete(
        "Task_RecordNotice",
        Map.of(
            "noticeReference", "EFRE 1",
            "noticePostedOn", "2015-08-31",
            "noticeReceivedOn", "2015-09-01",
            "noticeUninstructed", true,
            "outcome", "grant"),
        MANAGER);
    complete(
        "Task_RecordGrant",
        Map.of("grantedCents", 50_00, "periodFrom", "2015-10-01", "periodUntil", "2017-09-30"),
        MANAGER);
    assertThat(remedy().remedy()).isEqualTo("action");
    assertThat(remedy().notifiedOn()).isEqualTo("2015-09-03");
    assertThat(remedy().until()).isEqualTo("2016-09-05"); // a year: 03.09.2016 is a Saturday
    assertThatThrownBy(
            () -> beside("grant-objection", Map.of("filedOn", "2015-09-20", "reason", "zu wenig")))
        .hasMessage("remedy-is-action");
    var sued =
        beside(
            "grant-objection",
            Map.of("filedOn", "2016-09-05", "remedy", "action", "reason", "zu wenig"));
    assertThat(remedy().state()).isEqualTo("filed");
    assertThat(office.office().ask(new FindRemedies(null, "filed", null, 0, 10), MANAGER).rows())
        .extracting(RemedyRow::applicationId)
        .contains(key);
    office.complete(
        sued,
        "Task_RecordDecision",
        Map.of("decidedOn", "2017-01-10", "outcome", "refused", "receivedOn", "2017-01-16"),
        MANAGER);
    assertThat(remedy().state()).isEqualTo("final");
    assertThatThrownBy(
            () ->
                beside(
                    "grant-objection",
                    Map.of("filedOn", "2017-01-20", "remedy", "action", "reason", "zu wenig")))
        .hasMessage("no-further-remedy");
    finality("2017-02-17", false);
  }

  private RemedyRow remedy() {
    return Objects.requireNonNull(office.office().ask(new FindRemedy(key), MANAGER));
  }

  private void rejected() {
    ready("federal-joint-project", "nabf");
    submit();
    arrived("electronic", "done");
    complete("Task_RecordEvaluation", Map.of("outcome", "negative"), MANAGER);
    complete(
        "Task_RecordNotice",
        Map.of(
            "noticeReference", "13N1",
            "noticeReceivedOn", "2015-09-01",
            "reason", "nicht ausgewählt",
            "outcome", "rejection"),
        MANAGER);
  }

  private String contest(String remedy, String filedOn) {
    return office.start(
        "rejection-contest",
        UUID.randomUUID().toString(),
        Map.of(
            "applicationId", key,
            "title", "Anfechtung",
            "remedy", remedy,
            "filedOn", filedOn,
            "reason", "zu Unrecht"),
        MANAGER);
  }

  private static void decided(String contest, String outcome, String on) {
    office.complete(
        contest, "Task_RecordDecision", Map.of("outcome", outcome, "decidedOn", on), MANAGER);
  }

  private static void sue(String contest, String on) {
    office.complete(
        contest,
        "Task_WeighAction",
        Map.of("outcome", "sue", "actionFiledOn", on, "actionReason", "VG Gelsenkirchen"),
        MANAGER);
  }

  @Test
  void without_the_arrival_that_counts_nothing_is_evaluated() {
    ready("federal-joint-project", "nabf");
    submit();
    arrived("paper", "done");
    complete("Task_RecordEvaluation", Map.of("outcome", "positive"), MANAGER);
    assertThat(details().done()).containsKey("BoundaryEvent_ArrivalMissing");
    arrived("electronic", "done");
    complete("Task_RecordEvaluation", Map.of("outcome", "positive"), MANAGER);
    assertThat(application().row().stage()).isEqualTo("evaluated");
  }

  @Test
  void the_grant_is_not_final_while_it_can_be_appealed() {
    ready("federal-joint-project", "anbest-gk");
    submit();
    arrived("electronic", "done");
    complete("Task_RecordEvaluation", Map.of("outcome", "positive"), MANAGER);
    granted(1_00);
    assertThatThrownBy(() -> finality("2015-10-01", false)).hasMessage("appeal-still-possible");
    finality("2015-10-02", false);
    assertThat(application().row().stage()).isEqualTo("final");
  }

  @Test
  void a_call_whose_deadline_is_over_is_not_applied_for() {
    assertThatThrownBy(() -> begun("erdf", "anbest-p")).hasMessage("form-invalid");
    assertThat(office.office().ask(new FindApplication(key), MANAGER)).isNull();
  }

  @Test
  void an_application_of_no_known_consortium_is_not_begun() {
    var values =
        Map.<String, Object>of(
            "title", "Leuchtturm " + key,
            "consortiumId", "gibt-es-nicht",
            "programme", "erdf",
            "regime", "anbest-p",
            "call", "SCC1",
            "funder", "Land",
            "deadline", "2040-05-05T17:00",
            "decisiveArrival", "electronic");
    assertThatThrownBy(() -> office.start("funding-application", key, values, MANAGER))
        .hasMessage("consortium-unknown");
    assertThat(office.office().ask(new FindApplication(key), MANAGER)).isNull();
  }

  // ---- steps

  /** In January 2015: a call whose deadline is over can't be started. */
  private void start(String programme, String regime) {
    Clocks.at(Instant.parse("2015-01-12T08:00:00Z"), () -> caseId = begun(programme, regime));
    assertThat(application().row().stage()).isEqualTo("idea");
  }

  private String begun(String programme, String regime) {
    return begun(programme, regime, Map.of());
  }

  /** A Horizon call with rules of its own. */
  private void begun(Map<String, Object> call) {
    Clocks.at(
        Instant.parse("2015-01-12T08:00:00Z"), () -> caseId = begun("horizon", "horizon", call));
  }

  private String begun(String programme, String regime, Map<String, Object> call) {
    var values = new HashMap<>(call);
    values.putAll(
        Map.of(
            "title", "Leuchtturm " + key,
            "programme", programme,
            "regime", regime,
            "call", "SCC1",
            "funder", "Europäische Kommission",
            "deadline", "2015-05-05T17:00",
            "decisiveArrival", "electronic"));
    return office.start("funding-application", key, values, MANAGER);
  }

  private void examined(String partner, Map<String, Object> values) {
    complete("Task_RecordExamination", partner, values);
  }

  private void rate(int each) {
    complete(
        "Task_RateCriteria",
        Map.of("fit", each, "chance", each, "strength", each, "capacity", each, "share", each),
        MANAGER);
  }

  private void go() {
    rate(3);
    complete("Task_DecideToApply", Map.of("outcome", "submit"), LEAD);
    motion("Task_DraftMotion");
    vote("YES", "YES", "NO");
    assertThat(application().row().stage()).isEqualTo("go");
  }

  private void motion(String task) {
    complete(
        task,
        Map.of("motionTitle", "Antrag " + key, "proposal", "Der Antrag wird gestellt."),
        LEAD);
  }

  private void ask() {
    motion("Task_DraftCoverMotion");
  }

  /** The result comes back in two messages: from the vote to the paper, from there to here. */
  private void answered(int number) {
    await()
        .untilAsserted(
            () -> {
              assertThat(application().coverPaperId()).isEqualTo(key + "-v" + number);
              assertThat(details().tasks()).isNotEmpty();
            });
  }

  private String paperCase(int number) {
    return office.office().ask(new FindCasesOf(key + "-v" + number), LEAD).stream()
        .filter(row -> row.caseKey().equals(key + "-v" + number))
        .findFirst()
        .orElseThrow()
        .caseId();
  }

  /** Writes, checks and registers the paper that was asked for. */
  private void registered(int number, String body) {
    written(number, body, "resolution");
    var paper = paperCase(number);
    office.complete(paper, "Task_FinanceCheck", Map.of("outcome", "pass"), FINANCE);
    office.complete(paper, "Task_LegalCheck", Map.of("outcome", "pass"), LAWYER);
  }

  private void written(int number, String body, String purpose) {
    var paper = paperCase(number);
    var known = Objects.requireNonNull(office.office().ask(new FindCase(paper, null), LEAD));
    var values = new HashMap<String, Object>(known.variables());
    values.keySet().retainAll(List.of("title", "proposal"));
    values.put("outcome", "submit");
    values.put("datedOn", "2026-02-01");
    values.put("originator", "Geschäftsstelle Smart City");
    values.put("reasons", "Ohne Eigenanteil keine Förderung.");
    values.put("totalCents", 60_000_00);
    values.put("years", List.of(Map.of("year", 2026, "amountCents", 60_000_00)));
    values.put("cover", "Investitionshaushalt");
    values.put(
        "consultations",
        List.of(
            Map.of(
                "bodyId",
                body,
                "body",
                "Rat",
                "open",
                true,
                "plannedOn",
                "2026-02-03",
                "purpose",
                purpose)));
    values.put("cosigners", List.of());
    office.complete(paper, "Task_Write", values, MANAGER);
  }

  private void council(int number, String... votes) {
    registered(number, "council");
    int yes = Collections.frequency(List.of(votes), "YES");
    TestBodies.meets(
        office, "council", key + "-v" + number + "-m1", MEMBERS, yes, votes.length - yes);
    answered(number);
  }

  private void outline() {
    complete(
        "Task_WriteOutline",
        Map.of(
            "aim", "Energie sparen helfen",
            "workPlan", "drei Arbeitspakete",
            "benefit", "niedrigere Nebenkosten"),
        MANAGER);
  }

  private static Map<String, Object> applicant(String name, boolean city, String category) {
    return Map.of(
        "name",
        name,
        "city",
        city,
        "aidCategory",
        category,
        "size",
        "large",
        "collaboration",
        false,
        "area",
        "none",
        "noAidReason",
        "öffentliche Aufgabe, kein Angebot am Markt");
  }

  private void applicants(Object... applicants) {
    complete("Task_NameApplicants", Map.of("applicants", List.of(applicants)), MANAGER);
  }

  private static Map<String, Object> line(String row, long costs, long grant, long own) {
    return Map.of("row", row, "costsCents", costs, "grantCents", grant, "ownCents", own);
  }

  /** Each programme has rows of its own; said are those of the federation. */
  private static final Map<String, Map<String, String>> ROWS =
      Map.of(
          "horizon", Map.of("0812", "eu-a", "0835", "eu-b"),
          "erdf", Map.of("0812", "efre-pk", "0835", "efre-sk"));

  @SafeVarargs
  private void budget(String partner, Map<String, Object>... lines) {
    var rows = ROWS.getOrDefault(application().row().programme(), Map.of());
    var said = new ArrayList<Map<String, Object>>();
    for (var line : lines) {
      var own = new HashMap<>(line);
      own.computeIfPresent("row", (any, row) -> rows.getOrDefault((String) row, (String) row));
      said.add(own);
    }
    complete("Task_DrawUpBudget", partner, Map.of("lines", said));
  }

  private void sign(String partner) {
    signOff(partner, "sign");
  }

  private void signOff(String partner, String outcome) {
    complete("Task_SignOff", partner, Map.of("signatory", "Frau Beispiel", "outcome", outcome));
  }

  private void upToCover(long ownCents) {
    start("federal-joint-project", "nabf");
    go();
    outline();
    applicants(applicant("Stadt Dortmund", true, "no-aid"));
    budget("Stadt Dortmund", line("0812", 100_000_00, 100_000_00 - ownCents, ownCents));
    sign("Stadt Dortmund");
  }

  private void ready(String programme, String regime) {
    start(programme, regime);
    go();
    outline();
    applicants(applicant("Stadt Dortmund", true, "no-aid"));
    budget("Stadt Dortmund", line("0812", 100_00, 80_00, 20_00));
    sign("Stadt Dortmund");
  }

  private void submit() {
    complete(
        "Task_SendApplication",
        Map.of("outcome", "submit", "submittedAt", "2015-05-05T16:30"),
        MANAGER);
    assertThat(application().row().stage()).isEqualTo("submitted");
  }

  private void arrived(String arrival, String outcome) {
    complete(
        "Task_RecordArrival",
        Map.of("arrival", arrival, "arrivedAt", "2015-05-05T16:31", "outcome", outcome),
        MANAGER);
  }

  private void granted(long cents) {
    complete(
        "Task_RecordNotice",
        Map.of(
            "noticeReference", "13N1234",
            "noticeReceivedOn", "2015-09-01",
            "outcome", "grant"),
        MANAGER);
    complete(
        "Task_RecordGrant",
        Map.of("grantedCents", cents, "periodFrom", "2015-10-01", "periodUntil", "2017-09-30"),
        MANAGER);
  }

  private void finality(String day, boolean waived) {
    complete("Task_RecordFinality", Map.of("finalOn", day, "waived", waived), MANAGER);
  }

  @Test
  void who_cancels_the_case_stops_the_application_until_it_is_submitted() {
    ready("federal-joint-project", "nabf");
    office.send(new CancelCase(details().row().caseId(), "kein Eigenanteil"), LEAD);
    assertThat(application().row().stage()).isEqualTo("stopped");
    assertThat(details().row().ended()).isEqualTo("cancelled");
  }

  @Test
  void what_is_submitted_ends_by_its_closing() {
    ready("federal-joint-project", "nabf");
    submit();
    assertThatThrownBy(() -> office.send(new CancelCase(details().row().caseId(), "weg"), LEAD))
        .hasMessage("case-ends-by-task");
    assertThat(application().row().stage()).isEqualTo("submitted");
    assertThat(open("Task_RecordArrival")).hasSize(1);
  }

  @Test
  void each_branch_of_the_account_has_a_way_back_that_records_nothing() {
    ready("federal-joint-project", "nabf");
    submit();
    arrived("electronic", "done");
    complete("Task_RecordEvaluation", Map.of("outcome", "positive"), MANAGER);
    var notice =
        Map.<String, Object>of(
            "noticeReference", "13N1", "noticeReceivedOn", "2015-09-01", "outcome", "grant");
    complete("Task_RecordNotice", notice, MANAGER);
    complete("Task_RecordGrant", Map.of("outcome", "back"), MANAGER);
    assertThat(application().notice()).isNull();
    granted(80_00);
    finality("2015-10-05", false);
    assertThat(open("Task_SignAgreement")).as("one who applies alone").isEmpty();
    for (var way :
        Map.of(
                "draw", "Task_DrawDown",
                "interim", "Task_Interim",
                "purpose", "Task_PurposeMet",
                "proof", "Task_ProveUse")
            .entrySet()) {
      account(way.getKey());
      complete(way.getValue(), Map.of("outcome", "back"), MANAGER);
      assertThat(open("Task_Account")).as(way.getKey()).hasSize(1);
    }
    assertThat(application().drawDowns()).isEmpty();
    assertThat(open("Task_Close")).isEmpty();
  }

  private void account(String outcome) {
    complete("Task_Account", Map.of("outcome", outcome), MANAGER);
  }

  /** The members vote in order; those without a vote are absent. */
  private void vote(String... votes) {
    ballot(String.valueOf(details().variables().get("motionId")), votes);
  }

  private static void ballot(String motionId, String... votes) {
    var ballot = ballotOn(motionId);
    for (int i = 0; i < votes.length; i++) {
      var member = Actor.of(MEMBERS.get(i), Role.COMMITTEE_MEMBER);
      var task =
          office.tasks(ballot).stream()
              .filter(t -> member.userId().equals(t.assignee()))
              .findFirst()
              .orElseThrow();
      office.send(
          new CompleteTask(task.taskId(), Map.of("biased", "no", "outcome", votes[i])), member);
    }
    if (votes.length < MEMBERS.size()) TestBodies.timeIsOver(office, motionId);
  }

  private void fireTimers() {
    ManagementService jobs = office.bean(ProcessEngine.class).getManagementService();
    var timers = jobs.createJobQuery().timers().processInstanceId(caseId).list();
    assertThat(timers).hasSize(3);
    timers.forEach(timer -> jobs.executeJob(timer.getId()));
  }

  /** The vote begins a message later, and two if the motion is a message's consequence itself. */
  private static String ballotOn(String motionId) {
    return await()
        .until(
            () ->
                office.office().ask(new FindCasesOf(motionId), LEAD).stream()
                    .filter(row -> row.caseKey().equals(motionId))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow()
        .caseId();
  }

  private void complete(String taskKey, Map<String, Object> values, Actor actor) {
    office.complete(caseId, taskKey, values, actor);
  }

  private void complete(String taskKey, String subject, Map<String, Object> values) {
    var task =
        open(taskKey).stream().filter(t -> subject.equals(t.subject())).findFirst().orElseThrow();
    office.send(new CompleteTask(task.taskId(), new HashMap<>(values)), MANAGER);
  }

  // ---- what one sees

  /** Which file holds the view's table: another one after a rebuild. */
  private static long stored() {
    return stored("view_application");
  }

  private static long stored(String table) {
    return office
        .db()
        .sql("select '" + table + "'::regclass::oid::bigint")
        .query(Long.class)
        .single();
  }

  private CaseDetails details() {
    return Objects.requireNonNull(office.office().ask(new FindCase(caseId, null), LEAD));
  }

  private List<TaskRow> open(String taskKey) {
    var tasks = new ArrayList<>(office.tasks(caseId));
    tasks.removeIf(t -> !t.taskKey().equals(taskKey));
    return tasks;
  }

  private ApplicationDetails application() {
    return Objects.requireNonNull(office.office().ask(new FindApplication(key), MANAGER));
  }
}
