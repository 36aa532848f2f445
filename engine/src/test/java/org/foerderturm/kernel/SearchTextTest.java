package org.foerderturm.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fördergerüst  Elektronik",
        "Fördergerüst\u00A0Elektronik",
        "Fördergerüst\tElektronik",
        "Fördergerüst\u200BElektronik",
        "Fördergerüst\uFEFF Elektronik",
        "Elektronik Fördergerüst",
        "Fo\u0308rdergeru\u0308st elektronik",
        "FÖRDERGERÜST",
        "Förder\u00ADgerüst"
      })
  void blanks_case_order_and_the_form_of_letters_do_not_matter(String typed) {
    assertThat(SearchText.matches("Fördergerüst Elektronik GmbH", typed)).isTrue();
    assertThat(SearchText.matches("Förder\u00ADgerüst\u00A0Elektronik\tGmbH", typed)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "CO₂-Bilanz, CO2",
    "CO2-Bilanz, co₂",
    "Technische Universität Gdańsk, Gdansk Universitat",
    "Łódź, Lodz",
    "Straße, STRASSE",
    "Strasse, straße",
    "Nicht‑öffentlich, nicht-öffentlich",
    "Œuvre, oeuvre",
    "ﬁnanz, finanz",
    "Ｔurm, turm"
  })
  void plain_signs_find_the_special_ones_and_the_other_way_round(String text, String typed) {
    assertThat(SearchText.matches(text, typed)).isTrue();
  }

  @Test
  void what_is_not_there_is_not_found() {
    assertThat(SearchText.matches("Fördergerüst Elektronik", "Gerüst Optik")).isFalse();
  }
}
