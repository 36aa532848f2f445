package org.foerderturm.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Rejected;

/** The deployed decision tables, asked outside of a case: always the newest version. */
record Tables(ProcessEngineConfigurationImpl configuration) implements Decisions {
  @Override
  public Verdict decide(String table, Map<String, ?> inputs) {
    var rows = all(table, inputs);
    if (rows.size() != 1) throw new Rejected("no-rule-applies", Map.of("table", table));
    return rows.getFirst();
  }

  @Override
  public List<Verdict> all(String table, Map<String, ?> inputs) {
    return configuration
        .getCommandExecutorTxRequired()
        .execute(context -> evaluate(newest(context, table), inputs));
  }

  private DecisionDefinitionEntity newest(CommandContext context, String table) {
    DecisionDefinitionEntity found =
        context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(table);
    if (found == null) throw new Rejected("table-unknown", Map.of("table", table));
    return configuration.getDeploymentCache().resolveDecisionDefinition(found);
  }

  private List<Verdict> evaluate(DecisionDefinitionEntity table, Map<String, ?> inputs) {
    DmnDecisionTableResult rows;
    try {
      rows =
          configuration
              .getDmnEngine()
              .evaluateDecisionTable(table, new HashMap<String, Object>(inputs));
    } catch (DmnEngineException | ProcessEngineException e) {
      // rows that overlap, a cell that fails
      var no = new Rejected("no-rule-applies", Map.of("table", table.getKey()));
      no.initCause(e);
      throw no;
    }
    return rows.stream()
        .map(row -> new Verdict(table.getKey(), table.getVersion(), given(row.getEntryMap())))
        .toList();
  }

  private static Map<String, Object> given(Map<String, Object> outputs) {
    var given = new HashMap<>(outputs);
    given.values().removeIf(value -> value == null);
    return Map.copyOf(given);
  }
}
