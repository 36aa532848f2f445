package org.foerderturm.committee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.committee.BodyRules.MajorityOf;
import org.foerderturm.committee.CommitteeQuery.BodyDetails;
import org.foerderturm.committee.CommitteeQuery.BodyRow;
import org.foerderturm.committee.CommitteeQuery.FindBodies;
import org.foerderturm.committee.CommitteeQuery.FindBody;
import org.foerderturm.committee.CommitteeQuery.FindMotion;
import org.foerderturm.committee.CommitteeQuery.FindMotions;
import org.foerderturm.committee.CommitteeQuery.FindSeats;
import org.foerderturm.committee.CommitteeQuery.MemberRow;
import org.foerderturm.committee.CommitteeQuery.MotionDetails;
import org.foerderturm.committee.CommitteeQuery.MotionRow;
import org.foerderturm.committee.CommitteeQuery.OfficeRow;
import org.foerderturm.committee.CommitteeQuery.Quorum;
import org.foerderturm.committee.CommitteeQuery.RulesRow;
import org.foerderturm.committee.CommitteeQuery.VoteRow;
import org.foerderturm.committee.MeetingQuery.LateBiasRow;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Page;
import org.foerderturm.log.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CommitteeAnswers {
  private static final String BODIES =
      """
      select body_id, name, kind, statutory_members,
        (select count(*) from view_body_member m where m.body_id = b.body_id) members
      from view_body b\
      """;

  /** What stands on an agenda as closed is for those inside, and for who may vote without one. */
  static final String READABLE =
      """
      (:office
        or not exists (select from view_agenda_item i
          where i.motion_id = m.motion_id and i.closed_reason is not null
           and not is_insider(i.meeting_id, :asker))
        or m.vote_until is not null and exists (select from view_vote v where v.motion_id = m.motion_id and v.member = :asker))\
      """;

  private static final String MOTIONS_WHERE =
      """
       from view_motion m where (cast(:body as text) is null or body_id = :body)
       and (cast(:open as boolean) is null or (result is null) = :open) and\
      """
          + " "
          + READABLE;

  private final JdbcClient db;

  CommitteeAnswers(JdbcClient db) {
    this.db = db;
  }

  @QueryHandler
  List<BodyRow> answer(FindBodies query) {
    return db.sql(BODIES + " order by name collate \"de-x-icu\", body_id")
        .query(CommitteeAnswers::body)
        .list();
  }

  @QueryHandler
  Map<String, List<String>> answer(FindSeats query) {
    var seats = new HashMap<String, List<String>>();
    db.sql(
            """
            select body_id, user_id from (
              select distinct body_id, user_id from view_body_member
              where (term_from is null or term_from <= :on)
               and coalesce(ends_with_member(term_until, member_id), :on) >= :on) seat
            left join view_user using (user_id)
            order by body_id, coalesce(display_name, user_id) collate "de-x-icu", user_id\
            """)
        .param("on", query.on())
        .query(
            row -> {
              seats
                  .computeIfAbsent(row.getString("body_id"), body -> new ArrayList<>())
                  .add(row.getString("user_id"));
            });
    return seats;
  }

  @QueryHandler
  @Nullable BodyDetails answer(FindBody query) {
    return db.sql(BODIES + " where body_id = ?")
        .param(query.bodyId())
        .query(CommitteeAnswers::body)
        .optional()
        .map(
            row ->
                new BodyDetails(
                    row,
                    members(row.bodyId()),
                    rules(row.bodyId()),
                    offices(row.bodyId()),
                    db.sql("select main_committee from view_body where body_id = ?")
                        .param(row.bodyId())
                        .query(String.class)
                        .optional()
                        .orElse(null)))
        .orElse(null);
  }

  @QueryHandler
  Page<MotionRow> answer(FindMotions query, Actor asker) {
    var rows =
        db.sql("select *" + MOTIONS_WHERE + " order by position desc offset :offset limit :limit")
            .param("body", query.bodyId())
            .param("open", query.open())
            .param("office", Conductor.office(asker))
            .param("asker", asker.userId())
            .param("offset", query.offset())
            .param("limit", query.limit())
            .query(CommitteeAnswers::motion)
            .list();
    long total =
        db.sql("select count(*)" + MOTIONS_WHERE)
            .param("body", query.bodyId())
            .param("open", query.open())
            .param("office", Conductor.office(asker))
            .param("asker", asker.userId())
            .query(Long.class)
            .single();
    return new Page<>(rows, total);
  }

  @QueryHandler
  @Nullable MotionDetails answer(FindMotion query, Actor asker) {
    return db.sql("select * from view_motion m where motion_id = :motion and " + READABLE)
        .param("motion", query.motionId())
        .param("office", Conductor.office(asker))
        .param("asker", asker.userId())
        .query(this::details)
        .optional()
        .orElse(null);
  }

  private MotionDetails details(ResultSet row, int number) throws SQLException {
    var motion = motion(row, number);
    int needed = row.getInt("quorum_needed");
    int present = motion.yes() + motion.no() + motion.abstentions();
    int most = motion.result() == null ? motion.entitled() - motion.biased() : present;
    var quorum =
        new Quorum(
            needed, present, row.getInt("statutory_members"), present >= needed, most >= needed);
    return new MotionDetails(
        motion,
        row.getString("proposal"),
        votes(motion.motionId()),
        quorum,
        row.getString("basis"),
        row.getString("tabled_in"),
        row.getBoolean("circular_failed"),
        instant(row, "vote_until"),
        row.getBoolean("vote_over"),
        row.getBoolean("amendable"),
        row.getString("amended_text"),
        row.getObject("amended_cents", Long.class),
        lateBias(motion.motionId()));
  }

  private List<LateBiasRow> lateBias(String motionId) {
    return db.sql(
            "select '' as item_id, b.* from view_motion_bias b where motion_id = ?"
                + " order by disclosed_on, member")
        .param(motionId)
        .query((row, number) -> AfterVoteAnswers.lateBias(row))
        .list();
  }

  private List<MemberRow> members(String bodyId) {
    return db.sql(
            """
            select user_id, expert_citizen, term_from, ends_with_member(term_until, member_id) as term_until,
              (select name from view_member o where o.member_id = seat.member_id) as organisation
            from view_body_member seat left join view_user using (user_id)
            where body_id = ?
            order by coalesce(display_name, user_id) collate "de-x-icu", user_id, term_from nulls first\
            """)
        .param(bodyId)
        .query(
            (row, number) ->
                new MemberRow(
                    row.getString("user_id"),
                    date(row, "term_from"),
                    date(row, "term_until"),
                    row.getString("organisation"),
                    row.getBoolean("expert_citizen")))
        .list();
  }

  private List<OfficeRow> offices(String bodyId) {
    return db.sql(
            "select * from view_body_office where body_id = ? order by office, term_from nulls first")
        .param(bodyId)
        .query(
            (row, number) ->
                new OfficeRow(
                    BodyOffice.valueOf(row.getString("office")),
                    row.getString("user_id"),
                    date(row, "term_from"),
                    date(row, "term_until"),
                    row.getString("source")))
        .list();
  }

  private List<RulesRow> rules(String bodyId) {
    return db.sql("select * from view_body_rule where body_id = ? order by number")
        .param(bodyId)
        .query(
            (row, number) ->
                new RulesRow(
                    new BodyRules(
                        share(row, "quorum"),
                        share(row, "majority"),
                        date(row, "valid_from"),
                        row.getString("source"),
                        meetings(row.getString("meetings")),
                        majorityOf(row.getString("majority_of"))),
                    row.getString("adopted_by"),
                    instant(row, "adopted_at")))
        .list();
  }

  private static @Nullable MajorityOf majorityOf(@Nullable String name) {
    return name == null ? null : MajorityOf.valueOf(name);
  }

  private List<VoteRow> votes(String motionId) {
    return db.sql(
            "select v.* from view_vote v left join view_user u on u.user_id = v.member"
                + " where motion_id = ? order by coalesce(u.display_name, v.member) collate \"de-x-icu\", v.member")
        .param(motionId)
        .query(
            (row, number) -> {
              String vote = row.getString("vote");
              return new VoteRow(
                  row.getString("member"),
                  vote == null ? null : Vote.valueOf(vote),
                  row.getBoolean("biased"),
                  row.getString("bias_reason"),
                  instant(row, "voted_at"));
            })
        .list();
  }

  private static BodyRow body(ResultSet row, int number) throws SQLException {
    return new BodyRow(
        row.getString("body_id"),
        row.getString("name"),
        BodyKind.valueOf(row.getString("kind")),
        row.getInt("statutory_members"),
        row.getInt("members"));
  }

  private static MotionRow motion(ResultSet row, int number) throws SQLException {
    return new MotionRow(
        row.getString("motion_id"),
        row.getString("body_id"),
        row.getString("body_name"),
        row.getString("title"),
        row.getString("case_key"),
        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
        row.getString("submitted_by"),
        row.getInt("entitled"),
        row.getInt("yes"),
        row.getInt("no"),
        row.getInt("abstentions"),
        row.getInt("biased"),
        row.getString("result"),
        instant(row, "decided_at"));
  }

  private static @Nullable MeetingRules meetings(@Nullable String json) {
    return json == null ? null : Json.read(json, MeetingRules.class);
  }

  private static Share share(ResultSet row, String name) throws SQLException {
    return new Share(
        row.getInt(name + "_numerator"),
        row.getInt(name + "_denominator"),
        row.getBoolean(name + "_at_least"));
  }

  private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
