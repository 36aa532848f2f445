package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.foerderturm.committee.CommitteeQuery.BodyDetails;
import org.foerderturm.committee.CommitteeQuery.FindBody;
import org.foerderturm.committee.CommitteeQuery.MemberRow;
import org.foerderturm.committee.MeetingCommand.PlanMeeting;
import org.foerderturm.committee.MeetingQuery.FindMeetings;
import org.foerderturm.committee.MeetingQuery.FindUrgentDecisions;
import org.foerderturm.committee.MeetingQuery.MeetingRow;
import org.foerderturm.committee.MeetingQuery.UrgentDecisionRow;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Pickers;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** One body: its next meetings first, then who sits on it and by which rules it decides. */
@Route("bodies/:bodyId")
@PermitAll
public class BodyView extends View implements BeforeEnterObserver {
  private final Div summary = Ui.div("ft-case-summary");
  private final Div main = Ui.div("ft-case-main");
  private final Section side = new Section();
  private final Button urgently = Ui.quiet(t("urgent.take"), this::decideUrgently);
  private String id = "";

  BodyView(Desk desk) {
    super(desk, t("nav.bodies"));
    addClassName("ft-case");
    side.addClassName("ft-case-side");
    side.getElement().setAttribute("aria-label", t("body.about"));
    urgently.setVisible(false);
    addAction(urgently);
    if (desk.has(Role.OFFICE_LEAD, Role.PROJECT_MANAGER))
      addAction(Ui.primary(t("meeting.plan"), this::plan));
    add(summary, Ui.div("ft-case-columns", main, side));
    desk.onChange(this, streams -> true, this::draw);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = event.getRouteParameters().get("bodyId").orElse("");
    draw();
  }

  private BodyDetails body() {
    var found = desk.ask(new FindBody(id));
    if (found == null) throw new NotFoundException();
    return found;
  }

  private void draw() {
    var body = body();
    setHeading(body.row().name());
    summary.removeAll();
    summary.add(
        new Span(Words.code("body-kind", body.row().kind().name())),
        new Span(Words.count("body.seats", body.row().statutoryMembers())),
        Ui.to("resolutions?body=" + id, t("resolutions.of-body")));
    main.removeAll();
    main.add(meetings("meetings.ahead", true), urgent(), meetings("meetings.past", false));
    side.removeAll();
    side.add(
        members(body.members()),
        new OfficesSection(desk, body, this::draw),
        new RulesSection(desk, body, this::draw));
    urgently.setVisible(desk.has(Role.OFFICE_LEAD) && body.row().kind().decidesInMeetingsOnly());
  }

  private Section meetings(String key, boolean ahead) {
    var rows = desk.ask(new FindMeetings(id, ahead, 0, 50)).rows();
    if (rows.isEmpty()) return Ui.section(t(key), Ui.span("ft-quiet", t(key + "-none")));
    return Ui.section(t(key), Ui.scroll(table(rows)));
  }

  static com.vaadin.flow.component.html.NativeTable table(List<MeetingRow> rows) {
    var table =
        Ui.table("", t("meeting.when"), t("meeting.place"), t("meeting.items"), t("meeting.state"));
    table.removeCaption();
    table.removeBody();
    var lines = new NativeTableBody();
    for (var row : rows) {
      var line = new NativeTableRow();
      line.add(
          new NativeTableCell(
              Ui.link(
                  "meetings/" + row.meetingId(),
                  Formats.weekday(Formats.day(row.startsAt()))
                      + ", "
                      + Formats.time(row.startsAt()))));
      line.add(new NativeTableCell(row.place()));
      line.add(new NativeTableCell(Formats.number(row.items())));
      line.add(new NativeTableCell(state(row)));
      lines.add(line);
    }
    table.add(lines);
    return table;
  }

  private static Div state(MeetingRow row) {
    var state = new Div(MeetingView.phase(row.phase()));
    if (row.phase().equals("planned"))
      state.add(
          Ui.span("ft-quiet", t("meeting.invite-until", "when", Formats.until(row.inviteBy()))));
    if (row.phase().equals("over"))
      state.add(
          Ui.span(
              "ft-quiet",
              row.publishedAt() != null ? t("minutes.are-published") : t("minutes.are-missing")));
    state.addClassName("ft-lines");
    return state;
  }

