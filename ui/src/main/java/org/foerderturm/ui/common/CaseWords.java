package org.foerderturm.ui.common;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
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

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]*");

  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Map<String, Text> columns = new LinkedHashMap<>();

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

  public String value(String name, @Nullable Object value) {
    var field = fields.get(name);
    return field == null || value == null
        ? Values.of(value, name)
        : FormWords.of(field, name, value);
  }

  /**
   * A code that no form asks for and nobody has words for: by such the model finds its way, people
   * read of it in the history.
   */
  public boolean isInternal(String name, Object value) {
    return value instanceof String code
        && CODE.matcher(code).matches()
        && !fields.containsKey(name)
        && Values.of(value, name).equals(value);
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
      field.columns().forEach(column -> columns.putIfAbsent(column.key(), column.label()));
      gather(field.children());
    }
  }
}
