package org.foerderturm.kernel;

import org.jspecify.annotations.Nullable;

/**
 * An event that sets right what an earlier one of the same stream said wrongly. Both stay: the page
 * shows what holds, and beside it what was wrong. What it corrects stands in components whose names
 * begin with {@code former}, beside the right ones without.
 */
public interface Correction extends Event {
  /** Why; never blank. */
  String reason();

  /**
   * Id of the event that told it wrongly, the last one if it was corrected before; null in events
   * of earlier versions.
   */
  @Nullable String corrects();

  /**
   * @throws Rejected {@code reason-missing}
   */
  static String reasoned(String reason) {
    if (reason.isBlank()) throw new Rejected("reason-missing");
    return reason.strip();
  }
}
