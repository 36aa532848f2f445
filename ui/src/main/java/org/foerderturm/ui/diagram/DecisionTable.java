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
import org.foerderturm.ui.common.Ui;
import org.w3c.dom.Element;

/** The decision tables of a DMN file as plain tables; rules that hit are marked. */
public final class DecisionTable extends Div {

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
    for (var input : Xml.children(table, "input")) headings.add(label(input));
    for (var output : Xml.children(table, "output")) headings.add("→ " + label(output));
    headings.add(t("dmn.note"));
    var drawn =
        Ui.table(
            name + " · " + t("dmn.policy", "policy", policy(table)),
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
      for (var entry : Xml.children(rule, "inputEntry")) row.add(cell(entry, "–"));
      for (var entry : Xml.children(rule, "outputEntry")) row.add(cell(entry, ""));
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

  private static NativeTableCell cell(Element entry, String otherwise) {
    var text = entry.getTextContent().strip();
    return new NativeTableCell(text.isEmpty() ? otherwise : text);
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
