package org.foerderturm.ui.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.foerderturm.funding.FundingQuery.ApplicationDetails;
import org.foerderturm.funding.FundingQuery.ApplicationRow;
import org.foerderturm.funding.FundingQuery.DeadlineRow;
import org.foerderturm.ui.common.DueCalendar.Due;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("time")
class ApplicationDuesTest {
  private static final LocalDate SUBMISSION = LocalDate.of(2026, 9, 15);
  private static final LocalDate FIRST = LocalDate.of(2027, 4, 30);
  private static final LocalDate SECOND = LocalDate.of(2028, 4, 30); // a Sunday
  private static final LocalDate PROOF = LocalDate.of(2029, 6, 29);

  @Test
  void only_what_is_open_is_due() {
    var dues =
        ApplicationDues.open(
            application(
                "granted",
                new DeadlineRow("submission", SUBMISSION, SUBMISSION),
                new DeadlineRow("interim-proof", FIRST, FIRST),
                new DeadlineRow("interim-proof", SECOND, null),
                new DeadlineRow("proof-of-use", PROOF, null)));
    assertThat(dues)
        .extracting(Due::uid, Due::on)
        .containsExactly(tuple("a1-interim-proof-2", SECOND), tuple("a1-proof-of-use-1", PROOF));
    assertThat(dues.getFirst().words()).as("a period ends on a working day").contains("02.05.2028");
    assertThat(dues.getLast().words()).isEmpty();
  }

  @Test
  void the_submission_says_its_hour() {
    var due = ApplicationDues.open(application("idea", open())).getFirst();
    assertThat(due.on()).isEqualTo(SUBMISSION);
    assertThat(due.words()).contains("12:00");
  }

  @Test
  void a_submission_on_a_free_day_says_the_last_working_day_before_it() {
    var easterMonday = new DeadlineRow("submission", LocalDate.of(2026, 4, 6), null);
    var due = ApplicationDues.open(application("idea", easterMonday)).getFirst();
    assertThat(due.on()).as("it does not move").isEqualTo(easterMonday.dueOn());
    assertThat(due.words()).contains("12:00", "freien Tag", "02.04.2026"); // Friday is Good Friday
    assertThat(ApplicationDues.open(application("idea", open())).getFirst().words())
        .doesNotContain("freien Tag");
  }

  @Test
  void nothing_is_due_when_it_is_over() {
    for (var stage : List.of("closed", "stopped", "rejected"))
      assertThat(ApplicationDues.open(application(stage, open()))).isEmpty();
  }

  private static DeadlineRow open() {
    return new DeadlineRow("submission", SUBMISSION, null);
  }

  private static ApplicationDetails application(String stage, DeadlineRow... deadlines) {
    var row =
        new ApplicationRow(
            "a1",
            "Licht",
            null,
            "erdf",
            "nabf",
            "Aufruf",
            "Land NRW",
            SUBMISSION.atTime(12, 0),
            stage,
            0,
            0,
            null,
            null,
            null,
            Instant.EPOCH);
    return new ApplicationDetails(
        row,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        "electronic",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        null,
        null,
        null,
        null,
        null,
        false,
        List.of(),
        List.of(deadlines),
        List.of());
  }
}
