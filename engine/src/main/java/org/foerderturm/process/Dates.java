package org.foerderturm.process;

import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/**
 * Lets dates follow the variables that they were computed from: when an event subprocess has taken
 * a message, the case's timers with a date and its tasks' due dates are computed again. What a
 * timer has done already is not done again.
 */
final class Dates {
  private final ProcessEngine engine;
  private final Map<String, Boolean> moving = new ConcurrentHashMap<>();

  Dates(ProcessEngine engine) {
    this.engine = engine;
  }

  /**
   * @param facts to which the changed dates are told
   */
  void follow(String definitionId, String caseId, Facts facts) {
    if (!moving.computeIfAbsent(definitionId, this::mayMove)) return;
    var management = engine.getManagementService();
    var model = model(definitionId);
    for (var timer : management.createJobQuery().timers().processInstanceId(caseId).list())
      if (followsVariable(model, timer)) management.recalculateJobDuedate(timer.getId(), false);
    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              facts.triggeredBy("message", null); // it listens from now on
              context.getTaskManager().findTasksByProcessInstanceId(caseId).forEach(Dates::follow);
              return null;
            });
  }

  /** Whether the model has dates of variables and takes messages beside its way. */
  private boolean mayMove(String definitionId) {
    var model = model(definitionId);
    return model.getModelElementsByType(SubProcess.class).stream()
            .filter(SubProcess::triggeredByEvent)
            .anyMatch(each -> !each.getChildElementsByType(StartEvent.class).isEmpty())
        && (model.getModelElementsByType(TimerEventDefinition.class).stream()
                .anyMatch(Dates::isVariable)
            || model.getModelElementsByType(UserTask.class).stream()
                .anyMatch(task -> isExpression(task.getCamundaDueDate())));
  }

  private BpmnModelInstance model(String definitionId) {
    return engine.getRepositoryService().getBpmnModelInstance(definitionId);
  }

  private boolean followsVariable(BpmnModelInstance model, Job timer) {
    var definition =
        engine
            .getManagementService()
            .createJobDefinitionQuery()
            .jobDefinitionId(timer.getJobDefinitionId())
            .singleResult();
    if (definition == null) return false;
    var element = model.getModelElementById(definition.getActivityId());
    return element != null
        && element.getChildElementsByType(TimerEventDefinition.class).stream()
            .anyMatch(Dates::isVariable);
  }

  private static boolean isVariable(TimerEventDefinition timer) {
    return timer.getTimeDate() != null && isExpression(timer.getTimeDate().getTextContent());
  }

  private static boolean isExpression(@Nullable String text) {
    return text != null && JuelGrammar.isExpression(text);
  }

  @SuppressWarnings("JavaUtilDate") // the engine's own
  private static void follow(TaskEntity task) {
    var due = task.getTaskDefinition().getDueDateExpression();
    if (due == null || !isExpression(due.getExpressionText())) return;
    Object value = due.getValue(task.getExecution());
    Date day =
        value instanceof String text
            ? new WorkingDayCalendar().resolveDuedate(text, task)
            : (Date) value;
    var before = task.getDueDate();
    if (day == null || (before != null && day.toInstant().equals(before.toInstant()))) return;
    task.setDueDate(day);
    task.triggerUpdateEvent();
  }
}
