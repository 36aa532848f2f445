package org.foerderturm.project;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** A traffic light (Ampel) of a status report, from good to bad. */
public enum Light {
  @JsonProperty("green")
  GREEN,

  @JsonProperty("amber")
  AMBER,

  @JsonProperty("red")
  RED;

  /** As stored: {@code green}, {@code amber} or {@code red}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
