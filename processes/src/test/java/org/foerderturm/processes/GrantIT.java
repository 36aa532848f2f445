package org.foerderturm.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.foerderturm.TestOffice;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.consortium.Programme;
import org.foerderturm.funding.ApprovedRow;
import org.foerderturm.funding.Arrival;
import org.foerderturm.funding.BudgetLine;
import org.foerderturm.funding.CostRow;
import org.foerderturm.funding.FundingCommand.*;
import org.foerderturm.funding.FundingQuery.ApplicationDetails;
import org.foerderturm.funding.FundingQuery.DeadlineRow;
import org.foerderturm.funding.FundingQuery.FindApplication;
import org.foerderturm.funding.FundingQuery.LineRow;
import org.foerderturm.funding.GrantCommand.AnswerPaymentRequest;
import org.foerderturm.funding.GrantCommand.CloseBudgetYear;
import org.foerderturm.funding.GrantCommand.LiftPaymentStop;
import org.foerderturm.funding.GrantCommand.RequestPayment;
import org.foerderturm.funding.GrantCommand.StateApprovedRows;
import org.foerderturm.funding.GrantCommand.StopPayments;
import org.foerderturm.funding.GrantCommand.WithdrawPaymentRequest;
import org.foerderturm.funding.GrantQuery.FindGrant;
import org.foerderturm.funding.GrantQuery.GrantChangeRow;
import org.foerderturm.funding.GrantQuery.GrantDetails;
import org.foerderturm.funding.GrantQuery.GrantNote;
import org.foerderturm.funding.Regime;
import org.foerderturm.funding.ResolutionSubject;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.ProcessCommand.CancelCase;
import org.foerderturm.report.ReportQuery;
import org.foerderturm.report.ReportQuery.FindDeadlines;
import org.foerderturm.report.ReportQuery.FindDeadlinesOf;
import org.foerderturm.report.ReportQuery.FindMyDeadlines;
import org.foerderturm.report.ReportQuery.MyDeadline;
import org.foerderturm.view.ProjectionQuery.RebuildProjection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way through the workflows after the notice, on the real engine and a real database. */
class GrantIT {
  private static final Actor LEAD = Actor.of("gerda.geschaeft", Role.OFFICE_LEAD);
  private static final Actor MANAGER = Actor.of("petra.projekt", Role.PROJECT_MANAGER);
  private static final LocalDateTime DEADLINE = LocalDateTime.parse("2015-05-05T17:00");

  private static TestOffice office;
  private String id;

  @BeforeAll
  static void open() {
    office = TestOffice.shared();
  }

  @BeforeEach
  void granted() {
    id = "g-" + UUID.randomUUID();
    send(
        new OpenApplication(
            id,
            "Leuchtturm",
            null,
            Programme.FEDERAL_JOINT_PROJECT,
            Regime.NABF,
            "Aufruf",
            "Bund",
            DEADLINE,
            Arrival.ELECTRONIC,
            List.of(14)));
    send(new RecordFundingResolution(id, ResolutionSubject.APPLICATION, id + "-m1", "adopted"));
    send(new WriteOutline(id, "Ziel", "Plan", "Nutzen"));
    send(
        new BudgetPartner(
            id,
            "Werk",
            false,
            null,
            List.of(
                new BudgetLine(CostRow.STAFF_E12_E15, 100_00, 80_00, 20_00, 0),
                new BudgetLine(CostRow.GOODS, 100_00, 80_00, 20_00, 0))));
    send(new SignOffBudget(id, "Werk", "Frau Beispiel"));
    send(new RecordCoverCheck(id, false, "Test"));
    send(new SubmitApplication(id, DEADLINE.minusHours(1)));
    send(new RecordArrival(id, Arrival.ELECTRONIC, DEADLINE.minusHours(1), null));
    send(new RecordArrival(id, Arrival.PAPER, DEADLINE.minusMinutes(1), null));
    send(new RecordEvaluation(id, null, null, null, true, null));
    send(
        new RecordGrantNotice(
            id,
            "13N1",
            day("2015-09-01"),
            150_00,
            day("2015-10-01"),
            day("2017-09-30"),
            null,
            null));
  }

  private void payable() {
    send(new RecordFinality(id, day("2015-09-02"), true));
    send(new DrawDownFunds(id, "Werk", 100_00, day("2015-11-02")));
  }

  @Test
  void both_arrivals_are_kept() {
    assertThat(application().electronicAt()).isEqualTo(DEADLINE.minusHours(1));
    assertThat(application().paperAt()).isEqualTo(DEADLINE.minusMinutes(1));
  }

