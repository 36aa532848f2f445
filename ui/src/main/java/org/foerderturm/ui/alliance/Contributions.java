package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Inputs.required;
import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.foerderturm.alliance.AllianceQuery.ContributionRow;
import org.foerderturm.alliance.AllianceQuery.DayRow;
import org.foerderturm.alliance.AllianceQuery.FindBookings;
import org.foerderturm.alliance.AllianceQuery.FindContributionDays;
import org.foerderturm.alliance.AllianceQuery.FindDueDay;
import org.foerderturm.alliance.AllianceQuery.FindPayments;
import org.foerderturm.alliance.AllianceQuery.PaymentRow;
import org.foerderturm.alliance.ContributionCommand.*;
import org.foerderturm.alliance.ContributionCommand.CorrectContributionDay;
import org.foerderturm.alliance.ContributionDay;
import org.foerderturm.kernel.Command;
import org.foerderturm.ui.common.Corrections;
import org.foerderturm.ui.common.DayField;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** A member's contributions by year, with what can be done about each. */
final class Contributions extends Div {
  private final transient Desk desk;
  private final transient Runnable after;

  Contributions(
      Desk desk, String memberId, List<ContributionRow> rows, boolean writes, Runnable after) {
    this.desk = desk;
    this.after = after;
    if (rows.isEmpty()) {
      add(Ui.section(t("contributions.title"), Ui.span("ft-quiet", t("contributions.none"))));
      return;
    }
    var table =
        Ui.table(
            "",
            t("contribution.year"),
            t("member.class"),
            t("contribution.amount"),
            t("contribution.open"),
            t("contribution.status"),
            t("contribution.due"),
            t("contribution.how"));
    table.addClassName("ft-told");
    Ui.amounts(table, 2, 3);
    table.removeCaption();
    table.removeBody();
    var body = new NativeTableBody();
    var payments = desk.ask(new FindPayments(memberId));
    var days = desk.ask(new FindContributionDays(memberId));
    var bookings = desk.ask(new FindBookings(memberId));
    for (var row : rows) {
      body.add(line(row));
      var paid = payments.stream().filter(each -> of(row, each)).toList();
      if (!paid.isEmpty()) body.add(wide(paid(row, paid, writes)));
      if (row.invoicedOn() != null) body.add(wide(invoiced(row, row.invoicedOn(), writes)));
      var dated = days.stream().filter(each -> of(row, each)).toList();
      if (!dated.isEmpty()) body.add(wide(dated(row, dated, writes)));
      var booked =
          bookings.stream()
              .filter(each -> each.contributionId().equals(row.contributionId()))
              .toList();
      if (!booked.isEmpty())
        body.add(wide(new Settlements(desk, row, after).lines(booked, writes)));
      if (writes && !row.status().matches("waived|written-off|free|cancelled"))
        body.add(wide(acts(row)));
    }
    table.add(body);
    add(Ui.section(t("contributions.title"), Ui.scroll(table)));
  }

  private static boolean of(ContributionRow row, PaymentRow payment) {
    return payment.contributionId().equals(row.contributionId());
  }

  private static boolean of(ContributionRow row, DayRow day) {
    return day.contributionId().equals(row.contributionId());
  }

  /** When it was reminded of, until when deferred, since when in default. */
  private Div dated(ContributionRow row, List<DayRow> days, boolean writes) {
    var corrections = Corrections.of(desk, row.contributionId());
    long deferrals = count(days, ContributionDay.DEFERRAL);
    var lines = Ui.div("ft-lines");
    for (var day : days) {
      var words =
          t(
              "contribution.day." + day.kind(),
              "number",
              Formats.number(day.number()),
              "day",
              Formats.date(day.on()));
      var line = Ui.div("ft-actions", new Span(words));
      boolean counts = day.kind() != ContributionDay.DEFERRAL || day.number() == deferrals;
      if (writes && counts && !row.status().matches("waived|written-off")) {
        var act = Ui.quiet(t("correction.act"), () -> correct(day, words));
        act.setAriaLabel(t("correction.act") + ": " + words);
        line.add(act);
      }
      lines.add(
          line,
          corrections.told(
              "ContributionDayCorrected",
              event ->
                  event.path("day").asText().equals(day.kind().name())
                      && event.path("number").asInt() == day.number()));
    }
    return lines;
  }

  private static long count(List<DayRow> days, ContributionDay kind) {
    return days.stream().filter(day -> day.kind() == kind).count();
  }

