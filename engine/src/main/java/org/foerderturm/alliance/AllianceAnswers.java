package org.foerderturm.alliance;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.alliance.AllianceQuery.*;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.consortium.Topic;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.log.Json;
import org.foerderturm.view.Like;
import org.foerderturm.view.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers questions about members and contributions. */
@Component
class AllianceAnswers {
  private static final String ROWS =
      """
      select m.*, member_standing(m.status, m.left_on, :today) as standing,
        (select coalesce(sum(c.open_cents), 0) from view_contribution c
                   where c.member_id = m.member_id) as open_cents
      from view_member m
      """;
  private static final String WHICH =
      """
      where (:kind::text is null or m.kind = :kind)
        and (:status::text is null or member_standing(m.status, m.left_on, :today) = :status)
        and m.search like all(:search::text[])
      """;
  private static final Order MEMBERS =
      new Order("m.name collate \"de-x-icu\"", "m.member_id")
          .name("name", "m.name")
          .code("kind", "m.kind")
          .code("status", "member_standing(m.status, m.left_on, :today)")
          .code("class", "m.contribution_class")
          .by("joined", "m.joined_on")
          .by("open", "open_cents");
  private static final Order PREVIEW =
      new Order("member_name collate \"de-x-icu\"", "member_id")
          .name("name", "member_name")
          .code("class", "applied_class")
          .by("fee", "fee_cents")
          .by("how", "amount_cents - fee_cents")
          .by("amount", "amount_cents");
  private static final String ORDER =
      "order by m.name collate \"de-x-icu\", m.member_id limit :limit offset :offset";
  private static final String RUNS =
      """
      select r.*, (select coalesce(sum(p.amount_cents), 0) from view_contribution_preview p
                   where p.run_id = r.run_id) as total_cents
      from view_contribution_run r
      """;

  private final JdbcClient db;
  private final ObjectProvider<Decisions> tables;

  AllianceAnswers(JdbcClient db, ObjectProvider<Decisions> tables) {
    this.db = db;
    this.tables = tables;
  }

  @QueryHandler
  Page<MemberRow> answer(FindMembers q) {
    var search = Like.words(q.search());
    var rows =
        db.sql(ROWS + WHICH + MEMBERS.sql(q.sort()) + "limit :limit offset :offset")
            .param("codes", Order.codes(q.sort()))
            .param("today", today())
            .param("kind", q.kind())
            .param("status", q.status())
            .param("search", search)
            .param("limit", q.limit())
            .param("offset", q.offset())
            .query((rs, n) -> row(rs))
            .list();
    var total =
        db.sql("select count(*) from view_member m " + WHICH)
            .param("today", today())
            .param("kind", q.kind())
            .param("status", q.status())
            .param("search", search)
            .query(Long.class)
            .single();
    return new Page<>(rows, total);
  }

  @QueryHandler
  List<MemberDetails> answer(FindMembersInFull q) {
    return db.sql(ROWS + WHICH + ORDER)
        .param("today", today())
        .param("kind", q.kind())
        .param("status", q.status())
        .param("search", Like.words(q.search()))
        .param("limit", q.limit())
        .param("offset", q.offset())
        .query((rs, n) -> details(rs, List.of(), List.of()))
        .list();
  }

  @QueryHandler
  List<PaymentRow> answer(FindPayments q) {
    return db.sql(
            "select * from view_contribution_payment where member_id = ?"
                + " order by contribution_id, number")
        .param(q.memberId())
        .query(
            (rs, n) ->
                new PaymentRow(
                    rs.getString("contribution_id"),
                    rs.getInt("number"),
                    rs.getLong("amount_cents"),
                    rs.getObject("received_on", LocalDate.class)))
        .list();
  }

  @QueryHandler
  @Nullable LocalDate answer(FindDueDay q) {
    try {
      var days = tables.getObject().decide("payment-term", Map.of("day", q.invoicedOn()));
      return q.invoicedOn().plusDays(days.number("days"));
    } catch (Rejected noRow) {
      return null;
    }
  }

