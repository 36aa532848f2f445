package org.foerderturm.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Query;
import org.foerderturm.process.ProcessEvent.Label;
import org.jspecify.annotations.Nullable;

/** Questions about models (BPMN, DMN, forms) and their versions. */
public sealed interface ModelQuery<R> extends Query<R> {

  /** All versions of all models, newest first within a key. */
  @AllowedTo(everyone = true)
  record FindModels() implements ModelQuery<List<ModelRow>> {}

  /** The file of one model version: BPMN or DMN XML, or form JSON. */
  @AllowedTo(everyone = true)
  record FindModelSource(String definitionId) implements ModelQuery<@Nullable String> {}

  /** A form by id and version (null: the newest), as JSON text; null if there is none. */
  @AllowedTo(everyone = true)
  record FindForm(String form, @Nullable Integer version) implements ModelQuery<@Nullable String> {}

  /** All forms of one BPMN version, as JSON texts: those of its deployment. */
  @AllowedTo(everyone = true)
  record FindForms(String definitionId) implements ModelQuery<List<String>> {}

  /** Element id → name in German and English, of one BPMN version. */
  @AllowedTo(everyone = true)
  record FindLabels(String definitionId) implements ModelQuery<Map<String, Label>> {}

  /**
   * What is shown first: element id → context, of one BPMN version; under the process id what a
   * case is about. A version that names none takes them from the newest one of its model.
   */
  @AllowedTo(everyone = true)
  record FindContexts(String definitionId) implements ModelQuery<Map<String, Context>> {}

  /** Workflows that the asker may start. */
  @AllowedTo(everyone = true)
  record FindStartable() implements ModelQuery<List<Startable>> {}

  /**
   * @param kind {@code bpmn}, {@code dmn} or {@code form}
   * @param runningCases of a BPMN version, else 0
   */
  record ModelRow(
      String kind,
      String key,
      int version,
      String definitionId,
      String name,
      String sha256,
      Instant deployedAt,
      String deployedBy,
      long runningCases) {}

  /**
   * @param of variable of the case that holds the id of the thing; null: it is the case's own key
   */
  record Context(ContextSection section, @Nullable String of) {}

  /**
   * @param form id of the start form, if it has one
   */
  record Startable(
      String processKey,
      int version,
      Label name,
      @Nullable Label description,
      @Nullable String form) {}
}
