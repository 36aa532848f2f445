package org.foerderturm.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A bare Camunda with the same model and its own history; its user is known to it. */
final class Peer extends Candidate {
  private final ProcessEngine engine;

  /**
   * @param history the engine's history level
   * @param removalTime whether rows get a removal time, as by default
   */
  Peer(String name, String history, boolean removalTime) throws SQLException, IOException {
    super(name);
    var configuration = new SpringProcessEngineConfiguration();
    var beans = new GenericApplicationContext();
    beans.refresh();
    configuration.setApplicationContext(beans);
    configuration.setProcessEngineName(name);
    configuration.setDataSource(dataSource);
    configuration.setTransactionManager(new DataSourceTransactionManager(dataSource));
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setJobExecutorActivate(false);
    configuration.setIdGenerator(new StrongUuidGenerator());
    configuration.setMetricsEnabled(false);
    configuration.setTaskMetricsEnabled(false);
    configuration.setDbMetricsReporterActivate(false);
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setHistory(history);
    if (!removalTime) {
      configuration.setHistoryRemovalTimeStrategy("none");
      configuration.setHistoryCleanupStrategy("endTimeBased");
    }
    engine = configuration.buildProcessEngine();
    var deployment = engine.getRepositoryService().createDeployment();
    for (String file : new String[] {"two-steps.bpmn", "check-order.form", "ship-order.form"})
      deployment.addInputStream(
          file, Peer.class.getResourceAsStream("/processes/two-steps/" + file));
    deployment.deploy();
  }

  @Override
  void start(String caseKey, Map<String, Object> values) {
    engine.getIdentityService().setAuthenticatedUserId("paul.manager");
    engine.getRuntimeService().startProcessInstanceByKey("two-steps", caseKey, values);
  }

  @Override
  void complete(String taskId, Map<String, Object> values) {
    engine.getIdentityService().setAuthenticatedUserId("paul.manager");
    engine.getTaskService().complete(taskId, values);
  }

  @Override
  public void close() {
    engine.close();
    super.close();
  }
}
