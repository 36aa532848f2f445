package org.foerderturm.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.RuleChange;
import org.foerderturm.kernel.RuleChange.Added;
import org.foerderturm.kernel.RuleTable.Column;
import org.foerderturm.kernel.RuleTable.Kind;
import org.foerderturm.kernel.RuleTable.Row;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Changes one table of a DMN file, and refuses what would leave it without a clear answer. */
final class RuleEdit {
  static final int MOST_ROWS = 500;

  /** Characters of a cell or a note. */
  static final int LONGEST = 500;

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");
  private static final Pattern TEXT = Pattern.compile("\"[^\"\\\\]*\"");
  private static final Pattern NAMED = Pattern.compile("[a-z][a-z0-9-]{0,80}");
  private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,100}");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final RuleFile file;
  private final RuleChange change;
  private final Element table;
  private final List<Column> columns;
  private final Column period;

  private RuleEdit(RuleFile file, RuleChange change) {
    this.file = file;
    this.change = change;
    this.table = file.table(change.table());
    this.columns = file.columns(table);
    var days = columns.stream().filter(RuleEdit::isPeriod).findFirst();
    if (days.isEmpty()) throw new Rejected("rule-without-days", Map.of("table", change.table()));
    this.period = days.get();
  }

  private static boolean isPeriod(Column column) {
    return column.asks() && (column.kind() == Kind.DAYS || column.kind() == Kind.YEARS);
  }

  /**
   * Changes the file.
   *
   * @throws Rejected as {@link org.foerderturm.kernel.RuleTables#judge} says
   */
  static void apply(RuleFile file, RuleChange change) {
    new RuleEdit(file, change).apply();
  }

  /**
   * Changes the file unless it holds the change already.
   *
   * @return whether anything was left to do
   */
  static boolean again(RuleFile file, RuleChange change) {
    var edit = new RuleEdit(file, change);
    var row = change.row() == null ? null : edit.rule(change.row());
    var until = row == null ? null : RuleFile.row(row, edit.columns).until();
    boolean ended = change.lastDay() == null || (until != null && !until.isAfter(change.lastDay()));
    var added = change.added();
    boolean there = added == null || edit.find(added.id()) != null;
    if (ended && there) return false;
    RuleEdit.apply(
        file,
        new RuleChange(
            change.file(),
            change.table(),
            change.row(),
            ended ? null : change.lastDay(),
            there ? null : added));
    return true;
  }

  private void apply() {
    var gap = gap();
    var row = change.row() == null ? null : rule(change.row());
    if (change.lastDay() != null) end(row, change.lastDay());
    if (change.added() != null) add(row, change.added());
    else if (change.lastDay() == null) throw new Rejected("rule-changes-nothing");
    if (gap != null) return; // there was one before
    var left = gap();
    if (left != null) throw new Rejected("rule-gap", Map.of("example", left));
  }

  private @Nullable Element find(String id) {
    for (var rule : RuleFile.rules(table)) if (rule.getAttribute("id").equals(id)) return rule;
    return null;
  }

  private Element rule(String id) {
    var rule = find(id);
    if (rule == null) throw new Rejected("rule-row-unknown");
    return rule;
  }

  // ---- a row ends

  private void end(@Nullable Element rule, LocalDate lastDay) {
    if (rule == null) throw new Rejected("rule-row-unknown");
    var row = RuleFile.row(rule, columns);
    if (row.from() != null && lastDay.isBefore(row.from()))
      throw new Rejected("rule-ends-before-it-begins", Map.of("from", row.from().toString()));
    if (row.until() != null && !row.until().isAfter(lastDay))
      throw new Rejected("rule-ends-already", Map.of("until", row.until().toString()));
    write(rule, period, period(row.from(), lastDay));
  }

  private String period(@Nullable LocalDate from, @Nullable LocalDate until) {
    if (period.kind() == Kind.YEARS
        && ((from != null && from.getDayOfYear() != 1)
            || (until != null && until.plusDays(1).getDayOfYear() != 1)))
      throw new Rejected("rule-not-whole-year");
    var first = from == null ? "" : end(from);
    var last = until == null ? "" : end(until);
    if (from == null) return until == null ? "-" : "<= " + last;
    return until == null ? ">= " + first : "[" + first + ".." + last + "]";
  }

  private String end(LocalDate day) {
    return period.kind() == Kind.YEARS ? String.valueOf(day.getYear()) : "date(\"" + day + "\")";
  }

  private void write(Element rule, Column column, String text) {
    var entries = new ArrayList<>(SafeXml.children(rule, "inputEntry"));
    entries.addAll(SafeXml.children(rule, "outputEntry"));
    var cell = Objects.requireNonNull(SafeXml.child(entries.get(columns.indexOf(column)), "text"));
    cell.setTextContent(text);
  }

  // ---- a row is added

  private void add(@Nullable Element behind, Added added) {
    if (!ID.matcher(added.id()).matches() || used(added.id()))
      throw new Rejected("rule-already-proposed");
    if (RuleFile.rules(table).size() >= MOST_ROWS)
      throw new Rejected("rule-too-many-rows", Map.of("limit", MOST_ROWS));
    if (added.from() != null && added.until() != null && added.until().isBefore(added.from()))
      throw new Rejected("rule-ends-before-it-begins", Map.of("from", added.from().toString()));
    mustBeShort(added.note(), "–");
    for (var id : added.cells().keySet())
      if (columns.stream().noneMatch(column -> column.id().equals(id)))
        throw new Rejected("rule-column-unknown", Map.of("column", id));
    var cells = new ArrayList<String>();
    for (var column : columns)
      cells.add(
          column.equals(period)
              ? period(added.from(), added.until())
              : checked(column, added.cells().getOrDefault(column.id(), "").strip()));
    var rule = insert(behind, added, cells);
    if (RuleFile.row(rule, columns).source().isBlank()) throw new Rejected("source-missing");
    mustBeNew(rule);
    mustBeClear(rule);
  }

  private boolean used(String id) {
    return SafeXml.all(file.root()).stream().anyMatch(each -> each.getAttribute("id").equals(id));
  }

  private static void mustBeShort(String text, String column) {
    if (text.length() > LONGEST) throw new Rejected("rule-text-too-long", Map.of("limit", LONGEST));
    if (text.chars().anyMatch(sign -> sign < ' ' && sign != '\n'))
      throw new Rejected("rule-cell-unreadable", Map.of("column", column));
  }

  private String checked(Column column, String cell) {
    boolean stands =
        RuleFile.rules(table).stream()
            .anyMatch(rule -> cell.equals(RuleFile.row(rule, columns).cells().get(column.id())));
    if (stands && !cell.isEmpty()) return cell;
    if (cell.isEmpty() && column.asks()) return "-";
    if (cell.isEmpty() || cell.equals("\"\""))
      throw new Rejected("rule-cell-missing", Map.of("column", column.label()));
    mustBeShort(cell, column.label());
    var readable = column.asks() ? asks(column, cell) : answers(column, cell);
    if (!readable)
      throw new Rejected("rule-cell-unreadable", Map.of("column", column.label(), "value", cell));
    return cell;
  }

  private boolean asks(Column column, String text) {
    var cell = TableCell.of(text);
    if (cell == null) return false;
    if (cell.any()) return true;
    for (var test : cell.tests()) {
      boolean fits =
          switch (test) {
            case TableCell.Text code -> column.kind() == Kind.TEXT && known(column, code.text());
            case TableCell.Flag flag -> column.kind() == Kind.FLAG;
            case TableCell.Range range ->
                !range.dates() && (column.kind() == Kind.WHOLE || column.kind() == Kind.NUMBER);
          };
      if (!fits) return false;
    }
    return true;
  }

  private boolean answers(Column column, String text) {
    return switch (column.kind()) {
      case FLAG -> text.equals("true") || text.equals("false");
      case WHOLE -> WHOLE.matcher(text).matches();
      case NUMBER -> NUMBER.matcher(text).matches();
      case TEXT ->
          TEXT.matcher(text).matches() && known(column, text.substring(1, text.length() - 1));
      case DAYS, YEARS -> false;
    };
  }

  /** What a column of codes asks for or answers is one that the product knows. */
  private static boolean known(Column column, String code) {
    if (column.codes().isEmpty() || column.codes().contains(code)) return true;
    if (column.name().equals("country") && COUNTRIES.contains(code)) return true;
    if (column.name().equals("rule") && NAMED.matcher(code).matches()) return true; // of the row
    throw new Rejected("rule-value-unknown", Map.of("column", column.label(), "value", code));
  }

  private Element insert(@Nullable Element behind, Added added, List<String> cells) {
    var namespace = table.getNamespaceURI();
    var document = table.getOwnerDocument();
    var rule = document.createElementNS(namespace, "rule");
    rule.setAttribute("id", added.id());
    if (!added.note().isBlank()) {
      var note = document.createElementNS(namespace, "description");
      note.setTextContent(added.note().strip());
      rule.appendChild(note);
    }
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      var entry = document.createElementNS(namespace, column.asks() ? "inputEntry" : "outputEntry");
      entry.setAttribute("id", added.id() + "_" + (i + 1));
      var text = document.createElementNS(namespace, "text");
      text.setTextContent(cells.get(i));
      entry.appendChild(text);
      rule.appendChild(entry);
    }
    var before = behind == null ? rest() : behind.getNextSibling();
    if (before != null) table.insertBefore(rule, before);
    else {
      var last = RuleFile.rules(table);
      table.insertBefore(rule, last.isEmpty() ? null : last.getLast().getNextSibling());
    }
    return rule;
  }

  /** The first row that takes all the rest, where the first one that fits counts. */
  private @Nullable Element rest() {
    if (!RuleFile.hitPolicy(table).equals("FIRST")) return null;
    for (var rule : RuleFile.rules(table)) {
      var row = RuleFile.row(rule, columns);
      if (columns.stream()
          .filter(column -> column.asks() && !column.equals(period))
          .allMatch(column -> Set.of("", "-").contains(row.cells().getOrDefault(column.id(), ""))))
        return rule;
    }
    return null;
  }

  /** Another row that says the same adds nothing. */
  private void mustBeNew(Element rule) {
    var row = RuleFile.row(rule, columns);
    for (var other : RuleFile.rules(table))
      if (other != rule && RuleFile.row(other, columns).cells().equals(row.cells()))
        throw new Rejected("rule-changes-nothing");
  }

  private void mustBeClear(Element rule) {
    var rules = RuleFile.rules(table);
    int added = rules.indexOf(rule);
    var parts = RuleFile.parts(table);
    switch (RuleFile.hitPolicy(table)) {
      case "UNIQUE", "ANY" -> {
        for (int other = 0; other < rules.size(); other++)
          if (other != added && meet(parts, other, added))
            throw new Rejected(
                "rule-overlap", Map.of("row", other + 1, "note", named(rules.get(other))));
      }
      case "FIRST" -> {
        for (int other = 0; other < added; other++)
          if (takesAll(parts, other, added))
            throw new Rejected(
                "rule-never-reached", Map.of("row", other + 1, "note", named(rules.get(other))));
      }
      default -> {} // all rows that fit count
    }
  }

  private String named(Element rule) {
    Row row = RuleFile.row(rule, columns);
    return row.note().isEmpty() ? row.id() : row.note();
  }

  /** Whether no column tells that the two rows never fit together. */
  private static boolean meet(List<TableColumn> parts, int one, int two) {
    for (var part : parts) {
      if (part.any(one) || part.any(two)) continue;
      var both = (BitSet) part.accepted().get(one).clone();
      both.and(part.accepted().get(two));
      if (both.stream().noneMatch(at -> part.samples().get(at) != null)) return false;
    }
    return true;
  }

  private static boolean takesAll(List<TableColumn> parts, int one, int two) {
    for (var part : parts) {
      if (part.any(one)) continue;
      if (part.cells().get(one) == null) return false;
      var left = (BitSet) part.accepted().get(two).clone();
      left.andNot(part.accepted().get(one));
      if (!left.isEmpty()) return false;
    }
    return true;
  }

  /** An input that no row fits; null if none is known. */
  private @Nullable String gap() {
    var found = new HashSet<String>();
    TableCheck.check(
        file.root(),
        Objects.requireNonNull(file.decision(change.table())),
        true,
        (element, reason, what, why) -> {
          if (reason.equals("gap")) found.add(what);
        });
    return found.isEmpty() ? null : found.iterator().next();
  }
}
