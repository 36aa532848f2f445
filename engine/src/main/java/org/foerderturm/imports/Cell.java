package org.foerderturm.imports;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a cell. A spreadsheet says whether it is a number or a day; in a text file
 * everything is text.
 *
 * @param text as a person would read it, composed (NFC), without blanks around it; empty for
 *     nothing
 * @param number null where the file doesn't say that it is one
 * @param day null where the file doesn't say that it is one
 * @param fault code of the rejection that says why nothing can be taken from it; null for none
 */
public record Cell(
    String text, @Nullable BigDecimal number, @Nullable LocalDate day, @Nullable String fault) {
  public static final Cell EMPTY = new Cell("", null, null);

  /** What a spreadsheet shows instead of a value, in both languages. */
  private static final Pattern ERROR =
      Pattern.compile(
          "#(N/A|NV|DIV/0!|VALUE!|WERT!|REF!|BEZUG!|NAME\\?|NUM!|ZAHL!|NULL!|SPILL!|CALC!)");

  private static final Pattern AROUND = Pattern.compile("^[\\s\u200b]+|[\\s\u200b]+$");

  /** A cell that can be taken. */
  public Cell(String text, @Nullable BigDecimal number, @Nullable LocalDate day) {
    this(text, number, day, null);
  }

  static Cell of(String text) {
    var clean = clean(text);
    if (clean.isEmpty()) return EMPTY;
    if (ERROR.matcher(clean).matches()) return new Cell(clean, null, null, "cell-error");
    return clean.indexOf('\ufffd') < 0
        ? new Cell(clean, null, null)
        : new Cell(clean, null, null, "cell-not-readable");
  }

  public boolean isEmpty() {
    return text.isEmpty() && fault == null;
  }

  /**
   * The cell itself, if it holds anything that can be taken.
   *
   * @throws Rejected {@code cell-error}, {@code cell-not-readable}, {@code formula-without-result}
   */
  public Cell sound() {
    if (fault != null) throw new Rejected(fault);
    return this;
  }

  /** Without blanks around it, hard blanks, and signs that the log refuses. */
  private static String clean(String text) {
    var plain = text.replace('\u00a0', ' ').replace("\0", "").replace("\ufeff", "");
    return AROUND.matcher(Normalizer.normalize(plain, Normalizer.Form.NFC)).replaceAll("");
  }
}
