package org.foerderturm.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

class ConflictTest {
  /** Found by a kill: the rollback hides why the commit failed, and a message was given up. */
  @Test
  void a_rollback_that_fails_because_the_connection_is_closed_is_an_outage() {
    assertThat(
            Conflict.isOutage(
                new TransactionSystemException(
                    "JDBC rollback failed", new SQLException("Connection is closed"))))
        .isTrue();
  }

  @Test
  void the_database_that_went_away_is_an_outage_and_what_it_refuses_is_none() {
    for (var state : new String[] {"08006", "57P01", "53300"})
      assertThat(
              Conflict.isOutage(
                  new DataAccessResourceFailureException("x", new SQLException("x", state))))
          .as(state)
          .isTrue();
    for (var state : new String[] {"23514", "22001", "42P01", "23505", "40001"})
      assertThat(Conflict.isOutage(new RuntimeException(new SQLException("x", state))))
          .as(state)
          .isFalse();
    assertThat(Conflict.isOutage(new IllegalStateException("a message's own fault"))).isFalse();
    assertThat(Conflict.isOutage(null)).isFalse();
  }
}
