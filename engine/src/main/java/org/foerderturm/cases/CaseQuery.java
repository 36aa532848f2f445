package org.foerderturm.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;
import org.foerderturm.kernel.Sort;
import org.foerderturm.process.ProcessEvent.Label;
import org.foerderturm.process.ProcessEvent.Model;
import org.jspecify.annotations.Nullable;

/** Questions about cases and tasks. */
public sealed interface CaseQuery<R> extends Query<R> {

  /** Which tasks, as they stand to the asker. */
  enum Box {
    /** Open, and the asker holds them. */
    MINE,
    /** Open, held by nobody, and the asker may take them. */
    GROUP,
    /** Overdue among those two. */
    OVERDUE,
    /** Those two: whatever the asker may do. */
    ALL,
    /** Open, and somebody else's turn; empty for those who don't look after others' work. */
    OTHERS,
    /** What the asker has completed, newest first. */
    DONE
  }

  /**
   * Tasks of one box; open ones by due date, then age.
   *
   * @param search words of task, case title or subject; null for all
   */
  @AllowedTo(everyone = true)
  record FindTasks(Box box, @Nullable String search, @Nullable Sort sort, int offset, int limit)
      implements CaseQuery<Page<TaskRow>> {

    /** In the usual order. */
    public FindTasks(Box box, @Nullable String search, int offset, int limit) {
      this(box, search, null, offset, limit);
    }
  }

  /** How many tasks stand in each box of the asker. */
  @AllowedTo(everyone = true)
  record CountTasks() implements CaseQuery<Map<Box, Long>> {}

  /** One task, open or done; null if there is none or the asker may not see it. */
  @AllowedTo(everyone = true)
  record FindTask(String taskId) implements CaseQuery<@Nullable TaskDetails> {}

  /**
   * Cases, newest movement first.
   *
   * @param running true: only running, false: only ended, null: all
   */
  @AllowedTo(everyone = true)
  record FindCases(
      @Nullable String search,
      @Nullable Boolean running,
      @Nullable Sort sort,
      int offset,
      int limit)
      implements CaseQuery<Page<CaseRow>> {

    /** In the usual order. */
    public FindCases(@Nullable String search, @Nullable Boolean running, int offset, int limit) {
      this(search, running, null, offset, limit);
    }
  }

  /**
   * One case with its tokens, facts and open tasks; null if there is none.
   *
   * @param asOf position in the log up to which to look, null for now
   */
  @AllowedTo(everyone = true)
  record FindCase(String caseId, @Nullable Long asOf) implements CaseQuery<@Nullable CaseDetails> {}

  /** Cases about one aggregate and those called from them; or called from a case, given its id. */
  @AllowedTo(everyone = true)
  record FindCasesOf(String caseKey) implements CaseQuery<List<CaseRow>> {}

  /** The open tasks of the cases of {@link FindCasesOf}, the most urgent first. */
  @AllowedTo(everyone = true)
  record FindOpenTasksOf(String caseKey) implements CaseQuery<List<TaskRow>> {}

  /** The cases with these keys, all at once: for the rows of a list. */
  @AllowedTo(everyone = true)
  record FindCasesWithKeys(List<String> keys) implements CaseQuery<List<CaseRow>> {
    public FindCasesWithKeys {
      keys = List.copyOf(keys);
    }
  }

  /** Counts for the start page. */
  @AllowedTo(everyone = true)
  record CountCases() implements CaseQuery<CaseCounts> {}

  /** Incidents that are open. */
  @AllowedTo({Role.ADMINISTRATOR, Role.MODELER})
  record FindIncidents() implements CaseQuery<List<IncidentRow>> {}

  /**
   * @param claimable the asker may claim it
   * @param mine the asker holds it
   */
  record TaskRow(
      String taskId,
      String taskKey,
      Label name,
      @Nullable String subject,
      String caseId,
      String caseKey,
      @Nullable String caseTitle,
      Model model,
      @Nullable String assignee,
      List<String> candidates,
      Instant openedAt,
      @Nullable Instant dueAt,
      @Nullable Instant closedAt,
      boolean claimable,
      boolean mine) {}

  /**
   * @param form id of its form, null if it has none
   * @param closed null while open, else {@code completed} or {@code cancelled}
   */
  record TaskDetails(
      TaskRow row,
      @Nullable String form,
      @Nullable Integer formVersion,
      Map<String, Object> variables,
      @Nullable String closed,
      @Nullable String closedBy,
      @Nullable Instant closedAt) {}

  /**
   * @param ended null while running, else {@code completed} or {@code cancelled}
   * @param openTasks number of open tasks
   */
  record CaseRow(
      String caseId,
      String caseKey,
      @Nullable String title,
      Model model,
      Instant startedAt,
      String startedBy,
      Instant movedAt,
      @Nullable Instant endedAt,
      @Nullable String ended,
      int openTasks,
      int incidents) {}

  /**
   * @param tokens where the case stands
   * @param done element id → how often it was finished; a token cut off doesn't count
   * @param variables of the whole case; values local to a token are not in it
   * @param position of the newest event that this answer knows of
   */
  record CaseDetails(
      CaseRow row,
      List<Token> tokens,
      Map<String, Integer> done,
      List<TaskRow> tasks,
      Map<String, Object> variables,
      List<IncidentRow> incidents,
      long position) {}

  /**
   * @param waitsFor whose turn it is: the user id, or role codes joined by commas; null where no
   *     person is awaited
   * @param subject what the task of this token is about, if that is said
   */
  record Token(
      String tokenId,
      String elementId,
      String type,
      @Nullable String name,
      Instant since,
      @Nullable String waitsFor,
      @Nullable String subject) {}

  /**
   * @param definitionId the model version of the case
   * @param message what the machine says; null where the step only called what failed below it
   */
  record IncidentRow(
      String incidentId,
      String caseId,
      @Nullable String caseTitle,
      String definitionId,
      String type,
      @Nullable String elementId,
      @Nullable String message,
      Instant raisedAt) {}

  record CaseCounts(long running, long ended, long incidents) {}
}
