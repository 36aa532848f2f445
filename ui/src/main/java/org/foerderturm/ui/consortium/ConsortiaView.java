package org.foerderturm.ui.consortium;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.foerderturm.consortium.ConsortiumQuery.ConsortiumRow;
import org.foerderturm.consortium.ConsortiumQuery.FindConsortia;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** All consortia, with the stage that each has reached. */
@Route("consortia")
@PermitAll
public class ConsortiaView extends View implements BeforeEnterObserver {
  /** Those in which many stay; the others are found by "all". */
  private static final List<String> STAGES =
      List.of(
          "idea",
          "partner-search",
          "letters-of-intent",
          "opinions",
          "adopted",
          "constituted",
          "rejected",
          "dissolved");

  private @Nullable String stage;
  private final TextField search =
      Lists.search(t("consortia.search"), typed -> filter(typed, stage));
  private final Nav stages = new Nav();
  private final Grid<ConsortiumRow> list = Lists.grid(t("nav.consortia"));
  private final Paragraph count = Lists.count();
  private String words = "";

  ConsortiaView(Desk desk) {
    super(desk, t("nav.consortia"));
    addClassName("ft-full");
    list.addComponentColumn(row -> Ui.link("consortia/" + row.consortiumId(), row.title()))
        .setHeader(t("consortium.title"))
        .setWidth("13rem")
        .setFlexGrow(4);
    list.addComponentColumn(row -> stage(row.stage()))
        .setHeader(t("consortium.stage"))
        .setWidth("13rem")
        .setFlexGrow(0);
    list.addColumn(row -> Words.code("programme", row.programme()))
        .setHeader(t("consortium.programme"))
        .setFlexGrow(1);
    list.addColumn(row -> Formats.number(row.partners()))
        .setHeader(t("consortium.partners"))
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true);
    list.addColumn(row -> row.deadline() == null ? "–" : Formats.date(row.deadline()))
        .setHeader(t("consortium.deadline"))
        .setAutoWidth(true);
    list.addColumn(row -> Formats.ago(row.movedAt()))
        .setHeader(t("cases.moved"))
        .setAutoWidth(true);
    Lists.cards(
        list,
        row ->
            Lists.card(
                Ui.link("consortia/" + row.consortiumId(), row.title()),
                stage(row.stage()),
                Words.code("programme", row.programme()),
                Formats.ago(row.movedAt())));
    Lists.lazy(
        list,
        (offset, limit) -> desk.ask(new FindConsortia(searched(), stage, offset, limit)),
        ConsortiumRow::consortiumId);
    list.setEmptyStateComponent(Ui.empty(t("consortia.empty"), t("consortia.empty-help")));
    stages.addClassName("ft-boxes");
    stages.getElement().setAttribute("aria-label", t("consortium.stage"));
    add(Ui.div("ft-filters", stages, search), list, count);
    desk.onChange(this, streams -> true, this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var parameters = event.getLocation().getQueryParameters();
    words = parameters.getSingleParameter("q").orElse("");
    stage = parameters.getSingleParameter("stage").filter(STAGES::contains).orElse(null);
    stages.removeAll();
    stages.add(box(null));
    for (var each : STAGES) stages.add(box(each));
    if (!search.getValue().equals(words)) search.setValue(words);
    refresh();
  }

  private void refresh() {
    list.getDataProvider().refreshAll();
    count.setText(
        Words.count(
            "consortia.count", desk.ask(new FindConsortia(searched(), stage, 0, 1)).total()));
  }

  private Anchor box(@Nullable String of) {
    var link =
        new Anchor(
            "consortia?" + parameters(words, of).getQueryString(),
            of == null ? t("members.all") : Words.code("stage", of));
    link.setRouterIgnore(false);
    link.addClassName("ft-box");
    if (Objects.equals(of, stage)) link.getElement().setAttribute("aria-current", "true");
    return link;
  }

  /** Each filter has its address, so that "back" comes back to it. */
  private static void filter(String words, @Nullable String stage) {
    UI.getCurrent().navigate("consortia", parameters(words, stage));
  }

  private static QueryParameters parameters(String words, @Nullable String stage) {
    var chosen = new LinkedHashMap<String, String>();
    if (!words.isBlank()) chosen.put("q", words.strip());
    if (stage != null) chosen.put("stage", stage);
    return QueryParameters.simple(chosen);
  }

  private @Nullable String searched() {
    return words.isBlank() ? null : words.strip();
  }

  static Span stage(String stage) {
    var tone =
        switch (stage) {
          case "constituted", "adopted", "eligible" -> Ui.Tone.GOOD;
          case "rejected", "dissolved", "not-eligible" -> Ui.Tone.BAD;
          default -> Ui.Tone.RUNNING;
        };
    return Ui.chip(tone, Words.code("stage", stage));
  }
}
