package org.foerderturm.funding;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a rejection notice can be contested. */
public enum Remedy {
  /** Before the authority itself (Widerspruch, § 70 VwGO). */
  @JsonProperty("objection")
  OBJECTION,

  /** Before the court (Klage, § 74 VwGO). */
  @JsonProperty("action")
  ACTION
}
