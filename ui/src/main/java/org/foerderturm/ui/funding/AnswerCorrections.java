package org.foerderturm.ui.funding;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Inputs.required;
import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.foerderturm.funding.FundingCommand.CorrectContestDecision;
import org.foerderturm.funding.FundingCommand.CorrectEvaluation;
import org.foerderturm.funding.FundingCommand.CorrectRejection;
import org.foerderturm.funding.FundingQuery.ApplicationDetails;
import org.foerderturm.funding.FundingQuery.Rejection;
import org.foerderturm.funding.GrantCommand.CorrectObjectionDecision;
import org.foerderturm.funding.GrantCommand.CorrectRevocation;
import org.foerderturm.funding.GrantQuery.GrantNote;
import org.foerderturm.ui.common.DayField;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Words;
import org.foerderturm.ui.funding.ApplicationCorrections.Came;
import org.jspecify.annotations.Nullable;

/**
 * What the funder answered, with what was recorded wrongly of it, and the way to set it right:
 * evaluation, rejection notice, decisions on remedies, revocations.
 */
final class AnswerCorrections {
  private final String id;
  private final ApplicationCorrections right;

  AnswerCorrections(String applicationId, ApplicationCorrections right) {
    this.id = applicationId;
    this.right = right;
  }

  Div evaluation(ApplicationDetails found, String words) {
    var name = t("application.evaluation");
    return right.of(
        words,
        name,
        right.told("EvaluationCorrected", event -> true),
        () -> {
          var reason = ApplicationCorrections.reason();
          if (found.total() == null) result(found, name, reason);
          else marks(found, name, reason);
        });
  }

  private void result(ApplicationDetails found, String name, TextArea reason) {
    var positive =
        answers(
            required(
                Inputs.choice(
                    name,
                    List.of(true, false),
                    each -> t(each ? "application.positive" : "application.negative"))),
            "evaluation-negative");
    positive.setEmptySelectionAllowed(false);
    positive.setValue(found.positive());
    right.revise(
        name,
        () ->
            new CorrectEvaluation(
                id, null, null, null, positive.getValue(), null, reason.getValue()),
        positive,
        reason);
  }

  private void marks(ApplicationDetails found, String name, TextArea reason) {
    var excellence = required(Inputs.number(t("correction.of.excellence"), found.excellence()));
    var impact = required(Inputs.number(t("correction.of.impact"), found.impact()));
    var implementation =
        answers(
            required(Inputs.number(t("correction.of.implementation"), found.implementation())),
            "score-not-possible",
            "evaluation-negative");
    right.revise(
        name,
        () ->
            new CorrectEvaluation(
                id,
                Inputs.needed(excellence),
                Inputs.needed(impact),
                Inputs.needed(implementation),
                null,
                null,
                reason.getValue()),
        excellence,
        impact,
        implementation,
        reason);
  }

  Div rejection(Rejection rejection) {
    var name = t("correction.rejection");
    return right.of(
        rejection.reference(),
        name,
        right.told("RejectionCorrected", event -> true),
        () -> {
          var reference = reference(rejection.reference());
          var on =
              answers(
                  required(Inputs.pastDay(t("application.received"), rejection.receivedOn())),
                  "notice-before-submission",
                  "day-too-early",
                  "remedy-too-late");
          on.setHelperText(t("correction.remedy-help"));
          var came = right.came();
          var grounds = grounds(rejection.grounds());
          var reason = ApplicationCorrections.reason();
          right.revise(
              name,
              () ->
                  new CorrectRejection(
                      id,
                      reference.getValue(),
                      came.posted.value(),
                      Inputs.needed(on),
                      came.uninstructed.getValue(),
                      grounds.getValue(),
                      reason.getValue()),
              reference,
              came.posted,
              on,
              came.uninstructed,
              grounds,
              reason);
        });
  }

  /**
   * What was noted of the grant, as far as it is the funder's decision.
   *
   * @param number of the note among those of its kind, from 1
   * @param last whether it is the last of its kind: of decisions on remedies that one counts
   */
  Component note(GrantNote note, int number, boolean last, Component words) {
    var name = Words.code("grant-note", note.kind());
    if (note.kind().endsWith("revocation"))
      return right.of(
          words,
          name,
          right.told("RevocationCorrected", event -> event.path("number").asInt() == number),
          () -> revocation(note, number, name));
    if (!last) return words;
    if (note.kind().matches("(objection|action)-.*"))
      return right.of(
          words,
          name,
          right.told("ObjectionDecisionCorrected", event -> true),
          () -> objection(note, name));
    if (note.kind().matches("contest-.*-.*"))
      return right.of(
          words,
          name,
          right.told(
              "ContestDecisionCorrected",
              event -> note.kind().startsWith("contest-" + event.path("remedy").asText() + "-")),
          () -> contest(note, name));
    return words;
  }

