package org.foerderturm.alliance;

import com.fasterxml.jackson.annotation.JsonProperty;
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
    if (!isOfCompanies() || !former.isOfCompanies()) return this;
    return values()[Math.min(ordinal(), Math.max(former.ordinal() + Math.max(steps, 0), 0))];
  }

  private boolean isOfCompanies() {
    return ordinal() <= LARGE_OVER_500M.ordinal();
  }
}
