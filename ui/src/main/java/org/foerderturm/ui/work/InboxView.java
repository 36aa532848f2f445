package org.foerderturm.ui.work;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.foerderturm.calendar.Due;
import org.foerderturm.cases.CaseQuery.Box;
import org.foerderturm.cases.CaseQuery.CountTasks;
import org.foerderturm.cases.CaseQuery.FindTask;
import org.foerderturm.cases.CaseQuery.FindTasks;
import org.foerderturm.cases.CaseQuery.TaskDetails;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.form.Drafts;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.Files;
import org.foerderturm.ui.cases.Subject;
import org.foerderturm.ui.cases.Workflows;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Messages;
import org.foerderturm.ui.common.PaperWay;
import org.foerderturm.ui.common.Sorting;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/**
 * My work, in the shape of a mail client: the list at the left, the task at the right; on a phone
 * one at a time. The box, the search and the task stand in the URL.
 */
@Route("work/:taskId?")
@PermitAll
public class InboxView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private Box box = Box.MINE;
  private String words = "";
  private @Nullable String taskId;
  private final transient Desk desk;
  private final transient Drafts drafts;
  private final transient Files files;
  private final transient Subject subjects;
  private final Div listHeading = new Div();
  private final Nav boxes = new Nav();
  private final TextField search = Lists.search(t("work.search"), typed -> go(taskId, box, typed));
  private final Grid<TaskRow> list = new Grid<>();
  private final Sorting<TaskRow> sorting = new Sorting<>(list);
  private final PaperWay listPaper;
  private final Paragraph count = Lists.count();
  private final Section detail = new Section();
  private String title = t("work.title");
  private @Nullable TaskPanel panel;
  private boolean drawn;

  InboxView(Desk desk, Drafts drafts, Files files, Subject subjects) {
    this.desk = desk;
    this.drafts = drafts;
    this.files = files;
    this.subjects = subjects;
    addClassName("ft-inbox");
    boxes.addClassName("ft-boxes");
    boxes.getElement().setAttribute("aria-label", t("work.boxes"));
    search.setWidthFull();
    drawList();
    var filters = Ui.div("ft-inbox-filters", boxes, search, sorting.choice());
    listPaper = new PaperWay(() -> t("work.title"), () -> List.of(filters, list));
    Lists.sized(list, rows -> listPaper.listed(list, rows));
    var left = new Section(Ui.div("ft-inbox-head", listHeading, listPaper), filters, list, count);
    left.addClassName("ft-inbox-list");
    left.getElement().setAttribute("aria-label", t("work.list"));
    detail.addClassName("ft-inbox-detail");
    detail.getElement().setAttribute("aria-label", t("work.task"));
    add(left, detail);
    desk.onChange(this, streams -> true, this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var query = event.getLocation().getQueryParameters();
    var wanted = event.getRouteParameters().get("taskId").orElse(null);
    words = query.getSingleParameter("q").orElse("");
    var counts = desk.ask(new CountTasks());
    var task = wanted == null ? null : desk.ask(new FindTask(wanted));
    box =
        query
            .getSingleParameter("box")
            .map(InboxView::box)
            .orElseGet(() -> task == null ? first(counts) : boxOf(task));
    if (!search.getValue().equals(words)) search.setValue(words);
    var former = panel == null ? null : taskId;
    boolean moves = drawn && !Objects.equals(taskId, wanted);
    drawn = true;
    taskId = wanted;
    setClassName("ft-has-detail", wanted != null);
    listPaper.setVisible(wanted == null); // a task that is open has its own
    drawHeading();
    sorting.read(query);
    drawBoxes(counts);
    list.getDataProvider().refreshAll();
    drawCount();
    showTask(task);
    if (moves) lead(former);
  }

  /** Into the task that was opened, or back to the row of the one that was left. */
  private void lead(@Nullable String former) {
    if (taskId != null) Ui.lead(".ft-inbox-detail h1");
    else if (former != null) Ui.lead(".ft-row[href*='/" + former + "?']");
  }

  @Override
  public String getPageTitle() {
    return title + " · " + t("app.name");
  }

  private static Box box(String name) {
    try {
      return Box.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      return Box.ALL;
    }
  }

  /** A task that is opened from elsewhere stands in the list beside it. */
  private static Box boxOf(TaskDetails task) {
    if (task.closed() != null) return Box.DONE;
    return task.row().mine() ? Box.MINE : task.row().claimable() ? Box.GROUP : Box.OTHERS;
  }

  /** Nobody but those who look after others' work is shown what waits for others. */
  private boolean isShown(Box each) {
    return switch (each) {
      case ALL -> box == Box.ALL; // mine and my group's at once, for whoever comes by a link
      case OTHERS -> desk.has(Role.OFFICE_LEAD, Role.AUDITOR);
      default -> true;
    };
  }

  /** My own if there are any, else what my group has. */
  private static Box first(Map<Box, Long> counts) {
    return counts.getOrDefault(Box.MINE, 0L) > 0 ? Box.MINE : Box.GROUP;
  }

  private void drawHeading() {
    listHeading.removeAll();
    listHeading.add(taskId == null ? new H1(t("work.title")) : new H2(t("work.title")));
  }

  private void drawBoxes(Map<Box, Long> counts) {
    boxes.removeAll();
    for (var each : Box.values()) {
      if (!isShown(each)) continue;
      var link = new Anchor(url(taskId, each, words));
      link.setRouterIgnore(false);
      link.addClassName("ft-box");
      link.add(new Span(t("box." + each.name().toLowerCase(Locale.ROOT))));
      long size = counts.getOrDefault(each, 0L);
      var number = Ui.span("ft-number", Formats.number(size));
      if (each == Box.OVERDUE && size > 0) number.addClassName("ft-late");
      link.add(number);
      if (each == box) link.getElement().setAttribute("aria-current", "true");
      boxes.add(link);
    }
  }

  private void drawList() {
    list.addClassName("ft-task-list");
    list.addThemeNames("no-border", "no-row-borders");
    list.setSelectionMode(Grid.SelectionMode.NONE);
    list.getElement().setAttribute("aria-label", t("work.list"));
    var card =
        list.addColumn(
                LitRenderer.<TaskRow>of(
                        """
                    <a class="ft-row ${item.state}" href="${item.href}" aria-current="${item.current}">
                      <span class="ft-dot" role="img" aria-label="${item.holder}" title="${item.holder}"></span>
                      <span class="ft-row-words">
                        <span class="ft-row-top"><span class="ft-row-name">${item.name}</span> <span class="ft-row-due">${item.due}</span></span>
                        <span class="ft-row-sub">${item.about}</span>
                        <span class="ft-row-sub ft-quiet">${item.case}</span>
                      </span>
                    </a>
                    """)
                    .withProperty("href", task -> url(task.taskId(), box, words))
                    .withProperty("current", task -> Boolean.toString(task.taskId().equals(taskId)))
                    .withProperty("name", task -> Words.name(task.name()))
                    .withProperty("about", this::about)
                    .withProperty("case", this::caseOf)
                    .withProperty("due", InboxView::when)
                    .withProperty("holder", InboxView::holder)
                    .withProperty("state", InboxView::state))
            .setHeader(new Span(t("work.list"))) // for those who listen; not a column to sort by
            .setAutoWidth(false)
            .setFlexGrow(1);
    list.addColumn(InboxView::named).setHeader(t("work.task"));
    list.addColumn(this::caseOf).setHeader(t("work.case"));
    list.addColumn(task -> desk.workflow(task.model())).setHeader(t("case.workflow"));
    list.addColumn(task -> task.dueAt() == null ? "–" : Formats.date(task.dueAt()))
        .setHeader(t("work.due"));
    list.addColumn(task -> Formats.date(task.openedAt())).setHeader(t("work.opened"));
    list.addColumn(task -> task.closedAt() == null ? "" : Formats.date(task.closedAt()))
        .setHeader(t("work.done"));
    list.addColumn(this::who).setHeader(t("work.holder"));
    Lists.cards(list, card);
    var name = Messages.isEnglish(Words.locale()) ? "name-en" : "name";
    sorting
        .columns("", name, "case", "workflow", "due", "opened", "closed", "")
        .codes("workflow", () -> Workflows.inOrder(desk));
    list.setDataProvider(
        new CallbackDataProvider<TaskRow, Void>(
            query ->
                desk
                    .ask(
                        new FindTasks(
                            box, searched(), sorting.sort(), query.getOffset(), query.getLimit()))
                    .rows()
                    .stream(),
            query -> {
              query.getOffset();
              return (int) desk.ask(new FindTasks(box, searched(), 0, 1)).total();
            },
            TaskRow::taskId));
    list.setEmptyStateComponent(
        Ui.empty(t("work.empty"), t("work.empty-help"), Ui.link("cases", t("nav.cases"))));
  }

  /** What it is about; and if somebody holds it who is locked, that it won't move by itself. */
  private String about(TaskRow task) {
    var holder = task.closedAt() == null && !task.mine() ? task.assignee() : null;
    if (holder == null || !desk.isLocked(holder)) return subject(task);
    var with = t("task.with", "name", desk.holder(holder));
    return subject(task).isEmpty() ? with : with + " · " + subject(task);
  }

  /** When it is due, or when it was done: a day that says neither is none of this place. */
  private static String when(TaskRow task) {
    if (task.closedAt() != null) return Formats.ago(task.closedAt());
    return task.dueAt() == null ? "" : Formats.due(task.dueAt());
  }

  private static String holder(TaskRow task) {
    if (task.closedAt() != null) return t("task.closed");
    return t(task.mine() ? "task.mine" : task.claimable() ? "task.group" : "box.others");
  }

  private String caseOf(TaskRow task) {
    return task.caseTitle() == null ? desk.workflow(task.model()) : task.caseTitle();
  }

  /** With what it is about, as a list on paper says it. */
  private static String named(TaskRow task) {
    var about = subject(task);
    return Words.name(task.name()) + (about.isEmpty() ? "" : " – " + about);
  }

  private String who(TaskRow task) {
    return task.assignee() == null ? holder(task) : desk.holder(task.assignee());
  }

  private static String state(TaskRow task) {
    if (task.closedAt() != null) return "";
    var late = task.dueAt() != null && Due.isOverdue(task.dueAt(), Instant.now());
    return (task.mine() ? "ft-mine" : "") + (late ? " ft-late" : "");
  }

  private void drawCount() {
    long total = desk.ask(new FindTasks(box, searched(), 0, 1)).total();
    var words = box == Box.DONE ? "work.count-done" : "work.count";
    count.setText(Words.count(sorting.sort() == null ? words : "work.count-sorted", total));
  }

  private void showTask(@Nullable TaskDetails task) {
    detail.removeAll();
    panel = null;
    title = t("work.title");
    if (taskId == null) {
      detail.add(TaskPanel.placeholder(t("work.choose"), t("work.choose-help")));
      return;
    }
    detail.add(back());
    if (task == null) {
      detail.add(Ui.div("ft-empty", new H1(t("work.gone")), new Paragraph(t("work.gone-help"))));
      return;
    }
    title = Words.name(task.row().name());
    panel =
        new TaskPanel(
            desk,
            drafts,
            files,
            subjects,
            task,
            this::completed,
            () -> {
              refresh();
              showTask(desk.ask(new FindTask(task.row().taskId())));
            });
    detail.add(panel);
    var opened = panel;
    panel.addPaper(
        new PaperWay(() -> title, () -> opened.getChildren().toList()).printedToo(opened));
  }

  private Anchor back() {
    var back = new Anchor(url(null, box, words));
    back.setRouterIgnore(false);
    back.addClassName("ft-back");
    back.add(Ui.icon(VaadinIcon.ARROW_LEFT), new Span(t("work.back")));
    return back;
  }

  private void completed(TaskDetails task) {
    detail.removeAll();
    panel = null;
    detail.add(back(), new DonePanel(desk, task.row(), next -> go(next.taskId(), box, words)));
    refresh();
    Ui.lead(".ft-done-panel h1");
  }

  private void refresh() {
    drawBoxes(desk.ask(new CountTasks()));
    list.getDataProvider().refreshAll();
    drawCount();
    if (panel != null) panel.refresh();
  }

  private @Nullable String searched() {
    return words.isBlank() ? null : words.strip();
  }

  private void go(@Nullable String taskId, Box box, String words) {
    UI.getCurrent().navigate("work" + (taskId == null ? "" : "/" + taskId), parameters(box, words));
  }

  private QueryParameters parameters(Box box, String words) {
    var parameters = new HashMap<String, String>();
    parameters.put("box", box.name().toLowerCase(Locale.ROOT));
    if (!words.isBlank()) parameters.put("q", words);
    sorting.keep(parameters);
    return QueryParameters.simple(parameters);
  }

  private String url(@Nullable String taskId, Box box, String words) {
    return "work"
        + (taskId == null ? "" : "/" + taskId)
        + "?"
        + parameters(box, words).getQueryString();
  }

  /** What the task is about, unless that is what the whole case is about. */
  private static String subject(TaskRow task) {
    return task.subject() == null || task.subject().equals(task.caseTitle()) ? "" : task.subject();
  }
}
