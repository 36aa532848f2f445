package org.foerderturm.ui.funding;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Inputs.day;
import static org.foerderturm.ui.common.Inputs.line;
import static org.foerderturm.ui.common.Inputs.needed;
import static org.foerderturm.ui.common.Inputs.pastDay;
import static org.foerderturm.ui.common.Inputs.required;
import static org.foerderturm.ui.common.Inputs.text;
import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import org.foerderturm.funding.FundingQuery.FindStartOfWork;
import org.foerderturm.funding.FundingQuery.StartOfWorkDetails;
import org.foerderturm.funding.StartOfWorkCommand.CorrectEarlyStart;
import org.foerderturm.funding.StartOfWorkCommand.CorrectStartOfWork;
import org.foerderturm.funding.StartOfWorkCommand.DecideEarlyStart;
import org.foerderturm.funding.StartOfWorkCommand.RecordStartOfWork;
import org.foerderturm.funding.StartOfWorkCommand.RequestEarlyStart;
import org.foerderturm.funding.StartOfWorkCommand.WithdrawStartOfWork;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** When work may begin before the notice, when it did, and whether that stands against it. */
final class StartOfWorkSection {
  private final Desk desk;
  private final String id;
  private final @Nullable StartOfWorkDetails found;

  StartOfWorkSection(Desk desk, String applicationId) {
    this.desk = desk;
    this.id = applicationId;
    found = desk.ask(new FindStartOfWork(applicationId));
  }

  /** Null while nobody asked to begin and nobody began. */
  @Nullable Section section() {
    if (found == null || (found.requestedOn() == null && found.startedOn() == null)) return null;
    var facts = Ui.facts();
    if (found.requestedOn() != null) Ui.fact(facts, t("start-of-work.early"), early(found));
    if (found.startedOn() != null) Ui.fact(facts, t("start-of-work.started"), started(found));
    var section = Ui.section(t("start-of-work.title"), facts);
    section.setId("start-of-work");
    return section;
  }

  private static Component early(StartOfWorkDetails found) {
    var lines = Ui.div("ft-lines", answer(found));
    var requested = Objects.requireNonNull(found.requestedOn());
    lines.add(Ui.span("ft-quiet", t("start-of-work.requested", "day", Formats.date(requested))));
    if (found.grounds() != null) lines.add(new Span(found.grounds()));
    if (found.reference() != null) lines.add(Ui.span("ft-quiet", found.reference()));
    if (found.reason() != null) lines.add(new Span(found.reason()));
    return lines;
  }

  private static Span answer(StartOfWorkDetails found) {
    if (found.isPending()) return Ui.chip(Ui.Tone.ATTENTION, t("start-of-work.is.pending"));
    var from = found.permittedFrom();
    return from == null
        ? Ui.chip(Ui.Tone.BAD, t("start-of-work.is.refused"))
        : Ui.chip(Ui.Tone.GOOD, t("start-of-work.is.permitted", "day", Formats.date(from)));
  }

  private static Component started(StartOfWorkDetails found) {
    var lines =
        Ui.div("ft-lines", new Span(Formats.date(Objects.requireNonNull(found.startedOn()))));
    if (found.what() != null) lines.add(new Span(found.what()));
    var flag = flag(found);
    if (flag != null) lines.add(flag);
    if (found.source() != null) lines.add(Ui.span("ft-quiet", found.source()));
    return lines;
  }

  private static @Nullable Span flag(StartOfWorkDetails found) {
    return found.obstacle() == null
        ? null
        : Ui.chip(Ui.Tone.BAD, Words.code("start-of-work.obstacle", found.obstacle()));
  }

  /** What of the start stands against the grant; null if nothing does. */
  @Nullable Span flag() {
    return found == null ? null : flag(found);
  }

