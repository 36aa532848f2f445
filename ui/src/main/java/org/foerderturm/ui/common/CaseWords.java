package org.foerderturm.ui.common;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.foerderturm.form.Field;
import org.foerderturm.form.FormSchema;
import org.foerderturm.form.Text;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.process.ModelQuery.FindForms;
import org.jspecify.annotations.Nullable;

/**
 * What a model version calls the values of its cases: the labels and options of its forms. So a
 * workflow that came without a line of code is as readable as one that came with the product. What
 * the bundle names goes first: the same thing has the same name everywhere.
 */
public final class CaseWords {
  /** By definition id: a deployed version never changes. */
  private static final Map<String, CaseWords> KNOWN = new ConcurrentHashMap<>();

  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Map<String, Text> columns = new LinkedHashMap<>();

  /** Answer of a form → its words; empty where two forms mean different things by it. */
  private final Map<String, Optional<Text>> answers = new HashMap<>();

  CaseWords(List<String> forms) {
    for (var json : forms)
      try {
        gather(FormSchema.parse(json).fields());
      } catch (Rejected ofAnOlderTime) {
        gather(List.of()); // its values go by their names
      }
  }

  public static CaseWords of(Desk desk, String definitionId) {
    return KNOWN.computeIfAbsent(
        definitionId, id -> new CaseWords(new ArrayList<>(desk.ask(new FindForms(id)))));
  }

  public String label(String name) {
    var known = Values.known(name);
    if (known != null) return known;
    var field = fields.get(name);
    var text = field == null ? columns.get(name) : field.label();
    return text == null || text.isEmpty() ? Values.label(name) : text.in(Words.locale());
  }

  /** As {@link #value(String, Object)}, with people by their names. */
  public String value(Desk desk, String name, Object value) {
    var field = fields.get(name);
    return field != null && field.picker() == Field.Picker.PERSON
        ? Desk.name(desk.names(), value.toString())
        : value(name, value);
  }

  /** As the model's own form asks for it; else as everywhere. */
  public String asked(String name) {
    var field = fields.get(name);
    return field == null || field.label().isEmpty()
        ? label(name)
        : field.label().in(Words.locale());
  }

  /** A form of the model asks for it or shows it. */
  public boolean isEntered(String name) {
    return fields.containsKey(name);
  }

  /** Somebody wrote words for it: the bundle, a form or a column of a form's table. */
  public boolean hasWords(String name) {
    if (Values.known(name) != null) return true;
    var field = fields.get(name);
    var text = field == null ? columns.get(name) : field.label();
    return text != null && !text.isEmpty();
  }

  public String value(String name, @Nullable Object value) {
    var field = fields.get(name);
    if (field != null && value != null) return FormWords.of(field, name, value);
    var words = Values.of(value, name);
    return words.equals(value)
        ? answers.getOrDefault(words, Optional.empty()).map(a -> a.in(Words.locale())).orElse(words)
        : words;
  }

  /** A code that neither the bundle nor a form of the model has words for. */
  public boolean isCode(String name, @Nullable Object value) {
    return Values.isCode(value, name) && value(name, value).equals(value);
  }

  /** As the forms ask for them, one form after another; what no form asks for comes last. */
  public Comparator<String> order() {
    var places = new ArrayList<>(fields.keySet());
    return Comparator.<String>comparingInt(
            name -> places.contains(name) ? places.indexOf(name) : places.size())
        .thenComparing(Comparator.naturalOrder());
  }

  private void gather(List<Field> all) {
    for (var field : all) {
      if (field.key() != null) fields.putIfAbsent(field.key(), field);
      if (field.path() != null) fields.putIfAbsent(field.path(), field);
      if (field.source() != null) fields.putIfAbsent(field.source(), field);
      if (field.name().equals("outcome"))
        for (var option : field.options())
          answers.merge(
              option.value(),
              Optional.of(option.label()),
              (one, other) -> one.equals(other) ? one : Optional.empty());
      field.columns().forEach(column -> columns.putIfAbsent(column.key(), column.label()));
      gather(field.children());
    }
  }
}
