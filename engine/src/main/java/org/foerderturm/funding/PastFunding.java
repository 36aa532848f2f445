package org.foerderturm.funding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.foerderturm.consortium.Programme;
import org.foerderturm.funding.NoticeLaw.Came;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.PastRule;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.log.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Applications that were decided when other rules held: what could be done against a notice, on
 * which day the rate of a grant hung, when the proof of use is due, and which resolution covered
 * the city's own share.
 */
@Component
class PastFunding implements PastRule {
  private static final String NOTICES =
      """
      select r.*, a.title, a.programme, a.regime from view_remedy r
      join view_application a using (application_id)
      where not r.decided and r.remedy is not null order by r.received_on, application_id""";

  /** Before the day of the grant counted, the tables were asked for the deadline of the call. */
  private static final String RATES =
      """
      select a.application_id, a.title, a.programme, a.notice_on, t.table_key, t.position, t.number,
        t.inputs, t.outputs
      from view_application a join view_table_asked t on t.case_key = a.application_id
      where a.granted_cents is not null and a.notice_on is not null and t.table_key like 'aid-intensity%'
        and exists (select from view_table_asked o where o.position = t.position
          and o.table_key = 'aid-intensity' and o.inputs ->> 'Einreichungsfrist' is not null)
      order by t.position, t.number""";

  private static final String PROOFS =
      """
      select a.application_id, a.title, a.regime, a.notice_on, a.period_until, d.due_on
      from view_application a join view_report_deadline d on d.subject_id = a.application_id
      where d.kind = 'proof-of-use' and a.notice_on is not null and a.period_until is not null
      order by a.notice_on, a.application_id""";

  /** The own share that the newest budget asks of the city, and what the paper was about. */
  private static final String SHARES =
      """
      select a.application_id, a.title, p.paper_id, p.total_cents, p.decided_on, own.cents,
        coalesce((select bool_or(c.purpose = 'resolution' and c.result in ('adopted', 'adopted-amended')
            and coalesce(c.municipal, c.body_id is null or b.kind in ('COUNCIL', 'COMMITTEE')))
          from view_council_consultation c left join view_body b using (body_id)
          where c.paper_id = p.paper_id), false) as binds
      from view_application a
      join view_council_paper p on p.paper_id = a.cover_paper_id
      cross join lateral (select coalesce(sum(own_cents), 0)::bigint as cents from view_application_partner
        where application_id = a.application_id and city) own
      where a.cover_result = 'adopted' order by p.decided_on, a.application_id""";

  private final JdbcClient db;

