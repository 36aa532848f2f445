package org.foerderturm.log;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Archive;
import org.foerderturm.kernel.Bodies;
import org.foerderturm.kernel.Candidates;
import org.foerderturm.kernel.Cases;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Consequences;
import org.foerderturm.kernel.Consortia;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Event;
import org.foerderturm.kernel.Grants;
import org.foerderturm.kernel.Invoices;
import org.foerderturm.kernel.Members;
import org.foerderturm.kernel.Memberships;
import org.foerderturm.kernel.People;
import org.foerderturm.kernel.Projects;
import org.foerderturm.kernel.Resolutions;
import org.foerderturm.kernel.RuleTables;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Wires Axon by hand: command bus, event store, aggregates. No server, no processors, no calls out.
 */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {
  static {
    System.setProperty("axoniq.update-checker.disabled", "true");
    // what an aggregate reads as the time of its own new event is what the log will say
    Clocks.follow(
        at ->
            GenericEventMessage.clock =
                at == null
                    ? Clock.systemUTC()
                    : Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), at)));
  }

  @Bean
  EventTypes eventTypes() {
    return new EventTypes();
  }

  @Bean
  EventLog eventLog(DataSource dataSource, EventTypes types) {
    return new EventLog(dataSource, new StableNames(types), NoOpEventUpcaster.INSTANCE);
  }

  @Bean
  Transactions transactions(PlatformTransactionManager spring, EventLog log) {
    return new Transactions(spring, log);
  }

  @Bean
  CommandBus commandBus(Transactions transactions) {
    var bus =
        SimpleCommandBus.builder()
            .transactionManager(transactions)
            .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
            .build();
    // a bus made by hand has to be told; so events of a model's command know their case
    bus.registerHandlerInterceptor(
        new CorrelationDataInterceptor<>(new SimpleCorrelationDataProvider(Commands.CASE_ID)));
    return bus;
  }

  @Bean
  Bell bell(DataSource dataSource) {
    return new Bell(dataSource);
  }

  @Bean
  Commands commands(CommandBus bus, Transactions transactions, DataSource dataSource) {
    return new Commands(bus, transactions, JdbcClient.create(dataSource));
  }

  @Bean
  Consequences consequences(Commands commands) {
    return commands::runConsequence;
  }

  @Bean
  AxonLifecycle axonLifecycle(
      CommandBus bus,
      EventLog log,
      EventTypes types,
      Transactions transactions,
      ApplicationContext beans) {
    return new AxonLifecycle(bus, log, types, transactions, beans);
  }

  /**
   * Starts Axon once every bean exists, before the engine's jobs and the web server; stops it after
   * them.
   */
  static final class AxonLifecycle implements SmartLifecycle {
    static final int PHASE = 0;
    private final Configurer configurer;
    private final ApplicationContext beans;
    private org.axonframework.config.@org.jspecify.annotations.Nullable Configuration running;

    AxonLifecycle(
        CommandBus bus,
        EventLog log,
        EventTypes types,
        Transactions transactions,
        ApplicationContext beans) {
      this.beans = beans;
      var serializer = new StableNames(types);
      configurer =
          DefaultConfigurer.defaultConfiguration(false)
              .configureTransactionManager(c -> transactions)
              .configureSerializer(c -> serializer)
              .configureEventSerializer(c -> serializer)
              .configureMessageSerializer(c -> serializer)
              .configureCommandBus(c -> bus)
              .configureEventStore(c -> new WatchedEventStore(log))
              .registerComponent(
                  ParameterResolverFactory.class,
                  c ->
                      MultiParameterResolverFactory.ordered(
                          new ActorParameter(),
                          new BeanParameter(Decisions.class, beans),
                          new BeanParameter(RuleTables.class, beans),
                          new BeanParameter(Consequences.class, beans),
                          new BeanParameter(Archive.class, beans),
                          new BeanParameter(Cases.class, beans),
                          new BeanParameter(People.class, beans),
                          new BeanParameter(Consortia.class, beans),
                          new BeanParameter(Bodies.class, beans),
                          new BeanParameter(Resolutions.class, beans),
                          new BeanParameter(Members.class, beans),
                          new BeanParameter(Invoices.class, beans),
                          new BeanParameter(Memberships.class, beans),
                          new BeanParameter(Candidates.class, beans),
                          new BeanParameter(Projects.class, beans),
                          new BeanParameter(Grants.class, beans),
                          ClasspathParameterResolverFactory.forClass(LogConfiguration.class)));
    }

    @Override
    public void start() {
      for (Class<?> aggregate : EventTypes.annotatedWith(AggregateRoot.class))
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(aggregate));
      for (Object handler : commandHandlers()) configurer.registerCommandHandler(c -> handler);
      running = configurer.buildConfiguration();
      running.start();
    }

    private List<Object> commandHandlers() {
      var handlers = new ArrayList<Object>();
      for (String name : beans.getBeanDefinitionNames()) {
        Class<?> type = beans.getType(name, false);
        if (type == null || !type.getName().startsWith("org.foerderturm.")) continue;
        for (var method : type.getDeclaredMethods())
          if (method.isAnnotationPresent(CommandHandler.class)) {
            handlers.add(beans.getBean(name));
            break;
          }
      }
      return handlers;
    }

    @Override
    public void stop() {
      if (running != null) running.shutdown();
      running = null;
    }

    @Override
    public boolean isRunning() {
      return running != null;
    }

    @Override
    public int getPhase() {
      return PHASE;
    }
  }

  /**
   * Tells the ticket of each event at once; the log gets them at the end of the transaction. Knows
   * which aggregates have events that wait for it: Axon would compare all of them with each other
   * for every aggregate that is read, which makes a command with thousands of consequences endless.
   */
  static final class WatchedEventStore extends EmbeddedEventStore {
    private static final String TOUCHED = "foerderturm.touched";

    WatchedEventStore(EventLog log) {
      super(EmbeddedEventStore.builder().storageEngine(log));
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
      super.publish(events);
      for (EventMessage<?> message : events) {
        if (message.getPayload() instanceof Event event) Ticket.current().published(event);
        if (message instanceof DomainEventMessage<?> event && CurrentUnitOfWork.isStarted())
          touched().add(event.getAggregateIdentifier());
      }
    }

    @Override
    protected Stream<? extends DomainEventMessage<?>> stagedDomainEventMessages(String id) {
      return CurrentUnitOfWork.isStarted() && touched().contains(id)
          ? super.stagedDomainEventMessages(id)
          : Stream.empty();
    }

    /** Some of them may have been taken back since: then there is nothing to find. */
    private static Set<String> touched() {
      return CurrentUnitOfWork.get().root().getOrComputeResource(TOUCHED, key -> new HashSet<>());
    }
  }

  /** Gives command handlers the acting person. */
  static final class ActorParameter implements ParameterResolverFactory, ParameterResolver<Actor> {
    @Override
    public @org.jspecify.annotations.Nullable ParameterResolver<?> createInstance(
        Executable executable, Parameter[] parameters, int index) {
      return parameters[index].getType() == Actor.class ? this : null;
    }

    @Override
    public Actor resolveParameterValue(Message<?> message) {
      return Ticket.current().actor();
    }

    @Override
    public boolean matches(Message<?> message) {
      return true;
    }
  }

  /**
   * Gives command handlers one of the few things that the office offers them; found late, because
   * the engine starts after the bus.
   */
  record BeanParameter(Class<?> type, ApplicationContext beans)
      implements ParameterResolverFactory, ParameterResolver<Object> {
    @Override
    public @org.jspecify.annotations.Nullable ParameterResolver<?> createInstance(
        Executable executable, Parameter[] parameters, int index) {
      return parameters[index].getType() == type ? this : null;
    }

    @Override
    public Object resolveParameterValue(Message<?> message) {
      return beans.getBean(type);
    }

    @Override
    public boolean matches(Message<?> message) {
      return true;
    }
  }

  /**
   * Jackson with simple class names instead of Java's: a class may move, its name in the log may
   * not.
   */
  static final class StableNames extends JacksonSerializer {
    private final EventTypes types;

    StableNames(EventTypes types) {
      super(JacksonSerializer.builder().objectMapper(Json.MAPPER.copy()));
      this.types = types;
    }

    @Override
    @SuppressWarnings("rawtypes") // as inherited
    public SerializedType typeForClass(Class type) {
      if (type == null
          || !(Event.class.isAssignableFrom(type) || Command.class.isAssignableFrom(type)))
        return super.typeForClass(type);
      return new SimpleSerializedType(
          EventTypes.name(type), String.valueOf(EventTypes.revision(type)));
    }

    @Override
    protected String resolveClassName(SerializedType type) {
      Class<?> event = types.events().get(type.getName());
      return event == null ? super.resolveClassName(type) : event.getName();
    }
  }
}
