package org.foerderturm.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.foerderturm.consortium.Programme;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Decisions.Verdict;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * How the funder marks one stage of a call: which marks there are, what each must come to, and
 * their sum. The table call-evaluation has the programme's rule for the day of the deadline; what
 * the call itself says goes before it. What neither names has no mark.
 *
 * @param least the thresholds, also of the sum, in the order of {@link MarkKind}
 * @param highest of a mark
 * @param step in which marks are given
 * @param own whether the call itself says so
 */
public record Marking(
    List<CallThreshold> least, BigDecimal highest, BigDecimal step, String source, boolean own) {
  private static final String TABLE = "call-evaluation";

  public Marking {
    least = List.copyOf(least);
  }

  /**
   * @param regime side conditions of Horizon mean its marks, whatever the programme is called
   * @param stated what the call itself says, of any stage
   * @return null where there are no marks
   */
  static @Nullable Marking of(
      Decisions tables,
      Programme programme,
      Regime regime,
      CallStage stage,
      LocalDate deadline,
      List<CallThreshold> stated) {
    var own = stated.stream().filter(each -> each.stage() == stage).toList();
    var rows =
        tables.all(
            TABLE,
            Map.of(
                "day",
                deadline.toString(),
                "programme",
                kind(programme, regime),
                "stage",
                code(stage)));
    if (rows.size() > 1) throw new Rejected("no-rule-applies", Map.of("table", TABLE));
    if (rows.isEmpty() && own.isEmpty()) return null;
    // a call of a programme without marks gives them as the scale of the European Union has it
    var row = rows.isEmpty() ? scale(tables, deadline) : rows.getFirst();
    return new Marking(
        own.isEmpty() ? thresholds(row, stage) : own,
        decimal(row, "highest"),
        decimal(row, "step"),
        row.text("source"),
        !own.isEmpty());
  }

  private static String kind(Programme programme, Regime regime) {
    if (regime == Regime.HORIZON) return code(Programme.HORIZON);
    return programme == Programme.HORIZON ? "other" : code(programme);
  }

  private static Verdict scale(Decisions tables, LocalDate deadline) {
    return tables.decide(
        TABLE,
        Map.of(
            "day",
            deadline.toString(),
            "programme",
            code(Programme.HORIZON),
            "stage",
            code(CallStage.FULL)));
  }

  private static List<CallThreshold> thresholds(Verdict row, CallStage stage) {
    var least = new ArrayList<CallThreshold>();
    for (var mark : MarkKind.values())
      if (row.outputs().containsKey(mark.code()))
        least.add(
            new CallThreshold(
                stage,
                mark,
                decimal(row, mark.code()),
                mark == MarkKind.SUM ? null : decimal(row, mark.code() + "Weight")));
    return least;
  }

  private static BigDecimal decimal(Verdict row, String output) {
    if (row.outputs().get(output) instanceof Number number)
      return new BigDecimal(number.toString()).stripTrailingZeros();
    throw new Rejected("no-rule-applies", Map.of("table", TABLE));
  }

  private static String code(Enum<?> value) {
    return ApplicationRows.code(value);
  }

  /** Refuses two thresholds of the same mark, and a sum of nothing. */
  static void mustBePossible(List<CallThreshold> stated) {
    for (var stage : CallStage.values()) {
      var known = EnumSet.noneOf(MarkKind.class);
      for (var each : stated)
        if (each.stage() == stage && !known.add(each.mark()))
          throw new Rejected(
              "threshold-twice", Map.of("stage", code(stage), "mark", each.mark().code()));
      if (known.size() == 1 && known.contains(MarkKind.SUM))
        throw new Rejected("threshold-without-marks", Map.of("stage", code(stage)));
    }
  }

  /**
   * Marks as they were given, judged.
   *
   * @param sum each mark by its weight
   * @param enough whether every threshold is met
   */
  record Judged(
      @Nullable BigDecimal excellence,
      @Nullable BigDecimal impact,
      @Nullable BigDecimal implementation,
      BigDecimal sum,
      boolean enough) {}

  /**
   * @throws Rejected {@code marks-missing}, {@code mark-not-given} or {@code score-not-possible}
   */
  Judged judge(
      @Nullable BigDecimal excellence,
      @Nullable BigDecimal impact,
      @Nullable BigDecimal implementation) {
    var sum = BigDecimal.ZERO;
    boolean enough = true;
    for (var kind : MarkKind.values()) {
      if (kind == MarkKind.SUM) continue;
      var mark =
          switch (kind) {
            case EXCELLENCE -> excellence;
            case IMPACT -> impact;
            default -> implementation;
          };
      var rule = rule(kind);
      if (rule == null && mark == null) continue;
      if (rule == null) throw new Rejected("mark-not-given", Map.of("mark", kind.code()));
      if (mark == null) throw new Rejected("scores-missing", Map.of("mark", kind.code()));
      if (mark.signum() < 0 || mark.compareTo(highest) > 0 || mark.remainder(step).signum() != 0)
        throw new Rejected(
            "score-not-possible", Map.of("score", mark, "highest", highest, "step", step));
      enough &= mark.compareTo(rule.least()) >= 0;
      sum = sum.add(rule.weight() == null ? mark : mark.multiply(rule.weight()));
    }
    var least = rule(MarkKind.SUM);
    return new Judged(
        excellence,
        impact,
        implementation,
        sum,
        enough && (least == null || sum.compareTo(least.least()) >= 0));
  }

  private @Nullable CallThreshold rule(MarkKind kind) {
    return least.stream().filter(each -> each.mark() == kind).findFirst().orElse(null);
  }

  /** The most that the marks can come to. */
  public BigDecimal most() {
    return least.stream()
        .filter(each -> each.mark() != MarkKind.SUM)
        .map(each -> each.weight() == null ? highest : highest.multiply(each.weight()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
