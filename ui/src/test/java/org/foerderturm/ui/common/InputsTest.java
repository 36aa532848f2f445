package org.foerderturm.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.foerderturm.kernel.Rejected;
import org.junit.jupiter.api.Test;

/** What is wrong is said at its field, wherever in a dialog that stands. */
class InputsTest {
  private final TextField name = Inputs.answers(Inputs.line("Name", 20), "name-missing");
  private final NumberField staff = Inputs.number("Beschäftigte", null);
  private final Div group = new Div(new Paragraph("Größe"), new Div(staff));
  private final List<Div> dialog = List.of(new Div(name), group);

  @Test
  void a_field_with_a_unit_has_no_second_one_in_its_name() {
    assertThat(Inputs.euros("Jahresumsatz (€)", null).getLabel()).isEqualTo("Jahresumsatz");
    assertThat(Inputs.euros("Mittel", null).getLabel()).isEqualTo("Mittel");
  }

  @Test
  void a_rule_speaks_at_the_field_that_answers_it() {
    assertThat(Faults.refuse(dialog, new Rejected("name-missing"), "Der Name fehlt.")).isTrue();
    assertThat(name.isInvalid()).isTrue();
    assertThat(name.getErrorMessage()).isEqualTo("Der Name fehlt.");
    assertThat(staff.isInvalid()).isFalse();
    Faults.clear(dialog);
    assertThat(name.isInvalid()).isFalse();
  }

  @Test
  void what_the_screen_finds_is_said_at_that_field_in_a_group_too() {
    var no = Inputs.wrong(staff, "figures-missing", Map.of());
    assertThat(Faults.refuse(dialog, no, "Bitte angeben.")).isTrue();
    assertThat(staff.isInvalid()).isTrue();
  }

  @Test
  void what_is_about_no_field_is_left_to_the_dialog() {
    assertThat(Faults.refuse(dialog, new Rejected("not-allowed"), "…")).isFalse();
  }

  @Test
  void nothing_entered_is_no_number() {
    assertThat(Inputs.centsIfAny(staff)).isNull();
    assertThat(Inputs.wholeIfAny(staff)).isNull();
    refused("amount-missing", () -> Inputs.cents(staff));
    refused("input-missing", () -> Inputs.whole(staff));
    refused("name-missing", () -> Inputs.needed(name, "name-missing"));
    staff.show(new BigDecimal("-1"));
    refused("money-negative", () -> Inputs.centsIfAny(staff));
    staff.show(new BigDecimal("0.001"));
    refused("amount-not-in-cents", () -> Inputs.centsIfAny(staff));
    refused("number-not-whole", () -> Inputs.wholeIfAny(staff));
  }

  @Test
  void what_is_too_large_is_told_so_and_not_that_it_has_decimals() {
    for (var large : List.of("99999999999999999", "99999999999999999.99", "1E+40")) {
      staff.show(new BigDecimal(large));
      refused("money-too-large", () -> Inputs.centsIfAny(staff));
    }
    staff.show(new BigDecimal("3000000000"));
    refused("number-too-large", () -> Inputs.wholeIfAny(staff));
    staff.show(new BigDecimal("99999999999999999.999"));
    refused("amount-not-in-cents", () -> Inputs.centsIfAny(staff));
  }

  @Test
  void a_text_beyond_its_limit_is_refused_at_its_field_however_it_came() {
    name.setValue("x".repeat(20));
    assertThat(codes(dialog)).isEmpty();
    name.setValue("x".repeat(21));
    assertThat(codes(dialog)).containsExactly("input-too-long");
  }

  @Test
  void a_sign_that_no_paper_can_show_is_refused_where_it_is_typed() {
    name.setValue("CO₂ ✓ Nicht\u2011öff");
    assertThat(codes(dialog)).isEmpty();
    name.setValue("Plan 日");
    assertThat(codes(dialog)).containsExactly("sign-not-printable");
  }

  @Test
  void all_empty_required_fields_are_named_at_once_each_at_its_place() {
    Inputs.required(name, "name-missing");
    Inputs.required(staff);
    var on = Inputs.required(Inputs.day("Gewährt am", null));
    var fee = Inputs.required(Inputs.euros("Entgelt", null));
    name.setValue("   ");
    var parts = List.of(new Div(name), group, on, fee);
    assertThat(codes(parts))
        .containsExactly("name-missing", "input-missing", "day-missing", "amount-missing");
    Faults.say(Faults.in(parts), Words::refusal);
    assertThat(List.of(name.isInvalid(), staff.isInvalid(), on.isInvalid(), fee.isInvalid()))
        .containsOnly(true);
    assertThat(staff.getErrorMessage()).isEqualTo("Bitte ausfüllen.");
    assertThat(on.getErrorMessage()).isEqualTo("Der Tag fehlt: Gewährt am");
    assertThat(fee.getErrorMessage()).isEqualTo("Der Betrag fehlt.");
  }

  @Test
  void a_field_that_is_not_required_stays_unmarked() {
    Inputs.required(name);
    assertThat(name.isRequiredIndicatorVisible()).isTrue();
    assertThat(staff.isRequiredIndicatorVisible()).isFalse();
    Faults.say(Faults.in(dialog), Words::refusal);
    assertThat(name.isInvalid()).isTrue();
    assertThat(staff.isInvalid()).isFalse();
  }

  @Test
  void what_is_not_shown_or_not_required_any_more_is_not_asked() {
    Inputs.required(name);
    Inputs.required(staff);
    group.setVisible(false);
    assertThat(codes(dialog)).containsExactly("input-missing");
    name.setRequiredIndicatorVisible(false);
    assertThat(codes(dialog)).isEmpty();
  }

  @Test
  void what_a_number_cannot_be_is_told_together_with_what_is_empty() {
    Inputs.required(name, "name-missing");
    var seats = Inputs.count("Sitze", null);
    var fee = Inputs.euros("Entgelt", null);
    var parts = List.of(name, seats, fee);
    assertThat(codes(parts)).containsExactly("name-missing");
    seats.show(new BigDecimal("2.5"));
    fee.show(new BigDecimal("-1"));
    assertThat(codes(parts)).containsExactly("name-missing", "number-not-whole", "money-negative");
  }

  @Test
  void a_number_that_nobody_can_read_is_not_taken_for_none() {
    staff.setValue("1,,5");
    assertThat(staff.readable()).isNull();
    assertThat(codes(dialog)).containsExactly("number-unreadable");
  }

  @Test
  void a_mark_goes_when_its_field_is_changed_and_no_other() {
    Inputs.required(name);
    Inputs.required(staff);
    Faults.forget(dialog);
    Faults.say(Faults.in(dialog), Words::refusal);
    name.setValue("Zeche");
    assertThat(name.isInvalid()).isFalse();
    assertThat(staff.isInvalid()).isTrue();
  }

  private static List<String> codes(List<? extends Component> parts) {
    return Faults.in(parts).stream().map(Rejected::code).toList();
  }

  private static void refused(String code, Runnable entered) {
    assertThatThrownBy(entered::run)
        .isInstanceOfSatisfying(Rejected.class, no -> assertThat(no.code()).isEqualTo(code));
  }
}
