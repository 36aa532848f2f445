package org.foerderturm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.process.ModelGuard.Surroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Timers and due dates around both changes of clocks, whatever zone the program runs in. */
@Tag("time")
class OfficeTimeTest {
  private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");
  private static final String[] ZONES = {"UTC", "Europe/Berlin", "America/New_York"};

  private final TimeZone before = TimeZone.getDefault();

  @AfterEach
  void reset() {
    TimeZone.setDefault(before);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-25T00:50:00Z, PT15M, 2026-10-25T01:05:00Z", // 02:50 in summer to 02:05 in winter
    "2026-10-25T00:50:00Z, PT1H, 2026-10-25T01:50:00Z",
    "2026-10-23T07:00:00Z, P3D, 2026-10-26T08:00:00Z", // nine o'clock stays nine o'clock
    "2026-10-24T07:00:00Z, PT24H, 2026-10-25T07:00:00Z", // a day of 25 hours
    "2027-03-26T08:00:00Z, P3D, 2027-03-29T07:00:00Z",
    "2027-03-25T01:30:00Z, P3D, 2027-03-28T01:30:00Z", // half past two is not there: half past
    // three
    "2027-03-28T00:45:00Z, PT30M, 2027-03-28T01:15:00Z",
    "2026-11-30T17:00:00Z, P1M, 2026-12-30T17:00:00Z",
    "2026-11-30T17:00:00Z, P1W, 2026-12-07T17:00:00Z",
    "2026-10-24T12:00:00Z, P1DT1H, 2026-10-25T14:00:00Z"
  })
  void a_timer_waits_for_days_of_the_calendar_and_for_hours_as_they_are(
      String begun, String period, String due) {
    for (var zone : ZONES) {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      var calendar = WorkingDayCalendar.calendars().getBusinessCalendar("duration");
      assertThat(calendar.resolveDuedate(period, Date.from(Instant.parse(begun))).toInstant())
          .as(zone)
          .isEqualTo(Instant.parse(due));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-30T18:00, 2026-11-30T17:00:00Z",
    "2026-06-30T18:00:00, 2026-06-30T16:00:00Z",
    "2026-11-30, 2026-11-29T23:00:00Z",
    "2026-10-25T02:30, 2026-10-25T00:30:00Z", // twice: the first
    "2026-11-30T18:00:00Z, 2026-11-30T18:00:00Z",
    "2026-11-30T18:00:00+05:00, 2026-11-30T13:00:00Z",
    "2027-03-28T03:00, 2027-03-28T01:00:00Z"
  })
  void a_moment_is_one_of_the_offices_clock(String text, String moment) {
    for (var zone : ZONES) {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      var due = WorkingDayCalendar.calendars().getBusinessCalendar("dueDate");
      assertThat(due.resolveDuedate(text).toInstant()).as(zone).isEqualTo(Instant.parse(moment));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2027-03-28T02:30",
        "2027-02-30T10:00:00",
        "2027-02-30",
        "30.11.2026",
        "übermorgen",
        "",
        "P",
        "T"
      })
  void what_is_no_moment_is_refused_in_words(String text) {
    BusinessCalendar due = WorkingDayCalendar.calendars().getBusinessCalendar("dueDate");
    assertThatThrownBy(() -> due.resolveDuedate(text))
        .isInstanceOf(Rejected.class)
        .hasMessage("moment-not-readable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Europe/Berlin"})
  void a_timer_that_repeats_daily_keeps_its_hour(String zone) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    var cycles =
        (CycleBusinessCalendar) WorkingDayCalendar.calendars().getBusinessCalendar("cycle");
    var now = LocalDateTime.parse("2026-10-23T09:00").atZone(OFFICE).toInstant();
    // as the engine writes it
    var text =
        "R5/"
            + DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss")
                .withZone(ZoneId.systemDefault())
                .format(now)
            + "/P1D";
    for (int day = 24; day <= 28; day++) {
      now = Objects.requireNonNull(cycles.resolveDuedate(text, Date.from(now), 0)).toInstant();
      assertThat(LocalDateTime.ofInstant(now, OFFICE))
          .isEqualTo(LocalDateTime.of(2026, 10, day, 9, 0));
    }
    var over = Date.from(now.plusSeconds(1));
    assertThat(cycles.resolveDuedate(text, over, 0)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "12-dst-gap, rep-dst-gap, Timer_def",
    "37-time-date, rep-time-german, Timer_def",
    "37-time-date, rep-time-no-such-day, Timer_def",
    "37-time-date, rep-time-words, Timer_def",
    "37-time-date, rep-due-date, Task_B"
  })
  void a_moment_that_does_not_exist_is_refused_at_deployment(
      String folder, String key, String element) {
    var refused =
        catchThrowableOfType(Rejected.class, () -> ModelGuard.check(models(folder, key), HERE));
    assertThat(refused).isNotNull();
    assertThat(refused.args())
        .containsEntry("reason", "no-moment")
        .containsEntry("element", element)
        .hasEntrySatisfying("why", why -> assertThat((String) why).contains("2026-11-30T18:00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rep-dst-overlap"})
  void a_period_is_taken(String key) {
    ModelGuard.check(models("13-dst-overlap", key), HERE);
  }

  private static final Surroundings HERE = new Surroundings(Set.of(), Set.of(), file -> null);

  private static Map<String, String> models(String folder, String key) {
    var models = new HashMap<String, String>();
    var place = Path.of("src/test/resources/cases", folder, "processes", key);
    try (var files = Files.list(place)) {
      for (var file : files.toList())
        models.put(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return models;
  }
}
