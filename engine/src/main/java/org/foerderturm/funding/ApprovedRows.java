package org.foerderturm.funding;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.foerderturm.funding.FundingEvent.PartnerBudgeted;
import org.foerderturm.kernel.Rejected;

/** Judges what is said to be approved of a partner's cost rows. */
final class ApprovedRows {
  private ApprovedRows() {}

  /**
   * @return the rows above nothing, in the order of the form
   * @throws Rejected {@code cost-row-twice}, {@code cost-row-unknown}, {@code amount-negative} or
   *     {@code approved-rows-too-much}
   */
  static List<ApprovedRow> checked(PartnerBudgeted budget, List<ApprovedRow> said) {
    var rows = new EnumMap<CostRow, Long>(CostRow.class);
    long sum = 0;
    for (var each : said) {
      var row = each.row();
      if (budget.lines().stream().noneMatch(line -> line.row() == row))
        throw new Rejected("cost-row-unknown", Map.of("row", row.code()));
      if (each.costsCents() < 0) throw new Rejected("amount-negative", Map.of("row", row.code()));
      if (rows.put(row, each.costsCents()) != null)
        throw new Rejected("cost-row-twice", Map.of("row", row.code(), "partner", budget.name()));
      sum = Math.addExact(sum, each.costsCents());
    }
    if (sum > budget.costsCents())
      throw new Rejected(
          "approved-rows-too-much",
          Map.of("partner", budget.name(), "sumCents", sum, "mostCents", budget.costsCents()));
    return rows.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .map(each -> new ApprovedRow(each.getKey(), each.getValue()))
        .toList();
  }
}
