package org.foerderturm.ui.project;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Inputs.cents;
import static org.foerderturm.ui.common.Inputs.choice;
import static org.foerderturm.ui.common.Inputs.count;
import static org.foerderturm.ui.common.Inputs.day;
import static org.foerderturm.ui.common.Inputs.euros;
import static org.foerderturm.ui.common.Inputs.line;
import static org.foerderturm.ui.common.Inputs.needed;
import static org.foerderturm.ui.common.Inputs.pastDay;
import static org.foerderturm.ui.common.Inputs.required;
import static org.foerderturm.ui.common.Inputs.suggested;
import static org.foerderturm.ui.common.Inputs.text;
import static org.foerderturm.ui.common.Inputs.whole;
import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Revision;
import org.foerderturm.project.ProjectCommand.*;
import org.foerderturm.project.ProjectQuery.MilestoneRow;
import org.foerderturm.project.ProjectQuery.MoneyRow;
import org.foerderturm.project.ProjectQuery.PackageRow;
import org.foerderturm.project.ProjectQuery.ProjectDetails;
import org.foerderturm.project.ProjectQuery.RiskRow;
import org.foerderturm.project.ReportKind;
import org.foerderturm.ui.common.DayField;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.NameField;
import org.jspecify.annotations.Nullable;

/** What one reports about a project from its page. */
final class ProjectDialogs {
  private static final String PROBABILITY = "project.field.probability";
  private static final String IMPACT = "project.field.impact";
  private final Desk desk;
  private final String project;
  private final Runnable after;

  ProjectDialogs(Desk desk, String project, Runnable after) {
    this.desk = desk;
    this.project = project;
    this.after = after;
  }

  void forecast(MilestoneRow row) {
    var forecast =
        answers(
            required(day(t("project.field.forecast"), row.forecast())),
            "forecast-in-past",
            "milestone-before-start");
    var on = stated("project.field.on");
    var reason = required(text(t("project.field.reason")), "reason-missing");
    revise(
        about("project.action.forecast", row.title()),
        t("project.action.forecast"),
        () ->
            new ForecastMilestone(
                project, row.milestoneId(), needed(forecast), needed(on), reason.getValue()),
        forecast,
        on,
        reason);
  }

  void reach(MilestoneRow row) {
    var on = answers(stated("project.field.reached"), "milestone-before-start");
    ask(
        about("project.action.reach", row.title()),
        t("project.action.reach"),
        () -> new ReachMilestone(project, row.milestoneId(), needed(on)),
        on);
  }

  void progress(PackageRow row) {
    var percent =
        answers(required(count(t("project.field.percent"), row.percent())), "percent-out-of-range");
    var on = stated("project.field.on");
    revise(
        about("project.action.progress", row.title()),
        t("project.action.progress"),
        () -> new ReportProgress(project, row.packageId(), whole(percent), needed(on)),
        percent,
        on);
  }

  void figures(MoneyRow row) {
    var committed = required(euros(t("project.committed"), row.committedCents()));
    var actual = required(euros(t("project.actual"), row.actualCents()));
    var forecast =
        answers(
            required(euros(t("project.expected"), row.forecastCents())), "forecast-below-actual");
    var drawn = answers(required(euros(t("project.drawn"), row.drawnCents())), "drawn-above-grant");
    var on = stated("project.field.on");
    revise(
        about("project.action.figures", row.title()),
        t("project.action.figures"),
        () ->
            new ReportLineFigures(
                project,
                row.lineId(),
                cents(committed),
                cents(actual),
                cents(forecast),
                cents(drawn),
                needed(on)),
        committed,
        actual,
        forecast,
        drawn,
        on);
  }

  void risk() {
    var title = required(line(t("project.risk"), 200), "risk-title-missing");
    var risk = new RiskFields(desk, suggested(scale(PROBABILITY, 3)), suggested(scale(IMPACT, 3)));
    ask(
        t("project.action.risk"),
        t("project.action.risk"),
        () ->
            new NoteRisk(
                project,
                title.getValue(),
                risk.probability.getValue(),
                risk.impact.getValue(),
                risk.measure.getValue(),
                risk.owner.getValue()),
        title,
        risk.probability,
        risk.impact,
        risk.measure,
        risk.owner);
  }

  void reassess(RiskRow row) {
    var risk =
        new RiskFields(desk, scale(PROBABILITY, row.probability()), scale(IMPACT, row.impact()));
    risk.measure.setValue(row.measure());
    risk.owner.setValue(row.owner());
    revise(
        about("project.action.reassess", row.title()),
        t("project.action.reassess"),
        () ->
            new ReassessRisk(
                project,
                row.riskId(),
                risk.probability.getValue(),
                risk.impact.getValue(),
                risk.measure.getValue(),
                risk.owner.getValue()),
        risk.probability,
        risk.impact,
        risk.measure,
        risk.owner);
  }

