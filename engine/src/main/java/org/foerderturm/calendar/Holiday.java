package org.foerderturm.calendar;

import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * A public holiday, as one row of the table {@code holidays} names it.
 *
 * @param from first day on which the row holds; null for none
 * @param until last day on which the row holds; null for none
 * @param month 1 to 12; 0 if it moves with Easter
 * @param day of the month; with month 0 days after Easter Sunday, negative before it
 */
public record Holiday(@Nullable LocalDate from, @Nullable LocalDate until, int month, int day) {
  /**
   * @throws IllegalArgumentException if there is no such day in any year
   */
  public Holiday {
    boolean moves = month == 0 && Math.abs(day) <= 70;
    boolean fixed = month > 0 && month <= 12 && day > 0 && day <= Month.of(month).maxLength();
    if (!moves && !fixed) throw new IllegalArgumentException("no holiday: " + month + "/" + day);
  }

  /** Whether that day is this holiday. */
  boolean is(LocalDate date, LocalDate easter) {
    if (from != null && date.isBefore(from)) return false;
    if (until != null && date.isAfter(until)) return false;
    return month == 0
        ? date.equals(easter.plusDays(day))
        : date.getMonthValue() == month && date.getDayOfMonth() == day;
  }
}
