package org.foerderturm.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.foerderturm.calendar.WorkingDays;

/** Office hours, counted back from the start of the program. */
record Calendar(Instant now) {
  private static final ZoneId OFFICE = WorkingDays.OFFICE;

  /**
   * @param salt spreads minutes, so that not all things happen on the hour
   */
  Instant daysAgo(int days, int hour, int salt) {
    return on(today().minusDays(days), hour, salt * 31 + days * 17);
  }

  /** That day, or the last working day before it. */
  Instant on(LocalDate date, int hour, int salt) {
    var day = date;
    while (!WorkingDays.isOne(day)) day = day.minusDays(1);
    return day.atStartOfDay(OFFICE)
        .plusHours(hour)
        .plusMinutes(Math.floorMod(salt, 50))
        .toInstant();
  }

  LocalDate today() {
    return day(now);
  }

  /** A working day, this many days ahead or soon after. */
  LocalDate ahead(int days) {
    return WorkingDays.onOrAfter(today().plusDays(days));
  }

  /** The newest year whose contributions have come in or are overdue by now. */
  int lastYear() {
    return today().minusMonths(6).getYear();
  }

  /** When the office of the demo opened: before all that happens in it. */
  LocalDate opening() {
    return LocalDate.of(lastYear() - 2, 1, 8);
  }

  static LocalDate day(Instant at) {
    return at.atZone(OFFICE).toLocalDate();
  }
}
