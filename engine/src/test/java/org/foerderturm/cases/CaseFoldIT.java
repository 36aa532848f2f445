package org.foerderturm.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.foerderturm.cases.CaseQuery.CaseDetails;
import org.foerderturm.cases.CaseQuery.FindCase;
import org.foerderturm.kernel.Actor;
import org.foerderturm.kernel.Role;
import org.foerderturm.view.TestLog;
import org.foerderturm.view.TestLog.By;

/** What a case was at a position, told by its events, is what its rows said at that time. */
class CaseFoldIT {
  private static final Actor ASKER = Actor.of("user1", Role.EXPERT_TEAM);
  private static TestLog log;
  private static CaseAnswers answers;

  @BeforeContainer
  static void start() {
    log = new TestLog(new CaseProjection());
    answers = new CaseAnswers(log.db, log.transactions);
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void the_past_of_a_case_equals_what_its_view_showed_then(@ForAll long seed) {
    var random = new Random(seed);
    var cases = new ArrayList<RandomCase>();
    var ids = new HashMap<RandomCase, String>();
    for (int i = 0; i < 2; i++) {
      String id = UUID.randomUUID().toString();
      var played = new RandomCase(id, random);
      cases.add(played);
      ids.put(played, id);
    }
    record Seen(String caseId, long position, CaseDetails details) {}
    var seen = new ArrayList<Seen>();
    for (int step = 0; step < 25; step++) {
      var played = cases.get(random.nextInt(cases.size()));
      if (played.isEnded()) continue;
      String id = ids.get(played);
      var by = By.actor("user" + random.nextInt(3)).of(id);
      long position = -1;
      for (var event : played.next()) position = log.add(id, event, by);
      seen.add(new Seen(id, position, answers.answer(new FindCase(id, null), ASKER)));
    }
    for (Seen then : seen)
      assertThat(answers.answer(new FindCase(then.caseId(), then.position()), ASKER))
          .isNotNull()
          .isEqualTo(then.details());
  }

  /** Events of a batch reach the rows in their order, however the statements are grouped. */
  @Property(tries = 15, shrinking = ShrinkingMode.OFF)
  void one_large_batch_gives_the_same_rows_as_single_steps(@ForAll long seed) {
    var random = new Random(seed);
    Map<String, RandomCase> cases = new HashMap<>();
    for (int i = 0; i < 5; i++) {
      String id = UUID.randomUUID().toString();
      cases.put(id, new RandomCase(id, random));
    }
    long last = -1;
    for (int step = 0; step < 150; step++) {
      String id = List.copyOf(cases.keySet()).get(random.nextInt(5));
      if (cases.get(id).isEnded()) continue;
      for (var event : cases.get(id).next())
        last = log.collect(id, event, By.actor("user" + random.nextInt(3)).of(id));
    }
    log.flush();
    for (String id : cases.keySet())
      assertThat(answers.answer(new FindCase(id, null), ASKER))
          .isEqualTo(answers.answer(new FindCase(id, last), ASKER));
  }
}
