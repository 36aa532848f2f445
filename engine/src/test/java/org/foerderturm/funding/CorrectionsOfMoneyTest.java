package org.foerderturm.funding;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.foerderturm.funding.CostRow.CONTRACTS;
import static org.foerderturm.kernel.Refusals.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.foerderturm.consortium.Programme;
import org.foerderturm.funding.FundingCommand.*;
import org.foerderturm.funding.FundingEvent.*;
import org.foerderturm.funding.GrantCommand.*;
import org.foerderturm.funding.GrantEvent.*;
import org.foerderturm.kernel.Command;
import org.junit.jupiter.api.Test;

/**
 * A correction is no way round the rule of what it corrects: of every command that sets a sum of a
 * grant right, a sum is tried that the first command would have been refused. The city was granted
 * 100, asked for 120 and has 150 of costs.
 */
class CorrectionsOfMoneyTest {
  private static final String A = "antrag-1";
  private static final LocalDate NOTICE = LocalDate.parse("2022-09-01");
  private static final LocalDate FROM = LocalDate.parse("2023-01-01");
  private static final LocalDate UNTIL = LocalDate.parse("2023-12-31");
  private static final LocalDate PROOF = LocalDate.parse("2024-03-01");

  /**
   * @param code with which it is refused
   */
  private record Round(
      List<Object> recorded, Command correction, String code, Map<String, ?> says) {}

  private static final Map<Class<? extends Command>, List<Round>> ROUNDS =
      Map.ofEntries(
          entry(
              CorrectDrawDown.class,
              List.of(
                  new Round(
                      List.of(drawn(50_00)),
                      new CorrectDrawDown(A, 1, 100_01, FROM, "x"),
                      "draw-down-above-grant",
                      Map.of("partner", "Stadt", "leftCents", 100_00L)),
                  new Round(
                      List.of(drawn(50_00), new PaymentsStopped(A, FROM, "Prüfung")),
                      new CorrectDrawDown(A, 1, 60_00, FROM, "x"),
                      "payments-stopped",
                      Map.of("since", "2023-01-01", "reason", "Prüfung")),
                  new Round(
                      List.of(drawn(50_00), new BudgetYearClosed(A, 2023, PROOF)),
                      new CorrectDrawDown(A, 1, 60_00, FROM, "x"),
                      "budget-year-closed",
                      Map.of("year", "2023", "day", "2023-01-01")),
                  new Round(
                      List.of(drawn(50_00)),
                      new CorrectDrawDown(A, 1, -1, FROM, "x"),
                      "amount-not-positive",
                      Map.of()))),
          entry(
              CorrectProofOfUse.class,
              List.of(
                  new Round(
                      List.of(drawn(100_00), proved(90_00, 10_00)),
                      new CorrectProofOfUse(A, PROOF, -1, "x"),
                      "spent-negative",
                      Map.of()),
                  new Round(
                      List.of(drawn(100_00), proved(90_00, 10_00), examined(10_00, 10_00)),
                      new CorrectProofOfUse(A, PROOF, 100_00, "x"),
                      "proof-already-examined",
                      Map.of("partner", "Stadt")))),
          entry(
              CorrectRefund.class,
              List.of(
                  new Round(
                      List.of(drawn(100_00), proved(90_00, 10_00), refunded(5_00)),
                      new CorrectRefund(A, 1, 10_01, PROOF, "x"),
                      "refund-above-owed",
                      Map.of("openCents", 10_00L)))),
          entry(
              CorrectGrantNotice.class,
              List.of(
                  new Round(
                      List.of(),
                      new CorrectGrantNotice(A, "13N", NOTICE, 120_01, FROM, UNTIL, "x"),
                      "granted-above-requested",
                      Map.of("requestedCents", 120_00L)),
                  new Round(
                      List.of(drawn(50_00)),
                      new CorrectGrantNotice(A, "13N", NOTICE, 49_99, FROM, UNTIL, "x"),
                      "granted-below-drawn",
                      Map.of("drawnCents", 50_00L)))),
          entry(
              CorrectObjectionDecision.class,
              List.of(
                  new Round(
                      List.of(
                          new ObjectionFiled(A, NOTICE, "zu wenig", List.of(), Remedy.OBJECTION),
                          new ObjectionDecided(
                              A,
                              ObjectionResult.REMEDIED,
                              FROM,
                              "O 1",
                              110_00,
                              FROM.plusMonths(1),
                              List.of(),
                              Remedy.OBJECTION,
                              null)),
                      new CorrectObjectionDecision(A, FROM, "O 1", 120_01, "x"),
                      "granted-above-requested",
                      Map.of("requestedCents", 120_00L)))),
          entry(
              CorrectRevocation.class,
              List.of(
                  new Round(
                      List.of(
                          drawn(100_00),
                          new GrantRevoked(A, "W 1", FROM, 30_00, 70_00, 30_00, FROM, "x", false)),
                      new CorrectRevocation(A, 1, "W 1", FROM, 100_01, FROM, "x", "y"),
                      "revoked-above-granted",
                      Map.of("grantedCents", 100_00L)))),
          entry(
              CorrectPaymentAnswer.class,
              List.of(
                  new Round(
                      List.of(
                          new PaymentRequested(A, 1, "stadt", "Stadt", 50_00, FROM),
                          new PaymentRequestAnswered(A, 1, "Stadt", 40_00, 10_00, FROM, "x")),
                      new CorrectPaymentAnswer(A, 1, 50_01, FROM, null, "x"),
                      "payment-answer-impossible",
                      Map.of("mostCents", 50_00L)))),
          entry(
              CorrectProofResult.class,
              List.of(
                  new Round(
                      List.of(drawn(100_00), proved(90_00, 10_00), examined(10_00, 10_00)),
                      new CorrectProofResult(A, "stadt", PROOF, null, 90_01, null, null, "x", "y"),
                      "cut-above-proved",
                      Map.of("partner", "Stadt", "mostCents", 90_00L)))),
          entry(
              CorrectRepaymentInterest.class,
              List.of(
                  new Round(
                      List.of(
                          drawn(100_00),
                          proved(0, 100_00),
                          new RepaymentInterestClaimed(
                              A, 1, "stadt", "Stadt", FROM, UNTIL, 7_00, 7_00, List.of(), "x")),
                      // 6.62 % for 181 days, 8.12 % for 184
                      new CorrectRepaymentInterest(A, 1, FROM, UNTIL, 7_39L, "x"),
                      "interest-above-rule",
                      Map.of("mostCents", 7_38L)))));

