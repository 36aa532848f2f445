package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foerderturm.committee.MeetingCommand;
import org.foerderturm.committee.MeetingCommand.*;
import org.foerderturm.committee.MeetingQuery.ChangeRow;
import org.foerderturm.committee.MeetingQuery.FindMeeting;
import org.foerderturm.committee.MeetingQuery.FindSinceLastMeeting;
import org.foerderturm.committee.MeetingQuery.ItemRow;
import org.foerderturm.committee.MeetingQuery.MeetingDetails;
import org.foerderturm.committee.MeetingQuery.MoveRow;
import org.foerderturm.committee.SecretBallots;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.Files;
import org.foerderturm.ui.common.CalendarEntry;
import org.foerderturm.ui.common.Corrections;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Downloads;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** One meeting: the agenda as cards, one of them open; who is there; then the minutes. */
@Route("meetings/:meetingId")
@PermitAll
public class MeetingView extends View implements BeforeEnterObserver {
  private final transient SecretBallots ballots;
  private final transient Files files;
  private final Div acts = Ui.div("ft-actions");
  private final Div summary = Ui.div("ft-case-summary");
  private final Div main = Ui.div("ft-case-main");
  private final Section side = new Section();
  private String id = "";
  private @Nullable String open;

  MeetingView(Desk desk, SecretBallots ballots, Files files) {
    super(desk, t("meeting.title"));
    this.ballots = ballots;
    this.files = files;
    addClassName("ft-case");
    addAction(acts);
    side.addClassName("ft-case-side");
    side.getElement().setAttribute("aria-label", t("meeting.about"));
    add(summary, Ui.div("ft-case-columns", main, side));
    desk.onChange(this, streams -> streams.contains(id), this::draw);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = event.getRouteParameters().get("meetingId").orElse("");
    open = event.getLocation().getQueryParameters().getSingleParameter("item").orElse(null);
    draw();
  }

  private void draw() {
    var meeting = desk.ask(new FindMeeting(id));
    if (meeting == null) throw new NotFoundException();
    var row = meeting.row();
    setHeading(row.title());
    summary.removeAll();
    summary.add(phase(row.phase()), Ui.link("bodies/" + row.bodyId(), row.bodyName()));
    summary.add(
        new Span(
            Formats.weekday(Formats.day(row.startsAt())) + ", " + Formats.time(row.startsAt())),
        new Span(row.place()));
    acts(meeting);
    main.removeAll();
    if (!row.phase().equals("cancelled")) moved(meeting.moves());
    if (row.phase().equals("planned")) main.add(before(meeting));
    if (meeting.cancelledReason() != null)
      main.add(new Paragraph(t("meeting.cancelled-because", "reason", meeting.cancelledReason())));
    main.add(agenda(meeting));
    since(meeting);
    side.removeAll();
    if (row.phase().equals("running")) side.add(new Attendance(desk, meeting, this::act));
    if (row.phase().equals("over"))
      side.add(new MinutesSection(desk, files, meeting, conducts(meeting), this::act));
    side.add(facts(meeting));
  }

  /** The next thing to do first, everything else quieter. */
  private void acts(MeetingDetails meeting) {
    acts.removeAll();
    if (!conducts(meeting)) return;
    String body = meeting.row().bodyId();
    boolean office = desk.has(Role.OFFICE_LEAD, Role.PROJECT_MANAGER);
    switch (meeting.row().phase()) {
      case "planned" -> {
        if (!office) return;
        acts.add(
            Ui.quiet(
                t("meeting.add-item"), () -> new AgendaDialog(desk, meeting).open(this::draw)));
        put(meeting);
        acts.add(Ui.primary(t("meeting.invite"), () -> invite(meeting)));
      }
      case "invited" -> {
        if (office) put(meeting);
        var day = Formats.day(meeting.row().startsAt());
        if (LocalDate.now(Formats.OFFICE).isBefore(day))
          acts.add(Ui.span("ft-quiet", t("meeting.opens-on", "day", Formats.date(day))));
        else acts.add(Ui.primary(t("meeting.open"), () -> act(new OpenMeeting(body, id))));
      }
      case "running" -> acts.add(Ui.primary(t("meeting.close"), () -> act(new CloseMeeting(id))));
      default -> {}
    }
  }

