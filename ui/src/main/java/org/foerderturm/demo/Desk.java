package org.foerderturm.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.foerderturm.cases.CaseQuery.CaseRow;
import org.foerderturm.cases.CaseQuery.FindCase;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Office;
import org.foerderturm.process.ProcessCommand.AddComment;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.foerderturm.process.ProcessCommand.StartCase;
import org.jspecify.annotations.Nullable;

/** Does at the office what people do at their screens. */
final class Desk {
  private final Office office;

  Desk(Office office) {
    this.office = office;
  }

  void send(Command command, Actor who) {
    office.send(command, who, UUID.randomUUID().toString());
  }

  boolean knows(String caseKey) {
    return !cases(caseKey).isEmpty();
  }

  void start(String process, String key, Map<String, Object> values, DemoPerson who) {
    send(new StartCase(process, key, values), who.actor());
  }

  void complete(
      String key,
      String taskKey,
      @Nullable String subject,
      Map<String, Object> values,
      DemoPerson who) {
    var task =
        tasks(key).stream()
            .filter(t -> t.taskKey().equals(taskKey))
            .filter(t -> subject == null || subject.equals(t.subject()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no open task " + taskKey + " in " + key));
    send(new CompleteTask(task.taskId(), values), who.actor());
  }

  void vote(String motionId, DemoPerson member, String vote) {
    var task =
        tasks(motionId).stream()
            .filter(t -> member.userId().equals(t.assignee()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("no vote of " + member + " on " + motionId));
    send(new CompleteTask(task.taskId(), Map.of("biased", "no", "outcome", vote)), member.actor());
  }

  void comment(String key, String text, DemoPerson who) {
    send(new AddComment(cases(key).getFirst().caseId(), null, text), who.actor());
  }

  private List<CaseRow> cases(String key) {
    return office.ask(new FindCasesOf(key), DemoPerson.LEAD.actor());
  }

  private List<TaskRow> tasks(String key) {
    // of a motion both cases know the key: the one that votes and the one that waits
    return cases(key).stream()
        .filter(row -> row.caseKey().equals(key))
        .map(row -> office.ask(new FindCase(row.caseId(), null), DemoPerson.LEAD.actor()))
        .filter(Objects::nonNull)
        .flatMap(details -> details.tasks().stream())
        .toList();
  }
}
