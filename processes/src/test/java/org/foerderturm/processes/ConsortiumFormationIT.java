package org.foerderturm.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.foerderturm.TestBodies;
import org.foerderturm.TestOffice;
import org.foerderturm.audit.AuditQuery.FindCaseHistory;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.cases.CaseQuery;
import org.foerderturm.cases.CaseQuery.CaseDetails;
import org.foerderturm.cases.CaseQuery.CaseRow;
import org.foerderturm.cases.CaseQuery.FindCase;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.cases.CaseQuery.FindTask;
import org.foerderturm.cases.CaseQuery.TaskDetails;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.chain.ChainQuery.FindChain;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.committee.CommitteeCommand.CloseVote;
import org.foerderturm.committee.CommitteeQuery.FindMotion;
import org.foerderturm.consortium.CallCommand.LeaveCall;
import org.foerderturm.consortium.CallCommand.SetCallDeadline;
import org.foerderturm.consortium.ChecklistCommand.ReceiveDocument;
import org.foerderturm.consortium.ChecklistCommand.WaiveDocument;
import org.foerderturm.consortium.ConsortiumCommand.AcceptInvitation;
import org.foerderturm.consortium.ConsortiumCommand.InvitePartner;
import org.foerderturm.consortium.ConsortiumCommand.ProposeConsortium;
import org.foerderturm.consortium.ConsortiumCommand.RecordEligibility;
import org.foerderturm.consortium.ConsortiumCommand.RecordLetterOfIntent;
import org.foerderturm.consortium.ConsortiumCommand.WithdrawPartner;
import org.foerderturm.consortium.ConsortiumQuery.ConsortiumDetails;
import org.foerderturm.consortium.ConsortiumQuery.ConsortiumRow;
import org.foerderturm.consortium.ConsortiumQuery.FindConsortia;
import org.foerderturm.consortium.ConsortiumQuery.FindConsortium;
import org.foerderturm.consortium.ConsortiumQuery.PartnerRow;
import org.foerderturm.consortium.CountryStatus;
import org.foerderturm.consortium.DocumentKind;
import org.foerderturm.consortium.IdeaCommand.BeginFormation;
import org.foerderturm.consortium.IdeaCommand.SelectIdea;
import org.foerderturm.consortium.IdeaCommand.SetIdeaAside;
import org.foerderturm.consortium.IdeaCommand.TakeUpIdea;
import org.foerderturm.consortium.OrganisationKind;
import org.foerderturm.consortium.PartnerRole;
import org.foerderturm.consortium.Programme;
import org.foerderturm.consortium.Topic;
import org.foerderturm.form.FormSchema;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.ModelQuery.FindForm;
import org.foerderturm.process.ProcessCommand.CancelCase;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through the model, on the real engine and a real database. */
class ConsortiumFormationIT {
  private static final String FORMATION = "consortium-formation";
  private static final Actor MANAGER = Actor.of("petra.projekt", Role.PROJECT_MANAGER);
  private static final Actor LEAD = Actor.of("gerda.geschaeft", Role.OFFICE_LEAD);
  private static final Actor EXPERT = Actor.of("ernst.experte", Role.EXPERT_TEAM);
  private static final Actor SCIENCE = Actor.of("wilma.wissen", Role.SCIENTIFIC_ADVISOR);
  private static final List<String> MEMBERS =
      List.of("mia.mitglied", "max.mitglied", "mona.mitglied");

  private static TestOffice office;
  private String key;
  private String caseId;

  @BeforeAll
  static void open() {
    office = TestOffice.shared();
    TestBodies.found(office, "steering", "Lenkungsgremium", BodyKind.STEERING, MEMBERS);
  }

  @BeforeEach
  void propose() {
    key = "c-" + UUID.randomUUID();
  }

  // ---- the straight way

  @Test
  void five_cities_form_a_consortium_and_the_body_adopts_it() {
    start("horizon");
    onePager();
    search(
        partner("Amiens", "FR"),
        partner("Stadt Gdańsk", "PL"),
        partner("Kozani", "GR"),
        partner("Karlskrona", "SE"));
    assertThat(open("Task_RecordAnswer"))
        .extracting(TaskRow::subject)
        .containsExactlyInAnyOrder("Amiens", "Stadt Gdańsk", "Kozani", "Karlskrona");
    assertThat(details().tokens())
        .filteredOn(token -> token.elementId().equals("Task_RecordAnswer"))
        .extracting(CaseQuery.Token::subject)
        .as("each token names its own partner")
        .containsExactlyInAnyOrder("Amiens", "Stadt Gdańsk", "Kozani", "Karlskrona");
    for (var name : List.of("Amiens", "Stadt Gdańsk", "Kozani", "Karlskrona"))
      answer(name, "accept");
    for (var name : List.of("Amiens", "Stadt Gdańsk", "Kozani", "Karlskrona"))
      letter(name, "received");
    agree();
    assertThat(consortium().eligible()).isTrue();
    opinions("recommended", "with-conditions");
    goOn("advance");
    motion();
    assertThat(consortium().row().stage()).isEqualTo("opinions");
    vote("YES", "YES", "NO");
    assertThat(consortium().resolution()).isEqualTo("adopted");
    constitute();

    assertThat(consortium().row().stage()).isEqualTo("constituted");
    assertThat(consortium().row().partners()).isEqualTo(5);
    assertThat(consortium().expertOpinion()).isEqualTo("recommended");
    assertThat(consortium().scientificOpinion()).isEqualTo("with-conditions");
    assertThat(details().row().ended()).isEqualTo("completed");
    assertThat(details().row().title()).isEqualTo("Leuchtturm " + key);
  }

