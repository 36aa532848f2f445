package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.Objects;
import org.foerderturm.committee.CommitteeCommand.DiscloseBias;
import org.foerderturm.committee.CommitteeCommand.SettleBias;
import org.foerderturm.committee.CommitteeQuery.MotionDetails;
import org.foerderturm.committee.CommitteeQuery.VoteRow;
import org.foerderturm.committee.MeetingQuery.LateBiasRow;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Pickers;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;

/** Bias that comes to light late in a vote without a meeting, and what follows from it. */
final class MotionBias extends Div {
  private final transient Desk desk;
  private final transient MotionDetails motion;
  private final transient Runnable redraw;

  MotionBias(Desk desk, MotionDetails motion, Runnable redraw) {
    this.desk = desk;
    this.motion = motion;
    this.redraw = redraw;
    addClassName("ft-contents");
    var names = desk.names();
    for (var row : motion.lateBias()) add(told(row, Desk.name(names, row.member())));
    if (free().isEmpty()) return;
    add(Ui.div("ft-actions", Ui.quiet(t("late-bias.disclose"), this::disclose)));
  }

  /** Who voted here and whose bias may be recorded by whoever looks at it. */
  private java.util.List<String> free() {
    if ("withdrawn".equals(motion.row().result())) return java.util.List.of();
    boolean office = desk.has(Role.OFFICE_LEAD, Role.PROJECT_MANAGER);
    return motion.votes().stream()
        .filter(vote -> vote.vote() != null)
        .map(VoteRow::member)
        .filter(member -> office || member.equals(desk.actor().userId()))
        .filter(member -> motion.lateBias().stream().noneMatch(b -> b.member().equals(member)))
        .toList();
  }

  private Div told(LateBiasRow row, String name) {
    boolean open = row.voteAgain() == null;
    var box =
        Ui.div(
            "ft-lines",
            Ui.chip(open ? Ui.Tone.ATTENTION : Ui.Tone.PLAIN, t("late-bias.chip")),
            new Span(
                t(
                    "late-bias.said",
                    "name",
                    name,
                    "reason",
                    row.reason(),
                    "by",
                    row.disclosedBy(),
                    "day",
                    Formats.date(row.disclosedOn()))),
            Ui.span(
                "ft-quiet",
                t(row.tookPart() ? "late-bias.took-part" : "late-bias.took-no-part")
                    + " "
                    + Words.code("late-bias.decisive", row.decisive().name())));
    if (!open)
      box.add(
          new Span(
              t(
                  Boolean.TRUE.equals(row.voteAgain()) ? "late-bias.again" : "late-bias.stands",
                  "name",
                  Desk.name(desk.names(), String.valueOf(row.settledBy())),
                  "reason",
                  String.valueOf(row.settledBecause()))));
    else if (desk.has(Role.OFFICE_LEAD))
      box.add(Ui.div("ft-actions", Ui.primary(t("late-bias.settle"), () -> settle(row))));
    return box;
  }

  private void disclose() {
    var names = desk.names();
    var who = new ComboBox<String>(t("body.member"));
    Pickers.fill(who, free(), id -> Desk.name(names, id));
    Inputs.required(who, "member-missing");
    var why = Inputs.required(Inputs.text(t("bias.reason")), "bias-reason-missing");
    var by = Inputs.required(Inputs.line(t("late-bias.by"), 200), "disclosed-by-missing");
    by.setHelperText(t("late-bias.by-help"));
    var on = Inputs.required(Inputs.pastDay(t("late-bias.on"), null), "day-missing");
    Dialogs.open(
        desk,
        t("late-bias.disclose"),
        t("late-bias.record"),
        () ->
            desk.send(
                new DiscloseBias(
                    motion.row().motionId(),
                    Objects.requireNonNullElse(who.getValue(), ""),
                    why.getValue(),
                    by.getValue(),
                    Inputs.needed(on))),
        redraw,
        new Paragraph(t(motion.row().result() == null ? "late-bias.vote-runs" : "late-bias.help")),
        who,
        why,
        by,
        on);
  }

  private void settle(LateBiasRow row) {
    var follows = new Select<Boolean>();
    follows.setLabel(t("late-bias.follows"));
    follows.setItems(false, true);
    follows.setItemLabelGenerator(
        again -> t(Boolean.TRUE.equals(again) ? "late-bias.vote-again" : "late-bias.let-stand"));
    Inputs.required(follows, "answer-missing");
    var reason = Inputs.required(Inputs.text(t("meeting.reason")), "reason-missing");
    Dialogs.open(
        desk,
        t("late-bias.settle"),
        t("late-bias.settle-act"),
        () ->
            desk.send(
                new SettleBias(
                    motion.row().motionId(),
                    row.member(),
                    Boolean.TRUE.equals(follows.getValue()),
                    reason.getValue())),
        redraw,
        new Paragraph(t("late-bias.settle-help")),
        follows,
        reason);
  }
}
