package org.foerderturm.ui.common;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.foerderturm.kernel.Rejected;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** All rows of a list as text, cell by cell as its columns show them. */
final class GridRows {
  /** Rows asked for at once. */
  private static final int PAGE = 500;

  /** A paper of more rows is read by nobody; filters narrow it. */
  static final int MOST = 5000;

  /**
   * How a list that stands as cards on a phone looks elsewhere.
   *
   * @param columns that show there
   */
  record Table(Grid.Column<?> card, List<Grid.Column<?>> columns) {}

  private GridRows() {}

  /** Those that show, or would on a wider screen. */
  @SuppressWarnings("unchecked")
  static <T> List<Grid.Column<T>> columns(Grid<T> grid) {
    var cards = ComponentUtil.getData(grid, Table.class);
    if (cards != null && cards.card().isVisible())
      return cards.columns().stream().map(column -> (Grid.Column<T>) column).toList();
    return grid.getColumns().stream()
        .filter(Component::isVisible)
        .filter(column -> cards == null || column != cards.card())
        .toList();
  }

  /**
   * Page by page, as the filters and the order of the list are now.
   *
   * @throws Rejected {@code print-too-long} beyond 5,000 rows
   */
  static <T> List<List<String>> of(Grid<T> grid, List<Grid.Column<T>> columns) {
    var cells = columns.stream().map(column -> words(column.getRenderer())).toList();
    var rows = new ArrayList<List<String>>();
    while (true) {
      var page = page(grid, rows.size());
      page.forEach(item -> rows.add(cells.stream().map(cell -> cell.apply(item).strip()).toList()));
      if (page.size() < PAGE) return rows;
      if (rows.size() >= MOST) throw new Rejected("print-too-long", Map.of("most", MOST));
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> page(Grid<T> grid, int from) {
    var communicator = grid.getDataCommunicator();
    var source = (DataProvider<T, Object>) communicator.getDataProvider();
    var query = (Query<T, Object>) communicator.buildQuery(from, PAGE);
    return source.fetch(query).toList();
  }

  private static <T> Function<T, String> words(Renderer<T> renderer) {
    if (renderer instanceof ComponentRenderer<?, T> parts)
      return item -> ScreenText.of(parts.createComponent(item).getElement());
    if (renderer instanceof LitRenderer<T> lit)
      return item ->
          lit.getValueProviders().values().stream()
              .map(value -> String.valueOf(value.apply(item)))
              .collect(Collectors.joining(" "));
    // what the browser would be sent
    var sent = renderer.render(new Element("span"), null).getDataGenerator().orElseThrow();
    return item -> {
      var row = JsonNodeFactory.instance.objectNode();
      sent.generateData(item, row);
      return row.valueStream().map(JsonNode::asString).collect(Collectors.joining(" "));
    };
  }
}
