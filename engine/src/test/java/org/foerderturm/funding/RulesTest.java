package org.foerderturm.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.foerderturm.alliance.ShippedTables;
import org.foerderturm.consortium.Programme;
import org.foerderturm.kernel.Decisions;
import org.jspecify.annotations.Nullable;
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

  /** "Mit Ablauf des sechsten auf den Bewilligungszeitraum folgenden Monats." */
  @ParameterizedTest
  @CsvSource({
    "2027-06-30, 2027-12-31",
    "2027-02-28, 2027-08-31",
    "2027-03-15, 2027-09-30",
    "2027-08-31, 2028-02-29",
    "2026-12-31, 2027-06-30",
    "2027-01-01, 2027-07-31"
  })
  void proof_of_use_ends_with_the_sixth_month_that_follows(LocalDate until, LocalDate due) {
    for (var regime : List.of(Regime.NABF, Regime.NKBF_2017, Regime.ANBEST_P))
      assertThat(rules(regime).proofOfUse(until, null)).as(regime.code()).isEqualTo(due);
  }

  @Test
  void a_purpose_met_at_the_very_end_gives_no_more_time_than_the_period() {
    assertThat(rules(Regime.NABF).proofOfUse(UNTIL, UNTIL)).isEqualTo(LocalDate.of(2029, 2, 28));
    assertThat(rules(Regime.NABF).proofOfUse(LocalDate.of(2027, 6, 30), LocalDate.of(2027, 6, 30)))
        .isEqualTo(LocalDate.of(2027, 12, 30)); // six months from the day itself: § 188 (2) BGB
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

  @Test
  void money_of_the_land_is_spent_within_two_months_to_the_day() {
    var drawn = LocalDate.of(2026, 12, 31);
    assertThat(rules(Regime.ANBEST_G_NRW).spendBy(drawn)).isEqualTo(LocalDate.of(2027, 2, 28));
    assertThat(rules(Regime.ANBEST_P_NRW).spendBy(drawn)).isEqualTo(LocalDate.of(2027, 2, 28));
    assertThat(rules(Regime.ANBEST_EFRE).spendBy(drawn)).isNull();
    assertThat(rules(Regime.ANBEST_EFRE).balanceAfterProof()).isTrue();
  }

  @Test
  void every_regime_has_a_row_with_a_source() {
    for (var regime : Regime.values()) assertThat(rules(regime).source()).isNotBlank();
  }

  /** Which form a row is of, said apart from the table. */
  @Test
  void a_programme_knows_the_rows_of_its_forms_and_no_other() {
    for (var row : CostRow.values())
      for (var programme : Programme.values()) {
        var home =
            row.code().startsWith("eu-")
                ? Programme.HORIZON
                : row.code().startsWith("efre-") ? Programme.ERDF : Programme.FEDERAL_JOINT_PROJECT;
        if (programme == home) CostRows.mustFit("Werk", lines(row), programme, FROM, TABLES);
        else
          assertThatThrownBy(() -> CostRows.mustFit("Werk", lines(row), programme, FROM, TABLES))
              .as(row.code())
              .hasMessage("cost-row-not-of-programme");
      }
  }

  @Test
  void a_budget_is_of_one_form() {
    var federal = Programme.FEDERAL_JOINT_PROJECT;
    CostRows.mustFit("Werk", lines(CostRow.GOODS, CostRow.RENT), federal, FROM, TABLES);
    CostRows.mustFit(
        "Werk", lines(CostRow.COST_MATERIAL, CostRow.COST_TRAVEL), federal, FROM, TABLES);
    assertThatThrownBy(
            () ->
                CostRows.mustFit(
                    "Werk", lines(CostRow.GOODS, CostRow.COST_MATERIAL), federal, FROM, TABLES))
        .hasMessage("cost-rows-mixed");
  }

  @Test
  void money_moves_to_rows_of_its_form_but_a_budget_of_before_keeps_its_own() {
    var horizon = Programme.HORIZON;
    CostRows.mustFit("Werk", CostRow.EU_OTHER, CostRow.EU_PERSONNEL, horizon, FROM, TABLES);
    CostRows.mustFit("Werk", CostRow.GOODS, CostRow.RENT, horizon, FROM, TABLES);
    assertThatThrownBy(
            () -> CostRows.mustFit("Werk", CostRow.EU_OTHER, CostRow.RENT, horizon, FROM, TABLES))
        .hasMessage("cost-row-not-of-programme");
  }

  private static List<BudgetLine> lines(CostRow... rows) {
    return Stream.of(rows).map(row -> new BudgetLine(row, 1_00, 1_00, 0, 0)).toList();
  }

  /** 25 % of direct costs less subcontracting; 15 % of personnel. */
  @ParameterizedTest
  @CsvSource({
    "EU_INDIRECT, 40_00, true",
    "EU_INDIRECT, 39_99, false",
    "EU_INDIRECT, 50_00, false",
    "ERDF_OVERHEAD, 15_00, true",
    "ERDF_OVERHEAD, 15_01, false"
  })
  void a_flat_rate_comes_to_its_percentage(CostRow row, String cents, boolean right) {
    long costs = Long.parseLong(cents.replace("_", ""));
    var lines =
        List.of(
            new BudgetLine(CostRow.EU_PERSONNEL, 100_00, 0, 0, 0),
            new BudgetLine(CostRow.EU_SUBCONTRACTING, 40_00, 0, 0, 0),
            new BudgetLine(CostRow.EU_PURCHASE, 60_00, 0, 0, 0),
            new BudgetLine(CostRow.ERDF_PERSONNEL, 100_00, 0, 0, 0),
            new BudgetLine(row, costs, 0, 0, 0));
    if (right) FlatRates.mustHold("Werk", lines, FROM, TABLES);
    else
      assertThatThrownBy(() -> FlatRates.mustHold("Werk", lines, FROM, TABLES))
          .hasMessage("flat-rate-off");
  }

  // ---- marks: the call decides

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
    assertThat(horizon(CallStage.FULL).judge(excellence, impact, implementation).enough())
        .isEqualTo(enough);
  }

  @ParameterizedTest
  @CsvSource({"-0.5", "5.5", "3.2", "4.25"})
  void general_annex_d_scores_are_0_to_5_in_steps_of_a_half(BigDecimal score) {
    assertThatThrownBy(() -> horizon(CallStage.FULL).judge(score, BigDecimal.ONE, BigDecimal.ONE))
        .hasMessage("score-not-possible");
  }

  /** R32: two criteria, 4 each, 8 in all. */
  @ParameterizedTest
  @CsvSource({"4, 4, true", "3.5, 5, false", "5, 3.5, false", "4, 4.5, true"})
  void the_first_of_two_stages_has_two_criteria(
      BigDecimal excellence, BigDecimal impact, boolean enough) {
    assertThat(horizon(CallStage.FIRST).judge(excellence, impact, null).enough()).isEqualTo(enough);
    assertThatThrownBy(
            () -> horizon(CallStage.FIRST).judge(excellence, impact, BigDecimal.valueOf(4)))
        .hasMessage("mark-not-given");
    assertThatThrownBy(() -> horizon(CallStage.FIRST).judge(excellence, null, null))
        .hasMessage("scores-missing");
  }

  @Test
  void what_the_call_says_goes_before_its_programme_for_its_stage_only() {
    var own =
        List.of(
            threshold(MarkKind.EXCELLENCE, "4", null),
            threshold(MarkKind.IMPACT, "3", "1.5"),
            threshold(MarkKind.SUM, "9", null));
    var marking = Objects.requireNonNull(marking(Programme.HORIZON, CallStage.FULL, own));
    assertThat(marking.own()).isTrue();
    assertThat(marking.most()).isEqualByComparingTo("12.5");
    assertThat(marking.judge(new BigDecimal("4"), new BigDecimal("3.5"), null))
        .satisfies(judged -> assertThat(judged.sum()).isEqualByComparingTo("9.25"))
        .satisfies(judged -> assertThat(judged.enough()).isTrue());
    assertThat(marking.judge(new BigDecimal("4.5"), new BigDecimal("3"), null).sum())
        .isEqualByComparingTo("9");
    assertThat(marking.judge(new BigDecimal("4"), new BigDecimal("3"), null).enough()).isFalse();
    assertThat(marking.judge(new BigDecimal("3.5"), new BigDecimal("5"), null).enough()).isFalse();
    assertThat(Objects.requireNonNull(marking(Programme.HORIZON, CallStage.FIRST, own)).own())
        .isFalse();
  }

  @Test
  void a_programme_without_marks_has_them_only_if_its_call_says_so() {
    assertThat(marking(Programme.FEDERAL_JOINT_PROJECT, CallStage.FULL, List.of())).isNull();
    assertThat(
            marking(
                Programme.FEDERAL_JOINT_PROJECT,
                CallStage.FULL,
                List.of(threshold(MarkKind.IMPACT, "3", null))))
        .isNotNull();
  }

  private static CallThreshold threshold(MarkKind mark, String least, @Nullable String weight) {
    return new CallThreshold(
        CallStage.FULL,
        mark,
        new BigDecimal(least),
        weight == null ? null : new BigDecimal(weight));
  }

  private static Marking horizon(CallStage stage) {
    return Objects.requireNonNull(marking(Programme.HORIZON, stage, List.of()));
  }

  private static @Nullable Marking marking(
      Programme programme, CallStage stage, List<CallThreshold> stated) {
    return Marking.of(
        TABLES,
        programme,
        programme == Programme.HORIZON ? Regime.HORIZON : Regime.NABF,
        stage,
        FROM,
        stated);
  }
}
