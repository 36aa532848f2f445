package org.foerderturm.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Archive;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.FileRules;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.foerderturm.log.Ticket;
import org.foerderturm.process.ProcessCommand.AddComment;
import org.foerderturm.process.ProcessCommand.AttachFile;
import org.foerderturm.process.ProcessCommand.CancelCase;
import org.foerderturm.process.ProcessCommand.RetryIncident;
import org.foerderturm.process.ProcessCommand.StartCase;
import org.foerderturm.process.ProcessCommand.WithdrawFile;
import org.foerderturm.process.ProcessEvent.CommentAdded;
import org.foerderturm.process.ProcessEvent.FileAttached;
import org.foerderturm.process.ProcessEvent.FileWithdrawn;
import org.foerderturm.process.ProcessEvent.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts, cancels and annotates cases. */
class CaseHandler {
  /** Characters that the engine keeps of a business key. */
  private static final int LONGEST_KEY = 255;

  private final ProcessEngineConfigurationImpl configuration;
  private final ProcessEngine engine;
  private final Models models;
  private final CommandDelegate commands;
  private final JdbcClient db;

  CaseHandler(
      ProcessEngineConfigurationImpl configuration,
      ProcessEngine engine,
      Models models,
      CommandDelegate commands,
      JdbcClient db) {
    this.configuration = configuration;
    this.engine = engine;
    this.models = models;
    this.commands = commands;
    this.db = db;
  }

