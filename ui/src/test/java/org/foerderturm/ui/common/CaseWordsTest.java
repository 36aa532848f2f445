package org.foerderturm.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseWordsTest {
  private final CaseWords words =
      new CaseWords(
          List.of(
              """
              {"id":"f","components":[
                {"type":"textfield","key":"place","label":"Ort"},
                {"type":"radio","key":"outcome","label":"Ergebnis",
                  "values":[{"value":"send-off","label":"abschicken"}]}]}
              """));

  @Test
  void an_answer_that_the_model_keeps_is_said_as_on_its_button() {
    assertThat(words.value("sending", "send-off")).isEqualTo("abschicken");
    assertThat(words.isCode("sending", "send-off")).isFalse();
  }

  @Test
  void what_nobody_has_words_for_is_a_code() {
    assertThat(words.isCode("rule", "erdf-seat")).isTrue();
    assertThat(words.isCode("rule", "Belege, 8 Jahre")).isFalse();
    assertThat(words.isCode("place", "hafen")).isFalse();
    assertThat(words.isCode("score", 12)).isFalse();
    assertThat(words.isCode("advice", "no-go")).isFalse();
  }

  @Test
  void only_what_a_form_asks_for_is_entered() {
    assertThat(words.isEntered("place")).isTrue();
    assertThat(words.isEntered("quorumNumerator")).isFalse();
    assertThat(words.hasWords("quorumNumerator")).isFalse();
    assertThat(words.hasWords("place")).isTrue();
  }

  @Test
  void the_advice_of_a_table_has_words() {
    assertThat(words.value("goScore", Map.of("advice", "no-go"))).doesNotContain("no-go");
  }
}
