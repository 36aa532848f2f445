package org.foerderturm.ui.funding;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Inputs.cents;
import static org.foerderturm.ui.common.Inputs.choice;
import static org.foerderturm.ui.common.Inputs.day;
import static org.foerderturm.ui.common.Inputs.euros;
import static org.foerderturm.ui.common.Inputs.needed;
import static org.foerderturm.ui.common.Inputs.required;
import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.foerderturm.funding.FundingCommand.DrawDownFunds;
import org.foerderturm.funding.FundingCommand.SubmitInterimProof;
import org.foerderturm.funding.FundingQuery.ApplicationDetails;
import org.foerderturm.funding.FundingQuery.DeadlineRow;
import org.foerderturm.funding.FundingQuery.PartnerBudget;
import org.foerderturm.funding.GrantQuery.PaymentRequestRow;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Ui;
import org.jspecify.annotations.Nullable;

/** Money that came in and proofs that went out, recorded where they are read. */
final class Accounting {
  private final Desk desk;
  private final String id;
  private final ApplicationDetails found;
  private final List<PaymentRequestRow> requests;
  private final Runnable after;

  Accounting(
      Desk desk, ApplicationDetails found, List<PaymentRequestRow> requests, Runnable after) {
    this.desk = desk;
    this.id = found.row().applicationId();
    this.found = found;
    this.requests =
        requests.stream()
            .filter(each -> List.of("approved", "cut").contains(each.state()))
            .toList();
    this.after = after;
  }

  /** Offers what the notice allows just now: proofs are due whether or not money may be drawn. */
  void into(Div acts) {
    if (found.notice() == null) return;
    boolean proved = found.row().stage().equals("proved");
    boolean balance = !proved || ApplicationView.paysBalance(found);
    if (isPayable(found) && balance) acts.add(Ui.quiet(t("grant.draw"), this::drawDown));
    var open =
        found.deadlines().stream()
            .filter(row -> row.kind().equals("interim-proof") && row.doneOn() == null)
            .map(DeadlineRow::dueOn)
            .toList();
    if (!open.isEmpty() && !proved) acts.add(Ui.quiet(t("grant.interim"), () -> interim(open)));
  }

  /** Whether money may come in: final, agreed among several, not stopped and not all drawn. */
  static boolean isPayable(ApplicationDetails found) {
    var notice = found.notice();
    return notice != null
        && (notice.finalOn() != null || notice.neverFinal())
        && (notice.agreementOn() != null || found.partners().size() < 2)
        && notice.stoppedSince() == null
        && notice.leftCents() > 0;
  }

  /** Asks whose money it is; the only partner is chosen already. */
  static Select<PartnerBudget> partner(ApplicationDetails found) {
    var partner =
        Inputs.suggested(
            answers(
                required(choice(t("grant.draw-partner"), found.partners(), PartnerBudget::name))));
    if (found.partners().size() == 1) partner.setValue(found.partners().getFirst());
    return partner;
  }

  private void drawDown() {
    var partner = partner(found);
    var amount =
        answers(
            required(euros(t("grant.draw-amount"), null)),
            "amount-not-positive",
            "draw-down-above-grant",
            "draw-down-above-incurred",
            "payment-above-approved");
    Select<PaymentRequestRow> request =
        choice(t("payment-request.answers"), requests, Accounting::words);
    request.setEmptySelectionAllowed(true);
    request.addValueChangeListener(
        change -> {
          var chosen = change.getValue();
          if (chosen == null || !change.isFromClient()) return;
          found.partners().stream()
              .filter(each -> each.partnerId().equals(chosen.partnerId()))
              .forEach(partner::setValue);
        });
    var on =
        answers(
            required(day(t("grant.draw-on"), null)),
            "draw-down-before-notice",
            "budget-year-closed");
    boolean incurred =
        found.row().regime().equals("nkbf-2017") && !found.row().stage().equals("proved");
    var until =
        answers(
            day(t("grant.incurred-until"), null),
            "no-quarter-end",
            "quarter-not-over",
            "quarter-already-drawn");
    var costs = answers(euros(t("grant.incurred"), null), "incurred-costs-missing");
    if (incurred) {
      required(until);
      required(costs);
    }
    var fields = new ArrayList<Component>(List.of(partner, amount, on));
    if (!requests.isEmpty()) fields.addFirst(request);
    if (incurred) fields.addAll(List.of(until, costs));
    Dialogs.open(
        desk,
        t("grant.draw"),
        t("grant.save"),
        () ->
            desk.send(
                new DrawDownFunds(
                    id,
                    chosen(partner).partnerId(),
                    cents(amount),
                    needed(on),
                    incurred ? cents(costs) : null,
                    incurred ? needed(until) : null,
                    request.getValue() == null ? null : request.getValue().number())),
        after,
        fields.toArray(Component[]::new));
  }

  private void interim(List<LocalDate> open) {
    var due =
        Inputs.suggested(answers(required(choice(t("grant.interim-due"), open, Formats::date))));
    if (open.size() == 1) due.setValue(open.getFirst());
    var on = required(day(t("grant.interim-on"), null));
    Dialogs.open(
        desk,
        t("grant.interim"),
        t("grant.save"),
        () -> desk.send(new SubmitInterimProof(id, chosen(due), needed(on))),
        after,
        due,
        on);
  }

  private static String words(PaymentRequestRow row) {
    return t(
        "payment-request.short",
        "number",
        row.number(),
        "partner",
        row.partner(),
        "left",
        Formats.euros(Objects.requireNonNull(row.approvedCents()) - row.receivedCents()));
  }

  static <T> T chosen(Select<T> field) {
    @Nullable T value = field.getValue();
    if (value == null) throw Inputs.wrong(field, "input-missing", Map.of());
    return value;
  }
}
