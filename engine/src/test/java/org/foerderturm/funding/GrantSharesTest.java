package org.foerderturm.funding;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.foerderturm.funding.GrantCommand.StateGrantShares;
import org.foerderturm.funding.GrantEvent.GrantSharesStated;
import org.junit.jupiter.api.Test;

/** Each partner of a joint project has its own sum: nobody draws from another's. */
class GrantSharesTest {
  private static final String A = "antrag-1";
  private static final LocalDate NOTICE = LocalDate.parse("2026-09-01");
  private static final LocalDate FROM = LocalDate.parse("2027-01-01");
  private static final LocalDate UNTIL = LocalDate.parse("2028-12-31");
  private static final LocalDate SPRING = LocalDate.parse("2027-03-31");

  private final AggregateTestFixture<FundingApplication> application =
      FundingApplicationTest.fixture(command -> {});

  @Test
  void what_a_partner_draws_is_bounded_by_its_own_notice() {
    var shares = new GrantSharesStated(A, List.of(grant("Stadt", 80_00), grant("Werk", 120_00)), 0);
    refused(
        granted(Regime.NABF, 200_00, shares).when(draw("werk", 130_00)),
        "draw-down-above-grant",
        Map.of("partner", "Werk", "leftCents", 120_00L));
    granted(Regime.NABF, 200_00, shares)
        .when(draw("werk", 120_00))
        .expectSuccessfulHandlerExecution();
    granted(Regime.NABF, 200_00, shares, drawn(1, "werk", "Werk", 120_00))
        .when(draw("stadt", 80_00))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void while_only_the_sum_is_known_nothing_is_drawn() {
    refused(
        granted(Regime.NABF, 200_00).when(draw("werk", 1_00)), "grant-shares-missing", Map.of());
    // all that was asked for was granted: each has what it asked for
    granted(Regime.NABF, 260_00).when(draw("werk", 160_00)).expectSuccessfulHandlerExecution();
  }

  @Test
  void a_change_of_the_whole_makes_the_shares_unknown_again() {
    assertThat(GrantShares.of(Map.of("a", 1L, "b", 2L), Map.of("a", 5L, "b", 5L), 3)).isNotNull();
    assertThat(GrantShares.of(Map.of("a", 1L, "b", 2L), Map.of("a", 5L, "b", 5L), 4)).isNull();
    assertThat(GrantShares.of(Map.of("a", 1L, "b", 2L), Map.of("a", 5L, "c", 5L), 3)).isNull();
    assertThat(GrantShares.of(Map.of(), Map.of("a", 5L, "b", 5L), 10))
        .isEqualTo(Map.of("a", 5L, "b", 5L));
    assertThat(GrantShares.of(Map.of(), Map.of("a", 5L), 3)).isEqualTo(Map.of("a", 3L));
  }

  @Test
  void the_shares_are_stated_for_everybody_once_and_make_up_the_whole() {
    granted(Regime.NABF, 200_00)
        .when(state(grant(" stadt ", 80_00), new PartnerGrant("WERK", 120_00, " 13N1 ")))
        .expectEvents(
            new GrantSharesStated(
                A, List.of(grant("Stadt", 80_00), new PartnerGrant("Werk", 120_00, "13N1")), 0));
    refused(
        granted(Regime.NABF, 200_00).when(state(grant("Stadt", 80_00), grant("Werk", 119_99))),
        "grant-shares-unbalanced",
        Map.of("sumCents", 199_99L, "grantedCents", 200_00L, "differenceCents", 1L));
    refused(
        granted(Regime.NABF, 200_00).when(state(grant("Stadt", 80_00))),
        "grant-share-missing",
        Map.of("partners", "Werk"));
    refused(
        granted(Regime.NABF, 200_00).when(state(grant("Stadt", 100_01), grant("Werk", 99_99))),
        "grant-share-impossible",
        Map.of("partner", "Stadt", "mostCents", 100_00L));
    refused(
        granted(Regime.NABF, 200_00)
            .when(state(grant("Stadt", 80_00), grant("Stadt", 80_00), grant("Werk", 40_00))),
        "applicant-twice",
        Map.of("partner", "Stadt"));
  }

  @Test
  void who_drew_more_than_its_share_pays_it_back() {
    granted(Regime.NABF, 200_00, drawn(1, "werk", "Werk", 130_00))
        .when(state(grant("Stadt", 80_00), grant("Werk", 120_00)))
        .expectEvents(
            new GrantSharesStated(A, List.of(grant("Stadt", 80_00), grant("Werk", 120_00)), 10_00));
  }

  @Test
  void the_notice_says_the_shares_and_so_the_aids() {
    var events = events(Regime.NABF);
    application
        .given(events)
        .when(notice(200_00, List.of(grant("Stadt", 80_00), grant("Werk", 110_00))))
        .expectException(org.foerderturm.kernel.Rejected.class);
    application
        .given(events)
        .when(notice(200_00, List.of(grant("Stadt", 80_00), grant("Werk", 120_00))))
        .expectSuccessfulHandlerExecution();
  }

  // ---- the last instalment, and costs incurred

  @Test
  void a_last_instalment_comes_after_the_proof_where_the_regime_pays_one() {
    for (var regime : List.of(Regime.HORIZON, Regime.NKBF_2017))
      granted(regime, 260_00, drawn(1, "werk", "Werk", 100_00), proved())
          .when(draw("werk", 60_00))
          .expectSuccessfulHandlerExecution();
    refused(
        granted(Regime.NABF, 260_00, drawn(1, "werk", "Werk", 100_00), proved())
            .when(draw("werk", 60_00)),
        "proof-of-use-already-submitted",
        Map.of());
  }

  @Test
  void nkbf_pays_costs_that_were_incurred_by_the_quarter() {
    refused(
        granted(Regime.NKBF_2017, 260_00).when(draw("werk", 160_00)),
        "incurred-costs-missing",
        Map.of("partner", "Werk"));
    refused(
        granted(Regime.NKBF_2017, 260_00)
            .when(incurred(160_00, FROM.plusDays(1), 200_00, FROM.minusDays(1))),
        "quarter-not-over",
        Map.of("day", "2026-12-31", "from", "2027-01-01"));
    refused(
        granted(Regime.NKBF_2017, 260_00).when(incurred(160_00, SPRING, 200_00, SPRING)),
        "quarter-not-over",
        Map.of("day", "2027-03-31", "from", "2027-01-01"));
    refused(
        granted(Regime.NKBF_2017, 260_00)
            .when(incurred(1_00, SPRING.plusDays(9), 200_00, SPRING.minusDays(1))),
        "no-quarter-end",
        Map.of("day", "2027-03-30"));
    // costs of 200 are paid with 160: of 50 incurred the grant pays 40
    refused(
        granted(Regime.NKBF_2017, 260_00).when(incurred(40_01, SPRING.plusDays(9), 50_00, SPRING)),
        "draw-down-above-incurred",
        Map.of("partner", "Werk", "mostCents", 40_00L, "tooMuchCents", 1L));
    granted(Regime.NKBF_2017, 260_00)
        .when(incurred(40_00, SPRING.plusDays(9), 50_00, SPRING))
        .expectSuccessfulHandlerExecution();
    refused(
        granted(
                Regime.NKBF_2017,
                260_00,
                new FundsDrawn(
                    A, 1, "werk", "Werk", 40_00, SPRING.plusDays(9), null, 220_00, 50_00L, SPRING))
            .when(incurred(1_00, SPRING.plusDays(20), 60_00, SPRING)),
        "quarter-already-drawn",
        Map.of("day", "2027-03-31"));
  }

  /** A correction is no way round what a draw-down may be, and one to nothing frees its quarter. */
  @Test
  void a_corrected_draw_down_stays_within_the_costs_that_were_incurred() {
    var drawn =
        new FundsDrawn(
            A, 1, "werk", "Werk", 1_00, SPRING.plusDays(9), null, 259_00, 50_00L, SPRING);
    refused(
        granted(Regime.NKBF_2017, 260_00, drawn)
            .when(new CorrectDrawDown(A, 1, 160_00, SPRING.plusDays(9), "Komma")),
        "draw-down-above-incurred",
        Map.of("partner", "Werk", "mostCents", 40_00L, "tooMuchCents", 120_00L));
    granted(Regime.NKBF_2017, 260_00, drawn)
        .when(new CorrectDrawDown(A, 1, 40_00, SPRING.plusDays(9), "Komma"))
        .expectSuccessfulHandlerExecution();
    var none =
        new DrawDownCorrected(
            A,
            1,
            "werk",
            "Werk",
            1_00,
            SPRING.plusDays(9),
            null,
            0,
            SPRING.plusDays(9),
            null,
            260_00,
            "falsch",
            null);
    granted(Regime.NKBF_2017, 260_00, drawn, none)
        .when(incurred(40_00, SPRING.plusDays(9), 50_00, SPRING))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void what_stands_is_not_stated_again() {
    var shares = new GrantSharesStated(A, List.of(grant("Stadt", 80_00), grant("Werk", 120_00)), 0);
    refused(
        granted(Regime.NABF, 200_00, shares)
            .when(state(grant("Stadt", 80_00), grant("Werk", 120_00))),
        "nothing-changed",
        Map.of());
  }

  // ---- situations

  private TestExecutor<FundingApplication> granted(Regime regime, long cents, Object... more) {
    var events = events(regime);
    events.add(
        new GrantNoticeReceived(
            A,
            "13N",
            NOTICE,
            cents,
            FROM,
            UNTIL,
            NOTICE.plusMonths(1),
            List.of(),
            UNTIL,
            "x",
            null));
    events.add(new GrantBecameFinal(A, NOTICE, true));
    events.add(new CooperationAgreementSigned(A, NOTICE));
    events.addAll(List.of(more));
    return application.given(events);
  }

  private static List<Object> events(Regime regime) {
    return new ArrayList<>(
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
            budgeted("Stadt", 120_00, 100_00),
            budgeted("Werk", 200_00, 160_00),
            new ApplicationSubmitted(
                A,
                "Antrag",
                NOTICE.minusMonths(3).atTime(12, 0),
                NOTICE.minusMonths(3).atTime(17, 0),
                320_00,
                260_00),
            new ApplicationEvaluated(A, null, null, null, null, true, null)));
  }

  private static PartnerBudgeted budgeted(String name, long costs, long grant) {
    return Financing.checked(
        new BudgetPartner(
            A,
            name,
            false,
            null,
            List.of(new BudgetLine(CONTRACTS, costs, grant, costs - grant, 0))));
  }

  private static PartnerGrant grant(String partner, long cents) {
    return new PartnerGrant(partner, cents, null);
  }

  private static StateGrantShares state(PartnerGrant... shares) {
    return new StateGrantShares(A, List.of(shares));
  }

  private static RecordGrantNotice notice(long cents, List<PartnerGrant> shares) {
    return new RecordGrantNotice(
        A, "13N", NOTICE, cents, FROM, UNTIL, null, null, null, null, false, shares);
  }

  private static FundsDrawn drawn(int number, String partnerId, String name, long cents) {
    return new FundsDrawn(A, number, partnerId, name, cents, FROM, null, 0);
  }

  private static ProofOfUseSubmitted proved() {
    return new ProofOfUseSubmitted(A, UNTIL, UNTIL, 100_00, 0);
  }

  private static DrawDownFunds draw(String partner, long cents) {
    return new DrawDownFunds(A, partner, cents, FROM.plusDays(1));
  }

  private static DrawDownFunds incurred(long cents, LocalDate on, long costs, LocalDate until) {
    return new DrawDownFunds(A, "werk", cents, on, costs, until);
  }
}
