package org.foerderturm.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.document.Signs;
import org.foerderturm.form.FormSchema.Problem;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.typed.Times;
import org.foerderturm.typed.Typed.Tense;
import org.jspecify.annotations.Nullable;

/** One check of one set of values. */
final class Check {
  /** Before it years have less than four digits, which nobody means. */
  private static final int FIRST_YEAR = 1000;

  static final ZoneId OFFICE = WorkingDays.OFFICE;
  private static final Pattern EMAIL =
      Pattern.compile(
          "[^@\\s]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?\\.[A-Za-z]{2,63}");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{2,28}[0-9]");
  private static final long MOST = Long.MAX_VALUE / 2;
  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_LIST = 500;

  private final FormSchema schema;
  private final Map<String, Object> values;
  private final Map<String, Object> variables;
  private final LocalDateTime now;
  private final List<Problem> problems = new ArrayList<>();

  Check(
      FormSchema schema,
      Map<String, Object> values,
      Map<String, Object> variables,
      LocalDateTime now) {
    this.schema = schema;
    this.values = values;
    this.variables = variables;
    this.now = now;
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  Map<String, Object> clean() {
    var all = new LinkedHashMap<>(variables);
    all.putAll(values);
    var clean = new LinkedHashMap<String, Object>();
    var known = new HashSet<String>();
    scope(schema.fields(), values, all, "", clean, known);
    unknown(values, known, "");
    return clean;
  }

  Rejected rejected() {
    var list = new ArrayList<Map<String, Object>>();
    for (var problem : problems) {
      var row = new LinkedHashMap<String, Object>();
      row.put("field", problem.field());
      row.put("label", problem.label().de());
      if (problem.label().en() != null) row.put("label.en", problem.label().en());
      row.put("reason", problem.reason());
      if (problem.limit() != null) row.put("limit", problem.limit());
      list.add(row);
    }
    var args = new LinkedHashMap<String, Object>(list.getFirst());
    args.put("problems", list);
    return new Rejected("form-invalid", args);
  }

  private void scope(
      List<Field> fields,
      Map<String, Object> scope,
      Map<String, Object> all,
      String prefix,
      Map<String, Object> clean,
      Set<String> known) {
    for (var field : fields) {
      switch (field.kind()) {
        case GROUP -> group(field, scope, all, prefix, clean, known);
        case DYNAMICLIST -> list(field, scope, all, prefix, clean, known);
        default -> {
          if (field.key() == null) continue;
          known.add(field.key());
          input(field, field.key(), scope, all, prefix, clean);
        }
      }
    }
  }

  private void group(
      Field field,
      Map<String, Object> scope,
      Map<String, Object> all,
      String prefix,
      Map<String, Object> clean,
      Set<String> known) {
    boolean hidden = FormSchema.hidden(field, scope, all);
    if (field.path() == null) {
      // a hidden group hides its fields, whose names stay known
      if (hidden) names(field.children(), known);
      else scope(field.children(), scope, all, prefix, clean, known);
      return;
    }
    known.add(field.path());
    if (hidden) return;
    var inner = map(scope.get(field.path()));
    var result = new LinkedHashMap<String, Object>();
    var names = new HashSet<String>();
    var path = prefix + field.path() + ".";
    scope(field.children(), inner, all, path, result, names);
    unknown(inner, names, path);
    if (!result.isEmpty()) clean.put(field.path(), result);
  }

  private void list(
      Field field,
      Map<String, Object> scope,
      Map<String, Object> all,
      String prefix,
      Map<String, Object> clean,
      Set<String> known) {
    var path = String.valueOf(field.path());
    known.add(path);
    if (FormSchema.hidden(field, scope, all)) return;
    var raw = scope.get(path);
    if (raw == null) return;
    if (!(raw instanceof List<?> rows)) {
      problem(prefix + path, field, "type", null);
      return;
    }
    if (rows.size() > LONGEST_LIST) {
      problem(prefix + path, field, "too-long", LONGEST_LIST);
      return;
    }
    var result = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < rows.size(); i++) {
      var inner = map(rows.get(i));
      var row = new LinkedHashMap<String, Object>();
      var names = new HashSet<String>();
      var place = prefix + path + "[" + i + "].";
      scope(field.children(), inner, all, place, row, names);
      unknown(inner, names, place);
      result.add(row);
    }
    for (var child : field.children()) if (child.isUnique()) twice(child, prefix + path, result);
    clean.put(path, result);
  }

