package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.committee.BodyOffice;
import org.foerderturm.committee.CommitteeQuery.BodyDetails;
import org.foerderturm.committee.CommitteeQuery.MemberRow;
import org.foerderturm.committee.CommitteeQuery.OfficeRow;
import org.foerderturm.committee.MeetingCommand.TakeUrgentDecision;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Pickers;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;

/**
 * Records an urgent decision by its order (GO NRW § 60): the main committee, else the mayor with
 * one councillor. Only who holds the office is offered.
 */
final class UrgentDialog {
  private enum Way {
    MAIN_COMMITTEE,
    MAYOR
  }

  private UrgentDialog() {}

  static void open(Desk desk, BodyDetails body, Runnable after) {
    var names = desk.candidates();
    boolean council = body.row().kind() == BodyKind.COUNCIL;
    var title = Inputs.required(Inputs.line(t("agenda.title"), 200), "motion-title-missing");
    var text = Inputs.required(new TextArea(t("agenda.text")), "motion-proposal-missing");
    var reason = Inputs.required(new TextArea(t("urgent.reason")), "urgency-reason-missing");
    var way = new Select<Way>();
    way.setLabel(t("urgent.way"));
    way.setItems(Way.values());
    way.setItemLabelGenerator(each -> Words.code("urgent-way", each.name()));
    way.setHelperText(t("urgent.way-help"));
    var number =
        Inputs.required(Inputs.line(t("urgent.committee-number"), 40), "committee-number-missing");
    number.setHelperText(t("urgent.committee-number-help"));
    Inputs.answers(number, "committee-resolution-unknown");
    var why = Inputs.required(new TextArea(t("urgent.committee-reason")), "main-committee-first");
    Inputs.answers(why, "main-committee-first");
    var mayor = people(t("urgent.mayor"), mayors(body, names), names);
    if (mayor.getListDataView().getItemCount() == 0) mayor.setHelperText(t("urgent.no-mayor"));
    var councillor =
        people(
            t("urgent.councillor"),
            body.members().stream()
                .map(MemberRow::userId)
                .filter(names::containsKey)
                .distinct()
                .toList(),
            names);
    Inputs.answers(mayor, "urgent-decision-takes-two", "not-the-mayor");
    Inputs.answers(councillor, "councillor-not-a-member");
    Runnable shown =
        () -> {
          boolean committee = way.getValue() == Way.MAIN_COMMITTEE;
          number.setVisible(committee);
          why.setVisible(council && !committee);
          mayor.setVisible(!committee);
          councillor.setVisible(!committee);
        };
    way.addValueChangeListener(change -> shown.run());
    way.setValue(council ? Way.MAIN_COMMITTEE : Way.MAYOR);
    way.setVisible(council);
    Inputs.suggested(Inputs.required(way));
    shown.run();
    String decision = UUID.randomUUID().toString();
    Dialogs.open(
        desk,
        t("urgent.take"),
        t("urgent.take"),
        () -> {
          boolean committee = way.getValue() == Way.MAIN_COMMITTEE;
          desk.send(
              new TakeUrgentDecision(
                  body.row().bodyId(),
                  decision,
                  title.getValue(),
                  text.getValue(),
                  reason.getValue(),
                  committee ? null : mayor.getValue(),
                  committee ? null : councillor.getValue(),
                  why.isVisible() ? why.getValue() : null,
                  committee ? number.getValue() : null));
        },
        after,
        Ui.span("ft-quiet", t("urgent.help")),
        title,
        text,
        reason,
        way,
        number,
        why,
        mayor,
        councillor);
  }

  private static List<String> mayors(BodyDetails body, Map<String, String> names) {
    var today = LocalDate.now(Formats.OFFICE);
    return body.offices().stream()
        .filter(row -> row.office() != BodyOffice.CHAIR && row.heldOn(today))
        .map(OfficeRow::userId)
        .filter(names::containsKey)
        .distinct()
        .toList();
  }

  private static ComboBox<String> people(
      String label, List<String> ids, Map<String, String> names) {
    var box = new ComboBox<String>(label);
    Pickers.fill(box, ids, who -> Desk.name(names, who));
    return Inputs.required(box, "member-missing");
  }
}
