package org.foerderturm.funding;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By which side conditions (Nebenbestimmungen) a grant is paid and accounted for. Dates are those
 * of § 188 BGB: the day with the same number, or the last of a shorter month.
 */
public enum Regime {
  /** Federal, expenditure basis. */
  @JsonProperty("nabf")
  NABF(Period.ofWeeks(6), Period.ofMonths(4), Period.ofMonths(6), "NABF (zu prüfen)"),

  /** Federal, cost basis, commercial companies: costs incurred, drawn by the quarter. */
  @JsonProperty("nkbf-2017")
  NKBF_2017(null, Period.ofMonths(4), Period.ofMonths(6), "NKBF 2017"),

  /** Federal, institutions and associations. */
  @JsonProperty("anbest-p")
  ANBEST_P(Period.ofWeeks(6), Period.ofMonths(4), Period.ofMonths(6), "ANBest-P (zu prüfen)"),

  /** Federal, municipalities: draw-down and interim proofs as the notice says. */
  @JsonProperty("anbest-gk")
  ANBEST_GK(null, null, Period.ofYears(1), "ANBest-Gk (zu prüfen)"),

  /** Horizon Europe: reports after each reporting period. */
  @JsonProperty("horizon")
  HORIZON(null, Period.ofDays(60), Period.ofDays(60), "Horizon Europe Model Grant Agreement");

  private final @Nullable Period spendWithin;
  private final @Nullable Period interim;
  private final Period last;
  private final String source;

  Regime(@Nullable Period spendWithin, @Nullable Period interim, Period last, String source) {
    this.spendWithin = spendWithin;
    this.interim = interim;
    this.last = last;
    this.source = source;
  }

  /** Where the periods stand; "(zu prüfen)" was not seen in a primary text. */
  public String source() {
    return source;
  }

  /** The last day on which money drawn must be spent; null where the regime sets none. */
  public @Nullable LocalDate spendBy(LocalDate drawn) {
    return spendWithin == null ? null : drawn.plus(spendWithin);
  }

  /**
   * When interim proofs are due, in order. The end of the grant period is covered by the proof of
   * use, so that no interim proof is asked for it.
   *
   * @param reportingMonths length of a reporting period under Horizon; null for one period only
   */
  public List<LocalDate> interimProofs(
      LocalDate from, LocalDate until, @Nullable Integer reportingMonths) {
    if (interim == null) return List.of();
    if (this != HORIZON)
      return IntStream.range(from.getYear(), until.getYear())
          .mapToObj(year -> LocalDate.of(year, 12, 31).plus(interim))
          .toList();
    if (reportingMonths == null) return List.of();
    return Stream.iterate(1, n -> n + 1)
        .map(n -> from.plusMonths((long) n * reportingMonths).minusDays(1))
        .takeWhile(end -> end.isBefore(until))
        .map(end -> end.plus(interim))
        .toList();
  }

  /**
   * When the proof of use is due: counted from the day on which the purpose was met, at the latest
   * from the end of the grant period.
   */
  public LocalDate proofOfUse(LocalDate until, @Nullable LocalDate purposeMet) {
    if (this == HORIZON || purposeMet == null || purposeMet.isAfter(until)) return until.plus(last);
    return purposeMet.plus(last);
  }
}
