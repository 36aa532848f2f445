package org.foerderturm.ui.funding;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Inputs.required;
import static org.foerderturm.ui.common.Words.t;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.foerderturm.funding.Arrival;
import org.foerderturm.funding.FundingCommand.CorrectArrival;
import org.foerderturm.funding.FundingCommand.CorrectDrawDown;
import org.foerderturm.funding.FundingCommand.CorrectInterimProof;
import org.foerderturm.funding.FundingCommand.CorrectProofOfUse;
import org.foerderturm.funding.FundingQuery.DeadlineRow;
import org.foerderturm.funding.FundingQuery.DrawDownRow;
import org.foerderturm.funding.FundingQuery.Notice;
import org.foerderturm.funding.GrantCommand.CorrectGrantDay;
import org.foerderturm.funding.GrantCommand.CorrectGrantNotice;
import org.foerderturm.funding.GrantCommand.CorrectRefund;
import org.foerderturm.funding.GrantDay;
import org.foerderturm.funding.GrantQuery.FindGrant;
import org.foerderturm.funding.GrantQuery.ShareRow;
import org.foerderturm.funding.PartnerSpent;
import org.foerderturm.funding.RemedyQuery.FindRemedy;
import org.foerderturm.funding.RemedyQuery.RemedyRow;
import org.foerderturm.kernel.Revision;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Corrections;
import org.foerderturm.ui.common.DayField;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.NumberField;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded of an application, with what was wrong of it, and the way to set it right: when
 * it arrived, what the notice says, what was drawn or paid back, when something was proved.
 */
final class ApplicationCorrections {
  private final Desk desk;
  private final String id;
  private final Runnable after;
  private final boolean writes;
  private final Corrections corrections;

