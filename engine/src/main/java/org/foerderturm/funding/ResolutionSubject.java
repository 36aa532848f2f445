package org.foerderturm.funding;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a body resolves about an application. */
public enum ResolutionSubject {
  /** Whether to apply at all. */
  @JsonProperty("application")
  APPLICATION,

  /** Whether the city pays its own share. */
  @JsonProperty("own-share")
  OWN_SHARE
}