  @Test
  void a_consortium_is_found_by_its_title_and_by_a_partner() {
    start("horizon");
    onePager();
    search(partner("Suchstadt " + key, "FR"));
    for (var words : List.of(key, "suchstadt " + key))
      assertThat(office.office().ask(new FindConsortia(words, null, 0, 10), MANAGER).rows())
          .extracting(row -> row.consortiumId())
          .containsExactly(key);
    assertThat(office.office().ask(new FindConsortia(key, "dissolved", 0, 10), MANAGER).total())
        .isZero();
  }

  // ---- an idea that came in without a case

  @Test
  void a_selected_idea_gets_its_case_and_becomes_a_consortium() {
    idea();
    assertThat(cases()).isEmpty();
    office.send(new SelectIdea(key), MANAGER);
    caseId = cases().getFirst().caseId();
    assertThat(details().row().title()).isEqualTo("Bänke " + key);
    assertThat(consortium().row().stage()).isEqualTo("selected");
    threeAccept();
    letter("Amiens", "received");
    letter("Kozani", "received");
    agree();
    opinions("recommended", "recommended");
    goOn("advance");
    motion();
    assertThat(details().variables()).containsEntry("motionId", key + "-m1");
    vote("YES", "YES", "YES");
    constitute();
    assertThat(consortium().row().stage()).isEqualTo("constituted");
    assertThat(office.office().ask(new FindConsortia(key, null, 0, 10), MANAGER).total())
        .as("no second idea")
        .isOne();
    assertThat(cases()).filteredOn(each -> each.model().key().equals(FORMATION)).hasSize(1);
  }

  @Test
  void what_runs_is_neither_selected_nor_set_aside_and_what_was_cancelled_can_be_taken_up() {
    idea();
    office.send(new SelectIdea(key), MANAGER);
    refused("idea-already-selected", new SelectIdea(key), LEAD);
    refused("idea-runs", new SetIdeaAside(key, "zu spät"), LEAD);
    caseId = cases().getFirst().caseId();
    office.send(new CancelCase(caseId, "falsche Idee"), LEAD);
    assertThat(consortium().row().stage()).isEqualTo("set-aside");
    assertThat(consortium().setAsideReason()).isEqualTo("falsche Idee");
    assertThat(chainState()).isEqualTo("set-aside");
    refused("idea-set-aside", new SelectIdea(key), MANAGER);
    office.send(new TakeUpIdea(key), MANAGER);
    assertThat(consortium().row().stage()).isEqualTo("selected");
    assertThat(consortium().setAsideReason()).isNull();
    assertThat(chainState()).isEqualTo("proposed");
    office.send(new SelectIdea(key), MANAGER);
    assertThat(cases()).extracting(CaseRow::ended).containsExactly("cancelled", null);
    caseId = cases().getLast().caseId();
    onePager();
    assertThat(consortium().row().stage()).isEqualTo("one-pager");
  }

  @Test
  void who_cancels_the_case_once_partners_are_asked_dissolves_the_consortium() {
    start("horizon");
    onePager();
    search(partner("Amiens", "FR"));
    office.send(new CancelCase(caseId, "kein Geld mehr"), LEAD);
    assertThat(consortium().row().stage()).isEqualTo("dissolved");
    assertThat(details().row().ended()).isEqualTo("cancelled");
    var said =
        office.office().ask(new FindCaseHistory(caseId, null, 10), LEAD).getFirst().payload();
    assertThat(said.toString()).contains("kein Geld mehr");
  }

  @Test
  void an_idea_started_by_its_form_runs_already() {
    start("horizon");
    refused("idea-already-selected", new SelectIdea(key), MANAGER);
    refused("idea-runs", new SetIdeaAside(key, "zu spät"), MANAGER);
  }

  @Test
  void a_case_that_comes_too_late_for_its_idea_ends_at_once() {
    idea();
    office
        .bean(ProcessEngine.class)
        .getRuntimeService()
        .startProcessInstanceByMessage("IdeaSelected", key, Map.of("title", "Bänke"));
    await().untilAsserted(() -> assertThat(cases()).hasSize(1));
    assertThat(cases().getFirst().ended()).isEqualTo("completed");
    assertThat(office.find(cases().getFirst().caseId()).done()).containsKey("EndEvent_NotBegun");
    assertThat(consortium().row().stage()).isEqualTo("idea");
  }

  @Test
  void who_may_not_sift_ideas_is_refused_on_record() {
    idea();
    for (var command : List.of(new SelectIdea(key), new SetIdeaAside(key, "nein")))
      refused("not-allowed", command, EXPERT);
    refused("not-allowed", new BeginFormation(key), LEAD);
    assertThat(
            office
                .db()
                .sql(
                    "select count(*) from event_log where event_type = 'AttemptRefused'"
                        + " and payload::jsonb ->> 'code' = 'not-allowed'"
                        + " and payload::jsonb -> 'fields' ->> 'consortiumId' = ?")
                .param(key)
                .query(Long.class)
                .single())
        .isEqualTo(3);
    assertThat(consortium().row().stage()).isEqualTo("idea");
  }

  private void idea() {
    office.send(
        new ProposeConsortium(
            key,
            "Bänke " + key,
            Topic.HARBOUR,
            Programme.HORIZON,
            null,
            null,
            0,
            "Stadt Dortmund",
            "DE",
            CountryStatus.MEMBER_STATE,
            OrganisationKind.MUNICIPALITY,
            "Bänke, die Strom geben."),
        MANAGER);
  }

  private String chainState() {
    return office.office().ask(new FindChain(key), LEAD).getFirst().state();
  }

  private List<CaseRow> cases() {
    return office.office().ask(new FindCasesOf(key), LEAD);
  }

  private static void refused(String code, Command command, Actor actor) {
    assertThatThrownBy(() -> office.send(command, actor))
        .isInstanceOfSatisfying(Rejected.class, no -> assertThat(no.code()).isEqualTo(code));
  }

  // ---- partners

