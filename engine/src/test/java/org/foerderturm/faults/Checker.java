package org.foerderturm.faults;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the tables with SQL of its own and says in words whatever contradicts the promises of the
 * core. Uses nothing of the product: who wrote the rows must not also explain them.
 */
final class Checker {
  /** A command that a client sent; the task is null if it completed none. */
  record Sent(String key, String taskId) {}

  private record Row(long index, long sequence, String xid, String correlation, String caseId) {}

  private final Connection db;
  private final List<String> found = new ArrayList<>();
  private final Map<String, List<Row>> decisions = new LinkedHashMap<>();
  private final Map<String, List<Row>> steps = new LinkedHashMap<>();
  private final Map<String, String> xidOfKey = new HashMap<>();
  private final Set<String> openTasks = new HashSet<>();

  private Checker(Connection db) {
    this.db = db;
  }

  /** Every violation, whoever the clients were. */
  static List<String> violations(Connection db) throws SQLException {
    return new Checker(db).all();
  }

  /**
   * @param acknowledged commands that were answered with a receipt
   * @param unknown commands that were never answered: done as a whole or not at all
   * @param refused keys that were answered with a refusal: never done
   */
  static List<String> violations(
      Connection db,
      Collection<Sent> acknowledged,
      Collection<Sent> unknown,
      Collection<String> refused)
      throws SQLException {
    var checker = new Checker(db);
    checker.all();
    checker.clients(acknowledged, unknown, refused);
    return checker.found;
  }

  private List<String> all() throws SQLException {
    read();
    decisionsAndSteps();
    streams();
    positions();
    ledger();
    history();
    engine();
    variables();
    readers();
    return found;
  }

  private void read() throws SQLException {
    rows(
        "select payload ->> 'taskId', global_index, sequence, xid::text, correlation_id::text, stream_id"
            + " from event_log where event_type = 'DecisionTaken' order by 2",
        r -> decisions.computeIfAbsent(r.getString(1), t -> new ArrayList<>()).add(row(r)));
    rows(
        "select payload -> 'trigger' ->> 'ref', global_index, sequence, xid::text, correlation_id::text, stream_id"
            + " from event_log where event_type = 'CaseAdvanced' and payload -> 'trigger' ->> 'kind' = 'task'"
            + " order by 2",
        r -> steps.computeIfAbsent(r.getString(1), t -> new ArrayList<>()).add(row(r)));
    rows(
        "select command_key, xid::text from event_log where command_key is not null",
        r -> {
          if (xidOfKey.put(r.getString(1), r.getString(2)) != null)
            found.add("the key " + r.getString(1) + " was used twice");
        });
    rows("select id_ from act_ru_task", r -> openTasks.add(r.getString(1)));
  }

  private static Row row(ResultSet r) throws SQLException {
    return new Row(r.getLong(2), r.getLong(3), r.getString(4), r.getString(5), r.getString(6));
  }

  private void decisionsAndSteps() {
    decisions.forEach(
        (task, taken) -> {
          if (taken.size() != 1) found.add("task " + task + " has " + taken.size() + " decisions");
          var followed = steps.getOrDefault(task, List.of());
          if (followed.size() != 1)
            found.add("the decision on task " + task + " has " + followed.size() + " steps");
          if (openTasks.contains(task)) found.add("task " + task + " is decided, but still open");
          if (taken.size() != 1 || followed.size() != 1) return;
          Row decision = taken.getFirst();
          Row step = followed.getFirst();
          if (!decision.xid.equals(step.xid) || !decision.correlation.equals(step.correlation))
            found.add("decision and step of task " + task + " are not of one transaction");
          if (decision.caseId.equals(step.caseId) && decision.sequence >= step.sequence)
            found.add("the step of task " + task + " precedes its decision");
        });
    steps.forEach(
        (task, followed) -> {
          if (!decisions.containsKey(task))
            found.add(followed.size() + " steps by task " + task + ", which nobody decided");
        });
  }

  private void clients(
      Collection<Sent> acknowledged, Collection<Sent> unknown, Collection<String> refused) {
    var known = new HashSet<String>();
    for (Sent sent : acknowledged) {
      known.add(sent.key);
      String xid = xidOfKey.get(sent.key);
      if (xid == null) found.add("acknowledged, but nothing is stored under the key " + sent.key);
      if (sent.taskId == null) continue;
      var taken = decisions.getOrDefault(sent.taskId, List.of());
      if (taken.isEmpty())
        found.add("the completion of task " + sent.taskId + " was acknowledged, but is not stored");
      for (Row decision : taken)
        if (xid != null && !decision.xid.equals(xid))
          found.add("task " + sent.taskId + " was decided by another command than " + sent.key);
    }
    for (Sent sent : unknown) known.add(sent.key);
    for (String key : refused)
      if (xidOfKey.containsKey(key)) found.add("refused, but stored: " + key);
    var keyOfXid = new HashMap<String, String>();
    xidOfKey.forEach((key, xid) -> keyOfXid.put(xid, key));
    decisions.forEach(
        (task, taken) -> {
          for (Row decision : taken)
            if (!known.contains(keyOfXid.get(decision.xid)))
              found.add("the decision on task " + task + " was sent by no client");
        });
  }

