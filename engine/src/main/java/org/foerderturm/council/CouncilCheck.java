package org.foerderturm.council;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who looks at a paper before it is registered. */
public enum CouncilCheck {
  /** Kämmerei: cover and effects. */
  @JsonProperty("finance")
  FINANCE,

  /** Rechtsamt: whether it may be resolved so. */
  @JsonProperty("legal")
  LEGAL
}
