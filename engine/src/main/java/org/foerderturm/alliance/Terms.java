package org.foerderturm.alliance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the contribution of one year came about, down to the cent.
 *
 * @param assessedClass by the decision table
 * @param appliedClass after "at most one class up a year"
 * @param feeCents of the applied class for a whole year
 * @param months months of membership in the year
 * @param creditCents what counts of the value given in kind
 * @param exceptionReason why the board set another amount; null if it didn't
 * @param amountCents to pay
 * @param basis the rows of the tables that said so
 * @param vatCategory a code, how VAT looks at the contribution; null for years before it had to
 * @param vatPercent rate of VAT; null as the category
 */
public record Terms(
    int year,
    ContributionClass assessedClass,
    ContributionClass appliedClass,
    long feeCents,
    boolean startUp,
    int months,
    long creditCents,
    @Nullable String exceptionReason,
    long amountCents,
    List<Basis> basis,
    @Nullable String vatCategory,
    @Nullable Integer vatPercent) {

  /** Of a year before VAT had to be told. */
  public Terms(
      int year,
      ContributionClass assessedClass,
      ContributionClass appliedClass,
      long feeCents,
      boolean startUp,
      int months,
      long creditCents,
      @Nullable String exceptionReason,
      long amountCents,
      List<Basis> basis) {
    this(
        year,
        assessedClass,
        appliedClass,
        feeCents,
        startUp,
        months,
        creditCents,
        exceptionReason,
        amountCents,
        basis,
        null,
        null);
  }

  /**
   * @param version of the table that was asked
   * @param rule its row
   * @param source who resolved or published it
   */
  public record Basis(String table, int version, String rule, String source) {}

  Terms withException(long cents, String reason) {
    return new Terms(
        year,
        assessedClass,
        appliedClass,
        feeCents,
        startUp,
        months,
        creditCents,
        reason,
        cents,
        basis,
        vatCategory,
        vatPercent);
  }
}
