package org.foerderturm.process;

import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.process.ProcessCommand.DeployModels;

/** Deploys models that the allow-list has passed. What is deployed already stays as it is. */
class ModelHandler {
  private final Deployer deployer;
  private final OfficeRows rows;
  private final ModelGuard.Surroundings surroundings;

  ModelHandler(Deployer deployer, OfficeRows rows, Catalogue catalogue) {
    this.deployer = deployer;
    this.rows = rows;
    this.surroundings =
        new ModelGuard.Surroundings(
            catalogue.commands().stream().map(Catalogue.Entry::name).collect(Collectors.toSet()),
            catalogue.events().stream().map(Catalogue.Entry::name).collect(Collectors.toSet()),
            deployer::newest);
  }

  @CommandHandler
  void handle(DeployModels command, Actor actor) {
    if (command.resources().isEmpty()) throw new Rejected("nothing-to-deploy");
    ModelGuard.check(command.resources(), surroundings);
    boolean product = actor.userId().equals(ModelsAtStart.PRODUCT.userId());
    if (!product) rows.mustBeIn(command.resources());
    var before = product ? rows.newest(command.resources().keySet()) : Map.<String, String>of();
    deployer.deploy(command.name(), command.resources(), false);
    if (product) rows.keep(command.resources(), before, this::mayBeDeployed);
  }

  private boolean mayBeDeployed(String file, String text) {
    try {
      ModelGuard.check(Map.of(file, text), surroundings);
      return true;
    } catch (Rejected no) {
      return false;
    }
  }
}
