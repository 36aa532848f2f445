package org.foerderturm.alliance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Decisions.Verdict;
import org.foerderturm.kernel.Rejected;

/**
 * Interest on what is not paid in time, among those who are no consumers (BGB § 288 (2) and (5)):
 * so many points above the base rate of each half-year, for every day by the days of its year,
 * without interest on interest (§ 289), and once the flat charge. The points and the charge are the
 * table {@code default-interest}, the base rates {@code base-rate}.
 */
public final class DefaultInterest {
  private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

  /**
   * What a day's principal was.
   *
   * @param from first day on which so much was open
   */
  public record Principal(LocalDate from, long cents) {}

  /**
   * One stretch of days with one rate and one principal.
   *
   * @param until its last day
   * @param basisPoints the rate, in hundredths of a percent a year
   */
  public record Stretch(LocalDate from, LocalDate until, long principalCents, long basisPoints) {
    BigDecimal interest() {
      var sum = BigDecimal.ZERO;
      for (var day = from; !day.isAfter(until); ) {
        var last = LocalDate.of(day.getYear(), 12, 31);
        if (last.isAfter(until)) last = until;
        long days = ChronoUnit.DAYS.between(day, last) + 1;
        sum =
            sum.add(
                BigDecimal.valueOf(principalCents)
                    .multiply(BigDecimal.valueOf(basisPoints * days))
                    .divide(
                        WHOLE.multiply(BigDecimal.valueOf(day.lengthOfYear())),
                        10,
                        RoundingMode.HALF_UP));
        day = last.plusDays(1);
      }
      return sum;
    }
  }

  /**
   * @param cents rounded once, half up
   */
  public record Interest(long cents, List<Stretch> stretches, String source) {}

  private DefaultInterest() {}

  /**
   * @param principals what was open, by day from which on
   * @param until last day
   * @throws Rejected {@code rate-missing} if a table has no row for a day
   */
  static Interest of(
      Decisions tables, LocalDate from, LocalDate until, List<Principal> principals) {
    return of(tables, "default-interest", Map.of(), from, until, principals);
  }

  /**
   * The same where another table says by how much the interest is above the base rate.
   *
   * @param inputs of that table beside the day
   */
  public static Interest of(
      Decisions tables,
      String table,
      Map<String, String> inputs,
      LocalDate from,
      LocalDate until,
      List<Principal> principals) {
    var stretches = new ArrayList<Stretch>();
    var sum = BigDecimal.ZERO;
    var source = "";
    for (var day = from; !day.isAfter(until); ) {
      var principal = day.isBefore(principals.getFirst().from) ? 0 : at(principals, day);
      var points = row(tables, table, inputs, day);
      var base = row(tables, "base-rate", Map.of(), day);
      var last = earliest(until, endOfHalfYear(day), before(principals, day));
      var stretch =
          new Stretch(
              day,
              last,
              principal,
              Math.max(0, points.number("basisPoints") + base.number("basisPoints")));
      if (principal > 0) {
        stretches.add(stretch);
        sum = sum.add(stretch.interest());
      }
      source = points.text("source") + "; " + base.text("source");
      day = last.plusDays(1);
    }
    return new Interest(
        sum.setScale(0, RoundingMode.HALF_UP).longValueExact(), List.copyOf(stretches), source);
  }

  /** Once for each contribution that is in default. */
  static long flatCents(Decisions tables, LocalDate day) {
    return row(tables, "default-interest", Map.of(), day).number("flatCents");
  }

  private static Verdict row(
      Decisions tables, String table, Map<String, String> inputs, LocalDate day) {
    var asked = new HashMap<String, Object>(inputs);
    asked.put("day", day.toString());
    try {
      return tables.decide(table, asked);
    } catch (Rejected no) {
      if (!no.code().equals("no-rule-applies")) throw no;
      throw new Rejected("rate-missing", Map.of("table", table, "day", day.toString()));
    }
  }

  private static long at(List<Principal> principals, LocalDate day) {
    return principals.stream()
        .filter(each -> !each.from.isAfter(day))
        .reduce((former, later) -> later)
        .map(Principal::cents)
        .orElse(0L);
  }

  /** The last day before the next change of what is open. */
  private static LocalDate before(List<Principal> principals, LocalDate day) {
    return principals.stream()
        .map(Principal::from)
        .filter(from -> from.isAfter(day))
        .min(LocalDate::compareTo)
        .map(from -> from.minusDays(1))
        .orElse(LocalDate.MAX);
  }

  private static LocalDate endOfHalfYear(LocalDate day) {
    return day.getMonthValue() <= 6
        ? LocalDate.of(day.getYear(), 6, 30)
        : LocalDate.of(day.getYear(), 12, 31);
  }

  private static LocalDate earliest(LocalDate one, LocalDate other, LocalDate third) {
    var first = one.isBefore(other) ? one : other;
    return first.isBefore(third) ? first : third;
  }
}
