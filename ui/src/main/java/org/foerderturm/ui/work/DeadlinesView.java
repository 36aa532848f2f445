package org.foerderturm.ui.work;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foerderturm.access.CalendarTokens;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.kernel.Role;
import org.foerderturm.report.ReportQuery.FindMyDeadlines;
import org.foerderturm.report.ReportQuery.MyDeadline;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Messages;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;

/** What I have to mind, by day: a week or a month. Its address says which. */
@Route("deadlines")
@PermitAll
public class DeadlinesView extends View implements BeforeEnterObserver {
  private static final String MONTH = "month";
  private static final String OFFICE = "office";
  private final Div filters = Ui.div("ft-filters");
  private final Div page = Ui.div("ft-sums");
  private LocalDate day = LocalDate.now(Formats.OFFICE);
  private boolean month;
  private boolean office;

  DeadlinesView(Desk desk, CalendarTokens tokens) {
    super(desk, t("deadlines.mine"));
    add(filters, page, new CalendarAddress(desk, tokens));
    desk.onChange(this, streams -> true, this::draw);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var query = event.getLocation().getQueryParameters();
    month = query.getSingleParameter("view").orElse("").equals(MONTH);
    office = query.getSingleParameter("of").orElse("").equals(OFFICE) && readsOffice();
    day = query.getSingleParameter("day").map(DeadlinesView::day).orElse(today());
    draw();
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException noDay) {
      return today();
    }
  }

  private static LocalDate today() {
    return LocalDate.now(Formats.OFFICE);
  }

  private boolean readsOffice() {
    return desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR);
  }

  private void draw() {
    var monday = TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY);
    var sunday = TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY);
    var from = (month ? day.withDayOfMonth(1) : day).with(monday);
    var until = (month ? day.with(TemporalAdjusters.lastDayOfMonth()) : from).with(sunday);
    filters.removeAll();
    filters.add(choices());
    page.removeAll();
    page.add(steps(from, until));
    if (!until.isBefore(today())) overdue();
    page.add(table(from, until));
  }

  private Nav choices() {
    var nav =
        new Nav(
            box(t("deadlines.week"), !month, address(false, day, office)),
            box(t("deadlines.month"), month, address(true, day, office)));
    if (readsOffice())
      nav.add(
          box(t("deadlines.of-me"), !office, address(month, day, false)),
          box(t("deadlines.of-office"), office, address(month, day, true)));
    nav.addClassName("ft-boxes");
    nav.getElement().setAttribute("aria-label", t("deadlines.which"));
    return nav;
  }

  private static Anchor box(String words, boolean chosen, String href) {
    var link = Ui.link(href, words);
    link.addClassName("ft-box");
    if (chosen) link.getElement().setAttribute("aria-current", "true");
    return link;
  }

  private Component steps(LocalDate from, LocalDate until) {
    var title =
        new H2(month ? Formats.month(day) : Formats.date(from) + " – " + Formats.date(until));
    var unit = month ? "month" : "week";
    var before = month ? day.minusMonths(1).withDayOfMonth(1) : day.minusWeeks(1);
    var after = month ? day.plusMonths(1).withDayOfMonth(1) : day.plusWeeks(1);
    return Ui.div(
        "ft-line",
        title,
        Ui.div(
            "ft-actions",
            Ui.way(address(month, before, office), t("deadlines.before." + unit)),
            Ui.way(address(month, today(), office), t("deadlines.today")),
            Ui.way(address(month, after, office), t("deadlines.after." + unit))));
  }

  private void overdue() {
    var now = Instant.now();
    var late =
        desk.ask(new FindMyDeadlines(null, today(), office)).stream()
            .filter(mine -> mine.row().isOverdue(now))
            .toList();
    if (late.isEmpty()) return;
    var list = list(late, true);
    Section section = Ui.section(Words.count("deadlines.overdue", late.size()), list);
    section.addClassName("ft-late");
    page.add(section);
  }

  private NativeTable table(LocalDate from, LocalDate until) {
    var days = new String[7];
    for (int i = 0; i < 7; i++)
      days[i] = DayOfWeek.of(i + 1).getDisplayName(TextStyle.FULL, Words.locale());
    var table = Ui.kept(Ui.table(t("deadlines.mine"), days));
    table.addClassName("ft-days");
    table.addClassName(month ? "ft-month" : "ft-week");
    Map<LocalDate, List<MyDeadline>> due =
        desk.ask(new FindMyDeadlines(from, until, office)).stream()
            .collect(Collectors.groupingBy(mine -> mine.row().dueOn()));
    var body =
        (NativeTableBody)
            table.getChildren().filter(NativeTableBody.class::isInstance).findFirst().orElseThrow();
    for (var start = from; !start.isAfter(until); start = start.plusWeeks(1)) {
      var row = new NativeTableRow();
      for (int i = 0; i < 7; i++) row.add(cell(start.plusDays(i), due));
      body.add(row);
    }
    return table;
  }

  private NativeTableCell cell(LocalDate that, Map<LocalDate, List<MyDeadline>> due) {
    var dues = due.getOrDefault(that, List.of());
    var head =
        Ui.span("ft-day-head", month ? String.valueOf(that.getDayOfMonth()) : Formats.date(that));
    head.getElement().setAttribute("data-day", Formats.weekday(that));
    var cell = new NativeTableCell(head);
    if (that.equals(today())) {
      cell.getElement().setAttribute("aria-current", "date");
      cell.addClassName("ft-today-cell");
    }
    if (!WorkingDays.isOne(that)) cell.addClassName("ft-free");
    if (month && that.getMonth() != day.getMonth()) cell.addClassName("ft-other-month");
    if (dues.isEmpty()) cell.addClassName("ft-nothing");
    else cell.add(list(dues, false));
    return cell;
  }

  private UnorderedList list(List<MyDeadline> dues, boolean withDay) {
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    dues.stream()
        .sorted(Comparator.comparing(mine -> mine.row().dueOn()))
        .forEach(mine -> list.add(item(mine, withDay)));
    return list;
  }

  private ListItem item(MyDeadline mine, boolean withDay) {
    var row = mine.row();
    var title =
        row.titleEn() != null && Messages.isEnglish(Words.locale()) ? row.titleEn() : row.title();
    boolean task = row.kind().equals("task");
    var page = task ? "work/" + row.subjectId() + "?box=all" : row.page();
    var what = page == null ? Ui.span("ft-strong", title) : Ui.link(page, title);
    var about = new java.util.ArrayList<String>();
    if (!task) about.add(Words.code("deadline", row.kind()));
    if (row.about() != null) about.add(row.about());
    if (row.cents() != null) about.add(Formats.euros(row.cents()));
    if (task && mine.assignee() == null) about.add(t("deadlines.nobody"));
    var item = new ListItem(what);
    if (withDay)
      item.add(
          Ui.chip(
              Ui.Tone.BAD,
              Formats.date(row.dueOn()) + " · " + Formats.due(row.dueOn(), row.dueAt())));
    if (!about.isEmpty()) item.add(Ui.span("ft-quiet", String.join(" · ", about)));
    return item;
  }

  private static String address(boolean month, LocalDate day, boolean office) {
    var query = new LinkedHashMap<String, String>();
    if (month) query.put("view", MONTH);
    if (!day.equals(today())) query.put("day", day.toString());
    if (office) query.put("of", OFFICE);
    return query.isEmpty()
        ? "deadlines"
        : "deadlines?" + QueryParameters.simple(query).getQueryString();
  }
}
