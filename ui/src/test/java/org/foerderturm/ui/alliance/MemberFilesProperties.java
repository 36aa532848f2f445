package org.foerderturm.ui.alliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.foerderturm.alliance.AllianceQuery.KnownMember;
import org.foerderturm.alliance.AllianceQuery.MemberDetails;
import org.foerderturm.alliance.AllianceQuery.MemberRow;
import org.foerderturm.alliance.ContributionClass;
import org.foerderturm.alliance.ExpertTeam;
import org.foerderturm.alliance.Figures;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.calendar.WrittenDays;
import org.foerderturm.consortium.Topic;
import org.foerderturm.imports.Table;
import org.foerderturm.imports.TableFile;
import org.foerderturm.intake.MemberColumn;
import org.foerderturm.intake.MemberSheet;
import org.foerderturm.intake.NewMember;
import org.foerderturm.ui.common.Messages;
import org.jspecify.annotations.Nullable;

/** What the product writes, it reads: whoever is in the list, in either language. */
class MemberFilesProperties {

  private static final LocalDate LONG_AGO = LocalDate.of(1890, 1, 1);
  private static final LocalDate FOUNDED = LocalDate.of(2016, 12, 9);

  @Property(tries = 300)
  void the_list_of_the_office_read_again_changes_nothing(
      @ForAll("members") List<MemberDetails> members,
      @ForAll boolean english,
      @ForAll boolean csv) {
    var table = exported(members, english, csv);
    var columns = MemberColumn.proposed(table.headers());
    assertThat(columns).containsOnlyKeys(MemberColumn.values());
    var known = members.stream().map(MemberFilesProperties::known).toList();
    var found = MemberSheet.of(table, columns, known, done -> true);
    assertThat(found).isNotNull();
    assertThat(found.refused()).isEmpty();
    assertThat(found.fresh()).isEmpty();
    assertThat(found.known())
        .extracting(MemberSheet.KnownRow::memberId)
        .containsExactlyElementsOf(members.stream().map(m -> m.row().memberId()).toList());
  }

  @Property(tries = 300)
  void the_list_read_by_an_empty_office_says_of_each_what_it_was(
      @ForAll("members") List<MemberDetails> members,
      @ForAll boolean english,
      @ForAll boolean csv) {
    // who is said to have joined before 1900 is entered by hand in another office
    var joined =
        members.stream()
            .filter(m -> m.row().joinedOn() != null && m.row().joinedOn().getYear() >= 1900)
            .toList();
    if (joined.isEmpty()) return; // a list without rows is refused in words
    var table = exported(joined, english, csv);
    var found =
        MemberSheet.of(table, MemberColumn.proposed(table.headers()), List.of(), done -> true);
    assertThat(found).isNotNull();
    assertThat(found.refused()).isEmpty();
    assertThat(found.fresh()).hasSameSizeAs(joined);
    for (int i = 0; i < joined.size(); i++) assertSame(found.fresh().get(i), joined.get(i));
  }

  private static void assertSame(NewMember read, MemberDetails written) {
    // blanks are alike and stand once
    assertThat(read.name()).isEqualTo(written.row().name().replaceAll("[\\s\u00a0]+", " ").strip());
    assertThat(read.kind().code()).isEqualTo(written.row().kind());
    assertThat(read.joinedOn()).isEqualTo(written.row().joinedOn());
    assertThat(read.registerId()).isEqualTo(written.registerId());
    assertThat(
            new Figures(
                read.staff(),
                read.turnoverCents(),
                read.groupStaff(),
                read.groupTurnoverCents(),
                read.foundedOn()))
        .isEqualTo(written.figures());
    assertThat(read.topics()).map(MemberFilesProperties::code).isEqualTo(written.topics());
    assertThat(read.expertTeams()).map(ExpertTeam::code).isEqualTo(written.expertTeams());
  }

  // ---- the file

