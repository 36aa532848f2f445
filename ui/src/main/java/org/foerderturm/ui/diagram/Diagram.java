package org.foerderturm.ui.diagram;

import static org.foerderturm.ui.common.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.foerderturm.cases.CaseQuery.CaseDetails;
import org.foerderturm.cases.CaseQuery.Token;
import org.foerderturm.document.Paper;
import org.foerderturm.process.ModelQuery.FindLabels;
import org.foerderturm.process.ModelQuery.FindModelSource;
import org.foerderturm.process.ProcessEvent.Label;
import org.foerderturm.ui.common.Desk;
import org.foerderturm.ui.common.Formats;
import org.foerderturm.ui.common.OnPaper;
import org.foerderturm.ui.common.Ui;
import org.foerderturm.ui.common.Words;
import org.jspecify.annotations.Nullable;

/** A model's diagram with its controls; shows the tokens of a case on it. */
public class Diagram extends Div implements OnPaper {
  private final transient Desk desk;
  private final BpmnViewer viewer = new BpmnViewer();
  private String shown = "";
  private String drawn = "";
  private String said = "";
  private BpmnViewer.@Nullable State state;
  private Map<String, Label> labels = Map.of();

  public Diagram(Desk desk, boolean small) {
    this.desk = desk;
    addClassName("ft-diagram");
    if (small) {
      addClassName("ft-small");
      viewer.getElement().setAttribute("small", "");
    }
    add(
        viewer,
        Ui.div(
            "ft-diagram-tools",
            tool(VaadinIcon.MINUS, "diagram.smaller", () -> viewer.zoom(1 / 1.25)),
            tool(VaadinIcon.PLUS, "diagram.larger", () -> viewer.zoom(1.25)),
            tool(VaadinIcon.EXPAND_SQUARE, "diagram.fit", viewer::fit)));
  }

  /** The model alone, all of it equally strong. */
  public void showModel(String definitionId, String name) {
    load(definitionId, null, t("diagram.of", "name", name));
  }

  /**
   * The model with the case's tokens.
   *
   * @param focus the element that the page is about, if any
   */
  public void showCase(CaseDetails details, @Nullable String focus) {
    showCase(details, focus, Instant.now(), desk.people());
  }

  /** As it was at that moment, told at that moment. */
  public void showCase(CaseDetails details, @Nullable String focus, Instant moment) {
    showCase(details, focus, moment, UnaryOperator.identity());
  }

  /**
   * @param people how the name of somebody is written whom a token waits for
   */
  private void showCase(
      CaseDetails details, @Nullable String focus, Instant moment, UnaryOperator<String> people) {
    var names = desk.names();
    if (!shown.equals(details.row().model().definitionId())) loadLabels(details);
    var tokens = new LinkedHashMap<String, List<String>>();
    for (var token : shown(details))
      tokens
          .computeIfAbsent(token.elementId(), id -> new ArrayList<>())
          .add(
              who(token, names, people)
                  + t("today.since", "time", Formats.since(token.since(), moment)));
    var incidents =
        details.incidents().stream()
            .map(incident -> incident.elementId() == null ? "" : incident.elementId())
            .filter(id -> !id.isEmpty())
            .toList();
    var state = new BpmnViewer.State(details.done(), tokens, incidents, focus);
    var label = summary(details);
    var definition = details.row().model().definitionId();
    if (shown.equals(definition)) {
      this.state = state;
      said = label;
      viewer.move(state, label);
    } else load(definition, state, label);
  }

  /** Calls with the id of an element that somebody clicks. */
  public void onChoose(Consumer<String> listener) {
    viewer.onChoose(chosen -> listener.accept(chosen.id()));
  }

  /** The name of a model element, or its id. */
  public String nameOf(String elementId) {
    var label = labels.get(elementId);
    return label == null ? elementId : Words.name(label);
  }

  private void load(String definitionId, BpmnViewer.@Nullable State state, String label) {
    var xml = desk.ask(new FindModelSource(definitionId));
    if (xml == null) return;
    if (labels.isEmpty()) labels = desk.ask(new FindLabels(definitionId));
    drawn = Translated.of(xml, labels, Words.locale());
    said = label;
    this.state = state;
    viewer.show(drawn, state, label);
    shown = definitionId;
  }

  private void loadLabels(CaseDetails details) {
    labels = desk.ask(new FindLabels(details.row().model().definitionId()));
  }

  private String summary(CaseDetails details) {
    if (details.tokens().isEmpty())
      return t("diagram.ended", "name", desk.workflow(details.row().model()));
    var places = shown(details).stream().map(token -> nameOf(token.elementId())).distinct();
    return t(
        "diagram.at",
        "name",
        desk.workflow(details.row().model()),
        "places",
        String.join(", ", places.toList()));
  }

  /** Tokens at elements that the diagram has; the engine's own scopes of loops are none. */
  private static List<Token> shown(CaseDetails details) {
    return details.tokens().stream()
        .filter(token -> !token.elementId().contains("#"))
        .filter(token -> !token.type().equals("subProcess"))
        .toList();
  }

  /** Whose turn it is at this token, and what about: two votes are two people's. */
  private static String who(Token token, Map<String, String> names, UnaryOperator<String> people) {
    var waitsFor = token.waitsFor();
    if (waitsFor == null) return "";
    var who =
        names.containsKey(waitsFor)
            ? people.apply(Desk.name(names, waitsFor))
            : Words.roles(List.of(waitsFor.split(",")));
    var subject = token.subject();
    return who + " · " + (subject == null ? "" : subject + " · ");
  }

  /** All of it, fitted to the page, whatever part the screen shows. */
  @Override
  public void print(Paper paper) {
    if (drawn.isEmpty()) return;
    var at = state;
    var cut =
        BpmnDrawing.of(
            drawn,
            at == null ? Set.of() : at.done().keySet(),
            at == null ? Set.of() : at.tokens().keySet());
    paper.heading(t("print.diagram")).text(said).drawing(cut.drawing(), cut.strips(), said);
    if (at != null && !at.tokens().isEmpty())
      paper.list(
          at.tokens().entrySet().stream()
              .map(token -> nameOf(token.getKey()) + ": " + String.join("; ", token.getValue()))
              .toList());
  }

  private static Button tool(VaadinIcon icon, String key, Runnable action) {
    var button = new Button(Ui.icon(icon), click -> action.run());
    button.addThemeNames("icon", "small");
    button.setAriaLabel(t(key));
    button.setTooltipText(t(key));
    return button;
  }
}
