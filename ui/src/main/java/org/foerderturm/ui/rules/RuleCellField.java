package org.foerderturm.ui.rules;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foerderturm.kernel.RuleTable;
import org.foerderturm.kernel.RuleTable.Column;
import org.foerderturm.kernel.RuleTable.Kind;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.NumberField;
import org.jspecify.annotations.Nullable;

/**
 * What a person enters for one cell: codes by their words, money in euros, ranges by their ends.
 *
 * @param parts on the screen
 * @param text the cell in FEEL, once all parts were found readable
 */
record RuleCellField(List<Component> parts, Supplier<String> text) {
  private static final int LONGEST = 500;
  private static final Pattern CODES = Pattern.compile("\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*");
  private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  /**
   * @param base the cell of the row that the new one follows; null for none
   */
  static RuleCellField of(RuleTable table, Column column, @Nullable String base) {
    var cell = base == null ? "" : base.strip();
    return column.asks() ? condition(table, column, cell) : answer(table, column, cell);
  }

  private static RuleCellField condition(RuleTable table, Column column, String cell) {
    boolean any = cell.isEmpty() || cell.equals("-");
    return switch (column.kind()) {
      case TEXT -> {
        if (!any && !CODES.matcher(cell).matches()) yield asThere(table, column, cell);
        if (column.name().equals("country")) yield countries(column, literals(cell));
        if (!column.codes().isEmpty()) yield codes(column, literals(cell));
        yield asThere(table, column, any ? "-" : cell);
      }
      case FLAG ->
          any || cell.equals("true") || cell.equals("false")
              ? choice(column, List.of("-", "true", "false"), any ? "-" : cell)
              : asThere(table, column, cell);
      case WHOLE, NUMBER -> {
        var range = RuleRange.of(cell);
        yield range == null ? asThere(table, column, cell) : range(column, range);
      }
      case DAYS, YEARS -> asThere(table, column, any ? "-" : cell);
    };
  }

  private static List<String> literals(String cell) {
    return LITERAL.matcher(cell).results().map(found -> found.group(1)).toList();
  }

  private static RuleCellField codes(Column column, List<String> chosen) {
    var field = new MultiSelectComboBox<String>(RuleWords.column(column));
    field.setItems(Stream.concat(column.codes().stream(), chosen.stream()).distinct().toList());
    field.setItemLabelGenerator(code -> RuleWords.code(column, code));
    field.setHelperText(t("sheet.empty-is-any"));
    field.setManualValidation(true);
    field.setValue(new LinkedHashSet<>(chosen));
    return new RuleCellField(
        List.of(Inputs.suggested(field)), () -> quoted(field.getValue().stream()));
  }

  private static String quoted(Stream<String> codes) {
    var all = codes.map(code -> '"' + code + '"').collect(Collectors.joining(", "));
    return all.isEmpty() ? "-" : all;
  }

  private static RuleCellField countries(Column column, List<String> chosen) {
    var field = Inputs.line(RuleWords.column(column), LONGEST);
    field.setHelperText(t("sheet.countries-help"));
    field.setValue(String.join(", ", chosen));
    return new RuleCellField(
        List.of(Inputs.suggested(field)),
        () ->
            quoted(
                Stream.of(field.getValue().toUpperCase(Locale.ROOT).split("[,;\\s]+"))
                    .filter(code -> !code.isBlank())
                    .distinct()));
  }

  private static RuleCellField choice(Column column, List<String> cells, String chosen) {
    var field =
        Inputs.choice(RuleWords.column(column), cells, cell -> RuleWords.cell(column, cell));
    field.setEmptySelectionAllowed(false);
    if (cells.contains(chosen)) field.setValue(chosen);
    return new RuleCellField(
        List.of(Inputs.suggested(column.asks() ? field : Inputs.required(field))),
        () -> field.getValue() == null ? "" : field.getValue());
  }

  /** What can't be entered by parts can be taken as another row has it. */
  private static RuleCellField asThere(RuleTable table, Column column, String chosen) {
    var cells =
        Stream.concat(
                Stream.of("-"),
                table.rows().stream().map(row -> row.cells().getOrDefault(column.id(), "-")))
            .map(cell -> cell.isEmpty() ? "-" : cell)
            .distinct()
            .toList();
    return choice(column, cells, chosen);
  }

  private static RuleCellField range(Column column, RuleRange range) {
    var name = RuleWords.column(column);
    boolean whole = column.kind() == Kind.WHOLE;
    var known = whole ? range.inclusive() : range;
    var from = number(column, t("sheet.from", "what", name), known.low());
    var to = number(column, t("sheet.to", "what", name), known.high());
    from.setHelperText(t("sheet.empty-is-open"));
    if (whole)
      return new RuleCellField(
          List.of(from, to),
          () -> new RuleRange(value(column, from), true, value(column, to), true).text());
    var above = bound(List.of("from", "over"), known.withLow() ? "from" : "over", name);
    var below = bound(List.of("to", "under"), known.withHigh() ? "to" : "under", name);
    return new RuleCellField(
        List.of(above, from, below, to),
        () ->
            new RuleRange(
                    value(column, from),
                    "from".equals(above.getValue()),
                    value(column, to),
                    "to".equals(below.getValue()))
                .text());
  }

