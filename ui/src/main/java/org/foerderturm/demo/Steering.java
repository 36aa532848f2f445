package org.foerderturm.demo;

import static org.foerderturm.demo.DemoPerson.LEAD;
import static org.foerderturm.demo.DemoPerson.PROJECT;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foerderturm.project.ProjectCommand.*;
import org.jspecify.annotations.Nullable;

/** What all projects have in common: plan, figures, status reports. Sums are in euros. */
final class Steering {
  private static final long EURO = 100;

  private Steering() {}

  /** The second working day after the period. */
  static void reported(Story story, LocalDate firstDayAfter) {
    story.on(firstDayAfter.plusDays(3), 9);
  }

  static void plan(
      Story story,
      int months,
      List<Map<String, Object>> packages,
      List<Map<String, Object>> milestones,
      List<Map<String, Object>> lines) {
    story.task(
        PROJECT,
        "Task_PlanProject",
        Map.of(
            "reportingMonths", months,
            "packages", packages,
            "milestones", milestones,
            "lines", lines));
  }

  static Map<String, Object> part(
      String title, String responsible, LocalDate from, LocalDate until) {
    return Map.of(
        "title",
        title,
        "responsible",
        responsible,
        "startsOn",
        from.toString(),
        "endsOn",
        until.toString());
  }

  static Map<String, Object> milestone(String title, LocalDate baseline) {
    return Map.of("title", title, "baseline", baseline.toString());
  }

  static Map<String, Object> line(String title, long euros) {
    return Map.of("title", title, "budgetCents", euros * EURO);
  }

  static ReportLineFigures figures(
      String project,
      String line,
      Story story,
      long committed,
      long actual,
      long forecast,
      long drawn) {
    return new ReportLineFigures(
        project, line, committed * EURO, actual * EURO, forecast * EURO, drawn * EURO, story.day());
  }

  static void report(
      Story story,
      CallForReport call,
      String progress,
      String comparison,
      String outlook,
      String measures,
      @Nullable String decisions,
      String scope,
      String time,
      String cost,
      String risk) {
    var values = new HashMap<String, Object>();
    values.put("progress", progress);
    values.put("comparison", comparison);
    values.put("outlook", outlook);
    values.put("mainRisks", "Lieferzeiten und Preise.");
    values.put("measures", measures);
    if (decisions != null) values.put("decisions", decisions);
    values.put("scopeLight", scope);
    values.put("timeLight", time);
    values.put("costLight", cost);
    values.put("riskLight", risk);
    values.put("overrideReason", "Einschätzung der Projektleitung, mit den Partnern abgestimmt.");
    story
        .does(PROJECT, call)
        .task(PROJECT, "Task_UpdateState", Map.of("outcome", "current"))
        .task(PROJECT, "Task_WriteReport", values)
        .task(LEAD, "Task_ReviewReport", Map.of("outcome", "accept"));
  }
}
