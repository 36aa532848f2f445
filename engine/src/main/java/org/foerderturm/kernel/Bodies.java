package org.foerderturm.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Knows the bodies (Gremien) that meet in this office. A parameter of command handlers, for rules
 * about who may decide what. What it says is what the log holds at that moment.
 */
public interface Bodies {
  /**
   * Whether the body is one of the municipality, a council or a committee of it, whose resolution
   * binds the municipality (GO NRW § 41, § 58); false of the alliance's own bodies and of one that
   * nobody founded.
   */
  boolean isMunicipal(String bodyId);

  /**
   * Whether a resolution of a body binds nobody any more or not yet, because the mayor objected to
   * it (GO NRW § 54).
   */
  boolean suspended(String bodyId, String motionId);

  /** What a body decided on a motion, e.g. {@code adopted}; null if this one decided no such. */
  @Nullable String decision(String bodyId, String motionId);
}
