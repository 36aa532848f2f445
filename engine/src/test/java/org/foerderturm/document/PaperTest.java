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
import org.foerderturm.kernel.Rejected;
import org.junit.jupiter.api.Test;

class PaperTest {
  /** One of these tables begins where its page ends. */
  @Test
  void a_table_may_begin_anywhere_on_a_page() throws Exception {
    for (int lines = 24; lines < 34; lines++) {
      var paper = Paper.of("Niederschrift", Locale.GERMAN);
      for (int line = 0; line < lines; line++) paper.text("Zeile " + line);
      paper.table(
          List.of("Datei", "Prüfsumme"),
          List.of(List.of("a".repeat(60) + ".pdf", "0123456789abcdef".repeat(4))));
      try (var pdf = Loader.loadPDF(paper.pdf())) {
        assertThat(new PDFTextStripper().getText(pdf))
            .contains("Zeile " + (lines - 1), "Prüfsumme");
      }
    }
  }

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
  void signs_without_a_look_are_left_out() throws Exception {
    assertThat(text(Paper.of("A\u0000B\u0007\ufe0fC", Locale.GERMAN).text("x\u001by").pdf()))
        .contains("ABC", "xy");
  }

  /**
   * Where the words of all columns need more than a line, letters get smaller before words break.
   */
  @Test
  void the_words_and_days_of_a_wide_table_stay_whole() throws Exception {
    var heads =
        List.of(
            "Antrag",
            "Programm",
            "Konsortium",
            "Stand",
            "Beantragt",
            "Bewilligt",
            "Frist",
            "Mittel");
    var row =
        List.of(
            "Ampelvorrang für Busse und Rettungswagen",
            "Förderprogramm Verkehrsinfrastruktur",
            "Verkehrsdatenkonsortium",
            "Bestandskräftig",
            "12.345.678,90 €",
            "10.345.678,90 €",
            "11.11.2026",
            "Verwendungsnachweis");
    var text =
        text(
            Paper.of("Anträge", Locale.GERMAN)
                .dense()
                .landscape()
                .table(heads, List.of(row))
                .pdf());
    for (var cells : List.of(heads, row))
      for (var cell : cells) assertThat(text).contains(List.of(cell.split(" ")));
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
  void what_people_type_stands_in_the_paper_sign_by_sign() {
    var typed =
        "CO₂-Bilanz ✓ geprüft, Nicht‑öffentlich; 10⁻³ m², H₂O, x₁ ≤ ½ ∑ √2 ≠ ∞ → ⇒ ■ □ ☐ ☑ • ‣ – —"
            + " Łódź Ğüneş Đặng Приём Ωμέγα €₺£ № ℃ ‰ ① ② ★ ☎ ✉ ✅ ❌ 👍 😀 𝑥 ⟨a⟩ � Ⅳ ﬁ";
    var words = Printed.of(Paper.of(typed, Locale.GERMAN).heading(typed).text(typed).pdf());
    assertThat(words.outside()).isEmpty();
    assertThat(Printed.solid(words.text())).isEqualTo(Printed.solid(typed.repeat(3)));
  }

  @Test
  void a_sign_that_no_font_has_is_refused_with_its_name_and_place() {
    for (var sign : List.of("日", "\u05d0", "\u0628", "\uf0b7", "\ufffc", "\u202e", "\u0378"))
      assertThatThrownBy(
              () -> Paper.of("Titel", Locale.GERMAN).text("Der Antrag " + sign + " ist da"))
          .isInstanceOfSatisfying(
              Rejected.class,
              no -> {
                assertThat(no.code()).isEqualTo("sign-not-printable");
                assertThat(no.args())
                    .containsEntry("sign", sign)
                    .containsEntry("code", "U+%04X".formatted((int) sign.charAt(0)));
                assertThat(no.args().get("place").toString())
                    .contains("Der Antrag ▶" + sign + "◀ ist da");
              });
    assertThatThrownBy(() -> Signs.check("halb \ud83d"))
        .isInstanceOfSatisfying(
            Rejected.class, no -> assertThat(no.args()).containsEntry("code", "U+D83D"));
  }

  @Test
  void tabs_are_columns() throws Exception {
    var pdf = Paper.of("T", Locale.GERMAN).text("Kosten:\nJahr\tKosten\n2027\t12.000\n\tein").pdf();
    assertThat(text(pdf)).contains("Jahr Kosten", "2027 12.000");
    var places = new java.util.HashMap<String, Float>();
    var reader =
        new PDFTextStripper() {
          @Override
          protected void writeString(
              String words, List<org.apache.pdfbox.text.TextPosition> signs) {
            places.put(words, signs.getFirst().getX());
          }
        };
    try (var file = load(pdf)) {
      reader.getText(file);
    }
    assertThat(places).containsKeys("Jahr", "Kosten", "2027", "12.000");
    assertThat(places.get("Kosten")).isGreaterThan(places.get("2027") + 40);
    assertThat(places.get("12.000")).isGreaterThan(places.get("Jahr") + 40);
  }

  @Test
  void what_is_longer_than_a_line_is_broken_and_no_column_leaves_the_page() {
    var title = "Donaudampfschifffahrts".repeat(4) + "xy";
    var address = "https://foerderturm.example.org/" + "unterlagen".repeat(16);
    var file = "Anlage_".repeat(16) + "Plan.pdf";
    var sum = "a1b2c3d4".repeat(8);
    var pdf =
        Paper.of(title, Locale.GERMAN)
            .foot(title)
            .heading(title)
            .text("Siehe " + address + ".")
            .facts(Map.of(title, address))
            .list(List.of(title))
            .table(
                List.of("Unterlage", "SHA-256"),
                List.of(List.of(file, sum), List.of("kurz.pdf", sum), List.of(address, sum)))
            .table(List.of("SHA-256", title), List.of(List.of(sum, "1")))
            .signatures(List.of(title, file))
            .pdf();
    var words = Printed.of(pdf);
    assertThat(words.outside()).isEmpty();
    assertThat(Printed.solid(words.text()))
        .contains(title + title + "Siehe" + address + ".")
        .contains(file + sum + "kurz.pdf" + sum + address + sum);
    assertThat(Printed.faults(pdf)).isEmpty();
  }

  @Test
  void a_cell_longer_than_a_page_is_printed_whole() {
    var lines = java.util.stream.IntStream.range(0, 160).mapToObj(i -> "Zeile" + i).toList();
    var long_ = String.join("\n", lines);
    var words =
        Printed.of(
            Paper.of("T", Locale.GERMAN)
                .table(List.of("a", "b"), List.of(List.of("1", long_)))
                .facts(Map.of("f", long_))
                .pdf());
    assertThat(words.outside()).isEmpty();
    assertThat(words.text()).contains(lines);
  }

  @Test
  void headings_are_bookmarks_addresses_are_links_and_languages_are_marked() throws Exception {
    var pdf =
        Paper.of("Niederschrift", Locale.GERMAN)
            .heading("Ö 1  Bericht")
            .subheading("Anlagen")
            .heading("Ö 2  Haushalt")
            .text("Der Ausschuss hat das Angebot mit der Anlage beraten.")
            .text("Summary: the board of the alliance took note of the report.")
            .text("Mehr unter https://example.org/a?b=c&d, dort auch die Anlage.")
            .pdf();
    try (var file = load(pdf)) {
      var marks = new java.util.ArrayList<String>();
      for (var mark : file.getDocumentCatalog().getDocumentOutline().children()) {
        marks.add(mark.getTitle());
        for (var below : mark.children()) marks.add("- " + below.getTitle());
      }
      assertThat(marks)
          .containsExactly("Niederschrift", "Ö 1 Bericht", "- Anlagen", "Ö 2 Haushalt");
      var link =
          (org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink)
              file.getPage(0).getAnnotations().getFirst();
      assertThat(
              ((org.apache.pdfbox.pdmodel.interactive.action.PDActionURI) link.getAction())
                  .getURI())
          .isEqualTo("https://example.org/a?b=c&d");
      var languages = new java.util.ArrayList<String>();
      collect(file.getDocumentCatalog().getStructureTreeRoot().getKids(), languages);
      assertThat(languages).containsOnlyOnce("en");
    }
    assertThat(Printed.faults(pdf)).isEmpty();
  }

  private static void collect(List<Object> parts, List<String> languages) {
    for (var part : parts)
      if (part
          instanceof
          org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement
              element) {
        if (element.getLanguage() != null) languages.add(element.getLanguage());
        collect(element.getKids(), languages);
      }
  }

  @Test
  void a_paper_may_be_filed_and_read_aloud() {
    var pdf =
        Paper.of("Niederschrift ✓", Locale.GERMAN)
            .landscape()
            .dense()
            .foot("Büro")
            .heading("CO₂")
            .text("a\tb\n1\t2\nText 😀 𝑥 ⚠")
            .list(List.of("eins"))
            .facts(Map.of("Ort", "Dortmund"))
            .table(List.of("Zeile", "Euro ▸"), List.of(List.of("Personal", "1.234,50")))
            .signatures(List.of("Vorsitz", "Schriftführung", "Zeuge"))
            .pdf();
    assertThat(Printed.faults(pdf)).isEmpty();
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
