package org.foerderturm.enterprise;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.foerderturm.kernel.Decisions;
import org.jspecify.annotations.Nullable;

/**
 * De-minimis aid that a single undertaking had in one member state (Regulation (EU) 2023/2831). The
 * years roll by the day: on 1 March 2027 what was granted on 1 March 2024 counts no more.
 */
public record DeMinimis(List<Aid> aids) {
  /** One aid, on the day on which the right to it was given. */
  public record Aid(LocalDate grantedOn, long cents) {
    public Aid {
      if (cents < 0) throw new IllegalArgumentException("aid is negative: " + cents);
    }
  }

  /**
   * What the table de-minimis says for a day.
   *
   * @param version of the table
   */
  public record Ceiling(long cents, int years, String source, int version) {
    static Ceiling of(Decisions tables, LocalDate day) {
      var said = tables.decide("de-minimis", Map.of("day", day.toString()));
      return new Ceiling(
          said.number("ceilingCents"),
          Math.toIntExact(said.number("years")),
          said.text("source"),
          said.version());
    }
  }

  /**
   * A period that would hold too much.
   *
   * @param lastDay of the period
   * @param sumCents without the aid in question
   */
  record Excess(LocalDate lastDay, long sumCents, Ceiling ceiling, long excessCents) {}

  public DeMinimis {
    aids = List.copyOf(aids);
  }

  /** What was given in the years that end with the day. */
  public long sumTo(LocalDate day, int years) {
    return aids.stream()
        .filter(aid -> counts(aid, day, years))
        .mapToLong(Aid::cents)
        .reduce(0, Math::addExact);
  }

  static boolean counts(Aid aid, LocalDate day, int years) {
    return !aid.grantedOn.isAfter(day) && aid.grantedOn.isAfter(day.minusYears(years));
  }

  /** The first day on which an aid counts no more; of 29 February it is 1 March. */
  static LocalDate freeOn(LocalDate grantedOn, int years) {
    var day = grantedOn.plusYears(years);
    return grantedOn.isAfter(day.minusYears(years)) ? day.plusDays(1) : day;
  }

  /**
   * The first period that one more aid would fill beyond its ceiling; null if it fits. Periods that
   * end with a later aid are looked at, too: an aid may come up late.
   */
  @Nullable Excess beyond(Aid more, Function<LocalDate, Ceiling> ceilings) {
    var days =
        Stream.concat(
                Stream.of(more.grantedOn),
                aids.stream().map(Aid::grantedOn).filter(more.grantedOn::isBefore).sorted())
            .distinct()
            .toList();
    for (var day : days) {
      var ceiling = ceilings.apply(day);
      if (!counts(more, day, ceiling.years)) continue;
      long sum = sumTo(day, ceiling.years);
      long excess = Math.addExact(sum, more.cents) - ceiling.cents;
      if (excess > 0) return new Excess(day, sum, ceiling, excess);
    }
    return null;
  }
}
