package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.foerderturm.committee.CommitteeQuery.FindMotion;
import org.foerderturm.committee.CommitteeQuery.MotionDetails;
import org.foerderturm.committee.MeetingQuery.FindMeeting;
import org.foerderturm.committee.MeetingQuery.MeetingDetails;
import org.foerderturm.committee.SecretBallots;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.Files;
import org.foerderturm.ui.common.Corrections;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.jspecify.annotations.Nullable;

/** Parts of the pages of motions and meetings, for the tasks that ask about them. */
public final class CommitteeSections {
  private CommitteeSections() {}

  public static @Nullable MotionDetails motion(Desk desk, String id) {
    return desk.ask(new FindMotion(id));
  }

  /** The proposal and by whom it was brought in. */
  public static List<Component> proposal(Desk desk, MotionDetails motion) {
    return List.of(MotionView.proposal(motion), facts(desk, motion));
  }

  /** How the members voted, and whether the body can decide. */
  public static List<Component> votes(Desk desk, MotionDetails motion) {
    return List.of(MotionView.quorum(motion), MotionView.votes(desk, motion));
  }

  public static Component facts(Desk desk, MotionDetails motion) {
    var row = motion.row();
    var facts = Ui.facts();
    Ui.fact(facts, t("motion.title"), row.title());
    Ui.fact(facts, t("motion.body"), Ui.link("bodies/" + row.bodyId(), row.bodyName()));
    Ui.fact(
        facts,
        t("motion.submitted"),
        t(
            "case.started-by",
            "at",
            Formats.dateTime(row.submittedAt()),
            "name",
            Desk.name(desk.names(), row.submittedBy())));
    if (motion.voteUntil() != null && row.result() == null)
      Ui.fact(facts, t("motion.until"), Formats.until(motion.voteUntil()));
    if (motion.tabledIn() != null)
      Ui.fact(
          facts,
          t("motion.tabled"),
          Ui.to("meetings/" + motion.tabledIn(), t("motion.to-meeting")));
    if (row.result() != null) Ui.fact(facts, t("motion.result"), BodiesView.result(row.result()));
    return facts;
  }

  public static List<Component> meetingFacts(Desk desk, String id) {
    var meeting = desk.ask(new FindMeeting(id));
    return meeting == null
        ? List.of()
        : List.of(Ui.section(t("meeting.about"), MeetingView.factsOf(desk, meeting)));
  }

  /** When and where, how late one may invite, what is on the agenda. */
  public static List<Component> agenda(
      Desk desk, SecretBallots ballots, Files files, String id, Runnable after) {
    var meeting = desk.ask(new FindMeeting(id));
    if (meeting == null) return List.of();
    var row = meeting.row();
    var parts = new ArrayList<Component>();
    parts.add(
        new Paragraph(
            Formats.weekday(Formats.day(row.startsAt()))
                + ", "
                + Formats.time(row.startsAt())
                + " · "
                + row.place()));
    if (row.phase().equals("planned"))
      parts.add(
          new Paragraph(
              t(
                  "meeting.invite-by",
                  "when",
                  Formats.until(row.inviteBy()),
                  "basis",
                  meeting.basis())));
    parts.add(items(desk, ballots, files, meeting, after));
    parts.add(Ui.fold(t("meeting.about"), MeetingView.factsOf(desk, meeting)));
    return parts;
  }

  private static Component items(
      Desk desk, SecretBallots ballots, Files files, MeetingDetails meeting, Runnable after) {
    var list = Ui.div("ft-agenda");
    if (meeting.items().isEmpty()) list.add(Ui.span("ft-quiet", t("meeting.agenda-empty")));
    var agenda =
        new Agenda(
            desk,
            ballots,
            files,
            meeting,
            desk.names(),
            Corrections.of(desk, meeting.row().meetingId()),
            false,
            command -> {},
            after);
    for (var item : meeting.items())
      list.add(
          new AgendaCard(
              agenda,
              item,
              false,
              chosen ->
                  UI.getCurrent()
                      .navigate(
                          "meetings/" + meeting.row().meetingId(),
                          QueryParameters.simple(Map.of("item", chosen)))));
    return Ui.section(t("meeting.agenda"), list);
  }

  /**
   * The minutes with their papers and signatures, then what was dealt with.
   *
   * <p>Whoever conducts the meeting may draw them up here, as long as nobody has.
   */
  public static List<Component> minutes(
      Desk desk,
      SecretBallots ballots,
      Files files,
      String id,
      Consumer<Command> act,
      Runnable after) {
    var meeting = desk.ask(new FindMeeting(id));
    if (meeting == null) return List.of();
    String me = desk.actor().userId();
    boolean conducts =
        me.equals(meeting.chair())
            || me.equals(meeting.clerk())
            || desk.has(Role.OFFICE_LEAD, Role.PROJECT_MANAGER);
    boolean draws = meeting.minutes().draftedAt() == null;
    return List.of(
        new MinutesSection(desk, files, meeting, conducts, act, draws),
        items(desk, ballots, files, meeting, after),
        Ui.fold(t("meeting.about"), MeetingView.factsOf(desk, meeting)));
  }
}
