package org.foerderturm.ui.rules;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.foerderturm.kernel.NameOrder;
import org.foerderturm.kernel.Role;
import org.foerderturm.kernel.RuleTable;
import org.foerderturm.kernel.RuleTable.Row;
import org.foerderturm.rules.RuleQuery.FindKeptRules;
import org.foerderturm.rules.RuleQuery.FindRuleChanges;
import org.foerderturm.rules.RuleQuery.FindRuleTables;
import org.foerderturm.rules.RuleQuery.RuleChangeRow;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/**
 * All decision tables: what changes soon, what waits for a second person, and each with its rows.
 */
@Route("rules")
@PermitAll
public class RulesView extends View {
  /** Days ahead that are told. */
  static final int SOON = 180;

  private record Turn(LocalDate day, RuleTable table, Row row, boolean ends) {}

  RulesView(Desk desk) {
    super(desk, t("nav.rules"));
    addClassName("ft-full");
    if (desk.has(Role.OFFICE_LEAD, Role.AUDITOR, Role.ADMINISTRATOR))
      add(Ui.link("rules/past", t("past")));
    var tables = desk.ask(new FindRuleTables());
    var today = LocalDate.now(Formats.OFFICE);
    add(Ui.section(t("sheet.soon", "days", SOON), turns(tables, today)));
    waiting(tables);
    kept(tables);
    add(Ui.section(t("sheet.all"), list(tables, today)));
  }

  private static Component turns(List<RuleTable> tables, LocalDate today) {
    var turns = turns(tables, today, today.plusDays(SOON));
    if (turns.isEmpty()) return new Paragraph(t("sheet.nothing-soon"));
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    for (var turn : turns) list.add(item(turn));
    return list;
  }

  private static List<Turn> turns(List<RuleTable> tables, LocalDate today, LocalDate last) {
    var turns = new ArrayList<Turn>();
    for (var table : tables) {
      var followers = new ArrayList<Row>();
      for (var row : table.rows())
        if (within(row.until(), today, last)) {
          turns.add(new Turn(Objects.requireNonNull(row.until()), table, row, true));
          followers.addAll(table.after(row));
        }
      for (var row : table.rows())
        if (within(row.from(), today.plusDays(1), last) && !followers.contains(row))
          turns.add(new Turn(Objects.requireNonNull(row.from()), table, row, false));
    }
    turns.sort(Comparator.comparing(Turn::day));
    return turns;
  }

  private static boolean within(@Nullable LocalDate day, LocalDate first, LocalDate last) {
    return day != null && !day.isBefore(first) && !day.isAfter(last);
  }

  private static ListItem item(Turn turn) {
    var table = turn.table();
    var item = new ListItem();
    item.add(
        Ui.span(
            "ft-strong",
            t(turn.ends() ? "sheet.ends" : "sheet.begins", "day", Formats.date(turn.day()))));
    item.add(Ui.link("rules/" + table.id(), RuleWords.table(table)));
    item.add(new Span(RuleWords.row(table, turn.row())));
    if (!turn.ends()) return item;
    var after = table.after(turn.row());
    if (after.isEmpty()) item.add(Ui.chip(Ui.Tone.BAD, t("sheet.nothing-after")));
    else
      item.add(
          Ui.span(
              "ft-quiet",
              t(
                  "sheet.after",
                  "rows",
                  after.stream()
                      .map(row -> RuleWords.row(table, row))
                      .collect(Collectors.joining("; ")))));
    return item;
  }

  private void waiting(List<RuleTable> tables) {
    var open = desk.ask(new FindRuleChanges()).stream().filter(RuleChangeRow::isOpen).toList();
    if (open.isEmpty()) return;
    var names = desk.names();
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    for (var change : open)
      list.add(
          new ListItem(
              Ui.link("rules/" + change.change().table(), name(tables, change.change().table())),
              Ui.span(
                  "ft-quiet",
                  t(
                      "sheet.proposed",
                      "name",
                      Desk.name(names, change.proposedBy()),
                      "at",
                      Formats.dateTime(change.proposedAt())))));
    add(Ui.section(t("sheet.waiting"), list));
  }

  private static String name(List<RuleTable> tables, String id) {
    return tables.stream()
        .filter(table -> table.id().equals(id))
        .findFirst()
        .map(RuleWords::table)
        .orElse(id);
  }

  private void kept(List<RuleTable> tables) {
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    for (var kept : desk.ask(new FindKeptRules())) {
      if (kept.problem() == null || version(tables, kept.file()) != kept.version()) continue;
      list.add(
          new ListItem(
              Ui.chip(Ui.Tone.ATTENTION, t("sheet.kept-chip")),
              Ui.link("rules/" + kept.file(), name(tables, kept.file())),
              new Span(t("sheet.kept", "at", Formats.dateTime(kept.at())))));
    }
    if (list.getComponentCount() > 0) add(Ui.section(t("sheet.kept-title"), list));
  }

  private static int version(List<RuleTable> tables, String id) {
    return tables.stream()
        .filter(table -> table.id().equals(id))
        .mapToInt(RuleTable::version)
        .findFirst()
        .orElse(0);
  }

  private Component list(List<RuleTable> tables, LocalDate today) {
    Map<String, String> workflows = RuleUse.workflows(desk);
    var list = Lists.<RuleTable>grid(t("sheet.all"));
    list.addComponentColumn(table -> Ui.link("rules/" + table.id(), RuleWords.table(table)))
        .setHeader(t("model.name"))
        .setWidth("14rem")
        .setFlexGrow(3);
    list.addColumn(table -> Formats.number(table.rows().size()))
        .setHeader(t("sheet.rows"))
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true);
    list.addColumn(
            table -> Formats.number(table.rows().stream().filter(row -> row.holds(today)).count()))
        .setHeader(t("sheet.today"))
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true);
    list.addComponentColumn(RulesView::open).setHeader(t("sheet.sources")).setAutoWidth(true);
    list.addColumn(table -> RuleUse.of(table, workflows))
        .setHeader(t("sheet.used"))
        .setWidth("14rem")
        .setFlexGrow(4);
    Lists.cards(
        list,
        table ->
            Lists.card(
                Ui.link("rules/" + table.id(), RuleWords.table(table)),
                open(table),
                Words.count("sheet.rows-count", table.rows().size()),
                RuleUse.of(table, workflows)));
    list.setItems(tables.stream().sorted(NameOrder.by(RuleWords::table)).toList());
    list.setAllRowsVisible(true);
    return list;
  }

  private static Component open(RuleTable table) {
    long open = table.rows().stream().filter(RuleWords::isOpen).count();
    return open == 0
        ? Ui.span("ft-quiet", t("sheet.confirmed"))
        : Ui.chip(Ui.Tone.ATTENTION, Words.count("sheet.to-confirm", open));
  }
}
