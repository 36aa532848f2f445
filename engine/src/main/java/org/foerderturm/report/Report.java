package org.foerderturm.report;

import java.util.Locale;

/** What is reported on. Each has one dimension beside the year. */
public enum Report {
  /** Applications by programme; the year is that of the submission deadline. */
  PIPELINE,
  /** Contributions by class; the year is the one they are for. */
  CONTRIBUTIONS,
  /** Motions by body; the year is that of their submission. */
  DECISIONS,
  /** Ideas by topic; the year is that of their submission. */
  IDEAS;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
