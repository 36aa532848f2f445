package org.foerderturm.ui.cases;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foerderturm.cases.CaseQuery.CaseDetails;
import org.foerderturm.cases.CaseQuery.TaskDetails;
import org.foerderturm.process.ContextSection;
import org.foerderturm.process.ModelQuery.FindContexts;
import org.foerderturm.ui.common.Desk;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a case or a task is about, from the projection of the thing. Cases don't know which
 * things there are; who knows their pages gives their sections.
 */
public interface Subject {

  /**
   * What is asked about.
   *
   * @param id of the thing
   * @param caseKey of the case that asks: the id of a part of the thing, where it is not the thing
   * @param variables where the case keeps the ids of what belongs to the thing
   * @param subject name of the part that a task asks about, a partner's, if it has one
   */
  record Asked(
      ContextSection section,
      String id,
      String caseKey,
      String definitionId,
      Map<String, Object> variables,
      @Nullable String subject) {

    /** What a task shows first; empty if its model doesn't say or the case doesn't know the id. */
    public static Optional<Asked> by(Desk desk, TaskDetails task) {
      var row = task.row();
      return by(
          desk,
          row.taskKey(),
          row.model().definitionId(),
          row.caseKey(),
          task.variables(),
          row.subject());
    }

    /** What a whole case is about. */
    public static Optional<Asked> by(Desk desk, CaseDetails details) {
      var row = details.row();
      return by(
          desk,
          row.model().key(),
          row.model().definitionId(),
          row.caseKey(),
          details.variables(),
          null);
    }

    private static Optional<Asked> by(
        Desk desk,
        String element,
        String definitionId,
        String caseKey,
        Map<String, Object> variables,
        @Nullable String subject) {
      var context = desk.ask(new FindContexts(definitionId)).get(element);
      if (context == null) return Optional.empty();
      var id = context.of() == null ? caseKey : variables.get(context.of());
      return id instanceof String known
          ? Optional.of(
              new Asked(context.section(), known, caseKey, definitionId, variables, subject))
          : Optional.empty();
    }

    /** The id that the case keeps under a name; null if it has none. */
    public @Nullable String variable(String name) {
      return variables.get(name) instanceof String text ? text : null;
    }
  }

  /**
   * The section that is asked for, with the way to the page of the thing; empty if the thing isn't
   * there or the reader may not see it.
   *
   * @param after called when something of it was changed here
   */
  List<Component> section(Asked asked, Runnable after);

  /** Names and values of the thing, short enough to stand beside something. */
  List<Component> facts(Asked asked);
}
