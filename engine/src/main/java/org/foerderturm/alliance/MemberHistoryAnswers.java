package org.foerderturm.alliance;

import java.time.LocalDate;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.alliance.AllianceQuery.FindMembersOn;
import org.foerderturm.alliance.AllianceQuery.MemberRow;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.kernel.Page;
import org.foerderturm.view.Like;
import org.foerderturm.view.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Answers who was in the alliance on a day. */
@Component
class MemberHistoryAnswers {
  private static final String WHICH =
      """
      from view_member_history h
      where daterange(h.valid_from, h.valid_to) @> :day::date and h.status is not null
        and (:kind::text is null or h.kind = :kind)
        and (:status::text is null or h.status = :status)
        and h.search like all(:search::text[])
      """;

  private static final Order ORDER =
      new Order("h.name collate \"de-x-icu\"", "h.member_id")
          .name("name", "h.name")
          .code("kind", "h.kind")
          .code("status", "h.status")
          .code("class", "h.contribution_class")
          .by("joined", "h.joined_on");

  private final JdbcClient db;

  MemberHistoryAnswers(JdbcClient db) {
    this.db = db;
  }

  @QueryHandler
  Page<MemberRow> answer(FindMembersOn q) {
    var rows =
        asked("select h.* " + WHICH + ORDER.sql(q.sort()) + "limit :limit offset :offset", q)
            .param("codes", Order.codes(q.sort()))
            .param("limit", q.limit())
            .param("offset", q.offset())
            .query(
                (rs, n) ->
                    new MemberRow(
                        rs.getString("member_id"),
                        rs.getString("name"),
                        rs.getString("kind"),
                        rs.getString("status"),
                        rs.getObject("joined_on", LocalDate.class),
                        rs.getString("contribution_class"),
                        0,
                        rs.getObject("valid_from", LocalDate.class)
                            .atStartOfDay(WorkingDays.OFFICE)
                            .toInstant()))
            .list();
    return new Page<>(rows, asked("select count(*) " + WHICH, q).query(Long.class).single());
  }

  private StatementSpec asked(String sql, FindMembersOn q) {
    return db.sql(sql)
        .param("day", q.day())
        .param("kind", q.kind())
        .param("status", q.status())
        .param("search", Like.words(q.search()));
  }
}
