package org.foerderturm.funding;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an application reached the funder; the call says which of the two meets the deadline. */
public enum Arrival {
  @JsonProperty("electronic")
  ELECTRONIC,

  @JsonProperty("paper")
  PAPER
}
