package org.foerderturm.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.foerderturm.form.Field;
import org.foerderturm.form.FormSchema;
import org.jspecify.annotations.Nullable;

/** A shipped model with its forms, as tests over all models read it: which way follows what. */
record Workflow(Path file, BpmnModelInstance model) {
  private static final Path MODELS = Path.of("../processes/src/main/resources/processes");
  private static final Pattern COMPARISON = Pattern.compile("(\\w+)\\s*==\\s*'([^']*)'");

  private static final List<Workflow> ALL = read();

  static List<Workflow> all() {
    return ALL;
  }

  private static List<Workflow> read() {
    try (var files = Files.walk(MODELS)) {
      return files
          .filter(file -> file.toString().endsWith(".bpmn"))
          .sorted()
          .map(file -> new Workflow(file, Bpmn.readModelFromFile(file.toFile())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String id() {
    return file.getFileName().toString().replace(".bpmn", "");
  }

  @Nullable String property(String name) {
    return model.getModelElementById(id()) instanceof Process process
        ? Models.property(process, name)
        : null;
  }

  Collection<UserTask> tasks() {
    return model.getModelElementsByType(UserTask.class);
  }

  Optional<FormSchema> form(UserTask task) {
    var ref = task.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef");
    return ref == null ? Optional.empty() : Optional.of(form(ref));
  }

  FormSchema form(String id) {
    try {
      return FormSchema.parse(Files.readString(file.resolveSibling(id + ".form")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Field> inputs(FormSchema form) {
    return form.fields().stream().flatMap(Workflow::inputs).toList();
  }

  private static Stream<Field> inputs(Field field) {
    return field.kind() == Field.Kind.GROUP
        ? field.children().stream().flatMap(Workflow::inputs)
        : Stream.of(field);
  }

  /** Names that the element declares as its own, with what they start with ("" for nothing). */
  static Map<String, String> declared(FlowNode node) {
    return parameters(node)
        .flatMap(all -> all.getCamundaInputParameters().stream())
        .collect(
            Collectors.toMap(
                CamundaInputParameter::getCamundaName,
                p -> p.getTextContent().strip(),
                (a, b) -> b));
  }

  /** Names that the element gives to what is around it. */
  static Set<String> given(FlowNode node) {
    return parameters(node)
        .flatMap(all -> all.getCamundaOutputParameters().stream())
        .map(p -> p.getCamundaName())
        .collect(Collectors.toSet());
  }

  /** Whether a service or a table of the workflow gives the case this variable. */
  boolean gives(String variable) {
    return model.getModelElementsByType(FlowNode.class).stream()
        .filter(node -> !(node instanceof UserTask))
        .flatMap(Workflow::parameters)
        .flatMap(all -> all.getCamundaOutputParameters().stream())
        .anyMatch(p -> p.getCamundaName().equals(variable));
  }

  /** The names that hold this task's outcome afterwards. */
  private static Set<String> holders(FlowNode task) {
    var names = new LinkedHashSet<String>(Set.of("outcome"));
    parameters(task)
        .flatMap(all -> all.getCamundaOutputParameters().stream())
        .filter(p -> p.getTextContent().strip().equals("${outcome}"))
        .forEach(p -> names.add(p.getCamundaName()));
    return names;
  }

  private static Stream<CamundaInputOutput> parameters(FlowNode node) {
    return node.getExtensionElements() == null
        ? Stream.empty()
        : node
            .getExtensionElements()
            .getElementsQuery()
            .filterByType(CamundaInputOutput.class)
            .list()
            .stream();
  }

  /** The activity it is done once for each of a list in, innermost first; null if in none. */
  static @Nullable SubProcess round(FlowNode node) {
    for (var parent = node.getParentElement(); parent instanceof SubProcess sub; ) {
      if (sub.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics) return sub;
      parent = sub.getParentElement();
    }
    return null;
  }

  static @Nullable String command(FlowNode node) {
    return node instanceof ServiceTask ? declared(node).get("command") : null;
  }

  /** Everything that may come after the outcome; null for a task without outcomes. */
  Set<FlowNode> after(FlowNode task, @Nullable String outcome) {
    return walk(task, outcome, false);
  }

  /** What the outcome leads to at once: the first tasks, services and waits on each way. */
  Set<FlowNode> first(FlowNode task, @Nullable String outcome) {
    return walk(task, outcome, true).stream()
        .filter(Workflow::works)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean works(FlowNode node) {
    if (node instanceof IntermediateCatchEvent event) return !isLink(event);
    return node instanceof Activity && !(node instanceof SubProcess);
  }

  private record Step(FlowNode node, boolean knows) {}

  private Set<FlowNode> walk(FlowNode task, @Nullable String outcome, boolean first) {
    var names = holders(task);
    var seen = new LinkedHashSet<Step>();
    var todo = new ArrayDeque<Step>();
    leave(task, outcome, names, true).forEach(n -> todo.add(new Step(n, true)));
    while (!todo.isEmpty()) {
      var step = todo.remove();
      if (!seen.add(step)) continue;
      if (first && works(step.node())) continue;
      boolean knows = step.knows() && !(step.node() instanceof UserTask);
      leave(step.node(), outcome, names, knows).forEach(n -> todo.add(new Step(n, knows)));
      if (step.node() instanceof Activity activity)
        boundaries(activity).forEach(n -> todo.add(new Step(n, false)));
    }
    return seen.stream().map(Step::node).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Stream<? extends FlowNode> leave(
      FlowNode node, @Nullable String outcome, Set<String> names, boolean knows) {
    if (node instanceof SubProcess sub)
      return sub.getFlowElements().stream()
          .filter(StartEvent.class::isInstance)
          .map(StartEvent.class::cast);
    if (node instanceof IntermediateThrowEvent thrown && isLink(thrown)) return caught(thrown);
    if (node instanceof EndEvent && node.getParentElement() instanceof SubProcess sub)
      return sub.getOutgoing().stream().map(SequenceFlow::getTarget);
    if (node instanceof ExclusiveGateway gateway && knows && outcome != null)
      return taken(gateway, outcome, names);
    return node.getOutgoing().stream().map(SequenceFlow::getTarget);
  }

  private static Stream<FlowNode> taken(
      ExclusiveGateway gateway, String outcome, Set<String> names) {
    var taken = new LinkedHashSet<FlowNode>();
    for (var flow : gateway.getOutgoing()) {
      if (flow.getConditionExpression() == null) continue;
      var holds = holds(flow.getConditionExpression().getTextContent(), outcome, names);
      if (Boolean.FALSE.equals(holds)) continue;
      taken.add(flow.getTarget());
      if (Boolean.TRUE.equals(holds)) return taken.stream();
    }
    if (gateway.getDefault() != null) taken.add(gateway.getDefault().getTarget());
    return taken.isEmpty()
        ? gateway.getOutgoing().stream().map(SequenceFlow::getTarget)
        : taken.stream();
  }

  /** True or false where the condition is about the outcome alone, null where nobody can know. */
  private static @Nullable Boolean holds(String condition, String outcome, Set<String> names) {
    var inner = condition.strip().replaceAll("^\\$\\{|}$", "");
    boolean any = false;
    for (var part : inner.split("\\|\\|", -1)) {
      var matcher = COMPARISON.matcher(part.strip());
      if (!matcher.matches() || !names.contains(matcher.group(1))) return null;
      any |= matcher.group(2).equals(outcome);
    }
    return any;
  }

  /** A message or a time from outside is nobody's answer: only what the work itself runs into. */
  private Stream<BoundaryEvent> boundaries(Activity activity) {
    return model.getModelElementsByType(BoundaryEvent.class).stream()
        .filter(event -> event.getAttachedTo().equals(activity))
        .filter(
            event ->
                event.getEventDefinitions().stream()
                    .anyMatch(ErrorEventDefinition.class::isInstance));
  }

  private Stream<CatchEvent> caught(IntermediateThrowEvent thrown) {
    var name = link(thrown.getEventDefinitions());
    return model.getModelElementsByType(IntermediateCatchEvent.class).stream()
        .filter(event -> name.equals(link(event.getEventDefinitions())))
        .map(CatchEvent.class::cast);
  }

  private static boolean isLink(FlowNode node) {
    return node instanceof IntermediateThrowEvent thrown
        ? !link(thrown.getEventDefinitions()).isEmpty()
        : node instanceof IntermediateCatchEvent caught
            && !link(caught.getEventDefinitions()).isEmpty();
  }

  private static String link(Collection<?> definitions) {
    return definitions.stream()
        .filter(LinkEventDefinition.class::isInstance)
        .map(each -> ((LinkEventDefinition) each).getName())
        .findFirst()
        .orElse("");
  }
}
