package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCaption;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.ArrayList;
import java.util.TreeSet;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** Small pieces that screens are made of. */
public final class Ui {
  private static final String KEPT = "ft-kept";

  private Ui() {}

  /** What a chip says beside its word: by icon and colour. */
  public enum Tone {
    PLAIN(VaadinIcon.CIRCLE_THIN),
    RUNNING(VaadinIcon.PLAY_CIRCLE_O),
    GOOD(VaadinIcon.CHECK_CIRCLE_O),
    ATTENTION(VaadinIcon.CLOCK),
    BAD(VaadinIcon.WARNING);

    private final VaadinIcon icon;

    Tone(VaadinIcon icon) {
      this.icon = icon;
    }
  }

  /** Outline, icon and word: never colour alone. */
  public static Span chip(Tone tone, String word) {
    var chip = new Span(icon(tone.icon), new Span(word));
    chip.addClassNames("ft-chip", "ft-" + tone.name().toLowerCase(java.util.Locale.ROOT));
    return chip;
  }

  /** An icon that says nothing new, so that screen readers pass over it. */
  public static Icon icon(VaadinIcon which) {
    var icon = which.create();
    icon.getElement().setAttribute("aria-hidden", "true");
    return icon;
  }

  public static Button primary(String words, Runnable action) {
    var button = new Button(words, click -> action.run());
    button.addThemeNames("primary");
    button.setDisableOnClick(false);
    return button;
  }

  public static Button quiet(String words, Runnable action) {
    var button = new Button(words, click -> action.run());
    button.addThemeNames("tertiary");
    return button;
  }

  public static Div div(String className, Component... children) {
    var div = new Div(children);
    div.addClassName(className);
    return div;
  }

  public static Span span(String className, String text) {
    var span = new Span(text);
    span.addClassName(className);
    return span;
  }

  /** A part of a page under its own heading. */
  public static Section section(String title, Component... children) {
    var heading = new H2(title);
    var section = new Section(heading);
    section.add(children);
    section.addClassName("ft-section");
    return section;
  }

  public static Anchor link(String href, String text) {
    var link = new Anchor(href, text);
    link.setRouterIgnore(false);
    return link;
  }

  /** A way from here to a thing that is named elsewhere: of no use on paper. */
  public static Anchor to(String href, String text) {
    var link = link(href, text);
    link.addClassName("ft-to");
    return link;
  }

  /** What one may look at, closed at first. */
  public static Details fold(String title, Component... content) {
    var fold = new Details(title, content);
    fold.addClassName("ft-fold");
    return fold;
  }

  /** A link among buttons: it leads to where something is done, and looks like them. */
  public static Anchor way(String href, String text) {
    var link = link(href, text);
    link.addClassName("ft-button-link");
    return link;
  }

  /** A point in time as people say it, with the exact one for machines and on hover. */
  public static Component time(Instant instant, String words) {
    var time = new Element("time");
    time.setAttribute("datetime", instant.toString());
    time.setAttribute("title", Formats.exact(instant));
    time.setText(words);
    var span = new Span();
    span.getElement().appendChild(time);
    return span;
  }

  /** A designed empty state: what this is, why it is empty, what to do. */
  public static Div empty(String title, String explanation, Component... ways) {
    var empty = div("ft-empty", new H2(title), new Paragraph(explanation));
    empty.add(ways);
    return empty;
  }

  /** Names and values, one below the other. */
  public static Div facts() {
    var facts = new Div();
    facts.addClassName("ft-facts");
    facts.getElement().setAttribute("role", "list");
    return facts;
  }

  public static void fact(Div facts, String name, String value) {
    fact(facts, name, new Span(value));
  }

  public static void fact(Div facts, String name, Component value) {
    var row = div("ft-fact", span("ft-fact-name", Compounds.softName(name)), value);
    row.getElement().setAttribute("role", "listitem");
    facts.add(row);
  }

  public static NativeTable table(String caption, String... headings) {
    var table = new NativeTable();
    table.addClassName("ft-table");
    table.setCaptionText(caption);
    var row = new NativeTableRow();
    for (var heading : headings) {
      var cell = new NativeTableHeaderCell(Compounds.soft(heading));
      cell.getElement().setAttribute("scope", "col");
      row.add(cell);
    }
    table.add(new NativeTableHeader(row), new NativeTableBody());
    return table;
  }

  /** The headings of these columns, counted from 0, stand above their figures. */
  public static void amounts(NativeTable table, int from, int to) {
    var headings =
        table
            .getChildren()
            .filter(NativeTableHeader.class::isInstance)
            .flatMap(Component::getChildren)
            .flatMap(Component::getChildren)
            .toList();
    for (var heading : headings.subList(from, to + 1))
      heading.getElement().getClassList().add("ft-amount");
  }

