package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.foerderturm.cases.CaseQuery.CaseRow;
import org.foerderturm.cases.CaseQuery.FindCasesWithKeys;
import org.foerderturm.committee.CommitteeQuery.BodyRow;
import org.foerderturm.committee.CommitteeQuery.FindBodies;
import org.foerderturm.committee.MeetingQuery.FindResolutionYears;
import org.foerderturm.committee.MeetingQuery.FindResolutions;
import org.foerderturm.committee.MeetingQuery.ResolutionRow;
import org.foerderturm.kernel.Page;
import org.foerderturm.ui.cases.CaseChips;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Sorting;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** The register of resolutions: what was decided, where, and what it led to. */
@Route("resolutions")
@PermitAll
public class ResolutionsView extends View implements BeforeEnterObserver {
  private static final String ALL = "";
  private final TextField search = new TextField();
  private final Select<String> body = new Select<>();
  private final Select<String> year = new Select<>();
  private final Select<String> result = new Select<>();
  private final Map<String, CaseRow> waiting = new HashMap<>();
  private final Grid<ResolutionRow> list = Lists.grid(t("resolutions.title"));
  private final Paragraph count = new Paragraph();
  private final Sorting<ResolutionRow> sorting = new Sorting<>(list);

  ResolutionsView(Desk desk) {
    super(desk, t("resolutions.title"));
    addClassName("ft-full");
    search.setPlaceholder(t("resolutions.search"));
    search.setAriaLabel(t("resolutions.search"));
    search.setPrefixComponent(Ui.icon(VaadinIcon.SEARCH));
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    var bodies = desk.ask(new FindBodies());
    body.setAriaLabel(t("motion.body"));
    body.setItems(items(bodies.stream().map(BodyRow::bodyId).toList()));
    body.setItemLabelGenerator(
        each ->
            bodies.stream()
                .filter(row -> row.bodyId().equals(each))
                .findFirst()
                .map(BodyRow::name)
                .orElse(t("resolutions.all-bodies")));
    year.setAriaLabel(t("resolution.year"));
    year.setItems(
        items(desk.ask(new FindResolutionYears()).stream().map(String::valueOf).toList()));
    year.setItemLabelGenerator(each -> each.isEmpty() ? t("resolutions.all-years") : each);
    result.setAriaLabel(t("motion.result"));
    result.setItems(ALL, "adopted", "amended", "rejected");
    result.setItemLabelGenerator(
        each -> each.isEmpty() ? t("resolutions.all-results") : Words.code("result", each));
    search.addValueChangeListener(change -> navigate(change.isFromClient()));
    body.addValueChangeListener(change -> navigate(change.isFromClient()));
    year.addValueChangeListener(change -> navigate(change.isFromClient()));
    result.addValueChangeListener(change -> navigate(change.isFromClient()));
    columns();
    Lists.lazy(list, this::page, ResolutionRow::position);
    list.setEmptyStateComponent(Ui.empty(t("resolutions.empty"), t("resolutions.empty-help")));
    count.addClassName("ft-count");
    count.getElement().setAttribute("role", "status");
    add(Ui.div("ft-filters", search, body, year, result, sorting.choice()), list, count);
    desk.onChange(this, streams -> true, this::refresh);
  }

  private void columns() {
    list.addColumn(ResolutionRow::number).setHeader(t("resolution.number")).setAutoWidth(true);
    list.addComponentColumn(ResolutionsView::subject)
        .setHeader(t("resolution.subject"))
        .setWidth("13rem")
        .setFlexGrow(4);
    list.addComponentColumn(ResolutionsView::result)
        .setHeader(t("motion.result"))
        .setAutoWidth(true);
    list.addColumn(ResolutionRow::bodyName)
        .setHeader(t("motion.body"))
        .setWidth("11rem")
        .setFlexGrow(2);
    list.addComponentColumn(
            row ->
                row.meetingId() == null
                    ? new Span(Formats.date(row.decidedAt()))
                    : Ui.link("meetings/" + row.meetingId(), Formats.date(row.decidedAt())))
        .setHeader(t("motion.decided"))
        .setWidth("9.5rem")
        .setFlexGrow(0);
    list.addComponentColumn(this::consequence)
        .setHeader(t("resolution.led-to"))
        .setWidth("13rem")
        .setFlexGrow(3);
    sorting
        .columns("number", "subject", "result", "body", "decided", "led-to")
        .codes("result", () -> List.of("adopted", "amended", "rejected"));
    Lists.cards(
        list,
        row ->
            Lists.card(
                subject(row),
                result(row),
                row.number(),
                row.bodyName(),
                Formats.date(row.decidedAt())));
  }

