package org.foerderturm.contact;

import java.time.LocalDate;
import java.util.Map;
import org.foerderturm.kernel.Candidates;
import org.foerderturm.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of the user list and of the members' pages. */
@Component
class KnownCandidates implements Candidates {
  private final JdbcClient db;

  KnownCandidates(JdbcClient db) {
    this.db = db;
  }

  /**
   * @param until last day of a contact; null for a user
   */
  private record Known(boolean gone, @Nullable LocalDate until) {}

  @Override
  public void mustBeThere(String name, LocalDate day) {
    var known =
        db.sql(
                """
                select locked, null::date from view_user
                where lower(display_name) in (lower(:all), lower(:name))
                union all
                select coalesce(ends_with_member(until_day, member_id) < :day, false),
                  ends_with_member(until_day, member_id)
                from view_contact where lower(name) in (lower(:all), lower(:name))
                order by 2 desc nulls first
                """)
            .param("all", name.strip())
            .param("name", withoutFunction(name))
            .param("day", day)
            .query((row, n) -> new Known(row.getBoolean(1), row.getObject(2, LocalDate.class)))
            .list();
    if (known.isEmpty() || !known.stream().allMatch(Known::gone)) return;
    var until = known.getFirst().until();
    throw until == null
        ? new Rejected("person-locked", Map.of("userId", name.strip()))
        : new Rejected("person-gone", Map.of("name", name.strip(), "until", until.toString()));
  }

  /** People type "Eva Muster, Kanzlerin" where name and function are asked for. */
  private static String withoutFunction(String name) {
    int comma = name.indexOf(',');
    return (comma < 0 ? name : name.substring(0, comma)).strip();
  }
}
