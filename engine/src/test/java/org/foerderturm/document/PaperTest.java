package org.foerderturm.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.xmpbox.xml.DomXmpParser;
import org.junit.jupiter.api.Test;

class PaperTest {
  @Test
  void what_is_put_in_stands_in_the_file_word_by_word() throws Exception {
    var text =
        text(
            Paper.of("Niederschrift", Locale.GERMAN)
                .foot("Förderturm · Position 4711")
                .heading("Beschluß <b>fassen</b> & zahlen")
                .text("Erste Zeile\nzweite Zeile – „Dnieper“ Gdańsk 25 %")
                .list(List.of("Punkt eins", "Punkt zwei"))
                .facts(Map.of("Ort", "Dortmund"))
                .table(
                    List.of("Zeile", "Euro ▸"),
                    List.of(List.of("Personal", "1.234,50"), List.of("Reise", "80,00")))
                .signatures(List.of("Vorsitz", "Schriftführung", "Zeuge"))
                .pdf());
    assertThat(text)
        .contains(
            "Niederschrift",
            "Position 4711",
            "Beschluß <b>fassen</b> & zahlen",
            "zweite Zeile – „Dnieper“ Gdańsk 25 %",
            "Punkt zwei",
            "Ort Dortmund",
            "Personal 1.234,50",
            "Schriftführung",
            "Zeuge")
        .doesNotContain("▸");
  }

  @Test
  void the_file_says_that_it_is_for_the_archive_and_for_screen_readers() throws Exception {
    try (var file = load(Paper.of("Angebot", Locale.ENGLISH).text("Text").pdf())) {
      var catalog = file.getDocumentCatalog();
      assertThat(catalog.getLanguage()).isEqualTo("en");
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getStructureTreeRoot()).isNotNull();
      assertThat(catalog.getOutputIntents()).hasSize(1);
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(file.getDocumentInformation().getTitle()).isEqualTo("Angebot");
      var parser = new DomXmpParser();
      parser.setStrictParsing(false);
      var xmp = parser.parse(catalog.getMetadata().createInputStream());
      assertThat(xmp.getPDFAIdentificationSchema().getPart()).isEqualTo(2);
      assertThat(xmp.getPDFAIdentificationSchema().getConformance()).isEqualTo("A");
      for (var font : file.getPage(0).getResources().getFontNames())
        assertThat(file.getPage(0).getResources().getFont(font).isEmbedded()).isTrue();
    }
  }

  @Test
  void signs_that_no_file_can_carry_are_left_out() throws Exception {
    assertThat(text(Paper.of("A\u0000B\u0007\ud800C", Locale.GERMAN).text("x\u001by").pdf()))
        .contains("ABC", "xy");
  }

  @Test
  void a_long_table_breaks_over_pages_and_repeats_its_head() throws Exception {
    var rows =
        java.util.stream.IntStream.range(0, 200)
            .mapToObj(i -> List.of("Zeile " + i, String.valueOf(i)))
            .toList();
    try (var file =
        load(Paper.of("Lang", Locale.GERMAN).table(List.of("Kopf", "Zahl ▸"), rows).pdf())) {
      assertThat(file.getNumberOfPages()).isGreaterThan(2);
      var second = new PDFTextStripper();
      second.setStartPage(2);
      second.setEndPage(2);
      assertThat(second.getText(file)).contains("Kopf");
    }
  }

  @Test
  void a_row_that_does_not_fit_its_head_is_refused() {
    var paper = Paper.of("A", Locale.GERMAN);
    assertThatThrownBy(() -> paper.table(List.of("a", "b"), List.of(List.of("1"))))
        .hasMessageContaining("1 cells under 2 headers");
  }

  private static String text(byte[] pdf) throws IOException {
    try (var file = load(pdf)) {
      return new PDFTextStripper().getText(file);
    }
  }

  private static PDDocument load(byte[] pdf) throws IOException {
    return Loader.loadPDF(pdf);
  }
}
