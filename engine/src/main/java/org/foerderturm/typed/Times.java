package org.foerderturm.typed;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.foerderturm.typed.Typed.Empty;
import org.foerderturm.typed.Typed.Reason;
import org.foerderturm.typed.Typed.Unreadable;
import org.foerderturm.typed.Typed.Value;

/**
 * Reads times of day ({@code 14:30}, {@code 14.30 Uhr}, {@code 1430}, {@code 9 Uhr}, {@code 2:30
 * pm}) and puts them together with their day.
 */
public final class Times {
  private static final Pattern TIME =
      Pattern.compile(
          "(?<h>\\d{1,2})(?:[:.](?<m>\\d{2})(?::00)?)?(?: ?(?<uhr>uhr|h)| ?(?<half>[ap])\\.?m\\.?)?");
  private static final Pattern DIGITS = Pattern.compile("(?<h>\\d{2})(?<m>\\d{2})");

  private Times() {}

  /** Never throws; {@code 25:70} is {@link Unreadable}. */
  public static Typed<LocalTime> read(String text) {
    if (text.isBlank()) return Typed.empty();
    if (text.length() > Line.LONGEST) return Typed.unreadable(Reason.TIME);
    var line = Line.plain(text).toLowerCase(Locale.ROOT);
    if (line.isEmpty()) return Typed.empty();
    var digits = DIGITS.matcher(line);
    if (digits.matches()) return time(number(digits.group("h")), number(digits.group("m")));
    var found = TIME.matcher(line);
    if (!found.matches()) return Typed.unreadable(Reason.TIME);
    int hour = number(found.group("h"));
    if (found.group("half") != null) {
      if (hour < 1 || hour > 12) return Typed.unreadable(Reason.TIME);
      hour = hour % 12 + (found.group("half").equals("p") ? 12 : 0);
    }
    return time(hour, found.group("m") == null ? 0 : number(found.group("m")));
  }

  /**
   * A moment of a day in the office. One that is passed twice, when the clocks go back, is the
   * earlier.
   *
   * @param zone whose clocks leave out an hour in spring
   */
  public static Typed<LocalDateTime> moment(
      Typed<LocalDate> day, Typed<LocalTime> time, ZoneId zone) {
    if (day instanceof Unreadable<LocalDate>(var reason, var readings))
      return new Unreadable<>(
          reason, readings.stream().map(each -> each.atTime(hour(time))).toList());
    if (time instanceof Unreadable<LocalTime>(var reason, var readings))
      return new Unreadable<>(reason, List.of());
    if (day instanceof Value<LocalDate>(var d) && time instanceof Value<LocalTime>(var t))
      return exists(d.atTime(t), zone)
          ? Typed.value(d.atTime(t))
          : new Unreadable<>(Reason.LEFT_OUT, List.of(d.atTime(t).atZone(zone).toLocalDateTime()));
    return day instanceof Empty<LocalDate> && time instanceof Empty<LocalTime>
        ? Typed.empty()
        : Typed.unreadable(Reason.NOT_ALONE);
  }

  /** Whether the zone's clocks ever show it. */
  public static boolean exists(LocalDateTime moment, ZoneId zone) {
    return !zone.getRules().getValidOffsets(moment).isEmpty();
  }

  private static LocalTime hour(Typed<LocalTime> time) {
    return time instanceof Value<LocalTime>(var given) ? given : LocalTime.MIDNIGHT;
  }

  private static Typed<LocalTime> time(int hour, int minute) {
    return hour > 23 || minute > 59
        ? Typed.unreadable(Reason.TIME)
        : Typed.value(LocalTime.of(hour, minute));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
