package org.foerderturm.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.foerderturm.TestOffice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision tables of project steering, on the real engine. */
class TrafficLightIT {
  @ParameterizedTest
  @CsvSource({
    "scope, 0, green",
    "scope, 5, green",
    "scope, 5.01, amber",
    "scope, 10, amber",
    "scope, 10.01, red",
    "time, 14, green",
    "time, 15, amber",
    "time, 28, amber",
    "time, 29, red",
    "cost, -3.5, green",
    "cost, 5, green",
    "cost, 5.01, amber",
    "cost, 10, amber",
    "cost, 10.01, red",
    "risk, 0, green",
    "risk, 6, green",
    "risk, 8, amber",
    "risk, 12, amber",
    "risk, 15, red",
    "risk, 25, red"
  })
  void domain_4_amber_above_5_percent_or_2_weeks_red_above_10_percent_or_4_weeks(
      String measure, double deviation, String light) {
    var found =
        decide(
            "traffic-light",
            Map.of("asOf", "2026-03-31", "measure", measure, "deviation", deviation));
    assertThat(found.get("light")).isEqualTo(light);
    assertThat(found.get("source")).asString().contains("gilt ab 01.01.2015");
  }

  @ParameterizedTest
  @CsvSource({
    "books, federal-joint-project, 2026-07-01, 10, proof-year",
    "vouchers, federal-joint-project, 2026-07-01, 8, proof-year",
    "vouchers, federal-joint-project, 2024-12-31, 8, proof-year", // R25: still running
    "vouchers, federal-joint-project, 2015-01-01, 8, proof-year",
    "vouchers, federal-joint-project, 2014-12-31, 10, proof-year",
    "letters, federal-joint-project, 2026-07-01, 6, proof-year",
    "exempted-aid, erdf, 2026-07-01, 10, grant",
    "de-minimis, erdf, 2023-12-31, 10, grant",
    "de-minimis, erdf, 2024-01-01, 10, grant",
    "files, federal-joint-project, 2026-07-01, 5, proof-year",
    "files, erdf, 2026-07-01, 5, payment-year",
    "files, horizon, 2026-07-01, 5, payment"
  })
  void each_kind_of_files_has_its_years_and_its_beginning(
      String kind, String programme, String day, int years, String start) {
    var found = decide("retention", Map.of("kind", kind, "programme", programme, "day", day));
    assertThat(((Number) found.get("years")).intValue()).isEqualTo(years);
    assertThat(found.get("start")).isEqualTo(start);
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
