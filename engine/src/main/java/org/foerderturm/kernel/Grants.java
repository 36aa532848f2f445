package org.foerderturm.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Knows what of a grant decides how long a project's files are kept. A parameter of command
 * handlers. What it says is what lists show, a moment old at most.
 */
public interface Grants {
  /** Null if nothing was granted on this application. */
  @Nullable Granted of(String applicationId);

  /**
   * @param programme code of the programme
   * @param grantedOn when its notice was received
   * @param lastPaymentOn when money of it came in last; null while none did
   * @param exempted whether it is state aid that is exempted (GBER)
   * @param deMinimis whether it is de-minimis aid
   */
  record Granted(
      String programme,
      LocalDate grantedOn,
      @Nullable LocalDate lastPaymentOn,
      boolean exempted,
      boolean deMinimis) {}
}
