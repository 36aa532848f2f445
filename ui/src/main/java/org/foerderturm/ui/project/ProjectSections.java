package org.foerderturm.ui.project;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.foerderturm.kernel.Role;
import org.foerderturm.project.ProjectQuery.*;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.PlanWords;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** Parts of a project's page, for the tasks that ask about them; empty where there is none. */
public final class ProjectSections {
  private ProjectSections() {}

  public static List<Component> facts(Desk desk, String id) {
    var found = desk.ask(new FindProject(id));
    return found == null ? List.of() : List.of(about(found));
  }

  private static Component about(ProjectDetails found) {
    return Ui.section(t("project.about"), ProjectView.facts(found, true));
  }

  /** The application that a project comes from; null if there is no such project. */
  public static @Nullable String applicationOf(Desk desk, String id) {
    var found = desk.ask(new FindProject(id));
    return found == null ? null : found.row().applicationId();
  }

  /** What it is and, as far as there is a plan, how far it is. */
  public static List<Component> project(Desk desk, String id) {
    var found = desk.ask(new FindProject(id));
    if (found == null) return List.of();
    var parts = new ArrayList<Component>();
    parts.add(about(found));
    if (found.row().stage().equals("granted")) return parts;
    var plan = plan(desk, found, false, () -> {});
    parts.add(ProjectView.lights(found));
    parts.add(plan.money(ProjectView.drawn(desk, found.row().applicationId())));
    parts.add(Ui.fold(t("project.milestones"), plan.milestones()));
    last(found).ifPresent(report -> parts.add(Ui.fold(t("project.last-report"), report)));
    return parts;
  }

  /** Milestones, figures, packages and risks, with what can be done about each. */
  public static List<Component> state(Desk desk, String id, Runnable after) {
    var found = desk.ask(new FindProject(id));
    if (found == null) return List.of();
    var plan = plan(desk, found, true, after);
    var steering = new SteeringSections(desk, found, new ProjectDialogs(desk, id, after), true);
    var parts =
        new ArrayList<Component>(
            List.of(
                plan.milestones(),
                plan.money(ProjectView.drawn(desk, found.row().applicationId()))));
    if (!found.packages().isEmpty()) parts.add(plan.packages());
    parts.add(steering.risks());
    return parts;
  }

  /**
   * A report, with the last one before it.
   *
   * @param reportId of the report that is asked about; null for the newest
   */
  public static List<Component> report(Desk desk, String id, @Nullable String reportId) {
    var found = desk.ask(new FindProject(id));
    if (found == null) return List.of();
    var parts = new ArrayList<Component>();
    var asked = found.reports().stream().filter(row -> row.reportId().equals(reportId)).findFirst();
    asked.ifPresent(row -> parts.add(Ui.section(t("project.this-report"), report(row))));
    last(found, row -> !row.reportId().equals(reportId))
        .ifPresent(row -> parts.add(Ui.section(t("project.last-report"), row)));
    var plan = plan(desk, found, false, () -> {});
    parts.add(Ui.fold(t("project.milestones"), plan.milestones()));
    parts.add(
        Ui.fold(
            t("project.money"), plan.money(ProjectView.drawn(desk, found.row().applicationId()))));
    parts.add(
        Ui.fold(
            t("project.risks"),
            new SteeringSections(desk, found, new ProjectDialogs(desk, id, () -> {}), false)
                .risks()));
    return parts;
  }

  /** One change, with the figures that it changes. */
  public static List<Component> change(Desk desk, String id, @Nullable String changeId) {
    var found = desk.ask(new FindProject(id));
    if (found == null) return List.of();
    var parts = new ArrayList<Component>();
    found.changes().stream()
        .filter(row -> row.changeId().equals(changeId))
        .forEach(row -> parts.add(Ui.section(t("project.this-change"), change(row))));
    var plan = plan(desk, found, false, () -> {});
    parts.add(plan.money(ProjectView.drawn(desk, found.row().applicationId())));
    parts.add(Ui.fold(t("project.milestones"), plan.milestones()));
    parts.add(Ui.fold(t("project.about"), ProjectView.facts(found, true)));
    return parts;
  }

  private static PlanSections plan(Desk desk, ProjectDetails found, boolean acts, Runnable after) {
    var dialogs = new ProjectDialogs(desk, found.row().projectId(), after);
    return new PlanSections(desk, found, dialogs, acts, List::of);
  }

  private static java.util.Optional<Div> last(ProjectDetails found) {
    return last(found, row -> true);
  }

  /** The newest report that is filed. */
  private static java.util.Optional<Div> last(ProjectDetails found, Predicate<ReportRow> which) {
    return found.reports().stream()
        .filter(row -> row.filedAt() != null)
        .filter(which)
        .max(java.util.Comparator.comparingInt(ReportRow::number))
        .map(ProjectSections::report);
  }

  private static Div report(ReportRow row) {
    return SteeringSections.report(row);
  }

  /** The change that a motion asks a body for; empty if it asks for none. */
  public static List<Component> ofMotion(Desk desk, String caseKey, String motionId) {
    if (!desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR))
      return List.of();
    var row = desk.ask(new FindChangeOfMotion(caseKey, motionId));
    return row == null ? List.of() : List.of(Ui.section(t("project.this-change"), change(row)));
  }

  private static Component change(ChangeRow row) {
    var facts = Ui.facts();
    Ui.fact(facts, t("project.change"), row.change());
    var plan = PlanWords.of(row);
    if (!plan.isEmpty()) {
      var rows = new Div();
      plan.forEach(words -> rows.add(new Div(words)));
      Ui.fact(facts, t("plan-change.what"), rows);
    }
    if (row.forced()) Ui.fact(facts, t("project.change-reason"), SteeringSections.forced(row));
    else if (row.reason() != null) Ui.fact(facts, t("project.change-reason"), row.reason());
    Ui.fact(facts, t("project.stage"), Words.code("project-change", row.stage()));
    if (row.assessment() != null) Ui.fact(facts, t("project.assessment"), row.assessment());
    if (row.costEffectCents() != null)
      Ui.fact(facts, t("project.cost-effect"), Formats.euros(row.costEffectCents()));
    if (row.delayDays() != null)
      Ui.fact(facts, t("project.delay"), Words.count("project.days-late", row.delayDays()));
    if (row.assessment() != null)
      Ui.fact(
          facts, t("project.touches-notice"), t(row.touchesNotice() ? "value.yes" : "value.no"));
    if (row.motionId() != null)
      Ui.fact(
          facts,
          t("project.motion"),
          Ui.to("motions/" + row.motionId(), t("consortium.to-motion")));
    return facts;
  }
}
