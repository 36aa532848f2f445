package org.foerderturm.intake;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.foerderturm.alliance.AllianceQuery.KnownMember;
import org.foerderturm.alliance.Figures;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.imports.Cell;
import org.foerderturm.imports.Table;
import org.foerderturm.imports.Table.Row;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** Looks through a list of members before anything happens: what is new, known, or wrong. */
public final class MemberSheet {
  /**
   * What became of the rows; a row is in one of the lists, a refused one with all its faults.
   *
   * @param fresh can be taken
   * @param known stand in the register already; nothing happens to them
   * @param refused everything that is wrong, in the order of the rows
   */
  public record Findings(List<NewMember> fresh, List<KnownRow> known, List<RefusedRow> refused) {
    /** A row with several faults counts once. */
    public int refusedRows() {
      return (int) refused.stream().mapToInt(RefusedRow::row).distinct().count();
    }
  }

  /** A row about a member that the register has. */
  public record KnownRow(int row, String name, String memberId) {}

  /**
   * One fault of a row that can't be taken.
   *
   * @param column null where the row as a whole is wrong
   * @param value as it stands in the file
   * @param code of the rejection that says what is wrong and what to do
   */
  public record RefusedRow(
      int row,
      @Nullable MemberColumn column,
      String value,
      String code,
      Map<String, Object> args) {}

  /** As in the fields of the screen, where an earlier day is asked about. */
  private static final int FIRST_YEAR = 1900;

  private static final Figures NO_FIGURES = new Figures(null, null, null, null, null);

  private static final Set<MemberColumn> FIGURES =
      Set.of(
          MemberColumn.STAFF,
          MemberColumn.TURNOVER,
          MemberColumn.GROUP_STAFF,
          MemberColumn.GROUP_TURNOVER);

  private final LocalDate today = LocalDate.ofInstant(Clocks.now(), WorkingDays.OFFICE);
  private final Map<MemberColumn, Integer> columns;
  private final Map<String, KnownMember> byName = new HashMap<>();
  private final Map<String, KnownMember> byRegister = new HashMap<>();
  private final Map<String, Seen> names = new HashMap<>();
  private final Map<String, Integer> registers = new HashMap<>();
  private final List<NewMember> fresh = new ArrayList<>();
  private final List<KnownRow> known = new ArrayList<>();
  private final List<RefusedRow> refused = new ArrayList<>();

  /**
   * A name that a row above has.
   *
   * @param register of that row; empty for none
   */
  private record Seen(int row, String register) {}

  private MemberSheet(Map<MemberColumn, Integer> columns, List<KnownMember> register) {
    this.columns = columns;
    for (var member : register) {
      byName.put(key(member.name()), member);
      if (member.registerId() != null) byRegister.put(key(member.registerId()), member);
    }
  }

  /**
   * @param columns which column (from 0) means what
   * @param register who is known already
   * @param goOn told now and then how many rows are done; false stops it
   * @return null if it was stopped
   * @throws Rejected {@code column-missing} if a needed column is not named
   */
  public static @Nullable Findings of(
      Table table,
      Map<MemberColumn, Integer> columns,
      List<KnownMember> register,
      IntPredicate goOn) {
    for (var column : MemberColumn.values())
      if (column.needed() && !columns.containsKey(column))
        throw new Rejected("column-missing", Map.of("column", column.code()));
    var sheet = new MemberSheet(columns, register);
    int done = 0;
    for (var row : table.rows()) {
      if (done++ % 500 == 0 && !goOn.test(done)) return null;
      sheet.look(row);
    }
    return new Findings(
        List.copyOf(sheet.fresh), List.copyOf(sheet.known), List.copyOf(sheet.refused));
  }

  private interface Cells<T> {
    @Nullable T of(Cell cell);
  }

  /** Reads a row to its end, whatever is wrong with some of its cells. */
  private final class Reader {
    private final Row row;
    private final List<RefusedRow> faults = new ArrayList<>();

    Reader(Row row) {
      this.row = row;
    }

    /** Null for nothing, and where the cell is wrong. */
    <T> @Nullable T read(MemberColumn wanted, Cells<T> how) {
      try {
        return how.of(row.cell(columns.get(wanted)).sound());
      } catch (Rejected no) {
        wrong(wanted, no);
        return null;
      }
    }

    void wrong(MemberColumn column, Rejected no) {
      var value = row.cell(columns.get(column)).text();
      faults.add(new RefusedRow(row.number(), column, value, no.code(), no.args()));
    }

    boolean figuresRead() {
      return FIGURES.stream().noneMatch(f -> faults.stream().anyMatch(no -> no.column() == f));
    }
  }

  private void look(Row row) {
    var reader = new Reader(row);
    taken(row.number(), reader);
    refused.addAll(reader.faults);
  }

