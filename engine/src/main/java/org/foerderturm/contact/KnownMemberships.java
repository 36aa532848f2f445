package org.foerderturm.contact;

import java.time.LocalDate;
import java.util.Optional;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.kernel.Clocks;
import org.foerderturm.kernel.Memberships;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organisations of the member list and their people. */
@Component
class KnownMemberships implements Memberships {
  private final JdbcClient db;

  KnownMemberships(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Optional<LocalDate> leftOn(String memberId) {
    var today = LocalDate.ofInstant(Clocks.now(), WorkingDays.OFFICE);
    return lastDay(memberId).filter(last -> last.isBefore(today));
  }

  @Override
  public Optional<LocalDate> lastDay(String memberId) {
    return day(
        "select left_on from view_member where member_id = ? and status <> 'member'", memberId);
  }

  @Override
  public Optional<LocalDate> speaksUntil(String contactId) {
    return day("select until_day from view_contact where contact_id = ?", contactId);
  }

  private Optional<LocalDate> day(String sql, String id) {
    return db.sql(sql)
        .param(id)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .optional()
        .flatMap(day -> day);
  }
}
