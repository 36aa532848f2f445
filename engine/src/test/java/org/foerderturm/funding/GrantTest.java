package org.foerderturm.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.foerderturm.funding.CostRow.CONTRACTS;
import static org.foerderturm.funding.CostRow.GOODS;
import static org.foerderturm.funding.CostRow.RENT;
import static org.foerderturm.funding.CostRow.STAFF_E12_E15;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.foerderturm.consortium.Programme;
import org.foerderturm.funding.FundingCommand.*;
import org.foerderturm.funding.FundingEvent.*;
import org.foerderturm.funding.GrantCommand.*;
import org.foerderturm.funding.GrantEvent.*;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Refusals;
import org.foerderturm.project.ProjectCommand.FollowGrant;
import org.foerderturm.project.ProjectCommand.FollowPayment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of a grant after its notice. */
class GrantTest {
  private static final String A = "a-1";
  private static final String C = "c-1";
  private static final LocalDateTime DEADLINE = LocalDateTime.parse("2026-05-05T17:00");
  private static final LocalDate NOTICE = LocalDate.parse("2026-09-01");
  private static final LocalDate FROM = LocalDate.parse("2026-10-01");
  private static final LocalDate UNTIL = LocalDate.parse("2028-09-30");
  private static final LocalDate LATER = LocalDate.parse("2027-02-01");
  private static final String NABF =
      "NABF: 6 Wochen, Zwischennachweis 4 Monate nach dem Haushaltsjahr,"
          + " Verwendungsnachweis 6 Monate nach dem Zweck, spätestens mit Ablauf des sechsten"
          + " Monats nach dem Bewilligungszeitraum, 20 % je Ansatz (zu prüfen)";

  private final List<Command> followed = new ArrayList<>();
  private final AggregateTestFixture<FundingApplication> grant =
      FundingApplicationTest.fixture(followed::add, "p-1");

  // ---- requests for payment

