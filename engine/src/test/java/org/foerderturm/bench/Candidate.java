package org.foerderturm.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.foerderturm.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One of those that complete tasks of the model {@code two-steps} on a database of its own. */
abstract class Candidate implements AutoCloseable {
  /** Connections of each pool: the product's three readers, and one a thread. */
  static final int POOL = 12;

  static final String NOTE =
      "Eine Bemerkung von etwa hundert Zeichen, wie sie jemand an einem gewöhnlichen Tag zum Auftrag schreibt.";

  final String name;
  final CountedDataSource dataSource;
  final JdbcClient db;
  final Cpu cpu;
  private final HikariDataSource pool;

  Candidate(String name) throws SQLException, IOException {
    this.name = name;
    pool = TestDatabase.pool(TestDatabase.freshAccess());
    pool.setMaximumPoolSize(POOL);
    pool.setMinimumIdle(POOL);
    pool.setIdleTimeout(0);
    pool.setMaxLifetime(0);
    dataSource = new CountedDataSource(pool);
    db = JdbcClient.create(dataSource);
    cpu = new Cpu(dataSource);
  }

  abstract void start(String caseKey, Map<String, Object> values);

  /** Completes a task; what it caused is visible to readers when this returns. */
  abstract void complete(String taskId, Map<String, Object> values);

  /** Background work on or off, so that it doesn't weigh on others. */
  void background(boolean on) {}

  List<String> tasks(String key) {
    return db.sql("select id_ from act_ru_task where task_def_key_ = ? order by random()")
        .param(key)
        .query(String.class)
        .list();
  }

  static Map<String, Object> order(int number) {
    return Map.of(
        "title",
        "Auftrag " + number,
        "customer",
        "Kundin Nummer " + number,
        "amount",
        100 + number);
  }

  static Map<String, Object> check(int number) {
    return Map.of("outcome", "accept", "note", NOTE, "amount", 7 + number);
  }

  static Map<String, Object> ship(int number) {
    return Map.of("parcel", "P-" + number);
  }

  @Override
  public void close() {
    pool.close();
  }
}
