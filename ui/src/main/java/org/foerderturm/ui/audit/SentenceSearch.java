package org.foerderturm.ui.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.foerderturm.ui.common.Messages;

/**
 * Which kinds of events are told in sentences that hold the searched words. Sentences are made when
 * they are shown, in the person's language, so no index knows them.
 */
final class SentenceSearch {
  /** A phrase in quotation marks, or a word. */
  private static final Pattern TERM = Pattern.compile("\"([^\"]+)\"|[^\\s\"]+");

  /** Stands where a sentence is filled; nobody types it. */
  private static final String FILLED = "\0";

  private SentenceSearch() {}

  /**
   * The types whose sentence holds all words, in any case and also within longer words. None if
   * words are excluded ({@code -word}): what an event holds beside its sentence isn't known here.
   */
  static List<String> types(String searched, List<String> types, Locale locale) {
    var terms = new ArrayList<String>();
    for (var found :
        TERM.matcher(searched.replace(FILLED, "").toLowerCase(locale)).results().toList()) {
      if (found.group().startsWith("-")) return List.of();
      var phrase = found.group(1);
      terms.add(phrase == null ? found.group() : phrase);
    }
    if (terms.isEmpty()) return List.of();
    return types.stream()
        .filter(type -> terms.stream().allMatch(sentence(type, locale)::contains))
        .toList();
  }

  /** What is the same in all sentences of a type; empty if it has no sentence of its own. */
  private static String sentence(String type, Locale locale) {
    var pattern = Messages.find("event." + type, locale);
    return pattern == null ? "" : Messages.fill(pattern, name -> FILLED).toLowerCase(locale);
  }
}
