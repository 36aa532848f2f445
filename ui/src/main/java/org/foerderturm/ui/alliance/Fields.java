package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foerderturm.alliance.Terms;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.ui.common.Calendars;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** Fields of the alliance's dialogs, and terms in words. */
final class Fields {
  private Fields() {}

  static BigDecimalField number(String label) {
    var field = new BigDecimalField(label);
    field.setLocale(Words.locale());
    return field;
  }

  static DatePicker day(String label, @Nullable LocalDate initial) {
    var field = new DatePicker(label);
    field.setLocale(Words.locale());
    field.setI18n(Calendars.calendar());
    field.setValue(initial);
    return field;
  }

  static TextArea text(String label) {
    var field = new TextArea(label);
    field.setMaxLength(2000);
    return field;
  }

  static <T> Select<T> choice(String label, T[] values, String prefix) {
    var field = new Select<T>();
    field.setLabel(label);
    field.setItems(values);
    field.setItemLabelGenerator(each -> each == null ? "" : Words.code(prefix, code(each)));
    return field;
  }

  private static String code(Object value) {
    return value.toString().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** Euros as cents; null if nothing was entered. */
  static @Nullable Long cents(BigDecimalField field) {
    @Nullable BigDecimal euros = field.getValue();
    if (euros == null) return null;
    try {
      return euros.movePointRight(2).longValueExact();
    } catch (ArithmeticException e) {
      throw new Rejected("amount-not-in-cents");
    }
  }

  static long neededCents(BigDecimalField field) {
    @Nullable Long cents = cents(field);
    if (cents == null) throw new Rejected("amount-missing");
    return cents;
  }

  static @Nullable Integer whole(BigDecimalField field) {
    @Nullable BigDecimal number = field.getValue();
    if (number == null) return null;
    try {
      return number.intValueExact();
    } catch (ArithmeticException e) {
      throw new Rejected("number-not-whole");
    }
  }

  static int year(BigDecimalField field) {
    @Nullable Integer year = whole(field);
    if (year == null) throw new Rejected("year-missing");
    return year;
  }

  static LocalDate needed(DatePicker field) {
    @Nullable LocalDate day = field.getValue();
    if (day == null) throw new Rejected("day-missing", java.util.Map.of("field", field.getLabel()));
    return day;
  }

  /** What made the amount differ from the fee of the class, in a few words each. */
  static List<String> modifiers(Terms terms) {
    var said = new ArrayList<String>();
    if (terms.assessedClass() != terms.appliedClass())
      said.add(
          t(
              "terms.capped",
              "class",
              Words.code("contribution-class", terms.assessedClass().code())));
    if (terms.startUp()) said.add(t("terms.start-up"));
    if (terms.months() < 12) said.add(t("terms.months", "months", Formats.number(terms.months())));
    if (terms.creditCents() > 0)
      said.add(t("terms.in-kind", "amount", Formats.euros(terms.creditCents())));
    if (terms.exceptionReason() != null)
      said.add(t("terms.exception", "reason", terms.exceptionReason()));
    return said;
  }
}