  @Test
  void after_fourteen_days_without_an_answer_the_partner_is_reminded_and_the_task_stays() {
    start("horizon");
    onePager();
    search(partner("Amiens", "FR"));
    fireTimers();
    await().untilAsserted(() -> assertThat(partnerNamed("Amiens").reminders()).isEqualTo(1));
    assertThat(open("Task_RecordAnswer")).hasSize(1);
    answer("Amiens", "accept");
    assertThat(partnerNamed("Amiens").status()).isEqualTo("accepted");
  }

  @Test
  void the_project_manager_reminds_again_and_again() {
    start("horizon");
    onePager();
    search(partner("Amiens", "FR"));
    answer("Amiens", "remind");
    answer("Amiens", "remind");
    assertThat(partnerNamed("Amiens").reminders()).isEqualTo(2);
    assertThat(open("Task_RecordAnswer")).hasSize(1);
  }

  @Test
  void a_partner_declines_and_nobody_takes_its_place() {
    start("horizon");
    onePager();
    search(partner("Amiens", "FR"), partner("Kozani", "GR"));
    complete(
        "Task_RecordAnswer",
        "Amiens",
        Map.of("outcome", "decline", "reason", "kein Budget"),
        MANAGER);
    answer("Kozani", "accept");
    settle();
    assertThat(partnerNamed("Amiens"))
        .extracting(PartnerRow::status, PartnerRow::reason)
        .containsExactly("declined", "kein Budget");
    assertThat(open("Task_RecordLetter")).extracting(TaskRow::subject).containsExactly("Kozani");
  }

  @Test
  void a_partner_who_declined_is_replaced_and_the_successor_is_asked() {
    start("horizon");
    onePager();
    search(partner("Amiens", "FR"));
    answer("Amiens", "replace");
    nameAnew("Amiens", "Lille", "invite");
    assertThat(partnerNamed("Amiens"))
        .extracting(PartnerRow::status, PartnerRow::successor)
        .containsExactly("replaced", "Lille");
    assertThat(open("Task_RecordAnswer")).extracting(TaskRow::subject).containsExactly("Lille");
    answer("Lille", "replace");
    nameAnew("Lille", "Nantes", "invite");
    answer("Nantes", "accept");
    assertThat(statuses())
        .containsExactlyInAnyOrder(
            tuple("Stadt Dortmund", "accepted"),
            tuple("Amiens", "replaced"),
            tuple("Lille", "replaced"),
            tuple("Nantes", "accepted"));
  }

  @Test
  void the_reason_of_a_partner_is_not_put_into_the_next_ones_mouth() {
    start("horizon");
    onePager();
    search(partner("Amiens", "FR"));
    complete(
        "Task_RecordAnswer",
        "Amiens",
        Map.of("outcome", "replace", "reason", "kein Budget"),
        MANAGER);
    nameAnew("Amiens", "Lille", "invite");
    var asked = task(open("Task_RecordAnswer").getFirst());
    assertThat(asked.variables()).as("the case knows it").containsEntry("reason", "kein Budget");
    assertThat(prefilled(asked)).isEmpty();
  }

  @Test
  void a_round_of_correction_shows_what_was_agreed_before() {
    start("horizon");
    onePager();
    search();
    agree();
    complete(
        "Task_DecideIneligible", Map.of("outcome", "mend", "reason", "zu wenige Länder"), MANAGER);
    search();
    settle();
    assertThat(prefilled(task(open("Task_AgreeInPrinciple").getFirst())))
        .containsKeys("totalCostsCents", "grantRequestedCents", "durationMonths")
        .doesNotContainKey("reason");
  }

  private TaskDetails task(TaskRow row) {
    return Objects.requireNonNull(office.office().ask(new FindTask(row.taskId()), MANAGER));
  }

  /** What the form of the task starts with. */
  private static Map<String, Object> prefilled(TaskDetails task) {
    var json =
        office
            .office()
            .ask(new FindForm(Objects.requireNonNull(task.form()), task.formVersion()), MANAGER);
    return FormSchema.parse(Objects.requireNonNull(json)).prefilled(task.variables());
  }

  @Test
  void who_finds_no_replacement_goes_on_without() {
    start("horizon");
    onePager();
    search(partner("Amiens", "FR"));
    answer("Amiens", "replace");
    nameAnew("Amiens", "Amiens", "omit");
    settle();
    assertThat(partnerNamed("Amiens").status()).isEqualTo("declined");
    assertThat(open("Task_AgreeInPrinciple")).hasSize(1);
  }

  @Test
  void a_partner_named_twice_is_refused_and_another_is_named() {
    start("horizon");
    onePager();
    search(partner("Amiens", "FR"), partner("AMIENS", "FR"));
    assertThat(open("Task_RecordAnswer")).hasSize(1);
    nameAnew("AMIENS", "Lille", "invite");
    assertThat(open("Task_RecordAnswer"))
        .extracting(TaskRow::subject)
        .containsExactlyInAnyOrder("Amiens", "Lille");
    assertThat(statuses())
        .containsExactlyInAnyOrder(
            tuple("Stadt Dortmund", "accepted"),
            tuple("Amiens", "invited"),
            tuple("Lille", "invited"));
  }

  @Test
  void a_partner_named_twice_may_simply_be_left_out() {
    start("horizon");
    onePager();
    search(partner("Stadt Dortmund", "DE"), partner("Amiens", "FR"));
    nameAnew("Stadt Dortmund", "Stadt Dortmund", "omit");
    answer("Amiens", "accept");
    settle();
    assertThat(open("Task_RecordLetter")).extracting(TaskRow::subject).containsExactly("Amiens");
  }

  // ---- letters of intent

  @Test
  void a_partner_who_withdraws_instead_of_sending_its_letter_no_longer_counts() {
    start("horizon");
    threeAccept();
    letter("Amiens", "received");
    letter("Kozani", "withdrawn");
    agree();
    assertThat(partnerNamed("Kozani").status()).isEqualTo("withdrew");
    assertThat(consortium().eligible()).isFalse();
    assertThat(open("Task_DecideIneligible")).hasSize(1);
  }

