package org.foerderturm.ui.common;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.foerderturm.kernel.Page;

/** Long lists that load what is looked at. */
public final class Lists {
  private Lists() {}

  /** A table for comparing: dense rows, one a line. */
  public static <T> Grid<T> grid(String label) {
    var grid = new Grid<T>();
    grid.addThemeNames("compact", "no-border", "wrap-cell-content");
    grid.addClassName("ft-grid");
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.getElement().setAttribute("aria-label", label);
    return grid;
  }

  /**
   * @param page asks for offset and limit
   * @param id what tells rows apart
   */
  public static <T> void lazy(
      Grid<T> grid, BiFunction<Integer, Integer, Page<T>> page, Function<T, Object> id) {
    grid.setDataProvider(
        new CallbackDataProvider<T, Void>(
            query -> page.apply(query.getOffset(), query.getLimit()).rows().stream(),
            query -> {
              query.getOffset();
              return (int) page.apply(0, 1).total();
            },
            id::apply));
  }
}
