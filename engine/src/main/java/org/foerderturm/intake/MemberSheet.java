package org.foerderturm.intake;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
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
import org.foerderturm.imports.Cell;
import org.foerderturm.imports.Table;
import org.foerderturm.imports.Table.Row;
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

  private static final Set<MemberColumn> FIGURES =
      Set.of(
          MemberColumn.STAFF,
          MemberColumn.TURNOVER,
          MemberColumn.GROUP_STAFF,
          MemberColumn.GROUP_TURNOVER);

  private final Map<MemberColumn, Integer> columns;
  private final Map<String, KnownMember> byName = new HashMap<>();
  private final Map<String, KnownMember> byRegister = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final List<NewMember> fresh = new ArrayList<>();
  private final List<KnownRow> known = new ArrayList<>();
  private final List<RefusedRow> refused = new ArrayList<>();

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
        return how.of(row.cell(columns.get(wanted)));
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
    var joined = r.read(MemberColumn.JOINED_ON, Readers::joined);
    if (founded != null && joined != null && founded.isAfter(joined))
      r.wrong(MemberColumn.JOINED_ON, new Rejected("joined-before-founded"));
    if (kind != null && r.figuresRead())
      try {
        new Figures(staff, turnover, groupStaff, groupTurnover, founded).check(kind);
      } catch (Rejected no) {
        r.wrong(MemberColumn.STAFF, no);
      }
    if (name != null) once(r, MemberColumn.NAME, "name " + key(name));
    if (!register.isEmpty()) once(r, MemberColumn.REGISTER_ID, "register " + key(register));
    if (!r.faults.isEmpty()
        || name == null
        || kind == null
        || topics == null
        || teams == null
        || joined == null) return;
    // a row that is wrong doesn't stand in the way of its better twin
    seen.put("name " + key(name), number);
    if (!register.isEmpty()) seen.put("register " + key(register), number);
    var there = there(name, register);
    if (there != null && there.status().equals("member")) {
      known.add(new KnownRow(number, there.name(), there.memberId()));
      return;
    }
    if (there != null && there.status().equals("prospect")) {
      r.wrong(
          MemberColumn.NAME, new Rejected("inquiry-already-open", Map.of("name", there.name())));
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
            topics,
            teams,
            register.isEmpty() ? null : register,
            joined));
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

  private void once(Reader r, MemberColumn column, String what) {
    var first = seen.get(what);
    if (first != null) r.wrong(column, new Rejected("twice-in-file", Map.of("row", first)));
  }

  private static String id(String name, String register) {
    var what = register.isEmpty() ? "name " + key(name) : "register " + key(register);
    return UUID.nameUUIDFromBytes(("member " + what).getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** How names are compared: without case, and blanks alike. */
  static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.GERMAN)
        .replaceAll("\\s+", " ")
        .strip();
  }
}
