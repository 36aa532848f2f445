package org.foerderturm.process;

import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Refuses, whenever the engine itself parses a model, what would instantiate a class, open a shell,
 * send mail or call a listener. Goes by local names because Camunda does: it takes an element of a
 * foreign namespace for its own. A deny-list on purpose, written apart from the allow-list of
 * {@link ModelGuard}, so that one mistake does not open both.
 */
final class RestrictedParse extends BpmnParse {
  /** Camunda still takes it for its own. */
  private static final String OLD_NAMESPACE = "http://activiti.org/bpmn";

  private static final Set<String> ELEMENTS =
      Set.of(
          "script",
          "scriptTask",
          "executionListener",
          "taskListener",
          "connector",
          "field",
          "formData",
          "formProperty",
          "validation");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "class",
          "expression",
          "type",
          "formHandlerClass",
          "formKey",
          "resource",
          "variableMappingClass",
          "variableMappingDelegateExpression");

  RestrictedParse(BpmnParser parser) {
    super(parser);
  }

  @Override
  protected void parseRootElement() {
    check(rootElement, "");
    if (!hasErrors()) {
      super.parseRootElement();
    }
  }

  private void check(Element element, String owner) {
    var id = element.attribute("id") == null ? owner : element.attribute("id");
    var tag = element.getTagName();
    if (ELEMENTS.contains(tag)) {
      addError("models must not use <" + tag + ">", element, id);
    }
    for (var key : element.attributes()) {
      var name = key.substring(key.lastIndexOf(':') + 1);
      // plain BPMN has a type and a resource of its own; Camunda's are those with a namespace
      boolean ofCamunda =
          key.startsWith(BpmnParser.CAMUNDA_BPMN_EXTENSIONS_NS) || key.startsWith(OLD_NAMESPACE);
      if (ofCamunda && ATTRIBUTES.contains(name)) {
        addError("models must not set " + name, element, id);
      }
      if (ofCamunda
          && name.equals("delegateExpression")
          && !(tag.equals("serviceTask")
              && RestrictedExpressions.COMMAND.equals(element.attribute(key)))) {
        addError("the only delegate is ${command} in a service task", element, id);
      }
    }
    element.elements().forEach(child -> check(child, id));
  }
}
