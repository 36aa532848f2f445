package org.foerderturm.ui.funding;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Inputs.cents;
import static org.foerderturm.ui.common.Inputs.choice;
import static org.foerderturm.ui.common.Inputs.day;
import static org.foerderturm.ui.common.Inputs.euros;
import static org.foerderturm.ui.common.Inputs.line;
import static org.foerderturm.ui.common.Inputs.needed;
import static org.foerderturm.ui.common.Inputs.pastDay;
import static org.foerderturm.ui.common.Inputs.required;
import static org.foerderturm.ui.common.Inputs.text;
import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.foerderturm.funding.FundingQuery.ApplicationDetails;
import org.foerderturm.funding.GrantCommand.ClaimRepaymentInterest;
import org.foerderturm.funding.GrantCommand.CorrectProofResult;
import org.foerderturm.funding.GrantCommand.CorrectRepaymentInterest;
import org.foerderturm.funding.GrantCommand.RecordProofResult;
import org.foerderturm.funding.GrantQuery.GrantDetails;
import org.foerderturm.funding.GrantQuery.InterestRow;
import org.foerderturm.funding.GrantQuery.ProofResultRow;
import org.foerderturm.funding.GrantQuery.ShareRow;
import org.foerderturm.ui.common.DayField;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.NumberField;
import org.foerderturm.ui.common.Ui;
import org.jspecify.annotations.Nullable;

/** After the proof of use: what the funder recognised of each partner's grant, and interest. */
record ProofResults(Desk desk, String id, GrantDetails grant, Runnable after) {

  // ---- what is known

  /** What is known of each partner; null before the first result. */
  @Nullable Section section(ApplicationCorrections right) {
    if (grant.results().isEmpty() && grant.interest().isEmpty()) return null;
    var section = Ui.section(t("proof-result.title"));
    if (!grant.results().isEmpty()) section.add(Ui.scroll(results(right)));
    for (var row : grant.interest()) section.add(interest(row, right));
    return section;
  }

  private Component results(ApplicationCorrections right) {
    var table =
        Ui.table(
            "",
            t("application.partner"),
            t("proof-result.day"),
            t("proof-result.cut"),
            t("proof-result.recognised"),
            t("proof-result.refund"),
            t("grant.note-reason"));
    Ui.amounts(table, 2, 4);
    table.removeCaption();
    table.removeBody();
    var body = new NativeTableBody();
    for (var share : grant.shares()) {
      var result = of(share);
      body.add(result == null ? missing(share) : row(share, result, right));
    }
    table.add(body);
    return table;
  }

  private static NativeTableRow missing(ShareRow share) {
    return new NativeTableRow(
        new NativeTableCell(share.partner()),
        new NativeTableCell(Ui.chip(Ui.Tone.ATTENTION, t("proof-result.missing"))),
        amount("–"),
        amount("–"),
        amount("–"),
        new NativeTableCell("–"));
  }

  private NativeTableRow row(ShareRow share, ProofResultRow row, ApplicationCorrections right) {
    var day = new NativeTableCell(Formats.date(row.decidedOn()));
    day.addClassName("ft-nowrap");
    var cut = new NativeTableCell(cut(share, row, right));
    cut.addClassName("ft-amount");
    var refund = Formats.euros(row.refundCents());
    if (row.refundCents() > 0 && row.refundDueOn() != null)
      refund += " · " + t("proof-result.until", "day", Formats.date(row.refundDueOn()));
    return new NativeTableRow(
        new NativeTableCell(share.partner()),
        day,
        cut,
        amount(Formats.euros(row.recognisedCents())),
        amount(refund),
        new NativeTableCell(words(row)));
  }

  private static String words(ProofResultRow row) {
    if (row.reference() == null) return row.grounds() == null ? "–" : row.grounds();
    return row.grounds() == null ? row.reference() : row.reference() + " · " + row.grounds();
  }

  private static NativeTableCell amount(String words) {
    var cell = new NativeTableCell(new Span(words));
    cell.addClassName("ft-amount");
    return cell;
  }

  private @Nullable ProofResultRow of(ShareRow share) {
    return grant.results().stream()
        .filter(each -> each.partnerId().equals(share.partnerId()))
        .findFirst()
        .orElse(null);
  }

  // ---- what can be done

  /**
   * @param proved whether the proof of use is there
   */
  void into(Div acts, ApplicationDetails found, boolean proved) {
    var open = grant.shares().stream().filter(share -> of(share) == null).toList();
    if (proved && !open.isEmpty()) acts.add(Ui.quiet(t("proof-result.record"), () -> record(open)));
    var notice = found.notice();
    boolean owed = notice != null && notice.owedCents() > 0;
    boolean claimed =
        owed
            || grant.results().stream().anyMatch(row -> row.refundCents() > 0)
            || grant.notes().stream().anyMatch(note -> note.kind().equals("refund"));
    if (claimed && !found.drawDowns().isEmpty() && !found.row().regime().equals("horizon"))
      acts.add(Ui.quiet(t("interest.claim"), this::claim));
  }

  private void record(List<ShareRow> open) {
    var partner = partner(open, "proof-result-already-recorded");
    var fields = new Fields(null);
    Dialogs.open(
        desk,
        t("proof-result.record"),
        t("grant.save"),
        () ->
            desk.send(
                new RecordProofResult(
                    id,
                    chosen(partner).partnerId(),
                    needed(fields.on),
                    fields.reference.getValue(),
                    Inputs.centsIfAny(fields.cut),
                    Inputs.centsIfAny(fields.costs),
                    fields.due.value(),
                    fields.grounds.getValue())),
        after,
        new Paragraph(t("proof-result.help")),
        partner,
        fields.on,
        fields.reference,
        fields.cut,
        fields.costs,
        fields.grounds,
        fields.due);
  }

