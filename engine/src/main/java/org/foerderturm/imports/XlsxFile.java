package org.foerderturm.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** A spreadsheet of Office Open XML. */
final class XlsxFile implements TableFile {
  /** Unpacked; a small file that unpacks to more is no list of members. */
  private static final long MOST_UNPACKED = 200L << 20;

  private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  /** Spreadsheets reckon with so many digits; what lies behind them is noise (0.1 + 0.2). */
  private static final MathContext DIGITS = new MathContext(15);

  /** A format longer than this is none that a spreadsheet wrote. */
  private static final int LONGEST_FORMAT = 255;

  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private final byte[] bytes;
  private final List<String> sheets;

  XlsxFile(byte[] bytes) {
    this.bytes = bytes;
    checkUnpacked(bytes);
    sheets = guarded(book -> book.getSheets().map(Sheet::getName).toList());
    if (sheets.isEmpty()) throw new Rejected("file-without-rows");
  }

  @Override
  public Reading found() {
    return new Reading(sheets.getFirst(), null, null);
  }

  @Override
  public List<String> sheets() {
    return sheets;
  }

  @Override
  public Table read(Reading reading) {
    var wanted = reading.sheet() == null ? sheets.getFirst() : reading.sheet();
    return guarded(
        book -> {
          var sheet = book.findSheet(wanted).orElseThrow(() -> new Rejected("file-without-rows"));
          var rows = new Rows();
          try (var stream = sheet.openStream()) {
            stream.forEach(row -> rows.add(row.getRowNum(), cells(row, book.isDate1904())));
          }
          return rows.table(reading.headings());
        });
  }

  private static List<Cell> cells(Row row, boolean date1904) {
    if (row.getCellCount() > MOST_COLUMNS * 10)
      throw new Rejected("file-too-many-columns", Map.of("limit", MOST_COLUMNS));
    var cells = new ArrayList<Cell>();
    for (int i = 0; i < row.getCellCount(); i++)
      cells.add(row.getOptionalCell(i).map(cell -> cell(cell, date1904)).orElse(Cell.EMPTY));
    while (!cells.isEmpty() && cells.getLast().isEmpty()) cells.removeLast();
    return cells;
  }

  private static Cell cell(org.dhatim.fastexcel.reader.Cell cell, boolean date1904) {
    var type = cell.getType();
    boolean blank = cell.getRawValue() == null || cell.getRawValue().isEmpty();
    if (cell.getFormula() != null && blank && cell.getValue() == null)
      return new Cell("=" + shortened(cell.getFormula()), null, null, "formula-without-result");
    if (type == CellType.ERROR)
      return new Cell(blank ? "#" : cell.getRawValue(), null, null, "cell-error");
    if (type == CellType.EMPTY) return Cell.EMPTY;
    if (cell.getValue() instanceof BigDecimal written) {
      var number = written.round(DIGITS);
      // a number may be written with an exponent that no one can spell out
      if (Math.abs((long) number.precision() - number.scale()) > 30 || number.scale() > 30)
        return Cell.of(number.toString());
      var day = isDay(cell) ? day(number, date1904) : null;
      return new Cell(
          day == null ? number.stripTrailingZeros().toPlainString() : DAY.format(day), number, day);
    }
    return Cell.of(cell.getText() == null ? "" : unescaped(cell.getText()));
  }

  private static String shortened(String formula) {
    return formula.length() <= 100 ? formula : formula.substring(0, 100) + "…";
  }

  /** Signs that XML can't hold stand as {@code _x000A_} in a text. */
  private static String unescaped(String text) {
    return ESCAPED
        .matcher(text)
        .replaceAll(
            found -> {
              char sign = (char) Integer.parseInt(found.group(1), 16);
              return Matcher.quoteReplacement(
                  Character.isSurrogate(sign) ? found.group() : String.valueOf(sign));
            });
  }

  /** Formats 14 to 17 and 22 are days by the standard; others say it by their letters. */
  private static boolean isDay(org.dhatim.fastexcel.reader.Cell cell) {
    @Nullable Integer id = cell.getDataFormatId();
    if (id != null && ((id >= 14 && id <= 17) || id == 22)) return true;
    @Nullable String format = cell.getDataFormatString();
    if (format == null || format.length() > LONGEST_FORMAT) return false;
    var letters = format.toLowerCase(Locale.ROOT).replaceAll("\\[[^]]*]|\"[^\"]*\"|\\\\.", "");
    return letters.contains("yy") || letters.contains("jj") || letters.contains("d.m");
  }

  private static @Nullable LocalDate day(BigDecimal number, boolean date1904) {
    long days = number.longValue();
    if (days < 1 || days > 2_958_465) return null; // 9999-12-31
    // 1900 counts a 29 February that never was
    return date1904
        ? LocalDate.of(1904, 1, 1).plusDays(days)
        : LocalDate.of(1899, 12, days < 60 ? 31 : 30).plusDays(days);
  }

  private static void checkUnpacked(byte[] bytes) {
    long unpacked = 0;
    var buffer = new byte[1 << 16];
    try (var zip = ZipFile.builder().setByteArray(bytes).get()) {
      for (var entry : java.util.Collections.list(zip.getEntries()))
        try (var content = zip.getInputStream(entry)) {
          if (entry.getName().equals("xl/workbook.xml")) {
            var start = new String(content.readNBytes(2000), StandardCharsets.UTF_8);
            if (start.contains("purl.oclc.org/ooxml"))
              throw new Rejected("file-strict-spreadsheet");
          }
          for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            unpacked += read;
            if (unpacked > MOST_UNPACKED)
              throw new Rejected("file-too-large", Map.of("limit", "200 MiB"));
          }
        }
    } catch (Rejected no) {
      throw no;
    } catch (IOException | RuntimeException e) {
      throw new Rejected("file-not-readable", Map.of("row", 1));
    }
  }

  private interface Work<T> {
    T of(ReadableWorkbook book) throws IOException;
  }

  /** The library answers a broken file with many kinds of failure; a person needs one. */
  private <T> T guarded(Work<T> work) {
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes), OPTIONS)) {
      return work.of(book);
    } catch (Rejected no) {
      throw no;
    } catch (IOException | RuntimeException e) {
      throw new Rejected("file-not-readable", Map.of("row", 1));
    }
  }
}
