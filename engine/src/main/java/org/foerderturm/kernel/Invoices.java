package org.foerderturm.kernel;

/**
 * Keeps which numbers the office's own invoices have. A parameter of command handlers, so that no
 * number stands on two invoices, even if both are written at the same moment.
 */
public interface Invoices {
  /**
   * Gives the number to an invoice or credit note, in the transaction of the command. It stays
   * given, also when the invoice is cancelled.
   *
   * @param invoiceOf id of the contribution or commission that it is for; it may have the number
   *     already
   * @throws Rejected {@code invoice-number-taken}
   */
  void reserve(String number, String invoiceOf);

  /**
   * Gives back a number that was mistyped and gives another in its place.
   *
   * @throws Rejected {@code invoice-number-taken}
   */
  default void replace(String former, String number, String invoiceOf) {
    reserve(number, invoiceOf);
  }
}