  private Div cut(ShareRow share, ProofResultRow row, ApplicationCorrections right) {
    var name = t("proof-result.of", "partner", share.partner());
    return right.of(
        row.cutCents() == 0 ? t("proof-result.accepted") : Formats.euros(row.cutCents()),
        name,
        right.told(
            "ProofResultCorrected",
            event -> event.path("partnerId").asText().equals(share.partnerId())),
        () -> {
          var fields = new Fields(row);
          var reason = ApplicationCorrections.reason();
          right.revise(
              name,
              () ->
                  new CorrectProofResult(
                      id,
                      share.partnerId(),
                      needed(fields.on),
                      fields.reference.isEmpty() ? null : fields.reference.getValue(),
                      cents(fields.cut),
                      Inputs.centsIfAny(fields.costs),
                      fields.due.value(),
                      fields.grounds.isEmpty() ? null : fields.grounds.getValue(),
                      reason.getValue()),
              fields.on,
              fields.reference,
              fields.cut,
              fields.costs,
              fields.grounds,
              fields.due,
              reason);
        });
  }

  /** What a result says, as it is asked for and set right. */
  private static final class Fields {
    final DayField on;
    final TextField reference = line(t("application.reference"), 200);
    final NumberField cut;
    final NumberField costs;
    final TextArea grounds = answers(text(t("proof-result.grounds")), "reason-missing");
    final DayField due;

    Fields(@Nullable ProofResultRow row) {
      on =
          answers(
              required(
                  pastDay(
                      t("proof-result.day"),
                      row == null ? LocalDate.now(Formats.OFFICE) : row.decidedOn())),
              "time-in-future",
              "day-too-early");
      cut =
          answers(
              euros(t("proof-result.cut"), row == null ? null : row.cutCents()),
              "cut-above-proved",
              "proof-below-refunded",
              "interest-claimed-on-it");
      if (row == null) cut.setHelperText(t("proof-result.cut-help"));
      else required(cut);
      costs = euros(t("proof-result.cut-costs"), row == null ? null : row.cutCostsCents());
      due = day(t("proof-result.due"), row == null ? null : row.refundDueOn());
      if (row == null) return;
      reference.setValue(Objects.requireNonNullElse(row.reference(), ""));
      grounds.setValue(Objects.requireNonNullElse(row.grounds(), ""));
    }
  }

  // ---- interest

  private void claim() {
    var partner = partner(grant.shares(), "nothing-to-repay");
    var from = answers(day(t("interest.from"), null), "day-too-early", "interest-already-claimed");
    from.setHelperText(t("interest.from-help"));
    var until = until(LocalDate.now(Formats.OFFICE));
    var sum = sum(null);
    Dialogs.open(
        desk,
        t("interest.claim"),
        t("grant.save"),
        () ->
            desk.send(
                new ClaimRepaymentInterest(
                    id,
                    chosen(partner).partnerId(),
                    from.value(),
                    needed(until),
                    Inputs.centsIfAny(sum))),
        after,
        new Paragraph(t("interest.help")),
        partner,
        from,
        until,
        sum);
  }

  private Div interest(InterestRow row, ApplicationCorrections right) {
    var name = t("interest.number", "number", Formats.number(row.number()));
    var words =
        t(
            row.cents() == 0 ? "interest.waived" : "interest.line",
            "partner",
            row.partner(),
            "from",
            Formats.date(row.from()),
            "until",
            Formats.date(row.until()),
            "amount",
            Formats.euros(row.cents()),
            "most",
            Formats.euros(row.mostCents()));
    var line =
        right.of(
            words,
            name,
            right.told(
                "RepaymentInterestCorrected",
                event -> event.path("number").asInt() == row.number()),
            () -> {
              var from = answers(required(day(t("interest.from"), row.from())), "day-too-early");
              var until = until(row.until());
              var sum = required(sum(row.cents()));
              var reason = ApplicationCorrections.reason();
              right.revise(
                  name,
                  () ->
                      new CorrectRepaymentInterest(
                          id,
                          row.number(),
                          needed(from),
                          needed(until),
                          cents(sum),
                          reason.getValue()),
                  from,
                  until,
                  sum,
                  reason);
            });
    line.add(Ui.span("ft-quiet", row.source()));
    return line;
  }

  private static DayField until(LocalDate day) {
    return answers(
        required(pastDay(t("interest.until"), day)),
        "time-in-future",
        "period-out-of-order",
        "rate-missing");
  }

  private static NumberField sum(@Nullable Long cents) {
    var sum =
        answers(
            euros(t("interest.sum"), cents),
            "interest-above-rule",
            "amount-not-positive",
            "interest-below-refunded");
    sum.setHelperText(t(cents == null ? "interest.sum-help" : "interest.waive-help"));
    return sum;
  }

  // ---- fields

  private static Select<ShareRow> partner(List<ShareRow> of, String... refusals) {
    var partner =
        Inputs.suggested(
            answers(required(choice(t("grant.draw-partner"), of, ShareRow::partner)), refusals));
    if (of.size() == 1) partner.setValue(of.getFirst());
    return partner;
  }

  private static ShareRow chosen(Select<ShareRow> field) {
    @Nullable ShareRow value = field.getValue();
    if (value == null) throw Inputs.wrong(field, "input-missing", Map.of());
    return value;
  }
}
