package org.foerderturm.ui.project;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.ArrayList;
import org.foerderturm.project.ProjectQuery.*;
import org.foerderturm.ui.common.Ui;

/** Tables of a project's page, with a last column for what can be done with a row. */
final class ProjectTables {
  private ProjectTables() {}

  static NativeTableRow line(Component... cells) {
    var row = new NativeTableRow();
    for (var cell : cells) row.add(new NativeTableCell(cell));
    return row;
  }

  static NativeTableCell actions(Component... acts) {
    var cell = new NativeTableCell(acts);
    cell.addClassName("ft-acts");
    return cell;
  }

  static Component act(String action, String subject, Runnable what) {
    var button = Ui.quiet(t(action), what);
    button.addThemeNames("small");
    button.setAriaLabel(ProjectDialogs.about(action, subject));
    return button;
  }

  /** The column of the acts has no heading where nobody may act. */
  static Div table(boolean mayReport, NativeTableBody body, String... headings) {
    var words = new ArrayList<String>();
    for (var heading : headings) words.add(t(heading));
    if (mayReport && body.getChildren().findFirst().isPresent()) {
      int cells = body.getChildren().findFirst().orElseThrow().getElement().getChildCount();
      if (cells > headings.length) words.add(t("project.acts"));
    }
    var table = Ui.table("", words.toArray(String[]::new));
    table.addClassName("ft-steering");
    table.removeCaption();
    table.removeBody();
    table.add(body);
    return Ui.scroll(table);
  }
}
