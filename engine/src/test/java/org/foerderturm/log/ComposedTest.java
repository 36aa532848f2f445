package org.foerderturm.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComposedTest {
  private static final String DOTS = "Gu\u0308lo\u0308den";
  private static final String ONE = "G\u00fcl\u00f6den";

  record Part(String text, int number) {}

  record Typed(
      String name,
      @Nullable String none,
      List<Part> parts,
      Map<String, Object> values,
      Set<String> set) {}

  @Test
  void every_text_of_a_command_is_composed() {
    var typed =
        new Typed(
            DOTS,
            null,
            List.of(new Part("a", 1), new Part(DOTS, 2)),
            Map.of("key", List.of(DOTS, 7)),
            Set.of(DOTS));
    assertThat(Composed.of(typed))
        .isEqualTo(
            new Typed(
                ONE,
                null,
                List.of(new Part("a", 1), new Part(ONE, 2)),
                Map.of("key", List.of(ONE, 7)),
                Set.of(ONE)));
  }

  @Test
  void what_is_composed_stays_itself() {
    var typed = new Typed(ONE, null, List.of(new Part("b", 1)), Map.of(), Set.of());
    assertThat(Composed.of(typed)).isSameAs(typed);
  }
}
