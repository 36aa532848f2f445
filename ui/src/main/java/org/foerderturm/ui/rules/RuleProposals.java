package org.foerderturm.ui.rules;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import org.foerderturm.kernel.Role;
import org.foerderturm.kernel.RuleTable;
import org.foerderturm.rules.RuleCommand.ApproveRuleChange;
import org.foerderturm.rules.RuleCommand.RefuseRuleChange;
import org.foerderturm.rules.RuleCommand.WithdrawRuleChange;
import org.foerderturm.rules.RuleQuery.RuleChangeRow;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Ui;
import org.jspecify.annotations.Nullable;

/** What somebody proposed, and what another person decides on it. */
final class RuleProposals {
  private final Desk desk;
  private final RuleTable table;
  private final Runnable after;

  RuleProposals(Desk desk, RuleTable table, Runnable after) {
    this.desk = desk;
    this.table = table;
    this.after = after;
  }

  Component of(RuleChangeRow row) {
    var facts = Ui.facts();
    Ui.fact(facts, t("sheet.change"), what(table, row));
    var added = row.change().added();
    if (added != null) {
      Ui.fact(facts, t("sheet.when"), RuleWords.cells(table, added.cells(), true));
      Ui.fact(facts, t("sheet.then"), RuleWords.cells(table, added.cells(), false));
      if (!added.note().isBlank()) Ui.fact(facts, t("sheet.note"), added.note());
    }
    Ui.fact(facts, t("sheet.source"), row.source());
    Ui.fact(facts, t("sheet.reason"), row.reason());
    if (row.pastReason() != null) Ui.fact(facts, t("sheet.past-reason"), row.pastReason());
    Ui.fact(
        facts,
        t("sheet.proposed-by"),
        Desk.name(desk.names(), row.proposedBy()) + " · " + Formats.dateTime(row.proposedAt()));
    var card = Ui.div("ft-rule-proposal", facts);
    boolean own = row.proposedBy().equals(desk.actor().userId());
    if (own && desk.has(Role.ADMINISTRATOR)) {
      card.add(
          new Paragraph(t("sheet.second-person")),
          Ui.div("ft-actions", Ui.quiet(t("sheet.withdraw"), () -> withdraw(row))));
    } else if (desk.has(Role.ADMINISTRATOR, Role.OFFICE_LEAD)) {
      card.add(
          Ui.div(
              "ft-actions",
              Ui.primary(t("sheet.approve"), () -> approve(row)),
              Ui.quiet(t("sheet.refuse"), () -> refuse(row))));
    }
    return card;
  }

  /** What becomes otherwise, in a sentence. */
  static String what(RuleTable table, RuleChangeRow row) {
    var change = row.change();
    var named =
        table.rows().stream()
            .filter(each -> each.id().equals(change.row()))
            .findFirst()
            .map(each -> RuleWords.row(table, each))
            .orElse("–");
    var added = change.added();
    if (added == null) return t("sheet.what-ends", "row", named, "day", day(change.lastDay()));
    var period = RuleWords.period(added.from(), added.until());
    return change.lastDay() == null
        ? t("sheet.what-adds", "period", period)
        : t("sheet.what-follows", "row", named, "day", day(change.lastDay()), "period", period);
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "–" : Formats.date(day);
  }

  /** What was proposed and what became of it, with everybody's names. */
  static String told(Desk desk, RuleTable table, RuleChangeRow row) {
    var names = desk.names();
    var at = row.decidedAt();
    return t(
        "sheet.told." + row.state(),
        "what",
        what(table, row),
        "proposer",
        Desk.name(names, row.proposedBy()),
        "decider",
        Desk.name(names, row.decidedBy()),
        "at",
        at == null ? "–" : Formats.dateTime(at),
        "reason",
        row.reason(),
        "why",
        row.decidedWhy() == null ? "–" : row.decidedWhy());
  }

  private void approve(RuleChangeRow row) {
    var from = row.change().effective();
    Dialogs.open(
        desk,
        t("sheet.approve-title"),
        t("sheet.approve"),
        () -> desk.send(new ApproveRuleChange(row.sheetId(), row.changeId())),
        after,
        new Paragraph(what(table, row)),
        new Paragraph(
            from == null
                ? t("sheet.follows-always")
                : t("sheet.follows", "day", Formats.date(from))));
  }

  private void refuse(RuleChangeRow row) {
    var reason = reason();
    Dialogs.open(
        desk,
        t("sheet.refuse-title"),
        t("sheet.refuse"),
        () -> desk.send(new RefuseRuleChange(row.sheetId(), row.changeId(), reason.getValue())),
        after,
        reason);
  }

  private void withdraw(RuleChangeRow row) {
    var reason = reason();
    Dialogs.open(
        desk,
        t("sheet.withdraw-title"),
        t("sheet.withdraw"),
        () -> desk.send(new WithdrawRuleChange(row.sheetId(), row.changeId(), reason.getValue())),
        after,
        reason);
  }

  private static TextArea reason() {
    return Inputs.required(Inputs.text(t("sheet.reason")), "reason-missing");
  }
}