  @CommandHandler
  void handle(StartCase command, Actor actor) {
    configuration
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              ProcessDefinitionEntity process =
                  context
                      .getProcessDefinitionManager()
                      .findLatestProcessDefinitionByKey(command.processKey());
              if (process == null)
                throw new Rejected("no-such-workflow", Map.of("workflow", command.processKey()));
              process = configuration.getDeploymentCache().resolveProcessDefinition(process);
              checkMayStart(process, actor);
              Models.Form form = models.startFormOf(process);
              Map<String, Object> values =
                  form == null
                      ? command.values()
                      : form.schema().validate(command.values(), Map.of());
              oneAtATime(command);
              if (engine
                      .getRuntimeService()
                      .createProcessInstanceQuery()
                      .processDefinitionKey(command.processKey())
                      .processInstanceBusinessKey(command.caseKey())
                      .count()
                  > 0) throw new Rejected("case-already-runs", Map.of("key", command.caseKey()));
              Facts.current(models).triggeredBy("start", null);
              engine
                  .getRuntimeService()
                  .startProcessInstanceById(
                      process.getId(),
                      command.caseKey(),
                      form == null
                          ? new LinkedHashMap<>(values)
                          : form.schema().forCase(values, Map.of()));
              return null;
            });
  }

  /** The engine's tables have no unique key that would stop a second start at the same moment. */
  private void oneAtATime(StartCase command) {
    db.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(command.processKey() + ' ' + command.caseKey())
        .query((row, i) -> true)
        .list();
  }

  private static void checkMayStart(ProcessDefinitionEntity process, Actor actor) {
    for (Expression group : process.getCandidateStarterGroupIdExpressions())
      if (actor.roles().stream().anyMatch(role -> role.code().equals(group.getExpressionText())))
        return;
    throw new Rejected("may-not-start", Map.of("workflow", process.getKey()));
  }

  @CommandHandler
  void handle(CancelCase command) {
    if (command.reason().isBlank()) throw new Rejected("reason-missing");
    ProcessInstance instance = running(command.caseId());
    configuration
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              giveUp(context, instance, command.reason().strip());
              cancelAskedFor(context, instance, command.reason().strip());
              Facts.current(models).triggeredBy("cancel", command.reason());
              engine
                  .getRuntimeService()
                  .deleteProcessInstance(instance.getId(), command.reason(), true);
              return null;
            });
  }

  /** A case that carries a thing gives it up with itself, or isn't cancelled. */
  private void giveUp(CommandContext context, ProcessInstance instance, String reason) {
    String definition = instance.getProcessDefinitionId();
    Cancelling cancelling = models.cancelling(context, definition);
    if (cancelling.isSilent()) { // an older version that didn't know how to say it
      definition =
          context
              .getProcessDefinitionManager()
              .findLatestProcessDefinitionByKey(
                  engine.getRepositoryService().getProcessDefinition(definition).getKey())
              .getId();
      cancelling = models.cancelling(context, definition);
    }
    if (cancelling.command() == null) {
      if (!cancelling.tasks().isEmpty()) throw endsBy(context, definition, cancelling);
      return;
    }
    try {
      send(cancelling, instance, reason);
    } catch (Rejected no) {
      throw cancelling.tasks().isEmpty() ? no : endsBy(context, definition, cancelling);
    }
  }

  private void send(Cancelling cancelling, ProcessInstance instance, String reason) {
    var fields = new LinkedHashMap<String, Object>();
    cancelling
        .fields()
        .forEach(
            (field, variable) ->
                fields.put(
                    field,
                    variable.equals("caseKey") // no variable: what expressions know by that name
                        ? instance.getBusinessKey()
                        : engine.getRuntimeService().getVariable(instance.getId(), variable)));
    fields.put("reason", reason);
    commands.send(Objects.requireNonNull(cancelling.command()), fields, instance.getId());
  }

  /** A vote for a case that is no more: nobody is asked any longer, and the history says why. */
  private void cancelAskedFor(CommandContext context, ProcessInstance asking, String reason) {
    var runtime = engine.getRuntimeService();
    var keys = new LinkedHashSet<String>();
    for (var part : withCalled(asking.getId()))
      for (var variable : runtime.createVariableInstanceQuery().processInstanceIdIn(part).list())
        if (variable.getValue() instanceof String value
            && !value.isBlank()
            && value.length() <= LONGEST_KEY
            && !value.equals(asking.getBusinessKey())) keys.add(value);
    for (var key : keys)
      for (var asked :
          runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).list()) {
        // by the newest version: an older one didn't know how to say it
        var newest =
            context
                .getProcessDefinitionManager()
                .findLatestProcessDefinitionByKey(
                    engine
                        .getRepositoryService()
                        .getProcessDefinition(asked.getProcessDefinitionId())
                        .getKey());
        var with = models.cancelledWith(context, newest.getId());
        if (with == null) continue;
        send(with, asked, reason);
        runtime.deleteProcessInstance(asked.getId(), reason, true);
      }
  }

  private List<String> withCalled(String instance) {
    var all = new ArrayList<>(List.of(instance));
    for (var called :
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .superProcessInstanceId(instance)
            .list()) all.addAll(withCalled(called.getId()));
    return all;
  }

  private Rejected endsBy(CommandContext context, String definition, Cancelling cancelling) {
    var names = models.labels(context, definition);
    return new Rejected(
        "case-ends-by-task",
        Map.of(
            "tasks",
            cancelling.tasks().stream()
                .map(task -> names.getOrDefault(task, new Label(task, null)))
                .map(
                    name ->
                        Map.of("de", name.de(), "en", name.en() == null ? name.de() : name.en()))
                .toList()));
  }

  private ProcessInstance running(String caseId) {
    Ticket.current().about(caseId);
    ProcessInstance instance =
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(caseId)
            .singleResult();
    if (instance == null) throw new Rejected("case-not-running");
    return instance;
  }

  @CommandHandler
  void handle(AddComment command) {
    String text = command.text().strip();
    if (text.isEmpty()) throw new Rejected("comment-empty");
    if (text.length() > 10_000) throw new Rejected("comment-too-long", Map.of("limit", 10_000));
    known(command.caseId());
    Ticket.current()
        .add(
            "case",
            command.caseId(),
            new CommentAdded(
                command.caseId(), UUID.randomUUID().toString(), command.taskId(), text),
            command.caseId());
  }

  @CommandHandler
  void handle(AttachFile command, Archive archive) {
    known(command.caseId());
    if (!archive.has(command.sha256()))
      throw new Rejected("file-missing", Map.of("name", command.name()));
    var name = FileRules.checked(command.name(), command.size(), archive.begin(command.sha256()));
    Ticket.current()
        .add(
            "case",
            command.caseId(),
            new FileAttached(
                command.caseId(),
                UUID.randomUUID().toString(),
                name,
                command.mediaType(),
                command.size(),
                command.sha256()),
            command.caseId());
  }

  @CommandHandler
  void handle(WithdrawFile command) {
    known(command.caseId());
    var actor = Ticket.current().actor();
    var event =
        db.sql(
                "select a.payload ->> 'name', a.payload ->> 'sha256', a.actor, a.event_id from event_log a"
                    + " where a.stream_id = ? and a.event_type = 'FileAttached'"
                    + " and a.payload ->> 'fileId' = ? and not exists (select 1 from event_log w"
                    + " where w.stream_id = a.stream_id and w.event_type = 'FileWithdrawn'"
                    + " and w.payload ->> 'fileId' = a.payload ->> 'fileId')")
            .params(command.caseId(), command.fileId())
            .query(
                (row, i) -> {
                  if (!row.getString(3).equals(actor.userId())
                      && !actor.has(Role.PROJECT_MANAGER)
                      && !actor.has(Role.OFFICE_LEAD))
                    throw new Rejected("not-your-file", Map.of("by", row.getString(3)));
                  return new FileWithdrawn(
                      command.caseId(),
                      command.fileId(),
                      row.getString(1),
                      row.getString(2),
                      Correction.reasoned(command.reason()),
                      row.getString(4));
                })
            .optional()
            .orElseThrow(() -> new Rejected("file-gone"));
    Ticket.current().add("case", command.caseId(), event, command.caseId());
  }

  /** Ended cases may be commented too; unknown ones not. */
  private void known(String caseId) {
    boolean exists =
        db.sql(
                "select exists (select 1 from event_log where stream_id = ? and stream_type ="
                    + " 'case')")
            .param(caseId)
            .query(Boolean.class)
            .single();
    if (!exists) throw new Rejected("no-such-case");
    Ticket.current().about(caseId);
  }

  @CommandHandler
  void handle(RetryIncident command) {
    Incident incident = incident(command.incidentId());
    // the step that called a workflow is marked too; what failed is the job below
    if (incident != null && !incident.getRootCauseIncidentId().equals(incident.getId()))
      incident = incident(incident.getRootCauseIncidentId());
    if (incident == null) throw new Rejected("incident-gone");
    Facts.current(models).triggeredBy("retry", incident.getActivityId());
    engine.getManagementService().setJobRetries(incident.getConfiguration(), 3);
  }

  private @Nullable Incident incident(String id) {
    return engine.getRuntimeService().createIncidentQuery().incidentId(id).singleResult();
  }
}
