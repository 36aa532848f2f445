package org.foerderturm.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.calendar.Due;
import org.foerderturm.cases.CaseQuery.Box;
import org.foerderturm.cases.CaseQuery.CountTasks;
import org.foerderturm.cases.CaseQuery.FindOpenTasksOf;
import org.foerderturm.cases.CaseQuery.FindTask;
import org.foerderturm.cases.CaseQuery.FindTasks;
import org.foerderturm.cases.CaseQuery.TaskDetails;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Page;
import org.foerderturm.kernel.Role;
import org.foerderturm.view.Like;
import org.foerderturm.view.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers about tasks. A task is visible to its assignee, to everyone with a candidate role, to
 * whoever closed it, to the office lead and to auditors; only the first two may work on it.
 */
@Component
class TaskAnswers {
  static final String TASKS =
      """
      select t.*, c.case_key, c.title, c.model_key, c.model_version, c.model_definition, c.model_name
      from view_task t join view_case c on c.case_id = t.case_id""";
  private static final String WITH_FACTS =
      """
      select t.*, c.case_key, c.title, c.model_key, c.model_version, c.model_definition, c.model_name,
        c.tokens, c.variables
      from view_task t join view_case c on c.case_id = t.case_id where t.task_id = ?""";

  /** Outermost scope first, in each the oldest value first: the last one counts. */
  private static final String LOCALS =
      """
      select l.name, l.value
      from (select ? as case_id, string_to_array(?, E'\\n') as scopes) asked
      join view_local l on l.case_id = asked.case_id and l.scope = any (asked.scopes)
      order by array_position(asked.scopes, l.scope) desc, l.position""";

  private static final String MINE = "t.closed is null and t.assignee = :me";
  private static final String GROUP =
      "t.closed is null and t.assignee is null and t.candidates && string_to_array(:roles, ',')";
  private static final String REACH = "((" + MINE + ") or (" + GROUP + "))";
  private static final String ORDER = " order by t.due_at, t.opened_position, t.task_id";
  private static final Order OPEN = columns("t.due_at, t.opened_position");
  private static final Order DONE = columns("t.closed_at desc");

  private final JdbcClient db;

  TaskAnswers(JdbcClient db) {
    this.db = db;
  }

  @QueryHandler
  Page<TaskRow> answer(FindTasks query, Actor asker) {
    var words = Like.words(query.search());
    String searched =
        words.length == 0 ? "" : " and t.words || ' ' || c.words like all(:words::text[])";
    String matching = " where " + condition(query.box(), asker) + searched;
    var rows =
        asking(TASKS + matching + order(query) + " limit :limit offset :offset", asker)
            .param("words", words)
            .param("codes", Order.codes(query.sort()))
            .param("limit", query.limit())
            .param("offset", query.offset())
            .query((row, number) -> Rows.taskRow(row, asker))
            .list();
    String counted =
        words.length == 0 ? "view_task t" : "view_task t join view_case c on c.case_id = t.case_id";
    long total =
        asking("select count(*) from " + counted + matching, asker)
            .param("words", words)
            .query(Long.class)
            .single();
    return new Page<>(rows, total);
  }

  @QueryHandler
  List<TaskRow> answer(FindOpenTasksOf query, Actor asker) {
    return db.sql(
            TASKS
                + " where t.closed is null and t.case_id in (select c.case_id from "
                + CaseAnswers.OF
                + ")"
                + ORDER)
        .param("key", query.caseKey())
        .query((row, number) -> Rows.taskRow(row, asker))
        .list();
  }

  @QueryHandler
  Map<Box, Long> answer(CountTasks query, Actor asker) {
    var counts = new EnumMap<Box, Long>(Box.class);
    for (Box box : Box.values())
      counts.put(
          box,
          asking("select count(*) from view_task t where " + condition(box, asker), asker)
              .query(Long.class)
              .single());
    return counts;
  }

  @QueryHandler
  @Nullable TaskDetails answer(FindTask query, Actor asker) {
    return db.sql(WITH_FACTS)
        .param(query.taskId())
        .query(
            (row, number) -> {
              var task = Rows.taskRow(row, asker);
              return visible(task, row.getString("closed_by"), asker)
                  ? Optional.of(Rows.taskDetails(row, task, facts(row)))
                  : Optional.<TaskDetails>empty();
            })
        .optional()
        .flatMap(found -> found)
        .orElse(null);
  }

  /** The case's facts, overlaid by those of each subprocess around the task, then by its own. */
  private Map<String, Object> facts(ResultSet row) throws SQLException {
    var facts = StoredJson.read(row.getString("variables"));
    var tokens = Rows.tokens(row.getString("tokens"));
    var scopes = new LinkedHashSet<String>();
    scopes.add(row.getString("token_id"));
    String parent = row.getString("parent_token");
    while (parent != null && scopes.add(parent)) {
      var token = tokens.get(parent);
      parent = token == null ? null : (String) token.get("parent");
    }
    db.sql(LOCALS)
        .param(row.getString("case_id"))
        .param(String.join("\n", scopes))
        .query(
            (ResultSet local) -> {
              var value = StoredJson.read("{\"value\":" + local.getString(2) + "}").get("value");
              if (value == null) facts.remove(local.getString(1));
              else facts.put(local.getString(1), value);
            });
    return facts;
  }

  private JdbcClient.StatementSpec asking(String sql, Actor asker) {
    var statement = db.sql(sql);
    if (sql.contains(":me")) statement = statement.param("me", asker.userId());
    if (sql.contains(":roles")) statement = statement.param("roles", asker.roleCodes());
    return statement;
  }

  private static String condition(Box box, Actor asker) {
    return switch (box) {
      case MINE -> MINE;
      case GROUP -> GROUP;
      case OVERDUE -> REACH + " and " + Due.overdue("t.due_at");
      case ALL -> REACH;
      case OTHERS -> seesAll(asker) ? "t.closed is null and " + REACH + " is not true" : "false";
      case DONE -> "t.closed = 'completed' and t.closed_by = :me";
    };
  }

  private static Order columns(String usual) {
    return new Order(usual, "t.task_id")
        .name("name", "t.name_de")
        .name("name-en", "coalesce(t.name_en, t.name_de)")
        .name("case", "c.title")
        .code("workflow", "c.model_key")
        .by("due", "t.due_at")
        .by("opened", "t.opened_at")
        .by("closed", "t.closed_at");
  }

  private static String order(FindTasks query) {
    return (query.box() == Box.DONE ? DONE : OPEN).sql(query.sort());
  }

  private static boolean seesAll(Actor asker) {
    return asker.has(Role.OFFICE_LEAD) || asker.has(Role.AUDITOR);
  }

  private static boolean visible(TaskRow task, @Nullable String closedBy, Actor asker) {
    return task.mine()
        || seesAll(asker)
        || asker.userId().equals(closedBy)
        || asker.roles().stream().anyMatch(role -> task.candidates().contains(role.code()));
  }
}
