package org.foerderturm.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.foerderturm.access.AccessQuery.FindNames;
import org.foerderturm.alliance.AllianceQuery.FindMember;
import org.foerderturm.cases.CaseQuery.CaseRow;
import org.foerderturm.cases.CaseQuery.FindCase;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.committee.CommitteeCommand.EndVote;
import org.foerderturm.council.CouncilQuery.FindCouncilPaper;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Office;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Receipt;
import org.foerderturm.process.ProcessCommand.AddComment;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.foerderturm.process.ProcessCommand.StartCase;
import org.jspecify.annotations.Nullable;

/**
 * Does at the office what people do at their screens. It waits for what a command did only before
 * it looks: most commands of the demo need no look at all.
 */
final class Desk {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private final Office office;
  private final Map<String, Receipt> unseen = new HashMap<>();
  private @Nullable Receipt newest;
  private int sent;

  Desk(Office office) {
    this.office = office;
  }

  /** How many commands went out. */
  int sent() {
    return sent;
  }

  void send(Command command, Actor who) {
    post(command, who);
  }

  private Receipt post(Command command, Actor who) {
    sent++;
    var receipt = office.post(command, who, UUID.randomUUID().toString());
    newest = receipt;
    return receipt;
  }

  /** Waits until everything shows. */
  void settle() {
    if (newest != null) office.await(newest);
    newest = null;
    unseen.clear();
  }

  boolean knows(String caseKey) {
    settle();
    return !cases(caseKey).isEmpty();
  }

  boolean knowsMember(String memberId) {
    return asks(new FindMember(memberId), DemoPerson.LEAD) != null;
  }

  <R> R asks(Query<R> query, DemoPerson who) {
    settle();
    return office.ask(query, who.actor());
  }

  /** Display names of everyone, by user id. */
  Map<String, String> names() {
    return asks(new FindNames(), DemoPerson.LEAD);
  }

  String paperNumber(String paperId) {
    var paper = asks(new FindCouncilPaper(paperId), DemoPerson.LEAD);
    return Objects.requireNonNull(Objects.requireNonNull(paper, paperId).row().number(), paperId);
  }

  void start(String process, String key, Map<String, Object> values, DemoPerson who) {
    unseen.put(key, post(new StartCase(process, key, values), who.actor()));
  }

  void complete(
      String key,
      String taskKey,
      @Nullable String subject,
      Map<String, Object> values,
      DemoPerson who) {
    var task =
        open(
            key,
            t -> t.taskKey().equals(taskKey) && (subject == null || subject.equals(t.subject())),
            taskKey);
    unseen.put(key, post(new CompleteTask(task.taskId(), values), who.actor()));
  }

  void vote(String motionId, DemoPerson member, String vote) {
    var task = open(motionId, t -> member.userId().equals(t.assignee()), "vote of " + member);
    unseen.put(
        motionId,
        post(
            new CompleteTask(task.taskId(), Map.of("biased", "no", "outcome", vote)),
            member.actor()));
  }

  /** Its time is over and not all have voted. */
  void end(String motionId) {
    unseen.put(motionId, post(new EndVote(motionId), DemoPerson.LEAD.actor()));
  }

  void comment(String key, String text, DemoPerson who) {
    settle();
    send(new AddComment(cases(key).getFirst().caseId(), null, text), who.actor());
  }

  /**
   * Waits for it: on a busy machine the lists may be behind for longer than a person would notice.
   * What was done in the case before must show, or a task that is done would look open.
   */
  private TaskRow open(String key, Predicate<TaskRow> wanted, String what) {
    var last = unseen.remove(key);
    if (last != null) office.await(last);
    for (long end = System.nanoTime() + PATIENCE.toNanos(); ; ) {
      var found = tasks(key).stream().filter(wanted).findFirst();
      if (found.isPresent()) return found.get();
      if (System.nanoTime() > end)
        throw new IllegalStateException("no open task " + what + " in " + key);
      LockSupport.parkNanos(3_000_000);
    }
  }

  private List<CaseRow> cases(String key) {
    return office.ask(new FindCasesOf(key), DemoPerson.LEAD.actor());
  }

  private List<TaskRow> tasks(String key) {
    // of a motion both cases know the key: the one that votes and the one that waits
    return cases(key).stream()
        .filter(row -> row.caseKey().equals(key) && row.openTasks() > 0)
        .map(row -> office.ask(new FindCase(row.caseId(), null), DemoPerson.LEAD.actor()))
        .filter(Objects::nonNull)
        .flatMap(details -> details.tasks().stream())
        .toList();
  }
}