  /**
   * @param running whether anything may still be set right
   */
  ApplicationCorrections(Desk desk, String applicationId, boolean running, Runnable after) {
    this.desk = desk;
    this.id = applicationId;
    this.after = after;
    this.writes = running && desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD);
    this.corrections = Corrections.of(desk, applicationId);
  }

  Div arrival(Arrival arrival, LocalDateTime at, String words) {
    var name = t(arrival == Arrival.PAPER ? "application.paper" : "application.electronic");
    return of(
        words,
        name,
        corrections.told(
            "ArrivalCorrected",
            event -> event.path("arrival").asText().equalsIgnoreCase(arrival.name())),
        () -> {
          var when =
              answers(
                  required(Inputs.moment(name, at), "day-missing"),
                  "arrival-before-submission",
                  "time-in-future");
          var reason = reason();
          revise(
              name,
              () -> new CorrectArrival(id, arrival, Inputs.needed(when), null, reason.getValue()),
              when,
              reason);
        });
  }

  /**
   * @param proved whether the final proof of use is there, after which nothing drawn changes
   */
  Div drawDown(DrawDownRow draw, boolean proved) {
    var told =
        corrections.told(
            "DrawDownCorrected", event -> event.path("number").asInt() == draw.number());
    var words = Formats.euros(draw.amountCents());
    if (proved) return Ui.div("ft-lines", new Span(words), told);
    var name = t("correction.draw-down", "number", Formats.number(draw.number()));
    return of(
        words,
        name,
        told,
        () -> {
          var amount =
              answers(
                  required(Inputs.euros(t("application.amount"), draw.amountCents())),
                  "amount-not-positive",
                  "draw-down-above-grant",
                  "draw-down-above-incurred");
          amount.setHelperText(t("correction.none-came"));
          var on =
              answers(
                  required(Inputs.pastDay(t("application.received"), draw.receivedOn())),
                  "draw-down-before-notice",
                  "budget-year-closed");
          var reason = reason();
          revise(
              name,
              () ->
                  new CorrectDrawDown(
                      id,
                      draw.number(),
                      Inputs.cents(amount),
                      Inputs.needed(on),
                      reason.getValue()),
              amount,
              on,
              reason);
        });
  }

  /**
   * @param spentCents what the final proof says was spent; null if there is none
   */
  Component proof(DeadlineRow proof, @Nullable Long spentCents, String words) {
    var doneOn = proof.doneOn();
    if (doneOn == null) return new Span(words);
    var name = Words.code("deadline", proof.kind());
    if (proof.kind().equals("interim-proof"))
      return of(
          words,
          name,
          corrections.told(
              "InterimProofCorrected",
              event -> event.path("dueOn").asText().equals(proof.dueOn().toString())),
          () -> {
            var on = required(Inputs.pastDay(t("correction.submitted"), doneOn));
            var reason = reason();
            revise(
                name,
                () ->
                    new CorrectInterimProof(
                        id, proof.dueOn(), Inputs.needed(on), reason.getValue()),
                on,
                reason);
          });
    if (!proof.kind().equals("proof-of-use") || spentCents == null) return new Span(words);
    return of(
        words,
        name,
        corrections.told("ProofOfUseCorrected", event -> true),
        () -> {
          var on =
              answers(
                  required(Inputs.pastDay(t("correction.submitted"), doneOn)),
                  "proof-before-period");
          var shares = desk.ask(new FindGrant(id)).shares();
          if (shares.stream().anyMatch(share -> share.spentCents() != null)) {
            spentByPartner(name, on, shares);
            return;
          }
          var spent =
              answers(
                  required(Inputs.euros(t("application.spent"), spentCents)),
                  "spent-negative",
                  "proof-below-refunded",
                  "proof-already-examined");
          var reason = reason();
          revise(
              name,
              () ->
                  new CorrectProofOfUse(
                      id, Inputs.needed(on), Inputs.cents(spent), reason.getValue()),
              on,
              spent,
              reason);
        });
  }

  private void spentByPartner(String name, DayField on, List<ShareRow> shares) {
    var fields = new ArrayList<Component>(List.of(on));
    var spent = new ArrayList<NumberField>();
    for (var share : shares) {
      var field =
          required(
              Inputs.euros(
                  t("grant-share.spent-of", "partner", share.partner()), share.spentCents()));
      spent.add(
          spent.isEmpty()
              ? answers(field, "spent-negative", "proof-below-refunded", "proof-already-examined")
              : field);
    }
    fields.addAll(spent);
    var reason = reason();
    fields.add(reason);
    revise(
        name,
        () -> {
          var parts = new ArrayList<PartnerSpent>();
          for (int i = 0; i < shares.size(); i++)
            parts.add(new PartnerSpent(shares.get(i).partner(), Inputs.cents(spent.get(i))));
          return new CorrectProofOfUse(
              id,
              Inputs.needed(on),
              parts.stream().mapToLong(PartnerSpent::spentCents).sum(),
              parts,
              reason.getValue());
        },
        fields.toArray(Component[]::new));
  }

  /**
   * @param number of the refund, from 1
   */
  Div refund(int number, long cents, LocalDate paidOn) {
    var name = t("correction.refund", "number", Formats.number(number));
    return of(
        Formats.euros(cents),
        name,
        corrections.told("RefundCorrected", event -> event.path("number").asInt() == number),
        () -> {
          var amount =
              answers(
                  required(Inputs.euros(t("application.amount"), cents)),
                  "amount-not-positive",
                  "refund-above-owed");
          amount.setHelperText(t("correction.none-paid"));
          var on =
              answers(
                  required(Inputs.pastDay(t("grant.paid-on"), paidOn)),
                  "day-too-early",
                  "budget-year-closed");
          var reason = reason();
          revise(
              name,
              () ->
                  new CorrectRefund(
                      id, number, Inputs.cents(amount), Inputs.needed(on), reason.getValue()),
              amount,
              on,
              reason);
        });
  }

  /** A single day of the grant. */
  Div day(GrantDay day, LocalDate on, Component words) {
    var name = t("value." + day.name());
    return of(
        words,
        name,
        corrections.told(
            "GrantDayCorrected", event -> event.path("day").asText().equals(day.name())),
        () -> {
          var right =
              answers(
                  required(Inputs.pastDay(name, on)),
                  "day-too-early",
                  "appeal-still-possible",
                  "objection-too-late");
          var reason = reason();
          revise(
              name,
              () -> new CorrectGrantDay(id, day, Inputs.needed(right), reason.getValue()),
              right,
              reason);
        });
  }

  /** The notice as a whole: its parts hang together. */
  Div notice(Notice notice) {
    var name = t("correction.notice");
    return of(
        notice.reference(),
        name,
        corrections.told("GrantNoticeCorrected", event -> true),
        () -> {
          var reference =
              answers(
                  required(Inputs.line(t("application.reference"), 200)),
                  "notice-reference-missing");
          reference.setValue(notice.reference());
          var came = came();
          var on =
              answers(
                  required(Inputs.pastDay(t("application.received"), notice.receivedOn())),
                  "notice-before-submission",
                  "notice-after-draw-down",
                  "objection-outside-appeal",
                  "finality-within-appeal",
                  "notice-after-finality");
          var granted =
              answers(
                  required(Inputs.euros(t("application.granted"), notice.grantedCents())),
                  "amount-not-positive",
                  "granted-above-requested",
                  "granted-below-drawn",
                  "grant-changed-since",
                  "de-minimis-share-missing");
          var from = required(Inputs.day(t("correction.period-from"), notice.from()));
          var until =
              answers(
                  required(Inputs.day(t("correction.period-until"), notice.until())),
                  "period-out-of-order",
                  "period-extended-since");
          until.setHelperText(t("correction.notice-help"));
          var reason = reason();
          revise(
              name,
              () ->
                  new CorrectGrantNotice(
                      id,
                      reference.getValue(),
                      Inputs.needed(on),
                      Inputs.cents(granted),
                      Inputs.needed(from),
                      Inputs.needed(until),
                      came.posted.value(),
                      came.uninstructed.getValue(),
                      reason.getValue()),
              reference,
              came.posted,
              on,
              came.uninstructed,
              granted,
              from,
              until,
              reason);
        });
  }

  Div of(String words, String name, Div told, Runnable correct) {
    return of(new Span(words), name, told, correct);
  }

  Div of(Component words, String name, Div told, Runnable correct) {
    var lines = Ui.div("ft-lines", words, told);
    if (writes) {
      var act = Ui.quiet(t("correction.act"), correct);
      act.setAriaLabel(about(name));
      lines.add(act);
    }
    return lines;
  }

  Div told(String type, Predicate<JsonNode> which) {
    return corrections.told(type, which);
  }

  <C extends Record & Revision<C>> void revise(String name, Supplier<C> made, Component... fields) {
    Dialogs.revise(desk, about(name), t("correction.act"), made, after, fields);
  }

  private static String about(String name) {
    return t("correction.act") + ": " + name;
  }

  /** How the last notice came. */
  Came came() {
    return new Came(desk.ask(new FindRemedy(id)));
  }

  /** How a notice came, beside its arrival. */
  static final class Came {
    final DayField posted;
    final Checkbox uninstructed;

    Came(@Nullable RemedyRow how) {
      this(how == null ? null : how.postedOn(), how != null && how.withoutInstruction());
    }

    Came(@Nullable LocalDate postedOn, boolean withoutInstruction) {
      posted = answers(Inputs.pastDay(t("remedy.posted"), postedOn), "posted-after-arrival");
      posted.setHelperText(t("remedy.posted-help"));
      uninstructed = new Checkbox(t("remedy.uninstructed"), withoutInstruction);
    }
  }

  static TextArea reason() {
    return required(Inputs.text(t("correction.reason")), "reason-missing");
  }
}
