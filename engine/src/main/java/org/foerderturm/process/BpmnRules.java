package org.foerderturm.process;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.foerderturm.process.ModelGuard.Surroundings;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What a BPMN file may contain; {@link BpmnMeaning} says what it must say. */
final class BpmnRules {
  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
  private static final String MODELER = "http://camunda.org/schema/modeler/1.0";
  private static final Set<String> COLORS =
      Set.of(
          "http://bpmn.io/schema/bpmn/biocolor/1.0",
          "http://www.omg.org/spec/BPMN/non-normative/color/1.0");
  private static final Set<String> DRAWING =
      Set.of(
          "http://www.omg.org/spec/BPMN/20100524/DI",
          "http://www.omg.org/spec/DD/20100524/DC",
          "http://www.omg.org/spec/DD/20100524/DI");

  private static final AllowList MODEL =
      AllowList.of(
          """
          definitions: id name targetNamespace exporter exporterVersion
          process: id name isExecutable isClosed processType
          process: camunda:candidateStarterGroups camunda:historyTimeToLive camunda:versionTag
          collaboration participant: id name processRef
          laneSet lane group category categoryValue textAnnotation: id name value categoryValueRef
          association: id sourceRef targetRef associationDirection
          text flowNodeRef incoming outgoing extensionElements:
          documentation: id textFormat
          message: id name
          error: id name errorCode
          escalation: id name escalationCode
          sequenceFlow: id name sourceRef targetRef
          conditionExpression timeDate timeDuration timeCycle loopCardinality: id xsi:type
          completionCondition: id xsi:type
          startEvent: id name isInterrupting camunda:formRef camunda:formRefBinding
          startEvent: camunda:initiator
          endEvent intermediateCatchEvent intermediateThrowEvent: id name
          boundaryEvent: id name attachedToRef cancelActivity
          messageEventDefinition: id messageRef
          timerEventDefinition terminateEventDefinition: id
          errorEventDefinition: id errorRef
          errorEventDefinition: camunda:errorCodeVariable camunda:errorMessageVariable
          escalationEventDefinition: id escalationRef camunda:escalationCodeVariable
          linkEventDefinition: id name
          userTask: id name default camunda:assignee camunda:candidateGroups camunda:candidateUsers
          userTask: camunda:dueDate camunda:followUpDate camunda:formRef camunda:formRefBinding
          userTask: camunda:priority
          serviceTask: id name default camunda:delegateExpression
          businessRuleTask: id name default camunda:decisionRef camunda:decisionRefBinding
          businessRuleTask: camunda:mapDecisionResult camunda:resultVariable
          receiveTask: id name default messageRef
          task manualTask: id name default
          callActivity: id name default calledElement camunda:calledElementBinding
          subProcess: id name default triggeredByEvent
          exclusiveGateway inclusiveGateway: id name default gatewayDirection
          parallelGateway eventBasedGateway: id name gatewayDirection eventGatewayType
          multiInstanceLoopCharacteristics: id isSequential camunda:collection
          multiInstanceLoopCharacteristics: camunda:elementVariable
          """);

  /** What may run as a job of its own. */
  private static final Set<String> NODES =
      Set.of(
          "startEvent",
          "endEvent",
          "intermediateCatchEvent",
          "intermediateThrowEvent",
          "boundaryEvent",
          "userTask",
          "serviceTask",
          "businessRuleTask",
          "receiveTask",
          "task",
          "manualTask",
          "callActivity",
          "subProcess",
          "exclusiveGateway",
          "inclusiveGateway",
          "parallelGateway",
          "eventBasedGateway",
          "multiInstanceLoopCharacteristics");

  private static final Set<String> OF_NODES =
      Set.of(
          "camunda:asyncBefore",
          "camunda:asyncAfter",
          "camunda:exclusive",
          "camunda:jobPriority",
          "camunda:modelerTemplate",
          "camunda:modelerTemplateVersion");

  private static final AllowList EXTENSIONS =
      AllowList.of(
          """
          inputOutput properties list map:
          inputParameter outputParameter: name
          entry: key
          value: id name
          property: id name value
          in out: source sourceExpression target variables businessKey local
          failedJobRetryTimeCycle:
          """);

