package org.foerderturm.ui.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Stream;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.report.Content.Cell;
import org.foerderturm.ui.report.Content.Heading;
import org.foerderturm.ui.report.Content.Table;
import org.foerderturm.ui.report.Content.Tile;

/** Figures on the screen. */
final class Tables {
  private Tables() {}

  static Div of(Table table) {
    var headings =
        Stream.concat(Stream.of(table.first()), table.headings().stream().map(Heading::name))
            .toArray(String[]::new);
    var html = Ui.table(table.title(), headings);
    Ui.amounts(html, 1, headings.length - 1);
    var body = body(html);
    for (var row : table.rows()) {
      var line = new NativeTableRow();
      var name = new NativeTableHeaderCell(row.name());
      name.getElement().setAttribute("scope", "row");
      line.add(name);
      for (int i = 0; i < row.cells().size(); i++) {
        var cell = new NativeTableCell(value(row.cells().get(i), table.headings().get(i)));
        cell.addClassName("ft-amount");
        line.add(cell);
      }
      if (row.sum()) line.addClassName("ft-sum");
      body.add(line);
    }
    return Ui.scroll(html);
  }

  private static Component value(Cell cell, Heading heading) {
    var text = heading.kind().text(cell.value());
    return cell.href() == null ? new Span(text) : Ui.link(cell.href(), text);
  }

  static Div tile(Tile tile) {
    Component value =
        tile.href() == null ? new Span(tile.value()) : Ui.link(tile.href(), tile.value());
    value.getElement().getClassList().add("ft-kpi-value");
    var shown = Ui.div("ft-kpi", Ui.span("ft-kpi-name", tile.name()), value);
    if (tile.more() != null) shown.add(Ui.span("ft-quiet", tile.more()));
    shown.getElement().setAttribute("role", "listitem");
    return shown;
  }

  private static NativeTableBody body(NativeTable table) {
    return table
        .getChildren()
        .filter(NativeTableBody.class::isInstance)
        .map(NativeTableBody.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