  private void correct(DayRow day, String words) {
    var name = t("value." + day.kind());
    var on =
        answers(
            required(
                day.kind() == ContributionDay.DEFERRAL
                    ? Inputs.day(name, day.on())
                    : Inputs.pastDay(name, day.on())),
            "contribution-not-due-yet",
            "deferral-not-later",
            "deferral-superseded",
            "default-too-early");
    var reason = required(Inputs.text(t("correction.reason")), "reason-missing");
    Dialogs.revise(
        desk,
        t("correction.act") + ": " + words,
        t("correction.act"),
        () ->
            new CorrectContributionDay(
                day.contributionId(),
                day.kind(),
                day.number(),
                Inputs.needed(on),
                reason.getValue()),
        after,
        on,
        reason);
  }

  private static NativeTableRow wide(Div content) {
    var cell = new NativeTableCell(content);
    cell.getElement().setAttribute("colspan", "7");
    return new NativeTableRow(cell);
  }

  private Div paid(ContributionRow row, List<PaymentRow> payments, boolean writes) {
    var corrections = Corrections.of(desk, row.contributionId());
    var lines = Ui.div("ft-lines");
    for (var payment : payments) {
      var words =
          t(
              "contribution.payment",
              "amount",
              Formats.euros(payment.amountCents()),
              "day",
              Formats.date(payment.receivedOn()));
      var line = Ui.div("ft-actions", new Span(words));
      if (writes && !row.status().matches("waived|written-off")) {
        var act = Ui.quiet(t("correction.act"), () -> correct(row, payment));
        act.setAriaLabel(t("correction.act") + ": " + words);
        line.add(act);
      }
      lines.add(
          line,
          corrections.told(
              "ContributionPaymentCorrected",
              event -> event.path("number").asInt() == payment.number()));
    }
    return lines;
  }

  private Div invoiced(ContributionRow row, LocalDate on, boolean writes) {
    var words =
        t(
            row.receivedOn() == null
                ? "contribution.invoiced-as"
                : "contribution.invoiced-received",
            "number",
            row.invoiceNumber() == null ? "–" : row.invoiceNumber(),
            "day",
            Formats.date(on),
            "received",
            row.receivedOn() == null ? "–" : Formats.date(row.receivedOn()));
    var line = Ui.div("ft-actions", new Span(words));
    if (writes && !row.status().matches("waived|written-off")) {
      var act = Ui.quiet(t("correction.act"), () -> correct(row, on));
      act.setAriaLabel(t("correction.act") + ": " + words);
      line.add(act);
      var cancels =
          Ui.quiet(t("contribution.cancel"), () -> new Settlements(desk, row, after).cancel());
      cancels.setAriaLabel(t("contribution.cancel") + ": " + words);
      line.add(cancels);
    }
    return Ui.div(
        "ft-lines",
        line,
        Corrections.of(desk, row.contributionId()).told("InvoiceCorrected", event -> true));
  }

  private void correct(ContributionRow row, LocalDate invoicedOn) {
    var number =
        answers(
            required(Inputs.line(t("contribution.number"), 100), "invoice-number-missing"),
            "invoice-number-missing",
            "invoice-number-used",
            "invoice-number-taken");
    number.setValue(row.invoiceNumber() == null ? "" : row.invoiceNumber());
    var on =
        answers(
            required(Inputs.pastDay(t("contribution.invoiced"), invoicedOn)),
            "invoice-after-payment");
    var due =
        answers(
            required(Inputs.day(t("contribution.due"), row.dueOn())),
            "due-before-invoice",
            "invoice-deferred");
    var amount =
        answers(
            required(Inputs.euros(t("correction.invoice-amount"), row.invoiceCents())),
            "amount-not-positive",
            "invoice-below-paid");
    amount.setHelperText(t("correction.invoice-amount-help"));
    var received = received(row.receivedOn());
    var reason = required(Inputs.text(t("correction.reason")), "reason-missing");
    Dialogs.revise(
        desk,
        t("correction.invoice", "year", String.valueOf(row.year())),
        t("correction.act"),
        () ->
            new CorrectInvoice(
                row.contributionId(),
                number.getValue(),
                Inputs.needed(on),
                Inputs.needed(due),
                Inputs.cents(amount),
                reason.getValue(),
                received.value(),
                null),
        after,
        number,
        on,
        due,
        received,
        amount,
        reason);
  }