  private static final Map<String, Set<String>> PARENTS =
      Map.of(
          "inputOutput", Set.of("extensionElements"),
          "properties", Set.of("extensionElements"),
          "in", Set.of("extensionElements"),
          "out", Set.of("extensionElements"),
          "failedJobRetryTimeCycle", Set.of("extensionElements"),
          "inputParameter", Set.of("inputOutput"),
          "outputParameter", Set.of("inputOutput"),
          "property", Set.of("properties"),
          "entry", Set.of("map"),
          "value", Set.of("list"));

  private static final AllowList SHAPES =
      AllowList.of(
          """
          BPMNDiagram: id name documentation resolution
          BPMNPlane: id bpmnElement
          BPMNShape: id bpmnElement isHorizontal isExpanded isMarkerVisible isMessageVisible
          BPMNEdge: id bpmnElement sourceElement targetElement
          BPMNLabel: id labelStyle
          BPMNLabelStyle: id
          Font: name size isBold isItalic isUnderline isStrikeThrough
          Bounds: x y width height
          waypoint: x y
          """);

  /** Attributes that are read as plain text, never as an expression. */
  private static final Set<String> LITERAL =
      Set.of(
          "id",
          "formRef",
          "formRefBinding",
          "decisionRef",
          "decisionRefBinding",
          "calledElement",
          "calledElementBinding",
          "resultVariable",
          "elementVariable",
          "initiator",
          "errorCodeVariable",
          "errorMessageVariable",
          "escalationCodeVariable",
          "errorCode",
          "escalationCode",
          "candidateStarterGroups",
          "asyncBefore",
          "asyncAfter",
          "exclusive",
          "jobPriority",
          "mapDecisionResult",
          "versionTag",
          "historyTimeToLive");

  private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");
  private static final Pattern COLOR = Pattern.compile("#[0-9A-Fa-f]{3,8}|[a-z]{3,30}");

  private static final Map<String, String> RUNS_CODE =
      Map.ofEntries(
          Map.entry("class", "a Java class"),
          Map.entry("expression", "an expression that acts"),
          Map.entry("delegateExpression", "the only delegate is ${command} of a service task"),
          Map.entry("type", "shell, mail and external workers"),
          Map.entry("formHandlerClass", "a Java class"),
          Map.entry("variableMappingClass", "a Java class"),
          Map.entry("variableMappingDelegateExpression", "a bean"),
          Map.entry("resource", "a file as script"),
          Map.entry("scriptTask", "a script"),
          Map.entry("script", "a script"),
          Map.entry("language", "a script"),
          Map.entry("scriptFormat", "a script"),
          Map.entry("executionListener", "a listener"),
          Map.entry("taskListener", "a listener"),
          Map.entry("connector", "a call out"),
          Map.entry("field", "sets fields of Java objects"),
          Map.entry("formData", "forms are .form files"),
          Map.entry("formKey", "forms are .form files"),
          Map.entry("sendTask", "send commands by a service task"));

  private final String id;
  private final ModelFinding.Sink sink;
  private final BpmnMeaning meaning;
  private @Nullable Element process;

  BpmnRules(
      String id,
      ModelFinding.Sink sink,
      Map<String, String> resources,
      Surroundings surroundings,
      Function<String, Boolean> known) {
    this.id = id;
    this.sink = sink;
    this.meaning = new BpmnMeaning(id, sink, resources, surroundings, known);
  }

  /** The one executable process of a checked file. */
  @Nullable Element process() {
    return process;
  }

  void check(Element root) {
    if (!is(root, BPMN, "definitions")) {
      sink.add(id, "unreadable", root.getNodeName(), "not BPMN 2.0");
      return;
    }
    var ids = new HashSet<String>();
    for (var element : SafeXml.all(root)) {
      checkElement(element);
      var elementId = element.getAttribute("id");
      if (element.hasAttribute("id") && !ids.add(elementId)) {
        sink.add(elementId, "naming", elementId, "the id is used twice");
      }
    }
    var processes =
        SafeXml.children(root, "process").stream()
            .filter(p -> !p.getAttribute("isExecutable").equals("false"))
            .toList();
    if (processes.size() != 1 || !processes.getFirst().getAttribute("id").equals(id)) {
      sink.add(id, "naming", id, "a file has one executable process, whose id is the file's name");
      return;
    }
    process = processes.getFirst();
    Endless.find(processes.getFirst(), sink);
  }

