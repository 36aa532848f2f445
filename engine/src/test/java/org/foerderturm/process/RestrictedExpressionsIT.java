package org.foerderturm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.foerderturm.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second wall alone: models go straight into a really started engine. */
class RestrictedExpressionsIT {
  /** What a hostile model would like to reach. */
  public static final class Loot implements JavaDelegate {
    static final AtomicReference<String> TAKEN = new AtomicReference<>();

    public Loot() {
      TAKEN.set("constructed");
    }

    @Override
    public void execute(DelegateExecution execution) {
      TAKEN.set("executed");
    }

    public String take() {
      TAKEN.set("called");
      return "taken";
    }
  }

  private static final Map<String, Object> SENT = new HashMap<>();
  private static ProcessEngine engine;

  @BeforeAll
  static void start() {
    engine = engine("walls");
  }

  static ProcessEngine engine(String name) {
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName(name);
    configuration.setDataSource(TestDatabase.fresh());
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistory("none");
    configuration.setJobExecutorActivate(false);
    configuration.setEnforceHistoryTimeToLive(false);
    RestrictedExpressions.install(configuration, task -> SENT.putAll(task.getVariablesLocal()));
    return configuration.buildProcessEngine();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void forget() {
    SENT.clear();
    Loot.TAKEN.set(null);
  }

  @Test
  void variables_maps_lists_and_operators_work() {
    assertThat(value("${1 + 1}", Map.of())).isEqualTo(2L);
    assertThat(value("${partner.name}", Map.of("partner", new HashMap<>(Map.of("name", "IHK")))))
        .isEqualTo("IHK");
    assertThat(value("${list[1]}", Map.of("list", new java.util.ArrayList<>(List.of("a", "b")))))
        .isEqualTo("b");
    assertThat(value("${empty list}", Map.of("list", new java.util.ArrayList<>()))).isEqualTo(true);
    assertThat(value("${a == 'x' && b > 3 ? 'yes' : 'no'}", Map.of("a", "x", "b", 4)))
        .isEqualTo("yes");
    assertThat(value("${caseKey}", Map.of())).isEqualTo("key-1");
    assertThat(value("${caseId}", Map.of())).isInstanceOf(String.class);
  }

  private static Object value(String expression, Map<String, Object> variables) {
    deploy(
        "p.bpmn",
        process(
            command(
                "<camunda:inputParameter name=\"x\">"
                    + xml(expression)
                    + "</camunda:inputParameter>")));
    engine.getRuntimeService().startProcessInstanceByKey("p", "key-1", variables);
    return SENT.get("x");
  }

  static void deploy(String name, String text) {
    engine.getRepositoryService().createDeployment().addString(name, text).deploy();
  }

  static String command(String parameters) {
    return "<serviceTask id=\"Task_A\" camunda:delegateExpression=\"${command}\"><extensionElements>"
        + "<camunda:inputOutput>"
        + parameters
        + "</camunda:inputOutput></extensionElements></serviceTask>";
  }

  static String process(String task) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
          <process id="p" isExecutable="true">
            <startEvent id="Start"/>
            <sequenceFlow id="f1" sourceRef="Start" targetRef="Task_A"/>
            %s
            <sequenceFlow id="f2" sourceRef="Task_A" targetRef="End"/>
            <endEvent id="End"/>
          </process>
        </definitions>
        """
        .formatted(task);
  }

  static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
