package org.foerderturm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.process.ModelGuard.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gaps and overlaps are found before anybody meets them, and nothing is claimed that is not so. */
class TableCheckTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  // ---- two rows where one may be

  @Test
  void rows_that_overlap_are_named_with_an_input_that_both_fit() {
    assertThat(
            found(
                table("UNIQUE", "staff:integer", "size:string")
                    .row("< 10", "-")
                    .row("[10..50]", "\"a\", \"b\"")
                    .row(">= 50", "\"b\"")))
        .containsExactly("overlap: 2 + 3: staff = 50, size = \"b\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "integer | < 10   | >= 10 |",
        "integer | < 10   | >= 9  | 9",
        "integer | <= 9   | > 9   |",
        "integer | (9..12) | >= 11 | 11",
        "integer | (9..12) | >= 12 |",
        "integer | > 9    | < 10  |", // there is no whole number between
        "double  | > 9    | < 10  | 9.5",
        "double  | (9..10] | [10..11) | 10",
        "integer | not(5) | 5     |",
        "integer | not(5) | 6     | 6",
        "integer | -5     | < 0   | -5",
        "string  | \"a\"  | not(\"a\") |",
        "string  | not(\"a\") | not(\"b\") | \"other\"",
        "boolean | true   | false |",
        "boolean | true   | -     | true",
      })
  void cells_of_one_column_overlap_where_the_engine_would_say_so(
      String type, String one, String two, String example) {
    assertThat(
            found(table("UNIQUE", "x:" + type).row(one).row(two)).stream()
                .filter(found -> found.startsWith("overlap"))
                .toList())
        .isEqualTo(example == null ? List.of() : List.of("overlap: 1 + 2: x = " + example));
  }

  @Test
  void days_are_compared_as_days() {
    assertThat(
            found(
                table("UNIQUE", "date(date and time(deadline)):")
                    .row("<= date(\"2026-12-31\")")
                    .row(">= date(\"2026-12-31\")")))
        .containsExactly("overlap: 1 + 2: deadline = date(\"2026-12-31\")");
    assertThat(
            found(
                table("UNIQUE", "date(day):")
                    .row("<= date(\"2026-12-31\")")
                    .row(">= date(\"2027-01-01\")")))
        .isEmpty();
  }

  @Test
  void only_the_policies_of_one_row_mind() {
    for (var policy : List.of("FIRST", "COLLECT", "RULE ORDER"))
      assertThat(found(table(policy, "x:integer").row("> 1").row("> 2"))).isEmpty();
    assertThat(found(table("ANY", "x:integer").row("> 1").row("> 2"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x + 1:integer", // of what values x has nobody knows
        "string length(x):integer",
        "x:date",
        "x:money"
      })
  void where_it_cannot_be_told_nothing_is_said(String input) {
    assertThat(found(table("UNIQUE", input).row("> 1").row("> 2"))).isEmpty();
  }

  @Test
  void two_columns_of_the_same_variable_are_left_alone() {
    assertThat(found(table("UNIQUE", "x:integer", "x:integer").row("> 1", "< 5").row("> 2", "> 7")))
        .isEmpty();
    assertThat(
            found(table("UNIQUE", "a:integer", "a.b:integer").row("> 1", "< 5").row("> 2", "< 7")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"y", "> y", "min(1, 2)", "true, false", "null"})
  void cells_that_are_more_than_literals_are_left_alone(String cell) {
    assertThat(found(table("UNIQUE", "x:integer").row(cell).row("> 2"))).isEmpty();
  }

  @Test
  void what_another_table_answers_is_left_alone() throws Exception {
    var xml =
        table("UNIQUE", "base:integer")
            .row("> 1")
            .row("> 2")
            .build()
            .xml()
            .replace(
                "<decisionTable",
                "<informationRequirement id=\"q\"><requiredDecision href=\"#t-base\"/>"
                    + "</informationRequirement><decisionTable")
            .replace(
                "</definitions>",
                "<decision id=\"t-base\" name=\"b\"><decisionTable id=\"T2\" hitPolicy=\"FIRST\">"
                    + "<output id=\"o\" name=\"base\"/></decisionTable></decision></definitions>");
    assertThat(found(xml)).isEmpty();
  }

  // ---- no row

  @Test
  void an_input_that_no_row_fits_is_named() {
    assertThat(
            found(
                table("UNIQUE", "staff:integer", "kind:string")
                    .row("< 10", "\"a\"")
                    .row(">= 10", "\"a\"")
                    .row("< 10", "\"b\"")
                    .row("> 10", "\"b\"")))
        .containsExactly("gap: kind = \"b\", staff = 10");
  }

  @Test
  void a_row_for_the_rest_fills_every_gap() {
    assertThat(found(table("FIRST", "x:integer").row("< 10").row("> 10").row("-"))).isEmpty();
  }

  @Test
  void what_no_column_speaks_of_is_no_gap() {
    assertThat(found(table("UNIQUE", "date(day):").row(">= date(\"2010-01-01\")"))).isEmpty();
    assertThat(found(table("UNIQUE", "x:string").row("\"a\"").row("\"b\""))).isEmpty();
    // a rule that begins later than another
    assertThat(
            found(table("UNIQUE", "x:integer", "k:string").row("> 1", "\"a\"").row("> 9", "\"b\"")))
        .isEmpty();
  }

  @Test
  void numbers_of_which_nobody_knows_whether_they_are_whole_leave_no_gap_between_whole_ones() {
    assertThat(found(table("UNIQUE", "x:").row("<= 9").row(">= 10"))).isEmpty();
    assertThat(found(table("UNIQUE", "x:double").row("<= 9").row(">= 10")))
        .containsExactly("gap: x = 9.5");
  }

  @Test
  void a_missing_answer_to_yes_or_no_is_a_gap() {
    assertThat(found(table("UNIQUE", "x:boolean").row("true"))).containsExactly("gap: x = false");
  }

  @Test
  void a_cell_that_cannot_be_told_may_fit_anything() {
    assertThat(found(table("FIRST", "x:integer").row("< 10").row("> y").row("> 10"))).isEmpty();
  }

  // ---- at the door

  @Test
  void a_table_with_a_gap_is_refused_at_deployment_if_a_model_needs_one_row() {
    var table = table("UNIQUE", "x:integer").row("< 10").row("> 10").build().xml();
    assertThat(refusal(table, "collectEntries")).isNull();
    var no = refusal(table, "singleResult");
    assertThat(no.args())
        .containsEntry("file", "t.dmn")
        .containsEntry("element", "t")
        .containsEntry("reason", "gap")
        .containsEntry("what", "x = 10");
  }

  @Test
  void a_table_with_an_overlap_is_refused_at_deployment_whoever_asks_it() {
    var table = table("UNIQUE", "x:integer").row("< 10").row("> 5").build().xml();
    var no = refusal(table, "collectEntries");
    assertThat(no.args())
        .containsEntry("reason", "overlap")
        .containsEntry("what", "1 + 2: x = 6")
        .containsEntry("why", "rows 1 and 2 of t both fit");
  }

  @Test
  void a_large_table_is_checked_in_a_moment() {
    var rows = table("UNIQUE", "a:integer", "b:integer", "c:string", "d:boolean");
    for (int i = 0; i < 1000; i++)
      rows.row("[" + i * 10 + ".." + (i * 10 + 9) + "]", ">= " + i, "\"k" + i % 7 + "\"", "true");
    var began = THREADS.getCurrentThreadCpuTime();
    found(rows);
    assertThat(THREADS.getCurrentThreadCpuTime() - began).isLessThan(5_000_000_000L);
  }

  private static Rejected refusal(String table, String mapping) {
    var bpmn =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="n">
          <process id="p" name="p" isExecutable="true">
            <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="Task_A"/>
            <businessRuleTask id="Task_A" name="A" camunda:decisionRef="t"
                camunda:decisionRefBinding="deployment" camunda:mapDecisionResult="%s"
                camunda:resultVariable="r"/>
          </process>
        </definitions>
        """
            .formatted(mapping);
    return catchThrowableOfType(
        Rejected.class,
        () ->
            ModelGuard.check(
                Map.of("t.dmn", table, "p.bpmn", bpmn),
                new Surroundings(Set.of(), Set.of(), file -> null)));
  }

  // ---- helpers

  private record Rows(String policy, List<String> inputs, List<List<String>> rows) {
    Rows row(String... cells) {
      rows.add(Arrays.asList(cells));
      return this;
    }

    Table build() {
      return new Table(policy, inputs, rows);
    }
  }

  private static Rows table(String policy, String... inputs) {
    return new Rows(policy, List.of(inputs), new ArrayList<>());
  }

  private static List<String> found(Rows rows) {
    try {
      return found(rows.build().xml());
    } catch (SafeXml.Refused e) {
      throw new AssertionError(e);
    }
  }

  static List<String> found(String xml) throws SafeXml.Refused {
    var root = SafeXml.parse(xml);
    var found = Stream.<String>builder();
    TableCheck.check(
        root,
        SafeXml.children(root, "decision").getFirst(),
        true,
        (element, reason, what, why) -> found.add(reason + ": " + what));
    return found.build().toList();
  }
}
