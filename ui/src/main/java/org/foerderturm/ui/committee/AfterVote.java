package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.committee.BodyOffice;
import org.foerderturm.committee.CommitteeCommand.ObjectToResolution;
import org.foerderturm.committee.CommitteeCommand.RecordSupervision;
import org.foerderturm.committee.CommitteeEvent.ObjectionGround;
import org.foerderturm.committee.CommitteeEvent.ObjectionOutcome;
import org.foerderturm.committee.CommitteeQuery.FindBody;
import org.foerderturm.committee.MeetingCommand.DiscloseLateBias;
import org.foerderturm.committee.MeetingCommand.SettleLateBias;
import org.foerderturm.committee.MeetingQuery.FindAfterVotes;
import org.foerderturm.committee.MeetingQuery.ItemRow;
import org.foerderturm.committee.MeetingQuery.LateBiasRow;
import org.foerderturm.committee.MeetingQuery.ObjectionRow;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;

/** What came to light after the vote on an item, and what can be done about it. */
final class AfterVote extends Div {
  private final transient Agenda agenda;
  private final transient ItemRow item;

  AfterVote(Agenda agenda, ItemRow item) {
    this.agenda = agenda;
    this.item = item;
    addClassName("ft-contents");
    var after = agenda.desk().ask(new FindAfterVotes(agenda.id()));
    var bias = after.lateBias().stream().filter(row -> row.itemId().equals(item.itemId())).toList();
    var late =
        new LateBias(
            agenda.desk(),
            agenda.redraw(),
            (member, reason, by, on) ->
                new DiscloseLateBias(agenda.id(), item.itemId(), member, reason, by, on),
            (member, again, reason) ->
                new SettleLateBias(agenda.id(), item.itemId(), member, again, reason));
    boolean settles =
        agenda.me().equals(agenda.meeting().chair()) || agenda.desk().has(Role.OFFICE_LEAD);
    bias.forEach(row -> add(late.told(row, settles)));
    var objection =
        after.objections().stream()
            .filter(row -> row.number().equals(item.resolution()))
            .findFirst()
            .orElse(null);
    if (objection != null) objection(objection);
    var acts = Ui.div("ft-actions");
    if (agenda.conducts() || agenda.meeting().members().contains(agenda.me()))
      acts.add(
          Ui.quiet(t("late-bias.disclose"), () -> late.disclose(free(bias), t("late-bias.help"))));
    if (objection == null && mayObject()) acts.add(Ui.quiet(t("objection.record"), this::object));
    add(acts);
  }

  private List<String> free(List<LateBiasRow> known) {
    return agenda.meeting().members().stream()
        .filter(member -> !agenda.biased(item, member))
        .filter(member -> known.stream().noneMatch(row -> row.member().equals(member)))
        .filter(member -> agenda.conducts() || member.equals(agenda.me()))
        .toList();
  }

  private boolean mayObject() {
    if (item.resolution() == null || "rejected".equals(item.result())) return false;
    var body = agenda.desk().ask(new FindBody(agenda.meeting().row().bodyId()));
    return body != null
        && body.row().kind().decidesInMeetingsOnly()
        && (agenda.desk().has(Role.OFFICE_LEAD)
            || body.offices().stream()
                .anyMatch(
                    office ->
                        office.office() != BodyOffice.CHAIR
                            && office.userId().equals(agenda.me())));
  }

  private void object() {
    var body = agenda.desk().ask(new FindBody(agenda.meeting().row().bodyId()));
    boolean council = body != null && body.row().kind() == BodyKind.COUNCIL;
    var ground = new Select<ObjectionGround>();
    ground.setLabel(t("objection.ground"));
    ground.setItems(council ? List.of(ObjectionGround.values()) : List.of(ObjectionGround.LAW));
    ground.setItemLabelGenerator(
        each -> each == null ? "" : Words.code("objection-ground", each.name()));
    Inputs.required(ground, "answer-missing");
    var on = Inputs.required(Inputs.pastDay(t("objection.on"), null), "day-missing");
    var reason = Inputs.required(Inputs.text(t("meeting.reason")), "reason-missing");
    Dialogs.open(
        agenda.desk(),
        t("objection.record"),
        t("objection.act"),
        () ->
            agenda
                .desk()
                .send(
                    new ObjectToResolution(
                        agenda.meeting().row().bodyId(),
                        String.valueOf(item.resolution()),
                        ground.getValue(),
                        Inputs.needed(on),
                        reason.getValue())),
        agenda.redraw(),
        new Paragraph(t("objection.help")),
        ground,
        on,
        reason);
  }

  private void objection(ObjectionRow row) {
    var box = Ui.div("ft-lines");
    boolean holds = row.outcome() == ObjectionOutcome.HOLDS;
    box.add(
        Ui.chip(
            holds ? Ui.Tone.GOOD : Ui.Tone.BAD,
            row.outcome() == null
                ? t("resolution-doubt.suspended")
                : Words.code("objection-outcome", row.outcome().name())),
        new Span(
            t(
                "objection.said",
                "mayor",
                agenda.name(row.mayor()),
                "day",
                Formats.date(row.objectedOn()),
                "ground",
                Words.code("objection-ground", row.ground().name()),
                "reason",
                row.reason())));
    if (row.outcome() == null && row.meetFrom() != null && row.meetUntil() != null)
      box.add(
          new Span(
              t(
                  "objection.meet",
                  "from",
                  Formats.date(row.meetFrom()),
                  "until",
                  Formats.date(row.meetUntil()))));
    if (row.outcome() == null) box.add(Ui.span("ft-quiet", t("objection.next")));
    if (row.reference() != null && row.decidedOn() != null)
      box.add(
          Ui.span(
              "ft-quiet",
              t(
                  "objection.settled",
                  "reference",
                  row.reference(),
                  "day",
                  Formats.date(row.decidedOn()))));
    box.add(Ui.span("ft-quiet", row.basis()));
    if (row.outcome() == ObjectionOutcome.REFERRED && agenda.desk().has(Role.OFFICE_LEAD))
      box.add(Ui.div("ft-actions", Ui.primary(t("objection.supervise"), () -> supervise(row))));
    add(box);
  }

  private void supervise(ObjectionRow row) {
    var stands = new Checkbox(t("objection.stands"));
    var on = Inputs.required(Inputs.pastDay(t("objection.decided-on"), null), "day-missing");
    var reference = Inputs.required(Inputs.line(t("council.reference"), 200), "reference-missing");
    Dialogs.open(
        agenda.desk(),
        t("objection.supervise"),
        t("objection.supervise-act"),
        () ->
            agenda
                .desk()
                .send(
                    new RecordSupervision(
                        agenda.meeting().row().bodyId(),
                        row.number(),
                        stands.getValue(),
                        Inputs.needed(on),
                        reference.getValue())),
        agenda.redraw(),
        new Paragraph(t("objection.supervise-help")),
        stands,
        on,
        reference);
  }
}
