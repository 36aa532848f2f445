package org.foerderturm.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.foerderturm.typed.Days;
import org.foerderturm.typed.Typed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("time")
class WrittenDaysTest {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 3);

  @ParameterizedTest
  @CsvSource({
    "de,    03.09.2026, Donnerstag, Do,  MESZ",
    "de-DE, 03.09.2026, Donnerstag, Do,  MESZ",
    "en,    3 Sep 2026, Thursday,   Thu, CEST",
    "en-GB, 3 Sep 2026, Thursday,   Thu, CEST"
  })
  void a_day_is_written_in_one_way_whatever_stands_beside_it(
      String tag, String written, String weekday, String brief, String zone) {
    var language = Locale.forLanguageTag(tag);
    assertThat(WrittenDays.day(DAY, language)).isEqualTo(written);
    assertThat(WrittenDays.moment(DAY.atTime(9, 5), language)).isEqualTo(written + ", 09:05");
    assertThat(WrittenDays.fullWeekday(DAY, language)).isEqualTo(weekday + ", " + written);
    assertThat(WrittenDays.weekday(DAY, language)).startsWith(brief).endsWith(" " + written);
    var exact =
        ZonedDateTime.of(LocalDateTime.of(DAY, DAY.atTime(9, 5).toLocalTime()), WorkingDays.OFFICE);
    assertThat(WrittenDays.exact(exact, language)).isEqualTo(written + ", 09:05:00 " + zone);
  }

  /** What is written is read as the same day, in each month of each language. */
  @ParameterizedTest
  @CsvSource({"de", "en-GB"})
  void what_is_written_is_read(String tag) {
    for (int month = 1; month <= 12; month++) {
      var day = LocalDate.of(2026, month, 28);
      var language = Locale.forLanguageTag(tag);
      for (var written :
          new String[] {
            WrittenDays.day(day, language),
            WrittenDays.weekday(day, language),
            WrittenDays.fullWeekday(day, language)
          }) assertThat(Days.IN_FULL.read(written)).as(written).isEqualTo(Typed.value(day));
    }
  }
}
