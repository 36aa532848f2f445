package org.foerderturm.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a cell. A spreadsheet says whether it is a number or a day; in a text file
 * everything is text.
 *
 * @param text as a person would read it, without blanks around it; empty for nothing
 * @param number null where the file doesn't say that it is one
 * @param day null where the file doesn't say that it is one
 */
public record Cell(String text, @Nullable BigDecimal number, @Nullable LocalDate day) {
  public static final Cell EMPTY = new Cell("", null, null);

  static Cell of(String text) {
    var clean = clean(text);
    return clean.isEmpty() ? EMPTY : new Cell(clean, null, null);
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** Without blanks around it, hard blanks, and signs that the log refuses. */
  private static String clean(String text) {
    return text.replace('\u00a0', ' ').replace("\0", "").replace("\ufeff", "").strip();
  }
}
