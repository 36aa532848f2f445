package org.foerderturm.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foerderturm.imports.Table.Row;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** Collects rows, empty ones passed over, and finds the one with the headings. */
final class Rows {
  private final List<Row> rows = new ArrayList<>();

  void add(int number, List<Cell> cells) {
    if (cells.stream().allMatch(Cell::isEmpty)) return;
    if (cells.size() > TableFile.MOST_COLUMNS)
      throw new Rejected("file-too-many-columns", Map.of("limit", TableFile.MOST_COLUMNS));
    for (int i = 0; i < cells.size(); i++)
      if (cells.get(i).text().length() > TableFile.LONGEST_CELL)
        throw new Rejected(
            "file-cell-too-long",
            Map.of("row", number, "column", i + 1, "limit", TableFile.LONGEST_CELL));
    if (rows.size() > TableFile.MOST_ROWS + Table.FIRST) throw tooMany();
    rows.add(new Row(number, cells));
  }

  /**
   * @param headings number of the row with the headings; null to find it
   */
  Table table(@Nullable Integer headings) {
    int head = headings == null ? found() : index(headings);
    if (head + 1 >= rows.size()) throw new Rejected("file-without-rows");
    if (rows.size() - head - 1 > TableFile.MOST_ROWS) throw tooMany();
    var names = rows.get(head);
    return new Table(
        names.cells().stream().map(Cell::text).toList(),
        rows.subList(head + 1, rows.size()),
        names.number(),
        rows.subList(0, Math.min(Table.FIRST, rows.size())));
  }

  /** Titles stand alone in their rows; the first row of several cells has the headings. */
  private int found() {
    for (int i = 0; i < Math.min(Table.FIRST, rows.size()); i++)
      if (rows.get(i).cells().stream().filter(cell -> !cell.isEmpty()).count() > 1) return i;
    return 0;
  }

  private int index(int number) {
    for (int i = 0; i < rows.size(); i++) if (rows.get(i).number() >= number) return i;
    return rows.size();
  }

  private static Rejected tooMany() {
    return new Rejected("file-too-many-rows", Map.of("limit", TableFile.MOST_ROWS));
  }
}
