package org.foerderturm.kernel;

/**
 * Knows which consortia were ever proposed here. A parameter of command handlers, for rules about a
 * consortium whose id somebody typed. What it says is what the log holds at that moment.
 */
public interface Consortia {
  /** Also true of one that was rejected or dissolved since. */
  boolean exists(String consortiumId);
}
