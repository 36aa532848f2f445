package org.foerderturm.consortium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Rejected;

/** The decision tables of consortia as they are shipped, read from their files. */
final class ShippedTables implements Decisions {
  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private static final Path MODELS = Path.of("../processes/src/main/resources/processes");

  @Override
  public Verdict decide(String table, Map<String, ?> inputs) {
    var rows = all(table, inputs);
    if (rows.size() != 1) throw new Rejected("no-rule-applies", Map.of("table", table));
    return rows.getFirst();
  }

  @Override
  public List<Verdict> all(String table, Map<String, ?> inputs) {
    var path =
        Stream.of("consortium-formation", "consortium-change")
            .map(folder -> MODELS.resolve(folder).resolve(table + ".dmn"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    try (var file = Files.newInputStream(path)) {
      var decision = ENGINE.parseDecision(table, file);
      return ENGINE.evaluateDecisionTable(decision, Map.copyOf(inputs)).stream()
          .map(row -> new Verdict(table, 1, Map.copyOf(row.getEntryMap())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
