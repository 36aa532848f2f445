package org.foerderturm.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.foerderturm.TestBodies;
import org.foerderturm.TestOffice;
import org.foerderturm.audit.AuditQuery.FindStreamHistory;
import org.foerderturm.audit.AuditQuery.HistoryRow;
import org.foerderturm.cases.CaseQuery.CaseRow;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.chain.ChainQuery.ChainNode;
import org.foerderturm.chain.ChainQuery.FindChain;
import org.foerderturm.chain.ChainStage;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.consortium.ConsortiumQuery.FindConsortium;
import org.foerderturm.faults.Views;
import org.foerderturm.funding.FundingQuery.FindApplication;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.foerderturm.project.ProjectCommand.CompleteProject;
import org.foerderturm.project.ProjectCommand.ForecastMilestone;
import org.foerderturm.project.ProjectCommand.ReachMilestone;
import org.foerderturm.project.ProjectCommand.ReportLineFigures;
import org.foerderturm.project.ProjectCommand.ReportProgress;
import org.foerderturm.project.ProjectCommand.RequestChange;
import org.foerderturm.project.ProjectQuery.FindProject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One undertaking through all workflows and three years: every step at its day, every word by the
 * people who say it.
 */
class FromIdeaToClosingIT {
  private static final Actor MANAGER = Actor.of("petra.projekt", Role.PROJECT_MANAGER);
  private static final Actor LEAD = Actor.of("gerda.geschaeft", Role.OFFICE_LEAD);
  private static final Actor FINANCE = Actor.of("kai.kasse", Role.FINANCE_OFFICE);
  private static final Actor LAWYER = Actor.of("rita.recht", Role.LEGAL_OFFICE);
  private static final Actor EXPERT = Actor.of("ernst.experte", Role.EXPERT_TEAM);
  private static final Actor SCIENCE = Actor.of("wilma.wissen", Role.SCIENTIFIC_ADVISOR);
  private static final Actor AUDITOR = Actor.of("paula.pruefung", Role.AUDITOR);
  private static final List<String> MEMBERS =
      List.of("mia.mitglied", "max.mitglied", "mona.mitglied");
  private static final long OWN_SHARE = 60_000_00;
  private static final long GRANT = 80_000_00;

  private static TestOffice office;
  private final String consortium = "c-" + UUID.randomUUID();
  private final String application = "f-" + UUID.randomUUID();
  private final String project = application + "-project";
  private final String paper = application + "-v1";
  private final String change = project + "-c1";

