package org.foerderturm.ui.work;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.form.Drafts;
import org.foerderturm.form.Field;
import org.foerderturm.form.FormSchema;
import org.foerderturm.kernel.NameOrder;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.process.ModelQuery.FindForm;
import org.foerderturm.process.ModelQuery.FindStartable;
import org.foerderturm.process.ModelQuery.Startable;
import org.foerderturm.process.ProcessCommand.StartCase;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.View;
import org.foerderturm.ui.common.Words;
import org.foerderturm.ui.form.FormPanel;
import org.jspecify.annotations.Nullable;

/** What I may start, and the form that starts it. */
@Route("start/:processKey?")
@RolesAllowed({"PROJECT_MANAGER", "OFFICE_LEAD"})
public class StartView extends View implements BeforeEnterObserver {
  private static final Set<Field.Kind> PLAIN =
      EnumSet.of(Field.Kind.TEXTFIELD, Field.Kind.RADIO, Field.Kind.SELECT);

  private final transient Drafts drafts;
  private final Div page = new Div();
  private final Div refusal = Ui.div("ft-refusal");
  private final Span draft = Ui.span("ft-quiet", "");
  private @Nullable FormPanel form;
  private String caseKey = UUID.randomUUID().toString();

  StartView(Desk desk, Drafts drafts) {
    super(desk, t("nav.start"));
    this.drafts = drafts;
    refusal.getElement().setAttribute("role", "alert");
    add(page);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    page.removeAll();
    refusal.removeAll();
    caseKey = UUID.randomUUID().toString();
    var startable = desk.ask(new FindStartable());
    var chosen = event.getRouteParameters().get("processKey").orElse("");
    startable.stream()
        .filter(each -> each.processKey().equals(chosen))
        .findFirst()
        .ifPresentOrElse(workflow -> draw(workflow, given(event)), () -> choose(startable));
  }

  /** What the address fills in, e.g. from a consortium's page. */
  private static Map<String, String> given(BeforeEnterEvent event) {
    var given = new LinkedHashMap<String, String>();
    event
        .getLocation()
        .getQueryParameters()
        .getParameters()
        .forEach((name, values) -> given.put(name, values.getFirst()));
    return given;
  }

  private void choose(List<Startable> startable) {
    setHeading(t("nav.start"));
    if (startable.isEmpty()) page.add(Ui.empty(t("start.none"), t("start.none-help")));
    var cards = Ui.div("ft-cards");
    for (var each :
        startable.stream().sorted(NameOrder.by(one -> Words.name(one.name()))).toList()) {
      var card = Ui.section(Words.name(each.name()));
      card.addClassName("ft-card");
      if (each.description() != null) card.add(new Paragraph(Words.name(each.description())));
      card.add(Ui.to("start/" + each.processKey(), t("start.open")));
      cards.add(card);
    }
    page.add(cards);
  }

  private void draw(Startable workflow, Map<String, String> given) {
    setHeading(Words.name(workflow.name()));
    if (workflow.description() != null) page.add(new Paragraph(Words.name(workflow.description())));
    var json = workflow.form() == null ? null : desk.ask(new FindForm(workflow.form(), null));
    var schema = json == null ? new FormSchema("none", List.of()) : FormSchema.parse(json);
    // a draft about another thing is none of this one
    var place = "start:" + workflow.processKey() + (given.isEmpty() ? "" : "?" + given);
    var kept = drafts.find(place, desk.actor().userId());
    Map<String, Object> values = new LinkedHashMap<>();
    kept.ifPresent(
        found -> {
          values.putAll(found.values());
          draft.setText(t("draft.restored", "when", Formats.ago(found.keptAt())));
        });
    // only what the form has as plain text; what is invalid the form refuses when it is sent
    for (var field : schema.fields()) {
      var filled = given.get(field.name());
      if (filled != null && PLAIN.contains(field.kind())) values.put(field.name(), filled);
    }
    var panel = new FormPanel(schema, Map.of(), desk, values, now -> keep(place, now));
    form = panel;
    page.add(
        panel,
        refusal,
        new Outcomes(panel, schema, t("start.submit"), outcome -> start(workflow, panel, place)),
        Ui.div("ft-draft", draft));
  }

  private void keep(String place, Map<String, Object> values) {
    drafts.keep(place, desk.actor().userId(), values, Map.of());
    var time = Formats.time(java.time.Instant.now());
    draft.setText(t("draft.kept", "time", time));
    if (form != null) form.kept(time);
  }

  private void start(Startable workflow, FormPanel panel, String place) {
    refusal.removeAll();
    try {
      // the case key is also the idempotency key: a second click starts nothing twice
      desk.send(new StartCase(workflow.processKey(), caseKey, panel.sendable()), caseKey);
    } catch (Rejected no) {
      caseKey = UUID.randomUUID().toString();
      if (no.code().equals("form-invalid")) panel.showRefused(no.args());
      refusal.add(Ui.icon(VaadinIcon.WARNING), new Span(desk.refusal(no)));
      return;
    }
    drafts.drop(place, desk.actor().userId());
    var started = desk.ask(new FindCasesOf(caseKey));
    Ui.say(t("start.done", "name", Words.name(workflow.name())));
    UI.getCurrent().navigate(started.isEmpty() ? "cases" : "cases/" + started.getFirst().caseId());
  }

  @Override
  protected boolean isPrinted() {
    return false;
  }
}
