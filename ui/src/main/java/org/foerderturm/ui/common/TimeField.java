package org.foerderturm.ui.common;

import java.time.LocalTime;
import org.foerderturm.typed.Times;
import org.foerderturm.typed.Typed;

/** A time of day, however it is typed. */
public final class TimeField extends TypedField<LocalTime> {
  public TimeField(String label) {
    super(label);
  }

  @Override
  Typed<LocalTime> read(String text) {
    return Times.read(text);
  }

  @Override
  public String written(LocalTime value) {
    return Formats.clock(value);
  }
}
