package org.foerderturm.alliance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What kind of organisation a member is. */
public enum MemberKind {
  @JsonProperty("company")
  COMPANY,

  @JsonProperty("university")
  UNIVERSITY,

  @JsonProperty("research")
  RESEARCH,

  @JsonProperty("association")
  ASSOCIATION,

  @JsonProperty("chamber")
  CHAMBER,

  @JsonProperty("ngo")
  NGO,

  @JsonProperty("municipality")
  MUNICIPALITY;

  /** As stored and as the decision tables know it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
