package org.foerderturm.ui.report;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.foerderturm.audit.AuditQuery.FindEvents;
import org.foerderturm.audit.AuditQuery.HistoryRow;
import org.foerderturm.report.Figure;
import org.foerderturm.report.Report;
import org.foerderturm.report.ReportQuery.FactRow;
import org.foerderturm.report.ReportQuery.FindChoices;
import org.foerderturm.report.ReportQuery.FindFacts;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Sentences;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.foerderturm.ui.report.Content.Kind;
import org.jspecify.annotations.Nullable;

/** The events that a figure is the sum of, newest first. */
@Route("reports/:report/facts")
@RolesAllowed({"PROJECT_MANAGER", "OFFICE_LEAD", "COMMITTEE_MEMBER", "AUDITOR"})
public class FactsView extends View implements BeforeEnterObserver {
  private static final int PAGE = 50;
  private final Div body = Ui.div("ft-sums");
  private final Paragraph count = Lists.count();
  private final Div more = new Div();
  private final NativeTable table;

  FactsView(Desk desk) {
    super(desk, t("report.facts"));
    table =
        Ui.table(
            t("report.facts"),
            t("report.day"),
            t("report.what"),
            t("report.happened"),
            t("report.counts-as"),
            t("report.money"),
            t("report.event"));
    table.removeCaption();
    Ui.amounts(table, 4, 5);
    add(body, count, Ui.scroll(table), more);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var report = ReportView.report(event.getRouteParameters().get("report").orElse(""));
    var query = event.getLocation().getQueryParameters();
    var figure = Figure.of(report, query.getSingleParameter("figure").orElse(""));
    if (figure == null) throw new NotFoundException();
    var place = Place.of(query);
    setHeading(Words.code("figure", report.code() + "." + figure.code()));
    body.removeAll();
    body.add(about(report, figure, place));
    rows().removeAll();
    load(figure, place, new ArrayList<>(), null);
  }

  private Div about(Report report, Figure figure, Place place) {
    var choices = desk.ask(new FindChoices(report));
    var said = new ArrayList<String>();
    said.add(ReportView.asOf(place.asOf()));
    if (place.year() != null) said.add(t("report.year") + ": " + place.year());
    if (place.group() != null)
      said.add(
          t("report.group." + report.code())
              + ": "
              + ReportView.name(report.code(), choices, place.group()));
    var line = new Paragraph(String.join(" · ", said));
    line.addClassName("ft-quiet");
    var back =
        Ui.link(
            place.page(report.code()),
            t("report.back", "report", t("report.title." + report.code())));
    var about = new Div(back, line);
    about.addClassName("ft-sums");
    if (figure.terms().size() > 1) {
      var formula = new Paragraph(t("report.formula", "formula", formula(figure)));
      formula.addClassName("ft-quiet");
      about.add(formula);
    }
    return about;
  }

  private static String formula(Figure figure) {
    var said = new StringBuilder();
    for (var part : Figure.values()) {
      Integer sign = part == figure ? null : figure.terms().get(part.code());
      if (sign == null || part.report() != figure.report()) continue;
      if (!said.isEmpty()) said.append(sign < 0 ? " − " : " + ");
      said.append(Words.code("figure", part.report().code() + "." + part.code()));
    }
    return said.toString();
  }

  private void load(Figure figure, Place place, List<FactRow> shown, @Nullable Long before) {
    var found = desk.ask(new FindFacts(figure, place.scope(figure.report()), before, PAGE));
    var events =
        desk.ask(new FindEvents(found.rows().stream().map(FactRow::position).toList())).stream()
            .collect(Collectors.toMap(HistoryRow::position, Function.identity(), (a, b) -> a));
    var sentences = new Sentences(desk);
    for (var fact : found.rows())
      rows().add(row(figure, fact, events.get(fact.position()), sentences));
    shown.addAll(found.rows());
    boolean money = figure.report() == Report.PIPELINE || figure.report() == Report.CONTRIBUTIONS;
    count.setText(
        Words.count("report.facts", found.total(), "shown", Formats.number(shown.size()))
            + (money ? " · " + Kind.MONEY.text(found.cents()) : "")
            + (figure == Figure.OPEN || figure == Figure.UNDRAWN
                ? ""
                : " · " + t("report.number", "number", Formats.number(found.number()))));
    table.setVisible(!shown.isEmpty());
    more.removeAll();
    if (shown.isEmpty()) more.add(Ui.empty(t("report.no-facts"), t("report.no-facts-help")));
    else if (shown.size() < found.total() && !found.rows().isEmpty())
      more.add(
          Ui.quiet(
              t("audit.more"),
              () -> load(figure, place, shown, found.rows().getLast().position())));
  }

  private static NativeTableRow row(
      Figure figure, FactRow fact, @Nullable HistoryRow event, Sentences sentences) {
    var line = new NativeTableRow();
    var day = new NativeTableCell(Ui.time(fact.at(), Formats.date(fact.at())));
    day.addClassName("ft-nowrap");
    line.add(day);
    line.add(
        new NativeTableCell(
            fact.page() == null ? new Span(fact.title()) : Ui.link(fact.page(), fact.title())));
    line.add(new NativeTableCell(event == null ? "–" : sentences.of(event)));
    var counts = Words.code("figure", figure.report().code() + "." + fact.measure());
    if (fact.days() != null) counts += ", " + Kind.DAYS.text(fact.days());
    line.add(new NativeTableCell(counts));
    var money = new NativeTableCell(fact.cents() == 0 ? "–" : Formats.euros(fact.cents()));
    money.addClassName("ft-amount");
    line.add(money);
    var place = new NativeTableCell(EventView.link(fact.position()));
    place.addClassName("ft-amount");
    line.add(place);
    return line;
  }

  private NativeTableBody rows() {
    return table
        .getChildren()
        .filter(NativeTableBody.class::isInstance)
        .map(NativeTableBody.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
