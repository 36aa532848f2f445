package org.foerderturm.ui.audit;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.foerderturm.audit.AuditQuery.Term;
import org.foerderturm.ui.common.Messages;

/**
 * What one searches by, as the log holds it. Sentences are made when they are shown, in the
 * person's language, so no index knows them: a word of theirs stands for the types that are told
 * with it, a name for the user id, a word for its code, a day and an amount for how they are kept.
 */
final class SentenceSearch {
  /** A phrase in quotation marks, or a word; excluded by a hyphen before it. */
  private static final Pattern TERM =
      Pattern.compile("(-?)(?:\"([^\"]+)\"|([^\\s\\u00a0\\u202f\"]+))");

  private static final Pattern EDGES = Pattern.compile("^[.,;:!?()„“”‚‘»«–]+|[.,;:!?()„“”‚‘»«–]+$");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,3}(?:[.,]?\\d{3})*(?:[.,]\\d{2})?");

  /** What a step of the engine brought about, by the key of its sentence. */
  private static final Map<String, String> STEPS =
      Map.ofEntries(
          Map.entry("advanced.started", "enginestarted"),
          Map.entry("advanced.timer", "enginetimer"),
          Map.entry("advanced.retry", "engineretry"),
          Map.entry("advanced.message", "enginemessage"),
          Map.entry("advanced.claimed", "engineassigned"),
          Map.entry("advanced.assigned", "engineassigned"),
          Map.entry("advanced.released", "enginereleased"),
          Map.entry("advanced.task", "enginetask"),
          Map.entry("advanced.task-dropped", "enginedropped"),
          Map.entry("advanced.decided", "enginedecided"),
          Map.entry("incident.step", "engineincident"),
          Map.entry("incident.below", "engineincident"),
          Map.entry("advanced.incident-resolved", "engineresolved"),
          Map.entry("advanced.completed", "enginecompleted"),
          Map.entry("advanced.cancelled", "enginecancelled"));

  /** Keys of words that aren't codes of an event. */
  private static final Pattern NO_CODE =
      Pattern.compile("(?:event|eventname|rejected|error|help|advanced|incident|attempt|nav)\\..*");

  /** More codes than these narrow nothing. */
  private static final int MOST_CODES = 60;

  /** Stands where a sentence is filled; nobody types it. */
  private static final String FILLED = "\0";

  private final List<String> types;
  private final Map<String, String> names;
  private final Map<String, Set<String>> outcomes;
  private final Locale locale;

  /**
   * @param names user ids with what the people are called
   * @param outcomes codes of decisions with the words of the forms
   */
  SentenceSearch(
      List<String> types,
      Map<String, String> names,
      Map<String, Set<String>> outcomes,
      Locale locale) {
    this.types = types;
    this.names = names;
    this.outcomes = outcomes;
    this.locale = locale;
  }

  /** Each word and phrase; none if nothing is searched. */
  List<Term> terms(String searched) {
    var terms = new ArrayList<Term>();
    var found = TERM.matcher(searched.replace(FILLED, ""));
    while (found.find()) {
      var phrase = found.group(2);
      var text = phrase == null ? EDGES.matcher(found.group(3)).replaceAll("") : phrase.strip();
      if (text.isEmpty()) continue;
      var low = text.toLowerCase(locale);
      terms.add(
          new Term(
              phrase == null ? text : '"' + text + '"',
              also(text, low),
              types.stream().filter(type -> said(type).contains(low)).toList(),
              !found.group(1).isEmpty()));
    }
    return terms;
  }

  /** The sentence of a type with those that may follow it. */
  private String said(String type) {
    var said = new StringBuilder(sentence("event." + type));
    Messages.below("event." + type, locale)
        .forEach((key, words) -> said.append(' ').append(sentence(key)));
    return said.toString();
  }

  private List<String> also(String text, String low) {
    var also = new LinkedHashSet<String>();
    names.forEach(
        (id, name) -> {
          if (name.toLowerCase(locale).contains(low)) also.add(id);
        });
    STEPS.forEach(
        (key, mark) -> {
          if (sentence(key).contains(low)) also.add(mark);
        });
    Map.of("actor.system", "system", "actor.product", "foerderturm")
        .forEach(
            (key, id) -> {
              if (("" + Messages.find(key, locale)).toLowerCase(locale).contains(low)) also.add(id);
            });
    outcomes.forEach(
        (code, words) -> {
          if (words.stream().anyMatch(word -> word.toLowerCase(locale).contains(low)))
            also.add(code);
        });
    Messages.all(locale)
        .forEach(
            (key, words) -> {
              var code = key.substring(key.lastIndexOf('.') + 1);
              if (also.size() < MOST_CODES
                  && !NO_CODE.matcher(key).matches()
                  && words.toLowerCase(locale).equals(low)) also.add(code);
            });
    day(text, also);
    amount(text, also);
    return List.copyOf(also);
  }

  private static void day(String text, Set<String> also) {
    try {
      also.add(LocalDate.parse(text, DateTimeFormatter.ofPattern("d.M.uuuu")).toString());
    } catch (DateTimeException noDay) {
      return;
    }
  }

  private static void amount(String text, Set<String> also) {
    var digits = text.replaceAll("[€\\u00a0\\u202f]", "");
    if (!AMOUNT.matcher(digits).matches()) return;
    int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
    boolean cents = last >= 0 && digits.length() - last == 3;
    var whole = cents ? digits.substring(0, last) : digits;
    var number =
        new BigDecimal(
            whole.replaceAll("[.,]", "") + (cents ? "." + digits.substring(last + 1) : ""));
    also.add(number.movePointRight(2).toBigInteger().toString());
    if (!cents) also.add(number.toBigInteger().toString());
  }

  /** What is the same in all sentences of a type; empty if it has no sentence of its own. */
  private String sentence(String key) {
    var pattern = Messages.find(key, locale);
    return pattern == null ? "" : Messages.fill(pattern, name -> FILLED).toLowerCase(locale);
  }
}
