package org.foerderturm.committee;

import java.util.Map;
import java.util.Set;
import org.foerderturm.kernel.People;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;

/** Who conducts a meeting. Both sign its minutes, each by a task that nobody else has. */
enum Conductor {
  CHAIR("chair-not-known", "chair-locked", "chair-may-not-sign"),
  CLERK("clerk-not-known", "clerk-locked", "clerk-may-not-sign");

  /** Who may read what the public is excluded from. */
  static final Set<Role> INSIDE =
      Set.of(Role.COMMITTEE_MEMBER, Role.PROJECT_MANAGER, Role.OFFICE_LEAD, Role.AUDITOR);

  private final String notKnown;
  private final String locked;
  private final String mayNotSign;

  Conductor(String notKnown, String locked, String mayNotSign) {
    this.notKnown = notKnown;
    this.locked = locked;
    this.mayNotSign = mayNotSign;
  }

  /**
   * Who can't sign in never signs, and who may not read the closed part can't answer for it.
   *
   * @throws Rejected {@code chair-not-known}, {@code chair-locked} or {@code chair-may-not-sign},
   *     or the same of the clerk
   */
  void mustBeAbleToSign(String userId, People people) {
    var person = people.find(userId).orElseThrow(() -> refused(notKnown, userId));
    if (person.locked()) throw refused(locked, userId);
    if (person.roles().stream().noneMatch(INSIDE::contains)) throw refused(mayNotSign, userId);
  }

  private static Rejected refused(String code, String userId) {
    return new Rejected(code, Map.of("userId", userId));
  }
}
