package org.foerderturm.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a change does to the plan is said with its row, days and figures. */
class PlanWordsTest {
  @Test
  void a_row_is_named_as_an_event_tells_it() {
    var milestone = new HashMap<String, Object>();
    milestone.put("kind", "DROP_MILESTONE");
    milestone.put("rowId", "ms1");
    milestone.put("title", "Betrieb");
    milestone.put("endsOn", "2026-10-01");
    milestone.put("budgetCents", null);
    assertThat(Values.of(milestone, "plan")).isEqualTo("Meilenstein entfällt: Betrieb, 01.10.2026");
    var line = new HashMap<String, Object>();
    line.put("kind", "ADD_LINE");
    line.put("rowId", null);
    line.put("title", "Messtechnik");
    line.put("budgetCents", 12_000_00);
    assertThat(Values.of(line, "plan"))
        .startsWith("Budgetzeile kommt dazu: Messtechnik, 12.000,00")
        .endsWith("€");
  }

  @Test
  void other_values_of_several_parts_stay_as_they_are() {
    assertThat(Values.of(Map.of("kind", "university", "name", "TU"), "partner")).isEqualTo("TU");
  }
}
