package org.foerderturm.ui.project;

import static org.foerderturm.ui.common.Words.t;

import java.util.ArrayList;
import java.util.List;
import org.foerderturm.project.ProjectQuery.ProjectDetails;
import org.foerderturm.report.ReportQuery.DeadlineRow;
import org.foerderturm.ui.common.DueCalendar.Due;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Words;

/**
 * What a project must do in time, for a calendar: milestones as they are expected now, the rest.
 */
final class ProjectDues {
  private ProjectDues() {}

  static List<Due> open(ProjectDetails found, List<DeadlineRow> deadlines) {
    var dues = new ArrayList<Due>();
    for (var deadline : deadlines) {
      boolean milestone = deadline.kind().equals("milestone");
      dues.add(
          new Due(
              uid(deadline),
              deadline.dueOn(),
              milestone
                  ? t("project.milestone") + " " + deadline.title()
                  : Words.code("deadline", deadline.kind()),
              milestone ? planned(found, deadline) : ""));
    }
    return dues;
  }

  /** Keeps an entry's place in calendars that took it before; its day moves. */
  private static String uid(DeadlineRow deadline) {
    var ids = deadline.subjectId().split("#", 2);
    return ids[0] + "-" + deadline.kind() + (ids.length > 1 ? "-" + ids[1] : "");
  }

  private static String planned(ProjectDetails found, DeadlineRow deadline) {
    return found.milestones().stream()
        .filter(each -> deadline.subjectId().endsWith("#" + each.milestoneId()))
        .filter(each -> !each.baseline().equals(deadline.dueOn()))
        .map(each -> t("project.baseline") + ": " + Formats.date(each.baseline()))
        .findFirst()
        .orElse("");
  }
}
