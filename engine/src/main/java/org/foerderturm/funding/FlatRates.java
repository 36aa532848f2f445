package org.foerderturm.funding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Rejected;

/** Costs that are a percentage of other costs of the same partner, by the table flat-rates. */
final class FlatRates {
  private static final String TABLE = "flat-rates";

  private FlatRates() {}

  /**
   * Refuses a row that is measured by a flat rate and comes to another sum.
   *
   * @param day of the deadline
   * @throws Rejected {@code flat-rate-off} with the sum that is right, rounded half up to the cent
   */
  static void mustHold(String partner, List<BudgetLine> lines, LocalDate day, Decisions tables) {
    for (var line : lines)
      for (var rate : tables.all(TABLE, Map.of("day", day.toString(), "row", line.row().code()))) {
        var base = Set.of(rate.text("base").split(","));
        long sum =
            lines.stream()
                .filter(each -> base.contains(each.row().code()))
                .mapToLong(BudgetLine::costsCents)
                .reduce(0, Math::addExact);
        long right =
            BigDecimal.valueOf(sum)
                .multiply(BigDecimal.valueOf(rate.number("percent")))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                .longValueExact();
        if (line.costsCents() != right)
          throw new Rejected(
              "flat-rate-off",
              Map.of(
                  "partner", partner,
                  "row", line.row().code(),
                  "percent", rate.number("percent"),
                  "rightCents", right,
                  "source", rate.text("source")));
      }
  }
}
