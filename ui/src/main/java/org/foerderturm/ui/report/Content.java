package org.foerderturm.ui.report;

import static org.foerderturm.ui.common.Words.t;

import java.math.BigDecimal;
import java.util.List;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** What a report says, in the words of its reader: the same for the screen and for the file. */
record Content(List<Tile> tiles, List<Plot> plots, List<Table> tables) {

  /** Finer than any figure here tells shares apart. */
  private static final long PRECISE = 1_000_000_000_000L;

  /** How a value is written. Money is in euro cents, shares from 0 to 1, days are working days. */
  enum Kind {
    NUMBER("count"),
    MONEY("euro"),
    SHARE("percent"),
    DAYS("count");

    final String unit;

    Kind(String unit) {
      this.unit = unit;
    }

    String text(@Nullable Number value) {
      if (value == null) return "–";
      return switch (this) {
        case NUMBER -> Formats.number(value.longValue());
        case MONEY -> Formats.euros(value.longValue());
        case SHARE -> Formats.number(percent(value.doubleValue())) + " %";
        case DAYS -> Words.count("report.days", value.longValue());
      };
    }
  }

  /**
   * A figure that comes first.
   *
   * @param href what is behind it; null if it has no events of its own
   */
  record Tile(String name, String value, @Nullable String more, @Nullable String href) {}

  /**
   * A chart of what one of the tables says in numbers.
   *
   * @param across bars lie, so that long names can be read
   */
  record Plot(
      String title,
      boolean line,
      boolean across,
      Kind kind,
      List<String> categories,
      List<Series> series) {}

  /**
   * @param stack series of the same name stand on each other; null for side by side
   * @param values null where there is nothing to show
   */
  record Series(
      String name,
      @Nullable String stack,
      List<@Nullable Number> values,
      List<@Nullable String> hrefs) {}

  record Table(String title, String first, List<Heading> headings, List<Row> rows) {}

  record Heading(String name, Kind kind) {}

  /**
   * @param sum stands for all the others
   */
  record Row(String name, boolean sum, List<Cell> cells) {}

  record Cell(@Nullable Number value, @Nullable String href) {}

  /** A share of 0 to 1 in percent, saying no more than is true. */
  static BigDecimal percent(double share) {
    return Formats.percent(Math.round(share * PRECISE), PRECISE);
  }

  /** A share, or null of nothing. */
  static @Nullable Double share(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }

  static String all() {
    return t("report.all");
  }
}
