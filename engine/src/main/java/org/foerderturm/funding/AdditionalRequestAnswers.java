package org.foerderturm.funding;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.funding.FundingQuery.AdditionalRequestRow;
import org.foerderturm.funding.FundingQuery.FindAdditionalRequests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what a funder asked for in addition. */
@Component
class AdditionalRequestAnswers {
  private final JdbcClient db;

  AdditionalRequestAnswers(JdbcClient db) {
    this.db = db;
  }

  @QueryHandler
  List<AdditionalRequestRow> answer(FindAdditionalRequests q) {
    return db.sql("select * from view_additional_request where application_id = ? order by number")
        .param(q.applicationId())
        .query(
            (rs, n) ->
                new AdditionalRequestRow(
                    rs.getInt("number"),
                    rs.getString("asked"),
                    rs.getObject("received_on", LocalDate.class),
                    rs.getObject("due_on", LocalDate.class),
                    rs.getObject("answered_on", LocalDate.class),
                    rs.getString("handed_in"),
                    rs.getBoolean("late"),
                    rs.getBoolean("ended"),
                    rs.getString("reason")))
        .list();
  }
}
