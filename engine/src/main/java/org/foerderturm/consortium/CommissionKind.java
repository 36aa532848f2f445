package org.foerderturm.consortium;

import com.fasterxml.jackson.annotation.JsonProperty;

/** For what a consortium pays the office. */
public enum CommissionKind {
  @JsonProperty("advice")
  ADVICE,

  @JsonProperty("application")
  APPLICATION,

  @JsonProperty("steering")
  STEERING
}
