package org.foerderturm.ui.diagram;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The element that draws a BPMN diagram in the browser. */
@Tag("ft-bpmn-viewer")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
@NpmPackage(value = "diagram-js", version = "15.28.1")
@JsModule("./foerderturm/bpmn-viewer.js")
class BpmnViewer extends Component implements HasSize, HasStyle {

  /**
   * What to show on the diagram.
   *
   * @param done element id → how often it was left
   * @param tokens element id → a line for each token there
   * @param incidents element ids
   * @param focus the element that this page is about
   */
  record State(
      Map<String, Integer> done,
      Map<String, List<String>> tokens,
      List<String> incidents,
      @Nullable String focus) {}

  void show(String xml, @Nullable State state, String label) {
    getElement().callJsFunction("setDiagram", xml, json(state), label);
  }

  void move(State state, String label) {
    getElement().callJsFunction("setState", json(state), label);
  }

  void zoom(double factor) {
    getElement().callJsFunction("zoom", factor);
  }

  void fit() {
    getElement().callJsFunction("fit");
  }

  Registration onChoose(ComponentEventListener<Chosen> listener) {
    return addListener(Chosen.class, listener);
  }

  private static Map<String, Object> json(@Nullable State state) {
    if (state == null) return Map.of("plain", true);
    var json = new HashMap<String, Object>();
    json.put("done", state.done());
    json.put("tokens", state.tokens());
    json.put("incidents", state.incidents());
    if (state.focus() != null) json.put("focus", state.focus());
    return json;
  }

  /** Somebody clicked an element. */
  @DomEvent("element-chosen")
  static class Chosen extends ComponentEvent<BpmnViewer> {
    private final String id;

    public Chosen(BpmnViewer source, boolean fromClient, @EventData("event.detail.id") String id) {
      super(source, fromClient);
      this.id = id;
    }

    String id() {
      return id;
    }
  }
}
