package org.foerderturm.council;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.council.CouncilQuery.*;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Resolutions;
import org.foerderturm.view.Like;
import org.foerderturm.view.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers questions about council papers. */
@Component
class CouncilAnswers {
  private static final String ROWS =
      """
      select p.*, c.body as next_body, c.planned_on as next_on
      from view_council_paper p
      left join lateral (select coalesce(c.body, b.name, c.body_id) as body, c.planned_on
                         from view_council_consultation c left join view_body b using (body_id)
                         where c.paper_id = p.paper_id and c.result is null
                           and p.stage in ('draft', 'cosigning', 'checks', 'registered')
                         order by c.position limit 1) c on true
      """;
  private static final String WHICH =
      """
      where p.search like all(:search::text[])
      """;

  private static final Order ORDER =
      new Order("p.moved_at desc", "p.paper_id")
          .name("number", "p.number")
          .name("title", "p.title")
          .code("stage", "p.stage")
          .by("next", "coalesce(c.planned_on, p.decided_on)")
          .by("total", "p.total_cents");

  private final JdbcClient db;
  private final Resolutions resolutions;

  CouncilAnswers(JdbcClient db, Resolutions resolutions) {
    this.db = db;
    this.resolutions = resolutions;
  }

  @QueryHandler
  @Nullable PaperObjection answer(FindPaperObjection q) {
    return db.sql("select * from view_council_objection where paper_id = ?")
        .param(q.paperId())
        .query(
            (rs, n) ->
                new PaperObjection(
                    rs.getObject("objected_on", LocalDate.class),
                    rs.getString("reason"),
                    rs.getObject("holds", Boolean.class),
                    rs.getObject("settled_on", LocalDate.class),
                    rs.getString("reference")))
        .optional()
        .orElse(null);
  }

  @QueryHandler
  Boolean answer(FindSuspended q) {
    var known = resolutions.of(q.paperId());
    return known != null && known.suspended();
  }

  @QueryHandler
  Page<PaperRow> answer(FindCouncilPapers q) {
    var search = Like.words(q.search());
    var rows =
        db.sql(ROWS + WHICH + ORDER.sql(q.sort()) + "limit :limit offset :offset")
            .param("codes", Order.codes(q.sort()))
            .param("search", search)
            .param("limit", q.limit())
            .param("offset", q.offset())
            .query((rs, n) -> row(rs))
            .list();
    var total =
        db.sql("select count(*) from view_council_paper p " + WHICH)
            .param("search", search)
            .query(Long.class)
            .single();
    return new Page<>(rows, total);
  }

  @QueryHandler
  @Nullable PaperDetails answer(FindCouncilPaper q) {
    return db.sql(ROWS + "where p.paper_id = ?")
        .param(q.paperId())
        .query((rs, n) -> details(rs))
        .optional()
        .orElse(null);
  }

  private PaperDetails details(ResultSet rs) throws SQLException {
    var id = rs.getString("paper_id");
    var original = rs.getString("supplement_to");
    return new PaperDetails(
        row(rs),
        rs.getObject("dated_on", LocalDate.class),
        rs.getString("file_reference"),
        rs.getString("proposal"),
        texts(rs.getArray("variants")),
        rs.getString("reasons"),
        rs.getString("cover"),
        rs.getString("staff_effects"),
        rs.getString("asked_by"),
        original == null
            ? null
            : related("paper_id", original).stream()
                .findFirst()
                .orElseGet(() -> new Related(original, null, original)),
        related("supplement_to", id),
        years(id),
        consultations(id),
        cosigners(id),
        checks(rs),
        rs.getString("reference"),
        rs.getString("motion_id"),
        rs.getString("reason"),
        rs.getObject("resolved_cents", Long.class),
        rs.getString("drafted_by"),
        notes(id),
        openMotion(id));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private List<Related> related(String column, String id) {
    return db.sql(
            "select paper_id, number, title from view_council_paper where "
                + column
                + " = ? order by number, paper_id limit 100")
        .param(id)
        .query(
            (rs, n) ->
                new Related(
                    rs.getString("paper_id"), rs.getString("number"), rs.getString("title")))
        .list();
  }

  private List<YearAmount> years(String id) {
    return db.sql("select * from view_council_year where paper_id = ? order by year")
        .param(id)
        .query((rs, n) -> new YearAmount(rs.getInt("year"), rs.getLong("amount_cents")))
        .list();
  }

  private List<ConsultationRow> consultations(String id) {
    return db.sql(
            "select c.*, coalesce(c.body, b.name, c.body_id) as called"
                + " from view_council_consultation c left join view_body b using (body_id)"
                + " where c.paper_id = ? order by c.position")
        .param(id)
        .query(
            (rs, n) ->
                new ConsultationRow(
                    rs.getInt("position"),
                    rs.getString("called"),
                    rs.getBoolean("open"),
                    rs.getObject("planned_on", LocalDate.class),
                    rs.getString("purpose"),
                    rs.getObject("municipal", Boolean.class),
                    rs.getString("result"),
                    rs.getObject("held_on", LocalDate.class),
                    rs.getString("reference"),
                    rs.getString("motion_id"),
                    rs.getString("amended_text"),
                    rs.getObject("amended_cents", Long.class),
                    rs.getString("postponed_because")))
        .list();
  }

  private List<NoteRow> notes(String id) {
    return db.sql("select * from view_council_note where paper_id = ? order by position")
        .param(id)
        .query(
            (rs, n) ->
                new NoteRow(
                    rs.getString("text"),
                    rs.getString("reason"),
                    rs.getString("by_user"),
                    rs.getObject("noted_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private @Nullable String openMotion(String id) {
    return db.sql(
            "select motion_id from view_motion where case_key = ? and decided_at is null"
                + " order by position desc limit 1")
        .param(id)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private List<CosignerRow> cosigners(String id) {
    return db.sql(
            "select * from view_council_cosigner where paper_id = ?"
                + " order by department collate \"de-x-icu\"")
        .param(id)
        .query(
            (rs, n) ->
                new CosignerRow(
                    rs.getString("department"),
                    rs.getString("user_id"),
                    rs.getObject("agrees", Boolean.class),
                    rs.getString("statement"),
                    rs.getString("signed_by"),
                    instant(rs, "signed_at")))
        .list();
  }

  private static List<CheckRow> checks(ResultSet rs) throws SQLException {
    var checks = new ArrayList<CheckRow>();
    for (var check : List.of("finance", "legal")) {
      var passed = rs.getObject(check + "_passed", Boolean.class);
      if (passed != null)
        checks.add(
            new CheckRow(
                check, passed, rs.getString(check + "_statement"), rs.getString(check + "_by")));
    }
    return checks;
  }

  private static PaperRow row(ResultSet rs) throws SQLException {
    return new PaperRow(
        rs.getString("paper_id"),
        rs.getString("number"),
        rs.getString("title"),
        rs.getString("originator"),
        rs.getString("stage"),
        rs.getObject("total_cents", Long.class),
        rs.getString("next_body"),
        rs.getObject("next_on", LocalDate.class),
        rs.getObject("decided_on", LocalDate.class),
        rs.getObject("moved_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    var at = rs.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
