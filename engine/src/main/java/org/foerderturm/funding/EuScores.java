package org.foerderturm.funding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.foerderturm.kernel.Rejected;

/**
 * Marks of a Horizon evaluation: 0 to 5 in steps of a half; enough with 3 for each criterion and 10
 * of 15 in all (Horizon Europe, General Annex D).
 */
public record EuScores(BigDecimal excellence, BigDecimal impact, BigDecimal implementation) {
  private static final BigDecimal HIGHEST = BigDecimal.valueOf(5);
  private static final BigDecimal LEAST_EACH = BigDecimal.valueOf(3);
  private static final BigDecimal LEAST_SUM = BigDecimal.TEN;

  public EuScores {
    for (var score : List.of(excellence, impact, implementation))
      if (score.signum() < 0
          || score.compareTo(HIGHEST) > 0
          || score.add(score).stripTrailingZeros().scale() > 0)
        throw new Rejected("score-not-possible", Map.of("score", score));
  }

  public BigDecimal sum() {
    return excellence.add(impact).add(implementation);
  }

  public boolean enough() {
    return List.of(excellence, impact, implementation).stream()
            .allMatch(score -> score.compareTo(LEAST_EACH) >= 0)
        && sum().compareTo(LEAST_SUM) >= 0;
  }
}
