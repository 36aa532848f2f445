package org.foerderturm.kernel;

/**
 * Keeps papers that the office makes, in the transaction of the command at hand. A parameter of
 * command handlers.
 */
public interface Archive {
  /**
   * @return SHA-256 of the content, hex, under which it is found again
   */
  String store(byte[] content);

  /** Whether such a content was stored before. */
  boolean has(String sha256);
}
