package org.foerderturm.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.foerderturm.calendar.Due;
import org.foerderturm.view.Recorded;
import org.foerderturm.view.Writes;
import org.jspecify.annotations.Nullable;

/** The rows of the projection "report": subjects, their facts, their deadlines. */
final class ReportRows {
  /** Consortia and their applications are written in the order of their events: some read both. */
  static final Object UNDERTAKINGS = "undertakings";

  static final String SUBJECT =
      "insert into view_report_subject (subject_id, kind, title, title_en, page, case_id,"
          + " parent_id, grouped_by, year, working_day, state) values (?, ?, ?, ?::text, ?::text,"
          + " ?::text, ?::text, ?::text, ?::integer, ?::integer, ?::text) on conflict (subject_id)"
          + " do nothing";
  static final String FACT =
      "insert into view_report_fact (position, part, report, measure, grouped_by, year, subject_id,"
          + " at, number, cents, days)"
          + " select ?::bigint, ?::smallint, ?, ?, s.grouped_by, s.year, s.subject_id,"
          + " ?::timestamptz, ?::integer, coalesce(?::bigint, s.asked_cents, 0),"
          + " ?::integer - s.working_day from view_report_subject s where s.subject_id = ?";
  static final String FACT_OF_STATE = FACT + " and s.state = ?";
  static final String STATE =
      "update view_report_subject set state = ? where subject_id = ? and state = ?";
  static final String STARTED =
      "insert into view_report_fact (position, part, report, measure, grouped_by, year, subject_id,"
          + " at, number, cents) select ?::bigint, ?::smallint, 'ideas', 'started', s.grouped_by,"
          + " s.year, s.subject_id, ?::timestamptz, 1, 0 from view_report_subject a join"
          + " view_report_subject s on s.subject_id = a.parent_id where a.subject_id = ? and"
          + " s.state = 'selected'";
  static final String IS_STARTED =
      "update view_report_subject set state = 'started' where state = 'selected' and subject_id ="
          + " (select a.parent_id from view_report_subject a where a.subject_id = ?)";
  static final String DUE =
      "insert into view_report_deadline (object_id, subject_id, kind, due_on, position, part, at,"
          + " cents) values (?, ?, ?, ?, ?, ?::smallint, ?, ?::bigint)";
  private static final String AT_HOUR =
      "update view_report_deadline set due_at = ? where subject_id = ? and kind = ?"
          + " and position = ? and part = ?::smallint";
  static final String END =
      "update view_report_deadline set ended_at = ?, ended_position = ?"
          + " where subject_id = ? and ended_at is null";
  static final String END_OBJECT =
      "update view_report_deadline set ended_at = ?, ended_position = ?"
          + " where object_id = ? and ended_at is null";
  static final String REPORT =
      "insert into view_report_subject (subject_id, kind, title, page, parent_id)"
          + " values (?, 'report', ?, ?, ?) on conflict (subject_id) do nothing";
  private static final String DONE =
      "update view_report_deadline set ended_at = ?, ended_position = ?, done_on = ?"
          + " where subject_id = ? and kind = ? and ended_at is null";
  private static final String DONE_DAY = DONE + " and due_on = ?";
  private static final String NUMBERED_DONE =
      "update view_report_deadline set ended_at = ?, ended_position = ?, done_on = ?::date"
          + " where subject_id = ? and kind = ? and part = ?::smallint and ended_at is null";
  private static final String NUMBERED_CORRECTED =
      "update view_report_deadline set done_on = ?"
          + " where subject_id = ? and kind = ? and part = ?::smallint and done_on is not null";
  private static final String NUMBERED_MOVED =
      "with ended as (update view_report_deadline set ended_at = ?, ended_position = ?"
          + " where subject_id = ? and kind = ? and part = ?::smallint and ended_at is null"
          + " returning object_id, subject_id, kind, part)"
          + " insert into view_report_deadline (object_id, subject_id, kind, due_on, position,"
          + " part, at) select object_id, subject_id, kind, ?::date, ?::bigint, part,"
          + " ?::timestamptz from ended";
  static final String END_KIND = END + " and kind = ?";
  private static final String END_ONE = END_KIND + " and due_on = ? and cents = ?";
  private static final String DONE_ON =
      "update view_report_deadline set done_on = ?"
          + " where subject_id = ? and kind = ? and done_on is not null";
  private static final String DUE_AGAIN =
      "insert into view_report_deadline (object_id, subject_id, kind, due_on, position, part, at,"
          + " cents) select d.object_id, d.subject_id, d.kind, d.due_on, ?::bigint, 0::smallint,"
          + " ?::timestamptz, ?::bigint from view_report_deadline d where d.subject_id = ?"
          + " and d.kind = 'refund' and not exists (select from view_report_deadline o"
          + " where o.subject_id = d.subject_id and o.kind = d.kind and o.ended_at is null)"
          + " order by d.position desc limit 1";
  private static final String MOVED_IF_OPEN =
      "with ended as (update view_report_deadline set ended_at = ?, ended_position = ?"
          + " where subject_id = ? and kind = ? and ended_at is null and due_on <> ?"
          + " returning object_id, subject_id, kind)"
          + " insert into view_report_deadline (object_id, subject_id, kind, due_on, position,"
          + " part, at) select object_id, subject_id, kind, ?::date, ?::bigint, ?::smallint,"
          + " ?::timestamptz from ended limit 1";
  private static final String RESTATED =
      "with ended as (update view_report_deadline set ended_at = ?, ended_position = ?"
          + " where subject_id = ? and kind = ? and ended_at is null and due_on = ?"
          + " returning object_id, subject_id, kind)"
          + " insert into view_report_deadline (object_id, subject_id, kind, due_on, position,"
          + " part, at, cents) select object_id, subject_id, kind, ?::date, ?::bigint, 0::smallint,"
          + " ?::timestamptz, ?::bigint from ended limit 1";
  private static final String RENAMED =
      "update view_report_deadline set kind = ?"
          + " where subject_id = ? and kind = ? and ended_at is null";
  private static final String END_UNLESS = END_KIND + " and due_on <> all (?::date[])";
  private static final String CORRECTED =
      "update view_report_deadline set done_on = ?"
          + " where subject_id = ? and kind = ? and due_on = ? and done_on is not null";

