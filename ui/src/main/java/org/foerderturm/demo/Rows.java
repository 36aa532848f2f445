package org.foerderturm.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The tables of the demo: what many stories differ in. */
final class Rows {
  private Rows() {}

  /** Rows of a table, with the names of its columns. */
  static List<NamedCsvRecord> of(String table) {
    return CsvReader.builder()
        .fieldSeparator(';')
        .ofNamedCsvRecord(new String(bytes(table), StandardCharsets.UTF_8))
        .stream()
        .toList();
  }

  static byte[] bytes(String table) {
    try (var file = Rows.class.getResourceAsStream("/demo/" + table)) {
      return Objects.requireNonNull(file, table).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
