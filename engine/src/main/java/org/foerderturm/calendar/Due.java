package org.foerderturm.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * What overdue means, for lists, counts, pages and reports alike: what is due on a day is overdue
 * from the next day on, what is due at an hour after that moment.
 *
 * <p>A due moment stands for its whole day if it is the day's beginning or its last minute, or if
 * it isn't a full minute: nobody sets seconds, they come from periods counted from a click.
 */
public final class Due {
  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

  private Due() {}

  /** Whether an hour was named, so that it is overdue on the same day already. */
  public static boolean namesHour(Instant due) {
    var time = office(due).toLocalTime();
    return time.getSecond() == 0
        && time.getNano() == 0
        && !time.equals(LocalTime.MIDNIGHT)
        && !time.equals(LAST_MINUTE);
  }

  public static boolean isOverdue(Instant due, Instant now) {
    return namesHour(due) ? due.isBefore(now) : isOverdue(day(due), day(now));
  }

  public static boolean isOverdue(LocalDate due, LocalDate today) {
    return due.isBefore(today);
  }

  /** As {@link #isOverdue(Instant, Instant)}, of a column and as of now. */
  public static String overdue(String column) {
    var local = "(" + column + " at time zone 'Europe/Berlin')";
    return "("
        + column
        + " < now() and ("
        + local
        + "::date < (now() at time zone 'Europe/Berlin')::date or (date_trunc('minute', "
        + local
        + ") = "
        + local
        + " and "
        + local
        + "::time not in ('00:00', '23:59'))))";
  }

  private static LocalDate day(Instant moment) {
    return office(moment).toLocalDate();
  }

  private static ZonedDateTime office(Instant moment) {
    return moment.atZone(WorkingDays.OFFICE);
  }
}
