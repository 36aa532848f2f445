package org.foerderturm.project;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** A traffic light (Ampel) of a status report, from good to bad. */
public enum Light {
  @JsonProperty("green")
  GREEN(0),

  @JsonProperty("amber")
  AMBER(1),

  @JsonProperty("red")
  RED(2);

  private final int weight;

  Light(int weight) {
    this.weight = weight;
  }

  /** How bad it is: what is worse has more. Stored; never changed. */
  int weight() {
    return weight;
  }

  /** As stored: {@code green}, {@code amber} or {@code red}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
