package org.foerderturm.committee;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A term of office; both days belong to it, null is open. */
record Term(String userId, @Nullable LocalDate from, @Nullable LocalDate until) {
  boolean covers(LocalDate day) {
    return !first().isAfter(day) && !last().isBefore(day);
  }

  boolean overlaps(Term other) {
    return !first().isAfter(other.last()) && !other.first().isAfter(last());
  }

  LocalDate first() {
    return from == null ? LocalDate.MIN : from;
  }

  private LocalDate last() {
    return until == null ? LocalDate.MAX : until;
  }
}
