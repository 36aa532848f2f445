package org.foerderturm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.process.ModelGuard.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wall at deployment: every known way out is refused, with the element named. */
class ModelGuardTest {
  private static final Surroundings HERE =
      new Surroundings(Set.of("CastVote", "SubmitMotion"), Set.of("MotionDecided"), file -> null);

  // what works

  @Test
  void a_model_with_a_task_a_command_and_a_message_passes() {
    assertThat(
            passes(
                """
                <userTask id="Task_A" name="Antrag prüfen" camunda:candidateGroups="office-lead"
                    camunda:formRef="f" camunda:formRefBinding="deployment" camunda:dueDate="P5D"/>
                <sequenceFlow id="f3" sourceRef="Task_A" targetRef="Task_B"/>
                <serviceTask id="Task_B" name="Abstimmen" camunda:delegateExpression="${command}">
                  <extensionElements><camunda:inputOutput>
                    <camunda:inputParameter name="command">CastVote</camunda:inputParameter>
                    <camunda:inputParameter name="motionId">${motion.id}</camunda:inputParameter>
                    <camunda:inputParameter name="votes"><camunda:list><camunda:value>${a &gt; 1}</camunda:value></camunda:list></camunda:inputParameter>
                  </camunda:inputOutput>
                  <camunda:failedJobRetryTimeCycle>R3/PT5M</camunda:failedJobRetryTimeCycle>
                  </extensionElements>
                </serviceTask>
                """))
        .isEmpty();
  }

  @Test
  void a_task_shows_first_only_what_some_page_has() {
    var task =
        """
        <userTask id="Task_A" name="Antrag prüfen" camunda:candidateGroups="office-lead"
            camunda:formRef="f" camunda:formRefBinding="deployment">
          <extensionElements><camunda:properties>
            <camunda:property name="context" value="%s"/><camunda:property name="context.of" value="%s"/>
          </camunda:properties></extensionElements>
        </userTask>
        """;
    assertThat(passes(task.formatted("application-budget", "applicationId"))).isEmpty();
    refused(task.formatted("aplication-budget", "applicationId"), "Task_A", "unknown");
    refused(task.formatted("application-budget", "the application"), "Task_A", "unknown");
  }

  @Test
  void what_rounds_leave_is_said_on_an_activity_that_has_rounds() {
    var rounds =
        """
        <subProcess id="Task_A" name="Je Ort"><extensionElements><camunda:properties>
          <camunda:property name="collect" value="%s"/>
        </camunda:properties></extensionElements>
        %s
        <startEvent id="s1"/></subProcess>
        """;
    var many = "<multiInstanceLoopCharacteristics camunda:collection=\"${places}\"/>";
    assertThat(passes(rounds.formatted("ratings: place.name, points", many))).isEmpty();
    refused(rounds.formatted("ratings: place.name, points", ""), "Task_A", "unknown");
    refused(rounds.formatted("ratings place", many), "Task_A", "unknown");
    refused(rounds.formatted("ratings: ${place.toString()}", many), "Task_A", "expression");
  }

  @Test
  void what_becomes_of_a_cancelled_cases_thing_is_a_command_or_a_task_that_there_is() {
    var said =
        """
        <extensionElements><camunda:properties>
          <camunda:property name="%s" value="%s"/>
        </camunda:properties></extensionElements>
        """;
    assertThat(passes(said.formatted("cancel", "CastVote: motionId, member=caseKey"))).isEmpty();
    refusedAt(said.formatted("cancel", "CastNothing: motionId"));
    refusedAt(said.formatted("cancel", "CastVote: motionId=${a.b}"));
    refusedAt(said.formatted("cancel.end", "Task_Nowhere"));
    refused(
        "<userTask id=\"Task_A\" name=\"A\" camunda:formRef=\"f\""
            + " camunda:formRefBinding=\"deployment\">"
            + said.formatted("cancel", "CastVote: motionId")
            + "</userTask>",
        "Task_A",
        "unknown");
  }

  private static void refusedAt(String xml) {
    assertThatThrownBy(() -> passes(xml)).isInstanceOf(Rejected.class);
  }

