package org.foerderturm.council;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** How a body dealt with a paper. */
public enum ConsultationResult {
  /** Resolved, or recommended. */
  @JsonProperty("adopted")
  ADOPTED,

  /** Resolved, or recommended, with changes: its own wording, its own sum. */
  @JsonProperty("amended")
  AMENDED,

  /** Not resolved, or not recommended. */
  @JsonProperty("rejected")
  REJECTED,

  @JsonProperty("noted")
  NOTED,

  /** Stays before the body, for a later meeting. */
  @JsonProperty("postponed")
  POSTPONED;

  /**
   * Whether it is what a body's vote came to.
   *
   * @param decision result of the motion; null if that body decided none
   */
  boolean says(@Nullable String decision) {
    return switch (this) {
      case ADOPTED -> "adopted".equals(decision);
      case AMENDED -> "amended".equals(decision);
      case REJECTED -> "rejected".equals(decision);
      case NOTED, POSTPONED -> false;
    };
  }
}
