package org.foerderturm.view;

import org.jspecify.annotations.Nullable;

/** What people type into a search field, as a pattern for SQL's {@code like}. */
public final class Like {
  private Like() {}

  /**
   * A part of the text, taken literally: no sign in it is a wildcard.
   *
   * @return null if nothing is searched for
   */
  public static @Nullable String part(@Nullable String words) {
    if (words == null || words.isBlank()) return null;
    return "%" + words.replace("\0", "").strip().replaceAll("[\\\\%_]", "\\\\$0") + "%";
  }
}
