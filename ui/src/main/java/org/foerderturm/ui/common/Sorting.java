package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.foerderturm.kernel.NameOrder;
import org.foerderturm.kernel.Sort;
import org.jspecify.annotations.Nullable;

/**
 * By which column a list is sorted. A click on a heading changes the address, the address sorts the
 * list: so it comes back sorted, and can be sent to somebody.
 */
public final class Sorting<T> {
  private static final String PARAMETER = "sort";
  private static final String DOWN = "-";
  private final Grid<T> grid;
  private final Map<String, Supplier<List<String>>> codes = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Select<String> choice = new Select<>();
  private @Nullable Sort sort;

  public Sorting(Grid<T> grid) {
    this.grid = grid;
    grid.addSortListener(
        sorted -> {
          if (!sorted.isFromClient()) return;
          var order = sorted.getSortOrder();
          go(order.isEmpty() ? null : address(order.getFirst()));
        });
    choice.setAriaLabel(t("list.sort"));
    choice.addClassName("ft-sort");
    choice.setEmptySelectionAllowed(true);
    choice.setEmptySelectionCaption(t("list.sort"));
    choice.setItemLabelGenerator(each -> each == null ? t("list.sort") : named(each));
    choice.addValueChangeListener(
        change -> {
          if (change.isFromClient()) go(change.getValue());
        });
  }

  /**
   * Which columns the list has so far, from the first; to be called when all are in.
   *
   * @param keys as the question calls them; empty for what is done with a row
   */
  public Sorting<T> columns(String... keys) {
    var columns = grid.getColumns();
    if (columns.size() != keys.length)
      throw new IllegalArgumentException(columns.size() + " columns, " + keys.length + " keys");
    for (int i = 0; i < keys.length; i++)
      if (!keys[i].isEmpty()) {
        columns.get(i).setKey(keys[i]).setSortProperty(keys[i]);
        names.put(keys[i], columns.get(i).getHeaderText());
        columns.get(i).setHeader(Compounds.soft(columns.get(i).getHeaderText()));
      }
    choice.setItems(choices());
    return this;
  }

  /**
   * A column of codes.
   *
   * @param inOrder the codes as a reader expects them: by their words, or step by step
   */
  public Sorting<T> codes(String key, Supplier<List<String>> inOrder) {
    codes.put(key, inOrder);
    return this;
  }

  /** Codes in the order of their words. */
  public static Supplier<List<String>> words(String prefix, List<String> codes) {
    return () -> codes.stream().sorted(NameOrder.by(code -> Words.code(prefix, code))).toList();
  }

  /** On a phone, where a list has no headings: a choice, for beside the filters. */
  public Select<String> choice() {
    return choice;
  }

  /** Sorts as the address says; a column that there is not is passed over. */
  public void read(QueryParameters query) {
    var text = query.getSingleParameter(PARAMETER).orElse("");
    boolean down = text.startsWith(DOWN);
    var key = down ? text.substring(DOWN.length()) : text;
    var wanted =
        names.containsKey(key)
            ? new Sort(key, down, codes.getOrDefault(key, List::of).get())
            : null;
    if (Objects.equals(wanted, sort)) return;
    sort = wanted;
    choice.setValue(wanted == null ? null : text);
    grid.sort(
        wanted == null
            ? List.of()
            : List.of(
                new GridSortOrder<>(
                    grid.getColumnByKey(key),
                    down ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
  }

  /** For the question; null for its usual order. */
  public @Nullable Sort sort() {
    return sort;
  }

  /** Filters change, the order stays. */
  public void keep(Map<String, String> parameters) {
    if (sort != null) parameters.put(PARAMETER, (sort.down() ? DOWN : "") + sort.column());
  }

  private String named(String address) {
    return address.startsWith(DOWN)
        ? t("list.sort-down", "column", name(address.substring(DOWN.length())))
        : t("list.sort-up", "column", name(address));
  }

  private String name(String column) {
    return names.getOrDefault(column, column);
  }

  private List<String> choices() {
    var choices = new ArrayList<String>();
    for (var key : names.keySet()) {
      choices.add(key);
      choices.add(DOWN + key);
    }
    return choices;
  }

  private static String address(GridSortOrder<?> order) {
    return (order.getDirection() == SortDirection.DESCENDING ? DOWN : "")
        + order.getSorted().getKey();
  }

  private static void go(@Nullable String sorted) {
    var ui = UI.getCurrent();
    var place = ui.getActiveViewLocation();
    var query = new LinkedHashMap<String, String>();
    place
        .getQueryParameters()
        .getParameters()
        .forEach((name, values) -> query.put(name, values.getFirst()));
    if (sorted == null) query.remove(PARAMETER);
    else query.put(PARAMETER, sorted);
    ui.navigate(place.getPath(), QueryParameters.simple(query));
  }
}
