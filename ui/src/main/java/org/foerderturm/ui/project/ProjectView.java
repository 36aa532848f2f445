package org.foerderturm.ui.project;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.foerderturm.audit.AuditQuery.FindStreamHistory;
import org.foerderturm.cases.CaseQuery.CaseRow;
import org.foerderturm.cases.CaseQuery.FindCase;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.kernel.Role;
import org.foerderturm.project.ProjectQuery.*;
import org.foerderturm.ui.cases.CaseChips;
import org.foerderturm.ui.cases.Timeline;
import org.foerderturm.ui.chain.ChainPath;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.DueCalendar;
import org.foerderturm.ui.common.DueCalendar.Due;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** One project: what is next, its lights, then milestones, money, risks, reports and changes. */
@Route("projects/:projectId")
@RolesAllowed({"PROJECT_MANAGER", "OFFICE_LEAD", "COMMITTEE_MEMBER", "AUDITOR"})
public class ProjectView extends View implements BeforeEnterObserver {
  private static final int MOST = 500;
  private final Div summary = Ui.div("ft-case-summary");
  private final ChainPath chain;
  private final Div top = Ui.div("ft-case-main");
  private final Div main = Ui.div("ft-case-main");
  private final Section side = new Section();
  private final Set<String> cases = new HashSet<>();
  private String id = "";
  private boolean mayReport;
  private ProjectDialogs dialogs;

  ProjectView(Desk desk) {
    super(desk, t("nav.projects"));
    addClassName("ft-case");
    chain = new ChainPath(desk);
    dialogs = new ProjectDialogs(desk, "", this::draw);
    side.addClassName("ft-case-side");
    side.getElement().setAttribute("aria-label", t("project.about"));
    add(summary, Ui.div("ft-case-columns", top, side), chain, main);
    desk.onChange(
        this,
        streams -> streams.contains(id) || streams.stream().anyMatch(cases::contains),
        this::draw);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = event.getRouteParameters().get("projectId").orElse("");
    dialogs = new ProjectDialogs(desk, id, this::draw);
    draw();
  }

