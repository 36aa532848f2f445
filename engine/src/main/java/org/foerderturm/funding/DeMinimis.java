package org.foerderturm.funding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * De-minimis aid that a single undertaking had in one member state (Regulation (EU) 2023/2831): at
 * most 300,000 euros in any period of three years.
 */
public record DeMinimis(List<Aid> aids) {
  /** Art. 3 (2), in force since 01.01.2024. */
  public static final long CEILING_CENTS = 30_000_000L;

  /** One aid, on the day on which the right to it was given. */
  public record Aid(LocalDate grantedOn, long cents) {
    public Aid {
      if (cents < 0) throw new IllegalArgumentException("aid is negative: " + cents);
    }
  }

  public DeMinimis {
    aids = List.copyOf(aids);
  }

  /** What was given in the three years that end with the day. */
  public long inThreeYearsTo(LocalDate day) {
    return aids.stream()
        .filter(aid -> !aid.grantedOn.isAfter(day) && aid.grantedOn.isAfter(day.minusYears(3)))
        .mapToLong(Aid::cents)
        .reduce(0, Math::addExact);
  }

  /** Whether no period of three years would hold too much, later ones included. */
  public boolean allows(Aid more) {
    var all = new ArrayList<>(aids);
    all.add(more);
    var with = new DeMinimis(all);
    return all.stream().allMatch(aid -> with.inThreeYearsTo(aid.grantedOn) <= CEILING_CENTS);
  }
}
