package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.ItemCountChangeEvent;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.ValueProvider;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.foerderturm.calendar.Due;
import org.foerderturm.kernel.Page;
import org.jspecify.annotations.Nullable;

/** Long lists that load what is looked at. */
public final class Lists {
  /** The width in pixels up to which a window counts as a phone's; as in the style sheet. */
  private static final int PHONE = 800;

  /** What stands still for longer is old. */
  private static final int QUIET_DAYS = 91;

  /**
   * Back comes to the row that one left from: the entry of the history remembers which one stood
   * first, and which link was followed.
   */
  private static final String KEEPS_ITS_PLACE =
      """
      const keep = event => {
        const link = event.composedPath().find(each => each.tagName === 'A');
        history.replaceState(
          {...history.state, ftRow: this._firstVisibleIndex, ftLink: link?.getAttribute('href')}, '');
      };
      this.addEventListener('click', keep, true);
      const row = history.state?.ftRow, href = history.state?.ftLink;
      if (!(row >= 0)) return;
      let tries = 0;
      const back = () => {
        if (!this.isConnected || ++tries > 60) return;
        if (!this.size || this.size <= row) return setTimeout(back, 50);
        if (row > 0 && Math.abs(this._firstVisibleIndex - row) > 1) this.scrollToIndex(row);
        const link = href && [...this.querySelectorAll('a')]
          .find(each => each.getAttribute('href') === href && each.offsetParent);
        if (href && !link) return setTimeout(back, 50);
        if (link && ['BODY', 'H1', 'MAIN'].includes(document.activeElement?.tagName))
          link.focus({preventScroll: true});
      };
      setTimeout(back, 50);""";

  private Lists() {}

  /** A table for comparing: dense rows, one a line. */
  public static <T> Grid<T> grid(String label) {
    var grid = new Grid<T>();
    grid.addThemeNames("compact", "no-border", "wrap-cell-content");
    grid.addClassName("ft-grid");
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.getElement().setAttribute("aria-label", label);
    grid.addAttachListener(attached -> grid.getElement().executeJs(KEEPS_ITS_PLACE));
    sized(
        grid,
        rows ->
            Optional.ofNullable(grid.findAncestor(View.class))
                .ifPresent(view -> view.listed(grid, rows)));
    return grid;
  }

  /** Told how many rows the list has, whenever that changes. */
  @SuppressWarnings({"rawtypes", "unchecked"}) // the event's class has a parameter
  public static void sized(Grid<?> grid, IntConsumer rows) {
    ComponentEventListener told =
        changed -> rows.accept(((ItemCountChangeEvent<?>) changed).getItemCount());
    ComponentUtil.addListener(grid, (Class) ItemCountChangeEvent.class, told);
  }

  /**
   * A list that stands as cards everywhere: on paper, and for sorting, it has columns.
   *
   * @param card the column of cards; the others are not seen
   */
  public static <T> void cards(Grid<T> grid, Grid.Column<T> card) {
    var columns = grid.getColumns().stream().filter(column -> column != card).toList();
    columns.forEach(column -> column.setVisible(false));
    ComponentUtil.setData(
        grid, GridRows.Table.class, new GridRows.Table(card, List.copyOf(columns)));
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

  /**
   * On a phone each row is a card, in place of the columns that show; to be called when all columns
   * are in.
   */
  public static <T> void cards(Grid<T> grid, ValueProvider<T, Component> card) {
    var columns = grid.getColumns();
    // not seen, but a list without any heading is none to a screen reader
    var name = grid.getElement().getAttribute("aria-label");
    var one = grid.addComponentColumn(card).setFlexGrow(1).setHeader(name == null ? "" : name);
    one.setVisible(false);
    var shown = new ArrayList<Grid.Column<?>>();
    ComponentUtil.setData(grid, GridRows.Table.class, new GridRows.Table(one, shown));
    grid.addAttachListener(
        attached -> {
          var page = attached.getUI().getPage();
          IntConsumer fit =
              width -> {
                boolean narrow = width > 0 && width <= PHONE;
                if (one.isVisible() == narrow) return;
                one.setVisible(narrow);
                if (narrow) {
                  shown.clear();
                  columns.stream().filter(Grid.Column::isVisible).forEach(shown::add);
                }
                shown.forEach(column -> column.setVisible(!narrow));
                grid.setClassName("ft-narrow", narrow);
              };
          var window = page.getExtendedClientDetails();
          if (window.getWindowInnerWidth() > 0) fit.accept(window.getWindowInnerWidth());
          else window.refresh(known -> fit.accept(known.getWindowInnerWidth()));
          var resized =
              page.addBrowserWindowResizeListener(resize -> fit.accept(resize.getWidth()));
          grid.addDetachListener(
              detached -> {
                detached.unregisterListener();
                resized.remove();
              });
        });
  }

  /** A card of {@link #cards}: what it is, its state, and a line or two about it. */
  public static Component card(Component title, @Nullable Component state, String... about) {
    var card = Ui.div("ft-list-card", title);
    if (state != null) card.add(state);
    var said = Stream.of(about).filter(words -> !words.isBlank() && !words.equals("–")).toList();
    if (!said.isEmpty()) card.add(Ui.span("ft-quiet", String.join(" · ", said)));
    return card;
  }

  /** A deadline in a list: the day to compare by, then what it is for and how near. */
  public static Component due(String what, LocalDate day, @Nullable Instant until) {
    if (until != null && Due.isOverdue(until, Instant.now()))
      return Ui.div(
          "ft-lines",
          Ui.chip(Ui.Tone.BAD, Formats.date(day) + " · " + Formats.due(until)),
          Ui.span("ft-quiet", what));
    var about = what;
    if (until != null && !Formats.isFar(until))
      about += (what.isEmpty() ? "" : " · ") + Formats.due(until);
    return Ui.div("ft-lines", new Span(Formats.date(day)), Ui.span("ft-quiet", about));
  }

  /** When something moved last; marked if nothing has for a quarter of a year. */
  public static Component moved(Instant at, boolean over) {
    var ago = Formats.ago(at);
    var moved =
        !over && at.isBefore(Instant.now().minus(QUIET_DAYS, ChronoUnit.DAYS))
            ? Ui.chip(Ui.Tone.ATTENTION, ago)
            : Ui.time(at, ago);
    moved.getElement().setAttribute(ScreenText.ON_PAPER, Formats.dateTime(at));
    return moved;
  }

  /**
   * A choice of one of these codes, or of none: all.
   *
   * @param label key of what it says above
   * @param prefix of the keys of the codes' words
   */
  public static Select<String> filter(String label, String prefix, List<String> codes) {
    var select = new Select<String>();
    select.setLabel(t(label));
    select.setEmptySelectionAllowed(true);
    select.setEmptySelectionCaption(t("members.all"));
    select.setItems(codes);
    select.setItemLabelGenerator(
        code -> code == null ? t("members.all") : Words.code(prefix, code));
    return select;
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
