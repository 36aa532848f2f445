package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import java.time.Duration;
import java.util.ArrayList;
import org.foerderturm.committee.MeetingQuery.ItemRow;
import org.foerderturm.committee.MeetingQuery.MeetingDetails;
import org.foerderturm.ui.common.CalendarEntry;
import org.foerderturm.ui.common.CalendarEntry.State;
import org.foerderturm.ui.common.Formats;

/**
 * A meeting as an entry for one's own calendar. Calendars are shared and travel to phones, so of
 * the closed part even members are told only how much there is.
 */
final class MeetingEntry {
  /** Nobody fixes when a meeting ends; so long is kept free. */
  private static final Duration USUALLY = Duration.ofHours(2);

  private MeetingEntry() {}

  static byte[] of(MeetingDetails meeting) {
    var row = meeting.row();
    boolean cancelled = row.phase().equals("cancelled");
    return new CalendarEntry(
            row.meetingId(),
            meeting.moves().size() + (cancelled ? 1 : 0),
            row.startsAt(),
            USUALLY,
            row.title(),
            row.place(),
            words(meeting),
            switch (row.phase()) {
              case "planned" -> State.TENTATIVE;
              case "cancelled" -> State.CANCELLED;
              default -> State.CONFIRMED;
            })
        .file();
  }

  private static String words(MeetingDetails meeting) {
    var lines = new ArrayList<String>();
    if (meeting.cancelledReason() != null)
      lines.add(t("meeting.cancelled-because", "reason", meeting.cancelledReason()));
    else if (!meeting.moves().isEmpty())
      lines.add(t("meeting.moved-because", "reason", meeting.moves().getLast().reason()));
    for (var item : meeting.items())
      if (!item.closed() && item.title() != null)
        lines.add(
            t("agenda.number", "number", Formats.number(item.number())) + "  " + item.title());
    long closed = meeting.items().stream().filter(ItemRow::closed).count();
    if (closed > 0) lines.add(t("meeting.closed-part") + ": " + Formats.number(closed));
    return String.join("\n", lines);
  }
}
