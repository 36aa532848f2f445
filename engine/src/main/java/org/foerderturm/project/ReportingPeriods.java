package org.foerderturm.project;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.foerderturm.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * The periods on which reports are written: months long, from the first day of the grant period,
 * the last one cut where that ends.
 */
record ReportingPeriods(LocalDate from, LocalDate until, int months) {
  static final ZoneId OFFICE = WorkingDays.OFFICE;
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  /** The same cycle in another grant period. */
  ReportingPeriods within(LocalDate from, LocalDate until) {
    return new ReportingPeriods(from, until, months);
  }

  /**
   * @param number from 1
   */
  LocalDate firstDay(int number) {
    return from.plusMonths((long) (number - 1) * months);
  }

  LocalDate lastDay(int number) {
    var last = firstDay(number + 1).minusDays(1);
    return last.isAfter(until) ? until : last;
  }

  boolean has(int number) {
    return !firstDay(number).isAfter(until);
  }

  /** The morning of the first working day after the period; null if there is no such period. */
  @Nullable Instant calledAt(int number) {
    return has(number) ? morning(WorkingDays.onOrAfter(lastDay(number).plusDays(1))) : null;
  }

  /**
   * Until when the report on this day's state is to be written.
   *
   * @param workingDays as the table {@code report-writing} has it for that day
   */
  static Instant writtenBy(LocalDate day, long workingDays) {
    return endOf(WorkingDays.after(day, workingDays));
  }

  /** The end of the office's working day. */
  static Instant endOf(LocalDate day) {
    return day.atTime(17, 0).atZone(OFFICE).toInstant();
  }

  private static Instant morning(LocalDate day) {
    return day.atTime(MORNING).atZone(OFFICE).toInstant();
  }
}
