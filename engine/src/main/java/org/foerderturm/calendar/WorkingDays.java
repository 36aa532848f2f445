package org.foerderturm.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Working days of the office: Monday to Friday but for the holidays of the table {@code holidays},
 * as it stands in its newest version ({@link #follow}); without an office those of North
 * Rhine-Westphalia (Feiertagsgesetz NW § 2), with which the table is shipped.
 */
public final class WorkingDays {
  /** Where the office is: its days begin and end here, wherever the server stands. */
  public static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

  private static final LocalDate REFORMATION_2017 = LocalDate.of(2017, 10, 31);

  /** Those of the table as it is shipped. */
  static final List<Holiday> SHIPPED =
      List.of(
          every(1, 1),
          every(0, -2), // Good Friday
          every(0, 1), // Easter Monday
          every(5, 1),
          every(0, 39), // Ascension
          every(0, 50), // Whit Monday
          every(0, 60), // Corpus Christi
          every(10, 3),
          every(11, 1),
          every(12, 25),
          every(12, 26),
          new Holiday(REFORMATION_2017, REFORMATION_2017, 10, 31));

  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

  /** What follows from one list of holidays, reckoned once a year. */
  private record Reckoned(
      List<Holiday> holidays, Map<Integer, BitSet> free, Map<Integer, Integer> untilYear) {
    Reckoned(List<Holiday> holidays) {
      this(
          List.copyOf(holidays),
          new ConcurrentHashMap<>(),
          new ConcurrentHashMap<>(Map.of(FIRST.getYear(), 0)));
    }

    boolean isFree(LocalDate day) {
      return free.computeIfAbsent(day.getYear(), this::ofYear).get(day.getDayOfYear());
    }

    private BitSet ofYear(int year) {
      var days = new BitSet();
      var easter = easter(year);
      LocalDate.of(year, 1, 1)
          .datesUntil(LocalDate.of(year + 1, 1, 1))
          .filter(day -> holidays.stream().anyMatch(each -> each.is(day, easter)))
          .forEach(day -> days.set(day.getDayOfYear()));
      return days;
    }
  }

  private static volatile Reckoned now = new Reckoned(SHIPPED);

  private WorkingDays() {}

  private static Holiday every(int month, int day) {
    return new Holiday(null, null, month, day);
  }

  /** From now on these are the holidays. Numbers of days that were stored before stay. */
  public static void follow(List<Holiday> holidays) {
    if (!now.holidays.equals(holidays)) now = new Reckoned(holidays);
  }

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
    var numbers = now.untilYear;
    var known = numbers.get(year);
    if (known != null) return known;
    int count = untilYear(year - 1) + count(LocalDate.of(year - 1, 1, 1), LocalDate.of(year, 1, 1));
    numbers.put(year, count);
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
    return !now.isFree(day);
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