  /** The result, and what puts it in doubt. */
  private static Component result(ResolutionRow row) {
    var result = BodiesView.result(row.result());
    return row.doubt() == null
        ? result
        : Ui.div(
            "ft-lines",
            result,
            Ui.chip(Ui.Tone.ATTENTION, Words.code("resolution-doubt", row.doubt())));
  }

  private static Component subject(ResolutionRow row) {
    String title = row.title() == null ? t("agenda.hidden") : row.title();
    return row.motionId() == null ? new Span(title) : Ui.link("motions/" + row.motionId(), title);
  }

  /** A page of rows, with the cases that waited for them: one question for all. */
  private Page<ResolutionRow> page(int offset, int limit) {
    var page = desk.ask(query(offset, limit));
    var keys =
        page.rows().stream()
            .map(ResolutionRow::caseKey)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (!keys.isEmpty())
      desk.ask(new FindCasesWithKeys(keys)).forEach(found -> waiting.put(found.caseKey(), found));
    return page;
  }

  /** The case that waited for it, as it stands now. */
  private Component consequence(ResolutionRow row) {
    var cell = Ui.div("ft-lines");
    var found = row.caseKey() == null ? null : waiting.get(row.caseKey());
    if (found != null)
      cell.add(
          Ui.link(
              "cases/" + found.caseId(),
              found.title() == null ? desk.workflow(found.model()) : found.title()),
          CaseChips.state(found));
    if (cell.getChildren().findAny().isEmpty()) cell.add(new Span("–"));
    return cell;
  }

  private static java.util.List<String> items(java.util.List<String> some) {
    var all = new java.util.ArrayList<String>();
    all.add(ALL);
    all.addAll(some);
    return all;
  }

  private void navigate(boolean fromClient) {
    if (!fromClient) return;
    var query = new HashMap<String, String>();
    put(query, "q", search.getValue());
    put(query, "body", body.getValue());
    put(query, "year", year.getValue());
    put(query, "result", result.getValue());
    sorting.keep(query);
    UI.getCurrent()
        .navigate(
            "resolutions",
            query.isEmpty() ? QueryParameters.empty() : QueryParameters.simple(query));
  }

  private static void put(Map<String, String> query, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) query.put(name, value);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var query = event.getLocation().getQueryParameters();
    search.setValue(query.getSingleParameter("q").orElse(""));
    choose(body, query.getSingleParameter("body").orElse(ALL));
    choose(year, query.getSingleParameter("year").orElse(ALL));
    choose(result, query.getSingleParameter("result").orElse(ALL));
    sorting.read(query);
    refresh();
  }

  private static void choose(Select<String> field, String value) {
    boolean there = field.getGenericDataView().getItems().anyMatch(value::equals);
    field.setValue(there ? value : ALL);
  }

  private FindResolutions query(int offset, int limit) {
    return new FindResolutions(
        chosen(body.getValue()),
        chosen(year.getValue()) == null ? null : Integer.valueOf(year.getValue()),
        chosen(result.getValue()),
        search.getValue(),
        sorting.sort(),
        offset,
        limit);
  }

  private static @Nullable String chosen(@Nullable String value) {
    return value == null || value.isEmpty() ? null : Objects.requireNonNull(value);
  }

  private void refresh() {
    list.getDataProvider().refreshAll();
    count.setText(Words.count("resolutions.count", desk.ask(query(0, 1)).total()));
  }
}
