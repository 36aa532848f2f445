package org.foerderturm.funding;

import java.util.Locale;

/** What a funder's notice says; the table funding-remedies knows what can be done against it. */
enum NoticeKind {
  GRANT,
  CHANGE,
  REJECTION,
  REVOCATION,

  /** On an objection or another remedy. */
  DECISION;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
