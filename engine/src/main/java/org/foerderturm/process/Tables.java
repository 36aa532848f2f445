package org.foerderturm.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Rejected;

/** The deployed decision tables, asked outside of a case: always the newest version. */
record Tables(ProcessEngine engine) implements Decisions {
  @Override
  public Verdict decide(String table, Map<String, ?> inputs) {
    DecisionDefinition found =
        engine
            .getRepositoryService()
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(table)
            .latestVersion()
            .singleResult();
    if (found == null) throw new Rejected("table-unknown", Map.of("table", table));
    DmnDecisionTableResult rows;
    try {
      rows =
          engine
              .getDecisionService()
              .evaluateDecisionTableById(found.getId(), new HashMap<String, Object>(inputs));
    } catch (DmnEngineException | ProcessEngineException e) {
      // rows that overlap, a cell that fails
      var no = new Rejected("no-rule-applies", Map.of("table", table));
      no.initCause(e);
      throw no;
    }
    if (rows.size() != 1) throw new Rejected("no-rule-applies", Map.of("table", table));
    var outputs = new HashMap<String, Object>(rows.getFirst().getEntryMap());
    outputs.values().removeIf(value -> value == null);
    return new Verdict(table, found.getVersion(), Map.copyOf(outputs));
  }
}
