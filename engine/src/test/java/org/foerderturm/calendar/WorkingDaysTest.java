package org.foerderturm.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("time")
class WorkingDaysTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01",
        "2026-04-03",
        "2026-04-06",
        "2026-05-01",
        "2026-05-14",
        "2026-05-25",
        "2026-06-04",
        "2025-10-03",
        "2024-11-01",
        "2026-12-25",
        "2025-12-26"
      })
  void feiertagsgesetz_nw_2_names_eleven_holidays_that_are_no_working_days(LocalDate holiday) {
    assertThat(WorkingDays.isOne(holiday)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-06", "2026-08-15", "2026-10-30", "2026-11-18", "2026-12-24"})
  void holidays_of_other_states_are_working_days_in_nrw_unless_a_weekend(LocalDate day) {
    assertThat(WorkingDays.isOne(day)).isEqualTo(day.getDayOfWeek().getValue() < 6);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/cases/17-holidays/days.csv", delimiter = ';', numLinesToSkip = 1)
  void days_that_are_free_or_not_in_the_land(LocalDate day, String free, String why) {
    boolean weekend = day.getDayOfWeek().getValue() > 5;
    assertThat(WorkingDays.isOne(day)).as(why).isEqualTo(free.equals("no") && !weekend);
  }

  @ParameterizedTest
  @CsvSource({
    "2000-04-23",
    "2011-04-24",
    "2019-04-21",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2038-04-25"
  })
  void easter_is_where_the_tables_say(LocalDate sunday) {
    assertThat(WorkingDays.easter(sunday.getYear())).isEqualTo(sunday);
  }

  @Test
  void fourteen_seven_and_two_working_days_before_the_eu_bid_of_5_may_2015() {
    var deadline = LocalDate.of(2015, 5, 5); // 1 May is a holiday
    assertThat(WorkingDays.before(deadline, 2)).isEqualTo(LocalDate.of(2015, 4, 30));
    assertThat(WorkingDays.before(deadline, 7)).isEqualTo(LocalDate.of(2015, 4, 23));
    assertThat(WorkingDays.before(deadline, 14)).isEqualTo(LocalDate.of(2015, 4, 14));
  }

  @Test
  void bgb_193_a_period_that_ends_on_a_free_day_ends_on_the_next_working_day() {
    assertThat(WorkingDays.onOrAfter(LocalDate.of(2026, 4, 3))).isEqualTo(LocalDate.of(2026, 4, 7));
    assertThat(WorkingDays.onOrAfter(LocalDate.of(2026, 4, 2))).isEqualTo(LocalDate.of(2026, 4, 2));
  }

  @Property
  void so_many_days_before_are_so_many_days_between(
      @ForAll @IntRange(max = 20_000) int day, @ForAll @IntRange(min = 1, max = 60) int count) {
    var to = WorkingDays.onOrAfter(LocalDate.of(2010, 1, 1).plusDays(day));
    var from = WorkingDays.before(to, count);
    assertThat(WorkingDays.isOne(from)).isTrue();
    assertThat(WorkingDays.between(from, to)).isEqualTo(count);
  }

  @Test
  void numbers_of_days_differ_by_the_working_days_between() {
    var day = LocalDate.of(2024, 12, 20);
    for (var to = day; to.isBefore(LocalDate.of(2027, 1, 10)); to = to.plusDays(3))
      assertThat(WorkingDays.number(to) - WorkingDays.number(day))
          .as(to.toString())
          .isEqualTo(WorkingDays.between(day, to));
    assertThat(WorkingDays.number(LocalDate.of(2000, 1, 3))).isEqualTo(1);
    assertThatThrownBy(() -> WorkingDays.number(LocalDate.of(1999, 12, 31)))
        .hasMessageContaining("2000");
  }
}
