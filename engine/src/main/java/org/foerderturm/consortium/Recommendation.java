package org.foerderturm.consortium;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an opinion advises. */
public enum Recommendation {
  @JsonProperty("recommended")
  RECOMMENDED,

  @JsonProperty("with-conditions")
  WITH_CONDITIONS,

  @JsonProperty("not-recommended")
  NOT_RECOMMENDED
}
