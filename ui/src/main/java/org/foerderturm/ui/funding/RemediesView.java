package org.foerderturm.ui.funding;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import org.foerderturm.funding.RemedyQuery.FindRemedies;
import org.foerderturm.funding.RemedyQuery.RemedyRow;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Sorting;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** Which remedies are open against grants and rejections, and until when. */
@Route("funding/remedies")
@RolesAllowed({"PROJECT_MANAGER", "OFFICE_LEAD", "COMMITTEE_MEMBER", "AUDITOR"})
public class RemediesView extends View implements BeforeEnterObserver {
  private static final List<String> STATES = List.of("open", "filed", "passed", "final", "none");
  private static final List<String> NOTICES = List.of("grant", "rejection");
  private static final List<String> REMEDIES = List.of("objection", "action", "review");

  private final TextField search =
      Lists.search(t("remedies.search"), typed -> go(typed, this.state));
  private final Select<String> states = Lists.filter("remedies.state", "remedies.state", STATES);
  private final Grid<RemedyRow> list = Lists.grid(t("remedies"));
  private final Paragraph count = Lists.count();
  private final Sorting<RemedyRow> sorting = new Sorting<>(list);
  private String words = "";
  private @Nullable String state;

  RemediesView(Desk desk) {
    super(desk, t("remedies"));
    addClassName("ft-full");
    list.addComponentColumn(row -> Ui.link("funding/" + row.applicationId(), row.title()))
        .setHeader(t("application.title"))
        .setWidth("13rem")
        .setFlexGrow(4);
    list.addColumn(RemedyRow::funder)
        .setHeader(t("application.funder"))
        .setWidth("9rem")
        .setFlexGrow(2);
    list.addComponentColumn(RemediesView::notice)
        .setHeader(t("remedies.notice"))
        .setWidth("10rem")
        .setFlexGrow(2);
    list.addComponentColumn(RemediesView::notified)
        .setHeader(t("remedy.notified"))
        .setWidth("11rem")
        .setFlexGrow(2);
    list.addColumn(row -> RemedySections.remedy(row.filed() == null ? row.remedy() : row.filed()))
        .setHeader(t("variable.remedy"))
        .setWidth("8rem")
        .setFlexGrow(1);
    list.addComponentColumn(RemediesView::until)
        .setHeader(t("remedies.until"))
        .setWidth("9rem")
        .setFlexGrow(2);
    list.addComponentColumn(row -> chip(row.state()))
        .setHeader(t("remedies.state"))
        .setAutoWidth(true);
    sorting
        .columns("title", "funder", "notice", "notified", "remedy", "until", "state")
        .codes("notice", () -> NOTICES)
        .codes("remedy", () -> REMEDIES)
        .codes("state", () -> STATES);
    Lists.cards(
        list,
        row ->
            Lists.card(
                Ui.link("funding/" + row.applicationId(), row.title()),
                RemedySections.state(row),
                row.funder(),
                Words.code("remedies.notice", row.notice()),
                t("remedy.notified") + " " + Formats.date(row.notifiedOn())));
    Lists.lazy(
        list,
        (offset, limit) ->
            desk.ask(new FindRemedies(searched(), state, sorting.sort(), offset, limit)),
        RemedyRow::applicationId);
    list.setEmptyStateComponent(Ui.empty(t("remedies.empty"), t("remedies.empty-help")));
    states.addValueChangeListener(
        change -> {
          if (change.isFromClient()) go(words, change.getValue());
        });
    add(Ui.div("ft-filters", search, states, sorting.choice()), list, count);
    desk.onChange(this, streams -> true, this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var query = event.getLocation().getQueryParameters();
    words = query.getSingleParameter("q").orElse("");
    sorting.read(query);
    state = query.getSingleParameter("state").filter(STATES::contains).orElse(null);
    states.setValue(state);
    if (!search.getValue().equals(words)) search.setValue(words);
    refresh();
  }

  private void refresh() {
    list.getDataProvider().refreshAll();
    count.setText(
        Words.count(
            "remedies.count", desk.ask(new FindRemedies(searched(), state, null, 0, 1)).total()));
  }

  /** Each filter has its address, so that "back" comes back to it. */
  private void go(String typed, @Nullable String state) {
    var chosen = new LinkedHashMap<String, String>();
    if (!typed.isBlank()) chosen.put("q", typed.strip());
    if (state != null) chosen.put("state", state);
    sorting.keep(chosen);
    UI.getCurrent().navigate("funding/remedies", QueryParameters.simple(chosen));
  }

  private @Nullable String searched() {
    return words.isBlank() ? null : words.strip();
  }

  private static Component notice(RemedyRow row) {
    var lines = Ui.div("ft-lines", new Span(Words.code("remedies.notice", row.notice())));
    if (row.reference() != null) lines.add(Ui.span("ft-quiet", row.reference()));
    return lines;
  }

  /** The day that counts, and the two that it comes from. */
  private static Component notified(RemedyRow row) {
    var lines = Ui.div("ft-lines", new Span(Formats.date(row.notifiedOn())));
    if (row.postedOn() != null)
      lines.add(
          Ui.span(
              "ft-quiet",
              t(
                  "remedies.came",
                  "posted",
                  Formats.date(row.postedOn()),
                  "received",
                  Formats.date(row.receivedOn()))));
    if (row.withoutInstruction()) lines.add(Ui.chip(Ui.Tone.ATTENTION, t("remedies.uninstructed")));
    return lines;
  }

  private static Component until(RemedyRow row) {
    var until = row.until();
    if (row.filed() != null && row.filedOn() != null)
      return new Span(t("remedies.filed", "day", Formats.date(row.filedOn())));
    if (until == null) return new Span("–");
    return Lists.due(
        RemedySections.remedy(row.remedy()),
        until,
        row.state().equals("open") ? ApplicationsView.endOf(until) : null);
  }

  private static Span chip(String state) {
    var tone =
        switch (state) {
          case "open" -> Ui.Tone.ATTENTION;
          case "filed" -> Ui.Tone.RUNNING;
          default -> Ui.Tone.PLAIN;
        };
    return Ui.chip(tone, Words.code("remedies.state", state));
  }
}
