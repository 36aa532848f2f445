package org.foerderturm.document;

import java.util.Arrays;
import java.util.List;

/**
 * How wide the columns of a table are: as wide as what stands in them where that fits, else so that
 * each keeps its longest word on a line as long as the others can still be read.
 */
final class Columns {
  /** Ems of one cell beside its words: paper.css gives 0.6 at each side. */
  private static final double PADDING = 1.25;

  /** Letters are made no smaller than this share of the others. */
  private static final double SMALLEST = 0.8;

  /** A longer word than this share of the line is broken. */
  private static final double LONGEST_WORD = 0.45;

  private static final String WORDS = "[\\s/\u2010-]+";

  private Columns() {}

  /**
   * @param rows cells by row, the head among them
   * @param ems how wide the table is
   * @return the share of each column, in percent
   */
  static double[] shares(List<List<String>> rows, double ems) {
    int columns = rows.getFirst().size();
    var wanted = new double[columns];
    var least = new double[columns];
    for (int i = 0; i < columns; i++) {
      for (var row : rows) wanted[i] = Math.max(wanted[i], widest(row.get(i), "\n") + PADDING);
      least[i] = least(rows, i, ems);
    }
    double all = Arrays.stream(wanted).sum();
    if (all <= ems) return percent(wanted);
    double needed = Arrays.stream(least).sum();
    if (needed >= ems) return percent(least);
    // what is left goes to those that want more, the more the more
    var more = new double[columns];
    for (int i = 0; i < columns; i++) more[i] = Math.sqrt(Math.max(0, wanted[i] - least[i]));
    double wish = Arrays.stream(more).sum();
    for (int i = 0; i < columns; i++) least[i] += (ems - needed) * more[i] / wish;
    return percent(least);
  }

  /** How much smaller its letters must be, so that no column breaks a word; 1 for not at all. */
  static double scale(List<List<String>> rows, double ems) {
    double needed = 0;
    for (int i = 0; i < rows.getFirst().size(); i++) needed += least(rows, i, ems);
    return Math.clamp(ems / needed, SMALLEST, 1);
  }

  private static double least(List<List<String>> rows, int column, double ems) {
    double most = ems * LONGEST_WORD;
    return rows.stream()
        .mapToDouble(row -> Math.min(widest(row.get(column), WORDS) + PADDING, most))
        .max()
        .orElse(0);
  }

  /** How much of the line a table needs at most, in percent. */
  static double whole(List<List<String>> rows, double ems) {
    double wanted = 0;
    for (int i = 0; i < rows.getFirst().size(); i++) {
      int column = i;
      wanted +=
          rows.stream()
              .mapToDouble(row -> widest(row.get(column), "\n") + 3 * PADDING)
              .max()
              .orElse(0);
    }
    return Math.min(100, 100 * wanted / ems);
  }

  private static double[] percent(double[] widths) {
    double all = Arrays.stream(widths).sum();
    return Arrays.stream(widths).map(width -> 100 * width / all).toArray();
  }

  private static double widest(String text, String apart) {
    // a little more than measured: bold heads, rounding
    return 1.08 * Arrays.stream(text.split(apart)).mapToDouble(Fonts::width).max().orElse(0);
  }
}
