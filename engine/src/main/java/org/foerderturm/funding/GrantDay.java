package org.foerderturm.funding;

/** A day in the life of a grant that somebody types, and that can be corrected. */
public enum GrantDay {
  /** When the notice became final. */
  FINALITY,
  /** When the cooperation agreement was signed. */
  AGREEMENT,
  /** When the objection was filed that is not decided yet. */
  OBJECTION,
  /** Since when payments are stopped. */
  PAYMENT_STOP
}
