package org.foerderturm.ui.report;

import static org.foerderturm.ui.common.Words.t;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.foerderturm.report.Figure;
import org.foerderturm.report.Report;
import org.foerderturm.report.ReportQuery.DurationRow;
import org.foerderturm.report.ReportQuery.FindDurations;
import org.foerderturm.report.ReportQuery.FindFigures;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Words;
import org.foerderturm.ui.report.Composer.Column;
import org.foerderturm.ui.report.Content.Cell;
import org.foerderturm.ui.report.Content.Heading;
import org.foerderturm.ui.report.Content.Kind;
import org.foerderturm.ui.report.Content.Tile;
import org.jspecify.annotations.Nullable;

/** What each report that adds up facts shows. */
final class Reports {
  private final Desk desk;
  private final Place place;
  private final Function<String, String> names;

  Reports(Desk desk, Place place, Function<String, String> names) {
    this.desk = desk;
    this.place = place;
    this.names = names;
  }

  Content content(Report report) {
    return switch (report) {
      case PIPELINE -> pipeline();
      case CONTRIBUTIONS -> contributions();
      case DECISIONS -> decisions();
      case IDEAS -> ideas();
    };
  }

  private Content pipeline() {
    var f = desk.ask(new FindFigures(place.scope(Report.PIPELINE)));
    var c = new Composer(f, place, names);
    var applied = c.money("report.applied-money", Figure.APPLIED);
    var granted = c.money("report.won-money", Figure.WON);
    var drawn = c.money("report.drawn-money", Figure.DRAWN);
    var byNumber = c.share("report.win-rate", Figure.WON, Figure.DECIDED, false);
    var byMoney = c.share("report.win-rate-money", Figure.WON, Figure.DECIDED, true);
    var columns =
        List.of(
            c.number("report.preparing", Figure.PREPARING),
            c.number("report.applied", Figure.APPLIED),
            applied,
            c.number("report.decided", Figure.DECIDED),
            c.number("report.won", Figure.WON),
            granted,
            byNumber,
            byMoney,
            drawn);
    long asked = f.number(Figure.APPLIED, null, null);
    long won = f.number(Figure.WON, null, null);
    var rate = byNumber.value().of(null, null).value();
    var moneyRate = byMoney.value().of(null, null).value();
    var spent = Content.share(f.cents(Figure.DRAWN, null, null), f.cents(Figure.WON, null, null));
    return new Content(
        List.of(
            c.tile(
                "report.applied-money",
                Formats.euros(f.cents(Figure.APPLIED, null, null)),
                Words.count("report.applications", asked),
                Figure.APPLIED),
            c.tile(
                "report.won-money",
                Formats.euros(f.cents(Figure.WON, null, null)),
                Words.count("report.applications", won),
                Figure.WON),
            c.tile(
                "report.drawn-money",
                Formats.euros(f.cents(Figure.DRAWN, null, null)),
                t("report.of-won", "share", Kind.SHARE.text(spent)),
                Figure.DRAWN),
            c.tile(
                "report.win-rate",
                Kind.SHARE.text(rate),
                t("report.by-money", "share", Kind.SHARE.text(moneyRate)),
                Figure.DECIDED),
            c.tile(
                "report.preparing",
                Formats.number(f.number(Figure.PREPARING, null, null)),
                Words.count("report.awaited", f.number(Figure.AWAITED, null, null)),
                Figure.PREPARING)),
        List.of(
            c.groups(t("report.money-by-programme"), null, List.of(applied, granted, drawn)),
            c.years(t("report.money-by-year"), null, false, List.of(applied, granted, drawn)),
            c.years(t("report.win-rate-by-year"), null, true, List.of(byNumber, byMoney))),
        List.of(
            c.byGroup(t("report.by-programme"), t("report.group.pipeline"), columns),
            c.byYear(t("report.by-year"), columns)));
  }

  private Content contributions() {
    var f = desk.ask(new FindFigures(place.scope(Report.CONTRIBUTIONS)));
    var c = new Composer(f, place, names);
    var paid = c.money("report.paid", Figure.PAID);
    var waived = c.money("report.waived", Figure.WAIVED);
    var off = c.money("report.written-off", Figure.WRITTEN_OFF);
    var arrears = c.money("report.arrears", Figure.ARREARS);
    var later =
        new Column(
            new Heading(t("report.open-not-late"), Kind.MONEY),
            (group, year) -> {
              long value = f.cents(Figure.OPEN, group, year) - f.cents(Figure.ARREARS, group, year);
              return new Cell(value, place.with(year, group).facts(Figure.OPEN));
            });
    var columns =
        List.of(
            c.number("report.contributions", Figure.CHARGED),
            c.money("report.charged", Figure.CHARGED),
            paid,
            waived,
            off,
            c.money("report.open", Figure.OPEN),
            c.number("report.in-arrears", Figure.ARREARS),
            arrears);
    var parts = List.of(paid, later, waived, off, arrears);
    var share =
        Content.share(f.cents(Figure.PAID, null, null), f.cents(Figure.CHARGED, null, null));
    return new Content(
        List.of(
            c.tile(
                "report.charged",
                Formats.euros(f.cents(Figure.CHARGED, null, null)),
                Words.count("report.contributions", f.number(Figure.CHARGED, null, null)),
                Figure.CHARGED),
            c.tile(
                "report.paid",
                Formats.euros(f.cents(Figure.PAID, null, null)),
                t("report.of-charged", "share", Kind.SHARE.text(share)),
                Figure.PAID),
            c.tile(
                "report.open", Formats.euros(f.cents(Figure.OPEN, null, null)), null, Figure.OPEN),
            c.tile(
                "report.arrears",
                Formats.euros(f.cents(Figure.ARREARS, null, null)),
                Words.count("report.contributions", f.number(Figure.ARREARS, null, null)),
                Figure.ARREARS)),
        List.of(
            c.years(t("report.contributions-by-year"), "all", false, parts),
            c.groups(t("report.contributions-by-class"), "all", parts)),
        List.of(
            c.byYear(t("report.by-year"), columns),
            c.byGroup(t("report.by-class"), t("report.group.contributions"), columns)));
  }