  private Section urgent() {
    var rows = desk.ask(new FindUrgentDecisions(id));
    if (rows.isEmpty()) return hidden();
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    var names = desk.names();
    for (var row : rows) {
      var line = new ListItem(Ui.span("ft-strong", row.title()), state(row.state()));
      line.add(Ui.span("ft-quiet", by(row, names)));
      if (row.committeeReason() != null)
        line.add(Ui.span("ft-quiet", t("urgent.committee-late", "reason", row.committeeReason())));
      list.add(line);
    }
    return Ui.section(t("urgent.title"), list);
  }

  private static String by(UrgentDecisionRow row, Map<String, String> names) {
    var when = Formats.date(row.takenAt());
    if (row.mayor() == null || row.councillor() == null)
      return t(
          "urgent.by-committee",
          "number",
          Objects.requireNonNullElse(row.committeeNumber(), ""),
          "when",
          when,
          "reason",
          row.reason());
    return t(
        "urgent.by",
        "mayor",
        Desk.name(names, row.mayor()),
        "councillor",
        Desk.name(names, row.councillor()),
        "when",
        when,
        "reason",
        row.reason());
  }

  private static Section hidden() {
    var none = new Section();
    none.setVisible(false);
    return none;
  }

  private static Span state(String state) {
    return Ui.chip(
        switch (state) {
          case "ratified" -> Ui.Tone.GOOD;
          case "revoked" -> Ui.Tone.BAD;
          default -> Ui.Tone.ATTENTION;
        },
        Words.code("urgent-state", state));
  }

  private Section members(List<MemberRow> members) {
    var list = new UnorderedList();
    list.addClassName("ft-plain-list");
    var names = desk.names();
    for (var member : members)
      list.add(
          new ListItem(
              new Span(Desk.name(names, member.userId())), Ui.span("ft-quiet", seat(member))));
    return Ui.section(
        t("meeting.members"), members.isEmpty() ? Ui.span("ft-quiet", t("body.nobody")) : list);
  }

  private static String seat(MemberRow member) {
    var days = term(member.from(), member.until());
    var term = member.expertCitizen() ? t("body.expert-citizen") + ", " + days : days;
    return member.organisation() == null
        ? term
        : t("body.seat-for", "organisation", member.organisation()) + ", " + term;
  }

  static String term(@Nullable LocalDate from, @Nullable LocalDate until) {
    if (from == null && until == null) return t("term.open");
    if (until == null) return t("term.since", "from", date(from));
    if (from == null) return t("term.up-to", "until", date(until));
    return t("term.both", "from", date(from), "until", date(until));
  }

  private static String date(@Nullable LocalDate day) {
    return day == null ? "–" : Formats.date(day);
  }

  private void plan() {
    var body = body();
    var names = desk.candidates();
    var when = Inputs.required(Inputs.moment(t("meeting.when"), null), "meeting-without-day");
    var place = Inputs.required(Inputs.line(t("meeting.place"), 200), "meeting-without-place");
    place.setHelperText(t("meeting.place-help"));
    var chair =
        people(
            t("meeting.chair"),
            body.members().stream()
                .map(MemberRow::userId)
                .filter(names::containsKey)
                .distinct()
                .toList(),
            names);
    var clerk = Inputs.suggested(people(t("meeting.clerk"), List.copyOf(names.keySet()), names));
    if (names.containsKey(desk.actor().userId())) clerk.setValue(desk.actor().userId());
    String meeting = UUID.randomUUID().toString();
    Inputs.answers(when, "meeting-in-the-past");
    Inputs.answers(
        chair, "chair-not-a-member", "chair-not-known", "chair-locked", "chair-may-not-sign");
    Inputs.answers(
        clerk,
        "clerk-missing",
        "clerk-is-chair",
        "clerk-not-known",
        "clerk-locked",
        "clerk-may-not-sign");
    Dialogs.open(
        desk,
        t("meeting.plan"),
        t("meeting.plan"),
        () -> {
          desk.send(
              new PlanMeeting(
                  id,
                  meeting,
                  Inputs.needed(when).atZone(Formats.OFFICE).toInstant(),
                  place.getValue(),
                  Objects.requireNonNullElse(chair.getValue(), ""),
                  Objects.requireNonNullElse(clerk.getValue(), "")));
        },
        () -> getUI().ifPresent(ui -> ui.navigate("meetings/" + meeting)),
        when,
        place,
        chair,
        clerk);
  }

  private void decideUrgently() {
    UrgentDialog.open(desk, body(), this::draw);
  }

  private static ComboBox<String> people(
      String label, List<String> ids, Map<String, String> names) {
    var box = new ComboBox<String>(label);
    Pickers.fill(box, ids, who -> Desk.name(names, who));
    return Inputs.required(box, "member-missing");
  }
}
