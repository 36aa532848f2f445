package org.foerderturm.process;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * When tasks are due: a period of days ends with a day, whatever the hour of its beginning ({@link
 * org.foerderturm.calendar.Due}); one that would end on a free day ends on the next working day (§
 * 193 BGB, § 31 Abs. 3 VwVfG); a moment that the model or the case names stays as it is. Timers go
 * by {@link OfficeTime} alone: what the engine does by itself needs no working day.
 */
@SuppressWarnings("JavaUtilDate") // the engine's own
final class WorkingDayCalendar extends DueDateBusinessCalendar {
  /** The engine's calendars, by the office's clock. */
  static MapBusinessCalendarManager calendars() {
    var calendars = new MapBusinessCalendarManager();
    calendars.addBusinessCalendar(DurationBusinessCalendar.NAME, new Durations());
    calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new Cycles());
    calendars.addBusinessCalendar(NAME, new WorkingDayCalendar());
    return calendars;
  }

  @Override
  public @Nullable Date resolveDuedate(@Nullable String due, @Nullable Date start) {
    if (due == null) return null;
    var text = due.strip();
    int from = text.indexOf("/P");
    if (from > 0) { // an interval from a day that a variable knows
      var begun = OfficeTime.moment(text.substring(0, from));
      if (begun == null) throw unreadable(text);
      return resolveDuedate(text.substring(from + 1), Date.from(begun));
    }
    if (!text.startsWith("P")) {
      var moment = OfficeTime.moment(text);
      if (moment == null) throw unreadable(text);
      return Date.from(moment);
    }
    var end = after(text, start).atZone(WorkingDays.OFFICE);
    var day = WorkingDays.onOrAfter(end.toLocalDate());
    return Date.from(
        text.indexOf('T') < 0
            ? day.atStartOfDay(WorkingDays.OFFICE).toInstant()
            : end.with(day).toInstant());
  }

  private static Instant after(String text, @Nullable Date start) {
    var span = OfficeTime.span(text);
    if (span == null) throw unreadable(text);
    return span.after(begun(start));
  }

  private static Instant begun(@Nullable Date start) {
    return (start == null ? ClockUtil.getCurrentTime() : start).toInstant();
  }

  /** The values come from variables, which the guard can't see. */
  private static Rejected unreadable(String text) {
    return new Rejected("moment-not-readable", Map.of("value", text));
  }

  private static final class Durations extends DurationBusinessCalendar {
    @Override
    public Date resolveDuedate(String due, @Nullable Date start) {
      return Date.from(after(due.strip(), start));
    }
  }

  /** The engine writes the first beginning into the text, by the clock of the program. */
  private static final class Cycles extends CycleBusinessCalendar {
    private static final Pattern CYCLE =
        Pattern.compile("R(\\d{0,6})/(?:(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)/)?(P[^/]+)");

    @Override
    public @Nullable Date resolveDuedate(String due, @Nullable Date start, long offset) {
      var cycle = CYCLE.matcher(due.strip());
      var span = cycle.matches() ? OfficeTime.span(cycle.group(3)) : null;
      if (span == null) throw unreadable(due);
      var now = begun(start).minusMillis(offset);
      var first =
          cycle.group(2) == null
              ? now
              : LocalDateTime.parse(cycle.group(2)).atZone(ZoneId.systemDefault()).toInstant();
      int times = cycle.group(1).isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(cycle.group(1));
      var next = first;
      for (int i = 1; i <= times && !next.isAfter(now); i++) next = span.after(first, i);
      return next.isBefore(now) ? null : Date.from(next.plusMillis(offset));
    }
  }
}