  private void checkElement(Element element) {
    var name = element.getLocalName();
    var namespace = element.getNamespaceURI();
    if (BPMN.equals(namespace) && MODEL.has(name)) {
      checkAttributes(element, MODEL);
      meaning.check(element);
    } else if (CAMUNDA.equals(namespace)
        && EXTENSIONS.has(name)
        && PARENTS
            .getOrDefault(name, Set.of("inputParameter", "outputParameter", "entry", "value"))
            .contains(element.getParentNode().getLocalName())) {
      checkAttributes(element, EXTENSIONS);
      if (name.equals("failedJobRetryTimeCycle")) {
        meaning.checkCycle(element, SafeXml.text(element), Duration.ofSeconds(1));
      } else if (name.equals("property")) {
        meaning.checkCollect(element);
        meaning.checkCancel(element);
        meaning.checkContext(element);
      }
    } else if (namespace != null && DRAWING.contains(namespace) && SHAPES.has(name)) {
      checkAttributes(element, SHAPES);
    } else {
      refuse(element, name, "<" + element.getNodeName() + ">");
      return;
    }
    checkText(element, SafeXml.text(element), "<" + element.getNodeName() + ">");
  }

  private void checkAttributes(Element element, AllowList list) {
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      checkAttribute(element, (Attr) attributes.item(i), list);
    }
  }

  private void checkAttribute(Element element, Attr attribute, AllowList list) {
    var namespace = attribute.getNamespaceURI();
    var name = attribute.getLocalName();
    var value = attribute.getValue();
    var shown = attribute.getName() + "=\"" + value + "\"";
    if (XMLNS.equals(namespace)) {
      return;
    }
    if (namespace != null && COLORS.contains(namespace) && list.equals(SHAPES)) {
      if (!COLOR.matcher(value).matches()) {
        add(element, "not-on-list", shown, "not a color");
      }
      return;
    }
    if (MODELER.equals(namespace) && is(element, BPMN, "definitions")) {
      checkText(element, value, shown);
      return;
    }
    var key =
        namespace == null
            ? name
            : CAMUNDA.equals(namespace)
                ? "camunda:" + name
                : XSI.equals(namespace) ? "xsi:" + name : "other:" + name;
    var node =
        list.equals(MODEL) && NODES.contains(element.getLocalName()) && OF_NODES.contains(key);
    if (!node && !list.has(element.getLocalName(), key)) {
      refuse(element, name, shown);
    } else if (key.equals("camunda:delegateExpression")) {
      if (!value.equals(RestrictedExpressions.COMMAND)) {
        refuse(element, name, shown);
      }
    } else if (key.equals("xsi:type")) {
      if (!value.equals("tFormalExpression") && !value.endsWith(":tFormalExpression")) {
        add(element, "not-on-list", shown, "only tFormalExpression");
      }
    } else if (name.equals("id") && !ID.matcher(value).matches()) {
      add(element, "naming", shown, "letters, digits, _ . - only, beginning with a letter");
    } else if (LITERAL.contains(name) && JuelGrammar.isExpression(value)) {
      add(element, "expression", shown, "must be plain text here");
    } else {
      checkText(element, value, shown);
    }
  }

  private void checkText(Element element, String text, String shown) {
    var refusal = JuelGrammar.refusal(text);
    if (refusal != null) {
      add(element, "expression", text, refusal);
    } else if (JuelGrammar.isExpression(text)
        && text.replaceAll("\\s", "").contains(RestrictedExpressions.COMMAND)) {
      add(element, "expression", shown, "${command} stands in delegateExpression only");
    }
  }

  private void refuse(Element element, String name, String what) {
    var code = RUNS_CODE.get(name);
    if (code == null) {
      add(element, "not-on-list", what, "not on the list of what models may use");
    } else {
      add(element, "runs-code", what, code);
    }
  }

  private void add(Element element, String reason, String what, String why) {
    meaning.add(element, reason, what, why);
  }

  static String camunda(Element element, String name) {
    return element.getAttributeNS(CAMUNDA, name);
  }

  static boolean is(Element element, String namespace, String name) {
    return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
  }

  /** Ids of the processes that this one calls. */
  static List<String> calls(Element process) {
    return SafeXml.all(process).stream()
        .filter(e -> e.getLocalName().equals("callActivity"))
        .map(e -> e.getAttribute("calledElement"))
        .toList();
  }
}
