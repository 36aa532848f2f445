package org.foerderturm.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.foerderturm.kernel.Actor;
import org.foerderturm.process.ModelQuery.Context;
import org.foerderturm.process.ModelQuery.FindContexts;
import org.foerderturm.process.ModelQuery.FindForm;
import org.foerderturm.process.ModelQuery.FindForms;
import org.foerderturm.process.ModelQuery.FindLabels;
import org.foerderturm.process.ModelQuery.FindModelSource;
import org.foerderturm.process.ModelQuery.FindModels;
import org.foerderturm.process.ModelQuery.FindStartable;
import org.foerderturm.process.ModelQuery.ModelRow;
import org.foerderturm.process.ModelQuery.Startable;
import org.foerderturm.process.ProcessEvent.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Models from the engine's repository, who deployed them from the projection. */
class ModelAnswers {
  private final ProcessEngineConfigurationImpl configuration;
  private final ProcessEngine engine;
  private final Models models;
  private final JdbcClient db;

  ModelAnswers(ProcessEngineConfigurationImpl configuration, Models models, JdbcClient db) {
    this.configuration = configuration;
    this.engine = configuration.getProcessEngine();
    this.models = models;
    this.db = db;
  }

  @QueryHandler
  List<ModelRow> find(FindModels query) {
    return db.sql(
            "select m.kind, m.key, m.version, m.definition_id, m.name, m.sha256, m.deployed_at, m.deployed_by,"
                + " (select count(*) from act_ru_execution x where x.proc_def_id_ = m.definition_id and x.parent_id_ is null)"
                + " from view_model m order by m.kind, m.key, m.version desc")
        .query(
            (row, i) ->
                new ModelRow(
                    row.getString(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getObject(7, java.time.OffsetDateTime.class).toInstant(),
                    row.getString(8),
                    row.getLong(9)))
        .list();
  }

  @QueryHandler
  @Nullable String find(FindModelSource query) {
    String kind =
        db.sql("select kind from view_model where definition_id = ?")
            .param(query.definitionId())
            .query(String.class)
            .optional()
            .orElse("");
    var repository = engine.getRepositoryService();
    try {
      return switch (kind) {
        case "bpmn" -> Models.text(repository.getProcessModel(query.definitionId()));
        case "dmn" -> Models.text(repository.getDecisionModel(query.definitionId()));
        case "form" ->
            db.sql(
                    "select convert_from(b.bytes_, 'UTF8') from act_re_camformdef f join act_ge_bytearray b"
                        + " on b.deployment_id_ = f.deployment_id_ and b.name_ = f.resource_name_ where f.id_ = ?")
                .param(query.definitionId())
                .query(String.class)
                .optional()
                .orElse(null);
        default -> null;
      };
    } catch (NullValueException gone) {
      return null;
    }
  }

  @QueryHandler
  @Nullable String find(FindForm query) {
    int version = query.version() == null ? 0 : query.version();
    return db.sql(
            "select convert_from(b.bytes_, 'UTF8') from act_re_camformdef f join act_ge_bytearray b"
                + " on b.deployment_id_ = f.deployment_id_ and b.name_ = f.resource_name_"
                + " where f.key_ = ? and (? = 0 or f.version_ = ?) order by f.version_ desc limit 1")
        .params(query.form(), version, version)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  @QueryHandler
  List<String> find(FindForms query) {
    return db.sql(
            "select convert_from(b.bytes_, 'UTF8') from act_re_procdef p join act_ge_bytearray b"
                + " on b.deployment_id_ = p.deployment_id_ and b.name_ like '%.form'"
                + " where p.id_ = ? order by b.name_")
        .param(query.definitionId())
        .query(String.class)
        .list();
  }

  @QueryHandler
  Map<String, Label> find(FindLabels query) {
    return configuration
        .getCommandExecutorTxRequired()
        .execute(context -> models.labels(context, query.definitionId()));
  }

  @QueryHandler
  Map<String, Context> find(FindContexts query) {
    return configuration
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              var own = Models.contexts(context, query.definitionId());
              if (!own.isEmpty()) return own;
              var key =
                  configuration
                      .getDeploymentCache()
                      .findDeployedProcessDefinitionById(query.definitionId())
                      .getKey();
              var newest =
                  engine
                      .getRepositoryService()
                      .createProcessDefinitionQuery()
                      .processDefinitionKey(key)
                      .latestVersion()
                      .singleResult();
              return newest == null ? own : Models.contexts(context, newest.getId());
            });
  }

  @QueryHandler
  List<Startable> find(FindStartable query, Actor asker) {
    return configuration
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              var rows = new ArrayList<Startable>();
              for (ProcessDefinition latest :
                  engine
                      .getRepositoryService()
                      .createProcessDefinitionQuery()
                      .latestVersion()
                      .startableInTasklist()
                      .list()) {
                ProcessDefinitionEntity process =
                    configuration
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(latest.getId());
                boolean allowed =
                    process.getCandidateStarterGroupIdExpressions().stream()
                        .anyMatch(
                            group ->
                                asker.roles().stream()
                                    .anyMatch(
                                        role -> role.code().equals(group.getExpressionText())));
                if (!allowed) continue;
                var model =
                    configuration
                        .getDeploymentCache()
                        .findBpmnModelInstanceForProcessDefinition(process.getId());
                BaseElement element = model.getModelElementById(process.getKey());
                String de = Models.property(element, "description.de");
                rows.add(
                    new Startable(
                        process.getKey(),
                        process.getVersion(),
                        new Label(process.getName(), Models.property(element, "label.en")),
                        de == null
                            ? null
                            : new Label(de, Models.property(element, "description.en")),
                        models.startFormKey(context, process)));
              }
              return rows;
            });
  }
}