  private record RiskFields(
      Select<Integer> probability, Select<Integer> impact, TextArea measure, NameField owner) {
    RiskFields(Desk desk, Select<Integer> probability, Select<Integer> impact) {
      this(probability, impact, text(t("project.measure")), ownerField(desk));
    }
  }

  private static NameField ownerField(Desk desk) {
    var owner = NameField.people(desk);
    owner.setLabel(t("project.owner"));
    return answers(
        required(owner, "risk-owner-missing"), "person-locked", "person-gone", "name-too-long");
  }

  void closeRisk(RiskRow row) {
    var reason = required(text(t("project.field.reason")), "reason-missing");
    ask(
        about("project.action.close-risk", row.title()),
        t("project.action.close-risk"),
        () -> new CloseRisk(project, row.riskId(), reason.getValue()),
        reason);
  }

  void report() {
    var occasion = answers(required(text(t("project.field.occasion"))), "occasion-missing");
    var on = stated("project.field.on");
    ask(
        t("project.action.report"),
        t("project.action.report"),
        () -> new CallForReport(project, ReportKind.OCCASION, occasion.getValue(), needed(on)),
        occasion,
        on);
  }

  void change(ProjectDetails found) {
    var change = required(line(t("project.field.change"), 200), "change-title-missing");
    var reason = required(text(t("project.field.reason")), "reason-missing");
    var row = new PlanChangeFields(desk, found);
    var line = choice(t("project.field.line"), found.lines(), MoneyRow::title);
    var milestone =
        choice(
            t("project.field.milestone"),
            found.milestones().stream().filter(MilestoneRow::isOpen).toList(),
            MilestoneRow::title);
    ask(
        t("project.action.change"),
        t("project.action.change"),
        () -> {
          @Nullable MoneyRow ofLine = line.getValue();
          @Nullable MilestoneRow ofMilestone = milestone.getValue();
          return new RequestChange(
              project,
              change.getValue(),
              reason.getValue(),
              ofLine == null ? null : ofLine.lineId(),
              ofMilestone == null ? null : ofMilestone.milestoneId(),
              row.value());
        },
        row.after(change, reason, line, milestone));
  }

  void complete() {
    var on =
        answers(stated("project.field.completed"), "completed-before-start", "milestones-open");
    ask(
        t("project.action.complete"),
        t("project.action.complete"),
        () -> new CompleteProject(project, needed(on)),
        on);
  }

  /** Ends it before its work is done. */
  void abandon(ProjectDetails found) {
    var on = answers(stated("project.field.abandoned"), "completed-before-start");
    var reason = required(text(t("project.field.reason")), "reason-missing");
    var consent = required(text(t("project.field.consent")), "consent-missing");
    consent.setHelperText(t("project.field.consent-help"));
    var open =
        found.milestones().stream()
            .filter(MilestoneRow::isOpen)
            .map(MilestoneRow::title)
            .collect(Collectors.joining(", "));
    var says = new Paragraph(t("project.abandon-says", "milestones", open.isEmpty() ? "–" : open));
    ask(
        t("project.action.abandon"),
        t("project.action.abandon"),
        () -> new AbandonProject(project, needed(on), reason.getValue(), consent.getValue()),
        says,
        on,
        reason,
        consent);
  }

  private interface Asked {
    Command command();
  }

  private void ask(
      String title, String act, Asked asked, com.vaadin.flow.component.Component... fields) {
    var key = UUID.randomUUID().toString();
    Dialogs.open(desk, title, act, () -> desk.send(asked.command(), key), after, fields);
  }

  private <C extends Record & Revision<C>> void revise(
      String title, String act, Supplier<C> made, com.vaadin.flow.component.Component... fields) {
    Dialogs.revise(desk, title, act, made, after, fields);
  }

  static String about(String action, String subject) {
    return t("project.action.about", "action", t(action), "subject", subject);
  }

  // ---- fields

  /** The day of which a report speaks; today until changed. */
  private static DayField stated(String label) {
    return answers(required(pastDay(t(label), LocalDate.now(Formats.OFFICE))), "time-in-future");
  }

  private static Select<Integer> scale(String label, int initial) {
    var field = new Select<Integer>();
    field.setLabel(t(label));
    field.setItems(1, 2, 3, 4, 5);
    field.setValue(initial);
    return required(field);
  }
}
