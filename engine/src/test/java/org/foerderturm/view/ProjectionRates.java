package org.foerderturm.view;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.foerderturm.process.ProcessEvent;
import org.foerderturm.process.ProcessEvent.CaseAdvanced;
import org.foerderturm.process.ProcessEvent.DecisionTaken;
import org.foerderturm.process.ProcessEvent.Label;
import org.foerderturm.process.ProcessEvent.Model;
import org.foerderturm.process.ProcessEvent.TaskClosed;
import org.foerderturm.process.ProcessEvent.TaskOpened;
import org.foerderturm.process.ProcessEvent.TokenEntered;
import org.foerderturm.process.ProcessEvent.TokenLeft;
import org.foerderturm.process.ProcessEvent.Trigger;
import org.foerderturm.process.ProcessEvent.VariableChanged;
import org.foerderturm.view.TestLog.By;
import org.foerderturm.view.TestLog.Cost;

/**
 * Plays ordinary cases, 2 events a completed task, many cases side by side, in batches of a
 * rebuild.
 */
public final class ProjectionRates {
  private static final Model MODEL =
      new Model("consortium-formation", 3, "consortium-formation:3:8d0b", "Konsortialbildung");
  private static final int BATCH = 5_000;
  private static final List<String> TASKS =
      List.of(
          "Eignung prüfen",
          "Absichtserklärung anfordern",
          "Gutachten schreiben",
          "Beschluss fassen",
          "Finanzplan erstellen");

  private ProjectionRates() {}

  /** What the rows of {@code 11 * cases} events cost, JDBC and database included. */
  public static Cost play(TestLog log, int cases, boolean keepLog) {
    int events = 0;
    var cost = Cost.NONE;
    var tasks = new UUID[cases];
    for (int step = 0; step <= TASKS.size(); step++)
      for (int i = 0; i < cases; i++) {
        String id = new UUID(1, i).toString();
        var by = By.actor("person" + i % 50).of(id);
        UUID next = new UUID(2 + step, i);
        if (step > 0) {
          log.collect(id, decision(id, tasks[i].toString(), step), by);
          events++;
        }
        log.collect(id, advance(id, tasks[i], next, step, i), by);
        events++;
        tasks[i] = next;
        if (events % BATCH < 2) cost = cost.plus(flush(log, keepLog));
      }
    cost = cost.plus(flush(log, keepLog));
    return cost;
  }

  private static Cost flush(TestLog log, boolean keepLog) {
    var cost = log.project();
    if (keepLog) log.flush();
    else log.forgetRows();
    return cost;
  }

  private static ProcessEvent decision(String id, String task, int step) {
    return new DecisionTaken(
        id,
        "key-" + id,
        task,
        "Task_" + step,
        new Label(TASKS.get(step - 1), null),
        "geeignet",
        Map.of(
            "outcome",
            "geeignet",
            "reason",
            "Die Unterlagen sind vollständig, die Partner unabhängig."),
        MODEL,
        "check-eligibility",
        2,
        null);
  }

  private static ProcessEvent advance(String id, UUID done, UUID next, int step, int number) {
    boolean start = step == 0;
    boolean end = step == TASKS.size();
    String token = "Task_" + step + ":" + done;
    String entered = "Task_" + (step + 1) + ":" + next;
    String gateway = "Gateway_" + step + ":" + next;
    return new CaseAdvanced(
        id,
        "key-" + id,
        "Leuchtturm " + number,
        MODEL,
        new Trigger(start ? "start" : "task", start ? null : done.toString()),
        start,
        end ? "completed" : null,
        null,
        end
            ? List.of()
            : List.of(
                new TokenEntered(gateway, "Gateway_" + step, "exclusiveGateway", "Geeignet?", null),
                new TokenEntered(entered, "Task_" + (step + 1), "userTask", TASKS.get(step), null)),
        start
            ? List.of()
            : List.of(
                new TokenLeft(token, "Task_" + step, "userTask", TASKS.get(step - 1), false),
                new TokenLeft(gateway, "Gateway_" + step, "exclusiveGateway", "Geeignet?", false)),
        end
            ? List.of()
            : List.of(
                new TaskOpened(
                    next.toString(),
                    "Task_" + (step + 1),
                    new Label(TASKS.get(step), "Do it"),
                    null,
                    List.of("project-manager"),
                    null,
                    null,
                    "check-eligibility",
                    2,
                    entered)),
        List.of(),
        start ? List.of() : List.of(new TaskClosed(done.toString(), "Task_" + step, "completed")),
        start
            ? List.of(new VariableChanged("title", "case", null, "Leuchtturm " + number))
            : List.of(new VariableChanged("outcome" + step, "case", null, "geeignet")),
        List.of(),
        List.of(),
        List.of());
  }
}
