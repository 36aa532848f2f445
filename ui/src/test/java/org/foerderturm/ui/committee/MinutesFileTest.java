package org.foerderturm.ui.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingEvent.Ballot;
import org.foerderturm.committee.MeetingEvent.VotingMode;
import org.foerderturm.committee.MeetingQuery.AttendanceRow;
import org.foerderturm.committee.MeetingQuery.FileRow;
import org.foerderturm.committee.MeetingQuery.ItemRow;
import org.foerderturm.committee.MeetingQuery.MeetingDetails;
import org.foerderturm.committee.MeetingQuery.MeetingRow;
import org.foerderturm.committee.MeetingQuery.Minutes;
import org.foerderturm.committee.MeetingQuery.MoveRow;
import org.foerderturm.committee.MeetingQuery.PartRow;
import org.foerderturm.committee.SecretBallots;
import org.foerderturm.committee.Vote;
import org.foerderturm.document.Printed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MinutesFileTest {
  private static final Instant AT = Instant.parse("2026-12-10T15:00:00Z");
  private static final Map<String, String> NAMES = Map.of("anna", "Anna A.", "ben", "Ben B.");

  @Test
  void the_minutes_say_what_was_decided_and_where_it_is_proved() throws IOException {
    var text = text(Locale.GERMAN, true);
    assertThat(text)
        .contains("Niederschrift: Rat, 10.12.2026")
        .contains("von 09.12.2026, 16:00 auf 10.12.2026, 16:00 (Vorsitz erkrankt)")
        .contains("Offene Daten")
        .contains("2026-007")
        .contains("Plan.pdf")
        .contains("ab12")
        .contains("2 Ja, 1 Nein, 0 Enthaltungen")
        .contains("Beschlossen")
        .contains("Stelle 4711")
        .contains("Anna A. ist erschienen.")
        .contains("Ben B. ist befangen und wirkt nicht mit: Arbeitgeber")
        .contains("Nichtöffentlicher Teil")
        .contains("Vertrag mit Betreiber")
        .contains("Geschäftsgeheimnis")
        .contains("Abgelehnt");
  }

  @Test
  void the_public_minutes_say_nothing_of_the_closed_part_but_that_there_was_one()
      throws IOException {
    var text = text(Locale.GERMAN, false);
    assertThat(text)
        .contains("Öffentliche Niederschrift")
        .contains("Offene Daten")
        .contains("Nichtöffentlich behandelt: 1")
        .doesNotContain("Vertrag mit Betreiber")
        .doesNotContain("Geschäftsgeheimnis")
        .doesNotContain("Abgelehnt");
  }

  @Test
  void what_was_withdrawn_is_told_as_that_and_has_no_vote() throws IOException {
    for (var language : List.of(Locale.GERMAN, Locale.ENGLISH)) {
      var pdf = MinutesFile.of(withdrawn(), NAMES, language, true);
      try (var read = Loader.loadPDF(pdf)) {
        assertThat(new PDFTextStripper().getText(read))
            .contains(
                language.equals(Locale.GERMAN)
                    ? "Zurückgezogen; darüber wurde nicht abgestimmt. Grund: kein Geld mehr"
                    : "Withdrawn; no vote was taken. Reason: kein Geld mehr")
            .doesNotContain("Nicht behandelt", "Not dealt with");
      }
    }
  }

  @Test
  void the_minutes_are_there_in_english() throws IOException {
    assertThat(text(Locale.ENGLISH, true))
        .contains("Minutes: Rat")
        .contains("2 yes, 1 no, 0 abstentions")
        .contains("position 4711");
  }

  @Test
  void a_secret_ballot_names_who_handed_in_and_all_ballots() throws IOException {
    var text = text(Locale.GERMAN, true).replaceAll("\\s", "");
    assertThat(text)
        .contains("Stimmzettelabgegebenhaben:AnnaA.,BenB.")
        .contains(SecretBallots.hash(Vote.NO, "n1"));
  }

  /** What was typed in a meeting, once printed as # or run together. */
  @Test
  void the_minutes_show_the_signs_that_were_typed_and_tables_as_tables() throws IOException {
    var title = "CO₂-Bilanz";
    var words = "✓ geprüft, Nicht\u2011öffentlich\nJahr\tKosten\n2027\t12.000\n" + "a".repeat(190);
    var typed = meeting(title, words);
    var pdf = MinutesFile.of(typed, NAMES, Locale.GERMAN, true);
    var printed = Printed.of(pdf);
    assertThat(printed.outside()).isEmpty();
    assertThat(printed.text())
        .contains(title, "✓ geprüft, Nicht\u2011öffentlich", "Jahr Kosten", "2027 12.000");
    assertThat(Printed.solid(printed.text())).contains("a".repeat(190));
    assertThat(Printed.faults(pdf)).isEmpty();
  }

  @Test
  void the_four_files_of_minutes_have_names_that_tell_them_apart() {
    var meeting = meeting();
    assertThat(
            List.of(
                MinutesFile.name(meeting, Locale.GERMAN, true, false),
                MinutesFile.name(meeting, Locale.GERMAN, false, false),
                MinutesFile.name(meeting, Locale.GERMAN, true, true),
                MinutesFile.name(meeting, Locale.ENGLISH, true, true)))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.contains("2026-12-10") && name.contains("Rat"))
        .first()
        .isEqualTo("Niederschrift_vollständig-nicht-öffentlich_2026-12-10_Rat-10.12.2026_de.pdf");
  }

  private static String text(Locale language, boolean closedToo) throws IOException {
    try (var pdf = Loader.loadPDF(MinutesFile.of(meeting(), NAMES, language, closedToo))) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  private static MeetingDetails withdrawn() {
    var of = meeting();
    var item =
        new ItemRow(
            1,
            "i1",
            AgendaKind.RESOLUTION,
            "m1",
            "Konsortium",
            "Wortlaut",
            "m1",
            false,
            null,
            false,
            "struck",
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            0,
            0,
            0,
            0,
            null,
            "kein Geld mehr",
            List.of(),
            List.of(),
            null,
            AT,
            4711L,
            null);
    return new MeetingDetails(
        of.row(),
        of.chair(),
        of.clerk(),
        of.members(),
        of.statutoryMembers(),
        of.quorumNeeded(),
        of.secretNeeded(),
        of.basis(),
        null,
        null,
        List.of(),
        AT,
        AT,
        of.present(),
        false,
        4700,
        of.minutes(),
        List.of(item),
        of.attendance(),
        true);
  }

  private static MeetingDetails meeting() {
    return meeting("Offene Daten", "Wortlaut");
  }

  private static MeetingDetails meeting(String title, String words) {
    var open =
        item(
            1,
            title,
            words,
            null,
            VotingMode.HANDS,
            2,
            1,
            "adopted",
            "2026-007",
            4711L,
            List.of(new PartRow("ben", null, "Arbeitgeber", null)),
            List.of(),
            List.of());
    var ballots =
        List.of(
            new Ballot(SecretBallots.hash(Vote.NO, "n1"), Vote.NO, "n1"),
            new Ballot(SecretBallots.hash(Vote.NO, "n2"), Vote.NO, "n2"));
    var closed =
        item(
            2,
            "Vertrag mit Betreiber",
            "Wortlaut 2",
            "Geschäftsgeheimnis",
            VotingMode.SECRET,
            0,
            2,
            "rejected",
            "2026-008",
            4712L,
            List.of(),
            List.of("anna", "ben"),
            ballots);
    var row =
        new MeetingRow(
            "s1", "council", "Rat", "Rat, 10.12.2026", AT, "Rathaus", "over", 2, AT, AT, AT, null);
    return new MeetingDetails(
        row,
        "anna",
        "ben",
        List.of("anna", "ben"),
        3,
        2,
        1,
        "GO NRW § 49",
        null,
        null,
        List.of(
            new MoveRow(
                AT.minusSeconds(86400), "Rathaus", true, AT, "Rathaus", "Vorsitz erkrankt", AT)),
        AT,
        AT,
        List.of("anna", "ben"),
        false,
        4700,
        new Minutes(null, null, null, null, null),
        List.of(open, closed),
        List.of(
            new AttendanceRow("arrived", "anna", null, AT, 4708),
            new AttendanceRow("arrived", "ben", null, AT, 4709)),
        true);
  }

  private static ItemRow item(
      int number,
      String title,
      String words,
      @Nullable String closedReason,
      VotingMode mode,
      int yes,
      int no,
      String result,
      String resolution,
      long position,
      List<PartRow> parts,
      List<String> handedIn,
      List<Ballot> ballots) {
    return new ItemRow(
        number,
        "i" + number,
        AgendaKind.RESOLUTION,
        "i" + number,
        title,
        words,
        null,
        closedReason != null,
        closedReason,
        false,
        "done",
        AT,
        List.of(),
        handedIn,
        ballots,
        parts,
        mode,
        yes,
        no,
        0,
        3,
        result,
        null,
        List.of(),
        List.of(
            new FileRow("f", true, "Plan.pdf", "application/pdf", 9, "ab12", false, "anna", AT)),
        resolution,
        AT,
        position,
        null);
  }
}
