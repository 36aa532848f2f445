package org.foerderturm.database;

/** The database can't be used as it is; the message says what is wrong, the action what to do. */
public final class DatabaseRefused extends RuntimeException {
  private final String action;

  DatabaseRefused(String message, String action) {
    super(message);
    this.action = action;
  }

  DatabaseRefused(String message, String action, Throwable cause) {
    super(message, cause);
    this.action = action;
  }

  /** What the person who starts the program can do, in a sentence. */
  public String action() {
    return action;
  }
}
