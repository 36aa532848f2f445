package org.foerderturm.process;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.PastRule;
import org.foerderturm.kernel.RuleTable;
import org.foerderturm.kernel.RuleTable.Column;
import org.foerderturm.kernel.RuleTable.Kind;
import org.foerderturm.log.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Element;

/**
 * Puts the questions of old steps to the tables of today: the same columns, the same values; a
 * column that was not asked then gets no value, one of days the day of the step. Where a column
 * that was asked is gone, most of all where another day counts today, the question is another one
 * and nothing is claimed.
 */
final class PastTables implements PastRule {
  private static final String RULE = "table";

  /** Cells that say their answer and do not compute it. */
  private static final Pattern FIXED =
      Pattern.compile("|null|true|false|-?\\d+(\\.\\d+)?|\"[^\"]*\"");

  private record Asked(
      long position,
      int number,
      String caseId,
      String title,
      LocalDate on,
      String key,
      int version,
      Map<String, Object> inputs,
      List<Map<String, Object>> outputs) {}

  /** A table of today whose columns take their values as they are. */
  private record Today(RuleTable table, DmnDecision decision) {}

  private final JdbcClient db;
  private final DeployedTables tables;
  private final ProcessEngineConfigurationImpl configuration;

  /** Definition id → the table: what is deployed never changes. */
  private final Map<String, Today> prepared = new ConcurrentHashMap<>();

  PastTables(JdbcClient db, DeployedTables tables, ProcessEngineConfigurationImpl configuration) {
    this.db = db;
    this.tables = tables;
    this.configuration = configuration;
  }

  @Override
  public boolean inParts() {
    return true;
  }

  @Override
  public Looked look(long after, int limit, Decisions decisions) {
    var byKey = new HashMap<String, RuleTable>();
    for (var table : tables.all()) byKey.put(table.id(), table);
    var asked = asked(after, limit);
    var differing = new ArrayList<PastDecision>();
    var known = new HashMap<List<Object>, List<Map<String, Object>>>();
    var given = new LinkedHashMap<String, Object>();
    long step = -1;
    for (var question : asked) {
      if (question.position() != step) given.clear();
      step = question.position();
      var table = byKey.get(question.key());
      if (table == null || !sameQuestion(table, question.inputs())) {
        question.outputs().forEach(given::putAll);
        continue;
      }
      var answer =
          known.computeIfAbsent(
              List.of(table.id(), question.on(), question.inputs(), filled(given)),
              any -> answer(table, question.inputs(), question.on(), given));
      if (answer.size() == 1) given.putAll(answer.getFirst());
      var told = difference(table, question, answer);
      if (told != null)
        differing.add(
            new PastDecision(
                RULE, "cases/" + question.caseId(), question.title(), question.on(), told));
    }
    return new Looked(differing, asked.size() < limit ? null : asked.getLast().position());
  }

  /** Whole steps: what one of them asked stands together. */
  private List<Asked> asked(long after, int limit) {
    return db.sql(
            """
            select t.*, coalesce(c.title, t.case_key) as title
            from view_table_asked t left join view_case c using (case_id)
            where t.position > :after and t.position <= (select coalesce(max(position), 0) from (
              select position from view_table_asked where position > :after
              order by position, number limit :limit) part)
            order by t.position, t.number""")
        .param("after", after)
        .param("limit", limit)
        .query(
            (row, i) ->
                new Asked(
                    row.getLong("position"),
                    row.getInt("number"),
                    row.getString("case_id"),
                    row.getString("title"),
                    row.getObject("at", OffsetDateTime.class)
                        .atZoneSameInstant(WorkingDays.OFFICE)
                        .toLocalDate(),
                    row.getString("table_key"),
                    row.getInt("version"),
                    object(row.getString("inputs")),
                    list(row.getString("outputs"))))
        .list();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(String json) {
    return Json.read(json, Map.class);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(String json) {
    return Json.read(json, List.class);
  }

  /** Whether each value that was given then has a column of its kind today. */
  private static boolean sameQuestion(RuleTable table, Map<String, Object> inputs) {
    var kinds = new HashMap<String, Kind>();
    for (var column : table.columns()) if (column.asks()) kinds.put(column.label(), column.kind());
    return inputs.entrySet().stream()
        .allMatch(given -> fits(kinds.get(given.getKey()), given.getValue()));
  }

  private static boolean fits(@Nullable Kind kind, @Nullable Object value) {
    if (kind == null) return false;
    if (value == null) return true;
    return switch (kind) {
      case DAYS, TEXT -> value instanceof String;
      case YEARS, WHOLE, NUMBER -> value instanceof Number;
      case FLAG -> value instanceof Boolean;
    };
  }

  private List<Map<String, Object>> answer(
      RuleTable table, Map<String, Object> inputs, LocalDate on, Map<String, Object> given) {
    return configuration
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              var today = prepared.computeIfAbsent(table.definitionId(), id -> prepare(table));
              var values = new HashMap<>(given);
              int number = 0;
              for (var column : today.table().columns())
                if (column.asks()) values.put(variable(number++), value(column, inputs, on));
              try {
                return configuration
                    .getDmnEngine()
                    .evaluateDecisionTable(today.decision(), values)
                    .stream()
                    .map(row -> filled(row.getEntryMap()))
                    .toList();
              } catch (DmnEngineException | ProcessEngineException e) {
                return List.of(); // rows that overlap: none is the answer
              }
            });
  }

