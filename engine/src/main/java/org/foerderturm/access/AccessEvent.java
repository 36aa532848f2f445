package org.foerderturm.access;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.foerderturm.kernel.Event;
import org.jspecify.annotations.Nullable;

/** Facts about people and their rights. Roles are role codes, in alphabetical order. */
public sealed interface AccessEvent extends Event {

  @Revision("1")
  record UserRegistered(String userId, String displayName, List<String> roles)
      implements AccessEvent {
    public UserRegistered {
      roles = List.copyOf(roles);
    }
  }

  @Revision("1")
  record RoleGranted(String userId, String role) implements AccessEvent {}

  /**
   * @param reason none in events older than this part
   */
  @Revision("1")
  record RoleRevoked(String userId, String role, @Nullable String reason) implements AccessEvent {}

  @Revision("1")
  record UserLocked(String userId, String reason) implements AccessEvent {}

  /**
   * @param reason none in events older than this part
   */
  @Revision("1")
  record UserUnlocked(String userId, @Nullable String reason) implements AccessEvent {}

  /** A person changed the own password. Neither it nor its hash is anywhere in the log. */
  @Revision("1")
  record PasswordChanged(String userId) implements AccessEvent {}

  /** Somebody got a one-time password; who issued it is metadata. */
  @Revision("1")
  record OneTimePasswordIssued(String userId) implements AccessEvent {}

  /**
   * A sign-in failed.
   *
   * @param reason {@code wrong-password} or {@code locked}
   */
  @Revision("1")
  record SignInRefused(String userId, String reason) implements AccessEvent {}
}
