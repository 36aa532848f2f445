package org.foerderturm.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.foerderturm.cases.CaseQuery.CaseDetails;
import org.foerderturm.cases.CaseQuery.CaseRow;
import org.foerderturm.cases.CaseQuery.IncidentRow;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.cases.CaseQuery.Token;
import org.foerderturm.kernel.Actor;
import org.foerderturm.process.ProcessEvent.CaseAdvanced;
import org.foerderturm.process.ProcessEvent.TaskChanged;
import org.foerderturm.process.ProcessEvent.TaskClosed;
import org.foerderturm.process.ProcessEvent.TaskOpened;
import org.jspecify.annotations.Nullable;

/** A case folded from its events in memory: exact for any position, no stored snapshots needed. */
final class CaseFold {
  private final Map<String, Map<String, Object>> tokens = new LinkedHashMap<>();
  private final Map<String, Integer> done = new TreeMap<>();
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final Map<String, OpenTask> tasks = new LinkedHashMap<>();
  private final Map<String, IncidentRow> incidents = new LinkedHashMap<>();
  private @Nullable CaseAdvanced newest;
  private @Nullable String title;
  private Instant startedAt = Instant.EPOCH;
  private Instant movedAt = Instant.EPOCH;
  private String startedBy = "";
  private long position;

  /** A task as it was opened, and what changed since. */
  private record OpenTask(
      TaskOpened opened, Instant since, @Nullable String assignee, @Nullable Instant dueAt) {
    OpenTask with(TaskChanged change) {
      Object value = change.newValue();
      return switch (change.property()) {
        case "assignee" -> new OpenTask(opened, since, (String) value, dueAt);
        case "dueAt" ->
            new OpenTask(
                opened, since, assignee, value == null ? null : Instant.parse(value.toString()));
        default -> this;
      };
    }
  }

  void apply(CaseAdvanced event, long at, Instant when, String actor) {
    if (event.started()) {
      startedAt = when;
      startedBy = actor;
    }
    newest = event;
    if (event.title() != null) title = StoredJson.text(event.title());
    movedAt = when;
    position = at;
    event.left().forEach(token -> tokens.remove(token.tokenId()));
    tokens.putAll(CaseProjection.tokens(event, when));
    if (event.ended() != null) tokens.clear();
    CaseProjection.finished(event).forEach(element -> done.merge(element, 1, Integer::sum));
    CaseProjection.lastOf(event.variables(), CaseProjection.CASE_SCOPE)
        .forEach(
            (name, value) -> {
              if (value == null) facts.remove(name);
              else facts.put(name, value);
            });
    for (TaskOpened task : event.tasksOpened())
      tasks.put(task.taskId(), new OpenTask(task, when, task.assignee(), task.dueAt()));
    for (TaskChanged change : event.tasksChanged())
      tasks.computeIfPresent(change.taskId(), (id, task) -> task.with(change));
    for (TaskClosed task : event.tasksClosed()) tasks.remove(task.taskId());
    event
        .incidentsRaised()
        .forEach(
            incident ->
                incidents.put(
                    incident.incidentId(),
                    new IncidentRow(
                        incident.incidentId(),
                        event.caseId(),
                        null,
                        event.model().definitionId(),
                        incident.type(),
                        incident.elementId(),
                        StoredJson.text(incident.message()),
                        when)));
    event.incidentsResolved().forEach(incident -> incidents.remove(incident.incidentId()));
  }

  /** What stood there, with the rights of the asker; null before the case began. */
  @Nullable CaseDetails details(Actor asker) {
    CaseAdvanced last = newest;
    if (last == null) return null;
    var waiting = new LinkedHashMap<String, TaskRow>();
    var rows =
        tasks.values().stream()
            .map(
                task -> {
                  var row = row(task, last, asker);
                  waiting.put(task.opened.tokenId(), row);
                  return row;
                })
            .sorted(Comparator.comparing(TaskRow::openedAt).thenComparing(TaskRow::taskId))
            .toList();
    var open =
        incidents.values().stream()
            .map(
                i ->
                    new IncidentRow(
                        i.incidentId(),
                        i.caseId(),
                        title,
                        last.model().definitionId(),
                        i.type(),
                        i.elementId(),
                        i.message(),
                        i.raisedAt()))
            .sorted(
                Comparator.comparing(IncidentRow::raisedAt).thenComparing(IncidentRow::incidentId))
            .toList();
    var head =
        new CaseRow(
            last.caseId(),
            last.caseKey(),
            title,
            last.model(),
            startedAt,
            startedBy,
            movedAt,
            last.ended() == null ? null : movedAt,
            last.ended(),
            rows.size(),
            open.size());
    return new CaseDetails(
        head,
        tokens(tokens, waiting),
        done,
        rows,
        StoredJson.read(StoredJson.write(facts)),
        open,
        position);
  }

  /** Stored tokens as people see them, oldest first. */
  static List<Token> tokens(Map<String, Map<String, Object>> stored, Map<String, TaskRow> waiting) {
    return stored.entrySet().stream()
        .map(
            token -> {
              var fields = token.getValue();
              return new Token(
                  token.getKey(),
                  text(fields, "element"),
                  text(fields, "type"),
                  (String) fields.get("name"),
                  Instant.parse(text(fields, "since")),
                  waitsFor(waiting.get(token.getKey())),
                  subject(waiting.get(token.getKey())));
            })
        .sorted(Comparator.comparing(Token::since).thenComparing(Token::tokenId))
        .toList();
  }

  private static @Nullable String waitsFor(@Nullable TaskRow task) {
    if (task == null) return null;
    return task.assignee() != null ? task.assignee() : String.join(",", task.candidates());
  }

  private static @Nullable String subject(@Nullable TaskRow task) {
    return task == null ? null : task.subject();
  }

  private static String text(Map<String, Object> fields, String name) {
    return (String) Objects.requireNonNull(fields.get(name));
  }

  private TaskRow row(OpenTask task, CaseAdvanced last, Actor asker) {
    var opened = task.opened;
    return new TaskRow(
        opened.taskId(),
        opened.taskKey(),
        opened.name(),
        StoredJson.text(opened.subject()),
        last.caseId(),
        last.caseKey(),
        title,
        last.model(),
        task.assignee,
        opened.candidates(),
        task.since,
        task.dueAt,
        null,
        claimable(task.assignee, opened.candidates(), asker),
        asker.userId().equals(task.assignee));
  }

  static boolean claimable(@Nullable String assignee, List<String> candidates, Actor asker) {
    return assignee == null
        && asker.roles().stream().anyMatch(role -> candidates.contains(role.code()));
  }
}
