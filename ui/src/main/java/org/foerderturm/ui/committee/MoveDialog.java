package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDateTime;
import org.foerderturm.committee.MeetingCommand.MoveMeeting;
import org.foerderturm.committee.MeetingQuery.MeetingDetails;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;

/** Moves a meeting to another time or place; says first what becomes of the invitation. */
final class MoveDialog {
  private final Desk desk;
  private final MeetingDetails meeting;

  MoveDialog(Desk desk, MeetingDetails meeting) {
    this.desk = desk;
    this.meeting = meeting;
  }

  void open(Runnable after) {
    var row = meeting.row();
    var when =
        Inputs.required(
            Inputs.moment(
                t("meeting.when"), LocalDateTime.ofInstant(row.startsAt(), Formats.OFFICE)),
            "meeting-without-day");
    var place = Inputs.required(Inputs.line(t("meeting.place"), 200), "meeting-without-place");
    place.setValue(row.place());
    var reason = Inputs.required(Inputs.text(t("meeting.reason")), "move-without-reason");
    reason.setHelperText(t("meeting.move-reason-help"));
    reason.setMaxLength(500);
    Inputs.answers(
        when, "meeting-in-the-past", "moved-too-near", "meeting-not-moved", "chair-not-a-member");
    Dialogs.revise(
        desk,
        t("meeting.move"),
        t("meeting.move"),
        () -> {
          return new MoveMeeting(
              row.bodyId(),
              row.meetingId(),
              Inputs.needed(when).atZone(Formats.OFFICE).toInstant(),
              place.getValue(),
              reason.getValue());
        },
        after,
        new Paragraph(
            t(row.phase().equals("invited") ? "meeting.move-invited" : "meeting.move-planned")),
        when,
        place,
        reason);
  }
}
