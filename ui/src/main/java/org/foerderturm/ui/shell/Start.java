package org.foerderturm.ui.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.foerderturm.access.Passwords;
import org.foerderturm.ui.common.Choices;
import org.foerderturm.ui.common.CurrentActor;
import org.foerderturm.ui.security.LoginView;
import org.foerderturm.ui.security.PasswordView;
import org.springframework.stereotype.Component;

/** What holds for every page: language, colour scheme, a password of one's own before all else. */
@Component
class Start implements VaadinServiceInitListener {
  private static final String OWN_PASSWORD = "ft-own-password";
  private final transient Passwords passwords;
  private final transient CurrentActor current;

  Start(Passwords passwords, CurrentActor current) {
    this.passwords = passwords;
    this.current = current;
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(
        page -> {
          var root = page.getDocument().children().first();
          if (root == null) return;
          root.attr("lang", Choices.locale(page.getVaadinRequest()).getLanguage());
          var scheme = Choices.scheme(page.getVaadinRequest());
          if (scheme != null) root.attr("style", "color-scheme: " + scheme);
          var locale = Choices.locale(page.getVaadinRequest());
          page.getDocument().select("noscript").html(SystemWords.say("system.no-script", locale));
          page.getDocument().head().appendElement("script").attr("src", "foerderturm.js");
        });
    event
        .getSource()
        .setSystemMessagesProvider(about -> SystemWords.of(Choices.locale(about.getRequest())));
    event.getSource().addUIInitListener(this::open);
  }

  private void open(UIInitEvent event) {
    var ui = event.getUI();
    var locale = Choices.locale(VaadinRequest.getCurrent());
    ui.setLocale(locale);
    ui.getSession().setErrorHandler(new Failure());
    ui.getPage()
        .executeJs(
            """
            document.documentElement.lang = $0;
            document.querySelector('vaadin-connection-indicator')?.setAttribute('role', 'status');
            """,
            locale.getLanguage());
    SystemWords.prepare(ui);
    ui.addBeforeEnterListener(
        enter -> {
          var target = enter.getNavigationTarget();
          if (target == LoginView.class || target == PasswordView.class || !current.isSignedIn())
            return;
          var userId = current.get().userId();
          if (userId.equals(ui.getSession().getAttribute(OWN_PASSWORD))) return;
          if (passwords.mustChange(userId)) enter.forwardTo(PasswordView.class);
          else ui.getSession().setAttribute(OWN_PASSWORD, userId);
        });
  }
}
