package org.foerderturm.ui.admin;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Sorting;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.view.ProjectionQuery.FindProjections;
import org.foerderturm.view.ProjectionQuery.ProjectionRow;
import org.foerderturm.view.ProjectionQuery.RebuildProjection;

/**
 * How far each projection has read the ledger; each can be built anew while the old one answers.
 */
@Route("projections")
@RolesAllowed("ADMINISTRATOR")
public class ProjectionsView extends View implements BeforeEnterObserver {
  private final Grid<ProjectionRow> list = Lists.grid(t("nav.projections"));
  private final Sorting<ProjectionRow> sorting = new Sorting<>(list);

  ProjectionsView(Desk desk) {
    super(desk, t("nav.projections"));
    list.addColumn(ProjectionRow::name)
        .setHeader(t("projections.name"))
        .setWidth("13rem")
        .setFlexGrow(2);
    list.addColumn(row -> Formats.number(row.position()))
        .setHeader(t("projections.position"))
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true);
    list.addColumn(row -> Formats.number(row.lag()))
        .setHeader(t("projections.lag"))
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true);
    list.addColumn(row -> row.movedAt() == null ? "–" : Formats.ago(row.movedAt()))
        .setHeader(t("projections.moved"))
        .setAutoWidth(true);
    list.addComponentColumn(this::state)
        .setHeader(t("cases.state"))
        .setWidth("13rem")
        .setFlexGrow(2);
    list.addComponentColumn(this::rebuild).setHeader(t("projections.act")).setAutoWidth(true);
    sorting.columns("name", "position", "lag", "moved", "state", "");
    list.getColumnByKey("position").setComparator(ProjectionRow::position);
    list.getColumnByKey("lag").setComparator(ProjectionRow::lag);
    list.getColumnByKey("moved")
        .setComparator(
            Comparator.comparing(
                ProjectionRow::movedAt, Comparator.nullsLast(Comparator.naturalOrder())));
    list.getColumnByKey("state")
        .setComparator(
            Comparator.comparing((ProjectionRow row) -> row.failure() == null)
                .thenComparing(row -> row.rebuild() == null)
                .thenComparing(row -> row.lag() == 0));
    list.setAllRowsVisible(true);
    var again = Ui.quiet(t("action.refresh"), this::draw);
    addAction(again);
    add(new Paragraph(t("projections.help")), Ui.div("ft-filters", sorting.choice()), list);
    draw();
    desk.onChange(this, streams -> true, this::draw);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    sorting.read(event.getLocation().getQueryParameters());
  }

  private void draw() {
    list.setItems(desk.ask(new FindProjections()));
  }

  private Component state(ProjectionRow row) {
    if (row.failure() != null) return Ui.chip(Ui.Tone.BAD, row.failure());
    if (row.rebuild() != null) {
      var bar = new ProgressBar(0, 100, row.rebuild());
      bar.getElement().setAttribute("aria-label", t("projections.rebuilding"));
      return Ui.div("ft-progress", bar, new Span(t("projections.percent", "done", row.rebuild())));
    }
    return row.lag() == 0
        ? Ui.chip(Ui.Tone.GOOD, t("projections.current"))
        : Ui.chip(Ui.Tone.ATTENTION, t("projections.behind"));
  }

  private Button rebuild(ProjectionRow row) {
    var button =
        Ui.quiet(
            t("projections.rebuild"),
            () -> {
              desk.send(new RebuildProjection(row.name()));
              Ui.say(t("projections.started", "name", row.name()));
              draw();
            });
    button.setAriaLabel(t("projections.rebuild-of", "name", row.name()));
    button.setEnabled(row.rebuild() == null);
    return button;
  }
}
