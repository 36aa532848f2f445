package org.foerderturm.ui.admin;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.foerderturm.cases.CaseQuery.FindIncidents;
import org.foerderturm.cases.CaseQuery.IncidentRow;
import org.foerderturm.kernel.Role;
import org.foerderturm.process.ProcessCommand.RetryIncident;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Sentences;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;

/** Work of the engine that failed for good and waits for somebody. */
@Route("incidents")
@RolesAllowed({"ADMINISTRATOR", "MODELER"})
public class IncidentsView extends View {
  private final transient Sentences sentences;
  private final Div page = Ui.div("ft-cards");

  IncidentsView(Desk desk) {
    super(desk, t("nav.incidents"));
    sentences = new Sentences(desk);
    add(new Paragraph(t("incidents.help")), page);
    draw();
    desk.onChange(this, streams -> true, this::draw);
  }

  private void draw() {
    page.removeAll();
    var incidents = desk.ask(new FindIncidents());
    if (incidents.isEmpty()) page.add(Ui.empty(t("incidents.none"), t("incidents.none-help")));
    incidents.forEach(incident -> page.add(card(incident)));
  }

  private Div card(IncidentRow incident) {
    var card = Ui.div("ft-card");
    card.add(Ui.chip(Ui.Tone.BAD, t("case.incident")));
    card.add(
        Ui.link(
            "cases/" + incident.caseId(),
            incident.caseTitle() == null ? t("case.open") : incident.caseTitle()));
    card.add(
        new Paragraph(
            sentences.incident(incident.definitionId(), incident.elementId(), incident.message())));
    if (incident.message() != null) {
      var machine = new Details(t("incident.machine"), new Span(incident.message()));
      machine.addClassNames("ft-fold", "ft-ids");
      card.add(machine);
    }
    card.add(Ui.time(incident.raisedAt(), Formats.ago(incident.raisedAt())));
    if (desk.has(Role.ADMINISTRATOR) && incident.message() != null)
      card.add(
          Ui.primary(
              t("incidents.retry"),
              () -> {
                desk.send(new RetryIncident(incident.incidentId()));
                Ui.say(t("incidents.retried"));
                draw();
              }));
    return card;
  }
}
