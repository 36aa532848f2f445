package org.foerderturm.ui.common;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.foerderturm.calendar.Due;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.calendar.WrittenDays;
import org.jspecify.annotations.Nullable;

/** Dates, times, money and numbers as the person's language writes them, in the office's zone. */
public final class Formats {
  public static final ZoneId OFFICE = WorkingDays.OFFICE;

  private Formats() {}

  public static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, OFFICE);
  }

  /** 26.11.2026, or 26 Nov 2026. */
  public static String date(LocalDate date) {
    return WrittenDays.day(date, Words.locale());
  }

  public static String date(Instant instant) {
    return date(day(instant));
  }

  /** Do, 26.11.2026, or Thu 26 Nov 2026. */
  public static String weekday(LocalDate date) {
    return WrittenDays.weekday(date, Words.locale());
  }

  /** Donnerstag, 26.11.2026. */
  public static String longDay(LocalDate date) {
    return WrittenDays.fullWeekday(date, Words.locale());
  }

  /** November 2026. */
  public static String month(LocalDate day) {
    return DateTimeFormatter.ofPattern("MMMM yyyy", Words.locale()).format(day);
  }

  public static String time(Instant instant) {
    return clock(LocalTime.ofInstant(instant, OFFICE));
  }

  /** 14:30 */
  static String clock(LocalTime time) {
    return DateTimeFormatter.ofPattern("HH:mm").format(time);
  }

  public static String dateTime(Instant instant) {
    return WrittenDays.moment(LocalDateTime.ofInstant(instant, OFFICE), Words.locale());
  }

  /** For machines and tooltips: date, time with seconds, zone. */
  public static String exact(Instant instant) {
    return WrittenDays.exact(instant.atZone(OFFICE), Words.locale());
  }

  /** How long ago: "gerade eben", "vor 5 Minuten", "vor 3 Tagen"; older than 30 days: the date. */
  public static String ago(Instant then) {
    var passed = Duration.between(then, Instant.now());
    if (passed.toMinutes() < 1) return Words.t("time.just-now");
    if (passed.toHours() < 1) return Words.count("time.minutes-ago", passed.toMinutes());
    long days = ChronoUnit.DAYS.between(day(then), day(Instant.now()));
    if (days == 0) return Words.count("time.hours-ago", passed.toHours());
    if (days == 1) return Words.t("time.yesterday");
    return days <= 30 ? Words.count("time.days-ago", days) : date(then);
  }

  /** How long something has lasted, as it stands after "seit": "3 Tagen". */
  public static String since(Instant then) {
    return since(then, Instant.now());
  }

  /** As {@link #since(Instant)}, told at that moment. */
  public static String since(Instant then, Instant now) {
    var passed = Duration.between(then, now);
    if (passed.toMinutes() < 1) return Words.t("time.moment");
    if (passed.toHours() < 1) return Words.count("time.minutes", passed.toMinutes());
    if (passed.toHours() < 24) return Words.count("time.hours", passed.toHours());
    return Words.count("time.days", passed.toDays());
  }

  /** From here on nobody counts days, but looks at the date. */
  private static final int FAR = 60;

  /**
   * "heute fällig", "in 3 Arbeitstagen", "seit 2 Tagen überfällig"; the date of what is far ahead.
   */
  public static String due(Instant dueAt) {
    return due(dueAt, Instant.now());
  }

  /** As {@link #due(Instant)}, told at that moment. */
  public static String due(Instant dueAt, Instant now) {
    var day = day(dueAt);
    var today = day(now);
    if (Due.isOverdue(dueAt, now)) {
      long late = ChronoUnit.DAYS.between(day, today);
      return late == 0
          ? Words.t("due.overdue-since", "time", time(dueAt))
          : Words.count("due.overdue", late);
    }
    if (day.equals(today))
      return Due.namesHour(dueAt)
          ? Words.t("due.today-at", "time", time(dueAt))
          : Words.t("due.today");
    if (day.equals(today.plusDays(1))) return Words.t("due.tomorrow");
    return isFar(dueAt, now) ? date(day) : Words.count("due.in", WorkingDays.between(today, day));
  }

  /** Of what is due on a day, or at a moment of it. */
  public static String due(LocalDate day, @Nullable Instant at) {
    return due(at == null ? day.atStartOfDay(OFFICE).toInstant() : at);
  }

  /** As {@link #due}, with the date. */
  public static String dueExactly(Instant dueAt) {
    return dueExactly(dueAt, Instant.now());
  }

  /** As {@link #dueExactly(Instant)}, told at that moment. */
  public static String dueExactly(Instant dueAt, Instant now) {
    var day = weekday(day(dueAt));
    return isFar(dueAt, now) ? day : due(dueAt, now) + " (" + day + ")";
  }

  /** The day until when, within a sentence that says itself what is due: "heute", no judgment. */
  public static String until(Instant dueAt) {
    var now = Instant.now();
    var day = weekday(day(dueAt));
    if (Due.isOverdue(dueAt, now)) return day;
    if (!day(dueAt).equals(day(now))) return dueExactly(dueAt, now);
    var today =
        Due.namesHour(dueAt)
            ? Words.t("due.until-today-at", "time", time(dueAt))
            : Words.t("due.until-today");
    return today + " (" + day + ")";
  }

  static boolean isFar(Instant dueAt) {
    return isFar(dueAt, Instant.now());
  }

  private static boolean isFar(Instant dueAt, Instant now) {
    return dueAt.isAfter(now.plus(FAR, ChronoUnit.DAYS));
  }

  public static String number(long number) {
    return NumberFormat.getIntegerInstance(Words.locale()).format(number);
  }

  public static String number(Number number) {
    var format = NumberFormat.getNumberInstance(Words.locale());
    format.setMaximumFractionDigits(6);
    return format.format(number);
  }

  /** How much of the whole a part is, in percent and words, as {@link #percent}. */
  public static String share(long part, long whole) {
    return number(percent(part, whole));
  }

  /**
   * How much of the whole a part is, in percent, with one digit behind the comma that says no more
   * than is true: 99.96 is 99.9. What is beside a boundary never stands on it: 100.04 is not 100,
   * and 0.04 is not nothing.
   *
   * @param whole not 0
   */
  public static BigDecimal percent(long part, long whole) {
    var hundredfold = BigDecimal.valueOf(part).movePointRight(2);
    for (int digits = 1; ; digits++) {
      var shown = hundredfold.divide(BigDecimal.valueOf(whole), digits, RoundingMode.DOWN);
      boolean exact = shown.multiply(BigDecimal.valueOf(whole)).compareTo(hundredfold) == 0;
      boolean boundary = shown.remainder(BigDecimal.valueOf(100)).signum() == 0;
      if (exact || !boundary || digits == 6) return shown.stripTrailingZeros();
    }
  }

  /** 25.000.000,00 € or €25,000,000.00. */
  public static String euros(@Nullable Long cents) {
    if (cents == null) return "–";
    var format =
        NumberFormat.getCurrencyInstance(
            Messages.isEnglish(Words.locale()) ? Locale.of("en", "IE") : Locale.GERMANY);
    return format.format(BigDecimal.valueOf(cents, 2));
  }

  /**
   * By how much costs and their financing differ.
   *
   * @param cents what is missing; negative if there is too much
   */
  public static String gap(long cents) {
    var amount = euros(Math.abs(cents));
    return cents > 0
        ? Words.t("application.missing", "amount", amount)
        : Words.t("application.excess", "amount", amount);
  }

  public static String bytes(long bytes) {
    if (bytes < 1024) return bytes + " B";
    if (bytes < 1024 * 1024) return number(bytes / 1024) + " KB";
    long tenths = bytes * 10 / (1024 * 1024);
    return number(tenths / 10.0) + " MB";
  }
}
