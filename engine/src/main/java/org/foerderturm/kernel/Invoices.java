package org.foerderturm.kernel;

/**
 * Knows which numbers the office's own invoices have. A parameter of command handlers, so that no
 * number stands on two invoices. What it says is what lists show, a moment old at most.
 */
public interface Invoices {
  /**
   * @param contributionId whose own invoice may have the number
   * @throws Rejected {@code invoice-number-taken}
   */
  void mustBeFree(String number, String contributionId);
}
