package org.foerderturm.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.foerderturm.funding.EnterpriseSize.LARGE;
import static org.foerderturm.funding.EnterpriseSize.MEDIUM;
import static org.foerderturm.funding.EnterpriseSize.MICRO;
import static org.foerderturm.funding.EnterpriseSize.SMALL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.foerderturm.alliance.ShippedTables;
import org.foerderturm.funding.DeMinimis.Aid;
import org.foerderturm.funding.EnterpriseSize.Year;
import org.foerderturm.kernel.Decisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked figures of the funding rules; each test says where its figure comes from. */
class RulesTest {
  private static final Decisions TABLES = new ShippedTables("funding-application");
  private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
  private static final LocalDate UNTIL = LocalDate.of(2028, 8, 31);

  // ---- proofs by regime

  @ParameterizedTest
  @CsvSource({"NABF", "NKBF_2017", "ANBEST_P"})
  void interim_proofs_are_due_four_months_after_each_budget_year_which_is_30_april(Regime regime) {
    assertThat(rules(regime).interimProofs(FROM, UNTIL, null))
        .containsExactly(LocalDate.of(2027, 4, 30), LocalDate.of(2028, 4, 30));
  }

  @Test
  void anbest_gk_interim_proofs_are_as_the_notice_says() {
    assertThat(rules(Regime.ANBEST_GK).interimProofs(FROM, UNTIL, null)).isEmpty();
  }

  @Test
  void a_grant_period_within_one_budget_year_needs_no_interim_proof() {
    assertThat(rules(Regime.NABF).interimProofs(FROM, LocalDate.of(2026, 12, 31), null)).isEmpty();
  }

  @Test
  void horizon_reports_60_days_after_each_reporting_period_but_the_last() {
    assertThat(
            rules(Regime.HORIZON)
                .interimProofs(LocalDate.of(2026, 1, 1), LocalDate.of(2029, 12, 31), 18))
        .containsExactly(LocalDate.of(2027, 8, 29), LocalDate.of(2029, 3, 1));
    assertThat(
            rules(Regime.HORIZON)
                .interimProofs(LocalDate.of(2026, 1, 1), LocalDate.of(2028, 12, 31), 18))
        .containsExactly(LocalDate.of(2027, 8, 29));
  }

