package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Words.t;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.foerderturm.alliance.AllianceQuery.MemberDetails;
import org.foerderturm.alliance.AllianceQuery.MemberRow;
import org.foerderturm.alliance.ExpertTeam;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.consortium.Topic;
import org.foerderturm.intake.MemberColumn;
import org.foerderturm.intake.MemberSheet.RefusedRow;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.ui.common.Downloads;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** Members as files: the list, the form to fill in, and what was refused. */
final class MemberFiles {
  private static final int PORTION = 500;

  private MemberFiles() {}

  /** The list as it is now; what the import asks for stands in it under the import's headings. */
  static byte[] list(BiFunction<Integer, Integer, List<MemberDetails>> portion) {
    return workbook(
        book -> {
          var sheet = book.newWorksheet(t("nav.alliance"));
          var headings =
              new ArrayList<>(Stream.of(MemberColumn.values()).map(MemberFiles::heading).toList());
          headings.addAll(
              List.of(
                  t("member.status"),
                  t("member.left"),
                  t("member.class"),
                  t("member.open") + " (€)"));
          head(sheet, headings);
          int line = 1;
          for (int offset = 0; ; offset += PORTION) {
            var rows = portion.apply(offset, PORTION);
            for (var member : rows) write(sheet, line++, member);
            if (rows.size() < PORTION) break;
          }
          sheet.setAutoFilter(0, 0, Math.max(1, line - 1), headings.size() - 1);
        });
  }

  private static void write(Worksheet sheet, int line, MemberDetails member) {
    int next = 0;
    for (var column : MemberColumn.values()) {
      int at = next++;
      switch (column) {
        case NAME -> text(sheet, line, at, member.row().name());
        case KIND -> text(sheet, line, at, Words.code("organisation", member.row().kind()));
        case JOINED_ON -> day(sheet, line, at, member.row().joinedOn());
        case REGISTER_ID -> text(sheet, line, at, member.registerId());
        case STAFF -> number(sheet, line, at, member.figures().staff());
        case TURNOVER -> euros(sheet, line, at, member.figures().turnoverCents());
        case GROUP_STAFF -> number(sheet, line, at, member.figures().groupStaff());
        case GROUP_TURNOVER -> euros(sheet, line, at, member.figures().groupTurnoverCents());
        case FOUNDED_ON -> day(sheet, line, at, member.figures().foundedOn());
        case TOPICS -> text(sheet, line, at, words("topic", member.topics().stream()));
        case EXPERT_TEAMS ->
            text(sheet, line, at, words("expert-team", member.expertTeams().stream()));
      }
    }
    int at = MemberColumn.values().length;
    text(sheet, line, at, Words.code("member-status", member.row().status()));
    day(sheet, line, at + 1, member.leftOn());
    var charged = member.row().contributionClass();
    if (charged != null) text(sheet, line, at + 2, Words.code("contribution-class", charged));
    euros(sheet, line, at + 3, member.row().openCents());
  }

  /**
   * The list as it was on a day, of which nobody knows figures and what was owed.
   *
   * @param asOf the day that it shows
   */
  static byte[] list(BiFunction<Integer, Integer, Page<MemberRow>> page, LocalDate asOf) {
    return workbook(
        book -> {
          var sheet = book.newWorksheet(t("nav.alliance") + " " + Formats.date(asOf));
          var headings =
              List.of(
                  heading(MemberColumn.NAME),
                  heading(MemberColumn.KIND),
                  heading(MemberColumn.JOINED_ON),
                  t("member.status"),
                  t("member.class"));
          head(sheet, headings);
          int line = 1;
          for (int offset = 0; ; offset += PORTION) {
            var rows = page.apply(offset, PORTION).rows();
            for (var row : rows) write(sheet, line++, row);
            if (rows.size() < PORTION) break;
          }
          sheet.setAutoFilter(0, 0, Math.max(1, line - 1), headings.size() - 1);
        });
  }

