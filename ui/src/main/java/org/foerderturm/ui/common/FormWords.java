package org.foerderturm.ui.common;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.foerderturm.committee.CommitteeQuery.FindBody;
import org.foerderturm.consortium.ConsortiumQuery.FindConsortium;
import org.foerderturm.form.Field;
import org.foerderturm.form.FormSchema;
import org.foerderturm.funding.FundingQuery.FindApplication;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.process.ModelQuery.FindForm;
import org.foerderturm.process.ModelQuery.FindModels;
import org.jspecify.annotations.Nullable;

/** The words that a form version has for its fields and options; reads each form once. */
public final class FormWords {
  private final Desk desk;
  private final Map<String, Optional<FormSchema>> forms = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  /** Codes of decisions with the words that any form version has for them. */
  public static Map<String, Set<String>> outcomes(Desk desk) {
    var outcomes = new HashMap<String, Set<String>>();
    var words = new FormWords(desk);
    for (var model : desk.ask(new FindModels()))
      if (model.kind().equals("form"))
        words
            .form(model.key(), model.version())
            .flatMap(FormSchema::outcome)
            .ifPresent(
                field ->
                    field
                        .options()
                        .forEach(
                            option ->
                                outcomes
                                    .computeIfAbsent(
                                        String.valueOf(option.value()), code -> new HashSet<>())
                                    .add(option.label().in(Words.locale()))));
    return outcomes;
  }

  public FormWords(Desk desk) {
    this.desk = desk;
  }

  /** The form, or empty if there is none (any more) that can be read. */
  public Optional<FormSchema> form(@Nullable String form, @Nullable Integer version) {
    if (form == null) return Optional.empty();
    return forms.computeIfAbsent(
        form + ":" + version,
        key -> {
          var json = desk.ask(new FindForm(form, version));
          try {
            return json == null ? Optional.empty() : Optional.of(FormSchema.parse(json));
          } catch (Rejected unreadable) {
            return Optional.empty();
          }
        });
  }

  public String outcome(@Nullable String form, @Nullable Integer version, String value) {
    return form(form, version)
        .flatMap(FormSchema::outcome)
        .map(field -> option(field, value))
        .orElseGet(() -> Words.code("outcome", value));
  }

  /** The field's label, or the name in words. */
  public String label(@Nullable String form, @Nullable Integer version, String name) {
    return field(form, version, name)
        .map(field -> field.label().in(Words.locale()))
        .filter(label -> !label.isBlank())
        .orElseGet(() -> Values.label(name));
  }

  /** The value as the form showed it. */
  public String value(
      @Nullable String form, @Nullable Integer version, String name, @Nullable Object value) {
    return field(form, version, name)
        .map(field -> value == null ? Values.of(null) : value(field, name, value))
        .orElseGet(() -> Values.of(value, name));
  }

  private String value(Field field, String name, Object value) {
    if (value instanceof Collection<?> rows && !field.children().isEmpty())
      return rows.stream().map(row -> row(field, row)).collect(Collectors.joining("; "));
    var picker = field.picker();
    return picker == null
        ? of(field, name, value)
        : names.computeIfAbsent(picker + ":" + value, key -> chosen(picker, value.toString()));
  }

  /** A row of a list, as its fields stand in it. */
  private String row(Field list, Object row) {
    if (!(row instanceof Map<?, ?> values)) return Values.of(row);
    var cells = new ArrayList<String>();
    for (var field : list.children()) {
      var value = field.key() == null ? null : values.get(field.key());
      if (value != null && !value.equals("")) cells.add(value(field, field.name(), value));
    }
    return String.join(", ", cells);
  }

  private String chosen(Field.Picker picker, String id) {
    return switch (picker) {
      case PERSON -> Desk.name(desk.names(), id);
      case CONSORTIUM -> {
        var found = desk.ask(new FindConsortium(id));
        yield found == null ? id : found.row().title();
      }
      case APPLICATION -> {
        var found = NameField.ofApplications(desk) ? desk.ask(new FindApplication(id)) : null;
        yield found == null ? id : found.row().title();
      }
      case BODY -> {
        var found = desk.ask(new FindBody(id));
        yield found == null ? id : found.row().name();
      }
      case ORGANISATION, PAPER, PEOPLE, FUNDER, CALL -> id; // the name itself
    };
  }

  private Optional<Field> field(@Nullable String form, @Nullable Integer version, String name) {
    return form(form, version).flatMap(schema -> find(schema.fields(), name));
  }

  private static Optional<Field> find(List<Field> fields, String name) {
    for (var field : fields) {
      if (name.equals(field.key()) || name.equals(field.path())) return Optional.of(field);
      var inner = find(field.children(), name);
      if (inner.isPresent()) return inner;
    }
    return Optional.empty();
  }

  /** What the form's own schema says of it. */
  static String of(Field field, String name, Object value) {
    if (field.isMoney() && value instanceof Number cents) return Formats.euros(cents.longValue());
    if (value instanceof Collection<?> many)
      return String.join(", ", many.stream().map(v -> option(field, String.valueOf(v))).toList());
    return value instanceof String one ? option(field, one) : Values.of(value, name);
  }

  private static String option(Field field, String value) {
    return field.options().stream()
        .filter(option -> option.value().equals(value))
        .findFirst()
        .map(option -> option.label().in(Words.locale()))
        .orElseGet(() -> Values.of(value));
  }
}
