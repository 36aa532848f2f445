package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;

/** A screen: one heading, what can be done beside it, the rest below. */
public abstract class View extends Div implements HasDynamicTitle {
  protected final Desk desk;
  private final H1 heading = new H1();
  private final Div actions = new Div();
  private final Span paper = new Span();
  private final Header header = new Header(heading, actions);

  protected View(Desk desk, String title) {
    this.desk = desk;
    addClassName("ft-view");
    header.addClassName("ft-view-header");
    actions.addClassName("ft-actions");
    heading.setText(title);
    actions.add(paper);
    add(header);
    if (isPrinted()) {
      paper.add(Downloads.paper(t("print.pdf"), t("print.pdf-help"), () -> ScreenPaper.of(this)));
      PrintedScreen.of(this);
    }
  }

  /** Whether it has a paper: all but screens where one only fills something in. */
  protected boolean isPrinted() {
    return true;
  }

  /** What the screen is called at its head. */
  final String title() {
    return heading.getText();
  }

  protected void setHeading(String title) {
    heading.setText(title);
  }

  protected Header header() {
    return header;
  }

  protected void addAction(Component... action) {
    actions.add(action);
  }

  @Override
  public String getPageTitle() {
    return heading.getText() + " · " + t("app.name");
  }
}
