package org.foerderturm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("time")
class WorkingDayCalendarTest {
  private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

  private final WorkingDayCalendar calendar = new WorkingDayCalendar();

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T16:30, P1D, 2026-11-23T00:00", // Saturday
    "2026-11-20T16:30, P2D, 2026-11-23T00:00", // Sunday
    "2026-11-20T16:30, P3D, 2026-11-23T00:00",
    "2026-12-11T09:00, P14D, 2026-12-28T00:00", // Christmas, a Friday, then Boxing Day and Sunday
    "2026-03-20T12:00, P14D, 2026-04-07T00:00", // Good Friday; summer time began between
    "2026-11-20T16:30, PT2H, 2026-11-20T18:30",
    "2026-11-20T16:30, P1DT2H, 2026-11-23T18:30"
  })
  void a_period_ends_on_a_working_day(String start, String period, String due) {
    assertThat(resolve(period, start)).isEqualTo(LocalDateTime.parse(due));
  }

  @Test
  void a_fixed_moment_stays_also_on_a_holiday() {
    assertThat(resolve("2026-12-25T18:00:00", "2026-12-01T09:00"))
        .isEqualTo(LocalDateTime.parse("2026-12-25T18:00"));
  }

  /** So a task is due some days after a day that a correction may move. */
  @Test
  void an_interval_counts_from_its_own_day() {
    assertThat(resolve("2026-11-17/P4D", "2026-01-01T09:00"))
        .isEqualTo(LocalDateTime.parse("2026-11-23T00:00")); // not on a Saturday
  }

  private LocalDateTime resolve(String due, String start) {
    var from = Date.from(LocalDateTime.parse(start).atZone(OFFICE).toInstant());
    var date = Objects.requireNonNull(calendar.resolveDuedate(due, from));
    return LocalDateTime.ofInstant(date.toInstant(), OFFICE);
  }
}
