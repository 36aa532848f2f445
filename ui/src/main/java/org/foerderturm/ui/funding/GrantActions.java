package org.foerderturm.ui.funding;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Inputs.cents;
import static org.foerderturm.ui.common.Inputs.choice;
import static org.foerderturm.ui.common.Inputs.day;
import static org.foerderturm.ui.common.Inputs.euros;
import static org.foerderturm.ui.common.Inputs.moment;
import static org.foerderturm.ui.common.Inputs.needed;
import static org.foerderturm.ui.common.Inputs.pastDay;
import static org.foerderturm.ui.common.Inputs.required;
import static org.foerderturm.ui.common.Inputs.text;
import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
import org.foerderturm.funding.GrantQuery.ShareRow;
import org.foerderturm.funding.RemedyQuery.FindRemedy;
import org.foerderturm.funding.RemedyQuery.RemedyRow;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.DayField;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Ui;
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
    var remedy = desk.ask(new FindRemedy(id));
    if (row.stage().equals("rejected") && remedy != null && isOpen(remedy))
      acts.add(file("rejection-contest", remedy, row.title()));
    if (row.stage().matches("closed|stopped|rejected")) return acts;
    var notice = found.notice();
    if (found.submittedAt() == null)
      acts.add(Ui.quiet(t("application.move-deadline"), () -> moveDeadline(row.deadline())));
    new PaymentRequestsSection(desk, found, grant, after).into(acts);
    new Accounting(desk, found, grant.requests(), after).into(acts);
    if (grant.shares().size() > 1)
      acts.add(
          Ui.quiet(t("grant-share.state"), () -> GrantByPartner.state(desk, id, grant, after)));
    new ProofResults(desk, id, grant, after).into(acts, found, row.stage().equals("proved"));
    if (notice != null)
      acts(acts, notice, remedy, grant, row.title(), row.stage().equals("proved"));
    return acts;
  }

  /** Past its last day too: whoever files late reads until when it was possible. */
  private static boolean isOpen(RemedyRow remedy) {
    return remedy.remedy() != null && remedy.state().matches("open|passed");
  }

  private Component file(String workflow, RemedyRow remedy, String title) {
    var act = t("remedy.file." + remedy.remedy());
    return Ui.way(
        "start/"
            + workflow
            + "?applicationId="
            + id
            + "&remedy="
            + remedy.remedy()
            + title(act, title),
        act);
  }

  private void acts(
      Div acts,
      Notice notice,
      @Nullable RemedyRow remedy,
      GrantDetails grant,
      String title,
      boolean proved) {
    var about = "?applicationId=" + id;
    if (!proved) acts.add(Ui.way("start/grant-change" + about, t("grant.change")));
    if (remedy != null && isOpen(remedy)) acts.add(file("grant-objection", remedy, title));
    acts.add(
        Ui.way(
            "start/grant-revocation" + about + title(t("grant.revoke"), title), t("grant.revoke")));
    if (notice.stoppedSince() == null) acts.add(Ui.quiet(t("grant.stop"), this::stop));
    else acts.add(Ui.quiet(t("grant.lift"), this::lift));
    if (notice.owedCents() > 0)
      acts.add(Ui.quiet(t("grant.refund"), () -> refund(notice.owedCents(), grant.shares())));
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
    var deadline = moment(t("grant.new-deadline"), former);
    answers(required(deadline, "day-missing"), "deadline-as-before");
    var reason = reason();
    Dialogs.revise(
        desk,
        t("application.move-deadline"),
        t("grant.save"),
        () -> new MoveDeadline(id, needed(deadline), reason.getValue()),
        after,
        new Paragraph(t("application.move-deadline-help")),
        deadline,
        reason);
  }

  private void stop() {
    var since = on("grant.stop-since");
    var reason = reason();
    ask(
        "grant.stop",
        "grant.save",
        () -> new StopPayments(id, needed(since), reason.getValue()),
        since,
        reason);
  }

  private void lift() {
    var from = from("grant.lifted-on");
    var reason = reason();
    ask(
        "grant.lift",
        "grant.save",
        () -> new LiftPaymentStop(id, needed(from), reason.getValue()),
        from,
        reason);
  }

  private void refund(long owedCents, List<ShareRow> partners) {
    var partner = answers(required(choice(t("grant.refund-partner"), partners, ShareRow::partner)));
    if (partners.size() == 1) partner.setValue(partners.getFirst());
    Inputs.suggested(partner);
    var amount =
        answers(
            Inputs.suggested(required(euros(t("grant.refund-amount"), owedCents))),
            "amount-not-positive",
            "refund-above-owed");
    var paidOn = answers(on("grant.paid-on"), "budget-year-closed");
    ask(
        "grant.refund",
        "grant.save",
        () -> new RefundFunds(id, cents(amount), needed(paidOn), whose(partner)),
        partner,
        amount,
        paidOn);
  }

  private static String whose(Select<ShareRow> field) {
    @Nullable ShareRow partner = field.getValue();
    if (partner == null) throw Inputs.wrong(field, "input-missing", Map.of());
    return partner.partnerId();
  }

  private void closeYear(List<Integer> years) {
    var year = year(years);
    var closedOn = on("grant.closed-on");
    ask(
        "grant.close-year",
        "grant.close-year",
        () -> new CloseBudgetYear(id, chosen(year), needed(closedOn)),
        new Paragraph(t("grant.close-year-help")),
        year,
        closedOn);
  }

  private void reopenYear(List<Integer> years) {
    var year = year(years);
    var reason = reason();
    ask(
        "grant.reopen-year",
        "grant.reopen-year",
        () -> new ReopenBudgetYear(id, chosen(year), reason.getValue()),
        year,
        reason);
  }

  private void ask(String title, String act, Supplier<Command> command, Component... fields) {
    Dialogs.open(desk, t(title), t(act), () -> desk.send(command.get()), after, fields);
  }

  // ---- fields

  private static Select<Integer> year(List<Integer> years) {
    var year = choice(t("grant.year"), years, String::valueOf);
    year.setValue(years.getFirst());
    return answers(
        Inputs.suggested(required(year)),
        "budget-year-closed",
        "budget-year-before-notice",
        "budget-year-not-closed");
  }

  private static int chosen(Select<Integer> field) {
    @Nullable Integer year = field.getValue();
    if (year == null) throw Inputs.wrong(field, "input-missing", Map.of());
    return year;
  }

  private static DayField on(String label) {
    return answers(required(pastDay(t(label), today())), "day-too-early");
  }

  private static DayField from(String label) {
    return answers(required(day(t(label), today())), "day-too-early");
  }

  private static TextArea reason() {
    return required(text(t("grant.reason")), "reason-missing");
  }
}
