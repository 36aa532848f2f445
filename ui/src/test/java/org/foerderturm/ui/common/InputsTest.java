package org.foerderturm.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.foerderturm.kernel.Rejected;
import org.junit.jupiter.api.Test;

/** What is wrong is said at its field, wherever in a dialog that stands. */
class InputsTest {
  private final TextField name = Inputs.answers(Inputs.line("Name", 20), "name-missing");
  private final BigDecimalField staff = Inputs.number("Beschäftigte", null);
  private final Div group = new Div(new Paragraph("Größe"), new Div(staff));
  private final List<Div> dialog = List.of(new Div(name), group);

  @Test
  void a_rule_speaks_at_the_field_that_answers_it() {
    assertThat(Inputs.refuse(dialog, new Rejected("name-missing"), "Der Name fehlt.")).isTrue();
    assertThat(name.isInvalid()).isTrue();
    assertThat(name.getErrorMessage()).isEqualTo("Der Name fehlt.");
    assertThat(staff.isInvalid()).isFalse();
    Inputs.clear(dialog);
    assertThat(name.isInvalid()).isFalse();
  }

  @Test
  void what_the_screen_finds_is_said_at_that_field_in_a_group_too() {
    var no = Inputs.wrong(staff, "figures-missing", Map.of());
    assertThat(Inputs.refuse(dialog, no, "Bitte angeben.")).isTrue();
    assertThat(staff.isInvalid()).isTrue();
  }

  @Test
  void what_is_about_no_field_is_left_to_the_dialog() {
    assertThat(Inputs.refuse(dialog, new Rejected("not-allowed"), "…")).isFalse();
  }

  @Test
  void nothing_entered_is_no_number() {
    assertThat(Inputs.centsIfAny(staff)).isNull();
    assertThat(Inputs.wholeIfAny(staff)).isNull();
    refused("amount-missing", () -> Inputs.cents(staff));
    refused("input-missing", () -> Inputs.whole(staff));
    refused("name-missing", () -> Inputs.needed(name, "name-missing"));
    staff.setValue(new BigDecimal("-1"));
    refused("money-negative", () -> Inputs.centsIfAny(staff));
    staff.setValue(new BigDecimal("0.001"));
    refused("amount-not-in-cents", () -> Inputs.centsIfAny(staff));
    refused("number-not-whole", () -> Inputs.wholeIfAny(staff));
  }

  @Test
  void a_text_beyond_its_limit_is_refused_at_its_field_however_it_came() {
    name.setValue("x".repeat(20));
    Inputs.checkLengths(dialog);
    name.setValue("x".repeat(21));
    refused("input-too-long", () -> Inputs.checkLengths(dialog));
  }

  private static void refused(String code, Runnable entered) {
    assertThatThrownBy(entered::run)
        .isInstanceOfSatisfying(Rejected.class, no -> assertThat(no.code()).isEqualTo(code));
  }
}
