package org.foerderturm.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads events in the order of their positions: the only order there is for readers. */
public final class LedgerReader {
  private static final String SELECT =
      "select l.position, e.event_id::text, e.stream_type, e.stream_id, e.sequence, e.event_type, e.revision,"
          + " e.recorded_at, e.actor, e.on_behalf_of, e.roles, e.correlation_id::text, e.case_id, e.payload::text,"
          + " e.global_index from ledger_entry l join event_log e using (global_index)"
          + " where l.position >= ? and l.position < ?";

  private LedgerReader() {}

  /**
   * @param from first position
   * @param limit most events to read
   */
  public static List<SealedEvent> read(Connection connection, long from, int limit)
      throws SQLException {
    return read(connection, from, from + limit, SELECT + " order by l.position", null);
  }

  /**
   * As {@link #read(Connection, long, int)}, but only events of these types; gaps are the others.
   */
  public static List<SealedEvent> read(Connection connection, long from, int limit, String[] types)
      throws SQLException {
    return read(
        connection,
        from,
        from + limit,
        SELECT + " and e.event_type = any(?) order by l.position",
        types);
  }

  /**
   * All that happened in these streams.
   *
   * @param upTo last position
   */
  public static List<SealedEvent> read(Connection connection, long upTo, String[] streams)
      throws SQLException {
    return read(
        connection, 0, upTo + 1, SELECT + " and e.stream_id = any(?) order by l.position", streams);
  }

  private static List<SealedEvent> read(
      Connection connection, long from, long to, String sql, String @Nullable [] only)
      throws SQLException {
    try (var query = connection.prepareStatement(sql)) {
      query.setLong(1, from);
      query.setLong(2, to);
      if (only != null) query.setArray(3, connection.createArrayOf("text", only));
      query.setFetchSize(2_000);
      try (var rows = query.executeQuery()) {
        var events = new ArrayList<SealedEvent>();
        while (rows.next()) events.add(event(rows));
        return events;
      }
    }
  }

  private static SealedEvent event(ResultSet row) throws SQLException {
    return new SealedEvent(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getLong(5),
        row.getString(6),
        row.getInt(7),
        row.getObject(8, OffsetDateTime.class).toInstant(),
        row.getString(9),
        row.getString(10),
        row.getString(11),
        row.getString(12),
        row.getString(13),
        row.getString(14),
        row.getLong(15));
  }

  /** A stored event at its position; the payload is its exact JSON text. */
  public record SealedEvent(
      long position,
      String eventId,
      String streamType,
      String stream,
      long sequence,
      String type,
      int revision,
      Instant at,
      String actor,
      @Nullable String onBehalfOf,
      String roles,
      String correlation,
      @Nullable String caseId,
      String payload,
      long globalIndex) {}
}
