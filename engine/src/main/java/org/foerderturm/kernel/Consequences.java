package org.foerderturm.kernel;

/**
 * Commands that follow from the one at hand, in its transaction: all happen or none. A parameter of
 * command handlers.
 */
public interface Consequences {
  /**
   * @throws Rejected if a rule refuses it; the handler lets it pass, and nothing has happened
   */
  void send(Command command);
}
