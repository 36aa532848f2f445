package org.foerderturm.funding;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a call asks for: the outline of a call in two stages, or the application itself. */
public enum CallStage {
  @JsonProperty("first")
  FIRST,

  /** The only stage, or the second of two. */
  @JsonProperty("full")
  FULL
}
