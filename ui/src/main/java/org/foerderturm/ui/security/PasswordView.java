package org.foerderturm.ui.security;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.foerderturm.access.Passwords;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;

/** One's own password; after a one-time password this comes before all else. */
@Route("password")
@PermitAll
public class PasswordView extends View implements BeforeEnterObserver {
  private final transient Passwords passwords;
  private final Paragraph why = new Paragraph();
  private final PasswordField present = field("password.present", "current-password");
  private final PasswordField next = field("password.next", "new-password");
  private final PasswordField again = field("password.again", "new-password");

  PasswordView(Desk desk, Passwords passwords) {
    super(desk, t("password.title"));
    this.passwords = passwords;
    next.setHelperText(t("password.rule"));
    var form =
        Ui.div("ft-form", why, present, next, again, Ui.primary(t("password.save"), this::change));
    add(form);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    boolean must = passwords.mustChange(desk.actor().userId());
    why.setText(t(must ? "password.must" : "password.why"));
  }

  private void change() {
    for (var field : new PasswordField[] {present, next, again}) {
      field.setInvalid(field.isEmpty());
      field.setErrorMessage(t("form.reason.required"));
    }
    for (var field : new PasswordField[] {present, next, again})
      if (field.isInvalid()) {
        field.focus();
        return;
      }
    if (!next.getValue().equals(again.getValue())) {
      again.setErrorMessage(t("password.different"));
      again.setInvalid(true);
      again.focus();
      return;
    }
    try {
      passwords.change(desk.actor().userId(), present.getValue(), next.getValue());
    } catch (Rejected no) {
      var at = no.code().equals("password-wrong") ? present : next;
      at.setErrorMessage(desk.refusal(no));
      at.setInvalid(true);
      at.focus();
      return;
    }
    UI.getCurrent().navigate("");
    Ui.say(t("password.changed"));
  }

  private static PasswordField field(String label, String autocomplete) {
    var field = new PasswordField(t(label));
    field.setRequiredIndicatorVisible(true);
    field.getElement().setAttribute("autocomplete", autocomplete);
    return field;
  }

  @Override
  protected boolean isPrinted() {
    return false;
  }
}
