package org.foerderturm.alliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foerderturm.kernel.Refusals.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.foerderturm.alliance.ContributionCommand.*;
import org.foerderturm.alliance.ContributionEvent.*;
import org.foerderturm.alliance.DefaultInterest.Principal;
import org.foerderturm.alliance.DefaultInterest.Stretch;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Invoices;
import org.foerderturm.kernel.Pointers;
import org.junit.jupiter.api.Test;

/** Credit notes, refunds and interest on default, with the office's own tables. */
class SettlementTest {
  private static final String C = "m1-2026";
  private static final LocalDate INVOICED = day("2026-02-01");
  private static final LocalDate DUE = day("2026-03-03");
  private static final Decisions TABLES =
      (table, inputs) ->
          new ShippedTables(table.equals("base-rate") ? "funding-application" : "member-joining")
              .decide(table, inputs);

  // ---- credit notes

  @Test
  void a_wrong_invoice_is_taken_back_and_issued_anew_under_a_new_number() {
    given()
        .when(new CancelInvoice(C, "R-1", " G-1 ", DUE, 120_000, " falsche Klasse "))
        .expectEvents(cancelled(120_000, 0, 120_000, 0));
    given(cancelled(120_000, 0, 120_000, 0))
        .when(new InvoiceContribution(C, "R-2", DUE, DUE.plusDays(30)))
        .expectEvents(new ContributionInvoiced(C, "R-2", DUE, DUE.plusDays(30), 120_000));
  }

  @Test
  void no_number_of_a_cancelled_invoice_or_credit_note_comes_again() {
    for (var used : List.of("R-1", "r-1", "G-1", " g-1 "))
      refused(
          given(cancelled(120_000, 0, 120_000, 0)).when(new InvoiceContribution(C, used, DUE, DUE)),
          "invoice-number-used");
    refused(given().when(new CancelInvoice(C, "R-1", "r-1", DUE, 0, "x")), "invoice-number-used");
    var anew = new ContributionInvoiced(C, "R-2", DUE, DUE, 120_000);
    refused(
        given(cancelled(120_000, 0, 120_000, 0), anew)
            .when(new CorrectInvoice(C, "R-1", DUE, DUE, 120_000, "x")),
        "invoice-number-used");
  }

  @Test
  void what_was_paid_on_a_cancelled_invoice_counts_for_the_next_or_is_paid_back() {
    given(paid(100_000, 50_000))
        .when(new CancelInvoice(C, "R-1", "G-1", DUE, 120_000, "falsche Klasse"))
        .expectEvents(cancelled(120_000, 100_000, 20_000, 0));
    given(paid(100_000, 50_000))
        .when(new CancelInvoice(C, "R-1", "G-1", DUE, 80_000, "falsche Klasse"))
        .expectEvents(cancelled(80_000, 100_000, 0, 20_000));
    given(paid(100_000, 50_000), cancelled(80_000, 100_000, 0, 20_000))
        .when(new RefundContribution(C, 20_000, DUE.plusDays(9)))
        .expectEvents(new ContributionRefunded(C, 20_000, DUE.plusDays(9), 0));
    refused(
        given(paid(100_000, 50_000), cancelled(80_000, 100_000, 0, 20_000))
            .when(new InvoiceContribution(C, "R-2", DUE, DUE)),
        "contribution-settled");
  }

  @Test
  void the_default_of_a_cancelled_invoice_ends_with_it() {
    var cancelled =
        new InvoiceCancelled(
            C, "R-1", 150_000, "G-1", DUE, 154_000, 150_000, 0, 150_000, 0, "Adresse");
    given(reminded(), defaulted(), interest(0, 4_000, 154_000))
        .when(new CancelInvoice(C, "R-1", "G-1", DUE, 150_000, "Adresse"))
        .expectEvents(cancelled);
    var anew = new ContributionInvoiced(C, "R-2", DUE, DUE.plusDays(30), 150_000);
    refused(
        given(reminded(), defaulted(), cancelled, anew)
            .when(new ClaimDefaultInterest(C, DUE.plusDays(90))),
        "contribution-not-in-default");
    refused(
        given(reminded(), defaulted(), cancelled).when(new RecordContributionPayment(C, 1, DUE)),
        "contribution-not-invoiced");
  }

