package org.foerderturm.funding;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a call gives marks for, and their sum. */
public enum MarkKind {
  @JsonProperty("excellence")
  EXCELLENCE,
  @JsonProperty("impact")
  IMPACT,
  @JsonProperty("implementation")
  IMPLEMENTATION,

  /** Of the marks, each with its weight. */
  @JsonProperty("sum")
  SUM;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
