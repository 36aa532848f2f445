package org.foerderturm.view;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandler;
import org.flywaydb.core.Flyway;
import org.foerderturm.database.TestDatabase;
import org.foerderturm.kernel.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * A sealed log without an engine: appends events straight to the tables and feeds them to
 * projections, as text that was parsed again, like the real thing.
 */
public final class TestLog {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  public final DataSource dataSource = TestDatabase.fresh();
  public final JdbcClient db = JdbcClient.create(dataSource);
  public final JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
  private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
  private final List<Projection> projections;
  private final Map<String, Long> sequences = new HashMap<>();
  private final List<Object[]> rows = new ArrayList<>();
  private final BatchedWrites writes = new BatchedWrites();
  private long position;
  public Instant now = Instant.parse("2026-03-02T08:00:00Z");

  /** How an event came to be; by default "system" did it alone. */
  public record By(
      String actor, @Nullable String onBehalfOf, @Nullable String caseId, UUID correlation) {
    public static By actor(String actor) {
      return new By(actor, null, null, UUID.randomUUID());
    }

    public By of(@Nullable String caseId) {
      return new By(actor, onBehalfOf, caseId, correlation);
    }

    public By onBehalfOf(String represented) {
      return new By(actor, represented, caseId, correlation);
    }
  }

  public TestLog(Projection... projections) {
    this.projections = List.of(projections);
    Flyway.configure().dataSource(dataSource).load().migrate();
  }

  /** Appends, seals and projects at once; returns the position. */
  public long add(String stream, Event event, By by) {
    long at = collect(stream, event, by);
    flush();
    return at;
  }

  /** As {@link #add}, visible after the next {@link #flush()}. */
  public long collect(String stream, Event event, By by) {
    try {
      now = now.plus(61, ChronoUnit.SECONDS);
      long sequence = sequences.merge(stream, 1L, Long::sum) - 1;
      String type = event.getClass().getSimpleName();
      String payload = new String(JSON.writeValueAsBytes(event), StandardCharsets.UTF_8);
      var recorded =
          new Recorded(
              position,
              new UUID(7, position).toString(),
              stream,
              sequence,
              type,
              now,
              by.actor(),
              by.onBehalfOf(),
              "",
              by.correlation().toString(),
              by.caseId());
      rows.add(
          new Object[] {
            UUID.fromString(recorded.eventId()),
            "Test",
            stream,
            sequence,
            type,
            now.toString(),
            by.actor(),
            by.onBehalfOf(),
            by.correlation(),
            by.caseId(),
            payload,
            position
          });
      Object parsed = JSON.readValue(payload, event.getClass());
      for (Projection projection : projections) hand(projection, parsed, recorded, payload);
      return position++;
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public void flush() {
    jdbc.batchUpdate(
        """
        with event as (
          insert into event_log (event_id, stream_type, stream_id, sequence, event_type, revision, recorded_at,
            actor, on_behalf_of, roles, correlation_id, case_id, payload)
          values (?, ?, ?, ?, ?, 1, ?::timestamptz, ?, ?, '', ?, ?, ?::json) returning global_index)
        insert into ledger_entry (position, global_index, leaf_hash)
        select ?, global_index, sha256('leaf') from event""",
        rows);
    rows.clear();
    project();
  }

  /**
   * What one flush cost: elapsed time, and the processor time of the server's backend and of this
   * thread.
   */
  public record Cost(long nanos, long serverNanos, long clientNanos) {
    public static final Cost NONE = new Cost(0, 0, 0);

    public Cost plus(Cost other) {
      return new Cost(
          nanos + other.nanos, serverNanos + other.serverNanos, clientNanos + other.clientNanos);
    }

    public String perEvent(int events) {
      return "%,.0f events/s elapsed; processor time an event: server %.1f µs, client %.1f µs (%,.0f events/s)"
          .formatted(
              events * 1e9 / nanos,
              serverNanos / 1e3 / events,
              clientNanos / 1e3 / events,
              events * 1e9 / Math.max(1, serverNanos + clientNanos));
    }
  }

  /** Writes the rows of the projections only, in one lazy commit as the projector does. */
  public Cost project() {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local synchronous_commit = off");
      var backend = statement.executeQuery("select pg_backend_pid()");
      backend.next();
      var stat = Path.of("/proc", backend.getString(1), "stat");
      var threads = ManagementFactory.getThreadMXBean();
      long server = processorNanos(stat);
      long client = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      writes.flush(connection);
      connection.commit();
      return new Cost(
          System.nanoTime() - start,
          processorNanos(stat) - server,
          threads.getCurrentThreadCpuTime() - client);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e.getNextException() == null ? e : e.getNextException());
    }
  }

  private static long processorNanos(Path stat) {
    try {
      String text = Files.readString(stat);
      String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10_000_000L;
    } catch (java.io.IOException e) {
      return 0; // not Linux, or the server is elsewhere
    }
  }

  public void forgetRows() {
    rows.clear();
  }

  private void hand(Projection projection, Object event, Recorded recorded, String payload) {
    for (Method method : projection.getClass().getDeclaredMethods())
      if (method.isAnnotationPresent(EventHandler.class)
          && method.getParameterTypes()[0].isInstance(event)) {
        method.setAccessible(true);
        var args =
            Arrays.stream(method.getParameterTypes())
                .map(
                    type -> {
                      if (type == Recorded.class) return recorded;
                      if (type == Writes.class) return writes;
                      return type == JsonNode.class ? tree(payload) : event;
                    })
                .toArray();
        try {
          method.invoke(projection, args);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      }
  }

  private static Object tree(String payload) {
    try {
      return JSON.readTree(payload);
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
