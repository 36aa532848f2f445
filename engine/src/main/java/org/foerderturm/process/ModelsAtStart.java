package org.foerderturm.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Role;
import org.foerderturm.log.Commands;
import org.foerderturm.process.ProcessCommand.DeployModels;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Deploys the models that come with the product; unchanged ones stay at their version. */
@Component
class ModelsAtStart implements SmartLifecycle {
  private static final Pattern PATH =
      Pattern.compile("processes/([a-z0-9-]+)/([a-z0-9-]+\\.(?:bpmn|dmn|form))$");
  static final Actor PRODUCT = new Actor("foerderturm", null, Set.of(Role.MODELER));

  private final Commands commands;
  private volatile boolean done;

  ModelsAtStart(Commands commands) {
    this.commands = commands;
  }

  @Override
  public void start() {
    workflows()
        .forEach(
            (name, files) ->
                commands.run(new DeployModels(name, files), PRODUCT, UUID.randomUUID().toString()));
    done = true;
  }

  private static Map<String, Map<String, String>> workflows() {
    var workflows = new TreeMap<String, Map<String, String>>();
    try {
      for (var resource :
          new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*/*.*")) {
        Matcher path = PATH.matcher(resource.getURL().toString());
        if (path.find())
          workflows
              .computeIfAbsent(path.group(1), name -> new TreeMap<>())
              .put(path.group(2), Models.text(resource.getInputStream()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return workflows;
  }

  @Override
  public void stop() {
    done = false;
  }

  @Override
  public boolean isRunning() {
    return done;
  }

  @Override
  public int getPhase() {
    return 100; // after the handlers are subscribed, before jobs and the web server
  }
}
