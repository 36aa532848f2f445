package org.foerderturm.project;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a light stands against the one of the report before. */
public enum Trend {
  /** There was no report before. */
  @JsonProperty("first")
  FIRST,

  @JsonProperty("better")
  BETTER,

  @JsonProperty("same")
  SAME,

  @JsonProperty("worse")
  WORSE;

  static Trend of(@Nullable Light before, Light now) {
    if (before == null) return FIRST;
    int change = now.compareTo(before);
    return change == 0 ? SAME : change < 0 ? BETTER : WORSE;
  }

  /** As stored: {@code first}, {@code better}, {@code same} or {@code worse}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
