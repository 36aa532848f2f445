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

  /** Its first bytes, by which one knows what kind it is; none where nobody looks. */
  default byte[] begin(String sha256) {
    return new byte[0];
  }
}
