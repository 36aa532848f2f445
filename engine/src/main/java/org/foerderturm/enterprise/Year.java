package org.foerderturm.enterprise;

import org.foerderturm.kernel.Rejected;

/**
 * Figures of one closed year. Money in euro cents.
 *
 * @param staff annual work units
 * @throws Rejected if a figure is negative
 */
public record Year(int staff, long turnoverCents, long balanceCents) {
  private static final int MOST_STAFF = 10_000_000;
  private static final long MOST_CENTS = 100_000_000_000_000L; // a thousand billion euros

  public Year {
    if (staff < 0 || turnoverCents < 0 || balanceCents < 0)
      throw new Rejected("year-figures-negative");
  }

  /** Refuses figures that no enterprise has: somebody slipped. */
  Year plausible() {
    if (staff > MOST_STAFF || Math.max(turnoverCents, balanceCents) > MOST_CENTS)
      throw new Rejected("year-figures-too-large");
    return this;
  }
}
