package org.foerderturm.funding;

/**
 * The highest share of the costs that may be aid. Which percentage holds for whom is a decision
 * table (aid-intensity, GBER Art. 25); this is its arithmetic.
 */
public record AidIntensity(int percent) {
  public AidIntensity {
    if (percent < 0 || percent > 100)
      throw new IllegalArgumentException("no percentage: " + percent);
  }

  /** The most that may be granted, in whole cents, rounded down: one cent more is too much. */
  public long mostCents(long costsCents) {
    if (costsCents < 0) throw new IllegalArgumentException("costs are negative: " + costsCents);
    return costsCents / 100 * percent + costsCents % 100 * percent / 100;
  }
}
