package org.foerderturm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.junit.jupiter.api.Test;

/** Thousands of expressions put together at random: none gets a method called, none takes long. */
class ExpressionFuzzTest {
  private static final AtomicInteger CALLS = new AtomicInteger();

  /** Counts each time that somebody calls it. */
  public static final class Bait {
    public Bait getSelf() {
      CALLS.incrementAndGet();
      return this;
    }

    public String take() {
      CALLS.incrementAndGet();
      return "x";
    }

    public static String now() {
      CALLS.incrementAndGet();
      return "x";
    }
  }

  private static final List<String> JUEL =
      List.of(
          "${",
          "#{",
          "}",
          "bait",
          "text",
          "list",
          "map",
          ".",
          "[",
          "]",
          "(",
          ")",
          "'a'",
          "\"b\"",
          "take()",
          ".take",
          "self",
          ".self",
          ".class",
          "getClass()",
          "now()",
          "fn:now(",
          "1",
          "0",
          " + ",
          " == ",
          " ? ",
          " : ",
          " && ",
          "not ",
          "empty ",
          ",",
          "null",
          " ",
          "command",
          "execution",
          "['class']",
          ".bytes",
          "\\",
          "lambda",
          "->",
          ";",
          "=");

  private static final List<String> FEEL =
      List.of(
          "bait",
          "text",
          "list",
          "map",
          ".",
          "[",
          "]",
          "(",
          ")",
          "{",
          "}",
          "\"a\"",
          "take()",
          ".self",
          "for i in ",
          "1..9",
          " return ",
          "some x in ",
          " satisfies ",
          "function(x) ",
          "external ",
          "sum(",
          "count(",
          "max(",
          "not(",
          "if ",
          " then ",
          " else ",
          "1",
          "999999999",
          " ** ",
          " + ",
          " * ",
          "-",
          " in ",
          " and ",
          "?",
          ",",
          ":",
          "a:",
          "get value(",
          "item",
          "`take`",
          "date(\"2026-01-01\")",
          "instance of ",
          "<",
          "=",
          "null",
          "\"",
          "//",
          "/*");

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final RestrictedExpressions expressions =
      new RestrictedExpressions(task -> CALLS.incrementAndGet());
  private final BoundedFeel feel = new BoundedFeel();

  private static Map<String, Object> variables() {
    var variables = new HashMap<String, Object>();
    variables.put("bait", new Bait());
    variables.put("text", "x");
    variables.put("list", List.of(1, 2, 3));
    variables.put("map", Map.of("a", 1));
    return variables;
  }

  /** A scope whose variables an expression really finds. */
  private static VariableScope scope() {
    var variables = variables();
    return (VariableScope)
        Proxy.newProxyInstance(
            VariableScope.class.getClassLoader(),
            new Class<?>[] {VariableScope.class},
            (self, method, args) ->
                switch (method.getName()) {
                  case "hasVariable" -> variables.containsKey(args[0]);
                  case "getVariable" -> variables.get(args[0]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @Test
  void the_bait_can_be_found() {
    assertThat(
            expressions
                .createValueExpression("${bait}")
                .getValue(expressions.getElContext(scope())))
        .isInstanceOf(Bait.class);
  }

  @Provide
  Arbitrary<String> juel() {
    return Arbitraries.of(JUEL)
        .list()
        .ofMinSize(1)
        .ofMaxSize(14)
        .map(parts -> "${" + String.join("", parts) + "}");
  }

  @Provide
  Arbitrary<String> feel() {
    return Arbitraries.of(FEEL)
        .list()
        .ofMinSize(1)
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 5_000, shrinking = ShrinkingMode.OFF)
  void no_juel_expression_calls_a_method(@ForAll("juel") String expression) {
    int before = CALLS.get();
    long start = THREADS.getCurrentThreadCpuTime();
    try {
      // also what the grammar refuses: the language behind it must not call either
      expressions.createValueExpression(expression).getValue(expressions.getElContext(scope()));
    } catch (ELException
        | ProcessEngineException
        | ArithmeticException
        | IllegalArgumentException refused) {
      // fine
    }
    try {
      expressions.createExpression(expression);
    } catch (ProcessEngineException refused) {
      // fine
    }
    quick(start, before, expression);
  }

  @Property(tries = 5_000, shrinking = ShrinkingMode.OFF)
  void no_feel_expression_calls_a_method_or_takes_long(@ForAll("feel") String expression) {
    int before = CALLS.get();
    long start = THREADS.getCurrentThreadCpuTime();
    try {
      feel.evaluate(expression, variables());
    } catch (FeelException refused) {
      // fine
    }
    try {
      feel.evaluateSimpleUnaryTests(
          expression, "text", Variables.fromMap(variables()).asVariableContext());
    } catch (FeelException refused) {
      // fine
    }
    quick(start, before, expression);
  }

  private static void quick(long start, int before, String expression) {
    assertThat(CALLS.get()).as(expression).isEqualTo(before);
    assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start))
        .as(expression)
        .isLessThan(Duration.ofSeconds(3));
  }
}
