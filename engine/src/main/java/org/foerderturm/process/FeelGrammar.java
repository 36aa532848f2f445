package org.foerderturm.process;

import camundajar.impl.fastparse.Parsed;
import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import java.util.Set;
import org.camunda.feel.impl.parser.FeelParser;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.jspecify.annotations.Nullable;

/**
 * What a FEEL expression in a decision table or a form may be made of. No loops, quantifiers,
 * filters, function definitions, powers or open-ended functions: each node is evaluated a bounded
 * number of times, in time bounded by the size of the inputs.
 */
final class FeelGrammar {
  static final int LONGEST = 2_000;
  private static final int DEEPEST = 8;

  /** Simple class names of feel-scala's syntax tree. */
  private static final Set<String> NODES =
      Set.of(
          "ConstNull$",
          "ConstInputValue$",
          "ConstNumber",
          "ConstBool",
          "ConstString",
          "ConstDate",
          "ConstLocalTime",
          "ConstTime",
          "ConstLocalDateTime",
          "ConstDateTime",
          "ConstYearMonthDuration",
          "ConstDayTimeDuration",
          "ConstList",
          "ConstContext",
          "ConstRange",
          "InputLessThan",
          "InputLessOrEqual",
          "InputGreaterThan",
          "InputGreaterOrEqual",
          "InputEqualTo",
          "InputInRange",
          "AtLeastOne",
          "Not",
          "Ref",
          "PathExpression",
          "Addition",
          "Subtraction",
          "Multiplication",
          "Division",
          "ArithmeticNegation",
          "Equal",
          "LessThan",
          "LessOrEqual",
          "GreaterThan",
          "GreaterOrEqual",
          "FunctionInvocation",
          "If",
          "Disjunction",
          "Conjunction",
          "In",
          "UnaryTestExpression");

  static final Set<String> FUNCTIONS =
      Set.of(
          "abs",
          "all",
          "any",
          "contains",
          "count",
          "date",
          "date and time",
          "duration",
          "ends with",
          "is defined",
          "list contains",
          "lower case",
          "max",
          "mean",
          "min",
          "not",
          "starts with",
          "string length",
          "sum",
          "time",
          "upper case",
          "years and months duration");

  private FeelGrammar() {}

  /**
   * @param unaryTests an input cell ({@code > 5, "x", [1..3]}) instead of a whole expression
   * @throws IllegalArgumentException if the text is too long or not FEEL
   */
  static Exp parse(String text, boolean unaryTests) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("FEEL longer than " + LONGEST + " characters");
    }
    if (Nesting.of(text) > DEEPEST) {
      throw new IllegalArgumentException("FEEL nested deeper than " + DEEPEST + " levels");
    }
    var parsed = unaryTests ? FeelParser.parseUnaryTests(text) : FeelParser.parseExpression(text);
    if (parsed instanceof Parsed.Success<Exp> success) {
      return success.value();
    }
    throw new IllegalArgumentException("not FEEL: " + text);
  }

  /** Why the text is refused, in English for the log and the modeler; null if it is fine. */
  static @Nullable String refusal(String text, boolean unaryTests) {
    try {
      return refusal(parse(text, unaryTests));
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  /** The first thing in the tree that is not allowed; null if there is none. */
  static @Nullable String refusal(@Nullable Object part) {
    if (part instanceof Exp exp) {
      var own = refusalOfNode(exp);
      if (own != null) {
        return own;
      }
    }
    var parts =
        part instanceof Iterable<?> many
            ? many.iterator()
            : part instanceof Product product ? product.productIterator() : null;
    while (parts != null && parts.hasNext()) {
      var inner = refusal(parts.next());
      if (inner != null) {
        return inner;
      }
    }
    return null;
  }

  /** As {@link #refusal(Object)}, of one node without its children. */
  static @Nullable String refusalOfNode(Exp node) {
    var type = node.getClass().getSimpleName();
    if (!NODES.contains(type)) {
      return "FEEL " + type + " is not allowed";
    }
    if (node instanceof FunctionInvocation call && !FUNCTIONS.contains(call.function())) {
      return "FEEL function " + call.function() + "() is not allowed";
    }
    return null;
  }
}
