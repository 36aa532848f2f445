package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.foerderturm.committee.MeetingQuery.LateBiasRow;
import org.foerderturm.kernel.Command;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Pickers;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;

/** Bias that comes to light late, after a vote in a meeting or without one (GO NRW § 31 Abs. 6). */
final class LateBias {
  /** What is sent for a member when it is disclosed. */
  interface Disclose {
    Command of(String member, String reason, String disclosedBy, LocalDate disclosedOn);
  }

  /** What is sent for a member when what follows is settled. */
  interface Settle {
    Command of(String member, boolean voteAgain, String reason);
  }

  private final Desk desk;
  private final Runnable redraw;
  private final Disclose disclose;
  private final Settle settle;

  LateBias(Desk desk, Runnable redraw, Disclose disclose, Settle settle) {
    this.desk = desk;
    this.redraw = redraw;
    this.disclose = disclose;
    this.settle = settle;
  }

  /**
   * @param maySettle whether whoever looks at it says what follows
   */
  Div told(LateBiasRow row, boolean maySettle) {
    var names = desk.names();
    boolean open = row.voteAgain() == null;
    var box =
        Ui.div(
            "ft-lines",
            Ui.chip(open ? Ui.Tone.ATTENTION : Ui.Tone.PLAIN, t("late-bias.chip")),
            new Span(
                t(
                    "late-bias.said",
                    "name",
                    Desk.name(names, row.member()),
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
                  Desk.name(names, String.valueOf(row.settledBy())),
                  "reason",
                  String.valueOf(row.settledBecause()))));
    else if (maySettle)
      box.add(Ui.div("ft-actions", Ui.primary(t("late-bias.settle"), () -> settle(row))));
    return box;
  }

  /**
   * @param free whose bias may be recorded
   * @param help what it means here
   */
  void disclose(List<String> free, String help) {
    var names = desk.names();
    var who = new ComboBox<String>(t("body.member"));
    Pickers.fill(who, free, id -> Desk.name(names, id));
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
                disclose.of(
                    Objects.requireNonNullElse(who.getValue(), ""),
                    why.getValue(),
                    by.getValue(),
                    Inputs.needed(on))),
        redraw,
        new Paragraph(help),
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
                settle.of(
                    row.member(), Boolean.TRUE.equals(follows.getValue()), reason.getValue())),
        redraw,
        new Paragraph(t("late-bias.settle-help")),
        follows,
        reason);
  }
}
