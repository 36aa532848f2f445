package org.foerderturm.committee;

import java.util.Map;
import java.util.Set;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.People;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;

/** Who conducts a meeting. Both sign its minutes, each by a task that nobody else has. */
enum Conductor {
  CHAIR("chair-not-known", "chair-locked", "chair-may-not-sign"),
  CLERK("clerk-not-known", "clerk-locked", "clerk-may-not-sign");

  /**
   * The office, which prepares and records what the public is excluded from, and who examines it.
   * All others are inside by their seat on that day only: {@code is_insider} in the database.
   */
  private static final Set<Role> OFFICE =
      Set.of(Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR);

  private static final Set<Role> SIGNING =
      Set.of(Role.COMMITTEE_MEMBER, Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR);

  private final String notKnown;
  private final String locked;
  private final String mayNotSign;

  Conductor(String notKnown, String locked, String mayNotSign) {
    this.notKnown = notKnown;
    this.locked = locked;
    this.mayNotSign = mayNotSign;
  }

  static boolean office(Actor asker) {
    return OFFICE.stream().anyMatch(asker::has);
  }

  /**
   * Who can't sign in never signs, nor does who has no part in bodies or their office.
   *
   * @throws Rejected {@code chair-not-known}, {@code chair-locked} or {@code chair-may-not-sign},
   *     or the same of the clerk
   */
  void mustBeAbleToSign(String userId, People people) {
    var person = people.find(userId).orElseThrow(() -> refused(notKnown, userId));
    if (person.locked()) throw refused(locked, userId);
    if (person.roles().stream().noneMatch(SIGNING::contains)) throw refused(mayNotSign, userId);
  }

  private static Rejected refused(String code, String userId) {
    return new Rejected(code, Map.of("userId", userId));
  }
}
