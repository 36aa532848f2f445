package org.foerderturm.committee;

/** What a member says to a motion. An abstention counts for the quorum only. */
public enum Vote {
  YES,
  NO,
  ABSTAIN
}
