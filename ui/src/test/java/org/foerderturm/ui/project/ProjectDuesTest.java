package org.foerderturm.ui.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.foerderturm.project.ProjectQuery.MilestoneRow;
import org.foerderturm.project.ProjectQuery.ProjectDetails;
import org.foerderturm.project.ProjectQuery.ProjectRow;
import org.foerderturm.report.ReportQuery.DeadlineRow;
import org.foerderturm.ui.common.DueCalendar.Due;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("time")
class ProjectDuesTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final LocalDate MIDDLE = LocalDate.of(2026, 10, 1);
  private static final LocalDate END = LocalDate.of(2027, 12, 31);

  @Test
  void milestones_are_due_as_they_are_expected_now() {
    var dues =
        ProjectDues.open(
            project(
                "running",
                null,
                new MilestoneRow("m1", "Aufbau", START, START, START, null, List.of()),
                new MilestoneRow(
                    "m2", "Betrieb", MIDDLE, MIDDLE.plusDays(20), null, null, List.of())),
            List.of(
                due("p1#m2", "milestone", "Betrieb", MIDDLE.plusDays(20)),
                due("p1#r1", "report", "Licht", MIDDLE.plusDays(30)),
                due("p1", "end", "Licht", END)));
    assertThat(dues)
        .extracting(Due::uid, Due::on)
        .containsExactly(
            tuple("p1-milestone-m2", LocalDate.of(2026, 10, 21)),
            tuple("p1-report-r1", LocalDate.of(2026, 10, 31)),
            tuple("p1-end", END));
    assertThat(dues.getFirst().what()).isEqualTo("Meilenstein Betrieb");
    assertThat(dues.getFirst().words()).contains("01.10.2026");
  }

  private static DeadlineRow due(String id, String kind, String title, LocalDate on) {
    return new DeadlineRow(id, kind, on, title, null, null, null, null, 1, null);
  }

  private static ProjectDetails project(
      String stage, @org.jspecify.annotations.Nullable Instant report, MilestoneRow... milestones) {
    var row =
        new ProjectRow(
            "p1",
            "a1",
            null,
            "Licht",
            null,
            stage,
            0,
            START,
            END,
            null,
            null,
            null,
            0,
            0,
            0,
            null,
            null,
            Instant.EPOCH);
    return new ProjectDetails(
        row,
        null,
        null,
        report,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(milestones),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
