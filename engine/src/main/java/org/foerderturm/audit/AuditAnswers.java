package org.foerderturm.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.audit.AuditQuery.FindCaseHistory;
import org.foerderturm.audit.AuditQuery.FindEventTypes;
import org.foerderturm.audit.AuditQuery.FindEvents;
import org.foerderturm.audit.AuditQuery.FindStreamHistory;
import org.foerderturm.audit.AuditQuery.HistoryRow;
import org.foerderturm.audit.AuditQuery.SearchEvents;
import org.foerderturm.audit.AuditQuery.Term;
import org.foerderturm.committee.CommitteeEvent;
import org.foerderturm.committee.MeetingEvent;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Role;
import org.foerderturm.kernel.SearchText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers about what happened: found by the view, told from the sealed log. */
@Component
class AuditAnswers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_TERMS = 12;

  /** Streams that all who sign in may read; the others hold figures of members and applicants. */
  private static final String[] OPEN = {"case", "Consortium", "Body", "Motion"};

  private static final Set<Role> OFFICE =
      Set.of(Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.COMMITTEE_MEMBER, Role.AUDITOR);

  /** Positions come first; only the rows of one page are joined to the log. */
  private static final String TOLD =
      """
      select e.position, l.event_id, l.stream_id, l.stream_type, l.event_type, l.revision, l.recorded_at, l.actor,
        coalesce(u.display_name, l.actor) as actor_name, l.on_behalf_of, l.roles, l.correlation_id, l.case_id,
        c.title, told_to(l.stream_type, l.payload, :inside, :asker) as payload, e.leaf_hash
      from (""";

  private static final String FOUND =
      """
      ) found
      join ledger_entry e on e.position = found.position
      join event_log l on l.global_index = e.global_index
      left join view_user u on u.user_id = l.actor
      left join view_case_name c on c.case_id = l.case_id
      order by e.position""";

  /** Who reads of what bodies did behind closed doors without a seat on them. */
  private static final Set<Role> INSIDE =
      Set.of(Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR);

  /** What bodies did: only there are events that not all may read. */
  private static final String[] OF_BODIES =
      Stream.of(CommitteeEvent.class, MeetingEvent.class)
          .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
          .map(Class::getSimpleName)
          .toArray(String[]::new);

  /** A search tells those outside not even that there is something that they may not read. */
  private static final String NOT_HIDDEN =
      """
       and (h.type <> all(:bodies) or not exists (
         select from ledger_entry e join event_log l on l.global_index = e.global_index
         where e.position = h.position and hidden_from(l.stream_type, l.payload, :asker)))""";

  /** An event of another stream belongs to the case if one command caused both. */
  private static final String OF_CASE =
      """
      select position from (
        select position from view_history where case_id = :case
        union
        select other.position from view_history mine join view_history other on other.correlation = mine.correlation
        where mine.case_id = :case) h
      where position < :before order by position desc limit :limit""";

  private static final String TYPES =
      """
      with recursive types as (
        (select type from view_history order by type limit 1)
        union all
        select (select h.type from view_history h where h.type > types.type order by h.type limit 1)
        from types where types.type is not null)
      select type from types where type is not null""";

  private final JdbcClient db;

  AuditAnswers(JdbcClient db) {
    this.db = db;
  }

  @QueryHandler
  List<HistoryRow> answer(FindCaseHistory query, Actor asker) {
    return told(OF_CASE, "desc", asker)
        .param("case", query.caseId())
        .param("before", query.before() == null ? Long.MAX_VALUE : query.before())
        .param("limit", query.limit())
        .query(AuditAnswers::row)
        .list();
  }

  @QueryHandler
  List<HistoryRow> answer(FindStreamHistory query, Actor asker) {
    String found =
        """
        select e.position from event_log l join ledger_entry e on e.global_index = l.global_index
        where l.stream_id = :stream and (l.stream_type = any(:open) or :office)
        order by l.sequence limit :limit""";
    return told(found, "asc", asker)
        .param("stream", query.stream())
        .param("open", OPEN)
        .param("office", OFFICE.stream().anyMatch(asker::has))
        .param("limit", query.limit())
        .query(AuditAnswers::row)
        .list();
  }

  @QueryHandler
  Page<HistoryRow> answer(SearchEvents query, Actor asker) {
    var params = new LinkedHashMap<String, Object>();
    String matching = matching(query, params);
    if (INSIDE.stream().noneMatch(asker::has)) {
      matching += " " + NOT_HIDDEN;
      params.put("bodies", OF_BODIES);
      params.put("asker", asker.userId());
    }
    String found =
        "select h.position "
            + matching
            + " and h.position < :before order by h.position desc limit :limit";
    var rows =
        told(found, "desc", asker)
            .params(params)
            .param("limit", query.limit())
            .param("before", query.before() == null ? Long.MAX_VALUE : query.before())
            .query(AuditAnswers::row)
            .list();
    long total = db.sql("select count(*) " + matching).params(params).query(Long.class).single();
    return new Page<>(rows, total);
  }

  @QueryHandler
  List<HistoryRow> answer(FindEvents query, Actor asker) {
    return told("select unnest(:positions::bigint[]) as position", "desc", asker)
        .param("positions", query.positions().toArray(Long[]::new))
        .query(AuditAnswers::row)
        .list();
  }

  @QueryHandler
  List<String> answer(FindEventTypes query) {
    return db.sql(TYPES).query(String.class).list();
  }

  private JdbcClient.StatementSpec told(String found, String direction, Actor asker) {
    return db.sql(TOLD + found + FOUND + " " + direction)
        .param("inside", INSIDE.stream().anyMatch(asker::has))
        .param("asker", asker.userId());
  }

  private static String matching(SearchEvents query, Map<String, Object> params) {
    var sql = new StringBuilder("from view_history h where true");
    query.terms().stream().limit(MOST_TERMS).forEach(term -> sql.append(met(term, params)));
    if (query.newest() != null) {
      sql.append(" and h.position <= :newest");
      params.put("newest", query.newest());
    }
    if (query.type() != null) {
      sql.append(" and h.type = :type");
      params.put("type", query.type());
    }
    if (query.actor() != null) {
      sql.append(" and (h.actor = :actor or h.on_behalf_of = :actor)");
      params.put("actor", query.actor());
    }
    if (query.from() != null) {
      sql.append(" and h.at >= :from");
      params.put("from", utc(query.from()));
    }
    if (query.to() != null) {
      sql.append(" and h.at <= :to");
      params.put("to", utc(query.to()));
    }
    return sql.toString();
  }

  private static String met(Term term, Map<String, Object> params) {
    String name = "term" + params.size();
    var sql = new StringBuilder(term.excluded() ? " and not (" : " and (");
    sql.append("h.words @@ (websearch_to_tsquery('german', :")
        .append(name)
        .append(") || websearch_to_tsquery('german', :")
        .append(name)
        .append("typed))");
    params.put(name, SearchText.plain(term.text()));
    params.put(name + "typed", SearchText.typed(term.text()));
    if (!term.also().isEmpty()) {
      sql.append(" or h.words @@ websearch_to_tsquery('german', :").append(name).append("also)");
      sql.append(" or h.on_behalf_of = any(:").append(name).append("whom)");
      params.put(name + "also", String.join(" or ", quoted(term.also())));
      params.put(name + "whom", term.also().toArray(String[]::new));
    }
    // a word that stands in every text ("hat", "der") narrows nothing
    if (!term.excluded())
      sql.append(" or numnode(websearch_to_tsquery('german', :").append(name).append(")) = 0");
    if (!term.saying().isEmpty()) {
      sql.append(" or h.type = any(:").append(name).append("saying)");
      params.put(name + "saying", term.saying().toArray(String[]::new));
    }
    return sql.append(')').toString();
  }

  private static List<String> quoted(List<String> words) {
    return words.stream()
        .map(word -> '"' + SearchText.plain(word).replace("\"", " ") + '"')
        .toList();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static HistoryRow row(ResultSet row, int number) throws SQLException {
    return new HistoryRow(
        row.getLong("position"),
        row.getString("event_id"),
        row.getString("stream_id"),
        row.getString("stream_type"),
        row.getString("event_type"),
        row.getInt("revision"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("actor_name"),
        text(row, "on_behalf_of"),
        row.getString("roles"),
        row.getString("correlation_id"),
        text(row, "case_id"),
        text(row, "title"),
        payload(row.getString("payload")),
        HexFormat.of().formatHex(row.getBytes("leaf_hash")));
  }

  private static @Nullable String text(ResultSet row, String column) throws SQLException {
    return row.getString(column);
  }

  private static com.fasterxml.jackson.databind.JsonNode payload(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event's payload is not JSON", e);
    }
  }
}
