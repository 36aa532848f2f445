package org.foerderturm.process;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.foerderturm.log.Json;
import org.foerderturm.log.Ticket;
import org.foerderturm.process.ProcessEvent.DeployedModel;
import org.foerderturm.process.ProcessEvent.ModelsDeployed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives the engine new versions of models and tells of them. */
final class Deployer {
  private final ProcessEngine engine;
  private final JdbcClient db;

  Deployer(ProcessEngine engine, JdbcClient db) {
    this.engine = engine;
    this.db = db;
  }

  /**
   * @param name deployments are told apart by it
   * @param resources file name → text, checked before
   * @param always also where nothing changed since the last deployment of that name
   */
  void deploy(String name, Map<String, String> resources, boolean always) {
    var builder = engine.getRepositoryService().createDeployment().name(name).source("foerderturm");
    if (!always) builder.enableDuplicateFiltering(false);
    resources.forEach(builder::addString);
    DeploymentWithDefinitions deployment = builder.deployWithResult();
    var models = new ArrayList<DeployedModel>();
    var bpmn = deployment.getDeployedProcessDefinitions();
    if (bpmn != null)
      bpmn.forEach(
          d ->
              models.add(
                  model(
                      "bpmn",
                      d.getKey(),
                      d.getVersion(),
                      d.getId(),
                      d.getName(),
                      d.getResourceName(),
                      resources)));
    var dmn = deployment.getDeployedDecisionDefinitions();
    if (dmn != null)
      dmn.forEach(
          d ->
              models.add(
                  model(
                      "dmn",
                      d.getKey(),
                      d.getVersion(),
                      d.getId(),
                      d.getName(),
                      d.getResourceName(),
                      resources)));
    if (deployment instanceof DeploymentEntity entity) {
      var forms = entity.getDeployedArtifacts(CamundaFormDefinitionEntity.class);
      if (forms != null)
        forms.forEach(
            f ->
                models.add(
                    model(
                        "form",
                        f.getKey(),
                        f.getVersion(),
                        f.getId(),
                        f.getKey(),
                        f.getResourceName(),
                        resources)));
    }
    if (models.isEmpty()) return; // unchanged
    rememberMessages(resources);
    Ticket.current()
        .add(
            "models", "models-" + name, new ModelsDeployed(deployment.getId(), name, models), null);
  }

  /** The newest deployed text of a file of that name. */
  @Nullable String newest(String file) {
    return db.sql(
            "select b.bytes_ from act_ge_bytearray b join act_re_deployment d on d.id_ = b.deployment_id_"
                + " where b.name_ = ? order by d.deploy_time_ desc, d.id_ limit 1")
        .param(file)
        .query(byte[].class)
        .optional()
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElse(null);
  }

  private static DeployedModel model(
      String kind,
      String key,
      int version,
      String id,
      @Nullable String name,
      String resource,
      Map<String, String> resources) {
    String text = resources.getOrDefault(resource, "");
    String title = name == null ? key : name;
    if (kind.equals("form")) {
      var named = Json.tree(text).path("name");
      if (named.isTextual()) title = named.asText();
    }
    return new DeployedModel(
        kind, key, version, id, title, Files.hash(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void rememberMessages(Map<String, String> resources) {
    resources.forEach(
        (name, text) -> {
          if (!name.endsWith(".bpmn")) return;
          var model =
              Bpmn.readModelFromStream(
                  new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
          List<String> messages = Models.messages(model);
          for (String message : messages)
            db.sql("insert into model_message (name) values (?) on conflict do nothing")
                .param(message)
                .update();
        });
  }
}
