package org.foerderturm.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.foerderturm.ui.report.Content.Cell;
import org.foerderturm.ui.report.Content.Heading;
import org.foerderturm.ui.report.Content.Kind;
import org.foerderturm.ui.report.Content.Table;
import org.foerderturm.ui.report.Workbooks.Listing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The file of a report, read back. */
@Tag("time")
class WorkbooksTest {
  private static final Content CONTENT =
      new Content(
          List.of(),
          List.of(),
          List.of(
              new Table(
                  "Nach Jahr",
                  "Jahr",
                  List.of(
                      new Heading("Anträge", Kind.NUMBER),
                      new Heading("Bewilligt", Kind.MONEY),
                      new Heading("Quote", Kind.SHARE)),
                  List.of(
                      new Content.Row(
                          "2026", false, List.of(cell(12), cell(1_234_567_89L), cell(0.25))),
                      new Content.Row(
                          "Alle",
                          true,
                          List.of(cell(12), cell(1_234_567_89L), new Cell(null, null)))))));

  @Test
  void figures_are_numbers_with_their_formats_under_their_headings() throws IOException {
    var sheets = read(listing(1));
    var rows = sheets.get("Nach Jahr");
    assertThat(rows.get(0).getCellText(0))
        .isEqualTo("Anträge und Erfolg · Nach Jahr · Stand: Ende des 31.12.2026.");
    assertThat(texts(rows.get(1))).containsExactly("Jahr", "Anträge", "Bewilligt", "Quote");
    var figures = rows.get(2);
    assertThat(figures.getCellText(0)).isEqualTo("2026");
    assertThat(figures.getCell(1).getType()).isEqualTo(CellType.NUMBER);
    assertThat(figures.getCell(1).asNumber()).isEqualByComparingTo("12");
    assertThat(figures.getCell(2).asNumber()).isEqualByComparingTo(new BigDecimal("1234567.89"));
    assertThat(figures.getCell(2).getDataFormatString()).isEqualTo("#,##0.00\\ \"€\"");
    assertThat(figures.getCell(3).asNumber()).isEqualByComparingTo("0.25");
    assertThat(figures.getCell(3).getDataFormatString()).isEqualTo("0.0%");
    assertThat(rows.get(3).getOptionalCell(3)).isEmpty();
  }

  @Test
  void the_facts_stand_one_by_one_with_day_and_money() throws IOException {
    var rows = read(listing(1_300)).get("Ereignisse");
    assertThat(rows).hasSize(2 + 1_300);
    var last = rows.getLast();
    assertThat(last.getCell(0).asNumber()).isEqualByComparingTo("1299");
    assertThat(last.getCellAsDate(1)).contains(LocalDateTime.of(2026, 11, 23, 9, 30));
    assertThat(last.getCellText(2)).isEqualTo("=SUMME(A1) ist nur ein Name");
    assertThat(last.getCell(2).getType()).isEqualTo(CellType.STRING);
    assertThat(last.getCell(3).asNumber()).isEqualByComparingTo("-0.05");
    assertThat(last.getCellAsDate(4).map(LocalDateTime::toLocalDate))
        .contains(LocalDate.of(2026, 12, 1));
  }

  @Test
  void a_sheet_has_a_name_that_can_be_one() {
    var taken = new HashSet<String>();
    assertThat(Workbooks.name("Beantragt/Bewilligt: [alle]?", taken))
        .isEqualTo("Beantragt Bewilligt   alle");
    assertThat(Workbooks.name("Nach Jahr", taken)).isEqualTo("Nach Jahr");
    assertThat(Workbooks.name("nach jahr", taken)).isEqualTo("nach jahr 2");
    assertThat(Workbooks.name("x".repeat(40), taken)).hasSize(31);
    assertThat(Workbooks.name("x".repeat(40), taken)).hasSize(30).endsWith(" 2");
  }

  private static Listing listing(int count) {
    return new Listing(
        "Ereignisse",
        List.of(
            new Heading("Position", Kind.NUMBER),
            new Heading("Verzeichnet", Kind.NUMBER),
            new Heading("Worum es geht", Kind.NUMBER),
            new Heading("Betrag", Kind.MONEY),
            new Heading("Fällig", Kind.NUMBER)),
        () ->
            IntStream.range(0, count)
                .mapToObj(
                    i ->
                        Arrays.<Object>asList(
                            (long) i,
                            LocalDateTime.of(2026, 11, 23, 9, 30),
                            "=SUMME(A1) ist nur ein Name",
                            -5L,
                            LocalDate.of(2026, 12, 1)))
                .iterator());
  }

  private static java.util.Map<String, List<Row>> read(Listing listing) throws IOException {
    var bytes = new ByteArrayOutputStream();
    new Workbooks("Anträge und Erfolg", "Stand: Ende des 31.12.2026.", CONTENT, listing)
        .write(bytes);
    var sheets = new java.util.HashMap<String, List<Row>>();
    try (var book =
        new ReadableWorkbook(
            new ByteArrayInputStream(bytes.toByteArray()),
            new org.dhatim.fastexcel.reader.ReadingOptions(true, true))) {
      for (var sheet : book.getSheets().toList()) sheets.put(sheet.getName(), sheet.read());
    }
    return sheets;
  }

  private static List<String> texts(Row row) {
    return row.stream().map(cell -> cell.getText()).toList();
  }

  private static Cell cell(Number value) {
    return new Cell(value, null);
  }
}