  /** When the member got the invoice: the 30 days to default begin no sooner. */
  private static DayField received(@Nullable LocalDate known) {
    var received =
        answers(Inputs.pastDay(t("contribution.got-on"), known), "received-before-invoice");
    received.setHelperText(t("contribution.got-on-help"));
    return received;
  }

  private void correct(ContributionRow row, PaymentRow payment) {
    var amount =
        answers(
            required(Inputs.euros(t("contribution.received"), payment.amountCents())),
            "payment-not-positive",
            "payment-above-owed");
    var more = new Checkbox(t("contribution.overpaid"));
    amount.setHelperText(t("correction.none-came"));
    var on =
        answers(
            required(Inputs.pastDay(t("contribution.received-on"), payment.receivedOn())),
            "payment-before-invoice");
    var reason = required(Inputs.text(t("correction.reason")), "reason-missing");
    Dialogs.revise(
        desk,
        t("correction.payment", "year", String.valueOf(row.year())),
        t("correction.act"),
        () ->
            new CorrectContributionPayment(
                row.contributionId(),
                payment.number(),
                Inputs.cents(amount),
                Inputs.needed(on),
                reason.getValue(),
                more.getValue() ? true : null,
                null),
        after,
        amount,
        on,
        more,
        reason);
  }

  private static NativeTableRow line(ContributionRow row) {
    var how = Ui.div("ft-lines");
    Fields.modifiers(row.terms()).forEach(words -> how.add(new Span(words)));
    for (var basis : row.terms().basis()) {
      var source =
          Ui.span(
              "ft-quiet",
              t(
                  "terms.basis",
                  "table",
                  Words.code("decision-table", basis.table()),
                  "version",
                  basis.version()));
      source.setTitle(basis.source());
      how.add(source);
    }
    var status = new NativeTableCell(status(row.status()));
    if (row.reminders() > 0)
      status.add(Ui.span("ft-quiet", Words.count("contribution.reminders", row.reminders())));
    if (row.overpaidCents() > 0)
      status.add(
          Ui.span(
              "ft-quiet",
              t("contribution.to-refund", "amount", Formats.euros(row.overpaidCents()))));
    if (row.reason() != null) status.add(Ui.span("ft-quiet", row.reason()));
    return new NativeTableRow(
        new NativeTableCell(String.valueOf(row.year())),
        new NativeTableCell(Words.code("contribution-class", row.terms().appliedClass().code())),
        money(row.amountCents()),
        money(row.openCents()),
        status,
        day(row.dueOn() == null ? "–" : Formats.date(row.dueOn())),
        new NativeTableCell(how));
  }

  private static NativeTableCell money(long cents) {
    var cell = new NativeTableCell(Formats.euros(cents));
    cell.addClassName("ft-amount");
    return cell;
  }

  private static NativeTableCell day(String words) {
    var cell = new NativeTableCell(words);
    cell.addClassName("ft-nowrap");
    return cell;
  }

  static Span status(String status) {
    var tone =
        switch (status) {
          case "paid", "free", "cancelled" -> Ui.Tone.GOOD;
          case "reminded", "partly-paid", "deferred" -> Ui.Tone.ATTENTION;
          case "default", "written-off" -> Ui.Tone.BAD;
          case "invoiced" -> Ui.Tone.RUNNING;
          default -> Ui.Tone.PLAIN;
        };
    return Ui.chip(tone, Words.code("contribution-status", status));
  }

  private Div acts(ContributionRow row) {
    var acts = Ui.div("ft-actions");
    var settlements = new Settlements(desk, row, after);
    if (row.dueOn() != null) acts.add(Ui.quiet(t(payKey(row)), () -> pay(row)));
    else if (row.openCents() > 0) acts.add(Ui.quiet(t("contribution.invoice"), () -> invoice(row)));
    if (row.overpaidCents() > 0) acts.add(Ui.quiet(t("contribution.refund"), settlements::refund));
    if (row.inDefault()) acts.add(Ui.quiet(t("contribution.interest"), settlements::claimInterest));
    if (row.openCents() > 0) whileOpen(row, acts);
    acts.getElement().setAttribute("role", "group");
    acts.getElement()
        .setAttribute("aria-label", t("contribution.acts", "year", String.valueOf(row.year())));
    return acts;
  }

  private static String payKey(ContributionRow row) {
    return row.openCents() == 0 ? "contribution.pay-more" : "contribution.pay";
  }

