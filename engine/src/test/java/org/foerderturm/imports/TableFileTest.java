package org.foerderturm.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.foerderturm.imports.TableFile.Reading;
import org.foerderturm.kernel.Rejected;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("time")
class TableFileTest {
  @ParameterizedTest
  @ValueSource(strings = {";", ",", "\t", "|"})
  void the_separator_is_found(String separator) {
    var file = file("Name;Art;Ort".replace(";", separator), "A;B;C".replace(";", separator));
    assertThat(file.found().separator()).isEqualTo(separator.charAt(0));
    assertThat(file.read(file.found()).headers()).containsExactly("Name", "Art", "Ort");
  }

  @Test
  void a_comma_in_quotes_separates_nothing() {
    var file = file("Name;Umsatz", "\"Kohle, Eisen, Stahl\";\"1.234,50\"");
    var table = file.read(file.found());
    assertThat(table.rows().getFirst().cell(0).text()).isEqualTo("Kohle, Eisen, Stahl");
    assertThat(table.rows().getFirst().cell(1).text()).isEqualTo("1.234,50");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16"})
  void the_charset_is_found(String charset) {
    var bytes = "Name;Straße\nGrün & Söhne;Öl".getBytes(Charset.forName(charset));
    var file = TableFile.of("liste.csv", bytes);
    assertThat(file.found().charset()).isEqualTo(charset);
    var row = file.read(file.found()).rows().getFirst();
    assertThat(row.cell(0).text()).isEqualTo("Grün & Söhne");
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_first_heading() {
    var file = TableFile.of("liste.csv", "\ufeffName;Art\nA;B".getBytes(StandardCharsets.UTF_8));
    assertThat(file.read(file.found()).headers()).containsExactly("Name", "Art");
  }

  @Test
  void empty_rows_are_passed_over_but_counted() {
    var file = file("", "Name;Art", "", ";;", "A;B");
    assertThat(file.read(file.found()).rows()).singleElement().extracting("number").isEqualTo(5);
  }

  @Test
  void a_line_break_in_quotes_belongs_to_its_cell() {
    var file = file("Name;Art", "\"Zeche\nZollern\";B", "C;D");
    assertThat(file.read(file.found()).rows()).hasSize(2);
  }

  @Test
  void the_choice_of_the_person_goes_before_what_was_found() {
    var file = file("Name;Art,Ort", "A;B,C");
    assertThat(file.read(new Reading(null, ',', "UTF-8")).headers())
        .containsExactly("Name;Art", "Ort");
  }

  @Test
  void a_spreadsheet_says_what_is_a_number_and_what_a_day() {
    var file =
        TableFile.of(
            "liste.xlsx",
            Files.sheet(
                List.of(
                    List.of("Name", "Umsatz", "Beitritt"),
                    List.of("Zeche", 1234.5, LocalDate.of(2017, 3, 2)))));
    assertThat(file.sheets()).containsExactly("Mitglieder");
    var row = file.read(file.found()).rows().getFirst();
    assertThat(row.number()).isEqualTo(2);
    assertThat(row.cell(1).number()).isEqualByComparingTo(new BigDecimal("1234.5"));
    assertThat(row.cell(2).day()).isEqualTo(LocalDate.of(2017, 3, 2));
    assertThat(row.cell(2).text()).isEqualTo("02.03.2017");
    assertThat(row.cell(17)).isEqualTo(Cell.EMPTY);
  }

  @Test
  void what_is_no_table_is_refused_with_its_reason() {
    refused("file-empty", new byte[0]);
    refused("file-without-rows", Files.text("Name;Art"));
    refused("file-without-rows", Files.text("", ";;;"));
    refused("file-old-spreadsheet", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1});
    refused("file-not-readable", new byte[] {'P', 'K', 3, 4, 1, 2, 3});
    refused("file-not-a-table", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
    refused("file-too-large", new byte[TableFile.MOST_BYTES + 1]);
    refused("file-too-many-columns", Files.text("x;".repeat(300), "y"));
    refused("file-cell-too-long", Files.text("Name;Art", "x".repeat(3000)));
    refused("file-too-many-rows", Files.text("a\n".repeat(TableFile.MOST_ROWS + 2)));
  }

  @Test
  void a_file_that_only_its_name_makes_a_spreadsheet_is_refused() {
    var bytes = "Name;Art\nA;B".getBytes(StandardCharsets.UTF_8);
    refused("file-no-spreadsheet", "liste.xlsx", bytes);
    refused("file-no-spreadsheet", "LISTE.XLSX", new byte[] {(byte) 0x93, 7, 0, 65, 10, 66});
  }

  @Test
  void what_has_signs_that_no_text_has_is_no_table() {
    refused("file-not-a-table", new byte[] {'a', ';', 'b', '\n', 'c', 0, ';', 'd'});
    refused("file-not-a-table", new byte[] {(byte) 0x93, 7, 0, 65, 10, 66});
  }

  private static void refused(String code, byte[] bytes) {
    refused(code, "liste.csv", bytes);
  }

  private static void refused(String code, String name, byte[] bytes) {
    assertThatThrownBy(
            () -> {
              var file = TableFile.of(name, bytes);
              file.read(file.found());
            })
        .isInstanceOf(Rejected.class)
        .hasMessage(code);
  }

  private static TableFile file(String... lines) {
    return TableFile.of("liste.csv", Files.text(lines));
  }
}
