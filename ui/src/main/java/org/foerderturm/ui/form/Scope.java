package org.foerderturm.ui.form;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.Hr;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.foerderturm.consortium.ConsortiumQuery.FindOrganisation;
import org.foerderturm.form.Condition;
import org.foerderturm.form.Field;
import org.foerderturm.form.FormSchema;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.NameField;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Values;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/**
 * Fields whose values stand beside each other: a whole form, a group of its own, a row of a list.
 */
final class Scope extends Div {
  private final transient FormSchema schema;
  private final transient Map<String, Object> variables;
  private final transient Desk desk;
  private final transient Runnable edited;
  private final transient List<Input<?>> inputs = new ArrayList<>();
  private final transient Map<String, Scope> groups = new LinkedHashMap<>();
  private final transient Map<String, List<Scope>> lists = new LinkedHashMap<>();

  /** Field → what the registers gave it. */
  private final transient Map<String, String> filled = new HashMap<>();

  private final transient Map<Field, Component> drawn = new LinkedHashMap<>();

  Scope(
      FormSchema schema,
      List<Field> fields,
      Map<String, Object> variables,
      Desk desk,
      Map<String, Object> values,
      Runnable edited) {
    this.schema = schema;
    this.variables = variables;
    this.desk = desk;
    this.edited = edited;
    addClassName("ft-scope");
    draw(this, fields, values);
  }

  private void draw(
      com.vaadin.flow.component.HasComponents parent,
      List<Field> fields,
      Map<String, Object> values) {
    for (var field : fields) {
      var component = component(field, values);
      drawn.put(field, component);
      parent.add(component);
    }
  }

  private Component component(Field field, Map<String, Object> values) {
    return switch (field.kind()) {
      case TEXT -> {
        var all = new LinkedHashMap<String, Object>(variables);
        all.putAll(values);
        yield new RichText(FormSchema.fill(field.text(), readable(all), Words.locale()));
      }
      case SEPARATOR -> new Hr();
      case SPACER -> Ui.div("ft-spacer");
      case TABLE -> table(field);
      case GROUP -> group(field, values);
      case DYNAMICLIST -> list(field, values);
      default -> input(field, values);
    };
  }

  private Component input(Field field, Map<String, Object> values) {
    var input =
        field.picker() == null
            ? Inputs.of(field, schema.options(field, variables))
            : Inputs.picker(field, field.picker(), desk);
    var value = values.containsKey(field.name()) ? values.get(field.name()) : field.initial();
    input.set(value);
    input.onEdit(
        () -> {
          input.problem(null);
          if (!field.fills().isEmpty()) fill(field, input.get());
          edited.run();
        });
    inputs.add(input);
    return input.component();
  }

  /** What the registers know of the organisation needn't be asked; what was typed stays. */
  private void fill(Field organisation, @Nullable Object name) {
    var known =
        name == null || !NameField.ofApplications(desk)
            ? null
            : desk.ask(new FindOrganisation(name.toString()));
    if (known != null && !known.name().equals(name))
      inputs.stream()
          .filter(input -> input.field().equals(organisation))
          .forEach(input -> input.set(known.name()));
    for (var what : organisation.fills().entrySet()) {
      var value =
          known == null ? null : what.getKey().equals("country") ? known.country() : known.kind();
      inputs.stream()
          .filter(input -> input.field().name().equals(what.getValue()))
          .filter(input -> input.get() == null || input.get().equals(filled.get(what.getValue())))
          .forEach(
              input -> {
                input.clear();
                input.set(value);
                input.problem(null);
                if (value == null) filled.remove(what.getValue());
                else filled.put(what.getValue(), value);
              });
    }
  }

  private Component group(Field field, Map<String, Object> values) {
    var set = new FieldSet();
    set.addClassName("ft-group");
    if (!field.label().isEmpty()) set.setLegendText(field.label().in(Words.locale()));
    if (field.path() == null) {
      draw(set, field.children(), values);
    } else {
      var inner =
          new Scope(
              schema, field.children(), variables, desk, map(values.get(field.path())), edited);
      groups.put(field.path(), inner);
      set.add(inner);
    }
    return set;
  }

  private Component list(Field field, Map<String, Object> values) {
    var rows = new ArrayList<Scope>();
    lists.put(String.valueOf(field.path()), rows);
    var set = new FieldSet();
    set.addClassNames("ft-group", "ft-list");
    set.setLegendText(field.label().in(Words.locale()));
    var holder = new Div();
    set.add(holder);
    var more = Ui.quiet(t("form.add-row"), () -> {});
    more.setIcon(Ui.icon(VaadinIcon.PLUS));
    more.addClickListener(
        click -> {
          addRow(field, rows, holder, more, Map.of()).focus();
          edited.run();
        });
    if (values.get(String.valueOf(field.path())) instanceof List<?> given)
      given.forEach(row -> addRow(field, rows, holder, more, map(row)));
    if (rows.isEmpty()) addRow(field, rows, holder, more, Map.of());
    set.add(more);
    return set;
  }

