package org.foerderturm.consortium;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of body a partner is. */
public enum OrganisationKind {
  @JsonProperty("municipality")
  MUNICIPALITY,

  @JsonProperty("municipal-company")
  MUNICIPAL_COMPANY,

  @JsonProperty("company")
  COMPANY,

  @JsonProperty("sme")
  SME,

  @JsonProperty("university")
  UNIVERSITY,

  @JsonProperty("research")
  RESEARCH,

  @JsonProperty("association")
  ASSOCIATION,

  @JsonProperty("ngo")
  NGO
}
