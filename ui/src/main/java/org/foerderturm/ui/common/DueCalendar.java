package org.foerderturm.ui.common;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Anchor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;

/**
 * Deadlines to take into one's own calendar, as iCalendar (RFC 5545): whole days that keep nobody
 * busy. What is done is left out; a later file moves what was put off.
 */
public final class DueCalendar {
  private DueCalendar() {}

  /**
   * @param uid the same for ever, so that a newer file moves the entry
   * @param on the last day
   * @param words what else one must know; may be empty
   */
  public record Due(String uid, LocalDate on, String what, String words) {}

  /**
   * The way to the file, for beside the deadlines.
   *
   * @param about whose deadlines they are
   * @param dues asked anew at the click: the page may be older than the last change
   */
  public static Anchor link(String about, Supplier<List<Due>> dues) {
    var link =
        Downloads.link(
            t("deadlines.calendar"),
            Downloads.name("ics", about),
            CalendarEntry.MEDIA_TYPE,
            () -> {
              var now = dues.get();
              return now.isEmpty() ? null : file(about, now);
            });
    link.addClassName("ft-to");
    return link;
  }

  static byte[] file(String about, List<Due> dues) {
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return CalendarEntry.file(
        dues.stream().map(due -> day(due.what() + ": " + about, due, now)).toList());
  }

  /** Deadlines of many things in one file; each says itself what it is about. */
  public static byte[] file(List<Due> dues) {
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return CalendarEntry.file(dues.stream().map(due -> day(due.what(), due, now)).toList());
  }

  private static VEvent day(String summary, Due due, Instant now) {
    var day = new VEvent(due.on(), summary);
    day.replace(new DtStamp(now));
    day.add(new Uid(due.uid() + "@foerderturm"));
    day.add(ImmutableTransp.TRANSPARENT);
    if (!due.words().isBlank()) day.add(new Description(due.words()));
    return day;
  }
}
