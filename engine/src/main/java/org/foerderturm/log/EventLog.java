package org.foerderturm.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.foerderturm.kernel.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The table {@code event_log}. Aggregates load from it by stream; nothing reads it by insert order
 * or time, because commits overtake each other: readers use the ledger's positions (ADR 5).
 */
public final class EventLog implements EventStorageEngine {
  /**
   * A case's or another plain stream's next sequence is found in the statement; a race ends at the
   * unique key.
   */
  private static final String APPEND =
      """
      insert into event_log (event_id, stream_type, stream_id, sequence, event_type, revision, recorded_at,
        actor, on_behalf_of, roles, correlation_id, causation_id, case_id, command_key, payload)
      select e.event_id, e.stream_type, e.stream_id,
        coalesce(e.sequence, e.ahead + (select coalesce(max(l.sequence), -1) from event_log l where l.stream_id = e.stream_id)),
        e.event_type, e.revision, ?, ?, ?, ?, ?, ?, e.case_id, case when e.ord = 1 then ? end, e.payload::json
      from unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::smallint[], ?::text[], ?::text[])
        with ordinality as e(event_id, stream_type, stream_id, sequence, ahead, event_type, revision, case_id, payload, ord)
      order by e.ord
      returning global_index
      """;

  private final DataSource dataSource;
  private final JdbcClient db;
  private final Serializer serializer;
  private final EventUpcaster upcasters;

  EventLog(DataSource dataSource, Serializer serializer, EventUpcaster upcasters) {
    this.dataSource = dataSource;
    this.db = JdbcClient.create(dataSource);
    this.serializer = serializer;
    this.upcasters = upcasters;
  }

  /**
   * Gathers the events of aggregates; {@link #append} writes them at the end of the transaction.
   */
  @Override
  public void appendEvents(List<? extends EventMessage<?>> events) {
    Ticket ticket = Ticket.current();
    for (EventMessage<?> message : events) {
      if (!(message instanceof DomainEventMessage<?> event)
          || !(event.getPayload() instanceof Event payload))
        throw new IllegalArgumentException(
            "only events of aggregates are published: " + message.getPayloadType());
      ticket.entries.add(
          new Ticket.Entry(
              event.getType(),
              event.getAggregateIdentifier(),
              event.getSequenceNumber(),
              event.getIdentifier(),
              payload,
              (String) event.getMetaData().get(Commands.CASE_ID)));
    }
  }

  /** Writes all that the ticket has gathered, in one statement, on the transaction's connection. */
  void append(Ticket ticket, Instant now) {
    ticket.close();
    int n = ticket.entries.size();
    if (n == 0) return;
    var ids = new String[n];
    var streamTypes = new String[n];
    var streams = new String[n];
    var sequences = new Long[n];
    var ahead = new Long[n];
    var types = new String[n];
    var revisions = new Short[n];
    var cases = new @Nullable String[n];
    var payloads = new String[n];
    Map<String, Long> unnumbered = new HashMap<>();
    for (int i = 0; i < n; i++) {
      Ticket.Entry entry = ticket.entries.get(i);
      ids[i] = entry.eventId();
      streamTypes[i] = entry.streamType();
      streams[i] = entry.streamId();
      sequences[i] = entry.sequence();
      ahead[i] =
          entry.sequence() != null
              ? Long.valueOf(0)
              : unnumbered.merge(entry.streamId(), 1L, Long::sum);
      types[i] = EventTypes.name(entry.event().getClass());
      revisions[i] = EventTypes.revision(entry.event().getClass());
      cases[i] = entry.caseId();
      payloads[i] = Json.write(entry.event());
    }
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
      int p = 1;
      statement.setObject(p++, now.atOffset(java.time.ZoneOffset.UTC));
      statement.setString(p++, ticket.actor().userId());
      statement.setString(p++, ticket.actor().onBehalfOf());
      statement.setString(p++, ticket.actor().roleCodes());
      statement.setObject(p++, ticket.correlation);
      statement.setObject(p++, ticket.causation);
      statement.setString(p++, ticket.commandKey);
      statement.setArray(p++, connection.createArrayOf("text", ids));
      statement.setArray(p++, connection.createArrayOf("text", streamTypes));
      statement.setArray(p++, connection.createArrayOf("text", streams));
      statement.setArray(p++, connection.createArrayOf("bigint", sequences));
      statement.setArray(p++, connection.createArrayOf("bigint", ahead));
      statement.setArray(p++, connection.createArrayOf("text", types));
      statement.setArray(p++, connection.createArrayOf("smallint", revisions));
      statement.setArray(p++, connection.createArrayOf("text", cases));
      statement.setArray(p++, connection.createArrayOf("text", payloads));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          long index = rows.getLong(1);
          if (ticket.firstIndex == 0) ticket.firstIndex = index;
          ticket.lastIndex = index;
        }
      }
    } catch (SQLException e) {
      throw Conflict.translate(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  /** Waits until nobody else in this queue is in a transaction, on whichever node. */
  void queueFor(String contested) {
    db.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))")
        .param(contested)
        .query((row, i) -> true)
        .list();
  }

  @Override
  public DomainEventStream readEvents(String stream, long firstSequence) {
    List<DomainEventData<?>> entries = new ArrayList<>();
    db.sql(
            "select stream_type, sequence, event_id::text, recorded_at, event_type, revision, payload::text"
                + " from event_log where stream_id = ? and sequence >= ? order by sequence")
        .params(stream, firstSequence)
        .query(
            row -> {
              entries.add(
                  new GenericDomainEventEntry<>(
                      row.getString(1),
                      stream,
                      row.getLong(2),
                      row.getString(3),
                      row.getObject(4, java.time.OffsetDateTime.class).toInstant(),
                      row.getString(5),
                      row.getString(6),
                      row.getString(7),
                      "{}"));
            });
    return EventStreamUtils.upcastAndDeserializeDomainEvents(
        entries.stream(), serializer, upcasters);
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String stream) {
    return db.sql("select max(sequence) from event_log where stream_id = ?")
        .param(stream)
        .query(Long.class)
        .optional();
  }

  /** Whether an aggregate of that type and id was ever written. */
  public boolean holds(String type, String stream) {
    return db.sql(
            "select exists (select 1 from event_log"
                + " where stream_id = ? and sequence = 0 and stream_type = ?)")
        .params(stream, type)
        .query(Boolean.class)
        .single();
  }

  /** Not offered: see the class comment. */
  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(
      @Nullable TrackingToken token, boolean mayBlock) {
    throw new IllegalStateException("events are read by ledger position, not from the log");
  }

  /** Not offered: an aggregate's stream is short; a snapshot would be a second truth. */
  @Override
  public void storeSnapshot(DomainEventMessage<?> snapshot) {
    throw new IllegalStateException("there are no snapshots");
  }

  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
    return Optional.empty();
  }
}
