package org.foerderturm.committee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.kernel.Decisions;
import org.foerderturm.kernel.PastRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Votes without a meeting that could not be held so today: in a council or a committee, or counted
 * before their end while somebody could still vote.
 */
@Component
class PastVotes implements PastRule {
  private static final String VOTES =
      """
      select m.motion_id, m.title, m.body_name, m.decided_at, m.vote_until,
        b.kind in ('COUNCIL', 'COMMITTEE') as municipal,
        m.entitled - m.yes - m.no - m.abstentions - m.biased as missing
      from view_motion m left join view_body b using (body_id)
      where m.decided_at is not null and m.yes is not null and m.tabled_in is null
        and not exists (select from view_agenda_item i where i.motion_id = m.motion_id)
        and (b.kind in ('COUNCIL', 'COMMITTEE') or m.decided_at < m.vote_until
          and m.entitled > m.yes + m.no + m.abstentions + m.biased)
      order by m.decided_at, m.motion_id""";

  private final JdbcClient db;

  PastVotes(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Looked look(long after, int limit, Decisions tables) {
    return PastRule.all(db.sql(VOTES).query((row, i) -> vote(row)).list());
  }

  private static PastDecision vote(ResultSet row) throws SQLException {
    var on = day(row, "decided_at");
    var page = "motions/" + row.getString("motion_id");
    var title = row.getString("title");
    if (row.getBoolean("municipal"))
      return new PastDecision(
          "vote-outside", page, title, on, Map.of("body", row.getString("body_name")));
    return new PastDecision(
        "vote-early",
        page,
        title,
        on,
        Map.of("until", day(row, "vote_until"), "missing", row.getLong("missing")));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class)
        .atZoneSameInstant(WorkingDays.OFFICE)
        .toLocalDate();
  }
}
