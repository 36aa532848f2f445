package org.foerderturm.alliance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Rejected;

/** The decision tables as they are shipped, read from their files. */
public final class ShippedTables implements Decisions {
  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private static final Path MODELS = Path.of("../processes/src/main/resources/processes");
  private final Path folder;

  ShippedTables() {
    this("member-joining");
  }

  /**
   * @param workflow whose tables
   */
  public ShippedTables(String workflow) {
    folder = MODELS.resolve(workflow);
  }

  @Override
  public Verdict decide(String table, Map<String, ?> inputs) {
    var rows = all(table, inputs);
    if (rows.size() != 1) throw new Rejected("no-rule-applies", Map.of("table", table));
    return rows.getFirst();
  }

  @Override
  public List<Verdict> all(String table, Map<String, ?> inputs) {
    try (var file = Files.newInputStream(folder.resolve(table + ".dmn"))) {
      var decision = ENGINE.parseDecision(table, file);
      return ENGINE.evaluateDecisionTable(decision, new HashMap<>(inputs)).stream()
          .map(row -> new Verdict(table, 1, given(row.getEntryMap())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> given(Map<String, Object> outputs) {
    var given = new HashMap<>(outputs);
    given.values().removeIf(Objects::isNull);
    return Map.copyOf(given);
  }
}