  private static Select<String> bound(List<String> words, String chosen, String name) {
    var field = Inputs.choice(name, words, word -> t("sheet.bound." + word));
    field.setEmptySelectionAllowed(false);
    field.setValue(chosen);
    return Inputs.suggested(field);
  }

  private static boolean isMoney(Column column) {
    return column.name().endsWith("Cents");
  }

  private static NumberField number(Column column, String label, @Nullable BigDecimal value) {
    var field =
        isMoney(column)
            ? Inputs.euros(label, value == null ? null : value.longValue())
            : column.kind() == Kind.WHOLE
                ? Inputs.count(label, value == null ? null : value.intValue())
                : Inputs.number(label, value);
    return Inputs.suggested(field);
  }

  private static @Nullable BigDecimal value(Column column, NumberField field) {
    if (isMoney(column)) {
      var cents = Inputs.centsIfAny(field);
      return cents == null ? null : BigDecimal.valueOf(cents);
    }
    return field.value();
  }

  // ---- answers

  private static RuleCellField answer(RuleTable table, Column column, String cell) {
    return switch (column.kind()) {
      case FLAG -> choice(column, List.of("true", "false"), cell);
      case TEXT -> {
        if (!column.codes().isEmpty() || RuleWords.isComputed(cell))
          yield asAnswered(table, column, cell);
        yield line(table, column, cell);
      }
      default -> figure(table, column, cell);
    };
  }

  private static boolean mayBeEmpty(RuleTable table, Column column) {
    return table.rows().stream()
        .map(row -> row.cells().getOrDefault(column.id(), ""))
        .anyMatch("null"::equals);
  }

  private static RuleCellField asAnswered(RuleTable table, Column column, String cell) {
    var cells =
        Stream.concat(
                table.rows().stream().map(row -> row.cells().getOrDefault(column.id(), "")),
                column.codes().stream().map(RuleCellField::literal))
            .filter(each -> !each.isEmpty())
            .distinct()
            .toList();
    return choice(column, cells, cell);
  }

  private static RuleCellField line(RuleTable table, Column column, String cell) {
    TextField field = Inputs.line(RuleWords.column(column), LONGEST);
    var literals = literals(cell);
    if (!literals.isEmpty()) field.setValue(literals.getFirst());
    boolean empty = mayBeEmpty(table, column);
    return new RuleCellField(
        List.of(Inputs.suggested(empty ? field : Inputs.required(field))),
        () -> field.isEmpty() && empty ? "null" : literal(field.getValue()));
  }

  /** Text as a cell holds it: quotes of the language, none of FEEL's. */
  static String literal(String words) {
    return '"' + words.strip().replace('"', '”').replace('\\', '/') + '"';
  }

  /** A number, or a formula that the table has already. */
  private static RuleCellField figure(RuleTable table, Column column, String cell) {
    boolean empty = mayBeEmpty(table, column);
    var field =
        number(
            column,
            RuleWords.column(column),
            NUMBER.matcher(cell).matches() ? new BigDecimal(cell) : null);
    Supplier<String> entered =
        () -> {
          var value = value(column, field);
          return value == null ? (empty ? "null" : "") : value.toPlainString();
        };
    var formulas =
        table.rows().stream()
            .map(row -> row.cells().getOrDefault(column.id(), ""))
            .filter(RuleWords::isComputed)
            .distinct()
            .toList();
    if (formulas.isEmpty())
      return new RuleCellField(List.of(empty ? field : Inputs.required(field)), entered);
    var fixed = "=";
    var how =
        Inputs.choice(
            RuleWords.column(column),
            Stream.concat(formulas.stream(), Stream.of(fixed)).toList(),
            each ->
                each.equals(fixed)
                    ? t("sheet.fixed")
                    : t("sheet.formula", "formula", RuleWords.computed(each)));
    how.setEmptySelectionAllowed(false);
    how.setValue(RuleWords.isComputed(cell) ? cell : fixed);
    field.setVisible(fixed.equals(how.getValue()));
    field.setLabel(t("sheet.fixed-of", "what", RuleWords.column(column)));
    how.addValueChangeListener(change -> field.setVisible(fixed.equals(how.getValue())));
    return new RuleCellField(
        List.of(Inputs.suggested(how), field),
        () -> fixed.equals(how.getValue()) ? entered.get() : how.getValue());
  }

  /** The fields of all cells but the period and the source, by column. */
  static Map<Column, RuleCellField> all(
      RuleTable table, @Nullable Map<String, String> base, boolean asks) {
    var fields = new LinkedHashMap<Column, RuleCellField>();
    for (var column : table.columns())
      if (column.asks() == asks
          && !column.equals(table.period())
          && (base == null || !RuleWords.isBeside(column))
          && (column.asks() || !column.name().equals("source")))
        fields.put(column, of(table, column, base == null ? null : base.get(column.id())));
    return fields;
  }
}
