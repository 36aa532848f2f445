package org.foerderturm.funding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.foerderturm.kernel.Merge;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * What a call itself says of one mark, where it differs from its programme.
 *
 * @param least the threshold; a mark below it fails the application
 * @param weight how often the mark counts in the sum; null is once, and of the sum nothing
 */
public record CallThreshold(
    CallStage stage, MarkKind mark, BigDecimal least, @Nullable BigDecimal weight)
    implements Merge.Keyed {
  private static final BigDecimal MOST = BigDecimal.valueOf(1000);

  public CallThreshold {
    if (least.signum() < 0 || least.compareTo(MOST) > 0)
      throw new Rejected("threshold-impossible", Map.of("least", least));
    if (weight != null && (weight.signum() <= 0 || weight.compareTo(MOST) > 0))
      throw new Rejected("weight-impossible", Map.of("weight", weight));
  }

  @Override
  public Object key() {
    return List.of(stage, mark);
  }
}
