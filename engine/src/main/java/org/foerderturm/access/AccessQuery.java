package org.foerderturm.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Query;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Questions about people. */
public sealed interface AccessQuery<R> extends Query<R> {

  @AllowedTo(Role.ADMINISTRATOR)
  record FindUsers() implements AccessQuery<List<UserRow>> {}

  /** One person, for sign-in and for the session's rights; null if unknown. */
  @AllowedTo(Role.ADMINISTRATOR)
  record FindUser(String userId) implements AccessQuery<@Nullable UserRow> {}

  /** User id → display name of everyone. */
  @AllowedTo(everyone = true)
  record FindNames() implements AccessQuery<Map<String, String>> {}

  /** User ids of those who may not sign in at present. */
  @AllowedTo(everyone = true)
  record FindLocked() implements AccessQuery<Set<String>> {}

  /**
   * Roles for which open tasks wait and which nobody holds who may sign in, by the number of those
   * tasks: such a task reaches nobody.
   */
  @AllowedTo({Role.ADMINISTRATOR, Role.OFFICE_LEAD})
  record FindUnheldRoles() implements AccessQuery<Map<Role, Long>> {}

  record UserRow(String userId, String displayName, Set<Role> roles, boolean locked) {}
}
