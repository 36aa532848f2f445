package org.foerderturm.intake;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.foerderturm.alliance.AllianceQuery.KnownMember;
import org.foerderturm.alliance.Figures;
import org.foerderturm.alliance.MemberKind;
import org.foerderturm.imports.Cell;
import org.foerderturm.imports.Table;
import org.foerderturm.imports.Table.Row;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/** Looks through a list of members before anything happens: what is new, known, or wrong. */
public final class MemberSheet {
  /**
   * What became of the rows; every row is in exactly one of the lists.
   *
   * @param fresh can be taken
   * @param known stand in the register already; nothing happens to them
   * @param refused first the one thing that is wrong with each
   */
  public record Findings(List<NewMember> fresh, List<KnownRow> known, List<RefusedRow> refused) {}

  /** A row about a member that the register has. */
  public record KnownRow(int row, String name, String memberId) {}

  /**
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

  /** The cell that was being read when a rule refused it. */
  private final class Reader {
    private final Row row;
    private @Nullable MemberColumn column;

    Reader(Row row) {
      this.row = row;
    }

    <T> T read(MemberColumn wanted, Function<Cell, T> how) {
      column = wanted;
      return how.apply(row.cell(columns.get(wanted)));
    }
  }

  private void look(Row row) {
    var reader = new Reader(row);
    try {
      taken(row.number(), reader);
    } catch (Rejected no) {
      var column = reader.column;
      var value = column == null ? "" : row.cell(columns.get(column)).text();
      refused.add(new RefusedRow(row.number(), column, value, no.code(), no.args()));
    }
  }

  private void taken(int number, Reader r) {
    String name = r.read(MemberColumn.NAME, Readers::name);
    MemberKind kind = r.read(MemberColumn.KIND, Readers::kind);
    var staff = r.<@Nullable Integer>read(MemberColumn.STAFF, Readers::whole);
    var turnover = r.<@Nullable Long>read(MemberColumn.TURNOVER, Readers::cents);
    var groupStaff = r.<@Nullable Integer>read(MemberColumn.GROUP_STAFF, Readers::whole);
    var groupTurnover = r.<@Nullable Long>read(MemberColumn.GROUP_TURNOVER, Readers::cents);
    var founded = r.<@Nullable LocalDate>read(MemberColumn.FOUNDED_ON, Readers::day);
    var topics = r.read(MemberColumn.TOPICS, Readers::topics);
    var teams = r.read(MemberColumn.EXPERT_TEAMS, Readers::teams);
    var register = r.read(MemberColumn.REGISTER_ID, Cell::text);
    var joined = r.<@Nullable LocalDate>read(MemberColumn.JOINED_ON, Readers::day);
    if (joined == null) throw new Rejected("joined-missing");
    if (founded != null && founded.isAfter(joined)) throw new Rejected("joined-before-founded");
    r.column = MemberColumn.STAFF;
    new Figures(staff, turnover, groupStaff, groupTurnover, founded).check(kind);
    r.column = MemberColumn.NAME;
    once(number, "name " + key(name));
    if (!register.isEmpty()) {
      r.column = MemberColumn.REGISTER_ID;
      once(number, "register " + key(register));
    }
    var there = there(name, register);
    if (there != null && there.status().equals("member")) {
      known.add(new KnownRow(number, there.name(), there.memberId()));
      return;
    }
    if (there != null && there.status().equals("prospect"))
      throw new Rejected("inquiry-already-open", Map.of("name", there.name()));
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

  private void once(int number, String what) {
    var first = seen.putIfAbsent(what, number);
    if (first != null) throw new Rejected("twice-in-file", Map.of("row", first));
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
