package org.foerderturm.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompoundsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Verwendungs|nachweis",
        "Bewilligungs|zeitraum",
        "Absichts|erklärung",
        "Vertraulichkeits|vereinbarung",
        "Zuwendungs|empfänger",
        "Ende der Widerspruchs|frist",
        "Beitrags|klasse",
        "Kosten",
        "Ergebnis",
        "Zeitraum"
      })
  void long_words_may_break_between_their_parts(String parts) {
    assertThat(Compounds.soft(parts.replace("|", ""))).isEqualTo(parts.replace('|', '\u00ad'));
  }

  @Test
  void the_name_of_a_fact_breaks_where_its_word_may_if_it_does_not_fit() {
    assertThat(Compounds.softName("Verwendungsnachweis")).isEqualTo("Verwendungs\u00adnachweis");
    assertThat(Compounds.softName("Zwischennachweis")).isEqualTo("Zwischennachweis");
  }

  @Test
  void the_word_stays_the_same() {
    assertThat(Compounds.soft("Geschäftsführung und Projektsteuerung").replace("\u00ad", ""))
        .isEqualTo("Geschäftsführung und Projektsteuerung");
  }
}
