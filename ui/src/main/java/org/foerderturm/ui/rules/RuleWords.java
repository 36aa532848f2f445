package org.foerderturm.ui.rules;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foerderturm.kernel.RuleTable;
import org.foerderturm.kernel.RuleTable.Column;
import org.foerderturm.kernel.RuleTable.Row;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.foerderturm.ui.diagram.DecisionTable;
import org.jspecify.annotations.Nullable;

/** Rows of decision tables as people read them. */
final class RuleWords {
  private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>)\\s*([^<>=,]+)");
  private static final Pattern BETWEEN =
      Pattern.compile("([\\[(\\]])([^.\\[\\]()]+)\\.\\.([^.\\[\\]()]+)([\\])\\[])");
  private static final Pattern NOT = Pattern.compile("not\\((.*)\\)");
  private static final Pattern FIXED =
      Pattern.compile("|null|true|false|-?\\d+(\\.\\d+)?|\"[^\"]*\"");
  private static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z]+");
  private static final Pattern OPEN = Pattern.compile("(?i)zu (bestätigen|prüfen)");

  private RuleWords() {}

  static String table(RuleTable table) {
    return Words.table(table.id(), table.name());
  }

  /** A table holds its columns' names in German only; the English ones stand with the words. */
  static String column(Column column) {
    var key = key(column.label());
    var words = Words.code("rule-column", key);
    return words.equals(key) ? column.label().replace(" (Cent)", "") : words;
  }

  /** The last part of the key under which the words of a column stand. */
  static String key(String label) {
    return label
        .toLowerCase(Locale.ROOT)
        .replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
        .replace("ß", "ss")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  static String cell(Column column, String text) {
    if (text.isEmpty() || text.equals("-")) return t("sheet.any");
    if (text.equals("null")) return column.asks() ? t("sheet.unknown") : "–";
    var not = NOT.matcher(text);
    if (not.matches()) return t("sheet.not", "what", cell(column, not.group(1)));
    var words = DecisionTable.words(text.replace("\",\"", "\", \""), column.name());
    if (!column.asks()) return isComputed(text) ? computed(text) : words;
    words = replace(BETWEEN, words, RuleWords::between);
    return replace(
        COMPARED,
        words,
        found -> t("sheet.is." + operator(found.group(1)), "value", strip(found, 2)));
  }

  /** Whether a row computes its answer. */
  static boolean isComputed(String text) {
    return !FIXED.matcher(text).matches();
  }

  /** A formula with the names of what it takes. */
  static String computed(String formula) {
    return replace(VARIABLE, formula, name -> Words.code("variable", name.group()));
  }

  private static String between(Matcher found) {
    var from = found.group(1).equals("[") ? "from" : "over";
    var to = found.group(4).equals("]") ? "to" : "under";
    return t("sheet.is." + from + "-" + to, "from", strip(found, 2), "to", strip(found, 3));
  }

  private static String operator(String sign) {
    return switch (sign) {
      case "<" -> "under";
      case "<=" -> "to";
      case ">" -> "over";
      default -> "from";
    };
  }

  private static String strip(Matcher found, int group) {
    return found.group(group).strip();
  }

  private static String replace(Pattern pattern, String text, Function<Matcher, String> words) {
    var found = pattern.matcher(text);
    var result = new StringBuilder();
    while (found.find())
      found.appendReplacement(result, Matcher.quoteReplacement(words.apply(found)));
    return found.appendTail(result).toString();
  }

  static String period(@Nullable LocalDate from, @Nullable LocalDate until) {
    if (from == null)
      return until == null ? t("sheet.always") : t("sheet.until", "until", Formats.date(until));
    return until == null
        ? t("sheet.since", "from", Formats.date(from))
        : t("sheet.between", "from", Formats.date(from), "until", Formats.date(until));
  }

  /** What a row is called: its note, else its number. */
  static String row(RuleTable table, Row row) {
    return row.note().isEmpty()
        ? t("sheet.row-number", "number", table.rows().indexOf(row) + 1)
        : row.note();
  }

  /** Whether nobody has read the primary text yet. */
  static boolean isOpen(Row row) {
    return isOpen(row.source()) || isOpen(row.note());
  }

  static boolean isOpen(String source) {
    return OPEN.matcher(source).find();
  }

  /** Conditions or answers of a row, a line each. */
  static Div cells(RuleTable table, Map<String, String> cells, boolean asks) {
    var lines = new Div();
    lines.addClassName("ft-rule-cells");
    var period = table.period();
    for (var column : table.columns()) {
      if (column.asks() != asks || column.equals(period) || isBeside(column)) continue;
      var text = cells.getOrDefault(column.id(), "");
      if (asks && (text.isEmpty() || text.equals("-"))) continue;
      lines.add(
          Ui.div(
              "ft-rule-cell",
              Ui.span("ft-quiet", column(column) + ": "),
              Ui.span("ft-rule-value", cell(column, text))));
    }
    if (asks && lines.getComponentCount() == 0)
      lines.add(Ui.span("ft-quiet", t("sheet.all-cases")));
    return lines;
  }

  /** The source has a column of its own; by a rule's code people find nothing. */
  static boolean isBeside(Column column) {
    return !column.asks()
        && (column.name().equals("source")
            || (column.name().equals("rule") && !column.codes().isEmpty()));
  }

  /** A code of a column in words. */
  static String code(Column column, String code) {
    return code.isEmpty() ? "–" : DecisionTable.code(code, column.name());
  }
}
