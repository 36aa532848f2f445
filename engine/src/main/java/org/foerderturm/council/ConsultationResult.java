package org.foerderturm.council;

import com.fasterxml.jackson.annotation.JsonProperty;

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
  POSTPONED
}