  @Test
  void a_letter_may_come_later_but_not_after_the_constitution() {
    start("horizon");
    threeAccept();
    letter("Amiens", "later");
    letter("Kozani", "received");
    agree();
    opinions("recommended", "recommended");
    goOn("advance");
    motion();
    vote("YES", "YES", "YES");
    constitute();
    // refused for the missing letter: it is asked for, and the way goes on from there
    settle();
    assertThat(open("Task_RecordLetter")).extracting(TaskRow::subject).containsExactly("Amiens");
    letter("Amiens", "received");
    agree();
    opinions("recommended", "recommended");
    goOn("advance");
    motion();
    vote("YES", "YES", "YES");
    constitute();
    assertThat(consortium().row().stage()).isEqualTo("constituted");
  }

  // ---- agreement in principle

  @Test
  void who_asks_for_more_than_the_call_grants_keeps_the_task_and_reads_why() {
    start("horizon");
    onePager();
    search();
    settle();
    assertThatThrownBy(() -> complete("Task_AgreeInPrinciple", agreement(9_000_000_000L), MANAGER))
        .isInstanceOfSatisfying(
            Rejected.class, no -> assertThat(no.code()).isEqualTo("grant-above-maximum"));
    assertThat(open("Task_AgreeInPrinciple")).hasSize(1);
    assertThat(consortium().grantRequestedCents()).isNull();
  }

  // ---- eligibility

  @Test
  void without_partners_a_horizon_consortium_is_not_eligible_and_searches_on() {
    start("horizon");
    onePager();
    search();
    agree();
    assertThat(consortium().eligible()).isFalse();
    assertThat(consortium().eligibilityFinding()).contains("Weniger als drei");
    complete(
        "Task_DecideIneligible",
        Map.of("outcome", "mend", "reason", "mehr Städte fragen"),
        MANAGER);
    search(partner("Amiens", "FR"), partner("Kozani", "GR"));
    answer("Amiens", "accept");
    answer("Kozani", "accept");
    letter("Amiens", "received");
    letter("Kozani", "received");
    agree();
    assertThat(consortium().eligible()).isTrue();
  }

  @Test
  void eligibility_is_known_as_soon_as_the_partners_are_and_somebody_decides() {
    start("horizon");
    onePager();
    search(partner("Amiens", "FR"));
    answer("Amiens", "accept");
    assertThat(consortium().eligible()).isFalse();
    assertThat(consortium().eligibilityFinding()).contains("Weniger als drei");
    assertThat(open("Task_RecordLetter")).isEmpty();
    complete("Task_DecideEarly", Map.of("outcome", "mend", "reason", "noch zwei"), MANAGER);
    search(partner("Kozani", "GR"));
    answer("Kozani", "accept");
    assertThat(consortium().eligible()).isTrue();
    assertThat(open("Task_DecideEarly")).isEmpty();
    assertThat(open("Task_ObtainSharing")).hasSize(1);
  }

  @Test
  void who_goes_on_in_spite_of_the_finding_is_checked_again_after_the_principles() {
    start("horizon");
    onePager();
    search(partner("Amiens", "FR"));
    answer("Amiens", "accept");
    complete("Task_DecideEarly", Map.of("outcome", "go-on", "reason", "zwei sagen zu"), LEAD);
    letter("Amiens", "received");
    agree();
    assertThat(open("Task_DecideIneligible")).hasSize(1);
  }

  @Test
  void what_is_not_eligible_in_advance_may_be_dissolved_at_once() {
    start("horizon");
    onePager();
    search(partner("Amiens", "FR"));
    answer("Amiens", "accept");
    complete("Task_DecideEarly", Map.of("outcome", "dissolve", "reason", "zu wenige"), LEAD);
    assertThat(consortium().dissolvedReason()).isEqualTo("zu wenige");
    assertThat(details().row().ended()).isEqualTo("completed");
  }

  // ---- documents that come first

  @Test
  void nothing_is_shared_before_all_have_agreed_on_confidentiality() {
    start("horizon");
    threeAccept();
    office.send(new ReceiveDocument(key, "amiens", DocumentKind.NDA, null), MANAGER);
    complete("Task_ObtainSharing", Map.of("confidential", false), MANAGER);
    assertThat(open("Task_ObtainSharing")).as("Kozani's is missing").hasSize(1);
    assertThat(open("Task_RecordLetter")).isEmpty();
    office.send(new WaiveDocument(key, "kozani", DocumentKind.NDA, "veröffentlicht alles"), LEAD);
    complete("Task_ObtainSharing", Map.of("confidential", false), MANAGER);
    assertThat(open("Task_RecordLetter")).hasSize(2);
  }

  @Test
  void the_body_is_asked_when_the_mandates_are_there() {
    upToGoDecision();
    goOn("advance");
    assertThat(open("Task_DraftMotion")).isEmpty();
    complete("Task_ObtainMandates", Map.of("mandated", false), MANAGER);
    assertThat(open("Task_ObtainMandates")).hasSize(1);
    office.send(new ReceiveDocument(key, "amiens", DocumentKind.MANDATE, null), MANAGER);
    complete("Task_ObtainMandates", Map.of("mandated", true), MANAGER);
    assertThat(open("Task_DraftMotion")).hasSize(1);
    var told = office.office().ask(new FindCaseHistory(caseId, null, 200), LEAD);
    assertThat(told)
        .filteredOn(row -> row.type().equals("DocumentReceived"))
        .filteredOn(row -> row.payload().path("document").asText().equals("mandate"))
        .extracting(row -> row.payload().path("partnerId").asText())
        .as("with the step, and what was there is not taken in twice")
        .containsExactly("kozani");
  }

  // ---- the deadline of the call

