package org.foerderturm.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseIT {
  @Test
  void a_fresh_database_is_empty_durable_and_its_own() {
    var one = JdbcClient.create(TestDatabase.fresh());
    var other = JdbcClient.create(TestDatabase.fresh());
    one.sql("create table a (b int)").update();
    assertThat(
            other
                .sql("select count(*) from pg_tables where tablename = 'a'")
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(other.sql("show fsync").query(String.class).single()).isEqualTo("on");
    assertThat(other.sql("show synchronous_commit").query(String.class).single()).isEqualTo("on");
    assertThat(other.sql("show server_encoding").query(String.class).single()).isEqualTo("UTF8");
  }
}
