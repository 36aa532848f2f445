package org.foerderturm.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How days are written, on screens, on paper and in every file: 26.11.2026 in German, 26 Nov 2026
 * in English. Only in names of files days stand as 2026-11-26, which sorts.
 */
public final class WrittenDays {
  /** British English has "Sept", which no spreadsheet writes. */
  private static final Locale ENGLISH = Locale.ENGLISH;

  private WrittenDays() {}

  public static String day(LocalDate day, Locale language) {
    return write("", "", day.atStartOfDay(), language);
  }

  /** With its time: 26.11.2026, 14:30. */
  public static String moment(LocalDateTime moment, Locale language) {
    return write("", ", HH:mm", moment, language);
  }

  /** With seconds and zone, for who must know: 26.11.2026, 14:30:05 MEZ. */
  public static String exact(ZonedDateTime moment, Locale language) {
    return of("", ", HH:mm:ss z", language).format(moment);
  }

  /** Do, 26.11.2026, or Thu 26 Nov 2026. */
  public static String weekday(LocalDate day, Locale language) {
    return write(isEnglish(language) ? "EEE " : "EEE, ", "", day.atStartOfDay(), language)
        .replace(".,", ",");
  }

  /** Donnerstag, 26.11.2026, or Thursday, 26 Nov 2026. */
  public static String fullWeekday(LocalDate day, Locale language) {
    return write("EEEE, ", "", day.atStartOfDay(), language);
  }

  /** The same as the format of a cell. */
  public static String cellFormat(Locale language) {
    return isEnglish(language) ? "d mmm yyyy" : "dd.mm.yyyy";
  }

  private static String write(String before, String after, LocalDateTime time, Locale language) {
    return of(before, after, language).format(time);
  }

  private static DateTimeFormatter of(String before, String after, Locale language) {
    var english = isEnglish(language);
    return DateTimeFormatter.ofPattern(
        before + (english ? "d MMM yyyy" : "dd.MM.yyyy") + after,
        english ? ENGLISH : Locale.GERMANY);
  }

  private static boolean isEnglish(Locale language) {
    return language.getLanguage().equals("en");
  }
}
