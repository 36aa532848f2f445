package org.foerderturm.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foerderturm.imports.Table.Row;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** Collects rows: the first that holds anything has the headings; empty ones are passed over. */
final class Rows {
  private @Nullable List<String> headers;
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
    if (headers == null) headers = cells.stream().map(Cell::text).toList();
    else if (rows.size() == TableFile.MOST_ROWS)
      throw new Rejected("file-too-many-rows", Map.of("limit", TableFile.MOST_ROWS));
    else rows.add(new Row(number, cells));
  }

  Table table() {
    if (headers == null || rows.isEmpty()) throw new Rejected("file-without-rows");
    return new Table(headers, rows);
  }
}
