package org.foerderturm.kernel;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Knows which organisations left the alliance and who speaks for one no longer. A parameter of
 * command handlers, for rules about whom somebody picked. What it says is what lists show, a moment
 * old at most.
 */
public interface Memberships {
  /** Last day, if it is past, of an organisation that left; empty for all others. */
  Optional<LocalDate> leftOn(String memberId);

  /** Last day, past or ahead, of an organisation that leaves or left; empty for all others. */
  Optional<LocalDate> lastDay(String memberId);

  /** Last day on which a person speaks for a member; empty if there is none. */
  Optional<LocalDate> speaksUntil(String contactId);

  /**
   * @throws Rejected {@code member-has-left}
   */
  default void mustNotHaveLeft(String memberId) {
    leftOn(memberId)
        .ifPresent(
            day -> {
              throw new Rejected("member-has-left", Map.of("leftOn", day.toString()));
            });
  }
}
