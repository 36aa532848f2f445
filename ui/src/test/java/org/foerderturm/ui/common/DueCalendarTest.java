package org.foerderturm.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.foerderturm.ui.common.DueCalendar.Due;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The file is read back by the parser of the library that calendars use too. */
@Tag("time")
class DueCalendarTest {
  private static final Due PROOF =
      new Due("a1-interim-proof-1", LocalDate.of(2027, 4, 30), "Zwischennachweis", "");
  private static final Due END =
      new Due("a1-proof-of-use-1", LocalDate.of(2028, 6, 30), "Verwendungsnachweis", "gilt, so");

  @Test
  void each_deadline_is_a_day_that_keeps_nobody_busy() throws Exception {
    var entries = entries(List.of(PROOF, END));
    assertThat(entries).hasSize(2);
    var first = entries.getFirst();
    assertThat(said(first, Property.DTSTART)).isEqualTo("20270430");
    assertThat(first.getRequiredProperty(Property.DTSTART).toString()).contains("VALUE=DATE");
    assertThat(said(first, Property.SUMMARY)).isEqualTo("Zwischennachweis: Licht; Luft, Lärm");
    assertThat(said(first, Property.TRANSP)).isEqualTo("TRANSPARENT");
    assertThat(said(first, Property.UID)).isEqualTo("a1-interim-proof-1@foerderturm");
    assertThat(first.getProperty(Property.DESCRIPTION)).isEmpty();
    assertThat(said(entries.getLast(), Property.DESCRIPTION)).isEqualTo("gilt, so");
  }

  @Test
  void what_was_put_off_keeps_its_entry() throws Exception {
    var moved = new Due(PROOF.uid(), PROOF.on().plusMonths(1), PROOF.what(), "");
    var entry = entries(List.of(moved)).getFirst();
    assertThat(said(entry, Property.UID)).isEqualTo("a1-interim-proof-1@foerderturm");
    assertThat(said(entry, Property.DTSTART)).isEqualTo("20270530");
  }

  private static List<VEvent> entries(List<Due> dues) throws Exception {
    var file = DueCalendar.file("Licht; Luft, Lärm", dues);
    var calendar = new CalendarBuilder().build(new ByteArrayInputStream(file));
    assertThat(calendar.validate().getEntries()).isEmpty();
    return calendar.getComponents("VEVENT");
  }

  private static String said(VEvent entry, String property) {
    return entry.getRequiredProperty(property).getValue();
  }
}