  private Content decisions() {
    var f = desk.ask(new FindFigures(place.scope(Report.DECISIONS)));
    var took = desk.ask(new FindDurations(place.asOf(), place.year(), place.group()));
    var c = new Composer(f, place, names);
    var results =
        List.of(
            c.number("report.adopted", Figure.ADOPTED),
            c.number("report.rejected", Figure.REJECTED),
            c.number("report.inquorate", Figure.INQUORATE),
            c.number("report.pending", Figure.PENDING));
    var median = days("report.median", took, DurationRow::medianDays);
    var longest = days("report.longest", took, DurationRow::longestDays);
    var byYear = new ArrayList<Column>();
    byYear.add(c.number("report.presented", Figure.PRESENTED));
    byYear.addAll(results);
    var byBody = new ArrayList<>(byYear);
    byBody.add(median);
    byBody.add(longest);
    return new Content(
        List.of(
            c.tile(
                "report.resolved",
                Formats.number(f.number(Figure.RESOLVED, null, null)),
                Words.count("report.presented", f.number(Figure.PRESENTED, null, null)),
                Figure.RESOLVED),
            c.tile(
                "report.median",
                Kind.DAYS.text(median.value().of(null, null).value()),
                t("report.median-help"),
                Figure.RESOLVED),
            c.tile(
                "report.longest",
                Kind.DAYS.text(longest.value().of(null, null).value()),
                null,
                Figure.RESOLVED),
            c.tile(
                "report.pending",
                Formats.number(f.number(Figure.PENDING, null, null)),
                null,
                Figure.PENDING)),
        List.of(
            c.groups(t("report.decisions-by-body"), "all", results),
            c.groups(t("report.days-by-body"), null, List.of(median, longest)),
            c.years(t("report.decisions-by-year"), "all", false, results)),
        List.of(
            c.byGroup(t("report.by-body"), t("report.group.decisions"), byBody),
            c.byYear(t("report.by-year"), byYear)));
  }

  /** Working days of a body, or of all together; of no single year. */
  private Column days(String key, List<DurationRow> took, Function<DurationRow, Integer> value) {
    return new Column(
        new Heading(t(key), Kind.DAYS),
        (group, year) ->
            took.stream()
                .filter(row -> java.util.Objects.equals(row.body(), group))
                .findFirst()
                .map(
                    row ->
                        new Cell(value.apply(row), place.with(year, group).facts(Figure.RESOLVED)))
                .orElse(new Cell(null, null)));
  }

  private Content ideas() {
    var f = desk.ask(new FindFigures(place.scope(Report.IDEAS)));
    var c = new Composer(f, place, names);
    var parts =
        List.of(
            c.number("report.undecided", Figure.UNDECIDED),
            c.number("report.not-started", Figure.NOT_STARTED),
            c.number("report.started", Figure.STARTED),
            c.number("report.withdrawn", Figure.WITHDRAWN),
            c.number("report.dropped", Figure.DROPPED));
    var columns = new ArrayList<Column>();
    columns.add(c.number("report.proposed", Figure.PROPOSED));
    columns.add(c.number("report.selected", Figure.SELECTED));
    columns.addAll(parts);
    return new Content(
        List.of(
            tile(c, f.number(Figure.PROPOSED, null, null), "report.proposed", Figure.PROPOSED),
            tile(c, f.number(Figure.SELECTED, null, null), "report.selected", Figure.SELECTED),
            tile(c, f.number(Figure.STARTED, null, null), "report.started", Figure.STARTED),
            tile(
                c,
                f.number(Figure.NOT_STARTED, null, null),
                "report.not-started",
                Figure.NOT_STARTED)),
        List.of(
            c.groups(t("report.ideas-by-topic"), "all", parts),
            c.years(t("report.ideas-by-year"), "all", false, parts)),
        List.of(
            c.byGroup(t("report.by-topic"), t("report.group.ideas"), columns),
            c.byYear(t("report.by-year"), columns)));
  }

  private static Tile tile(Composer c, long value, String key, @Nullable Figure figure) {
    return c.tile(key, Formats.number(value), null, java.util.Objects.requireNonNull(figure));
  }
}
