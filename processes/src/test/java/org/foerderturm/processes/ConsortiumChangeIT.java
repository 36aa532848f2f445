package org.foerderturm.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.foerderturm.TestBodies;
import org.foerderturm.TestOffice;
import org.foerderturm.cases.CaseQuery.CaseDetails;
import org.foerderturm.cases.CaseQuery.FindCase;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.consortium.AgreementRules;
import org.foerderturm.consortium.ChecklistCommand.FileDocuments;
import org.foerderturm.consortium.ChecklistCommand.ReceiveDocument;
import org.foerderturm.consortium.CommissionCommand.OrderCommission;
import org.foerderturm.consortium.CommissionCommand.PerformCommission;
import org.foerderturm.consortium.CommissionKind;
import org.foerderturm.consortium.ConsortiumCommand.*;
import org.foerderturm.consortium.ConsortiumQuery.ConsortiumDetails;
import org.foerderturm.consortium.ConsortiumQuery.FindConsortium;
import org.foerderturm.consortium.ConsortiumQuery.PartnerRow;
import org.foerderturm.consortium.CountryStatus;
import org.foerderturm.consortium.DocumentKind;
import org.foerderturm.consortium.OrganisationKind;
import org.foerderturm.consortium.PartnerRole;
import org.foerderturm.consortium.Programme;
import org.foerderturm.consortium.RunningCommand.RecordConsortiumAgreement;
import org.foerderturm.consortium.RunningQuery.*;
import org.foerderturm.consortium.Topic;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.ProcessCommand.CancelCase;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way through the change of a consortium that runs. */
class ConsortiumChangeIT {
  private static final Actor MANAGER = Actor.of("petra.projekt", Role.PROJECT_MANAGER);
  private static final Actor LEAD = Actor.of("gerda.geschaeft", Role.OFFICE_LEAD);
  private static final List<String> MEMBERS = List.of("mia.mitglied", "max.mitglied");

  private static TestOffice office;
  private String consortium;
  private String change;
  private String caseId;

