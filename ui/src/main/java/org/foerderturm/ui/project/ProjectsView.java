package org.foerderturm.ui.project;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foerderturm.project.ProjectQuery.FindProjects;
import org.foerderturm.project.ProjectQuery.FindRoadmap;
import org.foerderturm.project.ProjectQuery.ProjectRow;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Sorting;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** The portfolio: what is red first, as a table or as bars over months. */
@Route("projects")
@RolesAllowed({"PROJECT_MANAGER", "OFFICE_LEAD", "COMMITTEE_MEMBER", "AUDITOR"})
public class ProjectsView extends View implements BeforeEnterObserver {
  /** More bars than one can compare are none. */
  private static final int MOST_BARS = 60;

  private static final String TIMELINE = "timeline";
  private final TextField search =
      Lists.search(t("projects.search"), typed -> go(typed, this.wanted));
  private final Select<String> light = new Select<>();
  private final Div toggle = Ui.div("ft-toggle");
  private final Grid<ProjectRow> list = Lists.grid(t("nav.projects"));
  private final Div roadmap = Ui.div("ft-roadmap-area");
  private final Paragraph count = Lists.count();
  private final Sorting<ProjectRow> sorting = new Sorting<>(list);
  private String words = "";
  private @Nullable String wanted;
  private boolean timeline;

  ProjectsView(Desk desk) {
    super(desk, t("nav.projects"));
    addClassName("ft-full");
    light.setAriaLabel(t("projects.light"));
    light.setItems("", "red", "amber", "green");
    light.setItemLabelGenerator(
        each ->
            t("projects.light")
                + ": "
                + (each == null || each.isEmpty()
                    ? t("projects.all")
                    : Words.code("project-color", each)));
    light.setValue("");
    light.addValueChangeListener(
        change -> {
          if (change.isFromClient())
            go(words, change.getValue().isEmpty() ? null : change.getValue());
        });
    toggle.addClassName("ft-unprinted");
    toggle.getElement().setAttribute("role", "navigation");
    toggle.getElement().setAttribute("aria-label", t("projects.views"));
    columns();
    sorting
        .columns("title", "lights", "milestone", "used", "next", "stage")
        .codes("stage", () -> List.of("granted", "running", "completed", "abandoned", "closed"));
    Lists.cards(
        list,
        row ->
            Lists.card(
                Ui.link("projects/" + row.projectId(), row.title()),
                LightChips.aged(row),
                Words.code("project-stage", row.stage()),
                due(row)));
    Lists.lazy(
        list,
        (offset, limit) ->
            desk.ask(new FindProjects(searched(), wanted, sorting.sort(), offset, limit)),
        ProjectRow::projectId);
    list.setEmptyStateComponent(Ui.empty(t("projects.empty"), t("projects.empty-help")));
    add(Ui.div("ft-filters", search, light, sorting.choice(), toggle), list, roadmap, count);
    desk.onChange(this, streams -> true, this::refresh);
  }

  private void columns() {
    list.addComponentColumn(row -> Ui.link("projects/" + row.projectId(), row.title()))
        .setHeader(t("project.title"))
        .setWidth("13rem")
        .setFlexGrow(4);
    list.addComponentColumn(LightChips::aged)
        .setHeader(t("project.lights"))
        .setWidth("17rem")
        .setFlexGrow(2);
    list.addComponentColumn(ProjectsView::milestone)
        .setHeader(t("project.next-milestone"))
        .setWidth("10rem")
        .setFlexGrow(2);
    list.addComponentColumn(ProjectsView::used)
        .setHeader(t("project.used"))
        .setWidth("10.5rem")
        .setFlexGrow(1);
    list.addComponentColumn(ProjectsView::next)
        .setHeader(t("project.next-due"))
        .setWidth("11rem")
        .setFlexGrow(2);
    list.addComponentColumn(row -> stage(row.stage()))
        .setHeader(t("project.stage"))
        .setWidth("10rem")
        .setFlexGrow(0);
  }

