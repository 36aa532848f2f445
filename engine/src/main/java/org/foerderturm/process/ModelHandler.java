package org.foerderturm.process;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.log.Json;
import org.foerderturm.log.Ticket;
import org.foerderturm.process.ProcessCommand.DeployModels;
import org.foerderturm.process.ProcessEvent.DeployedModel;
import org.foerderturm.process.ProcessEvent.ModelsDeployed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deploys models that the allow-list has passed. What is deployed already stays as it is. */
class ModelHandler {
  private final ProcessEngine engine;
  private final JdbcClient db;

  private final ModelGuard.Surroundings surroundings;

  ModelHandler(ProcessEngine engine, JdbcClient db, Catalogue catalogue) {
    this.engine = engine;
    this.db = db;
    this.surroundings =
        new ModelGuard.Surroundings(
            catalogue.commands().stream().map(Catalogue.Entry::name).collect(Collectors.toSet()),
            catalogue.events().stream().map(Catalogue.Entry::name).collect(Collectors.toSet()),
            this::newest);
  }

  @CommandHandler
  void handle(DeployModels command) {
    if (command.resources().isEmpty()) throw new Rejected("nothing-to-deploy");
    ModelGuard.check(command.resources(), surroundings);
    var builder =
        engine
            .getRepositoryService()
            .createDeployment()
            .name(command.name())
            .source("foerderturm")
            .enableDuplicateFiltering(false);
    command.resources().forEach(builder::addString);
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
                      command)));
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
                      command)));
    if (deployment
        instanceof org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity entity) {
      var forms =
          entity.getDeployedArtifacts(
              org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity.class);
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
                        command)));
    }
    if (models.isEmpty()) return; // unchanged
    rememberMessages(command.resources());
    Ticket.current()
        .add(
            "models",
            "models-" + command.name(),
            new ModelsDeployed(deployment.getId(), command.name(), models),
            null);
  }

  /** The newest deployed text of a file of that name. */
  private @Nullable String newest(String file) {
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
      String name,
      String resource,
      DeployModels command) {
    String text = command.resources().getOrDefault(resource, "");
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
