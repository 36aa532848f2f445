package org.foerderturm.process;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement.CallableElementBinding;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
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

  private static final Counter COUNTER = new Counter();

  /** Activity → its properties about what its rounds leave. */
  private final Map<String, Map<String, String>> collected = new HashMap<>();

  RestrictedParse(BpmnParser parser) {
    super(parser);
  }

  @Override
  protected void parseRootElement() {
    check(rootElement, "");
    if (!hasErrors()) {
      super.parseRootElement();
      getProcessDefinitions().forEach(RestrictedParse::count);
      getProcessDefinitions().forEach(this::collect);
    }
  }

  /** Schemas come with the engine; a model's xsi:schemaLocation must not make it call out. */
  @Override
  protected String resolveAccessExternalSchemaProperty() {
    return "file,nested"; // also inside the packaged program
  }

  /**
   * A rule holds from its day on, also for cases that began under another version: whatever a model
   * says, older deployed ones too, a step asks the newest version of its table. Which one it was
   * stands with the decision.
   */
  @Override
  protected void parseBinding(
      Element element, ActivityImpl activity, BaseCallableElement called, String binding) {
    super.parseBinding(element, activity, called, binding);
    if (binding.equals("decisionRefBinding")) called.setBinding(CallableElementBinding.LATEST);
  }

  private static void count(ScopeImpl scope) {
    for (var activity : scope.getActivities()) {
      activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, COUNTER);
      count(activity);
    }
  }

  private void collect(ScopeImpl process) {
    collected.forEach(
        (activity, properties) -> {
          try {
            process
                .findActivity(activity)
                .addBuiltInListener(ExecutionListener.EVENTNAME_END, Collected.of(properties));
          } catch (IllegalArgumentException e) {
            addError(activity + ": collect: " + e.getMessage(), rootElement, activity);
          }
        });
  }

  private void check(Element element, String owner) {
    var id = element.attribute("id") == null ? owner : element.attribute("id");
    var tag = element.getTagName();
    if (ELEMENTS.contains(tag)) {
      addError(id + ": models must not use <" + tag + ">", element, id);
    }
    if (tag.equals("property") && Collected.PROPERTIES.contains(element.attribute("name"))) {
      collected
          .computeIfAbsent(owner, any -> new HashMap<>())
          .put(element.attribute("name"), element.attribute("value"));
    }
    for (var key : element.attributes()) {
      var name = key.substring(key.lastIndexOf(':') + 1);
      // plain BPMN has a type and a resource of its own; Camunda's are those with a namespace
      boolean ofCamunda =
          key.startsWith(BpmnParser.CAMUNDA_BPMN_EXTENSIONS_NS) || key.startsWith(OLD_NAMESPACE);
      if (ofCamunda && ATTRIBUTES.contains(name)) {
        addError(id + ": models must not set " + name, element, id);
      }
      if (ofCamunda
          && name.equals("delegateExpression")
          && !(tag.equals("serviceTask")
              && RestrictedExpressions.COMMAND.equals(element.attribute(key)))) {
        addError(id + ": the only delegate is ${command} in a service task", element, id);
      }
    }
    element.elements().forEach(child -> check(child, id));
  }

  /** Stops a case that runs on and on within one engine command: nothing else would. */
  private static final class Counter implements ExecutionListener {
    private static final int MOST = 10_000;
    private static final ThreadLocal<Count> COUNTS = new ThreadLocal<>();

    @Override
    public void notify(DelegateExecution execution) {
      var command = Context.getCommandContext();
      var count = COUNTS.get();
      if (count == null || count.command.get() != command) {
        count = new Count(new WeakReference<>(command), new int[1]);
        COUNTS.set(count);
      }
      if (++count.steps[0] > MOST) {
        throw new ProcessEngineException(
            "stopped after "
                + MOST
                + " activities without a wait: "
                + execution.getCurrentActivityId());
      }
    }

    @SuppressWarnings("ArrayRecordComponent") // one counter, never compared
    private record Count(WeakReference<CommandContext> command, int[] steps) {}
  }
}
