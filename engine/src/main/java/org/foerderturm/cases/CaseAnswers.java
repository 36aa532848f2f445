package org.foerderturm.cases;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.cases.CaseQuery.CaseCounts;
import org.foerderturm.cases.CaseQuery.CaseDetails;
import org.foerderturm.cases.CaseQuery.CaseRow;
import org.foerderturm.cases.CaseQuery.CountCases;
import org.foerderturm.cases.CaseQuery.FindCase;
import org.foerderturm.cases.CaseQuery.FindCases;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.cases.CaseQuery.FindCasesWithKeys;
import org.foerderturm.cases.CaseQuery.FindIncidents;
import org.foerderturm.cases.CaseQuery.IncidentRow;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Page;
import org.foerderturm.process.ProcessEvent.CaseAdvanced;
import org.foerderturm.view.Like;
import org.foerderturm.view.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers about cases: now from their rows, for the past from the sealed log itself. */
@Component
class CaseAnswers {
  private static final String CASES =
      """
      select c.*, (select count(*) from view_task t where t.case_id = c.case_id and t.closed is null) as open_tasks,
        (select count(*) from view_incident i where i.case_id = c.case_id) as incidents
      from\s""";
  private static final Order ORDER =
      new Order("c.position desc", "c.case_id")
          .name("title", "coalesce(c.title, c.model_name)")
          .code("workflow", "c.model_key")
          .by(
              "state",
              """
              case when exists (select 1 from view_incident i where i.case_id = c.case_id) then 0
                when c.ended is null then 1 when c.ended = 'completed' then 2 else 3 end""")
          .by(
              "tasks",
              "(select count(*) from view_task t where t.case_id = c.case_id and t.closed is null)")
          .by("moved", "c.position")
          .by("started", "c.started_at");
  private static final String HISTORY =
      """
      select e.position, l.recorded_at, l.actor, l.payload
      from event_log l join ledger_entry e on e.global_index = l.global_index
      where l.stream_id = :case and l.event_type = 'CaseAdvanced' and e.position <= :position
      order by e.position""";
  static final String OF =
      """
      view_case c where c.case_id in (
        select case_id from view_case where case_key = :key or parent_case_id = :key
        union select called.case_id from view_case mother join view_case called on called.parent_case_id = mother.case_id
        where mother.case_key = :key)""";
  private static final String INCIDENTS =
      "select i.*, c.title, c.model_definition from view_incident i join view_case c on c.case_id = i.case_id";

  private final JdbcClient db;
  private final TransactionTemplate snapshot;

  CaseAnswers(JdbcClient db, PlatformTransactionManager transactions) {
    this.db = db;
    snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  @QueryHandler
  Page<CaseRow> answer(FindCases query) {
    var words = Like.words(query.search());
    String running =
        query.running() == null
            ? ""
            : query.running() ? " and c.ended is null" : " and c.ended is not null";
    String matching = "from view_case c where c.words like all(:words::text[])" + running;
    var rows =
        db.sql(
                CASES
                    + "(select c.* "
                    + matching
                    + ORDER.sql(query.sort())
                    + "limit :limit offset :offset) c"
                    + ORDER.sql(query.sort()))
            .param("words", words)
            .param("codes", Order.codes(query.sort()))
            .param("limit", query.limit())
            .param("offset", query.offset())
            .query(Rows::caseRow)
            .list();
    long total =
        db.sql("select count(*) " + matching).param("words", words).query(Long.class).single();
    return new Page<>(rows, total);
  }

  @QueryHandler
  @Nullable CaseDetails answer(FindCase query, Actor asker) {
    return query.asOf() == null
        ? requireNonNull(snapshot.execute(status -> now(query.caseId(), asker))).orElse(null)
        : past(query.caseId(), query.asOf(), asker);
  }

  private Optional<CaseDetails> now(String caseId, Actor asker) {
    var waiting = new LinkedHashMap<String, TaskRow>();
    var tasks =
        db.sql(
                TaskAnswers.TASKS
                    + " where t.case_id = ? and t.closed is null order by t.opened_at, t.task_id")
            .param(caseId)
            .query(
                (row, number) -> {
                  var task = Rows.taskRow(row, asker);
                  waiting.put(row.getString("token_id"), task);
                  return task;
                })
            .list();
    var incidents =
        db.sql(INCIDENTS + " where i.case_id = ? order by i.raised_at, i.incident_id")
            .param(caseId)
            .query(Rows::incidentRow)
            .list();
    return db.sql(CASES + "view_case c where c.case_id = ?")
        .param(caseId)
        .query((row, number) -> Rows.details(row, tasks, waiting, incidents))
        .optional();
  }

  private @Nullable CaseDetails past(String caseId, long position, Actor asker) {
    var fold = new CaseFold();
    db.sql(HISTORY)
        .param("case", caseId)
        .param("position", position)
        .query(
            row -> {
              fold.apply(
                  StoredJson.read(row.getString("payload"), CaseAdvanced.class),
                  row.getLong("position"),
                  Rows.instant(row, "recorded_at"),
                  row.getString("actor"));
            });
    return fold.details(asker);
  }

  @QueryHandler
  List<CaseRow> answer(FindCasesOf query) {
    return db.sql(CASES + OF + " order by c.started_at, c.case_id")
        .param("key", query.caseKey())
        .query(Rows::caseRow)
        .list();
  }

  @QueryHandler
  List<CaseRow> answer(FindCasesWithKeys query) {
    return db.sql(CASES + "view_case c where c.case_key = any(:keys) order by c.started_at desc")
        .param("keys", query.keys().toArray(String[]::new))
        .query(Rows::caseRow)
        .list();
  }

  @QueryHandler
  CaseCounts answer(CountCases query) {
    return db.sql(
            """
            select count(*) filter (where ended is null), count(ended), (select count(*) from view_incident)
            from view_case""")
        .query((row, number) -> new CaseCounts(row.getLong(1), row.getLong(2), row.getLong(3)))
        .single();
  }

  @QueryHandler
  List<IncidentRow> answer(FindIncidents query) {
    return db.sql(INCIDENTS + " order by i.raised_at, i.incident_id")
        .query(Rows::incidentRow)
        .list();
  }
}
