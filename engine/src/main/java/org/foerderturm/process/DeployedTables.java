package org.foerderturm.process;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.foerderturm.kernel.RuleTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The decision tables that the engine asks, read from its repository. */
final class DeployedTables {
  private record Newest(
      String key, int version, String definitionId, String deploymentId, String resource) {
    String file() {
      return resource.substring(0, resource.length() - ".dmn".length());
    }
  }

  private final JdbcClient db;

  /** Definition id → table: what is deployed never changes. */
  private final Map<String, RuleTable> told = new ConcurrentHashMap<>();

  /** Process definition id → the tables that its steps ask. */
  private final Map<String, List<String>> asked = new ConcurrentHashMap<>();

  DeployedTables(JdbcClient db) {
    this.db = db;
  }

  /** The newest text of a file of tables; null if there is none. */
  @Nullable String text(String file) {
    return db.sql(
            "select convert_from(b.bytes_, 'UTF8') from act_re_decision_def d join act_ge_bytearray b"
                + " on b.deployment_id_ = d.deployment_id_ and b.name_ = d.resource_name_"
                + " where d.key_ = ? order by d.version_ desc limit 1")
        .param(file)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  /** The newest version of a table; 0 if there is none. */
  int version(String table) {
    return db.sql("select coalesce(max(version_), 0) from act_re_decision_def where key_ = ?")
        .param(table)
        .query(Integer.class)
        .single();
  }

  /** All tables in their newest versions, by file. */
  List<RuleTable> all() {
    var workflows = workflows();
    var tables = new ArrayList<RuleTable>();
    for (var row : newest()) {
      var table = told.computeIfAbsent(row.definitionId(), id -> read(row));
      tables.add(
          new RuleTable(
              table.file(),
              table.id(),
              table.name(),
              table.description(),
              table.hitPolicy(),
              table.version(),
              table.definitionId(),
              table.columns(),
              table.rows(),
              workflows.getOrDefault(table.id(), List.of())));
    }
    return tables;
  }

  private RuleTable read(Newest row) {
    var text =
        db.sql(
                "select convert_from(bytes_, 'UTF8') from act_ge_bytearray where deployment_id_ = ? and name_ = ?")
            .params(row.deploymentId(), row.resource())
            .query(String.class)
            .single();
    return RuleFile.of(row.file(), text)
        .told(row.key(), row.version(), row.definitionId(), Map.of());
  }

  private List<Newest> newest() {
    return db.sql(
            "select distinct on (key_) key_, version_, id_, deployment_id_, resource_name_ from act_re_decision_def"
                + " where resource_name_ like '%.dmn' order by key_, version_ desc")
        .query(
            (row, i) ->
                new Newest(
                    row.getString(1),
                    row.getInt(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)))
        .list();
  }

  /** Table → keys of the workflows whose newest version asks it. */
  private Map<String, List<String>> workflows() {
    var found = new TreeMap<String, TreeSet<String>>();
    db.sql(
            "select distinct on (p.key_) p.key_, p.id_, p.deployment_id_, p.resource_name_ from act_re_procdef p"
                + " order by p.key_, p.version_ desc")
        .query(
            (row, i) -> {
              var process = row.getString(1);
              for (var table : asks(row.getString(2), row.getString(3), row.getString(4)))
                found.computeIfAbsent(table, any -> new TreeSet<>()).add(process);
              return process;
            })
        .list();
    var workflows = new TreeMap<String, List<String>>();
    found.forEach((table, keys) -> workflows.put(table, List.copyOf(keys)));
    return workflows;
  }

  private List<String> asks(String definitionId, String deploymentId, String resource) {
    return asked.computeIfAbsent(
        definitionId,
        id -> {
          var bytes =
              db.sql("select bytes_ from act_ge_bytearray where deployment_id_ = ? and name_ = ?")
                  .params(deploymentId, resource)
                  .query(byte[].class)
                  .single();
          return Bpmn.readModelFromStream(new ByteArrayInputStream(bytes))
              .getModelElementsByType(BusinessRuleTask.class)
              .stream()
              .map(BusinessRuleTask::getCamundaDecisionRef)
              .filter(table -> table != null)
              .distinct()
              .toList();
        });
  }
}
