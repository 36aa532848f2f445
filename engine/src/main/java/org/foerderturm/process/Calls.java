package org.foerderturm.process;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Processes that call each other in a circle would start cases without end. */
final class Calls {
  private Calls() {}

  static void findCircles(
      Map<String, BpmnRules> models,
      Function<String, @Nullable String> deployed,
      List<ModelFinding> findings) {
    var called = new HashMap<String, List<String>>();
    models.forEach(
        (id, rules) -> {
          var process = rules.process();
          called.put(id, process == null ? List.of() : BpmnRules.calls(process));
        });
    for (var id : models.keySet()) {
      var seen = new HashSet<String>();
      var next = new ArrayDeque<>(called.getOrDefault(id, List.of()));
      while (!next.isEmpty()) {
        var other = next.pop();
        if (other.equals(id)) {
          findings.add(
              new ModelFinding(
                  id + ".bpmn", id, "unbounded", "calledElement", "the process calls itself"));
          break;
        }
        if (seen.add(other)) {
          next.addAll(called.computeIfAbsent(other, key -> callsOf(deployed.apply(key + ".bpmn"))));
        }
      }
    }
  }

  private static List<String> callsOf(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    try {
      return BpmnRules.calls(SafeXml.parse(text));
    } catch (SafeXml.Refused e) {
      return List.of(); // never passed this guard
    }
  }
}
