package org.foerderturm.process;

import java.util.Map;

/**
 * What is wrong with one place of one model file.
 *
 * @param element id of the element, or of the nearest one around it; the file's name if there is
 *     none
 * @param reason one of {@code unreadable, too-large, not-on-list, runs-code, expression, unknown,
 *     naming, unbounded, no-moment, overlap, gap, label}; a message each, {@code
 *     model.reason.<reason>}
 * @param what the offending text, shortened
 * @param why English, for modelers and the log
 */
record ModelFinding(String file, String element, String reason, String what, String why) {
  private static final int LONGEST = 200;

  ModelFinding {
    what = shorten(what);
    why = shorten(why);
  }

  Map<String, String> plain() {
    return Map.of("file", file, "element", element, "reason", reason, "what", what, "why", why);
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /** Where the checks of one file put what they find. */
  interface Sink {
    void add(String element, String reason, String what, String why);
  }
}
