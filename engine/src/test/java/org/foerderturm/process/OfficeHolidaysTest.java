package org.foerderturm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foerderturm.calendar.Holiday;
import org.foerderturm.calendar.WorkingDays;
import org.junit.jupiter.api.Test;

/** The table of holidays as it is shipped, and rows that name no day. */
class OfficeHolidaysTest {
  private static final Path SHIPPED =
      Path.of("../processes/src/main/resources/processes/body-meeting/holidays.dmn");

  /** The list in Java is for whoever reckons without an office; it must be the same. */
  @Test
  void the_shipped_table_and_the_list_in_the_program_free_the_same_days() throws IOException {
    var before = free();
    try {
      WorkingDays.follow(read(Files.readString(SHIPPED)));
      assertThat(free()).isEqualTo(before);
      assertThat(before).contains(LocalDate.of(2017, 10, 31), LocalDate.of(2026, 6, 4));
    } finally {
      WorkingDays.follow(read(Files.readString(SHIPPED)));
    }
  }

  @Test
  void a_row_that_names_no_day_frees_nobody() throws IOException {
    var text =
        Files.readString(SHIPPED)
            .replaceFirst("<text>12</text>", "<text>13</text>")
            .replaceFirst("<text>60</text>", "<text>6000</text>");
    assertThat(read(text)).hasSize(10).extracting(Holiday::month).doesNotContain(13);
  }

  private static List<Holiday> read(String text) {
    return OfficeHolidays.read(
        RuleFile.of("holidays", text).told("holidays", 1, "holidays:1:x", Map.of()));
  }

  private static List<LocalDate> free() {
    return LocalDate.of(2000, 1, 1)
        .datesUntil(LocalDate.of(2061, 1, 1))
        .filter(day -> !WorkingDays.isOne(day))
        .toList();
  }
}
