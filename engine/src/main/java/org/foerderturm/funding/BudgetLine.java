package org.foerderturm.funding;

import java.util.Map;
import org.foerderturm.kernel.Rejected;

/**
 * One cost row of a partner and what pays for it, in euro cents.
 *
 * @param grantCents requested from the funder
 * @param ownCents the partner's own share
 * @param thirdPartyCents money of others
 * @param publicCents how much of it comes from public bodies: it counts with the aid (Regulation
 *     (EU) 651/2014, Art. 8)
 */
public record BudgetLine(
    CostRow row,
    long costsCents,
    long grantCents,
    long ownCents,
    long thirdPartyCents,
    long publicCents) {
  /** A billion euros: more is a slip of the finger, and sums must not overflow. */
  private static final long MOST_CENTS = 100_000_000_000L;

  /** One that nobody public pays beside the grant. */
  public BudgetLine(
      CostRow row, long costsCents, long grantCents, long ownCents, long thirdPartyCents) {
    this(row, costsCents, grantCents, ownCents, thirdPartyCents, 0);
  }

  public BudgetLine {
    if (costsCents < 0 || grantCents < 0 || ownCents < 0 || thirdPartyCents < 0 || publicCents < 0)
      throw new Rejected("amount-negative", Map.of("row", row.code()));
    if (Math.max(Math.max(costsCents, grantCents), Math.max(ownCents, thirdPartyCents))
        > MOST_CENTS)
      throw new Rejected("amount-too-large", Map.of("row", row.code(), "mostCents", MOST_CENTS));
    if (publicCents > thirdPartyCents)
      throw new Rejected(
          "public-above-third-party",
          Map.of("row", row.code(), "thirdPartyCents", thirdPartyCents));
  }

  public long financingCents() {
    return Math.addExact(Math.addExact(grantCents, ownCents), thirdPartyCents);
  }

  /** Costs that nobody pays; negative if more is paid than it costs. */
  public long gapCents() {
    return Math.subtractExact(costsCents, financingCents());
  }
}
