package org.foerderturm.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.foerderturm.TestOffice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decision tables of funding-application, on the real engine. */
class AidIntensityIT {
  private static final String DAY = "2026-05-05T17:00:00";

  @ParameterizedTest
  @CsvSource({
    "industrial, large, 65",
    "industrial, medium, 75",
    "industrial, small, 80",
    "industrial, micro, 80",
    "experimental, large, 40",
    "experimental, medium, 50",
    "experimental, small, 60"
  })
  void domain_3_check_row_with_collaboration(String category, String size, int percent) {
    assertThat(percent(category, size, true, "none", DAY)).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({
    "fundamental, large, 100",
    "fundamental, small, 100",
    "industrial, large, 50",
    "experimental, large, 25",
    "experimental, medium, 35",
    "feasibility, large, 50",
    "no-aid, large, 100",
    "de-minimis, large, 100"
  })
  void gber_25_base_without_collaboration(String category, String size, int percent) {
    assertThat(percent(category, size, false, "none", DAY)).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({"large, 50", "medium, 60", "small, 70"})
  void gber_25_a_feasibility_study_has_the_bonus_for_its_size_only(String size, int percent) {
    assertThat(percent("feasibility", size, true, "a", DAY)).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({"false, c, 30", "true, c, 40", "true, a, 40", "false, a, 40"})
  void gber_25_the_largest_of_the_bonuses_counts(boolean together, String area, int percent) {
    assertThat(percent("experimental", "large", together, area, DAY)).isEqualTo(percent);
  }

  @Test
  void gber_25_never_above_80_and_for_every_combination_one_answer() {
    for (var category :
        List.of("no-aid", "fundamental", "industrial", "experimental", "feasibility"))
      for (var size : List.of("large", "medium", "small", "micro"))
        for (var area : List.of("none", "c", "a"))
          for (boolean together : new boolean[] {true, false})
            assertThat(percent(category, size, together, area, DAY))
                .isBetween(25, category.matches("no-aid|fundamental") ? 100 : 80);
  }

  @ParameterizedTest
  @CsvSource({
    "2014-07-01, 50",
    "2026-12-31, 50",
    "2027-01-01, 50",
    "2027-02-15, 50",
    "2027-06-30, 50"
  })
  void the_gber_holds_from_its_first_day_to_the_last_of_its_adjustment_period(
      String day, int percent) {
    assertThat(percent("industrial", "large", false, "none", day + "T12:00:00")).isEqualTo(percent);
  }

  /** No row is no answer: never a rate of 0 %. */
  @ParameterizedTest
  @ValueSource(strings = {"2014-06-30", "2027-07-01", "2031-01-01"})
  void where_no_row_holds_there_is_no_rate(String day) {
    assertThat(rows(Map.of("aidCategory", "industrial", "size", "large", "grantOn", day)))
        .isEmpty();
  }

  /** R7, R8: the area belongs to the 15 points since 01.07.2023; the ground of 25 is its own. */
  @ParameterizedTest
  @CsvSource({
    "industrial, large, a, false, 2026-06-01, 65",
    "experimental, small, a, false, 2026-06-01, 60",
    "industrial, large, none, true, 2026-06-01, 75",
    "industrial, large, a, true, 2026-06-01, 75",
    "feasibility, large, a, true, 2026-06-01, 50",
    "industrial, large, c, false, 2020-06-01, 50",
    "industrial, large, a, true, 2023-06-30, 50",
    "industrial, large, c, false, 2023-07-01, 55"
  })
  void gber_25_6_areas_and_calls_of_member_states_by_their_day(
      String category, String size, String area, boolean states, String day, int percent) {
    var values = new HashMap<String, Object>();
    values.put("aidCategory", category);
    values.put("size", size);
    values.put("collaboration", false);
    values.put("area", area);
    values.put("memberStates", states);
    values.put("grantOn", day);
    assertThat(((Number) rows(values).getFirst().get("percent")).intValue()).isEqualTo(percent);
  }

  /** Unknown is not good: without the size of an enterprise no rate is found. */
  @Test
  void without_a_size_there_is_no_rate_for_an_enterprise() {
    assertThat(
            rows(
                Map.of(
                    "aidCategory", "industrial",
                    "collaboration", false,
                    "area", "none",
                    "grantOn", "2026-06-01")))
        .allSatisfy(row -> assertThat(row.get("percent")).isNull());
  }

  private static List<Map<String, Object>> rows(Map<String, Object> values) {
    return TestOffice.shared()
        .bean(ProcessEngine.class)
        .getDecisionService()
        .evaluateDecisionTableByKey("aid-intensity", new HashMap<>(values))
        .stream()
        .map(row -> row.getEntryMap())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"2014-06-30", "2026-12-31", "2027-01-01"})
  void what_is_no_aid_has_no_limit_on_any_day(String day) {
    assertThat(percent("no-aid", "large", false, "none", day + "T12:00:00")).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({"0, false", "5000000, false", "5000001, true"})
  void the_council_is_asked_above_its_limit(long cents, boolean needed) {
    var values = Map.<String, Object>of("cityOwnCents", cents, "deadline", "2026-06-01T12:00:00");
    assertThat(decide("council-limit", values).get("needed")).isEqualTo(needed);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3, 3, 3, 3, 36, go",
    "2, 2, 2, 2, 2, 24, go",
    "2, 2, 2, 2, 1, 22, weigh",
    "2, 1, 1, 1, 1, 15, weigh",
    "1, 1, 1, 1, 1, 12, no-go",
    "3, 3, 3, 0, 3, 30, no-go"
  })
  void going_for_it_is_a_matter_of_points_and_of_people(
      int fit, int chance, int strength, int capacity, int share, int score, String advice) {
    var found =
        decide(
            "go-no-go",
            Map.of(
                "fit", fit,
                "chance", chance,
                "strength", strength,
                "capacity", capacity,
                "share", share));
    assertThat(((Number) found.get("score")).intValue()).isEqualTo(score);
    assertThat(found.get("advice")).isEqualTo(advice);
  }

  private static int percent(
      String category, String size, boolean together, String area, String deadline) {
    var found =
        decide(
            "aid-intensity",
            Map.of(
                "aidCategory", category,
                "size", size,
                "collaboration", together,
                "area", area,
                "deadline", deadline));
    return ((Number) found.get("percent")).intValue();
  }

  private static Map<String, Object> decide(String table, Map<String, Object> values) {
    return TestOffice.shared()
        .bean(ProcessEngine.class)
        .getDecisionService()
        .evaluateDecisionTableByKey(table, new HashMap<>(values))
        .getSingleResult()
        .getEntryMap();
  }
}
