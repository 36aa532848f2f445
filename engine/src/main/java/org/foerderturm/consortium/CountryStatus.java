package org.foerderturm.consortium;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a country stands to the European Union, by the decision table country-status. */
public enum CountryStatus {
  @JsonProperty("member-state")
  MEMBER_STATE,

  @JsonProperty("associated")
  ASSOCIATED,

  @JsonProperty("third-country")
  THIRD_COUNTRY
}
