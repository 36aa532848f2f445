package org.foerderturm.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.w3c.dom.Element;

/**
 * Finds circles of sequence flows in which nothing waits for a person, a message or a minute: the
 * engine would run them for ever within one transaction, or job after job.
 */
final class Endless {
  private static final Set<String> THROWS =
      Set.of("serviceTask", "callActivity", "endEvent", "intermediateThrowEvent", "subProcess");

  private final Element scope;
  private final Map<String, Element> nodes = new HashMap<>();
  private final Map<String, List<String>> next = new HashMap<>();

  private Endless(Element scope) {
    this.scope = scope;
    var children = SafeXml.children(scope);
    for (var child : children) {
      nodes.put(child.getAttribute("id"), child);
    }
    for (var child : children) {
      switch (child.getLocalName()) {
        case "sequenceFlow" ->
            edge(child.getAttribute("sourceRef"), child.getAttribute("targetRef"));
        case "boundaryEvent" -> edge(child.getAttribute("attachedToRef"), child.getAttribute("id"));
        case "intermediateThrowEvent" -> {
          for (var other : children) {
            if (other.getLocalName().equals("intermediateCatchEvent")
                && !link(child).isEmpty()
                && link(child).equals(link(other))) {
              edge(child.getAttribute("id"), other.getAttribute("id"));
            }
          }
        }
        default -> {}
      }
    }
  }

  static void find(Element scope, ModelFinding.Sink sink) {
    var graph = new Endless(scope);
    for (var id : graph.nodes.keySet()) {
      if (graph.passes(id) && graph.reaches(graph.next(id), node -> node.equals(id))) {
        sink.add(id, "unbounded", "loop through " + id, "nothing in the loop waits");
        break;
      }
    }
    for (var child : SafeXml.children(scope)) {
      if (child.getLocalName().equals("subProcess")) {
        find(child, sink);
      }
    }
  }

  private void edge(String from, String to) {
    next.computeIfAbsent(from, any -> new ArrayList<>()).add(to);
  }

  private List<String> next(String id) {
    return next.getOrDefault(id, List.of());
  }

  /** Whether a node that fulfills the goal can be reached without waiting on the way or there. */
  private boolean reaches(List<String> from, Predicate<String> goal) {
    var seen = new HashSet<String>();
    var open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      var id = open.pop();
      if (seen.add(id) && passes(id)) {
        if (goal.test(id)) {
          return true;
        }
        open.addAll(next(id));
      }
    }
    return false;
  }

  /** Whether a token may pass the node without waiting. */
  private boolean passes(String id) {
    var node = nodes.get(id);
    if (node == null) {
      return false;
    }
    return switch (node.getLocalName()) {
      case "userTask", "receiveTask" -> false;
      case "intermediateCatchEvent", "boundaryEvent" -> !waits(node);
      case "subProcess" -> passesWithin(node);
      default -> true;
    };
  }

  private boolean passesWithin(Element subProcess) {
    if (SafeXml.child(subProcess, "multiInstanceLoopCharacteristics") != null) {
      return true; // of an empty list
    }
    var inner = new Endless(subProcess);
    var starts =
        SafeXml.children(subProcess, "startEvent").stream().map(e -> e.getAttribute("id")).toList();
    boolean interruptible =
        SafeXml.children(scope, "boundaryEvent").stream()
            .filter(e -> e.getAttribute("attachedToRef").equals(subProcess.getAttribute("id")))
            .anyMatch(e -> !waits(e));
    return inner.reaches(
        starts, id -> inner.next(id).isEmpty() || (interruptible && inner.isThrowing(id)));
  }

  private boolean isThrowing(String id) {
    var node = nodes.get(id);
    return node != null && THROWS.contains(node.getLocalName());
  }

  private static boolean waits(Element event) {
    if (SafeXml.child(event, "messageEventDefinition") != null) {
      return true;
    }
    var timer = SafeXml.child(event, "timerEventDefinition");
    if (timer == null) {
      return false;
    }
    if (SafeXml.child(timer, "timeCycle") != null) {
      return true;
    }
    var duration = SafeXml.child(timer, "timeDuration");
    var seconds = duration == null ? null : BpmnMeaning.seconds(SafeXml.text(duration));
    return seconds != null && seconds >= 60;
  }

  private static String link(Element event) {
    var link = SafeXml.child(event, "linkEventDefinition");
    return link == null ? "" : link.getAttribute("name");
  }
}
