package org.foerderturm.alliance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The six expert teams (Expertenteams) of the alliance. */
public enum ExpertTeam {
  @JsonProperty("mobility-logistics")
  MOBILITY_LOGISTICS,

  @JsonProperty("it-citizen-services")
  IT_CITIZEN_SERVICES,

  @JsonProperty("demographic-change")
  DEMOGRAPHIC_CHANGE,

  @JsonProperty("security")
  SECURITY,

  @JsonProperty("energy-climate")
  ENERGY_CLIMATE,

  @JsonProperty("urban-infrastructure")
  URBAN_INFRASTRUCTURE;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
