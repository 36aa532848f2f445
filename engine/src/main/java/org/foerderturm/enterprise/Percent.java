package org.foerderturm.enterprise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.foerderturm.kernel.Rejected;

/** Shares: 0 to 100 percent with at most two decimals, so that 24.99 is not 25. */
final class Percent {
  static final int WHOLE = 100_00;
  static final BigDecimal ALL = new BigDecimal("100.00");
  static final BigDecimal HALF = new BigDecimal("50.00");

  private Percent() {}

  static BigDecimal checked(BigDecimal percent) {
    if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0)
      throw new Rejected("percent-not-possible", Map.of("percent", percent));
    try {
      return percent.setScale(2, RoundingMode.UNNECESSARY);
    } catch (ArithmeticException e) {
      throw new Rejected("percent-not-possible", Map.of("percent", percent));
    }
  }

  /** So much of a share, rounded up: a limit is not missed by rounding. */
  static BigDecimal part(BigDecimal share, BigDecimal percent) {
    return share.multiply(percent).divide(ALL, 2, RoundingMode.CEILING);
  }

  /** In hundredths of a percent. */
  static int weight(BigDecimal percent) {
    return percent.movePointRight(2).intValueExact();
  }
}