  @Test
  void within_the_margin_the_budget_changes_without_the_funder() {
    payable();
    var change = change("reallocation");
    assertThat(office.find(change).row().title()).isEqualTo("Änderung 1: Leuchtturm");
    office.complete(change, "Task_DraftChange", moving(20_00), MANAGER);
    assertThat(changes()).extracting(GrantChangeRow::state).containsExactly("free");
    assertThat(lines())
        .extracting(LineRow::row, LineRow::costsCents, LineRow::gapCents)
        .containsExactly(tuple("0812", 120_00L, 0L), tuple("0831", 80_00L, 0L));
    assertThat(office.find(change).row().ended()).isEqualTo("completed");
  }

  @Test
  void what_the_notice_approved_of_a_row_stays_beside_the_budget() {
    payable();
    assertThat(approved())
        .containsExactly(tuple("0812", 100_00L, 100_00L), tuple("0831", 100_00L, 100_00L));
    office.complete(change("reallocation"), "Task_DraftChange", moving(20_00), MANAGER);
    assertThat(approved())
        .as("the budget moved, not what was approved")
        .containsExactly(tuple("0812", 120_00L, 100_00L), tuple("0831", 80_00L, 100_00L));
    send(new StateApprovedRows(id, "Werk", List.of(new ApprovedRow(CostRow.GOODS, 60_00))));
    assertThat(approved())
        .containsExactly(tuple("0812", 120_00L, 0L), tuple("0831", 80_00L, 60_00L));
  }

  @Test
  void a_request_for_payment_is_answered_and_its_money_comes_in() {
    send(new RecordFinality(id, day("2015-09-02"), true));
    send(new RequestPayment(id, "Werk", 100_00, day("2015-11-01")));
    send(new AnswerPaymentRequest(id, 1, 80_00, day("2015-11-20"), "Beleg 3 fehlt"));
    assertThat(requests()).containsExactly(tuple(1, "cut", 80_00L, 0L));
    send(new DrawDownFunds(id, "Werk", 80_00, day("2015-11-25"), null, null, 1));
    assertThat(requests()).containsExactly(tuple(1, "paid", 80_00L, 80_00L));
    send(new CorrectDrawDown(id, 1, 79_00, day("2015-11-25"), "vertippt"));
    assertThat(requests()).containsExactly(tuple(1, "cut", 80_00L, 79_00L));
    send(new RequestPayment(id, "Werk", 10_00, day("2015-12-01")));
    send(new WithdrawPaymentRequest(id, 2, "doch nicht"));
    assertThat(requests()).contains(tuple(2, "withdrawn", null, 0L));
  }

  private List<Tuple> requests() {
    return grant().requests().stream()
        .map(row -> tuple(row.number(), row.state(), row.approvedCents(), row.receivedCents()))
        .toList();
  }

  private List<Tuple> approved() {
    return grant().approved().stream()
        .map(row -> tuple(row.costRow(), row.askedCents(), row.approvedCents()))
        .toList();
  }

