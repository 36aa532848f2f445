package org.foerderturm.process;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Finds rows of a decision table that both fit where one only may, and inputs that no row fits,
 * before somebody meets them in a case. It claims only what the engine would find as well: for each
 * claim it names an input. What it can't tell it leaves: functions in cells, columns that ask for
 * more than a variable or for another table's answer, two columns that ask for the same. Values
 * beyond those that a column speaks about are no gap: nobody knows whether they come.
 */
final class TableCheck {
  /** Steps of the search for a gap; a table of a few hundred rows takes some thousands. */
  private static final int MOST = 200_000;

  private final List<TableColumn> columns;
  private final List<List<String>> outputs;
  private final String hitPolicy;
  private final Set<String> derived;
  private int steps;

  private TableCheck(
      List<TableColumn> columns,
      List<List<String>> outputs,
      String hitPolicy,
      Set<String> derived) {
    this.columns = columns;
    this.outputs = outputs;
    this.hitPolicy = hitPolicy;
    this.derived = derived;
  }

  /**
   * @param root of the file
   * @param single whether somebody needs exactly one row of the decision
   */
  static void check(Element root, Element decision, boolean single, ModelFinding.Sink sink) {
    var tables = SafeXml.children(decision, "decisionTable");
    var derived = derived(root, decision);
    if (tables.size() != 1 || derived == null) return;
    var table = tables.getFirst();
    var rules = SafeXml.children(table, "rule");
    var columns = new ArrayList<TableColumn>();
    var inputs = SafeXml.children(table, "input");
    for (int i = 0; i < inputs.size(); i++) {
      int at = i;
      var asked = SafeXml.children(inputs.get(i), "inputExpression");
      if (asked.size() != 1) return;
      columns.add(
          TableColumn.of(
              text(asked.getFirst()),
              asked.getFirst().getAttribute("typeRef"),
              rules.stream().map(rule -> cell(rule, "inputEntry", at)).toList()));
    }
    var policy = table.getAttribute("hitPolicy");
    var outputs =
        rules.stream()
            .map(
                rule ->
                    SafeXml.children(rule, "outputEntry").stream().map(TableCheck::text).toList())
            .toList();
    var check = new TableCheck(columns, outputs, policy.isEmpty() ? "UNIQUE" : policy, derived);
    var key = decision.getAttribute("id");
    check.overlap(key, sink);
    if (single && Set.of("UNIQUE", "ANY", "FIRST").contains(check.hitPolicy)) check.gap(key, sink);
  }

  private static String cell(Element rule, String name, int at) {
    var cells = SafeXml.children(rule, name);
    return at < cells.size() ? text(cells.get(at)) : "";
  }

  private static String text(Element element) {
    return SafeXml.children(element, "text").stream()
        .map(SafeXml::text)
        .collect(Collectors.joining())
        .strip();
  }

  /** Names of other tables' answers; null if one of them is not to be seen. */
  private static @Nullable Set<String> derived(Element root, Element decision) {
    var names = new HashSet<String>();
    for (var element : SafeXml.all(decision)) {
      if (!element.getLocalName().equals("requiredDecision")) continue;
      var found =
          SafeXml.children(root, "decision").stream()
              .filter(each -> ("#" + each.getAttribute("id")).equals(element.getAttribute("href")))
              .findFirst();
      if (found.isEmpty()) return null;
      names.add(found.get().getAttribute("id"));
      names.add(found.get().getAttribute("name"));
      for (var part : SafeXml.all(found.get()))
        if (part.getLocalName().matches("output|variable")) names.add(part.getAttribute("name"));
    }
    return names;
  }

  private boolean told(TableColumn column) {
    return column.variable() != null
        && derived.stream().noneMatch(name -> (column.variable() + ".").startsWith(name + "."));
  }

  // ---- two rows where one may be

  private void overlap(String key, ModelFinding.Sink sink) {
    if (!hitPolicy.equals("UNIQUE") && !hitPolicy.equals("ANY")) return;
    for (int one = 0; one < outputs.size(); one++)
      for (int two = one + 1; two < outputs.size(); two++) {
        if (hitPolicy.equals("ANY") && !differ(outputs.get(one), outputs.get(two))) continue;
        var example = both(one, two);
        if (example == null) continue;
        sink.add(
            key,
            "overlap",
            (one + 1) + " + " + (two + 1) + ": " + example,
            "rows " + (one + 1) + " and " + (two + 1) + " of " + key + " both fit");
        return;
      }
  }

