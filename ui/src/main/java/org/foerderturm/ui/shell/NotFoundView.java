package org.foerderturm.ui.shell;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouteNotFoundError;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.foerderturm.ui.common.Ui;

/** No such page, or none that this person may open: both look alike. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class NotFoundView extends RouteNotFoundError implements HasDynamicTitle {
  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
    var page = new Div(new H1(t("error.not-found")), new Paragraph(t("error.not-found-help")));
    page.addClassName("ft-view");
    page.add(Ui.link("", t("error.home")));
    getElement().appendChild(page.getElement());
    return 404;
  }

  @Override
  public String getPageTitle() {
    return t("error.not-found") + " · " + t("app.name");
  }
}