  /** What was told of an application is taken back: it is open again. */
  private static final String BACK =
      "insert into view_report_fact (position, part, report, measure, grouped_by, year, subject_id,"
          + " at, number, cents)"
          + " select ?::bigint, ?::smallint, ?, ?, s.grouped_by, s.year, s.subject_id,"
          + " ?::timestamptz, -1, -coalesce(s.asked_cents, 0)"
          + " from view_report_subject s where s.subject_id = ?";

  /** What was won is more or less money now; the grant stays one. */
  private static final String WORTH =
      "insert into view_report_fact (position, part, report, measure, grouped_by, year, subject_id,"
          + " at, number, cents)"
          + " select ?::bigint, 0, ?, ?, s.grouped_by, s.year, s.subject_id,"
          + " ?::timestamptz, 0, ?::bigint - s.granted_cents from view_report_subject s"
          + " where s.subject_id = ? and s.granted_cents <> ?";

  private static final String GRANTED =
      "update view_report_subject set granted_cents = ? where subject_id = ?";
  private static final String DUE_NEW =
      "insert into view_report_deadline (object_id, subject_id, kind, due_on, position, part, at)"
          + " select ?, ?, ?, ?::date, ?::bigint, ?::smallint, ?::timestamptz where not exists"
          + " (select from view_report_deadline where subject_id = ? and kind = ? and due_on = ?)";
  private static final String END_REST = END + " and kind <> 'refund'";
  private static final String END_BEFORE = END + " and due_on < ?";
  private static final String DUE_LATER =
      "insert into view_report_deadline (object_id, subject_id, kind, due_on, position, part, at)"
          + " select ?, ?, 'milestone', ?::date, ?::bigint, 0, ?::timestamptz where exists"
          + " (select from view_report_deadline"
          + " where subject_id = ? and ended_at is null and due_on < ?)";

  private ReportRows() {}

