package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Inputs.answers;
import static org.foerderturm.ui.common.Inputs.required;
import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Map;
import org.foerderturm.alliance.AllianceQuery.FindMembers;
import org.foerderturm.alliance.AllianceQuery.MemberRow;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.committee.CommitteeCommand.AppointMember;
import org.foerderturm.committee.CommitteeCommand.DismissMember;
import org.foerderturm.committee.CommitteeCommand.FoundBody;
import org.foerderturm.committee.CommitteeQuery;
import org.foerderturm.committee.CommitteeQuery.BodyRow;
import org.foerderturm.committee.CommitteeQuery.FindBody;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Pickers;
import org.foerderturm.ui.common.Words;

/** Founding a body, and who sits on it. */
final class BodyDialogs {
  private BodyDialogs() {}

  static void found(Desk desk, Runnable after) {
    var id = answers(required(Inputs.line(t("body.id"), 60)), "body-already-founded");
    id.setHelperText(t("body.id-rule"));
    var name = required(Inputs.line(t("body.name"), 200), "body-name-missing");
    var kind = new Select<BodyKind>();
    kind.setLabel(t("body.kind"));
    kind.setItems(BodyKind.values());
    kind.setItemLabelGenerator(each -> Words.code("body-kind", each.name()));
    kind.setValue(BodyKind.STEERING);
    Inputs.suggested(required(kind));
    var seats = required(Inputs.count(t("body.statutory"), null), "body-without-members");
    seats.setHelperText(t("body.statutory-rule"));
    Dialogs.open(
        desk,
        t("body.found"),
        t("body.found"),
        () ->
            desk.send(
                new FoundBody(
                    Inputs.needed(id), Inputs.needed(name), kind.getValue(), Inputs.whole(seats))),
        after,
        id,
        name,
        kind,
        seats);
  }

  static void appoint(Desk desk, BodyRow body, Runnable after) {
    var names = desk.candidates();
    var who =
        answers(
            people(List.copyOf(names.keySet()), names),
            "member-already-appointed",
            "member-of-incompatible-body",
            "person-locked",
            "body-full");
    var until = answers(Inputs.day(t("body.until"), null), "term-ends-before-it-begins");
    var organisation = answers(organisations(desk), "member-has-left");
    var citizen = new Checkbox(t("body.expert-citizen"));
    citizen.setHelperText(t("body.expert-citizen-help"));
    citizen.setVisible(body.kind() == BodyKind.COMMITTEE);
    Dialogs.open(
        desk,
        t("body.appoint-to", "name", body.name()),
        t("body.appoint"),
        () ->
            desk.send(
                new AppointMember(
                    body.bodyId(),
                    chosen(who),
                    null,
                    until.value(),
                    organisation.getValue() == null ? null : organisation.getValue().memberId(),
                    citizen.getValue() ? true : null)),
        after,
        who,
        organisation,
        citizen,
        until);
  }

  /** For which member of the alliance somebody sits there; not every role may see the list. */
  private static ComboBox<MemberRow> organisations(Desk desk) {
    var box = new ComboBox<MemberRow>(t("body.seat-organisation"));
    box.setHelperText(t("body.seat-organisation-help"));
    boolean may =
        desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR, Role.COMMITTEE_MEMBER);
    box.setVisible(may);
    if (may)
      Pickers.fill(
          box, desk.ask(new FindMembers(null, null, "member", 0, 2_000)).rows(), MemberRow::name);
    return box;
  }

  static void dismiss(Desk desk, BodyRow body, Map<String, String> names, Runnable after) {
    var found = desk.ask(new FindBody(body.bodyId()));
    if (found == null) return;
    var who =
        answers(
            people(found.members().stream().map(CommitteeQuery.MemberRow::userId).toList(), names),
            "not-a-member");
    var reason = required(Inputs.text(t("meeting.reason")), "reason-missing");
    Dialogs.open(
        desk,
        t("body.dismiss-from", "name", body.name()),
        t("body.dismiss"),
        () -> desk.send(new DismissMember(body.bodyId(), chosen(who), reason.getValue())),
        after,
        new Paragraph(t("body.dismiss-help")),
        who,
        reason);
  }

  private static ComboBox<String> people(List<String> ids, Map<String, String> names) {
    var box = new ComboBox<String>(t("body.member"));
    Pickers.fill(box, ids, id -> Desk.name(names, id));
    return required(box, "member-missing");
  }

  private static String chosen(ComboBox<String> who) {
    if (who.getValue() == null) throw Inputs.wrong(who, "member-missing", Map.of());
    return who.getValue();
  }
}
