package org.foerderturm.ui.common;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** Fields of dialogs, and what was entered in them; what is wrong is said at the field. */
public final class Inputs {
  private Inputs() {}

  /** Bad input that the screen itself found, and where. */
  static final class AtField extends Rejected {
    final transient Component field;

    AtField(Component field, String code, Map<String, ?> args) {
      super(code, args);
      this.field = field;
    }
  }

  private record Codes(List<String> codes) {}

  /** Refusals with these codes are about this field. */
  public static <F extends Component> F answers(F field, String... codes) {
    var former = ComponentUtil.getData(field, Codes.class);
    var all = new ArrayList<>(former == null ? List.of() : former.codes());
    all.addAll(List.of(codes));
    ComponentUtil.setData(field, Codes.class, new Codes(all));
    return field;
  }

  /**
   * Says the refusal at the field that it is about.
   *
   * @return false if it is about none of them
   */
  static boolean refuse(Collection<? extends Component> fields, Rejected no, String words) {
    for (var field : single(fields)) {
      var codes = ComponentUtil.getData(field, Codes.class);
      boolean here =
          no instanceof AtField at
              ? at.field == field
              : codes != null && codes.codes().contains(no.code());
      if (here && field instanceof HasValidation valid) {
        valid.setErrorMessage(words);
        valid.setInvalid(true);
        // on a phone the calendar of a focused date would cover what is said at it
        boolean date = field instanceof DatePicker || field instanceof DateTimePicker;
        if (!date && field instanceof Focusable<?> focusable) focusable.focus();
        field.scrollIntoView();
        return true;
      }
    }
    return false;
  }

  static void clear(Collection<? extends Component> fields) {
    for (var field : single(fields))
      if (field instanceof HasValidation valid) valid.setInvalid(false);
  }

  /** A browser stops at a field's limit; what comes another way is refused here. */
  static void checkLengths(Collection<? extends Component> fields) {
    for (var field : single(fields)) {
      if (field instanceof TextField line) checkLength(line, line.getValue(), line.getMaxLength());
      if (field instanceof TextArea text) checkLength(text, text.getValue(), text.getMaxLength());
    }
  }

  private static void checkLength(Component field, String words, int most) {
    if (most > 0 && words.length() > most)
      throw new AtField(field, "input-too-long", Map.of("most", most, "length", words.length()));
  }

  /** The fields themselves, also of those that stand in a group. */
  private static List<Component> single(Collection<? extends Component> fields) {
    return fields.stream().<Component>flatMap(Inputs::within).toList();
  }

  private static Stream<Component> within(Component part) {
    return part instanceof HasValidation
        ? Stream.of(part)
        : Stream.concat(Stream.of(part), part.getChildren().flatMap(Inputs::within));
  }

  // ---- fields

  public static DatePicker day(String label, @Nullable LocalDate initial) {
    var field = new DatePicker(label);
    field.setLocale(Words.locale());
    field.setI18n(Calendars.calendar());
    field.setValue(initial);
    return byHand(field);
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
    return byHand(field);
  }

  /**
   * @param cents null for an empty field
   */
  public static BigDecimalField euros(String label, @Nullable Long cents) {
    var field = number(label, cents == null ? null : BigDecimal.valueOf(cents, 2));
    field.setSuffixComponent(new Span("€"));
    return field;
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

  /** What is wrong is found when the dialog is sent, and stays until it is sent again. */
  private static <F extends HasValidation> F byHand(F field) {
    field.setManualValidation(true);
    return field;
  }

  /** What a dialog's action throws when it finds bad input itself: shown at that field. */
  public static Rejected wrong(Component field, String code, Map<String, ?> args) {
    return new AtField(field, code, args);
  }

  // ---- what was entered

  public static LocalDate needed(DatePicker field) {
    @Nullable LocalDate day = field.getValue();
    if (day == null)
      throw new AtField(field, "day-missing", Map.of("field", label(field.getLabel())));
    return day;
  }

  public static <F extends Component & HasValue<?, String>> String needed(F field) {
    return needed(field, "input-missing");
  }

  /** The same, refused as the rule itself would refuse it: for what stands above other fields. */
  public static <F extends Component & HasValue<?, String>> String needed(F field, String code) {
    var words = field.getValue().strip();
    if (words.isEmpty()) throw new AtField(field, code, Map.of());
    return words;
  }

  public static int whole(BigDecimalField field) {
    @Nullable Integer number = wholeIfAny(field);
    if (number == null) throw new AtField(field, "input-missing", Map.of());
    return number;
  }

  /** Null if nothing was entered. */
  public static @Nullable Integer wholeIfAny(BigDecimalField field) {
    @Nullable BigDecimal number = field.getValue();
    if (number == null) return null;
    try {
      return number.intValueExact();
    } catch (ArithmeticException e) {
      throw new AtField(field, "number-not-whole", Map.of());
    }
  }

  /** Euros as cents, not negative. */
  public static long cents(BigDecimalField field) {
    @Nullable Long cents = centsIfAny(field);
    if (cents == null) throw new AtField(field, "amount-missing", Map.of());
    return cents;
  }

  /** Euros as cents, not negative; null if nothing was entered. */
  public static @Nullable Long centsIfAny(BigDecimalField field) {
    @Nullable BigDecimal euros = field.getValue();
    if (euros == null) return null;
    if (euros.signum() < 0)
      throw new AtField(field, "money-negative", Map.of("line", label(field.getLabel())));
    try {
      return euros.movePointRight(2).longValueExact();
    } catch (ArithmeticException e) {
      throw new AtField(field, "amount-not-in-cents", Map.of());
    }
  }

  private static String label(@Nullable String label) {
    return label == null ? "–" : label;
  }
}