  private static Table exported(List<MemberDetails> members, boolean english, boolean csv) {
    var ui = new UI();
    ui.setLocale(english ? Messages.ENGLISH : Messages.GERMAN);
    UI.setCurrent(ui);
    try {
      var book =
          MemberFiles.list(
              (offset, limit) ->
                  members.subList(
                      Math.min(offset, members.size()), Math.min(offset + limit, members.size())));
      var file = TableFile.of("liste.xlsx", book);
      var table = file.read(file.found());
      if (!csv) return table;
      var saved = TableFile.of("liste.csv", saved(table, english));
      return saved.read(saved.found());
    } finally {
      UI.setCurrent(null);
    }
  }

  /** As a spreadsheet saves it: days and amounts as they are shown, signs between as it must. */
  private static byte[] saved(Table table, boolean english) {
    var lines = new ArrayList<String>();
    char between = english ? ',' : ';';
    lines.add(line(table.headers(), between));
    for (var row : table.rows()) {
      var cells = new ArrayList<String>();
      for (int i = 0; i < table.headers().size(); i++) {
        var cell = row.cell(i);
        cells.add(
            cell.day() != null
                ? WrittenDays.day(cell.day(), english ? Messages.ENGLISH : Messages.GERMAN)
                : cell.number() == null
                    ? cell.text()
                    : table.headers().get(i).contains("€")
                        ? String.format(
                            english ? Locale.UK : Locale.GERMANY, "%,.2f", cell.number())
                        : cell.number().toPlainString());
      }
      lines.add(line(cells, between));
    }
    return ("\ufeff" + String.join("\r\n", lines)).getBytes(StandardCharsets.UTF_8);
  }

