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
  BOARD
}
