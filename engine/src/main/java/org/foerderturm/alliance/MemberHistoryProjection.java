package org.foerderturm.alliance;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.foerderturm.alliance.MemberEvent.*;
import org.foerderturm.calendar.WorkingDays;
import org.foerderturm.view.Projection;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What each member was on which day. Joining and leaving count from the day that they say, a class
 * from the beginning of its year; everything else from the day on which it was recorded, and the
 * first name and kind also for the time before.
 */
@Component
class MemberHistoryProjection implements Projection {
  private static final String KNOWN =
      "insert into view_member_history (member_id, valid_from, valid_to, name, kind)"
          + " values (?, '-infinity', 'infinity', ?, ?) on conflict do nothing";
  private static final String CONTAINS =
      " where member_id = ? and valid_from < ?::date and valid_to > ?::date";
  private static final String SPLIT =
      "insert into view_member_history (member_id, valid_from, valid_to, status, name, kind,"
          + " joined_on, contribution_class, class_year) select member_id, ?::date, valid_to,"
          + " status, name, kind, joined_on, contribution_class, class_year"
          + " from view_member_history"
          + CONTAINS;
  private static final String CUT = "update view_member_history set valid_to = ?::date" + CONTAINS;

  @Override
  public String name() {
    return "member-history";
  }

  @Override
  public List<String> tables() {
    return List.of("view_member_history");
  }

  @EventHandler
  void on(InquiryReceived e, Recorded r, Writes w) {
    known(w, r, e, e.name(), e.kind());
    outside(w, e, day(r), "prospect");
  }

  @EventHandler
  void on(MemberRegistered e, Recorded r, Writes w) {
    known(w, r, e, e.name(), e.kind());
  }

  @EventHandler
  void on(MemberDescribed e, Recorded r, Writes w) {
    from(w, e, day(r), "name = ?", "", e.name());
  }

  @EventHandler
  void on(FiguresCorrected e, Recorded r, Writes w) {
    from(w, e, day(r), "kind = ?", "", e.kind().code());
  }

  @EventHandler
  void on(FiguresReported e, Recorded r, Writes w) {
    from(w, e, day(r), "kind = ?", "", e.kind().code());
  }

  @EventHandler
  void on(InquiryClosed e, Recorded r, Writes w) {
    outside(w, e, day(r), "closed");
  }

  @EventHandler
  void on(MemberJoined e, Recorded r, Writes w) {
    from(w, e, e.joinedOn(), "status = 'member', joined_on = ?", "", e.joinedOn());
  }

  @EventHandler
  void on(MemberLeft e, Recorded r, Writes w) {
    from(w, e, e.leftOn().plusDays(1), "status = 'left'", "");
  }

  @EventHandler
  void on(LeavingWithdrawn e, Recorded r, Writes w) {
    from(w, e, e.leftOn().plusDays(1), "status = 'member'", " and status = 'left'");
  }

  @EventHandler
  void on(ContributionFixed e, Recorded r, Writes w) {
    from(
        w,
        e,
        LocalDate.of(e.year(), 1, 1),
        "contribution_class = ?, class_year = ?",
        " and status in ('member', 'left') and coalesce(class_year, 0) <= ?",
        e.appliedClass().code(),
        e.year(),
        e.year());
  }

  private static void known(Writes w, Recorded r, MemberEvent e, String name, MemberKind kind) {
    w.add(e.memberId(), KNOWN, e.memberId(), name, kind.code());
    from(w, e, day(r), "name = ?, kind = ?", "", name, kind.code());
  }

  /** Who has given notice is a member until the day that it said, whatever is asked meanwhile. */
  private static void outside(Writes w, MemberEvent e, LocalDate day, String status) {
    from(w, e, day, "status = ?", " and status is distinct from 'member'", status);
  }

  /**
   * From that day on it is so.
   *
   * @param values of the assignments and then of the condition; the latter's follow the row's key
   */
  private static void from(
      Writes w,
      MemberEvent e,
      LocalDate day,
      String assignments,
      String condition,
      @Nullable Object... values) {
    var id = e.memberId();
    w.add(id, SPLIT, day, id, day, day);
    w.add(id, CUT, day, id, day, day);
    int assigned = (int) assignments.chars().filter(c -> c == '?').count();
    var args = new Object[values.length + 2];
    System.arraycopy(values, 0, args, 0, assigned);
    args[assigned] = id;
    args[assigned + 1] = day;
    System.arraycopy(values, assigned, args, assigned + 2, values.length - assigned);
    w.add(
        id,
        "update view_member_history set "
            + assignments
            + " where member_id = ? and valid_from >= ?::date"
            + condition,
        args);
  }

  private static LocalDate day(Recorded r) {
    return LocalDate.ofInstant(r.at(), WorkingDays.OFFICE);
  }
}
