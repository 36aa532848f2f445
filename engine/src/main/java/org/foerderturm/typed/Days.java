package org.foerderturm.typed;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.foerderturm.typed.Typed.Reason;
import org.foerderturm.typed.Typed.Tense;
import org.foerderturm.typed.Typed.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * Reads days: {@code 25.11.2026}, {@code 25.11.26}, {@code 25.11}, {@code 251126}, {@code
 * 25112026}, {@code 2026-11-25}, {@code 25/11/2026}, {@code 25. November 2026}, {@code 25 Nov
 * 2026}, each also after its day of the week. With a slash the month may stand first: {@code
 * 03/04/2026} is refused with both readings.
 *
 * @param today in the office
 * @param tense what a year that is left out, or written with two digits, is found by
 * @param inFull only years of four digits are taken
 */
public record Days(LocalDate today, Tense tense, boolean inFull) {
  /** Of lists: which year or century is meant can't be guessed there. */
  public static final Days IN_FULL = new Days(LocalDate.EPOCH, Tense.ANY, true);

  private static final Pattern WEEKDAY = Pattern.compile("(?<name>\\p{L}{2,10})\\.?,? (?<day>.*)");
  private static final Pattern DOTS =
      Pattern.compile("(?<d>\\d{1,2})\\. ?(?<m>\\d{1,2})(?:\\.? ?|\\. ?(?<y>\\d{4}|\\d{2}))");
  private static final Pattern DIGITS =
      Pattern.compile("(?<d>\\d{2})(?<m>\\d{2})(?<y>(?:19|20|21)\\d{2}|\\d{2})");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<y>\\d{4})(?<by>[-./])(?<m>\\d{1,2})\\k<by>(?<d>\\d{1,2})");
  private static final Pattern STROKES =
      Pattern.compile("(?<d>\\d{1,2})(?<by>[-/])(?<m>\\d{1,2})(?:\\k<by>(?<y>\\d{4}|\\d{2}))?");
  private static final Pattern NAMED =
      Pattern.compile("(?<d>\\d{1,2})\\.? ?(?<m>\\p{L}{3,9})\\.?(?: (?<y>\\d{4}|\\d{2}))?");
  private static final Pattern NAMED_FIRST =
      Pattern.compile("(?<m>\\p{L}{3,9})\\.? (?<d>\\d{1,2})(?:,? (?<y>\\d{4}))?");
  private static final List<List<String>> MONTHS =
      List.of(
          List.of("januar", "january", "jänner"),
          List.of("februar", "february", "feber"),
          List.of("märz", "march", "maerz", "mrz"),
          List.of("april"),
          List.of("mai", "may"),
          List.of("juni", "june"),
          List.of("juli", "july"),
          List.of("august"),
          List.of("september"),
          List.of("oktober", "october"),
          List.of("november"),
          List.of("dezember", "december"));
  private static final List<List<String>> WEEKDAYS =
      List.of(
          List.of("montag", "monday"),
          List.of("dienstag", "tuesday"),
          List.of("mittwoch", "wednesday"),
          List.of("donnerstag", "thursday"),
          List.of("freitag", "friday"),
          List.of("samstag", "saturday"),
          List.of("sonntag", "sunday"));

  public Days(LocalDate today, Tense tense) {
    this(today, tense, false);
  }

  /** Never throws; what is not certain is {@link Unreadable}. */
  public Typed<LocalDate> read(String text) {
    if (text.isBlank()) return Typed.empty();
    if (text.length() > Line.LONGEST) return Typed.unreadable(Reason.DAY);
    var line = Line.plain(text);
    if (line.isEmpty()) return Typed.empty();
    var begins = WEEKDAY.matcher(line);
    if (begins.matches()) {
      int weekday = named(WEEKDAYS, begins.group("name"), 2);
      if (weekday > 0) return on(DayOfWeek.of(weekday), written(begins.group("day")));
    }
    return written(line);
  }

  private static Typed<LocalDate> on(DayOfWeek weekday, Typed<LocalDate> said) {
    return said instanceof Typed.Value<LocalDate>(var day) && day.getDayOfWeek() != weekday
        ? Typed.unreadable(Reason.NO_SUCH_DAY)
        : said;
  }

  private Typed<LocalDate> written(String line) {
    for (var pattern : List.of(DOTS, DIGITS, YEAR_FIRST)) {
      var found = pattern.matcher(line);
      if (found.matches()) return one(day(found.group("y"), found.group("m"), found.group("d")));
    }
    if (line.matches("(19|20|21)\\d{6}"))
      return one(day(line.substring(0, 4), line.substring(4, 6), line.substring(6)));
    for (var pattern : List.of(NAMED, NAMED_FIRST)) {
      var found = pattern.matcher(line);
      if (!found.matches()) continue;
      int month = named(MONTHS, found.group("m"), 3);
      return month == 0
          ? Typed.unreadable(Reason.DAY)
          : one(day(found.group("y"), Integer.toString(month), found.group("d")));
    }
    var strokes = STROKES.matcher(line);
    if (!strokes.matches()) return Typed.unreadable(Reason.DAY);
    var year = strokes.group("y");
    var readings = new LinkedHashSet<LocalDate>();
    add(readings, day(year, strokes.group("m"), strokes.group("d")));
    add(readings, day(year, strokes.group("d"), strokes.group("m")));
    if (year != null && year.length() == 2 && strokes.group("by").equals("-"))
      add(readings, day(strokes.group("d"), strokes.group("m"), year));
    if (readings.size() > 1) return new Unreadable<>(Reason.DAY_AMBIGUOUS, List.copyOf(readings));
    return one(readings.isEmpty() ? null : readings.getFirst());
  }

  private static void add(LinkedHashSet<LocalDate> readings, @Nullable LocalDate day) {
    if (day != null) readings.add(day);
  }

  private static Typed<LocalDate> one(@Nullable LocalDate day) {
    return day == null ? Typed.unreadable(Reason.NO_SUCH_DAY) : Typed.value(day);
  }

  /** Null if there is no such day. */
  private @Nullable LocalDate day(@Nullable String year, String month, String day) {
    try {
      int m = Integer.parseInt(month);
      int d = Integer.parseInt(day);
      if (inFull && (year == null || year.length() < 4)) return null;
      if (year == null) return withoutYear(m, d);
      int y = Integer.parseInt(year);
      if (year.length() == 2) y = century(y);
      return y < 1000 ? null : LocalDate.of(y, m, d);
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  /** This year's, unless the field asks for what is past or to come. */
  private LocalDate withoutYear(int month, int day) {
    var here = LocalDate.of(today.getYear(), month, day);
    if (tense == Tense.PAST && here.isAfter(today))
      return LocalDate.of(today.getYear() - 1, month, day);
    if (tense == Tense.FUTURE && here.isBefore(today))
      return LocalDate.of(today.getYear() + 1, month, day);
    return here;
  }

  /** From 79 years ago to 20 years ahead; of what is past from 99 years ago to this year. */
  private int century(int year) {
    int latest = today.getYear() + (tense == Tense.PAST ? 0 : 20);
    int full = latest - latest % 100 + year;
    return full > latest ? full - 100 : full;
  }

  /** The place in the list, from 1, of the one whose name begins so; 0 for none. */
  private static int named(List<List<String>> names, String written, int least) {
    var word = written.toLowerCase(Locale.ROOT);
    if (word.length() < least) return 0;
    for (int i = 0; i < names.size(); i++)
      if (names.get(i).stream().anyMatch(name -> name.startsWith(word))) return i + 1;
    return word.equals("sept") ? 9 : 0;
  }
}
