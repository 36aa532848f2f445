package org.foerderturm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectedTest {
  @Test
  void a_row_has_the_names_and_paths_that_are_said() {
    var collected =
        Collected.of(
            Map.of(
                "collect", "ratings: value = site.name, points", "collect.order", "points desc"));
    assertThat(collected.list()).isEqualTo("ratings");
    assertThat(collected.values())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("value", List.of("site", "name"), "points", List.of("points")));
    assertThat(collected.order()).isEqualTo("points");
    assertThat(collected.descending()).isTrue();
  }

  @Test
  void a_value_in_a_map_goes_by_its_last_name() {
    assertThat(Collected.of(Map.of("collect", "all: a.b.c")).values()).containsOnlyKeys("c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "a:", ": b", "a b: c", "a: b c", "a: b,", "a: b, b", "a: ${b}", "a: b()"})
  void what_is_not_a_list_of_values_is_refused(String text) {
    assertThatThrownBy(() -> Collected.of(Map.of("collect", text)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"c", "b up", "b desc, c", "", "b.x"})
  void an_order_goes_by_one_value_of_the_row(String order) {
    assertThatThrownBy(() -> Collected.of(Map.of("collect", "a: b", "collect.order", order)))
        .hasMessageContaining("order by one of [b]");
  }

  @Test
  void an_order_alone_is_refused() {
    assertThatThrownBy(() -> Collected.of(Map.of("collect.order", "b")))
        .hasMessageContaining("collect is missing");
  }
}
