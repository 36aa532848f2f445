package org.foerderturm.view;

/** Which deadlines are open, for the report, the lists, the pages and the calendars alike. */
public final class Deadlines {
  /**
   * Of {@code view_report_deadline d}, as of today in the office. Money drawn that was to be spent
   * by then is not overdue: nobody asks for it.
   */
  public static final String OPEN =
      "d.ended_at is null and (d.kind <> 'spend-by'"
          + " or d.due_on >= (now() at time zone 'Europe/Berlin')::date)";

  private Deadlines() {}
}
