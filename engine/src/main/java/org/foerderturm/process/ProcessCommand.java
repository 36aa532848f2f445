package org.foerderturm.process;

import java.util.Map;
import java.util.TreeMap;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/** What people and start-up ask of the process engine. */
public sealed interface ProcessCommand extends Command {

  /**
   * Starts a case of the newest version of a model.
   *
   * @param caseKey business key, the id of the aggregate that the case is about; unique by model
   * @param values start form values, plain JSON values
   */
  @AllowedTo({Role.PROJECT_MANAGER, Role.OFFICE_LEAD})
  record StartCase(String processKey, String caseKey, Map<String, Object> values)
      implements ProcessCommand {}

  /**
   * Completes a task with form values. Allowed to its assignee, or to a candidate if unclaimed.
   *
   * @param seen what the form began with when it was opened, so that nobody's later change is
   *     undone unseen; null from one who saw nothing
   */
  @AllowedTo(everyone = true)
  record CompleteTask(String taskId, Map<String, Object> values, @Nullable Map<String, Object> seen)
      implements ProcessCommand {
    public CompleteTask(String taskId, Map<String, Object> values) {
      this(taskId, values, null);
    }
  }

  /** Takes an unclaimed task. */
  @AllowedTo(everyone = true)
  record ClaimTask(String taskId) implements ProcessCommand {}

  /** Gives a claimed task back to its group. */
  @AllowedTo(everyone = true)
  record ReleaseTask(String taskId) implements ProcessCommand {}

  /** Ends a running case for a reason that stays on record. */
  @AllowedTo(Role.OFFICE_LEAD)
  record CancelCase(String caseId, String reason) implements ProcessCommand {}

  /** Says something about a case, or about one task of it. */
  @AllowedTo(everyone = true)
  record AddComment(String caseId, @Nullable String taskId, String text)
      implements ProcessCommand {}

  /**
   * Attaches a file, whose bytes were stored before under their hash, to a case.
   *
   * @param size bytes, at most 20 MiB
   * @param sha256 hex
   */
  @AllowedTo(everyone = true)
  record AttachFile(String caseId, String name, String mediaType, long size, String sha256)
      implements ProcessCommand {}

  /**
   * Takes a wrong file back; its bytes stay under their hash. For who attached it, and for those
   * who lead the work.
   */
  @AllowedTo(everyone = true)
  record WithdrawFile(String caseId, String fileId, String reason) implements ProcessCommand {}

  /**
   * Deploys models after the allow-list has passed them.
   *
   * @param resources file name (with ending bpmn, dmn or form) → text
   */
  @AllowedTo({Role.MODELER, Role.ADMINISTRATOR})
  record DeployModels(String name, Map<String, String> resources) implements ProcessCommand {
    public DeployModels {
      resources = new TreeMap<>(resources);
    }
  }

  /** Gives the failed job behind an incident another set of tries. */
  @AllowedTo(Role.ADMINISTRATOR)
  record RetryIncident(String incidentId) implements ProcessCommand {}
}
