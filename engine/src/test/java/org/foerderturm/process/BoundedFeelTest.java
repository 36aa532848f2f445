package org.foerderturm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.feel.impl.parser.FeelParser;
import org.junit.jupiter.api.Test;

class BoundedFeelTest {
  private final BoundedFeel feel = new BoundedFeel();

  @Test
  void data_in_data_out() {
    assertThat(
            feel.evaluate(
                "sum(list) + map.a", Map.of("list", List.of(1, 2), "map", Map.of("a", 3))))
        .isEqualTo(6L);
    assertThat(feel.evaluate("if x in [1..3] then \"a\" else \"b\"", Map.of("x", 2)))
        .isEqualTo("a");
    assertThat(feel.evaluate("missing", Map.of())).isNull();
  }

  @Test
  void a_java_object_is_no_data() {
    assertThatThrownBy(() -> feel.evaluate("x.path", Map.of("x", new java.io.File("/"))))
        .isInstanceOf(FeelException.class)
        .hasMessageContaining("not plain data");
  }

  /** The budget alone, with everything else open: the loop that ran over eight minutes. */
  @Test
  void the_budget_stops_what_the_grammar_would_let_pass() {
    var open = new BoundedFeel(node -> null);
    var loop = FeelParser.parseExpression("for i in 1..1000000 return i").get().value();
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () ->
            assertThatThrownBy(() -> open.evaluate(loop, Map.of()))
                .isInstanceOf(FeelException.class)
                .hasMessageContaining("stopped after"));
  }

  /** The grammar at run time alone, on a tree that no text check has seen. */
  @Test
  void the_interpreter_refuses_a_loop_by_itself() {
    var loop = FeelParser.parseExpression("for i in 1..1000000000 return i").get().value();
    assertThatThrownBy(() -> feel.evaluate(loop, Map.of()))
        .isInstanceOf(FeelException.class)
        .hasMessageContaining("For is not allowed");
  }

  @Test
  void an_error_of_the_interpreter_is_a_failure_of_the_expression() {
    assertThatThrownBy(
            () -> feel.evaluate("date(999999999, 12, 31) + duration(\"P999999999Y\")", Map.of()))
        .isInstanceOf(FeelException.class);
  }
}
