package org.foerderturm.ui.report;

import static org.foerderturm.ui.common.Words.t;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.foerderturm.kernel.NameOrder;
import org.foerderturm.report.Figure;
import org.foerderturm.report.ReportQuery.Figures;
import org.foerderturm.ui.report.Content.Cell;
import org.foerderturm.ui.report.Content.Heading;
import org.foerderturm.ui.report.Content.Kind;
import org.foerderturm.ui.report.Content.Plot;
import org.foerderturm.ui.report.Content.Row;
import org.foerderturm.ui.report.Content.Series;
import org.foerderturm.ui.report.Content.Table;
import org.foerderturm.ui.report.Content.Tile;
import org.jspecify.annotations.Nullable;

/** Makes tiles, tables and charts out of figures; each number knows its events. */
final class Composer {
  private final Figures figures;
  private final Place place;
  private final Function<String, String> names;

  /**
   * @param names what a group is called
   */
  Composer(Figures figures, Place place, Function<String, String> names) {
    this.figures = figures;
    this.place = place;
    this.names = names;
  }

  /** A value of one row: of one group, one year, or all where both are null. */
  interface Value {
    Cell of(@Nullable String group, @Nullable Integer year);
  }

  record Column(Heading heading, Value value) {}

  Column number(String key, Figure figure) {
    return new Column(
        new Heading(t(key), Kind.NUMBER),
        (group, year) -> cell(figures.number(figure, group, year), figure, group, year));
  }

  Column money(String key, Figure figure) {
    return new Column(
        new Heading(t(key), Kind.MONEY),
        (group, year) -> cell(figures.cents(figure, group, year), figure, group, year));
  }

  /** How much of the one is the other, by number or by money; opens the whole. */
  Column share(String key, Figure part, Figure whole, boolean money) {
    return new Column(
        new Heading(t(key), Kind.SHARE),
        (group, year) -> {
          var share =
              money
                  ? Content.share(
                      figures.cents(part, group, year), figures.cents(whole, group, year))
                  : Content.share(
                      figures.number(part, group, year), figures.number(whole, group, year));
          return new Cell(share, share == null ? null : place.with(year, group).facts(whole));
        });
  }

  private Cell cell(long value, Figure figure, @Nullable String group, @Nullable Integer year) {
    return new Cell(value, value == 0 ? null : place.with(year, group).facts(figure));
  }

  Tile tile(String key, String value, @Nullable String more, Figure figure) {
    return new Tile(t(key), value, more, place.facts(figure));
  }

  Table byGroup(String title, String first, List<Column> columns) {
    var rows = new ArrayList<Row>();
    for (var group : groups()) rows.add(row(names.apply(group), columns, group, null));
    if (rows.size() > 1) rows.add(sum(columns));
    return new Table(title, first, columns.stream().map(Column::heading).toList(), rows);
  }

  Table byYear(String title, List<Column> columns) {
    var rows = new ArrayList<Row>();
    for (var year : figures.years()) rows.add(row(year.toString(), columns, null, year));
    if (rows.size() > 1) rows.add(sum(columns));
    return new Table(title, t("report.year"), columns.stream().map(Column::heading).toList(), rows);
  }

  /** In the order of what they are called, not of their codes. */
  private List<String> groups() {
    return figures.groups().stream().sorted(NameOrder.by(names)).toList();
  }

  private Row sum(List<Column> columns) {
    var row = row(Content.all(), columns, null, null);
    return new Row(row.name(), true, row.cells());
  }

  private static Row row(
      String name, List<Column> columns, @Nullable String group, @Nullable Integer year) {
    return new Row(name, false, columns.stream().map(c -> c.value().of(group, year)).toList());
  }

  /** A chart of some columns by group. */
  Plot groups(String title, @Nullable String stack, List<Column> columns) {
    var groups = groups();
    var series = new ArrayList<Series>();
    for (var column : columns)
      series.add(
          series(column, stack, groups.stream().map(g -> column.value().of(g, null)).toList()));
    return new Plot(
        title,
        false,
        true,
        columns.getFirst().heading().kind(),
        groups.stream().map(names).toList(),
        series);
  }

  /** A chart of some columns by year. */
  Plot years(String title, @Nullable String stack, boolean line, List<Column> columns) {
    var years = figures.years();
    var series = new ArrayList<Series>();
    for (var column : columns)
      series.add(
          series(column, stack, years.stream().map(y -> column.value().of(null, y)).toList()));
    return new Plot(
        title,
        line,
        false,
        columns.getFirst().heading().kind(),
        years.stream().map(String::valueOf).toList(),
        series);
  }

  static Series series(Column column, @Nullable String stack, List<Cell> cells) {
    var values = new ArrayList<@Nullable Number>();
    var hrefs = new ArrayList<@Nullable String>();
    for (var cell : cells) {
      values.add(cell.value());
      hrefs.add(cell.href());
    }
    return new Series(column.heading().name(), stack, values, hrefs);
  }
}
