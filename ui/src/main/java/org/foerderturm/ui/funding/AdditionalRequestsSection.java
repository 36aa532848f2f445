package org.foerderturm.ui.funding;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Inputs.day;
import static org.foerderturm.ui.common.Inputs.needed;
import static org.foerderturm.ui.common.Inputs.pastDay;
import static org.foerderturm.ui.common.Inputs.required;
import static org.foerderturm.ui.common.Inputs.text;
import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.funding.AdditionalRequestCommand.AnswerAdditionalRequest;
import org.foerderturm.funding.AdditionalRequestCommand.CorrectAdditionalAnswer;
import org.foerderturm.funding.AdditionalRequestCommand.MoveAdditionalRequest;
import org.foerderturm.funding.AdditionalRequestCommand.RecordAdditionalRequest;
import org.foerderturm.funding.AdditionalRequestCommand.WithdrawAdditionalRequest;
import org.foerderturm.funding.FundingQuery.AdditionalRequestRow;
import org.foerderturm.funding.FundingQuery.FindAdditionalRequests;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.jspecify.annotations.Nullable;

/** What the funder asked for in addition while it examines, and what was handed in. */
final class AdditionalRequestsSection {
  private final Desk desk;
  private final String id;
  private final @Nullable Runnable after;
  private final List<AdditionalRequestRow> rows;

  /**
   * @param after what follows an act; null where nothing can be done
   */
  AdditionalRequestsSection(Desk desk, String applicationId, @Nullable Runnable after) {
    this.desk = desk;
    this.id = applicationId;
    this.after = after;
    rows = desk.ask(new FindAdditionalRequests(applicationId));
  }

  /** Null before the first request. */
  @Nullable Section section() {
    if (rows.isEmpty()) return null;
    var table =
        Ui.table(
            "",
            t("additional-request.asked"),
            t("additional-request.received"),
            t("additional-request.due"),
            t("additional-request.state"));
    table.removeCaption();
    table.removeBody();
    var body = new NativeTableBody();
    for (var row : rows) body.add(row(row));
    table.add(body);
    var section = Ui.section(t("additional-request.title"), Ui.scroll(table));
    section.setId("additional-requests");
    return section;
  }

  private NativeTableRow row(AdditionalRequestRow row) {
    return new NativeTableRow(
        new NativeTableCell(row.number() + " · " + row.asked()),
        date(row.receivedOn()),
        date(row.dueOn()),
        state(row));
  }

  private static NativeTableCell date(LocalDate day) {
    var cell = new NativeTableCell(Formats.date(day));
    cell.addClassName("ft-nowrap");
    return cell;
  }

  private NativeTableCell state(AdditionalRequestRow row) {
    var lines = Ui.div("ft-lines", chip(row));
    if (row.handedIn() != null) lines.add(new Span(row.handedIn()));
    if (row.reason() != null) lines.add(new Span(row.reason()));
    if (row.isOpen() && after != null && may()) lines.add(acts(row, after));
    if (row.answeredOn() != null && after != null && may()) lines.add(right(row, after));
    return new NativeTableCell(lines);
  }

  private static Span chip(AdditionalRequestRow row) {
    var answered = row.answeredOn();
    if (answered != null)
      return Ui.chip(
          row.late() ? Ui.Tone.BAD : Ui.Tone.GOOD,
          t(
              row.late() ? "additional-request.is.late" : "additional-request.is.answered",
              "day",
              Formats.date(answered)));
    if (row.ended())
      return Ui.chip(
          Ui.Tone.PLAIN,
          t(
              row.reason() == null
                  ? "additional-request.is.decided"
                  : "additional-request.is.ended"));
    boolean over = LocalDate.now(Formats.OFFICE).isAfter(WorkingDays.onOrAfter(row.dueOn()));
    return Ui.chip(
        over ? Ui.Tone.BAD : Ui.Tone.ATTENTION,
        t(over ? "additional-request.is.overdue" : "additional-request.is.open"));
  }

