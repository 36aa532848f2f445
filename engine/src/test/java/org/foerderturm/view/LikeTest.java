package org.foerderturm.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikeTest {
  @Test
  void nothing_is_searched_for_where_nothing_was_typed() {
    assertThat(Like.words(null)).isEmpty();
    assertThat(Like.words(" \u00A0\u200B")).isEmpty();
  }

  @Test
  void words_are_looked_for_each_and_literally() {
    assertThat(Like.words(" Werk\u00A0Öst ")).containsExactly("%werk%", "%ost%");
    assertThat(Like.words("100%_\\")).containsExactly("%100\\%\\_\\\\%");
  }

  @Test
  void a_sign_that_the_database_refuses_is_left_out() {
    assertThat(Like.words("a\0b")).containsExactly("%ab%");
  }
}
