package org.foerderturm.alliance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foerderturm.kernel.Rejected;

/**
 * The class that decides the fee. Companies climb the first five, from small to large; every other
 * kind of organisation has a class of its own.
 */
public enum ContributionClass {
  @JsonProperty("micro")
  MICRO,

  @JsonProperty("small")
  SMALL,

  @JsonProperty("medium")
  MEDIUM,

  @JsonProperty("large")
  LARGE,

  @JsonProperty("large-over-500m")
  LARGE_OVER_500M,

  @JsonProperty("science")
  SCIENCE,

  @JsonProperty("association")
  ASSOCIATION,

  @JsonProperty("ngo")
  NGO,

  @JsonProperty("municipality")
  MUNICIPALITY;

  /** What companies climb. */
  private static final List<ContributionClass> LADDER =
      List.of(MICRO, SMALL, MEDIUM, LARGE, LARGE_OVER_500M);

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws Rejected {@code contribution-class-unknown} if a table names a class that isn't one
   */
  static ContributionClass of(String code) {
    for (var each : values()) if (each.code().equals(code)) return each;
    throw new Rejected("contribution-class-unknown", Map.of("class", code));
  }

  /** This class, or the one that is the given number of steps above the former if that is lower. */
  ContributionClass atMost(int steps, ContributionClass former) {
    int here = LADDER.indexOf(this);
    int there = LADDER.indexOf(former);
    if (here < 0 || there < 0) return this;
    return LADDER.get(Math.min(here, there + Math.max(steps, 0)));
  }
}