  /** Where one goes on in a row that was added: its first field. */
  private void focus() {
    if (!inputs.isEmpty() && inputs.getFirst().component() instanceof Focusable<?> first)
      first.focus();
  }

  private Scope addRow(
      Field field, List<Scope> rows, Div holder, Button more, Map<String, Object> values) {
    var row = new Scope(schema, field.children(), variables, desk, values, edited);
    rows.add(row);
    var remove = new Button(Ui.icon(VaadinIcon.TRASH));
    remove.addThemeNames("tertiary", "icon");
    remove.setAriaLabel(t("form.remove-row", "number", rows.size()));
    var line = Ui.div("ft-list-row", row, remove);
    remove.addClickListener(
        click -> {
          int at = rows.indexOf(row);
          rows.remove(row);
          holder.remove(line);
          var left = removals(holder);
          for (int i = 0; i < left.size(); i++)
            left.get(i).setAriaLabel(t("form.remove-row", "number", i + 1));
          (left.isEmpty() ? more : left.get(Math.min(at, left.size() - 1))).focus();
          edited.run();
        });
    holder.add(line);
    return row;
  }

  /** The buttons that remove a row, from the first row to the last. */
  private static List<Button> removals(Div holder) {
    return holder
        .getChildren()
        .flatMap(Component::getChildren)
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .toList();
  }

  private Component table(Field field) {
    var headings = field.columns().stream().map(c -> c.label().in(Words.locale()));
    var table = Ui.table(field.label().in(Words.locale()), headings.toArray(String[]::new));
    var body = new NativeTableBody();
    if (field.source() != null && Condition.find(variables, field.source()) instanceof List<?> rows)
      for (var row : rows) {
        var line = new NativeTableRow();
        for (var column : field.columns())
          line.add(Ui.cell(map(row).get(column.key()), column.key()));
        body.add(line);
      }
    table.removeBody();
    table.add(body);
    Ui.amountsWhereNumbers(table);
    return Ui.scroll(table);
  }

  /** What is filled in, as plain JSON; hidden and read-only fields left out. */
  Map<String, Object> values(Map<String, Object> outer) {
    var values = new LinkedHashMap<String, Object>();
    for (var input : inputs) {
      var value = input.get();
      if (value != null) values.put(input.field().name(), value);
    }
    groups.forEach((path, inner) -> values.put(path, inner.values(outer)));
    lists.forEach(
        (path, rows) -> values.put(path, rows.stream().map(row -> row.values(outer)).toList()));
    return values;
  }

  /** Shows and hides fields, as their conditions say. */
  void refresh(Map<String, Object> all) {
    var scope = values(all);
    drawn.forEach(
        (field, component) -> component.setVisible(!FormSchema.hidden(field, scope, all)));
    for (var input : inputs) input.setReadOnly(FormSchema.readonly(input.field(), scope, all));
    groups.values().forEach(inner -> inner.refresh(all));
    lists.values().forEach(rows -> rows.forEach(row -> row.refresh(all)));
  }

  /** Drops values that the server would refuse: of fields that are hidden or can only be read. */
  Map<String, Object> sendable(Map<String, Object> all) {
    var values = values(all);
    for (var input : inputs)
      if (input.isReadOnly() || !input.component().isVisible()) values.remove(input.field().name());
    groups.forEach((path, inner) -> values.put(path, inner.sendable(all)));
    lists.forEach(
        (path, rows) ->
            values.put(
                path,
                rows.stream()
                    .filter(row -> !row.isBlank())
                    .map(row -> row.sendable(all))
                    .toList()));
    return values;
  }

  /** Nothing is filled in: such a row of a list is not sent. */
  private boolean isBlank() {
    return inputs.stream().map(Input::get).allMatch(v -> v == null || v.equals(false))
        && groups.values().stream().allMatch(Scope::isBlank)
        && lists.values().stream().flatMap(List::stream).allMatch(Scope::isBlank);
  }

  void eachInput(String prefix, BiConsumer<String, Input<?>> action) {
    inputs.forEach(input -> action.accept(prefix + input.field().name(), input));
    groups.forEach((path, inner) -> inner.eachInput(prefix + path + ".", action));
    lists.forEach(
        (path, rows) -> {
          int sent = 0;
          for (var row : rows)
            row.eachInput(prefix + path + "[" + (row.isBlank() ? "" : sent++) + "].", action);
        });
  }

  private static Map<String, Object> readable(Map<String, Object> values) {
    var readable = new LinkedHashMap<String, Object>();
    values.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?>) readable.put(name, readable(map(value)));
          else readable.put(name, Values.of(value, name));
        });
    return readable;
  }

  private static Map<String, Object> map(@Nullable Object value) {
    var map = new LinkedHashMap<String, Object>();
    if (value instanceof Map<?, ?> given)
      given.forEach(
          (name, each) -> {
            if (each != null) map.put(String.valueOf(name), each);
          });
    return map;
  }
}
