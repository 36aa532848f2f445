package org.foerderturm.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Working days of North Rhine-Westphalia (Feiertagsgesetz NW § 2). */
public final class WorkingDays {
  /** Where the office is: its days begin and end here, wherever the server stands. */
  public static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

  private static final Set<MonthDay> FIXED =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(10, 3),
          MonthDay.of(11, 1),
          MonthDay.of(12, 25),
          MonthDay.of(12, 26));

  /** 500 years of the Reformation, once (law of North Rhine-Westphalia of 2015). */
  private static final LocalDate REFORMATION_2017 = LocalDate.of(2017, 10, 31);

  // Good Friday, Easter Monday, Ascension, Whit Monday, Corpus Christi
  private static final Set<Integer> AFTER_EASTER = Set.of(-2, 1, 39, 50, 60);

  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final Map<Integer, Integer> UNTIL_YEAR = new ConcurrentHashMap<>(Map.of(2000, 0));

  private WorkingDays() {}

  /**
   * The day's number when working days are counted from 2000 on; a free day has the number of the
   * working day before it. So the difference of two numbers is {@link #between}, also where only
   * numbers can be reckoned with.
   *
   * @throws IllegalArgumentException if the day lies before 2000
   */
  public static int number(LocalDate day) {
    if (day.isBefore(FIRST)) throw new IllegalArgumentException("counted from 2000 on: " + day);
    return untilYear(day.getYear()) + count(LocalDate.of(day.getYear(), 1, 1), day.plusDays(1));
  }

  private static int untilYear(int year) {
    var known = UNTIL_YEAR.get(year);
    if (known != null) return known;
    int count = untilYear(year - 1) + count(LocalDate.of(year - 1, 1, 1), LocalDate.of(year, 1, 1));
    UNTIL_YEAR.put(year, count);
    return count;
  }

  private static int count(LocalDate from, LocalDate before) {
    return (int) from.datesUntil(before).filter(WorkingDays::isOne).count();
  }

  /** How many working days come after {@code from}, up to and with {@code to}. */
  public static long between(LocalDate from, LocalDate to) {
    return from.plusDays(1).datesUntil(to.plusDays(1)).filter(WorkingDays::isOne).count();
  }

  public static boolean isOne(LocalDate day) {
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY)
      return false;
    if (FIXED.contains(MonthDay.from(day)) || day.equals(REFORMATION_2017)) return false;
    return !AFTER_EASTER.contains(day.getDayOfYear() - easter(day.getYear()).getDayOfYear());
  }

  /** The working day that lies so many working days before the day. */
  public static LocalDate before(LocalDate day, int count) {
    var found = day;
    for (int left = count; left > 0; ) {
      found = found.minusDays(1);
      if (isOne(found)) left--;
    }
    return found;
  }

  /**
   * The day itself, or the next working day after it: where a period of time ends that would end on
   * a free day (§ 193 BGB, § 31 Abs. 3 VwVfG).
   */
  public static LocalDate onOrAfter(LocalDate day) {
    var found = day;
    while (!isOne(found)) found = found.plusDays(1);
    return found;
  }

  /** The working day so many working days after the given day. */
  public static LocalDate after(LocalDate day, long count) {
    var found = day;
    for (long left = count; left > 0; left--) found = onOrAfter(found.plusDays(1));
    return found;
  }

  /** Easter Sunday, by the anonymous Gregorian computus. */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }
}
