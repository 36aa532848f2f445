package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.function.Consumer;
import org.foerderturm.committee.MeetingCommand.ArriveAtMeeting;
import org.foerderturm.committee.MeetingCommand.LeaveMeeting;
import org.foerderturm.committee.MeetingCommand.StateLackOfQuorum;
import org.foerderturm.committee.MeetingQuery.FindAfterVotes;
import org.foerderturm.committee.MeetingQuery.MeetingDetails;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;

/** Who is there, and whether it is enough. */
final class Attendance extends Div {
  Attendance(Desk desk, MeetingDetails meeting, Consumer<Command> act) {
    addClassName("ft-section");
    String id = meeting.row().meetingId();
    int present = meeting.present().size();
    var citizens = desk.ask(new FindAfterVotes(id)).expertCitizens();
    long experts = meeting.present().stream().filter(citizens::contains).count();
    boolean outnumbered = !citizens.isEmpty() && present <= 2 * experts;
    boolean enough = present >= meeting.quorumNeeded() && !outnumbered;
    String me = desk.actor().userId();
    boolean conducts =
        me.equals(meeting.chair())
            || me.equals(meeting.clerk())
            || desk.has(Role.OFFICE_LEAD, Role.PROJECT_MANAGER);
    var words =
        t(
            "meeting.present-of",
            "present",
            Formats.number(present),
            "members",
            Formats.number(meeting.statutoryMembers()),
            "needed",
            Formats.number(meeting.quorumNeeded()));
    var fill = new Div();
    fill.setWidth(Math.min(100, 100 * present / Math.max(1, meeting.statutoryMembers())) + "%");
    var bar = Ui.div("ft-bar", fill);
    bar.getElement().setAttribute("role", "img");
    bar.getElement().setAttribute("aria-label", words);
    var state =
        meeting.lackStated()
            ? Ui.chip(Ui.Tone.BAD, t("quorum.lack-stated"))
            : enough
                ? Ui.chip(Ui.Tone.GOOD, t("quorum.reached"))
                : Ui.chip(
                    Ui.Tone.ATTENTION,
                    outnumbered
                        ? t("quorum.councillors-missing")
                        : t(
                            "quorum.missing",
                            "count",
                            Formats.number(meeting.quorumNeeded() - present)));
    var quorum = Ui.div("ft-quorum", bar, Ui.span("ft-quiet", words), state);
    if (!citizens.isEmpty())
      quorum.add(
          Ui.span(
              "ft-quiet",
              t(
                  "quorum.councillors",
                  "councillors",
                  Formats.number(present - experts),
                  "citizens",
                  Formats.number(experts))));
    if (conducts && !enough && !meeting.lackStated()) {
      quorum.add(Ui.span("ft-quiet", t("quorum.presumed")));
      quorum.add(Ui.quiet(t("quorum.state-lack"), () -> act.accept(new StateLackOfQuorum(id))));
    }
    var list = new UnorderedList();
    list.addClassNames("ft-plain-list", "ft-attendance");
    var names = desk.names();
    for (var member : meeting.members()) {
      boolean here = meeting.present().contains(member);
      var line = new ListItem(new Span(Desk.name(names, member)));
      line.add(
          Ui.chip(here ? Ui.Tone.GOOD : Ui.Tone.PLAIN, t(here ? "meeting.here" : "meeting.away")));
      if (conducts || me.equals(member)) {
        var button =
            Ui.quiet(
                t(here ? "meeting.leave" : "meeting.arrive"),
                () ->
                    act.accept(
                        here ? new LeaveMeeting(id, member) : new ArriveAtMeeting(id, member)));
        button.setAriaLabel(
            t(here ? "meeting.leave" : "meeting.arrive") + ": " + Desk.name(names, member));
        line.add(button);
      }
      list.add(line);
    }
    add(Ui.section(t("quorum.title"), quorum), Ui.section(t("meeting.attendance"), list));
  }
}
