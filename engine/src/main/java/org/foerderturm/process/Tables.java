package org.foerderturm.process;

import java.util.HashMap;
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
    return configuration
        .getCommandExecutorTxRequired()
        .execute(context -> decide(newest(context, table), inputs));
  }

  private DecisionDefinitionEntity newest(CommandContext context, String table) {
    DecisionDefinitionEntity found =
        context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(table);
    if (found == null) throw new Rejected("table-unknown", Map.of("table", table));
    return configuration.getDeploymentCache().resolveDecisionDefinition(found);
  }

  private Verdict decide(DecisionDefinitionEntity table, Map<String, ?> inputs) {
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
    if (rows.size() != 1) throw new Rejected("no-rule-applies", Map.of("table", table.getKey()));
    var outputs = new HashMap<String, Object>(rows.getFirst().getEntryMap());
    outputs.values().removeIf(value -> value == null);
    return new Verdict(table.getKey(), table.getVersion(), Map.copyOf(outputs));
  }
}
