package org.foerderturm.view;

import org.foerderturm.kernel.SearchText;
import org.jspecify.annotations.Nullable;

/** What people type into a search field, as patterns for SQL's {@code like}. */
public final class Like {
  private Like() {}

  /**
   * One pattern a word, for {@code search like all(:words)} on a column in the form of {@link
   * SearchText}: words in any order, each a part of the text, taken literally. None if nothing is
   * searched for, which every row fulfils.
   */
  public static String[] words(@Nullable String typed) {
    if (typed == null) return new String[0];
    return SearchText.words(typed).stream()
        .map(word -> "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%")
        .toArray(String[]::new);
  }
}
