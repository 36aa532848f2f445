package org.foerderturm.imports;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table with the names of its columns.
 *
 * @param headers a column without a name has an empty one
 * @param headings number of the row that they stand in
 * @param first the first rows of the file, titles too: one of them has the headings
 */
public record Table(List<String> headers, List<Row> rows, int headings, List<Row> first) {
  /** How many rows from the top the headings are looked for. */
  static final int FIRST = 20;

  public static final Table EMPTY = new Table(List.of(), List.of(), 1, List.of());

  public Table {
    headers = List.copyOf(headers);
    rows = List.copyOf(rows);
    first = List.copyOf(first);
  }

  /**
   * The columns (from 0) with a name or a value that are not among those that are read, so that
   * nobody takes for taken over what isn't.
   */
  public List<Integer> unread(Collection<Integer> read) {
    int width =
        Math.max(headers.size(), rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0));
    return IntStream.range(0, width)
        .filter(column -> !read.contains(column))
        .filter(
            column ->
                !header(column).isBlank()
                    || rows.stream().anyMatch(row -> !row.cell(column).isEmpty()))
        .boxed()
        .toList();
  }

  /** Empty for a column without a name. */
  public String header(int column) {
    return column < headers.size() ? headers.get(column) : "";
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