  private void twice(Field field, String path, List<Map<String, Object>> rows) {
    var seen = new HashSet<String>();
    for (int i = 0; i < rows.size(); i++) {
      var value = rows.get(i).get(field.name());
      if (value != null && !seen.add(value.toString().toLowerCase(Locale.ROOT)))
        problem(path + "[" + i + "]." + field.name(), field, "twice", value);
    }
  }

  private void input(
      Field field,
      String key,
      Map<String, Object> scope,
      Map<String, Object> all,
      String prefix,
      Map<String, Object> clean) {
    if (FormSchema.hidden(field, scope, all)) return;
    var raw = scope.get(key);
    if (FormSchema.readonly(field, scope, all)) {
      if (raw != null && !sameAsBefore(raw, key)) problem(prefix + key, field, "readonly", null);
      return;
    }
    var name = prefix + key;
    if (raw == null || (raw instanceof String s && s.isBlank()) || raw.equals(List.of())) {
      if (field.limits().required()) problem(name, field, "required", null);
      else if (field.kind() == Field.Kind.CHECKBOX) clean.put(key, false);
      return;
    }
    if (raw instanceof String option && !FormSchema.offered(field, option, scope, all)) {
      problem(name, field, "option", null);
      return;
    }
    var value =
        switch (field.kind()) {
          case TEXTFIELD, TEXTAREA -> text(field, name, raw);
          case NUMBER -> number(field, name, raw);
          case DATETIME -> time(field, name, raw);
          case CHECKBOX -> checkbox(field, name, raw);
          case CHECKLIST, TAGLIST -> choices(field, name, raw);
          default -> choice(field, name, raw);
        };
    if (value != null) clean.put(key, value);
  }

  private @Nullable Object text(Field field, String name, Object raw) {
    if (!(raw instanceof String s)) return problem(name, field, "type", null);
    var text = s.strip();
    var limits = field.limits();
    int longest = limits.maxLength() == null ? LONGEST_TEXT : limits.maxLength();
    int length = text.codePointCount(0, text.length());
    if (limits.minLength() != null && length < limits.minLength())
      return problem(name, field, "too-short", limits.minLength());
    if (length > longest) return problem(name, field, "too-long", longest);
    try {
      Signs.check(text);
    } catch (Rejected no) {
      return problem(name, field, "sign", Signs.words(no));
    }
    if (limits.pattern() != null && !matches(limits.pattern(), text))
      return problem(name, field, "pattern", limits.patternMessage());
    if ("email".equals(limits.type()) && !EMAIL.matcher(text).matches())
      return problem(name, field, "email", null);
    if ("phone".equals(limits.type()) && !PHONE.matcher(text).matches())
      return problem(name, field, "phone", null);
    return text;
  }

  private @Nullable Object number(Field field, String name, Object raw) {
    BigDecimal number;
    try {
      if (!(raw instanceof Number) && !(raw instanceof String))
        return problem(name, field, "type", null);
      var digits = raw.toString().strip();
      if (digits.length() > 40) return problem(name, field, "type", null);
      number = new BigDecimal(digits);
    } catch (NumberFormatException e) {
      return problem(name, field, "type", null);
    }
    if (Math.abs((long) number.scale()) > 40) return problem(name, field, "type", null);
    var limits = field.limits();
    // the limits of a money field are euros, as people read them
    var shown = field.isMoney() ? number.movePointLeft(2) : number;
    if (limits.min() != null && shown.compareTo(limits.min()) < 0)
      return problem(name, field, "too-small", limits.min());
    if (limits.max() != null && shown.compareTo(limits.max()) > 0)
      return problem(name, field, "too-large", limits.max());
    var exact = number.stripTrailingZeros();
    int digits = field.numbers().decimals();
    if (exact.scale() > (field.isMoney() ? 0 : digits))
      return problem(name, field, "digits", digits);
    if (exact.scale() > 0) return number.doubleValue();
    if (exact.toBigIntegerExact().bitLength() > 62)
      return problem(name, field, "too-large", field.isMoney() ? MOST / 100 : MOST);
    return number.longValueExact();
  }

