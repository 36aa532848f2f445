package org.foerderturm.alliance;

/** A day in the collecting of a contribution that somebody types, and that can be corrected. */
public enum ContributionDay {
  /** When a reminder was sent. */
  REMINDER,
  /** Until when payment is deferred; the last deferral counts. */
  DEFERRAL,
  /** When the default was declared. */
  DEFAULT
}
