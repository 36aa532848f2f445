package org.foerderturm.funding;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foerderturm.consortium.Programme;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** Which cost rows a programme knows, by the table cost-rows; a budget is of one form. */
final class CostRows {
  private static final String TABLE = "cost-rows";

  private CostRows() {}

  /**
   * @param day of the deadline
   * @throws Rejected {@code cost-row-not-of-programme} with the rows that are possible, or {@code
   *     cost-rows-mixed} if rows are of two forms
   */
  static void mustFit(
      String partner,
      List<BudgetLine> lines,
      Programme programme,
      LocalDate day,
      Decisions tables) {
    @Nullable String form = null;
    for (var line : lines) {
      var of = form(line.row(), programme, day, tables);
      if (of == null)
        throw new Rejected(
            "cost-row-not-of-programme",
            Map.of(
                "partner", partner,
                "row", line.row().code(),
                "programme", code(programme),
                "costRows", possible(programme, day, tables)));
      if (form != null && !form.equals(of))
        throw new Rejected("cost-rows-mixed", Map.of("partner", partner));
      form = of;
    }
  }

  /**
   * Refuses to move money to a row of another form; a budget of before the table keeps its rows.
   *
   * @throws Rejected {@code cost-row-not-of-programme} or {@code cost-rows-mixed}
   */
  static void mustFit(
      String partner,
      CostRow from,
      CostRow to,
      Programme programme,
      LocalDate day,
      Decisions tables) {
    if (form(from, programme, day, tables) == null) return;
    mustFit(
        partner,
        List.of(new BudgetLine(from, 0, 0, 0, 0), new BudgetLine(to, 0, 0, 0, 0)),
        programme,
        day,
        tables);
  }

  private static @Nullable String form(
      CostRow row, Programme programme, LocalDate day, Decisions tables) {
    var rows =
        tables.all(
            TABLE, Map.of("day", day.toString(), "programme", code(programme), "row", row.code()));
    return rows.isEmpty() ? null : rows.getFirst().text("costForm");
  }

  private static List<String> possible(Programme programme, LocalDate day, Decisions tables) {
    return Arrays.stream(CostRow.values())
        .filter(row -> form(row, programme, day, tables) != null)
        .map(CostRow::code)
        .toList();
  }

  private static String code(Programme programme) {
    return programme.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
