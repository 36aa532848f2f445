package org.foerderturm.ui.common;

import java.time.LocalDate;
import java.util.Map;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.typed.Days;
import org.foerderturm.typed.Typed;
import org.foerderturm.typed.Typed.Tense;

/** A day, however it is typed, or picked from a calendar. */
public final class DayField extends TypedField<LocalDate> {
  private static final int LAST_YEAR = 2200;
  private Tense tense = Tense.ANY;
  private int firstYear = 1900;

  public DayField(String label) {
    super(label);
    Calendars.offer(this, this::readable, this::pick);
  }

  /** About what has happened: not in the future. */
  public DayField past() {
    tense = Tense.PAST;
    return this;
  }

  /** Of years before it one is asked once. */
  public DayField since(int year) {
    firstYear = year;
    return this;
  }

  /**
   * @param firstYear of years before it one is asked once
   */
  public DayField of(Tense tense, int firstYear) {
    this.tense = tense;
    this.firstYear = firstYear;
    return this;
  }

  static LocalDate today() {
    return LocalDate.now(Formats.OFFICE);
  }

  @Override
  Typed<LocalDate> read(String text) {
    return new Days(today(), tense).read(text);
  }

  @Override
  public String written(LocalDate value) {
    return Formats.date(value);
  }

  @Override
  String told(LocalDate reading) {
    return Formats.longDay(reading);
  }

  @Override
  void check(LocalDate value) {
    check(this, value, tense);
  }

  @Override
  boolean asks(LocalDate value) {
    return value.getYear() < firstYear;
  }

  @Override
  Rejected question(LocalDate value) {
    return question(this, value, firstYear);
  }

  static Rejected question(TypedField<?> field, LocalDate day, int firstYear) {
    return field.wrong(
        "day-long-ago", Map.of("day", day.toString(), "year", Integer.toString(firstYear)));
  }

  static void check(TypedField<?> field, LocalDate day, Tense tense) {
    if (day.getYear() > LAST_YEAR)
      throw field.wrong("day-too-far", Map.of("year", Integer.toString(LAST_YEAR)));
    if (tense == Tense.PAST && day.isAfter(today())) throw field.wrong("day-in-future", Map.of());
    if (tense == Tense.FUTURE && day.isBefore(today())) throw field.wrong("day-in-past", Map.of());
  }
}
