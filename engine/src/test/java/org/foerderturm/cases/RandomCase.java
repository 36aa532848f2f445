package org.foerderturm.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.foerderturm.process.ProcessEvent;
import org.foerderturm.process.ProcessEvent.CaseAdvanced;
import org.foerderturm.process.ProcessEvent.DecisionTaken;
import org.foerderturm.process.ProcessEvent.IncidentRaised;
import org.foerderturm.process.ProcessEvent.IncidentResolved;
import org.foerderturm.process.ProcessEvent.Label;
import org.foerderturm.process.ProcessEvent.Model;
import org.foerderturm.process.ProcessEvent.TaskChanged;
import org.foerderturm.process.ProcessEvent.TaskClosed;
import org.foerderturm.process.ProcessEvent.TaskOpened;
import org.foerderturm.process.ProcessEvent.TokenEntered;
import org.foerderturm.process.ProcessEvent.TokenLeft;
import org.foerderturm.process.ProcessEvent.Trigger;
import org.foerderturm.process.ProcessEvent.VariableChanged;
import org.jspecify.annotations.Nullable;

/**
 * Plays a case as the engine would tell it: forks, joins, claims, timers, incidents, odd values.
 */
public final class RandomCase {
  private static final Model FIRST = new Model("random", 1, "random:1:a", "Zufälliger Vorgang");
  private static final Model SECOND = new Model("random", 2, "random:2:b", "Zufälliger Vorgang II");
  private static final List<String> ROLES =
      List.of("project-manager", "expert-team", "office-lead");
  private static final List<String> NAMES = List.of("title", "amount", "note", "partner", "list");
  private static final List<@Nullable Object> VALUES =
      Arrays.asList(
          null,
          "Leuchtturm",
          "",
          "nul \u0000 here",
          "half \ud83d char",
          "\ud83d\ude80 \\u0000",
          1,
          -7L,
          25_000_000_00L,
          1.5,
          1.0,
          1.0E10,
          1.2345678E7,
          1.5E-7,
          1e100,
          true,
          List.of(1, "a", 2.50),
          Map.of("name", "Gdańsk", "share", 0.25),
          withNull(),
          List.of(Map.of("x\u0000", List.of())));

  private final String caseId;
  private final Random random;
  private final Map<String, TokenEntered> tokens = new LinkedHashMap<>();
  private final Map<String, TaskOpened> tasks = new LinkedHashMap<>();
  private final Map<String, String> assignees = new HashMap<>();
  private final Map<String, Map<String, @Nullable Object>> variables = new HashMap<>();
  private final List<String> incidents = new ArrayList<>();
  private Model model = FIRST;
  private boolean started;
  private boolean ended;

  private final List<TokenEntered> entered = new ArrayList<>();
  private final List<TokenLeft> left = new ArrayList<>();
  private final List<TaskOpened> opened = new ArrayList<>();
  private final List<TaskChanged> changed = new ArrayList<>();
  private final List<TaskClosed> closed = new ArrayList<>();
  private final List<VariableChanged> facts = new ArrayList<>();
  private final List<IncidentRaised> raised = new ArrayList<>();
  private final List<IncidentResolved> resolved = new ArrayList<>();

  public RandomCase(String caseId, Random random) {
    this.caseId = caseId;
    this.random = random;
  }

  public boolean isEnded() {
    return ended;
  }

  /** The events of the next engine transaction. */
  public List<ProcessEvent> next() {
    var events = new ArrayList<ProcessEvent>();
    boolean start = !started;
    var trigger = new Trigger("start", null);
    if (start) {
      started = true;
      enter();
    } else {
      trigger = move(events);
    }
    if (random.nextInt(3) == 0) set("case");
    if (random.nextInt(6) == 0 && !tokens.isEmpty()) set(any(tokens.keySet()));
    String end = null;
    if (tokens.isEmpty() || random.nextInt(60) == 0) {
      end = tokens.isEmpty() ? "completed" : "cancelled";
      List.copyOf(tokens.keySet()).forEach(token -> leave(token, true));
      incidents.forEach(incident -> resolved.add(new IncidentResolved(incident)));
      incidents.clear();
      ended = true;
    }
    Object title =
        facts.stream().anyMatch(f -> f.name().equals("title") && f.scope().equals("case"))
            ? variables.get("case").get("title")
            : null;
    events.add(
        new CaseAdvanced(
            caseId,
            "key-" + caseId,
            title instanceof String t ? t : null,
            model,
            trigger,
            start,
            end,
            null,
            List.copyOf(entered),
            List.copyOf(left),
            List.copyOf(opened),
            List.copyOf(changed),
            List.copyOf(closed),
            List.copyOf(facts),
            List.of(),
            List.copyOf(raised),
            List.copyOf(resolved)));
    for (List<?> list : List.of(entered, left, opened, changed, closed, facts, raised, resolved))
      list.clear();
    return events;
  }

