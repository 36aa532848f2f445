package org.foerderturm.funding;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.funding.FundingQuery.*;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.SearchText;
import org.foerderturm.view.Deadlines;
import org.foerderturm.view.Like;
import org.foerderturm.view.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers questions about funding applications. */
@Component
class FundingAnswers {
  private static final String ROWS =
      """
      select a.*, coalesce(p.costs, 0) as costs_cents, coalesce(p.asked, 0) as grant_cents,
             d.due_on as next_due, d.kind as next_kind
      from view_application a
      left join lateral (select sum(costs_cents)::bigint costs, sum(grant_cents)::bigint asked
                         from view_application_partner p
                         where p.application_id = a.application_id) p on true
      left join lateral (select due_on, kind from view_report_deadline d
                         where d.object_id = a.application_id and %s
                         order by due_on, kind limit 1) d on true
      """
          .formatted(Deadlines.OPEN);
  private static final String WHICH =
      """
      where (:stage::text is null or a.stage = :stage)
        and not exists (
          select from unnest(:search::text[]) word where a.search not like word
            and not exists (select from view_application_partner p
                            where p.application_id = a.application_id and p.search like word))
      """;

  private static final Order ORDER =
      new Order("a.moved_at desc", "a.application_id")
          .name("title", "a.title")
          .code("stage", "a.stage")
          .name("funder", "a.funder")
          .by("next", "d.due_on")
          .by("costs", "coalesce(p.costs, 0)")
          .by("grant", "coalesce(p.asked, 0)")
          .by("granted", "a.granted_cents");

  private final JdbcClient db;

  FundingAnswers(JdbcClient db) {
    this.db = db;
  }

  @QueryHandler
  Page<ApplicationRow> answer(FindApplications q) {
    var search = Like.words(q.search());
    var rows =
        db.sql(ROWS + WHICH + ORDER.sql(q.sort()) + "limit :limit offset :offset")
            .param("codes", Order.codes(q.sort()))
            .param("stage", q.stage())
            .param("search", search)
            .param("limit", q.limit())
            .param("offset", q.offset())
            .query((rs, n) -> row(rs))
            .list();
    var total =
        db.sql("select count(*) from view_application a " + WHICH)
            .param("stage", q.stage())
            .param("search", search)
            .query(Long.class)
            .single();
    return new Page<>(rows, total);
  }

  @QueryHandler
  List<String> answer(FindCalls q) {
    return names("call_name", q.search());
  }

  @QueryHandler
  List<String> answer(FindFunders q) {
    return names("funder", q.search());
  }

  private List<String> names(String column, @Nullable String search) {
    var all =
        db.sql(
                """
                select name from (select distinct %s as name from view_application) known
                order by name collate "de-x-icu"
                """
                    .formatted(column))
            .query(String.class)
            .list();
    return all.stream()
        .filter(name -> search == null || SearchText.matches(name, search))
        .limit(50)
        .toList();
  }

  @QueryHandler
  @Nullable ApplicationDetails answer(FindApplication q) {
    return db.sql(ROWS + "where a.application_id = ?")
        .param(q.applicationId())
        .query((rs, n) -> details(rs))
        .optional()
        .orElse(null);
  }

  @QueryHandler
  List<AidRow> answer(FindAidRates q) {
    return db.sql(
            "select * from view_application_aid where application_id = ?"
                + " order by name collate \"de-x-icu\", partner_id")
        .param(q.applicationId())
        .query(
            (rs, n) ->
                new AidRow(
                    rs.getString("name"),
                    rs.getString("category"),
                    rs.getString("no_aid_reason"),
                    rs.getObject("day", LocalDate.class),
                    rs.getBoolean("planned"),
                    rs.getObject("percent", Integer.class),
                    rs.getString("source"),
                    rs.getLong("above_cents")))
        .list();
  }

  private ApplicationDetails details(ResultSet rs) throws SQLException {
    var id = rs.getString("application_id");
    return new ApplicationDetails(
        row(rs),
        rs.getObject("score", Integer.class),
        rs.getString("advice"),
        rs.getString("go_motion_id"),
        rs.getString("go_result"),
        rs.getString("aim"),
        rs.getString("work_plan"),
        rs.getString("benefit"),
        rs.getObject("cover_needed", Boolean.class),
        rs.getString("cover_source"),
        rs.getString("cover_motion_id"),
        rs.getString("cover_result"),
        rs.getString("cover_paper_id"),
        rs.getObject("cover_cents", Long.class),
        rs.getString("decisive_arrival"),
        time(rs, "submitted_at"),
        time(rs, "electronic_at"),
        time(rs, "paper_at"),
        rs.getObject("in_time", Boolean.class),
        mark(rs, "excellence"),
        mark(rs, "impact"),
        mark(rs, "implementation"),
        mark(rs, "total"),
        rs.getObject("positive", Boolean.class),
        notice(rs),
        rs.getLong("drawn_cents"),
        rs.getObject("spent_cents", Long.class),
        rs.getObject("unspent_cents", Long.class),
        rs.getString("reason"),
        rs.getString("lessons"),
        rs.getObject("contest_until", LocalDate.class),
        rs.getBoolean("objection_possible"),
        partners(id),
        deadlines(id),
        drawDowns(id));
  }

