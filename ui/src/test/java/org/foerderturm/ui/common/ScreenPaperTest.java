package org.foerderturm.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.foerderturm.document.Printed;
import org.foerderturm.kernel.Office;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Rejected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a screen's paper holds: everything that the screen says, and all rows. */
@ViewPackages(packages = "org.foerderturm.ui.common")
class ScreenPaperTest extends BrowserlessTest {
  private record Row(int number) {}

  private final TextField search = Lists.search("Suchen", typed -> {});

  @BeforeEach
  void german() {
    UI.getCurrent().setLocale(Locale.GERMAN);
  }

  @Test
  void the_paper_of_a_list_holds_all_rows_all_columns_and_its_filter_in_words() {
    var stage = Lists.filter("member.status", "member-status", List.of("member", "prospect"));
    stage.setValue("member");
    search.setValue("Strom₂");
    var pdf =
        paper(Ui.div("ft-filters", search, stage), list(67, 8), new Paragraph("unter der Liste"));
    var printed = Printed.of(pdf);
    assertThat(printed.outside()).isEmpty();
    assertThat(printed.pages()).isGreaterThan(1);
    var text = printed.text().replaceAll("\\s+", " ");
    assertThat(text)
        .contains("67 Zeilen", "Suchen: Strom₂", "Stand: Mitglied", "unter der Liste")
        .contains("Geschäftsstelle Allianz Smart City Dortmund");
    for (int column = 0; column < 8; column++) assertThat(text).contains("Spalte" + column);
    for (int row = 0; row < 67; row++) {
      assertThat(text).contains("Titel-" + row + "! in Arbeit");
      for (int column = 2; column < 8; column++)
        assertThat(text).contains("z" + row + "s" + column);
    }
    assertThat(text).doesNotContain("Löschen");
    assertThat(Printed.faults(pdf)).isEmpty();
  }

  @Test
  void a_part_around_another_does_not_stand_for_it() {
    var side = new com.vaadin.flow.component.html.Section(about("Teuer"));
    assertThat(Printed.of(paper(side)).text()).contains("Über den Antrag", "Teuer");
  }

  @Test
  void what_a_screen_shows_in_two_places_is_printed_once() {
    var printed = Printed.of(paper(about("Teuer"), about("Teuer"), about("Billig"))).text();
    assertThat(printed.split("Über den Antrag", -1)).hasSize(3);
    assertThat(printed.split("Teuer", -1)).hasSize(2);
    assertThat(printed).contains("Billig");
  }

  private static Component about(String value) {
    var facts = Ui.facts();
    Ui.fact(facts, "Urteil", value);
    return Ui.section("Über den Antrag", facts);
  }

  @Test
  void every_page_says_its_number_of_how_many_and_the_office() throws Exception {
    try (var file = Printed.open(paper(list(67, 3)))) {
      int pages = file.getNumberOfPages();
      for (int page = 1; page <= pages; page++) {
        var reader = new org.apache.pdfbox.text.PDFTextStripper();
        reader.setStartPage(page);
        reader.setEndPage(page);
        assertThat(reader.getText(file))
            .contains("Seite " + page + " von " + pages)
            .contains("Geschäftsstelle Allianz Smart City Dortmund · Liste · Stand");
      }
    }
  }

  @Test
  void columns_that_a_phone_shows_as_cards_are_columns_on_paper() {
    var list = list(3, 4);
    Lists.cards(list, row -> new Span("Karte " + row.number()));
    list.getColumns().forEach(column -> column.setVisible(!column.isVisible()));
    var text = Printed.of(paper(list)).text();
    assertThat(text).contains("3 Zeilen").doesNotContain("Karte");
  }

  @Test
  void tables_facts_lists_and_headings_of_a_page_stand_on_its_paper() {
    var facts = Ui.facts();
    Ui.fact(facts, "Beginn", "01.02.2027");
    Ui.fact(facts, "Ort", Ui.div("ft-lines", new Span("Rathaus"), new Span("Saal 2")));
    var table = Ui.table("Kosten", "Jahr", "Euro");
    var hidden = new Paragraph("verborgen");
    hidden.setVisible(false);
    var text =
        Printed.of(
                paper(
                    Ui.section("Angaben", facts),
                    table,
                    hidden,
                    new Paragraph(new Span("Text"), Ui.link("x", "mit Verweis")),
                    Ui.primary("Speichern", () -> {})))
            .text()
            .replaceAll("\\s+", " ");
    assertThat(text)
        .contains("Angaben Beginn 01.02.2027 Ort Rathaus Saal 2 Kosten Jahr Euro Text mit Verweis")
        .doesNotContain("verborgen")
        .doesNotContain("Speichern");
  }