  static void subject(
      Writes w,
      Object key,
      String id,
      String kind,
      String title,
      @Nullable String page,
      @Nullable String parent,
      @Nullable String group,
      @Nullable Integer year,
      @Nullable Integer workingDay,
      @Nullable String state) {
    w.add(key, SUBJECT, id, kind, title, null, page, null, parent, group, year, workingDay, state);
  }

  /** A fact of a subject that stands already; without cents it is the grant requested. */
  static void fact(
      Writes w, Object key, Recorded r, int part, Figure figure, String id, @Nullable Long cents) {
    w.add(
        key,
        FACT,
        r.position(),
        part,
        figure.report().code(),
        figure.code(),
        r.at(),
        1,
        cents,
        null,
        id);
  }

  /** A fact that holds if the idea is in that state, which then is the next one. */
  static void becomes(
      Writes w,
      Recorded r,
      int part,
      Figure figure,
      int number,
      String id,
      String from,
      String to) {
    w.add(
        UNDERTAKINGS,
        FACT_OF_STATE,
        r.position(),
        part,
        figure.report().code(),
        figure.code(),
        r.at(),
        number,
        0L,
        null,
        id,
        from);
    w.add(UNDERTAKINGS, STATE, to, id, from);
  }

  static void due(
      Writes w,
      Object key,
      Recorded r,
      int part,
      String id,
      String kind,
      LocalDate day,
      @Nullable Long cents) {
    due(w, key, r, part, id, id, kind, day, cents);
  }

  /**
   * @param object whose page shows it: the project of a milestone
   */
  static void due(
      Writes w,
      Object key,
      Recorded r,
      int part,
      String object,
      String id,
      String kind,
      LocalDate day,
      @Nullable Long cents) {
    w.add(key, DUE, object, id, kind, day, r.position(), part, r.at(), cents);
  }

  /** What was set by the same event is due at an hour of its day. */
  static void atHour(
      Writes w, Object key, Recorded r, int part, String id, String kind, Instant due) {
    if (Due.namesHour(due)) w.add(key, AT_HOUR, due, id, kind, r.position(), part);
  }

  /** All of a kind are met. */
  static void done(Writes w, Object key, Recorded r, String id, String kind, LocalDate on) {
    w.add(key, DONE, r.at(), r.position(), on, id, kind);
  }

  static void done(
      Writes w, Object key, Recorded r, String id, String kind, LocalDate due, LocalDate on) {
    w.add(key, DONE_DAY, r.at(), r.position(), on, id, kind, due);
  }

  /**
   * Of several of a kind, that of the number under which it was set as its part.
   *
   * @param on null if it ended without being met
   */
  static void numberedDone(
      Writes w, Recorded r, String id, String kind, int number, @Nullable LocalDate on) {
    w.add(UNDERTAKINGS, NUMBERED_DONE, r.at(), r.position(), on, id, kind, number);
  }

  /** It was met on another day than was told. */
  static void numberedCorrected(Writes w, String id, String kind, int number, LocalDate on) {
    w.add(UNDERTAKINGS, NUMBERED_CORRECTED, on, id, kind, number);
  }

  /** The same is due on another day. */
  static void numberedMoved(
      Writes w, Recorded r, String id, String kind, int number, LocalDate day) {
    w.add(
        UNDERTAKINGS,
        NUMBERED_MOVED,
        r.at(),
        r.position(),
        id,
        kind,
        number,
        day,
        r.position(),
        r.at());
  }

  /** What is open of a kind is of another. */
  static void renamed(Writes w, String id, String from, String to) {
    w.add(UNDERTAKINGS, RENAMED, to, id, from);
  }

  /** It was met on another day than was told. */
  static void corrected(Writes w, String id, String kind, LocalDate due, LocalDate on) {
    w.add(UNDERTAKINGS, CORRECTED, on, id, kind, due);
  }

  /** What was met was met on that day. */
  static void doneOn(Writes w, String id, String kind, LocalDate on) {
    w.add(UNDERTAKINGS, DONE_ON, on, id, kind);
  }

  /** All is paid back, on that day; also if that was told before. */
  static void refunded(Writes w, Recorded r, String id, LocalDate on) {
    done(w, UNDERTAKINGS, r, id, "refund", on);
    doneOn(w, id, "refund", on);
  }