  PastFunding(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Looked look(long after, int limit, Decisions tables) {
    var found = new ArrayList<PastDecision>();
    db.sql(NOTICES).query((row, i) -> notice(row)).list().stream()
        .map(each -> each.apply(tables))
        .flatMap(Optional::stream)
        .forEach(found::add);
    found.addAll(rates(tables));
    db.sql(PROOFS).query((row, i) -> proof(row)).list().stream()
        .map(each -> each.apply(tables))
        .flatMap(Optional::stream)
        .forEach(found::add);
    db.sql(SHARES).query((row, i) -> share(row)).list().stream()
        .flatMap(Optional::stream)
        .forEach(found::add);
    return PastRule.all(found);
  }

  private static Programme programme(ResultSet row) throws SQLException {
    return Programme.valueOf(row.getString("programme").toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Asked after the rows are read: a table is asked on a connection of its own. */
  private static Function<Decisions, Optional<PastDecision>> notice(ResultSet row)
      throws SQLException {
    var law = new NoticeLaw(programme(row), Regime.of(row.getString("regime")));
    var kind = NoticeKind.valueOf(row.getString("notice").toUpperCase(Locale.ROOT));
    var received = row.getObject("received_on", LocalDate.class);
    var came =
        new Came(
            row.getObject("posted_on", LocalDate.class),
            received,
            row.getBoolean("without_instruction"));
    var then = row.getString("remedy");
    var until = row.getObject("until", LocalDate.class);
    var page = "funding/" + row.getString("application_id");
    var title = row.getString("title");
    return tables -> {
      Delivery today;
      try {
        today = law.of(tables, kind, came);
      } catch (Rejected noRow) {
        return Optional.empty(); // nothing says what would be right
      }
      var now = today.remedy() == null ? "none" : today.remedy().name().toLowerCase(Locale.ROOT);
      if (then.equals(now) && until.equals(today.until())) return Optional.empty();
      var told = new HashMap<String, Object>();
      told.put("remedyThen", then);
      told.put("untilThen", until);
      told.put("remedyNow", now);
      if (today.until() != null) told.put("untilNow", today.until());
      return Optional.of(
          new PastDecision(
              today.until() == null ? "remedy-none" : "remedy", page, title, received, told));
    };
  }

  private record Rate(
      String id,
      String title,
      Programme programme,
      LocalDate noticeOn,
      String table,
      Map<String, Object> inputs,
      List<Map<String, Object>> outputs) {}

  /** The bonuses are asked before the rate that is made of them. */
  private List<PastDecision> rates(Decisions tables) {
    var found = new ArrayList<PastDecision>();
    var facts = new HashMap<String, Object>();
    for (var rate : db.sql(RATES).query((row, i) -> rate(row)).list()) {
      facts.putAll(rate.inputs());
      if (!rate.table().equals("aid-intensity")) continue;
      var told = differs(rate, facts, tables);
      if (told != null)
        found.add(
            new PastDecision(
                told.containsKey("percentNow") ? "aid" : "aid-none",
                "funding/" + rate.id(),
                rate.title(),
                rate.noticeOn(),
                told));
      facts.clear();
    }
    return found;
  }

  @SuppressWarnings("unchecked")
  private static Rate rate(ResultSet row) throws SQLException {
    return new Rate(
        row.getString("application_id"),
        row.getString("title"),
        programme(row),
        row.getObject("notice_on", LocalDate.class),
        row.getString("table_key"),
        Json.read(row.getString("inputs"), Map.class),
        Json.read(row.getString("outputs"), List.class));
  }

  private static @Nullable Map<String, Object> differs(
      Rate rate, Map<String, Object> asked, Decisions tables) {
    if (rate.outputs().isEmpty()
        || !(rate.outputs().getFirst().get("percent") instanceof Number then)) return null;
    var told = new HashMap<String, Object>();
    told.put("percentThen", then.longValue());
    told.put("dayThen", LocalDate.parse(text(asked, "Einreichungsfrist", "").substring(0, 10)));
    told.put("dayNow", rate.noticeOn());
    var facts =
        new AidFacts(
            text(asked, "Art der Tätigkeit", "no-aid"),
            (String) asked.get("Größe"),
            (Boolean) asked.get("Zusammenarbeit oder Verbreitung"),
            (String) asked.get("Fördergebiet"),
            null,
            true, // nobody was asked then: what holds for those who make profit is not claimed
            null);
    told.put("category", facts.category());
    try {
      long now = AidRate.of(tables, facts, rate.programme(), null, rate.noticeOn()).percent();
      told.put("percentNow", now);
      return now == then.longValue() ? null : told;
    } catch (Rejected noRow) {
      return told;
    }
  }

  private static String text(Map<String, Object> asked, String label, String otherwise) {
    return asked.get(label) instanceof String text ? text : otherwise;
  }

  /** A due day of another month is no other rule: the purpose was met earlier. */
  private static Function<Decisions, Optional<PastDecision>> proof(ResultSet row)
      throws SQLException {
    var regime = Regime.of(row.getString("regime"));
    var notice = row.getObject("notice_on", LocalDate.class);
    var until = row.getObject("period_until", LocalDate.class);
    var then = row.getObject("due_on", LocalDate.class);
    var page = "funding/" + row.getString("application_id");
    var title = row.getString("title");
    return tables -> {
      LocalDate now;
      try {
        now = GrantRules.of(tables, regime, notice).proofOfUse(until, null);
      } catch (Rejected noRow) {
        return Optional.empty();
      }
      if (then.equals(now) || !YearMonth.from(then).equals(YearMonth.from(now)))
        return Optional.empty();
      return Optional.of(
          new PastDecision(
              "proof-due", page, title, notice, Map.of("untilThen", then, "untilNow", now)));
    };
  }

  private static Optional<PastDecision> share(ResultSet row) throws SQLException {
    long own = row.getLong("cents");
    long total = row.getLong("total_cents");
    boolean binds = row.getBoolean("binds");
    if (binds && total >= own) return Optional.empty();
    return Optional.of(
        new PastDecision(
            binds ? "own-share-sum" : "own-share-body",
            "funding/" + row.getString("application_id"),
            row.getString("title"),
            row.getObject("decided_on", LocalDate.class),
            Map.of("own", own, "total", total)));
  }
}
