package org.foerderturm.funding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.funding.RemedyQuery.FindRemedies;
import org.foerderturm.funding.RemedyQuery.FindRemedy;
import org.foerderturm.funding.RemedyQuery.RemedyRow;
import org.foerderturm.kernel.Page;
import org.foerderturm.view.Like;
import org.foerderturm.view.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what can be done against grants and rejections, as of today in the office. */
@Component
class RemedyAnswers {
  private static final String ROWS =
      """
      select * from (
        select r.*, a.title, a.funder, a.search,
               case when r.filed is not null then 'filed'
                    when r.ended or (r.remedy is null and r.decided) then 'final'
                    when r.remedy is null then 'none'
                    when r.until >= (now() at time zone 'Europe/Berlin')::date then 'open'
                    else 'passed' end as state
        from view_remedy r join view_application a using (application_id)) r
      """;
  private static final String WHICH =
      """
      where (:state::text is null or r.state = :state)
        and not exists (select from unnest(:search::text[]) word where r.search not like word)
      """;
  private static final Order ORDER =
      new Order(
              "case r.state when 'open' then 0 when 'filed' then 1 else 2 end, r.until nulls last",
              "r.application_id")
          .name("title", "r.title")
          .name("funder", "r.funder")
          .code("notice", "r.notice")
          .by("notified", "r.notified_on")
          .code("remedy", "coalesce(r.filed, r.remedy)")
          .by("until", "r.until")
          .code("state", "r.state");

  private final JdbcClient db;

  RemedyAnswers(JdbcClient db) {
    this.db = db;
  }

  @QueryHandler
  Page<RemedyRow> answer(FindRemedies q) {
    var search = Like.words(q.search());
    var rows =
        db.sql(ROWS + WHICH + ORDER.sql(q.sort()) + "limit :limit offset :offset")
            .param("codes", Order.codes(q.sort()))
            .param("state", q.state())
            .param("search", search)
            .param("limit", q.limit())
            .param("offset", q.offset())
            .query((rs, n) -> row(rs))
            .list();
    var total =
        db.sql("select count(*) from (" + ROWS + WHICH + ") counted")
            .param("state", q.state())
            .param("search", search)
            .query(Long.class)
            .single();
    return new Page<>(rows, total);
  }

  @QueryHandler
  @Nullable RemedyRow answer(FindRemedy q) {
    return db.sql(ROWS + "where r.application_id = ?")
        .param(q.applicationId())
        .query((rs, n) -> row(rs))
        .optional()
        .orElse(null);
  }

  private static RemedyRow row(ResultSet rs) throws SQLException {
    return new RemedyRow(
        rs.getString("application_id"),
        rs.getString("title"),
        rs.getString("funder"),
        rs.getString("notice"),
        rs.getString("reference"),
        rs.getObject("posted_on", LocalDate.class),
        rs.getObject("received_on", LocalDate.class),
        rs.getObject("notified_on", LocalDate.class),
        rs.getBoolean("without_instruction"),
        rs.getString("remedy"),
        rs.getObject("until", LocalDate.class),
        rs.getString("filed"),
        rs.getObject("filed_on", LocalDate.class),
        rs.getString("state"),
        rs.getString("source"));
  }
}
