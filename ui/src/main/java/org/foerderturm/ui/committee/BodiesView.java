package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foerderturm.committee.BodyKind;
import org.foerderturm.committee.CommitteeCommand.AppointMember;
import org.foerderturm.committee.CommitteeCommand.DismissMember;
import org.foerderturm.committee.CommitteeCommand.FoundBody;
import org.foerderturm.committee.CommitteeQuery.BodyDetails;
import org.foerderturm.committee.CommitteeQuery.BodyRow;
import org.foerderturm.committee.CommitteeQuery.FindBodies;
import org.foerderturm.committee.CommitteeQuery.FindBody;
import org.foerderturm.committee.CommitteeQuery.FindMotions;
import org.foerderturm.committee.CommitteeQuery.MemberRow;
import org.foerderturm.committee.CommitteeQuery.MotionRow;
import org.foerderturm.committee.MeetingQuery.FindMeetings;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Calendars;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Dialogs;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Lists;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** Bodies and the motions before them, the open ones first. */
@Route("bodies")
@PermitAll
public class BodiesView extends View {
  private static final int SHOWN = 8;

  private final Div page = Ui.div("ft-text");
  private final boolean mayFound;

  BodiesView(Desk desk) {
    super(desk, t("nav.bodies"));
    mayFound = desk.actor().has(Role.OFFICE_LEAD) || desk.actor().has(Role.ADMINISTRATOR);
    if (mayFound) addAction(Ui.primary(t("body.found"), this::found));
    add(page);
    draw();
    desk.onChange(this, streams -> true, this::draw);
  }

  private void draw() {
    page.removeAll();
    page.add(meetings(), motions("motions.open", true), bodies());
    page.add(motions("motions.decided", false));
  }

  private Section meetings() {
    var rows = desk.ask(new FindMeetings(null, true, 0, 10)).rows();
    var way = Ui.link("resolutions", t("resolutions.title"));
    var section = Ui.section(t("meetings.ahead"));
    if (rows.isEmpty()) section.add(Ui.span("ft-quiet", t("meetings.ahead-none")));
    var list = Ui.div("ft-cards");
    for (var row : rows) {
      var name = Ui.link("meetings/" + row.meetingId(), row.title());
      name.addClassName("ft-strong");
      list.add(
          Ui.div(
              "ft-card",
              name,
              Ui.span(
                  "ft-quiet",
                  Formats.weekday(Formats.day(row.startsAt()))
                      + ", "
                      + Formats.time(row.startsAt())
                      + " · "
                      + row.place()),
              Ui.div("ft-chips", MeetingView.phase(row.phase()))));
    }
    if (!rows.isEmpty()) section.add(list);
    section.add(way);
    return section;
  }

