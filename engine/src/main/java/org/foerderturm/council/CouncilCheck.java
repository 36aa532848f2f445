package org.foerderturm.council;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.foerderturm.kernel.Role;

/** Who looks at a paper before it is registered. */
public enum CouncilCheck {
  /** Kämmerei: cover and effects. */
  @JsonProperty("finance")
  FINANCE(Role.FINANCE_OFFICE),

  /** Rechtsamt: whether it may be resolved so. */
  @JsonProperty("legal")
  LEGAL(Role.LEGAL_OFFICE);

  private final Role office;

  CouncilCheck(Role office) {
    this.office = office;
  }

  /** Whose check it is. */
  Role office() {
    return office;
  }
}
