package org.foerderturm.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.foerderturm.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A folder of the version before, which ran by the office's clock, is read as the same moments. */
class EngineTimeIT {
  @Test
  void moments_of_the_engine_are_moved_to_utc_once() {
    var source = TestDatabase.fresh();
    Flyway.configure()
        .dataSource(source)
        .target(MigrationVersion.fromVersion("146"))
        .load()
        .migrate();
    var db = JdbcClient.create(source);
    db.sql(
            "create table act_ru_job (id_ text, duedate_ timestamp, lock_exp_time_ timestamp, repeat_ text)")
        .update();
    db.sql(
            """
            insert into act_ru_job values
             ('winter', '2026-11-30 18:00:00', null, null),
             ('summer', '2027-07-01 02:30:00.123', '2027-07-01 00:15:00', null),
             ('cycle', '2026-11-24 18:00:00', null, 'R3/2026-11-23T18:00:00/P1D')
            """)
        .update();
    Flyway.configure().dataSource(source).load().migrate();
    Flyway.configure().dataSource(source).load().migrate();
    assertThat(
            db.sql(
                    "select concat_ws(' ', id_, duedate_, lock_exp_time_, repeat_) from act_ru_job order by id_")
                .query(String.class)
                .list())
        .containsExactly(
            "cycle 2026-11-24 17:00:00 R3/2026-11-23T17:00:00/P1D",
            "summer 2027-07-01 00:30:00.123 2027-06-30 22:15:00",
            "winter 2026-11-30 17:00:00");
  }
}
