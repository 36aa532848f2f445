package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A calendar beside a field that takes a typed day. */
final class Calendars {
  private Calendars() {}

  /**
   * Opens by its button, or by arrow down as in every field with a list; it is in the page only
   * while it is open.
   *
   * @param shown the day to begin with; null for today
   */
  static void offer(
      TextField field, Supplier<@Nullable LocalDate> shown, Consumer<LocalDate> chosen) {
    var place = Ui.div("ft-calendar-place");
    Runnable open =
        () -> {
          if (!field.isReadOnly() && field.isEnabled()) open(field, place, shown.get(), chosen);
        };
    var button = new Button(Ui.icon(VaadinIcon.CALENDAR_O), click -> open.run());
    button.addThemeNames("tertiary", "icon", "small");
    button.setAriaLabel(t("typed.calendar"));
    button.setTooltipText(t("typed.calendar"));
    button.setTabIndex(-1);
    field.addClassName("ft-day");
    place.add(button);
    field.setSuffixComponent(place);
    field.addKeyDownListener(Key.ARROW_DOWN, pressed -> open.run());
  }

  private static void open(
      TextField field, Div place, @Nullable LocalDate shown, Consumer<LocalDate> chosen) {
    var calendar = new DatePicker();
    calendar.addClassName("ft-calendar");
    calendar.setLocale(Words.locale());
    calendar.setI18n(calendar());
    calendar.setAriaLabel(field.getLabel());
    calendar.setTabIndex(-1);
    calendar.setValue(shown);
    calendar.addValueChangeListener(
        change -> {
          @Nullable LocalDate day = change.getValue();
          if (change.isFromClient() && day != null) chosen.accept(day);
        });
    calendar.addOpenedChangeListener(
        change -> {
          if (change.isOpened()) return;
          place.remove(calendar);
          field.focus();
        });
    place.add(calendar);
    // as if by keyboard, so that the keys work in it at once
    calendar
        .getElement()
        .executeJs(
            "setTimeout(() => this.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowDown'})))");
  }

  /** Month and day names, Monday first. */
  private static DatePickerI18n calendar() {
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
