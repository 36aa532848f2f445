package org.foerderturm.process;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What a DMN file may contain: decision tables and literal expressions in bounded FEEL. */
final class DmnRules {
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
  private static final Set<String> MODEL_NAMESPACES =
      Set.of(
          "https://www.omg.org/spec/DMN/20191111/MODEL/",
          "http://www.omg.org/spec/DMN/20180521/MODEL/",
          "http://www.omg.org/spec/DMN/20151101/dmn.xsd");
  private static final Set<String> DRAWING =
      Set.of(
          "https://www.omg.org/spec/DMN/20191111/DMNDI/",
          "http://www.omg.org/spec/DMN/20180521/DMNDI/",
          "http://www.omg.org/spec/DMN/20180521/DC/",
          "http://www.omg.org/spec/DMN/20180521/DI/");

  /** Attributes of tools: widths of columns, versions. */
  private static final Set<String> TOOLS =
      Set.of("http://camunda.org/schema/modeler/1.0", "http://bpmn.io/schema/dmn/biodi/2.0");

  private static final AllowList MODEL =
      AllowList.of(
          """
          definitions: id name namespace exporter exporterVersion
          decision: id name camunda:historyTimeToLive camunda:versionTag
          decisionTable: id hitPolicy aggregation preferredOrientation outputLabel
          input: id label camunda:inputVariable
          inputExpression: id typeRef expressionLanguage
          inputValues outputValues: id expressionLanguage
          output: id name label typeRef
          rule: id
          inputEntry outputEntry: id expressionLanguage
          literalExpression: id typeRef expressionLanguage
          variable: id name typeRef
          informationRequirement authorityRequirement: id
          requiredDecision requiredInput requiredAuthority: href
          inputData knowledgeSource: id name
          text description annotationEntry annotation: id name
          """);

  private static final AllowList SHAPES =
      AllowList.of(
          """
          DMNDI:
          DMNDiagram: id name
          DMNShape DMNEdge: id dmnElementRef isCollapsed
          DMNLabel: id
          Bounds: x y width height
          waypoint: x y
          Size: width height
          """);

  private static final Set<String> WITH_ID =
      Set.of(
          "definitions",
          "decision",
          "decisionTable",
          "input",
          "inputExpression",
          "output",
          "rule",
          "inputEntry",
          "outputEntry",
          "literalExpression");
  private static final int MOST_CELLS = 5_000;

  private final String id;
  private final Predicate<String> single;
  private final ModelFinding.Sink sink;

  /** Left for the expressions of the file. */
  private final FeelSteps steps = new FeelSteps();

  /**
   * @param single whether somebody needs exactly one row of the decision
   */
  DmnRules(String id, Predicate<String> single, ModelFinding.Sink sink) {
    this.id = id;
    this.single = single;
    this.sink = sink;
  }

  void check(Element root) {
    if (!root.getLocalName().equals("definitions")
        || !MODEL_NAMESPACES.contains(String.valueOf(root.getNamespaceURI()))) {
      sink.add(id, "unreadable", root.getNodeName(), "not DMN 1.1 to 1.3");
      return;
    }
    var ids = new HashSet<String>();
    int cells = 0;
    for (var element : SafeXml.all(root)) {
      checkElement(element, String.valueOf(root.getNamespaceURI()));
      if (element.hasAttribute("id") && !ids.add(element.getAttribute("id"))) {
        add(element, "naming", element.getAttribute("id"), "the id is used twice");
      }
      boolean cell =
          element.getLocalName().equals("inputEntry")
              || element.getLocalName().equals("outputEntry");
      if (cell && ++cells > MOST_CELLS) {
        add(element, "too-large", "table", "more than " + MOST_CELLS + " cells");
        return;
      }
      if (steps.isSpent()) {
        add(element, "too-large", "expressions", "more than can be read in one file");
        return;
      }
    }
    var decisions = SafeXml.children(root, "decision");
    boolean found = false;
    for (var decision : decisions) {
      var key = decision.getAttribute("id");
      found |= key.equals(id);
      TableCheck.check(root, decision, single.test(key), sink);
      if (!key.equals(id) && !key.startsWith(id + "-") && !key.startsWith(id + "_")) {
        add(decision, "naming", key, "ids of decisions begin with the file's name");
      }
    }
    if (!found) {
      sink.add(id, "naming", id, "no decision has the file's name as id");
    }
  }

  private void checkElement(Element element, String modelNamespace) {
    var name = element.getLocalName();
    var namespace = String.valueOf(element.getNamespaceURI());
    boolean ofModel = namespace.equals(modelNamespace) && MODEL.has(name);
    boolean ofDrawing = DRAWING.contains(namespace) && SHAPES.has(name);
    if (!ofModel && !ofDrawing) {
      add(
          element,
          "not-on-list",
          "<" + element.getNodeName() + ">",
          "not a decision table in FEEL");
      return;
    }
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      checkAttribute(element, (Attr) attributes.item(i), ofModel ? MODEL : SHAPES);
    }
    if (!ofModel) {
      return;
    }
    if (WITH_ID.contains(name) && !element.hasAttribute("id")) {
      add(element, "naming", "<" + element.getNodeName() + ">", "no id");
    }
    switch (name) {
      case "inputEntry" -> checkFeel(element, true);
      case "inputExpression", "outputEntry", "literalExpression" -> checkFeel(element, false);
      default -> {}
    }
  }

  private void checkFeel(Element element, boolean unaryTests) {
    var text = new StringBuilder();
    SafeXml.children(element, "text").forEach(part -> text.append(SafeXml.text(part)));
    if (text.isEmpty()) {
      return;
    }
    var refusal = FeelGrammar.refusal(text.toString(), unaryTests, steps);
    if (refusal != null) {
      add(element, "expression", text.toString(), refusal);
    }
  }

  private void checkAttribute(Element element, Attr attribute, AllowList list) {
    var namespace = attribute.getNamespaceURI();
    var name = attribute.getLocalName();
    var shown = attribute.getName() + "=\"" + attribute.getValue() + "\"";
    if (XMLNS.equals(namespace) || (namespace != null && TOOLS.contains(namespace))) {
      return;
    }
    var key =
        namespace == null ? name : CAMUNDA.equals(namespace) ? "camunda:" + name : "other:" + name;
    if (!list.has(element.getLocalName(), key)) {
      add(element, "not-on-list", shown, "not on the list of what models may use");
    } else if (name.equals("expressionLanguage") && !attribute.getValue().equals("feel")) {
      add(element, "runs-code", shown, "only feel");
    }
  }

  private void add(Element element, String reason, String what, String why) {
    var owner = SafeXml.owner(element);
    sink.add(owner.isEmpty() ? id : owner, reason, what, why);
  }
}
