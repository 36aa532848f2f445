package org.foerderturm.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.foerderturm.kernel.Office;
import org.foerderturm.kernel.Rejected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A dialog sends nothing before all that it asks for is there. */
@ViewPackages(packages = "org.foerderturm.ui.common")
class DialogsTest extends BrowserlessTest {
  private final List<String> sent = new ArrayList<>();

  @BeforeEach
  void german() {
    UI.getCurrent().setLocale(Locale.GERMAN);
  }

  @Test
  void nothing_is_sent_while_something_is_missing_and_what_was_typed_is_kept() {
    TextField name = Inputs.required(Inputs.line("Name", 20), "member-name-missing");
    TextArea reason = Inputs.required(Inputs.text("Grund"), "reason-missing");
    var note = Inputs.line("Bemerkung", 20);
    open(() -> sent.add(name.getValue()), name, reason, note);
    act();
    assertThat(sent).isEmpty();
    assertThat(name.getErrorMessage()).isEqualTo("Der Name der Organisation fehlt.");
    assertThat(name.isInvalid() && reason.isInvalid()).isTrue();
    assertThat(note.isInvalid()).isFalse();
    name.setValue("Zeche");
    act();
    assertThat(sent).isEmpty();
    assertThat(name.isInvalid()).isFalse();
    assertThat(reason.isInvalid()).isTrue();
    reason.setValue("so beschlossen");
    act();
    assertThat(sent).containsExactly("Zeche");
    assertThat(find(Dialog.class).all()).isEmpty();
  }

  @Test
  void what_the_rules_refuse_is_said_at_its_field() {
    TextField name = Inputs.required(Inputs.line("Name", 20), "member-name-missing");
    Inputs.suggested(name).setValue("Zeche");
    open(
        () -> {
          throw new Rejected("member-name-missing");
        },
        name);
    act();
    assertThat(name.isInvalid()).isTrue();
    assertThat(find(Dialog.class).all()).hasSize(1);
  }

  @Test
  void a_refusal_goes_once_something_was_changed() {
    TextField name = Inputs.line("Name", 20);
    open(
        () -> {
          throw new Rejected("nothing-changed");
        },
        Inputs.suggested(name));
    act();
    assertThat(refused()).isNotBlank();
    name.setValue("Zeche");
    assertThat(refused()).isBlank();
  }

  private String refused() {
    return find(Dialog.class)
        .single()
        .getChildren()
        .filter(part -> part.getElement().getClassList().contains("ft-refusal"))
        .map(part -> part.getElement().getText())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_dialog_filled_from_a_record_is_no_plain_question() {
    TextField name = Inputs.line("Name", 20);
    name.setValue("Zeche");
    assertThatThrownBy(() -> open(() -> {}, name)).isInstanceOf(AssertionError.class);
    open(() -> {}, Inputs.suggested(name));
  }

  @Test
  void leaving_asks_once_something_was_entered() {
    open(() -> {}, Inputs.line("Name", 20));
    press("Abbrechen");
    roundTrip();
    assertThat(find(Dialog.class).all()).isEmpty();
    var name = Inputs.line("Name", 20);
    open(() -> {}, name);
    roundTrip();
    test(name).setValue("Zeche");
    press("Abbrechen");
    roundTrip();
    assertThat(find(Dialog.class).all()).hasSize(1);
    assertThat(find(ConfirmDialog.class).all()).hasSize(1);
    test(find(ConfirmDialog.class).single()).confirm();
    roundTrip();
    assertThat(find(Dialog.class).all()).isEmpty();
  }

  /** The last keys arrive after the field was left: that edit must not take the mark away. */
  @Test
  void what_cannot_be_read_stays_marked_once_the_field_is_left() {
    var amount = Inputs.euros("Betrag", null);
    open(() -> {}, amount);
    roundTrip();
    test(amount).setValue("abc");
    roundTrip();
    assertThat(amount.isInvalid()).isTrue();
    test(amount).setValue("25.000");
    roundTrip();
    assertThat(amount.getHelperComponent()).as("readings").isNotNull();
    test(amount).setValue("25.000,00");
    roundTrip();
    assertThat(amount.isInvalid()).isFalse();
    assertThat(amount.getHelperComponent()).isNull();
  }

  private static void open(Runnable action, Component... fields) {
    var desk = new Desk(mock(Office.class), new CurrentActor());
    Dialogs.open(desk, "Frage", "Senden", action, () -> {}, fields);
  }

  private void act() {
    press("Senden");
  }

  private void press(String words) {
    find(Button.class).all().stream()
        .filter(button -> button.getText().equals(words))
        .forEach(Button::click);
  }
}
