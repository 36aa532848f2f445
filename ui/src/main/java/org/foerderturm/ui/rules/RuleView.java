package org.foerderturm.ui.rules;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foerderturm.kernel.Role;
import org.foerderturm.kernel.RuleTable;
import org.foerderturm.kernel.RuleTable.Row;
import org.foerderturm.process.ModelQuery.FindModels;
import org.foerderturm.rules.RuleCommand;
import org.foerderturm.rules.RuleQuery.FindRuleChanges;
import org.foerderturm.rules.RuleQuery.FindRuleTables;
import org.foerderturm.rules.RuleQuery.RuleChangeRow;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** One decision table: its rows with periods and sources, proposals, and who changed it when. */
@Route("rules/:table")
@PermitAll
public class RuleView extends View implements BeforeEnterObserver {
  private final Div page = Ui.div("ft-rule-page");
  private String id = "";

  RuleView(Desk desk) {
    super(desk, t("nav.rules"));
    addClassName("ft-full");
    add(page);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = event.getRouteParameters().get("table").orElse("");
    var table = draw();
    if (table == null) throw new NotFoundException();
    if (mayPropose(table)) {
      var dialogs = new RuleDialogs(desk, table, this::draw);
      addAction(Ui.primary(t("sheet.add"), dialogs::add));
    }
    desk.onChange(this, streams -> streams.contains(RuleCommand.idOf(table.file())), this::draw);
  }

  private boolean mayPropose(RuleTable table) {
    return desk.has(Role.ADMINISTRATOR) && table.period() != null;
  }

  private @Nullable RuleTable draw() {
    var table =
        desk.ask(new FindRuleTables()).stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElse(null);
    if (table == null) return null;
    setHeading(RuleWords.table(table));
    var changes =
        desk.ask(new FindRuleChanges()).stream()
            .filter(change -> change.change().table().equals(id))
            .toList();
    page.removeAll();
    page.add(about(table));
    var open = changes.stream().filter(RuleChangeRow::isOpen).toList();
    if (!open.isEmpty()) {
      var section = Ui.section(t("sheet.waiting"));
      var proposals = new RuleProposals(desk, table, this::draw);
      open.forEach(change -> section.add(proposals.of(change)));
      page.add(section);
    }
    page.add(Ui.section(t("sheet.rows"), rows(table)));
    page.add(Ui.section(t("sheet.history"), history(table, changes)));
    return table;
  }

  private Component about(RuleTable table) {
    var facts = Ui.facts();
    Ui.fact(facts, t("sheet.used"), RuleUse.of(table, RuleUse.workflows(desk)));
    Ui.fact(facts, t("sheet.policy"), Words.code("hit-policy", table.hitPolicy()));
    Ui.fact(facts, t("model.newest"), Formats.number(table.version()));
    var about = Ui.div("ft-rule-about", Ui.link("rules", t("sheet.back")));
    if (!table.description().isEmpty()) about.add(new Paragraph(table.description()));
    about.add(facts);
    if (table.period() == null) about.add(new Paragraph(t("sheet.without-days")));
    return about;
  }

  private Component rows(RuleTable table) {
    var today = LocalDate.now(Formats.OFFICE);
    var dialogs = new RuleDialogs(desk, table, this::draw);
    var headings =
        new ArrayList<>(
            List.of(
                t("sheet.number"),
                t("sheet.period"),
                t("sheet.when"),
                t("sheet.then"),
                t("sheet.source"),
                t("sheet.note")));
    if (mayPropose(table)) headings.add(t("projections.act"));
    var drawn = Ui.table(RuleWords.table(table), headings.toArray(String[]::new));
    var body = new NativeTableBody();
    drawn.getChildren().filter(NativeTableBody.class::isInstance).forEach(drawn::remove);
    int number = 0;
    for (var row : table.rows()) body.add(line(table, row, ++number, today, dialogs));
    drawn.add(body);
    return Ui.scroll(drawn);
  }

  private NativeTableRow line(
      RuleTable table, Row row, int number, LocalDate today, RuleDialogs dialogs) {
    var source = new Div();
    source.add(new Span(row.source().isEmpty() ? "–" : row.source()));
    if (RuleWords.isOpen(row))
      source.add(new Div(Ui.chip(Ui.Tone.ATTENTION, t("sheet.to-be-confirmed"))));
    var line =
        new NativeTableRow(
            new NativeTableCell(Formats.number(number)),
            new NativeTableCell(period(table, row, today)),
            new NativeTableCell(RuleWords.cells(table, row.cells(), true)),
            new NativeTableCell(RuleWords.cells(table, row.cells(), false)),
            new NativeTableCell(source),
            new NativeTableCell(row.note().isEmpty() ? "–" : row.note()));
    if (mayPropose(table)) {
      var follow = Ui.quiet(t("sheet.follow"), () -> dialogs.follow(row));
      follow.setAriaLabel(t("sheet.follow-row", "number", number));
      var end = Ui.quiet(t("sheet.end"), () -> dialogs.end(row));
      end.setAriaLabel(t("sheet.end-row", "number", number));
      line.add(new NativeTableCell(Ui.div("ft-actions", follow, end)));
    }
    return line;
  }

  private static Component period(RuleTable table, Row row, LocalDate today) {
    var shown =
        Ui.div(
            "ft-rule-period",
            new Span(
                table.period() == null
                    ? t("sheet.no-period")
                    : RuleWords.period(row.from(), row.until())));
    if (table.period() == null) return shown;
    if (row.holds(today)) shown.add(Ui.chip(Ui.Tone.GOOD, t("sheet.holds")));
    else if (row.from() != null && row.from().isAfter(today))
      shown.add(Ui.chip(Ui.Tone.PLAIN, t("sheet.to-come")));
    else shown.add(Ui.chip(Ui.Tone.PLAIN, t("sheet.over")));
    return shown;
  }

  private Component history(RuleTable table, List<RuleChangeRow> changes) {
    var names = desk.names();
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    for (var version : desk.ask(new FindModels())) {
      if (!version.kind().equals("dmn") || !version.key().equals(table.id())) continue;
      var item =
          new ListItem(
              Ui.link(
                  "models/" + version.definitionId(),
                  t("model.version", "version", version.version())),
              Ui.span(
                  "ft-quiet",
                  Desk.name(names, version.deployedBy())
                      + " · "
                      + Formats.dateTime(version.deployedAt())));
      changes.stream()
          .filter(change -> Integer.valueOf(version.version()).equals(change.madeVersion()))
          .forEach(change -> item.add(new Div(RuleProposals.told(desk, table, change))));
      list.add(item);
    }
    changes.stream()
        .filter(change -> change.state().equals("refused") || change.state().equals("withdrawn"))
        .forEach(change -> list.add(new ListItem(RuleProposals.told(desk, table, change))));
    return list;
  }
}
