package org.foerderturm.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.foerderturm.view.ProjectionRates;
import org.foerderturm.view.TestLog;
import org.junit.jupiter.api.Test;

/**
 * A floor far below what one sees, so that only a real loss of speed fails; the figure is printed.
 */
class CaseProjectionRateIT {
  private static final int CASES = Integer.getInteger("rate.cases", 3_000);

  @Test
  void a_rebuild_of_cases_is_quick() {
    var log = new TestLog(new CaseProjection());
    var cost = ProjectionRates.play(log, CASES, false);
    System.out.println("cases: " + cost.perEvent(CASES * 11));
    assertThat((cost.serverNanos() + cost.clientNanos()) / (CASES * 11)).isLessThan(400_000);
  }
}