  private boolean may() {
    return desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD);
  }

  private Div acts(AdditionalRequestRow row, Runnable then) {
    var answer = Ui.quiet(t("additional-request.answer"), () -> answer(row.number(), then));
    answer.setAriaLabel(t("additional-request.answer-of", "number", row.number()));
    var move = Ui.quiet(t("additional-request.move"), () -> move(row, then));
    move.setAriaLabel(t("additional-request.move-of", "number", row.number()));
    var back = Ui.quiet(t("additional-request.withdraw"), () -> withdraw(row.number(), then));
    back.setAriaLabel(t("additional-request.withdraw-of", "number", row.number()));
    return Ui.div("ft-actions", answer, move, back);
  }

  private Div right(AdditionalRequestRow row, Runnable then) {
    var right = Ui.quiet(t("correction.act"), () -> correct(row, then));
    right.setAriaLabel(t("additional-request.correct-of", "number", row.number()));
    return Ui.div("ft-actions", right);
  }

  /** Offers to record a request while the funder examines. */
  void into(Div acts, String stage) {
    if (after == null || !may() || !stage.matches("submitted|evaluated|reserve")) return;
    var then = after;
    acts.add(Ui.quiet(t("additional-request.record"), () -> record(then)));
  }

  private void record(Runnable then) {
    var asked = answers(required(text(t("additional-request.asked"))), "additional-request-empty");
    var received =
        answers(
            required(pastDay(t("additional-request.received"), LocalDate.now(Formats.OFFICE))),
            "additional-request-before-submission");
    var due =
        answers(
            required(day(t("additional-request.due"), null), "day-missing"),
            "additional-request-due-before");
    Dialogs.open(
        desk,
        t("additional-request.record"),
        t("grant.save"),
        () ->
            desk.send(
                new RecordAdditionalRequest(id, asked.getValue(), needed(received), needed(due))),
        then,
        asked,
        received,
        due);
  }

  private void answer(int number, Runnable then) {
    var on =
        answers(
            required(pastDay(t("additional-request.answered-on"), null)),
            "additional-answer-before-request");
    var what =
        answers(required(text(t("additional-request.handed-in"))), "additional-answer-empty");
    Dialogs.open(
        desk,
        t("additional-request.answer-of", "number", number),
        t("grant.save"),
        () -> desk.send(new AnswerAdditionalRequest(id, number, needed(on), what.getValue())),
        then,
        on,
        what);
  }

  private void correct(AdditionalRequestRow row, Runnable then) {
    var answered = Objects.requireNonNull(row.answeredOn());
    var known = Objects.requireNonNull(row.handedIn());
    var on =
        answers(
            required(pastDay(t("additional-request.answered-on"), answered)),
            "additional-answer-before-request",
            "nothing-changed");
    var what =
        answers(required(text(t("additional-request.handed-in"))), "additional-answer-empty");
    what.setValue(known);
    var reason = ApplicationCorrections.reason();
    Dialogs.revise(
        desk,
        t("additional-request.correct-of", "number", row.number()),
        t("correction.act"),
        new CorrectAdditionalAnswer(id, row.number(), answered, known, ""),
        () ->
            new CorrectAdditionalAnswer(
                id, row.number(), needed(on), what.getValue(), reason.getValue()),
        then,
        on,
        what,
        reason);
  }

  private void move(AdditionalRequestRow row, Runnable then) {
    var due =
        answers(
            required(day(t("additional-request.due"), row.dueOn()), "day-missing"),
            "additional-request-due-before",
            "nothing-changed");
    var reason = required(text(t("grant.reason")), "reason-missing");
    Dialogs.revise(
        desk,
        t("additional-request.move-of", "number", row.number()),
        t("grant.save"),
        new MoveAdditionalRequest(id, row.number(), row.dueOn(), ""),
        () -> new MoveAdditionalRequest(id, row.number(), needed(due), reason.getValue()),
        then,
        due,
        reason);
  }

  private void withdraw(int number, Runnable then) {
    var reason = required(text(t("grant.reason")), "reason-missing");
    Dialogs.open(
        desk,
        t("additional-request.withdraw-of", "number", number),
        t("additional-request.withdraw"),
        () -> desk.send(new WithdrawAdditionalRequest(id, number, reason.getValue())),
        then,
        reason);
  }
}
