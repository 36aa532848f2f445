package org.foerderturm.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.foerderturm.process.ProcessEvent.CaseAdvanced;
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

/** Writes a step of a case the way one would tell it. */
final class Steps {
  static final Model MODEL =
      new Model("consortium-formation", 1, "consortium-formation:1:x", "Konsortialbildung");
  private final String caseId;
  private final String title;
  private final boolean started;
  private final List<TokenEntered> entered = new ArrayList<>();
  private final List<TokenLeft> left = new ArrayList<>();
  private final List<TaskOpened> opened = new ArrayList<>();
  private final List<TaskChanged> changed = new ArrayList<>();
  private final List<TaskClosed> closed = new ArrayList<>();
  private final List<VariableChanged> variables = new ArrayList<>();
  private final List<IncidentRaised> raised = new ArrayList<>();
  private final List<IncidentResolved> resolved = new ArrayList<>();
  private @Nullable String ended;
  private @Nullable String parent;

  private Steps(String caseId, String title, boolean started) {
    this.caseId = caseId;
    this.title = title;
    this.started = started;
  }

  static Steps start(String caseId, String title) {
    return new Steps(caseId, title, true).set("title", "case", title);
  }

  static Steps step(String caseId, String title) {
    return new Steps(caseId, title, false);
  }

  Steps enter(String token, String element, String type) {
    entered.add(new TokenEntered(token, element, type, element, null));
    return this;
  }

  Steps leave(String token, String element, boolean cancelled) {
    left.add(new TokenLeft(token, element, "userTask", element, cancelled));
    return this;
  }

  /** A token at a user task, and the task. */
  Steps open(
      String task,
      String name,
      @Nullable String assignee,
      @Nullable Instant due,
      @Nullable String subject,
      String... candidates) {
    enter("token-" + task, "Task_" + task, "userTask");
    opened.add(
        new TaskOpened(
            task,
            "Task_" + task,
            new Label(name, null),
            assignee,
            List.of(candidates),
            due,
            subject,
            "form-" + name.length(),
            1,
            "token-" + task));
    return this;
  }

  Steps close(String task, String reason) {
    closed.add(new TaskClosed(task, "Task_" + task, reason));
    return leave("token-" + task, "Task_" + task, reason.equals("cancelled"));
  }

  Steps change(String task, String property, @Nullable Object value) {
    changed.add(new TaskChanged(task, property, null, value));
    return this;
  }

  Steps set(String name, String scope, @Nullable Object value) {
    variables.add(new VariableChanged(name, scope, null, value));
    return this;
  }

  Steps raise(String incident, String message) {
    raised.add(new IncidentRaised(incident, "failedJob", "Task_x", message));
    return this;
  }

  Steps resolve(String incident) {
    resolved.add(new IncidentResolved(incident));
    return this;
  }

  Steps end(String how) {
    ended = how;
    return this;
  }

  Steps calledBy(String parentCase) {
    parent = parentCase;
    return this;
  }

  CaseAdvanced event() {
    return new CaseAdvanced(
        caseId,
        "key-" + caseId,
        title,
        MODEL,
        new Trigger("task", null),
        started,
        ended,
        parent,
        entered,
        left,
        opened,
        changed,
        closed,
        variables,
        List.of(),
        raised,
        resolved);
  }
}
