package org.foerderturm.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.foerderturm.ui.common.Messages;
import org.junit.jupiter.api.Test;

class SentenceSearchTest {
  private static final List<String> TYPES =
      List.of("CaseAdvanced", "ContributionDeferred", "DecisionTaken", "FundsDrawn");

  @Test
  void words_of_the_sentence_are_found_in_any_case() {
    assertThat(german("gestundet")).containsExactly("ContributionDeferred");
    assertThat(german("GESTUNDET  Bis")).containsExactly("ContributionDeferred");
    assertThat(german("gestundet entschieden")).isEmpty();
    assertThat(german("\"es bleiben\"")).containsExactly("FundsDrawn");
    assertThat(german("\"bleiben es\"")).isEmpty();
  }

  @Test
  void the_language_of_the_person_counts() {
    assertThat(SentenceSearch.types("deferred", TYPES, Messages.ENGLISH))
        .containsExactly("ContributionDeferred");
    assertThat(german("deferred")).isEmpty();
  }

  @Test
  void names_of_what_is_filled_in_are_no_words() {
    assertThat(german("leftCents")).isEmpty();
    assertThat(german("actor")).isEmpty();
  }

  @Test
  void nothing_searched_or_something_excluded_finds_no_sentences() {
    for (var searched : List.of("", "  ", "\"", "gestundet -Mahnung", "\0"))
      assertThat(german(searched)).as(searched).isEmpty();
  }

  private static List<String> german(String searched) {
    return SentenceSearch.types(searched, TYPES, Locale.GERMANY);
  }
}
