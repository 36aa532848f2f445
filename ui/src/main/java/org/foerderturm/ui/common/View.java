package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.router.HasDynamicTitle;
import org.jspecify.annotations.Nullable;

/** A screen: one heading, what can be done beside it, the rest below. */
public abstract class View extends Div implements HasDynamicTitle {
  protected final Desk desk;
  private final H1 heading = new H1();
  private final Div actions = new Div();
  private @Nullable PaperWay paper;
  private final Header header = new Header(heading, actions);

  protected View(Desk desk, String title) {
    this.desk = desk;
    addClassName("ft-view");
    header.addClassName("ft-view-header");
    actions.addClassName("ft-actions");
    heading.setText(title);
    add(header);
    if (!isPrinted()) return;
    paper =
        new PaperWay(heading::getText, () -> getChildren().filter(part -> part != header).toList())
            .printedToo(this);
    actions.add(paper);
  }

  /** Whether it has a paper: all but screens where one only fills something in. */
  protected boolean isPrinted() {
    return true;
  }

  /** How many rows a list of it has now. */
  final void listed(Grid<?> list, int rows) {
    if (paper != null) paper.listed(list, rows);
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
