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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Groups statements into waves: within a wave each SQL text is one JDBC batch; a row whose next
 * statement has another text waits for the next wave, so that its order holds.
 */
public final class BatchedWrites implements Writes {
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
        try (PreparedStatement statement = connection.prepareStatement(batch.getKey())) {
          for (@Nullable Object[] args : batch.getValue()) {
            for (int i = 0; i < args.length; i++) set(statement, i + 1, args[i]);
            if (batch.getValue().size() == 1) {
              statement.execute();
            } else {
              statement.addBatch();
            }
          }
          if (batch.getValue().size() > 1) statement.executeBatch();
        }
      }
    waves.clear();
    last.clear();
  }

  private static void set(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(index, Types.NULL);
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
