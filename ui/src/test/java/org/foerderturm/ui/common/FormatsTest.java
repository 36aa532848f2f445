package org.foerderturm.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.kernel.Rejected;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without a screen the words are German. */
@Tag("time")
class FormatsTest {

  @Test
  void money_has_two_decimals_and_thousands() {
    assertThat(Formats.euros(2_500_000_000L)).isEqualTo("25.000.000,00\u00a0€");
    assertThat(Formats.euros(null)).isEqualTo("–");
  }

  @ParameterizedTest
  @CsvSource({
    "9996, 10000, 99.9",
    "9999999, 10000000, 99.9",
    "2, 3, 66.6",
    "1, 2, 50",
    "1, 1, 100",
    "10004, 10000, 100.04",
    "4, 10000, 0.04",
    "0, 5, 0",
    "-9996, 10000, -99.9"
  })
  void a_share_says_no_more_than_is_true(long part, long whole, BigDecimal shown) {
    assertThat(Formats.percent(part, whole)).isEqualByComparingTo(shown);
  }

  @Test
  void dates_are_written_as_here() {
    assertThat(Formats.weekday(LocalDate.of(2026, 11, 26))).isEqualTo("Do, 26.11.2026");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 2026-11-23, 1", // over a weekend
    "2026-11-23, 2026-11-26, 3",
    "2026-12-23, 2026-12-29, 3", // Christmas, the second day on a Saturday
    "2026-04-02, 2026-04-07, 1", // Easter
    "2026-06-03, 2026-06-05, 1" // Corpus Christi
  })
  void working_days_leave_out_weekends_and_the_holidays_of_the_land(
      LocalDate from, LocalDate to, long days) {
    assertThat(WorkingDays.between(from, to)).isEqualTo(days);
  }

  @Test
  void the_past_is_told_with_its_own_clock() {
    var due = Instant.parse("2026-03-05T10:00:00Z");
    assertThat(Formats.due(due, Instant.parse("2026-03-03T10:00:00Z")))
        .isEqualTo("in 2 Arbeitstagen");
    assertThat(Formats.due(due, Instant.parse("2026-03-05T08:00:00Z")))
        .isEqualTo("heute um 11:00 Uhr fällig");
    assertThat(Formats.due(due, Instant.parse("2026-03-05T12:00:00Z")))
        .isEqualTo("seit 11:00 Uhr überfällig");
    var day = Instant.parse("2026-03-04T23:00:00Z");
    assertThat(Formats.due(day, Instant.parse("2026-03-05T20:00:00Z"))).isEqualTo("heute fällig");
    assertThat(Formats.due(day, Instant.parse("2026-03-05T23:30:00Z")))
        .isEqualTo("seit 1 Tag überfällig");
    assertThat(Formats.due(due, Instant.parse("2026-03-08T10:00:00Z")))
        .isEqualTo("seit 3 Tagen überfällig");
    assertThat(Formats.dueExactly(due, Instant.parse("2025-03-08T10:00:00Z")))
        .isEqualTo("Do, 05.03.2026");
    assertThat(Formats.since(due, Instant.parse("2026-03-08T10:00:00Z"))).isEqualTo("3 Tagen");
  }

  @Test
  void in_a_sentence_a_day_is_a_day_and_no_judgment() {
    var today = LocalDate.now(Formats.OFFICE);
    assertThat(Formats.until(today.atStartOfDay(Formats.OFFICE).toInstant()))
        .isEqualTo("heute (" + Formats.weekday(today) + ")");
    var before = today.minusDays(2);
    assertThat(Formats.until(before.atStartOfDay(Formats.OFFICE).toInstant()))
        .isEqualTo(Formats.weekday(before));
  }

  @Test
  void plain_values_read_like_words() {
    assertThat(Values.of(true)).isEqualTo("ja");
    assertThat(Values.of("2026-11-26")).isEqualTo("26.11.2026");
    assertThat(Values.of(List.of("a", Map.of("name", "Kozani")))).isEqualTo("a, Kozani");
    assertThat(Values.of(12_345L, "costsCents")).isEqualTo("123,45\u00a0€");
    assertThat(Values.label("expertStatement")).isNotBlank();
  }

  @Test
  void a_refusal_without_words_still_says_that_nothing_changed() {
    assertThat(Words.refusal(new Rejected("nobody-wrote-this"))).contains("nobody-wrote-this");
    assertThat(Words.refusal(new Rejected("form-invalid", Map.of("label", "$Titel"))))
        .contains("„$Titel“");
  }
}
