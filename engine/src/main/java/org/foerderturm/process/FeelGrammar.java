package org.foerderturm.process;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import java.util.ArrayDeque;
import java.util.Set;
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
  private static final int DEEPEST = 6;

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
          "today",
          "upper case",
          "years and months duration");

  /** Words that begin what is refused anyway. */
  private static final Set<String> KEYWORDS =
      Set.of("for", "some", "every", "satisfies", "return", "function", "external", "instance");

  private FeelGrammar() {}

  /**
   * @param unaryTests an input cell ({@code > 5, "x", [1..3]}) instead of a whole expression
   * @throws IllegalArgumentException if the text is too long, not FEEL, or needs too many steps
   */
  static Exp parse(String text, boolean unaryTests) {
    return parse(text, unaryTests, new FeelSteps());
  }

  private static Exp parse(String text, boolean unaryTests, FeelSteps steps) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("FEEL longer than " + LONGEST + " characters");
    }
    checkWords(text);
    var parsed = steps.parse(text, unaryTests);
    if (parsed == null) {
      throw new IllegalArgumentException("not FEEL: " + text);
    }
    return parsed;
  }

  /**
   * What must be known before the parser sees the text: it backtracks, and takes exponential time
   * on nested brackets and some keywords. Reads strings, quoted names and brackets as FEEL does.
   */
  private static void checkWords(String text) {
    var open = new ArrayDeque<Character>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '"' || c == '`') {
        i = endOfQuote(text, i);
      } else if (text.startsWith("//", i) || text.startsWith("/*", i)) {
        throw new IllegalArgumentException("comment in FEEL");
      } else if (Character.isJavaIdentifierStart(c)) {
        int start = i;
        while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
          i++;
        }
        var word = text.substring(start, i);
        if (KEYWORDS.contains(word)) {
          throw new IllegalArgumentException("FEEL " + word + " is not allowed");
        }
        continue;
      } else if (c == '(' || c == '[' || c == '{') {
        open.push(c);
        if (open.size() > DEEPEST) {
          throw new IllegalArgumentException("FEEL nested deeper than " + DEEPEST + " levels");
        }
      } else if (c == ')' || c == ']' || c == '}') {
        // (1..3] and [1..3) are half-open intervals
        if (open.isEmpty() || (c == '}') != (open.pop() == '{')) {
          throw new IllegalArgumentException("FEEL brackets do not match");
        }
      }
      i++;
    }
  }

  private static int endOfQuote(String text, int start) {
    char quote = text.charAt(start);
    for (int i = start + 1; i < text.length(); i++) {
      if (quote == '"' && text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i;
      }
    }
    throw new IllegalArgumentException("FEEL quote does not end");
  }

  /** Why the text is refused, in English for the log and the modeler; null if it is fine. */
  static @Nullable String refusal(String text, boolean unaryTests) {
    return refusal(text, unaryTests, new FeelSteps());
  }

  /**
   * As {@link #refusal(String, boolean)}.
   *
   * @param steps that are left for this text and others; it takes what it needs from them
   */
  static @Nullable String refusal(String text, boolean unaryTests, FeelSteps steps) {
    try {
      return refusal(parse(text, unaryTests, steps));
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
