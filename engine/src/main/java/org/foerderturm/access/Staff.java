package org.foerderturm.access;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.foerderturm.access.AccessCommand.GrantRole;
import org.foerderturm.access.AccessCommand.LockUser;
import org.foerderturm.access.AccessCommand.RegisterFirstAdministrator;
import org.foerderturm.access.AccessCommand.RegisterUser;
import org.foerderturm.access.AccessCommand.RevokeRole;
import org.foerderturm.access.AccessCommand.UnlockUser;
import org.foerderturm.access.AccessEvent.RoleGranted;
import org.foerderturm.access.AccessEvent.RoleRevoked;
import org.foerderturm.access.AccessEvent.UserLocked;
import org.foerderturm.access.AccessEvent.UserRegistered;
import org.foerderturm.access.AccessEvent.UserUnlocked;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who works here, as one aggregate with one stream.
 *
 * <p>"The last administrator keeps the role and isn't locked" is a rule about all users. An
 * aggregate a user can't hold it: two administrators who lock each other at the same moment, each
 * in a stream of its own, would both succeed. The read side can't hold it either, since it follows
 * the log. In one stream the unique number of each event decides, also between nodes.
 * Administration is rare (some dozens of events a year), so that the stream stays short; sign-ins
 * are frequent and stand elsewhere ({@link SignIn}).
 */
@AggregateRoot
class Staff {
  static final String ID = "staff";

  /** The product itself where it administrates: at its first start, and at a sign-in. No person. */
  static final Actor OFFICE = Actor.of("foerderturm", Role.ADMINISTRATOR);

  private static final Set<String> NO_PERSONS = Set.of(Actor.SYSTEM.userId(), OFFICE.userId());
  private static final Pattern USER_ID = Pattern.compile("[a-z0-9][a-z0-9.-]{1,39}");

  @AggregateIdentifier
  @SuppressWarnings("unused")
  private @Nullable String id;

  private final Map<String, Set<String>> roles = new HashMap<>();
  private final Set<String> locked = new HashSet<>();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RegisterUser command) {
    register(command.userId(), command.displayName(), command.roles());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RegisterFirstAdministrator command) {
    if (!roles.isEmpty()) throw new Rejected("staff-not-empty");
    register(command.userId(), command.displayName(), Set.of(Role.ADMINISTRATOR));
  }

  @CommandHandler
  void handle(GrantRole command) {
    if (rolesOf(command.userId()).contains(command.role().code()))
      throw new Rejected(
          "role-already-granted",
          Map.of("userId", command.userId(), "role", command.role().code()));
    apply(new RoleGranted(command.userId(), command.role().code()));
  }

  @CommandHandler
  void handle(RevokeRole command) {
    if (!rolesOf(command.userId()).contains(command.role().code()))
      throw new Rejected(
          "role-not-granted", Map.of("userId", command.userId(), "role", command.role().code()));
    if (command.reason().isBlank()) throw new Rejected("reason-missing");
    if (command.role() == Role.ADMINISTRATOR) keepLastAdministrator(command.userId());
    apply(new RoleRevoked(command.userId(), command.role().code(), command.reason().strip()));
  }

  @CommandHandler
  void handle(LockUser command) {
    var held = rolesOf(command.userId());
    if (locked.contains(command.userId()))
      throw new Rejected("user-already-locked", Map.of("userId", command.userId()));
    if (command.reason().isBlank()) throw new Rejected("reason-missing");
    if (held.contains(Role.ADMINISTRATOR.code())) keepLastAdministrator(command.userId());
    apply(new UserLocked(command.userId(), command.reason().strip()));
  }

  @CommandHandler
  void handle(UnlockUser command) {
    rolesOf(command.userId());
    if (!locked.contains(command.userId()))
      throw new Rejected("user-not-locked", Map.of("userId", command.userId()));
    if (command.reason().isBlank()) throw new Rejected("reason-missing");
    apply(new UserUnlocked(command.userId(), command.reason().strip()));
  }

  @EventSourcingHandler
  void on(UserRegistered event) {
    id = ID;
    roles.put(event.userId(), new HashSet<>(event.roles()));
  }

  @EventSourcingHandler
  void on(RoleGranted event) {
    rolesOf(event.userId()).add(event.role());
  }

  @EventSourcingHandler
  void on(RoleRevoked event) {
    rolesOf(event.userId()).remove(event.role());
  }

  @EventSourcingHandler
  void on(UserLocked event) {
    locked.add(event.userId());
  }

  @EventSourcingHandler
  void on(UserUnlocked event) {
    locked.remove(event.userId());
  }

  private void register(String userId, String displayName, Set<Role> granted) {
    if (!USER_ID.matcher(userId).matches() || NO_PERSONS.contains(userId))
      throw new Rejected("user-id-invalid", Map.of("userId", userId));
    if (displayName.isBlank()) throw new Rejected("display-name-missing");
    if (roles.containsKey(userId))
      throw new Rejected("user-already-registered", Map.of("userId", userId));
    List<String> codes = granted.stream().map(Role::code).sorted().toList();
    apply(new UserRegistered(userId, displayName.strip(), codes));
  }

  private Set<String> rolesOf(String userId) {
    var held = roles.get(userId);
    if (held == null) throw new Rejected("user-unknown", Map.of("userId", userId));
    return held;
  }

  private void keepLastAdministrator(String leaving) {
    for (var user : roles.entrySet())
      if (!user.getKey().equals(leaving)
          && !locked.contains(user.getKey())
          && user.getValue().contains(Role.ADMINISTRATOR.code())) return;
    if (!locked.contains(leaving))
      throw new Rejected("last-administrator", Map.of("userId", leaving));
  }
}
