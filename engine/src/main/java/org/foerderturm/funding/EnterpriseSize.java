package org.foerderturm.funding;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Size of an enterprise by Recommendation 2003/361/EC; the order is that of the size. */
public enum EnterpriseSize {
  @JsonProperty("micro")
  MICRO,
  @JsonProperty("small")
  SMALL,
  @JsonProperty("medium")
  MEDIUM,
  @JsonProperty("large")
  LARGE;

  private static final long MILLION = 100_000_000L; // euro cents

  /**
   * Figures of one closed year, linked and partner enterprises included.
   *
   * @param staff annual work units
   */
  public record Year(int staff, long turnoverCents, long balanceCents) {
    public Year {
      if (staff < 0 || turnoverCents < 0 || balanceCents < 0)
        throw new IllegalArgumentException("figures must not be negative");
    }

    EnterpriseSize size() {
      if (staff < 10 && fits(2 * MILLION, 2 * MILLION)) return MICRO;
      if (staff < 50 && fits(10 * MILLION, 10 * MILLION)) return SMALL;
      if (staff < 250 && fits(50 * MILLION, 43 * MILLION)) return MEDIUM;
      return LARGE;
    }

    private boolean fits(long turnover, long balance) {
      return turnoverCents <= turnover || balanceCents <= balance;
    }
  }

  /**
   * The status after the given years: it changes only when two consecutive years lie on the same
   * side of it (Annex Art. 4 (2)); with 25 % or more public control nobody is an SME (Art. 3 (4)).
   *
   * @param years oldest first, at least one
   */
  public static EnterpriseSize of(List<Year> years, int publicControlPercent) {
    if (publicControlPercent >= 25) return LARGE;
    var status = years.getFirst().size();
    for (int i = 1; i < years.size(); i++) {
      var before = years.get(i - 1).size();
      var now = years.get(i).size();
      if (before.compareTo(status) > 0 && now.compareTo(status) > 0)
        status = before.compareTo(now) < 0 ? before : now;
      else if (before.compareTo(status) < 0 && now.compareTo(status) < 0)
        status = before.compareTo(now) > 0 ? before : now;
    }
    return status;
  }
}
