package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.foerderturm.alliance.ExpertTeam;
import org.foerderturm.contact.ContactQuery.FindExpertTerms;
import org.foerderturm.contact.ContactQuery.TermRow;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;

/** The six expert teams: who sits in them for whom, and since when. */
@Route("expert-teams")
@RolesAllowed({"PROJECT_MANAGER", "OFFICE_LEAD", "AUDITOR", "EXPERT_TEAM"})
public class ExpertTeamsView extends View {
  private final Div teams = Ui.div("ft-case-main");
  private final Set<ExpertTeam> open = EnumSet.noneOf(ExpertTeam.class);

  ExpertTeamsView(Desk desk) {
    super(desk, t("teams.title"));
    add(teams);
    draw();
    desk.onChange(
        this, streams -> streams.stream().anyMatch(s -> s.startsWith("expert-team-")), this::draw);
  }

  private void draw() {
    teams.removeAll();
    var today = LocalDate.now(Formats.OFFICE);
    var terms = desk.ask(new FindExpertTerms(today));
    for (var team : ExpertTeam.values()) {
      var people = terms.stream().filter(term -> term.team().equals(team.code())).toList();
      var now = people.stream().filter(term -> term.holdsOn(today)).toList();
      var section = Ui.section(Words.code("expert-team", team.code()));
      if (people.isEmpty()) section.add(Ui.span("ft-quiet", t("teams.empty")));
      else section.add(Ui.span("ft-quiet", chairs(now)), list(team, people, now.size(), today));
      teams.add(section);
    }
  }

  private static String chairs(List<TermRow> now) {
    var chairs = now.stream().filter(TermRow::chair).map(TermRow::name).toList();
    return chairs.isEmpty()
        ? t("teams.no-chair")
        : t("teams.chair") + ": " + String.join(", ", chairs);
  }

  /** Folded: all teams are seen at a glance, and one is read at a time. */
  private Component list(ExpertTeam team, List<TermRow> people, int now, LocalDate today) {
    var details =
        new NativeDetails(
            new Span(Words.count("teams.people", now)), Ui.scroll(table(team, people, today)));
    details.setOpen(open.contains(team));
    details.addToggleListener(
        toggled -> {
          if (toggled.isOpened()) open.add(team);
          else open.remove(team);
        });
    return details;
  }

  private Component table(ExpertTeam team, List<TermRow> people, LocalDate today) {
    var table =
        Ui.table(
            Words.code("expert-team", team.code()),
            t("contact.name"),
            t("teams.member"),
            t("teams.term"),
            t("member.status"));
    table.addClassName("ft-titled"); // the section's heading says it to the eye
    var body = new NativeTableBody();
    boolean opens = desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR);
    for (var term : people) {
      var row = new NativeTableRow();
      row.add(new NativeTableCell(term.name()));
      row.add(
          cell(
              opens
                  ? Ui.link("alliance/" + term.memberId(), term.memberName())
                  : new Span(term.memberName())));
      row.add(new NativeTableCell(Contacts.term(term.from(), term.until())));
      row.add(cell(state(term, today)));
      body.add(row);
    }
    table.getChildren().filter(NativeTableBody.class::isInstance).toList().forEach(table::remove);
    table.add(body);
    return table;
  }

  private static Span state(TermRow term, LocalDate today) {
    if (!term.holdsOn(today))
      return Ui.chip(
          Ui.Tone.PLAIN, term.from().isAfter(today) ? t("teams.future") : t("teams.former"));
    return term.chair()
        ? Ui.chip(Ui.Tone.GOOD, t("teams.chair"))
        : Ui.chip(Ui.Tone.RUNNING, t("teams.sits"));
  }

  private static NativeTableCell cell(Component content) {
    var cell = new NativeTableCell();
    cell.add(content);
    return cell;
  }
}
