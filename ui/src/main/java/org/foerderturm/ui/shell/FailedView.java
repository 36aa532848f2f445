package org.foerderturm.ui.shell;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something broke while a page opened. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class FailedView extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {
  private static final Logger log = LoggerFactory.getLogger(FailedView.class);

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    addClassName("ft-view");
    var refused = Failure.refusal(parameter.getException());
    if (refused != null) {
      add(new H1(t("error.refused-title")), new Paragraph(Words.refusal(refused)));
      add(Ui.link("", t("error.home")));
      return 403;
    }
    var number = Failure.number();
    log.error("failure {} at {}", number, event.getLocation().getPath(), parameter.getException());
    add(new H1(t("error.title")), new Paragraph(t("error.failed", "number", number)));
    add(Ui.link("", t("error.home")));
    return 500;
  }

  @Override
  public String getPageTitle() {
    return t("error.title") + " · " + t("app.name");
  }
}
