package org.foerderturm.access;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.foerderturm.access.AccessCommand.RecordOneTimePassword;
import org.foerderturm.access.AccessCommand.RecordPasswordChange;
import org.foerderturm.access.AccessCommand.RecordSignInRefusal;
import org.foerderturm.access.AccessEvent.OneTimePasswordIssued;
import org.foerderturm.access.AccessEvent.PasswordChanged;
import org.foerderturm.access.AccessEvent.SignInRefused;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Role;
import org.junit.jupiter.api.Test;

class SignInTest {
  private final FixtureConfiguration<SignIn> signIn = new AggregateTestFixture<>(SignIn.class);

  @Test
  void a_person_changes_the_own_password() {
    signIn
        .registerInjectableResource(Actor.of("lead", Role.OFFICE_LEAD))
        .given(new OneTimePasswordIssued("lead"))
        .when(new RecordPasswordChange("lead"))
        .expectEvents(new PasswordChanged("lead"));
  }

  @Test
  void a_person_does_not_change_the_password_of_another() {
    signIn
        .registerInjectableResource(Actor.of("lead", Role.OFFICE_LEAD))
        .given(new OneTimePasswordIssued("other"))
        .when(new RecordPasswordChange("other"))
        .expectNoEvents()
        .expectExceptionMessage("not-your-password");
  }

  @Test
  void a_one_time_password_is_on_record_from_the_first_day() {
    signIn
        .givenNoPriorActivity()
        .when(new RecordOneTimePassword("lead"))
        .expectEvents(new OneTimePasswordIssued("lead"));
  }

  @Test
  void a_refused_sign_in_is_on_record() {
    signIn
        .given(new PasswordChanged("lead"))
        .when(new RecordSignInRefusal("lead", "wrong-password"))
        .expectEvents(new SignInRefused("lead", "wrong-password"));
  }
}
