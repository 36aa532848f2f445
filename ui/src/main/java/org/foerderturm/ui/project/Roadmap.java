package org.foerderturm.ui.project;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.foerderturm.project.ProjectQuery.ProjectRow;
import org.foerderturm.project.ProjectQuery.RoadmapMark;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;

/** Projects as bars over months, with their milestones; listeners hear them as lists. */
final class Roadmap {
  private final LocalDate first;
  private final double days;
  private final LocalDate last;

  private Roadmap(List<ProjectRow> projects) {
    first =
        projects.stream()
            .map(ProjectRow::from)
            .min(LocalDate::compareTo)
            .orElse(LocalDate.now(Formats.OFFICE))
            .withDayOfMonth(1);
    last =
        projects.stream()
            .map(ProjectRow::until)
            .max(LocalDate::compareTo)
            .orElse(first)
            .plusMonths(1)
            .withDayOfMonth(1);
    days = Math.max(1, ChronoUnit.DAYS.between(first, last));
  }

  static Component of(List<ProjectRow> projects, List<RoadmapMark> marks) {
    var map = new Roadmap(projects);
    var list = new UnorderedList();
    list.addClassNames("ft-plain-list", "ft-roadmap");
    for (var project : projects)
      list.add(
          map.row(
              project,
              marks.stream().filter(m -> m.projectId().equals(project.projectId())).toList()));
    return Ui.scroll(new Div(map.months(), list));
  }

  /** The months above the bars; who listens reads the dates in each row. */
  private Div months() {
    var months = Ui.div("ft-roadmap-months");
    months.getElement().setAttribute("aria-hidden", "true");
    long count = ChronoUnit.MONTHS.between(first, last);
    int step = count > 36 ? 6 : count > 12 ? 3 : 1;
    var format = DateTimeFormatter.ofPattern(step == 1 ? "MMM" : "MMM yy", Words.locale());
    for (var month = first; month.isBefore(last); month = month.plusMonths(step)) {
      var name = new Span(format.format(month));
      name.getStyle().set("left", percent(month));
      months.add(name);
    }
    return months;
  }

  private ListItem row(ProjectRow project, List<RoadmapMark> marks) {
    var head =
        Ui.div(
            "ft-roadmap-head",
            Ui.link("projects/" + project.projectId(), project.title()),
            Ui.span(
                "ft-quiet", Formats.date(project.from()) + " – " + Formats.date(project.until())));
    var track = Ui.div("ft-roadmap-track");
    track.getElement().setAttribute("aria-hidden", "true");
    var bar = Ui.div("ft-roadmap-bar");
    var lights = project.lights();
    if (lights != null)
      bar.addClassName(
          "ft-"
              + LightChips.tone(
                      worst(List.of(lights.scope(), lights.time(), lights.cost(), lights.risk())))
                  .name()
                  .toLowerCase(Locale.ROOT));
    bar.getStyle().set("left", percent(project.from()));
    bar.getStyle().set("width", width(project.from(), project.until()));
    track.add(bar);
    var today = LocalDate.now(Formats.OFFICE);
    if (!today.isBefore(first) && today.isBefore(last)) {
      var line = Ui.div("ft-roadmap-today");
      line.getStyle().set("left", percent(today));
      line.setTitle(t("projects.today"));
      track.add(line);
    }
    var said = new UnorderedList();
    said.addClassName("ft-unseen");
    for (var mark : marks) {
      var words =
          mark.title()
              + ": "
              + Formats.date(mark.day())
              + (mark.reached() ? " (" + t("projects.reached") + ")" : "");
      var sign = Ui.span("ft-roadmap-mark", mark.reached() ? "◆" : "◇");
      sign.getStyle().set("left", percent(mark.day()));
      sign.setTitle(words);
      track.add(sign);
      said.add(new ListItem(words));
    }
    var item = new ListItem(head, LightChips.of(lights, false), track);
    if (!marks.isEmpty()) item.add(said);
    item.addClassName("ft-roadmap-row");
    return item;
  }

  private static String worst(List<String> colors) {
    return colors.contains("red") ? "red" : colors.contains("amber") ? "amber" : "green";
  }

  private String percent(LocalDate day) {
    double at = 100 * ChronoUnit.DAYS.between(first, day) / days;
    return String.format(Locale.ROOT, "%.2f%%", Math.clamp(at, 0.0, 100.0));
  }

  private String width(LocalDate from, LocalDate until) {
    double share = 100 * (ChronoUnit.DAYS.between(from, until) + 1) / days;
    return String.format(Locale.ROOT, "%.2f%%", Math.clamp(share, 0.5, 100.0));
  }
}
