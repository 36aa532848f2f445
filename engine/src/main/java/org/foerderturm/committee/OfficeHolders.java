package org.foerderturm.committee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foerderturm.committee.CommitteeEvent.OfficeAssigned;
import org.foerderturm.committee.CommitteeEvent.OfficeEnded;
import org.jspecify.annotations.Nullable;

/** Who holds which office in a {@link Body}, and when. */
final class OfficeHolders {
  private final List<OfficeAssigned> held = new ArrayList<>();

  void add(OfficeAssigned assigned) {
    held.add(assigned);
  }

  void remove(OfficeEnded ended) {
    held.removeIf(each -> is(each, ended.office(), ended.userId()));
  }

  boolean holds(BodyOffice office, String userId) {
    return held.stream().anyMatch(each -> is(each, office, userId));
  }

  boolean holds(BodyOffice office, String userId, LocalDate day) {
    return held.stream()
        .filter(each -> is(each, office, userId))
        .anyMatch(each -> !from(each).isAfter(day) && !until(each).isBefore(day));
  }

  /** Who has that office on a day of that time; null if it is free. */
  @Nullable String holder(BodyOffice office, @Nullable LocalDate from, @Nullable LocalDate until) {
    var first = from == null ? LocalDate.MIN : from;
    var last = until == null ? LocalDate.MAX : until;
    return held.stream()
        .filter(each -> each.office() == office)
        .filter(each -> !from(each).isAfter(last) && !until(each).isBefore(first))
        .map(OfficeAssigned::userId)
        .findFirst()
        .orElse(null);
  }

  private static boolean is(OfficeAssigned each, BodyOffice office, String userId) {
    return each.office() == office && each.userId().equals(userId);
  }

  private static LocalDate from(OfficeAssigned each) {
    return each.from() == null ? LocalDate.MIN : each.from();
  }

  private static LocalDate until(OfficeAssigned each) {
    return each.until() == null ? LocalDate.MAX : each.until();
  }
}
