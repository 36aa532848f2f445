package org.foerderturm.log;

import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Happened;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** Refuses what a command says has happened and lies ahead. */
final class HappenedDays {
  private static final ClassValue<List<Method>> DAYS =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
          var days =
              Arrays.stream(type.getDeclaredMethods())
                  .filter(each -> each.isAnnotationPresent(Happened.class))
                  .toList();
          days.forEach(each -> each.setAccessible(true));
          return days;
        }
      };

  private HappenedDays() {}

  /**
   * @throws Rejected if a day that is marked as {@link Happened} comes after the given instant's
   */
  static void check(Command command, Instant now) {
    var clock = now.atZone(WorkingDays.OFFICE).toLocalDateTime();
    for (var each : DAYS.get(command.getClass())) {
      var stated = value(each, command);
      if ((stated instanceof LocalDate day && day.isAfter(clock.toLocalDate()))
          || (stated instanceof LocalDateTime hour && hour.isAfter(clock)))
        throw new Rejected("time-in-future", Map.of("stated", stated.toString()));
    }
  }

  private static @Nullable Object value(Method day, Command command) {
    try {
      return day.invoke(command);
    } catch (ReflectiveOperationException unreadable) {
      throw new IllegalStateException(day + " can't be read", unreadable);
    }
  }
}