  private static Component milestone(ProjectRow row) {
    return row.nextMilestone() == null || row.nextMilestoneOn() == null
        ? new Span("–")
        : Lists.due(row.nextMilestone(), row.nextMilestoneOn(), null);
  }

  private static Component used(ProjectRow row) {
    if (row.budgetCents() == 0) return new Span("–");
    return Ui.div(
        "ft-lines",
        new Span(
            t("project.percent", "percent", Formats.share(row.actualCents(), row.budgetCents()))),
        Ui.span("ft-quiet", t("project.of-budget", "budget", Formats.euros(row.budgetCents()))));
  }

  private static Component next(ProjectRow row) {
    if (row.nextDue() == null) return new Span("–");
    return Lists.due(Words.code("deadline", row.nextKind()), row.nextDue(), end(row.nextDue()));
  }

  private static String due(ProjectRow row) {
    return row.nextDue() == null
        ? "–"
        : Words.code("deadline", row.nextKind()) + " " + Formats.date(row.nextDue());
  }

  static java.time.Instant end(LocalDate day) {
    return day.plusDays(1).atStartOfDay(Formats.OFFICE).minusSeconds(1).toInstant();
  }

  static Span stage(String stage) {
    var tone =
        switch (stage) {
          case "granted" -> Ui.Tone.ATTENTION;
          case "completed", "closed" -> Ui.Tone.GOOD;
          case "abandoned" -> Ui.Tone.BAD;
          default -> Ui.Tone.RUNNING;
        };
    return Ui.chip(tone, Words.code("project-stage", stage));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var query = event.getLocation().getQueryParameters();
    words = query.getSingleParameter("q").orElse("");
    sorting.read(query);
    wanted = query.getSingleParameter("light").orElse(null);
    timeline = query.getSingleParameter("view").orElse("").equals(TIMELINE);
    if (!search.getValue().equals(words)) search.setValue(words);
    light.setValue(
        wanted != null && List.of("red", "amber", "green").contains(wanted) ? wanted : "");
    toggle.removeAll();
    toggle.add(way(t("projects.table"), false), way(t("projects.timeline"), true));
    list.setVisible(!timeline);
    roadmap.setVisible(timeline);
    refresh();
  }

  private Anchor way(String name, boolean toTimeline) {
    var link = Ui.link(href(toTimeline), name);
    if (toTimeline == timeline) link.getElement().setAttribute("aria-current", "page");
    return link;
  }

  private String href(boolean toTimeline) {
    var query = parameters(words, wanted, toTimeline);
    return query.isEmpty()
        ? "projects"
        : query.entrySet().stream()
            .map(
                each ->
                    each.getKey()
                        + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "projects?", ""));
  }

  private void go(String search, @Nullable String light) {
    UI.getCurrent()
        .navigate("projects", QueryParameters.simple(parameters(search, light, timeline)));
  }

  private Map<String, String> parameters(String search, @Nullable String light, boolean timeline) {
    var query = new LinkedHashMap<String, String>();
    if (!search.isBlank()) query.put("q", search);
    if (light != null) query.put("light", light);
    if (timeline) query.put("view", TIMELINE);
    sorting.keep(query);
    return query;
  }

  private void refresh() {
    if (timeline) {
      var page = desk.ask(new FindProjects(searched(), wanted, sorting.sort(), 0, MOST_BARS));
      roadmap.removeAll();
      if (page.rows().isEmpty())
        roadmap.add(Ui.empty(t("projects.empty"), t("projects.empty-help")));
      else
        roadmap.add(
            Roadmap.of(
                page.rows(),
                desk.ask(
                    new FindRoadmap(page.rows().stream().map(ProjectRow::projectId).toList()))));
      if (page.total() > MOST_BARS)
        roadmap.add(new Paragraph(t("projects.more", "count", Formats.number(MOST_BARS))));
      count.setText(Words.count("projects.count", page.total()));
    } else {
      list.getDataProvider().refreshAll();
      count.setText(
          Words.count(
              "projects.count", desk.ask(new FindProjects(searched(), wanted, 0, 1)).total()));
    }
  }

  private @Nullable String searched() {
    return words.isBlank() ? null : words.strip();
  }
}