  private Trigger move(List<ProcessEvent> events) {
    switch (random.nextInt(10)) {
      case 0, 1 -> claim();
      case 2 -> {
        String id = UUID.randomUUID().toString();
        incidents.add(id);
        raised.add(
            new IncidentRaised(
                id, "failedJob", "Task_1", any(Arrays.asList(null, "nein", "nul\u0000"))));
        return new Trigger("job", "Task_1");
      }
      case 3 -> {
        if (!incidents.isEmpty())
          resolved.add(new IncidentResolved(incidents.remove(random.nextInt(incidents.size()))));
        return new Trigger("retry", null);
      }
      case 4 -> { // a boundary event takes the token elsewhere
        if (!tokens.isEmpty()) leave(any(tokens.keySet()), true);
        enter();
        return new Trigger("timer", "BoundaryEvent_1");
      }
      case 5 -> model = SECOND;
      default -> {
        if (tasks.isEmpty()) {
          if (!tokens.isEmpty()) leave(any(tokens.keySet()), false);
        } else {
          var task = tasks.get(any(tasks.keySet()));
          events.add(
              new DecisionTaken(
                  caseId,
                  "key-" + caseId,
                  task.taskId(),
                  task.taskKey(),
                  task.name(),
                  "geeignet",
                  Map.of("outcome", "geeignet"),
                  model,
                  task.form(),
                  task.formVersion(),
                  null));
          leave(task.tokenId(), false);
          for (int i = random.nextInt(3); i > 0; i--) enter();
          return new Trigger("task", task.taskId());
        }
      }
    }
    return new Trigger("job", null);
  }

  private void claim() {
    if (tasks.isEmpty()) return;
    String task = any(tasks.keySet());
    String old = assignees.get(task);
    String taken = random.nextInt(3) == 0 ? null : "user" + random.nextInt(3);
    assignees.put(task, taken);
    changed.add(new TaskChanged(task, "assignee", old, taken));
    if (random.nextBoolean())
      changed.add(
          new TaskChanged(task, "dueAt", null, Instant.ofEpochSecond(random.nextInt()).toString()));
  }

  private void enter() {
    String gateway = UUID.randomUUID().toString(); // passed within the same transaction
    entered.add(new TokenEntered(gateway, "Gateway_1", "exclusiveGateway", null, null));
    left.add(new TokenLeft(gateway, "Gateway_1", "exclusiveGateway", null, false));
    int element = random.nextInt(5);
    boolean work = element < 4;
    var token =
        new TokenEntered(
            UUID.randomUUID().toString(),
            "Task_" + element,
            work ? "userTask" : "receiveTask",
            "Schritt " + element,
            tokens.isEmpty() ? null : any(tokens.keySet()));
    tokens.put(token.tokenId(), token);
    entered.add(token);
    if (!work) return;
    var task =
        new TaskOpened(
            UUID.randomUUID().toString(),
            token.elementId(),
            new Label("Eignung prüfen " + element, element == 0 ? null : "Check " + element),
            element == 1 ? "user1" : null,
            List.of(any(ROLES)),
            element == 2 ? Instant.ofEpochSecond(random.nextInt()) : null,
            element == 3 ? "Gdańsk" : null,
            "form",
            1,
            token.tokenId());
    tasks.put(task.taskId(), task);
    assignees.put(task.taskId(), task.assignee());
    opened.add(task);
  }

  private void leave(String tokenId, boolean cancelled) {
    var token = tokens.remove(tokenId);
    left.add(new TokenLeft(tokenId, token.elementId(), token.type(), token.name(), cancelled));
    tasks.values().stream()
        .filter(task -> task.tokenId().equals(tokenId))
        .toList()
        .forEach(
            task -> {
              closed.add(
                  new TaskClosed(
                      task.taskId(), task.taskKey(), cancelled ? "cancelled" : "completed"));
              tasks.remove(task.taskId());
            });
  }

  private void set(String scope) {
    String name = any(NAMES);
    Object value = any(VALUES);
    var old = variables.computeIfAbsent(scope, s -> new HashMap<>()).put(name, value);
    facts.add(new VariableChanged(name, scope, old, value));
  }

  private <T> T any(java.util.Collection<T> from) {
    return new ArrayList<>(from).get(random.nextInt(from.size()));
  }

  private static Map<String, @Nullable Object> withNull() {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("known", null);
    return Collections.unmodifiableMap(map);
  }
}
