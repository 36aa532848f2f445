package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words of a date field. */
public final class Calendars {
  private Calendars() {}

  /** Month and day names, Monday first, dates as people here type them. */
  public static DatePickerI18n calendar() {
    var locale = Words.locale();
    var calendar = new DatePickerI18n();
    calendar.setMonthNames(
        Stream.iterate(1, m -> m + 1)
            .limit(12)
            .map(m -> YearMonth.of(2026, m).getMonth().getDisplayName(TextStyle.FULL, locale))
            .toList());
    calendar.setWeekdays(days(TextStyle.FULL, locale));
    calendar.setWeekdaysShort(days(TextStyle.SHORT, locale));
    calendar.setFirstDayOfWeek(1);
    calendar.setToday(t("due.today"));
    calendar.setCancel(t("action.cancel"));
    if (Messages.isEnglish(locale))
      calendar.setDateFormats("d MMM yyyy", "dd/MM/yyyy", "yyyy-MM-dd");
    else calendar.setDateFormats("dd.MM.yyyy", "d.M.yyyy", "d.M.yy", "yyyy-MM-dd");
    return calendar;
  }

  private static List<String> days(TextStyle style, Locale locale) {
    var days = new ArrayList<String>();
    for (int i = 0; i < 7; i++)
      days.add(DayOfWeek.of(i == 0 ? 7 : i).getDisplayName(style, locale));
    return days;
  }
}