  /** A cell of a table: what it says, at the right if it is a number. */
  public static NativeTableCell cell(@Nullable Object value, String name) {
    return amount(new NativeTableCell(Values.of(value, name)), value);
  }

  /** Sets the cell to the right if the value is a number. */
  public static NativeTableCell amount(NativeTableCell cell, @Nullable Object value) {
    if (value instanceof Number) cell.addClassName("ft-amount");
    return cell;
  }

  /** Columns that hold figures are set to the right, after all cells are in. */
  public static void amountsWhereNumbers(NativeTable table) {
    var rows =
        table
            .getChildren()
            .filter(NativeTableBody.class::isInstance)
            .flatMap(Component::getChildren)
            .toList();
    var figures = new TreeSet<Integer>();
    for (var row : rows) {
      var cells = row.getChildren().toList();
      for (int i = 0; i < cells.size(); i++)
        if (cells.get(i).getElement().getClassList().contains("ft-amount")) figures.add(i);
    }
    for (int column : figures) {
      amounts(table, column, column);
      for (var row : rows)
        row.getChildren()
            .skip(column)
            .limit(1)
            .forEach(cell -> cell.getElement().getClassList().add("ft-amount"));
    }
  }

  /**
   * A wide table that scrolls sideways, also by keyboard; on a phone its rows stand as cards, each
   * cell with the name of its column, unless the table is to be {@link #kept}. To be called when
   * all rows are in.
   */
  public static Div scroll(Component wide) {
    if (wide instanceof NativeTable table && !table.hasClassName(KEPT)) stack(table);
    var scroll = div("ft-scroll", wide);
    scroll.getElement().setAttribute("tabindex", "0");
    scroll.getElement().setAttribute("role", "group");
    scroll.getElement().setAttribute("aria-label", t("table.label"));
    return scroll;
  }

  /** A table of figures to be compared across: it scrolls on a phone too. */
  public static NativeTable kept(NativeTable table) {
    table.addClassName(KEPT);
    return table;
  }

  /** Roles are said aloud, because a table that is laid out as cards is none to a browser. */
  private static void stack(NativeTable table) {
    var parts = table.getChildren().toList();
    var names = new ArrayList<String>();
    table.addClassName("ft-stack");
    table.getElement().setAttribute("role", "table");
    for (var part : parts) {
      if (part instanceof NativeTableCaption) continue;
      part.getElement().setAttribute("role", "rowgroup");
      for (var row : part.getChildren().toList()) {
        row.getElement().setAttribute("role", "row");
        int column = 0;
        for (var cell : row.getChildren().toList()) {
          var element = cell.getElement();
          if (part instanceof NativeTableHeader) {
            names.add(element.getTextRecursively());
            element.setAttribute("role", "columnheader");
          } else {
            boolean heads = "row".equals(element.getAttribute("scope"));
            element.setAttribute("role", heads ? "rowheader" : "cell");
            if (column > 0 && column < names.size() && !names.get(column).isBlank())
              element.setAttribute("data-name", names.get(column));
          }
          column++;
        }
      }
    }
  }

  /** A heading for those who listen to the page; the eye sees from the place what it is. */
  public static H2 unseen(String title) {
    var heading = new H2(title);
    heading.addClassName("ft-unseen");
    return heading;
  }

  /**
   * Moves the focus to where one goes on after what had it is done: a heading, most often.
   *
   * @param selector of that place in the page
   */
  public static void lead(String selector) {
    UI.getCurrent().getPage().executeJs("window.ftLead($0)", selector);
  }

  /** Says what happened, politely and for a while; read out by screen readers. */
  public static void say(String words, Component... ways) {
    var text = div("ft-notice", new Span(words));
    text.add(ways);
    show(text, false);
  }

  /** Says why something did not happen. */
  public static void refuse(Rejected rejected) {
    refuse(Words.refusal(rejected));
  }

  public static void refuse(String words) {
    show(div("ft-notice", icon(VaadinIcon.WARNING), new Span(words)), true);
  }

  private static void show(Div content, boolean assertive) {
    var notification = new Notification();
    var close = new Button(icon(VaadinIcon.CLOSE_SMALL), click -> notification.close());
    close.addThemeNames("tertiary", "icon");
    close.setAriaLabel(t("action.close"));
    content.add(close);
    notification.add(content);
    notification.setPosition(Notification.Position.BOTTOM_CENTER);
    notification.setDuration(assertive ? 12_000 : 8_000);
    notification.setAssertive(assertive);
    if (assertive) notification.addThemeNames("error");
    notification.open();
  }
}
