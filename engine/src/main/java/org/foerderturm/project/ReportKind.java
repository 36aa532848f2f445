package org.foerderturm.project;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a status report is written. */
public enum ReportKind {
  /** Because a reporting period is over. */
  @JsonProperty("periodic")
  PERIODIC,

  /** Because of an event. */
  @JsonProperty("occasion")
  OCCASION
}
