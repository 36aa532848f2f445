package org.foerderturm.ui.diagram;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Values;
import org.foerderturm.ui.common.Words;
import org.w3c.dom.Element;

/** The decision tables of a DMN file as plain tables; rules that hit are marked. */
public final class DecisionTable extends Div {
  private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern AMOUNT = Pattern.compile("[<>=\\s\\d\\[\\]().,]+");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  /**
   * @param hit ids of rules that hit
   * @param onlyHit leave the other rules out
   */
  public DecisionTable(String dmn, Collection<String> hit, boolean onlyHit) {
    addClassName("ft-decision");
    for (var decision : Xml.all(Xml.read(dmn).getDocumentElement(), "decision"))
      for (var table : Xml.children(decision, "decisionTable"))
        add(table(decision.getAttribute("name"), table, hit, onlyHit));
  }

  /**
   * The variables that a DMN file's columns look at: the last name of each expression, {@code size}
   * of {@code partner.size}, by the column's label.
   */
  public static Map<String, String> variables(String dmn) {
    var names = new HashMap<String, String>();
    for (var input : Xml.all(Xml.read(dmn).getDocumentElement(), "input"))
      for (var expression : Xml.all(input, "text")) {
        var path = expression.getTextContent().strip().split("\\.");
        names.putIfAbsent(label(input), path[path.length - 1]);
      }
    return names;
  }

  private static Div table(String name, Element table, Collection<String> hit, boolean onlyHit) {
    var headings = new ArrayList<String>();
    headings.add(t("dmn.rule"));
    // what a rule says comes before what it asks: it is seen without scrolling
    var outputs = Xml.children(table, "output");
    var inputs = Xml.children(table, "input");
    for (var output : outputs) headings.add("→ " + inEuros(label(output)));
    for (var input : inputs) headings.add(inEuros(label(input)));
    headings.add(t("dmn.note"));
    var drawn =
        Ui.table(
            name + " · " + t("dmn.policy", "policy", Words.code("hit-policy", policy(table))),
            headings.toArray(String[]::new));
    var body =
        (NativeTableBody)
            drawn.getChildren().filter(NativeTableBody.class::isInstance).findFirst().orElseThrow();
    int number = 0;
    for (var rule : Xml.children(table, "rule")) {
      number++;
      boolean isHit = hit.contains(rule.getAttribute("id"));
      if (onlyHit && !isHit) continue;
      var row = new NativeTableRow();
      if (isHit) row.addClassName("ft-hit");
      row.add(new NativeTableCell(isHit ? "▶ " + number : Integer.toString(number)));
      var results = Xml.children(rule, "outputEntry");
      for (int i = 0; i < results.size(); i++) {
        var cell = cell(results.get(i), outputs.get(i).getAttribute("name"), "");
        cell.addClassName("ft-result");
        row.add(cell);
      }
      var conditions = Xml.children(rule, "inputEntry");
      for (int i = 0; i < conditions.size(); i++)
        row.add(cell(conditions.get(i), variable(inputs.get(i)), "–"));
      var notes = Xml.children(rule, "description");
      row.add(new NativeTableCell(notes.isEmpty() ? "" : notes.getFirst().getTextContent()));
      body.add(row);
    }
    var scroll = Ui.scroll(Ui.kept(drawn));
    scroll.getElement().setAttribute("tabindex", "0");
    scroll.getElement().setAttribute("role", "region");
    scroll.getElement().setAttribute("aria-label", name);
    return scroll;
  }

  private static NativeTableCell cell(Element entry, String name, String otherwise) {
    var text = entry.getTextContent().strip();
    var empty = text.isEmpty() || text.equals("-") || text.equals("null");
    return new NativeTableCell(empty ? otherwise : words(text, name));
  }

  /** An entry as people read it: codes by their words, cents as euros; what is computed stays. */
  public static String words(String entry, String name) {
    if (entry.equals("true") || entry.equals("false"))
      return Values.of(Boolean.valueOf(entry), name);
    if (name.endsWith("Cents") && AMOUNT.matcher(entry).matches())
      return NUMBER
          .matcher(entry)
          .replaceAll(
              cents -> Matcher.quoteReplacement(Formats.euros(Long.parseLong(cents.group()))));
    return LITERAL
        .matcher(entry)
        .replaceAll(
            literal ->
                Matcher.quoteReplacement(
                    literal.group(1).isEmpty() ? "–" : code(literal.group(1), name)));
  }

  /** A code of a table in words: by what its column is called, else those of tables. */
  public static String code(String code, String name) {
    var words = Values.of(code, name);
    return words.equals(code) ? Words.code("rule-code", code) : words;
  }

  private static String variable(Element input) {
    var expression = Xml.all(input, "text");
    if (expression.isEmpty()) return "";
    var path = expression.getFirst().getTextContent().strip().split("\\.");
    return path[path.length - 1];
  }

  private static String inEuros(String label) {
    return label.replace(" (Cent)", "");
  }

  private static String label(Element column) {
    if (!column.getAttribute("label").isEmpty()) return column.getAttribute("label");
    var expression = Xml.all(column, "text");
    if (!expression.isEmpty()) return expression.getFirst().getTextContent().strip();
    return column.getAttribute("name");
  }

  private static String policy(Element table) {
    return table.getAttribute("hitPolicy").isEmpty() ? "UNIQUE" : table.getAttribute("hitPolicy");
  }
}
