package org.foerderturm.process;

import camundajar.impl.scala.None$;
import camundajar.impl.scala.Option;
import camundajar.impl.scala.Some;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.immutable.List;
import camundajar.impl.scala.collection.immutable.Nil$;
import camundajar.impl.scala.jdk.CollectionConverters;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.impl.JavaValueMapper;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.syntaxtree.ValFunction;
import org.camunda.feel.valuemapper.CustomValueMapper;
import org.camunda.feel.valuemapper.JavaCustomValueMapper;
import org.camunda.feel.valuemapper.ValueMapper;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.kernel.Clocks;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ConcurrentLruCache;

/**
 * FEEL for decision tables and forms that ends: at each step the interpreter counts down a budget
 * and refuses what {@link FeelGrammar} does not know. It counts steps, not time, so that the same
 * inputs give the same answer on a slow day, and it needs no second thread. Parsed texts are kept;
 * Camunda's own adapter parses every cell again for each evaluation.
 */
final class BoundedFeel implements FeelEngine {
  /** Steps of one evaluation; a large cell takes some dozens. */
  static final int STEPS = 10_000;

  private static final String INPUT_NAME = "inputVariableName";

  private final ValueMapper values = new ValueMapper.CompositeValueMapper(mappers());
  private final FunctionProvider functions = new AllowedFunctions(values);
  private final ConcurrentLruCache<String, Exp> expressions =
      new ConcurrentLruCache<>(4_096, text -> parse(text, false));
  private final ConcurrentLruCache<String, Exp> unaryTests =
      new ConcurrentLruCache<>(4_096, text -> parse(text, true));
  private final Function<Exp, @Nullable String> grammar;

  BoundedFeel() {
    this(FeelGrammar::refusalOfNode);
  }

  /** For tests that open the grammar to see the budget work. */
  BoundedFeel(Function<Exp, @Nullable String> grammar) {
    this.grammar = grammar;
  }

  /** Values that are plain data, and what an expression makes of them. */
  @Nullable Object evaluate(String expression, Map<String, ?> variables) {
    return evaluate(expressions.get(expression), expression, new Plain(variables));
  }

  /** A tree that is parsed already. */
  @Nullable Object evaluate(Exp expression, Map<String, ?> variables) {
    return evaluate(expression, String.valueOf(expression), new Plain(variables));
  }

  @Override
  @SuppressWarnings({
    "unchecked",
    "NullAway",
    "TypeParameterUnusedInFormals"
  }) // Camunda's signature: T, null included
  public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
    return (T) evaluate(expressions.get(expression), expression, new Variables(variables, null));
  }

  @Override
  public boolean evaluateSimpleUnaryTests(
      String expression, String inputVariable, VariableContext variables) {
    var result =
        evaluate(unaryTests.get(expression), expression, new Variables(variables, inputVariable));
    return Boolean.TRUE.equals(result);
  }

  private static Exp parse(String text, boolean unaryTests) {
    try {
      return FeelGrammar.parse(text, unaryTests);
    } catch (IllegalArgumentException e) {
      throw new FeelException(e.getMessage(), e);
    }
  }

  private @Nullable Object evaluate(Exp expression, String text, VariableProvider variables) {
    var context =
        EvalContext.create(values, functions)
            .merge(
                new CustomContext() {
                  @Override
                  public VariableProvider variableProvider() {
                    return variables;
                  }
                });
    try {
      var result = new Steps(values, grammar).eval(expression, context);
      if (result instanceof ValError || result instanceof ValFatalError) {
        throw new FeelException("FEEL failed: " + text + ": " + result);
      }
      return values.unpackVal(result);
    } catch (FeelException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new FeelException("FEEL failed: " + text + ": " + e, e);
    }
  }

  /** The interpreter calls itself for each node; this counts the calls. */
  private static final class Steps extends FeelInterpreter {
    private final Function<Exp, @Nullable String> grammar;
    private int left = STEPS;

    Steps(ValueMapper values, Function<Exp, @Nullable String> grammar) {
      super(values);
      this.grammar = grammar;
    }

    @Override
    public Val eval(Exp expression, EvalContext context) {
      var refusal = grammar.apply(expression);
      if (refusal != null) {
        throw new FeelException(refusal);
      }
      if (--left < 0) {
        throw new FeelException("FEEL stopped after " + STEPS + " steps");
      }
      return super.eval(expression, context);
    }
  }

  private record Variables(VariableContext context, @Nullable String inputVariable)
      implements VariableProvider {
    @Override
    public Option<Object> getVariable(String name) {
      if (inputVariable != null && name.equals(INPUT_NAME)) {
        return new Some<>(inputVariable);
      }
      return context.containsVariable(name) ? new Some<>(context.resolve(name).getValue()) : none();
    }

    @Override
    public Iterable<String> keys() {
      var keys = new HashSet<>(context.keySet());
      if (inputVariable != null) {
        keys.add(INPUT_NAME);
      }
      return scala(keys);
    }
  }

  private record Plain(Map<String, ?> values) implements VariableProvider {
    @Override
    public Option<Object> getVariable(String name) {
      return values.containsKey(name) ? new Some<>(values.get(name)) : none();
    }

    @Override
    public Iterable<String> keys() {
      return scala(values.keySet());
    }
  }

  /** The built-in functions of the grammar's short list; the others do not exist. */
  private static final class AllowedFunctions implements FunctionProvider {
    /** Today is the office's today, and the demo's while it is loaded. */
    private static final FeelEngineClock OFFICE = () -> Clocks.now().atZone(WorkingDays.OFFICE);

    private final BuiltinFunctions all;

    AllowedFunctions(ValueMapper values) {
      all = new BuiltinFunctions(OFFICE, values);
    }

    @Override
    public List<ValFunction> getFunctions(String name) {
      return FeelGrammar.FUNCTIONS.contains(name) ? all.getFunctions(name) : nil();
    }

    @Override
    public Iterable<String> functionNames() {
      return scala(FeelGrammar.FUNCTIONS);
    }
  }

  /**
   * Refuses variables that are not plain data: feel-scala would otherwise offer the getters and
   * methods of any Java object to the expression.
   */
  private static final class PlainData extends JavaCustomValueMapper {
    private static final Set<Class<?>> PLAIN =
        Set.of(String.class, Boolean.class, java.util.Date.class);

    @Override
    public Optional<Val> toValue(@Nullable Object value, Function<Object, Val> inner) {
      if (value == null
          || value instanceof Val
          || value instanceof Number
          || value instanceof Map
          || value instanceof Collection
          || value instanceof java.time.temporal.Temporal
          || value instanceof java.time.temporal.TemporalAmount
          || value instanceof camundajar.impl.scala.collection.Iterable
          || PLAIN.contains(value.getClass())) {
        return Optional.empty();
      }
      throw new FeelException("not plain data: " + value.getClass().getName());
    }

    @Override
    public Optional<Object> unpackValue(Val value, Function<Val, Object> inner) {
      return Optional.empty();
    }

    @Override
    public int priority() {
      return 100;
    }
  }

  private static List<CustomValueMapper> mappers() {
    return CollectionConverters.ListHasAsScala(
            java.util.List.<CustomValueMapper>of(new PlainData(), new JavaValueMapper()))
        .asScala()
        .toList();
  }

  private static Iterable<String> scala(Set<String> names) {
    return CollectionConverters.SetHasAsScala(names).asScala();
  }

  @SuppressWarnings("unchecked")
  private static <T> Option<T> none() {
    return (Option<T>) None$.MODULE$;
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> nil() {
    return (List<T>) (List<?>) Nil$.MODULE$;
  }
}