  @QueryHandler
  @Nullable Rejection answer(FindRejection q) {
    return db.sql(
            "select notice_reference, notice_on, reason, contest_until from view_application"
                + " where application_id = ? and granted_cents is null and notice_on is not null")
        .param(q.applicationId())
        .query(
            (rs, n) ->
                new Rejection(
                    rs.getString("notice_reference"),
                    rs.getObject("notice_on", LocalDate.class),
                    rs.getString("reason"),
                    rs.getObject("contest_until", LocalDate.class)))
        .optional()
        .orElse(null);
  }

  private static @Nullable Notice notice(ResultSet rs) throws SQLException {
    var granted = rs.getObject("granted_cents", Long.class);
    if (granted == null) return null;
    return new Notice(
        rs.getString("notice_reference"),
        rs.getObject("notice_on", LocalDate.class),
        granted,
        rs.getObject("period_from", LocalDate.class),
        rs.getObject("period_until", LocalDate.class),
        rs.getString("proof_source"),
        rs.getObject("final_on", LocalDate.class),
        rs.getBoolean("waived"),
        rs.getObject("agreement_on", LocalDate.class),
        rs.getObject("stopped_since", LocalDate.class),
        rs.getObject("objected_on", LocalDate.class),
        granted - rs.getLong("drawn_cents") + rs.getLong("refund_cents") - rs.getLong("cut_cents"),
        rs.getLong("refund_cents") + rs.getLong("interest_cents") - rs.getLong("refunded_cents"),
        rs.getBoolean("never_final"));
  }

  private List<PartnerBudget> partners(String id) {
    record Line(String partner, LineRow row) {}
    Map<String, List<LineRow>> lines =
        db
            .sql("select * from view_application_line where application_id = ? order by cost_row")
            .param(id)
            .query((rs, n) -> new Line(rs.getString("partner_id"), line(rs)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Line::partner, Collectors.mapping(Line::row, Collectors.toList())));
    return db.sql(
            "select * from view_application_partner where application_id = ?"
                + " order by position, partner_id")
        .param(id)
        .query(
            (rs, n) ->
                new PartnerBudget(
                    rs.getString("partner_id"),
                    rs.getString("name"),
                    rs.getBoolean("city"),
                    rs.getObject("intensity_percent", Integer.class),
                    rs.getLong("costs_cents"),
                    rs.getLong("grant_cents"),
                    rs.getLong("own_cents"),
                    rs.getLong("third_party_cents"),
                    rs.getString("signatory"),
                    lines.getOrDefault(rs.getString("partner_id"), List.of())))
        .list();
  }

  private static LineRow line(ResultSet rs) throws SQLException {
    long costs = rs.getLong("costs_cents");
    long grant = rs.getLong("grant_cents");
    long own = rs.getLong("own_cents");
    long third = rs.getLong("third_party_cents");
    return new LineRow(
        rs.getString("cost_row"),
        costs,
        grant,
        own,
        third,
        rs.getLong("public_cents"),
        costs - grant - own - third);
  }

  private List<DeadlineRow> deadlines(String id) {
    return db.sql(
            "select * from view_report_deadline d where object_id = ? and (done_on is not null or "
                + Deadlines.OPEN
                + ") order by due_on, kind, position, part")
        .param(id)
        .query(
            (rs, n) ->
                new DeadlineRow(
                    rs.getString("kind"),
                    rs.getObject("due_on", LocalDate.class),
                    rs.getObject("done_on", LocalDate.class),
                    rs.getObject("cents", Long.class)))
        .list();
  }

  private List<DrawDownRow> drawDowns(String id) {
    return db.sql("select * from view_draw_down where application_id = ? order by number")
        .param(id)
        .query(
            (rs, n) ->
                new DrawDownRow(
                    rs.getInt("number"),
                    rs.getString("name"),
                    rs.getLong("amount_cents"),
                    rs.getObject("received_on", LocalDate.class),
                    rs.getObject("spend_by", LocalDate.class)))
        .list();
  }

  private static ApplicationRow row(ResultSet rs) throws SQLException {
    return new ApplicationRow(
        rs.getString("application_id"),
        rs.getString("title"),
        rs.getString("consortium_id"),
        rs.getString("programme"),
        rs.getString("regime"),
        rs.getString("call_name"),
        rs.getString("funder"),
        rs.getObject("deadline", LocalDateTime.class),
        rs.getString("stage"),
        rs.getLong("costs_cents"),
        rs.getLong("grant_cents"),
        rs.getObject("granted_cents", Long.class),
        rs.getObject("next_due", LocalDate.class),
        rs.getString("next_kind"),
        rs.getObject("moved_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable LocalDateTime time(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, LocalDateTime.class);
  }

  private static @Nullable BigDecimal mark(ResultSet rs, String column) throws SQLException {
    return rs.getBigDecimal(column);
  }
}
