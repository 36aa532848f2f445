package org.foerderturm.ui.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingQuery.ItemRow;
import org.foerderturm.committee.MeetingQuery.MeetingDetails;
import org.foerderturm.committee.MeetingQuery.MeetingRow;
import org.foerderturm.committee.MeetingQuery.Minutes;
import org.foerderturm.committee.MeetingQuery.MoveRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The file is read back by the parser of the library that calendars use too. */
class MeetingEntryTest {
  private static final Instant FIRST = Instant.parse("2026-12-10T15:00:00Z");
  private static final Instant LATER = Instant.parse("2026-12-17T16:30:00Z");

  @Test
  void a_planned_meeting_is_tentative_and_an_invited_one_confirmed() throws Exception {
    var planned = entry("planned", List.of(), null);
    assertThat(said(planned, Property.STATUS)).isEqualTo("TENTATIVE");
    assertThat(said(planned, Property.DTSTART)).isEqualTo("20261210T150000Z");
    assertThat(said(planned, Property.SUMMARY)).isEqualTo("Rat, 10.12.2026");
    assertThat(said(planned, Property.LOCATION)).isEqualTo("Rathaus; Saal 1, \"Hanse\"");
    assertThat(said(planned, Property.SEQUENCE)).isEqualTo("0");
    assertThat(said(entry("invited", List.of(), null), Property.STATUS)).isEqualTo("CONFIRMED");
  }

  @Test
  void a_moved_meeting_replaces_its_entry() throws Exception {
    var before = entry("invited", List.of(), null);
    var after = entry("planned", List.of(moved()), null);
    assertThat(said(after, Property.UID)).isEqualTo(said(before, Property.UID));
    assertThat(said(after, Property.SEQUENCE)).isEqualTo("1");
    assertThat(said(after, Property.DTSTART)).isEqualTo("20261217T163000Z");
    assertThat(said(after, Property.DESCRIPTION)).contains("Vorsitz erkrankt");
  }

  @Test
  void a_cancelled_meeting_is_cancelled_in_the_calendar_too() throws Exception {
    var cancelled = entry("cancelled", List.of(moved()), "Sturm");
    assertThat(said(cancelled, Property.STATUS)).isEqualTo("CANCELLED");
    assertThat(said(cancelled, Property.SEQUENCE)).isEqualTo("2");
    assertThat(said(cancelled, Property.DESCRIPTION)).contains("Sturm");
  }

  @Test
  void nothing_of_the_closed_part_reaches_a_calendar() throws Exception {
    var text = new String(MeetingEntry.of(meeting("invited", List.of(), null)), "UTF-8");
    assertThat(text.replace("\r\n ", ""))
        .contains("Offene Daten")
        .contains("Nichtöffentlicher Teil: 1")
        .doesNotContain("Betreiber")
        .doesNotContain("Geschäftsgeheimnis")
        .doesNotContain("streng vertraulich");
  }

  private static MoveRow moved() {
    return new MoveRow(FIRST, "Rathaus", true, LATER, "Rathaus", "Vorsitz erkrankt", FIRST);
  }

  private static VEvent entry(String phase, List<MoveRow> moves, @Nullable String cancelled)
      throws Exception {
    var file = MeetingEntry.of(meeting(phase, moves, cancelled));
    var calendar = new CalendarBuilder().build(new ByteArrayInputStream(file));
    assertThat(calendar.validate().getEntries()).isEmpty();
    return calendar.<VEvent>getComponents("VEVENT").getFirst();
  }

  private static String said(VEvent entry, String property) {
    return entry.getRequiredProperty(property).getValue();
  }

  private static MeetingDetails meeting(
      String phase, List<MoveRow> moves, @Nullable String cancelled) {
    var row =
        new MeetingRow(
            "s1",
            "rat",
            "Rat",
            "Rat, 10.12.2026",
            moves.isEmpty() ? FIRST : moves.getLast().startsAt(),
            "Rathaus; Saal 1, \"Hanse\"",
            phase,
            2,
            FIRST,
            null,
            null,
            null);
    return new MeetingDetails(
        row,
        "anna",
        "ben",
        List.of("anna", "ben"),
        3,
        2,
        1,
        "GO NRW § 49",
        null,
        cancelled,
        moves,
        null,
        null,
        List.of(),
        false,
        4700,
        new Minutes(null, null, null, null, null),
        new ArrayList<>(
            List.of(
                item(1, "Offene Daten", null),
                item(2, "Vertrag mit Betreiber", "Geschäftsgeheimnis"))),
        List.of(),
        false);
  }

  private static ItemRow item(int number, String title, @Nullable String closedReason) {
    return new ItemRow(
        number,
        "i" + number,
        AgendaKind.RESOLUTION,
        "s" + number,
        title,
        closedReason == null ? "Text" : "streng vertraulich",
        null,
        closedReason != null,
        closedReason,
        false,
        "ahead",
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        0,
        0,
        0,
        0,
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        null,
        null);
  }
}
