package org.foerderturm.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.foerderturm.access.AccessQuery.FindLocked;
import org.foerderturm.access.AccessQuery.FindNames;
import org.foerderturm.access.AccessQuery.FindUnheldRoles;
import org.foerderturm.access.AccessQuery.FindUser;
import org.foerderturm.access.AccessQuery.FindUsers;
import org.foerderturm.access.AccessQuery.UserRow;
import org.foerderturm.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class UserAnswers {
  private static final String USERS = "select user_id, display_name, roles, locked from view_user";
  private final JdbcClient db;

  UserAnswers(JdbcClient db) {
    this.db = db;
  }

  @QueryHandler
  List<UserRow> answer(FindUsers query) {
    return db.sql(USERS + " order by display_name collate \"de-x-icu\", user_id")
        .query(UserAnswers::row)
        .list();
  }

  @QueryHandler
  @Nullable UserRow answer(FindUser query) {
    return db.sql(USERS + " where user_id = ?")
        .param(query.userId())
        .query(UserAnswers::row)
        .optional()
        .orElse(null);
  }

  @QueryHandler
  Map<Role, Long> answer(FindUnheldRoles query) {
    var found = new EnumMap<Role, Long>(Role.class);
    db.sql(
            """
            select candidate, count(*) from view_task t, unnest(t.candidates) as candidate
            where closed is null and assignee is null
              and not exists (select from view_user u where not u.locked and u.roles && t.candidates)
            group by candidate
            """)
        .query(
            row -> {
              for (var role : Role.values())
                if (role.code().equals(row.getString(1))) found.put(role, row.getLong(2));
            });
    return found;
  }

  @QueryHandler
  Map<String, String> answer(FindNames query) {
    Map<String, String> names = new LinkedHashMap<>();
    db.sql(
            "select user_id, display_name from view_user order by display_name collate \"de-x-icu\", user_id")
        .query(
            row -> {
              names.put(row.getString(1), row.getString(2));
            });
    return names;
  }

  @QueryHandler
  Set<String> answer(FindLocked query) {
    return Set.copyOf(
        db.sql("select user_id from view_user where locked").query(String.class).list());
  }

  private static UserRow row(ResultSet row, int number) throws SQLException {
    Set<Role> roles =
        Stream.of((String[]) row.getArray("roles").getArray())
            .map(Role::of)
            .collect(Collectors.toUnmodifiableSet());
    return new UserRow(
        row.getString("user_id"), row.getString("display_name"), roles, row.getBoolean("locked"));
  }
}