  private static String line(List<String> cells, char between) {
    return cells.stream()
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(String.valueOf(between)));
  }

  // ---- members

  private static KnownMember known(MemberDetails member) {
    return new KnownMember(
        member.row().memberId(),
        member.row().name(),
        member.registerId(),
        member.row().status(),
        member.leftOn(),
        topics(member));
  }

  private static List<Topic> topics(MemberDetails member) {
    return List.of(Topic.values()).stream()
        .filter(topic -> member.topics().contains(code(topic)))
        .toList();
  }

  private static String code(Topic topic) {
    return topic.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Provide
  Arbitrary<List<MemberDetails>> members() {
    return Combinators.combine(
            names(),
            Arbitraries.of(MemberKind.class),
            Arbitraries.of("member", "left", "prospect", "closed"),
            Arbitraries.integers().between(0, 6000),
            figures(),
            Arbitraries.of(Topic.class).list().uniqueElements().ofMaxSize(6),
            Arbitraries.of(ExpertTeam.class).list().uniqueElements().ofMaxSize(6),
            Arbitraries.of(ContributionClass.class).injectNull(0.3))
        .as(MemberFilesProperties::member)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(MemberFilesProperties::told);
  }

  /** Letters of many alphabets, as commands record them: composed, without blanks around. */
  private static Arbitrary<String> names() {
    var letters =
        Arbitraries.strings()
            .withCharRange('A', 'Z')
            .withCharRange('a', 'z')
            .withCharRange('0', '9')
            .withCharRange('\u00c0', '\u024f')
            .withCharRange('\u0391', '\u03c9')
            .withCharRange('\u0410', '\u044f')
            .withChars(
                " \u00a0\u2011-.,;&/()'\"„“‚‘’»«#=+@_:!?%€₂²µ\u0308\u0301\u0327\u00df\u1e9e\u2009\u200d\u00ad\t")
            .ofMinLength(1)
            .ofMaxLength(40);
    var odd =
        Arbitraries.of(
            "=1+1",
            "-5",
            "+49 231 1",
            "@Hafen",
            "0815",
            "1.2",
            "01.02.2026",
            "WAHR",
            "1E5",
            "#1 Energie",
            "_x000A_ Werk",
            "sep=;",
            "Name",
            "Stand: 2026",
            "Zeche \"Zollern\"; Werk, II",
            "Gu\u0308lo\u0308den",
            "Stra\u00dfe Ⅷ",
            "Ｆｕｌｌ");
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, letters), net.jqwik.api.Tuple.of(1, odd))
        .map(name -> Normalizer.normalize(name, Normalizer.Form.NFC).strip())
        // a blank that does not break is none to Java
        .filter(name -> !name.replaceAll("[\\s\\p{Z}]", "").isEmpty());
  }

  private static Arbitrary<Figures> figures() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 400_000),
            Arbitraries.longs().between(0, 99_999_999_999_99L),
            Arbitraries.integers().between(0, 400_000).injectNull(0.5),
            Arbitraries.longs().between(0, 9_999_999_999L).injectNull(0.5),
            Arbitraries.integers().between(0, 60_000).injectNull(0.4))
        .as(
            (staff, turnover, moreStaff, moreTurnover, days) ->
                new Figures(
                    staff,
                    turnover,
                    moreStaff == null ? null : staff + moreStaff,
                    moreTurnover == null ? null : turnover + moreTurnover,
                    days == null ? null : LocalDate.of(1850, 1, 1).plusDays(days)));
  }

  private static MemberDetails member(
      String name,
      MemberKind kind,
      String status,
      int days,
      Figures figures,
      List<Topic> topics,
      List<ExpertTeam> teams,
      @Nullable ContributionClass charged) {
    boolean inside = status.equals("member") || status.equals("left");
    var joined = inside ? (days % 7 == 0 ? LONG_AGO : FOUNDED).plusDays(days / 2) : null;
    var fitting =
        kind == MemberKind.COMPANY
            ? figures
            : new Figures(
                figures.staff(), figures.turnoverCents(), null, null, figures.foundedOn());
    return new MemberDetails(
        new MemberRow(
            "",
            name,
            kind.code(),
            status,
            joined,
            charged == null ? null : charged.code(),
            days * 17L,
            Instant.EPOCH),
        days % 3 == 0 ? "HRB " + days : null,
        foundedBefore(fitting, joined),
        topics.stream().map(MemberFilesProperties::code).toList(),
        teams.stream().map(ExpertTeam::code).toList(),
        null,
        null,
        null,
        null,
        status.equals("left") && joined != null ? joined.plusDays(days) : null,
        null,
        List.of(),
        List.of());
  }

  private static Figures foundedBefore(Figures figures, @Nullable LocalDate joined) {
    var founded = figures.foundedOn();
    return founded == null || joined == null || !founded.isAfter(joined)
        ? figures
        : new Figures(
            figures.staff(),
            figures.turnoverCents(),
            figures.groupStaff(),
            figures.groupTurnoverCents(),
            joined);
  }

  /** One of each name and number, as the register has them, each with an id. */
  private static List<MemberDetails> told(List<MemberDetails> all) {
    var names = new HashSet<String>();
    var numbers = new HashSet<String>();
    var kept = new ArrayList<MemberDetails>();
    for (var member : all) {
      var row = member.row();
      if (kept.stream().anyMatch(other -> MemberSheet.same(other.row().name(), row.name())))
        continue;
      if (!names.add(row.name())) continue;
      if (member.registerId() != null && !numbers.add(member.registerId())) continue;
      kept.add(
          new MemberDetails(
              new MemberRow(
                  "m" + kept.size(),
                  row.name(),
                  row.kind(),
                  row.status(),
                  row.joinedOn(),
                  row.contributionClass(),
                  row.openCents(),
                  row.movedAt()),
              member.registerId(),
              member.figures(),
              member.topics(),
              member.expertTeams(),
              null,
              null,
              null,
              null,
              member.leftOn(),
              null,
              List.of(),
              List.of()));
    }
    return kept;
  }
}
