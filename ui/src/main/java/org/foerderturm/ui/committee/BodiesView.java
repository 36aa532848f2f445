package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foerderturm.committee.CommitteeQuery.BodyRow;
import org.foerderturm.committee.CommitteeQuery.FindBodies;
import org.foerderturm.committee.CommitteeQuery.FindMotions;
import org.foerderturm.committee.CommitteeQuery.FindSeats;
import org.foerderturm.committee.CommitteeQuery.MotionRow;
import org.foerderturm.committee.MeetingQuery.FindMeetings;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
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
  private static final int MOST_OPEN = 100;

  private final Div page = Ui.div("ft-text");
  private final boolean mayFound;

  BodiesView(Desk desk) {
    super(desk, t("nav.bodies"));
    mayFound = desk.actor().has(Role.OFFICE_LEAD) || desk.actor().has(Role.ADMINISTRATOR);
    if (mayFound) addAction(Ui.primary(t("body.found"), () -> BodyDialogs.found(desk, this::draw)));
    add(page);
    draw();
    desk.onChange(this, streams -> true, this::draw);
  }

  private void draw() {
    page.removeAll();
    page.add(meetings(), motions("motions.open", true, MOST_OPEN), bodies());
    var decided = motions("motions.decided", false, SHOWN);
    decided.add(Ui.to("resolutions", t("resolutions.all")));
    page.add(decided);
  }

  private Section meetings() {
    var rows = desk.ask(new FindMeetings(null, true, 0, 10)).rows();
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
    return section;
  }

  private Section motions(String key, boolean open, int most) {
    var list = Lists.<MotionRow>grid(t(key));
    list.addComponentColumn(row -> Ui.link("motions/" + row.motionId(), row.title()))
        .setHeader(t("motion.title"))
        .setWidth("13rem")
        .setFlexGrow(3);
    list.addColumn(MotionRow::bodyName)
        .setHeader(t("motion.body"))
        .setWidth("13rem")
        .setFlexGrow(2);
    list.addColumn(BodiesView::votes)
        .setHeader(t("motion.state"))
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true);
    list.addComponentColumn(row -> result(row.result()))
        .setHeader(t("motion.result"))
        .setAutoWidth(true);
    list.addColumn(BodiesView::when)
        .setHeader(t(open ? "motion.submitted" : "motion.decided"))
        .setAutoWidth(true);
    Lists.cards(
        list,
        row ->
            Lists.card(
                Ui.link("motions/" + row.motionId(), row.title()),
                result(row.result()),
                row.bodyName(),
                votes(row),
                when(row)));
    var rows = desk.ask(new FindMotions(null, open, 0, most)).rows();
    if (rows.isEmpty()) return Ui.section(t(key), Ui.span("ft-quiet", t(key + "-none")));
    list.setItems(rows);
    list.setAllRowsVisible(true);
    return Ui.section(t(key), list);
  }

  private static String votes(MotionRow row) {
    return t(
        "motion.votes",
        "cast",
        Formats.number(row.yes() + row.no() + row.abstentions() + row.biased()),
        "of",
        Formats.number(row.entitled()));
  }

  private static String when(MotionRow row) {
    return Formats.ago(row.decidedAt() == null ? row.submittedAt() : row.decidedAt());
  }

  private Section bodies() {
    var cards = Ui.div("ft-cards");
    var names = desk.names();
    var bodies = desk.ask(new FindBodies());
    if (bodies.isEmpty()) cards.add(Ui.span("ft-quiet", t("body.none")));
    var seats = desk.ask(new FindSeats(LocalDate.now(Formats.OFFICE)));
    for (var body : bodies)
      cards.add(card(body, seats.getOrDefault(body.bodyId(), List.of()), names));
    return Ui.section(t("nav.bodies"), cards);
  }

  private Div card(BodyRow body, List<String> seated, Map<String, String> names) {
    var card = Ui.div("ft-card");
    var name = Ui.link("bodies/" + body.bodyId(), body.name());
    name.addClassName("ft-strong");
    card.add(name);
    card.add(
        new Paragraph(
            Words.code("body-kind", body.kind().name())
                + " · "
                + Words.count("body.seats", body.statutoryMembers())));
    card.add(Ui.span("ft-quiet", members(seated, names)));
    if (mayFound)
      card.add(
          Ui.div(
              "ft-actions",
              Ui.quiet(t("body.appoint"), () -> BodyDialogs.appoint(desk, body, this::draw)),
              Ui.quiet(
                  t("body.dismiss"), () -> BodyDialogs.dismiss(desk, body, names, this::draw))));
    return card;
  }

  private static String members(List<String> seated, Map<String, String> names) {
    var said =
        seated.stream()
            .limit(SHOWN)
            .map(user -> Desk.name(names, user))
            .collect(Collectors.joining(", "));
    int more = seated.size() - SHOWN;
    return more > 0 ? said + " " + Words.count("body.more-members", more) : said;
  }

  static Span result(@Nullable String result) {
    if (result == null) return Ui.chip(Ui.Tone.RUNNING, t("result.open"));
    return Ui.chip(
        switch (result) {
          case "adopted", "amended" -> Ui.Tone.GOOD;
          case "rejected" -> Ui.Tone.BAD;
          default -> Ui.Tone.ATTENTION;
        },
        Words.code("result", result));
  }
}
