package org.foerderturm.ui.project;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.project.ProjectCommand.*;
import org.foerderturm.project.ProjectQuery.MilestoneRow;
import org.foerderturm.project.ProjectQuery.MoneyRow;
import org.foerderturm.project.ProjectQuery.PackageRow;
import org.foerderturm.project.ProjectQuery.ProjectDetails;
import org.foerderturm.project.ProjectQuery.RiskRow;
import org.foerderturm.project.ReportKind;
import org.foerderturm.ui.common.Calendars;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** What one reports about a project from its page. */
final class ProjectDialogs {
  private final Desk desk;
  private final String project;
  private final Runnable after;

  ProjectDialogs(Desk desk, String project, Runnable after) {
    this.desk = desk;
    this.project = project;
    this.after = after;
  }

  void forecast(MilestoneRow row) {
    var forecast = day(t("project.field.forecast"), row.forecast());
    var on = day(t("project.field.on"), LocalDate.now(Formats.OFFICE));
    var reason = text(t("project.field.reason"));
    ask(
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
    var on = day(t("project.field.reached"), LocalDate.now(Formats.OFFICE));
    ask(
        about("project.action.reach", row.title()),
        t("project.action.reach"),
        () -> new ReachMilestone(project, row.milestoneId(), needed(on)),
        on);
  }

  void progress(PackageRow row) {
    var percent = number(t("project.field.percent"), BigDecimal.valueOf(row.percent()));
    var on = day(t("project.field.on"), LocalDate.now(Formats.OFFICE));
    ask(
        about("project.action.progress", row.title()),
        t("project.action.progress"),
        () -> new ReportProgress(project, row.packageId(), whole(percent), needed(on)),
        percent,
        on);
  }

  void figures(MoneyRow row) {
    var committed = euros(t("project.committed"), row.committedCents());
    var actual = euros(t("project.actual"), row.actualCents());
    var forecast = euros(t("project.expected"), row.forecastCents());
    var drawn = euros(t("project.drawn"), row.drawnCents());
    var on = day(t("project.field.on"), LocalDate.now(Formats.OFFICE));
    ask(
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
    var title = new TextField(t("project.risk"));
    title.setMaxLength(200);
    risk(
        t("project.action.risk"),
        title,
        3,
        3,
        "",
        "",
        (probability, impact, measure, owner) ->
            new NoteRisk(project, title.getValue(), probability, impact, measure, owner));
  }

  void reassess(RiskRow row) {
    risk(
        about("project.action.reassess", row.title()),
        null,
        row.probability(),
        row.impact(),
        row.measure(),
        row.owner(),
        (probability, impact, measure, owner) ->
            new ReassessRisk(project, row.riskId(), probability, impact, measure, owner));
  }

  private interface Assessed {
    Command command(int probability, int impact, String measure, String owner);
  }

  private void risk(
      String heading,
      @Nullable TextField title,
      int likely,
      int hard,
      String what,
      String who,
      Assessed assessed) {
    var probability = scale(t("project.field.probability"), likely);
    var impact = scale(t("project.field.impact"), hard);
    var measure = text(t("project.measure"));
    measure.setValue(what);
    var owner = new TextField(t("project.owner"));
    owner.setMaxLength(120);
    owner.setValue(who);
    var fields =
        title == null
            ? List.of(probability, impact, measure, owner)
            : List.of(title, probability, impact, measure, owner);
    ask(
        heading,
        t(title == null ? "project.action.reassess" : "project.action.risk"),
        () ->
            assessed.command(
                probability.getValue(), impact.getValue(), measure.getValue(), owner.getValue()),
        fields.toArray(com.vaadin.flow.component.Component[]::new));
  }

  void closeRisk(RiskRow row) {
    var reason = text(t("project.field.reason"));
    ask(
        about("project.action.close-risk", row.title()),
        t("project.action.close-risk"),
        () -> new CloseRisk(project, row.riskId(), reason.getValue()),
        reason);
  }

  void report() {
    var occasion = text(t("project.field.occasion"));
    var on = day(t("project.field.on"), LocalDate.now(Formats.OFFICE));
    ask(
        t("project.action.report"),
        t("project.action.report"),
        () -> new CallForReport(project, ReportKind.OCCASION, occasion.getValue(), needed(on)),
        occasion,
        on);
  }

  void change(ProjectDetails found) {
    var change = new TextField(t("project.field.change"));
    change.setMaxLength(200);
    var reason = text(t("project.field.reason"));
    var line = choice(t("project.field.line"), found.lines(), MoneyRow::title);
    var milestone =
        choice(
            t("project.field.milestone"),
            found.milestones().stream().filter(each -> each.reachedOn() == null).toList(),
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
              ofMilestone == null ? null : ofMilestone.milestoneId());
        },
        change,
        reason,
        line,
        milestone);
  }

  void complete() {
    var on = day(t("project.field.completed"), LocalDate.now(Formats.OFFICE));
    ask(
        t("project.action.complete"),
        t("project.action.complete"),
        () -> new CompleteProject(project, needed(on)),
        on);
  }

  private interface Asked {
    Command command();
  }

  private void ask(
      String title, String act, Asked asked, com.vaadin.flow.component.Component... fields) {
    var key = UUID.randomUUID().toString();
    Dialogs.open(desk, title, act, () -> desk.send(asked.command(), key), after, fields);
  }

  static String about(String action, String subject) {
    return t("project.action.about", "action", t(action), "subject", subject);
  }

  // ---- fields

  private static DatePicker day(String label, LocalDate initial) {
    var field = new DatePicker(label);
    field.setLocale(Words.locale());
    field.setI18n(Calendars.calendar());
    field.setValue(initial);
    return field;
  }

  private static TextArea text(String label) {
    var field = new TextArea(label);
    field.setMaxLength(2000);
    return field;
  }

  private static BigDecimalField number(String label, BigDecimal initial) {
    var field = new BigDecimalField(label);
    field.setLocale(Words.locale());
    field.setValue(initial);
    return field;
  }

  private static BigDecimalField euros(String label, long cents) {
    var field = number(label, BigDecimal.valueOf(cents, 2));
    field.setSuffixComponent(new com.vaadin.flow.component.html.Span("€"));
    return field;
  }

  private static Select<Integer> scale(String label, int initial) {
    var field = new Select<Integer>();
    field.setLabel(label);
    field.setItems(1, 2, 3, 4, 5);
    field.setValue(initial);
    return field;
  }

  private static <T> Select<T> choice(String label, List<T> rows, Function<T, String> title) {
    var field = new Select<T>();
    field.setLabel(label);
    field.setEmptySelectionAllowed(true);
    field.setItems(rows);
    field.setItemLabelGenerator(each -> each == null ? "" : title.apply(each));
    return field;
  }

  private static LocalDate needed(DatePicker field) {
    @Nullable LocalDate day = field.getValue();
    if (day == null) throw new Rejected("day-missing", Map.of("field", field.getLabel()));
    return day;
  }

  private static int whole(BigDecimalField field) {
    @Nullable BigDecimal number = field.getValue();
    if (number == null) throw new Rejected("percent-out-of-range");
    try {
      return number.intValueExact();
    } catch (ArithmeticException e) {
      throw new Rejected("number-not-whole");
    }
  }

  private static long cents(BigDecimalField field) {
    @Nullable BigDecimal euros = field.getValue();
    if (euros == null) throw new Rejected("amount-missing");
    try {
      return euros.movePointRight(2).longValueExact();
    } catch (ArithmeticException e) {
      throw new Rejected("amount-not-in-cents");
    }
  }
}
