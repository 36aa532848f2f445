package org.foerderturm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.foerderturm.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** All walls but the one in the parser, to see what stands behind it. */
  private static ProcessEngine unparsed;

  @BeforeAll
  static void start() {
    var database = TestDatabase.fresh();
    engine = engine("walls", database, configuration -> {});
    unparsed =
        engine("unparsed", database, configuration -> configuration.setBpmnParseFactory(null));
  }

  static ProcessEngine engine(
      String name, DataSource database, Consumer<ProcessEngineConfigurationImpl> open) {
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName(name);
    configuration.setDataSource(database);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistory("none");
    configuration.setJobExecutorActivate(false);
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setBeans(new HashMap<>(Map.of("loot", new Loot())));
    RestrictedExpressions.install(configuration, task -> SENT.putAll(task.getVariablesLocal()));
    open.accept(configuration);
    return configuration.buildProcessEngine();
  }

  @AfterAll
  static void stop() {
    engine.close();
    unparsed.close();
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

  @Test
  void an_expression_reaches_no_property_of_an_object() {
    for (var expression :
        List.of(
            "${text.class}",
            "${text.bytes}",
            "${text.class.name}",
            "${list.class}",
            "${loot}",
            "${loot.take}",
            "${execution}",
            "${execution.processEngineServices}",
            "${task}",
            "${authenticatedUserId}",
            "${variableContext}"))
      assertThatThrownBy(
              () -> value(expression, Map.of("text", "x", "list", new ArrayList<>(List.of(1)))))
          .as(expression)
          .isInstanceOf(ProcessEngineException.class);
    assertThat(value("${map.class}", Map.of("map", new HashMap<>(Map.of("a", 1))))).isNull();
    assertThat(Loot.TAKEN).hasNullValue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${''.getClass().forName('java.lang.Runtime')}",
        "${loot.take()}",
        "${execution.getProcessEngineServices()}",
        "${now()}",
        "${dateTime()}",
        "${currentUser()}",
        "#{1 + 1}"
      })
  void calls_do_not_even_parse(String expression) {
    refused(
        command(
            "<camunda:inputParameter name=\"x\">" + xml(expression) + "</camunda:inputParameter>"),
        "refused");
    // nor without the grammar: the language itself has no calls here
    var manager =
        (RestrictedExpressions)
            ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getExpressionManager();
    assertThatThrownBy(() -> manager.createExpression(expression))
        .isInstanceOf(ProcessEngineException.class);
    if (expression.contains("("))
      assertThatThrownBy(() -> manager.createValueExpression(expression))
          .isInstanceOf(RuntimeException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "camunda:class=\"org.foerderturm.process.RestrictedExpressionsIT$Loot\"",
        "camunda:expression=\"${1}\"",
        "camunda:delegateExpression=\"${loot}\"",
        "camunda:type=\"external\" camunda:topic=\"x\""
      })
  void a_service_task_reaches_the_one_delegate_only(String attributes) {
    refused("<serviceTask id=\"Task_A\" " + attributes + "/>", "Task_A");
  }

  @Test
  void a_class_on_the_class_path_is_not_made_even_if_the_parser_lets_it_pass() {
    deployTo(
        unparsed,
        "p.bpmn",
        process("<serviceTask id=\"Task_A\" camunda:class=\"" + Loot.class.getName() + "\"/>"));
    assertThatThrownBy(() -> unparsed.getRuntimeService().startProcessInstanceByKey("p"))
        .hasStackTraceContaining("models name no classes");
    assertThat(Loot.TAKEN).hasNullValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shell", "mail"})
  void shell_and_mail_are_stopped_twice(String type) {
    var task =
        "<serviceTask id=\"Task_A\" camunda:type=\""
            + type
            + "\"><extensionElements>"
            + "<camunda:field name=\""
            + (type.equals("shell") ? "command" : "to")
            + "\" stringValue=\"true\"/>"
            + "<camunda:field name=\"text\" stringValue=\"x\"/></extensionElements></serviceTask>";
    refused(task, "Task_A");
    assertThatThrownBy(
            () ->
                deployTo(
                    unparsed,
                    "p.bpmn",
                    process(
                        type.equals("shell")
                            ? task.replace("<camunda:field name=\"text\" stringValue=\"x\"/>", "")
                            : task)))
        // mail has no library here, before it has no class
        .hasStackTraceContaining(
            type.equals("shell") ? "models name no classes" : "MailActivityBehavior");
  }

  @ParameterizedTest
  @ValueSource(strings = {"juel", "feel", "javascript", "groovy"})
  void no_script_runs_in_any_language(String language) {
    var script =
        "<scriptTask id=\"Task_A\" scriptFormat=\""
            + language
            + "\"><script>1</script></scriptTask>";
    refused(script, "Task_A");
    assertThatThrownBy(() -> deployTo(unparsed, "p.bpmn", process(script)))
        .hasStackTraceContaining("models run no scripts");
    var condition =
        process("<task id=\"Task_A\"/>")
            .replace(
                "sourceRef=\"Start\" targetRef=\"Task_A\"/>",
                "sourceRef=\"Start\" targetRef=\"Task_A\"><conditionExpression xsi:type=\"tFormalExpression\" language=\""
                    + language
                    + "\">true</conditionExpression></sequenceFlow>");
    assertThatThrownBy(() -> deploy("p.bpmn", condition))
        .hasStackTraceContaining("models run no scripts");
  }

  @Test
  void a_form_handler_is_not_made() {
    refused(
        "<userTask id=\"Task_A\" camunda:formHandlerClass=\"" + Loot.class.getName() + "\"/>",
        "Task_A");
    assertThat(Loot.TAKEN).hasNullValue();
  }

  @Test
  void listeners_and_fields_are_not_taken() {
    refused(
        "<userTask id=\"Task_A\"><extensionElements><camunda:taskListener event=\"create\" delegateExpression=\"${command}\"/></extensionElements></userTask>",
        "Task_A");
    refused(
        "<userTask id=\"Task_A\"><extensionElements><camunda:executionListener event=\"start\" expression=\"${1}\"/></extensionElements></userTask>",
        "Task_A");
    refused(
        "<serviceTask id=\"Task_A\" camunda:delegateExpression=\"${command}\"><extensionElements><camunda:field name=\"x\" stringValue=\"y\"/></extensionElements></serviceTask>",
        "Task_A");
    refused("<e:scriptTask xmlns:e=\"urn:e\" id=\"Task_A\"/>", "Task_A");
  }

  @Test
  void a_schema_location_does_not_call_out() throws Exception {
    try (var server = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(500);
      var model =
          process("<task id=\"Task_A\"/>")
              .replace(
                  "targetNamespace=",
                  "xmlns:o=\"urn:o\" o:a=\"1\" xsi:schemaLocation=\"urn:o http://127.0.0.1:"
                      + server.getLocalPort()
                      + "/o.xsd\" targetNamespace=");
      var deploying =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      deploy("p.bpmn", model);
                    } catch (ProcessEngineException expected) {
                      /* refused is fine, too */
                    }
                  });
      assertThatThrownBy(server::accept).isInstanceOf(java.net.SocketTimeoutException.class);
      deploying.join(Duration.ofSeconds(20));
    }
  }

  @Test
  void a_loop_without_a_wait_ends() {
    deploy(
        "p.bpmn",
        process(
                "<exclusiveGateway id=\"Task_A\" default=\"f9\"/><task id=\"Task_B\"/><sequenceFlow id=\"f9\" sourceRef=\"Task_A\" targetRef=\"Task_B\"/><sequenceFlow id=\"f8\" sourceRef=\"Task_B\" targetRef=\"Task_A\"/>")
            .replace(
                "sourceRef=\"Task_A\" targetRef=\"End\"/>",
                "sourceRef=\"Task_A\" targetRef=\"End\"><conditionExpression xsi:type=\"tFormalExpression\">${1 > 2}</conditionExpression></sequenceFlow>"));
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () ->
            assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("p"))
                .hasStackTraceContaining("without a wait"));
  }

  // decision tables

  @Test
  void tables_in_feel_work() {
    assertThat(decide("> 3", "\"more\"", null, Map.of("x", 5))).isEqualTo("more");
    assertThat(decide("[1..3], 7", "if x = 2 then \"two\" else \"other\"", null, Map.of("x", 7)))
        .isEqualTo("other");
    assertThat(decide("not(4)", "sum([x, 2]) * 2", null, Map.of("x", 5))).isEqualTo(14L);
    assertThat(
            decide(
                "-",
                "partner.name",
                null,
                Map.of("x", 1, "partner", new HashMap<>(Map.of("name", "IHK")))))
        .isEqualTo("IHK");
  }

  @ParameterizedTest
  @ValueSource(strings = {"juel", "javascript", "groovy"})
  void cells_in_other_languages_fail(String language) {
    assertThatThrownBy(() -> decide("-", "1", language, Map.of("x", 1)))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> decide("-", "${x}", language, Map.of("x", 1)))
        .isInstanceOf(RuntimeException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for i in 1..1000000 return i",
        "for i in 1..1000000000 return i",
        "some i in 1..1000000 satisfies i = 0",
        "9 ** 999999999",
        "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")",
        "[1,2][item > 1]",
        "now()",
        "loot.take()"
      })
  void feel_ends_at_once(String cell) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThatThrownBy(() -> decide("-", cell, null, Map.of("x", 1)))
                .isInstanceOf(RuntimeException.class));
  }

  private static Object decide(
      String input, String output, String language, Map<String, Object> variables) {
    deploy("t.dmn", table(input, output, language));
    return engine.getDecisionService().evaluateDecisionTableByKey("t", variables).getSingleEntry();
  }

  private static void refused(String task, String message) {
    assertThatThrownBy(() -> deploy("p.bpmn", process(task)))
        .as(task)
        .isInstanceOf(ProcessEngineException.class)
        .hasStackTraceContaining(message);
    assertThat(Loot.TAKEN).hasNullValue();
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
    deployTo(engine, name, text);
  }

  static void deployTo(ProcessEngine engine, String name, String text) {
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

  static String table(String input, String output, String language) {
    var in = language == null ? "" : " expressionLanguage=\"" + language + "\"";
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="t" namespace="t">
          <decision id="t" name="t">
            <decisionTable id="Table_1" hitPolicy="FIRST">
              <input id="Input_1"><inputExpression id="Expression_1"><text>x</text></inputExpression></input>
              <output id="Output_1" name="y"/>
              <rule id="Rule_1"><inputEntry id="In_1"><text>%s</text></inputEntry><outputEntry id="Out_1"%s><text>%s</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """
        .formatted(xml(input), in, xml(output));
  }
}
