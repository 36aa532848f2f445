package org.foerderturm.ui.funding;

import static org.foerderturm.ui.common.Words.t;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.funding.FundingQuery.ApplicationDetails;
import org.foerderturm.funding.FundingQuery.DeadlineRow;
import org.foerderturm.ui.common.DueCalendar.Due;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Words;

/** What an application and its grant must do in time, and which day counts. */
final class ApplicationDues {
  private ApplicationDues() {}

  /** Whether nothing is due any more, whatever was open. */
  static boolean over(ApplicationDetails found) {
    return found.row().stage().matches("closed|stopped|rejected");
  }

  /** What is open; of one kind the first keeps its place in a calendar, though its day moves. */
  static List<Due> open(ApplicationDetails found) {
    var dues = new ArrayList<Due>();
    if (over(found)) return dues;
    var number = new HashMap<String, Integer>();
    for (var deadline : found.deadlines()) {
      int nth = number.merge(deadline.kind(), 1, Integer::sum);
      if (deadline.doneOn() != null) continue;
      dues.add(
          new Due(
              found.row().applicationId() + "-" + deadline.kind() + "-" + nth,
              deadline.dueOn(),
              Words.code("deadline", deadline.kind()),
              words(deadline, found.row().deadline())));
    }
    return dues;
  }

  private static String words(DeadlineRow deadline, LocalDateTime submission) {
    var day = WorkingDays.isOne(deadline.dueOn()) ? "" : counts(deadline);
    if (deadline.cents() != null)
      return Formats.euros(deadline.cents()) + (day.isEmpty() ? "" : " · " + day);
    if (!ApplicationsView.FIXED.contains(deadline.kind())) return day;
    var moment =
        t("application.deadline")
            + ": "
            + Formats.dateTime(submission.atZone(Formats.OFFICE).toInstant());
    return day.isEmpty() ? moment : moment + " · " + day;
  }

  /**
   * Which day counts if the due day is a free one: periods move, a fixed deadline does not; so one
   * must be ready on the last working day before it.
   */
  static String counts(DeadlineRow deadline) {
    return ApplicationsView.FIXED.contains(deadline.kind())
        ? t(
            "application.counts-fixed",
            "day",
            Formats.date(WorkingDays.before(deadline.dueOn(), 1)))
        : t("application.counts", "day", Formats.date(WorkingDays.onOrAfter(deadline.dueOn())));
  }
}
