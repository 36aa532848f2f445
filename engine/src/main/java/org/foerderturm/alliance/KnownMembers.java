package org.foerderturm.alliance;

import java.time.LocalDate;
import java.util.Optional;
import org.foerderturm.kernel.Members;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The members of the list. */
@Component
class KnownMembers implements Members {
  private final JdbcClient db;

  KnownMembers(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Optional<LocalDate> leftOn(String name) {
    return db.sql(
            "select left_on from view_member where status = 'left' and search = search_text(?)"
                + " order by left_on desc limit 1")
        .param(name)
        .query(LocalDate.class)
        .optional();
  }
}
