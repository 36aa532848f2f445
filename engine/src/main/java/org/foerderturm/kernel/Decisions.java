package org.foerderturm.kernel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks the decision tables of the office. A parameter of command handlers, so that a rule that the
 * office may change stays out of Java, while the aggregate stays its judge.
 */
public interface Decisions {
  /**
   * @param inputs the table's input variables
   * @throws Rejected {@code table-unknown} if there is no such table, {@code no-rule-applies} if
   *     none or more than one of its rows fits
   */
  Verdict decide(String table, Map<String, ?> inputs);

  /**
   * Every row that fits, in the order of the table: for a table that collects.
   *
   * @throws Rejected {@code table-unknown} if there is no such table, {@code no-rule-applies} if it
   *     can't be evaluated
   */
  default List<Verdict> all(String table, Map<String, ?> inputs) {
    return List.of(decide(table, inputs));
  }

  /**
   * What a table said.
   *
   * @param version of the table that was asked: the newest
   */
  record Verdict(String table, int version, Map<String, Object> outputs) {
    /** An output as text; empty if the row leaves it out. */
    public String text(String output) {
      @Nullable Object value = outputs.get(output);
      return value == null ? "" : value.toString();
    }

    /** Whether an output is true. */
    public boolean yes(String output) {
      return Boolean.TRUE.equals(outputs.get(output));
    }

    /**
     * @throws Rejected {@code no-rule-applies} if the output is no whole number
     */
    public long number(String output) {
      if (outputs.get(output) instanceof Number number) return number.longValue();
      throw new Rejected("no-rule-applies", Map.of("table", table));
    }
  }
}
