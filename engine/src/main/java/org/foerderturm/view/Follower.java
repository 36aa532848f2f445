package org.foerderturm.view;

import java.time.Duration;

/** Something that follows the ledger and that a caller may wait for. */
public interface Follower {
  /**
   * Waits until it has passed a position, or patience ends.
   *
   * @return the position that the next follower should be asked for: higher, if this one wrote more
   */
  long await(long position, Duration patience);
}