  @Test
  void a_credit_note_says_what_it_must() {
    refused(given().when(new CancelInvoice(C, "R-1", " ", DUE, 1, "x")), "invoice-number-missing");
    refused(given().when(new CancelInvoice(C, "R-1", "G", DUE, 1, " ")), "reason-missing");
    refused(given().when(new CancelInvoice(C, "R-1", "G", DUE, -1, "x")), "right-amount-negative");
    refused(
        given().when(new CancelInvoice(C, "R-1", "G", INVOICED.minusDays(1), 1, "x")),
        "credit-before-invoice");
    refused(
        fixture().given(charged()).when(new CancelInvoice(C, "R-1", "G", DUE, 1, "x")),
        "contribution-not-invoiced");
    refused(
        given(cancelled(120_000, 0, 120_000, 0), new ContributionInvoiced(C, "R-2", DUE, DUE, 1))
            .when(new CancelInvoice(C, "R-1", "G-2", DUE, 1, "x")),
        "invoice-replaced",
        Map.of("number", "R-2"));
    refused(
        given(new ContributionWaived(C, 150_000, "…"))
            .when(new CancelInvoice(C, "R-1", "G", DUE, 1, "x")),
        "contribution-given-up");
  }

  // ---- overpayment and refund

  @Test
  void more_than_is_owed_is_taken_only_if_that_is_said() {
    refused(given().when(new RecordContributionPayment(C, 160_000, DUE)), "payment-above-owed");
    given()
        .when(new RecordContributionPayment(C, 160_000, DUE, true))
        .expectEvents(new ContributionPaid(C, 160_000, DUE, 160_000, 0, 10_000L));
    given(paid(150_000, 0))
        .when(new RecordContributionPayment(C, 5_000, DUE, true))
        .expectEvents(new ContributionPaid(C, 5_000, DUE, 155_000, 0, 5_000L));
    refused(
        given(paid(150_000, 0)).when(new RecordContributionPayment(C, 5_000, DUE)),
        "contribution-settled");
    refused(
        given(new ContributionWaived(C, 150_000, "…"))
            .when(new RecordContributionPayment(C, 5_000, DUE, true)),
        "contribution-given-up");
  }

  @Test
  void no_more_is_paid_back_than_came_in_too_much() {
    given(over())
        .when(new RefundContribution(C, 4_000, DUE))
        .expectEvents(new ContributionRefunded(C, 4_000, DUE, 6_000));
    refused(
        given(over(), refunded(4_000)).when(new RefundContribution(C, 6_001, DUE)),
        "refund-above-overpaid",
        Map.of("overpaidCents", 6_000L));
    refused(given(over()).when(new RefundContribution(C, 0, DUE)), "payment-not-positive");
    refused(
        given(over()).when(new RefundContribution(C, 1, DUE.minusDays(1))),
        "refund-before-payment");
    refused(
        given(paid(150_000, 0)).when(new RefundContribution(C, 1, DUE)), "refund-above-overpaid");
  }

  @Test
  void a_refund_is_set_right_within_what_came_in_too_much() {
    given(over(), refunded(4_000))
        .when(new CorrectContributionRefund(C, 1, 10_000, DUE, "verlesen"))
        .expectEvents(
            new ContributionRefundCorrected(C, 1, 4_000, DUE, 10_000, DUE, 0, 0, "verlesen", null));
    refused(
        given(over(), refunded(4_000)).when(new CorrectContributionRefund(C, 1, 10_001, DUE, "x")),
        "refund-above-overpaid");
    refused(
        given(over(), refunded(4_000)).when(new CorrectContributionRefund(C, 1, 4_000, DUE, "x")),
        "nothing-changed");
    refused(
        given(over(), refunded(4_000)).when(new CorrectContributionRefund(C, 2, 1, DUE, "x")),
        "refund-unknown");
  }

