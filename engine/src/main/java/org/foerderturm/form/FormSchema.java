package org.foerderturm.form;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** A form as its schema describes it. */
public record FormSchema(String id, List<Field> fields) {
  private static final Pattern HOLE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_.]+)\\s*}}");

  /**
   * One thing wrong with one value.
   *
   * @param field key; in lists and groups with its path, {@code partners[0].name}
   * @param reason {@code required}, {@code too-short}, {@code too-long}, {@code pattern}, {@code
   *     too-small}, {@code too-large}, {@code email}, {@code phone}, {@code type}, {@code digits},
   *     {@code option}, {@code past}, {@code future}, {@code too-early}, {@code left-out}, {@code
   *     unknown} or {@code readonly}
   * @param limit the bound that was missed, or the pattern's own message
   */
  public record Problem(String field, Text label, String reason, @Nullable Object limit) {}

  /**
   * @throws Rejected {@code form-refused} with {@code form}, {@code element} and {@code reason} if
   *     the schema can't be read, or holds what this product doesn't run
   */
  public static FormSchema parse(String json) {
    return new SchemaReader().read(json);
  }

  /**
   * Checks submitted values and gives them as plain JSON values: text, whole or decimal number,
   * boolean, list, map. Values of hidden, read-only and disabled fields are left out.
   *
   * @param variables what the form was filled from; conditions and option lists look there
   * @throws Rejected {@code form-invalid} with the first problem as {@code field}, {@code label},
   *     {@code reason}, {@code limit} and all of them as {@code problems}
   */
  public Map<String, Object> validate(Map<String, Object> values, Map<String, Object> variables) {
    var check = new Check(this, values, variables, now());
    var clean = check.clean();
    if (!check.problems().isEmpty()) throw check.rejected();
    return clean;
  }

  /**
   * What the case gets: the validated values, and null for each field that was left empty, so that
   * an emptied field is empty afterwards and expressions know every field's name. A field that was
   * not shown, or only to be read, keeps what it had.
   *
   * @param clean from {@link #validate}
   */
  public Map<String, @Nullable Object> forCase(
      Map<String, Object> clean, Map<String, Object> variables) {
    var all = new LinkedHashMap<String, @Nullable Object>(clean);
    empty(fields, false, clean, variables, all);
    return all;
  }

  private static void empty(
      List<Field> fields,
      boolean kept,
      Map<String, Object> clean,
      Map<String, Object> variables,
      Map<String, @Nullable Object> all) {
    for (var field : fields) {
      boolean keeps = kept || hidden(field, clean, variables) || readonly(field, clean, variables);
      var name = field.path() == null ? field.key() : field.path();
      if (name == null) empty(field.children(), keeps, clean, variables, all);
      else if (!all.containsKey(name) && !(keeps && variables.containsKey(name)))
        all.put(name, null);
    }
  }

  /**
   * What the fields start with: only where the schema says so. A case knows many values of a
   * field's name: the reason of another partner, the day of an earlier round; one click would
   * record them as this one's.
   */
  public Map<String, Object> prefilled(Map<String, Object> variables) {
    var values = new LinkedHashMap<String, Object>();
    prefill(fields, variables, values);
    return values;
  }

  private static void prefill(
      List<Field> fields, Map<String, ?> variables, Map<String, Object> values) {
    for (var field : fields) {
      var name = field.path() == null ? field.key() : field.path();
      var source = field.prefill();
      var value = source == null ? null : Condition.find(variables, source);
      if (value instanceof List<?> rows && field.kind() == Field.Kind.DYNAMICLIST)
        value = rows.stream().map(row -> starting(field, row)).toList();
      if (name == null) prefill(field.children(), variables, values);
      else if (value != null) values.put(name, value);
    }
  }

  /**
   * Names of the fields that begin with a value of the case, as far as a person may change them.
   *
   * @param clean from {@link #validate}
   */
  public List<String> begun(Map<String, Object> clean, Map<String, Object> variables) {
    var names = new ArrayList<String>();
    begun(fields, clean, variables, names);
    return names;
  }

  private static void begun(
      List<Field> fields,
      Map<String, Object> clean,
      Map<String, Object> variables,
      List<String> names) {
    for (var field : fields) {
      if (hidden(field, clean, variables) || readonly(field, clean, variables)) continue;
      var name = field.path() == null ? field.key() : field.path();
      if (name == null) begun(field.children(), clean, variables, names);
      else if (field.prefill() != null) names.add(name);
    }
  }

  /** A row without the fields that the schema says to leave empty. */
  private static Object starting(Field list, Object row) {
    if (!(row instanceof Map<?, ?> given)) return row;
    var starting = new LinkedHashMap<Object, Object>(given);
    for (var field : list.children())
      if ("false".equals(field.properties().get("prefill"))) starting.remove(field.name());
    return starting;
  }

  /** Everything wrong with the values, in the order of the fields. */
  public List<Problem> problems(Map<String, Object> values, Map<String, Object> variables) {
    var check = new Check(this, values, variables, now());
    check.clean();
    return check.problems();
  }

  /** By the clock that stamps events, as the demo and tests move it. */
  private static LocalDateTime now() {
    return LocalDateTime.ofInstant(Clocks.now(), Check.OFFICE);
  }

  /** The choice that decides how the case goes on, if the form has one. */
  public Optional<Field> outcome() {
    return all(fields).stream()
        .filter(f -> "outcome".equals(f.key()) && f.kind() == Field.Kind.RADIO)
        .findFirst();
  }

  /** The options of a field; those of {@code valuesKey} come from the variables. */
  public List<Field.Option> options(Field field, Map<String, Object> variables) {
    if (field.valuesKey() == null) return field.options();
    var options = new ArrayList<Field.Option>();
    if (Condition.find(variables, field.valuesKey()) instanceof List<?> rows)
      for (var row : rows) {
        if (row instanceof Map<?, ?> map) {
          var value = first(map, "value", "id", "key");
          if (value != null) {
            var name = first(map, "label", "name", "title");
            options.add(new Field.Option(value, new Text(name == null ? value : name, null)));
          }
        } else if (row != null) {
          options.add(new Field.Option(row.toString(), new Text(row.toString(), null)));
        }
      }
    return options;
  }

  /**
   * Whether the field is left out; {@code scope} are the values beside it, {@code all} the rest.
   */
  public static boolean hidden(Field field, Map<String, ?> scope, Map<String, ?> all) {
    return field.hide() != null && field.hide().holds(name -> look(name, scope, all));
  }

  /** Whether an option of the field can be chosen, as things stand. */
  public static boolean offered(
      Field field, String option, Map<String, ?> scope, Map<String, ?> all) {
    var condition = field.offeredWhen(option);
    return condition == null || condition.holds(name -> look(name, scope, all));
  }

  /** Whether the field can only be read. */
  public static boolean readonly(Field field, Map<String, ?> scope, Map<String, ?> all) {
    return field.disabled()
        || (field.readonlyWhen() != null
            && field.readonlyWhen().holds(name -> look(name, scope, all)));
  }

  /** A text component's words with its {@code {{names}}} filled. */
  public static String fill(Text text, Map<String, ?> values, Locale locale) {
    return HOLE.matcher(text.in(locale))
        .replaceAll(
            hole -> {
              var value = Condition.find(values, hole.group(1));
              return value == null ? "–" : Matcher.quoteReplacement(value.toString());
            });
  }

  private static @Nullable Object look(String name, Map<String, ?> scope, Map<String, ?> all) {
    var here = Condition.find(scope, name);
    return here == null ? Condition.find(all, name) : here;
  }

  private static @Nullable String first(Map<?, ?> map, String... keys) {
    for (var key : keys) {
      var value = map.get(key);
      if (value != null) return value.toString();
    }
    return null;
  }

  private static List<Field> all(List<Field> fields) {
    var all = new ArrayList<Field>();
    for (var field : fields) {
      all.add(field);
      if (field.kind() == Field.Kind.GROUP) all.addAll(all(field.children()));
    }
    return all;
  }
}