  @QueryHandler
  List<DayRow> answer(FindContributionDays q) {
    return db.sql(
            "select * from view_contribution_day where member_id = ?"
                + " order by contribution_id, on_day, number")
        .param(q.memberId())
        .query(
            (rs, n) ->
                new DayRow(
                    rs.getString("contribution_id"),
                    ContributionDay.valueOf(rs.getString("kind")),
                    rs.getInt("number"),
                    rs.getObject("on_day", LocalDate.class)))
        .list();
  }

  @QueryHandler
  List<BookingRow> answer(FindBookings q) {
    return db.sql(
            "select * from view_contribution_booking where member_id = ?"
                + " order by contribution_id, on_day, kind, number")
        .param(q.memberId())
        .query(
            (rs, n) ->
                new BookingRow(
                    rs.getString("contribution_id"),
                    rs.getString("kind"),
                    rs.getInt("number"),
                    rs.getObject("on_day", LocalDate.class),
                    rs.getObject("until_day", LocalDate.class),
                    rs.getLong("amount_cents"),
                    rs.getLong("flat_cents"),
                    rs.getString("reference"),
                    rs.getString("words"),
                    rs.getBoolean("gone")))
        .list();
  }

  @QueryHandler
  @Nullable MemberDetails answer(FindMember q) {
    var years =
        db.sql("select * from view_member_year where member_id = ? order by year desc")
            .param(q.memberId())
            .query(
                (rs, n) ->
                    new YearRow(
                        rs.getInt("year"),
                        rs.getObject("in_kind_cents", Long.class),
                        rs.getString("in_kind_what"),
                        rs.getObject("exception_cents", Long.class),
                        rs.getString("exception_reason")))
            .list();
    var contributions =
        db.sql("select * from view_contribution where member_id = ? order by year desc")
            .param(q.memberId())
            .query((rs, n) -> contribution(rs))
            .list();
    return db.sql(ROWS + "where m.member_id = :member")
        .param("today", today())
        .param("member", q.memberId())
        .query((rs, n) -> details(rs, years, contributions))
        .optional()
        .orElse(null);
  }

  @QueryHandler
  List<KnownMember> answer(FindKnownMembers q) {
    return db.sql(
            "select member_id, name, register_id, left_on, topics,"
                + " member_standing(status, left_on, :today) as standing from view_member")
        .param("today", today())
        .query(
            (rs, n) ->
                new KnownMember(
                    rs.getString("member_id"),
                    rs.getString("name"),
                    rs.getString("register_id"),
                    rs.getString("standing"),
                    rs.getObject("left_on", LocalDate.class),
                    texts(rs.getArray("topics")).stream().map(AllianceAnswers::topic).toList()))
        .list();
  }

  @QueryHandler
  List<String> answer(FindChargeable q) {
    return db.sql(
            """
            select m.member_id from view_member m
            where (m.status = 'member' or m.left_on >= make_date(:year, 1, 1))
              and m.joined_on < make_date(:year + 1, 1, 1)
              and not exists (select 1 from view_contribution c
                              where c.member_id = m.member_id and c.year = :year)
            order by m.name collate "de-x-icu", m.member_id
            """)
        .param("year", q.year())
        .query(String.class)
        .list();
  }

  @QueryHandler
  List<RunRow> answer(FindContributionRuns q) {
    return db.sql(RUNS + "order by r.year desc").query((rs, n) -> run(rs)).list();
  }

  @QueryHandler
  @Nullable RunRow answer(FindContributionRun q) {
    return db.sql(RUNS + "where r.run_id = ?")
        .param(ContributionRunCommand.idOf(q.year()))
        .query((rs, n) -> run(rs))
        .optional()
        .orElse(null);
  }

  @QueryHandler
  Page<PreviewRow> answer(FindPreview q) {
    var runId = ContributionRunCommand.idOf(q.year());
    var rows =
        db.sql(
                "select member_id, member_name, terms from view_contribution_preview"
                    + " where run_id = :run"
                    + PREVIEW.sql(q.sort())
                    + "limit :limit offset :offset")
            .param("run", runId)
            .param("codes", Order.codes(q.sort()))
            .param("limit", q.limit())
            .param("offset", q.offset())
            .query(
                (rs, n) ->
                    new PreviewRow(
                        rs.getString("member_id"), rs.getString("member_name"), terms(rs)))
            .list();
    var total =
        db.sql("select count(*) from view_contribution_preview where run_id = ?")
            .param(runId)
            .query(Long.class)
            .single();
    return new Page<>(rows, total);
  }

