package org.foerderturm.view;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Groups statements into waves: within a wave each SQL text is one JDBC batch; a row whose next
 * statement has another text waits for the next wave, so that its order holds.
 */
public final class BatchedWrites implements Writes {
  /** An insert of one row that ends with its values. */
  private static final Pattern INSERT =
      Pattern.compile(
          "insert into [^(]+\\([^)]*\\)\\s+values \\((?:.(?!on conflict))*\\)", Pattern.DOTALL);

  private static final int ROWS = 32;

  private record Place(int wave, String sql) {}

  private final List<Map<String, List<@Nullable Object[]>>> waves = new ArrayList<>();
  private final Map<Object, Place> last = new HashMap<>();

  @Override
  public void add(Object key, String sql, @Nullable Object... args) {
    Place before = last.get(key);
    int wave = before == null ? 0 : before.sql.equals(sql) ? before.wave : before.wave + 1;
    if (wave == waves.size()) waves.add(new LinkedHashMap<>());
    waves.get(wave).computeIfAbsent(sql, s -> new ArrayList<>()).add(args);
    if (before == null || before.wave != wave) last.put(key, new Place(wave, sql));
  }

  /** Sends everything and is empty again. */
  public void flush(Connection connection) throws SQLException {
    for (var wave : waves)
      for (var batch : wave.entrySet()) {
        var rows = batch.getValue();
        int together = INSERT.matcher(batch.getKey()).matches() ? rows.size() / ROWS * ROWS : 0;
        if (together > 0)
          send(connection, rowsAtOnce(batch.getKey()), ROWS, rows.subList(0, together));
        send(connection, batch.getKey(), 1, rows.subList(together, rows.size()));
      }
    waves.clear();
    last.clear();
  }

  /** The same insert with the values of several rows: the database plans and starts it once. */
  private static String rowsAtOnce(String insert) {
    int values = insert.indexOf("values (") + "values ".length();
    return insert.substring(0, values)
        + String.join(", ", Collections.nCopies(ROWS, insert.substring(values)));
  }

  private static void send(
      Connection connection, String sql, int rowsAtOnce, List<@Nullable Object[]> rows)
      throws SQLException {
    if (rows.isEmpty()) return;
    int[] nulls = nulls(rows);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int from = 0; from < rows.size(); from += rowsAtOnce) {
        int p = 1;
        for (@Nullable Object[] args : rows.subList(from, from + rowsAtOnce))
          for (int i = 0; i < args.length; i++, p++)
            if (args[i] == null) statement.setNull(p, nulls[i]);
            else set(statement, p, args[i]);
        if (rows.size() > rowsAtOnce) statement.addBatch();
      }
      if (rows.size() > rowsAtOnce) statement.executeBatch();
      else statement.execute();
    }
  }

  /**
   * The type of each column's nulls, read off its values: a null of no type makes the driver
   * prepare the statement again.
   */
  private static int[] nulls(List<@Nullable Object[]> rows) {
    var types = new int[rows.getFirst().length];
    for (int i = 0; i < types.length; i++)
      for (@Nullable Object[] args : rows)
        if (args[i] != null) {
          types[i] = type(args[i]);
          break;
        }
    return types;
  }

  private static int type(@Nullable Object value) {
    if (value instanceof String || value instanceof Enum) return Types.VARCHAR;
    if (value instanceof Instant) return Types.TIMESTAMP_WITH_TIMEZONE;
    if (value instanceof Integer) return Types.INTEGER;
    if (value instanceof Long) return Types.BIGINT;
    return Types.NULL;
  }

  private static void set(PreparedStatement statement, int index, Object value)
      throws SQLException {
    switch (value) {
      case String text -> statement.setString(index, text);
      case Instant at -> statement.setObject(index, at.atOffset(ZoneOffset.UTC));
      case LocalDate day -> statement.setObject(index, day);
      case BigDecimal number -> statement.setBigDecimal(index, number);
      case String[] texts ->
          statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
      case Enum<?> name -> statement.setString(index, name.name());
      default -> statement.setObject(index, value);
    }
  }
}
