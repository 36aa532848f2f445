package org.foerderturm.process;

import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.process.ProcessEvent.DeployedModel;
import org.foerderturm.process.ProcessEvent.ModelsDeployed;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.springframework.stereotype.Component;

/** Which model versions there are and who deployed them. */
@Component
class ModelProjection implements Projection {
  @Override
  public String name() {
    return "models";
  }

  @Override
  public List<String> tables() {
    return List.of("view_model");
  }

  @EventHandler
  void on(ModelsDeployed event, Recorded recorded, Writes writes) {
    for (DeployedModel model : event.models())
      writes.add(
          model.definitionId(),
          "insert into view_model (definition_id, kind, key, version, name, sha256, deployed_at, deployed_by)"
              + " values (?, ?, ?, ?, ?, ?, ?, ?)",
          model.definitionId(),
          model.kind(),
          model.key(),
          model.version(),
          model.name(),
          model.sha256(),
          recorded.at(),
          recorded.actor());
  }
}
