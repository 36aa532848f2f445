package org.foerderturm.process;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import org.foerderturm.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * Moments and periods as models and cases write them (ISO 8601), told by the office's clock
 * whatever zone the program runs in: days are days of the calendar, also when the clocks change;
 * hours and minutes are as long as they are.
 */
final class OfficeTime {
  /**
   * @param days years, months, weeks and days: the same time of day on another day
   * @param rest hours and less: so much later
   */
  record Span(Period days, Duration rest) {
    Instant after(Instant start) {
      return after(start, 1);
    }

    Instant after(Instant start, int times) {
      return start
          .atZone(WorkingDays.OFFICE)
          .plus(days.multipliedBy(times))
          .plus(rest.multipliedBy(times))
          .toInstant();
    }
  }

  private OfficeTime() {}

  /** A period like {@code P14D} or {@code P1DT6H}; null if the text is none. */
  static @Nullable Span span(String text) {
    try {
      int time = text.indexOf('T');
      var days = text.startsWith("PT") ? Period.ZERO : Period.parse(before(text, time));
      var rest = time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time));
      return new Span(days, rest);
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  /**
   * A day ({@code 2026-11-30}, its beginning), a moment of the office's clock ({@code
   * 2026-11-30T18:00}) or one with its distance to UTC. An hour that comes twice is taken the first
   * time.
   *
   * @return null if the text is none, or names a moment that doesn't exist
   */
  static @Nullable Instant moment(String text) {
    try {
      if (text.indexOf('T') < 0)
        return LocalDate.parse(text).atStartOfDay(WorkingDays.OFFICE).toInstant();
      if (text.endsWith("Z")
          || text.substring(text.indexOf('T')).matches(".*[+-]\\d\\d(:?\\d\\d)?"))
        return OffsetDateTime.parse(text).toInstant();
      var local = LocalDateTime.parse(text);
      return exists(local) ? local.atZone(WorkingDays.OFFICE).toInstant() : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Whether the office's clock shows it: in spring it leaves out an hour. */
  private static boolean exists(LocalDateTime local) {
    return ZonedDateTime.of(local, WorkingDays.OFFICE).toLocalDateTime().equals(local);
  }

  private static String before(String text, int end) {
    return end < 0 ? text : text.substring(0, end);
  }
}
