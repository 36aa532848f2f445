package org.foerderturm.funding;

import static org.foerderturm.funding.CostRow.CONTRACTS;
import static org.foerderturm.kernel.Refusals.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.foerderturm.consortium.Programme;
import org.foerderturm.funding.FundingCommand.*;
import org.foerderturm.funding.FundingEvent.*;
import org.foerderturm.funding.GrantCommand.*;
import org.foerderturm.funding.GrantEvent.*;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * After the proof of use: what the funder recognises bounds the last instalment, and what was paid
 * beyond it is paid back with interest. The city was granted 80 of 100 costs, the works 160 of 200.
 */
class ProofResultTest {
  private static final String A = "antrag-1";
  private static final LocalDate NOTICE = LocalDate.parse("2022-09-01");
  private static final LocalDate FROM = LocalDate.parse("2023-01-01");
  private static final LocalDate UNTIL = LocalDate.parse("2023-12-31");
  private static final LocalDate PROOF = LocalDate.parse("2024-03-01");
  private static final LocalDate RESULT = LocalDate.parse("2024-05-02");

  private final AggregateTestFixture<FundingApplication> application =
      FundingApplicationTest.fixture(command -> {});

  @Test
  void what_is_recognised_bounds_the_last_instalment_of_its_partner() {
    for (var regime : List.of(Regime.HORIZON, Regime.NKBF_2017)) {
      refused(
          granted(regime, drawn(1, "werk", 100_00), proved(0), cut("werk", 20_00, 140_00, 0))
              .when(draw("werk", 40_01)),
          "draw-down-above-grant",
          Map.of("partner", "Werk", "leftCents", 40_00L));
      granted(regime, drawn(1, "werk", 100_00), proved(0), cut("werk", 20_00, 140_00, 0))
          .when(draw("werk", 40_00))
          .expectSuccessfulHandlerExecution();
      // the other's cut is not its own
      granted(regime, drawn(1, "werk", 100_00), proved(0), cut("stadt", 20_00, 60_00, 0))
          .when(draw("werk", 60_00))
          .expectSuccessfulHandlerExecution();
    }
  }

  @Test
  void what_was_paid_beyond_what_is_recognised_is_paid_back() {
    granted(Regime.NABF, drawn(1, "werk", 160_00), proved(0))
        .when(result("werk", 20_00, null, "Reisen nicht belegt"))
        .expectEvents(
            new ProofExamined(
                A,
                "werk",
                "Werk",
                RESULT,
                "P 1",
                20_00,
                null,
                140_00,
                20_00,
                RESULT.plusMonths(1),
                "Reisen nicht belegt",
                20_00));
    // of costs that are not recognised it is the granted part
    granted(Regime.NABF, drawn(1, "werk", 160_00), proved(0))
        .when(result("werk", null, 50_00, "doppelt"))
        .expectEvents(
            new ProofExamined(
                A,
                "werk",
                "Werk",
                RESULT,
                "P 1",
                40_00,
                50_00L,
                120_00,
                40_00,
                RESULT.plusMonths(1),
                "doppelt",
                40_00));
    granted(Regime.NABF, drawn(1, "werk", 160_00), proved(0))
        .when(result("werk", 0L, null, null))
        .expectEvents(
            new ProofExamined(
                A,
                "werk",
                "Werk",
                RESULT,
                "P 1",
                0,
                null,
                160_00,
                0,
                RESULT.plusMonths(1),
                null,
                0));
  }

  // ---- each partner's own part of the proof

  @Test
  void what_one_partner_did_not_spend_is_not_made_up_for_by_another() {
    granted(Regime.NABF, drawn(1, "stadt", 80_00), drawn(2, "werk", 160_00))
        .when(
            new SubmitProofOfUse(
                A,
                PROOF,
                null,
                List.of(new PartnerSpent("Stadt", 90_00), new PartnerSpent("Werk", 150_00))))
        .expectEvents(
            new ProofOfUseSubmitted(
                A,
                UNTIL,
                PROOF,
                240_00,
                10_00,
                List.of(
                    new PartnerProof("stadt", "Stadt", 90_00, 0),
                    new PartnerProof("werk", "Werk", 150_00, 10_00))));
    refused(
        granted(Regime.NABF, drawn(1, "werk", 160_00))
            .when(new SubmitProofOfUse(A, PROOF, null, List.of(new PartnerSpent("Werk", 1_00)))),
        "spent-missing",
        Map.of("partners", "Stadt"));
    refused(
        granted(Regime.NABF, drawn(1, "werk", 160_00))
            .when(
                new SubmitProofOfUse(
                    A,
                    PROOF,
                    100_00L,
                    List.of(new PartnerSpent("Werk", 1_00), new PartnerSpent("Stadt", 1_00)))),
        "spent-unbalanced",
        Map.of("sumCents", 2_00L, "spentCents", 100_00L));
  }

