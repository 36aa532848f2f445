package org.foerderturm.funding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.consortium.Programme;
import org.foerderturm.funding.FundingQuery.FindStartOfWork;
import org.foerderturm.funding.FundingQuery.StartOfWorkDetails;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers when work began, and by the newest table whether that stands against the grant. */
@Component
class StartOfWorkAnswers {
  private final JdbcClient db;
  private final Decisions tables;

  StartOfWorkAnswers(JdbcClient db, Decisions tables) {
    this.db = db;
    this.tables = tables;
  }

  @QueryHandler
  @Nullable StartOfWorkDetails answer(FindStartOfWork q) {
    return db.sql(
            """
            select s.*, a.programme, a.submitted_at::date as submitted_on,
              case when a.granted_cents is not null then a.notice_on end as granted_on,
              a.programme <> 'horizon' and exists (select from view_application_aid d
                where d.application_id = a.application_id
                  and d.category not in ('no-aid', 'de-minimis')) as aid
            from view_start_of_work s join view_application a using (application_id)
            where s.application_id = ?""")
        .param(q.applicationId())
        .query((rs, n) -> details(rs))
        .optional()
        .orElse(null);
  }

  private StartOfWorkDetails details(ResultSet rs) throws SQLException {
    var started = day(rs, "started_on");
    var obstacle = started == null ? null : obstacle(rs, started);
    return new StartOfWorkDetails(
        day(rs, "requested_on"),
        rs.getString("grounds"),
        day(rs, "decided_on"),
        day(rs, "permitted_from"),
        rs.getString("reference"),
        rs.getString("reason"),
        started,
        rs.getString("what"),
        obstacle == null ? null : obstacle.code(),
        obstacle == null ? null : obstacle.source());
  }

  /** A table that can't be asked leaves the page without the line. */
  private StartOfWork.@Nullable Obstacle obstacle(ResultSet rs, LocalDate started)
      throws SQLException {
    var start =
        new StartOfWork(
            started,
            Programme.valueOf(rs.getString("programme").toUpperCase(Locale.ROOT).replace('-', '_')),
            rs.getBoolean("aid"),
            day(rs, "submitted_on"),
            day(rs, "permitted_from"),
            day(rs, "granted_on"));
    try {
      return start.obstacle(tables);
    } catch (Rejected none) {
      return null;
    }
  }

  private static @Nullable LocalDate day(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, LocalDate.class);
  }
}