  private static MemberDetails details(
      ResultSet rs, List<YearRow> years, List<ContributionRow> contributions) throws SQLException {
    var offer =
        rs.getString("offer_state") == null
            ? null
            : new OfferRow(
                rs.getInt("offer_number"),
                rs.getString("offer_state"),
                rs.getLong("offer_cents"),
                rs.getString("offer_class"),
                rs.getObject("offer_joins_on", LocalDate.class),
                rs.getObject("offer_valid_until", LocalDate.class),
                rs.getString("offer_german"),
                rs.getString("offer_english"));
    return new MemberDetails(
        row(rs),
        rs.getString("register_id"),
        new Figures(
            rs.getObject("staff", Integer.class),
            rs.getObject("turnover_cents", Long.class),
            rs.getObject("group_staff", Integer.class),
            rs.getObject("group_turnover_cents", Long.class),
            rs.getObject("founded_on", LocalDate.class)),
        texts(rs.getArray("topics")),
        texts(rs.getArray("expert_teams")),
        rs.getString("inquiry"),
        rs.getObject("talk_on", LocalDate.class),
        rs.getString("talk_summary"),
        offer,
        rs.getObject("left_on", LocalDate.class),
        rs.getString("left_reason"),
        years,
        contributions);
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(Clocks.now(), WorkingDays.OFFICE);
  }

  private static MemberRow row(ResultSet rs) throws SQLException {
    boolean member = rs.getString("standing").equals("member");
    return new MemberRow(
        rs.getString("member_id"),
        rs.getString("name"),
        rs.getString("kind"),
        rs.getString("standing"),
        rs.getObject("joined_on", LocalDate.class),
        rs.getString("contribution_class"),
        rs.getLong("open_cents"),
        rs.getObject("moved_at", OffsetDateTime.class).toInstant(),
        member ? rs.getObject("left_on", LocalDate.class) : null,
        member ? rs.getObject("notice_on", LocalDate.class) : null);
  }

  private ContributionRow contribution(ResultSet rs) throws SQLException {
    return new ContributionRow(
        rs.getString("contribution_id"),
        rs.getInt("year"),
        terms(rs),
        rs.getLong("amount_cents"),
        rs.getLong("open_cents"),
        rs.getString("status"),
        rs.getString("invoice_number"),
        rs.getObject("invoiced_on", LocalDate.class),
        rs.getObject("due_on", LocalDate.class),
        rs.getInt("reminders"),
        rs.getString("reason"),
        rs.getObject("received_on", LocalDate.class),
        rs.getLong("overpaid_cents"),
        rs.getBoolean("in_default"),
        rs.getObject("invoice_cents", Long.class),
        inTimeUntil(rs));
  }

  /** Null where it isn't owed, or the tables have no row for the day. */
  private @Nullable LocalDate inTimeUntil(ResultSet rs) throws SQLException {
    var due = rs.getObject("due_on", LocalDate.class);
    if (due == null || rs.getLong("open_cents") == 0) return null;
    try {
      return ContributionDays.lastInTime(
          due, rs.getObject("received_on", LocalDate.class), tables.getObject());
    } catch (Rejected noRow) {
      return null;
    }
  }

  private static RunRow run(ResultSet rs) throws SQLException {
    return new RunRow(
        rs.getString("run_id"),
        rs.getInt("year"),
        rs.getString("state"),
        rs.getInt("members"),
        rs.getInt("assessed"),
        rs.getLong("total_cents"),
        rs.getString("reason"),
        rs.getObject("changed_at", OffsetDateTime.class).toInstant(),
        rs.getString("changed_by"));
  }

  private static Terms terms(ResultSet rs) throws SQLException {
    return Json.read(rs.getString("terms"), Terms.class);
  }

  private static Topic topic(String code) {
    return Topic.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
