package org.foerderturm.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Revision;
import org.foerderturm.kernel.Correction;
import org.foerderturm.kernel.Event;
import org.jspecify.annotations.Nullable;

/** Facts of cases. All but {@link ModelsDeployed} stand in the stream of their case. */
public sealed interface ProcessEvent extends Event {

  /**
   * A person completed a task. Who, for whom and with which roles is metadata; what followed is the
   * {@link CaseAdvanced} of the same correlation.
   *
   * @param taskKey element id in the model
   * @param outcome value of the form field {@code outcome}, if the form has one
   * @param values all submitted form values, as validated
   * @param model the model version that the task belongs to
   * @param formVersion version of the form that the person saw
   * @param openedAt since when the task waited
   */
  @Revision("1")
  record DecisionTaken(
      String caseId,
      String caseKey,
      String taskId,
      String taskKey,
      Label task,
      @Nullable String outcome,
      Map<String, Object> values,
      Model model,
      @Nullable String form,
      @Nullable Integer formVersion,
      @Nullable Instant openedAt)
      implements ProcessEvent {}

  /**
   * Everything that one engine transaction changed in one case. Empty lists are left out when
   * stored.
   *
   * @param title what people call this case from now on: the variable {@code title}, at the start
   *     else the model's name; null where it stays
   * @param ended {@code completed} or {@code cancelled}, null while running
   */
  @Revision("1")
  @JsonInclude(value = JsonInclude.Include.NON_EMPTY)
  record CaseAdvanced(
      String caseId,
      String caseKey,
      @Nullable String title,
      Model model,
      Trigger trigger,
      boolean started,
      @Nullable String ended,
      @Nullable String parentCaseId,
      List<TokenEntered> entered,
      List<TokenLeft> left,
      List<TaskOpened> tasksOpened,
      List<TaskChanged> tasksChanged,
      List<TaskClosed> tasksClosed,
      List<VariableChanged> variables,
      List<TableEvaluated> decisions,
      List<IncidentRaised> incidentsRaised,
      List<IncidentResolved> incidentsResolved)
      implements ProcessEvent {
    public CaseAdvanced {
      entered = orEmpty(entered);
      left = orEmpty(left);
      tasksOpened = orEmpty(tasksOpened);
      tasksChanged = orEmpty(tasksChanged);
      tasksClosed = orEmpty(tasksClosed);
      variables = orEmpty(variables);
      decisions = orEmpty(decisions);
      incidentsRaised = orEmpty(incidentsRaised);
      incidentsResolved = orEmpty(incidentsResolved);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
      return list == null ? List.of() : List.copyOf(list);
    }
  }

  /** Somebody said something about a case. */
  @Revision("1")
  record CommentAdded(String caseId, String commentId, @Nullable String taskId, String text)
      implements ProcessEvent {}

  /**
   * A file was attached; its bytes stand beside the log under their hash.
   *
   * @param sha256 hex
   * @param size bytes
   */
  @Revision("1")
  record FileAttached(
      String caseId, String fileId, String name, String mediaType, long size, String sha256)
      implements ProcessEvent {}

  /**
   * A wrong file was taken back; its bytes stay.
   *
   * @param sha256 hex
   */
  @Revision("1")
  record FileWithdrawn(
      String caseId,
      String fileId,
      String name,
      String sha256,
      String reason,
      @Nullable String corrects)
      implements ProcessEvent, Correction {}

  /** Models were deployed; only those whose content changed get a new version. */
  @Revision("1")
  record ModelsDeployed(String deploymentId, String name, List<DeployedModel> models)
      implements ProcessEvent {}

  /**
   * The product came with another version of a table that the office has changed; the office's rows
   * are in force as before.
   *
   * @param file of the table, without ending
   * @param version that is in force
   * @param changes of the office that it holds
   * @param problem null if they were put into the product's version; else why there was no room for
   *     them, and the office's version stays as it was
   */
  @Revision("1")
  record OfficeRowsKept(String file, int version, int changes, @Nullable String problem)
      implements ProcessEvent {}

  /** A message could not be delivered to a waiting case; the reader went on behind it. */
  @Revision("1")
  record MessageUndelivered(String message, long position, String reason) implements ProcessEvent {}

  /**
   * @param kind {@code bpmn}, {@code dmn} or {@code form}
   * @param name the model's own name, German
   * @param sha256 hex, of the file's bytes
   */
  record DeployedModel(
      String kind, String key, int version, String definitionId, String name, String sha256) {}

  /**
   * A model version: {@code key} and {@code version} for people, {@code definitionId} for lookups.
   */
  record Model(String key, int version, String definitionId, String name) {}

  /** A name in German and, if the model gives one, in English. */
  record Label(String de, @Nullable String en) {}

  /**
   * What set the engine in motion.
   *
   * @param kind {@code start}, {@code task}, {@code claim}, {@code release}, {@code message},
   *     {@code timer}, {@code job}, {@code retry}, {@code cancel} or {@code call}
   * @param ref task id, message name or element id
   */
  record Trigger(String kind, @Nullable String ref) {}

  /**
   * @param tokenId activity instance id
   * @param type BPMN type, e.g. {@code userTask}, {@code exclusiveGateway}
   * @param parent token of the subprocess around it, null at the top
   */
  record TokenEntered(
      String tokenId,
      String elementId,
      String type,
      @Nullable String name,
      @Nullable String parent) {}

  /**
   * @param cancelled left without finishing, e.g. by a boundary event
   */
  record TokenLeft(
      String tokenId, String elementId, String type, @Nullable String name, boolean cancelled) {}

  /**
   * @param candidates role codes that may claim it
   * @param dueAt UTC, if the model sets one
   * @param subject what this instance is about where several run (a partner), if known
   * @param form id of its form
   */
  record TaskOpened(
      String taskId,
      String taskKey,
      Label name,
      @Nullable String assignee,
      List<String> candidates,
      @Nullable Instant dueAt,
      @Nullable String subject,
      @Nullable String form,
      @Nullable Integer formVersion,
      String tokenId) {}

  record TaskChanged(
      String taskId, String property, @Nullable Object oldValue, @Nullable Object newValue) {}

  /**
   * @param reason {@code completed} or {@code cancelled}
   */
  record TaskClosed(String taskId, String taskKey, String reason) {}

  /**
   * @param scope {@code case}, or the token id it is local to; in a round of a multi-instance
   *     activity that round's token
   */
  record VariableChanged(
      String name, String scope, @Nullable Object oldValue, @Nullable Object newValue) {}

  /**
   * A DMN table was evaluated.
   *
   * @param rules ids of the rules that hit, in table order
   */
  record TableEvaluated(
      String key,
      int version,
      String name,
      Map<String, Object> inputs,
      List<String> rules,
      List<Map<String, Object>> outputs) {}

  /**
   * @param message first line of the failure; never a stack trace
   */
  record IncidentRaised(
      String incidentId, String type, @Nullable String elementId, @Nullable String message) {}

  record IncidentResolved(String incidentId) {}
}
