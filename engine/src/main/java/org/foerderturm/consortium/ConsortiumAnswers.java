package org.foerderturm.consortium;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.consortium.ConsortiumQuery.*;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.SearchText;
import org.foerderturm.view.Like;
import org.foerderturm.view.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers questions about consortia. */
@Component
class ConsortiumAnswers {
  private static final String ROWS =
      """
      select c.*, (select count(*) from view_consortium_partner p
                   where p.consortium_id = c.consortium_id and p.status = 'accepted') as partners
      from view_consortium c
      """;
  private static final String WHICH =
      """
      where (:stage::text is null or c.stage = :stage)
        and (:ideas::boolean is null or (c.stage in ('idea', 'set-aside')) = :ideas)
        and not exists (
          select from unnest(:search::text[]) word where c.search not like word
            and not exists (select from view_consortium_partner p
                            where p.consortium_id = c.consortium_id and p.search like word))
      """;

  private static final Order ORDER =
      new Order("c.moved_at desc", "c.consortium_id")
          .name("title", "c.title")
          .code("stage", "c.stage")
          .code("programme", "c.programme")
          .by("partners", "partners")
          .by("deadline", "c.deadline")
          .by("moved", "c.moved_at");

  private final JdbcClient db;

  ConsortiumAnswers(JdbcClient db) {
    this.db = db;
  }

  @QueryHandler
  Page<ConsortiumRow> answer(FindConsortia q) {
    var search = Like.words(q.search());
    var rows =
        db.sql(ROWS + WHICH + ORDER.sql(q.sort()) + "limit :limit offset :offset")
            .param("codes", Order.codes(q.sort()))
            .param("stage", q.stage())
            .param("ideas", q.ideas())
            .param("search", search)
            .param("limit", q.limit())
            .param("offset", q.offset())
            .query((rs, n) -> row(rs))
            .list();
    var total =
        db.sql("select count(*) from view_consortium c " + WHICH)
            .param("stage", q.stage())
            .param("ideas", q.ideas())
            .param("search", search)
            .query(Long.class)
            .single();
    return new Page<>(rows, total);
  }

  @QueryHandler
  @Nullable OrganisationRow answer(FindOrganisation q) {
    return db.sql(
            """
            select name, country, kind from (
              select name, country, kind, 1 as register, position from view_consortium_partner
              where search = search_text(:name)
              union all
              select name,
                case when register_id ~* '^(HR ?[AB]|VR|GnR|GsR|PR) ?[0-9]' then 'DE' end,
                case kind when 'chamber' then 'association' else kind end, 2, 0
              from view_member where search = search_text(:name)) known
            order by register, position desc limit 1
            """)
        .param("name", q.name().strip())
        .query(
            (row, n) -> new OrganisationRow(row.getString(1), row.getString(2), row.getString(3)))
        .optional()
        .orElse(null);
  }

  @QueryHandler
  List<String> answer(FindIdeaCalls q) {
    var all =
        db.sql(
                """
                select name from (select distinct call_name as name from view_consortium) known
                where name <> '' order by name collate "de-x-icu"
                """)
            .query(String.class)
            .list();
    return all.stream()
        .filter(name -> q.search() == null || SearchText.matches(name, q.search()))
        .limit(50)
        .toList();
  }

  @QueryHandler
  @Nullable ConsortiumDetails answer(FindConsortium q) {
    var partners =
        db.sql(
                "select * from view_consortium_partner where consortium_id = ? order by position,"
                    + " partner_id")
            .param(q.consortiumId())
            .query((rs, n) -> partner(rs))
            .list();
    return db.sql(ROWS + "where c.consortium_id = ?")
        .param(q.consortiumId())
        .query(
            (rs, n) ->
                new ConsortiumDetails(
                    row(rs),
                    rs.getString("idea"),
                    rs.getString("aim"),
                    rs.getString("approach"),
                    rs.getString("benefit"),
                    rs.getObject("total_costs_cents", Long.class),
                    rs.getObject("grant_requested_cents", Long.class),
                    rs.getObject("duration_months", Integer.class),
                    rs.getObject("eligible", Boolean.class),
                    rs.getString("eligibility_finding"),
                    rs.getString("eligibility_source"),
                    rs.getString("expert_opinion"),
                    rs.getString("expert_statement"),
                    rs.getString("scientific_opinion"),
                    rs.getString("scientific_statement"),
                    rs.getString("motion_id"),
                    rs.getString("resolution"),
                    rs.getString("dissolved_reason"),
                    rs.getString("set_aside_reason"),
                    partners))
        .optional()
        .orElse(null);
  }

  private static ConsortiumRow row(ResultSet rs) throws SQLException {
    return new ConsortiumRow(
        rs.getString("consortium_id"),
        rs.getString("title"),
        rs.getString("topic"),
        rs.getString("programme"),
        rs.getString("call_name"),
        rs.getObject("deadline", LocalDate.class),
        rs.getLong("maximum_funding_cents"),
        rs.getString("coordinator"),
        rs.getString("stage"),
        rs.getInt("partners"),
        rs.getObject("proposed_at", OffsetDateTime.class).toInstant(),
        rs.getObject("moved_at", OffsetDateTime.class).toInstant());
  }

  private static PartnerRow partner(ResultSet rs) throws SQLException {
    return new PartnerRow(
        rs.getString("partner_id"),
        rs.getString("name"),
        rs.getString("country"),
        rs.getString("country_status"),
        rs.getString("role"),
        rs.getString("kind"),
        rs.getString("status"),
        rs.getInt("reminders"),
        rs.getBoolean("letter"),
        rs.getObject("letter_received_on", LocalDate.class),
        rs.getString("reason"),
        rs.getString("successor"));
  }
}
