package org.foerderturm.bench;

import java.time.LocalDate;
import java.util.List;
import org.foerderturm.TestOffice;
import org.foerderturm.audit.AuditQuery.FindCaseHistory;
import org.foerderturm.audit.AuditQuery.SearchEvents;
import org.foerderturm.audit.AuditQuery.Term;
import org.foerderturm.cases.CaseQuery.Box;
import org.foerderturm.cases.CaseQuery.FindCase;
import org.foerderturm.cases.CaseQuery.FindCases;
import org.foerderturm.cases.CaseQuery.FindTasks;
import org.foerderturm.kernel.Sort;
import org.foerderturm.process.ProcessCommand.AddComment;
import org.foerderturm.report.Figure;
import org.foerderturm.report.Report;
import org.foerderturm.report.ReportQuery.CountDeadlines;
import org.foerderturm.report.ReportQuery.FindChoices;
import org.foerderturm.report.ReportQuery.FindDeadlines;
import org.foerderturm.report.ReportQuery.FindDurations;
import org.foerderturm.report.ReportQuery.FindFacts;
import org.foerderturm.report.ReportQuery.FindFigures;
import org.foerderturm.report.ReportQuery.Scope;
import org.foerderturm.search.SearchQuery.FindAnything;

/**
 * What opening things takes after many years: 100,000 events in the cases of one workflow, 20,000
 * more in a single case, and reports over 100,000 facts each.
 */
final class LongHistory {
  private static final int FAMILY = 100_000;
  private static final int SINGLE = 20_000;
  private static final int PAGE = 50;

  private final Lists lists;
  private final Product product;

  LongHistory(Lists lists, Product product) {
    this.lists = lists;
    this.product = product;
  }

  void measure() {
    String one = cases();
    product.caughtUp();
    facts();
    product.db.sql("analyze").update();
    lists.ask("100,000 events, cases, first page", new FindCases(null, null, 0, PAGE));
    lists.ask("100,000 events, cases, page 300", new FindCases(null, null, 15_000, PAGE));
    for (var column : List.of("title", "workflow", "state", "tasks", "started"))
      lists.ask(
          "100,000 events, cases, by " + column,
          new FindCases(null, null, new Sort(column, true, List.of()), 0, PAGE));
    lists.ask("the search in the header", new FindAnything("mitglied 17", 3));
    lists.ask("the search in the header, nothing found", new FindAnything("xylophon", 3));
    lists.ask("100,000 events, cases, searched", new FindCases(one, null, 0, PAGE));
    lists.ask("the inbox beside them", new FindTasks(Box.ALL, null, 0, PAGE));
    lists.ask("100,000 events, all events", events(null, null));
    lists.ask("100,000 events, events of a kind", events(null, "TaskCompleted"));
    lists.ask("100,000 events, events with a word", events("sonderfall", null));
    lists.ask("a case with 20,000 events", new FindCase(one, null));
    lists.ask("a case with 20,000 events, as of the middle", new FindCase(one, middle()));
    lists.ask("a case with 20,000 events, history", new FindCaseHistory(one, null, PAGE));
    lists.ask("a case with 20,000 events, history, deep", new FindCaseHistory(one, middle(), PAGE));
    reports();
  }

  private static SearchEvents events(String text, String type) {
    return new SearchEvents(
        text == null ? List.of() : List.of(Term.of(text)),
        type,
        null,
        null,
        null,
        null,
        null,
        PAGE);
  }

  /** Returns the id of the case with the long history. */
  private String cases() {
    new Backlog(product).copy(FAMILY);
    String one =
        product.db.sql("select max(case_id) from bench_template").query(String.class).single();
    product.office.send(
        new AddComment(one, null, "Ein Sonderfall der Akte"), TestOffice.MANAGER, Product.key());
    product
        .db
        .sql(
            """
            insert into event_log (event_id, stream_type, stream_id, sequence, event_type, revision, recorded_at,
              actor, roles, correlation_id, case_id, payload)
            select gen_random_uuid(), e.stream_type, e.stream_id, e.sequence + n, e.event_type, e.revision,
              e.recorded_at, e.actor, e.roles, gen_random_uuid(), e.case_id,
              replace(e.payload::text, 'Sonderfall', 'Vermerk')::json
            from (select * from event_log where case_id = ? order by global_index desc limit 1) e,
              generate_series(1, ?) n order by n""")
        .params(one, SINGLE)
        .update();
    return one;
  }

  private long middle() {
    return product.db.sql("select size - 10_000 from ledger_head").query(Long.class).single();
  }

  /** Straight into the tables of the reports: 100,000 facts by commands would take an hour. */
  private void facts() {
    product
        .db
        .sql(
            """
            insert into view_report_subject (subject_id, kind, title, page, grouped_by, year)
            select 's' || i, 'contribution', 'Mitglied ' || i, 'alliance/' || i,
              (array['micro','small','medium','large','science','association','ngo'])[1 + i % 7], 2015 + i % 12
            from generate_series(1, 25_000) i""")
        .update();
    fact("contributions", List.of("charged", "paid", "waived", "charged"));
    fact("decisions", List.of("presented", "adopted", "rejected", "inquorate"));
    product
        .db
        .sql(
            """
            insert into view_report_deadline (subject_id, kind, due_on, position, part, at, ended_at)
            select 's' || i, 'contribution', date '2015-01-01' + i % 4300, 9_000_000 + i, 0, timestamptz '2015-01-01',
              case when i % 5 > 0 then timestamptz '2020-01-01' end from generate_series(1, 25_000) i""")
        .update();
  }

  private void fact(String report, List<String> measures) {
    product
        .db
        .sql(
            """
            insert into view_report_fact (position, part, report, measure, grouped_by, year, subject_id, at, number, cents, days)
            select 9_000_000 + i * 2 + ?, 0, ?, (?::text[])[1 + i % 4], s.grouped_by, s.year, s.subject_id,
              timestamptz '2015-01-01' + (i % 4300) * interval '1 day', 1, (i * 37) % 900_000,
              case when i % 4 > 0 then i % 60 end
            from generate_series(1, 100_000) i join view_report_subject s on s.subject_id = 's' || (1 + i / 4)""")
        .params(report.equals("decisions") ? 1 : 0, report, "{" + String.join(",", measures) + "}")
        .update();
  }

  private void reports() {
    var day = LocalDate.of(2026, 11, 23);
    var money = new Scope(Report.CONTRIBUTIONS, day, null, null);
    var decisions = new Scope(Report.DECISIONS, day, null, null);
    var then = new Scope(Report.DECISIONS, LocalDate.of(2019, 6, 1), null, null);
    lists.ask("100,000 facts, contributions", new FindFigures(money));
    lists.ask("100,000 facts, decisions", new FindFigures(decisions));
    lists.ask("100,000 facts, decisions as of 2019", new FindFigures(then));
    lists.ask("100,000 facts, durations", new FindDurations(day, null, null));
    lists.ask("100,000 facts, filters", new FindChoices(Report.CONTRIBUTIONS));
    lists.ask("100,000 facts, behind a figure", new FindFacts(Figure.PAID, money, null, PAGE));
    lists.ask(
        "100,000 facts, behind the arrears", new FindFacts(Figure.ARREARS, money, null, PAGE));
    lists.ask("25,000 deadlines, counted", new CountDeadlines(day, 90));
    lists.ask("25,000 deadlines, first page", new FindDeadlines(day, 90, null, 0, PAGE));
  }
}
