package org.foerderturm.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.foerderturm.TestOffice;
import org.foerderturm.cases.CaseQuery.FindCase;
import org.foerderturm.cases.CaseQuery.FindCasesOf;
import org.foerderturm.kernel.Command;
import org.foerderturm.kernel.Rejected;
import org.foerderturm.process.ProcessCommand.AddComment;
import org.foerderturm.process.ProcessCommand.CancelCase;
import org.foerderturm.process.ProcessCommand.ClaimTask;
import org.foerderturm.process.ProcessCommand.CompleteTask;
import org.foerderturm.process.ProcessCommand.ReleaseTask;
import org.foerderturm.process.ProcessCommand.StartCase;
import org.foerderturm.view.ProjectionQuery.FindProjections;
import org.foerderturm.view.ProjectionQuery.ProjectionRow;
import org.foerderturm.view.ProjectionQuery.RebuildProjection;
import org.junit.jupiter.api.Test;

/** With the real engine: what grew step by step is what a rebuild from position 0 gives. */
class RebuiltCasesIT {
  private static final List<String> TABLES =
      List.of(
          "view_case",
          "view_task",
          "view_local",
          "view_incident",
          "view_history",
          "view_case_name");

  @Test
  void after_many_commands_the_views_equal_a_fresh_rebuild_and_the_fold() throws Exception {
    try (var office = TestOffice.fresh()) {
      var cases = play(office, new Random(20_260_302), 80);
      var grown = rows(office);
      for (String projection : List.of("cases", "history")) rebuild(office, projection);
      assertThat(rows(office)).isEqualTo(grown);
      for (String id : cases)
        assertThat(office.office().ask(new FindCase(id, Long.MAX_VALUE), TestOffice.LEAD))
            .isNotNull()
            .isEqualTo(office.office().ask(new FindCase(id, null), TestOffice.LEAD));
    }
  }

  private static List<String> play(TestOffice office, Random random, int commands)
      throws InterruptedException {
    var cases = new ArrayList<String>();
    for (int i = 0; i < commands; i++) {
      if (cases.isEmpty() || random.nextInt(4) == 0) {
        var start = Map.<String, Object>of("title", "Auftrag " + i);
        String key = UUID.randomUUID().toString();
        office.send(new StartCase("two-steps", key, start), TestOffice.MANAGER);
        settle(office);
        cases.add(
            office.office().ask(new FindCasesOf(key), TestOffice.MANAGER).getFirst().caseId());
        continue;
      }
      String id = cases.get(random.nextInt(cases.size()));
      var tasks = office.tasks(id);
      String task = tasks.isEmpty() ? "none" : tasks.getFirst().taskId();
      var outcome = random.nextInt(3) == 0 ? "decline" : "accept";
      Command command =
          switch (random.nextInt(8)) {
            case 0 -> new ClaimTask(task);
            case 1 -> new ReleaseTask(task);
            case 2 -> new AddComment(id, null, "Bitte prüfen " + i);
            case 3 -> new CancelCase(id, "Irrtum");
            default -> new CompleteTask(task, Map.of("outcome", outcome, "note", "n" + i));
          };
      try {
        office.send(command, random.nextBoolean() ? TestOffice.MANAGER : TestOffice.LEAD);
      } catch (Rejected refused) {
        // on record as AttemptRefused; part of what is compared
      }
    }
    settle(office);
    return cases;
  }

  /** Reading one's writes has a limit, which a busy machine can reach. */
  private static void settle(TestOffice office) throws InterruptedException {
    long end = System.nanoTime() + 60_000_000_000L;
    while (lag(office) > 0 && System.nanoTime() < end) Thread.sleep(20);
    assertThat(lag(office)).isZero();
  }

  private static long lag(TestOffice office) {
    return office
        .db()
        .sql(
            "select (select count(*) from event_log)"
                + " - (select min(position) from reader_position where name like 'view:%')")
        .query(Long.class)
        .single();
  }

  private static void rebuild(TestOffice office, String projection) throws InterruptedException {
    long before = stored(office, projection);
    office.send(new RebuildProjection(projection), TestOffice.ADMIN);
    long end = System.nanoTime() + 60_000_000_000L;
    while (stored(office, projection) == before && System.nanoTime() < end) Thread.sleep(50);
    assertThat(stored(office, projection)).as("swapped").isNotEqualTo(before);
    assertThat(office.office().ask(new FindProjections(), TestOffice.ADMIN))
        .extracting(ProjectionRow::failure)
        .containsOnlyNulls();
  }

  /** Which file holds the projection's first table: another one after the swap. */
  private static long stored(TestOffice office, String projection) {
    return office
        .db()
        .sql("select to_regclass(?)::oid::bigint")
        .param(projection.equals("cases") ? "view_case" : "view_history")
        .query(Long.class)
        .single();
  }

  private static Map<String, List<String>> rows(TestOffice office) {
    var rows = new LinkedHashMap<String, List<String>>();
    for (String table : TABLES)
      rows.put(
          table,
          office
              .db()
              .sql("select row_to_json(t)::text from " + table + " t order by 1")
              .query(String.class)
              .list());
    return rows;
  }
}
