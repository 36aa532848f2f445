package org.foerderturm.funding;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foerderturm.kernel.Rejected;

/**
 * Moves costs from one row to another, with what pays for them: grant and third-party money in the
 * proportion of the row that gives, the own share for the rest. No sum of the partner changes.
 */
final class Reallocation {
  private Reallocation() {}

  static List<BudgetLine> of(List<BudgetLine> lines, CostRow from, CostRow to, long cents) {
    if (from == to) throw new Rejected("same-cost-row", Map.of("row", from.code()));
    if (cents <= 0) throw new Rejected("amount-not-positive");
    var giving =
        lines.stream()
            .filter(line -> line.row() == from)
            .findFirst()
            .orElseThrow(() -> new Rejected("cost-row-unknown", Map.of("row", from.code())));
    if (cents > giving.costsCents())
      throw new Rejected(
          "cost-row-too-small", Map.of("row", from.code(), "leftCents", giving.costsCents()));
    long grant = share(giving.grantCents(), cents, giving.costsCents());
    long third = share(giving.thirdPartyCents(), cents, giving.costsCents());
    // no more public money stays in a row than others pay there
    long open =
        Math.max(
            share(giving.publicCents(), cents, giving.costsCents()),
            giving.publicCents() - (giving.thirdPartyCents() - third));
    // what rounding leaves is paid by the partner as far as it pays at all, else by the grant
    long own = Math.min(giving.ownCents(), cents - grant - third);
    grant = cents - third - own;
    var moved = new ArrayList<BudgetLine>();
    boolean known = false;
    for (var line : lines)
      if (line.row() == from) {
        if (line.costsCents() > cents) moved.add(plus(line, -cents, -grant, -own, -third, -open));
      } else if (line.row() == to) {
        known = true;
        moved.add(plus(line, cents, grant, own, third, open));
      } else moved.add(line);
    if (!known) moved.add(new BudgetLine(to, cents, grant, own, third, open));
    return moved;
  }

  private static BudgetLine plus(
      BudgetLine line, long costs, long grant, long own, long third, long open) {
    return new BudgetLine(
        line.row(),
        line.costsCents() + costs,
        line.grantCents() + grant,
        line.ownCents() + own,
        line.thirdPartyCents() + third,
        line.publicCents() + open);
  }

  /** The part's share of the amount, rounded down. */
  private static long share(long part, long amount, long whole) {
    return BigInteger.valueOf(part)
        .multiply(BigInteger.valueOf(amount))
        .divide(BigInteger.valueOf(whole))
        .longValueExact();
  }
}
