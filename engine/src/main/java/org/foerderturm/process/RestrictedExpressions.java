package org.foerderturm.process;

import java.beans.FeatureDescriptor;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Iterator;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.form.validator.FormValidators;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl.Profile;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.jspecify.annotations.Nullable;

/**
 * The wall at run time: whatever stands in a model that got into the engine, its expressions reach
 * variables, maps and lists, its service tasks reach the one delegate, and nothing else is reached
 * by name, class or script. Holds without {@link ModelGuard}, and shares only the grammars with it.
 *
 * @see <a href="../../../../../../docs/explanation/hostile-models.md">Hostile models</a>
 */
final class RestrictedExpressions extends JuelExpressionManager {
  /** The one delegate expression. */
  static final String COMMAND = "${command}";

  private final JavaDelegate command;

  /** For tests; elsewhere use {@link #install}. */
  RestrictedExpressions(JavaDelegate command) {
    this.command = command;
    // the profile without method calls; not from el.properties, which could switch them on again
    setExpressionFactory(new ExpressionFactoryImpl(Profile.JEE5, null));
  }

  /**
   * Sets every wall. To be called before the engine is built, and after nothing else.
   *
   * @param command what {@code ${command}} means, in service tasks only
   */
  static void install(ProcessEngineConfigurationImpl configuration, JavaDelegate command) {
    configuration.setExpressionManager(new RestrictedExpressions(command));
    configuration.setBeans(new HashMap<>());
    configuration.setEnableExpressionsInAdhocQueries(false);
    configuration.setEnableExpressionsInStoredQueries(false);

    configuration.setScriptFactory(new NoScripts());
    configuration.setScriptEngineResolver(new NoScriptEngines());
    configuration.setEnableFetchScriptEngineFromProcessApplication(false);
    configuration.setEnableScriptEngineLoadExternalResources(false);

    configuration.setArtifactFactory(new NoClasses());
    configuration.setBpmnParseFactory(RestrictedParse::new);
    configuration.setFormEngines(new HashMap<>());
    configuration.setFormValidators(new FormValidators());
    configuration.setCmmnEnabled(false);
    configuration.setEnableXxeProcessing(false);
    configuration.setDeserializationTypeValidationEnabled(true);
    configuration.setJavaSerializationFormatEnabled(false);

    configuration.setDmnFeelEnableLegacyBehavior(false);
    configuration.setDmnEngineConfiguration(tables());
  }

  /** Decision tables in FEEL with a budget; JUEL and script cells fail. */
  private static DefaultDmnEngineConfiguration tables() {
    var tables =
        (DefaultDmnEngineConfiguration)
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    tables.setFeelEngineFactory(BoundedFeel::new);
    tables.setElProvider(
        expression -> {
          throw new ProcessEngineException("only FEEL in decisions, not JUEL: " + expression);
        });
    tables.setScriptEngineResolver(
        language -> {
          throw noScript(language);
        });
    return tables;
  }

  @Override
  public Expression createExpression(String expression) {
    if (COMMAND.equals(expression)) {
      return new CommandExpression(command);
    }
    var refusal = JuelGrammar.refusal(expression);
    if (refusal != null) {
      throw new ProcessEngineException("expression refused: " + refusal + ": " + expression);
    }
    return super.createExpression(expression);
  }

  /** Camunda registers its own functions here; none is known to expressions. */
  @Override
  public void addFunction(String name, Method function) {}

  @Override
  protected FunctionMapper createFunctionMapper() {
    return new FunctionMapper() {
      @Override
      public @Nullable Method resolveFunction(String prefix, String localName) {
        return null;
      }
    };
  }

  @Override
  protected ELResolver createElResolver() {
    var resolver = new CompositeELResolver();
    resolver.add(new Roots());
    resolver.add(new MapELResolver(true));
    resolver.add(new ListELResolver(true));
    return resolver;
  }

  /** The names an expression may begin with. */
  private static final class Roots extends ELResolver {
    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
      if (base != null
          || !(context.getContext(VariableScope.class) instanceof VariableScope scope)
          || !(property instanceof String name)) {
        return null;
      }
      var execution = executionOf(scope);
      if (execution != null && name.equals("caseKey")) {
        context.setPropertyResolved(true);
        return execution.getProcessBusinessKey();
      }
      if (execution instanceof ExecutionEntity entity && name.equals("caseId")) {
        context.setPropertyResolved(true);
        return entity.getRootProcessInstanceId();
      }
      if (scope.hasVariable(name)) {
        context.setPropertyResolved(true);
        return scope.getVariable(name);
      }
      return null;
    }

    private static @Nullable DelegateExecution executionOf(VariableScope scope) {
      return switch (scope) {
        case DelegateExecution execution -> execution;
        case DelegateTask task -> task.getExecution();
        default -> null;
      };
    }

    @Override
    public Class<?> getType(ELContext context, @Nullable Object base, Object property) {
      return Object.class;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object property, Object value) {
      throw new ProcessEngineException("expressions only read");
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
      return true;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(
        ELContext context, @Nullable Object base) {
      return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
      return Object.class;
    }
  }

  /** {@code ${command}}: the delegate itself, which no longer expression can reach. */
  private record CommandExpression(JavaDelegate command) implements Expression {
    @Override
    public Object getValue(VariableScope scope) {
      return command;
    }

    @Override
    public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
      return command;
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
      throw new ProcessEngineException("expressions only read");
    }

    @Override
    public void setValue(Object value, VariableScope scope, BaseDelegateExecution execution) {
      setValue(value, scope);
    }

    @Override
    public String getExpressionText() {
      return COMMAND;
    }

    @Override
    public boolean isLiteralText() {
      return false;
    }
  }

  private static final class NoClasses implements ArtifactFactory {
    @Override
    public <T> T getArtifact(Class<T> type) {
      throw new ProcessEngineException("models name no classes: " + type.getName());
    }
  }

  private static final class NoScripts extends ScriptFactory {
    @Override
    public ExecutableScript createScriptFromResource(String language, String resource) {
      throw noScript(language);
    }

    @Override
    public ExecutableScript createScriptFromResource(
        String language, org.camunda.bpm.engine.delegate.Expression resource) {
      throw noScript(language);
    }

    @Override
    public ExecutableScript createScriptFromSource(String language, String source) {
      throw noScript(language);
    }

    @Override
    public ExecutableScript createScriptFromSource(
        String language, org.camunda.bpm.engine.delegate.Expression source) {
      throw noScript(language);
    }
  }

  private static final class NoScriptEngines implements ScriptEngineResolver {
    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
      throw noScript(factory.getLanguageName());
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
      throw noScript("any");
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean cached) {
      throw noScript(language);
    }
  }

  private static ProcessEngineException noScript(String language) {
    return new ProcessEngineException("models run no scripts: " + language);
  }
}