  @Test
  void a_request_is_approved_with_a_cut_and_no_more_comes_in_on_it() {
    payments(asked(1, 100_00))
        .when(new AnswerPaymentRequest(A, 1, 70_00, LATER, " Beleg fehlt "))
        .expectEvents(answered(1, 70_00, 30_00, "Beleg fehlt"));
    payments(asked(1, 100_00), answered(1, 70_00, 30_00, "Beleg fehlt"))
        .when(new DrawDownFunds(A, "werk", 70_00, LATER, null, null, 1))
        .expectSuccessfulHandlerExecution();
    refused(
        payments(asked(1, 100_00), answered(1, 70_00, 30_00, "Beleg fehlt"))
            .when(new DrawDownFunds(A, "werk", 70_01, LATER, null, null, 1)),
        "payment-above-approved",
        Map.of("number", 1, "mostCents", 70_00L));
    // nothing comes in on what was not answered yet; without a request money may come as before
    refused(
        payments(asked(1, 100_00)).when(new DrawDownFunds(A, "werk", 1, LATER, null, null, 1)),
        "payment-above-approved",
        Map.of("number", 1, "mostCents", 0L));
    payments(asked(1, 100_00))
        .when(new DrawDownFunds(A, "werk", 1, LATER))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void what_is_asked_for_is_not_asked_for_twice_and_what_was_cut_is() {
    requesting(
        160_01,
        "payment-request-above-grant",
        Map.of("partner", "Werk", "leftCents", 160_00L, "requestedCents", 0L));
    requesting(
        60_01,
        "payment-request-above-grant",
        Map.of("partner", "Werk", "leftCents", 60_00L, "requestedCents", 100_00L),
        asked(1, 100_00));
    payments(asked(1, 100_00), answered(1, 70_00, 30_00, "x"))
        .when(new RequestPayment(A, "werk", 90_00, LATER))
        .expectEvents(new PaymentRequested(A, 2, "werk", "Werk", 90_00, LATER));
    requesting(
        90_01,
        "payment-request-above-grant",
        Map.of("partner", "Werk", "leftCents", 90_00L, "requestedCents", 70_00L),
        asked(1, 100_00),
        answered(1, 70_00, 30_00, "x"));
    // a request that is withdrawn blocks nothing
    payments(asked(1, 160_00), new PaymentRequestWithdrawn(A, 1, "Werk", "x"))
        .when(new RequestPayment(A, "werk", 160_00, LATER))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void an_answer_has_a_sum_that_was_asked_for_a_reason_and_a_day() {
    answering(100_01, LATER, "x", "payment-answer-impossible", Map.of("mostCents", 100_00L));
    answering(-1, LATER, "x", "payment-answer-impossible", Map.of("mostCents", 100_00L));
    answering(0, LATER, " ", "reason-missing", Map.of());
    answering(100_00, FROM, null, "payment-answer-before-request", Map.of("day", LATER.toString()));
    refused(
        payments(asked(1, 100_00)).when(new AnswerPaymentRequest(A, 2, 1, LATER, "x")),
        "payment-request-unknown",
        Map.of("number", 2));
    refused(
        payments(asked(1, 100_00), answered(1, 70_00, 30_00, "x"))
            .when(new AnswerPaymentRequest(A, 1, 100_00, LATER, null)),
        "payment-request-settled",
        Map.of("number", 1));
    refused(
        payments(asked(1, 100_00), answered(1, 70_00, 30_00, "x"))
            .when(new WithdrawPaymentRequest(A, 1, "x")),
        "payment-request-settled",
        Map.of("number", 1));
  }

  @Test
  void an_answer_is_set_right_until_money_came() {
    payments(asked(1, 100_00), answered(1, 70_00, 30_00, "x"))
        .when(new CorrectPaymentAnswer(A, 1, 100_00, LATER, null, " vertippt "))
        .expectEvents(
            new PaymentAnswerCorrected(
                A, 1, "Werk", 70_00, LATER, "x", 100_00, 0, LATER, null, "vertippt", null));
    refused(
        payments(asked(1, 100_00), answered(1, 70_00, 30_00, "x"), came(1, 10_00))
            .when(new CorrectPaymentAnswer(A, 1, 100_00, LATER, null, "vertippt")),
        "payment-request-settled",
        Map.of("number", 1));
    refused(
        payments(asked(1, 100_00)).when(new CorrectPaymentAnswer(A, 1, 1, LATER, "x", "vertippt")),
        "payment-not-answered",
        Map.of("number", 1));
    refused(
        payments(asked(1, 100_00), answered(1, 70_00, 30_00, "x"))
            .when(new CorrectPaymentAnswer(A, 1, 70_00, LATER, "x", "vertippt")),
        "nothing-changed",
        Map.of());
  }

  @Test
  void a_sum_that_is_set_right_stays_within_what_was_approved() {
    refused(
        payments(asked(1, 100_00), answered(1, 70_00, 30_00, "x"), came(1, 10_00))
            .when(new CorrectDrawDown(A, 1, 70_01, LATER, "vertippt")),
        "payment-above-approved",
        Map.of("number", 1, "mostCents", 70_00L));
  }

  @Test
  void nothing_is_requested_before_the_grant_is_final() {
    refused(noticed().when(new RequestPayment(A, "werk", 1, LATER)), "grant-not-final", Map.of());
  }

  /** The company's own sum is 160. */
  private TestExecutor<FundingApplication> payments(Object... more) {
    var events = new ArrayList<Object>(List.of(shares(40_00, 160_00)));
    events.addAll(List.of(more));
    return payable(events.toArray());
  }

  private void requesting(long cents, String code, Map<String, ?> args, Object... before) {
    refused(payments(before).when(new RequestPayment(A, "werk", cents, LATER)), code, args);
  }

  private void answering(
      long cents, LocalDate on, @Nullable String reason, String code, Map<String, ?> args) {
    refused(
        payments(asked(1, 100_00)).when(new AnswerPaymentRequest(A, 1, cents, on, reason)),
        code,
        args);
  }

  private static PaymentRequested asked(int number, long cents) {
    return new PaymentRequested(A, number, "werk", "Werk", cents, LATER);
  }

  private static PaymentRequestAnswered answered(
      int number, long approved, long cut, @Nullable String reason) {
    return new PaymentRequestAnswered(A, number, "Werk", approved, cut, LATER, reason);
  }

  private static FundsDrawn came(int request, long cents) {
    return new FundsDrawn(A, 1, "werk", "Werk", cents, LATER, null, 0, null, null, request);
  }

  // ---- money between rows

  @Test
  void the_margin_is_measured_on_what_the_notice_approved_not_on_the_budget() {
    // the funder cut the row from 100 to 60: 20 % of it are 12, and the row stands at 100 already
    var approved = rows(new ApprovedRow(STAFF_E12_E15, 60_00), new ApprovedRow(GOODS, 100_00));
    payable(approved, begun(GrantChangeKind.REALLOCATION))
        .when(reallocate(GOODS, STAFF_E12_E15, 1))
        .expectEvents(moving(1, true));
    // a row that was approved in full keeps its margin
    payable(approved, begun(GrantChangeKind.REALLOCATION))
        .when(reallocate(STAFF_E12_E15, GOODS, 20_00))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void approved_rows_are_those_of_the_budget_and_no_more_in_all() {
    payable()
        .when(
            new StateApprovedRows(
                A,
                "werk",
                List.of(new ApprovedRow(GOODS, 80_00), new ApprovedRow(STAFF_E12_E15, 0))))
        .expectEvents(rows(new ApprovedRow(GOODS, 80_00)));
    approving("cost-row-unknown", Map.of("row", "0834"), new ApprovedRow(RENT, 1));
    approving("amount-negative", Map.of("row", "0831"), new ApprovedRow(GOODS, -1));
    approving(
        "cost-row-twice",
        Map.of("row", "0831", "partner", "Werk"),
        new ApprovedRow(GOODS, 1),
        new ApprovedRow(GOODS, 2));
    approving(
        "approved-rows-too-much",
        Map.of("partner", "Werk", "sumCents", 200_01L, "mostCents", 200_00L),
        new ApprovedRow(GOODS, 200_01));
    approving(
        "nothing-changed",
        Map.of(),
        new ApprovedRow(GOODS, 100_00),
        new ApprovedRow(STAFF_E12_E15, 100_00));
  }

  private void approving(String code, Map<String, Object> args, ApprovedRow... rows) {
    refused(payable().when(new StateApprovedRows(A, "werk", List.of(rows))), code, args);
  }

  private static ApprovedRowsStated rows(ApprovedRow... rows) {
    return new ApprovedRowsStated(A, "werk", "Werk", List.of(rows));
  }

  @Test
  void within_20_percent_of_a_row_money_moves_without_the_funder() {
    payable(begun(GrantChangeKind.REALLOCATION))
        .when(reallocate(GOODS, STAFF_E12_E15, 20_00))
        .expectEvents(moving(20_00, false));
    payable(begun(GrantChangeKind.REALLOCATION), moving(20_00, false))
        .when(new CarryOutGrantChange(A, C))
        .expectEvents(moved(20_00, 120_00, 80_00, false));
  }

  @Test
  void a_cent_more_needs_the_funders_consent() {
    payable(begun(GrantChangeKind.REALLOCATION))
        .when(reallocate(GOODS, STAFF_E12_E15, 20_01))
        .expectEvents(moving(20_01, true));
    refused(
        payable(begun(GrantChangeKind.REALLOCATION), moving(20_01, true))
            .when(new CarryOutGrantChange(A, C)),
        "change-needs-consent",
        Map.of("percent", 20L));
  }

  @Test
  void two_moves_within_the_margin_are_not_within_it_together() {
    payable(
            begun(GrantChangeKind.REALLOCATION),
            moving(15_00, false),
            moved(15_00, 115_00, 85_00, false),
            begun("c-2", GrantChangeKind.REALLOCATION))
        .when(new DraftGrantChange(A, "c-2", "werk", GOODS, STAFF_E12_E15, 10_00L, null, null, "x"))
        .expectEvents(
            new GrantChangeDrafted(
                A,
                "c-2",
                GrantChangeKind.REALLOCATION,
                "werk",
                "Werk",
                GOODS,
                STAFF_E12_E15,
                10_00L,
                null,
                null,
                "x",
                true,
                NABF));
  }

  @Test
  void what_the_funder_consented_to_is_the_new_measure() {
    payable(
            begun(GrantChangeKind.REALLOCATION),
            moving(50_00, true),
            put(),
            new GrantChangeConsented(A, C, LATER, "13N1-2"),
            moved(50_00, 150_00, 50_00, true),
            begun("c-2", GrantChangeKind.REALLOCATION))
        .when(new DraftGrantChange(A, "c-2", "werk", GOODS, STAFF_E12_E15, 30_00L, null, null, "x"))
        .expectEvents(
            new GrantChangeDrafted(
                A,
                "c-2",
                GrantChangeKind.REALLOCATION,
                "werk",
                "Werk",
                GOODS,
                STAFF_E12_E15,
                30_00L,
                null,
                null,
                "x",
                false,
                NABF));
  }

  @Test
  void a_row_gives_no_more_than_it_has_and_not_to_itself() {
    refused(
        payable(begun(GrantChangeKind.REALLOCATION)).when(reallocate(GOODS, STAFF_E12_E15, 100_01)),
        "cost-row-too-small",
        Map.of("row", "0831", "leftCents", 100_00L));
    refused(
        payable(begun(GrantChangeKind.REALLOCATION)).when(reallocate(GOODS, GOODS, 1)),
        "same-cost-row",
        Map.of("row", "0831"));
    refused(
        payable(begun(GrantChangeKind.REALLOCATION)).when(reallocate(RENT, GOODS, 1)),
        "cost-row-unknown",
        Map.of("row", "0834"));
    refused(
        payable(begun(GrantChangeKind.REALLOCATION)).when(reallocate(GOODS, CONTRACTS, -1)),
        "amount-not-positive");
    refused(
        payable(begun(GrantChangeKind.REALLOCATION))
            .when(new DraftGrantChange(A, C, "werk", null, GOODS, 1L, null, null, "x")),
        "cost-row-missing");
    refused(
        payable(begun(GrantChangeKind.REALLOCATION))
            .when(new DraftGrantChange(A, C, "werk", GOODS, RENT, null, null, null, "x")),
        "amount-missing");
    refused(
        payable(begun(GrantChangeKind.REALLOCATION))
            .when(new DraftGrantChange(A, C, null, GOODS, RENT, 1L, null, null, "x")),
        "partner-missing");
  }

  // ---- period

  @Test
  void nabf_a_longer_period_has_a_further_interim_proof_and_a_later_proof_of_use() {
    var until = LocalDate.parse("2029-03-31");
    payable(begun(GrantChangeKind.EXTENSION), extension(until), put())
        .when(new RecordFunderConsent(A, C, LATER, "13N1-2"))
        .expectEvents(
            new GrantChangeConsented(A, C, LATER, "13N1-2"),
            new GrantPeriodExtended(
                A,
                C,
                FROM,
                until,
                List.of(
                    LocalDate.parse("2027-04-30"),
                    LocalDate.parse("2028-04-30"),
                    LocalDate.parse("2029-04-30")),
                LocalDate.parse("2029-09-30"),
                NABF));
  }

  @Test
  void an_extension_ends_later_than_before() {
    refused(
        payable(begun(GrantChangeKind.EXTENSION))
            .when(new DraftGrantChange(A, C, null, null, null, null, UNTIL, null, "x")),
        "extension-not-later",
        Map.of("until", "2028-09-30"));
    refused(
        payable(begun(GrantChangeKind.EXTENSION))
            .when(new DraftGrantChange(A, C, null, null, null, null, null, null, "x")),
        "period-end-missing");
  }

  // ---- partner

  @Test
  void a_new_partner_takes_the_place_and_what_was_drawn_counts() {
    payable(begun(GrantChangeKind.PARTNER), change("Neuwerk"), put())
        .when(new RecordFunderConsent(A, C, LATER, null))
        .expectEvents(new GrantChangeConsented(A, C, LATER, null), replaced());
    refused(
        payable(
                shares(40_00, 160_00),
                drawn(100_00),
                begun(GrantChangeKind.PARTNER),
                change("Neuwerk"),
                put(),
                replaced())
            .when(new DrawDownFunds(A, "Neuwerk", 60_01, FROM)),
        "draw-down-above-grant",
        Map.of("partner", "Neuwerk", "leftCents", 60_00L));
  }

  @Test
  void nobody_is_a_partner_twice() {
    refused(
        payable(begun(GrantChangeKind.PARTNER))
            .when(new DraftGrantChange(A, C, "werk", null, null, null, null, " WERK ", "x")),
        "applicant-twice",
        Map.of("partner", "WERK"));
    refused(
        payable(begun(GrantChangeKind.PARTNER))
            .when(new DraftGrantChange(A, C, "werk", null, null, null, null, " ", "x")),
        "successor-missing");
  }

  // ---- the way of a change

  @Test
  void a_change_is_begun_with_the_partners_as_they_are() {
    payable()
        .when(new BeginGrantChange(A, C, GrantChangeKind.EXTENSION))
        .expectEvents(begun(GrantChangeKind.EXTENSION));
    refused(
        payable(begun(GrantChangeKind.EXTENSION))
            .when(new BeginGrantChange(A, C, GrantChangeKind.EXTENSION)),
        "change-already-begun");
    refused(payable().when(new PutGrantChange(A, "unbekannt", LATER)), "change-unknown");
  }

  @Test
  void a_change_is_drafted_before_it_is_put_and_put_before_it_is_answered() {
    refused(
        payable(begun(GrantChangeKind.EXTENSION)).when(new PutGrantChange(A, C, LATER)),
        "change-not-drafted");
    refused(
        payable(begun(GrantChangeKind.EXTENSION), extension(UNTIL.plusDays(1)))
            .when(new RecordFunderConsent(A, C, LATER, null)),
        "change-not-put");
    refused(
        payable(begun(GrantChangeKind.EXTENSION), extension(UNTIL.plusDays(1)), put())
            .when(new PutGrantChange(A, C, LATER)),
        "change-already-put");
    refused(
        payable(begun(GrantChangeKind.EXTENSION), extension(UNTIL.plusDays(1)), put())
            .when(new DraftGrantChange(A, C, null, null, null, null, UNTIL, null, "x")),
        "change-already-put");
  }

  @Test
  void the_dates_of_a_change_are_in_order() {
    refused(
        payable(begun(GrantChangeKind.EXTENSION), extension(UNTIL.plusDays(1)))
            .when(new PutGrantChange(A, C, NOTICE.minusDays(1))),
        "day-too-early",
        Map.of("day", "2026-08-31", "earliest", "2026-09-01"));
    refused(
        payable(begun(GrantChangeKind.EXTENSION), extension(UNTIL.plusDays(1)), put())
            .when(new RecordFunderRefusal(A, C, LATER.minusDays(1), "x")),
        "day-too-early",
        Map.of("day", "2027-01-31", "earliest", "2027-02-01"));
  }

  @Test
  void a_refusal_and_a_withdrawal_end_a_change() {
    payable(begun(GrantChangeKind.EXTENSION), extension(UNTIL.plusDays(1)), put())
        .when(new RecordFunderRefusal(A, C, LATER, " nicht nötig "))
        .expectEvents(new GrantChangeRefused(A, C, LATER, "nicht nötig"));
    payable(begun(GrantChangeKind.EXTENSION))
        .when(new WithdrawGrantChange(A, C, "erledigt"))
        .expectEvents(new GrantChangeWithdrawn(A, C, "erledigt"));
    refused(
        payable(begun(GrantChangeKind.EXTENSION), new GrantChangeWithdrawn(A, C, "x"))
            .when(new PutGrantChange(A, C, LATER)),
        "change-already-decided");
  }

  @Test
  void a_wrong_draw_down_is_set_right_until_the_proof_of_use() {
    payable(drawn(150_00))
        .when(new CorrectDrawDown(A, 1, 15_00, LATER, " Komma verrutscht "))
        .expectEvents(
            new DrawDownCorrected(
                A,
                1,
                "werk",
                "Werk",
                150_00,
                FROM,
                null,
                15_00,
                LATER,
                LocalDate.parse("2027-03-15"),
                185_00,
                "Komma verrutscht",
                null));
    Refusals.refused(
        payable(drawn(150_00)).when(new CorrectDrawDown(A, 1, 200_01, FROM, "x")),
        "draw-down-above-grant");
    Refusals.refused(
        payable(drawn(150_00)).when(new CorrectDrawDown(A, 2, 1, FROM, "x")), "draw-down-unknown");
    Refusals.refused(
        payable(drawn(150_00)).when(new CorrectDrawDown(A, 1, 1, FROM, " ")), "reason-missing");
    Refusals.refused(
        payable(drawn(150_00), new ProofOfUseSubmitted(A, UNTIL, UNTIL, 140_00, 10_00))
            .when(new CorrectDrawDown(A, 1, 1, FROM, "x")),
        "proof-of-use-already-submitted");
  }

  @Test
  void a_wrong_refund_is_set_right_and_what_is_owed_follows() {
    var proof = new ProofOfUseSubmitted(A, UNTIL, UNTIL, 100_00, 50_00);
    var paid = new FundsRefunded(A, 1, 50_00, LATER, 0);
    var right = new RefundCorrected(A, 1, 50_00, LATER, 5_00, FROM, 45_00, "Komma", null);
    payable(drawn(150_00), proof, paid)
        .when(new CorrectRefund(A, 1, 5_00, FROM, " Komma "))
        .expectEvents(right);
    payable(drawn(150_00), proof, paid, right)
        .when(new RefundFunds(A, 45_00, LATER))
        .expectEvents(new FundsRefunded(A, 2, 45_00, LATER, 0));
    Refusals.refused(
        payable(drawn(150_00), proof, paid).when(new CorrectRefund(A, 1, 50_01, FROM, "x")),
        "refund-above-owed");
    Refusals.refused(
        payable(drawn(150_00), proof, paid).when(new CorrectRefund(A, 2, 1, FROM, "x")),
        "refund-unknown");
  }

  @Test
  void a_wrong_notice_is_set_right_and_its_days_follow() {
    var right = notice("13N1-neu", NOTICE.plusDays(3), 180_00, FROM, UNTIL.plusYears(1));
    noticed()
        .when(
            new CorrectGrantNotice(
                A, "13N1-neu", NOTICE.plusDays(3), 180_00, FROM, UNTIL.plusYears(1), "verlesen"))
        .expectEvents(right);
    Refusals.refused(
        noticed(right).when(new RecordFinality(A, right.appealUntil(), false)),
        "appeal-still-possible");
    Refusals.refused(
        payable(drawn(150_00))
            .when(new CorrectGrantNotice(A, "13N1", NOTICE, 149_99, FROM, UNTIL, "x")),
        "granted-below-drawn");
    Refusals.refused(
        payable(drawn(150_00))
            .when(new CorrectGrantNotice(A, "13N1", FROM.plusDays(1), 200_00, FROM, UNTIL, "x")),
        "notice-after-draw-down");
    Refusals.refused(
        payable().when(new CorrectGrantNotice(A, "13N1", NOTICE, 260_01, FROM, UNTIL, "x")),
        "granted-above-requested");
  }

  @Test
  void the_project_follows_whatever_changes_its_grant() {
    payable()
        .when(new CorrectGrantNotice(A, "13N1-neu", NOTICE, 180_00, FROM, UNTIL, "verlesen"))
        .expectSuccessfulHandlerExecution();
    assertThat(followed)
        .containsExactly(new FollowGrant("p-1", "13N1-neu", 180_00, FROM, UNTIL, "verlesen"));
    followed.clear();
    payable().when(new RevokeGrant(A, "WB 1", LATER, 50_00, LATER, "zu viel"));
    assertThat(followed)
        .containsExactly(new FollowGrant("p-1", "13N1", 150_00, FROM, UNTIL, "zu viel"));
    followed.clear();
    payable(revoked(50_00, 150_00, 0, false))
        .when(new CorrectRevocation(A, 1, "WB 1", LATER, 5_00, null, "zu viel", "Komma"));
    assertThat(followed)
        .containsExactly(new FollowGrant("p-1", "13N1", 195_00, FROM, UNTIL, "Komma"));
  }

  @Test
  void a_notice_received_later_needs_a_later_day_of_finality_first() {
    var on = LocalDate.parse("2026-10-02");
    Refusals.refused(
        noticed(new GrantBecameFinal(A, on, false))
            .when(new CorrectGrantNotice(A, "13N1", NOTICE.plusDays(3), 200_00, FROM, UNTIL, "x")),
        "finality-within-appeal",
        Map.of("until", "2026-10-05", "day", "2026-10-02"));
    Refusals.refused(
        noticed(new ObjectionFiled(A, on.minusDays(1), "x"))
            .when(new CorrectGrantNotice(A, "13N1", NOTICE.minusDays(3), 200_00, FROM, UNTIL, "x")),
        "objection-outside-appeal",
        Map.of("until", "2026-09-29", "day", "2026-10-01"));
  }

  /** The time to appeal the decision on an objection hangs on that decision, not on the notice. */
  @Test
  void a_decided_objection_is_set_right_and_the_time_of_appeal_follows() {
    var filed = new ObjectionFiled(A, NOTICE, "x");
    var decided =
        new ObjectionDecided(
            A, ObjectionResult.REMEDIED, LATER, "W 1", 220_00, LocalDate.parse("2027-03-01"));
    var right =
        new ObjectionDecisionCorrected(
            A,
            ObjectionResult.REMEDIED,
            LATER,
            "W 1",
            220_00,
            LATER.plusDays(9),
            "W 1",
            240_00,
            LocalDate.parse("2027-03-10"),
            List.of(),
            "verlesen",
            null);
    noticed(filed, decided)
        .when(new CorrectObjectionDecision(A, LATER.plusDays(9), "W 1", 240_00, " verlesen "))
        .expectEvents(right);
    Refusals.refused(
        noticed(filed, decided, right)
            .when(new RecordFinality(A, LocalDate.parse("2027-03-10"), false)),
        "appeal-still-possible");
    noticed(filed, decided, right)
        .when(new CorrectGrantNotice(A, "13N1", NOTICE.minusDays(3), 200_00, FROM, UNTIL, "x"))
        .expectSuccessfulHandlerExecution();
    var corrected =
        (GrantNoticeCorrected)
            grant.getEventStore().readEvents(A).asStream().toList().getLast().getPayload();
    assertThat(corrected.appealUntil()).isEqualTo(LocalDate.parse("2027-03-10"));
    Refusals.refused(
        noticed(filed, decided, new GrantBecameFinal(A, LocalDate.parse("2027-03-02"), false))
            .when(new CorrectObjectionDecision(A, LATER.plusDays(9), "W 1", 220_00, "x")),
        "finality-within-appeal");
    Refusals.refused(
        noticed().when(new CorrectObjectionDecision(A, LATER, null, 1, "x")),
        "no-objection-decided");
  }

  @Test
  void a_revocation_is_set_right_and_what_is_owed_follows() {
    var revoked = revoked(80_00, 120_00, 30_00, false);
    payable(drawn(150_00), revoked)
        .when(new CorrectRevocation(A, 1, "WB 1", LATER, 8_00, LATER.plusMonths(1), "zu viel", "K"))
        .expectEvents(
            new RevocationCorrected(
                A,
                1,
                "WB 1",
                LATER,
                80_00,
                LATER.plusMonths(1),
                "zu viel",
                30_00,
                "WB 1",
                LATER,
                8_00,
                LATER.plusMonths(1),
                "zu viel",
                0,
                192_00,
                false,
                0,
                List.of(),
                "K",
                null));
    Refusals.refused(
        payable(drawn(150_00), revoked, new FundsRefunded(A, 1, 30_00, LATER, 0))
            .when(new CorrectRevocation(A, 1, "WB 1", LATER, 79_99, null, "zu viel", "x")),
        "revocation-below-refunded");
    Refusals.refused(
        payable(revoked).when(new CorrectRevocation(A, 2, "WB 1", LATER, 1, null, "x", "x")),
        "revocation-unknown");
    Refusals.refused(
        payable(revoked)
            .when(new CorrectRevocation(A, 1, "WB 1", LATER, 80_00, null, "zu viel", "x")),
        "nothing-changed");
  }

  @Test
  void an_evaluation_is_set_right_but_not_against_the_notice() {
    noticed()
        .when(new CorrectEvaluation(A, null, null, null, true, "tragfähig", "nachgetragen"))
        .expectEvents(
            new EvaluationCorrected(
                A,
                null,
                null,
                null,
                true,
                null,
                null,
                null,
                null,
                null,
                true,
                "tragfähig",
                "nachgetragen",
                null));
    Refusals.refused(
        noticed().when(new CorrectEvaluation(A, null, null, null, false, null, "x")),
        "evaluation-negative");
    Refusals.refused(
        noticed().when(new CorrectEvaluation(A, null, null, null, true, null, "x")),
        "nothing-changed");
  }

  @Test
  void a_notice_is_not_set_to_a_day_before_the_application_was_submitted() {
    var sent = DEADLINE.toLocalDate();
    Refusals.refused(
        noticed()
            .when(new CorrectGrantNotice(A, "13N1", sent.minusDays(1), 200_00, FROM, UNTIL, "x")),
        "notice-before-submission");
    noticed()
        .when(new CorrectGrantNotice(A, "13N1", sent, 200_00, FROM, UNTIL, "verlesen"))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void a_wrong_day_of_the_grant_is_set_right() {
    payable()
        .when(new CorrectGrantDay(A, GrantDay.AGREEMENT, LATER, "verlesen"))
        .expectEvents(new GrantDayCorrected(A, GrantDay.AGREEMENT, FROM, LATER, "verlesen", null));
    payable()
        .when(new CorrectGrantDay(A, GrantDay.FINALITY, NOTICE.plusDays(1), "verlesen"))
        .expectEvents(
            new GrantDayCorrected(
                A, GrantDay.FINALITY, NOTICE, NOTICE.plusDays(1), "verlesen", null));
    Refusals.refused(
        payable().when(new CorrectGrantDay(A, GrantDay.PAYMENT_STOP, LATER, "x")),
        "grant-day-missing");
  }

  /** The event that is corrected is told by its id: the last correction, if there is one. */
  @Test
  void a_correction_points_to_the_event_that_was_wrong() {
    var earlier =
        new DrawDownCorrected(
            A, 1, "werk", "Werk", 150_00, FROM, null, 15_00, LATER, null, 185_00, "Komma", null);
    payable(drawn(150_00), earlier).when(new CorrectDrawDown(A, 1, 16_00, LATER, "nochmals"));
    var log = grant.getEventStore().readEvents(A).asStream().toList();
    assertThat(((DrawDownCorrected) log.getLast().getPayload()).corrects())
        .isEqualTo(log.get(log.size() - 2).getIdentifier());
    payable(drawn(150_00)).when(new CorrectDrawDown(A, 1, 16_00, LATER, "nochmals"));
    log = grant.getEventStore().readEvents(A).asStream().toList();
    assertThat(((DrawDownCorrected) log.getLast().getPayload()).corrects())
        .isEqualTo(log.get(log.size() - 2).getIdentifier());
  }

  @Test
  void a_wrong_proof_of_use_is_set_right_and_what_is_owed_follows() {
    var proof = new ProofOfUseSubmitted(A, UNTIL, UNTIL, 140_00, 10_00);
    var right =
        new ProofOfUseCorrected(
            A, UNTIL, UNTIL, 140_00, 10_00, UNTIL.plusDays(1), 150_00, 0, "Beleg fehlte", null);
    payable(drawn(150_00), proof)
        .when(new CorrectProofOfUse(A, UNTIL.plusDays(1), 150_00, "Beleg fehlte"))
        .expectEvents(right);
    payable(drawn(150_00), proof, right)
        .when(new CloseApplication(A, null))
        .expectEvents(new ApplicationClosed(A, "Westerfilde", null));
    Refusals.refused(
        payable(drawn(150_00), proof, new FundsRefunded(A, 1, 10_00, LATER, 0))
            .when(new CorrectProofOfUse(A, UNTIL, 150_00, "x")),
        "proof-below-refunded");
  }

  @Test
  void nothing_changes_after_the_proof_of_use() {
    refused(
        payable(new ProofOfUseSubmitted(A, UNTIL, UNTIL, 1, 0))
            .when(new BeginGrantChange(A, C, GrantChangeKind.EXTENSION)),
        "proof-of-use-already-submitted");
  }

  // ---- objection

  @Test
  void an_objection_keeps_the_notice_from_becoming_final() {
    var filed = new ObjectionFiled(A, LocalDate.parse("2026-09-20"), "zu wenig");
    noticed()
        .when(new FileObjection(A, LocalDate.parse("2026-09-20"), "zu wenig"))
        .expectEvents(filed);
    refused(
        noticed(filed).when(new RecordFinality(A, LocalDate.parse("2026-10-02"), false)),
        "objection-pending",
        Map.of("filedOn", "2026-09-20"));
    refused(
        noticed(filed).when(new FileObjection(A, NOTICE, "x")),
        "objection-pending",
        Map.of("filedOn", "2026-09-20"));
  }

  @Test
  void an_objection_is_in_time_until_the_last_day_of_the_month() {
    refused(
        noticed().when(new FileObjection(A, LocalDate.parse("2026-10-02"), "x")),
        "objection-too-late",
        Map.of("until", "2026-10-01"));
    refused(
        noticed().when(new FileObjection(A, NOTICE.minusDays(1), "x")),
        "day-too-early",
        Map.of("day", "2026-08-31", "earliest", "2026-09-01"));
    refused(payable().when(new FileObjection(A, NOTICE, "x")), "grant-already-final");
  }

  @Test
  void a_remedied_objection_changes_the_sum_and_gives_a_new_time_of_appeal() {
    var filed = new ObjectionFiled(A, NOTICE, "zu wenig");
    var decided = LocalDate.parse("2026-12-01");
    // 01.01.2027 is a holiday, then a weekend: § 193 BGB
    var until = LocalDate.parse("2027-01-04");
    noticed(filed)
        .when(new DecideObjection(A, ObjectionResult.REMEDIED, decided, "W 1", 230_00L))
        .expectEvents(
            new ObjectionDecided(A, ObjectionResult.REMEDIED, decided, "W 1", 230_00, until));
    refused(
        noticed(
                filed,
                new ObjectionDecided(A, ObjectionResult.REFUSED, decided, "W 1", 200_00, until))
            .when(new RecordFinality(A, until, false)),
        "appeal-still-possible",
        Map.of("until", "2027-01-04"));
    refused(
        noticed(filed)
            .when(new DecideObjection(A, ObjectionResult.REMEDIED, decided, null, 260_01L)),
        "granted-above-requested",
        Map.of("requestedCents", 260_00L));
    refused(
        noticed().when(new DecideObjection(A, ObjectionResult.REFUSED, decided, null, null)),
        "no-objection-pending");
  }

  // ---- told to the project

  @Test
  void when_money_came_in_last_is_told_to_the_project() {
    payable(shares(100_00, 100_00))
        .when(new DrawDownFunds(A, "werk", 10_00, FROM))
        .expectSuccessfulHandlerExecution();
    assertThat(followed).containsExactly(new FollowPayment("p-1", null, FROM));
    followed.clear();
    payable(shares(100_00, 100_00), drawn(10_00))
        .when(new CorrectDrawDown(A, 1, 10_00, FROM.plusDays(9), "verlesen"))
        .expectSuccessfulHandlerExecution();
    assertThat(followed).containsExactly(new FollowPayment("p-1", FROM, FROM.plusDays(9)));
  }

  // ---- payment stop

  @Test
  void nothing_is_drawn_while_payments_are_stopped() {
    var stopped = new PaymentsStopped(A, LATER, "Nachweis fehlt");
    payable().when(new StopPayments(A, LATER, "Nachweis fehlt")).expectEvents(stopped);
    refused(
        payable(stopped).when(new DrawDownFunds(A, "Werk", 1, LATER)),
        "payments-stopped",
        Map.of("since", "2027-02-01", "reason", "Nachweis fehlt"));
    refused(
        payable(stopped).when(new StopPayments(A, LATER, "x")),
        "payments-stopped",
        Map.of("since", "2027-02-01", "reason", "Nachweis fehlt"));
    payable(stopped)
        .when(new LiftPaymentStop(A, LATER, null))
        .expectEvents(new PaymentStopLifted(A, LATER, null));
    refused(
        payable(stopped).when(new LiftPaymentStop(A, LATER.minusDays(1), null)),
        "day-too-early",
        Map.of("day", "2027-01-31", "earliest", "2027-02-01"));
    refused(payable().when(new LiftPaymentStop(A, LATER, null)), "payments-not-stopped");
  }

  // ---- revocation and refund

  @Test
  void a_part_revocation_asks_back_what_was_drawn_beyond_the_rest() {
    payable(drawn(150_00))
        .when(new RevokeGrant(A, "WB 1", LATER, 80_00, LATER.plusMonths(1), "zu viel"))
        .expectEvents(revoked(80_00, 120_00, 30_00, false));
    payable(drawn(100_00))
        .when(new RevokeGrant(A, "WB 1", LATER, 80_00, LATER.plusMonths(1), "zu viel"))
        .expectEvents(revoked(80_00, 120_00, 0, false));
    payable(drawn(100_00))
        .when(new RevokeGrant(A, "WB 1", LATER, 200_00, LATER.plusMonths(1), "zu viel"))
        .expectEvents(revoked(200_00, 0, 100_00, true));
  }

  @Test
  void a_revocation_is_of_an_amount_that_is_granted_and_its_dates_are_in_order() {
    refused(
        payable().when(new RevokeGrant(A, "WB 1", LATER, 200_01, LATER, "x")),
        "revoked-above-granted",
        Map.of("grantedCents", 200_00L));
    refused(
        payable().when(new RevokeGrant(A, "WB 1", LATER, -1, LATER, "x")), "amount-not-positive");
    refused(
        payable().when(new RevokeGrant(A, "WB 1", LATER, 1, LATER.minusDays(1), "x")),
        "day-too-early",
        Map.of("day", "2027-01-31", "earliest", "2027-02-01"));
  }

  @Test
  void a_refund_is_no_more_than_is_owed_and_the_application_is_not_closed_before() {
    payable(drawn(150_00), revoked(80_00, 120_00, 30_00, false))
        .when(new RefundFunds(A, 10_00, LATER))
        .expectEvents(new FundsRefunded(A, 1, 10_00, LATER, 20_00));
    refused(
        payable(
                drawn(150_00),
                revoked(80_00, 120_00, 30_00, false),
                new FundsRefunded(A, 1, 10_00, LATER, 20_00))
            .when(new RefundFunds(A, 20_01, LATER)),
        "refund-above-owed",
        Map.of("openCents", 20_00L));
    refused(payable().when(new RefundFunds(A, 0, LATER)), "amount-not-positive");
    refused(
        payable(drawn(150_00), new ProofOfUseSubmitted(A, UNTIL, UNTIL, 140_00, 10_00))
            .when(new CloseApplication(A, null)),
        "refund-open",
        Map.of("openCents", 10_00L));
    payable(
            drawn(150_00),
            new ProofOfUseSubmitted(A, UNTIL, UNTIL, 140_00, 10_00),
            new FundsRefunded(A, 1, 10_00, UNTIL, 0))
        .when(new CloseApplication(A, null))
        .expectEvents(new ApplicationClosed(A, "Westerfilde", null));
  }

  @Test
  void what_was_revoked_can_not_be_drawn() {
    refused(
        payable(revoked(150_00, 50_00, 0, false), shares(0, 50_00))
            .when(new DrawDownFunds(A, "Werk", 50_01, LATER)),
        "draw-down-above-grant",
        Map.of("partner", "Werk", "leftCents", 50_00L));
  }

  // ---- closed budget years

  @Test
  void nothing_is_paid_in_a_year_whose_books_are_closed() {
    var closed = new BudgetYearClosed(A, 2026, LocalDate.parse("2027-01-15"));
    payable()
        .when(new CloseBudgetYear(A, 2026, LocalDate.parse("2027-01-15")))
        .expectEvents(closed);
    refused(
        payable(shares(40_00, 160_00), closed)
            .when(new DrawDownFunds(A, "Werk", 1, LocalDate.parse("2026-12-31"))),
        "budget-year-closed",
        Map.of("year", "2026", "day", "2026-12-31"));
    refused(
        payable(drawn(150_00), revoked(80_00, 120_00, 30_00, false), closed)
            .when(new RefundFunds(A, 1, LocalDate.parse("2026-12-31"))),
        "budget-year-closed",
        Map.of("year", "2026", "day", "2026-12-31"));
    payable(shares(40_00, 160_00), closed)
        .when(new DrawDownFunds(A, "Werk", 1, LocalDate.parse("2027-01-01")))
        .expectEvents(
            new FundsDrawn(
                A,
                1,
                "werk",
                "Werk",
                1,
                LocalDate.parse("2027-01-01"),
                LocalDate.parse("2027-02-12"),
                199_99));
  }

  @Test
  void a_year_is_closed_after_its_end_once_and_can_be_opened_again_with_a_reason() {
    refused(
        payable().when(new CloseBudgetYear(A, 2026, LocalDate.parse("2026-12-31"))),
        "day-too-early",
        Map.of("day", "2026-12-31", "earliest", "2027-01-01"));
    refused(
        payable().when(new CloseBudgetYear(A, 2025, LATER)),
        "budget-year-before-notice",
        Map.of("receivedOn", "2026-09-01"));
    refused(
        payable(new BudgetYearClosed(A, 2026, LATER)).when(new CloseBudgetYear(A, 2026, LATER)),
        "budget-year-closed",
        Map.of("year", "2026", "day", "2027-02-01"));
    payable(new BudgetYearClosed(A, 2026, LATER))
        .when(new ReopenBudgetYear(A, 2026, "Nachbuchung"))
        .expectEvents(new BudgetYearReopened(A, 2026, "Nachbuchung"));
    refused(
        payable().when(new ReopenBudgetYear(A, 2026, "x")),
        "budget-year-not-closed",
        Map.of("year", "2026"));
  }

  // ---- the deadline moves

  @Test
  void a_moved_deadline_has_reminders_of_its_own_and_counts_at_once() {
    var later = LocalDateTime.parse("2026-06-03T12:00");
    grant
        .given(opened())
        .when(new MoveDeadline(A, later, "Störung beim Projektträger"))
        .expectEvents(
            new DeadlineMoved(
                A,
                DEADLINE,
                later,
                "Störung beim Projektträger",
                List.of(
                    Instant.parse("2026-05-12T06:00:00Z"),
                    Instant.parse("2026-05-22T06:00:00Z"),
                    Instant.parse("2026-06-01T06:00:00Z"))));
    refused(
        grant.given(opened()).when(new MoveDeadline(A, DEADLINE, "x")),
        "deadline-as-before",
        Map.of("deadline", "2026-05-05T17:00"));
    refused(payable().when(new MoveDeadline(A, later, "x")), "application-already-submitted");
  }

  @Test
  void what_must_be_said_is_asked_for() {
    assertThatThrownBy(() -> new StopPayments(A, LATER, " ")).hasMessage("reason-missing");
    assertThatThrownBy(() -> new RevokeGrant(A, "1", LATER, 1, LATER, ""))
        .hasMessage("reason-missing");
    assertThatThrownBy(() -> new RecordFunderRefusal(A, C, LATER, "")).hasMessage("reason-missing");
    assertThatThrownBy(() -> new MoveDeadline(A, DEADLINE, "")).hasMessage("reason-missing");
    assertThatThrownBy(() -> new PutGrantChange(A, C, null)).hasMessage("grant-day-missing");
  }

  @Test
  void without_a_grant_there_is_nothing_to_change_and_after_the_end_neither() {
    refused(grant.given(opened()).when(new StopPayments(A, LATER, "x")), "nothing-granted");
    refused(
        payable(
                new ProofOfUseSubmitted(A, UNTIL, UNTIL, 1, 0),
                new ApplicationClosed(A, "Westerfilde", null))
            .when(new StopPayments(A, LATER, "x")),
        "application-ended",
        Map.of("title", "Westerfilde"));
  }

  // ---- what was before

  private static ApplicationOpened opened() {
    return new ApplicationOpened(
        A,
        "Westerfilde",
        null,
        Programme.FEDERAL_JOINT_PROJECT,
        Regime.NABF,
        "Aufruf 1",
        "BMFTR",
        DEADLINE,
        Arrival.ELECTRONIC,
        List.of(14, 7, 2),
        List.of());
  }

  private TestExecutor<FundingApplication> noticed(Object... more) {
    var events = new ArrayList<Object>();
    events.add(opened());
    events.add(
        new PartnerBudgeted(
            A,
            "stadt",
            "Stadt",
            true,
            null,
            List.of(new BudgetLine(STAFF_E12_E15, 120_00, 100_00, 20_00, 0)),
            120_00,
            100_00,
            20_00,
            0));
    events.add(
        new PartnerBudgeted(
            A,
            "werk",
            "Werk",
            false,
            null,
            List.of(
                new BudgetLine(STAFF_E12_E15, 100_00, 80_00, 20_00, 0),
                new BudgetLine(GOODS, 100_00, 80_00, 20_00, 0)),
            200_00,
            160_00,
            40_00,
            0));
    events.add(
        new ApplicationSubmitted(
            A, "Westerfilde", DEADLINE.minusHours(1), DEADLINE, 320_00, 260_00));
    events.add(
        new ApplicationArrived(A, Arrival.ELECTRONIC, DEADLINE.minusHours(1), null, true, true));
    events.add(new ApplicationEvaluated(A, null, null, null, null, true, null));
    events.add(
        new GrantNoticeReceived(
            A,
            "13N1",
            NOTICE,
            200_00,
            FROM,
            UNTIL,
            LocalDate.parse("2026-10-01"),
            List.of(LocalDate.parse("2027-04-30"), LocalDate.parse("2028-04-30")),
            LocalDate.parse("2029-03-31"),
            NABF,
            null));
    events.addAll(List.of(more));
    return grant.given(events);
  }

  private static GrantNoticeCorrected notice(
      String reference, LocalDate on, long cents, LocalDate from, LocalDate until) {
    return new GrantNoticeCorrected(
        A,
        "13N1",
        NOTICE,
        200_00,
        FROM,
        UNTIL,
        reference,
        on,
        cents,
        from,
        until,
        LocalDate.parse("2026-10-05"),
        List.of(
            LocalDate.parse("2027-04-30"),
            LocalDate.parse("2028-04-30"),
            LocalDate.parse("2029-04-30")),
        LocalDate.parse("2030-03-31"),
        NABF,
        List.of(),
        "verlesen",
        null);
  }

  private TestExecutor<FundingApplication> payable(Object... more) {
    var events = new ArrayList<Object>();
    events.add(new GrantBecameFinal(A, NOTICE, true));
    events.add(new CooperationAgreementSigned(A, FROM));
    events.addAll(List.of(more));
    return noticed(events.toArray());
  }

  private static GrantChangeBegun begun(GrantChangeKind kind) {
    return begun(C, kind);
  }

  private static GrantChangeBegun begun(String change, GrantChangeKind kind) {
    return new GrantChangeBegun(
        A,
        change,
        change.equals(C) ? 1 : 2,
        kind,
        "Westerfilde",
        List.of(new Applicant("stadt", "Stadt"), new Applicant("werk", "Werk")),
        UNTIL);
  }

  private static DraftGrantChange reallocate(CostRow from, CostRow to, long cents) {
    return new DraftGrantChange(A, C, "werk", from, to, cents, null, null, " Preise ");
  }

  private static GrantChangeDrafted moving(long cents, boolean consentNeeded) {
    return new GrantChangeDrafted(
        A,
        C,
        GrantChangeKind.REALLOCATION,
        "werk",
        "Werk",
        GOODS,
        STAFF_E12_E15,
        cents,
        null,
        null,
        "Preise",
        consentNeeded,
        NABF);
  }

  private static BudgetReallocated moved(
      long cents, long staffCents, long goodsCents, boolean consented) {
    return new BudgetReallocated(
        A,
        C,
        "werk",
        "Werk",
        GOODS,
        STAFF_E12_E15,
        cents,
        List.of(line(STAFF_E12_E15, staffCents), line(GOODS, goodsCents)),
        consented);
  }

  private static BudgetLine line(CostRow row, long costs) {
    return new BudgetLine(row, costs, costs / 5 * 4, costs / 5, 0);
  }

  private static GrantChangeDrafted extension(LocalDate until) {
    return new GrantChangeDrafted(
        A,
        C,
        GrantChangeKind.EXTENSION,
        null,
        null,
        null,
        null,
        null,
        until,
        null,
        "x",
        true,
        NABF);
  }

  private static GrantChangeDrafted change(String successor) {
    return new GrantChangeDrafted(
        A,
        C,
        GrantChangeKind.PARTNER,
        "werk",
        "Werk",
        null,
        null,
        null,
        null,
        successor,
        "x",
        true,
        NABF);
  }

  private static GrantChangePut put() {
    return new GrantChangePut(A, C, LATER);
  }

  private static GranteeReplaced replaced() {
    return new GranteeReplaced(
        A,
        C,
        "werk",
        "Werk",
        "neuwerk",
        "Neuwerk",
        List.of(new Applicant("stadt", "Stadt"), new Applicant("neuwerk", "Neuwerk")));
  }

  private static FundsDrawn drawn(long cents) {
    return new FundsDrawn(A, 1, "werk", "Werk", cents, FROM, null, 200_00 - cents);
  }

  private static GrantSharesStated shares(long city, long works) {
    return new GrantSharesStated(
        A,
        List.of(new PartnerGrant("Stadt", city, null), new PartnerGrant("Werk", works, null)),
        0);
  }

  private static GrantRevoked revoked(long cents, long left, long refund, boolean whole) {
    return new GrantRevoked(
        A, "WB 1", LATER, cents, left, refund, LATER.plusMonths(1), "zu viel", whole);
  }

  private static void refused(ResultValidator<FundingApplication> result, String code) {
    Refusals.refused(result, code, Map.of());
  }

  private static void refused(
      ResultValidator<FundingApplication> result, String code, Map<String, ?> args) {
    Refusals.refused(result, code, args);
  }
}
