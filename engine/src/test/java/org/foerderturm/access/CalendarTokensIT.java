package org.foerderturm.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.foerderturm.TestOffice;
import org.foerderturm.access.AccessCommand.LockUser;
import org.foerderturm.access.AccessCommand.RegisterUser;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Role;
import org.junit.jupiter.api.Test;

/** The secret address of a person's calendar. */
class CalendarTokensIT {
  private final TestOffice office = TestOffice.shared();
  private final CalendarTokens tokens = office.bean(CalendarTokens.class);
  private final String id = "k" + UUID.randomUUID().toString().substring(0, 8);
  private final Actor person = Actor.of(id, Role.EXPERT_TEAM);

  @Test
  void only_the_newest_secret_opens_with_the_rights_of_this_moment_and_none_of_who_is_locked() {
    office.send(new RegisterUser(id, "Kim", Set.of(Role.EXPERT_TEAM)), TestOffice.ADMIN);
    assertThat(tokens.since(person)).isNull();
    var first = tokens.renew(person);
    assertThat(first).hasSizeGreaterThanOrEqualTo(43);
    assertThat(tokens.holder(first)).contains(person);
    assertThat(tokens.since(person)).isNotNull();
    var second = tokens.renew(person);
    assertThat(tokens.holder(first)).isEmpty();
    assertThat(tokens.holder(second)).contains(person);
    assertThat(tokens.holder("")).isEmpty();
    assertThat(tokens.holder(second + "x")).isEmpty();
    assertThat(
            office
                .db()
                .sql("select count(*) from access_calendar a where a::text like ?")
                .param("%" + second + "%")
                .query(Long.class)
                .single())
        .as("kept as a hash only")
        .isZero();
    office.send(new LockUser(id, "Urlaub"), TestOffice.ADMIN);
    assertThat(tokens.holder(second)).isEmpty();
  }

  @Test
  void a_calendar_can_be_switched_off() {
    office.send(new RegisterUser(id, "Kim", Set.of(Role.EXPERT_TEAM)), TestOffice.ADMIN);
    var token = tokens.renew(person);
    tokens.end(person);
    assertThat(tokens.holder(token)).isEmpty();
    assertThat(tokens.since(person)).isNull();
  }
}