  @Test
  void what_stands_side_by_side_is_kept_apart_and_a_sentence_is_not() {
    var item =
        new ListItem(Ui.link("x", "Leuchtturm Westerfilde"), Ui.chip(Ui.Tone.RUNNING, "Läuft"));
    var chain =
        new UnorderedList(new ListItem(Ui.span("s", "Konsortium"), Ui.div("n", new Span("Halle"))));
    chain.addClassName("ft-chain");
    var lights =
        Ui.div("l", Ui.chip(Ui.Tone.GOOD, "Umfang: grün"), Ui.chip(Ui.Tone.BAD, "Kosten: rot"));
    var text =
        words(
            new Div(Ui.chip(Ui.Tone.GOOD, "läuft"), new Span("seit 60 Tagen")),
            new UnorderedList(item),
            chain,
            lights,
            new Paragraph(new Text("Siehe "), Ui.link("x", "den Antrag"), new Text(", bitte.")));
    assertThat(text)
        .contains("läuft · seit 60 Tagen")
        .contains("Leuchtturm Westerfilde · Läuft")
        .contains("Konsortium Halle")
        .contains("Umfang: grün · Kosten: rot")
        .contains("Siehe den Antrag, bitte.");
  }

  @Test
  void what_happened_stands_on_paper_with_its_time_and_folded_parts_with_their_name() {
    var act =
        new ListItem(
            Ui.span("ft-act-time", "15:20"),
            Ui.div("ft-act-body", Ui.span("ft-act-sentence", "Petra hat entschieden.")));
    act.addClassName("ft-act");
    var ids = Ui.fold("Technische Angaben", new Span("definitionId"));
    ids.addClassName("ft-unprinted");
    assertThat(words(new OrderedList(act), Ui.fold("Vertrag", new Paragraph("Regeln")), ids))
        .contains("15:20 · Petra hat entschieden.")
        .contains("Vertrag Regeln")
        .doesNotContain("definitionId");
  }

  @Test
  void what_only_leads_elsewhere_is_not_printed() {
    var facts = Ui.facts();
    Ui.fact(facts, "Förderantrag", Ui.to("x", "zum Antrag"));
    Ui.fact(facts, "Bescheid", "DEMO 19");
    assertThat(words(facts, new Div(Ui.to("y", "Alle Vorgänge"))))
        .contains("Bescheid DEMO 19")
        .doesNotContain("Förderantrag", "zum Antrag", "Alle Vorgänge");
  }

  @Test
  void a_list_that_is_too_long_for_a_paper_says_so_before_the_click() {
    var list = list(GridRows.MOST + 1, 2);
    var desk = new Desk(mock(Office.class), mock(CurrentActor.class));
    var view = new View(desk, "Liste") {};
    view.add(list);
    UI.getCurrent().add(view);
    roundTrip();
    assertThat(ScreenText.of(way(view))).isEqualTo("PDF: erst eingrenzen, höchstens 5.000 Zeilen");
    Lists.lazy(list, (offset, limit) -> new Page<>(List.of(), 0), Row::number);
    roundTrip();
    assertThat(ScreenText.of(way(view))).isEmpty(); // the link itself is no text for a paper
  }

  @Test
  void a_list_that_nobody_would_read_on_paper_is_refused_in_words() {
    assertThatThrownBy(() -> paper(list(GridRows.MOST + 1, 2)))
        .isInstanceOfSatisfying(
            Rejected.class, no -> assertThat(no.code()).isEqualTo("print-too-long"));
  }

  private static Element way(View view) {
    return view.header()
        .getChildren()
        .flatMap(Component::getChildren)
        .filter(PaperWay.class::isInstance)
        .findFirst()
        .orElseThrow()
        .getElement();
  }

  private static String words(Component... parts) {
    return Printed.of(paper(parts)).text().replaceAll("\\s+", " ");
  }

  private static Grid<Row> list(int rows, int columns) {
    var list = Lists.<Row>grid("Liste");
    list.addComponentColumn(row -> Ui.link("x/" + row.number(), "Titel-" + row.number() + "!"))
        .setHeader("Spalte0");
    list.addComponentColumn(row -> Ui.chip(Ui.Tone.GOOD, "in Arbeit")).setHeader("Spalte1");
    for (int column = 2; column < columns; column++) {
      int here = column;
      list.addColumn(row -> "z" + row.number() + "s" + here)
          .setHeader("Spalte" + column)
          .setTextAlign(ColumnTextAlign.END);
    }
    list.addComponentColumn(row -> Ui.quiet("Löschen", () -> {})).setHeader("Handlung");
    Lists.lazy(
        list,
        (offset, limit) ->
            new Page<>(
                IntStream.range(offset, Math.min(rows, offset + limit)).mapToObj(Row::new).toList(),
                rows),
        Row::number);
    return list;
  }

  private static byte[] paper(Component... parts) {
    return ScreenPaper.of("Liste", List.of(parts)).pdf();
  }
}
