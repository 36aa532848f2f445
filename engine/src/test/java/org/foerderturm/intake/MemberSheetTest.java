package org.foerderturm.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foerderturm.alliance.AllianceQuery.KnownMember;
import org.foerderturm.alliance.ExpertTeam;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.consortium.Topic;
import org.foerderturm.imports.Files;
import org.foerderturm.imports.TableFile;
import org.foerderturm.intake.MemberSheet.Findings;
import org.foerderturm.intake.MemberSheet.RefusedRow;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

@Tag("time")
class MemberSheetTest {
  private static final String HEAD =
      "Mitglied;Art der Organisation;Mitglied seit;HRB;Mitarbeiter;Umsatz;Gegründet;Themen;Expertenteam";

  @Test
  void headings_say_what_the_columns_mean() {
    assertThat(MemberColumn.proposed(List.of("Firma", "Umsatz in €", "Typ", "Beitritt", "Ort")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                MemberColumn.NAME, 0,
                MemberColumn.TURNOVER, 1,
                MemberColumn.KIND, 2,
                MemberColumn.JOINED_ON, 3));
  }

  @Test
  void a_row_is_taken_with_all_that_it_says() {
    var found =
        found(
            List.of(),
            "Zeche  Zollern GmbH;Unternehmen;02.03.2017;HRB 12;1.250;3.500.000,50 €;1898-09-01;Energie,"
                + " Mobilität und Logistik;Energie und Klima");
    assertThat(found.refused()).isEmpty();
    var zeche = found.fresh().getFirst();
    assertThat(zeche.name()).isEqualTo("Zeche Zollern GmbH");
    assertThat(zeche.kind()).isEqualTo(MemberKind.COMPANY);
    assertThat(zeche.joinedOn()).isEqualTo(LocalDate.of(2017, 3, 2));
    assertThat(zeche.staff()).isEqualTo(1250);
    assertThat(zeche.turnoverCents()).isEqualTo(3_500_000_50L);
    assertThat(zeche.foundedOn()).isEqualTo(LocalDate.of(1898, 9, 1));
    assertThat(zeche.topics()).containsExactly(Topic.ENERGY, Topic.MOBILITY_LOGISTICS);
    assertThat(zeche.expertTeams()).containsExactly(ExpertTeam.ENERGY_CLIMATE);
    assertThat(zeche.registerId()).isEqualTo("HRB 12");
  }

  @Test
  void thousands_and_decimals_of_both_languages_are_told_apart() {
    for (var written :
        List.of("1.234,50", "1,234.50", "1234.5", "1234,5", "1 234,50 €", "EUR 1234,50"))
      assertThat(found(List.of(), "A;ngo;1.1.2020;;;" + written).fresh().getFirst().turnoverCents())
          .as(written)
          .isEqualTo(123_450L);
    assertThat(found(List.of(), "A;ngo;1.1.2020;;1.234").fresh().getFirst().staff())
        .isEqualTo(1234);
  }

  /** Rows of which nothing is right but a refusal have none; the others are taken or refused. */
  @ParameterizedTest
  @CsvFileSource(resources = "numbers/right.csv", delimiter = ';')
  void an_amount_of_a_list_is_right_or_refused(int row, String right, @Nullable String code)
      throws IOException {
    var bytes = getClass().getResourceAsStream("numbers/members.csv").readAllBytes();
    var file = TableFile.of("members.csv", bytes);
    var table = file.read(file.found());
    var found =
        MemberSheet.of(table, MemberColumn.proposed(table.headers()), List.of(), done -> true);
    var name = "Zahl %02d GmbH".formatted(row);
    if (code == null)
      assertThat(found.fresh())
          .filteredOn(member -> member.name().equals(name))
          .extracting(NewMember::turnoverCents)
          .containsExactly(new BigDecimal(right).movePointRight(2).longValueExact());
    else
      assertThat(found.refused())
          .filteredOn(no -> no.row() == row + 1)
          .extracting(RefusedRow::column, RefusedRow::code)
          .containsExactly(tuple(MemberColumn.TURNOVER, code));
  }

