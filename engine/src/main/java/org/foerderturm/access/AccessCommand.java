package org.foerderturm.access;

import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Role;

/** Administration of people. Passwords never enter the log: see {@link Passwords}. */
public sealed interface AccessCommand extends Command {

  /**
   * @param userId login name: lower case letters, digits, dot, hyphen; 2 to 40
   */
  @AllowedTo(Role.ADMINISTRATOR)
  record RegisterUser(
      @TargetAggregateIdentifier String userId, String displayName, Set<Role> roles)
      implements AccessCommand {
    public RegisterUser {
      roles = Set.copyOf(roles);
    }
  }

  @AllowedTo(Role.ADMINISTRATOR)
  record GrantRole(@TargetAggregateIdentifier String userId, Role role) implements AccessCommand {}

  /** Refused for the last administrator. */
  @AllowedTo(Role.ADMINISTRATOR)
  record RevokeRole(@TargetAggregateIdentifier String userId, Role role) implements AccessCommand {}

  /** From now on the person can't sign in; open sessions end at their next request. */
  @AllowedTo(Role.ADMINISTRATOR)
  record LockUser(@TargetAggregateIdentifier String userId, String reason)
      implements AccessCommand {}

  @AllowedTo(Role.ADMINISTRATOR)
  record UnlockUser(@TargetAggregateIdentifier String userId) implements AccessCommand {}
}
