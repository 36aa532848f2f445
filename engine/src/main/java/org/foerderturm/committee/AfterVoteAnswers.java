package org.foerderturm.committee;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.committee.CommitteeEvent.ObjectionGround;
import org.foerderturm.committee.CommitteeEvent.ObjectionOutcome;
import org.foerderturm.committee.MeetingEvent.CandidateVotes;
import org.foerderturm.committee.MeetingEvent.Decisive;
import org.foerderturm.committee.MeetingEvent.ElectionOutcome;
import org.foerderturm.committee.MeetingQuery.AfterVotes;
import org.foerderturm.committee.MeetingQuery.ElectionRow;
import org.foerderturm.committee.MeetingQuery.FindAfterVotes;
import org.foerderturm.committee.MeetingQuery.LateBiasRow;
import org.foerderturm.committee.MeetingQuery.ObjectionRow;
import org.foerderturm.kernel.Actor;
import org.foerderturm.log.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what came to light or was decided after the votes of a meeting. */
@Component
class AfterVoteAnswers {
  private static final TypeReference<List<CandidateVotes>> VOTES = new TypeReference<>() {};

  private static final String READABLE =
      """
       join view_agenda_item i on i.meeting_id = x.meeting_id and i.item_id = x.item_id
      where x.meeting_id = :meeting
       and (i.closed_reason is null or :office or is_insider(x.meeting_id, :asker))
      """;

  private static final String OBJECTIONS =
      """
      select o.* from view_objection o
      join view_resolution r on r.body_id = o.body_id and r.number = o.number
      where r.meeting_id = :meeting and (not r.closed or :office or is_insider(r.meeting_id, :asker))
      order by o.number""";

  private final JdbcClient db;

  AfterVoteAnswers(JdbcClient db) {
    this.db = db;
  }

  @QueryHandler
  AfterVotes answer(FindAfterVotes query, Actor asker) {
    return new AfterVotes(
        asked(
                "select x.* from view_late_bias x" + READABLE + "order by x.disclosed_on",
                query,
                asker)
            .query((row, n) -> lateBias(row))
            .list(),
        asked("select x.* from view_election x" + READABLE + "order by x.round", query, asker)
            .query((row, n) -> election(row))
            .list(),
        asked(OBJECTIONS, query, asker).query((row, n) -> objection(row)).list(),
        db.sql("select unnest(expert_citizens) from view_meeting where meeting_id = ?")
            .param(query.meetingId())
            .query(String.class)
            .list());
  }

  private JdbcClient.StatementSpec asked(String sql, FindAfterVotes query, Actor asker) {
    return db.sql(sql)
        .param("meeting", query.meetingId())
        .param("office", Conductor.office(asker))
        .param("asker", asker.userId());
  }

  static LateBiasRow lateBias(ResultSet row) throws SQLException {
    return new LateBiasRow(
        row.getString("item_id"),
        row.getString("member"),
        row.getString("reason"),
        row.getString("disclosed_by"),
        row.getObject("disclosed_on", LocalDate.class),
        row.getBoolean("took_part"),
        Decisive.valueOf(row.getString("decisive")),
        row.getObject("vote_again", Boolean.class),
        row.getString("settled_because"),
        row.getString("settled_by"),
        instant(row, "settled_at"));
  }

  private static ElectionRow election(ResultSet row) throws SQLException {
    return new ElectionRow(
        row.getString("item_id"),
        row.getInt("round"),
        Json.MAPPER.convertValue(Json.tree(row.getString("votes")), VOTES),
        row.getInt("no"),
        row.getInt("abstentions"),
        row.getInt("invalid"),
        row.getBoolean("by_ballot"),
        ElectionOutcome.valueOf(row.getString("outcome")),
        row.getString("elected"),
        List.of((String[]) row.getArray("standing").getArray()),
        row.getString("lot"));
  }

  private static ObjectionRow objection(ResultSet row) throws SQLException {
    var outcome = row.getString("outcome");
    return new ObjectionRow(
        row.getString("number"),
        ObjectionGround.valueOf(row.getString("ground")),
        row.getString("mayor"),
        row.getObject("objected_on", LocalDate.class),
        row.getString("reason"),
        row.getObject("meet_from", LocalDate.class),
        row.getObject("meet_until", LocalDate.class),
        row.getString("basis"),
        outcome == null ? null : ObjectionOutcome.valueOf(outcome),
        row.getObject("decided_on", LocalDate.class),
        row.getString("reference"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