  @Test
  void each_wrong_row_says_where_and_what() {
    var found =
        found(
            List.of(),
            ";Verband;1.1.2020",
            "B;Brieftaubenverein;1.1.2020",
            "C;Verband;",
            "D;Verband;31.02.2020",
            "E;Verband;1.1.2020;;viele",
            "F;Unternehmen;1.1.2020",
            "G;Verband;1.1.2020;;;;;Raumfahrt",
            "H;Verband;1.1.2020;;-3",
            "I;Verband;1.1.2020;;;;2.2.2021",
            "J;Verband;1.1.2020;;3,5",
            "K;Verband;1.1.2020",
            "k;Verband;1.1.2021");
    assertThat(found.refused())
        .extracting(RefusedRow::row, RefusedRow::column, RefusedRow::code)
        .containsExactly(
            row(2, MemberColumn.NAME, "member-name-missing"),
            row(3, MemberColumn.KIND, "kind-unknown"),
            row(4, MemberColumn.JOINED_ON, "joined-missing"),
            row(5, MemberColumn.JOINED_ON, "not-a-day"),
            row(6, MemberColumn.STAFF, "not-a-number"),
            row(7, MemberColumn.STAFF, "figures-missing"),
            row(8, MemberColumn.TOPICS, "topic-unknown"),
            row(9, MemberColumn.STAFF, "figures-negative"),
            row(10, MemberColumn.JOINED_ON, "joined-before-founded"),
            row(11, MemberColumn.STAFF, "not-a-whole-number"),
            row(13, MemberColumn.NAME, "twice-in-file"));
    assertThat(found.refused().get(1).value()).isEqualTo("Brieftaubenverein");
    assertThat(found.refused().getLast().args()).containsEntry("row", 12);
    assertThat(found.fresh()).extracting(NewMember::name).containsExactly("K");
  }

  @Test
  void nobody_joins_in_the_future_or_long_ago_by_a_slip() {
    var today = LocalDate.now(WorkingDays.OFFICE);
    var found =
        found(
            List.of(),
            "A;ngo;" + today.plusDays(1),
            "B;ngo;01.01.2130",
            "C;ngo;01.05.1850",
            "D;ngo;31.12.1899",
            "E;ngo;01.01.1900",
            "F;ngo;" + today);
    assertThat(found.refused())
        .extracting(RefusedRow::row, RefusedRow::column, RefusedRow::code)
        .containsExactly(
            row(2, MemberColumn.JOINED_ON, "day-in-future"),
            row(3, MemberColumn.JOINED_ON, "day-in-future"),
            row(4, MemberColumn.JOINED_ON, "joined-long-ago"),
            row(5, MemberColumn.JOINED_ON, "joined-long-ago"));
    assertThat(found.fresh()).extracting(NewMember::name).containsExactly("E", "F");
  }

  @Test
  void who_joined_long_ago_by_the_register_is_known() {
    var register = List.of(new KnownMember("m1", "Zeche", null, "member"));
    var found = found(register, "Zeche;Verband;01.05.1850");
    assertThat(found.refused()).isEmpty();
    assertThat(found.known()).hasSize(1);
  }

  @Test
  void a_figure_that_is_too_large_is_told_so() {
    assertThat(found(List.of(), "A;ngo;1.1.2020;;3000000000;99999999999999999").refused())
        .extracting(RefusedRow::column, RefusedRow::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(MemberColumn.STAFF, "number-too-large"),
            org.assertj.core.groups.Tuple.tuple(MemberColumn.TURNOVER, "money-too-large"));
  }

  @Test
  void a_row_is_told_all_its_faults_and_counts_once() {
    var found =
        found(
            List.of(),
            "A;Verband;1.1.2020",
            "a;Zirkus;gestern;;viele;wenig;;Raumfahrt",
            ";Unternehmen;1.1.2020;;;;2.2.2021",
            "B;Zirkus;1.1.2020",
            "B;Verband;1.1.2020");
    assertThat(found.refused())
        .extracting(RefusedRow::row, RefusedRow::column, RefusedRow::code)
        .containsExactly(
            row(3, MemberColumn.KIND, "kind-unknown"),
            row(3, MemberColumn.STAFF, "not-a-number"),
            row(3, MemberColumn.TURNOVER, "not-a-number"),
            row(3, MemberColumn.TOPICS, "topic-unknown"),
            row(3, MemberColumn.JOINED_ON, "not-a-day"),
            row(3, MemberColumn.NAME, "twice-in-file"),
            row(4, MemberColumn.NAME, "member-name-missing"),
            row(4, MemberColumn.JOINED_ON, "joined-before-founded"),
            row(4, MemberColumn.STAFF, "figures-missing"),
            row(5, MemberColumn.KIND, "kind-unknown"));
    assertThat(found.refusedRows()).isEqualTo(3);
    assertThat(found.fresh()).as("a wrong row spoils no good one").hasSize(2);
  }

