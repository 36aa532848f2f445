package org.foerderturm.ui.common;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * An appointment to take into one's own calendar, as iCalendar (RFC 5545). Times stand in UTC, so
 * that every calendar shows them in its own zone.
 *
 * @param uid the same for ever, so that a newer file replaces the entry
 * @param sequence grows with each change that people must know of
 * @param lasts how long the time is kept free
 */
public record CalendarEntry(
    String uid,
    int sequence,
    Instant startsAt,
    Duration lasts,
    String summary,
    String place,
    String words,
    State state) {
  public static final String MEDIA_TYPE = "text/calendar;charset=utf-8";

  /** Whether it is to take place. */
  public enum State {
    TENTATIVE,
    CONFIRMED,
    CANCELLED
  }

  /** The whole file, with this entry alone. */
  public byte[] file() {
    var start = startsAt.truncatedTo(ChronoUnit.SECONDS);
    var event = new VEvent(start, start.plus(lasts), summary);
    event.replace(new DtStamp(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    event.add(new Uid(uid + "@foerderturm"));
    event.add(new Sequence(sequence));
    event.add(
        switch (state) {
          case TENTATIVE -> ImmutableStatus.VEVENT_TENTATIVE;
          case CONFIRMED -> ImmutableStatus.VEVENT_CONFIRMED;
          case CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
        });
    event.add(new Location(place));
    if (!words.isBlank()) event.add(new Description(words));
    return file(List.of(event));
  }

  static byte[] file(List<VEvent> events) {
    var calendar = new Calendar();
    calendar.add(new ProdId("-//Foerderturm//DE"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    events.forEach(calendar::add);
    var file = new ByteArrayOutputStream();
    try {
      new CalendarOutputter().output(calendar, file);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return file.toByteArray();
  }
}
