package org.foerderturm.committee;

/** What a body is for. Its rules are its own, see {@link BodyRules}. */
public enum BodyKind {
  /** Lenkungs- oder Beratungsgremium: advises, reviews, releases. */
  STEERING,
  /** Rat: decides. */
  COUNCIL,
  /** Ausschuss. */
  COMMITTEE,
  /** Vorstand, Beirat. */
  BOARD;

  /**
   * A council and its committees decide in meetings only (GO NRW § 47, § 50, § 58): no rule of
   * their own can allow anything else.
   */
  public boolean decidesInMeetingsOnly() {
    return this == COUNCIL || this == COMMITTEE;
  }
}
