package org.foerderturm.consortium;

/** Whose opinion on a consortium it is. */
public enum OpinionKind {
  /** Of the team of experts. */
  EXPERT,
  /** Of the scientific adviser. */
  SCIENTIFIC
}