  @Test
  void who_is_in_the_register_is_known_by_number_or_name() {
    var register =
        List.of(
            new KnownMember("m1", "Zeche Zollern GmbH", "HRB 12", "member"),
            new KnownMember("m2", "Verband", null, "member"),
            new KnownMember("m3", "Anfrager", null, "prospect"),
            new KnownMember(
                "m4",
                "Heimkehrer",
                null,
                "left",
                LocalDate.of(2019, 6, 30),
                List.of(Topic.ENERGY)));
    var found =
        found(
            register,
            "Zollern neu GmbH;Verband;1.1.2020;hrb  12",
            "VERBAND;Verband;1.1.2020",
            "Anfrager;Verband;1.1.2020",
            "Heimkehrer;Verband;1.7.2019",
            "Zeche Zollern GmbH;Verband;1.1.2020;HRB 13");
    assertThat(found.known()).extracting("memberId").containsExactly("m1", "m2");
    assertThat(found.refused())
        .extracting(RefusedRow::row, RefusedRow::column, RefusedRow::code)
        .containsExactly(row(4, MemberColumn.NAME, "inquiry-already-open"));
    assertThat(found.fresh().getFirst().memberId()).isEqualTo("m4");
    assertThat(found.fresh().getLast().name()).isEqualTo("Zeche Zollern GmbH"); // another number
  }

  @Test
  void an_old_list_brings_nobody_back_who_left() {
    var register =
        List.of(
            new KnownMember(
                "m1", "Zeche", null, "left", LocalDate.of(2019, 6, 30), List.of(Topic.ENERGY)));
    for (var row : List.of("Zeche;Verband;1.1.2010", "Zeche;Verband;30.6.2019", "Zeche;Verband;"))
      assertThat(found(register, row).known()).as(row).hasSize(1);
    var back = found(register, "Zeche;Verband;1.7.2019").fresh().getFirst();
    assertThat(back.memberId()).isEqualTo("m1");
    assertThat(back.topics())
        .as("a list without topics takes none away")
        .containsExactly(Topic.ENERGY);
  }

  @Test
  void a_list_without_figures_or_days_says_nothing_new_of_those_who_are_known() {
    var register =
        List.of(
            new KnownMember("m1", "Zeche GmbH", null, "member"),
            new KnownMember("m2", "Anfrager GmbH", null, "prospect"));
    var found = found(register, "Zeche GmbH;Unternehmen;1.1.2010", "Anfrager GmbH;Unternehmen;");
    assertThat(found.refused()).isEmpty();
    assertThat(found.known()).hasSize(2);
  }

  @Test
  void two_of_one_name_are_told_apart_by_their_numbers() {
    var found =
        found(
            List.of(),
            "Zeche;Verband;1.1.2020;HRB 1",
            "Zeche;Verband;1.1.2020;HRB 2",
            "Zeche;Verband;1.1.2020",
            "Halde;Verband;1.1.2020;HRB 2");
    assertThat(found.fresh()).hasSize(2);
    assertThat(found.refused())
        .extracting(RefusedRow::row, RefusedRow::column, RefusedRow::code)
        .containsExactly(
            row(4, MemberColumn.NAME, "twice-in-file"),
            row(5, MemberColumn.REGISTER_ID, "twice-in-file"));
  }

  // ---- files as people bring them

