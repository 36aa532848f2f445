package org.foerderturm.process;

import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.foerderturm.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * When tasks are due: a period that would end on a free day ends on the next working day (§ 193
 * BGB, § 31 Abs. 3 VwVfG); a moment that the model or the case names stays as it is. Timers keep
 * their own calendars: what the engine does by itself needs no working day.
 */
final class WorkingDayCalendar extends DueDateBusinessCalendar {
  /** The engine's calendars, with this one for tasks. */
  static MapBusinessCalendarManager calendars() {
    var calendars = new MapBusinessCalendarManager();
    calendars.addBusinessCalendar(DurationBusinessCalendar.NAME, new DurationBusinessCalendar());
    calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new CycleBusinessCalendar());
    calendars.addBusinessCalendar(NAME, new WorkingDayCalendar());
    return calendars;
  }

  @Override
  public @Nullable Date resolveDuedate(@Nullable String due, @Nullable Date start) {
    Date date = super.resolveDuedate(due, start);
    if (date == null || due == null || !due.strip().startsWith("P")) return date;
    var end = date.toInstant().atZone(WorkingDays.OFFICE);
    return Date.from(end.with(WorkingDays.onOrAfter(end.toLocalDate())).toInstant());
  }
}