  @Test
  void the_deadline_of_the_call_is_reminded_of_and_decided_on_when_it_is_over() {
    var today = LocalDate.now(WorkingDays.OFFICE);
    start("horizon", today);
    awaitTimer();
    assertThat(deadlines()).containsExactly(tuple("call", today));
    on(today.plusDays(1), this::fireTimers);
    await().untilAsserted(() -> assertThat(open("Task_DecidePassed")).hasSize(1));
    onePager();
    complete(
        "Task_DecidePassed",
        Map.of(
            "outcome", "moved",
            "reason", "verlängert",
            "newUntil", today.plusDays(90).toString(),
            "newCall", "CL4-2"),
        LEAD);
    assertThat(consortium().row())
        .extracting(ConsortiumRow::call, ConsortiumRow::deadline)
        .containsExactly("CL4-2", today.plusDays(90));
    awaitTimer();
    assertThat(deadlines()).containsExactly(tuple("call", today.plusDays(90)));
    assertThat(open("Task_DecidePassed")).isEmpty();
    assertThat(open("Task_NamePartners")).as("formation goes on beside it").hasSize(1);
  }

  @Test
  void a_deadline_named_on_the_page_takes_the_place_of_the_one_that_is_over() {
    var today = LocalDate.now(WorkingDays.OFFICE);
    start("horizon", today);
    awaitTimer();
    on(today.plusDays(1), this::fireTimers);
    await().untilAsserted(() -> assertThat(open("Task_DecidePassed")).hasSize(1));
    office.send(new SetCallDeadline(key, "CL4", today.plusDays(30), "verlängert"), MANAGER);
    await().untilAsserted(() -> assertThat(open("Task_DecidePassed")).isEmpty());
    awaitTimer();
    office.send(new LeaveCall(key, "ohne Aufruf"), LEAD);
    await().untilAsserted(() -> assertThat(timers()).isEmpty());
    assertThat(consortium().row().deadline()).isNull();
    assertThat(deadlines()).isEmpty();
    assertThat(open("Task_WriteOnePager")).hasSize(1);
  }

  @Test
  void who_dissolves_because_the_deadline_is_over_ends_all_of_it() {
    var today = LocalDate.now(WorkingDays.OFFICE);
    start("horizon", today);
    awaitTimer();
    on(today.plusDays(1), this::fireTimers);
    await().untilAsserted(() -> assertThat(open("Task_DecidePassed")).hasSize(1));
    complete("Task_DecidePassed", Map.of("outcome", "dissolve", "reason", "zu spät"), LEAD);
    await().untilAsserted(() -> assertThat(details().row().ended()).isEqualTo("completed"));
    assertThat(consortium().dissolvedReason()).isEqualTo("zu spät");
    assertThat(office.tasks(caseId)).isEmpty();
  }

  @Test
  void a_case_that_ends_takes_its_watch_along() {
    start("erdf", LocalDate.now(WorkingDays.OFFICE).plusDays(90));
    awaitTimer();
    onePager();
    search();
    agree("seatInNrw", false);
    complete("Task_DecideIneligible", Map.of("outcome", "dissolve", "reason", "nein"), LEAD);
    assertThat(details().row().ended()).isEqualTo("completed");
    assertThat(timers()).isEmpty();
    assertThat(deadlines()).isEmpty();
  }

  private void awaitTimer() {
    await().untilAsserted(() -> assertThat(timers()).hasSize(1));
  }

  private List<Job> timers() {
    return office
        .bean(ProcessEngine.class)
        .getManagementService()
        .createJobQuery()
        .timers()
        .processInstanceId(caseId)
        .list();
  }

  private List<Tuple> deadlines() {
    return office
        .bean(JdbcClient.class)
        .sql(
            "select kind, due_on from view_report_deadline where subject_id = ? and ended_at is"
                + " null")
        .param(key)
        .query((rs, row) -> tuple(rs.getString(1), rs.getObject(2, LocalDate.class)))
        .list();
  }

  private static void on(LocalDate day, Runnable work) {
    Clocks.at(day.atTime(9, 0).atZone(WorkingDays.OFFICE).toInstant(), work);
  }

  @Test
  void a_coordination_and_support_action_needs_one_entity() {
    start("horizon");
    onePager();
    search();
    agree("supportAction", false);
    assertThat(consortium().eligible()).isFalse();
    complete(
        "Task_DecideIneligible",
        Map.of("outcome", "principles", "reason", "der Aufruf fördert eine CSA"),
        MANAGER);
    agree("supportAction", true);
    assertThat(consortium().eligible()).isTrue();
    assertThat(consortium().eligibilityFinding()).contains("eine Rechtsperson");
  }

  @Test
  void three_partners_from_two_countries_are_not_eligible_for_horizon() {
    start("horizon");
    onePager();
    search(partner("Amiens", "FR"), partner("Lille", "FR"));
    answer("Amiens", "accept");
    answer("Lille", "accept");
    letter("Amiens", "received");
    letter("Lille", "received");
    agree();
    assertThat(consortium().eligibilityFinding()).contains("drei verschiedenen Ländern");
  }

  @Test
  void a_partner_from_a_third_country_does_not_count_for_horizon() {
    start("horizon");
    onePager();
    search(partner("Amiens", "FR"), partner("Austin", "US"));
    answer("Amiens", "accept");
    answer("Austin", "accept");
    letter("Amiens", "received");
    letter("Austin", "received");
    agree();
    assertThat(partnerNamed("Austin").countryStatus()).isEqualTo("third-country");
    assertThat(consortium().eligible()).isFalse();
  }

  @Test
  void what_is_not_eligible_may_be_dissolved_for_a_reason() {
    start("horizon");
    onePager();
    search();
    agree();
    complete(
        "Task_DecideIneligible", Map.of("outcome", "dissolve", "reason", "keine Partner"), LEAD);
    assertThat(consortium().row().stage()).isEqualTo("dissolved");
    assertThat(consortium().dissolvedReason()).isEqualTo("keine Partner");
    assertThat(details().row().ended()).isEqualTo("completed");
  }

