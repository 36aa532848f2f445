package org.foerderturm.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** Files as people bring them. */
public final class Files {
  private Files() {}

  public static byte[] text(String... lines) {
    return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  /** Each value as its kind; a day with the format of a day. */
  public static byte[] sheet(List<List<Object>> rows) {
    var bytes = new ByteArrayOutputStream();
    try (var book = new Workbook(bytes, "Test", "1.0")) {
      var sheet = book.newWorksheet("Mitglieder");
      for (int r = 0; r < rows.size(); r++)
        for (int c = 0; c < rows.get(r).size(); c++)
          switch (rows.get(r).get(c)) {
            case LocalDate day -> {
              sheet.value(r, c, day);
              sheet.style(r, c).format("dd.mm.yyyy").set();
            }
            case Number number -> sheet.value(r, c, number);
            case Object other -> sheet.value(r, c, other.toString());
          }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
