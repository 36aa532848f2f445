package org.foerderturm.kernel;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, for whom, with which roles at that moment. Stored with every event.
 *
 * @param userId login name, or {@code system} for timers, jobs and the start-up
 * @param onBehalfOf the represented user or role code, if any
 * @param roles the roles held when the command was sent
 */
public record Actor(String userId, @Nullable String onBehalfOf, Set<Role> roles) {
  /** Timers, jobs and start-up work; no person. May do what {@link AllowedTo#models()} allows. */
  public static final Actor SYSTEM = new Actor("system", null, Set.of());

  public Actor {
    if (userId.isBlank()) throw new IllegalArgumentException("userId must not be blank");
    roles = Set.copyOf(roles);
  }

  public static Actor of(String userId, Role... roles) {
    return new Actor(userId, null, Set.of(roles));
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  /** Role codes in alphabetical order, joined by commas, as stored in the log. */
  public String roleCodes() {
    var codes = new TreeSet<String>();
    roles.forEach(role -> codes.add(role.code()));
    return String.join(",", codes);
  }
}