  private Section motions(String key, boolean open) {
    var list = Lists.<MotionRow>grid(t(key));
    list.addComponentColumn(row -> Ui.link("motions/" + row.motionId(), row.title()))
        .setHeader(t("motion.title"))
        .setWidth("13rem")
        .setFlexGrow(3);
    list.addColumn(MotionRow::bodyName)
        .setHeader(t("motion.body"))
        .setWidth("13rem")
        .setFlexGrow(2);
    list.addColumn(
            row ->
                t(
                    "motion.votes",
                    "cast",
                    Formats.number(row.yes() + row.no() + row.abstentions() + row.biased()),
                    "of",
                    Formats.number(row.entitled())))
        .setHeader(t("motion.state"))
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true);
    list.addComponentColumn(row -> result(row.result()))
        .setHeader(t("motion.result"))
        .setAutoWidth(true);
    list.addColumn(
            row -> Formats.ago(row.decidedAt() == null ? row.submittedAt() : row.decidedAt()))
        .setHeader(t(open ? "motion.submitted" : "motion.decided"))
        .setAutoWidth(true);
    var rows = desk.ask(new FindMotions(null, open, 0, 100)).rows();
    if (rows.isEmpty()) return Ui.section(t(key), Ui.span("ft-quiet", t(key + "-none")));
    list.setItems(rows);
    list.setAllRowsVisible(true);
    return Ui.section(t(key), list);
  }

  private Section bodies() {
    var cards = Ui.div("ft-cards");
    var names = desk.names();
    var bodies = desk.ask(new FindBodies());
    if (bodies.isEmpty()) cards.add(Ui.span("ft-quiet", t("body.none")));
    for (var body : bodies) cards.add(card(body, names));
    return Ui.section(t("nav.bodies"), cards);
  }

  private Div card(BodyRow body, Map<String, String> names) {
    var card = Ui.div("ft-card");
    var name = Ui.link("bodies/" + body.bodyId(), body.name());
    name.addClassName("ft-strong");
    card.add(name);
    card.add(
        new Paragraph(
            Words.code("body-kind", body.kind().name())
                + " · "
                + Words.count("body.seats", body.statutoryMembers())));
    var details = desk.ask(new FindBody(body.bodyId()));
    if (details != null) card.add(Ui.span("ft-quiet", members(details, names)));
    if (mayFound && details != null)
      card.add(
          Ui.div(
              "ft-actions",
              Ui.quiet(t("body.appoint"), () -> appoint(body, names)),
              Ui.quiet(t("body.dismiss"), () -> dismiss(details, names))));
    return card;
  }

  private static String members(BodyDetails body, Map<String, String> names) {
    var said =
        body.members().stream()
            .limit(SHOWN)
            .map(member -> Desk.name(names, member.userId()))
            .collect(Collectors.joining(", "));
    int more = body.members().size() - SHOWN;
    return more > 0 ? said + " " + Words.count("body.more-members", more) : said;
  }

  private void found() {
    var id = new TextField(t("body.id"));
    id.setHelperText(t("body.id-rule"));
    var name = new TextField(t("body.name"));
    var kind = new Select<BodyKind>();
    kind.setLabel(t("body.kind"));
    kind.setItems(BodyKind.values());
    kind.setItemLabelGenerator(each -> Words.code("body-kind", each.name()));
    kind.setValue(BodyKind.STEERING);
    var seats = new BigDecimalField(t("body.statutory"));
    seats.setHelperText(t("body.statutory-rule"));
    seats.setLocale(getLocale());
    Dialogs.open(
        desk,
        t("body.found"),
        t("body.found"),
        () ->
            desk.send(
                new FoundBody(
                    id.getValue().strip(),
                    name.getValue().strip(),
                    kind.getValue(),
                    seats.getValue() == null ? 0 : seats.getValue().intValue())),
        this::draw,
        id,
        name,
        kind,
        seats);
  }

  private void appoint(BodyRow body, Map<String, String> names) {
    var who = people(t("body.member"), List.copyOf(names.keySet()), names);
    var until = new DatePicker(t("body.until"));
    until.setLocale(getLocale());
    until.setI18n(Calendars.calendar());
    Dialogs.open(
        desk,
        t("body.appoint-to", "name", body.name()),
        t("body.appoint"),
        () -> desk.send(new AppointMember(body.bodyId(), chosen(who), null, until.getValue())),
        this::draw,
        who,
        until);
  }

  private void dismiss(BodyDetails body, Map<String, String> names) {
    var who =
        people(t("body.member"), body.members().stream().map(MemberRow::userId).toList(), names);
    Dialogs.open(
        desk,
        t("body.dismiss-from", "name", body.row().name()),
        t("body.dismiss"),
        () -> desk.send(new DismissMember(body.row().bodyId(), chosen(who))),
        this::draw,
        new Paragraph(t("body.dismiss-help")),
        who);
  }

  private static ComboBox<String> people(
      String label, List<String> ids, Map<String, String> names) {
    var box = new ComboBox<String>(label);
    box.setItems(ids);
    box.setItemLabelGenerator(id -> Desk.name(names, id));
    return box;
  }

  private static String chosen(ComboBox<String> who) {
    if (who.getValue() == null) throw new Rejected("member-missing");
    return who.getValue();
  }

  static Span result(@Nullable String result) {
    if (result == null) return Ui.chip(Ui.Tone.RUNNING, t("result.open"));
    return Ui.chip(
        switch (result) {
          case "adopted" -> Ui.Tone.GOOD;
          case "rejected" -> Ui.Tone.BAD;
          default -> Ui.Tone.ATTENTION;
        },
        Words.code("result", result));
  }
}
