package org.foerderturm.process;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.foerderturm.form.FormSchema;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.log.Conflict;
import org.foerderturm.log.Ticket;
import org.foerderturm.log.Transactions;
import org.foerderturm.process.ProcessCommand.ClaimTask;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.foerderturm.process.ProcessCommand.ReleaseTask;
import org.foerderturm.process.ProcessEvent.DecisionTaken;
import org.foerderturm.process.ProcessEvent.Model;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Completes, claims and releases tasks. Each runs as one engine command, so that what the check has
 * read the engine needn't read again.
 */
class TaskHandler {
  private final ProcessEngineConfigurationImpl engine;
  private final Models models;
  private final JdbcClient db;
  private final Transactions transactions;

  TaskHandler(
      ProcessEngineConfigurationImpl engine,
      Models models,
      JdbcClient db,
      Transactions transactions) {
    this.engine = engine;
    this.models = models;
    this.db = db;
    this.transactions = transactions;
  }

  @CommandHandler
  void handle(CompleteTask command, Actor actor) {
    onTask(command.taskId(), context -> complete(context, command, actor));
  }

  private @Nullable Void complete(CommandContext context, CompleteTask command, Actor actor) {
    TaskEntity task = find(context, command.taskId());
    ExecutionEntity instance = task.getProcessInstance();
    Ticket ticket = Ticket.current();
    ticket.about(instance.getRootProcessInstanceId());
    checkMayWork(task, actor, ticket);
    Models.Form form = models.formOf(task);
    Map<String, Object> values =
        form == null ? Map.of() : values(form.schema(), command, task.getVariables());
    Facts.current(models).triggeredBy("task", task.getId());
    ProcessDefinitionEntity process = instance.getProcessDefinition();
    Object outcome = values.get("outcome");
    ticket.add(
        "case",
        instance.getRootProcessInstanceId(),
        new DecisionTaken(
            instance.getRootProcessInstanceId(),
            Objects.requireNonNullElse(instance.getBusinessKey(), instance.getId()),
            task.getId(),
            task.getTaskDefinitionKey(),
            models.label(task),
            outcome == null ? null : outcome.toString(),
            values,
            new Model(process.getKey(), process.getVersion(), process.getId(), process.getName()),
            form == null ? null : form.key(),
            form == null ? null : form.version(),
            task.getCreateTime().toInstant()),
        instance.getRootProcessInstanceId());
    transactions.probe().at("after-decision");
    if (form != null)
      task.setExecutionVariables(form.schema().forCase(values, task.getVariables()));
    task.complete();
    transactions.probe().at("after-engine-step");
    return null;
  }

  /** What is sent, put together with what others wrote while the form was open. */
  private static Map<String, Object> values(
      FormSchema schema, CompleteTask command, Map<String, Object> variables) {
    var sent = schema.validate(command.values(), variables);
    if (command.seen() == null) return sent;
    var merged =
        Merge.of(
            schema.begun(sent, variables),
            command.seen(),
            sent,
            schema.prefilled(variables),
            (values, now) -> new CompleteTask(command.taskId(), values, now));
    return merged.equals(sent) ? sent : schema.validate(merged, variables);
  }

  @CommandHandler
  void handle(ClaimTask command, Actor actor) {
    onTask(
        command.taskId(),
        context -> {
          TaskEntity task = find(context, command.taskId());
          Ticket.current().about(task.getProcessInstance().getRootProcessInstanceId());
          if (actor.userId().equals(task.getAssignee())) return null;
          if (task.getAssignee() != null)
            throw new Rejected("task-already-claimed", Map.of("by", task.getAssignee()));
          if (!candidate(task, actor)) throw new Rejected("task-not-yours");
          Facts.current(models).triggeredBy("claim", task.getId());
          task.setAssignee(actor.userId());
          task.triggerUpdateEvent();
          return null;
        });
  }

  @CommandHandler
  void handle(ReleaseTask command, Actor actor) {
    onTask(
        command.taskId(),
        context -> {
          TaskEntity task = find(context, command.taskId());
          Ticket.current().about(task.getProcessInstance().getRootProcessInstanceId());
          if (task.getAssignee() == null) return null;
          if (!actor.userId().equals(task.getAssignee()) && !actor.has(Role.OFFICE_LEAD))
            throw new Rejected("task-not-yours");
          if (task.getCandidates().isEmpty()) throw new Rejected("task-is-personal");
          Facts.current(models).triggeredBy("release", task.getId());
          task.setAssignee(null);
          task.triggerUpdateEvent();
          return null;
        });
  }

  /**
   * Between two reads of one attempt somebody else may complete the task: whatever then goes wrong
   * (no candidates, no case any more) is told as that.
   */
  private void onTask(String id, Command<@Nullable Void> work) {
    lock(id);
    try {
      engine.getCommandExecutorTxRequired().execute(work);
    } catch (RuntimeException failure) {
      if (Conflict.isConflict(failure)) throw failure;
      throw decided(id).<RuntimeException>map(done -> done).orElse(failure);
    }
  }

  /**
   * Steps of one case go one by one. The engine inserts before it deletes: two who complete the
   * same task would each hold what the other waits for, and the database needs a second to see
   * that.
   */
  private void lock(String id) {
    db.sql(
            "select 1 from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_"
                + " where t.id_ = ? for no key update")
        .param(id)
        .query((row, i) -> true)
        .list();
  }

  private TaskEntity find(CommandContext context, String id) {
    TaskEntity task = context.getTaskManager().findTaskById(id);
    if (task != null) return task;
    throw decided(id).orElseGet(() -> new Rejected("task-gone"));
  }

  private Optional<Rejected> decided(String id) {
    return db.sql(
            "select e.actor, e.recorded_at, e.payload ->> 'outcome', e.payload -> 'task' ->> 'de',"
                + " e.case_id from event_log e where event_type = 'DecisionTaken' and payload ->>"
                + " 'taskId' = ?")
        .param(id)
        .query(
            (row, i) -> {
              Ticket.current().about(row.getString(5));
              var args = new LinkedHashMap<String, Object>();
              args.put("by", row.getString(1));
              args.put("at", row.getObject(2, OffsetDateTime.class).toInstant().toString());
              args.put("task", row.getString(4));
              if (row.getString(3) != null) args.put("outcome", row.getString(3));
              return new Rejected("already-done", args);
            })
        .optional();
  }

  /**
   * Its holder, or a candidate while nobody holds it; the office lead in the stead of either, which
   * the log then says. A personal task (a vote) is nobody else's.
   */
  private static void checkMayWork(TaskEntity task, Actor actor, Ticket ticket) {
    String holder = task.getAssignee();
    if (actor.userId().equals(holder)) return;
    if (holder == null && candidate(task, actor)) return;
    Set<String> groups = groups(task);
    if (actor.has(Role.OFFICE_LEAD) && !groups.isEmpty()) {
      ticket.onBehalfOf(holder != null ? holder : groups.iterator().next());
      return;
    }
    if (holder != null && candidate(task, actor))
      throw new Rejected("task-already-claimed", Map.of("by", holder));
    throw new Rejected("task-not-yours");
  }

  private static boolean candidate(TaskEntity task, Actor actor) {
    Set<String> groups = groups(task);
    return actor.roles().stream().anyMatch(role -> groups.contains(role.code()));
  }

  private static Set<String> groups(TaskEntity task) {
    return task.getCandidates().stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }
}
