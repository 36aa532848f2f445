package org.foerderturm.consortium;

import com.fasterxml.jackson.annotation.JsonProperty;

/** As what a partner takes part: who signs, who has costs of its own. */
public enum PartnerRole {
  @JsonProperty("coordinator")
  COORDINATOR,

  @JsonProperty("beneficiary")
  BENEFICIARY,

  @JsonProperty("affiliated-entity")
  AFFILIATED_ENTITY,

  @JsonProperty("associated-partner")
  ASSOCIATED_PARTNER,

  @JsonProperty("subcontractor")
  SUBCONTRACTOR
}
