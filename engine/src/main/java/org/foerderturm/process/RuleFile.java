package org.foerderturm.process;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.RuleTable;
import org.foerderturm.kernel.RuleTable.Column;
import org.foerderturm.kernel.RuleTable.Kind;
import org.foerderturm.kernel.RuleTable.Row;
import org.foerderturm.process.TableCell.Range;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A DMN file as tables with columns and rows. */
final class RuleFile {
  private static final String SOURCE = "Quelle: ";
  private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\]*)\"");
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]*|[A-Z]{2}");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\d_.]*");

  private final String file;
  private final Element root;

  private RuleFile(String file, Element root) {
    this.file = file;
    this.root = root;
  }

  /**
   * @param file name without ending
   */
  static RuleFile of(String file, String text) {
    try {
      return new RuleFile(file, SafeXml.parse(text));
    } catch (SafeXml.Refused unreadable) {
      throw new IllegalStateException(
          "a deployed table that is not to be read: " + file, unreadable);
    }
  }

  /** The file as it is to be deployed. */
  String text() {
    try {
      var document = root.getOwnerDocument();
      document.setXmlStandalone(true); // else the first line says that it is not
      var transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      var text = new StringWriter();
      transformer.transform(new DOMSource(document), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException("a table that can't be written: " + file, e);
    }
  }

  Element root() {
    return root;
  }

  /** The decision of that id, if it is a table. */
  @Nullable Element decision(String id) {
    for (var decision : SafeXml.children(root, "decision"))
      if (decision.getAttribute("id").equals(id)
          && SafeXml.child(decision, "decisionTable") != null) return decision;
    return null;
  }

  /**
   * @throws Rejected {@code rule-table-unknown}
   */
  Element table(String id) {
    var decision = decision(id);
    var table = decision == null ? null : SafeXml.child(decision, "decisionTable");
    if (table == null) throw new Rejected("rule-table-unknown", Map.of("table", id));
    return table;
  }

  static List<Element> rules(Element table) {
    return SafeXml.children(table, "rule");
  }

  static String hitPolicy(Element table) {
    var policy = table.getAttribute("hitPolicy");
    return policy.isEmpty() ? "UNIQUE" : policy;
  }

  /** What the columns of a table can tell of their cells. */
  static List<TableColumn> parts(Element table) {
    var inputs = SafeXml.children(table, "input");
    var parts = new ArrayList<TableColumn>();
    for (int i = 0; i < inputs.size(); i++) {
      int at = i;
      var asked = SafeXml.child(inputs.get(i), "inputExpression");
      parts.add(
          TableColumn.of(
              asked == null ? "" : cell(asked),
              asked == null ? "" : asked.getAttribute("typeRef"),
              rules(table).stream()
                  .map(rule -> cell(SafeXml.children(rule, "inputEntry").get(at)))
                  .toList()));
    }
    return parts;
  }

  List<Column> columns(Element table) {
    var columns = new ArrayList<Column>();
    var inputs = SafeXml.children(table, "input");
    for (int i = 0; i < inputs.size(); i++) {
      int at = i;
      var input = inputs.get(i);
      var asked = SafeXml.child(input, "inputExpression");
      var expression = asked == null ? "" : cell(asked);
      var cells =
          rules(table).stream()
              .map(rule -> cell(SafeXml.children(rule, "inputEntry").get(at)))
              .toList();
      var type = type(expression, asked == null ? "" : asked.getAttribute("typeRef"), cells);
      columns.add(
          new Column(
              input.getAttribute("id"),
              label(input, expression),
              name(expression),
              type,
              true,
              type == Kind.TEXT ? codes(cells) : List.of()));
    }
    var outputs = SafeXml.children(table, "output");
    for (int i = 0; i < outputs.size(); i++) {
      int at = i;
      var output = outputs.get(i);
      var cells =
          rules(table).stream()
              .map(rule -> cell(SafeXml.children(rule, "outputEntry").get(at)))
              .toList();
      var type = type(output.getAttribute("typeRef"));
      columns.add(
          new Column(
              output.getAttribute("id"),
              label(output, output.getAttribute("name")),
              output.getAttribute("name"),
              type,
              false,
              type == Kind.TEXT && !output.getAttribute("name").equals("source")
                  ? codes(with(output, "outputValues", cells))
                  : List.of()));
    }
    return columns;
  }

  /** The cells, and the values that the column says it may hold. */
  private static List<String> with(Element column, String name, List<String> cells) {
    var all = new ArrayList<>(cells);
    SafeXml.children(column, name).forEach(values -> all.add(cell(values)));
    return all;
  }

  private static String label(Element column, String otherwise) {
    var label = column.getAttribute("label");
    return label.isEmpty() ? otherwise : label;
  }

  private static String name(String expression) {
    if (!NAME.matcher(expression).matches()) return "";
    return expression.substring(expression.lastIndexOf('.') + 1);
  }

  private static Kind type(String expression, String typeRef, List<String> cells) {
    if (TableColumn.isDay(expression) && typeRef.isEmpty()) return Kind.DAYS;
    if (expression.equals("year")) return Kind.YEARS;
    if (!typeRef.isEmpty()) return type(typeRef);
    for (var text : cells) {
      var cell = TableCell.of(text);
      if (cell == null || cell.any()) continue;
      return switch (cell.tests().getFirst()) {
        case TableCell.Text any -> Kind.TEXT;
        case TableCell.Flag any -> Kind.FLAG;
        case Range any -> Kind.NUMBER;
      };
    }
    return Kind.TEXT;
  }

  private static Kind type(String typeRef) {
    return switch (typeRef.toLowerCase(Locale.ROOT)) {
      case "integer", "long" -> Kind.WHOLE;
      case "double", "number" -> Kind.NUMBER;
      case "boolean" -> Kind.FLAG;
      default -> Kind.TEXT;
    };
  }

  /** The texts of the cells if all of them are codes; else none. */
  private static List<String> codes(List<String> cells) {
    Set<String> found = new LinkedHashSet<>();
    for (var cell : cells) {
      var literals = LITERAL.matcher(cell);
      while (literals.find()) found.add(literals.group(1));
    }
    return found.stream().allMatch(text -> CODE.matcher(text).matches())
        ? List.copyOf(found)
        : List.of();
  }

  List<Row> rows(Element table, List<Column> columns) {
    return rules(table).stream().map(rule -> row(rule, columns)).toList();
  }

  static Row row(Element rule, List<Column> columns) {
    var cells = new LinkedHashMap<String, String>();
    var entries = new ArrayList<>(SafeXml.children(rule, "inputEntry"));
    entries.addAll(SafeXml.children(rule, "outputEntry"));
    for (int i = 0; i < columns.size() && i < entries.size(); i++)
      cells.put(columns.get(i).id(), cell(entries.get(i)));
    var described = SafeXml.child(rule, "description");
    var note = described == null ? "" : SafeXml.text(described);
    var source = "";
    LocalDate from = null;
    LocalDate until = null;
    for (var column : columns) {
      var cell = cells.getOrDefault(column.id(), "");
      if (column.asks() && (column.kind() == Kind.DAYS || column.kind() == Kind.YEARS)) {
        from = first(cell, column.kind());
        until = last(cell, column.kind());
      }
      if (!column.asks() && column.name().equals("source")) source = literal(cell);
    }
    // a table with one answer only has no column for it
    if (source.isEmpty() && note.contains(SOURCE))
      source = note.substring(note.lastIndexOf(SOURCE) + SOURCE.length());
    return new Row(rule.getAttribute("id"), note, from, until, source, cells);
  }

  private static String literal(String cell) {
    var literal = LITERAL.matcher(cell);
    return literal.matches() ? literal.group(1) : "";
  }

  private static @Nullable LocalDate first(String text, Kind type) {
    var range = range(text);
    if (range == null || range.low() == null) return null;
    long low = range.low().longValueExact() + (range.withLow() ? 0 : 1);
    return type == Kind.DAYS ? LocalDate.ofEpochDay(low) : LocalDate.of((int) low, 1, 1);
  }

  private static @Nullable LocalDate last(String text, Kind type) {
    var range = range(text);
    if (range == null || range.high() == null) return null;
    long high = range.high().longValueExact() - (range.withHigh() ? 0 : 1);
    return type == Kind.DAYS ? LocalDate.ofEpochDay(high) : LocalDate.of((int) high, 12, 31);
  }

  private static @Nullable Range range(String text) {
    var cell = TableCell.of(text);
    return cell != null
            && cell.tests().size() == 1
            && cell.tests().getFirst() instanceof Range range
        ? range
        : null;
  }

  static String cell(Element entry) {
    return SafeXml.children(entry, "text").stream()
        .map(SafeXml::text)
        .collect(Collectors.joining())
        .strip();
  }

  /**
   * @param workflows table → keys of the workflows that ask it
   */
  RuleTable told(String id, int version, String definitionId, Map<String, List<String>> workflows) {
    var decision = decision(id);
    if (decision == null) throw new Rejected("rule-table-unknown", Map.of("table", id));
    var table = table(id);
    var described = SafeXml.child(decision, "description");
    var columns = columns(table);
    return new RuleTable(
        file,
        id,
        decision.getAttribute("name"),
        described == null ? "" : SafeXml.text(described),
        hitPolicy(table),
        version,
        definitionId,
        columns,
        rows(table, columns),
        workflows.getOrDefault(id, List.of()));
  }
}
