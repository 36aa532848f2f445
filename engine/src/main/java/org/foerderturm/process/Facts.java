package org.foerderturm.process;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedInput;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.foerderturm.log.Json;
import org.foerderturm.log.Ticket;
import org.foerderturm.process.ProcessEvent.CaseAdvanced;
import org.foerderturm.process.ProcessEvent.IncidentRaised;
import org.foerderturm.process.ProcessEvent.IncidentResolved;
import org.foerderturm.process.ProcessEvent.Model;
import org.foerderturm.process.ProcessEvent.TableEvaluated;
import org.foerderturm.process.ProcessEvent.TaskChanged;
import org.foerderturm.process.ProcessEvent.TaskClosed;
import org.foerderturm.process.ProcessEvent.TaskOpened;
import org.foerderturm.process.ProcessEvent.TokenEntered;
import org.foerderturm.process.ProcessEvent.TokenLeft;
import org.foerderturm.process.ProcessEvent.Trigger;
import org.foerderturm.process.ProcessEvent.VariableChanged;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what the engine tells during one root unit of work and makes one {@code CaseAdvanced} a
 * case of it. What began and ended within the same transaction and left no trace in the case (a
 * service task's inputs) is dropped.
 */
final class Facts implements CommandContextListener, Ticket.Closing {
  private static final String KEY = Facts.class.getName();
  private static final Field BEFORE = beforeImage();

  /** The engine's mark in the id of the body that holds a multi-instance activity's rounds. */
  private static final String ROUNDS = "#multiInstanceBody";

  private final Models models;
  private final Map<String, CaseFacts> cases = new LinkedHashMap<>();
  private @Nullable CommandContext listening;
  private @Nullable CommandContext closed;
  private @Nullable Trigger trigger;
  private @Nullable String originCase;

  private Facts(Models models) {
    this.models = models;
  }

  private static final class CaseFacts {
    @Nullable String caseKey;
    @Nullable String title;
    @Nullable Model model;
    boolean started;
    @Nullable String ended;
    final Map<String, TokenEntered> entered = new LinkedHashMap<>();
    final Map<String, TokenLeft> left = new LinkedHashMap<>();
    final Map<String, TaskOpened> opened = new LinkedHashMap<>();
    final Map<String, @Nullable String> assignees = new LinkedHashMap<>();
    final List<TaskChanged> changed = new ArrayList<>();
    final Map<String, TaskClosed> closed = new LinkedHashMap<>();
    final Map<String, Change> variables = new LinkedHashMap<>();
    final List<TableEvaluated> decisions = new ArrayList<>();
    final List<IncidentRaised> raised = new ArrayList<>();
    final List<IncidentResolved> resolved = new ArrayList<>();
  }

  private static final class Change {
    final String name;
    String scope;
    final String executionId;
    final @Nullable Object oldValue;
    final boolean created;
    @Nullable Object newValue;
    boolean deleted;

    Change(
        String name, String scope, String executionId, @Nullable Object oldValue, boolean created) {
      this.name = name;
      this.scope = scope;
      this.executionId = executionId;
      this.oldValue = oldValue;
      this.created = created;
    }
  }

  /** The facts of the current root unit of work. */
  static Facts current(Models models) {
    var root = CurrentUnitOfWork.get().root();
    Facts facts = root.getResource(KEY);
    if (facts == null) {
      facts = new Facts(models);
      root.resources().put(KEY, facts);
      Ticket.current().beforeAppend(facts);
    }
    return facts;
  }

  /** Says what sets the engine in motion; the first word counts. */
  void triggeredBy(String kind, @Nullable String ref) {
    if (trigger == null) trigger = new Trigger(kind, ref);
    if (Context.getCommandContext() != null) listen();
  }

  /** The case whose event starts another one. */
  void startedFrom(@Nullable String caseId) {
    originCase = caseId;
  }

  void add(HistoryEvent event) {
    String caseId = event.getRootProcessInstanceId();
    if (caseId == null) caseId = event.getProcessInstanceId();
    if (caseId == null) return;
    listen();
    jobTrigger();
    CaseFacts facts = cases.computeIfAbsent(caseId, id -> new CaseFacts());
    switch (event) {
      case HistoricProcessInstanceEventEntity instance -> instance(facts, caseId, instance);
      case HistoricActivityInstanceEventEntity activity -> activity(facts, activity);
      case HistoricTaskInstanceEventEntity task -> task(facts, task);
      case HistoricVariableUpdateEventEntity variable -> variable(facts, caseId, variable);
      case HistoricIncidentEventEntity incident -> incident(facts, incident);
      default -> {}
    }
    CommandContext context = Context.getCommandContext();
    if (closed == context) complete(context, caseId, facts);
  }

  /**
   * Not while the context closes: a changed task tells so then, and its list of listeners is read.
   */
  private void listen() {
    CommandContext context = Context.getCommandContext();
    if (listening != context && closed != context) {
      listening = context;
      context.registerCommandContextListener(this);
    }
  }

  private void jobTrigger() {
    var jobs = Context.getJobExecutorContext();
    if (trigger != null || jobs == null || jobs.getCurrentJob() == null) return;
    String handler = jobs.getCurrentJob().getJobHandlerType();
    String element = null;
    if (jobs.getCurrentJob().getJobDefinition() != null)
      element = jobs.getCurrentJob().getJobDefinition().getActivityId();
    trigger = new Trigger(handler.startsWith("timer") ? "timer" : "job", element);
  }

  private static void instance(
      CaseFacts facts, String caseId, HistoricProcessInstanceEventEntity instance) {
    if (!caseId.equals(instance.getProcessInstanceId()))
      return; // a called process is part of its case
    if (instance.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_START)) {
      facts.started = true;
      facts.caseKey = instance.getBusinessKey();
    } else if (instance.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END)) {
      facts.ended = "COMPLETED".equals(instance.getState()) ? "completed" : "cancelled";
      facts.caseKey = instance.getBusinessKey();
    }
  }

  private static void activity(CaseFacts facts, HistoricActivityInstanceEventEntity activity) {
    String token = activity.getActivityInstanceId();
    if (activity.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_START)) {
      facts.entered.put(
          token,
          new TokenEntered(
              token,
              activity.getActivityId(),
              activity.getActivityType(),
              activity.getActivityName(),
              parent(activity)));
    } else {
      facts.left.put(
          token,
          new TokenLeft(
              token,
              activity.getActivityId(),
              activity.getActivityType(),
              activity.getActivityName(),
              activity.isCanceled()));
    }
  }

  private static @Nullable String parent(HistoricActivityInstanceEventEntity activity) {
    String parent = activity.getParentActivityInstanceId();
    return Objects.equals(parent, activity.getProcessInstanceId()) ? null : parent;
  }

  private static void task(CaseFacts facts, HistoricTaskInstanceEventEntity task) {
    String id = task.getTaskId();
    if (task.isEventOfType(HistoryEventTypes.TASK_INSTANCE_CREATE)) {
      facts.assignees.put(id, null);
      facts.opened.put(id, PENDING);
    } else if (task.isEventOfType(HistoryEventTypes.TASK_INSTANCE_UPDATE)) {
      if (facts.opened.containsKey(id)) return; // still being made
      TaskEntity entity = Context.getCommandContext().getTaskManager().findTaskById(id);
      Object before = entity == null ? null : before(entity).get("assignee");
      if (!Objects.equals(before, task.getAssignee()))
        facts.changed.add(new TaskChanged(id, "assignee", before, task.getAssignee()));
      Object due = entity == null ? null : at((Date) before(entity).get("dueDate"));
      if (!Objects.equals(due, at(task.getDueDate())))
        facts.changed.add(new TaskChanged(id, "dueAt", due, at(task.getDueDate())));
    } else {
      // the engine says "complete" of a lapsed task too; only the reason tells
      boolean done = TaskEntity.DELETE_REASON_COMPLETED.equals(task.getDeleteReason());
      facts.closed.putIfAbsent(
          id, new TaskClosed(id, task.getTaskDefinitionKey(), done ? "completed" : "cancelled"));
    }
  }

  private static @Nullable String at(@Nullable Date date) {
    return date == null ? null : date.toInstant().toString();
  }

  private static final TaskOpened PENDING =
      new TaskOpened(
          "", "", new ProcessEvent.Label("", null), null, List.of(), null, null, null, null, "");

  private static void variable(
      CaseFacts facts, String caseId, HistoricVariableUpdateEventEntity told) {
    String id = told.getVariableInstanceId();
    boolean created = told.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_CREATE);
    var manager = Context.getCommandContext().getDbEntityManager();
    VariableInstanceEntity entity = manager.getCachedEntity(VariableInstanceEntity.class, id);
    Change change = facts.variables.get(id);
    if (change == null) {
      String scope =
          caseId.equals(told.getExecutionId())
              ? "case"
              : Objects.requireNonNullElse(
                  told.getScopeActivityInstanceId(), told.getExecutionId());
      Object old = created || entity == null ? null : stored(before(entity));
      change = new Change(told.getVariableName(), scope, told.getExecutionId(), old, created);
      facts.variables.put(id, change);
    }
    change.deleted = told.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_DELETE);
    change.newValue = change.deleted ? null : value(told);
  }

  private static void incident(CaseFacts facts, HistoricIncidentEventEntity incident) {
    if (incident.isEventOfType(HistoryEventTypes.INCIDENT_CREATE))
      facts.raised.add(
          new IncidentRaised(
              incident.getId(),
              incident.getIncidentType(),
              incident.getActivityId(),
              firstLine(incident.getIncidentMessage())));
    else facts.resolved.add(new IncidentResolved(incident.getId()));
  }

  private static @Nullable String firstLine(@Nullable String message) {
    return message == null ? null : message.lines().findFirst().orElse("");
  }

  void decided(String caseId, DmnDecisionTableEvaluationEvent table) {
    listen();
    var inputs = new LinkedHashMap<String, Object>();
    for (DmnEvaluatedInput input : table.getInputs()) {
      String name = input.getName() == null ? input.getId() : input.getName();
      inputs.put(name, plain(input.getValue() == null ? null : input.getValue().getValue()));
    }
    var rules = new ArrayList<String>();
    var outputs = new ArrayList<Map<String, Object>>();
    table
        .getMatchingRules()
        .forEach(
            rule -> {
              rules.add(rule.getId());
              var output = new LinkedHashMap<String, Object>();
              rule.getOutputEntries()
                  .forEach(
                      (name, entry) ->
                          output.put(
                              entry.getOutputName() == null ? name : entry.getOutputName(),
                              plain(entry.getValue().getValue())));
              outputs.add(output);
            });
    var decision = table.getDecisionTable();
    int version =
        decision instanceof org.camunda.bpm.engine.repository.DecisionDefinition definition
            ? definition.getVersion()
            : 0;
    cases
        .computeIfAbsent(caseId, id -> new CaseFacts())
        .decisions
        .add(
            new TableEvaluated(
                decision.getKey(), version, decision.getName(), inputs, rules, outputs));
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return value == null ? null : Json.MAPPER.convertValue(value, Object.class);
  }

  /** Before the engine's flush, while its entities are at hand: names, candidates, values. */
  @Override
  public void onCommandContextClose(CommandContext context) {
    closed = context;
    cases.forEach((caseId, facts) -> complete(context, caseId, facts));
  }

  private void complete(CommandContext context, String caseId, CaseFacts facts) {
    identify(context, caseId, facts);
    facts.opened.replaceAll((id, opened) -> opened == PENDING ? opened(context, id) : opened);
  }

  @Override
  public void onCommandFailed(CommandContext context, Throwable failure) {
    listening = null;
  }

  private static void identify(CommandContext context, String caseId, CaseFacts facts) {
    for (Change change : facts.variables.values())
      if (change.scope.contains(ROUNDS)) change.scope = round(context, change);
    if (facts.model != null) return;
    ExecutionEntity root = context.getExecutionManager().findExecutionById(caseId);
    if (root == null) return;
    facts.caseKey = root.getBusinessKey();
    ProcessDefinitionEntity definition = root.getProcessDefinition();
    facts.model =
        new Model(
            definition.getKey(), definition.getVersion(), definition.getId(), definition.getName());
  }

  /** A loop's variables are told before their round has a token: here it has one. */
  private static String round(CommandContext context, Change change) {
    ExecutionEntity round = context.getExecutionManager().findExecutionById(change.executionId);
    if (round == null || !round.isConcurrent()) return change.scope;
    String token = round.getActivityInstanceId();
    if (token != null && !token.contains(ROUNDS)) return token;
    return round.getExecutions().isEmpty()
        ? change.scope
        : Objects.requireNonNullElse(
            round.getExecutions().getFirst().getActivityInstanceId(), change.scope);
  }

  private TaskOpened opened(CommandContext context, String id) {
    TaskEntity task = context.getTaskManager().findTaskById(id);
    if (task == null) return PENDING; // opened and gone within one transaction
    var candidates = new ArrayList<String>();
    for (IdentityLink link : task.getCandidates())
      if (link.getGroupId() != null) candidates.add(link.getGroupId());
    Object subject = task.getExecution().getVariable("subject");
    Models.Form form = models.formOf(task);
    return new TaskOpened(
        id,
        task.getTaskDefinitionKey(),
        models.label(task),
        task.getAssignee(),
        candidates,
        task.getDueDate() == null ? null : task.getDueDate().toInstant(),
        subject == null ? null : subject.toString(),
        form == null ? null : form.key(),
        form == null ? null : form.version(),
        task.getExecution().getActivityInstanceId());
  }

  /** Right before the append: one event a case. */
  @Override
  public void close(Ticket ticket) {
    cases.forEach(
        (caseId, facts) ->
            advanced(caseId, facts).ifPresent(event -> ticket.add("case", caseId, event, caseId)));
    cases.clear();
  }

  private java.util.Optional<CaseAdvanced> advanced(String caseId, CaseFacts facts) {
    if (facts.model == null) return java.util.Optional.empty();
    facts.opened.values().removeIf(opened -> opened == PENDING);
    var variables = new ArrayList<VariableChanged>();
    String title = facts.title;
    for (Change change : facts.variables.values()) {
      if (change.created && change.deleted) continue;
      if (!change.created && !change.deleted && Objects.equals(change.oldValue, change.newValue))
        continue;
      variables.add(
          new VariableChanged(change.name, change.scope, change.oldValue, change.newValue));
      if (change.scope.equals("case") && change.name.equals("title") && change.newValue != null)
        title = change.newValue.toString();
    }
    if (title == null && facts.started) title = facts.model.name();
    return java.util.Optional.of(
        new CaseAdvanced(
            caseId,
            Objects.requireNonNullElse(facts.caseKey, caseId),
            title,
            facts.model,
            trigger == null ? new Trigger("job", null) : trigger,
            facts.started,
            facts.ended,
            facts.started ? originCase : null,
            List.copyOf(facts.entered.values()),
            List.copyOf(facts.left.values()),
            List.copyOf(facts.opened.values()),
            List.copyOf(facts.changed),
            List.copyOf(facts.closed.values()),
            variables,
            List.copyOf(facts.decisions),
            List.copyOf(facts.raised),
            List.copyOf(facts.resolved)));
  }

  private static @Nullable Object value(HistoricVariableUpdateEventEntity told) {
    return decode(
        told.getSerializerName(), told.getTextValue(), told.getLongValue(), told.getDoubleValue());
  }

  private static @Nullable Object stored(Map<?, ?> state) {
    return decode(
        (String) state.get("serializerName"),
        (String) state.get("textValue"),
        (Long) state.get("longValue"),
        (Double) state.get("doubleValue"));
  }

  private static @Nullable Object decode(
      @Nullable String serializer,
      @Nullable String text,
      @Nullable Long number,
      @Nullable Double decimal) {
    if (serializer == null) return null;
    return switch (serializer) {
      case "null" -> null;
      case "boolean" -> number == null ? null : number == 1;
      case "integer", "long", "short" -> number;
      case "double" -> decimal;
      case "date" -> number == null ? null : Instant.ofEpochMilli(number).toString();
      case JsonVariables.NAME -> text == null ? null : Json.read(text, Object.class);
      default -> text == null ? "" : text;
    };
  }

  /** The state an entity had in the database, which the engine keeps to find what is dirty. */
  private static Map<?, ?> before(org.camunda.bpm.engine.impl.db.DbEntity entity) {
    CachedDbEntity cached =
        Context.getCommandContext().getDbEntityManager().getDbEntityCache().getCachedEntity(entity);
    try {
      return cached != null && BEFORE.get(cached) instanceof Map<?, ?> state ? state : Map.of();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Field beforeImage() {
    try {
      Field field = CachedDbEntity.class.getDeclaredField("copy");
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("the engine's version has no before-image", e);
    }
  }
}
