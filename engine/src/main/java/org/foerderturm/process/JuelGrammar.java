package org.foerderturm.process;

import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Builder.Feature;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.jspecify.annotations.Nullable;

/**
 * What an expression in a BPMN model may be made of: variables, properties of maps and lists,
 * literals, operators. No calls of any kind.
 */
final class JuelGrammar {
  static final int LONGEST = 1_000;
  private static final int MOST_BRACKETS = 40;

  // with method calls, so that one is parsed as what it is and named in the refusal
  private static final Builder PARSER = new Builder(Feature.METHOD_INVOCATIONS);

  private static final Set<Class<? extends Node>> ALLOWED =
      Set.of(
          AstBinary.class,
          AstBoolean.class,
          AstBracket.class,
          AstChoice.class,
          AstComposite.class,
          AstDot.class,
          AstEval.class,
          AstIdentifier.class,
          AstNested.class,
          AstNull.class,
          AstNumber.class,
          AstString.class,
          AstText.class,
          AstUnary.class);

  private JuelGrammar() {}

  /** Whether the text holds an expression at all; plain text needs no parser. */
  static boolean isExpression(String text) {
    return text.contains("${") || text.contains("#{");
  }

  /** Why the text is refused, in English for the log and the modeler; null if it is fine. */
  static @Nullable String refusal(String text) {
    if (!isExpression(text)) {
      return null;
    }
    if (text.length() > LONGEST) {
      return "expression longer than " + LONGEST + " characters";
    }
    if (text.chars().filter(c -> c == '(' || c == '[').count() > MOST_BRACKETS) {
      return "expression with more than " + MOST_BRACKETS + " brackets"; // the parser recurses
    }
    try {
      return refusal(PARSER.build(text).getRoot());
    } catch (TreeBuilderException e) {
      return "not an expression: " + e.getMessage();
    }
  }

  private static @Nullable String refusal(Node node) {
    if (node instanceof AstFunction function) {
      return "function call " + function.getName() + "()";
    }
    if (node instanceof AstMethod) {
      return "method call";
    }
    if (!ALLOWED.contains(node.getClass())) {
      return node.getClass().getSimpleName() + " is not allowed";
    }
    if (node instanceof AstEval eval && eval.isDeferred()) {
      return "#{…}; write ${…}";
    }
    for (int i = 0; i < node.getCardinality(); i++) {
      var inner = refusal(node.getChild(i));
      if (inner != null) {
        return inner;
      }
    }
    return null;
  }
}
