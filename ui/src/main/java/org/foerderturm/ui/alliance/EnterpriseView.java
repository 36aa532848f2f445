package org.foerderturm.ui.alliance;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.foerderturm.alliance.AllianceQuery.FindMember;
import org.foerderturm.audit.AuditQuery.FindStreamHistory;
import org.foerderturm.audit.AuditQuery.HistoryRow;
import org.foerderturm.enterprise.EnterpriseCommand;
import org.foerderturm.enterprise.EnterpriseQuery.EnterpriseDetails;
import org.foerderturm.enterprise.EnterpriseQuery.FindEnterprise;
import org.foerderturm.kernel.Role;
import org.foerderturm.ui.cases.Timeline;
import org.foerderturm.ui.common.DayField;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Inputs;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;

/** One enterprise: how its SME status came about, what aid it had, who counts with it. */
@Route("enterprises/:enterpriseId")
@RolesAllowed({"PROJECT_MANAGER", "OFFICE_LEAD", "AUDITOR"})
public class EnterpriseView extends View implements BeforeEnterObserver {
  private static final int MOST = 2000;
  private final Div summary = Ui.div("ft-case-summary");
  private final Div acts = Ui.div("ft-actions");
  private final Div main = Ui.div("ft-case-main");
  private final Section side = new Section();
  private final DayField asOf = Inputs.day(t("enterprise.as-of"), null);
  private final boolean writes;
  private String id = "";
  private LocalDate day = LocalDate.now(Formats.OFFICE);

  EnterpriseView(Desk desk) {
    super(desk, t("nav.enterprises"));
    addClassName("ft-case");
    writes = desk.has(Role.PROJECT_MANAGER, Role.OFFICE_LEAD);
    side.addClassName("ft-case-side");
    side.getElement().setAttribute("aria-label", t("enterprise.about"));
    asOf.onChosen(
        chosen ->
            UI.getCurrent()
                .navigate(
                    "enterprises/" + id,
                    chosen == null
                        ? QueryParameters.empty()
                        : QueryParameters.simple(Map.of("day", chosen.toString()))));
    addAction(acts);
    add(summary, Ui.div("ft-case-columns", main, side));
    desk.onChange(this, streams -> streams.contains(EnterpriseCommand.REGISTER), this::draw);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = event.getRouteParameters().get("enterpriseId").orElse("");
    day =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter("day")
            .flatMap(EnterpriseView::parsed)
            .orElseGet(() -> LocalDate.now(Formats.OFFICE));
    asOf.show(day);
    draw();
  }

  private static java.util.Optional<LocalDate> parsed(String day) {
    try {
      return java.util.Optional.of(LocalDate.parse(day));
    } catch (DateTimeParseException notADay) {
      return java.util.Optional.empty();
    }
  }

  private void draw() {
    var found = desk.ask(new FindEnterprise(id, day));
    if (found == null) throw new NotFoundException();
    setHeading(found.row().name());
    summary.removeAll();
    summary.add(SmeSection.chip(found.status()), DeMinimisSection.chip(found), asOf);
    var dialogs = new EnterpriseDialogs(desk, found, day, this::draw);
    acts.removeAll();
    if (writes)
      acts.add(
          Ui.quiet(t("member.describe"), dialogs::describe),
          Ui.quiet(t("enterprise.report"), dialogs::report),
          Ui.quiet(t("enterprise.link"), dialogs::link),
          Ui.quiet(t("enterprise.aid"), dialogs::aid));
    main.removeAll();
    main.add(
        SmeSection.status(found),
        DeMinimisSection.of(found, day, writes ? dialogs : null),
        SmeSection.links(found, writes ? dialogs : null),
        SmeSection.figures(found, writes ? dialogs : null));
    var history = new Timeline(desk, false, false);
    history.show(history());
    main.add(Ui.section(t("case.history"), history));
    side.removeAll();
    side.add(about(found));
  }

  /** What the register recorded about this one; the newest first. */
  private List<HistoryRow> history() {
    return desk.ask(new FindStreamHistory(EnterpriseCommand.REGISTER, MOST)).reversed().stream()
        .filter(
            row ->
                Stream.of("enterpriseId", "holderId", "heldId")
                    .anyMatch(name -> row.payload().path(name).asText().equals(id)))
        .toList();
  }

  /** As it says itself, or as the shares say where that is more. */
  private static String publicControl(EnterpriseDetails found) {
    var counts = Formats.number(found.publicPercent()) + " %";
    var said = found.row().publicPercent();
    return found.publicPercent().compareTo(said) > 0
        ? t("enterprise.public-found", "counts", counts, "said", Formats.number(said) + " %")
        : counts;
  }

  private Section about(EnterpriseDetails found) {
    var facts = Ui.facts();
    if (found.row().publicBody()) Ui.fact(facts, t("enterprise.body"), t("value.yes"));
    Ui.fact(facts, t("enterprise.public"), publicControl(found));
    Ui.fact(
        facts,
        t("enterprise.member"),
        desk.ask(new FindMember(id)) == null
            ? new Span(t("value.no"))
            : new Span(
                new Span(t("value.yes") + " "),
                Ui.to("alliance/" + id, t("enterprise.to-member"))));
    for (var each : found.weights())
      if (!each.enterpriseId().equals(id))
        Ui.fact(
            facts,
            t("enterprise.counts-with", "percent", Formats.number(each.percent())),
            Ui.link("enterprises/" + each.enterpriseId(), each.name()));
    return Ui.section(t("enterprise.about"), facts);
  }
}
