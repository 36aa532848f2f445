package org.foerderturm.ui.project;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.foerderturm.audit.AuditQuery.FindStreamHistory;
import org.foerderturm.cases.CaseQuery.CaseRow;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.chain.ChainStage;
import org.foerderturm.funding.FundingQuery.DrawDownRow;
import org.foerderturm.funding.FundingQuery.FindApplication;
import org.foerderturm.kernel.Role;
import org.foerderturm.project.ProjectQuery.*;
import org.foerderturm.report.ReportQuery.FindDeadlinesOf;
import org.foerderturm.ui.cases.CaseChips;
import org.foerderturm.ui.cases.NextTasks;
import org.foerderturm.ui.cases.Timeline;
import org.foerderturm.ui.chain.ChainPath;
import org.foerderturm.ui.common.Corrections;
import org.foerderturm.ui.common.Desk;
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
    if (found.abandoned() != null && row.stage().equals("closed"))
      summary.add(Ui.chip(Ui.Tone.BAD, t("project.was-abandoned")));
    if (row.funder() != null) summary.add(Ui.span("ft-quiet", row.funder()));
    summary.add(Ui.span("ft-quiet", Formats.date(row.from()) + " – " + Formats.date(row.until())));
    var links = chain.show(id);
    top.removeAll();
    top.add(
        NextTasks.of(
            desk,
            NextTasks.find(desk, id),
            found.nextReportAt() == null
                ? t("project.next-step-nothing")
                : t("project.next-step-none", "day", Formats.date(found.nextReportAt()))),
        lights(found));
    main.removeAll();
    var plan = new PlanSections(desk, found, dialogs, mayReport, this::dues);
    var steering = new SteeringSections(desk, found, dialogs, mayReport);
    if (!row.stage().equals("granted"))
      main.add(
          plan.milestones(),
          plan.money(drawn(desk, row.applicationId())),
          steering.risks(),
          steering.reports(),
          steering.changes());
    if (!found.packages().isEmpty()) main.add(plan.packages());
    var history = new Timeline(desk, false, false);
    history.show(desk.ask(new FindStreamHistory(id, MOST)).reversed());
    main.add(cases(of), Ui.section(t("case.history"), history));
    side.removeAll();
    side.add(about(found, links.stream().anyMatch(n -> n.stage() == ChainStage.APPLICATION)));
  }

  static @Nullable Long drawn(Desk desk, String applicationId) {
    var application = desk.ask(new FindApplication(applicationId));
    return application == null
        ? null
        : application.drawDowns().stream().mapToLong(DrawDownRow::amountCents).sum();
  }

  private List<Due> dues() {
    var now = desk.ask(new FindProject(id));
    return now == null ? List.of() : ProjectDues.open(now, desk.ask(new FindDeadlinesOf(id)));
  }

  static Section lights(ProjectDetails found) {
    var section = Ui.section(t("project.lights"), LightChips.of(found.row().lights(), true));
    if (found.lightsOn() != null)
      section.add(
          Ui.span("ft-quiet", t("project.lights-on", "day", Formats.date(found.lightsOn()))));
    return section;
  }

  // ---- beside it

  private Section about(ProjectDetails found, boolean appliedHere) {
    var changed = Corrections.of(desk, id).told("ProjectGrantChanged", event -> true);
    var section = Ui.section(t("project.about"), facts(found, appliedHere, changed));
    if (mayReport && found.row().stage().equals("running"))
      section.add(new Div(Ui.quiet(t("project.action.complete"), dialogs::complete)));
    if (desk.has(Role.OFFICE_LEAD) && found.row().stage().equals("running"))
      section.add(new Div(Ui.quiet(t("project.action.abandon"), () -> dialogs.abandon(found))));
    return section;
  }

  static Div facts(ProjectDetails found, boolean appliedHere) {
    return facts(found, appliedHere, new Div());
  }

  /**
   * @param changed what the grant was before
   */
  private static Div facts(ProjectDetails found, boolean appliedHere, Div changed) {
    var row = found.row();
    var facts = Ui.facts();
    Ui.fact(
        facts,
        t("project.grant"),
        Ui.div("ft-lines", new Span(Formats.euros(row.grantCents())), changed));
    if (found.noticeReference() != null)
      Ui.fact(facts, t("project.notice"), found.noticeReference());
    if (appliedHere)
      Ui.fact(
          facts,
          t("project.application"),
          Ui.to("funding/" + row.applicationId(), t("project.to-application")));
    if (row.consortiumId() != null)
      Ui.fact(
          facts,
          t("project.consortium"),
          Ui.to("consortia/" + row.consortiumId(), t("project.to-consortium")));
    if (found.reportingMonths() != null)
      Ui.fact(
          facts, t("project.cycle"), Words.count("project.cycle-months", found.reportingMonths()));
    if (found.nextReportAt() != null)
      Ui.fact(facts, t("project.next-report"), Formats.date(found.nextReportAt()));
    if (found.completedOn() != null)
      Ui.fact(
          facts,
          t(found.abandoned() == null ? "project.completed" : "project.abandoned"),
          Formats.date(found.completedOn()));
    var abandoned = found.abandoned();
    if (abandoned != null) {
      Ui.fact(facts, t("project.abandoned-because"), abandoned.because());
      Ui.fact(facts, t("project.abandoned-consent"), abandoned.consent());
    }
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
    return facts;
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
}