  @BeforeAll
  static void open() {
    office = TestOffice.fresh();
    Clocks.at(
        Instant.parse("2014-01-07T09:00:00Z"),
        () -> {
          TestBodies.found(office, "steering", "Lenkungsgremium", BodyKind.STEERING, MEMBERS);
          TestBodies.found(office, "council", "Entscheidungsgremium", BodyKind.COUNCIL, MEMBERS);
        });
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void a_consortium_comes_from_its_idea_to_its_closing_and_every_euro_leads_back_to_the_council()
      throws Exception {
    form();
    apply();
    grant();
    steer();
    prove();

    walkBack();
    readTheHistory();
    lookAtTheLedger();
    assertThat(Views.differencesAfterRebuild(office)).isEmpty();
  }

  // ---- 2014: consortium

  private void form() {
    on(
        "2014-09-01",
        () -> {
          office.start(
              "consortium-formation",
              consortium,
              Map.of(
                  "title", "Leuchtturm Hafen",
                  "topic", "energy",
                  "programme", "federal-joint-project",
                  "maximumFundingCents", 500_000_00,
                  "coordinator", "Stadt Dortmund",
                  "coordinatorCountry", "DE",
                  "coordinatorKind", "municipality",
                  "idea", "Ein Hafen zeigt, wie Energie, Verkehr und Daten zusammenspielen."),
              MANAGER);
          complete(
              consortium,
              "Task_WriteOnePager",
              Map.of(
                  "aim",
                  "Energie sparen",
                  "approach",
                  "drei Arbeitspakete",
                  "benefit",
                  "niedrigere Nebenkosten"),
              MANAGER);
          complete(
              consortium,
              "Task_NamePartners",
              Map.of(
                  "partners",
                  List.of(
                      Map.of(
                          "name", "TU Dortmund",
                          "country", "DE",
                          "kind", "university",
                          "role", "beneficiary"))),
              MANAGER);
        });
    on(
        "2014-09-22",
        () -> complete(consortium, "Task_RecordAnswer", Map.of("outcome", "accept"), MANAGER));
    on(
        "2014-10-06",
        () -> {
          complete(consortium, "Task_ObtainSharing", Map.of("confidential", true), MANAGER);
          complete(
              consortium,
              "Task_RecordLetter",
              Map.of("outcome", "received", "receivedOn", "2014-10-02"),
              MANAGER);
          complete(
              consortium,
              "Task_AgreeInPrinciple",
              Map.of(
                  "totalCostsCents",
                  150_000_00,
                  "grantRequestedCents",
                  GRANT,
                  "durationMonths",
                  24,
                  "agreementPlanned",
                  true),
              MANAGER);
          complete(
              consortium,
              "Task_GiveExpertOpinion",
              Map.of("outcome", "recommended", "expertStatement", "fachlich tragfähig"),
              EXPERT);
          complete(
              consortium,
              "Task_GiveScientificOpinion",
              Map.of(
                  "outcome",
                  "recommended",
                  "scientificStatement",
                  "gut zu messen, mit Begleitforschung"),
              SCIENCE);
          complete(
              consortium,
              "Task_DecideToGoOn",
              Map.of("outcome", "advance", "reason", "passt zum Hafen"),
              LEAD);
          complete(consortium, "Task_ObtainMandates", Map.of("mandated", true), MANAGER);
          complete(
              consortium,
              "Task_DraftMotion",
              Map.of(
                  "bodyId", "steering",
                  "motionTitle", "Konsortium Leuchtturm Hafen",
                  "proposal", "Das Konsortium wird gebildet."),
              LEAD);
        });
    on("2014-10-20", () -> vote(consortium));
    on(
        "2014-11-03",
        () ->
            complete(
                consortium,
                "Task_PrepareConstitution",
                Map.of("outcome", "constitute", "mandatesComplete", true),
                MANAGER));
    var formed = Objects.requireNonNull(office.office().ask(new FindConsortium(consortium), LEAD));
    assertThat(formed.row().stage()).isEqualTo("constituted");
  }

  // ---- 2015: application, with the council's resolution on the city's own share

  private void apply() {
    on(
        "2015-01-12",
        () -> {
          office.start(
              "funding-application",
              application,
              Map.of(
                  "title", "Leuchtturm Hafen",
                  "consortiumId", consortium,
                  "programme", "federal-joint-project",
                  "regime", "nabf",
                  "call", "Zukunftsstadt",
                  "funder", "Bund",
                  "deadline", "2015-05-05T17:00",
                  "decisiveArrival", "electronic"),
              MANAGER);
          complete(
              application,
              "Task_RateCriteria",
              Map.of("fit", 3, "chance", 3, "strength", 3, "capacity", 3, "share", 3),
              MANAGER);
          complete(application, "Task_DecideToApply", Map.of("outcome", "submit"), LEAD);
          motion(application, "Task_DraftMotion");
        });
    on("2015-01-26", () -> vote(application));
    on(
        "2015-02-16",
        () -> {
          complete(
              application,
              "Task_WriteOutline",
              Map.of(
                  "aim",
                  "Energie sparen helfen",
                  "workPlan",
                  "zwei Arbeitspakete",
                  "benefit",
                  "niedrigere Nebenkosten"),
              MANAGER);
          complete(
              application,
              "Task_NameApplicants",
              Map.of(
                  "applicants",
                  List.of(applicant("Stadt Dortmund", true), applicant("TU Dortmund", false))),
              MANAGER);
          budget("Stadt Dortmund", 100_000_00, 40_000_00, OWN_SHARE);
          budget("TU Dortmund", 50_000_00, 40_000_00, 10_000_00);
          sign("Stadt Dortmund");
          sign("TU Dortmund");
          motion(application, "Task_DraftCoverMotion");
        });
    on("2015-03-02", this::writePaper);
    TestBodies.meets(
        office,
        "council",
        paper + "-m1",
        MEMBERS,
        3,
        0,
        Instant.parse("2015-03-03T09:00:00Z"),
        Instant.parse("2015-03-26T15:00:00Z"));
    on(
        "2015-05-05",
        () -> {
          complete(
              application,
              "Task_SendApplication",
              Map.of("outcome", "submit", "submittedAt", "2015-05-05T08:30"),
              MANAGER);
          complete(
              application,
              "Task_RecordArrival",
              Map.of("arrival", "electronic", "arrivedAt", "2015-05-05T08:31", "outcome", "done"),
              MANAGER);
        });
  }

  private void writePaper() {
    var values = new HashMap<String, Object>();
    values.put("outcome", "submit");
    values.put("title", "Eigenanteil Leuchtturm Hafen");
    values.put("datedOn", "2015-03-02");
    values.put("originator", "Geschäftsstelle Smart City");
    values.put("proposal", "Der Rat stellt den Eigenanteil bereit.");
    values.put("reasons", "Ohne Eigenanteil keine Förderung.");
    values.put("totalCents", OWN_SHARE);
    values.put("years", List.of(Map.of("year", 2015, "amountCents", OWN_SHARE)));
    values.put("cover", "Investitionshaushalt");
    values.put(
        "consultations",
        List.of(
            Map.of(
                "bodyId", "council",
                "body", "Rat",
                "open", true,
                "plannedOn", "2015-03-26",
                "purpose", "resolution")));
    values.put("cosigners", List.of());
    complete(paper, "Task_Write", values, MANAGER);
    complete(paper, "Task_FinanceCheck", Map.of("outcome", "pass"), FINANCE);
    complete(paper, "Task_LegalCheck", Map.of("outcome", "pass"), LAWYER);
  }

  private void grant() {
    on(
        "2015-09-02",
        () -> {
          complete(application, "Task_RecordEvaluation", Map.of("outcome", "positive"), MANAGER);
          complete(
              application,
              "Task_RecordNotice",
              Map.of(
                  "noticeReference", "13N1234",
                  "noticeReceivedOn", "2015-09-01",
                  "outcome", "grant"),
              MANAGER);
          complete(
              application,
              "Task_RecordGrant",
              Map.of(
                  "grantedCents", GRANT, "periodFrom", "2015-10-01", "periodUntil", "2017-09-30"),
              MANAGER);
          complete(
              application,
              "Task_RecordFinality",
              Map.of("finalOn", "2015-09-02", "waived", true),
              MANAGER);
        });
    on(
        "2015-10-05",
        () ->
            complete(
                application,
                "Task_SignAgreement",
                Map.of("agreementSignedOn", "2015-10-05"),
                MANAGER));
  }

  // ---- 2015 to 2017: project

  private void steer() {
    on(
        "2015-10-12",
        () ->
            complete(
                project,
                "Task_PlanProject",
                Map.of(
                    "reportingMonths", 6,
                    "packages",
                        List.of(
                            Map.of(
                                "title", "Aufbau",
                                "responsible", "Stadt Dortmund",
                                "startsOn", "2015-10-01",
                                "endsOn", "2017-09-30")),
                    "milestones",
                        List.of(
                            Map.of("title", "Probebetrieb", "baseline", "2016-08-31"),
                            Map.of("title", "Betrieb", "baseline", "2017-06-30")),
                    "lines",
                        List.of(
                            Map.of("title", "Personal", "budgetCents", 90_000_00),
                            Map.of("title", "Geräte", "budgetCents", 60_000_00))),
                MANAGER));
    on("2015-11-02", () -> draw("stadt dortmund", 30_000_00, "2015-11-02"));
    on(
        "2016-04-04",
        () -> {
          progress(30, "2016-04-04");
          report("green");
        });
    on(
        "2016-10-04",
        () -> {
          progress(55, "2016-10-04");
          forecast("ms1", "2016-11-30", "2016-10-04");
          report("red");
        });
    on("2016-11-28", () -> send(new ReachMilestone(project, "ms1", day("2016-11-25"))));
    on(
        "2017-04-04",
        () -> {
          progress(78, "2017-04-04");
          forecast("ms2", "2017-08-31", "2017-04-04");
          report("red");
        });
    on("2017-04-18", () -> vote(project));
    on(
        "2017-04-20",
        () -> {
          complete(
              project,
              "Task_TakeMeasures",
              Map.of("agreedMeasures", "Ein zweiter Anbieter liefert."),
              LEAD);
          send(new RequestChange(project, "Betrieb später", "Lieferzeit", null, "ms2"));
          complete(
              project,
              "Task_AssessChange",
              Map.of(
                  "assessment",
                  "Vertretbar.",
                  "costEffectCents",
                  0,
                  "delayDays",
                  62,
                  "touchesNotice",
                  true,
                  "newBaseline",
                  "2017-08-31",
                  "outcome",
                  "assess"),
              MANAGER);
          motion(project, "Task_DraftMotion");
        });
    on("2017-05-08", () -> vote(project));
    on(
        "2017-06-12",
        () -> {
          complete(
              project,
              "Task_AskFunder",
              Map.of(
                  "answerReference", "Az. 7",
                  "answeredOn", "2017-06-09",
                  "outcome", "granted"),
              MANAGER);
          complete(
              project,
              "Task_Implement",
              Map.of("outcome", "implement", "implementedOn", "2017-06-12"),
              MANAGER);
          draw("tu dortmund", 40_000_00, "2017-06-12");
        });
    on(
        "2017-10-04",
        () -> {
          progress(100, "2017-09-30");
          send(new ReachMilestone(project, "ms2", day("2017-08-28")));
          send(
              new ReportLineFigures(
                  project, "z1", 90_000_00, 0, 90_000_00, GRANT, day("2017-09-30")));
          report("green");
          send(new CompleteProject(project, day("2017-09-30")));
        });
  }

  private void prove() {
    on(
        "2017-11-30",
        () -> {
          account("purpose");
          complete(application, "Task_PurposeMet", Map.of("purposeMetOn", "2017-09-30"), MANAGER);
          account("proof");
          complete(
              application,
              "Task_ProveUse",
              Map.of(
                  "proofSubmittedOn",
                  "2017-11-30",
                  "spentByPartner",
                  List.of(
                      Map.of("name", "Stadt Dortmund", "spentCents", 30_000_00),
                      Map.of("name", "TU Dortmund", "spentCents", 40_000_00))),
              MANAGER);
          complete(
              application,
              "Task_RecordExamination",
              "Stadt Dortmund",
              Map.of("outcome", "none"),
              MANAGER);
          complete(
              application,
              "Task_RecordExamination",
              "TU Dortmund",
              Map.of("outcome", "none"),
              MANAGER);
          complete(application, "Task_Close", Map.of("lessons", "Früher bestellen."), LEAD);
          complete(
              project,
              "Task_WriteClosing",
              Map.of(
                  "proofReference",
                  "VN 13N1234",
                  "proofSubmittedOn",
                  "2017-11-30",
                  "lessons",
                  "Früher bestellen.",
                  "bookFiles",
                  true,
                  "letterFiles",
                  true,
                  "voucherFiles",
                  true),
              MANAGER);
          complete(project, "Task_ReleaseClosing", Map.of("outcome", "release"), LEAD);
        });
    var applied =
        Objects.requireNonNull(office.office().ask(new FindApplication(application), LEAD));
    assertThat(applied.row().stage()).isEqualTo("closed");
    var steered = Objects.requireNonNull(office.office().ask(new FindProject(project), LEAD));
    assertThat(steered.row().stage()).isEqualTo("closed");
    assertThat(steered.reports()).hasSize(4);
    assertThat(steered.changes())
        .singleElement()
        .satisfies(row -> assertThat(row.changeId()).isEqualTo(change));
    for (var key : List.of(consortium, paper, application, project))
      assertThat(office.office().ask(new FindCasesOf(key), LEAD))
          .isNotEmpty()
          .allSatisfy(row -> assertThat(row.ended()).isEqualTo("completed"));
  }

  // ---- what remains

  /** From the last draw-down to the paper whose resolution allowed it, and all the way back. */
  private void walkBack() {
    var last =
        chain(application + "#draw-down-2").stream()
            .filter(node -> node.id().equals(application + "#draw-down-2"))
            .findFirst()
            .orElseThrow();
    assertThat(last.amountCents()).isEqualTo(40_000_00);
    var notice = only(last.id(), ChainStage.NOTICE, last.ownerId());
    assertThat(notice.title()).isEqualTo("13N1234");
    var asked = only(notice.id(), ChainStage.APPLICATION, notice.ownerId());
    assertThat(asked.state()).isEqualTo("closed");
    var allowed = only(asked.id(), ChainStage.PAPER, paper);
    assertThat(allowed.state()).isEqualTo("adopted");
    assertThat(allowed.amountCents()).isEqualTo(OWN_SHARE);
    var resolution = only(allowed.id(), ChainStage.RESOLUTION, paper + "-m1");
    assertThat(resolution.state()).isEqualTo("adopted");
    assertThat(resolution.label()).isEqualTo("Entscheidungsgremium");
    assertThat(resolution.day()).isEqualTo(day("2015-03-26"));

    only(resolution.id(), ChainStage.CONSORTIUM, consortium);
    only(resolution.id(), ChainStage.PROOF, application);
    assertThat(only(resolution.id(), ChainStage.PROJECT, project).state()).isEqualTo("closed");
    assertThat(chain(resolution.id())).contains(last);
  }

  private static ChainNode only(String from, ChainStage stage, String ownerId) {
    var found = new ArrayList<>(chain(from));
    found.removeIf(node -> node.stage() != stage || !node.ownerId().equals(ownerId));
    assertThat(found).as("%s of %s, asked from %s", stage, ownerId, from).hasSize(1);
    return found.getFirst();
  }

  private static List<ChainNode> chain(String id) {
    return office.office().ask(new FindChain(id), AUDITOR);
  }

  private void readTheHistory() throws Exception {
    assertThat(types(consortium))
        .containsSubsequence(
            "ConsortiumProposed",
            "PartnerInvited",
            "PartnerAccepted",
            "AgreedInPrinciple",
            "ConsortiumConstituted");
    assertThat(types(paper))
        .containsSubsequence(
            "CouncilPaperRequested",
            "CouncilPaperWritten",
            "CouncilPaperRegistered",
            "CouncilPaperDecided");
    assertThat(types(application))
        .containsSubsequence(
            "ApplicationOpened",
            "BudgetAgreed",
            "ApplicationSubmitted",
            "GrantNoticeReceived",
            "GrantBecameFinal",
            "FundsDrawn",
            "FundsDrawn",
            "ProofOfUseSubmitted",
            "ApplicationClosed");
    assertThat(types(project))
        .containsSubsequence(
            "ProjectStarted",
            "ProjectPlanned",
            "StatusReportFiled",
            "StatusReportFiled",
            "StatusReportFiled",
            "ProjectEscalated",
            "ChangeRequested",
            "ChangeImplemented",
            "StatusReportFiled",
            "ProjectCompleted",
            "ProjectClosed");
    for (var language : List.of("de", "en")) {
      var words = new Properties();
      var bundle = Path.of("../ui/src/main/resources/i18n/messages_" + language + ".properties");
      try (var text = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
        words.load(text);
      }
      assertThat(
              list(
                  "select distinct event_type from event_log"
                      + " where event_type <> 'CaseAdvanced'")) // said from what it holds
          .allSatisfy(type -> assertThat(words).containsKey("event." + type));
    }
  }

  private static List<String> types(String stream) {
    var rows = new ArrayList<>(office.office().ask(new FindStreamHistory(stream, 500), AUDITOR));
    rows.sort((a, b) -> Long.compare(a.position(), b.position()));
    assertThat(rows).extracting(HistoryRow::at).isSorted();
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row.at())
                    .isBetween(
                        Instant.parse("2014-01-01T00:00:00Z"),
                        Instant.parse("2018-01-01T00:00:00Z")));
    return rows.stream().map(HistoryRow::type).toList();
  }

  private static void lookAtTheLedger() {
    assertThat(
            list(
                "select count(*) || ' ' || min(position) || ' ' || max(position) + 1"
                    + " from ledger_entry"))
        .isEqualTo(list("select count(*) || ' 0 ' || count(*) from event_log"));
    assertThat(list("select incident_msg_ from act_ru_incident")).isEmpty();
  }

  private static List<String> list(String sql) {
    return office.db().sql(sql).query(String.class).list();
  }

  // ---- steps

  /** Runs the steps of a day, and waits until all that follows from them is done that day, too. */
  private static void on(String date, Runnable steps) {
    var failure = new AtomicReference<Throwable>();
    Clocks.at(
        Instant.parse(date + "T08:00:00Z"),
        () -> {
          try {
            steps.run();
            Views.settle(office);
          } catch (Throwable e) {
            failure.set(e);
          }
        });
    if (failure.get() instanceof Rejected no)
      throw new AssertionError(date + ": " + no.code() + no.args(), no);
    if (failure.get() != null) throw new AssertionError(date, failure.get());
  }

  private static void send(Command command) {
    office.send(command, MANAGER);
  }

  private static void complete(
      String key, String taskKey, Map<String, Object> values, Actor actor) {
    complete(key, taskKey, null, values, actor);
  }

  private static void complete(
      String key,
      String taskKey,
      @Nullable String subject,
      Map<String, Object> values,
      Actor actor) {
    var task = await().until(() -> open(key, taskKey, subject), Optional::isPresent).orElseThrow();
    office.send(new CompleteTask(task.taskId(), new HashMap<>(values)), actor);
  }

  private static Optional<TaskRow> open(String key, String taskKey, @Nullable String subject) {
    return office.office().ask(new FindCasesOf(key), LEAD).stream()
        .filter(row -> row.caseKey().equals(key) && row.ended() == null)
        .map(CaseRow::caseId)
        .flatMap(id -> office.tasks(id).stream())
        .filter(task -> task.taskKey().equals(taskKey))
        .filter(task -> subject == null || subject.equals(task.subject()))
        .findFirst();
  }

  private static void motion(String key, String taskKey) {
    complete(
        key,
        taskKey,
        Map.of("motionTitle", "Leuchtturm Hafen", "proposal", "Es wird zugestimmt."),
        LEAD);
  }

  /** The newest motion of the thing is adopted. */
  private static void vote(String key) {
    ballot(
        office
            .db()
            .sql("select motion_id from view_motion where case_key = ? order by position desc")
            .param(key)
            .query(String.class)
            .list()
            .getFirst());
  }

  private static void ballot(String motionId) {
    for (var member : MEMBERS) {
      var task =
          await()
              .until(
                  () ->
                      office.office().ask(new FindCasesOf(motionId), LEAD).stream()
                          .filter(row -> row.caseKey().equals(motionId))
                          .flatMap(row -> office.tasks(row.caseId()).stream())
                          .filter(t -> member.equals(t.assignee()))
                          .findFirst(),
                  Optional::isPresent)
              .orElseThrow();
      office.send(
          new CompleteTask(task.taskId(), Map.of("biased", "no", "outcome", "YES")),
          Actor.of(member, Role.COMMITTEE_MEMBER));
    }
  }

  private static Map<String, Object> applicant(String name, boolean city) {
    return Map.of(
        "name",
        name,
        "city",
        city,
        "aidCategory",
        "no-aid",
        "size",
        "large",
        "collaboration",
        false,
        "area",
        "none",
        "noAidReason",
        "öffentliche Aufgabe, kein Angebot am Markt");
  }

  private void budget(String partner, long costs, long grant, long own) {
    var line = Map.of("row", "0812", "costsCents", costs, "grantCents", grant, "ownCents", own);
    complete(application, "Task_DrawUpBudget", partner, Map.of("lines", List.of(line)), MANAGER);
  }

  private void sign(String partner) {
    complete(
        application,
        "Task_SignOff",
        partner,
        Map.of("signatory", "Frau Beispiel", "outcome", "sign"),
        MANAGER);
  }

  private void account(String outcome) {
    complete(application, "Task_Account", Map.of("outcome", outcome), MANAGER);
  }

  private void draw(String partner, long cents, String day) {
    account("draw");
    complete(
        application,
        "Task_DrawDown",
        Map.of("drawPartner", partner, "amountCents", cents, "drawnOn", day),
        MANAGER);
  }

  private void progress(int percent, String day) {
    send(new ReportProgress(project, "ap1", percent, day(day)));
  }

  private void forecast(String milestone, String to, String on) {
    send(new ForecastMilestone(project, milestone, day(to), day(on), "Lieferzeit"));
  }

  /** The half-year is over: its report is called for, written and filed. */
  private void report(String time) {
    ManagementService jobs = office.bean(ProcessEngine.class).getManagementService();
    var waiting =
        office.office().ask(new FindCasesOf(project), LEAD).stream()
            .filter(row -> row.model().key().equals("project-steering"))
            .findFirst()
            .orElseThrow()
            .caseId();
    var timers = jobs.createJobQuery().timers().processInstanceId(waiting).list();
    assertThat(timers).hasSize(1);
    jobs.executeJob(timers.getFirst().getId());
    complete(project, "Task_UpdateState", Map.of("outcome", "current"), MANAGER);
    var values = new HashMap<String, Object>();
    values.put("progress", "Der Aufbau läuft.");
    values.put("comparison", "Siehe Meilensteine.");
    values.put("outlook", "Probebetrieb.");
    values.put("mainRisks", "Lieferzeiten.");
    values.put("measures", "Wöchentlich nachfragen.");
    values.put("scopeLight", "green");
    values.put("timeLight", time);
    values.put("costLight", "green");
    values.put("riskLight", "green");
    complete(project, "Task_WriteReport", values, MANAGER);
    complete(project, "Task_ReviewReport", Map.of("outcome", "accept"), LEAD);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
