package org.foerderturm.form;

import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.foerderturm.typed.Numbers;
import org.foerderturm.typed.Numbers.Unit;
import org.foerderturm.typed.Typed.Tense;
import org.jspecify.annotations.Nullable;

/**
 * One component of a form.
 *
 * @param id component id, unique in the form
 * @param key name of the value it gives; null where it gives none (text, separator …)
 * @param path of a group or list: the name its children's values stand under; null for none
 * @param text of a text component; Markdown, may hold {@code {{name}}}
 * @param source of a table: the variable that holds its rows
 * @param valuesKey variable that holds the options, instead of {@code options}
 * @param hide when to leave it out, with its value
 * @param readonlyWhen when it can only be read
 * @param subtype of a datetime: {@code date}, {@code time} or {@code datetime}
 * @param properties free properties of the component, as the package describes them
 */
public record Field(
    Kind kind,
    String id,
    @Nullable String key,
    @Nullable String path,
    Text label,
    Text description,
    Text text,
    @Nullable String prefix,
    @Nullable String suffix,
    @Nullable Object initial,
    Limits limits,
    List<Option> options,
    @Nullable String valuesKey,
    @Nullable Condition hide,
    @Nullable Condition readonlyWhen,
    boolean disabled,
    String subtype,
    @Nullable String source,
    List<Column> columns,
    List<Field> children,
    Map<String, String> properties) {
  static final String PAST = "past";
  static final Set<String> TENSES = Set.of(PAST, "any");
  static final int MOST_DIGITS = 12;

  /** Which component it is. */
  public enum Kind {
    TEXTFIELD,
    TEXTAREA,
    NUMBER,
    DATETIME,
    CHECKBOX,
    CHECKLIST,
    RADIO,
    SELECT,
    TAGLIST,
    TEXT,
    GROUP,
    DYNAMICLIST,
    TABLE,
    SEPARATOR,
    SPACER;

    /** Gives one value of its own. */
    public boolean isInput() {
      return compareTo(TAGLIST) <= 0;
    }
  }

  /** What a line can be chosen from by name. */
  public enum Picker {
    /** Somebody of the office, by user id. */
    PERSON,
    CONSORTIUM,
    /** A funding application. */
    APPLICATION,
    /** A body that meets in this office, by its id. */
    BODY,
    /** A council paper that is registered, by its number. */
    PAPER,
    /** A member of the alliance or an enterprise, by name; typed where no register knows it. */
    ORGANISATION,
    /** Somebody of the office or who speaks for a member, by name; or typed. */
    PEOPLE,
    /** Who was applied to before, by name; or typed. */
    FUNDER,
    /** A call that is known already, by name; or typed. */
    CALL;

    static final Set<String> NAMES =
        Stream.of(values()).map(each -> each.name().toLowerCase(Locale.ROOT)).collect(toSet());
  }

  /** One choice: the value as stored, the words as shown. */
  public record Option(String value, Text label) {}

  /** A column of a table: the key in each row, the words above it. */
  public record Column(String key, Text label) {}

  /**
   * What a value must satisfy.
   *
   * @param type {@code email}, {@code phone} or null
   * @param digits decimal digits of a number; null for any
   * @param notPast of a date: today or later
   */
  public record Limits(
      boolean required,
      @Nullable Integer minLength,
      @Nullable Integer maxLength,
      @Nullable String pattern,
      @Nullable String patternMessage,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max,
      @Nullable String type,
      @Nullable Integer digits,
      boolean notPast) {}

  /** The name its value stands under. */
  public String name() {
    return key == null ? id : key;
  }

  /** What people choose by name: the value is its id, or where they may type too, the name. */
  public @Nullable Picker picker() {
    var name = properties.get("picker");
    return name == null ? null : Picker.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /**
   * Names of the fields beside this one that are filled with what the registers know of the
   * organisation that is chosen here: by {@code country} and {@code kind}.
   */
  public Map<String, String> fills() {
    var fills = new LinkedHashMap<String, String>();
    for (var what : List.of("country", "kind")) {
      var target = properties.get("fills." + what);
      if (target != null) fills.put(what, target);
    }
    return fills;
  }

  /**
   * The variable of the case that the field starts with, as a path; null if it starts empty. What
   * can only be read shows the variable of its own name without saying so.
   */
  public @Nullable String prefill() {
    var said = properties.get("prefill");
    if ("false".equals(said)) return null;
    if (said != null && !said.equals("true")) return said;
    boolean shown =
        disabled || (readonlyWhen instanceof Condition.Always(boolean always) && always);
    return said != null || shown ? (path == null ? name() : path) : null;
  }

  /** A money field: the value is whole euro cents. */
  public boolean isMoney() {
    return "eur-cents".equals(properties.get("unit"));
  }

  /** Whether a day is about what has happened, what is to come, or either. */
  public Tense tense() {
    if (limits.notPast()) return Tense.FUTURE;
    return PAST.equals(properties.get("tense")) ? Tense.PAST : Tense.ANY;
  }

  /** Years before it are refused as a slip: 1900, unless the form says that older ones occur. */
  public int firstYear() {
    return Integer.parseInt(properties.getOrDefault("first-year", "1900"));
  }

  /** How a number is typed here; a field that says nothing about decimals takes any. */
  public Numbers numbers() {
    if (isMoney()) return Numbers.EUROS;
    int digits = limits.digits() == null ? MOST_DIGITS : limits.digits();
    return new Numbers(digits, "%".equals(suffix) ? Unit.PERCENT : Unit.NONE, true);
  }

  /** In a list: no two rows have the same value, whatever the case of its letters. */
  public boolean isUnique() {
    return "true".equals(properties.get("unique"));
  }

  /** Of the outcome: no option is put before the others, as in a vote. */
  public boolean isNeutral() {
    return "true".equals(properties.get("neutral"));
  }

  /** When an option is offered; null if it always is. */
  @Nullable Condition offeredWhen(String option) {
    var condition = properties.get("show." + option);
    return condition == null ? null : Condition.parse(condition);
  }

  /** What follows if this option of the outcome is chosen; null if the form doesn't say. */
  public @Nullable String consequence(String option, Locale locale) {
    return words("consequence", option, locale);
  }

  /** The question before an option of the outcome that can't be undone; null if none is asked. */
  public @Nullable String confirmation(String option, Locale locale) {
    return words("confirm", option, locale);
  }

  private @Nullable String words(String what, String option, Locale locale) {
    var german = properties.get(what + "." + option);
    return locale.getLanguage().equals("en")
        ? properties.getOrDefault(what + ".en." + option, german)
        : german;
  }
}
