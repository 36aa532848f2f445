package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.foerderturm.document.Paper;

/**
 * A screen as a paper: its headings, texts, facts and tables, of lists all rows that the filters
 * let through in the order of the screen, all columns, and what the filters are in words. Buttons
 * and fields stay behind. It is made of the screen itself, so that it never says anything else.
 */
final class ScreenPaper {
  /** Parts of a screen that lead elsewhere or only move what is looked at. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "ft-actions",
          "ft-button-link",
          "ft-crumbs",
          "ft-diagram-tools",
          "ft-ids",
          "ft-past",
          "ft-to",
          "ft-unprinted");

  private static final Set<String> INLINE =
      Set.of("span", "a", "b", "strong", "em", "i", "small", "time", "code", "label", "abbr");

  /** More columns than this are read better on a paper that lies on its side. */
  private static final int UPRIGHT = 5;

  private final Paper paper;
  private final StringBuilder line = new StringBuilder();

  /** Sections that stand on the paper: what a screen shows in two places is read once. */
  private final Set<String> printed = new HashSet<>();

  private ScreenPaper(Paper paper) {
    this.paper = paper;
  }

  static Paper of(String title, List<? extends Component> parts) {
    var now = Formats.dateTime(Instant.now());
    var roots = parts.stream().map(Component::getElement).toList();
    var paper =
        Paper.of(title, Words.locale())
            .dense()
            .foot(t("footer.office") + " · " + title + " · " + t("print.as-of", "time", now));
    if (roots.stream().anyMatch(root -> widest(root) > UPRIGHT || hasDrawing(root)))
      paper.landscape();
    var head = new LinkedHashMap<String, String>();
    head.put(t("print.office"), t("footer.office"));
    head.put(t("print.made"), now);
    var filters = ScreenFilters.words(roots);
    if (filters != null) head.put(t("print.filter"), filters);
    paper.facts(head);
    var screen = new ScreenPaper(paper);
    roots.forEach(screen::part);
    screen.endLine();
    return paper;
  }

  private static boolean hasDrawing(Element element) {
    return isShown(element)
        && (element.getComponent().orElse(null) instanceof OnPaper
            || element.getChildren().anyMatch(ScreenPaper::hasDrawing));
  }

  /** How many columns the widest table has. */
  private static int widest(Element element) {
    if (element.getComponent().orElse(null) instanceof Grid<?> grid)
      return GridRows.columns(grid).size();
    if ("tr".equals(tag(element))) return element.getChildCount();
    return element
        .getChildren()
        .filter(ScreenPaper::isShown)
        .mapToInt(ScreenPaper::widest)
        .max()
        .orElse(0);
  }

  // ---- parts

  private void part(Element element) {
    if (!isShown(element)) return;
    var component = element.getComponent().orElse(null);
    var tag = tag(element);
    if (isHeaded(element, tag) && !printed.add(element.getTextRecursively())) return;
    if (component instanceof OnPaper drawn) {
      endLine();
      drawn.print(paper);
    } else if (component instanceof Grid<?> grid) {
      endLine();
      list(grid);
    } else if (component instanceof HasValue<?, ?> field) {
      endLine();
      field(component, field);
    } else if (ScreenFilters.are(element)) {
      endLine(); // said at the head
    } else if (element.getClassList().contains("ft-facts")
        || element.getClassList().contains("ft-chain")) {
      endLine();
      facts(element);
    } else if (component instanceof Details fold) {
      endLine();
      heading(fold.getSummary().getElement(), false);
      fold.getContent().forEach(part -> part(part.getElement()));
      endLine();
    } else if (element.isTextNode() || INLINE.contains(tag) || tag.equals("vaadin-icon")) {
      var words = ScreenText.of(element);
      if (!words.isBlank()) line.append(line.isEmpty() ? "" : " · ").append(words);
    } else {
      endLine();
      block(element, tag);
      endLine();
    }
  }

  /** One around another has the words of that one; only what has a heading itself is told apart. */
  private static boolean isHeaded(Element element, String tag) {
    return tag.equals("section")
        && element.getChildren().anyMatch(child -> tag(child).matches("h[2-4]"));
  }

  private void block(Element element, String tag) {
    switch (tag) {
      case "h1", "h2" -> heading(element, true);
      case "h3", "h4", "h5", "summary" -> heading(element, false);
      case "p" -> text(ScreenText.of(element));
      case "ul", "ol" ->
          paper.list(
              element
                  .getChildren()
                  .filter(ScreenPaper::isShown)
                  .map(ScreenPaper::item)
                  .filter(words -> !words.isBlank())
                  .toList());
      case "table" -> table(element);
      case "button", "vaadin-button", "vaadin-menu-bar", "vaadin-upload", "hr", "iframe" -> {}
      default -> {
        if (element.getChildren().allMatch(ScreenPaper::isInline)) text(ScreenText.of(element));
        else element.getChildren().forEach(this::part);
      }
    }
  }

