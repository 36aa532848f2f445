package org.foerderturm.ui.common;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.BiFunction;
import java.util.function.Consumer;
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
   * A field that searches while one types.
   *
   * @param label what is searched, for eyes and ears
   * @param changed what the person typed; not called for what the address says
   */
  public static TextField search(String label, Consumer<String> changed) {
    var field = new TextField();
    field.setPlaceholder(label);
    field.setAriaLabel(label);
    return search(field, changed);
  }

  /** The same of a field that has a label of its own. */
  public static TextField search(TextField field, Consumer<String> changed) {
    field.setPrefixComponent(Ui.icon(VaadinIcon.SEARCH));
    field.setClearButtonVisible(true);
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.addValueChangeListener(
        change -> {
          if (change.isFromClient()) changed.accept(change.getValue());
        });
    return field;
  }

  /** How many there are, said aloud when it changes. */
  public static Paragraph count() {
    var count = new Paragraph();
    count.addClassName("ft-count");
    count.getElement().setAttribute("role", "status");
    return count;
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
