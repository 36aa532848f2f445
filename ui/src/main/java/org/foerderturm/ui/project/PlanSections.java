package org.foerderturm.ui.project;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.foerderturm.project.ProjectQuery.*;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.DueCalendar;
import org.foerderturm.ui.common.DueCalendar.Due;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a project set out to do, and how far it is: milestones, money, work packages. Which of it is
 * red the table of the traffic lights says, not this page.
 */
final class PlanSections {
  private final ProjectDetails found;
  private final ProjectDialogs dialogs;
  private final boolean mayReport;
  private final UnaryOperator<String> people;
  private final Supplier<List<Due>> dues;

  PlanSections(
      Desk desk,
      ProjectDetails found,
      ProjectDialogs dialogs,
      boolean mayReport,
      Supplier<List<Due>> dues) {
    people = desk.people();
    this.found = found;
    this.dialogs = dialogs;
    this.mayReport = mayReport;
    this.dues = dues;
  }

  Section milestones() {
    var body = new NativeTableBody();
    for (var row : found.milestones()) {
      var line =
          ProjectTables.line(
              title(row.title(), row.droppedOn()),
              new Span(Formats.date(row.baseline())),
              new Span(
                  row.reachedOn() == null
                      ? Formats.date(row.forecast())
                      : t("project.reached-on", "day", Formats.date(row.reachedOn()))),
              row.droppedOn() == null ? deviation(row) : new Span("–"),
              trend(row));
      if (mayReport)
        line.add(
            row.isOpen()
                ? ProjectTables.actions(
                    ProjectTables.act(
                        "project.action.forecast", row.title(), () -> dialogs.forecast(row)),
                    ProjectTables.act(
                        "project.action.reach", row.title(), () -> dialogs.reach(row)))
                : new NativeTableCell());
      body.add(line);
    }
    var section =
        Ui.section(
            t("project.milestones"),
            ProjectTables.table(
                mayReport,
                body,
                "project.milestone",
                "project.baseline",
                "project.forecast",
                "project.deviation",
                "project.trend"));
    if (!dues.get().isEmpty()) section.add(DueCalendar.link(found.row().title(), dues));
    return section;
  }

  /** What fell out of the plan stays, and says so. */
  private static Component title(String title, @Nullable LocalDate droppedOn) {
    if (droppedOn == null) return new Span(title);
    return Ui.div(
        "ft-lines",
        new Span(title),
        Ui.chip(Ui.Tone.PLAIN, t("project.dropped-on", "day", Formats.date(droppedOn))));
  }

  private static Span deviation(MilestoneRow row) {
    var day = row.reachedOn() == null ? row.forecast() : row.reachedOn();
    long days = ChronoUnit.DAYS.between(row.baseline(), day);
    if (days == 0) return Ui.chip(Ui.Tone.GOOD, t("project.on-time"));
    if (days < 0) return Ui.chip(Ui.Tone.GOOD, Words.count("project.days-early", -days));
    return Ui.chip(Ui.Tone.ATTENTION, Words.count("project.days-late", days));
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

  /**
   * @param drawnCents what the grant drew by its own account; null if it is kept elsewhere
   */
  Section money(@Nullable Long drawnCents) {
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
        line.add(
            ProjectTables.actions(
                ProjectTables.act(
                    "project.action.figures", row.title(), () -> dialogs.figures(row))));
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
        ProjectTables.table(
            mayReport,
            body,
            "project.line",
            "project.budget",
            "project.committed",
            "project.actual",
            "project.expected",
            "project.deviation",
            "project.drawn");
    Ui.amounts((NativeTable) table.getChildren().findFirst().orElseThrow(), 1, 6);
    var section = Ui.section(t("project.money"), table);
    if (drawnCents != null)
      section.add(agreement(lines.stream().mapToLong(MoneyRow::drawnCents).sum(), drawnCents));
    return section;
  }

  /** Whether the lines say the same of the funder's money as the application's account. */
  private Div agreement(long ofLines, long ofGrant) {
    var words =
        ofLines == ofGrant
            ? Ui.chip(Ui.Tone.GOOD, t("project.drawn-agrees", "drawn", Formats.euros(ofGrant)))
            : Ui.chip(
                Ui.Tone.ATTENTION,
                t(
                    "project.drawn-differs",
                    "lines",
                    Formats.euros(ofLines),
                    "grant",
                    Formats.euros(ofGrant),
                    "difference",
                    Formats.euros(Math.abs(ofGrant - ofLines))));
    return Ui.div(
        "ft-line",
        words,
        Ui.to("funding/" + found.row().applicationId(), t("project.to-application")));
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
    var words =
        (forecast > budget ? "+" : "")
            + t("project.percent", "percent", Formats.share(forecast - budget, budget));
    return new Span(words);
  }

  Section packages() {
    var body = new NativeTableBody();
    for (var row : found.packages()) {
      var line =
          ProjectTables.line(
              title(row.title(), row.droppedOn()),
              new Span(people.apply(row.responsible())),
              new Span(Formats.date(row.startsOn()) + " – " + Formats.date(row.endsOn())),
              new Span(t("project.percent", "percent", Formats.number(row.percent()))));
      if (mayReport)
        line.add(
            row.droppedOn() == null
                ? ProjectTables.actions(
                    ProjectTables.act(
                        "project.action.progress", row.title(), () -> dialogs.progress(row)))
                : new NativeTableCell());
      body.add(line);
    }
    return Ui.section(
        t("project.packages"),
        ProjectTables.table(
            mayReport,
            body,
            "project.package",
            "project.responsible",
            "project.period",
            "project.done"));
  }
}
