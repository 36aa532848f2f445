package org.foerderturm.kernel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A decision table (Regel) in its newest version, as the sheet of rules shows it.
 *
 * @param file the file it stands in, without ending; a file may hold several tables
 * @param description German
 * @param hitPolicy as DMN writes it, e.g. {@code UNIQUE}
 * @param version of the file's table
 * @param workflows keys of the workflows whose newest version asks the table in a step
 */
public record RuleTable(
    String file,
    String id,
    String name,
    String description,
    String hitPolicy,
    int version,
    String definitionId,
    List<Column> columns,
    List<Row> rows,
    List<String> workflows) {

  /** What stands in a column. */
  public enum Kind {
    /** Days between which a row holds. */
    DAYS,
    /** Years, each whole, between which a row holds. */
    YEARS,
    TEXT,
    WHOLE,
    NUMBER,
    FLAG
  }

  /**
   * @param label German
   * @param name the variable or the answer; of what is computed its last name
   * @param asks whether it is a condition, not an answer
   * @param codes the texts that stand in it, where they are codes
   */
  public record Column(
      String id, String label, String name, Kind kind, boolean asks, List<String> codes) {}

  /**
   * @param note German
   * @param from first day; null for none
   * @param until last day; null for none
   * @param source what its answer or its note names; empty if it names none
   * @param cells column id → the cell in FEEL
   */
  public record Row(
      String id,
      String note,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      String source,
      Map<String, String> cells) {

    /** Whether it holds on that day. */
    public boolean holds(LocalDate day) {
      return (from == null || !from.isAfter(day)) && (until == null || !until.isBefore(day));
    }
  }

  /** The condition that says when a row holds; null if the table has none. */
  public @Nullable Column period() {
    for (var column : columns)
      if (column.asks() && (column.kind() == Kind.DAYS || column.kind() == Kind.YEARS))
        return column;
    return null;
  }

  /** The rows that hold right after that one under the same conditions. */
  public List<Row> after(Row row) {
    var until = row.until();
    if (until == null) return List.of();
    var period = period();
    return rows.stream()
        .filter(other -> !other.id().equals(row.id()) && other.holds(until.plusDays(1)))
        .filter(
            other ->
                columns.stream()
                    .filter(column -> column.asks() && !column.equals(period))
                    .allMatch(
                        column ->
                            row.cells()
                                .getOrDefault(column.id(), "")
                                .equals(other.cells().getOrDefault(column.id(), ""))))
        .toList();
  }
}
