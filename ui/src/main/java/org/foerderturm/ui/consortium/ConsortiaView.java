package org.foerderturm.ui.consortium;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
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
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.foerderturm.cases.CaseQuery.FindCasesWithKeys;
import org.foerderturm.consortium.ConsortiumQuery.ConsortiumRow;
import org.foerderturm.consortium.ConsortiumQuery.FindConsortia;
import org.foerderturm.consortium.Programme;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Sorting;
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

  private static final List<String> OVER =
      List.of("constituted", "dissolved", "rejected", "not-eligible", IdeaActions.SET_ASIDE);
  private static final List<String> IDEAS = List.of("idea", IdeaActions.SET_ASIDE);
  private final Nav kinds = new Nav();
  private final TextField search =
      Lists.search(t("consortia.search"), typed -> go(typed, this.stage));
  private final Select<String> stages = Lists.filter("consortium.stage", "stage", STAGES);
  private final Grid<ConsortiumRow> list = Lists.grid(t("nav.consortia"));
  private final Paragraph count = Lists.count();
  private final Grid.Column<ConsortiumRow> acts;
  private final Sorting<ConsortiumRow> sorting = new Sorting<>(list);
  private final Set<String> running = new HashSet<>();
  private String words = "";
  private @Nullable String stage;
  private boolean ideas;

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
    list.addComponentColumn(ConsortiaView::deadline)
        .setHeader(t("consortium.deadline"))
        .setAutoWidth(true);
    list.addComponentColumn(row -> Lists.moved(row.movedAt(), OVER.contains(row.stage())))
        .setHeader(t("cases.moved"))
        .setAutoWidth(true);
    var ideas = new IdeaActions(desk, this::refresh);
    acts =
        list.addComponentColumn(row -> ideas.acts(row, running.contains(row.consortiumId())))
            .setHeader(t("idea.acts"))
            .setWidth("16rem")
            .setFlexGrow(0);
    sorting
        .columns("title", "stage", "programme", "partners", "deadline", "moved", "")
        .codes("stage", () -> STAGES)
        .codes(
            "programme",
            Sorting.words(
                "programme",
                Stream.of(Programme.values())
                    .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList()));
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
    if (desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD))
      addAction(
          Ui.primary(
              t("consortia.start"), () -> UI.getCurrent().navigate("start/consortium-formation")));
    kinds.addClassName("ft-boxes");
    kinds.getElement().setAttribute("aria-label", t("consortia.kinds"));
    add(Ui.div("ft-filters", kinds, search, stages, sorting.choice()), list, count);
    desk.onChange(this, streams -> true, this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var query = event.getLocation().getQueryParameters();
    words = query.getSingleParameter("q").orElse("");
    sorting.read(query);
    stage = query.getSingleParameter("stage").filter(STAGES::contains).orElse(null);
    ideas = stage == null ? query.getSingleParameter("of").isPresent() : IDEAS.contains(stage);
    stages.setItems(STAGES.stream().filter(each -> IDEAS.contains(each) == ideas).toList());
    stages.setValue(stage);
    if (!search.getValue().equals(words)) search.setValue(words);
    refresh();
  }

  private Page<ConsortiumRow> page(int offset, int limit) {
    var page = desk.ask(new FindConsortia(searched(), stage, ideas, sorting.sort(), offset, limit));
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
            "consortia.count",
            desk.ask(new FindConsortia(searched(), stage, ideas, null, 0, 1)).total()));
    kinds.removeAll();
    kinds.add(box(false), box(true));
  }

  /** Hundreds of ideas would hide the consortia that are being formed. */
  private Anchor box(boolean ofIdeas) {
    long number = desk.ask(new FindConsortia(searched(), null, ofIdeas, null, 0, 1)).total();
    var query = parameters(words, null, ofIdeas).getQueryString();
    var link =
        Ui.link(
            "consortia" + (query.isEmpty() ? "" : "?" + query),
            t(ofIdeas ? "consortia.ideas" : "consortia.formed") + " " + Formats.number(number));
    link.addClassName("ft-box");
    if (ofIdeas == ideas) link.getElement().setAttribute("aria-current", "true");
    return link;
  }

  /** Each filter has its address, so that "back" comes back to it. */
  private void go(String typed, @Nullable String stage) {
    UI.getCurrent().navigate("consortia", parameters(typed, stage, ideas));
  }

  private QueryParameters parameters(String typed, @Nullable String stage, boolean ofIdeas) {
    var chosen = new LinkedHashMap<String, String>();
    if (!typed.isBlank()) chosen.put("q", typed.strip());
    if (stage != null) chosen.put("stage", stage);
    else if (ofIdeas) chosen.put("of", "ideas");
    sorting.keep(chosen);
    return QueryParameters.simple(chosen);
  }

  private @Nullable String searched() {
    return words.isBlank() ? null : words.strip();
  }

  /** Of a consortium that is formed or given up the deadline of the call is past and over. */
  private static Component deadline(ConsortiumRow row) {
    if (row.deadline() == null) return new Span("–");
    if (OVER.contains(row.stage())) return new Span(Formats.date(row.deadline()));
    var end = row.deadline().plusDays(1).atStartOfDay(Formats.OFFICE).minusSeconds(1).toInstant();
    return Lists.due("", row.deadline(), end);
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
