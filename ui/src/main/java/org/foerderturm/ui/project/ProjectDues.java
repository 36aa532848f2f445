package org.foerderturm.ui.project;

import static org.foerderturm.ui.common.Words.t;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foerderturm.project.ProjectQuery.MilestoneRow;
import org.foerderturm.project.ProjectQuery.ProjectDetails;
import org.foerderturm.ui.common.DueCalendar.Due;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Words;

/** What a project must do in time: milestones as they are expected now, reports, its end. */
final class ProjectDues {
  private ProjectDues() {}

  static List<Due> open(ProjectDetails found) {
    var dues = new ArrayList<Due>();
    var row = found.row();
    if (row.stage().matches("completed|closed")) return dues;
    var id = row.projectId();
    for (var milestone : found.milestones())
      if (milestone.reachedOn() == null)
        dues.add(
            new Due(
                id + "-milestone-" + milestone.milestoneId(),
                milestone.forecast(),
                t("project.milestone") + " " + milestone.title(),
                planned(milestone)));
    for (var report : found.reports())
      if (report.filedAt() == null)
        dues.add(
            new Due(
                id + "-report-" + report.reportId(),
                day(report.dueAt()),
                Words.code("project-due", "report"),
                ""));
    if (found.nextReportAt() != null)
      dues.add(
          new Due(
              id + "-next-report",
              day(found.nextReportAt()),
              Words.code("project-due", "next-report"),
              ""));
    dues.add(new Due(id + "-end", row.until(), Words.code("project-due", "end"), ""));
    return dues;
  }

  private static String planned(MilestoneRow milestone) {
    return milestone.forecast().equals(milestone.baseline())
        ? ""
        : t("project.baseline") + ": " + Formats.date(milestone.baseline());
  }

  private static LocalDate day(Instant at) {
    return at.atZone(Formats.OFFICE).toLocalDate();
  }
}
