package org.foerderturm.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateCaseExecution;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.history.producer.DmnHistoryEventProducer;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.foerderturm.kernel.Cases;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.RuleTables;
import org.foerderturm.ledger.Sequencer;
import org.foerderturm.log.Bell;
import org.foerderturm.log.Commands;
import org.foerderturm.log.EventTypes;
import org.foerderturm.log.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Camunda, wired by hand: no starter, no webapp, no history tables, no scripts, no beans in models.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {
  /**
   * Jobs that a node does at once. Each holds a connection, also while it waits for its aggregate:
   * with as many as the pool has, people would wait for the jobs.
   */
  private static final int JOBS = 4;

  @Bean
  Models models() {
    return new Models();
  }

  @Bean
  CommandDelegate commandDelegate(ObjectProvider<Commands> commands, EventTypes types) {
    return new CommandDelegate(commands, types);
  }

  @Bean
  SpringProcessEngineConfiguration camunda(
      DataSource dataSource,
      PlatformTransactionManager spring,
      Transactions transactions,
      Models models,
      CommandDelegate command,
      ApplicationContext beans,
      FlywayMigrationInitializer schema) {
    var configuration =
        new SpringProcessEngineConfiguration() {
          @Override
          protected Collection<? extends CommandInterceptor>
              getDefaultCommandInterceptorsTxRequired() {
            var chain =
                new ArrayList<CommandInterceptor>(super.getDefaultCommandInterceptorsTxRequired());
            chain.addFirst(new UnitInterceptor(transactions));
            return chain;
          }
        };
    configuration.setApplicationContext(beans);
    configuration.setProcessEngineName("foerderturm");
    configuration.setDataSource(dataSource);
    configuration.setTransactionManager(spring);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setIdGenerator(new StrongUuidGenerator());
    configuration.setJobExecutorActivate(false);
    var jobs = new DefaultJobExecutor();
    jobs.setCorePoolSize(JOBS);
    jobs.setMaxPoolSize(JOBS);
    configuration.setJobExecutor(jobs);
    configuration.setDefaultNumberOfRetries(3);
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setHistoryRemovalTimeStrategy("none");
    configuration.setHistoryCleanupStrategy("endTimeBased");
    configuration.setHistoryCleanupEnabled(false);
    configuration.setCustomHistoryLevels(List.of(new EventsOnly()));
    configuration.setHistory(EventsOnly.NAME);
    configuration.setHistoryEventHandler(new Told(models));
    configuration.setDmnHistoryEventProducer(new Decided(models));
    // a refusal is an event, a conflict is tried again; who sends the command logs the rest
    configuration.setEnableCmdExceptionLogging(false);
    configuration.setMetricsEnabled(false);
    configuration.setTaskMetricsEnabled(false);
    configuration.setDbMetricsReporterActivate(false);
    configuration.setDefaultSerializationFormat("application/json");
    configuration.setDeserializationTypeValidationEnabled(true);
    configuration.setCustomPreVariableSerializers(List.of(new JsonVariables()));
    configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
    configuration.setSkipOutputMappingOnCanceledActivities(true);
    configuration.setAuthorizationEnabled(false);
    configuration.setCmmnEnabled(false);
    configuration.setCustomSessionFactories(SparedReads.sessionFactories());
    configuration.setHistoryEventProducer(SparedReads.historyEventProducer());
    configuration.setBusinessCalendarManager(WorkingDayCalendar.calendars());
    RestrictedExpressions.install(configuration, command);
    Clocks.follow(
        at -> {
          if (at == null) ClockUtil.reset();
          else ClockUtil.offset(java.time.Duration.between(java.time.Instant.now(), at).toMillis());
        });
    return configuration;
  }

  @Bean
  ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration configuration) {
    var factory = new ProcessEngineFactoryBean();
    factory.setProcessEngineConfiguration(configuration);
    return factory;
  }

  @Bean
  Decisions decisions(ProcessEngine engine) {
    return new Tables(configuration(engine));
  }

  @Bean
  Cases cases(ProcessEngine engine) {
    return key ->
        engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .count()
            > 0;
  }

  @Bean
  TaskHandler taskHandler(
      ProcessEngine engine, Models models, DataSource dataSource, Transactions transactions) {
    // variables of any length: the engine's column ends at 4,000 characters
    JdbcClient db = JdbcClient.create(dataSource);
    db.sql("alter table act_ru_variable alter column text_ type text").update();
    return new TaskHandler(configuration(engine), models, db, transactions);
  }

  @Bean
  CaseHandler caseHandler(
      ProcessEngine engine, Models models, CommandDelegate commands, DataSource dataSource) {
    return new CaseHandler(
        configuration(engine), engine, models, commands, JdbcClient.create(dataSource));
  }

  @Bean
  ModelHandler modelHandler(
      ProcessEngine engine, OfficeRows rows, DataSource dataSource, EventTypes types) {
    return new ModelHandler(
        new Deployer(engine, JdbcClient.create(dataSource)), rows, new Catalogue(types));
  }

  @Bean
  OfficeRows officeRows(ProcessEngine engine, DataSource dataSource) {
    var db = JdbcClient.create(dataSource);
    return new OfficeRows(db, new Deployer(engine, db), new DeployedTables(db));
  }

  @Bean
  RuleTables ruleTables(OfficeRows rows, DataSource dataSource) {
    return new OfficeTables(new DeployedTables(JdbcClient.create(dataSource)), rows);
  }

  @Bean
  PastTables pastTables(ProcessEngine engine, DataSource dataSource) {
    var db = JdbcClient.create(dataSource);
    return new PastTables(db, new DeployedTables(db), configuration(engine));
  }

  @Bean
  ModelAnswers modelAnswers(ProcessEngine engine, Models models, DataSource dataSource) {
    return new ModelAnswers(configuration(engine), models, JdbcClient.create(dataSource));
  }

  @Bean
  OfficeHolidays officeHolidays(DataSource dataSource) {
    return new OfficeHolidays(new DeployedTables(JdbcClient.create(dataSource)));
  }

  @Bean
  MessageBridge messageBridge(
      ProcessEngine engine,
      Models models,
      Transactions transactions,
      Sequencer sequencer,
      Bell bell,
      DataSource dataSource) {
    return new MessageBridge(engine, models, transactions, sequencer, bell, dataSource);
  }

  private static ProcessEngineConfigurationImpl configuration(ProcessEngine engine) {
    return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  @Bean
  Jobs jobs(ProcessEngine engine, @Value("${foerderturm.jobs:true}") boolean active) {
    return new Jobs(configuration(engine), active);
  }

  /** Timers and asynchronous steps: last to start, first to stop. */
  static final class Jobs implements SmartLifecycle {
    private final ProcessEngineConfigurationImpl configuration;
    private final boolean active;

    Jobs(ProcessEngineConfigurationImpl configuration, boolean active) {
      this.configuration = configuration;
      this.active = active;
    }

    @Override
    public void start() {
      if (active) configuration.getJobExecutor().start();
    }

    @Override
    public void stop() {
      if (isRunning()) configuration.getJobExecutor().shutdown();
    }

    @Override
    public boolean isRunning() {
      return configuration.getJobExecutor().isActive();
    }

    @Override
    public int getPhase() {
      return 1_000;
    }
  }

  /** The engine tells; the facts of the transaction listen. */
  private record Told(Models models) implements HistoryEventHandler {
    @Override
    public void handleEvent(HistoryEvent event) {
      Facts.current(models).add(event);
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
      events.forEach(this::handleEvent);
    }
  }

  /** Evaluated decision tables, taken as they are; no history entity is made of them. */
  private record Decided(Models models) implements DmnHistoryEventProducer {
    @Override
    public @Nullable HistoryEvent createDecisionEvaluatedEvt(
        DelegateExecution execution, DmnDecisionEvaluationEvent evaluation) {
      String caseId = ((ExecutionEntity) execution).getRootProcessInstanceId();
      for (var required : evaluation.getRequiredDecisionResults())
        if (required instanceof DmnDecisionTableEvaluationEvent table)
          Facts.current(models).decided(caseId, table);
      if (evaluation.getDecisionResult() instanceof DmnDecisionTableEvaluationEvent table)
        Facts.current(models).decided(caseId, table);
      return null;
    }

    @Override
    public @Nullable HistoryEvent createDecisionEvaluatedEvt(
        DelegateCaseExecution execution, DmnDecisionEvaluationEvent evaluation) {
      return null;
    }

    @Override
    public @Nullable HistoryEvent createDecisionEvaluatedEvt(
        DmnDecisionEvaluationEvent evaluation) {
      return null;
    }
  }
}
