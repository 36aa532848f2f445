package org.foerderturm.ui.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.foerderturm.project.ProjectQuery.MilestoneRow;
import org.foerderturm.project.ProjectQuery.ProjectDetails;
import org.foerderturm.project.ProjectQuery.ProjectRow;
import org.foerderturm.ui.common.DueCalendar.Due;
import org.junit.jupiter.api.Test;

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
                new MilestoneRow("m1", "Aufbau", START, START, START, List.of()),
                new MilestoneRow("m2", "Betrieb", MIDDLE, MIDDLE.plusDays(20), null, List.of())));
    assertThat(dues)
        .extracting(Due::uid, Due::on)
        .containsExactly(
            tuple("p1-milestone-m2", LocalDate.of(2026, 10, 21)), tuple("p1-end", END));
    assertThat(dues.getFirst().what()).isEqualTo("Meilenstein Betrieb");
    assertThat(dues.getFirst().words()).contains("01.10.2026");
  }

  @Test
  void a_report_is_due_on_a_day_of_the_office() {
    var dues = ProjectDues.open(project("running", Instant.parse("2026-06-30T22:30:00Z")));
    assertThat(dues.getFirst())
        .extracting(Due::uid, Due::on)
        .containsExactly("p1-next-report", LocalDate.of(2026, 7, 1));
  }

  @Test
  void nothing_is_due_of_what_is_completed() {
    assertThat(ProjectDues.open(project("completed", Instant.EPOCH))).isEmpty();
    assertThat(ProjectDues.open(project("closed", Instant.EPOCH))).isEmpty();
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
        List.of(),
        List.of(milestones),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
