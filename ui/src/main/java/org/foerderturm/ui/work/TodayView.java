package org.foerderturm.ui.work;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.foerderturm.calendar.Due;
import org.foerderturm.cases.CaseQuery.Box;
import org.foerderturm.cases.CaseQuery.CaseRow;
import org.foerderturm.cases.CaseQuery.CountCases;
import org.foerderturm.cases.CaseQuery.CountTasks;
import org.foerderturm.cases.CaseQuery.FindCases;
import org.foerderturm.cases.CaseQuery.FindTasks;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.ModelQuery.FindStartable;
import org.foerderturm.ui.cases.CaseChips;
import org.foerderturm.ui.cases.NextTasks;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.UnheldRoles;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;

/** My day: what is due, what waits for others, what changed since yesterday, what I may start. */
@Route("")
@PermitAll
public class TodayView extends View {
  private static final int FEW = 6;
  private final Div page = Ui.div("ft-today");

  TodayView(Desk desk) {
    super(desk, t("today.hello", "name", Desk.name(desk.names(), desk.actor().userId())));
    add(new Paragraph(Formats.longDay(LocalDate.now(Formats.OFFICE))), page);
    draw();
    desk.onChange(this, streams -> true, this::draw);
  }

  private void draw() {
    page.removeAll();
    page.add(figures());
    UnheldRoles.of(desk)
        .ifPresent(
            section -> {
              section.addClassName("ft-card");
              page.add(section);
            });
    page.add(due());
    if (desk.has(Role.OFFICE_LEAD, Role.AUDITOR)) page.add(others());
    page.add(changed(), start());
  }

  /** What I hold, then what I may take. */
  private Component due() {
    var section = Ui.section(t("today.due"));
    section.addClassName("ft-card");
    var mine = desk.ask(new FindTasks(Box.MINE, null, 0, FEW));
    var group = desk.ask(new FindTasks(Box.GROUP, null, 0, FEW));
    if (mine.rows().isEmpty() && group.rows().isEmpty()) {
      section.add(Ui.span("ft-quiet", t("today.due-none")));
      return section;
    }
    if (!mine.rows().isEmpty())
      section.add(list(mine, Box.MINE), all(Box.MINE, "today.all-tasks", mine.total()));
    if (!group.rows().isEmpty())
      section.add(
          new H3(t("today.take")),
          list(group, Box.GROUP),
          all(Box.GROUP, "today.all-tasks", group.total()));
    return section;
  }

  private Component others() {
    var section = Ui.section(t("today.others"));
    section.addClassName("ft-card");
    var others = desk.ask(new FindTasks(Box.OTHERS, null, 0, FEW));
    if (others.rows().isEmpty()) section.add(Ui.span("ft-quiet", t("today.others-none")));
    else section.add(list(others, Box.OTHERS), all(Box.OTHERS, "today.all-tasks", others.total()));
    return section;
  }

  private UnorderedList list(Page<TaskRow> tasks, Box box) {
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    tasks.rows().forEach(task -> list.add(task(task, box)));
    return list;
  }

  private static Component all(Box box, String words, long total) {
    return Ui.to("work?box=" + code(box), Words.count(words, total));
  }

  private static String code(Box box) {
    return box.name().toLowerCase(Locale.ROOT);
  }

  private ListItem task(TaskRow task, Box box) {
    var name = Words.name(task.name()) + (task.subject() == null ? "" : " – " + task.subject());
    var due = task.dueAt();
    var line = Ui.div("ft-line", Ui.link("work/" + task.taskId() + "?box=" + code(box), name));
    if (due != null)
      line.add(
          Ui.chip(
              Due.isOverdue(due, Instant.now()) ? Ui.Tone.BAD : Ui.Tone.ATTENTION,
              Formats.due(due)));
    var title = task.caseTitle() == null ? desk.workflow(task.model()) : task.caseTitle();
    if (box == Box.OTHERS) title = NextTasks.holder(desk, task) + " · " + title;
    return new ListItem(line, Ui.span("ft-quiet", title));
  }

  private Component changed() {
    var cases = desk.ask(new FindCases(null, null, 0, FEW)).rows();
    var section = Ui.section(t("today.changed"));
    section.addClassName("ft-card");
    if (cases.isEmpty()) {
      section.add(Ui.span("ft-quiet", t("today.changed-none")));
      return section;
    }
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    for (CaseRow row : cases)
      list.add(
          new ListItem(
              Ui.div(
                  "ft-line",
                  Ui.link(
                      "cases/" + row.caseId(),
                      row.title() == null ? desk.workflow(row.model()) : row.title()),
                  CaseChips.state(row)),
              Ui.span(
                  "ft-quiet", desk.workflow(row.model()) + " · " + Formats.ago(row.movedAt()))));
    section.add(list, Ui.to("cases", t("today.all-cases")));
    return section;
  }

  private Component start() {
    var startable = desk.ask(new FindStartable());
    var section = Ui.section(t("today.start"));
    section.addClassName("ft-card");
    if (startable.isEmpty()) {
      section.add(Ui.span("ft-quiet", t("today.start-none")));
      return section;
    }
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    for (var each : startable) {
      var item = new ListItem(Ui.link("start/" + each.processKey(), Words.name(each.name())));
      if (each.description() != null) item.add(Ui.span("ft-quiet", Words.name(each.description())));
      list.add(item);
    }
    section.add(list);
    return section;
  }

  private Component figures() {
    var tasks = desk.ask(new CountTasks());
    var cases = desk.ask(new CountCases());
    var figures =
        Ui.div(
            "ft-figures",
            figure(tasks.getOrDefault(Box.MINE, 0L), "box.mine", "work?box=mine"),
            figure(tasks.getOrDefault(Box.GROUP, 0L), "box.group", "work?box=group"),
            figure(tasks.getOrDefault(Box.OVERDUE, 0L), "box.overdue", "work?box=overdue"),
            figure(cases.running(), "cases.running", "cases"),
            figure(cases.ended(), "cases.ended", "cases?state=ended"));
    if (desk.has(Role.OFFICE_LEAD, Role.AUDITOR))
      figures.addComponentAtIndex(
          3, figure(tasks.getOrDefault(Box.OTHERS, 0L), "box.others", "work?box=others"));
    figures.getElement().setAttribute("role", "group");
    figures.getElement().setAttribute("aria-label", t("today.figures"));
    return figures;
  }

  private static Component figure(long number, String key, String href) {
    var link = Ui.link(href, "");
    link.addClassName("ft-figure");
    link.add(Ui.span("ft-figure-number", Formats.number(number)), Ui.span("ft-quiet", t(key)));
    return link;
  }
}
