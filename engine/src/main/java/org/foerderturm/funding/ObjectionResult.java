package org.foerderturm.funding;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an objection against the notice ended. */
public enum ObjectionResult {
  /** The funder gave in: the notice says another amount now. */
  @JsonProperty("remedied")
  REMEDIED,

  @JsonProperty("refused")
  REFUSED,

  @JsonProperty("withdrawn")
  WITHDRAWN
}
