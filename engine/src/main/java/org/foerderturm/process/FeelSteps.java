package org.foerderturm.process;

import camundajar.impl.fastparse.IndexedParserInput;
import camundajar.impl.fastparse.Parsed;
import camundajar.impl.fastparse.ParserInputSource;
import camundajar.impl.fastparse.ParsingRun;
import camundajar.impl.fastparse.package$;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.camunda.feel.impl.parser.FeelParser$;
import org.camunda.feel.syntaxtree.Exp;
import org.jspecify.annotations.Nullable;

/**
 * The steps that parsing FEEL may take. The parser backtracks, so a short text can take long; a
 * step is one look of the parser at a character. Steps are counted and not seconds: what a fast
 * machine takes a slow one takes too.
 */
final class FeelSteps {
  /** Of one expression; the longest list of numbers takes 60,000, a shipped cell some hundreds. */
  static final int OF_AN_EXPRESSION = 200_000;

  /** Of all expressions of a file; a shipped table takes some thousands. */
  static final int OF_A_FILE = 50_000_000;

  /** What the parser does after it has made its input of the text; it offers no way with one. */
  private static final Method EXPRESSION = parser("fullExpression");

  private static final Method UNARY_TESTS = parser("fullUnaryExpression");

  private int left = OF_A_FILE;

  int left() {
    return left;
  }

  boolean isSpent() {
    return left <= 0;
  }

  /**
   * Takes what the text needs: no more than one expression may, and no more than are left.
   *
   * @return null if the text is not FEEL
   * @throws IllegalArgumentException if the steps don't suffice
   */
  @Nullable Exp parse(String text, boolean unaryTests) {
    var input = new Counted(text, Math.min(left, OF_AN_EXPRESSION));
    try {
      return parse(input, unaryTests ? UNARY_TESTS : EXPRESSION);
    } finally {
      left -= input.taken;
    }
  }

  private static @Nullable Exp parse(Counted input, Method rule) {
    Parsed<Exp> parsed =
        package$.MODULE$.parse(
            ParserInputSource.fromParserInput(input, same -> same),
            run -> apply(rule, run),
            package$.MODULE$.parse$default$3(),
            package$.MODULE$.parse$default$4(),
            package$.MODULE$.parse$default$5());
    return parsed instanceof Parsed.Success<Exp> success ? success.value() : null;
  }

  private static Method parser(String name) {
    try {
      var method = FeelParser$.class.getDeclaredMethod(name, ParsingRun.class);
      method.setAccessible(true);
      return method;
    } catch (NoSuchMethodException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static ParsingRun<Exp> apply(Method rule, ParsingRun<Object> run) {
    try {
      return (ParsingRun<Exp>) rule.invoke(FeelParser$.MODULE$, run);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) throw failure;
      if (e.getCause() instanceof Error failure) throw failure;
      throw new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Counted extends IndexedParserInput {
    private static final long serialVersionUID = 1;

    private final int most;
    private int taken;

    Counted(String text, int most) {
      super(text);
      this.most = most;
    }

    @Override
    public char apply(int index) {
      if (++taken > most)
        throw new IllegalArgumentException("FEEL that takes too many steps to read");
      return super.apply(index);
    }
  }
}
