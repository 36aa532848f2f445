package org.foerderturm.cases;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.kernel.SearchText;
import org.foerderturm.process.ProcessEvent.CaseAdvanced;
import org.foerderturm.process.ProcessEvent.DecisionTaken;
import org.foerderturm.process.ProcessEvent.IncidentRaised;
import org.foerderturm.process.ProcessEvent.TaskChanged;
import org.foerderturm.process.ProcessEvent.TaskClosed;
import org.foerderturm.process.ProcessEvent.TaskOpened;
import org.foerderturm.process.ProcessEvent.TokenEntered;
import org.foerderturm.process.ProcessEvent.TokenLeft;
import org.foerderturm.process.ProcessEvent.VariableChanged;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where each case stands, and every task it ever had. On the hot path: a step of a case is one
 * update of its row and one statement per task. {@link CaseFold} says the same in memory; a test
 * holds them equal.
 */
@Component
class CaseProjection implements Projection {
  /** Scope of the variables that the whole case sees. */
  static final String CASE_SCOPE = "case";

  private static final String STARTED =
      """
      insert into view_case (case_id, case_key, title, model_key, model_version, model_definition, model_name,
        parent_case_id, started_at, started_by, moved_at, position, ended_at, ended, words, tokens, done, variables)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb)""";
  private static final String ADVANCED =
      """
      update view_case set title = coalesce(?, title), model_version = ?, model_definition = ?, model_name = ?, moved_at = ?,
        position = ?, ended_at = ?, ended = ?, words = coalesce(?, words),
        tokens = case when ?::boolean then '{}' else (tokens - ?) || ?::jsonb end,
        done = done || ?,
        variables = (variables - ?) || ?::jsonb
      where case_id = ?""";
  private static final String OPENED =
      """
      insert into view_task (task_id, task_key, name_de, name_en, subject, case_id, token_id, parent_token, assignee, candidates,
        opened_at, opened_position, due_at, form, form_version, words)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
  private static final String ASSIGNED = "update view_task set assignee = ? where task_id = ?";
  private static final String DUE = "update view_task set due_at = ? where task_id = ?";
  private static final String CLOSED =
      "update view_task set closed = ?, closed_by = ?, closed_at = ? where task_id = ?";
  private static final String DECIDED =
      "update view_task set closed = 'completed', closed_by = ?, closed_at = ?, outcome = ? where task_id = ?";
  private static final String LOCAL =
      "insert into view_local (case_id, scope, name, value, position) values (?, ?, ?, ?::jsonb, ?)";
  private static final String RAISED =
      "insert into view_incident (incident_id, case_id, type, element_id, message, raised_at)"
          + " values (?, ?, ?, ?, ?, ?)";
  private static final String RESOLVED = "delete from view_incident where incident_id = ?";

  @Override
  public String name() {
    return "cases";
  }

  @Override
  public List<String> tables() {
    return List.of("view_case", "view_task", "view_local", "view_incident");
  }

  @EventHandler
  void on(CaseAdvanced event, Recorded recorded, Writes writes) {
    var facts = lastOf(event.variables(), CASE_SCOPE);
    if (event.started()) start(event, facts, recorded, writes);
    else advance(event, facts, recorded, writes);
    for (TaskOpened task : event.tasksOpened()) open(task, event, recorded, writes);
    for (TaskChanged change : event.tasksChanged()) change(change, writes);
    for (TaskClosed task : event.tasksClosed())
      if (!decided(event, task))
        writes.add(
            task.taskId(), CLOSED, task.reason(), recorded.actor(), recorded.at(), task.taskId());
    event.variables().stream()
        .map(VariableChanged::scope)
        .filter(scope -> !scope.equals(CASE_SCOPE))
        .distinct()
        .forEach(scope -> local(event, scope, recorded, writes));
    for (IncidentRaised incident : event.incidentsRaised())
      writes.add(
          incident.incidentId(),
          RAISED,
          incident.incidentId(),
          event.caseId(),
          incident.type(),
          incident.elementId(),
          StoredJson.text(incident.message()),
          recorded.at());
    event
        .incidentsResolved()
        .forEach(incident -> writes.add(incident.incidentId(), RESOLVED, incident.incidentId()));
  }

  @EventHandler
  void on(DecisionTaken event, Recorded recorded, Writes writes) {
    writes.add(
        event.taskId(),
        DECIDED,
        recorded.actor(),
        recorded.at(),
        StoredJson.text(event.outcome()),
        event.taskId());
  }

  /** The decision that set this step in motion has closed its task already. */
  private static boolean decided(CaseAdvanced event, TaskClosed task) {
    return event.trigger().kind().equals("task")
        && task.taskId().equals(event.trigger().ref())
        && task.reason().equals("completed");
  }

  private static void start(
      CaseAdvanced event, Map<String, @Nullable Object> facts, Recorded recorded, Writes writes) {
    facts.values().removeIf(value -> value == null);
    var model = event.model();
    writes.add(
        event.caseId(),
        STARTED,
        event.caseId(),
        event.caseKey(),
        StoredJson.text(event.title()),
        model.key(),
        model.version(),
        model.definitionId(),
        model.name(),
        event.parentCaseId(),
        recorded.at(),
        recorded.actor(),
        recorded.at(),
        recorded.position(),
        endedAt(event, recorded),
        event.ended(),
        words(event.title(), model.name(), event.caseKey()),
        StoredJson.write(tokens(event, recorded.at())),
        finished(event).toArray(String[]::new),
        StoredJson.write(facts));
  }

  private static void advance(
      CaseAdvanced event, Map<String, @Nullable Object> facts, Recorded recorded, Writes writes) {
    var gone =
        facts.entrySet().stream()
            .filter(fact -> fact.getValue() == null)
            .map(fact -> StoredJson.text(fact.getKey()))
            .toArray(String[]::new);
    facts.values().removeIf(value -> value == null);
    var model = event.model();
    writes.add(
        event.caseId(),
        ADVANCED,
        StoredJson.text(event.title()),
        model.version(),
        model.definitionId(),
        model.name(),
        recorded.at(),
        recorded.position(),
        endedAt(event, recorded),
        event.ended(),
        event.title() == null ? null : words(event.title(), model.name(), event.caseKey()),
        event.ended() != null,
        event.left().stream().map(TokenLeft::tokenId).toArray(String[]::new),
        StoredJson.write(tokens(event, recorded.at())),
        finished(event).toArray(String[]::new),
        gone,
        StoredJson.write(facts),
        event.caseId());
  }

  private static void open(TaskOpened task, CaseAdvanced event, Recorded recorded, Writes writes) {
    writes.add(
        task.taskId(),
        OPENED,
        task.taskId(),
        task.taskKey(),
        task.name().de(),
        task.name().en(),
        StoredJson.text(task.subject()),
        event.caseId(),
        task.tokenId(),
        parent(task, event),
        task.assignee(),
        task.candidates().toArray(String[]::new),
        recorded.at(),
        recorded.position(),
        task.dueAt(),
        task.form(),
        task.formVersion(),
        words(task.name().de(), task.name().en(), task.subject()));
  }

  private static @Nullable String parent(TaskOpened task, CaseAdvanced event) {
    for (TokenEntered token : event.entered())
      if (token.tokenId().equals(task.tokenId())) return token.parent();
    return null;
  }

  private static void change(TaskChanged change, Writes writes) {
    switch (change.property()) {
      case "assignee" ->
          writes.add(change.taskId(), ASSIGNED, (String) change.newValue(), change.taskId());
      case "dueAt" ->
          writes.add(
              change.taskId(),
              DUE,
              change.newValue() == null ? null : Instant.parse(change.newValue().toString()),
              change.taskId());
      default -> {} // nothing that a screen shows
    }
  }

  private static void local(CaseAdvanced event, String scope, Recorded recorded, Writes writes) {
    lastOf(event.variables(), scope)
        .forEach(
            (name, value) ->
                writes.add(
                    event.caseId() + scope,
                    LOCAL,
                    event.caseId(),
                    scope,
                    StoredJson.text(name),
                    StoredJson.write(value),
                    recorded.position()));
  }

  /** Name → newest value of one scope; null means that it is gone. */
  static Map<String, @Nullable Object> lastOf(List<VariableChanged> changes, String scope) {
    var last = new LinkedHashMap<String, @Nullable Object>();
    for (VariableChanged change : changes)
      if (change.scope().equals(scope)) last.put(change.name(), change.newValue());
    return last;
  }

  /** Tokens that this step set and that are still there after it. */
  static Map<String, Map<String, Object>> tokens(CaseAdvanced event, Instant at) {
    var tokens = new LinkedHashMap<String, Map<String, Object>>();
    if (event.ended() != null) return tokens;
    for (TokenEntered token : event.entered()) {
      var fields = new LinkedHashMap<String, Object>();
      fields.put("element", token.elementId());
      fields.put("type", token.type());
      if (token.name() != null) fields.put("name", token.name());
      if (token.parent() != null) fields.put("parent", token.parent());
      fields.put("since", at.toString());
      tokens.put(token.tokenId(), fields);
    }
    event.left().forEach(token -> tokens.remove(token.tokenId()));
    return tokens;
  }

  /** Elements that this step finished, once for each time. */
  static List<String> finished(CaseAdvanced event) {
    return event.left().stream()
        .filter(token -> !token.cancelled())
        .map(TokenLeft::elementId)
        .toList();
  }

  private static @Nullable Instant endedAt(CaseAdvanced event, Recorded recorded) {
    return event.ended() == null ? null : recorded.at();
  }

  private static @Nullable String words(@Nullable String... parts) {
    return SearchText.of(
        Stream.of(parts).filter(part -> part != null).collect(Collectors.joining(" ")));
  }
}
