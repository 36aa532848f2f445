package org.foerderturm.imports;

import java.util.List;
import java.util.Locale;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** A file with a table in it: what can be chosen about it, and the table. */
public sealed interface TableFile permits CsvFile, XlsxFile {
  int MOST_BYTES = 10 << 20;
  int MOST_ROWS = 50_000;
  int MOST_COLUMNS = 200;
  int LONGEST_CELL = 2_000;

  /**
   * What the office chose about a file, or found out.
   *
   * @param sheet null in a text file
   * @param separator null in a spreadsheet
   * @param charset null in a spreadsheet
   * @param headings number of the row with the headings; null to find it
   */
  record Reading(
      @Nullable String sheet,
      @Nullable Character separator,
      @Nullable String charset,
      @Nullable Integer headings) {
    public Reading(
        @Nullable String sheet, @Nullable Character separator, @Nullable String charset) {
      this(sheet, separator, charset, null);
    }

    public Reading headed(int row) {
      return new Reading(sheet, separator, charset, row);
    }
  }

  /**
   * @throws Rejected {@code file-empty}, {@code file-too-large}, {@code file-old-spreadsheet},
   *     {@code file-no-spreadsheet} if only its name says so, {@code file-strict-spreadsheet},
   *     {@code file-not-a-table}, {@code file-not-readable}
   */
  static TableFile of(String name, byte[] bytes) {
    if (bytes.length == 0) throw new Rejected("file-empty");
    if (bytes.length > MOST_BYTES)
      throw new Rejected("file-too-large", java.util.Map.of("limit", "10 MiB"));
    if (starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) throw new Rejected("file-old-spreadsheet");
    if (starts(bytes, 'P', 'K')) return new XlsxFile(bytes);
    var lower = name.toLowerCase(Locale.ROOT);
    if (lower.matches(".*\\.xls[xm]")) throw new Rejected("file-no-spreadsheet");
    if (starts(bytes, '%', 'P', 'D', 'F') || lower.matches(".*\\.(pdf|docx?|zip|png|jpe?g)"))
      throw new Rejected("file-not-a-table");
    return new CsvFile(bytes);
  }

  /** What was found out about the file. */
  Reading found();

  /** Names of its sheets; empty for a text file. */
  List<String> sheets();

  /**
   * @throws Rejected {@code file-not-readable}, {@code file-without-rows}, {@code
   *     file-too-many-rows}, {@code file-too-many-columns}
   */
  Table read(Reading reading);

  private static boolean starts(byte[] bytes, int... signs) {
    if (bytes.length < signs.length) return false;
    for (int i = 0; i < signs.length; i++) if ((bytes[i] & 0xff) != signs[i]) return false;
    return true;
  }
}
