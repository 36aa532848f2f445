package org.foerderturm.typed;

import java.util.regex.Pattern;

/** A written line with its blanks made plain. */
final class Line {
  /** Longer is no number and no day; it is not looked at. */
  static final int LONGEST = 60;

  /** Signs that nobody sees, as they come along from web pages and word processors. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}]");

  private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\t\\r\\n]+");

  private Line() {}

  /** Every kind of blank is one plain blank, none stand at the ends. */
  static String plain(String text) {
    return BLANKS.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll(" ").strip();
  }
}
