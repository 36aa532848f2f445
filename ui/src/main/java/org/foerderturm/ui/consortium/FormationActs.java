package org.foerderturm.ui.consortium;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.consortium.CallCommand.LeaveCall;
import org.foerderturm.consortium.CallCommand.SetCallDeadline;
import org.foerderturm.consortium.ConsortiumCommand.HandOverCoordination;
import org.foerderturm.consortium.ConsortiumCommand.WithdrawPartner;
import org.foerderturm.consortium.ConsortiumQuery.ConsortiumRow;
import org.foerderturm.consortium.ConsortiumQuery.PartnerRow;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.ProcessCommand.CancelCase;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Ui;

/** What may happen to a consortium at any time while it is being formed. */
final class FormationActs {
  private final Desk desk;
  private final String consortiumId;
  private final Runnable redraw;

  FormationActs(Desk desk, String consortiumId, Runnable redraw) {
    this.desk = desk;
    this.consortiumId = consortiumId;
    this.redraw = redraw;
  }

  /** A partner withdraws, or takes the coordination over. */
  List<Component> of(PartnerRow partner) {
    var acts = new ArrayList<Component>();
    if (!partner.status().equals("accepted")
        || partner.role().equals("coordinator")
        || !desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD)) return acts;
    if (partner.role().equals("beneficiary"))
      acts.add(Ui.quiet(t("partner.coordinates"), () -> handOver(partner)));
    acts.add(Ui.quiet(t("partner.withdraws"), () -> withdraw(partner)));
    return List.of(Ui.div("ft-actions", acts.toArray(Component[]::new)));
  }

  /** The call's deadline, and the end of the formation, wherever it stands. */
  Div acts(ConsortiumRow row) {
    var acts = Ui.div("ft-actions");
    if (desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD))
      acts.add(Ui.quiet(t("consortium.call-change"), () -> change(row)));
    if (desk.has(Role.OFFICE_LEAD) && row.deadline() != null)
      acts.add(Ui.quiet(t("consortium.call-leave"), this::leave));
    if (desk.has(Role.OFFICE_LEAD))
      desk.ask(new FindCasesOf(consortiumId)).stream()
          .filter(each -> each.caseKey().equals(consortiumId) && each.endedAt() == null)
          .findFirst()
          .ifPresent(
              each -> acts.add(Ui.quiet(t("consortium.dissolve"), () -> dissolve(each.caseId()))));
    return acts;
  }

  private void change(ConsortiumRow row) {
    var call = Inputs.line(t("consortium.call"), 200);
    call.setValue(Objects.requireNonNullElse(row.call(), ""));
    var deadline = Inputs.day(t("consortium.deadline"), row.deadline());
    Inputs.answers(
        Inputs.required(deadline), "day-missing", "call-as-before", "call-deadline-over");
    var reason = Inputs.required(Inputs.text(t("meeting.reason")), "reason-missing");
    Dialogs.revise(
        desk,
        t("consortium.call-change"),
        t("consortium.call-change"),
        new SetCallDeadline(consortiumId, row.call(), row.deadline(), ""),
        () ->
            new SetCallDeadline(
                consortiumId,
                call.isEmpty() ? null : call.getValue().strip(),
                Inputs.needed(deadline),
                reason.getValue()),
        redraw,
        new Paragraph(t("consortium.call-help")),
        call,
        deadline,
        reason);
  }

  private void leave() {
    var reason = Inputs.required(Inputs.text(t("meeting.reason")), "reason-missing");
    Dialogs.open(
        desk,
        t("consortium.call-leave"),
        t("consortium.call-leave"),
        () -> desk.send(new LeaveCall(consortiumId, reason.getValue())),
        redraw,
        new Paragraph(t("consortium.call-leave-help")),
        reason);
  }

  private void withdraw(PartnerRow partner) {
    var reason = Inputs.required(Inputs.text(t("meeting.reason")), "reason-missing");
    Dialogs.open(
        desk,
        t("partner.withdraws-title", "name", partner.name()),
        t("partner.withdraws"),
        () -> desk.send(new WithdrawPartner(consortiumId, partner.partnerId(), reason.getValue())),
        redraw,
        new Paragraph(t("partner.withdraws-help")),
        reason);
  }

  private void handOver(PartnerRow partner) {
    var leaves = new Checkbox(t("partner.former-leaves"));
    var reason = Inputs.required(Inputs.text(t("meeting.reason")), "reason-missing");
    Dialogs.open(
        desk,
        t("partner.coordinates-title", "name", partner.name()),
        t("partner.coordinates"),
        () ->
            desk.send(
                new HandOverCoordination(
                    consortiumId, partner.partnerId(), leaves.getValue(), reason.getValue())),
        redraw,
        new Paragraph(t("partner.coordinates-help")),
        leaves,
        reason);
  }

  private void dissolve(String caseId) {
    var reason = Inputs.required(Inputs.text(t("meeting.reason")), "reason-missing");
    Dialogs.open(
        desk,
        t("consortium.dissolve"),
        t("consortium.dissolve"),
        () -> desk.send(new CancelCase(caseId, reason.getValue().strip())),
        redraw,
        new Paragraph(t("consortium.dissolve-help")),
        reason);
  }
}