  private void streams() throws SQLException {
    rows(
        "select stream_id, min(sequence), max(sequence), count(*) from event_log group by stream_id"
            + " having min(sequence) <> 0 or max(sequence) <> count(*) - 1"
            + " or count(distinct sequence) <> count(*)",
        r ->
            found.add(
                "stream %s has %d events from %d to %d"
                    .formatted(r.getString(1), r.getLong(4), r.getLong(2), r.getLong(3))));
  }

  private void positions() throws SQLException {
    rows(
        "select coalesce(min(position), 0), coalesce(max(position), -1), count(*), count(distinct global_index)"
            + " from ledger_entry",
        r -> {
          long n = r.getLong(3);
          if (r.getLong(1) != 0 || r.getLong(2) != n - 1 || r.getLong(4) != n)
            found.add(
                "%d positions from %d to %d for %d events"
                    .formatted(n, r.getLong(1), r.getLong(2), r.getLong(4)));
        });
    rows(
        "select global_index, event_type from event_log e where not exists"
            + " (select from ledger_entry l where l.global_index = e.global_index)",
        r -> found.add("event " + r.getLong(1) + " (" + r.getString(2) + ") has no position"));
    rows(
        "select position from ledger_entry l where not exists"
            + " (select from event_log e where e.global_index = l.global_index)",
        r -> found.add("position " + r.getLong(1) + " has no event"));
    rows(
        "select stream_id, sequence from (select stream_id, sequence, position,"
            + " lag(position) over (partition by stream_id order by sequence) before"
            + " from event_log join ledger_entry using (global_index)) x where before > position",
        r ->
            found.add(
                "event %d of stream %s is sealed before the one before it"
                    .formatted(r.getLong(2), r.getString(1))));
    rows(
        "select l.position from event_log e join ledger_entry l using (global_index)"
            + " join event_log c on c.event_id = e.causation_id join ledger_entry p on p.global_index = c.global_index"
            + " where p.position > l.position",
        r -> found.add("the effect at position " + r.getLong(1) + " precedes its cause"));
  }

  private void ledger() throws SQLException {
    var leaves = new ArrayList<byte[]>();
    rows(
        "select l.position, l.leaf_hash, e.event_id::text, e.stream_type, e.stream_id, e.sequence, e.event_type,"
            + " e.revision, e.recorded_at, e.actor, e.on_behalf_of, e.roles, e.correlation_id::text,"
            + " e.causation_id::text, e.case_id, e.payload::text"
            + " from ledger_entry l join event_log e on e.global_index = l.global_index order by l.position",
        r -> {
          leaves.add(r.getBytes(2));
          var at = r.getObject(9, OffsetDateTime.class).toInstant();
          long micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
          var lines = new StringBuilder();
          for (int column = 3; column <= 16; column++) {
            String text = column == 9 ? Long.toString(micros) : r.getString(column);
            lines.append(text == null ? "" : text).append('\n');
          }
          byte[] leaf = sha256((byte) 0, lines.toString().getBytes(StandardCharsets.UTF_8));
          if (!Arrays.equals(leaf, r.getBytes(2)))
            found.add("the event at position " + r.getLong(1) + " is not the one that was sealed");
        });
    rows(
        "select size, root, (select count(*) from ledger_entry) from ledger_head",
        r -> {
          if (r.getLong(1) != r.getLong(3))
            found.add(
                "the head says %d events, there are %d".formatted(r.getLong(1), r.getLong(3)));
          if (!Arrays.equals(root(leaves), r.getBytes(2)))
            found.add("the leaves don't give the ledger's root");
        });
  }

