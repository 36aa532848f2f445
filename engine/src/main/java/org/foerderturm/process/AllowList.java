package org.foerderturm.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Elements of one or more namespaces with the attributes that each may carry. Written as a text
 * table, one element a line: {@code name: attribute attribute …}; {@code camunda:x} is an attribute
 * in Camunda's namespace, any other has none.
 */
record AllowList(Map<String, Set<String>> attributes) {

  static AllowList of(String table) {
    var attributes = new HashMap<String, Set<String>>();
    for (var line : table.strip().lines().toList()) {
      int colon = line.indexOf(':');
      var names = line.substring(colon + 1).strip();
      for (var element : line.substring(0, colon).strip().split(" +")) {
        attributes
            .computeIfAbsent(element, any -> new TreeSet<>())
            .addAll(names.isEmpty() ? Set.of() : Set.of(names.split(" +")));
      }
    }
    return new AllowList(attributes);
  }

  boolean has(String element) {
    return attributes.containsKey(element);
  }

  boolean has(String element, String attribute) {
    return attributes.getOrDefault(element, Set.of()).contains(attribute);
  }
}
