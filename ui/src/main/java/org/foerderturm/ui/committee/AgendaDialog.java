package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import org.foerderturm.committee.CommitteeQuery.FindMotions;
import org.foerderturm.committee.CommitteeQuery.MotionRow;
import org.foerderturm.committee.MeetingCommand.PlaceOnAgenda;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingQuery.MeetingDetails;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Pickers;
import org.foerderturm.ui.common.Words;

/** Puts a motion, or a subject without one, on an agenda. */
final class AgendaDialog {
  private final Desk desk;
  private final MeetingDetails meeting;

  AgendaDialog(Desk desk, MeetingDetails meeting) {
    this.desk = desk;
    this.meeting = meeting;
  }

  void open(Runnable after) {
    var motion = new ComboBox<MotionRow>(t("agenda.motion"));
    Pickers.fill(
        motion,
        desk.ask(new FindMotions(meeting.row().bodyId(), true, 0, 200)).rows(),
        MotionRow::title);
    motion.setHelperText(t("agenda.motion-help"));
    motion.setClearButtonVisible(true);
    var title = Inputs.required(Inputs.line(t("agenda.title"), 200), "motion-title-missing");
    var kind = new Select<AgendaKind>();
    kind.setLabel(t("agenda.kind"));
    kind.setItems(AgendaKind.RESOLUTION, AgendaKind.REPORT, AgendaKind.ELECTION);
    kind.setItemLabelGenerator(each -> Words.code("agenda-kind", each.name()));
    kind.setValue(AgendaKind.RESOLUTION);
    Inputs.suggested(Inputs.required(kind));
    var text = new TextArea(t("agenda.text"));
    text.setHelperText(t("agenda.text-help"));
    var closed = new TextField(t("agenda.closed-reason"));
    closed.setHelperText(t("agenda.closed-help"));
    motion.addValueChangeListener(
        change -> {
          boolean chosen = change.getValue() != null;
          title.setVisible(!chosen);
          kind.setVisible(!chosen);
          text.setVisible(!chosen);
        });
    String item = UUID.randomUUID().toString();
    Inputs.answers(closed, "closed-without-reason");
    Inputs.answers(motion, "already-on-agenda");
    Dialogs.open(
        desk,
        t("meeting.add-item"),
        t("meeting.add-item"),
        () -> {
          var chosen = motion.getValue();
          String reason = closed.getValue().isBlank() ? null : closed.getValue();
          String id = meeting.row().meetingId();
          desk.send(
              chosen != null
                  ? new PlaceOnAgenda(
                      id,
                      item,
                      AgendaKind.RESOLUTION,
                      chosen.motionId(),
                      chosen.title(),
                      "",
                      chosen.motionId(),
                      reason)
                  : new PlaceOnAgenda(
                      id,
                      item,
                      kind.getValue(),
                      item,
                      title.getValue(),
                      text.getValue(),
                      null,
                      reason));
        },
        after,
        motion,
        title,
        kind,
        text,
        closed);
  }
}
