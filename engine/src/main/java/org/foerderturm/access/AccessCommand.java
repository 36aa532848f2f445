package org.foerderturm.access;

import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.foerderturm.kernel.AllowedTo;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Role;

/**
 * Administration of people. Everybody stands in one stream, {@link Staff}, because "the last
 * administrator stays" is a rule about all of them; what concerns one person's sign-in stands in a
 * stream of that person. Passwords never enter the log: see {@link Passwords}.
 */
public sealed interface AccessCommand extends Command {

  /** Commands about who works here; {@link Staff} decides them. */
  sealed interface StaffCommand extends AccessCommand {
    @TargetAggregateIdentifier
    default String staff() {
      return Staff.ID;
    }
  }

  /** Records about one person's password; {@link SignIn} decides them. */
  sealed interface SignInCommand extends AccessCommand {
    String userId();

    @TargetAggregateIdentifier
    default String signIn() {
      return SignIn.streamOf(userId());
    }
  }

  /**
   * @param userId login name: lower case letters, digits, dot, hyphen; 2 to 40
   */
  @AllowedTo(Role.ADMINISTRATOR)
  record RegisterUser(String userId, String displayName, Set<Role> roles) implements StaffCommand {
    public RegisterUser {
      roles = Set.copyOf(roles);
    }
  }

  /** Registers an administrator if there is nobody yet; refused with {@code staff-not-empty}. */
  @AllowedTo(Role.ADMINISTRATOR)
  record RegisterFirstAdministrator(String userId, String displayName) implements StaffCommand {}

  @AllowedTo(Role.ADMINISTRATOR)
  record GrantRole(String userId, Role role) implements StaffCommand {}

  /** Refused for the last administrator. */
  @AllowedTo(Role.ADMINISTRATOR)
  record RevokeRole(String userId, Role role, String reason) implements StaffCommand {}

  /** From now on the person can't sign in; open sessions end at their next request. */
  @AllowedTo(Role.ADMINISTRATOR)
  record LockUser(String userId, String reason) implements StaffCommand {}

  @AllowedTo(Role.ADMINISTRATOR)
  record UnlockUser(String userId, String reason) implements StaffCommand {}

  /** Puts on record that a person changes the own password; sent by {@link Passwords}. */
  @AllowedTo(everyone = true)
  record RecordPasswordChange(String userId) implements SignInCommand {}

  /** Puts on record that somebody gets a one-time password; sent by {@link Passwords}. */
  @AllowedTo(Role.ADMINISTRATOR)
  record RecordOneTimePassword(String userId) implements SignInCommand {}

  /**
   * Puts a failed sign-in of a known person on record; sent by {@link Passwords}.
   *
   * @param reason {@code wrong-password} or {@code locked}
   */
  @AllowedTo(Role.ADMINISTRATOR)
  record RecordSignInRefusal(String userId, String reason) implements SignInCommand {}
}