  @Test
  void a_title_above_the_headings_is_passed_over_and_a_note_below_is_refused_by_its_row() {
    assertThat(found("03-title-line/members.csv").fresh())
        .extracting(NewMember::row, NewMember::name)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(4, "Seilscheibe e.V."));
    var found = found("03-title-line/members-excel-tail.csv");
    assertThat(found.fresh()).extracting(NewMember::name).containsExactly("Haspel e.V.");
    assertThat(found.refused()).isNotEmpty().allMatch(refused -> refused.row() == 4);
  }

  @Test
  void a_title_of_several_cells_is_none_of_the_headings() {
    var file =
        TableFile.of(
            "a.csv", Files.text("Liste;Stand 30.11.2026;", "Name;Art;Beitritt", "A;ngo;1.1.2020"));
    assertThat(MemberColumn.headings(file.read(file.found()).first())).isEqualTo(2);
  }

  @Test
  void the_line_that_tells_the_separator_is_no_row() {
    assertThat(found("02-sep-line/members.csv").fresh())
        .extracting(NewMember::name)
        .containsExactly("Grubenlicht e.V.", "Fördergerüst e.V.");
    assertThat(found("02-sep-line/members-comma.csv").fresh())
        .extracting(NewMember::name)
        .containsExactly("Wetterschacht, Verein");
  }

  @Test
  void both_forms_of_an_umlaut_are_one_letter() {
    var taken = found("06-nfd/nfd.csv").fresh().getFirst();
    assertThat(taken.name()).isEqualTo("G\u00fcl\u00f6den F\u00f6rderkreis e.V.");
    var register = List.of(new KnownMember("m1", "Gülöden Förderkreis e.V.", null, "member"));
    assertThat(found(register, file("06-nfd/nfd.csv")).fresh()).isEmpty();
    assertThat(found(register, file("06-nfd/nfd.csv")).known()).hasSize(1);
  }

  @Test
  void cells_with_errors_and_formulas_without_result_refuse_their_rows() {
    assertThat(found("09-xlsx/error-cells.xlsx").refused())
        .extracting(RefusedRow::row, RefusedRow::column, RefusedRow::code)
        .containsExactly(
            row(2, MemberColumn.NAME, "cell-error"), row(3, MemberColumn.STAFF, "cell-error"));
    assertThat(found("09-xlsx/formulas-without-result.xlsx").refused())
        .extracting(RefusedRow::row, RefusedRow::column, RefusedRow::code)
        .containsExactly(
            row(2, MemberColumn.NAME, "formula-without-result"),
            row(2, MemberColumn.JOINED_ON, "formula-without-result"));
  }

  @Test
  void a_result_is_what_the_spreadsheet_shows() {
    var taken = found("09-xlsx/formulas-with-result.xlsx").fresh().getFirst();
    assertThat(taken.name()).isEqualTo("Formel e.V.");
    assertThat(taken.joinedOn()).isEqualTo(LocalDate.of(2026, 7, 1));
    assertThat(taken.staff()).isEqualTo(12);
    assertThat(taken.turnoverCents()).isEqualTo(30);
  }

  @Test
  void a_strict_spreadsheet_says_how_to_save_it() {
    assertThatThrownBy(() -> file("09-xlsx/strict.xlsx"))
        .isInstanceOf(Rejected.class)
        .hasMessage("file-strict-spreadsheet");
  }

  @Test
  void one_wrong_byte_spoils_its_row_and_no_other() {
    var good = "Name;Art;Beitritt\nFörderverein Süd;Verband;1.1.2020\nHal?e;Verband;1.1.2020";
    var bytes = good.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) if (bytes[i] == '?') bytes[i] = (byte) 0xE4;
    var found = found(List.of(), TableFile.of("a.csv", bytes));
    assertThat(found.fresh()).extracting(NewMember::name).containsExactly("Förderverein Süd");
    assertThat(found.refused())
        .extracting(RefusedRow::row, RefusedRow::column, RefusedRow::code)
        .containsExactly(row(3, MemberColumn.NAME, "cell-not-readable"));
  }

  private static Findings found(String name) {
    return found(List.of(), file(name));
  }

  private static TableFile file(String name) {
    try (var content = MemberSheetTest.class.getResourceAsStream("/cases/" + name)) {
      return TableFile.of(name, java.util.Objects.requireNonNull(content).readAllBytes());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Findings found(List<KnownMember> register, TableFile file) {
    var table = file.read(file.found());
    var found =
        MemberSheet.of(table, MemberColumn.proposed(table.headers()), register, done -> true);
    if (found == null) throw new AssertionError("stopped");
    return found;
  }

  @Test
  void the_same_organisation_gets_the_same_id_in_every_list() {
    var one = found(List.of(), "Zeche;Verband;1.1.2020").fresh().getFirst();
    var other = found(List.of(), "A;ngo;1.1.2020", "ZECHE;Verband;1.5.2021").fresh().getLast();
    assertThat(other.memberId()).isEqualTo(one.memberId());
  }

  @Test
  void without_a_needed_column_nothing_is_looked_at() {
    var file = TableFile.of("a.csv", Files.text("Name;Ort", "A;B"));
    var table = file.read(file.found());
    assertThatThrownBy(
            () ->
                MemberSheet.of(
                    table, MemberColumn.proposed(table.headers()), List.of(), done -> true))
        .isInstanceOf(Rejected.class)
        .hasMessage("column-missing");
  }

  @Test
  void ten_thousand_rows_of_which_37_are_wrong_are_told_apart() {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 10_000; i++)
      lines.add("Firma " + i + ";" + (i % 271 == 0 ? "Zirkus" : "ngo") + ";1.1.2020");
    var found = found(List.of(), lines.toArray(String[]::new));
    assertThat(found.refused()).hasSize(37);
    assertThat(found.fresh()).hasSize(9_963);
  }

  @Test
  void looking_can_be_stopped() {
    var file = TableFile.of("a.csv", Files.text(HEAD, "A;ngo;1.1.2020"));
    var table = file.read(file.found());
    assertThat(
            MemberSheet.of(table, MemberColumn.proposed(table.headers()), List.of(), done -> false))
        .isNull();
  }

  private static org.assertj.core.groups.Tuple row(int row, MemberColumn column, String code) {
    return org.assertj.core.groups.Tuple.tuple(row, column, code);
  }

  private static Findings found(List<KnownMember> register, String... rows) {
    var lines = new ArrayList<>(List.of(HEAD));
    lines.addAll(List.of(rows));
    var file = TableFile.of("a.csv", Files.text(lines.toArray(String[]::new)));
    var table = file.read(file.found());
    var found =
        MemberSheet.of(table, MemberColumn.proposed(table.headers()), register, done -> true);
    if (found == null) throw new AssertionError("stopped");
    return found;
  }
}
