package org.foerderturm.kernel;

/**
 * Keeps which numbers the office's own invoices have. A parameter of command handlers, so that no
 * number stands on two invoices, even if both are written at the same moment.
 */
public interface Invoices {
  /**
   * Gives the number to an invoice, in the transaction of the command, and gives its former one
   * back.
   *
   * @param invoiceOf id of the contribution or commission that it is for; it may have the number
   *     already
   * @throws Rejected {@code invoice-number-taken}
   */
  void reserve(String number, String invoiceOf);
}
