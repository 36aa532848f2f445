package org.foerderturm.committee;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.committee.MeetingEvent.AgendaKind;
import org.foerderturm.committee.MeetingEvent.Ballot;
import org.foerderturm.committee.MeetingEvent.VotingMode;
import org.foerderturm.committee.MeetingQuery.*;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.SearchText;
import org.foerderturm.log.Json;
import org.foerderturm.view.Like;
import org.foerderturm.view.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MeetingAnswers {
  private static final TypeReference<List<Ballot>> BALLOTS = new TypeReference<>() {};

  private static final String MEETINGS =
      """
      from view_meeting where (cast(:body as text) is null or body_id = :body)
       and (phase in ('planned', 'invited', 'running')) = :ahead\
      """;

  /** A resolution {@code r} that the asker may read. */
  private static final String OPEN_TO_ASKER =
      "(not r.closed or :office or is_insider(r.meeting_id, :asker))";

  private static final Order REGISTER =
      new Order("r.position desc", "r.position desc")
          .by("number", "r.position")
          .name("subject", "case when " + OPEN_TO_ASKER + " then r.title end")
          .code("result", "r.result")
          .name("body", "(select b.name from view_body b where b.body_id = r.body_id)")
          .by("decided", "r.decided_at")
          .name(
              "led-to",
              "(select max(coalesce(c.title, c.model_name)) from view_case c"
                  + " where c.case_key = r.case_key)");
  private static final String ITEMS =
      """
      select i.*, coalesce(m.proposal, i.text) as paper, r.number as resolution,
        case when m.result = 'withdrawn' and i.state not in ('done', 'struck')
          and v.phase in ('planned', 'invited', 'running') then 'struck' else i.state end as now
      from view_agenda_item i join view_meeting v using (meeting_id)
      left join view_motion m on m.motion_id = i.motion_id
      left join view_resolution r on r.subject_id = i.subject_id and r.meeting_id = i.meeting_id
      where i.meeting_id = ? order by i.closed_reason is not null, i.position\
      """;
  private static final String FILES =
      """
      select f.* from view_agenda_item here join view_meeting m using (meeting_id)
      join view_agenda_file f on f.subject_id = here.subject_id
      join view_meeting there on there.meeting_id = f.meeting_id and there.starts_at <= m.starts_at
      join view_agenda_item i on i.meeting_id = f.meeting_id and i.item_id = f.item_id
      where here.meeting_id = :meeting and (:inside or i.closed_reason is null)
       and (here.closed_reason is not null or i.closed_reason is null or :office
         or is_insider(i.meeting_id, :asker))
      order by f.position\
      """;
  private static final String RESOLUTIONS =
      """
      from view_resolution r where (cast(:body as text) is null or r.body_id = :body)
       and (cast(:year as integer) is null or r.year = :year)
       and (cast(:result as text) is null or r.result = :result)
       and (cast(:text as text) is null or ((r.words @@ websearch_to_tsquery('german', :text)
         or r.search like all(:parts::text[])) and %s))\
      """
          .formatted(OPEN_TO_ASKER);
  private static final String CHANGES =
      """
      select * from (
        (select 'motion-submitted' kind, motion_id id, title, null detail, submitted_at at from view_motion m
         where body_id = :body and submitted_at > :since and %s order by position desc limit :limit)
        union all
        (select 'resolution', r.subject_id, r.title, r.result, r.decided_at from view_resolution r
         where r.body_id = :body and r.decided_at > :since and %s
         order by r.position desc limit :limit)
        union all
        (select 'urgent-decision', decision_id, title, state, taken_at from view_urgent_decision
         where body_id = :body and taken_at > :since order by position desc limit :limit)
        union all
        (select 'case', c.case_id, coalesce(c.title, ''), h.steps::text, h.at
         from (select distinct case_key from view_motion where body_id = :body) m
         join view_case c on c.case_key = m.case_key
         join lateral (select count(*) steps, max(at) at from view_history
           where case_id = c.case_id and at > :since) h on h.steps > 0
         order by h.at desc limit :limit)
      ) changes order by at desc, id limit :limit\
      """
          .formatted(CommitteeAnswers.READABLE, OPEN_TO_ASKER);

  private final JdbcClient db;

  MeetingAnswers(JdbcClient db) {
    this.db = db;
  }

  @QueryHandler
  Page<MeetingRow> answer(FindMeetings query) {
    var rows =
        db.sql(
                "select * "
                    + MEETINGS
                    + " order by starts_at "
                    + (query.ahead() ? "asc" : "desc")
                    + ", meeting_id offset :offset limit :limit")
            .param("body", query.bodyId())
            .param("ahead", query.ahead())
            .param("offset", query.offset())
            .param("limit", query.limit())
            .query(MeetingAnswers::meeting)
            .list();
    long total =
        db.sql("select count(*) " + MEETINGS)
            .param("body", query.bodyId())
            .param("ahead", query.ahead())
            .query(Long.class)
            .single();
    return new Page<>(rows, total);
  }

  @QueryHandler
  @Nullable MeetingDetails answer(FindMeeting query, Actor asker) {
    return db.sql(
            "select m.*, :office or is_insider(meeting_id, :asker) as inside"
                + " from view_meeting m where meeting_id = :meeting")
        .param("meeting", query.meetingId())
        .param("office", Conductor.office(asker))
        .param("asker", asker.userId())
        .query((row, number) -> details(row, asker))
        .optional()
        .orElse(null);
  }

  @QueryHandler
  Page<ResolutionRow> answer(FindResolutions query, Actor asker) {
    var params = new HashMap<String, @Nullable Object>();
    params.put("body", query.bodyId());
    params.put("year", query.year());
    params.put("result", query.result());
    String text = query.text();
    params.put("text", text == null || text.isBlank() ? null : SearchText.plain(text));
    params.put("parts", Like.words(text));
    params.put("office", Conductor.office(asker));
    params.put("asker", asker.userId());
    var rows =
        db.sql(
                "select r.*, b.name as body_name, o.number is not null as objected,"
                    + " o.outcome as objection, exists (select from view_late_bias l where"
                    + " l.meeting_id = r.meeting_id and l.subject_id = r.subject_id"
                    + " and l.vote_again is null) or exists (select from view_motion_bias mb where"
                    + " mb.motion_id = r.motion_id and r.meeting_id is null"
                    + " and mb.vote_again is null) as open_bias from (select r.*, "
                    + OPEN_TO_ASKER
                    + " as readable "
                    + RESOLUTIONS
                    + REGISTER.sql(query.sort())
                    + "offset :offset limit :limit) r"
                    + " left join view_body b on b.body_id = r.body_id"
                    + " left join view_objection o on o.body_id = r.body_id and o.number = r.number"
                    + REGISTER.sql(query.sort()))
            .params(params)
            .param("codes", Order.codes(query.sort()))
            .param("offset", query.offset())
            .param("limit", query.limit())
            .query(MeetingAnswers::resolution)
            .list();
    long total = db.sql("select count(*) " + RESOLUTIONS).params(params).query(Long.class).single();
    return new Page<>(rows, total);
  }

  @QueryHandler
  List<Integer> answer(FindResolutionYears query) {
    return db.sql("select distinct year from view_resolution order by year desc")
        .query(Integer.class)
        .list();
  }

  @QueryHandler
  List<UrgentDecisionRow> answer(FindUrgentDecisions query) {
    return db.sql(
            "select * from view_urgent_decision where body_id = ? order by position desc limit 100")
        .param(query.bodyId())
        .query(
            (row, number) ->
                new UrgentDecisionRow(
                    row.getString("body_id"),
                    row.getString("decision_id"),
                    row.getString("title"),
                    row.getString("text"),
                    row.getString("reason"),
                    row.getString("mayor"),
                    row.getString("councillor"),
                    must(row, "taken_at"),
                    row.getString("state"),
                    row.getString("meeting_id"),
                    row.getString("committee_reason"),
                    row.getString("committee_number")))
        .list();
  }

  @QueryHandler
  @Nullable SinceLastMeeting answer(FindSinceLastMeeting query, Actor asker) {
    var meeting =
        db.sql("select body_id, starts_at from view_meeting where meeting_id = ?")
            .param(query.meetingId())
            .query((row, i) -> Map.entry(row.getString(1), must(row, "starts_at")))
            .optional();
    if (meeting.isEmpty()) return null;
    String body = meeting.get().getKey();
    var last =
        db.sql(
                """
                select meeting_id, coalesce(opened_at, starts_at) as began from view_meeting
                where body_id = ? and starts_at < ? and phase = 'over' order by starts_at desc limit 1\
                """)
            .params(body, utc(meeting.get().getValue()))
            .query((row, i) -> Map.entry(row.getString(1), must(row, "began")))
            .optional();
    var since = last.map(Map.Entry::getValue).orElse(null);
    var changes =
        db.sql(CHANGES)
            .param("body", body)
            .param("since", utc(since == null ? Instant.EPOCH : since))
            .param("office", Conductor.office(asker))
            .param("asker", asker.userId())
            .param("limit", query.limit())
            .query(
                (row, i) ->
                    new ChangeRow(
                        row.getString("kind"),
                        row.getString("id"),
                        row.getString("title"),
                        row.getString("detail"),
                        must(row, "at")))
            .list();
    return new SinceLastMeeting(last.map(Map.Entry::getKey).orElse(null), since, changes);
  }

  private List<String> byName(List<String> people) {
    return db.sql(
            "select id from unnest(?::text[]) id left join view_user u on u.user_id = id"
                + " order by coalesce(u.display_name, id) collate \"de-x-icu\", id")
        .param(people.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  private MeetingDetails details(ResultSet row, Actor asker) throws SQLException {
    boolean inside = row.getBoolean("inside");
    String id = row.getString("meeting_id");
    return new MeetingDetails(
        meeting(row, 0),
        row.getString("chair"),
        row.getString("clerk"),
        byName(texts(row, "members")),
        row.getInt("statutory_members"),
        row.getInt("quorum_needed"),
        row.getInt("secret_needed"),
        row.getString("basis"),
        row.getString("urgent_reason"),
        row.getString("cancelled_reason"),
        moves(id),
        instant(row, "opened_at"),
        instant(row, "closed_at"),
        byName(texts(row, "present")),
        row.getBoolean("lack_stated"),
        row.getLong("position"),
        new Minutes(
            row.getString("minutes"),
            row.getString("public_minutes"),
            instant(row, "minutes_at"),
            instant(row, "chair_signed_at"),
            instant(row, "clerk_signed_at")),
        items(id, inside, asker),
        attendance(id),
        inside);
  }

  private List<ItemRow> items(String meetingId, boolean inside, Actor asker) {
    var parts = parts(meetingId);
    var files = files(meetingId, inside, asker);
    return db.sql(ITEMS)
        .param(meetingId)
        .query(
            (row, number) -> {
              boolean hidden = row.getString("closed_reason") != null && !inside;
              String item = row.getString("item_id");
              return item(
                  row,
                  number + 1,
                  hidden,
                  parts.getOrDefault(item, List.of()),
                  files.getOrDefault(row.getString("subject_id"), List.of()));
            })
        .list();
  }

  private static ItemRow item(
      ResultSet row, int number, boolean hidden, List<PartRow> parts, List<FileRow> files)
      throws SQLException {
    String mode = row.getString("mode");
    String ballots = row.getString("ballots");
    long position = row.getLong("settled_position");
    boolean settled = !row.wasNull();
    return new ItemRow(
        number,
        row.getString("item_id"),
        AgendaKind.valueOf(row.getString("kind")),
        row.getString("subject_id"),
        hidden ? null : row.getString("title"),
        hidden ? "" : row.getString("paper"),
        hidden ? null : row.getString("motion_id"),
        row.getString("closed_reason") != null,
        hidden ? null : row.getString("closed_reason"),
        row.getBoolean("second_meeting"),
        row.getString("now"),
        instant(row, "called_at"),
        hidden ? List.of() : texts(row, "secret_asked"),
        hidden ? List.of() : texts(row, "handed_in"),
        hidden || ballots == null ? List.of() : ballots(ballots),
        hidden ? List.of() : parts,
        hidden || mode == null ? null : VotingMode.valueOf(mode),
        hidden ? 0 : row.getInt("yes"),
        hidden ? 0 : row.getInt("no"),
        hidden ? 0 : row.getInt("abstentions"),
        hidden ? 0 : row.getInt("present"),
        hidden ? null : row.getString("result"),
        hidden ? null : row.getString("reason"),
        hidden ? List.of() : texts(row, "notes"),
        hidden ? List.of() : files,
        hidden ? null : row.getString("resolution"),
        instant(row, "settled_at"),
        settled ? Long.valueOf(position) : null,
        hidden ? null : amended(row));
  }

  private static @Nullable Amended amended(ResultSet row) throws SQLException {
    var text = row.getString("amended_text");
    return text == null
        ? null
        : new Amended(
            text, row.getObject("amended_cents", Long.class), row.getString("amended_because"));
  }

  private static List<Ballot> ballots(String json) {
    return Json.MAPPER.convertValue(Json.tree(json), BALLOTS);
  }

  private Map<String, List<PartRow>> parts(String meetingId) {
    var parts = new HashMap<String, List<PartRow>>();
    db.sql(
            "select m.* from view_item_member m left join view_user u on u.user_id = m.member"
                + " where meeting_id = ?"
                + " order by item_id, coalesce(u.display_name, m.member) collate \"de-x-icu\", m.member")
        .param(meetingId)
        .query(
            row -> {
              String vote = row.getString("vote");
              parts
                  .computeIfAbsent(row.getString("item_id"), item -> new ArrayList<>())
                  .add(
                      new PartRow(
                          row.getString("member"),
                          vote == null ? null : Vote.valueOf(vote),
                          row.getString("bias"),
                          row.getString("recorded_by")));
            });
    return parts;
  }

  /**
   * By subject; what belongs to an item that is closed where it was attached, for insiders only.
   */
  private Map<String, List<FileRow>> files(String meetingId, boolean inside, Actor asker) {
    var files = new HashMap<String, List<FileRow>>();
    db.sql(FILES)
        .param("meeting", meetingId)
        .param("inside", inside)
        .param("office", Conductor.office(asker))
        .param("asker", asker.userId())
        .query(
            row -> {
              files
                  .computeIfAbsent(row.getString("subject_id"), subject -> new ArrayList<>())
                  .add(
                      new FileRow(
                          row.getString("file_id"),
                          row.getString("meeting_id").equals(meetingId),
                          row.getString("name"),
                          row.getString("media_type"),
                          row.getLong("size"),
                          row.getString("sha256"),
                          row.getBoolean("late"),
                          row.getString("attached_by"),
                          must(row, "attached_at")));
            });
    return files;
  }

  private List<MoveRow> moves(String meetingId) {
    return db.sql("select * from view_meeting_move where meeting_id = ? order by position")
        .param(meetingId)
        .query(
            (row, number) ->
                new MoveRow(
                    must(row, "from_starts_at"),
                    row.getString("from_place"),
                    row.getBoolean("invited"),
                    must(row, "starts_at"),
                    row.getString("place"),
                    row.getString("reason"),
                    must(row, "at")))
        .list();
  }

  private List<AttendanceRow> attendance(String meetingId) {
    return db.sql("select * from view_attendance where meeting_id = ? order by position")
        .param(meetingId)
        .query(
            (row, number) ->
                new AttendanceRow(
                    row.getString("kind"),
                    row.getString("member"),
                    row.getObject("present", Integer.class),
                    must(row, "at"),
                    row.getLong("position")))
        .list();
  }

  private static MeetingRow meeting(ResultSet row, int number) throws SQLException {
    return new MeetingRow(
        row.getString("meeting_id"),
        row.getString("body_id"),
        row.getString("body_name"),
        row.getString("title"),
        must(row, "starts_at"),
        row.getString("place"),
        row.getString("phase"),
        row.getInt("items"),
        must(row, "invite_by"),
        instant(row, "invited_at"),
        instant(row, "minutes_by"),
        instant(row, "published_at"));
  }

  private static ResolutionRow resolution(ResultSet row, int number) throws SQLException {
    boolean hidden = !row.getBoolean("readable");
    String body = row.getString("body_name");
    return new ResolutionRow(
        row.getString("body_id"),
        body == null ? row.getString("body_id") : body,
        row.getString("number"),
        row.getString("subject_id"),
        row.getString("meeting_id"),
        hidden ? null : row.getString("motion_id"),
        hidden ? null : row.getString("case_key"),
        hidden ? null : row.getString("title"),
        hidden ? "" : row.getString("text"),
        row.getString("result"),
        row.getBoolean("closed"),
        must(row, "decided_at"),
        row.getLong("position"),
        hidden ? null : doubt(row));
  }

  private static @Nullable String doubt(ResultSet row) throws SQLException {
    if (row.getBoolean("objected")) {
      var outcome = row.getString("objection");
      if (outcome == null) return "suspended";
      if (!outcome.equals("HOLDS")) return outcome.toLowerCase(Locale.ROOT).replace('_', '-');
    }
    return row.getBoolean("open_bias") ? "bias" : null;
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static Instant must(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
