package org.foerderturm.ui.report;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.foerderturm.audit.AuditQuery.FindEvents;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Sentences;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;

/** One event at its place in the ledger, with what proves it. */
@Route("events/:position")
@RolesAllowed({"PROJECT_MANAGER", "OFFICE_LEAD", "COMMITTEE_MEMBER", "AUDITOR"})
public class EventView extends View implements BeforeEnterObserver {
  private final Div body = Ui.div("ft-text");

  EventView(Desk desk) {
    super(desk, t("event.page"));
    add(body);
  }

  /** The event's place as a number that opens it. */
  static Anchor link(long position) {
    var link = Ui.link("events/" + position, Formats.number(position));
    link.setAriaLabel(t("event.at", "position", Formats.number(position)));
    return link;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var text = event.getRouteParameters().get("position").orElse("");
    if (!text.matches("\\d{1,18}")) throw new NotFoundException();
    var found = desk.ask(new FindEvents(List.of(Long.parseLong(text))));
    if (found.isEmpty()) throw new NotFoundException();
    var row = found.getFirst();
    var sentences = new Sentences(desk);
    setHeading(Words.code("eventname", row.type()));
    body.removeAll();
    var facts = Ui.facts();
    Ui.fact(facts, t("event.position"), Formats.number(row.position()));
    Ui.fact(facts, t("event.recorded"), Ui.time(row.at(), Formats.dateTime(row.at())));
    Ui.fact(facts, t("event.actor"), sentences.actor(row));
    if (row.caseId() != null)
      Ui.fact(
          facts,
          t("event.case"),
          Ui.link(
              "cases/" + row.caseId(), row.caseTitle() == null ? t("case.open") : row.caseTitle()));
    Ui.fact(facts, t("event.leaf"), new Span(row.leaf()));
    var json = new Pre(row.payload().toPrettyString());
    body.add(
        Ui.span("ft-strong", sentences.of(row)),
        facts,
        Ui.section(t("event.payload"), Ui.scroll(json)));
  }
}