  /** Puts the meeting off, to another time or altogether. */
  private void put(MeetingDetails meeting) {
    acts.add(
        Ui.quiet(t("meeting.move"), () -> new MoveDialog(desk, meeting).open(this::draw)),
        Ui.quiet(
            t("meeting.cancel"),
            () -> reasoned("meeting.cancel", reason -> new CancelMeeting(id, reason))));
  }

  private boolean conducts(MeetingDetails meeting) {
    String me = desk.actor().userId();
    return me.equals(meeting.chair())
        || me.equals(meeting.clerk())
        || desk.has(Role.OFFICE_LEAD, Role.PROJECT_MANAGER);
  }

  /** That the meeting is elsewhere or later than people may have in mind, before all else. */
  private void moved(List<MoveRow> moves) {
    if (moves.isEmpty()) return;
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    for (var move : moves.reversed())
      list.add(
          new ListItem(
              Ui.span("ft-strong", said(move)),
              Ui.span("ft-quiet", t("meeting.moved-because", "reason", move.reason()))));
    main.add(Ui.section(t("meeting.moved"), list));
  }

  private static String said(MoveRow move) {
    if (!move.otherTime())
      return t("meeting.moved-place", "from", move.fromPlace(), "to", move.place());
    var words =
        t(
            "meeting.moved-time",
            "from",
            Formats.dateTime(move.fromStartsAt()),
            "to",
            Formats.dateTime(move.startsAt()));
    return move.fromPlace().equals(move.place()) ? words : words + ", " + move.place();
  }

  private Component before(MeetingDetails meeting) {
    var row = meeting.row();
    return new Paragraph(
        t("meeting.invite-by", "when", Formats.until(row.inviteBy()), "basis", meeting.basis()));
  }

  private void invite(MeetingDetails meeting) {
    var urgent = new TextArea(t("meeting.urgent-reason"));
    urgent.setHelperText(t("meeting.urgent-help"));
    Inputs.answers(urgent, "urgency-reason-missing", "urgent-notice-too-short", "notice-too-short");
    Dialogs.open(
        desk,
        t("meeting.invite"),
        t("meeting.invite"),
        () ->
            desk.send(
                new SendInvitations(id, urgent.getValue().isBlank() ? null : urgent.getValue())),
        this::draw,
        new Paragraph(
            t(
                "meeting.invite-help",
                "members",
                Formats.number(meeting.members().size()),
                "items",
                Formats.number(meeting.items().size()))),
        urgent);
  }