  /** Offers what can be recorded just now. */
  void into(Div acts, String stage, boolean granted, Runnable after) {
    if (found == null || !desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD)) return;
    if (stage.matches("closed|stopped|rejected|contested")) return;
    if (found.isPending()) acts.add(Ui.quiet(t("start-of-work.decide"), () -> decide(after)));
    else if (!granted && found.permittedFrom() == null)
      acts.add(Ui.quiet(t("start-of-work.request"), () -> request(after)));
    var now = found;
    if (now.permittedFrom() != null && !now.isPending())
      acts.add(Ui.quiet(t("start-of-work.correct-early"), () -> correctEarly(now, after)));
    if (now.startedOn() == null) acts.add(Ui.quiet(t("start-of-work.record"), () -> record(after)));
    else
      acts.add(
          Ui.quiet(t("start-of-work.correct"), () -> correct(now, after)),
          Ui.quiet(t("start-of-work.withdraw"), () -> withdraw(after)));
  }

  private void request(Runnable after) {
    var on = required(pastDay(t("start-of-work.requested-on"), null));
    var grounds = required(text(t("start-of-work.grounds")), "reason-missing");
    Dialogs.open(
        desk,
        t("start-of-work.request"),
        t("grant.save"),
        () -> desk.send(new RequestEarlyStart(id, needed(on), grounds.getValue())),
        after,
        on,
        grounds);
  }

  private void decide(Runnable after) {
    var refused = new Checkbox(t("start-of-work.refused"));
    var on =
        answers(
            required(pastDay(t("start-of-work.decided-on"), null)), "early-start-before-request");
    var from = answers(day(t("start-of-work.from"), null), "early-start-day-missing");
    var reference = line(t("start-of-work.reference"), 200);
    var reason = answers(text(t("start-of-work.refusal-reason")), "reason-missing");
    reason.setVisible(false);
    refused.addValueChangeListener(
        change -> {
          reason.setVisible(change.getValue());
          from.setVisible(!change.getValue());
        });
    Dialogs.open(
        desk,
        t("start-of-work.decide"),
        t("grant.save"),
        () ->
            desk.send(
                new DecideEarlyStart(
                    id,
                    !refused.getValue(),
                    needed(on),
                    refused.getValue() ? null : from.value(),
                    reference.isEmpty() ? null : reference.getValue(),
                    refused.getValue() ? reason.getValue() : null)),
        after,
        refused,
        on,
        from,
        reference,
        reason);
  }

  private void correctEarly(StartOfWorkDetails now, Runnable after) {
    var decided = Objects.requireNonNull(now.decidedOn());
    var on =
        answers(
            required(pastDay(t("start-of-work.decided-on"), decided)),
            "early-start-before-request",
            "nothing-changed");
    var from =
        answers(
            required(day(t("start-of-work.from"), now.permittedFrom())), "early-start-day-missing");
    var reference = line(t("start-of-work.reference"), 200);
    reference.setValue(Objects.requireNonNullElse(now.reference(), ""));
    var reason = ApplicationCorrections.reason();
    Dialogs.revise(
        desk,
        t("start-of-work.correct-early"),
        t("grant.save"),
        new CorrectEarlyStart(id, decided, now.permittedFrom(), now.reference(), ""),
        () ->
            new CorrectEarlyStart(
                id,
                needed(on),
                needed(from),
                reference.isEmpty() ? null : reference.getValue(),
                reason.getValue()),
        after,
        on,
        from,
        reference,
        reason);
  }

  private void record(Runnable after) {
    var on =
        answers(
            required(pastDay(t("start-of-work.started"), null)),
            "work-before-application",
            "work-before-notice",
            "work-before-permission");
    on.setHelperText(t("start-of-work.help"));
    var what = answers(required(text(t("start-of-work.what"))), "work-what-missing");
    var anyway = new Checkbox(t("start-of-work.anyway"));
    Inputs.suggested(anyway);
    Dialogs.open(
        desk,
        t("start-of-work.record"),
        t("grant.save"),
        () -> desk.send(new RecordStartOfWork(id, needed(on), what.getValue(), anyway.getValue())),
        after,
        on,
        what,
        anyway);
  }

  private void correct(StartOfWorkDetails now, Runnable after) {
    var started = Objects.requireNonNull(now.startedOn());
    var known = Objects.requireNonNull(now.what());
    var on = answers(required(pastDay(t("start-of-work.started"), started)), "nothing-changed");
    var what = answers(required(text(t("start-of-work.what"))), "work-what-missing");
    what.setValue(known);
    var reason = ApplicationCorrections.reason();
    Dialogs.revise(
        desk,
        t("start-of-work.correct"),
        t("grant.save"),
        new CorrectStartOfWork(id, started, known, ""),
        () -> new CorrectStartOfWork(id, needed(on), what.getValue(), reason.getValue()),
        after,
        on,
        what,
        reason);
  }

  private void withdraw(Runnable after) {
    var reason = required(text(t("grant.reason")), "reason-missing");
    Dialogs.open(
        desk,
        t("start-of-work.withdraw"),
        t("grant.save"),
        () -> desk.send(new WithdrawStartOfWork(id, reason.getValue())),
        after,
        reason);
  }
}
