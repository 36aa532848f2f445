package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import org.foerderturm.enterprise.EnterpriseCommand;
import org.foerderturm.enterprise.EnterpriseQuery.EnterpriseRow;
import org.foerderturm.enterprise.EnterpriseQuery.FindEnterprises;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Sorting;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** The register of enterprises: figures, shares and de-minimis aids, members and others. */
@Route("enterprises")
@RolesAllowed({"PROJECT_MANAGER", "OFFICE_LEAD", "AUDITOR"})
public class EnterprisesView extends View implements BeforeEnterObserver {
  private final TextField search = Lists.search(t("enterprises.search"), this::go);
  private final Grid<EnterpriseRow> list = Lists.grid(t("nav.enterprises"));
  private final Paragraph count = Lists.count();
  private final Sorting<EnterpriseRow> sorting = new Sorting<>(list);
  private String words = "";

  EnterprisesView(Desk desk) {
    super(desk, t("nav.enterprises"));
    addClassName("ft-full");
    list.addComponentColumn(row -> Ui.link("enterprises/" + row.enterpriseId(), row.name()))
        .setHeader(t("member.name"))
        .setWidth("13rem")
        .setFlexGrow(4);
    number(
        t("enterprise.last-year"), row -> row.lastYear() == null ? "–" : row.lastYear().toString());
    number(t("enterprise.public"), row -> Formats.number(row.publicPercent()) + " %");
    number(t("enterprise.links"), row -> Formats.number(row.links()));
    number(t("enterprise.aids"), row -> Formats.number(row.aids()));
    sorting.columns("name", "year", "public", "links", "aids");
    Lists.cards(
        list,
        row ->
            Lists.card(
                Ui.link("enterprises/" + row.enterpriseId(), row.name()),
                null,
                row.lastYear() == null ? "" : t("enterprise.last-year") + " " + row.lastYear(),
                row.links() == 0 ? "" : t("enterprise.links") + " " + row.links(),
                row.aids() == 0 ? "" : t("enterprise.aids") + " " + row.aids()));
    Lists.lazy(
        list,
        (offset, limit) -> desk.ask(new FindEnterprises(searched(), sorting.sort(), offset, limit)),
        EnterpriseRow::enterpriseId);
    list.setEmptyStateComponent(Ui.empty(t("enterprises.empty"), t("enterprises.empty-help")));
    add(Ui.div("ft-filters", search, sorting.choice()), list, count);
    if (desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD))
      addAction(
          Ui.primary(
              t("enterprise.enter"),
              () ->
                  EnterpriseDialogs.enter(
                      desk,
                      "",
                      null,
                      entered -> UI.getCurrent().navigate("enterprises/" + entered))));
    desk.onChange(this, streams -> streams.contains(EnterpriseCommand.REGISTER), this::refresh);
  }

  private void number(
      String header, com.vaadin.flow.function.ValueProvider<EnterpriseRow, String> value) {
    list.addColumn(value).setHeader(header).setTextAlign(ColumnTextAlign.END).setAutoWidth(true);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var query = event.getLocation().getQueryParameters();
    words = query.getSingleParameter("q").orElse("");
    sorting.read(query);
    if (!search.getValue().equals(words)) search.setValue(words);
    refresh();
  }

  private void refresh() {
    list.getDataProvider().refreshAll();
    count.setText(
        Words.count("enterprises.count", desk.ask(new FindEnterprises(searched(), 0, 1)).total()));
  }

  private void go(String typed) {
    var query = new LinkedHashMap<String, String>();
    if (!typed.isBlank()) query.put("q", typed);
    sorting.keep(query);
    UI.getCurrent().navigate("enterprises", QueryParameters.simple(query));
  }

  private @Nullable String searched() {
    return words.isBlank() ? null : words.strip();
  }
}
