package org.foerderturm.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Which tasks of a model may be open at the same time: in branches of a fork, beside an event that
 * doesn't interrupt, in rounds that run together. Finds rather too many than too few.
 */
final class SideBySide {
  /** Two of them, or one that is open more than once. */
  record Pair(UserTask one, UserTask other) {}

  private final Set<Pair> pairs = new LinkedHashSet<>();

  private SideBySide() {}

  static Set<Pair> of(Workflow workflow) {
    var found = new SideBySide();
    for (var node : workflow.model().getModelElementsByType(FlowNode.class)) {
      if (isFork(node)) found.branches(ways(node), node);
      if (node instanceof Activity activity) {
        var beside =
            workflow.model().getModelElementsByType(BoundaryEvent.class).stream()
                .filter(e -> e.getAttachedTo().equals(node) && !e.cancelActivity())
                .map(SideBySide::ways)
                .flatMap(List::stream)
                .toList();
        if (!beside.isEmpty()) {
          var branches = new ArrayList<FlowNode>(beside);
          branches.add(node);
          found.branches(branches, null);
        }
        if (activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics rounds
            && !rounds.isSequential()) found.cross(tasks(node), tasks(node));
      }
      if (node instanceof SubProcess sub
          && sub.triggeredByEvent()
          && sub.getChildElementsByType(StartEvent.class).stream()
              .noneMatch(StartEvent::isInterrupting))
        found.cross(tasks(node), tasks(node.getParentElement()));
    }
    return found.pairs;
  }

  private static boolean isFork(FlowNode node) {
    return !(node instanceof ExclusiveGateway)
        && !(node instanceof EventBasedGateway)
        && node.getOutgoing().size() > 1;
  }

  private static List<FlowNode> ways(FlowNode node) {
    return node.getOutgoing().stream().map(SequenceFlow::getTarget).toList();
  }

  private void branches(List<FlowNode> branches, FlowNode fork) {
    var reached = branches.stream().map(branch -> reached(branch, fork)).toList();
    for (int i = 0; i < reached.size(); i++)
      for (int j = i + 1; j < reached.size(); j++) cross(reached.get(i), reached.get(j));
  }

  private void cross(Set<UserTask> some, Set<UserTask> others) {
    for (var one : some) for (var other : others) pairs.add(new Pair(one, other));
  }

  /** Tasks on the way from a node to where branches come together again. */
  private static Set<UserTask> reached(FlowNode from, FlowNode fork) {
    var seen = new HashSet<FlowNode>();
    var todo = new ArrayList<FlowNode>(List.of(from));
    while (!todo.isEmpty()) {
      var node = todo.removeLast();
      boolean joins =
          node instanceof Gateway
              && !(node instanceof ExclusiveGateway)
              && node.getIncoming().size() > 1;
      if (joins || node.equals(fork) || !seen.add(node)) continue;
      todo.addAll(ways(node));
      if (node instanceof Activity)
        node.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
            .filter(event -> event.getAttachedTo().equals(node))
            .forEach(todo::add);
    }
    var tasks = new LinkedHashSet<UserTask>();
    for (var node : seen) tasks.addAll(tasks(node));
    return tasks;
  }

  /** The node itself, or what is in it. */
  private static Set<UserTask> tasks(ModelElementInstance scope) {
    var tasks = new LinkedHashSet<UserTask>();
    if (scope instanceof UserTask task) tasks.add(task);
    Stream<FlowElement> inner =
        scope instanceof SubProcess sub
            ? sub.getFlowElements().stream()
            : scope instanceof Process process
                ? process.getFlowElements().stream()
                : Stream.empty();
    inner.forEach(element -> tasks.addAll(tasks(element)));
    return tasks;
  }
}