  private void draw() {
    var found = desk.ask(new FindProject(id));
    if (found == null) throw new NotFoundException();
    var row = found.row();
    var of = desk.ask(new FindCasesOf(id));
    cases.clear();
    of.forEach(each -> cases.add(each.caseId()));
    mayReport =
        desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD)
            && row.stage().matches("running|completed");
    setHeading(row.title());
    summary.removeAll();
    summary.add(ProjectsView.stage(row.stage()));
    if (row.funder() != null) summary.add(Ui.span("ft-quiet", row.funder()));
    summary.add(Ui.span("ft-quiet", Formats.date(row.from()) + " – " + Formats.date(row.until())));
    chain.show(id);
    top.removeAll();
    top.add(next(found, of), lights(found));
    main.removeAll();
    if (!row.stage().equals("granted"))
      main.add(milestones(found), money(found), risks(found), reports(found), changes(found));
    if (!found.packages().isEmpty()) main.add(packages(found));
    var history = new Timeline(desk, false, false);
    history.show(desk.ask(new FindStreamHistory(id, MOST)).reversed());
    main.add(cases(of), Ui.section(t("case.history"), history));
    side.removeAll();
    side.add(about(found));
  }

  /** The one thing to do next: a task of a case of this project. */
  private Section next(ProjectDetails found, List<CaseRow> of) {
    var tasks =
        of.stream()
            .filter(row -> row.ended() == null)
            .map(row -> desk.ask(new FindCase(row.caseId(), null)))
            .filter(Objects::nonNull)
            .flatMap(details -> details.tasks().stream())
            .sorted(
                java.util.Comparator.comparing(
                    TaskRow::dueAt,
                    java.util.Comparator.nullsLast(java.util.Comparator.naturalOrder())))
            .toList();
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    for (var task : tasks) {
      var words = Words.name(task.name());
      if (task.subject() != null && !task.subject().isBlank()) words += ": " + task.subject();
      var item = new ListItem();
      if (isMine(task)) {
        var link = Ui.link("work/" + task.taskId(), words);
        if (list.getComponentCount() == 0) link.addClassName("ft-next");
        item.add(link);
      } else
        item.add(
            new Span(words),
            Ui.span(
                "ft-quiet", " " + t("project.waits-for", "who", Words.roles(task.candidates()))));
      if (task.dueAt() != null) item.add(Ui.span("ft-quiet", Formats.dueExactly(task.dueAt())));
      list.add(item);
    }
    if (tasks.isEmpty())
      return Ui.section(
          t("project.next-step"),
          new Paragraph(
              found.nextReportAt() == null
                  ? t("project.next-step-nothing")
                  : t("project.next-step-none", "day", Formats.date(found.nextReportAt()))));
    return Ui.section(t("project.next-step"), list);
  }

  private boolean isMine(TaskRow task) {
    var actor = desk.actor();
    if (task.assignee() != null) return actor.userId().equals(task.assignee());
    return actor.roles().stream().anyMatch(role -> task.candidates().contains(role.code()));
  }

  private static Section lights(ProjectDetails found) {
    var section = Ui.section(t("project.lights"), LightChips.of(found.row().lights(), true));
    if (found.lightsOn() != null)
      section.add(
          Ui.span("ft-quiet", t("project.lights-on", "day", Formats.date(found.lightsOn()))));
    return section;
  }

  private List<Due> dues() {
    var now = desk.ask(new FindProject(id));
    return now == null ? List.of() : ProjectDues.open(now);
  }

  private Section milestones(ProjectDetails found) {
    var body = new NativeTableBody();
    for (var row : found.milestones()) {
      var line =
          line(
              new Span(row.title()),
              new Span(Formats.date(row.baseline())),
              new Span(
                  row.reachedOn() == null
                      ? Formats.date(row.forecast())
                      : t("project.reached-on", "day", Formats.date(row.reachedOn()))),
              deviation(row),
              trend(row));
      if (mayReport)
        line.add(
            row.reachedOn() == null
                ? actions(
                    act("project.action.forecast", row.title(), () -> dialogs.forecast(row)),
                    act("project.action.reach", row.title(), () -> dialogs.reach(row)))
                : new NativeTableCell());
      body.add(line);
    }
    var section =
        Ui.section(
            t("project.milestones"),
            table(
                body,
                "project.milestone",
                "project.baseline",
                "project.forecast",
                "project.deviation",
                "project.trend"));
    if (!ProjectDues.open(found).isEmpty())
      section.add(DueCalendar.link(found.row().title(), this::dues));
    return section;
  }

  private static Span deviation(MilestoneRow row) {
    var day = row.reachedOn() == null ? row.forecast() : row.reachedOn();
    long days = ChronoUnit.DAYS.between(row.baseline(), day);
    if (days == 0) return Ui.chip(Ui.Tone.GOOD, t("project.on-time"));
    if (days < 0) return Ui.chip(Ui.Tone.GOOD, Words.count("project.days-early", -days));
    return Ui.chip(
        days > 28 ? Ui.Tone.BAD : days > 14 ? Ui.Tone.ATTENTION : Ui.Tone.PLAIN,
        Words.count("project.days-late", days));
  }

  private static Component trend(MilestoneRow row) {
    if (row.trend().isEmpty()) return Ui.span("ft-quiet", t("project.no-trend"));
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    for (var each : row.trend()) {
      var arrow =
          each.forecast().isAfter(each.former())
              ? "↘ "
              : each.forecast().isBefore(each.former()) ? "↗ " : "→ ";
      var item =
          new ListItem(
              arrow
                  + t(
                      "project.trend-step",
                      "on",
                      Formats.date(each.reportedOn()),
                      "day",
                      Formats.date(each.forecast())));
      if (each.reason() != null && !each.reason().isBlank())
        item.add(Ui.span("ft-quiet", " " + each.reason()));
      list.add(item);
    }
    return list;
  }

  private Section money(ProjectDetails found) {
    var body = new NativeTableBody();
    for (var row : found.lines()) {
      var line =
          amounts(
              row.title(),
              row.budgetCents(),
              row.committedCents(),
              row.actualCents(),
              row.forecastCents(),
              row.drawnCents());
      if (mayReport)
        line.add(actions(act("project.action.figures", row.title(), () -> dialogs.figures(row))));
      body.add(line);
    }
    var lines = found.lines();
    var sum =
        amounts(
            t("project.sum"),
            lines.stream().mapToLong(MoneyRow::budgetCents).sum(),
            lines.stream().mapToLong(MoneyRow::committedCents).sum(),
            lines.stream().mapToLong(MoneyRow::actualCents).sum(),
            lines.stream().mapToLong(MoneyRow::forecastCents).sum(),
            lines.stream().mapToLong(MoneyRow::drawnCents).sum());
    sum.addClassName("ft-sum");
    if (mayReport) sum.add(new NativeTableCell());
    body.add(sum);
    var table =
        table(
            body,
            "project.line",
            "project.budget",
            "project.committed",
            "project.actual",
            "project.expected",
            "project.deviation",
            "project.drawn");
    Ui.amounts((NativeTable) table.getChildren().findFirst().orElseThrow(), 1, 6);
    return Ui.section(t("project.money"), table);
  }

  private static NativeTableRow amounts(
      String title, long budget, long committed, long actual, long forecast, long drawn) {
    var row = new NativeTableRow(new NativeTableCell(title));
    for (long cents : new long[] {budget, committed, actual, forecast})
      row.add(amount(new Span(Formats.euros(cents))));
    row.add(amount(excess(budget, forecast)));
    row.add(amount(new Span(Formats.euros(drawn))));
    return row;
  }

  private static NativeTableCell amount(Component words) {
    var cell = new NativeTableCell(words);
    cell.addClassName("ft-amount");
    return cell;
  }

  private static Span excess(long budget, long forecast) {
    if (budget == 0) return new Span("–");
    double percent = Math.round(1000.0 * (forecast - budget) / budget) / 10.0;
    var words = (percent > 0 ? "+" : "") + t("project.percent", "percent", Formats.number(percent));
    if (percent <= 5) return new Span(words);
    return Ui.chip(percent > 10 ? Ui.Tone.BAD : Ui.Tone.ATTENTION, words);
  }

  private Section risks(ProjectDetails found) {
    var section = Ui.section(t("project.risks"));
    if (found.risks().isEmpty()) section.add(new Paragraph(t("project.no-risks")));
    else {
      var body = new NativeTableBody();
      for (var row : found.risks()) {
        var line =
            line(
                new Span(row.title()),
                row.closedFor() == null
                    ? Ui.chip(
                        row.score() >= 15
                            ? Ui.Tone.BAD
                            : row.score() >= 8 ? Ui.Tone.ATTENTION : Ui.Tone.GOOD,
                        t(
                            "project.score-of",
                            "score",
                            Formats.number(row.score()),
                            "probability",
                            Formats.number(row.probability()),
                            "impact",
                            Formats.number(row.impact())))
                    : Ui.span("ft-quiet", t("project.risk-closed", "reason", row.closedFor())),
                new Span(row.measure()),
                new Span(row.owner()));
        if (mayReport)
          line.add(
              row.closedFor() == null
                  ? actions(
                      act("project.action.reassess", row.title(), () -> dialogs.reassess(row)),
                      act("project.action.close-risk", row.title(), () -> dialogs.closeRisk(row)))
                  : new NativeTableCell());
        body.add(line);
      }
      section.add(table(body, "project.risk", "project.score", "project.measure", "project.owner"));
    }
    if (mayReport) section.add(Ui.quiet(t("project.action.risk"), dialogs::risk));
    return section;
  }

  private Section reports(ProjectDetails found) {
    var section = Ui.section(t("project.reports"));
    if (found.reports().isEmpty()) section.add(new Paragraph(t("project.no-reports")));
    for (var row : found.reports()) section.add(report(row));
    if (mayReport) section.add(Ui.quiet(t("project.action.report"), dialogs::report));
    return section;
  }

  private static Div report(ReportRow row) {
    var title =
        t("project.report-number", "number", Formats.number(row.number()))
            + " · "
            + t("project.lights-on", "day", Formats.date(row.asOf()))
            + " · "
            + Words.code("project-report", row.kind())
            + (row.occasion() == null ? "" : ": " + row.occasion());
    var heading = new com.vaadin.flow.component.html.H3(title);
    if (row.filedAt() == null)
      return Ui.div(
          "ft-report",
          heading,
          Ui.chip(
              Ui.Tone.ATTENTION, t("project.report-due", "when", Formats.dueExactly(row.dueAt()))));
    var report = Ui.div("ft-report", heading, LightChips.of(row.lights(), true));
    if (!row.escalated().isEmpty())
      report.add(
          Ui.chip(
              Ui.Tone.BAD,
              t(
                  "project.escalated",
                  "lights",
                  row.escalated().stream()
                      .map(each -> Words.code("project-light", each))
                      .collect(Collectors.joining(", ")))));
    var facts = Ui.facts();
    fact(facts, "project.progress", row.progress());
    fact(facts, "project.comparison", row.comparison());
    fact(facts, "project.outlook", row.outlook());
    fact(facts, "project.main-risks", row.mainRisks());
    fact(facts, "project.measures", row.measures());
    fact(facts, "project.decisions", row.decisions());
    fact(facts, "project.override", row.overrideReason());
    if (row.scopePercent() != null && row.costPercent() != null)
      fact(
          facts,
          "project.figures",
          t(
              "project.figures-say",
              "scope",
              Formats.number(row.scopePercent()),
              "days",
              Formats.number(row.delayDays() == null ? 0 : row.delayDays()),
              "cost",
              Formats.number(row.costPercent()),
              "risk",
              Formats.number(row.riskScore() == null ? 0 : row.riskScore())));
    if (row.motionId() != null)
      Ui.fact(
          facts,
          t("project.motion"),
          Ui.link("motions/" + row.motionId(), Words.code("result", row.result())));
    fact(facts, "project.escalation", row.agreedMeasures());
    report.add(facts);
    return report;
  }

  private static void fact(Div facts, String name, @Nullable String words) {
    if (words != null && !words.isBlank()) Ui.fact(facts, t(name), words);
  }

  private static String forced(ChangeRow row) {
    return row.tolerancePercent() == null
        ? t("project.forced")
        : t(
            "project.forced-by",
            "percent",
            row.tolerancePercent(),
            "source",
            String.valueOf(row.toleranceSource()));
  }

  private Section changes(ProjectDetails found) {
    var section = Ui.section(t("project.changes"));
    if (found.changes().isEmpty()) section.add(new Paragraph(t("project.no-changes")));
    else {
      var body = new NativeTableBody();
      for (var row : found.changes()) {
        var what = new Div(new Span(row.change()));
        if (row.forced()) what.add(new Div(Ui.span("ft-quiet", forced(row))));
        else if (row.reason() != null) what.add(new Div(Ui.span("ft-quiet", row.reason())));
        body.add(
            line(
                what,
                Ui.chip(tone(row.stage()), Words.code("project-change", row.stage())),
                new Span(
                    row.costEffectCents() == null ? "–" : Formats.euros(row.costEffectCents())),
                row.motionId() == null
                    ? new Span("–")
                    : Ui.link("motions/" + row.motionId(), t("project.motion"))));
      }
      section.add(
          table(body, "project.change", "project.stage", "project.cost-effect", "project.motion"));
    }
    if (mayReport) section.add(Ui.quiet(t("project.action.change"), () -> dialogs.change(found)));
    return section;
  }

  private static Ui.Tone tone(String stage) {
    return switch (stage) {
      case "implemented", "adopted", "consented" -> Ui.Tone.GOOD;
      case "rejected", "refused" -> Ui.Tone.BAD;
      case "withdrawn" -> Ui.Tone.PLAIN;
      default -> Ui.Tone.ATTENTION;
    };
  }

  private Section packages(ProjectDetails found) {
    var body = new NativeTableBody();
    for (var row : found.packages()) {
      var line =
          line(
              new Span(row.title()),
              new Span(row.responsible()),
              new Span(Formats.date(row.startsOn()) + " – " + Formats.date(row.endsOn())),
              new Span(t("project.percent", "percent", Formats.number(row.percent()))));
      if (mayReport)
        line.add(actions(act("project.action.progress", row.title(), () -> dialogs.progress(row))));
      body.add(line);
    }
    return Ui.section(
        t("project.packages"),
        table(body, "project.package", "project.responsible", "project.period", "project.done"));
  }

  // ---- beside it

  private Section about(ProjectDetails found) {
    var row = found.row();
    var facts = Ui.facts();
    Ui.fact(facts, t("project.grant"), Formats.euros(row.grantCents()));
    if (found.noticeReference() != null)
      Ui.fact(facts, t("project.notice"), found.noticeReference());
    Ui.fact(
        facts,
        t("project.application"),
        Ui.link("funding/" + row.applicationId(), t("project.to-application")));
    if (row.consortiumId() != null)
      Ui.fact(
          facts,
          t("project.consortium"),
          Ui.link("consortia/" + row.consortiumId(), t("project.to-consortium")));
    if (found.reportingMonths() != null)
      Ui.fact(
          facts, t("project.cycle"), Words.count("project.cycle-months", found.reportingMonths()));
    if (found.nextReportAt() != null)
      Ui.fact(facts, t("project.next-report"), Formats.date(found.nextReportAt()));
    if (found.completedOn() != null)
      Ui.fact(facts, t("project.completed"), Formats.date(found.completedOn()));
    var closing = found.closing();
    if (closing != null) {
      Ui.fact(
          facts,
          t("project.proof"),
          closing.proofReference() + ", " + Formats.date(closing.proofOn()));
      Ui.fact(
          facts,
          t("project.retain"),
          t(
              "project.retain-until",
              "day",
              Formats.date(closing.retainUntil()),
              "years",
              Formats.number(closing.years()),
              "source",
              closing.source()));
      Ui.fact(facts, t("project.lessons"), closing.lessons());
    }
    var section = Ui.section(t("project.about"), facts);
    if (mayReport && row.stage().equals("running"))
      section.add(new Div(Ui.quiet(t("project.action.complete"), dialogs::complete)));
    return section;
  }

  private Section cases(List<CaseRow> of) {
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    for (var row : of.reversed())
      list.add(
          new ListItem(
              Ui.link("cases/" + row.caseId(), desk.workflow(row.model())), CaseChips.state(row)));
    return Ui.section(t("nav.cases"), list);
  }

  // ---- tables

  private static NativeTableRow line(Component... cells) {
    var row = new NativeTableRow();
    for (var cell : cells) row.add(new NativeTableCell(cell));
    return row;
  }

  private static NativeTableCell actions(Component... acts) {
    var cell = new NativeTableCell(acts);
    cell.addClassName("ft-acts");
    return cell;
  }

  private static Component act(String action, String subject, Runnable what) {
    var button = Ui.quiet(t(action), what);
    button.addThemeNames("small");
    button.setAriaLabel(ProjectDialogs.about(action, subject));
    return button;
  }

  /** The column of the acts has no heading where nobody may act. */
  private Div table(NativeTableBody body, String... headings) {
    var words = new ArrayList<String>();
    for (var heading : headings) words.add(t(heading));
    if (mayReport && body.getChildren().findFirst().isPresent()) {
      int cells = body.getChildren().findFirst().orElseThrow().getElement().getChildCount();
      if (cells > headings.length) words.add(t("project.acts"));
    }
    var table = Ui.table("", words.toArray(String[]::new));
    table.addClassName("ft-steering");
    table.removeCaption();
    table.removeBody();
    table.add(body);
    return Ui.scroll(table);
  }
}
