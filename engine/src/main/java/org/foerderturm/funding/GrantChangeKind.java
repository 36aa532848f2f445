package org.foerderturm.funding;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What of a grant shall be changed. */
public enum GrantChangeKind {
  /** Money moves from one cost row of a partner to another. */
  @JsonProperty("reallocation")
  REALLOCATION,

  /** The grant period ends later, and so do the proofs. */
  @JsonProperty("extension")
  EXTENSION,

  /** One partner's place passes to another. */
  @JsonProperty("partner")
  PARTNER
}