  private Section agenda(MeetingDetails meeting) {
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
            conducts(meeting),
            this::act,
            this::draw);
    boolean closed = false;
    for (var item : meeting.items()) {
      if (item.closed() && !closed) list.add(Ui.span("ft-agenda-part", t("meeting.closed-part")));
      closed = item.closed();
      boolean shown = item.itemId().equals(shownOf(meeting));
      list.add(new AgendaCard(agenda, item, shown, this::show));
    }
    return Ui.section(t("meeting.agenda"), list);
  }

  /** The one that was chosen, or that is dealt with, or the next one. */
  private @Nullable String shownOf(MeetingDetails meeting) {
    if (open != null) return open;
    return meeting.items().stream()
        .filter(item -> !item.settled())
        .findFirst()
        .map(ItemRow::itemId)
        .orElse(null);
  }

  private void show(String item) {
    open = item;
    UI.getCurrent().navigate("meetings/" + id, QueryParameters.simple(Map.of("item", item)));
  }

  private void since(MeetingDetails meeting) {
    if (!List.of("planned", "invited", "running").contains(meeting.row().phase())) return;
    var since = desk.ask(new FindSinceLastMeeting(id, 30));
    if (since == null) return;
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    for (var change : since.changes()) list.add(change(change));
    var section = Ui.section(t("meeting.since"));
    section.add(
        Ui.span(
            "ft-quiet",
            since.since() == null
                ? t("meeting.since-ever")
                : t("meeting.since-when", "when", Formats.date(since.since()))));
    section.add(since.changes().isEmpty() ? Ui.span("ft-quiet", t("meeting.since-none")) : list);
    main.add(section);
  }

  private ListItem change(ChangeRow change) {
    String detail =
        switch (change.kind()) {
          case "resolution" -> Words.code("result", change.detail());
          case "urgent-decision" -> Words.code("urgent-state", change.detail());
          case "case" ->
              Words.count("meeting.steps", Long.parseLong(String.valueOf(change.detail())));
          default -> "";
        };
    String title = change.title().isBlank() ? change.id() : change.title();
    Component what =
        switch (change.kind()) {
          case "motion-submitted" -> Ui.link("motions/" + change.id(), title);
          case "case" -> Ui.link("cases/" + change.id(), title);
          case "resolution" ->
              Ui.link(
                  "resolutions?q="
                      + java.net.URLEncoder.encode(title, java.nio.charset.StandardCharsets.UTF_8),
                  title);
          default -> new Span(title);
        };
    return new ListItem(
        what,
        Ui.span(
            "ft-quiet",
            Words.code("change", change.kind())
                + (detail.isEmpty() ? "" : ": " + detail)
                + ", "
                + Formats.ago(change.at())));
  }

  private Section facts(MeetingDetails meeting) {
    var section = Ui.section(t("meeting.about"), factsOf(desk, meeting));
    if (!meeting.row().phase().equals("over")) section.add(new Div(entry(meeting)));
    return section;
  }

  static Div factsOf(Desk desk, MeetingDetails meeting) {
    var names = desk.names();
    var facts = Ui.facts();
    Ui.fact(facts, t("meeting.chair"), Desk.name(names, meeting.chair()));
    Ui.fact(facts, t("meeting.clerk"), Desk.name(names, meeting.clerk()));
    Ui.fact(
        facts,
        t("meeting.members"),
        t(
            "meeting.members-of",
            "members",
            Formats.number(meeting.members().size()),
            "seats",
            Formats.number(meeting.statutoryMembers())));
    Ui.fact(
        facts,
        t("quorum.title"),
        t("meeting.quorum-needs", "needed", Formats.number(meeting.quorumNeeded())));
    if (meeting.row().invitedAt() != null)
      Ui.fact(facts, t("meeting.invited"), Formats.dateTime(meeting.row().invitedAt()));
    if (meeting.urgentReason() != null) Ui.fact(facts, t("meeting.urgent"), meeting.urgentReason());
    if (meeting.openedAt() != null)
      Ui.fact(facts, t("meeting.opened"), Formats.dateTime(meeting.openedAt()));
    if (meeting.closedAt() != null)
      Ui.fact(facts, t("meeting.closed"), Formats.dateTime(meeting.closedAt()));
    Ui.fact(facts, t("meeting.basis"), meeting.basis());
    return facts;
  }

  /** Asked anew at the click: the page may be older than the last move. */
  private Anchor entry(MeetingDetails meeting) {
    var link =
        Downloads.link(
            t("meeting.calendar"),
            Downloads.name("ics", meeting.row().title()),
            CalendarEntry.MEDIA_TYPE,
            () -> {
              var now = desk.ask(new FindMeeting(id));
              return now == null ? null : MeetingEntry.of(now);
            });
    link.addClassName("ft-to");
    return link;
  }

  private void reasoned(String key, java.util.function.Function<String, MeetingCommand> command) {
    var reason = Inputs.required(Inputs.text(t("meeting.reason")), "cancellation-without-reason");
    Dialogs.open(
        desk,
        t(key),
        t(key),
        () -> desk.send(command.apply(reason.getValue())),
        this::draw,
        reason);
  }

  private void act(Command command) {
    try {
      desk.send(command);
      draw();
    } catch (Rejected no) {
      Ui.refuse(desk.refusal(no));
    }
  }

  static Span phase(String phase) {
    return Ui.chip(
        switch (phase) {
          case "running" -> Ui.Tone.RUNNING;
          case "planned" -> Ui.Tone.ATTENTION;
          case "cancelled" -> Ui.Tone.BAD;
          case "over" -> Ui.Tone.GOOD;
          default -> Ui.Tone.PLAIN;
        },
        Words.code("meeting-phase", phase));
  }
}
