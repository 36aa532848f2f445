package org.foerderturm.ui.funding;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Inputs.cents;
import static org.foerderturm.ui.common.Inputs.euros;
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
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Objects;
import org.foerderturm.funding.FundingQuery.ApplicationDetails;
import org.foerderturm.funding.GrantCommand.AnswerPaymentRequest;
import org.foerderturm.funding.GrantCommand.CorrectPaymentAnswer;
import org.foerderturm.funding.GrantCommand.RequestPayment;
import org.foerderturm.funding.GrantCommand.WithdrawPaymentRequest;
import org.foerderturm.funding.GrantQuery.GrantDetails;
import org.foerderturm.funding.GrantQuery.PaymentRequestRow;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.DayField;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.NumberField;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** What was asked of the funder, what it approved and what came in on it. */
record PaymentRequestsSection(
    Desk desk, ApplicationDetails found, GrantDetails grant, Runnable after) {

  private String id() {
    return found.row().applicationId();
  }

  /** Null before the first request. */
  @Nullable Section section() {
    if (grant.requests().isEmpty()) return null;
    var table =
        Ui.table(
            "",
            t("payment-request.who"),
            t("payment-request.on"),
            t("payment-request.asked"),
            t("payment-request.approved"),
            t("payment-request.received"),
            t("payment-request.state"));
    Ui.amounts(table, 2, 4);
    table.removeCaption();
    table.removeBody();
    var body = new NativeTableBody();
    for (var row : grant.requests()) body.add(row(row));
    table.add(body);
    var section = Ui.section(t("payment-request.title"), Ui.scroll(table));
    section.setId("payment-requests");
    return section;
  }

  private NativeTableRow row(PaymentRequestRow row) {
    var approved = row.approvedCents();
    return new NativeTableRow(
        new NativeTableCell(row.number() + " · " + row.partner()),
        new NativeTableCell(Formats.date(row.requestedOn())),
        amount(Formats.euros(row.askedCents())),
        amount(approved == null ? "–" : Formats.euros(approved)),
        amount(Formats.euros(row.receivedCents())),
        state(row));
  }

  private static NativeTableCell amount(String text) {
    var cell = new NativeTableCell(new Span(text));
    cell.addClassName("ft-amount");
    return cell;
  }

  private NativeTableCell state(PaymentRequestRow row) {
    var tone =
        switch (row.state()) {
          case "open" -> Ui.Tone.ATTENTION;
          case "cut", "refused" -> Ui.Tone.BAD;
          case "withdrawn" -> Ui.Tone.PLAIN;
          default -> Ui.Tone.GOOD;
        };
    var lines = Ui.div("ft-lines", Ui.chip(tone, Words.code("payment-request.is", row.state())));
    if (row.answeredOn() != null)
      lines.add(
          Ui.span(
              "ft-quiet", t("payment-request.answered", "day", Formats.date(row.answeredOn()))));
    if (row.reason() != null) lines.add(new Span(row.reason()));
    if (may() && !row.withdrawn() && row.receivedCents() == 0) lines.add(acts(row));
    return new NativeTableCell(lines);
  }

  private boolean may() {
    return desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD);
  }

  private Div acts(PaymentRequestRow row) {
    if (row.approvedCents() != null) {
      var right = Ui.quiet(t("payment-request.correct"), () -> correct(row));
      right.setAriaLabel(t("payment-request.correct-of", "number", row.number()));
      return Ui.div("ft-actions", right);
    }
    var answer = Ui.quiet(t("payment-request.answer"), () -> answer(row));
    answer.setAriaLabel(t("payment-request.answer-of", "number", row.number()));
    var back = Ui.quiet(t("payment-request.withdraw"), () -> withdraw(row.number()));
    back.setAriaLabel(t("payment-request.withdraw-of", "number", row.number()));
    return Ui.div("ft-actions", answer, back);
  }

  /** Offers to ask for money while any may be paid. */
  void into(Div acts) {
    if (may() && Accounting.isPayable(found) && !found.row().stage().equals("closed"))
      acts.add(Ui.quiet(t("payment-request.ask"), this::ask));
  }

  private void ask() {
    var partner = Accounting.partner(found);
    var amount =
        answers(
            required(euros(t("payment-request.asked"), null)),
            "amount-not-positive",
            "payment-request-above-grant");
    var on = answers(required(pastDay(t("payment-request.on"), null)), "draw-down-before-notice");
    Dialogs.open(
        desk,
        t("payment-request.ask"),
        t("grant.save"),
        () ->
            desk.send(
                new RequestPayment(
                    id(), Accounting.chosen(partner).partnerId(), cents(amount), needed(on))),
        after,
        partner,
        amount,
        on);
  }

  private void answer(PaymentRequestRow row) {
    var fields = new Fields(row);
    Inputs.suggested(fields.approved);
    Dialogs.open(
        desk,
        t("payment-request.answer-of", "number", row.number()),
        t("grant.save"),
        () ->
            desk.send(
                new AnswerPaymentRequest(
                    id(), row.number(), cents(fields.approved), needed(fields.on), fields.why())),
        after,
        fields.approved,
        fields.on,
        fields.grounds);
  }

  private void correct(PaymentRequestRow row) {
    var fields = new Fields(row);
    var reason = ApplicationCorrections.reason();
    Dialogs.revise(
        desk,
        t("payment-request.correct-of", "number", row.number()),
        t("grant.save"),
        new CorrectPaymentAnswer(
            id(),
            row.number(),
            Objects.requireNonNull(row.approvedCents()),
            Objects.requireNonNull(row.answeredOn()),
            row.reason(),
            ""),
        () ->
            new CorrectPaymentAnswer(
                id(),
                row.number(),
                cents(fields.approved),
                needed(fields.on),
                fields.why(),
                reason.getValue()),
        after,
        fields.approved,
        fields.on,
        fields.grounds,
        reason);
  }

  /** What an answer says, as it is asked for and set right. */
  private static final class Fields {
    final NumberField approved;
    final DayField on;
    final TextArea grounds = answers(text(t("payment-request.reason")), "reason-missing");

    Fields(PaymentRequestRow row) {
      long known = Objects.requireNonNullElse(row.approvedCents(), row.askedCents());
      approved =
          answers(
              required(euros(t("payment-request.approved"), known)), "payment-answer-impossible");
      approved.setHelperText(
          t("payment-request.approved-help", "asked", Formats.euros(row.askedCents())));
      on =
          answers(
              required(pastDay(t("payment-request.answered-on"), row.answeredOn())),
              "payment-answer-before-request");
      grounds.setValue(Objects.requireNonNullElse(row.reason(), ""));
    }

    @Nullable String why() {
      return grounds.isEmpty() ? null : grounds.getValue();
    }
  }

  private void withdraw(int number) {
    var reason = required(text(t("payment-request.withdraw-reason")));
    Dialogs.open(
        desk,
        t("payment-request.withdraw-of", "number", number),
        t("payment-request.withdraw"),
        () -> desk.send(new WithdrawPaymentRequest(id(), number, reason.getValue())),
        after,
        reason);
  }
}
