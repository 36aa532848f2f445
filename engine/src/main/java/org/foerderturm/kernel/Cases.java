package org.foerderturm.kernel;

/**
 * Knows which cases are under way. A parameter of command handlers, for rules about what nobody may
 * touch while somebody works on it.
 */
public interface Cases {
  /**
   * @param caseKey id of what the case is about
   */
  boolean underWay(String caseKey);
}