  private final AggregateTestFixture<FundingApplication> application =
      FundingApplicationTest.fixture(command -> {});

  @Test
  void every_correction_of_money_is_looked_at() {
    var corrections = new TreeSet<String>();
    for (var family : List.of(FundingCommand.class, GrantCommand.class))
      for (var type : family.getPermittedSubclasses())
        if (type.getSimpleName().startsWith("Correct")
            && Arrays.stream(type.getRecordComponents())
                .anyMatch(
                    part -> part.getName().toLowerCase(java.util.Locale.ROOT).endsWith("cents")))
          corrections.add(type.getSimpleName());
    assertThat(ROUNDS.keySet().stream().map(Class::getSimpleName))
        .containsExactlyInAnyOrderElementsOf(corrections);
  }

  @Test
  void none_goes_round_the_rule_of_what_it_corrects() {
    for (var round : ROUNDS.values().stream().flatMap(List::stream).toList())
      refused(
          application
              .given(Stream.concat(granted().stream(), round.recorded().stream()).toList())
              .when(round.correction()),
          round.code(),
          round.says());
  }

  private static List<Object> granted() {
    return new ArrayList<>(
        List.of(
            new ApplicationOpened(
                A,
                "Antrag",
                null,
                Programme.FEDERAL_JOINT_PROJECT,
                Regime.NABF,
                "Aufruf",
                "Geber",
                NOTICE.minusMonths(3).atTime(17, 0),
                Arrival.ELECTRONIC,
                List.of(),
                List.<Instant>of()),
            Financing.checked(
                new BudgetPartner(
                    A,
                    "Stadt",
                    false,
                    null,
                    List.of(new BudgetLine(CONTRACTS, 150_00, 120_00, 30_00, 0)))),
            new ApplicationSubmitted(
                A,
                "Antrag",
                NOTICE.minusMonths(3).atTime(12, 0),
                NOTICE.minusMonths(3).atTime(17, 0),
                150_00,
                120_00),
            new ApplicationEvaluated(A, null, null, null, null, true, null),
            new GrantNoticeReceived(
                A,
                "13N",
                NOTICE,
                100_00,
                FROM,
                UNTIL,
                NOTICE.plusMonths(1),
                List.of(),
                UNTIL,
                "x",
                null)));
  }

  private static FundsDrawn drawn(long cents) {
    return new FundsDrawn(A, 1, "stadt", "Stadt", cents, FROM, null, 0);
  }

  private static ProofOfUseSubmitted proved(long spent, long unspent) {
    return new ProofOfUseSubmitted(A, PROOF, PROOF, spent, unspent);
  }

  private static ProofExamined examined(long cut, long refund) {
    return new ProofExamined(
        A, "stadt", "Stadt", PROOF, null, cut, null, 80_00, refund, null, "x", refund);
  }

  private static FundsRefunded refunded(long cents) {
    return new FundsRefunded(A, 1, cents, PROOF, 0);
  }
}
