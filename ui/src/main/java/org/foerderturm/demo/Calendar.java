package org.foerderturm.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Office hours, counted back from the start of the program. */
record Calendar(Instant now) {
  private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

  /**
   * @param salt spreads minutes, so that not all things happen on the hour
   */
  Instant daysAgo(int days, int hour, int salt) {
    var day = now.atZone(OFFICE).truncatedTo(ChronoUnit.DAYS).minusDays(days);
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY) day = day.minusDays(1);
    if (day.getDayOfWeek() == DayOfWeek.SUNDAY) day = day.minusDays(2);
    return day.plusHours(hour).plusMinutes(Math.floorMod(salt * 31 + days * 17, 50)).toInstant();
  }

  static LocalDate day(Instant at) {
    return at.atZone(OFFICE).toLocalDate();
  }
}
