package org.foerderturm.consortium;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The six fields (Themenfelder) in which the alliance works. */
public enum Topic {
  @JsonProperty("energy")
  ENERGY,

  @JsonProperty("mobility-logistics")
  MOBILITY_LOGISTICS,

  @JsonProperty("people-demography")
  PEOPLE_DEMOGRAPHY,

  @JsonProperty("it-citizen-services")
  IT_CITIZEN_SERVICES,

  @JsonProperty("harbour")
  HARBOUR,

  @JsonProperty("security")
  SECURITY
}
