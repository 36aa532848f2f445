package org.foerderturm.council;

import java.util.Map;
import org.foerderturm.kernel.People;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Who must agree to a paper before it is checked.
 *
 * @param group code of the role whose members may sign for the department
 * @param userId the one person who signs; null for anyone of the group
 */
public record Cosigner(String department, @Nullable String group, @Nullable String userId) {

  /**
   * The task goes to the one person alone: if that one can't sign, nobody can.
   *
   * @throws Rejected {@code cosigner-not-known}, {@code cosigner-locked} or {@code
   *     cosigner-may-not-sign}
   */
  void mustBeAbleToSign(People people) {
    if (userId == null) return;
    var person = people.find(userId).orElseThrow(() -> refused("cosigner-not-known", userId));
    if (person.locked()) throw refused("cosigner-locked", userId);
    if (group != null && person.roles().stream().noneMatch(role -> role.code().equals(group)))
      throw refused("cosigner-may-not-sign", userId);
  }

  private Rejected refused(String code, String person) {
    return new Rejected(code, Map.of("department", department, "userId", person));
  }
}
