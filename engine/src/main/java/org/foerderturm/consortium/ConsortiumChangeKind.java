package org.foerderturm.consortium;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What changes in a consortium that runs. */
public enum ConsortiumChangeKind {
  @JsonProperty("exit")
  EXIT,

  @JsonProperty("replacement")
  REPLACEMENT,

  @JsonProperty("amendment")
  AMENDMENT
}
