package org.foerderturm.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Without a screen the words are German. */
class DecisionTableTest {
  @Test
  void codes_are_words_and_cents_are_euros() {
    assertThat(DecisionTable.words("\"horizon\"", "programme")).doesNotContain("\"", "horizon");
    assertThat(DecisionTable.words("\"member-state\", \"associated\"", "countryStatus"))
        .isEqualTo("Mitgliedstaat der EU, assoziiertes Land");
    assertThat(DecisionTable.words("<= 5000000", "cityOwnCents")).isEqualTo("<= 50.000,00\u00a0€");
    assertThat(DecisionTable.words("true", "eligible")).isEqualTo("ja");
    assertThat(DecisionTable.words("feeCents * 0.5", "feeCents")).isEqualTo("feeCents * 0.5");
    assertThat(DecisionTable.words("[10..50)", "staff")).isEqualTo("[10..50)");
  }

  @Test
  void what_a_rule_says_stands_before_what_it_asks() {
    var table =
        new DecisionTable(
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/">
              <decision id="d" name="Klasse"><decisionTable hitPolicy="FIRST">
                <input id="i" label="Beschäftigte"><inputExpression><text>staff</text></inputExpression></input>
                <output id="o" name="size" label="Größe"/>
                <rule id="r"><inputEntry><text>[10..50)</text></inputEntry>
                  <outputEntry><text>"small"</text></outputEntry></rule>
              </decisionTable></decision>
            </definitions>
            """,
            List.of(),
            false);
    assertThat(table.getElement().getTextRecursively())
        .containsSubsequence("die erste zutreffende Regel gilt", "→ Größe", "Beschäftigte")
        .containsSubsequence("klein", "[10..50)");
  }
}
