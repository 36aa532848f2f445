package org.foerderturm.ui.rules;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of numbers in a cell.
 *
 * @param low null for an open end
 * @param withLow whether the end itself counts
 */
record RuleRange(
    @Nullable BigDecimal low, boolean withLow, @Nullable BigDecimal high, boolean withHigh) {
  private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)";
  private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>)\\s*" + NUMBER);
  private static final Pattern BETWEEN =
      Pattern.compile("([\\[(\\]])\\s*" + NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "\\s*([\\])\\[])");
  private static final Pattern ONE = Pattern.compile(NUMBER);

  /** Null if the cell is no range. */
  static @Nullable RuleRange of(String cell) {
    if (cell.isEmpty() || cell.equals("-")) return new RuleRange(null, true, null, true);
    var compared = COMPARED.matcher(cell);
    if (compared.matches()) {
      var end = new BigDecimal(compared.group(2));
      boolean with = compared.group(1).endsWith("=");
      return compared.group(1).startsWith(">")
          ? new RuleRange(end, with, null, true)
          : new RuleRange(null, true, end, with);
    }
    var between = BETWEEN.matcher(cell);
    if (between.matches())
      return new RuleRange(
          new BigDecimal(between.group(2)),
          between.group(1).equals("["),
          new BigDecimal(between.group(3)),
          between.group(4).equals("]"));
    return ONE.matcher(cell).matches()
        ? new RuleRange(new BigDecimal(cell), true, new BigDecimal(cell), true)
        : null;
  }

  /** The same of whole numbers, with both ends. */
  RuleRange inclusive() {
    return new RuleRange(
        low == null || withLow ? low : low.add(BigDecimal.ONE),
        true,
        high == null || withHigh ? high : high.subtract(BigDecimal.ONE),
        true);
  }

  String text() {
    if (low == null && high == null) return "-";
    if (high == null) return (withLow ? ">= " : "> ") + plain(low);
    if (low == null) return (withHigh ? "<= " : "< ") + plain(high);
    if (low.compareTo(high) == 0) return plain(low);
    return (withLow ? "[" : "(") + plain(low) + ".." + plain(high) + (withHigh ? "]" : ")");
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }
}
