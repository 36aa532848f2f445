package org.foerderturm.access;

import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.access.AccessEvent.RoleGranted;
import org.foerderturm.access.AccessEvent.RoleRevoked;
import org.foerderturm.access.AccessEvent.UserLocked;
import org.foerderturm.access.AccessEvent.UserRegistered;
import org.foerderturm.access.AccessEvent.UserUnlocked;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.springframework.stereotype.Component;

/** People, their roles, who is locked. */
@Component
class UserProjection implements Projection {
  private static final String REGISTERED =
      "insert into view_user (user_id, display_name, roles, locked, registered_at)"
          + " values (?, ?, ?, false, ?)";
  private static final String GRANTED =
      "update view_user set roles = array_append(roles, ?) where user_id = ?";
  private static final String REVOKED =
      "update view_user set roles = array_remove(roles, ?) where user_id = ?";
  private static final String LOCKED =
      "update view_user set locked = true, lock_reason = ? where user_id = ?";
  private static final String UNLOCKED =
      "update view_user set locked = false, lock_reason = null where user_id = ?";

  @Override
  public String name() {
    return "users";
  }

  @Override
  public List<String> tables() {
    return List.of("view_user");
  }

  @EventHandler
  void on(UserRegistered event, Recorded recorded, Writes writes) {
    writes.add(
        event.userId(),
        REGISTERED,
        event.userId(),
        event.displayName(),
        event.roles().toArray(String[]::new),
        recorded.at());
  }

  @EventHandler
  void on(RoleGranted event, Recorded recorded, Writes writes) {
    writes.add(event.userId(), GRANTED, event.role(), event.userId());
  }

  @EventHandler
  void on(RoleRevoked event, Recorded recorded, Writes writes) {
    writes.add(event.userId(), REVOKED, event.role(), event.userId());
  }

  @EventHandler
  void on(UserLocked event, Recorded recorded, Writes writes) {
    writes.add(event.userId(), LOCKED, event.reason(), event.userId());
  }

  @EventHandler
  void on(UserUnlocked event, Recorded recorded, Writes writes) {
    writes.add(event.userId(), UNLOCKED, event.userId());
  }
}
