package org.foerderturm.ui.council;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
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
import org.foerderturm.council.CouncilQuery.FindCouncilPapers;
import org.foerderturm.council.CouncilQuery.PaperRow;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Sorting;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** All council papers, with the body that comes next. */
@Route("council")
@PermitAll
public class CouncilView extends View implements BeforeEnterObserver {
  private static final List<String> STAGES =
      List.of(
          "draft",
          "cosigning",
          "checks",
          "registered",
          "adopted",
          "amended",
          "recommended",
          "not-recommended",
          "noted",
          "rejected",
          "withdrawn");
  private final TextField search = Lists.search(t("council.search"), this::go);
  private final Grid<PaperRow> list = Lists.grid(t("nav.council"));
  private final Paragraph count = Lists.count();
  private final Sorting<PaperRow> sorting = new Sorting<>(list);
  private String words = "";

  CouncilView(Desk desk) {
    super(desk, t("nav.council"));
    addClassName("ft-full");
    list.addColumn(row -> row.number() == null ? "–" : row.number())
        .setHeader(t("council.number"))
        .setWidth("8.5rem")
        .setFlexGrow(0);
    list.addComponentColumn(row -> Ui.link("council/" + row.paperId(), row.title()))
        .setHeader(t("council.subject"))
        .setWidth("13rem")
        .setFlexGrow(4);
    list.addComponentColumn(row -> stage(row.stage()))
        .setHeader(t("council.stage"))
        .setAutoWidth(true);
    list.addColumn(CouncilView::next).setHeader(t("council.next")).setWidth("13rem").setFlexGrow(3);
    list.addColumn(
            row ->
                row.totalCents() == null || row.totalCents() == 0
                    ? "–"
                    : Formats.euros(row.totalCents()))
        .setHeader(t("council.total"))
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true);
    sorting.columns("number", "title", "stage", "next", "total").codes("stage", () -> STAGES);
    Lists.cards(
        list,
        row ->
            Lists.card(
                Ui.link("council/" + row.paperId(), row.title()),
                stage(row.stage()),
                row.number() == null ? "" : row.number(),
                next(row)));
    Lists.lazy(
        list,
        (offset, limit) ->
            desk.ask(new FindCouncilPapers(searched(), sorting.sort(), offset, limit)),
        PaperRow::paperId);
    var empty = Ui.empty(t("council.empty"), t("council.empty-help"));
    list.setEmptyStateComponent(empty);
    add(Ui.div("ft-filters", search, sorting.choice()), list, count);
    if (desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD))
      addAction(
          Ui.primary(t("council.start"), () -> UI.getCurrent().navigate("start/council-paper")));
    desk.onChange(this, streams -> true, this::refresh);
  }

  private void go(String words) {
    var query = new LinkedHashMap<String, String>();
    if (!words.isBlank()) query.put("q", words);
    sorting.keep(query);
    UI.getCurrent().navigate("council", QueryParameters.simple(query));
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
        Words.count("council.count", desk.ask(new FindCouncilPapers(searched(), 0, 1)).total()));
  }

  private @Nullable String searched() {
    return words.isBlank() ? null : words.strip();
  }

  private static String next(PaperRow row) {
    if (row.nextBody() != null && row.nextOn() != null)
      return row.nextBody() + " · " + Formats.weekday(row.nextOn());
    return row.decidedOn() == null
        ? "–"
        : t("council.decided-on", "day", Formats.date(row.decidedOn()));
  }

  static Span stage(String stage) {
    var tone =
        switch (stage) {
          case "adopted", "amended", "recommended", "noted" -> Ui.Tone.GOOD;
          case "rejected", "not-recommended" -> Ui.Tone.BAD;
          case "withdrawn" -> Ui.Tone.PLAIN;
          case "cosigning", "checks" -> Ui.Tone.ATTENTION;
          default -> Ui.Tone.RUNNING;
        };
    return Ui.chip(tone, Words.code("council-stage", stage));
  }
}
