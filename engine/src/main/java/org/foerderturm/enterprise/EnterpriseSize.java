package org.foerderturm.enterprise;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Map;
import org.foerderturm.kernel.Rejected;

/** Size of an enterprise by Recommendation 2003/361/EC; the order is that of the size. */
public enum EnterpriseSize {
  @JsonProperty("micro")
  MICRO,
  @JsonProperty("small")
  SMALL,
  @JsonProperty("medium")
  MEDIUM,

  /** No SME, be it for its size or for public control. */
  @JsonProperty("large")
  LARGE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws Rejected {@code size-unknown} if a table names a size that there is not
   */
  public static EnterpriseSize of(String code) {
    for (var size : values()) if (size.code().equals(code)) return size;
    throw new Rejected("size-unknown", Map.of("size", code));
  }
}
