package org.foerderturm.kernel;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Knows who left the alliance. A parameter of command handlers, for rules about an organisation
 * that comes back under its name. What it says is what lists show, a moment old at most.
 */
public interface Members {
  /** The last day of the organisation of that name; empty if none of that name left. */
  Optional<LocalDate> leftOn(String name);
}
