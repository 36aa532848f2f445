package org.foerderturm.project;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The four lights of a status report. */
public record Lights(Light scope, Light time, Light cost, Light risk) {

  Light worst() {
    return Collections.max(List.of(scope, time, cost, risk));
  }

  /** Which of them are red here and were red in the report before: {@code scope}, {@code time} … */
  List<String> redTwice(@Nullable Lights before) {
    if (before == null) return List.of();
    return Stream.of(
            twice("scope", before.scope, scope),
            twice("time", before.time, time),
            twice("cost", before.cost, cost),
            twice("risk", before.risk, risk))
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> twice(String name, Light before, Light now) {
    return before == Light.RED && now == Light.RED ? List.of(name) : List.of();
  }
}
