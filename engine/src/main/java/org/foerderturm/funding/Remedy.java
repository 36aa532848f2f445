package org.foerderturm.funding;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What can be done against a notice. */
public enum Remedy {
  /** Before the authority itself (Widerspruch, § 70 VwGO). */
  @JsonProperty("objection")
  OBJECTION,

  /** Before the court (Klage, § 74 VwGO). */
  @JsonProperty("action")
  ACTION,

  /** Of the evaluation, by the European Union itself. */
  @JsonProperty("review")
  REVIEW;

  /** The remedy as tables, views and messages name it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
