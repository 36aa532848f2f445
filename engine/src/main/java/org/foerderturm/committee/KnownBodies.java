package org.foerderturm.committee;

import java.util.Locale;
import java.util.Set;
import org.foerderturm.kernel.Bodies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bodies that lists show. */
@Component
class KnownBodies implements Bodies {
  private static final Set<BodyKind> MUNICIPAL = Set.of(BodyKind.COUNCIL, BodyKind.COMMITTEE);

  private final JdbcClient db;

  KnownBodies(JdbcClient db) {
    this.db = db;
  }

  @Override
  public boolean isMunicipal(String bodyId) {
    return db.sql("select kind from view_body where body_id = ?")
        .param(bodyId)
        .query(String.class)
        .optional()
        .map(kind -> BodyKind.valueOf(kind.toUpperCase(Locale.ROOT)))
        .filter(MUNICIPAL::contains)
        .isPresent();
  }
}
