package org.foerderturm.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foerderturm.TestOffice;
import org.foerderturm.view.Projection;
import org.foerderturm.view.ProjectionQuery.FindProjections;
import org.foerderturm.view.ProjectionQuery.ProjectionRow;
import org.foerderturm.view.ProjectionQuery.RebuildProjection;

/** What stands in the views, and whether a fresh rebuild says the same. */
public final class Views {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private Views() {}

  /** Table → its rows as text, sorted; and how the tables are made. */
  static Map<String, List<String>> of(Connection db) throws SQLException {
    var views = new TreeMap<String, List<String>>();
    try (var statement = db.createStatement()) {
      try (var rows =
          statement.executeQuery(
              "select tablename from pg_tables where schemaname = 'public' and tablename like 'view\\_%'")) {
        while (rows.next()) views.put(rows.getString(1), new ArrayList<>());
      }
      for (var view : views.entrySet()) {
        try (var rows = statement.executeQuery("select t::text from " + view.getKey() + " t")) {
          while (rows.next()) view.getValue().add(rows.getString(1));
        }
        view.getValue().sort(null);
      }
      var made = views.computeIfAbsent("indexes and options", i -> new ArrayList<>());
      try (var rows =
          statement.executeQuery(
              "select indexdef from pg_indexes where schemaname = 'public' and tablename like 'view\\_%'"
                  + " union all select relname || reloptions::text from pg_class"
                  + " where relname like 'view\\_%' and reloptions is not null order by 1")) {
        while (rows.next()) made.add(rows.getString(1));
      }
    }
    return views;
  }

  /** Rebuilds every projection; says which rows came out otherwise. Nobody may write meanwhile. */
  public static List<String> differencesAfterRebuild(TestOffice office) throws Exception {
    settle(office);
    Map<String, List<String>> before;
    Map<String, List<String>> after;
    try (Connection db = office.dataSource().getConnection()) {
      before = of(db);
    }
    rebuild(office);
    try (Connection db = office.dataSource().getConnection()) {
      after = of(db);
    }
    var found = new ArrayList<String>();
    for (var projection : office.beans(Projection.class))
      for (String table : projection.tables())
        if (!before.containsKey(table)) found.add(table + " was not compared");
    before.forEach((table, rows) -> compare(table, rows, after.get(table), found));
    return found;
  }

  private static void compare(
      String table, List<String> before, List<String> after, List<String> found) {
    if (before.equals(after)) return;
    var lost = new ArrayList<>(before);
    var added = new ArrayList<>(after);
    added.forEach(lost::remove);
    before.forEach(added::remove);
    lost.forEach(row -> found.add(table + " had " + row));
    added.forEach(row -> found.add(table + " should have " + row));
  }

  static void rebuild(TestOffice office) throws InterruptedException {
    // the order itself is no event, so the ledger stands still while all are rebuilt
    for (ProjectionRow row : rows(office))
      office.send(new RebuildProjection(row.name()), TestOffice.ADMIN);
    settle(office);
  }

  /** Waits until every reader has come to the end and no rebuild runs. */
  public static void settle(TestOffice office) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var rows = rows(office);
      long unsealed =
          office
              .db()
              .sql(
                  "select (select count(*) from event_log) - (select count(*) from ledger_entry)"
                      + " + (select count(*) from reader_position where position < (select size from ledger_head))")
              .query(Long.class)
              .single();
      if (unsealed == 0
          && rows.stream()
              .allMatch(r -> r.lag() == 0 && r.rebuild() == null && r.failure() == null)) return;
      if (System.nanoTime() > end) throw new AssertionError("not settled: " + rows);
      Thread.sleep(50);
    }
  }

  static List<ProjectionRow> rows(TestOffice office) {
    return office.office().ask(new FindProjections(), TestOffice.ADMIN);
  }
}
