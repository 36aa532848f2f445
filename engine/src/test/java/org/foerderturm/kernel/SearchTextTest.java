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
    "Ｔurm, turm",
    "Brückstern, brueckstern",
    "Brueckstern, Brückstern",
    "Brueckstern, bruckstern",
    "Brückstern, brueck",
    "Überwald, ueberwald",
    "Ueberwald, überw",
    "Österreich, oesterreich",
    "Ärzteverband, AERZTEVERBAND",
    "Müller-Lüdenscheid, mueller-luedenscheid",
    "strasse, straße",
    "Straße, strasse"
  })
  void plain_signs_find_the_special_ones_and_the_other_way_round(String text, String typed) {
    assertThat(SearchText.matches(text, typed)).isTrue();
  }

  /** An umlaut's other writing is no reason to lose a part of a word, or to find another word. */
  @ParameterizedTest
  @CsvSource({
    "Neue Quelle, neu",
    "Neue Quelle, neue",
    "Neue Quelle, quelle",
    "Mikroelektronik, elektronik",
    "Mikroelektronik, mikroe",
    "Bauelemente, elemente",
    "Neuentwicklung, entwicklung",
    "Steuer, steue"
  })
  void parts_of_words_are_found_as_they_stand(String text, String typed) {
    assertThat(SearchText.matches(text, typed)).isTrue();
  }

  @Test
  void a_vowel_before_an_e_is_no_umlaut() {
    assertThat(SearchText.matches("Neuss", "neue")).isFalse();
    assertThat(SearchText.matches("Qulle", "Quelle")).isFalse();
  }

  @Test
  void what_is_not_there_is_not_found() {
    assertThat(SearchText.matches("Fördergerüst Elektronik", "Gerüst Optik")).isFalse();
  }
}