  private void taken(int number, Reader r) {
    var name = r.read(MemberColumn.NAME, Readers::name);
    var kind = r.read(MemberColumn.KIND, Readers::kind);
    var staff = r.read(MemberColumn.STAFF, Readers::whole);
    var turnover = r.read(MemberColumn.TURNOVER, Readers::cents);
    var groupStaff = r.read(MemberColumn.GROUP_STAFF, Readers::whole);
    var groupTurnover = r.read(MemberColumn.GROUP_TURNOVER, Readers::cents);
    var founded = r.read(MemberColumn.FOUNDED_ON, Readers::day);
    var topics = r.read(MemberColumn.TOPICS, Readers::topics);
    var teams = r.read(MemberColumn.EXPERT_TEAMS, Readers::teams);
    var register = Objects.requireNonNullElse(r.read(MemberColumn.REGISTER_ID, Cell::text), "");
    var joined = r.read(MemberColumn.JOINED_ON, Readers::day);
    if (founded != null && joined != null && founded.isAfter(joined))
      r.wrong(MemberColumn.JOINED_ON, new Rejected("joined-before-founded"));
    var there = name == null ? null : there(name, register);
    if (kind != null && there == null && r.figuresRead())
      try {
        new Figures(staff, turnover, groupStaff, groupTurnover, founded).check(kind);
      } catch (Rejected no) {
        r.wrong(MemberColumn.STAFF, no);
      }
    if (joined == null && there == null && !wrong(r, MemberColumn.JOINED_ON))
      r.wrong(MemberColumn.JOINED_ON, new Rejected("joined-missing"));
    if (joined != null && (there == null || !saysNothingNew(there, joined))) possible(r, joined);
    if (name != null) once(r, name, register);
    if (!r.faults.isEmpty() || name == null || kind == null || topics == null || teams == null)
      return;
    // a row that is wrong doesn't stand in the way of its better twin
    names.put(key(name), new Seen(number, register));
    if (!register.isEmpty()) registers.put(key(register), number);
    if (there != null && saysNothingNew(there, joined)) {
      known.add(new KnownRow(number, there.name(), there.memberId()));
      return;
    }
    if (there != null && there.status().equals("prospect")) {
      r.wrong(
          MemberColumn.NAME, new Rejected("inquiry-already-open", Map.of("name", there.name())));
      return;
    }
    if (there != null)
      try {
        var told = new Figures(staff, turnover, groupStaff, groupTurnover, founded);
        if (!told.equals(NO_FIGURES)) told.check(kind);
      } catch (Rejected no) {
        r.wrong(MemberColumn.STAFF, no);
        return;
      }
    fresh.add(
        new NewMember(
            number,
            there == null ? id(name, register) : there.memberId(),
            name,
            kind,
            staff,
            turnover,
            groupStaff,
            groupTurnover,
            founded,
            topics.isEmpty() && there != null ? there.topics() : topics,
            teams,
            register.isEmpty() ? null : register,
            Objects.requireNonNull(joined)));
  }

  /**
   * Who is a member, asks to be one or did so without a day of joining stays as he is; who left
   * comes back only by a day after his last one: an old list knows the old day.
   */
  private static boolean saysNothingNew(KnownMember there, @Nullable LocalDate joined) {
    return joined == null
        || there.status().equals("member")
        || (there.leftOn() != null && !joined.isAfter(there.leftOn()));
  }

  /** A day that only a slip explains is nobody's joining, unless somebody enters it knowingly. */
  private void possible(Reader r, LocalDate joined) {
    if (joined.isAfter(today)) r.wrong(MemberColumn.JOINED_ON, new Rejected("day-in-future"));
    if (joined.getYear() < FIRST_YEAR)
      r.wrong(
          MemberColumn.JOINED_ON,
          new Rejected(
              "joined-long-ago",
              Map.of("day", joined.toString(), "year", String.valueOf(FIRST_YEAR))));
  }

  private static boolean wrong(Reader r, MemberColumn column) {
    return r.faults.stream().anyMatch(fault -> fault.column() == column);
  }

  /** The register number tells organisations apart, else the name. */
  private @Nullable KnownMember there(String name, String register) {
    var same = register.isEmpty() ? null : byRegister.get(key(register));
    if (same != null) return same;
    var named = byName.get(key(name));
    boolean another =
        named != null && named.registerId() != null && !register.isEmpty(); // of another number
    return another ? null : named;
  }

  /** Two of one name are told apart by their register numbers, if both have one. */
  private void once(Reader r, String name, String register) {
    var named = names.get(key(name));
    if (named != null && (register.isEmpty() || named.register().isEmpty()))
      r.wrong(MemberColumn.NAME, new Rejected("twice-in-file", Map.of("row", named.row())));
    var numbered = register.isEmpty() ? null : registers.get(key(register));
    if (numbered != null)
      r.wrong(MemberColumn.REGISTER_ID, new Rejected("twice-in-file", Map.of("row", numbered)));
  }

  private static String id(String name, String register) {
    var what = register.isEmpty() ? "name " + key(name) : "register " + key(register);
    return UUID.nameUUIDFromBytes(("member " + what).getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Whether both are names of one organisation, however they are spaced or capitalised. */
  public static boolean same(String name, String other) {
    return key(name).equals(key(other));
  }

  /** How names are compared: without case, blanks alike, unseen signs left out. */
  static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\u00ad\u200b-\u200f\u2060\ufeff]", "")
        .toLowerCase(Locale.GERMAN)
        .replaceAll("\\s+", " ")
        .strip();
  }
}