  private void whileOpen(ContributionRow row, Div acts) {
    var today = LocalDate.now(Formats.OFFICE);
    if (row.remindable(today))
      acts.add(
          Ui.quiet(
              t("contribution.remind"),
              () ->
                  onDay(
                      row,
                      "contribution.remind",
                      day -> new RemindContribution(row.contributionId(), day))));
    if (row.dueOn() != null) acts.add(Ui.quiet(t("contribution.defer"), () -> defer(row)));
    if (row.status().equals("default"))
      acts.add(
          Ui.quiet(
              t("contribution.write-off"),
              () ->
                  forReason(
                      row,
                      "contribution.write-off",
                      reason -> new WriteOffContribution(row.contributionId(), reason))));
    if (row.canDefault(today))
      acts.add(
          Ui.quiet(
              t("contribution.default"),
              () ->
                  onDay(
                      row,
                      "contribution.default",
                      day -> new DeclareContributionDefault(row.contributionId(), day))));
    acts.add(
        Ui.quiet(
            t("contribution.waive"),
            () ->
                forReason(
                    row,
                    "contribution.waive",
                    reason -> new WaiveContribution(row.contributionId(), reason))));
  }

  private void invoice(ContributionRow row) {
    var today = LocalDate.now(Formats.OFFICE);
    var number =
        answers(
            required(Inputs.line(t("contribution.number"), 100), "invoice-number-missing"),
            "invoice-number-used",
            "invoice-number-taken");
    var on = required(Inputs.pastDay(t("contribution.invoiced"), today));
    var due =
        answers(
            required(Inputs.day(t("contribution.due"), desk.ask(new FindDueDay(today)))),
            "due-before-invoice");
    var received = received(null);
    open(
        row,
        "contribution.invoice",
        () ->
            desk.send(
                new InvoiceContribution(
                    row.contributionId(),
                    number.getValue(),
                    Inputs.needed(on),
                    Inputs.needed(due),
                    received.value())),
        number,
        on,
        due,
        received);
  }

  private void pay(ContributionRow row) {
    var amount =
        answers(
            Inputs.suggested(
                required(
                    Inputs.euros(
                        t("contribution.received"),
                        row.openCents() == 0 ? null : row.openCents()))),
            "payment-not-positive",
            "payment-above-owed",
            "contribution-settled");
    var more = new Checkbox(t("contribution.overpaid"), row.openCents() == 0);
    var on =
        answers(
            required(Inputs.pastDay(t("contribution.received-on"), LocalDate.now(Formats.OFFICE))),
            "payment-before-invoice");
    open(
        row,
        payKey(row),
        () ->
            desk.send(
                new RecordContributionPayment(
                    row.contributionId(),
                    Inputs.cents(amount),
                    Inputs.needed(on),
                    more.getValue() ? true : null)),
        amount,
        on,
        more);
  }

  private void defer(ContributionRow row) {
    var until = answers(required(Inputs.day(t("contribution.until"), null)), "deferral-not-later");
    var reason = required(Inputs.text(t("contribution.reason")), "deferral-without-reason");
    var due = Objects.requireNonNull(row.dueOn(), "what is deferred is due");
    Dialogs.revise(
        desk,
        t("contribution.defer") + " · " + row.year(),
        t("contribution.defer"),
        new DeferContribution(row.contributionId(), due, ""),
        () -> new DeferContribution(row.contributionId(), Inputs.needed(until), reason.getValue()),
        after,
        until,
        reason);
  }

  private void onDay(ContributionRow row, String key, Function<LocalDate, Command> command) {
    var day =
        answers(
            required(Inputs.pastDay(t("contribution.day"), LocalDate.now(Formats.OFFICE))),
            "contribution-not-due-yet",
            "default-too-early");
    open(row, key, () -> desk.send(command.apply(Inputs.needed(day))), day);
  }

  private void forReason(ContributionRow row, String key, Function<String, Command> command) {
    var reason =
        answers(
            required(Inputs.text(t("contribution.reason")), "reason-missing"),
            "waiver-without-reason",
            "write-off-without-reason");
    open(
        row,
        key,
        () -> desk.send(command.apply(reason.getValue())),
        new Paragraph(t("contribution.given-up", "amount", Formats.euros(row.openCents()))),
        reason);
  }

  private void open(ContributionRow row, String key, Runnable action, Component... fields) {
    Dialogs.open(desk, t(key) + " · " + row.year(), t(key), action, after, fields);
  }
}
