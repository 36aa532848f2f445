package org.foerderturm.funding;

import java.util.Map;
import org.foerderturm.kernel.Rejected;

/**
 * One cost row of a partner and what pays for it, in euro cents.
 *
 * @param grantCents requested from the funder
 * @param ownCents the partner's own share
 * @param thirdPartyCents money of others
 */
public record BudgetLine(
    CostRow row, long costsCents, long grantCents, long ownCents, long thirdPartyCents) {
  public BudgetLine {
    if (costsCents < 0 || grantCents < 0 || ownCents < 0 || thirdPartyCents < 0)
      throw new Rejected("amount-negative", Map.of("row", row.code()));
  }

  public long financingCents() {
    return Math.addExact(Math.addExact(grantCents, ownCents), thirdPartyCents);
  }

  /** Costs that nobody pays; negative if more is paid than it costs. */
  public long gapCents() {
    return Math.subtractExact(costsCents, financingCents());
  }
}