  @Test
  void a_federal_joint_project_needs_two_partners() {
    start("federal-joint-project");
    onePager();
    search();
    agree("agreementPlanned", true);
    assertThat(consortium().eligibilityFinding()).contains("mindestens zwei Partner");
  }

  @Test
  void a_federal_joint_project_needs_an_agreement_in_principle() {
    start("federal-joint-project");
    onePager();
    search(partner("TU Dortmund", "DE"));
    answer("TU Dortmund", "accept");
    letter("TU Dortmund", "received");
    agree("agreementPlanned", false);
    assertThat(consortium().eligible()).isFalse();
    assertThat(consortium().eligibilityFinding()).contains("Grundsatzvereinbarung");
  }

  @Test
  void two_partners_with_an_agreement_in_principle_are_a_federal_joint_project() {
    start("federal-joint-project");
    onePager();
    search(partner("TU Dortmund", "DE"));
    answer("TU Dortmund", "accept");
    letter("TU Dortmund", "received");
    agree("agreementPlanned", true);
    assertThat(consortium().eligible()).isTrue();
  }

  @Test
  void for_the_state_programme_the_seat_decides() {
    start("erdf");
    onePager();
    search();
    agree("seatInNrw", false);
    assertThat(consortium().eligible()).isFalse();
    complete(
        "Task_DecideIneligible",
        Map.of("outcome", "principles", "reason", "Betriebsstätte gefunden"),
        MANAGER);
    agree("seatInNrw", true);
    assertThat(consortium().eligible()).isTrue();
  }

  // ---- going on

  @Test
  void the_office_lead_sends_the_consortium_back_to_look_for_partners() {
    upToGoDecision();
    goOn("revise");
    assertThat(open("Task_NamePartners")).hasSize(1);
    search(partner("Lyon", "FR"));
    answer("Lyon", "accept");
    // asked for at once, with the partners as they are now
    assertThat(consortium().eligible()).isTrue();
    settle();
    assertThat(open("Task_RecordLetter")).extracting(TaskRow::subject).containsExactly("Lyon");
  }

  @Test
  void the_office_lead_dissolves_the_consortium() {
    upToGoDecision();
    goOn("dissolve");
    assertThat(consortium().row().stage()).isEqualTo("dissolved");
    assertThat(consortium().dissolvedReason()).isEqualTo("weil dissolve");
  }

  @Test
  void opinions_come_in_any_order_and_both_are_awaited() {
    start("horizon");
    threeAccept();
    letter("Amiens", "received");
    letter("Kozani", "received");
    agree();
    complete(
        "Task_GiveScientificOpinion",
        Map.of("outcome", "not-recommended", "scientificStatement", "nicht messbar genug"),
        SCIENCE);
    assertThat(open("Task_DecideToGoOn")).isEmpty();
    complete(
        "Task_GiveExpertOpinion",
        Map.of("outcome", "recommended", "expertStatement", "fachlich tragfähig"),
        EXPERT);
    assertThat(open("Task_DecideToGoOn")).hasSize(1);
    assertThat(consortium().scientificOpinion()).isEqualTo("not-recommended");
  }

  // ---- resolution

  @Test
  void without_a_quorum_the_body_votes_again_by_the_same_rule() {
    upToGoDecision();
    goOn("advance");
    motion();
    vote("YES");
    assertThat(consortium().resolution()).isNull();
    complete("Task_CallSecondMeeting", Map.of("outcome", "again"), LEAD);
    assertThat(details().variables().get("motionId")).isEqualTo(key + "-m2");
    vote("YES", "YES", "ABSTAIN");
    assertThat(consortium().resolution()).isEqualTo("adopted");
    assertThat(consortium().motionId()).isEqualTo(key + "-m2");
    assertThat(open("Task_PrepareConstitution")).hasSize(1);
  }

  @Test
  void instead_of_a_second_meeting_the_motion_is_revised_or_the_consortium_dissolved() {
    upToGoDecision();
    goOn("advance");
    motion();
    vote("YES");
    complete("Task_CallSecondMeeting", Map.of("outcome", "revise"), LEAD);
    motion();
    vote("YES");
    complete(
        "Task_CallSecondMeeting", Map.of("outcome", "dissolve", "reason", "kein Rückhalt"), LEAD);
    assertThat(consortium().row().stage()).isEqualTo("dissolved");
    assertThat(consortium().dissolvedReason()).isEqualTo("kein Rückhalt");
  }