  /** A table that had no days then is asked for the day on which it was asked. */
  private static @Nullable Object value(Column column, Map<String, Object> inputs, LocalDate on) {
    if (inputs.containsKey(column.label())) return inputs.get(column.label());
    return switch (column.kind()) {
      case DAYS -> on.toString();
      case YEARS -> on.getYear();
      default -> null;
    };
  }

  private static Map<String, Object> filled(Map<String, Object> map) {
    var filled = new LinkedHashMap<>(map);
    filled.values().removeIf(value -> value == null);
    return filled;
  }

  private static String variable(int number) {
    return "given" + number;
  }

  /** The table alone, asked for the values of its columns, not for what they are computed from. */
  private Today prepare(RuleTable table) {
    var text = tables.text(table.id());
    if (text == null) throw new IllegalStateException("a table that is gone: " + table.id());
    var file = RuleFile.of(table.file(), text);
    var decision = file.decision(table.id());
    if (decision == null) throw new IllegalStateException("no table: " + table.id());
    for (var needed : SafeXml.children(decision, "informationRequirement"))
      decision.removeChild(needed);
    var columns = table.columns();
    int number = 0;
    for (var input : SafeXml.children(file.table(table.id()), "input")) {
      var expression = SafeXml.child(input, "inputExpression");
      if (expression != null) ask(expression, columns.get(number), variable(number));
      number++;
    }
    return new Today(
        table,
        configuration
            .getDmnEngine()
            .parseDecision(
                table.id(),
                new ByteArrayInputStream(file.text().getBytes(StandardCharsets.UTF_8))));
  }

  private static void ask(Element expression, Column column, String variable) {
    var text = SafeXml.child(expression, "text");
    if (text == null) return;
    text.setTextContent(
        column.kind() == Kind.DAYS
            ? "if " + variable + " = null then null else date(" + variable + ")"
            : variable);
  }

  /**
   * What differs in codes, numbers and flags; words may differ without another meaning. A flag that
   * nobody knew then differs once it is true, and what is computed from other values than those of
   * the columns is not known here.
   */
  private static @Nullable Map<String, Object> difference(
      RuleTable table, Asked question, List<Map<String, Object>> today) {
    var then = new ArrayList<Map<String, Object>>();
    var now = new ArrayList<Map<String, Object>>();
    boolean differs = question.outputs().size() != today.size();
    for (int i = 0; i < Math.max(question.outputs().size(), today.size()); i++) {
      var before = i < question.outputs().size() ? question.outputs().get(i) : null;
      var after = i < today.size() ? today.get(i) : null;
      var columns =
          table.columns().stream()
              .filter(column -> isMeant(table, column))
              .filter(column -> before == null || after == null || differs(column, before, after))
              .toList();
      differs |= before != null && after != null && !columns.isEmpty();
      if (before != null) then.add(kept(columns, before));
      if (after != null) now.add(kept(columns, after));
    }
    return differs
        ? Map.of("table", table.id(), "then", List.copyOf(then), "now", List.copyOf(now))
        : null;
  }

  private static boolean isMeant(RuleTable table, Column column) {
    if (column.asks() || column.name().equals("rule")) return false;
    if (column.kind() == Kind.TEXT && column.codes().isEmpty()) return false;
    return table.rows().stream()
        .allMatch(row -> FIXED.matcher(row.cells().getOrDefault(column.id(), "")).matches());
  }

  private static boolean differs(
      Column column, Map<String, Object> before, Map<String, Object> after) {
    var then = comparable(before.get(column.name()));
    var now = comparable(after.get(column.name()));
    if (then == null && Boolean.FALSE.equals(now)) return false;
    return !Objects.equals(then, now);
  }

  private static Map<String, Object> kept(List<Column> columns, Map<String, Object> row) {
    var kept = new LinkedHashMap<String, Object>();
    for (var column : columns) {
      var value = comparable(row.get(column.name()));
      if (value != null) kept.put(column.name(), value);
    }
    return kept;
  }

  /** 10, 10L and 10.0 are one number. */
  private static @Nullable Object comparable(@Nullable Object value) {
    return value instanceof Number number
        ? new BigDecimal(new BigDecimal(number.toString()).stripTrailingZeros().toPlainString())
        : value;
  }
}
