package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Inputs.required;
import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import org.foerderturm.alliance.AllianceQuery.BookingRow;
import org.foerderturm.alliance.AllianceQuery.ContributionRow;
import org.foerderturm.alliance.ContributionCommand.CancelInvoice;
import org.foerderturm.alliance.ContributionCommand.ClaimDefaultInterest;
import org.foerderturm.alliance.ContributionCommand.CorrectContributionRefund;
import org.foerderturm.alliance.ContributionCommand.RefundContribution;
import org.foerderturm.alliance.ContributionCommand.WithdrawDefaultInterest;
import org.foerderturm.ui.common.Corrections;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Ui;

/** Credit notes, refunds and interest on default of one contribution. */
record Settlements(Desk desk, ContributionRow row, Runnable after) {

  /** What was booked, each with what can be done about it. */
  Div lines(List<BookingRow> bookings, boolean writes) {
    var corrections = Corrections.of(desk, row.contributionId());
    var lines = Ui.div("ft-lines");
    for (var booking : bookings) {
      var words =
          t(
              "contribution.booking." + booking.kind(),
              "amount",
              Formats.euros(booking.amountCents()),
              "day",
              Formats.date(booking.on()),
              "until",
              booking.until() == null ? "–" : Formats.date(booking.until()),
              "flat",
              Formats.euros(booking.flatCents()),
              "number",
              booking.reference() == null ? "–" : booking.reference());
      var line = Ui.div("ft-actions", new Span(words));
      if (booking.gone()) line.add(Ui.span("ft-quiet", t("contribution.booking.gone")));
      else if (booking.words() != null) line.add(Ui.span("ft-quiet", booking.words()));
      if (writes && !row.status().matches("waived|written-off")) acts(line, booking, words);
      lines.add(line);
      if (booking.kind().equals("REFUND"))
        lines.add(
            corrections.told(
                "ContributionRefundCorrected",
                event -> event.path("number").asInt() == booking.number()));
    }
    return lines;
  }

  private void acts(Div line, BookingRow booking, String words) {
    boolean refund = booking.kind().equals("REFUND");
    if (!refund && (!booking.kind().equals("INTEREST") || booking.gone())) return;
    var name = t(refund ? "correction.act" : "contribution.withdraw-interest");
    var act = Ui.quiet(name, () -> ask(booking, words, refund));
    act.setAriaLabel(name + ": " + words);
    line.add(act);
  }

  private void ask(BookingRow booking, String words, boolean refund) {
    if (refund) correct(booking, words);
    else withdraw(booking, words);
  }

  /** Takes a wrong invoice back. */
  void cancel() {
    var number =
        answers(
            required(Inputs.line(t("contribution.credit-number"), 100), "invoice-number-missing"),
            "invoice-number-missing",
            "invoice-number-used",
            "invoice-number-taken");
    var on =
        answers(
            required(Inputs.pastDay(t("contribution.cancelled-on"), today())),
            "credit-before-invoice",
            "time-in-future");
    var amount =
        answers(
            Inputs.suggested(
                required(Inputs.euros(t("contribution.right-amount"), row.amountCents()))),
            "right-amount-negative");
    amount.setHelperText(t("contribution.right-amount-help"));
    var reason = required(Inputs.text(t("contribution.reason")), "reason-missing");
    open(
        "contribution.cancel",
        () ->
            desk.send(
                new CancelInvoice(
                    row.contributionId(),
                    row.invoiceNumber() == null ? "" : row.invoiceNumber(),
                    number.getValue(),
                    Inputs.needed(on),
                    Inputs.cents(amount),
                    reason.getValue())),
        new Paragraph(t("contribution.cancel-says")),
        number,
        on,
        amount,
        reason);
  }

  void refund() {
    var amount =
        answers(
            Inputs.suggested(
                required(Inputs.euros(t("contribution.received"), row.overpaidCents()))),
            "payment-not-positive",
            "refund-above-overpaid");
    var on =
        answers(
            required(Inputs.pastDay(t("contribution.refunded-on"), today())),
            "refund-before-payment");
    open(
        "contribution.refund",
        () ->
            desk.send(
                new RefundContribution(
                    row.contributionId(), Inputs.cents(amount), Inputs.needed(on))),
        amount,
        on);
  }

  private void correct(BookingRow booking, String words) {
    var amount =
        answers(
            required(Inputs.euros(t("contribution.received"), booking.amountCents())),
            "payment-not-positive",
            "refund-above-overpaid");
    amount.setHelperText(t("contribution.none-refunded"));
    var on =
        answers(
            required(Inputs.pastDay(t("contribution.refunded-on"), booking.on())),
            "refund-before-payment");
    var reason = required(Inputs.text(t("correction.reason")), "reason-missing");
    Dialogs.revise(
        desk,
        t("correction.act") + ": " + words,
        t("correction.act"),
        () ->
            new CorrectContributionRefund(
                row.contributionId(),
                booking.number(),
                Inputs.cents(amount),
                Inputs.needed(on),
                reason.getValue()),
        after,
        amount,
        on,
        reason);
  }

  void claimInterest() {
    var until =
        answers(
            required(Inputs.pastDay(t("contribution.interest-until"), today())),
            "interest-before-default",
            "time-in-future",
            "rate-missing",
            "no-interest");
    open(
        "contribution.interest",
        () -> desk.send(new ClaimDefaultInterest(row.contributionId(), Inputs.needed(until))),
        new Paragraph(t("contribution.interest-says")),
        until);
  }

  private void withdraw(BookingRow booking, String words) {
    var reason = required(Inputs.text(t("contribution.reason")), "reason-missing");
    Dialogs.open(
        desk,
        t("contribution.withdraw-interest") + ": " + words,
        t("contribution.withdraw-interest"),
        () ->
            desk.send(
                new WithdrawDefaultInterest(
                    row.contributionId(), booking.number(), reason.getValue())),
        after,
        reason);
  }

  private void open(String key, Runnable action, Component... fields) {
    Dialogs.open(desk, t(key) + " · " + row.year(), t(key), action, after, fields);
  }

  private static LocalDate today() {
    return LocalDate.now(Formats.OFFICE);
  }
}
