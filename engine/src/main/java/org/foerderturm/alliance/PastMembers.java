package org.foerderturm.alliance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.PastRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Members that were held to be in default too early, or were not assessed for their last year. */
@Component
class PastMembers implements PastRule {
  /** A deferral moves the due date; which one counted then is not kept, so nothing is claimed. */
  private static final String DEFAULTS =
      """
      select d.contribution_id, c.member_id, c.member_name, c.year, d.on_day, c.due_on, c.received_on
      from view_contribution_day d join view_contribution c using (contribution_id)
      where d.kind = 'DEFAULT' and c.due_on is not null
        and not exists (select from view_contribution_day o where o.contribution_id = d.contribution_id
          and (o.kind = 'DEFERRAL' or o.kind = 'REMINDER' and o.on_day > c.due_on and o.on_day <= d.on_day))
      order by d.on_day, d.contribution_id""";

  /** Whoever is a member on a day of the year owes its contribution. */
  private static final String NOT_ASSESSED =
      """
      select m.member_id, m.name, m.left_on, r.year, r.changed_at::date as on_day from view_member m
      join view_contribution_run r on r.year = extract(year from m.left_on) and r.state = 'final'
      where m.left_on is not null and r.changed_at < m.left_on
        and not exists (select from view_contribution c where c.member_id = m.member_id and c.year = r.year)
      order by r.year, m.member_id""";

  private final JdbcClient db;

  PastMembers(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Looked look(long after, int limit, Decisions tables) {
    var found = new ArrayList<PastDecision>();
    db.sql(DEFAULTS).query((row, i) -> defaulted(row)).list().stream()
        .map(each -> each.apply(tables))
        .flatMap(Optional::stream)
        .forEach(found::add);
    found.addAll(db.sql(NOT_ASSESSED).query((row, i) -> notAssessed(row)).list());
    return PastRule.all(found);
  }

  private static Function<Decisions, Optional<PastDecision>> defaulted(ResultSet row)
      throws SQLException {
    var declared = row.getObject("on_day", LocalDate.class);
    var due = row.getObject("due_on", LocalDate.class);
    var received = row.getObject("received_on", LocalDate.class);
    var page = "alliance/" + row.getString("member_id");
    var name = row.getString("member_name");
    var year = row.getInt("year");
    return tables -> {
      var last = ContributionDays.lastInTime(due, received, tables);
      if (declared.isAfter(last)) return Optional.empty();
      return Optional.of(
          new PastDecision("default", page, name, declared, Map.of("year", year, "last", last)));
    };
  }

  private static PastDecision notAssessed(ResultSet row) throws SQLException {
    return new PastDecision(
        "not-assessed",
        "alliance/" + row.getString("member_id"),
        row.getString("name"),
        row.getObject("on_day", LocalDate.class),
        Map.of("year", row.getInt("year"), "last", row.getObject("left_on", LocalDate.class)));
  }
}