  @Test
  void a_cut_is_measured_on_what_this_partner_proved() {
    var proved =
        new ProofOfUseSubmitted(
            A,
            PROOF,
            PROOF,
            180_00,
            60_00,
            List.of(
                new PartnerProof("stadt", "Stadt", 80_00, 0),
                new PartnerProof("werk", "Werk", 100_00, 60_00)));
    granted(Regime.NABF, drawn(1, "stadt", 80_00), drawn(2, "werk", 160_00), proved)
        .when(result("werk", 20_00, null, "nicht belegt"))
        .expectEvents(
            new ProofExamined(
                A,
                "werk",
                "Werk",
                RESULT,
                "P 1",
                20_00,
                null,
                80_00,
                20_00,
                RESULT.plusMonths(1),
                "nicht belegt",
                80_00));
    refused(
        granted(Regime.NABF, drawn(2, "werk", 160_00), proved)
            .when(result("werk", 110_00, null, "mehr als belegt")),
        "cut-above-proved",
        Map.of("partner", "Werk", "mostCents", 100_00L));
  }

  @Test
  void a_partner_is_paid_and_proves_by_its_own_notice() {
    var own =
        new GrantSharesStated(
            A,
            List.of(
                new PartnerGrant("Stadt", 80_00, null, Regime.ANBEST_GK, null, null),
                new PartnerGrant(
                    "Werk", 160_00, "N 2", Regime.NKBF_2017, FROM, UNTIL.plusMonths(6))),
            0);
    // costs incurred, by the quarter: the rule of its own regime, not that of the whole
    refused(
        granted(Regime.NABF, own).when(new DrawDownFunds(A, "werk", 10_00, UNTIL)),
        "incurred-costs-missing",
        Map.of("partner", "Werk"));
    granted(Regime.NABF, own)
        .when(new DrawDownFunds(A, "stadt", 10_00, UNTIL))
        .expectEventsMatching(
            org.axonframework.test.matchers.Matchers.payloadsMatching(
                org.axonframework.test.matchers.Matchers.sequenceOf(
                    org.axonframework.test.matchers.Matchers.matches(
                        event -> event instanceof FundsDrawn drawn && drawn.spendBy() == null))));
    granted(Regime.NABF)
        .when(new GrantCommand.StateGrantShares(A, own.shares()))
        .expectEventsMatching(
            org.axonframework.test.matchers.Matchers.payloadsMatching(
                org.axonframework.test.matchers.Matchers.sequenceOf(
                    org.axonframework.test.matchers.Matchers.matches(
                        event ->
                            event instanceof GrantSharesStated stated
                                && stated.dues().size() == 2
                                && stated
                                    .dues()
                                    .getLast()
                                    .proofOfUseDue()
                                    .equals(
                                        UNTIL
                                            .plusMonths(12)
                                            .with(
                                                java.time.temporal.TemporalAdjusters
                                                    .lastDayOfMonth()))))));
  }

  @Test
  void what_must_be_paid_back_already_is_not_claimed_twice() {
    var shares =
        new GrantSharesStated(
            A,
            List.of(new PartnerGrant("Stadt", 80_00, null), new PartnerGrant("Werk", 130_00, null)),
            0);
    granted(
            Regime.NABF,
            drawn(1, "werk", 160_00),
            new GrantRevoked(A, "W 1", FROM, 30_00, 210_00, 0, FROM, "weniger", false),
            new GrantSharesStated(A, shares.shares(), 30_00),
            proved(0))
        .when(result("werk", 20_00, null, "nicht belegt"))
        .expectEvents(
            new ProofExamined(
                A,
                "werk",
                "Werk",
                RESULT,
                "P 1",
                20_00,
                null,
                110_00,
                20_00,
                RESULT.plusMonths(1),
                "nicht belegt",
                50_00));
  }

