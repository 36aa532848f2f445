package org.foerderturm.ui.consortium;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.foerderturm.cases.CaseQuery.FindCasesWithKeys;
import org.foerderturm.consortium.ConsortiumQuery.ConsortiumRow;
import org.foerderturm.consortium.ConsortiumQuery.FindConsortia;
import org.foerderturm.kernel.Page;
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
  private static final List<String> STAGES =
      List.of(
          "idea",
          "selected",
          IdeaActions.SET_ASIDE,
          "one-pager",
          "partner-search",
          "letters-of-intent",
          "agreement",
          "eligible",
          "not-eligible",
          "opinions",
          "adopted",
          "rejected",
          "constituted",
          "dissolved");

  private final TextField search =
      Lists.search(t("consortia.search"), typed -> go(typed, this.stage));
  private final Select<String> stages = Lists.filter("consortium.stage", "stage", STAGES);
  private final Grid<ConsortiumRow> list = Lists.grid(t("nav.consortia"));
  private final Paragraph count = Lists.count();
  private final Grid.Column<ConsortiumRow> acts;
  private final Set<String> running = new HashSet<>();
  private String words = "";
  private @Nullable String stage;

  ConsortiaView(Desk desk) {
    super(desk, t("nav.consortia"));
    addClassName("ft-full");
    list.addComponentColumn(row -> Ui.link("consortia/" + row.consortiumId(), row.title()))
        .setHeader(t("consortium.title"))
        .setWidth("13rem")
        .setFlexGrow(4);
    list.addComponentColumn(row -> stage(row.stage()))
        .setHeader(t("consortium.stage"))
        .setAutoWidth(true);
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
    var ideas = new IdeaActions(desk, this::refresh);
    acts =
        list.addComponentColumn(row -> ideas.acts(row, running.contains(row.consortiumId())))
            .setHeader(t("idea.acts"))
            .setWidth("16rem")
            .setFlexGrow(0);
    Lists.cards(
        list,
        row ->
            Lists.card(
                Ui.link("consortia/" + row.consortiumId(), row.title()),
                stage(row.stage()),
                Words.code("programme", row.programme()),
                Formats.ago(row.movedAt())));
    Lists.lazy(list, (offset, limit) -> page(offset, limit), ConsortiumRow::consortiumId);
    list.setEmptyStateComponent(Ui.empty(t("consortia.empty"), t("consortia.empty-help")));
    stages.addValueChangeListener(
        change -> {
          if (change.isFromClient()) go(words, change.getValue());
        });
    add(Ui.div("ft-filters", search, stages), list, count);
    desk.onChange(this, streams -> true, this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var query = event.getLocation().getQueryParameters();
    words = query.getSingleParameter("q").orElse("");
    stage = query.getSingleParameter("stage").filter(STAGES::contains).orElse(null);
    stages.setValue(stage);
    if (!search.getValue().equals(words)) search.setValue(words);
    refresh();
  }

  private Page<ConsortiumRow> page(int offset, int limit) {
    var page = desk.ask(new FindConsortia(searched(), stage, offset, limit));
    if (acts.isVisible() && "idea".equals(stage)) {
      var keys = page.rows().stream().map(ConsortiumRow::consortiumId).toList();
      keys.forEach(running::remove);
      for (var each : desk.ask(new FindCasesWithKeys(keys)))
        if (each.ended() == null) running.add(each.caseKey());
    }
    return page;
  }

  /** Ideas are sifted in the list: there are hundreds, and most are judged by their title. */
  private boolean sifts() {
    return IdeaActions.allowed(desk)
        && ("idea".equals(stage) || IdeaActions.SET_ASIDE.equals(stage))
        && !list.hasClassName("ft-narrow");
  }

  private void refresh() {
    acts.setVisible(sifts());
    list.getDataProvider().refreshAll();
    count.setText(
        Words.count(
            "consortia.count", desk.ask(new FindConsortia(searched(), stage, 0, 1)).total()));
  }

  /** Each filter has its address, so that "back" comes back to it. */
  private static void go(String typed, @Nullable String stage) {
    var chosen = new LinkedHashMap<String, String>();
    if (!typed.isBlank()) chosen.put("q", typed.strip());
    if (stage != null) chosen.put("stage", stage);
    UI.getCurrent().navigate("consortia", QueryParameters.simple(chosen));
  }

  private @Nullable String searched() {
    return words.isBlank() ? null : words.strip();
  }

  static Span stage(String stage) {
    var tone =
        switch (stage) {
          case "constituted", "adopted", "eligible" -> Ui.Tone.GOOD;
          case "rejected", "dissolved", "not-eligible" -> Ui.Tone.BAD;
          case "idea", IdeaActions.SET_ASIDE -> Ui.Tone.PLAIN;
          default -> Ui.Tone.RUNNING;
        };
    return Ui.chip(tone, Words.code("stage", stage));
  }
}
