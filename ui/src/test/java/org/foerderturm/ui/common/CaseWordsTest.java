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
  void a_code_that_only_the_model_reads_is_internal() {
    assertThat(words.isInternal("sending", "send-off")).isTrue();
  }

  @Test
  void what_somebody_entered_or_has_words_for_is_not() {
    assertThat(words.isInternal("place", "hafen")).isFalse();
    assertThat(words.isInternal("decidedBy", "council")).isFalse();
    assertThat(words.isInternal("score", 12)).isFalse();
    assertThat(words.isInternal("finding", "Es spricht mehr dafür.")).isFalse();
  }

  @Test
  void the_advice_of_a_table_has_words() {
    assertThat(words.value("goScore", Map.of("advice", "no-go"))).doesNotContain("no-go");
  }
}
