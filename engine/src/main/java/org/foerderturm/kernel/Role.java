package org.foerderturm.kernel;

import java.util.Locale;

/** What a person may do in the office. BPMN candidate groups are these {@link #code() codes}. */
public enum Role {
  PROJECT_MANAGER,
  OFFICE_LEAD,
  EXPERT_TEAM,
  SCIENTIFIC_ADVISOR,
  /** Kämmerei: checks what council papers cost. */
  FINANCE_OFFICE,
  /** Rechtsamt: checks whether council papers may be resolved so. */
  LEGAL_OFFICE,
  COMMITTEE_MEMBER,
  MODELER,
  AUDITOR,
  ADMINISTRATOR;

  /** The kebab-case name used in models, URLs and stored events, e.g. {@code project-manager}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException if no role has this code
   */
  public static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