  @Test
  void a_result_follows_the_proof_once_and_within_what_was_granted() {
    refused(
        granted(Regime.NABF, drawn(1, "werk", 160_00)).when(result("werk", 0L, null, null)),
        "proof-to-examine-missing",
        Map.of());
    refused(
        granted(Regime.NABF, proved(0), cut("werk", 0, 160_00, 0))
            .when(result("werk", 0L, null, null)),
        "proof-result-already-recorded",
        Map.of("partner", "Werk"));
    for (long cut : List.of(-1L, 160_01L))
      refused(
          granted(Regime.NABF, proved(0)).when(result("werk", cut, null, "x")),
          "cut-above-proved",
          Map.of("partner", "Werk", "mostCents", 160_00L));
    refused(
        granted(Regime.NABF, proved(0)).when(result("werk", null, 200_01, "x")),
        "cut-above-proved",
        Map.of("partner", "Werk", "mostCents", 200_00L));
    refused(
        granted(Regime.NABF, proved(0)).when(result("werk", 1L, null, " ")),
        "reason-missing",
        Map.of());
    refused(
        granted(Regime.NABF, proved(0)).when(on(PROOF.minusDays(1))),
        "day-too-early",
        Map.of("day", "2024-02-29", "earliest", "2024-03-01"));
  }

  // ---- set right

  @Test
  void a_corrected_result_corrects_what_must_be_paid_back() {
    granted(Regime.NABF, drawn(1, "werk", 160_00), proved(0), cut("werk", 20_00, 140_00, 20_00))
        .when(correct(5_00))
        .expectEvents(
            new ProofResultCorrected(
                A,
                "werk",
                "Werk",
                RESULT,
                null,
                20_00,
                null,
                140_00,
                20_00,
                null,
                "Gründe",
                RESULT,
                null,
                5_00,
                null,
                155_00,
                5_00,
                null,
                "Gründe",
                5_00,
                "Zahlendreher",
                null));
  }

  @Test
  void a_correction_is_no_way_round_the_rule_of_what_it_corrects() {
    var examined =
        new Object[] {drawn(1, "werk", 160_00), proved(0), cut("werk", 20_00, 140_00, 20_00)};
    for (long cut : List.of(-1L, 160_01L))
      refused(
          granted(Regime.NABF, examined).when(correct(cut)),
          "cut-above-proved",
          Map.of("partner", "Werk", "mostCents", 160_00L));
    refused(granted(Regime.NABF, examined).when(correct(20_00)), "nothing-changed", Map.of());
    var back = new FundsRefunded(A, 1, 15_00, RESULT, 5_00, "werk");
    refused(
        granted(Regime.NABF, with(examined, back)).when(correct(5_00)),
        "proof-below-refunded",
        Map.of("refundedCents", 15_00L));
    refused(
        granted(Regime.NABF, examined)
            .when(new CorrectProofOfUse(A, PROOF, 1_00, "weniger verwendet")),
        "proof-already-examined",
        Map.of("partner", "Werk"));
    // interest stands on the sum
    refused(
        granted(Regime.NABF, with(examined, interest(1_00))).when(correct(5_00)),
        "interest-claimed-on-it",
        Map.of("number", 1));
  }

  @Test
  void a_last_instalment_is_set_right_within_what_is_recognised() {
    var events =
        new Object[] {
          drawn(1, "werk", 100_00),
          proved(0),
          cut("werk", 20_00, 140_00, 0),
          new FundsDrawn(A, 2, "werk", "Werk", 4_00, RESULT, null, 0)
        };
    refused(
        granted(Regime.HORIZON, events)
            .when(new CorrectDrawDown(A, 2, 40_01, RESULT, "Komma verrutscht")),
        "draw-down-above-grant",
        Map.of("partner", "Werk", "leftCents", 40_00L));
    granted(Regime.HORIZON, events)
        .when(new CorrectDrawDown(A, 2, 40_00, RESULT, "Komma verrutscht"))
        .expectSuccessfulHandlerExecution();
    refused(
        granted(Regime.HORIZON, events)
            .when(new CorrectDrawDown(A, 1, 90_00, FROM, "Komma verrutscht")),
        "proof-of-use-already-submitted",
        Map.of());
  }

  // ---- interest