  @Test
  void a_missing_name_is_a_warning_only() {
    assertThat(
            passes(
                "<userTask id=\"Task_A\" camunda:formRef=\"f\" camunda:formRefBinding=\"deployment\"/>"))
        .extracting(ModelFinding::element)
        .containsExactly("Task_A");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> 5",
        "\"a\", \"b\"",
        "[1..3]",
        "(1..3]",
        "not(\"x\")",
        "-",
        "date(\"2026-01-01\")",
        "? > 3 and ? < 5",
        "< other.limit",
        "? in [1..3]",
        "null",
        "list contains(names, ?)"
      })
  void bounded_feel_passes(String cell) {
    assertThatCode(() -> ModelGuard.check(Map.of("t.dmn", table(cell, "x + 1")), HERE))
        .doesNotThrowAnyException();
  }

  // the vectors named in the list of traps

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${''.getClass().forName('java.lang.Runtime')}",
        "${execution.getProcessEngineServices()}",
        "${dataSource.connection.close()}",
        "#{x}",
        "${now()}",
        "${fn:length(x)}",
        "${x.y(1)}",
        "${a[b.c()]}",
        "text ${a} and ${b.c()}",
        "${a ? b.c() : d}",
        "${",
        "${command}",
        "${ command }"
      })
  void expressions_that_call_or_reach_out_are_refused(String expression) {
    var parameter =
        "<camunda:inputParameter name=\"x\">" + xml(expression) + "</camunda:inputParameter>";
    refused(command(parameter), "Task_A", "expression");
    refused(task("camunda:assignee=\"" + xml(expression) + "\""), "Task_A", "expression");
    refused(
        "<userTask id=\"Task_A\" name=\""
            + xml(expression)
            + "\" camunda:formRef=\"f\" camunda:formRefBinding=\"deployment\"/>",
        "Task_A",
        "expression");
    refused(
        "<userTask id=\"Task_A\" name=\"a\" camunda:formRef=\"f\" camunda:formRefBinding=\"deployment\"><documentation>"
            + xml(expression)
            + "</documentation></userTask>",
        "Task_A",
        "expression");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "camunda:class=\"java.lang.Object\"",
        "camunda:expression=\"${x}\"",
        "camunda:delegateExpression=\"${dataSource}\"",
        "camunda:delegateExpression=\"${command }\"",
        "camunda:delegateExpression=\"#{command}\"",
        "camunda:type=\"shell\"",
        "camunda:type=\"mail\"",
        "camunda:type=\"external\"",
        "camunda:resource=\"x\""
      })
  void service_tasks_run_the_one_delegate_only(String attributes) {
    refused("<serviceTask id=\"Task_A\" name=\"a\" " + attributes + "/>", "Task_A", "runs-code");
  }

  @Test
  void old_and_foreign_namespaces_are_refused() {
    refused(
        "<serviceTask id=\"Task_A\" name=\"a\" xmlns:activiti=\"http://activiti.org/bpmn\" activiti:class=\"x\"/>",
        "Task_A",
        "runs-code");
    // Camunda goes by local names: a script task in any namespace runs
    refused("<evil:scriptTask xmlns:evil=\"urn:evil\" id=\"Task_A\"/>", "Task_A", "runs-code");
    refused("<dc:Bounds xmlns:dc=\"urn:x\" id=\"Task_A\"/>", "Task_A", "not-on-list");
  }

  @ParameterizedTest
  @ValueSource(strings = {"juel", "feel", "javascript", "groovy"})
  void scripts_are_refused_wherever_they_stand(String language) {
    refused(
        "<scriptTask id=\"Task_A\" scriptFormat=\""
            + language
            + "\"><script>1</script></scriptTask>",
        "Task_A",
        "runs-code");
    refused(
        command(
            "<camunda:inputParameter name=\"x\"><camunda:script scriptFormat=\""
                + language
                + "\">1</camunda:script></camunda:inputParameter>"),
        "Task_A",
        "runs-code");
    refusedModel(
        process(
            task(""),
            "<conditionExpression xsi:type=\"tFormalExpression\" language=\""
                + language
                + "\">1</conditionExpression>"),
        "f1",
        "runs-code");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<camunda:executionListener event=\"start\" class=\"x\"/>",
        "<camunda:executionListener event=\"start\" delegateExpression=\"${command}\"/>",
        "<camunda:taskListener event=\"create\" expression=\"${x}\"/>",
        "<camunda:taskListener event=\"timeout\" delegateExpression=\"${command}\"/>",
        "<camunda:formData><camunda:formField id=\"x\"/></camunda:formData>",
        "<camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector>",
        "<camunda:field name=\"x\" stringValue=\"y\"/>"
      })
  void listeners_connectors_and_fields_are_refused(String extension) {
    refused(
        "<userTask id=\"Task_A\" name=\"a\" camunda:formRef=\"f\" camunda:formRefBinding=\"deployment\"><extensionElements>"
            + extension
            + "</extensionElements></userTask>",
        "Task_A",
        "runs-code");
  }

  @Test
  void form_handlers_and_form_keys_are_refused() {
    refused(task("camunda:formHandlerClass=\"x\""), "Task_A", "runs-code");
    refused(task("camunda:formKey=\"embedded:x\""), "Task_A", "runs-code");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for i in 1..1000000 return i | 1",
        "- | for i in 1..1000000 return i",
        "some x in [1] satisfies x = 1 | 1",
        "every x in [1] satisfies x = 1 | 1",
        "- | function(x) x",
        "- | {f: function(x) external {java: {class: \"java.lang.Math\", method signature: \"max(int)\"}}}",
        "- | 9 ** 999999999",
        "- | [1,2,3][item > 1]",
        "- | matches(x, \"(a+)+$\")",
        "- | replace(x, \"a\", \"b\")",
        "- | split(x, \"(a+)+\")",
        "- | string join([\"a\"])",
        "- | get value(x, \"class\")",
        "- | x.getClass()",
        "- | now()",
        "- | 1 instance of number",
        "- | ((((((((1))))))))",
        "- | 1 /* \" */ + 1"
      })
  void feel_that_loops_or_reaches_out_is_refused(String input, String output) {
    refusedModel(
        "t.dmn",
        table(input.strip(), output.strip()),
        input.strip().equals("-") ? "Out_1" : "In_1",
        "expression");
  }

  @ParameterizedTest
  @ValueSource(strings = {"juel", "javascript", "groovy", "feel-unary", "JUEL"})
  void tables_speak_feel_only(String language) {
    refusedModel(
        "t.dmn",
        table("-", "1")
            .replace("<inputEntry id", "<inputEntry expressionLanguage=\"" + language + "\" id"),
        "In_1",
        "runs-code");
    refusedModel(
        "t.dmn",
        table("-", "1")
            .replace("<outputEntry id", "<outputEntry expressionLanguage=\"" + language + "\" id"),
        "Out_1",
        "runs-code");
  }

  // what hangs or floods the engine

  @ParameterizedTest
  @CsvSource({
    "timeCycle,R/PT1M",
    "timeCycle,R5/PT1S",
    "timeCycle,0 * * * * ?",
    "timeCycle,R9999/PT1H",
    "timeCycle,${x}",
    "timeDuration,soon",
    "timeDuration,P99999999D"
  })
  void timers_are_bounded(String kind, String text) {
    refused(
        task("")
            + "<boundaryEvent id=\"Timer_1\" attachedToRef=\"Task_A\"><timerEventDefinition id=\"d1\"><"
            + kind
            + " xsi:type=\"tFormalExpression\">"
            + text
            + "</"
            + kind
            + "></timerEventDefinition></boundaryEvent>",
        "d1",
        "unbounded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1001", "1000000000", "${n}", "-1"})
  void the_number_of_instances_is_bounded(String number) {
    refused(
        "<userTask id=\"Task_A\" name=\"a\" camunda:formRef=\"f\" camunda:formRefBinding=\"deployment\"><multiInstanceLoopCharacteristics><loopCardinality>"
            + number
            + "</loopCardinality></multiInstanceLoopCharacteristics></userTask>",
        "Task_A",
        "unbounded");
  }

  @Test
  void a_loop_in_which_nothing_waits_is_refused() {
    refused(
        """
        <exclusiveGateway id="Task_A"/>
        <manualTask id="Task_B" name="b"/>
        <sequenceFlow id="g1" sourceRef="Task_A" targetRef="Task_B"/>
        <sequenceFlow id="g2" sourceRef="Task_B" targetRef="Task_A"/>
        """,
        null,
        "unbounded");
    assertThat(
            passes(
                """
                <exclusiveGateway id="Task_A"/>
                <userTask id="Task_B" name="b" camunda:formRef="f" camunda:formRefBinding="deployment"/>
                <sequenceFlow id="g1" sourceRef="Task_A" targetRef="Task_B"/>
                <sequenceFlow id="g2" sourceRef="Task_B" targetRef="Task_A"/>
                """))
        .isEmpty();
  }

  @Test
  void a_loop_through_links_subprocesses_and_errors_is_refused_too() {
    refused(
        """
        <intermediateThrowEvent id="Task_A"><linkEventDefinition name="x"/></intermediateThrowEvent>
        <intermediateCatchEvent id="Catch"><linkEventDefinition name="x"/></intermediateCatchEvent>
        <sequenceFlow id="g1" sourceRef="Catch" targetRef="Task_A"/>
        """,
        null,
        "unbounded");
    refused(
        """
        <subProcess id="Task_A" name="s"><startEvent id="s1"/><endEvent id="s2"/><sequenceFlow id="s3" sourceRef="s1" targetRef="s2"/></subProcess>
        <sequenceFlow id="g1" sourceRef="Task_A" targetRef="Task_A"/>
        """,
        "Task_A",
        "unbounded");
  }

  @Test
  void processes_that_call_each_other_in_a_circle_are_refused() {
    var call = "<callActivity id=\"Task_A\" name=\"a\" calledElement=\"%s\"/>";
    var a = process(call.formatted("q"), "");
    var b = process(call.formatted("p"), "").replace("process id=\"p\"", "process id=\"q\"");
    var rejected = refusal(Map.of("p.bpmn", a, "q.bpmn", b));
    assertThat(rejected.args())
        .containsEntry("reason", "unbounded")
        .containsEntry("what", "calledElement");
    // also where the other was deployed before
    var there = new Surroundings(Set.of(), Set.of(), Map.of("q.bpmn", b)::get);
    assertThat(
            catchThrowableOfType(Rejected.class, () -> ModelGuard.check(Map.of("p.bpmn", a), there))
                .args())
        .containsEntry("reason", "unbounded");
  }

  // names

  @Test
  void unknown_commands_messages_forms_and_tables_are_refused_with_a_suggestion() {
    var typo =
        refusal(
            Map.of(
                "p.bpmn",
                process(command("").replace("CastVote", "CastVotes"), ""),
                "f.form",
                FORM));
    assertThat(typo.args()).containsEntry("element", "Task_A").containsEntry("reason", "unknown");
    assertThat(typo.args().get("why").toString()).contains("did you mean CastVote?");
    refused(command("").replace("CastVote", "${x}"), "Task_A", "unknown");
    var message =
        process(task(""), "")
            .replace("<process", "<message id=\"M\" name=\"MotionDecidet\"/><process");
    assertThat(refusal(Map.of("p.bpmn", message, "f.form", FORM)).args().get("why").toString())
        .contains("MotionDecided?");
    refusedModel(
        "p.bpmn", process(task("").replace("\"f\"", "\"other\""), ""), "Task_A", "unknown");
    refused("<userTask id=\"Task_A\" name=\"a\"/>", "Task_A", "unknown");
    refused(
        "<businessRuleTask id=\"Task_A\" name=\"a\" camunda:decisionRef=\"t\" camunda:decisionRefBinding=\"deployment\"/>",
        "Task_A",
        "unknown");
    refused(
        "<businessRuleTask id=\"Task_A\" name=\"a\" camunda:decisionRef=\"${t}\" camunda:decisionRefBinding=\"latest\"/>",
        "Task_A",
        "expression");
  }

  @Test
  void the_id_is_the_name_of_the_file() {
    refusedModel("other.bpmn", process(task(""), ""), "other", "naming");
    refusedModel("other.dmn", table("-", "1"), "t", "naming");
    refusedModel("other.form", FORM, "other", "naming");
    refusedModel("x.jar", "", "x.jar", "naming");
    refusedModel("../p.bpmn", "", "../p.bpmn", "naming");
    refusedModel("P.cmmn", "", "P.cmmn", "naming");
    refused("<task id=\"Task_A\"/><task id=\"Task_A\"/>", "Task_A", "naming");
  }

  @Test
  void every_part_of_a_table_has_an_id() {
    refusedModel(
        "t.dmn", table("-", "1").replace("<rule id=\"Rule_1\">", "<rule>"), "Table_1", "naming");
    refusedModel(
        "t.dmn",
        table("-", "1").replace("<inputEntry id=\"In_1\">", "<inputEntry>"),
        "Rule_1",
        "naming");
  }

  // how files are read

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE definitions [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><definitions>&x;</definitions>",
        "<!DOCTYPE definitions SYSTEM \"http://127.0.0.1:1/x.dtd\"><definitions/>",
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><definitions/>",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><definitions/>",
        "<?xml version=\"1.1\"?><definitions/>",
        "<?xml-stylesheet href=\"x\"?><definitions/>",
        "<definitions>",
        "no xml",
        "",
        "<definitions/>"
      })
  void only_plain_xml_is_read(String text) {
    refusedModel("p.bpmn", text, null, "unreadable");
    refusedModel("t.dmn", text, null, "unreadable");
  }

  @Test
  void schema_locations_would_make_the_engine_call_out() {
    refusedModel(
        "p.bpmn",
        process(task(""), "")
            .replace("id=\"d\"", "id=\"d\" xsi:schemaLocation=\"urn:x http://127.0.0.1:1/x.xsd\""),
        "d",
        "not-on-list");
  }

  @Test
  void deep_large_and_slow_files_are_refused_quickly() {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    refusedModel("p.bpmn", "<a>".repeat(100_000) + "</a>".repeat(100_000), null, "unreadable");
    refusedModel("p.bpmn", "<a>" + "<b/>".repeat(100_000) + "</a>", null, "unreadable");
    refusedModel("p.bpmn", " ".repeat(ModelGuard.LARGEST + 1), null, "too-large");
    refusedModel("f.form", "[".repeat(100_000), null, "unreadable");
    refused(
        task("camunda:assignee=\"${" + "(".repeat(400) + "1" + ")".repeat(400) + "}\""),
        "Task_A",
        "expression");
    refusedModel(
        "t.dmn", table("-", "(".repeat(900) + "1" + ")".repeat(900)), "Out_1", "expression");
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start))
        .isLessThan(Duration.ofSeconds(20));
  }

  // forms

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"html\",\"id\":\"c\",\"content\":\"<b>x</b>\"}",
        "{\"type\":\"iframe\",\"id\":\"c\",\"url\":\"https://example.org\"}",
        "{\"type\":\"script\",\"id\":\"c\"}",
        "{\"type\":\"text\",\"id\":\"c\",\"text\":\"[x](java\\nscript:alert(1))\"}",
        "{\"type\":\"text\",\"id\":\"c\",\"text\":\"<ScRiPt>\"}",
        "{\"type\":\"group\",\"id\":\"g\",\"components\":[{\"type\":\"html\",\"id\":\"c\"}]}"
      })
  void foreign_content_in_forms_is_refused(String component) {
    refusedModel("f.form", form(component), "c", "runs-code");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"label\":\"=x\"",
        "\"conditional\":{\"hide\":\"=for i in 1..1000000 return i\"}",
        "\"conditional\":{\"hide\":\"=x.getClass()\"}",
        "\"readonly\":\"=now() > x\"",
        "\"valuesExpression\":\"=for i in 1..3 return i\""
      })
  void expressions_in_forms_are_comparisons_only(String property) {
    refusedModel(
        "f.form",
        form("{\"type\":\"textfield\",\"id\":\"c\",\"key\":\"x\"," + property + "}"),
        "c",
        "not-on-list");
  }

  @Test
  void a_pattern_that_takes_for_ever_is_refused() {
    refusedModel(
        "f.form",
        form(
            "{\"type\":\"textfield\",\"id\":\"c\",\"key\":\"x\",\"validate\":{\"pattern\":\"(a+)+$\"}}"),
        "c",
        "unbounded");
  }

  @Test
  void all_findings_are_listed() {
    var rejected =
        refusal(
            Map.of(
                "p.bpmn", process("<scriptTask id=\"Task_A\"/><scriptTask id=\"Task_B\"/>", "")));
    assertThat((List<?>) rejected.args().get("findings")).hasSize(2);
  }

  // helpers

  private static List<ModelFinding> passes(String tasks) {
    return ModelGuard.check(Map.of("p.bpmn", process(tasks, ""), "f.form", FORM), HERE);
  }

  private static void refused(String tasks, String element, String reason) {
    refusedModel(process(tasks, ""), element, reason);
  }

  private static void refusedModel(String bpmn, String element, String reason) {
    refusedModel("p.bpmn", bpmn, element, reason);
  }

  private static void refusedModel(String file, String text, String element, String reason) {
    var resources = new HashMap<>(Map.of("f.form", FORM));
    resources.put(file, text);
    var args = refusal(resources).args();
    assertThat(args)
        .as(text.length() < 2_000 ? text : file)
        .containsEntry("reason", reason)
        .containsEntry("file", file);
    if (element != null) {
      assertThat(args).as(text).containsEntry("element", element);
    }
  }

  private static Rejected refusal(Map<String, String> resources) {
    var rejected = catchThrowableOfType(Rejected.class, () -> ModelGuard.check(resources, HERE));
    assertThat(rejected).as("refusal of %s", resources.keySet()).isNotNull();
    assertThat(rejected.code()).isEqualTo("model-refused");
    return rejected;
  }

  private static final String FORM =
      form(
          "{\"type\":\"textfield\",\"id\":\"c\",\"key\":\"x\",\"conditional\":{\"hide\":\"=a = 1 and b\"}}");

  private static String form(String component) {
    return "{\"id\":\"f\",\"type\":\"default\",\"schemaVersion\":19,\"components\":["
        + component
        + "]}";
  }

  private static String task(String attributes) {
    return "<userTask id=\"Task_A\" name=\"a\" camunda:formRef=\"f\" camunda:formRefBinding=\"deployment\" "
        + attributes
        + "/>";
  }

  private static String command(String parameters) {
    return "<serviceTask id=\"Task_A\" name=\"a\" camunda:delegateExpression=\"${command}\"><extensionElements><camunda:inputOutput>"
        + "<camunda:inputParameter name=\"command\">CastVote</camunda:inputParameter>"
        + parameters
        + "</camunda:inputOutput></extensionElements></serviceTask>";
  }

  private static String process(String tasks, String condition) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
          <process id="p" isExecutable="true">
            <startEvent id="Start"/>
            <sequenceFlow id="f1" sourceRef="Start" targetRef="Task_A">%s</sequenceFlow>
            %s
            <sequenceFlow id="f2" sourceRef="Task_A" targetRef="End"/>
            <endEvent id="End"/>
          </process>
        </definitions>
        """
        .formatted(condition, tasks);
  }

  private static String table(String input, String output) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="t" namespace="t">
          <decision id="t" name="t">
            <decisionTable id="Table_1" hitPolicy="FIRST">
              <input id="Input_1"><inputExpression id="Expression_1" typeRef="number"><text>x</text></inputExpression></input>
              <output id="Output_1" name="y" typeRef="number"/>
              <rule id="Rule_1"><inputEntry id="In_1"><text>%s</text></inputEntry><outputEntry id="Out_1"><text>%s</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """
        .formatted(xml(input), xml(output));
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