  /** Not all is paid back after all. */
  static void refundOpen(Writes w, Recorded r, String id, long cents) {
    w.add(UNDERTAKINGS, DUE_AGAIN, r.position(), r.at(), cents, id);
  }

  /** Of the kind, another day counts if it is still to be met. */
  static void movedIfOpen(
      Writes w, Object key, Recorded r, int part, String id, String kind, LocalDate day) {
    w.add(key, MOVED_IF_OPEN, r.at(), r.position(), id, kind, day, day, r.position(), part, r.at());
  }

  /** What was due on a day is due on another, or comes to another sum; later days stay. */
  static void restated(
      Writes w, Recorded r, String id, String kind, LocalDate was, LocalDate day, long cents) {
    w.add(id, RESTATED, r.at(), r.position(), id, kind, was, day, r.position(), r.at(), cents);
  }

  /** Of the kind, no other days count any more. */
  static void endedUnless(Writes w, Recorded r, String id, String kind, List<LocalDate> days) {
    var those = days.stream().map(LocalDate::toString).collect(Collectors.joining(",", "{", "}"));
    w.add(UNDERTAKINGS, END_UNLESS, r.at(), r.position(), id, kind, those);
  }

  /** A fact that was told wrongly comes to this much more or less; it stays one. */
  static void differs(Writes w, Object key, Recorded r, Figure figure, String id, long cents) {
    differs(w, key, r, 0, figure, id, cents);
  }

  /**
   * @param part which of several facts of one event
   */
  static void differs(
      Writes w, Object key, Recorded r, int part, Figure figure, String id, long cents) {
    if (cents != 0)
      w.add(
          key,
          FACT,
          r.position(),
          part,
          figure.report().code(),
          figure.code(),
          r.at(),
          0,
          cents,
          null,
          id);
  }

  /** Ends the one deadline of that day and sum. */
  static void endOne(
      Writes w, Object key, Recorded r, String id, String kind, LocalDate day, long cents) {
    w.add(key, END_ONE, r.at(), r.position(), id, kind, day, cents);
  }

  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ReportProjection.OFFICE);
  }

  static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static void back(Writes w, Recorded r, int part, Figure figure, String id) {
    w.add(
        UNDERTAKINGS, BACK, r.position(), part, figure.report().code(), figure.code(), r.at(), id);
  }

  /** A grant comes to this much now. */
  static void worth(Writes w, Recorded r, String id, long cents) {
    w.add(
        UNDERTAKINGS,
        WORTH,
        r.position(),
        Figure.WON.report().code(),
        Figure.WON.code(),
        r.at(),
        cents,
        id,
        cents);
    granted(w, id, cents);
  }

  static void granted(Writes w, String id, long cents) {
    w.add(UNDERTAKINGS, GRANTED, cents, id);
  }

  /** Due unless it stands there already, met or not. */
  static void dueIfNew(Writes w, Recorded r, int part, String id, String kind, LocalDate day) {
    w.add(UNDERTAKINGS, DUE_NEW, id, id, kind, day, r.position(), part, r.at(), id, kind, day);
  }

  /** Of the kind, this day counts from now on. */
  static void moved(Writes w, Object key, Recorded r, String id, String kind, LocalDate day) {
    moved(w, key, r, id, id, kind, day);
  }

  static void moved(
      Writes w, Object key, Recorded r, String object, String id, String kind, LocalDate day) {
    w.add(key, END_KIND, r.at(), r.position(), id, kind);
    due(w, key, r, 0, object, id, kind, day, null);
  }

  /** All is done but paying back. */
  static void ended(Writes w, Recorded r, String id) {
    w.add(UNDERTAKINGS, END_REST, r.at(), r.position(), id);
  }

  /** A milestone is not expected before that day. */
  static void notBefore(Writes w, String key, Recorded r, String id, LocalDate day) {
    w.add(key, DUE_LATER, key, id, day, r.position(), r.at(), id, day);
    w.add(key, END_BEFORE, r.at(), r.position(), id, day);
  }
}