  /**
   * 10,000.00 for the second half of 2023 (base rate 3.12 %) and the first of 2024 (3.62 %), with
   * five points more: 184 of 365 days at 8.12 %, 182 of 366 days at 8.62 %.
   */
  @Test
  void what_is_paid_back_bears_interest_by_half_years() {
    granted(Regime.NABF, owed(1_000_000))
        .when(claim(LocalDate.parse("2023-07-01"), LocalDate.parse("2024-06-30"), null))
        .expectEventsMatching(
            org.axonframework.test.matchers.Matchers.payloadsMatching(
                org.axonframework.test.matchers.Matchers.exactSequenceOf(
                    org.axonframework.test.matchers.Matchers.predicate(
                        (Object event) ->
                            event instanceof RepaymentInterestClaimed claimed
                                && claimed.cents() == 83_798
                                && claimed.mostCents() == 83_798
                                && claimed.stretches().size() == 2))));
  }

  @Test
  void what_came_back_bears_no_interest_from_that_day() {
    var all = LocalDate.parse("2023-07-01");
    granted(
            Regime.NABF,
            with(owed(1_000_000), new FundsRefunded(A, 1, 500_000, all.plusDays(10), 0, "werk")))
        .when(claim(all, all.plusDays(19), null))
        .expectEventsMatching(
            org.axonframework.test.matchers.Matchers.payloadsMatching(
                org.axonframework.test.matchers.Matchers.exactSequenceOf(
                    org.axonframework.test.matchers.Matchers.predicate(
                        (Object event) ->
                            event instanceof RepaymentInterestClaimed claimed
                                // ten days on 10,000 and ten on 5,000 at 8.12 %
                                && claimed.cents() == 33_37))));
  }

  @Test
  void interest_is_claimed_once_for_a_day_and_at_most_by_the_rule() {
    var from = LocalDate.parse("2023-07-01");
    refused(
        granted(Regime.NABF, owed(1_000_000)).when(claim(from, from.plusDays(9), 2_226L)),
        "interest-above-rule",
        Map.of("mostCents", 22_25L));
    refused(
        granted(Regime.NABF, drawn(1, "werk", 160_00), proved(0))
            .when(claim(from, from.plusDays(9), null)),
        "nothing-to-repay",
        Map.of("partner", "Werk"));
    refused(
        granted(Regime.NABF, owed(1_000_000)).when(claim(FROM.minusDays(1), from, null)),
        "day-too-early",
        Map.of("day", "2022-12-31", "earliest", "2023-01-01"));
    refused(
        granted(Regime.NABF, owed(1_000_000)).when(claim(from, from.minusDays(1), null)),
        "period-out-of-order",
        Map.of());
    refused(
        granted(Regime.NABF, with(owed(1_000_000), interest(5_00)))
            .when(claim(from, from.plusDays(9), null)),
        "interest-already-claimed",
        Map.of("from", "2023-07-01", "until", "2023-12-31"));
    refused(
        granted(Regime.HORIZON, owed(1_000_000)).when(claim(from, from.plusDays(9), null)),
        "rate-missing",
        Map.of("table", "repayment-interest", "day", "2023-07-01"));
  }

  @Test
  void claimed_interest_is_set_right_or_waived_within_the_rule() {
    var from = LocalDate.parse("2023-07-01");
    var events = with(owed(1_000_000), interest(5_00));
    refused(
        granted(Regime.NABF, events)
            .when(
                new CorrectRepaymentInterest(A, 1, from, from.plusDays(9), 99_999L, "Tippfehler")),
        "interest-above-rule",
        Map.of("mostCents", 22_25L));
    granted(Regime.NABF, events)
        .when(new CorrectRepaymentInterest(A, 1, from, UNTIL, 0L, "erlassen"))
        .expectSuccessfulHandlerExecution();
    refused(
        granted(Regime.NABF, events)
            .when(new CorrectRepaymentInterest(A, 1, from, UNTIL, 5_00L, "x")),
        "nothing-changed",
        Map.of());
    refused(
        granted(
                Regime.NABF,
                with(events, new FundsRefunded(A, 1, 1_000_000 + 5_00, RESULT, 0, "werk")))
            .when(new CorrectRepaymentInterest(A, 1, from, UNTIL, 0L, "erlassen")),
        "interest-below-refunded",
        Map.of("refundedCents", 1_000_000L + 5_00L));
  }

  @Test
  void nothing_is_closed_while_interest_is_open() {
    refused(
        granted(
                Regime.NABF,
                with(
                    owed(1_000_000),
                    new FundsRefunded(A, 1, 1_000_000, RESULT, 0, "werk"),
                    interest(5_00)))
            .when(new CloseApplication(A, null)),
        "refund-open",
        Map.of("openCents", 5_00L));
  }

