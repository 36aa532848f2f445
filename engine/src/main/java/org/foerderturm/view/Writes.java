package org.foerderturm.view;

import org.jspecify.annotations.Nullable;

/**
 * Collects a batch's statements and sends them as few JDBC batches. Statements of one key keep
 * their order; statements of different keys may be reordered, so the key names the row (or group of
 * rows) that is written.
 */
public interface Writes {
  /**
   * @param key the row's identity, e.g. a task id; a case id where several rows of a case belong
   *     together
   * @param sql one statement with {@code ?} markers; the same text is batched, so build it once
   * @param args java.lang types, {@code Instant}, {@code LocalDate}, {@code BigDecimal}, {@code
   *     String[]} (text array) or null; cast in SQL where the type isn't clear ({@code ?::json})
   */
  void add(Object key, String sql, @Nullable Object... args);
}
