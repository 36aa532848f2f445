package org.foerderturm.process;

import camundajar.impl.scala.jdk.CollectionConverters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.ClosedConstRangeBoundary;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstDate;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstRange;
import org.camunda.feel.syntaxtree.ConstRangeBoundary;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.InputGreaterOrEqual;
import org.camunda.feel.syntaxtree.InputGreaterThan;
import org.camunda.feel.syntaxtree.InputInRange;
import org.camunda.feel.syntaxtree.InputLessOrEqual;
import org.camunda.feel.syntaxtree.InputLessThan;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.UnaryTestExpression;
import org.jspecify.annotations.Nullable;

/**
 * What an input cell of a decision table accepts, where that can be told from its text: literals,
 * comparisons, intervals, lists of them, {@code not(…)} and {@code -}.
 *
 * @param any the cell accepts everything
 * @param not it accepts what none of its tests accepts
 */
record TableCell(boolean any, boolean not, List<Test> tests) {
  private static final TableCell ANY = new TableCell(true, false, List.of());

  sealed interface Test {}

  record Text(String text) implements Test {}

  record Flag(boolean value) implements Test {}

  /**
   * @param low null for no lower end
   * @param dates whether the ends are days, counted from 1970
   */
  record Range(
      @Nullable BigDecimal low,
      boolean withLow,
      @Nullable BigDecimal high,
      boolean withHigh,
      boolean dates)
      implements Test {
    /** One value only. */
    boolean isPoint() {
      return low != null && high != null && low.compareTo(high) == 0;
    }
  }

  private record End(BigDecimal value, boolean date) {}

  /** Null if it can't be told. */
  static @Nullable TableCell of(String text) {
    if (text.isBlank()) return ANY;
    try {
      return of(FeelGrammar.parse(text, true));
    } catch (IllegalArgumentException notFeel) {
      return null; // refused elsewhere
    }
  }

  private static @Nullable TableCell of(Exp exp) {
    if (exp instanceof ConstBool all && all.value()) return ANY; // a hyphen
    boolean not = exp instanceof Not;
    var inner = exp instanceof Not negation ? negation.x() : exp;
    var tests = new ArrayList<Test>();
    for (var each : inner instanceof AtLeastOne many ? list(many) : List.of(inner)) {
      var test = test(each);
      if (test == null) return null;
      tests.add(test);
    }
    return new TableCell(false, not, tests);
  }

  private static List<Exp> list(AtLeastOne many) {
    return CollectionConverters.SeqHasAsJava(many.xs()).asJava();
  }

  private static @Nullable Test test(Exp exp) {
    return switch (exp) {
      case InputEqualTo same when same.x() instanceof ConstBool flag -> new Flag(flag.value());
      case UnaryTestExpression literal when literal.exp() instanceof ConstString text ->
          new Text(text.value());
      case UnaryTestExpression literal -> range(end(literal.exp()), true, end(literal.exp()), true);
      case InputLessThan less -> below(end(less.x()), false);
      case InputLessOrEqual most -> below(end(most.x()), true);
      case InputGreaterThan more -> above(end(more.x()), false);
      case InputGreaterOrEqual least -> above(end(least.x()), true);
      case InputInRange in -> between(in.range());
      default -> null;
    };
  }

  private static @Nullable Test below(@Nullable End end, boolean with) {
    return end == null ? null : new Range(null, false, end.value, with, end.date);
  }

  private static @Nullable Test above(@Nullable End end, boolean with) {
    return end == null ? null : new Range(end.value, with, null, false, end.date);
  }

  private static @Nullable Test between(ConstRange range) {
    return range(
        end(range.start().value()),
        closed(range.start()),
        end(range.end().value()),
        closed(range.end()));
  }

  private static boolean closed(ConstRangeBoundary end) {
    return end instanceof ClosedConstRangeBoundary;
  }

  private static @Nullable Test range(
      @Nullable End low, boolean withLow, @Nullable End high, boolean withHigh) {
    if (low == null || high == null || low.date != high.date) return null;
    return new Range(low.value, withLow, high.value, withHigh, low.date);
  }

  private static @Nullable End end(Exp exp) {
    return switch (exp) {
      case ConstNumber number -> new End(number.value().bigDecimal(), false);
      case ArithmeticNegation minus when minus.x() instanceof ConstNumber number ->
          new End(number.value().bigDecimal().negate(), false);
      case ConstDate day -> new End(BigDecimal.valueOf(day.value().toEpochDay()), true);
      default -> null;
    };
  }
}