  @BeforeAll
  static void open() {
    office = TestOffice.fresh(); // founds a body that other tests found, too
    TestBodies.found(office, "steering", "Lenkungsgremium", BodyKind.STEERING, MEMBERS);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  /** Dortmund, Amiens and Kozani; with Karlskrona one more than the minimum. */
  @BeforeEach
  void constitute() {
    consortium = "c-" + UUID.randomUUID();
    change = "x-" + UUID.randomUUID();
    send(
        new ProposeConsortium(
            consortium,
            "Leuchtturm",
            Topic.ENERGY,
            Programme.HORIZON,
            null,
            null,
            0,
            "Stadt Dortmund",
            "DE",
            CountryStatus.MEMBER_STATE,
            OrganisationKind.MUNICIPALITY,
            "…"));
    Map.of("Amiens", "FR", "Kozani", "GR", "Karlskrona", "SE").forEach(this::joins);
    send(new RecordEligibility(consortium, true, "…", "consortium-eligibility", "…", "…"));
    send(new RecordResolution(consortium, consortium + "-m1", "adopted"));
    send(new FileDocuments(consortium, true, null));
    send(new ConstituteConsortium(consortium));
  }

  private void joins(String name, String country) {
    send(
        new InvitePartner(
            consortium,
            name,
            country,
            CountryStatus.MEMBER_STATE,
            PartnerRole.BENEFICIARY,
            OrganisationKind.MUNICIPALITY,
            null));
    send(new AcceptInvitation(consortium, name.toLowerCase(Locale.ROOT)));
    send(new RecordLetterOfIntent(consortium, name.toLowerCase(Locale.ROOT), null));
  }

  @Test
  void a_partner_leaves_once_the_body_has_resolved() {
    start(Map.of("changeKind", "exit", "partner", "Kozani"));
    motion();
    vote("YES", "YES");
    assertThat(row().state()).isEqualTo("adopted");
    carryOut();
    assertThat(partner("Kozani").status()).isEqualTo("left");
    assertThat(row())
        .extracting(ChangeRow::state, ChangeRow::eligible, ChangeRow::effectiveOn)
        .containsExactly("done", true, LocalDate.of(2026, 7, 1));
    assertThat(ended()).isEqualTo("completed");
  }

  @Test
  void a_partner_is_replaced_and_the_new_one_starts_with_an_empty_checklist() {
    start(replacement("Kozani", "Lyon"));
    motion();
    vote("YES", "YES");
    carryOut();
    assertThat(partner("Kozani").successor()).isEqualTo("Lyon");
    assertThat(partner("Lyon"))
        .extracting(PartnerRow::status, PartnerRow::countryStatus, PartnerRow::role)
        .containsExactly("accepted", "member-state", "beneficiary");
    assertThat(checklist("Lyon")).allMatch(ChecklistRow::missing);
    assertThat(checklist("Amiens"))
        .filteredOn(each -> each.document().equals("mandate"))
        .extracting(ChecklistRow::state)
        .containsExactly("received");
  }

  @Test
  void the_coordination_passes_to_a_partner() {
    start(Map.of("changeKind", "replacement", "partner", "Stadt Dortmund", "successor", "Amiens"));
    motion();
    vote("YES", "YES");
    carryOut();
    assertThat(partner("Amiens").role()).isEqualTo("coordinator");
    assertThat(found().row().coordinator()).isEqualTo("Amiens");
  }

  @Test
  void the_coordinator_does_not_simply_leave_and_no_case_begins() {
    refused(
        () -> start(Map.of("changeKind", "exit", "partner", "Stadt Dortmund")),
        "coordinator-needs-successor");
    assertThat(office.office().ask(new FindCasesOf(change), LEAD)).isEmpty();
  }

  @Test
  void a_partner_twice_is_refused_at_the_form() {
    refused(() -> start(replacement("Kozani", "amiens")), "partner-already-in-consortium");
  }

  @Test
  void what_would_break_the_minimum_is_mended_with_a_successor() {
    withoutResolution();
    leaves("Karlskrona");
    start(Map.of("changeKind", "exit", "partner", "Kozani"));
    assertThat(row().eligible()).isFalse();
    assertThat(row().finding()).contains("Weniger als drei");
    complete(
        "Task_Mend",
        Map.of(
            "outcome",
            "replace",
            "successor",
            "Gdańsk",
            "successorCountry",
            "PL",
            "successorKind",
            "municipality",
            "successorRole",
            "beneficiary"),
        MANAGER);
    carryOut();
    assertThat(partner("Gdańsk").status()).isEqualTo("accepted");
    assertThat(row())
        .extracting(ChangeRow::changeKind, ChangeRow::state)
        .containsExactly("replacement", "done");
  }

  @Test
  void what_would_break_the_minimum_is_withdrawn() {
    withoutResolution();
    leaves("Karlskrona");
    start(Map.of("changeKind", "exit", "partner", "Kozani"));
    complete("Task_Mend", Map.of("outcome", "withdraw", "mendReason", "niemand gefunden"), MANAGER);
    assertThat(row().state()).isEqualTo("withdrawn");
    assertThat(partner("Kozani").status()).isEqualTo("accepted");
    assertThat(ended()).isEqualTo("completed");
  }

  @Test
  void a_rejected_change_leaves_all_as_it_was() {
    start(Map.of("changeKind", "exit", "partner", "Kozani"));
    motion();
    vote("NO", "NO");
    complete("Task_DecideAfterRejection", Map.of("outcome", "stop", "reason", "erledigt"), LEAD);
    assertThat(row().state()).isEqualTo("rejected");
    assertThat(partner("Kozani").status()).isEqualTo("accepted");
    assertThat(ended()).isEqualTo("completed");
  }

  @Test
  void a_rejected_change_is_put_to_the_body_again() {
    start(Map.of("changeKind", "exit", "partner", "Kozani"));
    motion();
    vote("NO", "NO");
    assertThat(row().state()).isEqualTo("rejected");
    complete("Task_DecideAfterRejection", Map.of("outcome", "revise", "reason", "neu"), LEAD);
    assertThat(row().state()).isEqualTo("requested");
    motion();
    vote("YES", "YES");
    assertThat(row().state()).isEqualTo("adopted");
  }

  @Test
  void a_rejected_change_is_withdrawn_with_its_case() {
    start(Map.of("changeKind", "exit", "partner", "Kozani"));
    motion();
    vote("NO", "NO");
    office.send(new CancelCase(details().row().caseId(), "doch nicht"), LEAD);
    assertThat(row().state()).isEqualTo("withdrawn");
    assertThat(ended()).isEqualTo("cancelled");
  }

  @Test
  void without_a_quorum_a_meeting_decides() {
    start(Map.of("changeKind", "exit", "partner", "Kozani"));
    motion();
    vote("YES");
    complete("Task_CallSecondMeeting", Map.of("outcome", "meeting"), LEAD);
    assertThat(office.tasks(ballot())).as("nobody votes without a meeting").isEmpty();
    TestBodies.meets(office, "steering", change + "-m2", MEMBERS, 2, 0);
    carryOut();
    assertThat(row())
        .extracting(ChangeRow::state, ChangeRow::motionId)
        .containsExactly("done", change + "-m2");
  }

  @Test
  void instead_of_a_second_meeting_the_motion_is_revised_or_the_change_withdrawn() {
    start(Map.of("changeKind", "exit", "partner", "Kozani"));
    motion();
    vote("YES");
    complete("Task_CallSecondMeeting", Map.of("outcome", "revise"), LEAD);
    motion();
    vote("YES");
    complete(
        "Task_CallSecondMeeting", Map.of("outcome", "withdraw", "reason", "bleibt doch"), LEAD);
    assertThat(row().state()).isEqualTo("withdrawn");
    assertThat(ended()).isEqualTo("completed");
  }

  @Test
  void the_agreement_is_amended_without_a_resolution_where_it_says_so() {
    withoutResolution();
    start(Map.of("changeKind", "amendment", "amendment", "Sitzungen nur noch jährlich"));
    carryOut();
    assertThat(row())
        .extracting(ChangeRow::state, ChangeRow::amendment)
        .containsExactly("done", "Sitzungen nur noch jährlich");
  }

  @Test
  void who_cancels_the_case_withdraws_the_change() {
    start(Map.of("changeKind", "exit", "partner", "Kozani"));
    office.send(new CancelCase(details().row().caseId(), "bleibt doch"), LEAD);
    assertThat(row().state()).isEqualTo("withdrawn");
    assertThat(ended()).isEqualTo("cancelled");
  }

  @Test
  void a_change_is_withdrawn_before_it_takes_effect() {
    withoutResolution();
    start(Map.of("changeKind", "exit", "partner", "Kozani"));
    complete(
        "Task_CarryOut", Map.of("outcome", "withdraw", "carryOutReason", "bleibt doch"), MANAGER);
    assertThat(row().state()).isEqualTo("withdrawn");
    assertThat(partner("Kozani").status()).isEqualTo("accepted");
  }

  @Test
  void who_left_in_the_meantime_is_seen_when_the_change_is_carried_out() {
    withoutResolution();
    start(Map.of("changeKind", "exit", "partner", "Kozani"));
    var first = caseId;
    leaves("Karlskrona");
    caseId = first;
    refused(this::carryOut, "change-breaks-minimum");
    assertThat(office.tasks(first)).extracting(t -> t.taskKey()).containsExactly("Task_CarryOut");
  }

  // ---- what the page shows

  @Test
  void the_checklist_says_what_is_needed_of_whom_and_why() {
    send(new ReceiveDocument(consortium, "amiens", DocumentKind.NDA, LocalDate.of(2026, 1, 5)));
    assertThat(checklist("Amiens"))
        .extracting(ChecklistRow::document, ChecklistRow::stage, ChecklistRow::required)
        .contains(
            tuple("letter-of-intent", "formation", true),
            tuple("mandate", "resolution", true),
            tuple("nda", "sharing", true),
            tuple("accession-form", "running", true),
            tuple("declaration-of-honour", "running", true));
    assertThat(checklist("Amiens"))
        .filteredOn(each -> each.document().equals("nda"))
        .extracting(ChecklistRow::state, ChecklistRow::receivedOn)
        .containsExactly(tuple("received", LocalDate.of(2026, 1, 5)));
    assertThat(checklist("Stadt Dortmund"))
        .extracting(ChecklistRow::document)
        .contains("data-management-plan")
        .doesNotContain("mandate");
  }

  @Test
  void an_agreement_begins_with_the_rules_of_the_model_and_their_source() {
    var rules = office.office().ask(new FindAgreementDefaults("horizon"), MANAGER);
    assertThat(rules.quorum()).isEqualTo("2/3");
    assertThat(rules.invitationDays()).isEqualTo(45);
    assertThat(rules.objectionDays()).isEqualTo(30);
    assertThat(rules.source()).contains("(zu prüfen)");
    send(new RecordConsortiumAgreement(consortium, LocalDate.of(2026, 2, 1), rules));
    assertThat(
            Objects.requireNonNull(office.office().ask(new FindAgreement(consortium), MANAGER))
                .rules())
        .isEqualTo(rules);
  }

  @Test
  void a_commission_is_listed_with_its_fee_and_state() {
    var id = "a-" + consortium;
    var day = LocalDate.of(2026, 1, 1);
    send(
        new OrderCommission(
            id, consortium, CommissionKind.STEERING, "Steuerung", 1_200_000, day, day));
    send(new PerformCommission(id, day));
    assertThat(office.office().ask(new FindCommissions(consortium), MANAGER))
        .extracting(CommissionRow::subject, CommissionRow::feeCents, CommissionRow::state)
        .containsExactly(tuple("Steuerung", 1_200_000L, "performed"));
  }

  // ---- steps

  private void start(Map<String, Object> fields) {
    var values = new HashMap<String, Object>(fields);
    values.put("title", "Änderung: Leuchtturm");
    values.put("consortiumId", consortium);
    values.put("reason", "kein Personal");
    values.put("conditionsHold", true);
    caseId = office.start("consortium-change", change, values, MANAGER);
  }

  private static Map<String, Object> replacement(String partner, String successor) {
    return Map.of(
        "changeKind",
        "replacement",
        "partner",
        partner,
        "successor",
        successor,
        "successorCountry",
        "FR",
        "successorKind",
        "municipality",
        "successorRole",
        "beneficiary");
  }

  /** Another change, carried out, under its own key. */
  private void leaves(String partner) {
    var kept = change;
    change = "x-" + UUID.randomUUID();
    start(Map.of("changeKind", "exit", "partner", partner));
    carryOut();
    change = kept;
  }

  private void withoutResolution() {
    var model = office.office().ask(new FindAgreementDefaults("horizon"), MANAGER);
    send(
        new RecordConsortiumAgreement(
            consortium,
            null,
            new AgreementRules(
                model.quorum(),
                model.majority(),
                model.invitationDays(),
                model.extraordinaryDays(),
                model.minutesDays(),
                model.vetoDays(),
                model.publicationDays(),
                model.objectionDays(),
                false,
                model.source())));
  }

  private void motion() {
    complete(
        "Task_DraftMotion",
        Map.of(
            "outcome",
            "submit",
            "motionTitle",
            "Änderung " + change,
            "proposal",
            "Die Änderung wird gebilligt."),
        LEAD);
  }

  private void vote(String... votes) {
    var motionId = String.valueOf(details().variables().get("motionId"));
    var ballot = ballot();
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

  private String ballot() {
    var motionId = String.valueOf(details().variables().get("motionId"));
    return office.office().ask(new FindCasesOf(motionId), LEAD).getFirst().caseId();
  }

  private void carryOut() {
    complete("Task_CarryOut", Map.of("outcome", "carry-out", "effectiveOn", "2026-07-01"), MANAGER);
  }

  private void complete(String taskKey, Map<String, Object> values, Actor actor) {
    office.complete(caseId, taskKey, values, actor);
  }

  private static void send(Command command) {
    office.send(command, LEAD);
  }

  private static void refused(ThrowingCallable what, String code) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(Rejected.class, no -> assertThat(no.code()).isEqualTo(code));
  }

  // ---- what one sees

  private CaseDetails details() {
    return Objects.requireNonNull(office.office().ask(new FindCase(caseId, null), LEAD));
  }

  private String ended() {
    return String.valueOf(details().row().ended());
  }

  private ConsortiumDetails found() {
    return Objects.requireNonNull(office.office().ask(new FindConsortium(consortium), MANAGER));
  }

  private ChangeRow row() {
    return office.office().ask(new FindConsortiumChanges(consortium), MANAGER).stream()
        .filter(each -> each.changeId().equals(change))
        .findFirst()
        .orElseThrow();
  }

  private PartnerRow partner(String name) {
    return found().partners().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<ChecklistRow> checklist(String partner) {
    return office.office().ask(new FindChecklist(consortium), MANAGER).stream()
        .filter(each -> each.partner().equals(partner))
        .toList();
  }
}
