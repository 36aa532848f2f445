package org.foerderturm.ui.funding;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.foerderturm.funding.FundingCommand.MoveDeadline;
import org.foerderturm.funding.FundingQuery.ApplicationDetails;
import org.foerderturm.funding.FundingQuery.Notice;
import org.foerderturm.funding.GrantCommand.CloseBudgetYear;
import org.foerderturm.funding.GrantCommand.LiftPaymentStop;
import org.foerderturm.funding.GrantCommand.RefundFunds;
import org.foerderturm.funding.GrantCommand.ReopenBudgetYear;
import org.foerderturm.funding.GrantCommand.StopPayments;
import org.foerderturm.funding.GrantQuery.GrantDetails;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Calendars;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** What one can do to an application beside its tasks; only what is possible just now. */
final class GrantActions {
  private final Desk desk;
  private final String id;
  private final Runnable after;

  GrantActions(Desk desk, String id, Runnable after) {
    this.desk = desk;
    this.id = id;
    this.after = after;
  }

  Div of(ApplicationDetails found, GrantDetails grant) {
    var acts = Ui.div("ft-actions");
    var row = found.row();
    if (!desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD)) return acts;
    if (row.stage().equals("rejected") && found.contestUntil() != null)
      acts.add(
          Ui.way(
              "start/rejection-contest?applicationId="
                  + id
                  + (found.objectionPossible() ? "" : "&remedy=action")
                  + title(t("contest.contest"), row.title()),
              t("contest.contest")));
    if (row.stage().matches("closed|stopped|rejected")) return acts;
    var notice = found.notice();
    if (found.submittedAt() == null)
      acts.add(Ui.quiet(t("application.move-deadline"), () -> moveDeadline(row.deadline())));
    if (notice != null) acts(acts, notice, grant, row.title(), row.stage().equals("proved"));
    return acts;
  }

  private void acts(Div acts, Notice notice, GrantDetails grant, String title, boolean proved) {
    var about = "?applicationId=" + id;
    if (!proved) acts.add(Ui.way("start/grant-change" + about, t("grant.change")));
    if (notice.finalOn() == null && notice.objectedOn() == null)
      acts.add(
          Ui.way(
              "start/grant-objection" + about + title(t("grant.object"), title),
              t("grant.object")));
    acts.add(
        Ui.way(
            "start/grant-revocation" + about + title(t("grant.revoke"), title), t("grant.revoke")));
    if (notice.stoppedSince() == null) acts.add(Ui.quiet(t("grant.stop"), this::stop));
    else acts.add(Ui.quiet(t("grant.lift"), this::lift));
    if (notice.owedCents() > 0)
      acts.add(Ui.quiet(t("grant.refund"), () -> refund(notice.owedCents())));
    if (desk.has(Role.OFFICE_LEAD)) {
      var years = closable(notice, grant.closedYears());
      if (!years.isEmpty()) acts.add(Ui.quiet(t("grant.close-year"), () -> closeYear(years)));
      if (!grant.closedYears().isEmpty())
        acts.add(Ui.quiet(t("grant.reopen-year"), () -> reopenYear(grant.closedYears())));
    }
  }

  private static String title(String act, String title) {
    var words = act + ": " + title;
    return "&title="
        + java.net.URLEncoder.encode(
            words.substring(0, Math.min(120, words.length())),
            java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Years that are over and whose books are open. */
  private static List<Integer> closable(Notice notice, List<Integer> closed) {
    return IntStream.range(notice.receivedOn().getYear(), today().getYear())
        .boxed()
        .filter(year -> !closed.contains(year))
        .toList();
  }

  private static LocalDate today() {
    return LocalDate.now(Formats.OFFICE);
  }

  // ---- dialogs

  private void moveDeadline(LocalDateTime former) {
    var deadline = new DateTimePicker(t("grant.new-deadline"));
    deadline.setLocale(Words.locale());
    deadline.setDatePickerI18n(Calendars.calendar());
    deadline.setValue(former);
    var reason = text(t("grant.reason"));
    Dialogs.open(
        desk,
        t("application.move-deadline"),
        t("grant.save"),
        () -> {
          @Nullable LocalDateTime moved = deadline.getValue();
          if (moved == null) throw new Rejected("grant-day-missing");
          desk.send(new MoveDeadline(id, moved, reason.getValue()));
        },
        after,
        new Paragraph(t("application.move-deadline-help")),
        deadline,
        reason);
  }

  private void stop() {
    var since = day(t("grant.stop-since"));
    var reason = text(t("grant.reason"));
    Dialogs.open(
        desk,
        t("grant.stop"),
        t("grant.save"),
        () -> desk.send(new StopPayments(id, needed(since), reason.getValue())),
        after,
        since,
        reason);
  }

  private void lift() {
    var from = day(t("grant.lifted-on"));
    var reason = text(t("grant.reason"));
    Dialogs.open(
        desk,
        t("grant.lift"),
        t("grant.save"),
        () -> desk.send(new LiftPaymentStop(id, needed(from), reason.getValue())),
        after,
        from,
        reason);
  }

  private void refund(long owedCents) {
    var amount = new BigDecimalField(t("grant.refund-amount"));
    amount.setLocale(Words.locale());
    amount.setValue(BigDecimal.valueOf(owedCents, 2));
    var paidOn = day(t("grant.paid-on"));
    Dialogs.open(
        desk,
        t("grant.refund"),
        t("grant.save"),
        () -> desk.send(new RefundFunds(id, cents(amount), needed(paidOn))),
        after,
        amount,
        paidOn);
  }

  private void closeYear(List<Integer> years) {
    var year = year(years);
    var closedOn = day(t("grant.closed-on"));
    Dialogs.open(
        desk,
        t("grant.close-year"),
        t("grant.close-year"),
        () -> desk.send(new CloseBudgetYear(id, year.getValue(), needed(closedOn))),
        after,
        new Paragraph(t("grant.close-year-help")),
        year,
        closedOn);
  }

  private void reopenYear(List<Integer> years) {
    var year = year(years);
    var reason = text(t("grant.reason"));
    Dialogs.open(
        desk,
        t("grant.reopen-year"),
        t("grant.reopen-year"),
        () -> desk.send(new ReopenBudgetYear(id, year.getValue(), reason.getValue())),
        after,
        year,
        reason);
  }

  // ---- fields

  private static Select<Integer> year(List<Integer> years) {
    var year = new Select<Integer>();
    year.setLabel(t("grant.year"));
    year.setItems(years);
    year.setItemLabelGenerator(each -> each == null ? "" : String.valueOf(each));
    year.setValue(years.getFirst());
    return year;
  }

  private static DatePicker day(String label) {
    var day = new DatePicker(label);
    day.setLocale(Words.locale());
    day.setI18n(Calendars.calendar());
    day.setValue(today());
    return day;
  }

  private static TextArea text(String label) {
    var text = new TextArea(label);
    text.setMaxLength(2000);
    return text;
  }

  private static LocalDate needed(DatePicker field) {
    @Nullable LocalDate day = field.getValue();
    if (day == null) throw new Rejected("grant-day-missing");
    return day;
  }

  private static long cents(BigDecimalField field) {
    @Nullable BigDecimal euros = field.getValue();
    if (euros == null) throw new Rejected("amount-missing");
    try {
      return euros.movePointRight(2).longValueExact();
    } catch (ArithmeticException e) {
      throw new Rejected("amount-not-in-cents");
    }
  }
}
