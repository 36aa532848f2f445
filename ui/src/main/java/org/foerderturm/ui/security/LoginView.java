package org.foerderturm.ui.security;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.foerderturm.ui.common.CurrentActor;
import org.foerderturm.ui.common.LanguageSwitch;
import org.foerderturm.ui.common.Ui;

/** The door: who are you? */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {
  private final transient CurrentActor current;
  private final LoginForm form = new LoginForm();

  LoginView(CurrentActor current) {
    this.current = current;
    addClassName("ft-login");
    setId("main");
    form.setAction("login");
    form.setForgotPasswordButtonVisible(false);
    form.setI18n(words());
    var mark = Ui.span("ft-mark", "");
    var name = new H1(t("app.name"));
    var claim = new Paragraph(t("login.claim"));
    var brand = Ui.div("ft-login-brand", mark, name, claim);
    var help = new Paragraph(t("login.help"));
    help.addClassName("ft-quiet");
    Div card = Ui.div("ft-login-card", form, help, new LanguageSwitch());
    add(brand, card);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (current.isSignedIn()) {
      event.forwardTo("");
      return;
    }
    form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
  }

  @Override
  public String getPageTitle() {
    return t("login.title") + " · " + t("app.name");
  }

  private static LoginI18n words() {
    var words = LoginI18n.createDefault();
    var fields = words.getForm();
    fields.setTitle(t("login.title"));
    fields.setUsername(t("login.user"));
    fields.setPassword(t("login.password"));
    fields.setSubmit(t("login.submit"));
    words.setForm(fields);
    var error = words.getErrorMessage();
    error.setTitle(t("login.failed"));
    error.setMessage(t("login.failed-help"));
    error.setUsername(t("login.user-missing"));
    error.setPassword(t("login.password-missing"));
    words.setErrorMessage(error);
    return words;
  }
}
