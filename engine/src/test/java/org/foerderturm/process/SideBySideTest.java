package org.foerderturm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;

/** Two tasks that are open together have nothing in common that the later one could overwrite. */
class SideBySideTest {

  @Test
  void no_two_open_tasks_of_a_shipped_model_write_the_same_variable() {
    var shared = new TreeSet<String>();
    int pairs = 0;
    for (var workflow : Workflow.all())
      for (var pair : SideBySide.of(workflow)) {
        pairs++;
        var both = written(workflow, pair.one(), pair.other());
        both.retainAll(written(workflow, pair.other(), pair.one()));
        for (var variable : both)
          shared.add(
              workflow.id()
                  + ": "
                  + variable
                  + " of "
                  + pair.one().getId()
                  + " and "
                  + pair.other().getId());
      }
    assertThat(pairs).as("tasks that are open together").isGreaterThan(10);
    assertThat(shared).as("declare it as an input parameter of the task or of its round").isEmpty();
  }

  /** Names that the task writes where the other sees them. */
  private static Set<String> written(Workflow workflow, UserTask task, UserTask other) {
    var names = new HashSet<String>();
    workflow
        .form(task)
        .ifPresent(
            form -> {
              for (var field : Workflow.inputs(form)) {
                var name = field.path() == null ? field.key() : field.path();
                if (name != null) names.add(name);
              }
            });
    names.removeAll(Workflow.declared(task).keySet());
    names.addAll(Workflow.given(task));
    for (var around = task.getParentElement();
        around instanceof SubProcess sub && (isRound(sub) || !isAround(sub, other));
        around = sub.getParentElement()) {
      names.removeAll(Workflow.declared(sub).keySet());
      if (sub.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics rounds)
        names.remove(String.valueOf(rounds.getCamundaElementVariable()));
    }
    return names;
  }

  /** It is there once for each of a list, or once for each message: with variables of its own. */
  private static boolean isRound(FlowNode node) {
    return node instanceof SubProcess sub
        && (sub.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics
            || (sub.getParentElement() instanceof SubProcess around && around.triggeredByEvent()));
  }

  private static boolean isAround(SubProcess sub, ModelElementInstance node) {
    for (var parent = node.getParentElement(); parent != null; parent = parent.getParentElement())
      if (parent.equals(sub)) return true;
    return false;
  }
}
