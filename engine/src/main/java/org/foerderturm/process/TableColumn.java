package org.foerderturm.process;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.foerderturm.process.TableCell.Flag;
import org.foerderturm.process.TableCell.Range;
import org.foerderturm.process.TableCell.Test;
import org.foerderturm.process.TableCell.Text;
import org.jspecify.annotations.Nullable;

/**
 * An input column of a decision table, cut into the smallest parts between which no cell of it
 * tells a difference. Of each part one value is known, or none if it is empty for whole numbers.
 *
 * @param variable what the column asks for; null if that is more than a variable
 * @param cells of each row; null if it can't be told what it accepts
 * @param accepted the parts of each row; all of them where the cell can't be told
 * @param samples a value of each part, as FEEL writes it; null for none
 * @param ordered whether the parts are in an order
 * @param open how many parts at the end stand for anything else
 */
record TableColumn(
    @Nullable String variable,
    List<@Nullable TableCell> cells,
    List<BitSet> accepted,
    List<@Nullable String> samples,
    boolean ordered,
    int open) {
  private static final String NAME = "[\\p{L}_][\\p{L}\\d_]*(?:\\.[\\p{L}_][\\p{L}\\d_]*)*";
  private static final Pattern VARIABLE = Pattern.compile(NAME);
  private static final String DAY_OF =
      "date\\(\\s*(?:date and time\\(\\s*(" + NAME + ")\\s*\\)|(" + NAME + "))\\s*\\)";
  private static final Pattern DAY = Pattern.compile(DAY_OF);

  /** A day, or another one where nobody named it: {@code if day = null then … else date(day)}. */
  private static final Pattern DAY_OR_ELSE =
      Pattern.compile(
          "if\\s+("
              + NAME
              + ")\\s*=\\s*null\\s+then\\s+(?:today\\(\\)|"
              + DAY_OF
              + ")\\s+else\\s+date\\(\\s*\\1\\s*\\)");

  /** How values lie: text, yes or no, whole numbers, days, any numbers, or numbers of some kind. */
  private enum Kind {
    TEXT,
    FLAG,
    WHOLE,
    DAYS,
    DENSE,
    NUMBER
  }

  static TableColumn of(String expression, String typeRef, List<String> texts) {
    var cells = new ArrayList<@Nullable TableCell>();
    for (var text : texts) cells.add(TableCell.of(text));
    var day = day(expression);
    boolean days = day != null;
    var variable = VARIABLE.matcher(expression.strip()).matches() ? expression.strip() : day;
    var kind = kind(days, typeRef, cells);
    for (int i = 0; i < cells.size(); i++) {
      var cell = cells.get(i);
      if (cell != null
          && !cell.any()
          && (kind == null || !cell.tests().stream().allMatch(fits(kind)))) cells.set(i, null);
    }
    if (kind == null) return cut(variable, cells, List.of("?"), true, 0, test -> new BitSet());
    return switch (kind) {
      case TEXT -> ofTexts(variable, cells);
      case FLAG ->
          cut(
              variable,
              cells,
              List.of("true", "false"),
              false,
              0,
              test -> bit(((Flag) test).value() ? 0 : 1));
      default -> ofRanges(variable, cells, kind);
    };
  }

  /** Whether a column asks for a day. */
  static boolean isDay(String expression) {
    return day(expression) != null;
  }

  /** The variable that holds the day asked for; null if none is. */
  private static @Nullable String day(String expression) {
    var plain = DAY.matcher(expression.strip());
    if (plain.matches()) return plain.group(1) != null ? plain.group(1) : plain.group(2);
    var orElse = DAY_OR_ELSE.matcher(expression.strip());
    return orElse.matches() ? orElse.group(1) : null;
  }

  private static @Nullable Kind kind(
      boolean days, String typeRef, List<@Nullable TableCell> cells) {
    if (days) return typeRef.isEmpty() ? Kind.DAYS : null;
    return switch (typeRef) {
      case "string" -> Kind.TEXT;
      case "boolean" -> Kind.FLAG;
      case "integer", "long" -> Kind.WHOLE;
      case "double" -> Kind.DENSE;
      case "" -> {
        for (var cell : cells)
          if (cell != null && !cell.any())
            yield switch (cell.tests().getFirst()) {
              case Text text -> Kind.TEXT;
              case Flag flag -> Kind.FLAG;
              case Range range -> range.dates() ? null : Kind.NUMBER;
            };
        yield null;
      }
      default -> null;
    };
  }

  private static Predicate<Test> fits(Kind kind) {
    return test ->
        switch (test) {
          case Text text -> kind == Kind.TEXT;
          case Flag flag -> kind == Kind.FLAG;
          case Range range ->
              kind != Kind.TEXT && kind != Kind.FLAG && range.dates() == (kind == Kind.DAYS);
        };
  }

  private static TableColumn ofTexts(@Nullable String variable, List<@Nullable TableCell> cells) {
    var texts = new LinkedHashSet<String>();
    for (var cell : cells)
      if (cell != null) for (var test : cell.tests()) texts.add(((Text) test).text());
    var all = new ArrayList<>(texts);
    var samples = new ArrayList<@Nullable String>();
    for (var text : all) samples.add("\"" + text + "\"");
    var other = new StringBuilder("other");
    while (texts.contains(other.toString())) other.append('\'');
    samples.add("\"" + other + "\"");
    return cut(variable, cells, samples, false, 1, test -> bit(all.indexOf(((Text) test).text())));
  }

  private static TableColumn ofRanges(
      @Nullable String variable, List<@Nullable TableCell> cells, Kind kind) {
    var ends = new TreeSet<BigDecimal>();
    for (var cell : cells)
      if (cell != null)
        for (var test : cell.tests()) {
          var range = (Range) test;
          if (range.low() != null) ends.add(range.low());
          if (range.high() != null) ends.add(range.high());
        }
    // below the first end, the end itself, up to the next, …
    var at = List.copyOf(ends);
    var samples = new ArrayList<@Nullable String>();
    for (int i = 0; i <= at.size(); i++) {
      samples.add(
          said(
              kind,
              between(kind, i == 0 ? null : at.get(i - 1), i == at.size() ? null : at.get(i))));
      if (i < at.size())
        samples.add(kind == Kind.WHOLE && !whole(at.get(i)) ? null : said(kind, at.get(i)));
    }
    return cut(variable, cells, samples, true, 0, test -> parts((Range) test, at));
  }

  private static BitSet parts(Range range, List<BigDecimal> ends) {
    int from = 0;
    int until = 2 * ends.size();
    for (int i = 0; i < ends.size(); i++) {
      if (range.low() != null && ends.get(i).compareTo(range.low()) == 0)
        from = range.withLow() ? 2 * i + 1 : 2 * i + 2;
      if (range.high() != null && ends.get(i).compareTo(range.high()) == 0)
        until = range.withHigh() ? 2 * i + 1 : 2 * i;
    }
    var parts = new BitSet();
    if (from <= until) parts.set(from, until + 1);
    return parts;
  }

  /** A value between two ends; null if there is none, or if nobody knows whether there is one. */
  private static @Nullable BigDecimal between(
      Kind kind, @Nullable BigDecimal low, @Nullable BigDecimal high) {
    if (low == null)
      return high == null
          ? BigDecimal.ZERO
          : high.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
    var next = low.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
    if (high == null || next.compareTo(high) < 0) return next;
    return kind == Kind.DENSE ? low.add(high).divide(BigDecimal.TWO) : null;
  }

  private static boolean whole(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0;
  }

  private static @Nullable String said(Kind kind, @Nullable BigDecimal value) {
    if (value == null) return null;
    return kind == Kind.DAYS
        ? "date(\"" + LocalDate.ofEpochDay(value.longValueExact()) + "\")"
        : value.stripTrailingZeros().toPlainString();
  }

  private static TableColumn cut(
      @Nullable String variable,
      List<@Nullable TableCell> cells,
      List<@Nullable String> samples,
      boolean ordered,
      int open,
      java.util.function.Function<Test, BitSet> parts) {
    var accepted = new ArrayList<BitSet>();
    for (var cell : cells) {
      var bits = new BitSet();
      if (cell != null) cell.tests().forEach(test -> bits.or(parts.apply(test)));
      if (cell == null || cell.any() || cell.not()) {
        if (cell == null || cell.any()) bits.clear();
        bits.flip(0, samples.size());
      }
      accepted.add(bits);
    }
    return new TableColumn(variable, cells, accepted, samples, ordered, open);
  }

  private static BitSet bit(int at) {
    var bits = new BitSet();
    bits.set(at);
    return bits;
  }

  boolean any(int row) {
    var cell = cells.get(row);
    return cell != null && cell.any();
  }

  /** Whether two columns ask for what may hang together. */
  boolean hangsTogetherWith(TableColumn other) {
    if (variable == null || other.variable == null) return true;
    var one = variable + ".";
    var two = other.variable + ".";
    return one.startsWith(two) || two.startsWith(one);
  }
}
