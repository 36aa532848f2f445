package org.foerderturm.ui.funding;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.funding.GrantQuery.GrantChangeRow;
import org.foerderturm.funding.GrantQuery.GrantDetails;
import org.foerderturm.funding.GrantQuery.GrantNote;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** What was changed of a grant, and what else happened to it. */
final class GrantChanges {
  private GrantChanges() {}

  static Section changes(Desk desk, GrantDetails grant) {
    if (grant.changes().isEmpty())
      return Ui.section(t("grant.changes"), new Paragraph(t("grant.no-changes")));
    var table =
        Ui.table(
            "",
            t("grant.change-number"),
            t("grant.change-what"),
            t("grant.change-state"),
            t("grant.change-basis"));
    table.removeCaption();
    table.removeBody();
    var body = new NativeTableBody();
    for (var change : grant.changes())
      body.add(
          new NativeTableRow(
              new NativeTableCell(Formats.number(change.number())),
              new NativeTableCell(what(desk, change)),
              new NativeTableCell(state(change)),
              new NativeTableCell(basis(change))));
    table.add(body);
    return Ui.section(t("grant.changes"), Ui.scroll(table));
  }

  private static Div what(Desk desk, GrantChangeRow change) {
    var what = Ui.div("ft-lines");
    var cases = desk.ask(new FindCasesOf(change.changeId()));
    Component words =
        cases.isEmpty()
            ? new Span(words(change))
            : Ui.link("cases/" + cases.getFirst().caseId(), words(change));
    what.add(words);
    if (change.reason() != null) what.add(Ui.span("ft-quiet", change.reason()));
    return what;
  }

  /** One change: what, why, how it stands and on which basis. */
  static Div facts(GrantChangeRow change) {
    var facts = Ui.facts();
    Ui.fact(facts, t("grant.change-what"), words(change));
    if (change.reason() != null) Ui.fact(facts, t("grant.note-reason"), change.reason());
    Ui.fact(facts, t("grant.change-state"), state(change));
    Ui.fact(facts, t("grant.change-basis"), basis(change));
    return facts;
  }

  private static String words(GrantChangeRow change) {
    if (change.consentNeeded() == null) return Words.code("grant-change-kind", change.kind());
    return switch (change.kind()) {
      case "reallocation" ->
          t(
              "grant-change.reallocation",
              "amount",
              change.amountCents() == null ? "–" : Formats.euros(change.amountCents()),
              "name",
              words(change.name()),
              "from",
              words(change.fromRow()),
              "to",
              words(change.toRow()));
      case "extension" -> t("grant-change.extension", "day", day(change.periodUntil()));
      default ->
          t(
              "grant-change.partner",
              "successor",
              words(change.successor()),
              "name",
              words(change.name()));
    };
  }

  private static String words(@Nullable String words) {
    return words == null ? "–" : words;
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "–" : Formats.date(day);
  }

  private static Div state(GrantChangeRow change) {
    var tone =
        switch (change.state()) {
          case "consented", "free" -> Ui.Tone.GOOD;
          case "refused" -> Ui.Tone.BAD;
          case "withdrawn" -> Ui.Tone.PLAIN;
          default -> Ui.Tone.ATTENTION;
        };
    var state = Ui.div("ft-lines", Ui.chip(tone, Words.code("grant-change-state", change.state())));
    var since = change.decidedOn() != null ? change.decidedOn() : change.putOn();
    if (since != null) state.add(Ui.span("ft-quiet", Formats.date(since)));
    if (change.answer() != null) state.add(Ui.span("ft-quiet", change.answer()));
    return state;
  }

  private static Div basis(GrantChangeRow change) {
    var basis = Ui.div("ft-lines");
    if (change.reference() != null) basis.add(new Span(change.reference()));
    if (change.source() != null) basis.add(Ui.span("ft-quiet", change.source()));
    return basis;
  }

  static Section notes(GrantDetails grant) {
    return notes(grant, "", null);
  }

  static Section notes(
      GrantDetails grant, String applicationId, @Nullable ApplicationCorrections right) {
    var answers = right == null ? null : new AnswerCorrections(applicationId, right);
    var table =
        Ui.table(
            "",
            t("grant.note-day"),
            t("grant.note-what"),
            t("application.amount"),
            t("grant.note-due"),
            t("grant.note-reason"));
    Ui.amounts(table, 2, 2);
    table.removeCaption();
    table.removeBody();
    var body = new NativeTableBody();
    int refunds = 0;
    for (var note : grant.notes()) {
      var cents = note.amountCents();
      var amount = new NativeTableCell(cents == null ? "–" : Formats.euros(cents));
      if (note.kind().equals("refund") && cents != null) {
        refunds++;
        if (right != null) amount = new NativeTableCell(right.refund(refunds, cents, note.day()));
      }
      amount.addClassName("ft-amount");
      body.add(
          new NativeTableRow(
              date(Formats.date(note.day())),
              new NativeTableCell(what(grant.notes(), note, answers)),
              amount,
              date(day(note.dueOn())),
              new NativeTableCell(reason(note))));
    }
    table.add(body);
    return Ui.section(t("grant.notes"), Ui.scroll(table));
  }

  private static Component what(
      List<GrantNote> notes, GrantNote note, @Nullable AnswerCorrections answers) {
    var words = new Span(Words.code("grant-note", note.kind()));
    if (answers == null) return words;
    var alike = notes.stream().filter(each -> family(each).equals(family(note))).toList();
    int number = alike.indexOf(note) + 1;
    return answers.note(note, number, number == alike.size(), words);
  }

  /** Of which it is one: all revocations, all decisions on the grant, on a remedy. */
  private static String family(GrantNote note) {
    return note.kind().endsWith("revocation")
        ? "revocation"
        : note.kind()
            .replaceFirst("^(objection|action)-.*", "decided")
            .replaceFirst("-(remedied|refused|withdrawn)$", "-decided");
  }

  private static String reason(GrantNote note) {
    if (note.reference() == null) return words(note.reason());
    return note.reason() == null ? note.reference() : note.reference() + " · " + note.reason();
  }

  private static NativeTableCell date(String words) {
    var cell = new NativeTableCell(words);
    cell.addClassName("ft-nowrap");
    return cell;
  }
}
