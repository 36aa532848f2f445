package org.foerderturm.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.foerderturm.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One meaning of overdue, in Java and in the database. */
class DueIT {
  @ParameterizedTest
  @CsvSource({
    // a day: until its end, whatever the moment that stands for it
    "2026-11-30T00:00, 2026-11-30T23:59:59, false",
    "2026-11-30T00:00, 2026-12-01T00:00, true",
    "2026-11-30T23:59, 2026-11-30T23:59:30, false",
    "2026-11-30T09:12:33.107, 2026-11-30T18:00, false",
    "2026-11-30T09:12:33.107, 2026-12-01T00:00, true",
    // an hour: until that moment
    "2026-11-30T18:00, 2026-11-30T18:00, false",
    "2026-11-30T18:00, 2026-11-30T18:00:01, true",
    "2026-11-30T18:00, 2026-11-30T09:00, false",
    // in the night when the clocks change
    "2026-10-25T00:00, 2026-10-25T23:30, false",
    "2026-03-29T00:00, 2026-03-30T00:00, true"
  })
  void due_today_is_not_overdue_until_its_day_or_hour_is_over(
      LocalDateTime due, LocalDateTime now, boolean overdue) {
    assertThat(Due.isOverdue(office(due), office(now))).isEqualTo(overdue);
  }

  @Test
  void a_day_is_overdue_from_the_next_on() {
    var day = LocalDate.of(2026, 11, 30);
    assertThat(Due.isOverdue(day, day)).isFalse();
    assertThat(Due.isOverdue(day, day.plusDays(1))).isTrue();
  }

  @Test
  void the_database_counts_the_same() throws SQLException {
    var moments = moments();
    try (var connection = TestDatabase.fresh().getConnection();
        var query =
            connection.prepareStatement(
                "select t, now() as now, "
                    + Due.overdue("t")
                    + " as overdue from unnest(?::timestamptz[]) t")) {
      query.setObject(1, moments.stream().map(Instant::toString).toArray(String[]::new));
      int late = 0;
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          var due = rows.getObject("t", OffsetDateTime.class).toInstant();
          var now = rows.getObject("now", OffsetDateTime.class).toInstant();
          assertThat(rows.getBoolean("overdue"))
              .as(due + " at " + now)
              .isEqualTo(Due.isOverdue(due, now));
          if (rows.getBoolean("overdue")) late++;
        }
      }
      assertThat(late).isBetween(1, moments.size() - 1);
    }
  }

  private static List<Instant> moments() {
    var random = new Random(193);
    var today = LocalDate.now(WorkingDays.OFFICE);
    var moments = new ArrayList<Instant>();
    for (int i = 0; i < 2_000; i++) {
      var day = today.plusDays(random.nextInt(5) - 2);
      var time = day.atStartOfDay().plusMinutes(random.nextInt(24 * 60));
      moments.add(
          switch (random.nextInt(4)) {
            case 0 -> office(day.atStartOfDay());
            case 1 -> office(day.atTime(23, 59));
            case 2 -> office(time).plus(Duration.ofMillis(1 + random.nextInt(59_000)));
            default -> office(time);
          });
    }
    return moments;
  }

  private static Instant office(LocalDateTime local) {
    return local.atZone(WorkingDays.OFFICE).toInstant();
  }
}
