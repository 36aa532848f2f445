package org.foerderturm.ui.report;

import static org.foerderturm.ui.common.Words.t;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.foerderturm.report.ReportQuery.CountDeadlines;
import org.foerderturm.report.ReportQuery.DeadlineCount;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Words;
import org.foerderturm.ui.report.Content.Cell;
import org.foerderturm.ui.report.Content.Heading;
import org.foerderturm.ui.report.Content.Kind;
import org.foerderturm.ui.report.Content.Plot;
import org.foerderturm.ui.report.Content.Row;
import org.foerderturm.ui.report.Content.Series;
import org.foerderturm.ui.report.Content.Table;
import org.foerderturm.ui.report.Content.Tile;
import org.jspecify.annotations.Nullable;

/** What is due in the next 90 days, counted; the list itself stands below. */
final class Deadlines {
  static final int DAYS = 90;
  private static final int SOON = 14;

  private Deadlines() {}

  static Content content(Desk desk, Place place) {
    var all = counts(desk, place, DAYS);
    var soon = counts(desk, place, SOON);
    long overdue = sum(all, count -> count.month() == null);
    var months = months(place.asOf());
    var headings = new ArrayList<Heading>();
    headings.add(new Heading(t("report.overdue"), Kind.NUMBER));
    for (var month : months) headings.add(new Heading(Formats.month(month), Kind.NUMBER));
    headings.add(new Heading(Content.all(), Kind.NUMBER));
    var rows = new ArrayList<Row>();
    var series = new ArrayList<Series>();
    for (var kind : new TreeSet<>(all.stream().map(DeadlineCount::kind).toList())) {
      var cells = cells(all, months, kind, place.with(null, kind).page("deadlines"));
      rows.add(new Row(Words.code("deadline", kind), false, cells));
      var shown = cells.subList(0, cells.size() - 1);
      var values = new ArrayList<@Nullable Number>();
      var hrefs = new ArrayList<@Nullable String>();
      for (var cell : shown) {
        values.add(cell.value());
        hrefs.add(cell.href());
      }
      series.add(new Series(Words.code("deadline", kind), "all", values, hrefs));
    }
    if (rows.size() > 1)
      rows.add(new Row(Content.all(), true, cells(all, months, null, place.page("deadlines"))));
    var categories = headings.subList(0, headings.size() - 1).stream().map(Heading::name).toList();
    var list = place.page("deadlines");
    return new Content(
        List.of(
            new Tile(t("report.overdue"), Formats.number(overdue), null, list),
            new Tile(
                t("report.in-14-days"),
                Formats.number(sum(soon, count -> count.month() != null)),
                null,
                list),
            new Tile(
                t("report.in-90-days"),
                Formats.number(sum(all, count -> count.month() != null)),
                t("report.until", "day", Formats.date(place.asOf().plusDays(DAYS))),
                list)),
        List.of(
            new Plot(
                t("report.deadlines-by-month"), false, false, Kind.NUMBER, categories, series)),
        List.of(new Table(t("report.by-kind"), t("report.kind"), headings, rows)));
  }

  private static List<DeadlineCount> counts(Desk desk, Place place, int days) {
    return desk.ask(new CountDeadlines(place.asOf(), days)).stream()
        .filter(count -> place.group() == null || count.kind().equals(place.group()))
        .toList();
  }

  private static List<LocalDate> months(LocalDate from) {
    var months = new ArrayList<LocalDate>();
    var last = YearMonth.from(from.plusDays(DAYS));
    for (var month = YearMonth.from(from); !month.isAfter(last); month = month.plusMonths(1))
      months.add(month.atDay(1));
    return months;
  }

  private static List<Cell> cells(
      List<DeadlineCount> all, List<LocalDate> months, @Nullable String kind, String href) {
    var own = all.stream().filter(count -> kind == null || count.kind().equals(kind)).toList();
    var cells = new ArrayList<Cell>();
    cells.add(cell(sum(own, count -> count.month() == null), href));
    for (var month : months)
      cells.add(cell(sum(own, count -> Objects.equals(count.month(), month)), href));
    cells.add(cell(sum(own, count -> true), href));
    return cells;
  }

  private static Cell cell(long number, String href) {
    return new Cell(number, number == 0 ? null : href);
  }

  private static long sum(List<DeadlineCount> counts, Predicate<DeadlineCount> which) {
    return counts.stream().filter(which).mapToLong(DeadlineCount::number).sum();
  }
}