  private void revocation(GrantNote note, int number, String name) {
    var reference = reference(note.reference());
    var on =
        answers(required(Inputs.pastDay(t("application.received"), note.day())), "day-too-early");
    var amount =
        answers(
            required(Inputs.euros(t("application.amount"), note.amountCents())),
            "amount-not-positive",
            "revoked-above-granted",
            "revocation-below-refunded");
    amount.setHelperText(t("correction.revocation-help"));
    var came = new Came(note.postedOn(), note.withoutInstruction());
    var due = Inputs.day(t("grant.note-due"), note.dueOn());
    if (note.dueOn() == null) due.setVisible(false);
    else required(due);
    var grounds = grounds(note.reason());
    var reason = ApplicationCorrections.reason();
    right.revise(
        name,
        () ->
            new CorrectRevocation(
                id,
                number,
                reference.getValue(),
                Inputs.needed(on),
                Inputs.cents(amount),
                note.dueOn() == null ? null : Inputs.needed(due),
                grounds.getValue(),
                came.posted.value(),
                came.uninstructed.getValue(),
                reason.getValue()),
        reference,
        came.posted,
        on,
        came.uninstructed,
        amount,
        due,
        grounds,
        reason);
  }

  private void objection(GrantNote note, String name) {
    var cents = note.amountCents();
    var on =
        answers(
            required(Inputs.pastDay(t("grant.decided"), note.day())),
            "day-too-early",
            "objection-outside-appeal",
            "finality-within-appeal");
    on.setHelperText(t("correction.remedy-help"));
    var reference = Inputs.line(t("application.reference"), 200);
    reference.setValue(note.reference() == null ? "" : note.reference());
    var amount =
        answers(
            required(Inputs.euros(t("application.granted"), cents)),
            "amount-not-positive",
            "grant-changed-since",
            "granted-above-requested",
            "granted-below-drawn",
            "de-minimis-share-missing");
    amount.setVisible(note.kind().endsWith("-remedied"));
    var came = new Came(note.postedOn(), note.withoutInstruction());
    var received = received(note);
    var reason = ApplicationCorrections.reason();
    right.revise(
        name,
        () ->
            new CorrectObjectionDecision(
                id,
                Inputs.needed(on),
                orNull(reference),
                Inputs.cents(amount),
                came.posted.value(),
                received.value(),
                came.uninstructed.getValue(),
                reason.getValue()),
        on,
        came.posted,
        received,
        came.uninstructed,
        reference,
        amount,
        reason);
  }

  private void contest(GrantNote note, String name) {
    var on =
        answers(
            required(Inputs.pastDay(t("grant.decided"), note.day())),
            "day-too-early",
            "remedy-too-late");
    on.setHelperText(t("correction.remedy-help"));
    var reference = Inputs.line(t("application.reference"), 200);
    reference.setValue(note.reference() == null ? "" : note.reference());
    var came = new Came(note.postedOn(), note.withoutInstruction());
    var received = received(note);
    var reason = ApplicationCorrections.reason();
    right.revise(
        name,
        () ->
            new CorrectContestDecision(
                id,
                Inputs.needed(on),
                came.posted.value(),
                received.value(),
                came.uninstructed.getValue(),
                orNull(reference),
                reason.getValue()),
        on,
        came.posted,
        received,
        came.uninstructed,
        reference,
        reason);
  }

  private static DayField received(GrantNote note) {
    var received =
        answers(Inputs.pastDay(t("application.received"), note.receivedOn()), "day-too-early");
    received.setHelperText(t("remedy.received-help"));
    return received;
  }

  private static @Nullable String orNull(TextField field) {
    return field.getValue().isBlank() ? null : field.getValue().strip();
  }

  private static TextField reference(@Nullable String recorded) {
    var reference =
        answers(required(Inputs.line(t("application.reference"), 200)), "notice-reference-missing");
    reference.setValue(recorded == null ? "" : recorded);
    return reference;
  }

  private static TextArea grounds(@Nullable String recorded) {
    var grounds = answers(required(Inputs.text(t("grant.note-reason"))), "grounds-missing");
    grounds.setValue(recorded == null ? "" : recorded);
    return grounds;
  }

  static String marks(ApplicationDetails found) {
    return t(
        "application.marks",
        "excellence",
        mark(found.excellence()),
        "impact",
        mark(found.impact()),
        "implementation",
        mark(found.implementation()),
        "total",
        mark(found.total()));
  }

  private static String mark(java.math.@Nullable BigDecimal mark) {
    return mark == null ? "–" : Formats.number(mark);
  }
}
