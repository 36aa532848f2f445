package org.foerderturm.access;

import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
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
import org.foerderturm.kernel.Role;
import org.junit.jupiter.api.Test;

class StaffTest {
  private final FixtureConfiguration<Staff> staff = new AggregateTestFixture<>(Staff.class);
  private final UserRegistered admin = registered("admin", "administrator");
  private final UserRegistered lead = registered("lead", "office-lead");

  @Test
  void the_first_user_opens_the_staff() {
    staff
        .givenNoPriorActivity()
        .when(new RegisterUser("lead", " Leitung ", Set.of(Role.OFFICE_LEAD, Role.AUDITOR)))
        .expectEvents(new UserRegistered("lead", "Leitung", List.of("auditor", "office-lead")));
  }

  @Test
  void the_first_administrator_is_registered_where_nobody_is() {
    staff
        .givenNoPriorActivity()
        .when(new RegisterFirstAdministrator("admin", "Administration"))
        .expectEvents(new UserRegistered("admin", "Administration", List.of("administrator")));
  }

  @Test
  void a_first_administrator_comes_too_late_where_somebody_is() {
    staff
        .given(lead)
        .when(new RegisterFirstAdministrator("admin", "Administration"))
        .expectNoEvents()
        .expectExceptionMessage("staff-not-empty");
  }

  @Test
  void a_login_name_is_given_once() {
    staff
        .given(lead)
        .when(new RegisterUser("lead", "Andere", Set.of()))
        .expectNoEvents()
        .expectExceptionMessage("user-already-registered");
  }

  @Test
  void a_login_name_has_only_small_letters_digits_dots_and_hyphens() {
    staff
        .given(lead)
        .when(new RegisterUser("Max Muster", "Max", Set.of()))
        .expectExceptionMessage("user-id-invalid");
  }

  @Test
  void nobody_is_called_like_the_product_itself() {
    for (String name : List.of("system", "foerderturm"))
      new AggregateTestFixture<>(Staff.class)
          .given(lead)
          .when(new RegisterUser(name, name, Set.of()))
          .expectExceptionMessage("user-id-invalid");
  }

  @Test
  void a_person_has_a_name() {
    staff
        .given(lead)
        .when(new RegisterUser("max", " ", Set.of()))
        .expectExceptionMessage("display-name-missing");
  }

  @Test
  void a_role_is_granted() {
    staff
        .given(admin, lead)
        .when(new GrantRole("lead", Role.AUDITOR))
        .expectEvents(new RoleGranted("lead", "auditor"));
  }

  @Test
  void a_role_is_granted_once() {
    staff
        .given(lead)
        .when(new GrantRole("lead", Role.OFFICE_LEAD))
        .expectNoEvents()
        .expectExceptionMessage("role-already-granted");
  }

  @Test
  void a_role_is_granted_to_known_people_only() {
    staff
        .given(lead)
        .when(new GrantRole("nobody", Role.AUDITOR))
        .expectExceptionMessage("user-unknown");
  }

  @Test
  void a_role_is_revoked() {
    staff
        .given(admin, lead)
        .when(new RevokeRole("lead", Role.OFFICE_LEAD, " wechselt "))
        .expectEvents(new RoleRevoked("lead", "office-lead", "wechselt"));
  }

  @Test
  void a_role_that_nobody_gave_is_not_revoked() {
    staff
        .given(lead)
        .when(new RevokeRole("lead", Role.AUDITOR, " wechselt "))
        .expectExceptionMessage("role-not-granted");
  }

  @Test
  void the_last_administrator_keeps_the_role() {
    staff
        .given(admin, lead)
        .when(new RevokeRole("admin", Role.ADMINISTRATOR, " wechselt "))
        .expectNoEvents()
        .expectExceptionMessage("last-administrator");
  }

  @Test
  void the_last_administrator_is_not_locked() {
    staff
        .given(admin, lead)
        .when(new LockUser("admin", "verlässt das Haus"))
        .expectNoEvents()
        .expectExceptionMessage("last-administrator");
  }

  @Test
  void a_locked_administrator_does_not_count_as_the_other_one() {
    staff
        .given(admin, registered("second", "administrator"), new UserLocked("second", "Urlaub"))
        .when(new LockUser("admin", "verlässt das Haus"))
        .expectExceptionMessage("last-administrator");
  }

  @Test
  void an_administrator_goes_where_another_stays() {
    staff
        .given(admin, lead, new RoleGranted("lead", "administrator"))
        .when(new RevokeRole("admin", Role.ADMINISTRATOR, " wechselt "))
        .expectEvents(new RoleRevoked("admin", "administrator", "wechselt"));
  }

  @Test
  void a_locked_administrator_can_lose_the_role() {
    staff
        .given(admin, registered("second", "administrator"), new UserLocked("second", "Urlaub"))
        .when(new RevokeRole("second", Role.ADMINISTRATOR, " wechselt "))
        .expectEvents(new RoleRevoked("second", "administrator", "wechselt"));
  }

  @Test
  void a_person_is_locked_for_a_reason() {
    staff
        .given(admin, lead)
        .when(new LockUser("lead", " Gerät verloren "))
        .expectEvents(new UserLocked("lead", "Gerät verloren"));
  }

  @Test
  void nobody_is_locked_without_a_reason() {
    staff
        .given(admin, lead)
        .when(new LockUser("lead", ""))
        .expectExceptionMessage("reason-missing");
  }

  @Test
  void nobody_is_locked_twice() {
    staff
        .given(admin, lead, new UserLocked("lead", "Gerät verloren"))
        .when(new LockUser("lead", "nochmals"))
        .expectExceptionMessage("user-already-locked");
  }

  @Test
  void a_locked_person_is_unlocked() {
    staff
        .given(admin, lead, new UserLocked("lead", "Gerät verloren"))
        .when(new UnlockUser("lead", " wieder da "))
        .expectEvents(new UserUnlocked("lead", "wieder da"));
  }

  @Test
  void what_is_taken_or_given_back_has_a_reason() {
    staff
        .given(admin, lead)
        .when(new RevokeRole("lead", Role.OFFICE_LEAD, " "))
        .expectExceptionMessage("reason-missing");
    staff
        .given(admin, lead, new UserLocked("lead", "Gerät verloren"))
        .when(new UnlockUser("lead", ""))
        .expectExceptionMessage("reason-missing");
  }

  @Test
  void who_is_not_locked_is_not_unlocked() {
    staff
        .given(lead)
        .when(new UnlockUser("lead", " wieder da "))
        .expectExceptionMessage("user-not-locked");
  }

  private static UserRegistered registered(String userId, String... roles) {
    return new UserRegistered(userId, userId, List.of(roles));
  }
}
