package org.foerderturm.ui.project;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.foerderturm.project.ProjectQuery.*;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.PlanWords;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** What a project is steered by: risks, status reports, changes. */
final class SteeringSections {
  private final ProjectDetails found;
  private final ProjectDialogs dialogs;
  private final boolean mayReport;
  private final UnaryOperator<String> people;

  SteeringSections(Desk desk, ProjectDetails found, ProjectDialogs dialogs, boolean mayReport) {
    people = desk.people();
    this.found = found;
    this.dialogs = dialogs;
    this.mayReport = mayReport;
  }

  Section risks() {
    var section = Ui.section(t("project.risks"));
    if (found.risks().isEmpty()) section.add(new Paragraph(t("project.no-risks")));
    else {
      var body = new NativeTableBody();
      for (var row : found.risks()) {
        var line =
            ProjectTables.line(
                new Span(row.title()),
                row.closedFor() == null
                    ? Ui.chip(
                        Ui.Tone.PLAIN,
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
                new Span(people.apply(row.owner())));
        if (mayReport)
          line.add(
              row.closedFor() == null
                  ? ProjectTables.actions(
                      ProjectTables.act(
                          "project.action.reassess", row.title(), () -> dialogs.reassess(row)),
                      ProjectTables.act(
                          "project.action.close-risk", row.title(), () -> dialogs.closeRisk(row)))
                  : new NativeTableCell());
        body.add(line);
      }
      section.add(
          ProjectTables.table(
              mayReport,
              body,
              "project.risk",
              "project.score",
              "project.measure",
              "project.owner"));
    }
    if (mayReport) section.add(Ui.quiet(t("project.action.risk"), dialogs::risk));
    return section;
  }

  Section reports() {
    var section = Ui.section(t("project.reports"));
    if (found.reports().isEmpty()) section.add(new Paragraph(t("project.no-reports")));
    for (var row : found.reports()) section.add(report(row));
    if (mayReport) section.add(Ui.quiet(t("project.action.report"), dialogs::report));
    return section;
  }

  static Div report(ReportRow row) {
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
          Ui.chip(Ui.Tone.ATTENTION, t("project.report-due", "when", Formats.until(row.dueAt()))));
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

  static String forced(ChangeRow row) {
    return row.tolerancePercent() == null
        ? t("project.forced")
        : t(
            "project.forced-by",
            "percent",
            row.tolerancePercent(),
            "source",
            String.valueOf(row.toleranceSource()));
  }

  Section changes() {
    var section = Ui.section(t("project.changes"));
    if (found.changes().isEmpty()) section.add(new Paragraph(t("project.no-changes")));
    else {
      var body = new NativeTableBody();
      for (var row : found.changes()) {
        var what = new Div(new Span(row.change()));
        PlanWords.of(row).forEach(words -> what.add(new Div(new Span(words))));
        if (row.forced()) what.add(new Div(Ui.span("ft-quiet", forced(row))));
        else if (row.reason() != null) what.add(new Div(Ui.span("ft-quiet", row.reason())));
        body.add(
            ProjectTables.line(
                what,
                Ui.chip(tone(row.stage()), Words.code("project-change", row.stage())),
                new Span(
                    row.costEffectCents() == null ? "–" : Formats.euros(row.costEffectCents())),
                row.motionId() == null
                    ? new Span("–")
                    : Ui.to("motions/" + row.motionId(), t("project.motion"))));
      }
      section.add(
          ProjectTables.table(
              mayReport,
              body,
              "project.change",
              "project.stage",
              "project.cost-effect",
              "project.motion"));
    }
    if (mayReport && found.abandoned() == null)
      section.add(Ui.quiet(t("project.action.change"), () -> dialogs.change(found)));
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
}
