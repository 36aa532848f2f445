package org.foerderturm.ui.common;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValueContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** Fields of dialogs, and what was entered in them; what is wrong is said at the field. */
public final class Inputs {
  private Inputs() {}

  /** What an empty field is told that must be filled, unless it is told otherwise. */
  private record Missing(String code) {}

  /** Refusals with these codes are about this field. */
  public static <F extends Component> F answers(F field, String... codes) {
    Faults.answers(field, codes);
    return field;
  }

  /**
   * Looked at before anything is sent, together with what all other fields ask.
   *
   * @param check throws what {@link #wrong} makes
   */
  public static <F extends Component> F checked(F field, Runnable check) {
    Faults.check(field, check);
    return field;
  }

  /** Must be filled, and is marked so for eye and ear. */
  public static <F extends Component & HasValidation & HasValue<?, ?>> F required(F field) {
    var missing = ComponentUtil.getData(field, Missing.class);
    return required(field, missing == null ? "input-missing" : missing.code());
  }

  /**
   * The same, refused as the rule itself would refuse it. Who takes the mark away again takes the
   * duty with it.
   */
  public static <F extends Component & HasValidation & HasValue<?, ?>> F required(
      F field, String code) {
    field.setRequiredIndicatorVisible(true);
    return checked(
        answers(byHand(field), code),
        () -> {
          if (field.isRequiredIndicatorVisible() && isBlank(field))
            throw wrong(field, code, Map.of("field", label(field)));
        });
  }

  private static boolean isBlank(HasValue<?, ?> field) {
    return field.isEmpty() || (field.getValue() instanceof String words && words.isBlank());
  }

  // ---- fields

  public static DatePicker day(String label, @Nullable LocalDate initial) {
    var field = new DatePicker(label);
    field.setLocale(Words.locale());
    field.setI18n(Calendars.calendar());
    field.setValue(initial);
    ComponentUtil.setData(field, Missing.class, new Missing("day-missing"));
    return checked(byHand(field), () -> readable(field, field.getValue(), "day-unreadable"));
  }

  public static TextArea text(String label) {
    var field = new TextArea(label);
    field.setMaxLength(2000);
    return byHand(field);
  }

  public static TextField line(String label, int most) {
    var field = new TextField(label);
    field.setMaxLength(most);
    return byHand(field);
  }

  public static BigDecimalField number(String label, @Nullable BigDecimal initial) {
    var field = new BigDecimalField(label);
    field.setLocale(Words.locale());
    field.setValue(initial);
    return checked(byHand(field), () -> readable(field, field.getValue(), "number-unreadable"));
  }

  /** A number without decimals. */
  public static BigDecimalField count(String label, @Nullable Integer initial) {
    var field = number(label, initial == null ? null : BigDecimal.valueOf(initial));
    return checked(field, () -> wholeIfAny(field));
  }

  /**
   * @param cents null for an empty field
   */
  public static BigDecimalField euros(String label, @Nullable Long cents) {
    var field = number(label, cents == null ? null : BigDecimal.valueOf(cents, 2));
    field.setSuffixComponent(new Span("€"));
    ComponentUtil.setData(field, Missing.class, new Missing("amount-missing"));
    return checked(field, () -> centsIfAny(field));
  }

  /** One of these or none. */
  public static <T> Select<T> choice(String label, List<T> rows, Function<T, String> title) {
    var field = new Select<T>();
    field.setLabel(label);
    field.setEmptySelectionAllowed(true);
    field.setItems(rows);
    field.setItemLabelGenerator(each -> each == null ? "" : title.apply(each));
    return byHand(field);
  }

  /** What was typed is there, even if it is no such value. */
  private static <F extends Component & HasValidator<V>, V> void readable(
      F field, V value, String code) {
    var said = field.getDefaultValidator().apply(value, new ValueContext(new Binder<>(), field));
    if (said.isError()) throw wrong(field, code, Map.of());
  }

  /** What is wrong is found when the dialog is sent. */
  private static <F extends HasValidation> F byHand(F field) {
    field.setManualValidation(true);
    return field;
  }

  /** What a dialog's action throws when it finds bad input itself: shown at that field. */
  public static Rejected wrong(Component field, String code, Map<String, ?> args) {
    return new Faults.AtField(field, code, args);
  }

  // ---- what was entered

  public static LocalDate needed(DatePicker field) {
    @Nullable LocalDate day = field.getValue();
    if (day == null) throw wrong(field, "day-missing", Map.of("field", label(field)));
    return day;
  }

  public static <F extends Component & HasValue<?, String>> String needed(F field) {
    return needed(field, "input-missing");
  }

  /** The same, refused as the rule itself would refuse it: for what stands above other fields. */
  public static <F extends Component & HasValue<?, String>> String needed(F field, String code) {
    var words = field.getValue().strip();
    if (words.isEmpty()) throw wrong(field, code, Map.of());
    return words;
  }

  public static int whole(BigDecimalField field) {
    @Nullable Integer number = wholeIfAny(field);
    if (number == null) throw wrong(field, "input-missing", Map.of());
    return number;
  }

  /** Null if nothing was entered. */
  public static @Nullable Integer wholeIfAny(BigDecimalField field) {
    @Nullable BigDecimal number = field.getValue();
    if (number == null) return null;
    try {
      return number.intValueExact();
    } catch (ArithmeticException e) {
      throw wrong(field, "number-not-whole", Map.of());
    }
  }

  /** Euros as cents, not negative. */
  public static long cents(BigDecimalField field) {
    @Nullable Long cents = centsIfAny(field);
    if (cents == null) throw wrong(field, "amount-missing", Map.of());
    return cents;
  }

  /** Euros as cents, not negative; null if nothing was entered. */
  public static @Nullable Long centsIfAny(BigDecimalField field) {
    @Nullable BigDecimal euros = field.getValue();
    if (euros == null) return null;
    if (euros.signum() < 0) throw wrong(field, "money-negative", Map.of("line", label(field)));
    try {
      return euros.movePointRight(2).longValueExact();
    } catch (ArithmeticException e) {
      throw wrong(field, "amount-not-in-cents", Map.of());
    }
  }

  private static String label(Component field) {
    @Nullable String label = field instanceof HasLabel named ? named.getLabel() : null;
    return label == null ? "–" : label;
  }
}
