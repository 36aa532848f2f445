package org.foerderturm.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table with the names of its columns.
 *
 * @param headers a column without a name has an empty one
 */
public record Table(List<String> headers, List<Row> rows) {
  public Table {
    headers = List.copyOf(headers);
    rows = List.copyOf(rows);
  }

  /**
   * @param number where a person finds it: the line of the spreadsheet, the record of the text
   *     file, counted from 1 with the headings
   */
  public record Row(int number, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** Empty where the row is shorter, or for no column. */
    public Cell cell(@Nullable Integer column) {
      return column == null || column < 0 || column >= cells.size()
          ? Cell.EMPTY
          : cells.get(column);
    }
  }
}