  private static boolean isInline(Element element) {
    return element.isTextNode()
        || (INLINE.contains(element.getTag())
            && element.getChildren().allMatch(ScreenPaper::isInline));
  }

  /** An act of the history begins with its time, on the line of its sentence. */
  private static String item(Element element) {
    if (!element.getClassList().contains("ft-act")) return ScreenText.of(element);
    return element
        .getChildren()
        .filter(ScreenPaper::isShown)
        .map(ScreenText::of)
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining(" · "));
  }

  private void heading(Element element, boolean large) {
    var words = ScreenText.of(element);
    if (words.isBlank()) return;
    if (large) paper.heading(words);
    else paper.subheading(words);
  }

  private void endLine() {
    text(line.toString());
    line.setLength(0);
  }

  private void text(String words) {
    if (!words.isBlank()) paper.text(words.strip());
  }

  private void facts(Element element) {
    var facts = new LinkedHashMap<String, String>();
    element
        .getChildren()
        .filter(ScreenPaper::isShown)
        .forEach(
            row -> {
              if (row.getChildCount() == 0) return;
              var value =
                  row.getChildren()
                      .skip(1)
                      .map(ScreenText::of)
                      .filter(words -> !words.isBlank())
                      .toList();
              boolean leads =
                  row.getChildren().skip(1).anyMatch(part -> !isShown(part)); // only elsewhere
              if (value.isEmpty() && leads) return;
              facts.merge(
                  ScreenText.of(row.getChild(0)),
                  value.isEmpty() ? "–" : String.join("\n", value),
                  (one, two) -> one + "\n" + two);
            });
    paper.facts(facts);
  }

  private void field(Component component, HasValue<?, ?> field) {
    var words = ScreenFilters.value(field);
    if (field.isReadOnly() && words != null)
      paper.facts(Map.of(ScreenFilters.label(component), words));
  }

  // ---- tables

  private void table(Element table) {
    var head = new ArrayList<String>();
    var rows = new ArrayList<List<String>>();
    var sums = new HashSet<Integer>();
    rows(table, head, rows, sums);
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    columns = Math.max(columns, head.size());
    if (columns == 0) return;
    while (head.size() < columns) head.add("");
    for (var row : rows) while (row.size() < columns) row.add("");
    print(head, rows, sums);
  }

  private void rows(
      Element element, List<String> head, List<List<String>> rows, Set<Integer> sums) {
    element
        .getChildren()
        .filter(ScreenPaper::isShown)
        .forEach(
            child -> {
              switch (tag(child)) {
                case "caption" -> {
                  var words = ScreenText.of(child);
                  if (!words.isBlank()) paper.subheading(words);
                }
                case "tr" -> {
                  var cells = new ArrayList<>(child.getChildren().map(ScreenText::of).toList());
                  if (tag(element).equals("thead") && head.isEmpty()) head.addAll(cells);
                  else if (!cells.isEmpty()) {
                    if (child.getClassList().contains("ft-sum")) sums.add(rows.size());
                    rows.add(cells);
                  }
                }
                default -> rows(child, head, rows, sums);
              }
            });
  }

  private <T> void list(Grid<T> grid) {
    var columns = GridRows.columns(grid);
    var rows = GridRows.of(grid, columns);
    paper.text(Words.count("print.rows", rows.size()));
    if (!rows.isEmpty())
      print(columns.stream().map(column -> column.getHeaderText()).toList(), rows, Set.of());
  }

  /** Without columns that hold nothing but buttons; figures stand at the right. */
  private void print(List<String> head, List<List<String>> rows, Set<Integer> sums) {
    var kept =
        IntStream.range(0, head.size())
            .filter(i -> rows.isEmpty() || rows.stream().anyMatch(row -> !row.get(i).isBlank()))
            .boxed()
            .toList();
    if (kept.isEmpty()) return;
    paper.table(
        kept.stream().map(i -> head.get(i) + (isOfFigures(rows, i) ? " ▸" : "")).toList(),
        rows.stream().map(row -> kept.stream().map(row::get).toList()).toList(),
        sums);
  }

  private static boolean isOfFigures(List<List<String>> rows, int column) {
    return !rows.isEmpty()
        && rows.stream()
            .map(row -> row.get(column))
            .allMatch(words -> words.equals("–") || isFigure(words))
        && rows.stream().anyMatch(row -> !row.get(column).equals("–"));
  }

  /** An amount, a number, a share; neither a day nor a year. */
  private static boolean isFigure(String words) {
    return words.matches("[-+−]?[€]?[\\d.,\u00a0 ]+[€%]?")
        && !words.matches("(19|20)\\d\\d|\\d\\d\\.\\d\\d\\.\\d{4}");
  }

  // ---- what is there

  static String tag(Element element) {
    return element.isTextNode() ? "#text" : element.getTag();
  }

  static boolean isShown(Element element) {
    if (element.isTextNode()) return true;
    return element.isVisible()
        && !element.hasAttribute("hidden")
        && element.getClassList().stream().noneMatch(LEFT_OUT::contains);
  }
}
