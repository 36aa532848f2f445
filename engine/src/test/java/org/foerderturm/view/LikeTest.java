package org.foerderturm.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikeTest {
  @Test
  void nothing_is_searched_for_where_nothing_was_typed() {
    assertThat(Like.part(null)).isNull();
    assertThat(Like.part("  ")).isNull();
  }

  @Test
  void words_are_looked_for_anywhere_and_literally() {
    assertThat(Like.part(" Werk ")).isEqualTo("%Werk%");
    assertThat(Like.part("100 %_\\")).isEqualTo("%100 \\%\\_\\\\%");
  }

  @Test
  void a_sign_that_the_database_refuses_is_left_out() {
    assertThat(Like.part("a\0b")).isEqualTo("%ab%");
  }
}
