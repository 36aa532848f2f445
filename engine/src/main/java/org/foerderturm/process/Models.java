package org.foerderturm.process;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.foerderturm.form.FormSchema;
import org.foerderturm.process.ProcessEvent.Label;
import org.jspecify.annotations.Nullable;

/**
 * What deployed models say beyond what the engine runs: names in two languages, forms. Definitions
 * never change, so all of it is kept once read.
 */
final class Models {
  /** A deployed form. */
  record Form(String key, int version, String json, FormSchema schema) {}

  private final Map<String, Map<String, Label>> labels = new ConcurrentHashMap<>();
  private final Map<String, Optional<Form>> forms = new ConcurrentHashMap<>();

  /** The task's name, and its English one with the same holes filled; inside an engine command. */
  Label label(TaskEntity task) {
    String name = task.getName() == null ? task.getTaskDefinitionKey() : task.getName();
    Label raw =
        labels(Context.getCommandContext(), task.getProcessDefinitionId())
            .get(task.getTaskDefinitionKey());
    if (raw == null || raw.en() == null) return new Label(name, null);
    String en = raw.en();
    if (en.contains("${"))
      en =
          String.valueOf(
              Context.getProcessEngineConfiguration()
                  .getExpressionManager()
                  .createExpression(en)
                  .getValue(task.getExecution()));
    return new Label(name, en);
  }

  /** Element id → names of one process definition; inside an engine command. */
  Map<String, Label> labels(CommandContext context, String definitionId) {
    return labels.computeIfAbsent(
        definitionId,
        id ->
            read(
                context
                    .getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findBpmnModelInstanceForProcessDefinition(id)));
  }

  private static Map<String, Label> read(BpmnModelInstance model) {
    var names = new LinkedHashMap<String, Label>();
    for (Process process : model.getModelElementsByType(Process.class))
      names.put(
          process.getId(),
          new Label(String.valueOf(process.getName()), property(process, "label.en")));
    for (FlowElement element : model.getModelElementsByType(FlowElement.class))
      if (element.getName() != null)
        names.put(element.getId(), new Label(element.getName(), property(element, "label.en")));
    return names;
  }

  /** What becomes of the case's thing if it is cancelled; inside an engine command. */
  Cancelling cancelling(CommandContext context, String definitionId) {
    var model =
        context
            .getProcessEngineConfiguration()
            .getDeploymentCache()
            .findBpmnModelInstanceForProcessDefinition(definitionId);
    var key = definition(definitionId).getKey();
    return model.getModelElementById(key) instanceof Process process
        ? Cancelling.of(property(process, "cancel"), property(process, "cancel.end"))
        : Cancelling.of(null, null);
  }

  /** How a case that another one asked for is cancelled with it; null if it isn't. */
  @Nullable Cancelling cancelledWith(CommandContext context, String definitionId) {
    var model =
        context
            .getProcessEngineConfiguration()
            .getDeploymentCache()
            .findBpmnModelInstanceForProcessDefinition(definitionId);
    var key = definition(definitionId).getKey();
    var with =
        model.getModelElementById(key) instanceof Process process
            ? property(process, "cancel.with")
            : null;
    return with == null ? null : Cancelling.of(with, null);
  }

  /** Element id → what is shown first there; inside an engine command. */
  static Map<String, ModelQuery.Context> contexts(CommandContext context, String definitionId) {
    var model =
        context
            .getProcessEngineConfiguration()
            .getDeploymentCache()
            .findBpmnModelInstanceForProcessDefinition(definitionId);
    var contexts = new LinkedHashMap<String, ModelQuery.Context>();
    Stream.of(Process.class, UserTask.class)
        .flatMap(type -> model.getModelElementsByType(type).stream())
        .forEach(
            element -> {
              String code = property(element, "context");
              if (code == null) return;
              ContextSection.of(code)
                  .ifPresent(
                      section ->
                          contexts.put(
                              element.getId(),
                              new ModelQuery.Context(section, property(element, "context.of"))));
            });
    return contexts;
  }

  /** A {@code camunda:property} of an element. */
  static @Nullable String property(BaseElement element, String name) {
    if (element.getExtensionElements() == null) return null;
    for (CamundaProperties properties :
        element
            .getExtensionElements()
            .getElementsQuery()
            .filterByType(CamundaProperties.class)
            .list())
      for (var property : properties.getCamundaProperties())
        if (name.equals(property.getCamundaName())) return property.getCamundaValue();
    return null;
  }

  static List<String> messages(BpmnModelInstance model) {
    var names = new ArrayList<String>();
    for (Message message : model.getModelElementsByType(Message.class))
      if (message.getName() != null) names.add(message.getName());
    return names;
  }

  /** The form of a task, of the same deployment as its process; null if it has none. */
  @Nullable Form formOf(TaskEntity task) {
    Expression key =
        task.getTaskDefinition() == null
            ? null
            : task.getTaskDefinition().getCamundaFormDefinitionKey();
    return key == null
        ? null
        : form(definition(task.getProcessDefinitionId()), key.getExpressionText());
  }

  /** The start form of a process; null if it has none. */
  @Nullable Form startFormOf(ProcessDefinitionEntity process) {
    String key = startFormKey(Context.getCommandContext(), process);
    return key == null ? null : form(process, key);
  }

  @Nullable String startFormKey(CommandContext context, ProcessDefinitionEntity process) {
    var model =
        context
            .getProcessEngineConfiguration()
            .getDeploymentCache()
            .findBpmnModelInstanceForProcessDefinition(process.getId());
    if (!(model.getModelElementById(process.getKey()) instanceof Process element)) return null;
    for (StartEvent start : element.getChildElementsByType(StartEvent.class))
      if (start.getEventDefinitions().isEmpty())
        return start.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef");
    return null;
  }

  private static ProcessDefinitionEntity definition(String id) {
    return Context.getProcessEngineConfiguration()
        .getDeploymentCache()
        .findDeployedProcessDefinitionById(id);
  }

  private @Nullable Form form(ProcessDefinitionEntity process, String key) {
    return forms
        .computeIfAbsent(
            process.getDeploymentId() + "/" + key, id -> load(process.getDeploymentId(), key))
        .orElse(null);
  }

  private static Optional<Form> load(String deploymentId, String key) {
    CommandContext context = Context.getCommandContext();
    CamundaFormDefinitionEntity found =
        context
            .getCamundaFormDefinitionManager()
            .findDefinitionByDeploymentAndKey(deploymentId, key);
    if (found == null) return Optional.empty();
    byte[] bytes =
        context
            .getResourceManager()
            .findResourceByDeploymentIdAndResourceName(deploymentId, found.getResourceName())
            .getBytes();
    String json = new String(bytes, StandardCharsets.UTF_8);
    return Optional.of(new Form(key, found.getVersion(), json, FormSchema.parse(json)));
  }

  static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
