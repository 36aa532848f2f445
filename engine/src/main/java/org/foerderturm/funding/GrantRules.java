package org.foerderturm.funding;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Decisions.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What the side conditions (Nebenbestimmungen) of a grant say, as the table grant-rules has them
 * for the day of its notice. Dates are those of § 188 BGB: the day with the same number, or the
 * last of a shorter month.
 *
 * @param spendWithin in which time money drawn must be spent; null where no time is set
 * @param interim after a budget year, or a reporting period under Horizon; null as the notice says
 * @param last from the day on which the purpose was met, or from the end of the grant period
 * @param toMonthEnd whether a period that began with the end of the grant period ends with its
 *     month: "mit Ablauf des sechsten auf den Bewilligungszeitraum folgenden Monats"
 * @param reallocationPercent by how much a row may exceed without the funder; null for any amount
 * @param drawIncurred whether costs incurred are paid, by the quarter, not what will be needed
 * @param balanceAfterProof whether a last instalment is paid after the proof of use
 * @param source where it stands; "(zu prüfen)" was not seen in a primary text
 */
record GrantRules(
    Regime regime,
    @Nullable Period spendWithin,
    @Nullable Period interim,
    Period last,
    boolean toMonthEnd,
    @Nullable Long reallocationPercent,
    boolean drawIncurred,
    boolean balanceAfterProof,
    String source) {
  private static final String TABLE = "grant-rules";

  static GrantRules of(Decisions tables, Regime regime, LocalDate noticeOn) {
    var said = tables.decide(TABLE, Map.of("regime", regime.code(), "day", noticeOn.toString()));
    return new GrantRules(
        regime,
        spend(tables, regime, noticeOn, said),
        period(said, "interim"),
        Period.of(0, Math.toIntExact(said.number("lastMonths")), days(said, "last")),
        said.yes("lastToMonthEnd"),
        said.outputs().containsKey("reallocationPercent")
            ? said.number("reallocationPercent")
            : null,
        said.yes("drawIncurred"),
        said.yes("balanceAfterProof"),
        said.text("source"));
  }

  /** The table draw-down-terms has what counts in months, the grant-rules what counts in days. */
  private static @Nullable Period spend(
      Decisions tables, Regime regime, LocalDate noticeOn, Verdict said) {
    var months =
        tables.all("draw-down-terms", Map.of("regime", regime.code(), "day", noticeOn.toString()));
    if (months.isEmpty()) return period(said, "spend");
    return Period.ofMonths(Math.toIntExact(months.getFirst().number("spendMonths")));
  }

  private static @Nullable Period period(Verdict said, String what) {
    int months =
        said.outputs().containsKey(what + "Months")
            ? Math.toIntExact(said.number(what + "Months"))
            : 0;
    var period = Period.of(0, months, days(said, what));
    return period.isZero() ? null : period;
  }

  private static int days(Verdict said, String what) {
    return said.outputs().containsKey(what + "Days")
        ? Math.toIntExact(said.number(what + "Days"))
        : 0;
  }

  /** The last day on which money drawn must be spent; null where the regime sets none. */
  @Nullable LocalDate spendBy(LocalDate drawn) {
    return spendWithin == null ? null : drawn.plus(spendWithin);
  }

  /**
   * When interim proofs are due, in order. The end of the grant period is covered by the proof of
   * use, so that no interim proof is asked for it.
   *
   * @param reportingMonths length of a reporting period under Horizon; null for one period only
   */
  List<LocalDate> interimProofs(
      LocalDate from, LocalDate until, @Nullable Integer reportingMonths) {
    var after = interim;
    if (after == null) return List.of();
    if (regime != Regime.HORIZON)
      return IntStream.range(from.getYear(), until.getYear())
          .mapToObj(year -> LocalDate.of(year, 12, 31).plus(after))
          .toList();
    if (reportingMonths == null) return List.of();
    return Stream.iterate(1, n -> n + 1)
        .map(n -> from.plusMonths((long) n * reportingMonths).minusDays(1))
        .takeWhile(end -> end.isBefore(until))
        .map(end -> end.plus(after))
        .toList();
  }

  /**
   * When the proof of use is due: counted from the day on which the purpose was met, at the latest
   * from the end of the grant period.
   */
  LocalDate proofOfUse(LocalDate until, @Nullable LocalDate purposeMet) {
    var latest = until.plus(last);
    if (toMonthEnd) latest = latest.with(TemporalAdjusters.lastDayOfMonth());
    if (regime == Regime.HORIZON || purposeMet == null) return latest;
    var earlier = purposeMet.plus(last);
    return earlier.isBefore(latest) ? earlier : latest;
  }

  /** Whether a row that was approved at a sum may come to another without the funder. */
  boolean mayExceed(long approvedCents, long cents) {
    if (reallocationPercent == null || cents <= approvedCents) return true;
    return Math.multiplyExact(cents - approvedCents, 100L)
        <= Math.multiplyExact(approvedCents, reallocationPercent);
  }
}
