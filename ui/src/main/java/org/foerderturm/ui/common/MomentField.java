package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.typed.Days;
import org.foerderturm.typed.Moments;
import org.foerderturm.typed.Times;
import org.foerderturm.typed.Typed;
import org.foerderturm.typed.Typed.Tense;
import org.jspecify.annotations.Nullable;

/** A day with its time by the office's clock, in one line: 26.11.2026, 14:30. */
public final class MomentField extends TypedField<LocalDateTime> {
  private Tense tense = Tense.ANY;
  private int firstYear = 1900;

  public MomentField(String label) {
    super(label);
    setPlaceholder(t("typed.moment"));
    Calendars.offer(this, this::day, this::onDay);
  }

  public MomentField past() {
    tense = Tense.PAST;
    return this;
  }

  /**
   * @param firstYear of years before it one is asked once
   */
  public MomentField of(Tense tense, int firstYear) {
    this.tense = tense;
    this.firstYear = firstYear;
    return this;
  }

  @Override
  Typed<LocalDateTime> read(String text) {
    return new Moments(new Days(DayField.today(), tense), Formats.OFFICE).read(text);
  }

  @Override
  public String written(LocalDateTime value) {
    return Formats.date(value.toLocalDate()) + ", " + Formats.clock(value.toLocalTime());
  }

  @Override
  void check(LocalDateTime value) {
    DayField.check(this, value.toLocalDate(), tense);
    if (tense == Tense.PAST && value.isAfter(LocalDateTime.now(Formats.OFFICE)))
      throw wrong("day-in-future", java.util.Map.of());
  }

  @Override
  boolean asks(LocalDateTime value) {
    return value.getYear() < firstYear;
  }

  @Override
  Rejected question(LocalDateTime value) {
    return DayField.question(this, value.toLocalDate(), firstYear);
  }

  private @Nullable LocalDate day() {
    var moment = readable();
    if (moment != null) return moment.toLocalDate();
    return new Days(DayField.today(), tense).read(getValue())
            instanceof Typed.Value<LocalDate>(var day)
        ? day
        : null;
  }

  /** The time stays; where there is none yet, one goes on typing it. */
  private void onDay(LocalDate day) {
    var moment = readable();
    if (moment != null) pick(day.atTime(moment.toLocalTime()));
    else if (Times.read(getValue()) instanceof Typed.Value<LocalTime>(var time))
      pick(day.atTime(time));
    else setValue(Formats.date(day) + ", ");
  }
}
