package org.foerderturm.ui.committee;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.stream.Collectors;
import org.foerderturm.committee.CommitteeQuery.BodyRow;
import org.foerderturm.committee.CommitteeQuery.FindBodies;
import org.foerderturm.committee.CommitteeQuery.FindBody;
import org.foerderturm.committee.CommitteeQuery.FindMotions;
import org.foerderturm.committee.CommitteeQuery.MotionRow;
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
  private final Div page = Ui.div("ft-text");

  BodiesView(Desk desk) {
    super(desk, t("nav.bodies"));
    add(page);
    draw();
    desk.onChange(this, streams -> true, this::draw);
  }

  private void draw() {
    page.removeAll();
    page.add(motions("motions.open", true), motions("motions.decided", false), bodies());
  }

  private Section motions(String key, boolean open) {
    var list = Lists.<MotionRow>grid(t(key));
    list.addComponentColumn(row -> Ui.link("motions/" + row.motionId(), row.title()))
        .setHeader(t("motion.title"))
        .setFlexGrow(3);
    list.addColumn(MotionRow::bodyName).setHeader(t("motion.body")).setFlexGrow(2);
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
    for (var body : desk.ask(new FindBodies())) cards.add(card(body, names));
    return Ui.section(t("nav.bodies"), cards);
  }

  private Div card(BodyRow body, Map<String, String> names) {
    var card = Ui.div("ft-card");
    card.add(Ui.span("ft-strong", body.name()));
    card.add(
        new Paragraph(
            Words.code("body-kind", body.kind().name())
                + " · "
                + Words.count("body.seats", body.statutoryMembers())));
    var details = desk.ask(new FindBody(body.bodyId()));
    if (details != null)
      card.add(
          Ui.span(
              "ft-quiet",
              details.members().stream()
                  .map(member -> Desk.name(names, member.userId()))
                  .collect(Collectors.joining(", "))));
    return card;
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
