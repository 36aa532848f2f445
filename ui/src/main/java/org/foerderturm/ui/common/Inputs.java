package org.foerderturm.ui.common;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.typed.Numbers;
import org.foerderturm.typed.Numbers.Unit;
import org.jspecify.annotations.Nullable;

/** Fields of dialogs, and what was entered in them; what is wrong is said at the field. */
public final class Inputs {
  private static final int MOST_DECIMALS = 12;

  private Inputs() {}

  /** What an empty field is told that must be filled, unless it is told otherwise. */
  private record Missing(String code) {}

  /** A field whose value is a proposal. */
  private record Suggested() {}

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

  /** Filled with a proposal, not with what a record says. */
  public static <F extends Component> F suggested(F field) {
    ComponentUtil.setData(field, Suggested.class, new Suggested());
    if (field instanceof NumberField number) number.against(null);
    return field;
  }

  /**
   * Labels of fields that begin with a value which is no proposal; a day is mostly one, so it is
   * not looked at.
   */
  static List<String> filled(Component... parts) {
    return Faults.fields(List.of(parts)).stream()
        .filter(field -> ComponentUtil.getData(field, Suggested.class) == null)
        .filter(field -> !(field instanceof DayField) && !(field instanceof Checkbox))
        .filter(field -> field instanceof HasValue<?, ?> value && !value.isEmpty())
        .map(Inputs::label)
        .toList();
  }

  // ---- fields

  /** A day that may be past or to come. */
  public static DayField day(String label, @Nullable LocalDate initial) {
    var field = new DayField(label);
    field.show(initial);
    ComponentUtil.setData(field, Missing.class, new Missing("day-missing"));
    return typed(field);
  }

  /** A day about what has happened: not in the future. */
  public static DayField pastDay(String label, @Nullable LocalDate initial) {
    return day(label, initial).past();
  }

  /** A day with its time by the office's clock. */
  public static MomentField moment(String label, @Nullable LocalDateTime initial) {
    var field = new MomentField(label);
    field.show(initial);
    ComponentUtil.setData(field, Missing.class, new Missing("day-missing"));
    return typed(field);
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

  /** A number that may have decimals. */
  public static NumberField number(String label, @Nullable BigDecimal initial) {
    return number(label, new Numbers(MOST_DECIMALS, Unit.NONE, true), initial);
  }

  /** Hundredths, with or without their sign. */
  public static NumberField percent(String label, @Nullable BigDecimal initial) {
    return number(label, new Numbers(MOST_DECIMALS, Unit.PERCENT, false), initial);
  }

  /** A number without decimals. */
  public static NumberField count(String label, @Nullable Integer initial) {
    var field = number(label, Numbers.WHOLE, initial == null ? null : BigDecimal.valueOf(initial));
    return checked(field, () -> wholeIfAny(field));
  }

  public static NumberField year(String label, @Nullable Integer initial) {
    var field = count(label, null).year();
    field.show(initial == null ? null : BigDecimal.valueOf(initial));
    return field;
  }

  /**
   * @param cents null for an empty field
   */
  public static NumberField euros(String label, @Nullable Long cents) {
    // the field itself shows its unit
    var name = label.replace(" (€)", "");
    var field = number(name, Numbers.EUROS, cents == null ? null : BigDecimal.valueOf(cents, 2));
    ComponentUtil.setData(field, Missing.class, new Missing("amount-missing"));
    return checked(field, () -> centsIfAny(field));
  }

  private static NumberField number(String label, Numbers numbers, @Nullable BigDecimal initial) {
    var field = new NumberField(label, numbers);
    field.show(initial);
    return typed(field);
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

  /** What can't be read is refused at its field, as what is missing. */
  private static <F extends TypedField<?>> F typed(F field) {
    return checked(field, field::value);
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

  /** Of a day or a moment. */
  public static <T> T needed(TypedField<T> field) {
    @Nullable T value = field.value();
    if (value == null) throw wrong(field, "day-missing", Map.of("field", label(field)));
    return value;
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

  public static int whole(NumberField field) {
    @Nullable Integer number = wholeIfAny(field);
    if (number == null) throw wrong(field, "input-missing", Map.of());
    return number;
  }

  /** Null if nothing was entered. */
  public static @Nullable Integer wholeIfAny(NumberField field) {
    @Nullable BigDecimal number = field.value();
    if (number == null) return null;
    try {
      return number.intValueExact();
    } catch (ArithmeticException e) {
      boolean whole = number.stripTrailingZeros().scale() <= 0;
      throw wrong(field, whole ? "number-too-large" : "number-not-whole", Map.of());
    }
  }

  /** Euros as cents, not negative. */
  public static long cents(NumberField field) {
    @Nullable Long cents = centsIfAny(field);
    if (cents == null) throw wrong(field, "amount-missing", Map.of());
    return cents;
  }

  /** Money that may be saved or earned: a minus is allowed. */
  public static long signedCents(NumberField field) {
    var euros = needed(field);
    try {
      return euros.movePointRight(2).longValueExact();
    } catch (ArithmeticException e) {
      throw wrong(field, "cents-too-fine", Map.of("line", label(field)));
    }
  }

  /** Euros as cents, not negative; null if nothing was entered. */
  public static @Nullable Long centsIfAny(NumberField field) {
    @Nullable BigDecimal euros = field.value();
    if (euros == null) return null;
    if (euros.signum() < 0) throw wrong(field, "money-negative", Map.of("line", label(field)));
    try {
      return euros.movePointRight(2).longValueExact();
    } catch (ArithmeticException e) {
      boolean cents = euros.stripTrailingZeros().scale() <= 2;
      throw wrong(field, cents ? "money-too-large" : "amount-not-in-cents", Map.of());
    }
  }

  private static String label(Component field) {
    @Nullable String label = field instanceof HasLabel named ? named.getLabel() : null;
    return label == null ? "–" : label;
  }
}
