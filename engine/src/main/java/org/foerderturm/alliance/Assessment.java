package org.foerderturm.alliance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.foerderturm.alliance.Terms.Basis;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.Decisions.Verdict;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Assesses a contribution: class and fee by the office's tables, then the modifiers.
 *
 * @param charged the classes of the years charged so far
 * @param inKindCents value given in kind in that year
 */
record Assessment(
    MemberKind kind,
    Figures figures,
    LocalDate joinsOn,
    NavigableMap<Integer, ContributionClass> charged,
    long inKindCents) {
  static final String CLASS_TABLE = "contribution-class";
  static final String FEE_TABLE = "contribution-fee";
  private static final int START_UP_YEARS = 5;
  private static final int YEARS_OF_HALF_FEE = 2;

  Terms of(int year, Decisions decisions) {
    if (year < joinsOn.getYear())
      throw new Rejected("year-before-entry", Map.of("year", year, "joinsOn", joinsOn.toString()));
    var byTable =
        decisions.decide(
            CLASS_TABLE,
            Map.of(
                "year", year,
                "kind", kind.code(),
                "staff", figures.countingStaff(),
                "turnoverCents", figures.countingTurnoverCents()));
    var assessed = ContributionClass.of(byTable.text("contributionClass"));
    var former = charged.lowerEntry(year);
    var applied =
        former == null ? assessed : assessed.atMost(year - former.getKey(), former.getValue());
    var byFee =
        decisions.decide(FEE_TABLE, Map.of("contributionClass", applied.code(), "year", year));
    int months = year == joinsOn.getYear() ? Fee.monthsFrom(joinsOn.getMonthValue()) : 12;
    var fee = new Fee(byFee.number("feeCents"), isStartUp(year), months, inKindCents);
    return new Terms(
        year,
        assessed,
        applied,
        fee.cents(),
        fee.startUp(),
        fee.months(),
        fee.credit(),
        null,
        fee.amount(),
        List.of(basis(byTable), basis(byFee)));
  }

  /** Less than five years old when the year, or in it the membership, begins; for two years. */
  private boolean isStartUp(int year) {
    @Nullable LocalDate foundedOn = figures.foundedOn();
    if (kind != MemberKind.COMPANY || foundedOn == null) return false;
    if (year >= joinsOn.getYear() + YEARS_OF_HALF_FEE) return false;
    var begins = year == joinsOn.getYear() ? joinsOn : LocalDate.of(year, 1, 1);
    return begins.isBefore(foundedOn.plusYears(START_UP_YEARS));
  }

  private static Basis basis(Verdict verdict) {
    return new Basis(
        verdict.table(), verdict.version(), verdict.text("rule"), verdict.text("source"));
  }
}