  /** An input that both rows fit; null if there is none or nobody can tell. */
  private @Nullable String both(int one, int two) {
    var asked = new ArrayList<TableColumn>();
    var example = new ArrayList<String>();
    for (var column : columns) {
      if (column.any(one) && column.any(two)) continue;
      if (!told(column) || column.cells().get(one) == null || column.cells().get(two) == null)
        return null;
      if (asked.stream().anyMatch(column::hangsTogetherWith)) return null;
      asked.add(column);
      var parts = (BitSet) column.accepted().get(one).clone();
      parts.and(column.accepted().get(two));
      int part =
          parts.stream().filter(at -> column.samples().get(at) != null).findFirst().orElse(-1);
      if (part < 0) return null;
      example.add(column.variable() + " = " + column.samples().get(part));
    }
    return example.isEmpty() ? "any input" : String.join(", ", example);
  }

  /** Whether the answers are surely different: literals that are not the same. */
  private static boolean differ(List<String> one, List<String> two) {
    for (int i = 0; i < Math.min(one.size(), two.size()); i++) {
      var left = TableCell.of(one.get(i));
      var right = TableCell.of(two.get(i));
      if (left != null && right != null && plain(left) && plain(right) && !left.equals(right))
        return true;
    }
    return false;
  }

  private static boolean plain(TableCell cell) {
    return !cell.any()
        && !cell.not()
        && cell.tests().size() == 1
        && !(cell.tests().getFirst() instanceof TableCell.Range range && !range.isPoint());
  }

  // ---- no row

  private void gap(String key, ModelFinding.Sink sink) {
    var asked = new ArrayList<TableColumn>();
    for (var column : columns)
      if (told(column) && asked.stream().noneMatch(column::hangsTogetherWith)) asked.add(column);
    asked.sort(Comparator.comparing(TableColumn::ordered));
    var rows = new BitSet();
    rows.set(0, outputs.size());
    var example = new ArrayList<String>();
    if (rows.isEmpty() || !uncovered(asked, 0, rows, example, new HashSet<>())) return;
    sink.add(
        key, "gap", String.join(", ", example), "no row of " + key + " fits, but one is needed");
  }

  private record Seen(int column, BitSet rows) {}

  private boolean uncovered(
      List<TableColumn> asked, int at, BitSet rows, List<String> example, Set<Seen> seen) {
    if (rows.isEmpty()) return true;
    if (at == asked.size() || ++steps > MOST || !seen.add(new Seen(at, rows))) return false;
    var column = asked.get(at);
    var domain = domain(column, rows);
    if (domain.isEmpty()) return uncovered(asked, at + 1, rows, example, seen);
    for (int part = domain.nextSetBit(0); part >= 0; part = domain.nextSetBit(part + 1)) {
      var left = new BitSet();
      for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1))
        if (column.accepted().get(row).get(part)) left.set(row);
      example.add(column.variable() + " = " + column.samples().get(part));
      if (uncovered(asked, at + 1, left, example, seen)) return true;
      example.removeLast();
    }
    return false;
  }

  /**
   * The parts that the rows speak about: texts that are named, and all between the outermost ends.
   */
  private static BitSet domain(TableColumn column, BitSet rows) {
    var spoken = new BitSet();
    for (int row = 0; row < column.cells().size(); row++) {
      var cell = column.cells().get(row);
      if (cell != null && !cell.any() && (!column.ordered() || rows.get(row)))
        spoken.or(column.accepted().get(row));
    }
    if (spoken.isEmpty()) return spoken;
    var domain = new BitSet();
    if (column.ordered()) domain.set(spoken.nextSetBit(0), spoken.length());
    else domain.set(0, column.samples().size() - column.open());
    for (int part = 0; part < column.samples().size(); part++)
      if (column.samples().get(part) == null) domain.clear(part);
    return domain;
  }
}