  /** A correction of a payment is no way round: what was paid back is owed again. */
  @Test
  void a_payment_that_was_less_after_all_leaves_open_what_was_paid_back_of_it() {
    given(over(), refunded(10_000))
        .when(new CorrectContributionPayment(C, 1, 150_000, DUE, "verlesen"))
        .expectEvents(
            new ContributionPaymentCorrected(
                C, 1, 160_000, DUE, 150_000, DUE, 140_000, 10_000, DUE, "verlesen", null));
  }

  // ---- interest

  /** 1,500.00 € at 1.27 + 9 = 10.27 % from 01.04. to 30.04.2026: 30 days of 365. */
  @Test
  void interest_runs_from_the_day_after_the_reminder_with_the_flat_charge_once() {
    var first = claimed("2026-04-01", "2026-04-30", "2026-04-30", 1_266, 4_000, 155_266);
    given(reminded(), defaulted())
        .when(new ClaimDefaultInterest(C, day("2026-04-30")))
        .expectEvents(first);
    refused(
        given(reminded(), defaulted(), first).when(new ClaimDefaultInterest(C, day("2026-04-30"))),
        "interest-before-default",
        Map.of("from", "2026-05-01"));
    given(reminded(), defaulted(), first)
        .when(new ClaimDefaultInterest(C, day("2026-05-31")))
        .expectEvents(claimed("2026-05-01", "2026-05-31", "2026-05-31", 1_308, 0, 156_574));
  }

  @Test
  void without_a_reminder_it_runs_from_the_day_after_the_30_days() {
    // the 30th day is Maundy Thursday
    given(defaulted())
        .when(new ClaimDefaultInterest(C, day("2026-04-03")))
        .expectEvents(claimed("2026-04-03", "2026-04-03", "2026-04-03", 42, 4_000, 154_042));
    refused(
        given(reminded()).when(new ClaimDefaultInterest(C, day("2026-04-30"))),
        "contribution-not-in-default");
  }

  @Test
  void a_rate_that_nobody_entered_is_missed_by_its_day() {
    refused(
        given(reminded(), defaulted()).when(new ClaimDefaultInterest(C, day("2027-01-01"))),
        "rate-missing",
        Map.of("table", "base-rate", "day", "2027-01-01"));
  }

  @Test
  void what_is_paid_late_bears_interest_until_it_came() {
    given(reminded(), defaulted(), new ContributionPaid(C, 150_000, day("2026-04-11"), 150_000, 0))
        .when(new ClaimDefaultInterest(C, day("2026-04-30")))
        .expectEvents(claimed("2026-04-01", "2026-04-10", "2026-04-30", 422, 4_000, 4_422));
  }

  @Test
  void only_the_last_claim_is_withdrawn_and_its_days_may_be_claimed_again() {
    var one = interest(100, 4_000, 154_100);
    var two =
        new DefaultInterestClaimed(
            C, day("2026-05-01"), day("2026-05-31"), List.of(), 200, 0, 154_300, DUE, "…");
    refused(
        given(reminded(), defaulted(), one, two).when(new WithdrawDefaultInterest(C, 1, "x")),
        "interest-claimed-since",
        Map.of("number", 2));
    var gone = new DefaultInterestWithdrawn(C, 2, 200, 154_100, 0, DUE, "Kulanz");
    given(reminded(), defaulted(), one, two)
        .when(new WithdrawDefaultInterest(C, 2, " Kulanz "))
        .expectEvents(gone);
    refused(
        given(reminded(), defaulted(), one, two, gone).when(new WithdrawDefaultInterest(C, 2, "x")),
        "interest-unknown");
    given(reminded(), defaulted(), one, two, gone)
        .when(new ClaimDefaultInterest(C, day("2026-05-31")))
        .expectSuccessfulHandlerExecution();
  }