  private static void write(Worksheet sheet, int line, MemberRow row) {
    text(sheet, line, 0, row.name());
    text(sheet, line, 1, Words.code("organisation", row.kind()));
    day(sheet, line, 2, row.joinedOn());
    text(sheet, line, 3, Words.code("member-status", row.status()));
    if (row.contributionClass() != null)
      text(sheet, line, 4, Words.code("contribution-class", row.contributionClass()));
  }

  /** A text that looks like an escaped sign stays what it is. */
  private static void text(Worksheet sheet, int line, int at, @Nullable String text) {
    if (text != null && !text.isEmpty())
      sheet.value(line, at, text.replaceAll("_(x[0-9A-Fa-f]{4}_)", "_x005F_$1"));
  }

  private static void day(Worksheet sheet, int line, int at, @Nullable LocalDate day) {
    if (day != null) Downloads.day(sheet, line, at, day);
  }

  private static void number(Worksheet sheet, int line, int at, @Nullable Integer number) {
    if (number != null) sheet.value(line, at, number);
  }

  private static void euros(Worksheet sheet, int line, int at, @Nullable Long cents) {
    if (cents == null) return;
    sheet.value(line, at, BigDecimal.valueOf(cents, 2));
    sheet.style(line, at).format("#,##0.00").set();
  }

  /** An empty list with the headings that the import knows, and a page that explains them. */
  static byte[] template() {
    return workbook(
        book -> {
          head(
              book.newWorksheet(t("import.sheet")),
              Stream.of(MemberColumn.values()).map(MemberFiles::heading).toList());
          var help = book.newWorksheet(t("import.help-sheet"));
          head(help, List.of(t("import.column"), t("import.meaning"), t("import.allowed")));
          int line = 1;
          for (var column : MemberColumn.values()) {
            help.value(line, 0, heading(column));
            help.value(line, 1, t("import.meaning." + column.code()));
            help.value(line++, 2, allowed(column));
          }
          help.width(1, 60);
          help.width(2, 80);
        });
  }

  static String heading(MemberColumn column) {
    return t("import.column." + column.code());
  }

  private static String allowed(MemberColumn column) {
    return switch (column) {
      case KIND -> words("organisation", Stream.of(MemberKind.values()).map(MemberKind::code));
      case TOPICS -> topics();
      case EXPERT_TEAMS -> teams();
      default -> "";
    };
  }

  static String topics() {
    return words(
        "topic",
        Stream.of(Topic.values())
            .map(topic -> topic.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
  }

  static String teams() {
    return words("expert-team", Stream.of(ExpertTeam.values()).map(ExpertTeam::code));
  }

  private static String words(String prefix, Stream<String> codes) {
    return String.join("; ", codes.map(code -> Words.code(prefix, code)).toList());
  }

  /** Every refused row with its reason, so that it can be mended where the list comes from. */
  static byte[] refused(List<RefusedRow> rows, List<String> headers, Columns columns) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}); // spreadsheets want it
    try (var csv = CsvWriter.builder().fieldSeparator(';').build(bytes, StandardCharsets.UTF_8)) {
      csv.writeRecord(t("import.row"), t("import.column"), t("import.value"), t("import.problem"));
      for (var row : rows)
        csv.writeRecord(
            String.valueOf(row.row()),
            harmless(columns.name(row.column(), headers)),
            harmless(row.value()),
            harmless(Words.refusal(new Rejected(row.code(), row.args()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** What the person's file calls a column. */
  interface Columns {
    String name(@Nullable MemberColumn column, List<String> headers);
  }

  /** A spreadsheet runs what begins like a formula. */
  static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static void head(Worksheet sheet, List<String> headings) {
    for (int i = 0; i < headings.size(); i++) {
      sheet.value(0, i, headings.get(i));
      sheet.style(0, i).bold().set();
      sheet.width(i, Math.max(14, headings.get(i).length() + 4));
    }
    sheet.width(0, 40);
    sheet.freezePane(0, 1);
  }

  private interface Fill {
    void into(Workbook book) throws IOException;
  }

  private static byte[] workbook(Fill fill) {
    var bytes = new ByteArrayOutputStream();
    try (var book = new Workbook(bytes, "Förderturm", "1.0")) {
      fill.into(book);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
