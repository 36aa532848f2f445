package org.foerderturm.ui.cases;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import org.foerderturm.cases.CaseQuery.CaseRow;
import org.foerderturm.cases.CaseQuery.FindCases;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Sorting;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** All cases, newest movement first; state and search stand in the URL. */
@Route("cases")
@PermitAll
public class CasesView extends View implements BeforeEnterObserver {
  private String state = "running";
  private String words = "";
  private final Nav states = new Nav();
  private final TextField search = Lists.search(t("cases.search"), typed -> go(state, typed));
  private final Grid<CaseRow> list = Lists.grid(t("nav.cases"));
  private final Paragraph count = Lists.count();
  private final Sorting<CaseRow> sorting = new Sorting<>(list);

  CasesView(Desk desk) {
    super(desk, t("nav.cases"));
    addClassName("ft-full");
    states.addClassName("ft-boxes");
    states.getElement().setAttribute("aria-label", t("cases.states"));
    list.addComponentColumn(this::title)
        .setHeader(t("cases.title"))
        .setWidth("13rem")
        .setFlexGrow(3);
    list.addColumn(row -> desk.workflow(row.model()))
        .setHeader(t("case.workflow"))
        .setWidth("13rem")
        .setFlexGrow(2);
    list.addComponentColumn(CaseChips::state).setHeader(t("cases.state")).setAutoWidth(true);
    list.addColumn(row -> Formats.number(row.openTasks()))
        .setHeader(t("cases.tasks"))
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true);
    list.addComponentColumn(row -> Lists.moved(row.movedAt(), row.ended() != null))
        .setHeader(t("cases.moved"))
        .setAutoWidth(true);
    list.addColumn(row -> Formats.date(row.startedAt()))
        .setHeader(t("case.started"))
        .setAutoWidth(true);
    sorting
        .columns("title", "workflow", "state", "tasks", "moved", "started")
        .codes("workflow", () -> Workflows.inOrder(desk));
    Lists.cards(
        list,
        row ->
            Lists.card(
                title(row),
                CaseChips.state(row),
                desk.workflow(row.model()),
                Formats.ago(row.movedAt())));
    Lists.lazy(
        list,
        (offset, limit) ->
            desk.ask(new FindCases(searched(), running(), sorting.sort(), offset, limit)),
        CaseRow::caseId);
    list.setEmptyStateComponent(Ui.empty(t("cases.empty"), t("cases.empty-help")));
    add(Ui.div("ft-filters", states, search, sorting.choice()), list, count);
    desk.onChange(this, streams -> true, this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var query = event.getLocation().getQueryParameters();
    state = query.getSingleParameter("state").orElse("running");
    words = query.getSingleParameter("q").orElse("");
    if (!search.getValue().equals(words)) search.setValue(words);
    sorting.read(query);
    states.removeAll();
    for (var each : new String[] {"running", "ended", "all"}) {
      var link =
          new Anchor("cases?" + parameters(each, words).getQueryString(), t("cases." + each));
      link.setRouterIgnore(false);
      link.addClassName("ft-box");
      if (each.equals(state)) link.getElement().setAttribute("aria-current", "true");
      states.add(link);
    }
    refresh();
  }

  private void refresh() {
    list.getDataProvider().refreshAll();
    count.setText(
        Words.count("cases.count", desk.ask(new FindCases(searched(), running(), 0, 1)).total()));
  }

  private Anchor title(CaseRow row) {
    return Ui.link(
        "cases/" + row.caseId(), row.title() == null ? desk.workflow(row.model()) : row.title());
  }

  private @Nullable Boolean running() {
    return switch (state) {
      case "running" -> Boolean.TRUE;
      case "ended" -> Boolean.FALSE;
      default -> null;
    };
  }

  private @Nullable String searched() {
    return words.isBlank() ? null : words.strip();
  }

  private void go(String state, String words) {
    UI.getCurrent().navigate("cases", parameters(state, words));
  }

  private QueryParameters parameters(String state, String words) {
    var parameters = new HashMap<String, String>();
    parameters.put("state", state);
    if (!words.isBlank()) parameters.put("q", words);
    sorting.keep(parameters);
    return QueryParameters.simple(parameters);
  }
}
