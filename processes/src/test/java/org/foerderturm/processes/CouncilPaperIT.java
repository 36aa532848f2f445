package org.foerderturm.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foerderturm.TestBodies;
import org.foerderturm.TestOffice;
import org.foerderturm.access.AccessCommand.LockUser;
import org.foerderturm.access.AccessCommand.RegisterUser;
import org.foerderturm.access.AccessQuery.FindUnheldRoles;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.cases.CaseQuery.CaseDetails;
import org.foerderturm.cases.CaseQuery.FindCase;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.committee.MeetingCommand.*;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingQuery.FindMeeting;
import org.foerderturm.council.CouncilCommand.PostponeConsultation;
import org.foerderturm.council.CouncilQuery.CheckRow;
import org.foerderturm.council.CouncilQuery.ConsultationRow;
import org.foerderturm.council.CouncilQuery.CosignerRow;
import org.foerderturm.council.CouncilQuery.FindCouncilPaper;
import org.foerderturm.council.CouncilQuery.FindCouncilPapers;
import org.foerderturm.council.CouncilQuery.PaperDetails;
import org.foerderturm.council.CouncilQuery.Related;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.ProcessCommand.CancelCase;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.foerderturm.view.ProjectionQuery.RebuildProjection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way through the model, on the real engine and a real database. */
class CouncilPaperIT {
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
    office = TestOffice.fresh();
    TestBodies.found(office, "steering", "Lenkungsgremium", BodyKind.STEERING, MEMBERS);
    TestBodies.found(office, "council", "Entscheidungsgremium", BodyKind.COUNCIL, MEMBERS);
  }

  @Test
  void a_person_named_to_sign_must_be_there_and_of_the_group() {
    office.send(
        new RegisterUser("kai.kaemmerer", "Kai Kämmerer", Set.of(Role.OFFICE_LEAD)),
        TestOffice.ADMIN);
    start(null);
    for (var no :
        Map.of("kai.kammerer", "cosigner-not-known", "kai.kaemmerer", "cosigner-may-not-sign")
            .entrySet())
      assertThatThrownBy(
              () -> write(List.of(cosigner("Kämmerei", "project-manager", no.getKey())), council()))
          .isInstanceOfSatisfying(
              Rejected.class,
              refused -> {
                assertThat(refused.code()).isEqualTo(no.getValue());
                assertThat(refused.args())
                    .isEqualTo(Map.of("department", "Kämmerei", "userId", no.getKey()));
              });
    assertThat(office.task(caseId, "Task_Write")).isNotNull();
    write(List.of(cosigner("Kämmerei", "office-lead", "kai.kaemmerer")), council());
    assertThat(office.task(caseId, "Task_Cosign").assignee()).isEqualTo("kai.kaemmerer");
  }

  private static Map<String, Object> cosigner(String department, String group, String userId) {
    return Map.of("department", department, "group", group, "userId", userId);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @BeforeEach
  void begin() {
    key = "v-" + UUID.randomUUID();
  }

  @Test
  void instead_of_a_second_meeting_the_result_is_entered_or_the_paper_withdrawn() {
    start(null);
    write(List.of(cosigner("Kämmerei")), steering(), council());
    cosign("Kämmerei", "sign", null);
    check("pass", "pass");
    vote("YES");
    await().untilAsserted(() -> assertThat(details().tasks()).isNotEmpty());
    complete("Task_CallSecondMeeting", Map.of("outcome", "record"), LEAD);
    complete(
        "Task_RecordResult", Map.of("outcome", "withdraw", "reason", "nicht mehr nötig"), LEAD);
    assertThat(paper().row().stage()).isEqualTo("withdrawn");
  }

  @Test
  void from_the_first_draft_through_two_bodies_to_the_resolution() {
    start(null);
    write(List.of(cosigner("Kämmerei"), cosigner("Umweltamt")), steering(), council());
    assertThat(paper().row().stage()).isEqualTo("cosigning");
    cosign("Kämmerei", "sign", null);
    cosign("Umweltamt", "sign", "gern");
    assertThat(paper().row().stage()).isEqualTo("checks");
    check("pass", "pass");
    assertThat(paper().row().number()).matches("\\d{5}-\\d{2}");
    assertThat(paper().row().nextBody()).isEqualTo("Lenkungsgremium");
    vote("YES");
    await().untilAsserted(() -> assertThat(details().tasks()).isNotEmpty());
    complete("Task_CallSecondMeeting", Map.of("outcome", "again"), LEAD);
    vote("YES", "YES", "NO");
    assertThat(paper().row().nextBody()).isEqualTo("Entscheidungsgremium");
    meets(3, 0);
    var paper = paper();
    assertThat(paper.row().stage()).isEqualTo("adopted");
    assertThat(paper.motionId()).isEqualTo(key + "-m3");
    assertThat(paper.row().nextBody()).isNull();
    assertThat(paper.consultations())
        .extracting(ConsultationRow::body, ConsultationRow::result, ConsultationRow::motionId)
        .containsExactly(
            tuple("Lenkungsgremium", "adopted", key + "-m2"),
            tuple("Entscheidungsgremium", "adopted", key + "-m3"));
    assertThat(paper.variants()).containsExactly("Es geschieht nichts.");
    assertThat(paper.cosigners())
        .extracting(CosignerRow::department, CosignerRow::agrees, CosignerRow::statement)
        .containsExactly(tuple("Kämmerei", true, null), tuple("Umweltamt", true, "gern"));
    assertThat(details().row().ended()).isEqualTo("completed");
    assertThat(
            office.office().ask(new FindCouncilPapers(paper.row().number(), 0, 10), MANAGER).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.paperId()).isEqualTo(key));
  }

  @Test
  void a_body_that_meets_elsewhere_postpones_takes_note_and_resolves() {
    start(null);
    write(List.of(), outside("Hauptausschuss", "note"), outside("Rat", "resolution"));
    check("pass", "pass");
    assertThatThrownBy(() -> result("adopted", "2026-03-10", null))
        .hasMessage("result-not-for-this-consultation");
    result("noted", "2026-03-10", null);
    result("postponed", "2026-03-20", "2026-04-20");
    assertThatThrownBy(() -> result("adopted", "2026-03-09", null))
        .hasMessage("consultation-before-the-last");
    assertThat(paper().row().nextOn()).hasToString("2026-04-20");
    result("adopted", "2026-04-20", null);
    assertThat(paper().row().stage()).isEqualTo("adopted");
    assertThat(paper().row().decidedOn()).hasToString("2026-04-20");
    assertThat(paper().reference()).isEqualTo("NS TOP 4.2");
    assertThat(details().row().ended()).isEqualTo("completed");
  }

  @Test
  void a_no_of_the_council_is_a_result_too() {
    registered(council());
    meets(1, 2);
    assertThat(paper().row().stage()).isEqualTo("rejected");
    assertThat(details().row().ended()).isEqualTo("completed");
  }

  @Test
  void an_objection_is_weighed_and_a_revised_paper_is_signed_again() {
    start(null);
    write(List.of(cosigner("Kämmerei")), council());
    assertThatThrownBy(() -> cosign("Kämmerei", "object", null))
        .hasMessage("objection-without-statement");
    cosign("Kämmerei", "object", "zu teuer");
    complete("Task_WeighObjections", Map.of("outcome", "revise"), LEAD);
    write(List.of(cosigner("Kämmerei")), council());
    assertThat(paper().cosigners())
        .singleElement()
        .satisfies(row -> assertThat(row.agrees()).isNull());
    cosign("Kämmerei", "object", "immer noch");
    complete("Task_WeighObjections", Map.of("outcome", "keep"), LEAD);
    check("return", "pass");
    assertThat(paper().checks())
        .extracting(CheckRow::check, CheckRow::passed)
        .containsExactly(tuple("finance", false), tuple("legal", true));
    write(List.of(), council());
    assertThat(paper().checks()).isEmpty();
    check("pass", "pass");
    assertThat(paper().row().stage()).isEqualTo("registered");
  }

  @Test
  void a_supplement_bears_the_number_of_its_paper() {
    registered(outside("Rat", "resolution"));
    var first = paper();
    for (int i = 1; i <= 2; i++) {
      key = "v-" + UUID.randomUUID();
      start(first.row().number());
      write(List.of(), outside("Rat", "resolution"));
      check("pass", "pass");
      assertThat(paper().row().number()).isEqualTo(first.row().number() + "-E" + i);
      assertThat(paper().original())
          .isEqualTo(new Related(first.row().paperId(), first.row().number(), first.row().title()));
    }
    key = first.row().paperId();
    assertThat(paper().supplements()).hasSize(2);
    key = "v-" + UUID.randomUUID();
    assertThatThrownBy(() -> start("99999-99")).hasMessage("council-number-unknown");
  }

  @Test
  void numbers_of_a_year_have_no_gap() {
    registered(council());
    var first = running();
    key = "v-" + UUID.randomUUID();
    start(null);
    write(List.of(), council());
    complete(
        "Task_FinanceCheck", Map.of("outcome", "return", "statement", "Deckung fehlt"), FINANCE);
    complete("Task_LegalCheck", Map.of("outcome", "pass"), LAWYER);
    key = "v-" + UUID.randomUUID();
    registered(council());
    assertThat(running()).isEqualTo(first + 1);
  }

  @Test
  void who_cancels_the_case_withdraws_the_paper_for_the_same_reason() {
    start(null);
    office.send(new CancelCase(details().row().caseId(), "doch nicht nötig"), LEAD);
    assertThat(paper().row().stage()).isEqualTo("withdrawn");
    assertThat(details().row().ended()).isEqualTo("cancelled");
  }

  @Test
  void who_withdraws_says_why_and_the_case_ends() {
    start(null);
    assertThatThrownBy(
            () -> complete("Task_Write", withText(Map.of("outcome", "withdraw")), MANAGER))
        .hasMessageContaining("form-invalid");
    complete("Task_Write", withText(Map.of("outcome", "withdraw", "reason", "erledigt")), MANAGER);
    assertThat(paper().row().stage()).isEqualTo("withdrawn");
    assertThat(details().row().ended()).isEqualTo("completed");
  }

  @Test
  void after_an_objection_it_may_be_withdrawn() {
    start(null);
    write(List.of(cosigner("Kämmerei")), council());
    cosign("Kämmerei", "object", "zu teuer");
    complete("Task_WeighObjections", Map.of("outcome", "withdraw", "reason", "zu teuer"), LEAD);
    assertThat(paper().reason()).isEqualTo("zu teuer");
    assertThat(details().row().ended()).isEqualTo("completed");
  }

  @Test
  void a_paper_withdrawn_before_the_council_is_not_consulted_further() {
    registered(outside("Hauptausschuss", "recommendation"), council());
    complete("Task_RecordResult", Map.of("outcome", "withdraw", "reason", "überholt"), LEAD);
    assertThat(paper().row().stage()).isEqualTo("withdrawn");
    assertThat(paper().reason()).isEqualTo("überholt");
    assertThat(details().row().ended()).isEqualTo("completed");
  }

  @Test
  void what_does_not_fit_is_refused_at_its_place() {
    start(null);
    assertThatThrownBy(() -> writeWith(Map.of("totalCents", 5_00)))
        .hasMessage("council-effects-unbalanced");
    assertThatThrownBy(
            () ->
                writeWith(
                    Map.of("consultations", List.of(council(), outside("Rat", "resolution")))))
        .hasMessage("consultations-out-of-order");
    assertThatThrownBy(
            () ->
                writeWith(
                    Map.of("consultations", List.of(outside("Rat", "resolution"), council()))))
        .hasMessage("resolution-not-last");
    assertThat(paper().row().stage()).isEqualTo("draft");
    assertThat(paper().proposal()).isNull();
  }

  @Test
  void a_council_that_meets_here_adopts_with_changes() {
    registered(council());
    var motion = String.valueOf(details().variables().get("motionId"));
    var meeting = "meeting-" + UUID.randomUUID();
    var held = Clocks.now().plus(Duration.ofDays(20));
    var chair = MEMBERS.getFirst();
    office.knows(Role.COMMITTEE_MEMBER, chair);
    office.knows(Role.PROJECT_MANAGER, "clara.clerk");
    office.send(new PlanMeeting("council", meeting, held, "Rathaus", chair, "clara.clerk"), LEAD);
    office.send(
        new PlaceOnAgenda(meeting, "i1", AgendaKind.RESOLUTION, motion, "P", "", motion, null),
        LEAD);
    office.send(new SendInvitations(meeting, null), LEAD);
    Clocks.at(
        held,
        () -> {
          office.send(new OpenMeeting("council", meeting), LEAD);
          for (var member : MEMBERS.subList(0, 2))
            office.send(new ArriveAtMeeting(meeting, member), LEAD);
          office.send(
              new AmendItem(meeting, "i1", "Bereitgestellt werden 45.000 €.", 45_000_00L, "Antrag"),
              LEAD);
          office.send(new CountHands(meeting, "i1", 2, 0, 0), LEAD);
        });
    await().untilAsserted(() -> assertThat(details().row().ended()).isNotNull());
    assertThat(paper().row().stage()).isEqualTo("amended");
    assertThat(paper().resolvedCents()).isEqualTo(45_000_00L);
    assertThat(paper().consultations().getFirst().amendedText())
        .isEqualTo("Bereitgestellt werden 45.000 €.");
  }

  @Test
  void a_consultation_that_is_put_off_moves_its_task() {
    registered(outside("Rat", "resolution"));
    var planned = paper().consultations().getFirst().plannedOn();
    office.send(
        new PostponeConsultation(key, planned.plusDays(14), "noch Fragen offen", null), MANAGER);
    await()
        .untilAsserted(
            () ->
                assertThat(office.tasks(caseId).getFirst().dueAt())
                    .isEqualTo(
                        planned.plusDays(14).atTime(18, 0).atZone(WorkingDays.OFFICE).toInstant()));
    var row = paper().consultations().getFirst();
    assertThat(row.plannedOn()).isEqualTo(planned.plusDays(14));
    assertThat(row.postponedBecause()).isEqualTo("noch Fragen offen");
  }

  @Test
  void a_motion_that_is_put_off_leaves_the_agenda_and_is_decided_later() {
    registered(council());
    var motion = String.valueOf(details().variables().get("motionId"));
    assertThat(paper().openMotion()).isEqualTo(motion);
    var planned = paper().consultations().getFirst().plannedOn();
    var meeting = "meeting-" + UUID.randomUUID();
    var chair = MEMBERS.getFirst();
    office.knows(Role.COMMITTEE_MEMBER, chair);
    office.knows(Role.PROJECT_MANAGER, "clara.clerk");
    office.send(
        new PlanMeeting(
            "council",
            meeting,
            Clocks.now().plus(Duration.ofDays(20)),
            "Rathaus",
            chair,
            "clara.clerk"),
        LEAD);
    office.send(
        new PlaceOnAgenda(meeting, "i1", AgendaKind.RESOLUTION, motion, "P", "", motion, null),
        LEAD);
    office.send(
        new PostponeConsultation(key, planned.plusDays(30), "noch Fragen offen", motion), MANAGER);
    var agenda =
        Objects.requireNonNull(office.office().ask(new FindMeeting(meeting), LEAD)).items();
    assertThat(agenda).isEmpty();
    meets(2, 0);
    assertThat(paper().row().stage()).isEqualTo("adopted");
  }

  @Test
  void finances_and_law_are_checked_by_their_own_offices_only() {
    start(null);
    write(List.of(), council());
    assertThatThrownBy(() -> complete("Task_FinanceCheck", Map.of("outcome", "pass"), LEAD))
        .hasMessage("council-check-of-another");
    assertThatThrownBy(() -> complete("Task_FinanceCheck", Map.of("outcome", "pass"), LAWYER))
        .hasMessage("task-not-yours");
    check("pass", "pass");
    assertThat(paper().row().stage()).isEqualTo("registered");
  }

  /** An office that ran before those roles were there has to be told. */
  @Test
  void a_task_for_a_role_that_nobody_holds_is_told_to_those_who_can_see_to_it() {
    start(null);
    write(List.of(), council());
    assertThat(unheld()).containsKeys(Role.FINANCE_OFFICE, Role.LEGAL_OFFICE);
    var person = "kasse-" + System.nanoTime();
    office.send(new RegisterUser(person, "Kasse", Set.of(Role.FINANCE_OFFICE)), TestOffice.ADMIN);
    await().untilAsserted(() -> assertThat(unheld()).doesNotContainKey(Role.FINANCE_OFFICE));
    assertThat(unheld()).containsKey(Role.LEGAL_OFFICE);
    office.send(new LockUser(person, "fort"), TestOffice.ADMIN);
    await().untilAsserted(() -> assertThat(unheld()).containsKey(Role.FINANCE_OFFICE));
    check("pass", "pass");
  }

  private static Map<Role, Long> unheld() {
    return office.office().ask(new FindUnheldRoles(), LEAD);
  }

  @Test
  void a_rebuild_of_the_view_shows_the_same() {
    registered(steering(), council());
    vote("YES", "YES");
    var before = paper();
    long stored = stored();
    office.send(new RebuildProjection("council"), TestOffice.ADMIN);
    await().untilAsserted(() -> assertThat(stored()).isNotEqualTo(stored));
    assertThat(paper()).isEqualTo(before);
  }

  // ---- steps

  private void start(String originalNumber) {
    var values = new HashMap<String, Object>();
    values.put("title", "Eigenanteil Ampelvorrang");
    if (originalNumber != null) values.put("originalNumber", originalNumber);
    caseId = office.start("council-paper", key, values, MANAGER);
  }

  private void registered(Map<?, ?>... consultations) {
    start(null);
    write(List.of(), consultations);
    check("pass", "pass");
  }

  private void write(List<?> cosigners, Map<?, ?>... consultations) {
    writeWith(Map.of("consultations", List.of(consultations), "cosigners", cosigners));
  }

  private void writeWith(Map<String, Object> other) {
    complete("Task_Write", withText(other), MANAGER);
  }

  private static Map<String, Object> withText(Map<String, Object> other) {
    var values = new HashMap<String, Object>();
    values.put("outcome", "submit");
    values.put("title", "Eigenanteil Ampelvorrang");
    values.put("datedOn", "2026-02-01");
    values.put("originator", "Geschäftsstelle Smart City");
    values.put("proposal", "Der Rat stellt den Eigenanteil bereit.");
    values.put("variants", List.of(Map.of("text", "Es geschieht nichts.")));
    values.put("reasons", "Ohne Eigenanteil keine Förderung.");
    values.put("totalCents", 60_000_00);
    values.put(
        "years",
        List.of(
            Map.of("year", 2027, "amountCents", 20_000_00),
            Map.of("year", 2026, "amountCents", 40_000_00)));
    values.put("cover", "Investitionshaushalt, Sachkonto 785200");
    values.put("consultations", List.of(council()));
    values.put("cosigners", List.of());
    values.putAll(other);
    return values;
  }

  private static Map<String, Object> cosigner(String department) {
    return Map.of("department", department, "group", "project-manager");
  }

  private static Map<String, Object> steering() {
    return consultation("steering", null, "2026-03-15", "recommendation");
  }

  private static Map<String, Object> council() {
    return consultation("council", null, "2031-04-01", "resolution");
  }

  private static Map<String, Object> outside(String body, String role) {
    return consultation("outside", body, "2026-03-10", role);
  }

  private static Map<String, Object> consultation(
      String bodyId, String body, String plannedOn, String role) {
    var row = new HashMap<String, Object>();
    row.put("bodyId", bodyId);
    if (body != null) row.put("body", body);
    row.put("open", true);
    row.put("plannedOn", plannedOn);
    row.put("purpose", role);
    return row;
  }

  private void cosign(String department, String outcome, String statement) {
    var values = new HashMap<String, Object>();
    values.put("outcome", outcome);
    if (statement != null) values.put("statement", statement);
    var task =
        office.tasks(caseId).stream()
            .filter(t -> department.equals(t.subject()))
            .findFirst()
            .orElseThrow();
    office.send(new CompleteTask(task.taskId(), values), MANAGER);
  }

  private void check(String finance, String legal) {
    complete("Task_FinanceCheck", Map.of("outcome", finance, "statement", "geprüft"), FINANCE);
    complete("Task_LegalCheck", Map.of("outcome", legal), LAWYER);
  }

  private void result(String outcome, String heldOn, String postponedTo) {
    var values = new HashMap<String, Object>();
    values.put("outcome", outcome);
    values.put("heldOn", heldOn);
    values.put("reference", "NS TOP 4.2");
    if (postponedTo != null) values.put("postponedTo", postponedTo);
    complete("Task_RecordResult", values, LEAD);
  }

  /** A meeting of the council decides. */
  private void meets(int yes, int no) {
    var motionId = String.valueOf(details().variables().get("motionId"));
    TestBodies.meets(office, "council", motionId, MEMBERS, yes, no);
    await().untilAsserted(() -> assertThat(details().row().ended()).isNotNull());
  }

  /** The members vote in order; those without a vote are absent. */
  private void vote(String... votes) {
    var motionId = String.valueOf(details().variables().get("motionId"));
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

  // ---- what one sees

  private int running() {
    return Integer.parseInt(Objects.requireNonNull(paper().row().number()).substring(0, 5));
  }

  /** Which file holds the view's table: another one after a rebuild. */
  private static long stored() {
    return office
        .db()
        .sql("select 'view_council_paper'::regclass::oid::bigint")
        .query(Long.class)
        .single();
  }

  private CaseDetails details() {
    return Objects.requireNonNull(office.office().ask(new FindCase(caseId, null), LEAD));
  }

  private PaperDetails paper() {
    return Objects.requireNonNull(office.office().ask(new FindCouncilPaper(key), MANAGER));
  }
}
