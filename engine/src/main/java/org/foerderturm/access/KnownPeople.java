package org.foerderturm.access;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foerderturm.kernel.People;
import org.foerderturm.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of the user list. */
@Component
class KnownPeople implements People {
  private final JdbcClient db;

  KnownPeople(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Optional<Person> find(String userId) {
    return db.sql("select roles, locked from view_user where user_id = ?")
        .param(userId)
        .query(
            (row, n) ->
                new Person(
                    userId,
                    roles((String[]) row.getArray("roles").getArray()),
                    row.getBoolean("locked")))
        .optional();
  }

  private static Set<Role> roles(String[] codes) {
    return Stream.of(codes).map(Role::of).collect(Collectors.toSet());
  }
}