  /** MTH of RFC 6962, section 2.1, as it stands there: by recursion. */
  private static byte[] root(List<byte[]> leaves) {
    if (leaves.isEmpty()) return sha256();
    if (leaves.size() == 1) return leaves.getFirst();
    int k = Integer.highestOneBit(leaves.size() - 1);
    return sha256((byte) 1, root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
  }

  private static byte[] sha256(byte first, byte[]... parts) {
    MessageDigest digest = digest();
    digest.update(first);
    for (byte[] part : parts) digest.update(part);
    return digest.digest();
  }

  private static byte[] sha256() {
    return digest().digest();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void history() throws SQLException {
    var tables = new ArrayList<String>();
    rows(
        "select tablename from pg_tables where tablename like 'act\\_hi\\_%'",
        r -> tables.add(r.getString(1)));
    if (tables.isEmpty()) found.add("there are no history tables to look at");
    for (String table : tables)
      rows(
          "select count(*) from " + table,
          r -> {
            if (r.getLong(1) > 0) found.add(table + " has " + r.getLong(1) + " rows");
          });
  }

  /** What the log says is open must be what the engine holds open, task by task, case by case. */
  private void engine() throws SQLException {
    String steps = " from event_log e where e.event_type = 'CaseAdvanced'";
    var open = new HashSet<String>();
    rows(
        "select json_array_elements(payload -> 'tasksOpened') ->> 'taskId'" + steps,
        r -> {
          if (!open.add(r.getString(1))) found.add("task " + r.getString(1) + " was opened twice");
        });
    rows(
        "select json_array_elements(payload -> 'tasksClosed') ->> 'taskId'" + steps,
        r -> {
          if (!open.remove(r.getString(1)))
            found.add("task " + r.getString(1) + " was closed, but not open");
        });
    compare("task", open, openTasks);

    var cases = new HashSet<String>();
    rows(
        "select stream_id, (payload ->> 'started')::boolean, payload ->> 'ended'"
            + steps
            + " order by stream_id, sequence",
        r -> {
          String id = r.getString(1);
          if (r.getBoolean(2) && !cases.add(id)) found.add("case " + id + " was started twice");
          if (!cases.contains(id)) found.add("case " + id + " moved while it was not running");
          if (r.getString(3) != null) cases.remove(id);
        });
    var instances = new HashSet<String>();
    rows(
        "select id_ from act_ru_execution where parent_id_ is null and super_exec_ is null",
        r -> instances.add(r.getString(1)));
    compare("case", cases, instances);

    var tokens = new HashMap<String, String>();
    rows(
        "select t ->> 'tokenId', t ->> 'type' from (select json_array_elements(payload -> 'entered') t"
            + steps
            + ") x",
        r -> tokens.put(r.getString(1), r.getString(2)));
    rows(
        "select t ->> 'tokenId' from (select json_array_elements(payload -> 'left') t"
            + steps
            + ") x",
        r -> tokens.remove(r.getString(1)));
    var waiting = new HashSet<String>();
    tokens.forEach(
        (token, type) -> {
          if (type.equals("userTask")) waiting.add(token);
        });
    var held = new HashSet<String>();
    rows(
        "select e.act_inst_id_ from act_ru_task t join act_ru_execution e on e.id_ = t.execution_id_",
        r -> held.add(r.getString(1)));
    compare("token at a user task", waiting, held);
    rows(
        "select id_ from act_ru_job j where process_instance_id_ is not null and not exists"
            + " (select from act_ru_execution e where e.id_ = j.process_instance_id_)",
        r -> found.add("job " + r.getString(1) + " belongs to no case"));
  }

  /** Texts of whole cases: the newest value told must be the value held. */
  private void variables() throws SQLException {
    var told = new HashMap<String, String>();
    rows(
        "select stream_id, v ->> 'name', v ->> 'newValue', v -> 'newValue' is null"
            + " from (select stream_id, sequence, json_array_elements(payload -> 'variables') v"
            + " from event_log where event_type = 'CaseAdvanced') x where v ->> 'scope' = 'case'"
            + " order by stream_id, sequence",
        r -> told.put(r.getString(1) + " " + r.getString(2), r.getString(3)));
    rows(
        "select proc_inst_id_, name_, text_ from act_ru_variable"
            + " where type_ = 'string' and execution_id_ = proc_inst_id_ and text_ <> ''",
        r -> {
          String name = r.getString(1) + " " + r.getString(2);
          if (!r.getString(3).equals(told.get(name)))
            found.add(
                "variable %s is %s, the log says %s"
                    .formatted(name, r.getString(3), told.get(name)));
        });
  }

  private void readers() throws SQLException {
    rows(
        "select name, position, failure from reader_position"
            + " where position > (select size from ledger_head) or failure is not null",
        r ->
            found.add(
                "reader %s at %d: %s".formatted(r.getString(1), r.getLong(2), r.getString(3))));
  }

  private void compare(String what, Set<String> log, Set<String> engine) {
    for (String id : log)
      if (!engine.contains(id))
        found.add(what + " " + id + " is open in the log, but not in the engine");
    for (String id : engine)
      if (!log.contains(id))
        found.add(what + " " + id + " is open in the engine, but not in the log");
  }

  private interface Each {
    void row(ResultSet row) throws SQLException;
  }

  private void rows(String sql, Each each) throws SQLException {
    try (var statement = db.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) each.row(rows);
    }
  }
}
