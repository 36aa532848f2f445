package org.foerderturm.alliance;

import java.time.LocalDate;
import java.util.ArrayList;
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
  static final String MODIFIERS_TABLE = "contribution-modifiers";
  static final String VAT_TABLE = "contribution-vat";

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
    var modifiers = decisions.decide(MODIFIERS_TABLE, Map.of("year", year));
    var former = charged.lowerEntry(year);
    var applied =
        former == null
            ? assessed
            : assessed.atMost(
                (int) modifiers.number("classSteps") * (year - former.getKey()), former.getValue());
    var byFee =
        decisions.decide(FEE_TABLE, Map.of("contributionClass", applied.code(), "year", year));
    int months = year == joinsOn.getYear() ? Fee.monthsFrom(joinsOn.getMonthValue()) : 12;
    boolean startUp = isStartUp(year, modifiers);
    var fee =
        new Fee(
            byFee.number("feeCents"),
            startUp ? startUpPercent(modifiers) : 100,
            months,
            inKindCents,
            (int) modifiers.number("inKindPercent"));
    // years without a row have no VAT to tell of
    var vat = decisions.all(VAT_TABLE, Map.of("year", year)).stream().findFirst();
    var basis = new ArrayList<>(List.of(basis(byTable), basis(byFee)));
    vat.ifPresent(row -> basis.add(basis(row)));
    return new Terms(
        year,
        assessed,
        applied,
        fee.cents(),
        startUp,
        fee.months(),
        fee.credit(),
        null,
        fee.amount(),
        basis,
        vat.map(row -> row.text("vatCategory")).orElse(null),
        vat.map(row -> (int) row.number("vatPercent")).orElse(null));
  }

  /** Young when the year, or in it the membership, begins; for its first contribution years. */
  private boolean isStartUp(int year, Verdict modifiers) {
    @Nullable LocalDate foundedOn = figures.foundedOn();
    if (kind != MemberKind.COMPANY || foundedOn == null) return false;
    if (year >= joinsOn.getYear() + modifiers.number("halfFeeYears")) return false;
    var begins = year == joinsOn.getYear() ? joinsOn : LocalDate.of(year, 1, 1);
    return begins.isBefore(foundedOn.plusYears(modifiers.number("startUpYears")));
  }

  /** Rows that an office wrote before the table had the column meant the half. */
  private static int startUpPercent(Verdict modifiers) {
    return modifiers.outputs().containsKey("startUpPercent")
        ? (int) modifiers.number("startUpPercent")
        : 50;
  }

  private static Basis basis(Verdict verdict) {
    return new Basis(
        verdict.table(), verdict.version(), verdict.text("rule"), verdict.text("source"));
  }
}
