package org.foerderturm.typed;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import org.foerderturm.typed.Typed.Reason;
import org.foerderturm.typed.Typed.Unreadable;
import org.foerderturm.typed.Typed.Value;

/**
 * Reads a day with its time in one line: {@code 25.11.2026, 14:30}, {@code 25.11. 9 Uhr}, {@code 25
 * Nov 2026 2:30 pm}. A day without a time is no moment.
 *
 * @param zone whose clocks leave out an hour in spring
 */
public record Moments(Days days, ZoneId zone) {

  /** Never throws; what is not certain is {@link Unreadable}. */
  public Typed<LocalDateTime> read(String text) {
    if (text.isBlank()) return Typed.empty();
    if (text.length() > Line.LONGEST) return Typed.unreadable(Reason.DAY);
    var line = Line.plain(text).replaceFirst("(?<=\\d)T(?=\\d)", " ");
    if (line.isEmpty()) return Typed.empty();
    // half of it is half of it, however it could be cut
    if (!(days.read(line) instanceof Unreadable<LocalDate>(var reason, var readings))
        || !(Times.read(line) instanceof Unreadable<LocalTime>))
      return Typed.unreadable(Reason.NOT_ALONE);
    if (!readings.isEmpty()) return Typed.unreadable(Reason.NOT_ALONE);
    var moments = new LinkedHashSet<Typed<LocalDateTime>>();
    Reason why = reason;
    for (int blank = line.indexOf(' '); blank >= 0; blank = line.indexOf(' ', blank + 1)) {
      var day = days.read(line.substring(0, blank).replaceFirst(",$| um$| at$", ""));
      var time = Times.read(line.substring(blank + 1));
      if (time instanceof Value<LocalTime>) {
        var moment = Times.moment(day, time, zone);
        if (moment instanceof Value<LocalDateTime> || day instanceof Value<LocalDate>)
          moments.add(moment);
        else if (day instanceof Unreadable<LocalDate>(var no, var each) && no != Reason.DAY)
          moments.add(moment);
      } else if (day instanceof Value<LocalDate>) why = Reason.TIME;
    }
    return moments.size() == 1 ? moments.getFirst() : Typed.unreadable(why);
  }
}
