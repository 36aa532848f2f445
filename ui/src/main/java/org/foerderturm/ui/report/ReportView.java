package org.foerderturm.ui.report;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.kernel.NameOrder;
import org.foerderturm.report.Report;
import org.foerderturm.report.ReportQuery.Choice;
import org.foerderturm.report.ReportQuery.DeadlineRow;
import org.foerderturm.report.ReportQuery.FindChoices;
import org.foerderturm.report.ReportQuery.FindDeadlines;
import org.foerderturm.report.ReportQuery.ReportChoices;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Messages;
import org.foerderturm.ui.common.Sorting;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** One report as of a day: figures, charts, tables. Its address says which. */
@Route("reports/:report")
@RolesAllowed({"PROJECT_MANAGER", "OFFICE_LEAD", "COMMITTEE_MEMBER", "AUDITOR"})
public class ReportView extends View implements BeforeEnterObserver {
  static final String DEADLINES = "deadlines";
  static final List<String> KINDS =
      List.of(
          "outline",
          "submission",
          "additional-request",
          "reserve-list",
          "contest",
          "appeal",
          "call",
          "interim-proof",
          "proof-of-use",
          "partner-proof",
          "spend-by",
          "refund",
          "milestone",
          "report",
          "next-report",
          "escalation",
          "end",
          "contribution",
          "task");
  private final Div acts = Ui.div("ft-actions");
  private final Div body = Ui.div("ft-sums");

  ReportView(Desk desk) {
    super(desk, t("nav.reports"));
    addAction(acts);
    add(body);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var code = event.getRouteParameters().get("report").orElse("");
    var query = event.getLocation().getQueryParameters();
    var place = Place.of(query);
    if (code.equals(DEADLINES)) draw(code, null, place, query);
    else draw(code, report(code), place, query);
  }

