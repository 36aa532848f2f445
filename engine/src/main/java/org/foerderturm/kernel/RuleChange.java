package org.foerderturm.kernel;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of one decision table: a row ends, a row is added, or one follows the other.
 *
 * @param file as in {@link RuleTable}
 * @param row id of the row that ends or that the added one stands behind; null: the added one
 *     stands where the table has room for it
 * @param lastDay last day of that row; null: it stays as it is
 * @param added null if a row only ends
 */
public record RuleChange(
    String file,
    String table,
    @Nullable String row,
    @Nullable LocalDate lastDay,
    @Nullable Added added) {

  /**
   * A new row.
   *
   * @param id of the row, in the file
   * @param note German, for people
   * @param from first day; null for none
   * @param until last day; null for none
   * @param cells column id → the cell in FEEL, but the period
   */
  public record Added(
      String id,
      String note,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      Map<String, String> cells) {}

  /** The first day on which answers may come out otherwise; null for every day. */
  public @Nullable LocalDate effective() {
    var ends = lastDay == null ? null : lastDay.plusDays(1);
    if (added == null) return ends;
    var from = added.from();
    return ends == null || from == null || from.isBefore(ends) ? from : ends;
  }
}
