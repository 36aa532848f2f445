package org.foerderturm.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.foerderturm.kernel.Rejected;

/** Text with separators (RFC 4180 and what spreadsheets make of it). */
final class CsvFile implements TableFile {
  private static final String SEPARATORS = ";,\t|";
  private static final int LOOKED_AT = 20;

  /** The line by which spreadsheets are told the separator. */
  private static final Pattern SAID =
      Pattern.compile(
          "^\"?sep=([^\\p{L}\\p{N}\"\\r\\n])\"?[;,\\t ]*(\\R|$)", Pattern.CASE_INSENSITIVE);

  private final byte[] bytes;
  private final Reading found;

  CsvFile(byte[] bytes) {
    this.bytes = bytes;
    var charset = charset();
    // no text has such a sign, but almost every file of a program does
    if (text(charset).indexOf('\0') >= 0) throw new Rejected("file-not-a-table");
    var said = SAID.matcher(text(charset));
    found =
        new Reading(
            null, said.find() ? said.group(1).charAt(0) : separator(text(charset)), charset);
  }

  @Override
  public Reading found() {
    return found;
  }

  @Override
  public List<String> sheets() {
    return List.of();
  }

  @Override
  public Table read(Reading reading) {
    var charset = Objects.requireNonNullElse(reading.charset(), found.charset());
    var separator = Objects.requireNonNullElse(reading.separator(), ';');
    var rows = new Rows();
    var text = text(Objects.requireNonNull(charset));
    var said = SAID.matcher(text);
    int number = said.find() ? 1 : 0;
    if (number > 0) text = text.substring(said.end());
    try (var csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .extraFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord row : csv) rows.add(++number, row.getFields().stream().map(Cell::of).toList());
    } catch (CsvParseException | UncheckedIOException | IOException e) {
      throw new Rejected("file-not-readable", Map.of("row", number + 1));
    }
    return rows.table(reading.headings());
  }

  /**
   * A byte order mark says it; else UTF-8 if every byte fits it, or more letters than not: then the
   * wrong bytes are told where they stand; else what Windows writes.
   */
  private String charset() {
    if (bytes.length > 1) {
      int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
      if (first == 0xFEFF || first == 0xFFFE) return "UTF-16";
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return "UTF-8";
    } catch (CharacterCodingException e) {
      var text = new String(bytes, StandardCharsets.UTF_8);
      long wrong = text.chars().filter(sign -> sign == '\ufffd').count();
      long letters = text.chars().filter(sign -> sign > 127 && sign != '\ufffd').count();
      return letters > wrong ? "UTF-8" : "windows-1252";
    }
  }

  private String text(String charset) {
    try {
      var text = new String(bytes, Charset.forName(charset));
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new Rejected("file-not-readable", Map.of("row", 1));
    }
  }

  /**
   * The one that splits most of the first lines, and most alike: a title above or a note below has
   * none, and a comma in a name is in few lines. The most columns decide.
   */
  private static char separator(String text) {
    var lines = text.lines().filter(line -> !line.isBlank()).limit(LOOKED_AT).toList();
    char best = ';';
    long most = 0;
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char candidate = SEPARATORS.charAt(i);
      var alike = new HashMap<Long, Long>();
      for (var line : lines) alike.merge(outsideQuotes(line, candidate), 1L, Long::sum);
      alike.remove(0L);
      long score = 0;
      for (var columns : alike.entrySet())
        score = Math.max(score, columns.getValue() * 1000 + columns.getKey());
      if (score > most) {
        most = score;
        best = candidate;
      }
    }
    return best;
  }

  private static long outsideQuotes(String line, char wanted) {
    boolean quoted = false;
    long count = 0;
    for (int i = 0; i < line.length(); i++) {
      char sign = line.charAt(i);
      if (sign == '"') quoted = !quoted;
      else if (sign == wanted && !quoted) count++;
    }
    return count;
  }
}