  @Test
  void above_the_margin_the_funder_consents_first() {
    payable();
    var change = change("reallocation");
    assertThatThrownBy(() -> office.complete(change, "Task_DraftChange", moving(100_01), MANAGER))
        .hasMessage("cost-row-too-small");
    office.complete(change, "Task_DraftChange", moving(60_00), MANAGER);
    assertThat(lines()).extracting(LineRow::costsCents).containsExactly(100_00L, 100_00L);
    assertThatThrownBy(
            () -> office.complete(change, "Task_PutChange", Map.of("outcome", "put"), MANAGER))
        .hasMessage("grant-day-missing");
    office.complete(
        change, "Task_PutChange", Map.of("outcome", "put", "putOn", "2016-02-01"), MANAGER);
    assertThat(changes()).extracting(GrantChangeRow::state).containsExactly("put");
    assertThatThrownBy(
            () ->
                office.complete(
                    change,
                    "Task_RecordAnswer",
                    Map.of("outcome", "consent", "decidedOn", "2016-01-31"),
                    MANAGER))
        .hasMessage("day-too-early");
    office.complete(
        change,
        "Task_RecordAnswer",
        Map.of("outcome", "consent", "decidedOn", "2016-03-01", "reference", "13N1-2"),
        MANAGER);
    assertThat(lines()).extracting(LineRow::costsCents).containsExactly(160_00L, 40_00L);
    assertThat(changes())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.state()).isEqualTo("consented");
              assertThat(row.reference()).isEqualTo("13N1-2");
              assertThat(row.source()).endsWith("(zu prüfen)");
            });
  }

  @Test
  void who_cancels_the_case_withdraws_the_change() {
    payable();
    var change = change("extension");
    office.send(new CancelCase(change, "nicht mehr nötig"), LEAD);
    assertThat(changes())
        .extracting(GrantChangeRow::state, GrantChangeRow::answer)
        .containsExactly(tuple("withdrawn", "nicht mehr nötig"));
    assertThat(office.find(change).row().ended()).isEqualTo("cancelled");
  }

  @Test
  void a_draft_that_needs_consent_is_made_smaller_until_it_needs_none() {
    payable();
    var change = change("reallocation");
    office.complete(change, "Task_DraftChange", moving(60_00), MANAGER);
    office.complete(change, "Task_PutChange", Map.of("outcome", "revise"), MANAGER);
    office.complete(change, "Task_DraftChange", moving(20_00), MANAGER);
    assertThat(changes()).extracting(GrantChangeRow::state).containsExactly("free");
  }

  @Test
  void an_extension_moves_the_proofs() {
    payable();
    extended("2018-06-30");
    assertThat(Objects.requireNonNull(application().notice()).until()).isEqualTo(day("2018-06-30"));
    assertThat(application().deadlines())
        .extracting(DeadlineRow::kind, DeadlineRow::dueOn)
        .contains(
            tuple("interim-proof", day("2018-04-30")), tuple("proof-of-use", day("2018-12-31")));
  }

  private void extended(String until) {
    var change = change("extension");
    office.complete(
        change, "Task_DraftChange", Map.of("periodUntil", until, "reason", "verspätet"), MANAGER);
    office.complete(
        change, "Task_PutChange", Map.of("outcome", "put", "putOn", "2016-02-01"), MANAGER);
    office.complete(
        change,
        "Task_RecordAnswer",
        Map.of("outcome", "consent", "decidedOn", "2016-03-01"),
        MANAGER);
  }

  @Test
  void a_new_partner_takes_over() {
    payable();
    var change = change("partner");
    office.complete(
        change,
        "Task_DraftChange",
        Map.of("partnerId", "werk", "successor", "Neuwerk", "reason", "Insolvenz"),
        MANAGER);
    office.complete(
        change, "Task_PutChange", Map.of("outcome", "put", "putOn", "2016-02-01"), MANAGER);
    office.complete(
        change,
        "Task_RecordAnswer",
        Map.of("outcome", "consent", "decidedOn", "2016-03-01"),
        MANAGER);
    assertThat(application().partners())
        .singleElement()
        .satisfies(
            partner -> {
              assertThat(partner.name()).isEqualTo("Neuwerk");
              assertThat(partner.lines()).hasSize(2);
            });
    assertThatThrownBy(() -> send(new DrawDownFunds(id, "Neuwerk", 50_01, day("2016-04-01"))))
        .hasMessage("draw-down-above-grant");
    send(new DrawDownFunds(id, "Neuwerk", 50_00, day("2016-04-01")));
  }

  @Test
  void what_the_funder_refused_is_drafted_anew_and_put_again() {
    payable();
    var change = change("extension");
    draftAndPut(change, "2018-06-30", "2016-02-01");
    refuse(change);
    office.complete(change, "Task_DecideAfterRefusal", Map.of("outcome", "revise"), MANAGER);
    draftAndPut(change, "2018-03-31", "2016-04-01");
    office.complete(
        change,
        "Task_RecordAnswer",
        Map.of("outcome", "consent", "decidedOn", "2016-05-01", "reference", "Az. 2"),
        MANAGER);
    assertThat(changes()).extracting(GrantChangeRow::state).containsExactly("consented");
    assertThat(Objects.requireNonNull(application().notice()).until()).isEqualTo(day("2018-03-31"));
  }

  private void draftAndPut(String change, String until, String putOn) {
    office.complete(
        change, "Task_DraftChange", Map.of("periodUntil", until, "reason", "verspätet"), MANAGER);
    office.complete(change, "Task_PutChange", Map.of("outcome", "put", "putOn", putOn), MANAGER);
  }

  private void refuse(String change) {
    office.complete(
        change,
        "Task_RecordAnswer",
        Map.of("outcome", "refuse", "decidedOn", "2016-03-01", "reason", "kein Geld"),
        MANAGER);
  }

  @Test
  void a_refused_and_a_withdrawn_change_leave_the_grant_as_it_is() {
    payable();
    var refused = change("extension");
    var draft = Map.<String, Object>of("periodUntil", "2018-06-30", "reason", "verspätet");
    office.complete(refused, "Task_DraftChange", draft, MANAGER);
    office.complete(
        refused, "Task_PutChange", Map.of("outcome", "put", "putOn", "2016-02-01"), MANAGER);
    refuse(refused);
    office.complete(
        refused,
        "Task_DecideAfterRefusal",
        Map.of("outcome", "stop", "stopReason", "reicht auch so"),
        MANAGER);
    var later = change("extension");
    office.complete(later, "Task_DraftChange", draft, MANAGER);
    office.complete(
        later, "Task_PutChange", Map.of("outcome", "put", "putOn", "2016-02-01"), MANAGER);
    office.complete(
        later, "Task_RecordAnswer", Map.of("outcome", "withdraw", "reason", "erledigt"), MANAGER);
    var never = change("extension");
    office.complete(never, "Task_DraftChange", draft, MANAGER);
    office.complete(
        never, "Task_PutChange", Map.of("outcome", "withdraw", "reason", "erledigt"), MANAGER);
    assertThat(changes())
        .extracting(GrantChangeRow::state, GrantChangeRow::answer)
        .containsExactly(
            tuple("refused", "kein Geld"),
            tuple("withdrawn", "erledigt"),
            tuple("withdrawn", "erledigt"));
    assertThat(Objects.requireNonNull(application().notice()).until()).isEqualTo(day("2017-09-30"));
  }

  @Test
  void an_objection_is_decided_before_anything_is_final() {
    var objection =
        office.start(
            "grant-objection",
            UUID.randomUUID().toString(),
            Map.of(
                "applicationId", id,
                "title", "Widerspruch",
                "filedOn", "2015-09-20",
                "reason", "zu wenig"),
            MANAGER);
    assertThatThrownBy(() -> send(new RecordFinality(id, day("2015-10-02"), false)))
        .hasMessage("objection-pending");
    assertThat(Objects.requireNonNull(application().notice()).objectedOn())
        .isEqualTo(day("2015-09-20"));
    office.complete(
        objection,
        "Task_RecordDecision",
        Map.of("decidedOn", "2015-12-01", "grantedCents", 160_00, "outcome", "remedied"),
        MANAGER);
    assertThat(application().row().grantedCents()).isEqualTo(160_00L);
    assertThat(application().deadlines())
        .contains(new DeadlineRow("appeal", day("2016-01-04"), null));
    send(new RecordFinality(id, day("2016-01-05"), false));
  }

  @Test
  void report_list_page_and_calendars_owe_the_same() {
    payable();
    var today = LocalDate.now(WorkingDays.OFFICE);
    send(new DrawDownFunds(id, "Werk", 20_00, today));
    var open = days(ask(new FindDeadlinesOf(id)));
    assertThat(open).hasSizeGreaterThan(2);
    assertThat(open).extracting(tuple -> tuple.toList().getFirst()).contains("spend-by");
    assertThat(
            application().deadlines().stream()
                .filter(deadline -> deadline.doneOn() == null)
                .map(deadline -> tuple(deadline.kind(), deadline.dueOn())))
        .as("page")
        .containsExactlyElementsOf(open);
    var far = today.plusYears(30);
    assertThat(
            days(
                ask(new FindDeadlines(today, 30 * 365, null, 0, 5_000)).rows().stream()
                    .filter(row -> row.subjectId().equals(id))
                    .toList()))
        .as("report")
        .containsExactlyInAnyOrderElementsOf(open);
    assertThat(
            days(
                ask(new FindMyDeadlines(null, far, true)).stream()
                    .map(MyDeadline::row)
                    .filter(row -> row.subjectId().equals(id))
                    .toList()))
        .as("calendars")
        .containsExactlyInAnyOrderElementsOf(open);
    var row = application().row();
    assertThat(tuple(row.nextKind(), row.nextDue())).as("list").isEqualTo(open.getFirst());
    assertThat(ask(new FindMyDeadlines(null, far, false)))
        .as("no task is owed by the lead")
        .noneMatch(mine -> mine.row().subjectId().equals(id));
    assertThat(
            office
                .office()
                .ask(new FindMyDeadlines(null, far, true), Actor.of("erika", Role.EXPERT_TEAM)))
        .as("who may not read applications is told of none")
        .noneMatch(mine -> mine.row().subjectId().equals(id));
  }

  private static <R> R ask(Query<R> query) {
    return office.office().ask(query, LEAD);
  }

  private static List<Tuple> days(List<ReportQuery.DeadlineRow> rows) {
    return rows.stream().map(row -> tuple(row.kind(), row.dueOn())).toList();
  }

  @Test
  void a_revocation_is_settled_by_refunds() {
    payable();
    var revocation =
        office.start(
            "grant-revocation",
            UUID.randomUUID().toString(),
            Map.of(
                "applicationId", id,
                "title", "Teilwiderruf",
                "reference", "WB 1",
                "receivedOn", "2016-05-02",
                "amountCents", 80_00,
                "refundDueOn", "2016-06-02",
                "reason", "Zweck verfehlt"),
            MANAGER);
    assertThat(application().row().grantedCents()).isEqualTo(70_00L);
    assertThat(Objects.requireNonNull(application().notice()).owedCents()).isEqualTo(30_00);
    assertThat(application().deadlines())
        .contains(new DeadlineRow("refund", day("2016-06-02"), null, 30_00L));
    refund(revocation, 10_00);
    refund(revocation, 20_00);
    assertThat(office.find(revocation).row().ended()).isEqualTo("completed");
    assertThat(application().deadlines())
        .contains(new DeadlineRow("refund", day("2016-06-02"), day("2016-05-20"), 30_00L));
    assertThat(grant().notes())
        .extracting(GrantNote::kind, GrantNote::amountCents)
        .containsExactly(
            tuple("part-revocation", 80_00L), tuple("refund", 10_00L), tuple("refund", 20_00L));
    rebuilt();
  }

  private void refund(String revocation, long cents) {
    office.complete(
        revocation, "Task_Refund", Map.of("refundCents", cents, "paidOn", "2016-05-20"), MANAGER);
  }

  /** Both projections of a grant say the same after a rebuild. */
  private void rebuilt() {
    var before = application();
    var grant = grant();
    for (var name : List.of("funding", "grant")) {
      var table = name.equals("grant") ? "view_grant_note" : "view_application";
      long stored = stored(table);
      office.send(new RebuildProjection(name), TestOffice.ADMIN);
      await().untilAsserted(() -> assertThat(stored(table)).isNotEqualTo(stored));
    }
    assertThat(application()).isEqualTo(before);
    assertThat(grant()).isEqualTo(grant);
  }

  private static long stored(String table) {
    return office
        .db()
        .sql("select '" + table + "'::regclass::oid::bigint")
        .query(Long.class)
        .single();
  }

  @Test
  void a_revocation_before_any_draw_down_asks_nothing_back() {
    send(new RecordFinality(id, day("2015-09-02"), true));
    var revocation =
        office.start(
            "grant-revocation",
            UUID.randomUUID().toString(),
            Map.of(
                "applicationId", id,
                "title", "Widerruf",
                "reference", "WB 1",
                "receivedOn", "2016-05-02",
                "amountCents", 150_00,
                "refundDueOn", "2016-06-02",
                "reason", "Zweck verfehlt"),
            MANAGER);
    assertThat(office.find(revocation).row().ended()).isEqualTo("completed");
    assertThatThrownBy(() -> send(new DrawDownFunds(id, "Werk", 1, day("2016-06-01"))))
        .hasMessage("draw-down-above-grant");
  }

  @Test
  void a_payment_stop_and_a_closed_year_hold_the_money_back() {
    send(new RecordFinality(id, day("2015-09-02"), true));
    send(new StopPayments(id, day("2015-10-01"), "Nachweis fehlt"));
    assertThatThrownBy(() -> send(new DrawDownFunds(id, "Werk", 1, day("2015-11-02"))))
        .hasMessage("payments-stopped");
    send(new LiftPaymentStop(id, day("2015-10-15"), null));
    send(new CloseBudgetYear(id, 2015, day("2016-01-15")));
    assertThatThrownBy(() -> send(new DrawDownFunds(id, "Werk", 1, day("2015-12-31"))))
        .hasMessage("budget-year-closed");
    assertThat(grant().closedYears()).containsExactly(2015);
    assertThat(Objects.requireNonNull(application().notice()).stoppedSince()).isNull();
  }

  // ---- steps

  private static void send(Command command) {
    office.send(command, LEAD);
  }

  private String change(String kind) {
    return office.start(
        "grant-change",
        UUID.randomUUID().toString(),
        Map.of("applicationId", id, "kind", kind),
        MANAGER);
  }

  private static Map<String, Object> moving(long cents) {
    return Map.of(
        "partnerId", "werk",
        "fromRow", "0831",
        "toRow", "0812",
        "amountCents", cents,
        "reason", "Preise");
  }

  // ---- what one sees

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  private ApplicationDetails application() {
    return Objects.requireNonNull(office.office().ask(new FindApplication(id), MANAGER));
  }

  private GrantDetails grant() {
    return office.office().ask(new FindGrant(id), MANAGER);
  }

  private List<GrantChangeRow> changes() {
    return grant().changes();
  }

  private List<LineRow> lines() {
    return application().partners().getFirst().lines();
  }
}