  @ParameterizedTest
  @CsvSource({
    "NABF, 2029-02-28",
    "NKBF_2017, 2029-02-28",
    "ANBEST_P, 2029-02-28",
    "ANBEST_GK, 2029-08-31",
    "HORIZON, 2028-10-30"
  })
  void proof_of_use_counts_from_the_end_of_the_grant_period(Regime regime, LocalDate due) {
    assertThat(rules(regime).proofOfUse(UNTIL, null)).isEqualTo(due);
    assertThat(rules(regime).proofOfUse(UNTIL, UNTIL.plusMonths(2))).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({"NKBF_2017, 2028-12-15", "ANBEST_GK, 2029-06-15", "HORIZON, 2028-10-30"})
  void nkbf_and_anbest_gk_proof_of_use_counts_from_the_purpose_met_if_that_is_earlier(
      Regime regime, LocalDate due) {
    assertThat(rules(regime).proofOfUse(UNTIL, LocalDate.of(2028, 6, 15))).isEqualTo(due);
  }

  @Test
  void nabf_and_anbest_p_money_is_spent_within_six_weeks() {
    var drawn = LocalDate.of(2026, 11, 20);
    assertThat(rules(Regime.NABF).spendBy(drawn)).isEqualTo(LocalDate.of(2027, 1, 1));
    assertThat(rules(Regime.ANBEST_P).spendBy(drawn)).isEqualTo(LocalDate.of(2027, 1, 1));
    assertThat(rules(Regime.NKBF_2017).spendBy(drawn)).isNull();
    assertThat(rules(Regime.HORIZON).spendBy(drawn)).isNull();
  }

  private static GrantRules rules(Regime regime) {
    return GrantRules.of(TABLES, regime, LocalDate.of(2026, 3, 1));
  }

  @Test
  void anbest_p_a_row_may_exceed_by_20_percent_and_not_a_cent_more() {
    assertThat(rules(Regime.ANBEST_P).mayExceed(100_00, 120_00)).isTrue();
    assertThat(rules(Regime.ANBEST_P).mayExceed(100_00, 120_01)).isFalse();
    assertThat(rules(Regime.ANBEST_P).mayExceed(0, 1)).isFalse();
    assertThat(rules(Regime.ANBEST_GK).mayExceed(100_00, 100_01)).isFalse();
    assertThat(rules(Regime.HORIZON).mayExceed(0, 100_00)).isTrue();
  }

  @Test
  void a_rule_that_was_not_seen_in_a_primary_text_says_so() {
    assertThat(rules(Regime.NABF).source()).endsWith("(zu prüfen)");
    assertThat(GrantRules.of(TABLES, Regime.HORIZON, LocalDate.of(2020, 12, 31)).source())
        .startsWith("Horizon 2020");
    assertThat(rules(Regime.HORIZON).source()).startsWith("Horizon Europe");
  }

  @Test
  void a_notice_for_whose_day_the_table_has_no_row_is_refused() {
    assertThatThrownBy(() -> GrantRules.of(TABLES, Regime.NKBF_2017, LocalDate.of(2016, 12, 31)))
        .hasMessage("no-rule-applies");
  }

  // ---- SME 2003/361

  @ParameterizedTest
  @CsvSource({
    "9, 2, 99, MICRO",
    "9, 99, 2, MICRO",
    "10, 1, 1, SMALL",
    "49, 10, 99, SMALL",
    "50, 1, 1, MEDIUM",
    "249, 50, 99, MEDIUM",
    "249, 99, 43, MEDIUM",
    "249, 51, 44, LARGE",
    "250, 1, 1, LARGE"
  })
  void recommendation_2003_361_size_by_staff_and_turnover_or_balance(
      int staff, long turnover, long balance, EnterpriseSize size) {
    assertThat(EnterpriseSize.of(List.of(year(staff, turnover, balance)), 0)).isEqualTo(size);
  }

  @Test
  void recommendation_2003_361_one_year_above_the_ceiling_changes_nothing_two_years_do() {
    var small = year(40, 8, 8);
    var medium = year(80, 20, 20);
    assertThat(EnterpriseSize.of(List.of(small, medium), 0)).isEqualTo(SMALL);
    assertThat(EnterpriseSize.of(List.of(small, medium, small, medium), 0)).isEqualTo(SMALL);
    assertThat(EnterpriseSize.of(List.of(small, medium, medium), 0)).isEqualTo(MEDIUM);
    assertThat(EnterpriseSize.of(List.of(medium, small, small), 0)).isEqualTo(SMALL);
    assertThat(EnterpriseSize.of(List.of(small, medium, year(300, 90, 90)), 0)).isEqualTo(MEDIUM);
    assertThat(EnterpriseSize.of(List.of(medium, year(5, 1, 1), small), 0)).isEqualTo(SMALL);
  }

  @Test
  void recommendation_2003_361_a_quarter_of_public_control_makes_no_sme() {
    var tiny = List.of(year(5, 1, 1));
    assertThat(EnterpriseSize.of(tiny, 24)).isEqualTo(MICRO);
    assertThat(EnterpriseSize.of(tiny, 25)).isEqualTo(LARGE);
  }

  // ---- de minimis 2023/2831

  @Test
  void regulation_2023_2831_allows_300_000_euros_and_not_a_cent_more() {
    var had = new DeMinimis(List.of(aid("2025-03-01", 20_000_000)));
    assertThat(had.allows(aid("2026-03-01", 10_000_000))).isTrue();
    assertThat(had.allows(aid("2026-03-01", 10_000_001))).isFalse();
  }

  @Test
  void regulation_2023_2831_the_three_years_roll_by_the_day() {
    var had = new DeMinimis(List.of(aid("2024-03-01", 30_000_000)));
    assertThat(had.allows(aid("2027-02-28", 1))).isFalse();
    assertThat(had.allows(aid("2027-03-01", 30_000_000))).isTrue();
  }

  @Test
  void regulation_2023_2831_an_earlier_aid_that_comes_up_late_counts_in_later_periods() {
    var had = new DeMinimis(List.of(aid("2026-06-01", 25_000_000)));
    assertThat(had.allows(aid("2025-01-01", 10_000_000))).isFalse();
  }

  // ---- EU scores

  @ParameterizedTest
  @CsvSource({
    "3, 3, 4, true",
    "3, 3, 3.5, false",
    "2.5, 5, 5, false",
    "5, 5, 2.5, false",
    "4.5, 4, 4, true"
  })
  void general_annex_d_each_score_at_least_3_and_10_in_all(
      BigDecimal excellence, BigDecimal impact, BigDecimal implementation, boolean enough) {
    assertThat(new EuScores(excellence, impact, implementation).enough()).isEqualTo(enough);
  }

  @ParameterizedTest
  @CsvSource({"-0.5", "5.5", "3.2", "4.25"})
  void general_annex_d_scores_are_0_to_5_in_steps_of_a_half(BigDecimal score) {
    assertThatThrownBy(() -> new EuScores(score, BigDecimal.ONE, BigDecimal.ONE))
        .hasMessage("score-not-possible");
  }

  private static Year year(int staff, long turnoverMillions, long balanceMillions) {
    return new Year(staff, turnoverMillions * 100_000_000, balanceMillions * 100_000_000);
  }

  private static Aid aid(String day, long cents) {
    return new Aid(LocalDate.parse(day), cents);
  }
}
