package org.foerderturm.ui.committee;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.time.Duration;
import org.foerderturm.ui.common.Calendars;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Words;

/** The field for a day and a time of it, as meetings begin: at a quarter of an hour. */
final class Moments {
  private Moments() {}

  static DateTimePicker field(String label) {
    var when = new DateTimePicker(label);
    when.setLocale(Words.locale());
    when.setDatePickerI18n(Calendars.calendar());
    when.setStep(Duration.ofMinutes(15));
    return Inputs.required(when, "meeting-without-day");
  }
}
