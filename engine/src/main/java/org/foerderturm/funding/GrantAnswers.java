package org.foerderturm.funding;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.funding.GrantQuery.*;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers questions about grants after their notice. */
@Component
class GrantAnswers {
  private final JdbcClient db;

  GrantAnswers(JdbcClient db) {
    this.db = db;
  }

  @QueryHandler
  GrantDetails answer(FindGrant q) {
    return new GrantDetails(
        changes(q.applicationId()), notes(q.applicationId()), years(q.applicationId()));
  }

  private List<GrantChangeRow> changes(String id) {
    return db.sql("select * from view_grant_change where application_id = ? order by number")
        .param(id)
        .query(
            (rs, n) ->
                new GrantChangeRow(
                    rs.getString("change_id"),
                    rs.getInt("number"),
                    rs.getString("kind"),
                    rs.getString("name"),
                    rs.getString("from_row"),
                    rs.getString("to_row"),
                    rs.getObject("amount_cents", Long.class),
                    rs.getObject("period_until", LocalDate.class),
                    rs.getString("successor"),
                    rs.getString("reason"),
                    rs.getObject("consent_needed", Boolean.class),
                    rs.getString("source"),
                    rs.getString("state"),
                    rs.getObject("put_on", LocalDate.class),
                    rs.getObject("decided_on", LocalDate.class),
                    rs.getString("reference"),
                    rs.getString("answer")))
        .list();
  }

  private List<GrantNote> notes(String id) {
    return db.sql("select * from view_grant_note where application_id = ? order by position")
        .param(id)
        .query(
            (rs, n) ->
                new GrantNote(
                    rs.getString("kind"),
                    rs.getObject("day", LocalDate.class),
                    rs.getObject("due_on", LocalDate.class),
                    rs.getObject("amount_cents", Long.class),
                    rs.getString("reference"),
                    rs.getString("reason"),
                    rs.getObject("posted_on", LocalDate.class),
                    rs.getObject("received_on", LocalDate.class),
                    rs.getBoolean("without_instruction")))
        .list();
  }

  private List<Integer> years(String id) {
    return db.sql("select year from view_budget_year where application_id = ? order by year")
        .param(id)
        .query(Integer.class)
        .list();
  }
}
