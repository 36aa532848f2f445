package org.foerderturm.ui.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.foerderturm.funding.FundingQuery.LineRow;
import org.foerderturm.funding.FundingQuery.PartnerBudget;
import org.junit.jupiter.api.Test;

class FinancingTableTest {
  @Test
  void the_row_that_is_off_is_marked_with_its_gap_and_no_other() {
    var html = html(line("0812", 100_00, 0), line("0835", 50_00, 7_00), line("0843", 10_00, -1));
    assertThat(html.split("ft-off", -1)).hasSize(3);
    assertThat(html).contains("7,00").contains("0,01");
  }

  @Test
  void a_balanced_budget_has_no_mark() {
    assertThat(html(line("0812", 100_00, 0))).doesNotContain("ft-off");
  }

  @Test
  void without_budgets_it_says_when_there_will_be_some() {
    assertThat(FinancingTable.of(List.of()).getElement().getOuterHTML()).contains("ft-empty");
  }

  @Test
  void what_is_off_is_named_by_partner_and_row_and_nothing_if_all_is_balanced() {
    var off = FinancingTable.off(partners(line("0812", 100_00, 0), line("0835", 50_00, 7_00)));
    assertThat(off).isNotNull();
    assertThat(off.getElement().getOuterHTML())
        .contains("Werk · 0835 Aufträge", "7,00")
        .doesNotContain("0812");
    assertThat(FinancingTable.off(partners(line("0812", 100_00, 0)))).isNull();
    assertThat(FinancingTable.off(List.of())).isNull();
  }

  private static LineRow line(String row, long costs, long gap) {
    return new LineRow(row, costs, costs - gap, 0, 0, 0, gap);
  }

  private static String html(LineRow... lines) {
    return FinancingTable.of(partners(lines)).getElement().getOuterHTML();
  }

  private static List<PartnerBudget> partners(LineRow... lines) {
    return List.of(
        new PartnerBudget("werk", "Werk", false, 65, 160_00, 153_00, 0, 0, null, List.of(lines)));
  }
}