  static Report report(String code) {
    return Arrays.stream(Report.values())
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  private void draw(String code, @Nullable Report report, Place place, QueryParameters query) {
    setHeading(t("report.title." + code));
    body.removeAll();
    acts.removeAll();
    var choices =
        report == null
            ? new ReportChoices(List.of(), KINDS.stream().map(k -> new Choice(k, null)).toList())
            : desk.ask(new FindChoices(report));
    body.add(filters(code, choices, place), said(code, place));
    if (report != null && choices.groups().isEmpty()) {
      body.add(Ui.empty(t("report.empty"), t("report.empty-help." + code)));
      return;
    }
    var content =
        report == null
            ? Deadlines.content(desk, place)
            : new Reports(desk, place, group -> name(code, choices, group)).content(report);
    acts.add(download(code, report, choices, place, content));
    var tiles = Ui.div("ft-kpis");
    tiles.getElement().setAttribute("role", "list");
    content.tiles().forEach(tile -> tiles.add(Tables.tile(tile)));
    body.add(Ui.unseen(t("report.figures")), tiles);
    if (content.tables().stream().allMatch(table -> table.rows().isEmpty())) {
      body.add(Ui.empty(t("report.nothing"), t("report.nothing-help")));
      return;
    }
    var charts = Ui.div("ft-charts");
    for (var plot : content.plots()) {
      var card = Ui.section(plot.title(), new Chart(plot));
      card.addClassName("ft-card");
      charts.add(card);
    }
    body.add(charts);
    for (var table : content.tables()) {
      var section = new Section(Tables.of(table));
      section.addClassName("ft-section");
      section.getElement().setAttribute("aria-label", table.title());
      body.add(section);
    }
    if (report == null) body.add(list(place, query));
  }

  /** What a programme, class, body, topic or kind of deadline is called. */
  static String name(String code, ReportChoices choices, String group) {
    return choices.groups().stream()
        .filter(choice -> choice.code().equals(group) && choice.name() != null)
        .map(Choice::name)
        .findFirst()
        .orElseGet(() -> Words.code(words(code), group));
  }

  private static String words(String code) {
    return switch (code) {
      case "pipeline" -> "programme";
      case "contributions" -> "contribution-class";
      case "ideas" -> "topic";
      default -> "deadline";
    };
  }

  private Div filters(String code, ReportChoices choices, Place place) {
    var asOf = Inputs.pastDay(t("report.as-of"), place.asOf());
    asOf.onChosen(
        day -> go(code, new Place(day == null ? Place.today() : day, place.year(), place.group())));
    var filters = Ui.div("ft-filters", asOf);
    if (!choices.years().isEmpty()) {
      var years = new Select<Integer>();
      years.setLabel(t("report.year-of." + code));
      years.setItems(choices.years());
      years.setEmptySelectionAllowed(true);
      years.setEmptySelectionCaption(t("report.all-years"));
      years.setItemLabelGenerator(year -> year == null ? t("report.all-years") : year.toString());
      if (place.year() != null && choices.years().contains(place.year()))
        years.setValue(place.year());
      years.addValueChangeListener(
          change -> {
            if (change.isFromClient())
              go(code, new Place(place.asOf(), change.getValue(), place.group()));
          });
      filters.add(years);
    }
    if (!choices.groups().isEmpty()) {
      var codes =
          choices.groups().stream()
              .map(Choice::code)
              .sorted(NameOrder.by(group -> name(code, choices, group)))
              .toList();
      var groups = new Select<String>();
      groups.setLabel(t("report.group." + code));
      groups.setItems(codes);
      groups.setEmptySelectionAllowed(true);
      groups.setEmptySelectionCaption(Content.all());
      groups.setItemLabelGenerator(
          group -> group == null ? Content.all() : name(code, choices, group));
      if (place.group() != null && codes.contains(place.group())) groups.setValue(place.group());
      groups.addValueChangeListener(
          change -> {
            if (change.isFromClient())
              go(code, new Place(place.asOf(), place.year(), change.getValue()));
          });
      filters.add(groups);
    }
    filters.getElement().setAttribute("role", "search");
    filters.getElement().setAttribute("aria-label", t("report.filter"));
    return filters;
  }

  private static void go(String code, Place place) {
    UI.getCurrent().navigate("reports/" + code, QueryParameters.simple(place.parameters()));
  }

  /** As of when, and what the report counts. */
  private static Paragraph said(String code, Place place) {
    var said =
        new Paragraph(new Span(asOf(place.asOf()) + " "), new Span(t("report.says." + code)));
    said.addClassName("ft-quiet");
    return said;
  }

  static String asOf(LocalDate day) {
    return day.equals(Place.today())
        ? t("report.as-of-now", "time", Formats.dateTime(Instant.now()))
        : t("report.as-of-then", "day", Formats.date(day));
  }

  private Anchor download(
      String code, @Nullable Report report, ReportChoices choices, Place place, Content content) {
    var filters = new ArrayList<String>();
    filters.add(asOf(place.asOf()));
    filters.add(
        t("report.year") + ": " + (place.year() == null ? t("report.all-years") : place.year()));
    filters.add(
        t("report.group." + code)
            + ": "
            + (place.group() == null ? Content.all() : name(code, choices, place.group())));
    if (report == null) filters.remove(1);
    var book =
        new Workbooks(
            t("report.title." + code),
            String.join(" · ", filters),
            content,
            report == null
                ? DeadlineSheet.of(desk, place)
                : FactSheet.of(desk, place.scope(report), group -> name(code, choices, group)));
    var file =
        t("report.file." + code)
            + "-"
            + place.asOf()
            + (place.year() == null ? "" : "-" + place.year());
    var link = new Anchor(book.download(file + ".xlsx"), t("report.download"));
    link.addClassName("ft-button-link");
    return link;
  }

  private Section list(Place place, QueryParameters query) {
    var list = Lists.<DeadlineRow>grid(t("report.title.deadlines"));
    list.addColumn(row -> when(place.asOf(), row))
        .setHeader(t("report.due"))
        .setWidth("9rem")
        .setFlexGrow(1);
    list.addComponentColumn(ReportView::subject)
        .setHeader(t("report.what"))
        .setWidth("12rem")
        .setFlexGrow(4);
    list.addColumn(row -> Words.code("deadline", row.kind()))
        .setHeader(t("report.kind"))
        .setWidth("10rem")
        .setFlexGrow(1);
    list.addColumn(row -> row.cents() == null ? "–" : Formats.euros(row.cents()))
        .setHeader(t("report.money"))
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true);
    list.addComponentColumn(row -> EventView.link(row.position()))
        .setHeader(t("report.event"))
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true);
    var sorting =
        new Sorting<>(list)
            .columns("due", "what", "kind", "money", "event")
            .codes("kind", Sorting.words("deadline", KINDS));
    sorting.read(query);
    Lists.lazy(
        list,
        (offset, limit) ->
            desk.ask(
                new FindDeadlines(
                    place.asOf(), Deadlines.DAYS, place.group(), sorting.sort(), offset, limit)),
        row -> List.of(row.position(), row.subjectId(), row.kind(), row.dueOn()));
    list.setEmptyStateComponent(Ui.empty(t("report.nothing-due"), t("report.nothing-due-help")));
    list.addClassName("ft-report-list");
    var section =
        Ui.section(t("report.deadlines-one-by-one"), Ui.div("ft-filters", sorting.choice()), list);
    section.setId("list");
    return section;
  }

  private static Div subject(DeadlineRow row) {
    var title =
        row.titleEn() != null && Messages.isEnglish(Words.locale()) ? row.titleEn() : row.title();
    var what = new Div(row.page() == null ? new Span(title) : Ui.link(row.page(), title));
    if (row.about() != null) what.add(Ui.div("ft-quiet", new Span(row.about())));
    return what;
  }

  /** The day, and how far off it was on the day of the report. */
  static String when(LocalDate asOf, DeadlineRow row) {
    return Formats.weekday(row.dueOn()) + " · " + howFar(asOf, row);
  }

  private static String howFar(LocalDate asOf, DeadlineRow row) {
    var due = row.dueOn();
    if (asOf.equals(LocalDate.now(Formats.OFFICE)) && due.equals(asOf))
      return Formats.due(due, row.dueAt());
    if (due.isBefore(asOf))
      return Words.count("due.overdue", java.time.temporal.ChronoUnit.DAYS.between(due, asOf));
    return due.equals(asOf)
        ? t("due.on-the-day")
        : Words.count("due.in", WorkingDays.between(asOf, due));
  }
}
