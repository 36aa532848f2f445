package org.foerderturm.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.foerderturm.ledger.LedgerReader;
import org.foerderturm.ledger.LedgerReader.SealedEvent;
import org.foerderturm.log.EventTypes;
import org.foerderturm.log.Json;
import org.foerderturm.view.BatchedWrites;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The alternative that ADR 14 weighs: the same handlers, run by Axon's pooled streaming processor
 * over the ledger's positions.
 */
final class AxonReader implements AutoCloseable {
  private static final int BATCH = 2_000;
  private static final String SEALED = "sealed";

  private final DataSource dataSource;
  private final Names names = new Names();
  private final ScheduledExecutorService coordinator = Executors.newScheduledThreadPool(1);
  private final ScheduledExecutorService workers;
  private final PooledStreamingEventProcessor processor;
  private final int segments;

  AxonReader(DataSource dataSource, List<Projection> projections, int segments) {
    this.dataSource = dataSource;
    this.segments = segments;
    workers = Executors.newScheduledThreadPool(segments);
    var transactions = new SpringTransactionManager(new DataSourceTransactionManager(dataSource));
    var tokens =
        JdbcTokenStore.builder()
            .connectionProvider(
                new UnitOfWorkAwareConnectionProviderWrapper(
                    new SpringDataSourceConnectionProvider(dataSource)))
            .serializer(names)
            .build();
    transactions.executeInTransaction(
        () -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
    processor =
        PooledStreamingEventProcessor.builder()
            .name("bench-" + UUID.randomUUID())
            .eventHandlerInvoker(
                SimpleEventHandlerInvoker.builder()
                    .eventHandlers(projections)
                    .parameterResolverFactory(
                        MultiParameterResolverFactory.ordered(
                            new Parameters(),
                            ClasspathParameterResolverFactory.forClass(AxonReader.class)))
                    .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                    .sequencingPolicy(SequentialPerAggregatePolicy.instance())
                    .build())
            .errorHandler(PropagatingErrorHandler.instance())
            .messageSource(new Positions())
            .tokenStore(tokens)
            .transactionManager(transactions)
            .coordinatorExecutor(coordinator)
            .workerExecutor(workers)
            .initialSegmentCount(segments)
            .initialToken(source -> source.createTailToken())
            .batchSize(BATCH)
            .build();
  }

  /** Reads until every segment has passed the position before this one. */
  void readTo(long next) throws InterruptedException {
    processor.start();
    while (processor.processingStatus().size() < segments
        || processor.processingStatus().values().stream()
            .anyMatch(segment -> segment.getCurrentPosition().orElse(-1) < next - 1))
      Thread.sleep(2);
  }

  @Override
  public void close() {
    processor.shutDown();
    coordinator.shutdownNow();
    workers.shutdownNow();
  }

  private final class Positions implements StreamableMessageSource<TrackedEventMessage<?>> {
    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken after) {
      return new Batches(after == null ? 0 : after.position().orElse(-1) + 1);
    }

    @Override
    public TrackingToken createTailToken() {
      return new GlobalSequenceTrackingToken(-1);
    }
  }

  private final class Batches implements BlockingStream<TrackedEventMessage<?>> {
    private final Deque<TrackedEventMessage<?>> ready = new ArrayDeque<>();
    private long next;

    Batches(long next) {
      this.next = next;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      fill();
      return Optional.ofNullable(ready.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) {
      fill();
      return !ready.isEmpty();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() {
      fill();
      return ready.remove();
    }

    private void fill() {
      if (!ready.isEmpty()) return;
      try (var connection = dataSource.getConnection()) {
        connection.setAutoCommit(false);
        for (SealedEvent event : LedgerReader.read(connection, next, BATCH)) {
          ready.add(message(event));
          next = event.position() + 1;
        }
        connection.commit();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      ready.clear();
    }
  }

  private TrackedEventMessage<?> message(SealedEvent event) {
    var payload =
        new SimpleSerializedObject<>(
            event.payload(),
            String.class,
            new SimpleSerializedType(event.type(), String.valueOf(event.revision())));
    return new GenericTrackedDomainEventMessage<>(
        new GlobalSequenceTrackingToken(event.position()),
        new GenericDomainEventMessage<>(
            event.streamType(),
            event.stream(),
            event.sequence(),
            new SerializedMessage<>(
                event.eventId(),
                new LazyDeserializingObject<>(payload, names),
                new LazyDeserializingObject<>(MetaData.with(SEALED, event))),
            event::at));
  }

  /** Classes by their stored names. */
  private static final class Names extends JacksonSerializer {
    private final EventTypes types = new EventTypes();

    Names() {
      super(JacksonSerializer.builder().objectMapper(Json.MAPPER.copy()));
    }

    @Override
    protected String resolveClassName(SerializedType type) {
      Class<?> event = types.events().get(type.getName());
      return event == null ? super.resolveClassName(type) : event.getName();
    }
  }

  /** What handlers ask for besides the event. */
  private final class Parameters implements ParameterResolverFactory {
    private final Map<Class<?>, Function<SealedEvent, Object>> given =
        Map.of(
            Recorded.class, AxonReader::recorded,
            JsonNode.class, event -> Json.tree(event.payload()),
            Writes.class, event -> writes());

    @Override
    public ParameterResolver<?> createInstance(
        Executable executable, Parameter[] parameters, int index) {
      Function<SealedEvent, Object> value = given.get(parameters[index].getType());
      return value == null
          ? null
          : new ParameterResolver<Object>() {
            @Override
            public Object resolveParameterValue(Message<?> message) {
              return value.apply((SealedEvent) message.getMetaData().get(SEALED));
            }

            @Override
            public boolean matches(Message<?> message) {
              return message.getMetaData().containsKey(SEALED);
            }
          };
    }
  }

  private BatchedWrites writes() {
    UnitOfWork<?> root = CurrentUnitOfWork.get().root();
    return root.getOrComputeResource(
        BatchedWrites.class.getName(),
        name -> {
          var writes = new BatchedWrites();
          root.onPrepareCommit(unit -> flush(writes));
          return writes;
        });
  }

  private void flush(BatchedWrites writes) {
    var connection = DataSourceUtils.getConnection(dataSource);
    try (var statement = connection.createStatement()) {
      statement.execute("set local synchronous_commit = off"); // as the own runner
      writes.flush(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  private static Recorded recorded(SealedEvent event) {
    return new Recorded(
        event.position(),
        event.eventId(),
        event.stream(),
        event.sequence(),
        event.type(),
        event.at(),
        event.actor(),
        event.onBehalfOf(),
        event.roles(),
        event.correlation(),
        event.caseId());
  }
}