  /** Stated apart: each half-year by its own rate, a leap year by its 366 days. */
  @Test
  void rates_change_with_the_half_year_and_days_count_by_their_year() {
    var interest =
        DefaultInterest.of(
            TABLES,
            day("2023-06-30"),
            day("2024-01-01"),
            List.of(new Principal(day("2023-01-01"), 1_000_000)));
    double stated = 1_000_000 * (0.1062 / 365 + 0.1212 * 184 / 365 + 0.1262 / 366);
    assertThat(interest.cents()).isEqualTo(Math.round(stated));
    assertThat(interest.stretches())
        .extracting(Stretch::basisPoints)
        .containsExactly(1_062L, 1_212L, 1_262L);
  }

  // ---- default

  @Test
  void the_30_days_begin_when_an_invoice_came_late() {
    var late = new ContributionInvoiced(C, "R-1", INVOICED, DUE, 150_000, day("2026-03-20"));
    refused(
        fixture().given(charged(), late).when(new DeclareContributionDefault(C, day("2026-04-20"))),
        "default-too-early",
        Map.of("last", "2026-04-20"));
    fixture()
        .given(charged(), late)
        .when(new DeclareContributionDefault(C, day("2026-04-21")))
        .expectSuccessfulHandlerExecution();
    refused(
        fixture()
            .given(charged())
            .when(new InvoiceContribution(C, "R-1", INVOICED, DUE, INVOICED.minusDays(1))),
        "received-before-invoice");
  }

  // ---- what happened

  private static AggregateTestFixture<Contribution> fixture() {
    var fixture = new AggregateTestFixture<>(Contribution.class);
    Invoices numbers = (number, of) -> {};
    fixture.registerInjectableResource(numbers);
    fixture.registerInjectableResource(TABLES);
    return Pointers.apart(fixture);
  }

  private static TestExecutor<Contribution> given(Object... events) {
    return fixture()
        .given(charged(), new ContributionInvoiced(C, "R-1", INVOICED, DUE, 150_000))
        .andGiven(events);
  }

  private static ContributionCharged charged() {
    var terms =
        new Terms(
            2026,
            ContributionClass.SMALL,
            ContributionClass.SMALL,
            150_000,
            false,
            12,
            0,
            null,
            150_000,
            List.of());
    return new ContributionCharged(C, "m1", "Zeche GmbH", 2026, terms, 150_000);
  }

  private static ContributionPaid paid(long cents, long open) {
    return new ContributionPaid(C, cents, DUE, cents, open);
  }

  private static ContributionPaid over() {
    return new ContributionPaid(C, 160_000, DUE, 160_000, 0, 10_000L);
  }

  private static ContributionRefunded refunded(long cents) {
    return new ContributionRefunded(C, cents, DUE, 10_000 - cents);
  }

  private static ContributionReminded reminded() {
    return new ContributionReminded(C, 1, day("2026-03-31"), 150_000);
  }

  private static ContributionDefaulted defaulted() {
    return new ContributionDefaulted(C, day("2026-04-10"), 150_000);
  }

  private static DefaultInterestClaimed claimed(
      String from, String last, String until, long cents, long flat, long open) {
    var source =
        TABLES.decide("default-interest", Map.of("day", from)).text("source")
            + "; "
            + TABLES.decide("base-rate", Map.of("day", from)).text("source");
    return new DefaultInterestClaimed(
        C,
        day(from),
        day(until),
        List.of(new Stretch(day(from), day(last), 150_000, 1_027)),
        cents,
        flat,
        open,
        DUE,
        source);
  }

  private static DefaultInterestClaimed interest(long cents, long flat, long open) {
    return new DefaultInterestClaimed(
        C, day("2026-04-01"), day("2026-04-30"), List.of(), cents, flat, open, DUE, "…");
  }

  private static InvoiceCancelled cancelled(long right, long paid, long open, long over) {
    return new InvoiceCancelled(
        C, "R-1", 150_000, "G-1", DUE, 150_000, right, paid, open, over, "falsche Klasse");
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
