package org.foerderturm.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foerderturm.cases.CaseQuery.CaseDetails;
import org.foerderturm.cases.CaseQuery.CaseRow;
import org.foerderturm.cases.CaseQuery.IncidentRow;
import org.foerderturm.cases.CaseQuery.TaskDetails;
import org.foerderturm.cases.CaseQuery.TaskRow;
import org.foerderturm.kernel.Actor;
import org.foerderturm.process.ProcessEvent.Label;
import org.foerderturm.process.ProcessEvent.Model;
import org.jspecify.annotations.Nullable;

/** Table rows as answers. */
final class Rows {
  private Rows() {}

  static CaseRow caseRow(ResultSet row, int number) throws SQLException {
    return new CaseRow(
        row.getString("case_id"),
        row.getString("case_key"),
        row.getString("title"),
        model(row),
        instant(row, "started_at"),
        row.getString("started_by"),
        instant(row, "moved_at"),
        instantOrNull(row, "ended_at"),
        row.getString("ended"),
        row.getInt("open_tasks"),
        row.getInt("incidents"));
  }

  static CaseDetails details(
      ResultSet row, List<TaskRow> tasks, Map<String, TaskRow> waiting, List<IncidentRow> incidents)
      throws SQLException {
    return new CaseDetails(
        caseRow(row, 0),
        CaseFold.tokens(tokens(row.getString("tokens")), waiting),
        counts(row),
        tasks,
        StoredJson.read(row.getString("variables")),
        incidents,
        row.getLong("position"));
  }

  static TaskRow taskRow(ResultSet row, Actor asker) throws SQLException {
    String assignee = row.getString("assignee");
    List<String> candidates = List.of((String[]) row.getArray("candidates").getArray());
    boolean open = row.getString("closed") == null;
    return new TaskRow(
        row.getString("task_id"),
        row.getString("task_key"),
        new Label(row.getString("name_de"), row.getString("name_en")),
        row.getString("subject"),
        row.getString("case_id"),
        row.getString("case_key"),
        row.getString("title"),
        model(row),
        assignee,
        candidates,
        instant(row, "opened_at"),
        instantOrNull(row, "due_at"),
        instantOrNull(row, "closed_at"),
        open && CaseFold.claimable(assignee, candidates, asker),
        asker.userId().equals(assignee));
  }

  static TaskDetails taskDetails(ResultSet row, TaskRow task, Map<String, Object> facts)
      throws SQLException {
    return new TaskDetails(
        task,
        row.getString("form"),
        row.getObject("form_version", Integer.class),
        facts,
        row.getString("closed"),
        row.getString("closed_by"),
        instantOrNull(row, "closed_at"));
  }

  static IncidentRow incidentRow(ResultSet row, int number) throws SQLException {
    return new IncidentRow(
        row.getString("incident_id"),
        row.getString("case_id"),
        row.getString("title"),
        row.getString("model_definition"),
        row.getString("type"),
        row.getString("element_id"),
        row.getString("message"),
        instant(row, "raised_at"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static Model model(ResultSet row) throws SQLException {
    return new Model(
        row.getString("model_key"),
        row.getInt("model_version"),
        row.getString("model_definition"),
        row.getString("model_name"));
  }

  @SuppressWarnings("unchecked") // written by CaseProjection
  static Map<String, Map<String, Object>> tokens(String json) {
    return (Map<String, Map<String, Object>>) (Map<String, ?>) StoredJson.read(json);
  }

  private static Map<String, Integer> counts(ResultSet row) throws SQLException {
    var counts = new TreeMap<String, Integer>();
    for (String element : (String[]) row.getArray("done").getArray())
      counts.merge(element, 1, Integer::sum);
    return counts;
  }
}