  // ---- situations

  private TestExecutor<FundingApplication> granted(Regime regime, Object... more) {
    long scale =
        more.length > 0 && more[0] instanceof FundsDrawn d && d.amountCents() > 200_00 ? 1000 : 1;
    var events =
        new ArrayList<Object>(
            List.of(
                new ApplicationOpened(
                    A,
                    "Antrag",
                    null,
                    Programme.FEDERAL_JOINT_PROJECT,
                    regime,
                    "Aufruf",
                    "Geber",
                    NOTICE.minusMonths(3).atTime(17, 0),
                    Arrival.ELECTRONIC,
                    List.of(),
                    List.<Instant>of()),
                budgeted("Stadt", 100_00, 80_00, scale),
                budgeted("Werk", 200_00, 160_00, scale),
                new ApplicationSubmitted(
                    A,
                    "Antrag",
                    NOTICE.minusMonths(3).atTime(12, 0),
                    NOTICE.minusMonths(3).atTime(17, 0),
                    300_00 * scale,
                    240_00 * scale),
                new ApplicationEvaluated(A, null, null, null, null, true, null),
                new GrantNoticeReceived(
                    A,
                    "13N",
                    NOTICE,
                    240_00 * scale,
                    FROM,
                    UNTIL,
                    NOTICE.plusMonths(1),
                    List.of(),
                    UNTIL,
                    "x",
                    null),
                new GrantBecameFinal(A, NOTICE, true),
                new CooperationAgreementSigned(A, NOTICE)));
    events.addAll(List.of(more));
    return application.given(events);
  }

  /** So much was drawn and is not recognised. */
  private static Object[] owed(long cents) {
    return new Object[] {drawn(1, "werk", cents), proved(0), cut("werk", 150_00, 10_00, cents)};
  }

  private static Object[] with(Object[] events, Object... more) {
    var all = new ArrayList<>(List.of(events));
    all.addAll(List.of(more));
    return all.toArray();
  }

  private static PartnerBudgeted budgeted(String name, long costs, long grant, long scale) {
    return Financing.checked(
        new BudgetPartner(
            A,
            name,
            false,
            null,
            List.of(
                new BudgetLine(
                    CONTRACTS, costs * scale, grant * scale, (costs - grant) * scale, 0))));
  }

  private static FundsDrawn drawn(int number, String partnerId, long cents) {
    return new FundsDrawn(A, number, partnerId, "Werk", cents, FROM, null, 0);
  }

  private static ProofOfUseSubmitted proved(long unspent) {
    return new ProofOfUseSubmitted(A, PROOF, PROOF, 240_00, unspent);
  }

  private static ProofExamined cut(String partnerId, long cut, long recognised, long refund) {
    return new ProofExamined(
        A,
        partnerId,
        partnerId.equals("werk") ? "Werk" : "Stadt",
        RESULT,
        null,
        cut,
        null,
        recognised,
        refund,
        null,
        "Gründe",
        refund);
  }

  private static RepaymentInterestClaimed interest(long cents) {
    return new RepaymentInterestClaimed(
        A,
        1,
        "werk",
        "Werk",
        LocalDate.parse("2023-07-01"),
        UNTIL,
        cents,
        cents,
        List.of(),
        "Quelle");
  }

  private static RecordProofResult result(
      String partner, @Nullable Long cut, @Nullable Integer costs, @Nullable String grounds) {
    return new RecordProofResult(
        A,
        partner,
        RESULT,
        " P 1 ",
        cut,
        costs == null ? null : Long.valueOf(costs),
        RESULT.plusMonths(1),
        grounds);
  }

  private static RecordProofResult result(
      String partner, int cut, @Nullable Integer costs, @Nullable String grounds) {
    return result(partner, Long.valueOf(cut), costs, grounds);
  }

  private static DrawDownFunds draw(String partner, long cents) {
    return new DrawDownFunds(A, partner, cents, RESULT);
  }

  private static RecordProofResult on(LocalDate day) {
    return new RecordProofResult(A, "werk", day, null, null, null, null, null);
  }

  private static CorrectProofResult correct(long cut) {
    return new CorrectProofResult(
        A, "werk", RESULT, null, cut, null, null, "Gründe", "Zahlendreher");
  }

  private static ClaimRepaymentInterest claim(
      LocalDate from, LocalDate until, @Nullable Long cents) {
    return new ClaimRepaymentInterest(A, "werk", from, until, cents);
  }
}
