package org.foerderturm.ui.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.foerderturm.report.ReportQuery.DeadlineRow;
import org.foerderturm.report.ReportQuery.MyDeadline;
import org.foerderturm.ui.common.DueCalendar;
import org.foerderturm.ui.common.DueCalendar.Due;
import org.foerderturm.ui.common.Messages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("time")
class CalendarFeedTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  private static final List<MyDeadline> ROWS =
      List.of(
          mine("t1", "task", "Eignung prüfen", "Check eligibility", "Leuchtturm"),
          mine("a1", "spend-by", "Licht", null, null),
          mine("p1#m2", "milestone", "Betrieb", null, "Licht"));

  private static MyDeadline mine(
      String id,
      String kind,
      String title,
      @org.jspecify.annotations.Nullable String english,
      @org.jspecify.annotations.Nullable String about) {
    return new MyDeadline(
        new DeadlineRow(id, kind, DAY, title, english, about, null, null, 1, null), null);
  }

  @Test
  void entries_say_what_is_due_in_the_language_of_the_address_and_keep_their_place() {
    assertThat(CalendarFeed.entries(ROWS, Messages.GERMAN))
        .extracting(Due::uid, Due::what, Due::words)
        .containsExactly(
            tuple("t1-task", "Aufgabe: Eignung prüfen", "Leuchtturm"),
            tuple("a1-spend-by-2026-11-26", "Abgerufenes Geld ausgeben: Licht", ""),
            tuple("p1-m2-milestone", "Meilenstein: Betrieb", "Licht"));
    assertThat(CalendarFeed.entries(ROWS, Messages.ENGLISH).getFirst().what())
        .endsWith(": Check eligibility");
  }

  @Test
  void a_calendar_program_reads_the_file() throws Exception {
    var file = DueCalendar.file(CalendarFeed.entries(ROWS, Messages.GERMAN));
    var calendar = new CalendarBuilder().build(new ByteArrayInputStream(file));
    assertThat(calendar.validate().getEntries()).isEmpty();
    assertThat(calendar.getComponents("VEVENT")).hasSize(3);
  }
}