  private @Nullable Object time(Field field, String name, Object raw) {
    if (!(raw instanceof String s)) return problem(name, field, "type", null);
    try {
      return switch (field.subtype()) {
        case "time" -> LocalTime.parse(s).toString();
        case "datetime" -> moment(field, name, LocalDateTime.parse(s), s);
        default -> day(field, name, LocalDate.parse(s), s);
      };
    } catch (DateTimeException e) {
      return problem(name, field, "type", null);
    }
  }

  private @Nullable Object moment(Field field, String name, LocalDateTime moment, String given) {
    if (!Times.exists(moment, OFFICE)) return problem(name, field, "left-out", null);
    if (field.tense() == Tense.PAST && moment.isAfter(now))
      return problem(name, field, "future", null);
    return day(field, name, moment.toLocalDate(), given);
  }

  private @Nullable Object day(Field field, String name, LocalDate date, String given) {
    // of years before the field's first one the person was asked where it was typed
    if (date.getYear() < FIRST_YEAR)
      return problem(name, field, "too-early", Integer.toString(FIRST_YEAR));
    if (date.getYear() > 2200) return problem(name, field, "type", null);
    var today = now.toLocalDate();
    if (field.tense() == Tense.FUTURE && date.isBefore(today))
      return problem(name, field, "past", today.toString());
    if (field.tense() == Tense.PAST && date.isAfter(today))
      return problem(name, field, "future", null);
    return given;
  }

  private @Nullable Object checkbox(Field field, String name, Object raw) {
    if (!(raw instanceof Boolean checked)) return problem(name, field, "type", null);
    if (field.limits().required() && !checked) return problem(name, field, "required", null);
    return checked;
  }

  private @Nullable Object choice(Field field, String name, Object raw) {
    var value = raw.toString();
    boolean offered =
        schema.options(field, variables).stream().anyMatch(o -> o.value().equals(value));
    return offered ? value : problem(name, field, "option", null);
  }

  private @Nullable Object choices(Field field, String name, Object raw) {
    if (!(raw instanceof List<?> chosen)) return problem(name, field, "type", null);
    var offered = new HashSet<String>();
    schema.options(field, variables).forEach(o -> offered.add(o.value()));
    var result = new ArrayList<String>();
    for (var one : chosen) {
      if (one == null || !offered.contains(one.toString()))
        return problem(name, field, "option", null);
      if (!result.contains(one.toString())) result.add(one.toString());
    }
    return result;
  }

  private boolean sameAsBefore(Object raw, String key) {
    var before = variables.get(key);
    return before != null && before.toString().equals(raw.toString());
  }

  private static boolean matches(String pattern, String text) {
    try {
      return Pattern.compile(pattern).matcher(new Patient(text)).find();
    } catch (StackOverflowError e) { // alternatives under a star recurse once a character
      throw new Rejected("form-pattern-too-slow");
    }
  }

  private void unknown(Map<String, Object> given, Set<String> known, String prefix) {
    for (var name : given.keySet())
      if (!known.contains(name))
        problems.add(new Problem(prefix + name, new Text(name, null), "unknown", null));
  }

  private static void names(List<Field> fields, Set<String> known) {
    for (var field : fields) {
      if (field.key() != null) known.add(field.key());
      if (field.path() != null) known.add(field.path());
      else names(field.children(), known);
    }
  }

  private @Nullable Object problem(
      String name, Field field, String reason, @Nullable Object limit) {
    problems.add(new Problem(name, field.label(), reason, limit));
    return null;
  }

  private static Map<String, Object> map(@Nullable Object value) {
    var map = new LinkedHashMap<String, Object>();
    if (value instanceof Map<?, ?> given) given.forEach((k, v) -> map.put(String.valueOf(k), v));
    return map;
  }

  /** Text that gives up once a pattern looked at it too often: a modeler's regex can't hang us. */
  private static final class Patient implements CharSequence {
    private final CharSequence text;
    private int looks;

    Patient(CharSequence text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++looks > 1_000_000) throw new Rejected("form-pattern-too-slow");
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