  @Test
  void a_vote_ends_with_the_case_that_put_the_motion() {
    upToGoDecision();
    goOn("advance");
    motion();
    var motionId = String.valueOf(details().variables().get("motionId"));
    var ballot = office.office().ask(new FindCasesOf(motionId), LEAD).getFirst().caseId();
    var member = Actor.of(MEMBERS.getFirst(), Role.COMMITTEE_MEMBER);
    var open =
        office.tasks(ballot).stream()
            .filter(task -> member.userId().equals(task.assignee()))
            .findFirst()
            .orElseThrow();
    office.send(new CancelCase(caseId, "kein Geld mehr"), LEAD);
    assertThat(consortium().row().stage()).isEqualTo("dissolved");
    assertThat(office.tasks(ballot)).isEmpty();
    assertThat(office.find(ballot).row().ended()).isEqualTo("cancelled");
    var motion = office.office().ask(new FindMotion(motionId), LEAD);
    assertThat(motion).isNotNull().extracting(found -> found.row().result()).isEqualTo("withdrawn");
    var said = office.office().ask(new FindCaseHistory(ballot, null, 10), LEAD);
    assertThat(said)
        .filteredOn(row -> row.type().equals("MotionWithdrawn"))
        .singleElement()
        .satisfies(
            row -> assertThat(row.payload().path("reason").asText()).isEqualTo("kein Geld mehr"));
    refused("motion-withdrawn", new CloseVote(motionId), LEAD);
    assertThatThrownBy(
            () ->
                office.send(
                    new CompleteTask(open.taskId(), Map.of("biased", "no", "outcome", "YES")),
                    member))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void a_rejected_motion_is_revised_and_submitted_anew() {
    upToGoDecision();
    goOn("advance");
    motion();
    vote("NO", "NO", "YES");
    assertThat(consortium().resolution()).isEqualTo("rejected");
    complete(
        "Task_DecideAfterRejection",
        Map.of("outcome", "revise", "reason", "kleiner anfangen"),
        LEAD);
    motion();
    vote("YES", "YES", "YES");
    assertThat(consortium().resolution()).isEqualTo("adopted");
    constitute();
    assertThat(consortium().row().stage()).isEqualTo("constituted");
  }

  @Test
  void a_rejected_consortium_is_dissolved() {
    upToGoDecision();
    goOn("advance");
    motion();
    vote("NO", "NO", "NO");
    complete(
        "Task_DecideAfterRejection",
        Map.of("outcome", "dissolve", "reason", "keine Mehrheit"),
        LEAD);
    assertThat(consortium().row().stage()).isEqualTo("dissolved");
    assertThat(consortium().dissolvedReason()).isEqualTo("keine Mehrheit");
    assertThat(details().row().ended()).isEqualTo("completed");
  }

  @Test
  void after_a_rejection_the_partners_may_be_changed() {
    upToGoDecision();
    goOn("advance");
    motion();
    vote("NO", "NO", "NO");
    complete(
        "Task_DecideAfterRejection", Map.of("outcome", "search", "reason", "andere Partner"), LEAD);
    assertThat(open("Task_NamePartners")).hasSize(1);
    assertThat(consortium().row().stage()).isNotEqualTo("dissolved");
  }

  // ---- constitution

  @Test
  void who_does_not_get_the_mandates_changes_the_partners_or_dissolves() {
    upToGoDecision();
    goOn("advance");
    motion();
    vote("YES", "YES", "YES");
    assertThatThrownBy(
            () -> complete("Task_PrepareConstitution", Map.of("outcome", "dissolve"), MANAGER))
        .isInstanceOfSatisfying(
            Rejected.class, no -> assertThat(no.args()).containsEntry("field", "reason"));
    complete("Task_PrepareConstitution", Map.of("outcome", "search"), MANAGER);
    search();
    agree();
    opinions("recommended", "recommended");
    goOn("advance");
    motion();
    vote("YES", "YES", "YES");
    complete(
        "Task_PrepareConstitution",
        Map.of("outcome", "dissolve", "reason", "ohne Mandate"),
        MANAGER);
    assertThat(consortium().row().stage()).isEqualTo("dissolved");
    assertThat(consortium().dissolvedReason()).isEqualTo("ohne Mandate");
  }

  @Test
  void partners_who_join_late_are_checked_before_the_constitution() {
    upToGoDecision();
    goOn("advance");
    motion();
    vote("YES", "YES", "YES");
    office.send(
        new InvitePartner(
            key,
            "VKU",
            "DE",
            CountryStatus.MEMBER_STATE,
            PartnerRole.ASSOCIATED_PARTNER,
            OrganisationKind.ASSOCIATION,
            null),
        MANAGER);
    office.send(new AcceptInvitation(key, "vku"), MANAGER);
    constitute();
    assertThat(consortium().row().stage()).isNotEqualTo("constituted");
    agree();
    assertThat(consortium().eligible()).isTrue();
    opinions("recommended", "recommended");
    goOn("advance");
    motion();
    vote("YES", "YES", "YES");
    constitute();
    assertThat(consortium().row().stage()).isEqualTo("constituted");
    assertThat(consortium().row().partners()).isEqualTo(4);
  }

  @Test
  void a_mandate_of_one_who_came_later_blocks_the_constitution_until_it_is_there() {
    upToGoDecision();
    goOn("advance");
    motion();
    vote("YES", "YES", "YES");
    office.send(new WithdrawPartner(key, "kozani", "kein Rat"), MANAGER);
    office.send(
        new InvitePartner(
            key,
            "Lille",
            "FR",
            CountryStatus.MEMBER_STATE,
            PartnerRole.BENEFICIARY,
            OrganisationKind.MUNICIPALITY,
            null),
        MANAGER);
    office.send(new AcceptInvitation(key, "lille"), MANAGER);
    office.send(
        new RecordEligibility(key, true, "passt", "consortium-eligibility", "r", "q"), MANAGER);
    office.send(new RecordLetterOfIntent(key, "lille", LocalDate.of(2015, 3, 2)), MANAGER);
    assertThatThrownBy(() -> constitute(false))
        .isInstanceOfSatisfying(
            Rejected.class,
            no -> {
              assertThat(no.code()).isEqualTo("documents-missing");
              assertThat(no.args())
                  .containsEntry("partner", "Lille")
                  .containsEntry("document", "mandate");
            });
    assertThat(open("Task_PrepareConstitution")).hasSize(1);
    office.send(new ReceiveDocument(key, "lille", DocumentKind.MANDATE, null), MANAGER);
    constitute(false);
    assertThat(consortium().row().stage()).isEqualTo("constituted");
  }

  // ---- steps

  private void start(String programme) {
    start(programme, null);
  }

  private void start(String programme, @Nullable LocalDate deadline) {
    var values =
        new HashMap<String, Object>(
            Map.of(
                "title", "Leuchtturm " + key,
                "topic", "energy",
                "programme", programme,
                "maximumFundingCents", 2_500_000_000L,
                "coordinator", "Stadt Dortmund",
                "coordinatorCountry", "DE",
                "coordinatorKind", "municipality",
                "idea", "Ein Quartier zeigt, wie Energie, Verkehr und Daten zusammenspielen."));
    if (deadline != null) values.put("deadline", deadline.toString());
    caseId = office.start("consortium-formation", key, values, MANAGER);
    assertThat(consortium().row().stage()).isEqualTo("idea");
  }

  private void onePager() {
    complete(
        "Task_WriteOnePager",
        Map.of(
            "aim",
            "Energie sparen",
            "approach",
            "drei Arbeitspakete",
            "benefit",
            "niedrigere Nebenkosten"),
        MANAGER);
  }

  private static Map<String, Object> partner(String name, String country) {
    return Map.of("name", name, "country", country, "kind", "municipality", "role", "beneficiary");
  }

  private void search(Object... partners) {
    complete("Task_NamePartners", Map.of("partners", List.of(partners)), MANAGER);
  }

  private void threeAccept() {
    onePager();
    search(partner("Amiens", "FR"), partner("Kozani", "GR"));
    answer("Amiens", "accept");
    answer("Kozani", "accept");
  }

  private void answer(String partner, String outcome) {
    complete("Task_RecordAnswer", partner, Map.of("outcome", outcome), MANAGER);
  }

  private void nameAnew(String subject, String name, String outcome) {
    complete(
        "Task_NameReplacement",
        subject,
        Map.of(
            "outcome",
            outcome,
            "partnerName",
            name,
            "partnerCountry",
            "FR",
            "partnerKind",
            "municipality",
            "partnerRole",
            "beneficiary"),
        MANAGER);
  }

  /** Goes on whatever was found in advance, and all have agreed on confidentiality. */
  private void settle() {
    if (!open("Task_DecideEarly").isEmpty())
      complete("Task_DecideEarly", Map.of("outcome", "go-on", "reason", "es kommen mehr"), MANAGER);
    if (!open("Task_ObtainSharing").isEmpty())
      complete("Task_ObtainSharing", Map.of("confidential", true), MANAGER);
  }

  private void letter(String partner, String outcome) {
    settle();
    var values = new HashMap<String, Object>(Map.of("outcome", outcome));
    if (outcome.equals("received")) values.put("receivedOn", "2015-03-02");
    complete("Task_RecordLetter", partner, values, MANAGER);
  }

  private static Map<String, Object> agreement(long grant) {
    return Map.of(
        "totalCostsCents", 9_000_000_000L, "grantRequestedCents", grant, "durationMonths", 60);
  }

  private void agree() {
    settle();
    complete("Task_AgreeInPrinciple", agreement(2_400_000_000L), MANAGER);
  }

  private void agree(String condition, boolean met) {
    settle();
    var values = new HashMap<>(agreement(2_400_000_000L));
    values.put(condition, met);
    complete("Task_AgreeInPrinciple", values, MANAGER);
  }

  private void opinions(String expert, String science) {
    complete(
        "Task_GiveExpertOpinion",
        Map.of("outcome", expert, "expertStatement", "fachlich tragfähig"),
        EXPERT);
    complete(
        "Task_GiveScientificOpinion",
        Map.of("outcome", science, "scientificStatement", "Begleitforschung nötig"),
        SCIENCE);
  }

  private void upToGoDecision() {
    start("horizon");
    threeAccept();
    letter("Amiens", "received");
    letter("Kozani", "received");
    agree();
    opinions("recommended", "recommended");
  }

  private void goOn(String outcome) {
    complete("Task_DecideToGoOn", Map.of("outcome", outcome, "reason", "weil " + outcome), LEAD);
  }

  private void motion() {
    if (!open("Task_ObtainMandates").isEmpty())
      complete("Task_ObtainMandates", Map.of("mandated", true), MANAGER);
    complete(
        "Task_DraftMotion",
        Map.of(
            "bodyId",
            "steering",
            "motionTitle",
            "Konsortium " + key,
            "proposal",
            "Das Konsortium wird gebildet."),
        LEAD);
  }

  /** The members vote in order; those without a vote are absent. */
  private void vote(String... votes) {
    var motionId = String.valueOf(details().variables().get("motionId"));
    var ballot = office.office().ask(new FindCasesOf(motionId), LEAD).getFirst().caseId();
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

  private void constitute() {
    constitute(true);
  }

  private void constitute(boolean mandatesComplete) {
    complete(
        "Task_PrepareConstitution",
        Map.of("outcome", "constitute", "mandatesComplete", mandatesComplete),
        MANAGER);
  }

  private void fireTimers() {
    ManagementService jobs = office.bean(ProcessEngine.class).getManagementService();
    var timers = jobs.createJobQuery().timers().processInstanceId(caseId).list();
    assertThat(timers).isNotEmpty();
    timers.forEach(timer -> jobs.executeJob(timer.getId()));
  }

  private void complete(String taskKey, Map<String, Object> values, Actor actor) {
    office.complete(caseId, taskKey, values, actor);
  }

  private void complete(String taskKey, String subject, Map<String, Object> values, Actor actor) {
    var task =
        open(taskKey).stream().filter(t -> subject.equals(t.subject())).findFirst().orElseThrow();
    office.send(new CompleteTask(task.taskId(), values), actor);
  }

  // ---- what one sees

  private CaseDetails details() {
    return Objects.requireNonNull(office.office().ask(new FindCase(caseId, null), LEAD));
  }

  private List<TaskRow> open(String taskKey) {
    var tasks = new ArrayList<>(office.tasks(caseId));
    tasks.removeIf(t -> !t.taskKey().equals(taskKey));
    return tasks;
  }

  private ConsortiumDetails consortium() {
    return Objects.requireNonNull(office.office().ask(new FindConsortium(key), MANAGER));
  }

  private PartnerRow partnerNamed(String name) {
    return consortium().partners().stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<Tuple> statuses() {
    return consortium().partners().stream().map(p -> tuple(p.name(), p.status())).toList();
  }
}
