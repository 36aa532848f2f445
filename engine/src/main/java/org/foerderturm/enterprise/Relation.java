package org.foerderturm.enterprise;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Map;
import org.foerderturm.kernel.Rejected;

/** What a share makes of two enterprises (Recommendation 2003/361/EC, Annex Art. 3). */
public enum Relation {
  /** Counts in full, and belongs to the same single undertaking. */
  @JsonProperty("linked")
  LINKED,

  /** Counts by its share. */
  @JsonProperty("partner")
  PARTNER,

  /** Counts for nothing. */
  @JsonProperty("independent")
  INDEPENDENT;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Relation of(String code) {
    for (var relation : values()) if (relation.code().equals(code)) return relation;
    throw new Rejected("relation-unknown", Map.of("relation", code));
  }
}
