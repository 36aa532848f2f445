package org.foerderturm.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.foerderturm.alliance.AllianceQuery.KnownMember;
import org.foerderturm.imports.Files;
import org.foerderturm.imports.TableFile;
import org.foerderturm.kernel.Rejected;

/** Whatever somebody uploads, the answer is a report or a refusal that says why. */
class AnyFileProperties {
  private static final String HEAD =
      "Name;Art;Beitritt;Beschäftigte;Umsatz;Gegründet;Themen;Expertenteams;Registernummer\n";
  private static final byte[] SHEET =
      Files.sheet(
          List.of(
              List.of("Name", "Art", "Beitritt", "Umsatz"),
              List.of("Zeche", "Unternehmen", LocalDate.of(2020, 1, 1), 12.5)));

  @Property(tries = 400)
  void any_bytes_are_answered(@ForAll byte[] bytes) {
    answered("liste.csv", bytes);
  }

  @Property(tries = 400)
  void any_text_below_good_headings_is_answered(@ForAll("rows") String rows) {
    answered("liste.csv", (HEAD + rows).getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 400)
  void a_damaged_spreadsheet_is_answered(
      @ForAll @IntRange(max = 4000) int at,
      @ForAll byte with,
      @ForAll @IntRange(max = 60) int cut) {
    var damaged = SHEET.clone();
    damaged[at % damaged.length] = with;
    answered(
        "liste.xlsx", cut == 0 ? damaged : java.util.Arrays.copyOf(damaged, damaged.length - cut));
  }

  @Property(tries = 200)
  void columns_named_wrongly_are_answered(
      @ForAll("rows") String rows, @ForAll @IntRange(min = -1, max = 12) int shift) {
    var bytes = (HEAD + "x;y\n" + rows).getBytes(StandardCharsets.UTF_8);
    var columns = new EnumMap<MemberColumn, Integer>(MemberColumn.class);
    for (var column : MemberColumn.values()) columns.put(column, column.ordinal() + shift);
    try {
      report(TableFile.of("liste.csv", bytes), columns);
    } catch (Rejected no) {
      assertThat(no.code()).isNotBlank();
    }
  }

  @Provide
  Arbitrary<String> rows() {
    var cell =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(12),
            Arbitraries.of(
                "Zeche",
                "Unternehmen",
                "company",
                "01.02.2020",
                "2020-02-30",
                "31.12.9999",
                "-5",
                "1.234,56",
                "1,234.56",
                "1e9",
                "99999999999999999999",
                "€",
                "\"",
                "\"a;b\"",
                "Energie",
                "Energie, Unsinn",
                "0",
                "",
                " "));
    return cell.list()
        .ofMaxSize(12)
        .map(cells -> String.join(";", cells))
        .list()
        .ofMaxSize(15)
        .map(lines -> String.join("\n", lines));
  }

  private static void answered(String name, byte[] bytes) {
    try {
      var file = TableFile.of(name, bytes);
      report(file, MemberColumn.proposed(file.read(file.found()).headers()));
    } catch (Rejected no) {
      assertThat(no.code()).isNotBlank();
    }
  }

  private static void report(TableFile file, Map<MemberColumn, Integer> columns) {
    var table = file.read(file.found());
    var known = List.of(new KnownMember("m1", "Zeche", "HRB 1", "member"));
    var findings = MemberSheet.of(table, columns, known, done -> true);
    assertThat(findings).isNotNull();
    assertThat(findings.fresh().size() + findings.known().size() + findings.refusedRows())
        .isEqualTo(table.rows().size());
    assertThat(findings.refused())
        .allSatisfy(refused -> assertThat(refused.code()).matches("[a-z-]+"));
  }
}
